//! What was asked on the command line, read by hand: few words, plain rules.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use jiff::civil::{Date, DateTime, Time};

use super::What;
use crate::messages::Usage;
use crate::plan::{Id, SchoolYear};
use crate::session::Start;
use crate::words::parse_date;

/// What the program was started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Open the window.
    Window(Start),
    /// Do this, without a window.
    Headless(Command),
}

/// A headless command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `caitien sample OUT.caitien`
    Sample(PathBuf),
    /// `caitien import (IN.json | IN.docx) (--into FILE [--plan …] | --new FILE) [--as NEWID]`
    Import {
        /// The JSON file, or the Word file.
        from: PathBuf,
        /// Where its plans go, or its form.
        to: ImportTo,
        /// Another name for its form.
        under: Option<String>,
        /// The plan that a Word file came from and goes back into.
        plan: Option<PlanChoice>,
    },
    /// `caitien export (FILE | --sample) [--plan …] [--what …] [--for NAME] --to OUT`
    Export {
        /// Of which dossier.
        source: Source,
        /// Which plan; none: the newest, or all for JSON.
        plan: Option<PlanChoice>,
        /// Which document.
        what: What,
        /// For whom a collection sheet or a list of tasks is; none: for all.
        whom: Option<String>,
        /// Of which review, from 1; none: the last.
        review: Option<usize>,
        /// The file to write.
        to: PathBuf,
        /// In which format, from the ending of `to`.
        format: Format,
    },
    /// `caitien check FILE [--plan …] [--today DATE]`
    Check {
        /// The file.
        file: PathBuf,
        /// Which plan; none: all.
        plan: Option<PlanChoice>,
        /// The day on which it is looked at; none: the clock's.
        today: Option<Date>,
    },
    /// `caitien check --rules`
    Rules,
    /// `caitien info FILE [--today DATE]`; without a day it is the clock's.
    Info(PathBuf, Option<Date>),
    /// `caitien backups FILE`
    Backups(PathBuf),
    /// `caitien restore FILE --at TIME --new OUT.caitien`
    Restore {
        /// The file that was backed up.
        file: PathBuf,
        /// The last moment that is meant.
        until: DateTime,
        /// The file to make.
        new: PathBuf,
    },
    /// `caitien repair FILE --new OUT.caitien`
    Repair {
        /// The damaged file.
        file: PathBuf,
        /// The file to make.
        to: PathBuf,
    },
    /// `caitien --help`
    Help,
    /// `caitien --version`
    Version,
}

/// Where imported plans go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTo {
    /// Into a file that is there.
    Into(PathBuf),
    /// Into a file that is made.
    New(PathBuf),
}

/// Which dossier is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// That of a file.
    File(PathBuf),
    /// The embedded sample.
    Sample,
}

/// Which plan is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChoice {
    /// The one of this year.
    Year(SchoolYear),
    /// The one of this number.
    Id(Id),
}

/// The formats that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF/A, tagged.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// The dossier as JSON.
    Json,
    /// Pictures of the pages.
    Png,
    /// A calendar.
    Ics,
}

/// Reads the words after the program's name.
///
/// # Errors
/// What is wrong with them; `messages` has the sentence.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Task, Usage> {
    let mut words = words.into_iter().peekable();
    let Some(first) = words.peek() else { return Ok(Task::Window(Start::Screen)) };
    let Some(command) = first.to_str().and_then(Known::of) else { return window(words) };
    words.next();
    let mut given = Given::read(words, command)?;
    let parsed = match command {
        Known::Sample => Command::Sample(dossier_name(given.operand("OUT.caitien")?)?),
        Known::Import => Command::Import {
            from: given.operand("IN.json")?,
            to: match (given.path("--into"), given.path("--new")) {
                (Some(file), None) => ImportTo::Into(file),
                (None, Some(file)) => ImportTo::New(dossier_name(file)?),
                (Some(_), Some(_)) => return Err(Usage::OneOf("--into", "--new")),
                (None, None) => return Err(Usage::Missing("--into FILE | --new FILE")),
            },
            under: given.value("--as").map(|word| shown(&word)),
            plan: given.plan()?,
        },
        Known::Export => export(&mut given)?,
        Known::Check if given.flag("--rules") => Command::Rules,
        Known::Check => {
            let (plan, today) = (given.plan()?, given.day()?);
            Command::Check { file: given.operand("FILE")?, plan, today }
        }
        Known::Info => Command::Info(given.operand("FILE")?, given.day()?),
        Known::Backups => Command::Backups(given.operand("FILE")?),
        Known::Restore => Command::Restore {
            until: given.moment()?,
            new: dossier_name(given.path("--new").ok_or(Usage::Missing("--new OUT.caitien"))?)?,
            file: given.operand("FILE")?,
        },
        Known::Repair => Command::Repair {
            file: given.operand("FILE")?,
            to: dossier_name(given.path("--new").ok_or(Usage::Missing("--new OUT.caitien"))?)?,
        },
        Known::Help => Command::Help,
        Known::Version => Command::Version,
    };
    match given.operands.pop() {
        Some(extra) => Err(Usage::Extra(shown(&extra))),
        None => Ok(Task::Headless(parsed)),
    }
}

fn export(given: &mut Given) -> Result<Command, Usage> {
    let plan = given.plan()?;
    let what = match given.value("--what") {
        None => What::Plan,
        Some(word) => {
            word.to_str().and_then(What::named).ok_or_else(|| Usage::BadWhat(shown(&word)))?
        }
    };
    let review = match given.value("--review").map(|word| shown(&word)) {
        None => None,
        Some(word) => match word.trim().parse() {
            Ok(number) if what.is_of_review() => Some(number),
            _ => return Err(Usage::BadReview(word)),
        },
    };
    let whom = given.value("--for").map(|word| shown(&word));
    if whom.is_some() && !matches!(what, What::Collect | What::Tasks) {
        return Err(Usage::ForIsForCollect);
    }
    let to = given.path("--to").ok_or(Usage::Missing("--to OUT.pdf"))?;
    let ending = to.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let format = match ending.as_deref() {
        Some("pdf") => Format::Pdf,
        Some("docx") => Format::Docx,
        Some("xlsx") => Format::Xlsx,
        Some("json") => Format::Json,
        Some("png") => Format::Png,
        Some("ics") => Format::Ics,
        _ => return Err(Usage::UnknownEnding(to)),
    };
    let drawn = matches!(what, What::Timeline | What::WithTimeline);
    if drawn && !matches!(format, Format::Pdf | Format::Png | Format::Docx) {
        return Err(Usage::TimelineIsDrawn);
    }
    if what == What::Collect && format != Format::Xlsx {
        return Err(Usage::CollectIsExcel);
    }
    if (what == What::Calendar) != (format == Format::Ics) {
        return Err(Usage::CalendarIsIcs);
    }
    if what.is_of_year() && format == Format::Json {
        return Err(Usage::PaperIsPrinted);
    }
    let source =
        if given.flag("--sample") { Source::Sample } else { Source::File(given.operand("FILE")?) };
    Ok(Command::Export { source, plan, what, whom, review, to, format })
}

/// A window is wanted: nothing, `--sample`, or one file.
fn window(words: impl Iterator<Item = OsString>) -> Result<Task, Usage> {
    let mut begin = Start::Screen;
    let mut only_files = false;
    for word in words {
        let next = match word.to_str() {
            Some("--") if !only_files => {
                only_files = true;
                continue;
            }
            Some("--sample") if !only_files => Start::Sample,
            Some(option) if !only_files && is_option(option) => {
                return Err(Usage::UnknownOption(option.to_owned()));
            }
            _ => Start::File(PathBuf::from(&word)),
        };
        if begin != Start::Screen {
            return Err(Usage::Extra(shown(&word)));
        }
        begin = next;
    }
    Ok(Task::Window(begin))
}

/// A file the program makes bears its own ending, or nothing would open it by a click.
fn dossier_name(path: PathBuf) -> Result<PathBuf, Usage> {
    let is_ours = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("caitien"));
    if is_ours { Ok(path) } else { Err(Usage::NotDossierName(path)) }
}

/// The words that name a command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Sample,
    Import,
    Export,
    Check,
    Info,
    Backups,
    Restore,
    Repair,
    Help,
    Version,
}

impl Known {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "sample" => Self::Sample,
            "import" => Self::Import,
            "export" => Self::Export,
            "check" => Self::Check,
            "info" => Self::Info,
            "backups" => Self::Backups,
            "restore" => Self::Restore,
            "repair" => Self::Repair,
            "help" | "--help" | "-h" => Self::Help,
            "--version" | "-V" => Self::Version,
            _ => return None,
        })
    }

    /// The options that take a value.
    fn valued(self) -> &'static [&'static str] {
        match self {
            Self::Import => &["--into", "--new", "--as", "--plan"],
            Self::Export => &["--plan", "--what", "--for", "--review", "--to"],
            Self::Check => &["--plan", "--today"],
            Self::Info => &["--today"],
            Self::Restore => &["--at", "--new"],
            Self::Repair => &["--new"],
            _ => &[],
        }
    }

    /// The options that stand alone.
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Export => &["--sample"],
            Self::Check => &["--rules"],
            _ => &[],
        }
    }
}

/// The words of one command, sorted.
struct Given {
    operands: Vec<OsString>,
    values: Vec<(&'static str, OsString)>,
    flags: Vec<&'static str>,
}

impl Given {
    fn read(words: impl Iterator<Item = OsString>, command: Known) -> Result<Self, Usage> {
        let mut given = Self { operands: Vec::new(), values: Vec::new(), flags: Vec::new() };
        let mut words = words;
        let mut only_operands = false;
        while let Some(word) = words.next() {
            let option = word.to_str().filter(|word| !only_operands && is_option(word));
            let Some(option) = option else {
                given.operands.push(word);
                continue;
            };
            if option == "--" {
                only_operands = true;
                continue;
            }
            let (name, inline) = match option.split_once('=') {
                Some((name, value)) => (name, Some(OsString::from(value))),
                None => (option, None),
            };
            let known = |names: &[&'static str]| names.iter().copied().find(|known| *known == name);
            if let Some(name) = known(command.valued()) {
                if given.values.iter().any(|(other, _)| *other == name) {
                    return Err(Usage::Twice(name));
                }
                let value = inline.or_else(|| words.next()).filter(|value| !value.is_empty());
                given.values.push((name, value.ok_or(Usage::NoValue(name))?));
            } else if let Some(name) = known(command.flags()).filter(|_| inline.is_none()) {
                given.flags.push(name);
            } else {
                return Err(Usage::UnknownOption(option.to_owned()));
            }
        }
        // Taken from the end, so that the first comes first.
        given.operands.reverse();
        Ok(given)
    }

    fn operand(&mut self, name: &'static str) -> Result<PathBuf, Usage> {
        let operand = self.operands.pop().filter(|operand| !operand.is_empty());
        operand.map(PathBuf::from).ok_or(Usage::Missing(name))
    }

    fn value(&mut self, name: &str) -> Option<OsString> {
        let at = self.values.iter().position(|(other, _)| *other == name)?;
        Some(self.values.swap_remove(at).1)
    }

    fn path(&mut self, name: &str) -> Option<PathBuf> {
        self.value(name).map(PathBuf::from)
    }

    /// The day that `--today` names.
    fn day(&mut self) -> Result<Option<Date>, Usage> {
        let Some(word) = self.value("--today") else { return Ok(None) };
        let day = word.to_str().map(str::trim);
        let day = day.and_then(|day| day.parse().ok().or_else(|| parse_date(day)));
        day.map(Some).ok_or_else(|| Usage::BadDay(shown(&word)))
    }

    /// The last moment of what `--at` names: a second, a minute or a day.
    fn moment(&mut self) -> Result<DateTime, Usage> {
        let word = self.value("--at").ok_or(Usage::Missing("--at \"2026-11-22 10:15\""))?;
        let moment = word.to_str().and_then(last_moment);
        moment.ok_or_else(|| Usage::BadMoment(shown(&word)))
    }

    fn flag(&self, name: &str) -> bool {
        self.flags.contains(&name)
    }

    fn plan(&mut self) -> Result<Option<PlanChoice>, Usage> {
        let Some(word) = self.value("--plan") else { return Ok(None) };
        let choice = word.to_str().and_then(|word| {
            let year = SchoolYear::parse(word).map(PlanChoice::Year);
            year.or_else(|| Some(PlanChoice::Id(Id(word.trim().parse().ok()?))))
        });
        choice.map(Some).ok_or_else(|| Usage::BadPlan(shown(&word)))
    }
}

/// "2026-11-22 10:15:30", "2026-11-22 10:15" as its last second, "2026-11-22" as its last one.
fn last_moment(word: &str) -> Option<DateTime> {
    let (day, time) = word.trim().split_once([' ', 'T']).unwrap_or((word.trim(), "23:59"));
    let day: Date = day.parse().ok()?;
    let seconds = if time.len() == 5 { ":59" } else { "" };
    let time = Time::strptime("%H:%M:%S", format!("{time}{seconds}")).ok()?;
    Some(day.to_datetime(time))
}

fn is_option(word: &str) -> bool {
    word.len() > 1 && word.starts_with('-')
}

fn shown(word: &OsStr) -> String {
    word.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, Usage> {
        parse(line.split('|').filter(|word| !word.is_empty()).map(OsString::from))
    }

    #[track_caller]
    fn check(line: &str, expect: Command) {
        assert_eq!(parsed(line), Ok(Task::Headless(expect)));
    }

    #[track_caller]
    fn check_refused(line: &str, expect: Usage) {
        assert_eq!(parsed(line), Err(expect));
    }

    #[test]
    fn nothing_a_file_or_the_sample_opens_the_window() {
        assert_eq!(parsed(""), Ok(Task::Window(Start::Screen)));
        assert_eq!(parsed("--sample"), Ok(Task::Window(Start::Sample)));
        assert_eq!(parsed("a b.caitien"), Ok(Task::Window(Start::File("a b.caitien".into()))));
        assert_eq!(parsed("--|-x"), Ok(Task::Window(Start::File("-x".into()))));
        check_refused("a.caitien|b.caitien", Usage::Extra("b.caitien".into()));
        check_refused("--simple", Usage::UnknownOption("--simple".into()));
    }

    #[test]
    fn export_takes_its_options_in_any_order() {
        let command = |plan, what, format: (Format, &str)| Command::Export {
            source: Source::File("a.caitien".into()),
            plan,
            what,
            whom: None,
            review: None,
            to: format.1.into(),
            format: format.0,
        };
        let year = SchoolYear::starting(2026).map(PlanChoice::Year);
        check("export|a.caitien|--to|x.pdf", command(None, What::Plan, (Format::Pdf, "x.pdf")));
        check("export|a.caitien|--to|x.DOCX", command(None, What::Plan, (Format::Docx, "x.DOCX")));
        check("export|a.caitien|--to|x.xlsx", command(None, What::Plan, (Format::Xlsx, "x.xlsx")));
        check(
            "export|a.caitien|--what|task-sheets|--to|x.xlsx",
            command(None, What::TaskSheets, (Format::Xlsx, "x.xlsx")),
        );
        check(
            "export|a.caitien|--what|collect|--for|Nhóm 1|--to|x.xlsx",
            Command::Export {
                source: Source::File("a.caitien".into()),
                plan: None,
                what: What::Collect,
                whom: Some("Nhóm 1".into()),
                review: None,
                to: "x.xlsx".into(),
                format: Format::Xlsx,
            },
        );
        check(
            "export|--to=x.PNG|--plan|2026–2027|--what|timeline|a.caitien",
            command(year, What::Timeline, (Format::Png, "x.PNG")),
        );
        check(
            "export|a.caitien|--plan|7|--to|x.json",
            command(Some(PlanChoice::Id(Id(7))), What::Plan, (Format::Json, "x.json")),
        );
    }

    #[test]
    fn a_moment_is_named_by_its_second_minute_or_day() {
        let at = |hour, minute, second| jiff::civil::date(2026, 11, 2).at(hour, minute, second, 0);
        for (word, until) in [
            ("2026-11-02 10:15:30", at(10, 15, 30)),
            ("2026-11-02T10:15", at(10, 15, 59)),
            ("2026-11-02", at(23, 59, 59)),
        ] {
            let (file, new) = ("a".into(), "b.caitien".into());
            let line = format!("restore|a|--new|b.caitien|--at|{word}");
            check(&line, Command::Restore { file, until, new });
        }
        for word in ["02/11/2026", "2026-11-02 10", "10:15", "2026-11-02 25:00", "hôm qua"] {
            let line = format!("restore|a|--new|b.caitien|--at|{word}");
            check_refused(&line, Usage::BadMoment(word.into()));
        }
        check_refused("restore|a|--at|2026-11-02", Usage::Missing("--new OUT.caitien"));
        check_refused("restore|a|--at|2026-11-02|--new|b", Usage::NotDossierName("b".into()));
        check("backups|a", Command::Backups("a".into()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        check_refused("export|a.caitien", Usage::Missing("--to OUT.pdf"));
        check_refused("export|--to|x.pdf", Usage::Missing("FILE"));
        check_refused("export|a|--to|x.doc", Usage::UnknownEnding("x.doc".into()));
        check_refused("export|a|--to", Usage::NoValue("--to"));
        check_refused("export|a|--to|x.pdf|--to|y.pdf", Usage::Twice("--to"));
        check_refused("export|a|--plan|2026-2028|--to|x.pdf", Usage::BadPlan("2026-2028".into()));
        check_refused("export|a|--what|all|--to|x.pdf", Usage::BadWhat("all".into()));
        check_refused("export|a|--what|timeline|--to|x.json", Usage::TimelineIsDrawn);
        check_refused("export|a|--what|plan+timeline|--to|x.xlsx", Usage::TimelineIsDrawn);
        check_refused("export|a|--what|timeline|--to|x.xlsx", Usage::TimelineIsDrawn);
        check_refused("export|a|--what|collect|--to|x.pdf", Usage::CollectIsExcel);
        check_refused("export|a|--what|calendar|--to|x.pdf", Usage::CalendarIsIcs);
        check_refused("export|a|--to|x.ics", Usage::CalendarIsIcs);
        check_refused("export|a|--what|report|--to|x.json", Usage::PaperIsPrinted);
        check_refused("export|a|--review|1|--to|x.pdf", Usage::BadReview("1".into()));
        check_refused("export|a|--for|Tổ 1|--to|x.xlsx", Usage::ForIsForCollect);
        check_refused("export|a|--sample|--to|x.pdf", Usage::Extra("a".into()));
        check_refused("import|a.json", Usage::Missing("--into FILE | --new FILE"));
        check_refused("import|a|--into|b|--new|c.caitien", Usage::OneOf("--into", "--new"));
        check_refused("import|a|--new|c.db", Usage::NotDossierName("c.db".into()));
        check_refused("info", Usage::Missing("FILE"));
        check_refused("info|a|b", Usage::Extra("b".into()));
        check_refused("repair|a", Usage::Missing("--new OUT.caitien"));
        check_refused("repair|--new|b.caitien", Usage::Missing("FILE"));
        check_refused("repair|a|--new|b.db", Usage::NotDossierName("b.db".into()));
        check_refused("info|a|--plan|3", Usage::UnknownOption("--plan".into()));
        check_refused("sample|x", Usage::NotDossierName("x".into()));
    }
}

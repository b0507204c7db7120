//! The head of the first page: names, number, place and date, whatever they stand in: a table
//! without borders, text boxes, lines that tabs or spaces part.

use std::sync::LazyLock;

use super::super::draft::{At, Doubt, Home, Known};
use super::super::source::GridRow;
use super::build::Build;
use super::lines::{Strip, Thing, cell_lines, flat, is_of_edge, is_rule, stretches};
use super::marks::around;
use super::rows::row_words;
use crate::plan::{InfoField, Letterhead, Level, Ownership, Paragraph, PlanDate, Spot};
use crate::understand::school_kind;
use crate::words::official;

/// What a stretch of the head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Nation,
    Number,
    Date,
    Draft,
    Title,
    Rule,
    Other,
}

/// A stretch of a line of the head.
struct Stretch {
    at: At,
    text: String,
    flat: String,
    bold: bool,
    /// It stands in the right half, where no name of a school is.
    right: bool,
    /// It goes on a paragraph in which a name stands already.
    goes_on: bool,
}

/// How many rows a table of the head has at most.
const ROWS: usize = 12;
/// So many stretches are looked for in the lines of a head; behind them a line is whole, and so
/// is a row of a table.
const STRETCHES: usize = 200;
/// Into so many stretches room to write parts a date.
const OF_DATE: usize = 8;

static NATION: LazyLock<String> = LazyLock::new(|| flat(official::NATION));
static NATION_LETTERS: LazyLock<String> = LazyLock::new(|| letters(official::NATION));
static MOTTO: LazyLock<String> = LazyLock::new(|| letters(official::MOTTO));
static PLAN: LazyLock<String> = LazyLock::new(|| flat(official::PLAN));

/// Whether a thing belongs to the head of a page and to nothing else.
pub(super) fn is_of_head(thing: &Thing<'_>) -> bool {
    match thing {
        Thing::Line(strip) => {
            strip.line.boxed
                || is_rule(&strip.text)
                || is_of_edge(&strip.text)
                    && stretches(&strip.text)
                        .into_iter()
                        .any(|part| !matches!(kind(&flat(part)), Kind::Other | Kind::Rule))
        }
        Thing::Table(block, grid) => {
            let cells = grid.rows.iter().take(ROWS).flat_map(|row| &row.cells);
            let mut lines = cells.flat_map(|cell| cell_lines(At::block(*block), cell));
            lines.any(|line| {
                is_of_edge(&line.text) && matches!(kind(&line.flat), Kind::Nation | Kind::Number)
            })
        }
    }
}

/// Reads the head into the plan.
pub(super) fn head(things: &[Thing<'_>], known: &Known<'_>, build: &mut Build<'_>) {
    let mut names: Vec<Stretch> = Vec::new();
    let mut strange: Vec<Stretch> = Vec::new();
    let mut numbered = false;
    let mut dated = false;
    let mut titled = false;
    for stretch in all_stretches(things) {
        let home = build.home_of(stretch.at);
        let says = if is_of_edge(&stretch.text) { kind(&stretch.flat) } else { Kind::Other };
        match (home, says) {
            (Some(Home::GoverningBody | Home::School), _) => names.push(stretch),
            (Some(Home::Number), _) | (None, Kind::Number) if !numbered => {
                number(&stretch.text, build);
                numbered = true;
                let spot = Some(Spot::Info(InfoField::Number));
                build.piece(stretch.at, Home::Number, spot, &stretch.text);
            }
            (Some(Home::Date), _) | (None, Kind::Date) if !dated => {
                dated = true;
                let place = date(&stretch.text, build);
                build.plan.letterhead.place = place;
                let spot = Some(Spot::Info(InfoField::Date));
                build.piece(stretch.at, Home::Date, spot, &stretch.text);
            }
            (Some(Home::Fixed), _) | (None, Kind::Nation) => {
                build.say(&stretch.text);
                build.piece(stretch.at, Home::Fixed, None, &stretch.text);
            }
            (None, Kind::Draft) => {
                build.say(&stretch.text);
                build.plan.options.draft_mark = true;
                build.piece(stretch.at, Home::Fixed, None, &stretch.text);
            }
            (None, Kind::Title) if !titled => {
                titled = true;
                stretch.text.clone_into(&mut build.plan.doc_type);
                let spot = Some(Spot::Info(InfoField::DocType));
                build.piece(stretch.at, Home::DocType, spot, &stretch.text);
            }
            (None, Kind::Other | Kind::Title) if titled => {
                build.plan.subject.push(stretch.text.clone());
                let spot = Some(Spot::Info(InfoField::Subject));
                build.piece(stretch.at, Home::Subject, spot, &stretch.text);
            }
            (None, Kind::Rule) => build.piece(stretch.at, Home::Nothing, None, &stretch.text),
            (None, Kind::Other) if !stretch.right && !numbered && is_of_edge(&stretch.text) => {
                names.push(stretch);
            }
            (_, _) => strange.push(stretch),
        }
    }
    letterhead(names, known, build);
    for stretch in strange {
        let homes = [Home::Opening, Home::School, Home::GoverningBody];
        let (question, _) = build.ask_home(stretch.at, Doubt::Head, &homes, &stretch.text);
        build.plan.opening.push(Paragraph::plain(Level::None, stretch.text.clone()));
        build.piece(stretch.at, Home::Opening, Some(Spot::Opening), &stretch.text);
        if let Some(piece) = build.pieces.last_mut() {
            piece.question = Some(question);
        }
    }
}

/// The stretches of all lines; those of tables row after row.
fn all_stretches(things: &[Thing<'_>]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for thing in things {
        match thing {
            Thing::Line(strip) => {
                let right = strip.line.align == super::super::source::Align::Right;
                cut(strip, right, &mut found);
            }
            Thing::Table(block, grid) => {
                for (at, row) in grid.rows.iter().enumerate() {
                    if found.len() > STRETCHES {
                        found.extend(whole_row(At::row(*block, at), row));
                        continue;
                    }
                    for (nth, cell) in row.cells.iter().enumerate() {
                        let place = At { cell: Some(nth), ..At::row(*block, at) };
                        let right = nth > 0 && row.cells.len() > 1;
                        for strip in cell_lines(place, cell) {
                            cut(&strip, right, &mut found);
                        }
                    }
                }
            }
        }
    }
    found
}

/// All words of a row as one stretch; none where it has none.
fn whole_row(at: At, row: &GridRow) -> Option<Stretch> {
    let text = row_words(row);
    let flat = flat(&text);
    (!text.is_empty()).then_some(Stretch {
        at,
        text,
        flat,
        bold: false,
        right: true,
        goes_on: false,
    })
}

/// Cuts a line at its tabs and gaps, and where the nation's name or a date begins behind words.
fn cut(strip: &Strip<'_>, right: bool, found: &mut Vec<Stretch>) {
    let mut nth = strip.at.line;
    let mut goes_on = false;
    if !is_of_edge(&strip.text) || found.len() > STRETCHES {
        found.push(Stretch {
            at: strip.at,
            flat: strip.flat.clone(),
            text: strip.text.trim().to_owned(),
            bold: strip.is_bold(),
            right,
            goes_on,
        });
        return;
    }
    for (line, text) in strip.text.split('\n').enumerate() {
        let mut parts: Vec<&str> = Vec::new();
        for part in whole(text, &stretches(text)) {
            let inner = cut_inside(part);
            parts.extend(inner.into_iter().map(str::trim).filter(|part| !part.is_empty()));
        }
        for (column, part) in parts.into_iter().enumerate() {
            found.push(Stretch {
                at: At { line: nth, ..strip.at },
                flat: flat(part),
                text: part.to_owned(),
                bold: strip.is_bold(),
                right: right || column > 0,
                goes_on: line > 0 && goes_on,
            });
            nth += 1;
            goes_on = true;
        }
    }
}

/// The same stretches, those of one number or one date as one: room to write parts them.
fn whole<'a>(text: &'a str, parts: &[&'a str]) -> Vec<&'a str> {
    let start = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let join = |from: &str, to: &str| &text[start(from)..start(to) + to.len()];
    let mut joined: Vec<&str> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if let Some(last) = joined.last_mut() {
            let plain = flat(last);
            let number = matches!(plain.as_str(), "so:" | "so") && part.starts_with(['/', '-']);
            let begun = around(&plain, "ngay").is_some() && !is_date(&plain);
            let goes_on = begun
                && parts[at..].iter().take(OF_DATE).any(|end| is_date(&flat(join(last, end))));
            if number || goes_on {
                *last = join(last, part);
                continue;
            }
        }
        joined.push(part);
    }
    joined
}

fn cut_inside(text: &str) -> Vec<&str> {
    for word in [NATION.as_str(), "doc lap"] {
        if let Some((before, _)) = around(text, word)
            && !before.trim().is_empty()
        {
            return vec![before, &text[before.len()..]];
        }
    }
    // "Số: 12/KH-TH Hoa Lư, ngày 5 tháng 9 năm 2025" in one line.
    let both = flat(text);
    if kind(&both) == Kind::Number && is_date(&both) {
        let slash = text.find('/').map_or(0, |at| at + 1);
        let symbol = text[slash..].trim_start();
        let start = text.len() - symbol.len();
        let end = symbol.find(char::is_whitespace).map_or(text.len(), |at| start + at);
        let mut parts = vec![&text[..end]];
        parts.extend(cut_inside(&text[end..]));
        return parts;
    }
    match end_of_date(text).filter(|_| is_date(&both)) {
        // Words behind a date are words, and none of its year.
        Some(end) if text[end..].contains(char::is_alphabetic) => vec![&text[..end], &text[end..]],
        _ => vec![text],
    }
}

/// Where the year of a date ends.
fn end_of_date(text: &str) -> Option<usize> {
    let (_, month) = around(text, "ngay").and_then(|(_, after)| around(after, "thang"))?;
    let (_, year) = around(month, "nam")?;
    let digits = year.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    Some(text.len() - behind.len())
}

fn letters(text: &str) -> String {
    flat(text).chars().filter(|c| c.is_alphabetic()).collect()
}

fn kind(flat: &str) -> Kind {
    if is_rule(flat) {
        return Kind::Rule;
    }
    let sounds: String = flat.chars().filter(|c| c.is_alphabetic()).collect();
    let of_nation = sounds.len() >= 7
        && (NATION_LETTERS.contains(&sounds) || MOTTO.contains(&sounds))
        || sounds == *NATION_LETTERS
        || sounds == *MOTTO;
    if of_nation {
        return Kind::Nation;
    }
    if flat == *PLAN {
        return Kind::Title;
    }
    if flat == "du thao" || flat.starts_with("(du thao") || flat.starts_with("du thao lan") {
        return Kind::Draft;
    }
    let after = flat.strip_prefix("so").map(str::trim_start);
    if let Some(after) = after {
        let sign = after.starts_with([':', '.', '/', '…', '_']);
        if sign || after.starts_with(|c: char| c.is_ascii_digit()) && after.contains('/') {
            return Kind::Number;
        }
    }
    if is_date(flat) { Kind::Date } else { Kind::Other }
}

/// "…, ngày 5 tháng 9 năm 2025", with blanks in it.
fn is_date(flat: &str) -> bool {
    let parts = around(flat, "ngay").and_then(|(_, after)| around(after, "thang"));
    let Some((day, after)) = parts else { return false };
    let blank = |text: &str| !text.chars().any(char::is_alphabetic);
    blank(day) && around(after, "nam").is_some_and(|(month, _)| blank(month))
}

/// "Số: 05/KH-THCS": number and symbol, the 0 before a number under 10 taken off.
fn number(text: &str, build: &mut Build<'_>) {
    build.say(text);
    let from = text.char_indices().nth(2).map_or(0, |(at, _)| at);
    let label = flat(&text[..from]) == "so";
    let rest = if label { &text[from..] } else { text };
    let rest = rest.trim_start_matches([':', ' ', '\u{A0}', '\t', '.']);
    let (number, symbol) = rest.split_once('/').unwrap_or_else(|| {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        rest.split_at(digits)
    });
    let blank = !number.chars().any(char::is_alphanumeric);
    let number = if blank { "" } else { number.trim() };
    build.plan.number = match number.strip_prefix('0') {
        Some(bare) if matches!(bare.as_bytes(), [b'1'..=b'9']) => bare.to_owned(),
        _ => number.to_owned(),
    };
    symbol.trim().clone_into(&mut build.plan.symbol);
}

/// The date into the plan; returns the place before it.
fn date(text: &str, build: &mut Build<'_>) -> String {
    let (before, rest) = around(text, "ngay").unwrap_or(("", text));
    let place = before.trim().trim_end_matches(',').trim_end();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (day, rest) = around(rest, "thang").unwrap_or(("", rest));
    let (month, year) = around(rest, "nam").unwrap_or((rest, ""));
    build.plan.date = PlanDate {
        day: digits(day).parse().ok().filter(|day| (1..=31).contains(day)),
        month: digits(month).parse().ok().filter(|month| (1..=12).contains(month)),
        year: digits(year).parse().ok().filter(|year| (1900..=9000).contains(year)),
    };
    build.say(&text[before.len()..]);
    place.to_owned()
}

/// Whose paper it is: the authority's lines, then the school's.
fn letterhead(names: Vec<Stretch>, known: &Known<'_>, build: &mut Build<'_>) {
    // A paragraph that a line break parts is one name, but for the school's in it.
    let mut joined: Vec<Stretch> = Vec::new();
    for name in names {
        match joined.last_mut() {
            Some(last)
                if name.goes_on && last.at.block == name.at.block && !is_school(&name.flat) =>
            {
                last.text = format!("{} {}", last.text, name.text);
            }
            _ => joined.push(name),
        }
    }
    let split = match joined.iter().position(|name| build.home_of(name.at) == Some(Home::School)) {
        Some(split) => split,
        None => school_from(&joined),
    };
    let lines = |names: &[Stretch]| -> String {
        names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let school = lines(&joined[split..]);
    let ours = !school.is_empty() && flat(&school) == flat(&known.school.school);
    let place = std::mem::take(&mut build.plan.letterhead.place);
    let code = build.plan.symbol.split_once('-').map(|(_, code)| code.trim().to_owned());
    let base = if ours { known.school.clone() } else { Letterhead::default() };
    let private = ["tu thuc", "dan lap"].iter().any(|word| flat(&school).contains(word));
    build.plan.letterhead = Letterhead {
        governing_body: lines(&joined[..split]),
        kind: school_kind(&school).unwrap_or(known.school.kind),
        ownership: if !ours && private { Ownership::Private } else { base.ownership },
        place,
        code: code.unwrap_or_default(),
        school,
        ..base
    };
    for (nth, name) in joined.iter().enumerate() {
        let (home, field) = if nth < split {
            (Home::GoverningBody, InfoField::GoverningBody)
        } else {
            (Home::School, InfoField::School)
        };
        build.piece(name.at, home, Some(Spot::Info(field)), &name.text);
    }
}

fn is_school(flat: &str) -> bool {
    ["truong ", "trung tam ", "nha tre", "lop mau giao"].iter().any(|start| flat.starts_with(start))
}

/// The first line of the school's name: bold lines below others, or a line that says it.
fn school_from(names: &[Stretch]) -> usize {
    let any_bold = names.iter().any(|name| name.bold);
    let says = |name: &Stretch| is_school(&name.flat);
    if let Some(at) = names.iter().position(|name| says(name) && (name.bold || !any_bold)) {
        return at;
    }
    let first_bold = names.iter().position(|name| name.bold);
    match first_bold {
        Some(at) if names[at..].iter().all(|name| name.bold) => at,
        _ => names.iter().position(says).unwrap_or(names.len().saturating_sub(1)),
    }
}

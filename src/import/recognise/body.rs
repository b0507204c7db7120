//! The words between title and foot: bases, opening, parts with their paragraphs, and the tables
//! and lists that stand among them.

use std::sync::Arc;

use super::super::draft::{At, Doubt, Home};
use super::super::likeness::Words;
use super::super::source::Grid;
use super::build::{Build, put};
use super::lines::{Strip, Thing, flat, is_rule};
use super::marks::{Mark, mark, runs};
use super::narrative;
use super::people;
use super::records::records;
use super::rows::{Came, RowState, rows};
use super::table::Found;
use crate::plan::{
    Block, Field, Form, FormPart, Group, GroupNumber, Level, Paragraph, Part, Row, Run, Spot,
    TableKind,
};
use crate::understand::{standard_of_title, title_words};

/// The longest heading, in letters.
const LONGEST: usize = 200;
/// A plan has no more parts than this; a heading behind them is a paragraph.
const PARTS: usize = 500;
/// Nor more working groups, nor more people who supervise.
const PEOPLE: usize = 500;

/// What the body is read with.
pub(super) struct Body<'a, 'b> {
    pub build: &'a mut Build<'b>,
    pub form: Option<&'a Form>,
    pub tables: &'a [Found],
    /// The paper marks its headings by itself, so that bold words alone are none.
    pub outlined: bool,
    /// Some heading has a Roman number: those without are none.
    pub numbered: bool,
    pub came: Vec<Came>,
    part: Option<Part>,
    /// Lines before the first part.
    before: Vec<Strip<'a>>,
    numbers: usize,
    letters: usize,
    rows: RowState,
    /// A table stands in this part already.
    after_table: bool,
    /// Which block the last line of a working group was, for its members.
    group_open: bool,
    /// Paragraphs for the next part.
    next: Vec<Block>,
    used: Vec<Block>,
    /// The headings of the form: key, words, and which words are among them.
    named: Vec<(&'a str, String, Words)>,
    /// The keys of the parts that were read.
    keys: Vec<String>,
}

impl<'a, 'b> Body<'a, 'b> {
    pub fn new(build: &'a mut Build<'b>, form: Option<&'a Form>, tables: &'a [Found]) -> Self {
        Self {
            build,
            form,
            tables,
            outlined: false,
            numbered: false,
            came: Vec::new(),
            part: None,
            before: Vec::new(),
            numbers: 0,
            letters: 0,
            rows: RowState::default(),
            after_table: false,
            group_open: false,
            next: Vec::new(),
            used: Vec::new(),
            named: form.map(|form| form.parts.iter().map(named).collect()).unwrap_or_default(),
            keys: Vec::new(),
        }
    }

    /// Reads these things.
    pub fn read(&mut self, things: &[Thing<'a>]) {
        let mut at = 0;
        while let Some(thing) = things.get(at).filter(|_| self.build.goes_on()) {
            let rest = &things[at + 1..];
            match thing {
                Thing::Line(strip) => {
                    let taken = self.line(strip, rest);
                    at += taken;
                }
                Thing::Table(block, grid) => self.table(*block, grid),
            }
            at += 1;
        }
    }

    /// The last part ends; lines that no part followed get their place.
    pub fn end(&mut self) {
        self.flush_before();
        self.close_part();
        if !self.next.is_empty() {
            self.open_part(String::new());
            self.close_part();
        }
    }

    /// Reads a line; returns how many more were read with it.
    fn line(&mut self, strip: &Strip<'a>, rest: &[Thing<'a>]) -> usize {
        let home = self.build.home_of(strip.at);
        if is_rule(&strip.text) && home.is_none() {
            self.build.piece(strip.at, Home::Nothing, None, &strip.text);
            return 0;
        }
        let mark = mark(strip.line, &strip.text);
        if home == Some(Home::Heading)
            || home.is_none()
                && self.build.plan.parts.len() < PARTS
                && self.is_part_heading(strip, &mark)
        {
            self.flush_before();
            self.close_part();
            self.heading(strip, &mark);
            return self.narrative(rest);
        }
        if self.part.is_none() {
            self.before.push(strip.clone());
            return 0;
        }
        if self.is_closing(strip, rest) && home.is_none() {
            self.close_part();
            self.open_part(String::new());
            self.set_key("closing");
        }
        self.inside(strip, &mark, home, rest);
        0
    }

    /// A line inside a part.
    fn inside(&mut self, strip: &Strip<'a>, mark: &Mark, home: Option<Home>, rest: &[Thing<'a>]) {
        let group_open = std::mem::take(&mut self.group_open);
        let table_follows =
            matches!(rest.first(), Some(Thing::Table(block, _)) if self.is_rows(*block));
        if home.is_none() && table_follows && standard_of_title(&strip.text).is_some() {
            return self.group_row(strip, mark);
        }
        if home.is_none_or(|home| home == Home::Group)
            && (group_open || !self.used.contains(&Block::Groups))
            && self.build.plan.working_groups.len() < PEOPLE
            && let Some(group) = people::group_of(strip)
        {
            self.place(Block::Groups);
            people::group(strip, group, self.build);
            self.group_open = true;
            return;
        }
        if home.is_none_or(|home| matches!(home, Home::Group | Home::Supervisor))
            && let Some(cells) = people::person_of(strip)
        {
            let rows = vec![(strip.at, cells)];
            if group_open {
                people::members(rows, self.build);
                self.group_open = true;
                return;
            }
            let goes_on = self.build.plan.supervisors.len() < PEOPLE
                && self
                    .part
                    .as_ref()
                    .is_some_and(|part| part.blocks.last() == Some(&Block::Members));
            if goes_on || !self.used.contains(&Block::Members) && self.is_team(rest) {
                self.place(Block::Members);
                people::supervisors(rows, self.build);
                return;
            }
        }
        let (question, home) = match home {
            _ if self.after_table => {
                let mut homes = vec![Home::Paragraph, Home::NextPart];
                if self.build.plan.items().next().is_some() {
                    homes.push(Home::Note);
                }
                let words = &strip.text;
                let (question, home) =
                    self.build.ask_home(strip.at, Doubt::AfterTable, &homes, words);
                (Some(question), home)
            }
            None => (None, Home::Paragraph),
            Some(home) => (None, home),
        };
        self.put_line(strip, mark, home);
        if let Some(piece) = self.build.pieces.last_mut() {
            piece.question = question;
        }
    }

    /// Whether the line before or another person behind tells of a team.
    fn is_team(&self, rest: &[Thing<'a>]) -> bool {
        let follows =
            matches!(rest.first(), Some(Thing::Line(next)) if people::person_of(next).is_some());
        let last = self.part.as_ref().and_then(|part| part.blocks.last());
        let told = match last {
            Some(Block::Paragraph(paragraph)) => flat(&paragraph.text()).contains("giam sat"),
            _ => false,
        };
        follows || told
    }

    fn put_line(&mut self, strip: &Strip<'a>, mark: &Mark, home: Home) {
        let text = strip.text.trim().to_owned();
        let noted = if home == Home::Note { self.note(&text) } else { None };
        let spot = match home {
            Home::Note if noted.is_some() => noted,
            Home::NextPart => {
                self.next.push(Block::Paragraph(Paragraph {
                    runs: runs(&strip.line.spans, 0),
                    ..Paragraph::default()
                }));
                None
            }
            Home::Bases | Home::Opening => {
                let paragraph =
                    Paragraph { runs: runs(&strip.line.spans, 0), ..Paragraph::default() };
                if home == Home::Bases {
                    self.build.plan.bases.push(paragraph);
                    Some(Spot::Bases)
                } else {
                    self.build.plan.opening.push(paragraph);
                    Some(Spot::Opening)
                }
            }
            Home::Recipient => {
                self.build.plan.recipients.push(text.clone());
                Some(Spot::Info(crate::plan::InfoField::Recipients))
            }
            _ => {
                let paragraph = self.paragraph(strip, mark);
                let part = self.part.get_or_insert_with(Part::default);
                part.blocks.push(Block::Paragraph(paragraph));
                Some(Spot::Part(part.id))
            }
        };
        self.build.piece(strip.at, home, spot, &strip.text);
    }

    /// Words behind the note of the last row.
    fn note(&mut self, text: &str) -> Option<Spot> {
        let rows = self.build.plan.rows.iter_mut().rev();
        let item = rows.into_iter().find_map(|row| match row {
            Row::Item(item) => Some(item),
            _ => None,
        })?;
        let item = Arc::make_mut(item);
        put(item, Field::Note, text, "\n");
        Some(Spot::Row(item.id, Some(Field::Note)))
    }

    /// "Trên đây là Kế hoạch …" with nothing but the foot behind it.
    fn is_closing(&self, strip: &Strip<'a>, rest: &[Thing<'a>]) -> bool {
        strip.flat.starts_with("tren day la ")
            && rest.len() <= 1
            && self.part.as_ref().is_some_and(|part| !part.heading.is_empty())
    }

    fn is_part_heading(&self, strip: &Strip<'a>, mark: &Mark) -> bool {
        let short = strip.text.chars().count() <= LONGEST;
        let stands_out = strip.is_bold() || strip.is_shouted() || strip.line.heading == Some(1);
        if mark.roman.is_some() {
            return short && (stands_out || !strip.text.trim_end().ends_with([';', ',']));
        }
        let plain = mark.level == Level::None && short;
        if strip.line.heading == Some(1) && !self.numbered {
            return short;
        }
        // "1. …" of a paper that numbers its parts so.
        if !self.numbered && mark.level == Level::Number && short && stands_out {
            let words = strip.text.get(mark.taken..).unwrap_or_default();
            return strip.is_shouted() || self.names_a_part(words);
        }
        // "A. …", or a paper that does not number its parts.
        !self.numbered
            && plain
            && strip.is_shouted()
            && (strip.is_bold() || strip.line.heading.is_some())
    }

    /// Whether the form has a part of this name.
    fn names_a_part(&self, words: &str) -> bool {
        let words = Words::of(words);
        self.named.iter().any(|(_, _, part)| part.likeness(&words) >= 700)
    }

    fn heading(&mut self, strip: &Strip<'a>, mark: &Mark) {
        let numbered = mark.roman.is_some() || mark.level == Level::Number;
        let from = if numbered { mark.taken } else { 0 };
        let heading = strip.text.get(from..).unwrap_or_default().trim().to_owned();
        self.build.say(&strip.text[..from]);
        self.open_part(heading);
        let spot = self.part.as_ref().map(|part| Spot::Part(part.id));
        self.build.piece(strip.at, Home::Heading, spot, &strip.text);
    }

    fn open_part(&mut self, heading: String) {
        let id = self.build.id();
        let (words, like) = (title_words(&heading), Words::of(&heading));
        let used = |key: &str| self.keys.iter().any(|used| used == key);
        let free = self.named.iter().filter(|(key, ..)| !words.is_empty() && !used(key));
        let same = free.clone().find(|(_, part, _)| *part == words);
        let of_form = same.or_else(|| {
            let points = free.map(|part| (part.2.likeness(&like), part));
            points.max_by_key(|(points, _)| *points).filter(|one| one.0 >= 600).map(|one| one.1)
        });
        let key = of_form.map(|(key, ..)| (*key).to_owned());
        let blocks = std::mem::take(&mut self.next);
        self.part = Some(Part { id, key, heading, blocks, ..Part::default() });
        (self.numbers, self.letters, self.after_table) = (0, 0, false);
    }

    /// Gives the part a name of the form, where no other has it.
    fn set_key(&mut self, key: &str) {
        let taken = self.keys.iter().any(|used| used == key);
        let of_form = self.form.is_some_and(|form| form.parts.iter().any(|part| part.key == key));
        if let Some(part) = &mut self.part
            && part.key.is_none()
            && !taken
            && of_form
        {
            part.key = Some(key.to_owned());
        }
    }

    fn close_part(&mut self) {
        if let Some(part) = self.part.take() {
            self.keys.extend(part.key.clone());
            self.build.plan.parts.push(Arc::new(part));
        }
    }

    /// The lines before the first part: bases down to the last that is one, then the opening.
    fn flush_before(&mut self) {
        let lines = std::mem::take(&mut self.before);
        let is_base = |strip: &Strip<'_>| {
            strip.is_italic()
                || ["can cu ", "thuc hien ", "xet ", "theo de nghi"].iter().any(|start| {
                    strip.flat.trim_start_matches(['-', '+', ' ']).starts_with(start)
                        && strip.text.trim_end().ends_with([';', '.', ','])
                })
        };
        let told = |strip: &Strip<'_>| self.build.home_of(strip.at);
        let last = lines.iter().rposition(|strip| match told(strip) {
            Some(home) => home == Home::Bases,
            None => is_base(strip),
        });
        let split = last.map_or(0, |last| last + 1);
        let (bases, opening) = lines.split_at(split);
        if !bases.is_empty() {
            self.build.plan.bases_italic = bases.iter().all(Strip::is_italic);
        }
        (self.numbers, self.letters) = (0, 0);
        for strip in bases {
            let mark = mark(strip.line, &strip.text);
            let mut paragraph = self.paragraph(strip, &mark);
            if self.build.plan.bases_italic {
                for run in &mut paragraph.runs {
                    run.italic = false;
                }
                paragraph.runs = joined(paragraph.runs);
            }
            self.build.plan.bases.push(paragraph);
            self.build.piece(strip.at, Home::Bases, Some(Spot::Bases), &strip.text);
        }
        (self.numbers, self.letters) = (0, 0);
        for strip in opening {
            let mark = mark(strip.line, &strip.text);
            let paragraph = self.paragraph(strip, &mark);
            self.build.plan.opening.push(paragraph);
            self.build.piece(strip.at, Home::Opening, Some(Spot::Opening), &strip.text);
        }
    }

    /// A paragraph with its level. A number that begins anew stays as it was typed, for the
    /// program would count on.
    fn paragraph(&mut self, strip: &Strip<'_>, mark: &Mark) -> Paragraph {
        let spans = &strip.line.spans;
        let again = match mark.level {
            Level::Number => mark.number == Some(1) && self.numbers > 0,
            Level::Letter => mark.number == Some(1) && self.letters > 0,
            Level::None => mark.roman.is_some() || !mark.sign.is_empty(),
            Level::Dash | Level::Plus => false,
        };
        let level = if again { Level::None } else { mark.level };
        match level {
            Level::Number => (self.numbers, self.letters) = (self.numbers + 1, 0),
            Level::Letter => self.letters += 1,
            _ => {}
        }
        let mut own = runs(spans, if again { 0 } else { mark.taken });
        if again && mark.taken == 0 {
            own.insert(
                0,
                Run { text: format!("{} ", mark.sign), ..own.first().cloned().unwrap_or_default() },
            );
            own = joined(own);
        }
        if !again {
            self.build.say(strip.text.get(..mark.taken).unwrap_or_default());
        }
        let text: String = own.iter().map(|run| run.text.as_str()).collect();
        let bold = !own.is_empty() && own.iter().all(|run| run.bold || run.text.trim().is_empty());
        let is_heading = match strip.line.heading {
            Some(_) => true,
            None => {
                !self.outlined
                    && bold
                    && matches!(level, Level::Number | Level::None | Level::Letter)
                    && text.chars().count() <= LONGEST
                    && !text.trim_end().ends_with([';', '.', ','])
            }
        };
        if is_heading {
            for run in &mut own {
                run.bold = false;
            }
            own = joined(own);
        }
        Paragraph { level, is_heading, runs: own }
    }

    /// A block of the plan stands here, once.
    fn place(&mut self, block: Block) {
        if self.used.contains(&block) {
            return;
        }
        self.used.push(block.clone());
        self.part.get_or_insert_with(Part::default).blocks.push(block);
    }

    fn is_rows(&self, block: usize) -> bool {
        self.tables
            .iter()
            .any(|table| table.kind == TableKind::Rows && table.begins_in(block).is_some())
    }

    /// "Tiêu chuẩn 1: …" on the line above a table is its group.
    fn group_row(&mut self, strip: &Strip<'_>, mark: &Mark) {
        let id = self.build.id();
        let title = strip.text.get(mark.taken..).unwrap_or_default().trim().to_owned();
        self.build.say(&strip.text[..mark.taken]);
        let standard = standard_of_title(&title);
        let group = Group { id, tt: GroupNumber::None, title, standard };
        self.build.plan.rows.push(Row::Group(Arc::new(group)));
        let home = Home::Table(TableKind::Rows);
        self.build.piece(strip.at, home, Some(Spot::Row(id, None)), &strip.text);
    }

    fn table(&mut self, block: usize, grid: &'a Grid) {
        let group_open = std::mem::take(&mut self.group_open);
        if self.part.is_none() {
            self.flush_before();
            self.open_part(String::new());
        }
        if let Some(found) = self.tables.iter().find(|table| table.begins_in(block).is_some()) {
            return self.own_table(found, block, grid);
        }
        let home = self.build.home_of(At::block(block));
        if let Some(rows) = people::people(grid).filter(|_| home.is_none())
            && rows.len() <= PEOPLE
        {
            let rows = people::placed(block, rows);
            let free = !self.used.contains(&Block::Members);
            if group_open && !(free && people::supervise(&rows)) {
                people::members(rows, self.build);
                self.group_open = true;
                return;
            }
            if free {
                self.place(Block::Members);
                people::supervisors(rows, self.build);
                return;
            }
        }
        let words: Vec<(At, String)> = people::as_paragraphs(block, grid);
        let all: Vec<&str> = words.iter().map(|(_, text)| text.as_str()).collect();
        let homes = [Home::Paragraph, Home::Table(TableKind::Rows)];
        let asked = At::block(block);
        let (question, _) = self.build.ask_home(asked, Doubt::Table, &homes, &all.join("\n"));
        for (at, text) in words {
            let part = self.part.get_or_insert_with(Part::default);
            part.blocks.push(Block::Paragraph(Paragraph::plain(Level::None, text.clone())));
            let spot = Some(Spot::Part(part.id));
            self.build.piece(at, Home::Paragraph, spot, &text);
            if let Some(piece) = self.build.pieces.last_mut() {
                piece.question = Some(question);
            }
        }
    }

    fn own_table(&mut self, found: &Found, block: usize, grid: &Grid) {
        let (own, key) = match found.kind {
            TableKind::Rows => (Block::Rows, "content"),
            TableKind::Problems => (Block::Problems, "problems"),
            TableKind::Reviews => (Block::Reviews, "monitoring"),
        };
        self.place(own);
        self.set_key(key);
        let first = found.blocks.first().map(|(block, _)| *block);
        let columns: Vec<_> = self
            .build
            .columns
            .iter()
            .filter(|column| Some(column.block) == first)
            .cloned()
            .collect();
        let after = match found.kind {
            TableKind::Rows => {
                let (came, after) =
                    rows(found, (block, grid), &columns, &mut self.rows, self.build);
                self.came.extend(came);
                after
            }
            _ => records(found, (block, grid), &columns, self.build),
        };
        for text in after {
            let part = self.part.get_or_insert_with(Part::default);
            part.blocks.push(Block::Paragraph(Paragraph::plain(Level::None, text)));
        }
        self.after_table = true;
    }

    /// The rows of a narrative, where this part holds them; returns how many lines it is.
    fn narrative(&mut self, rest: &[Thing<'a>]) -> usize {
        let Some(form) = self.form.filter(|form| form.narrative) else { return 0 };
        if self.used.contains(&Block::Rows) {
            return 0;
        }
        let mut lines: Vec<(Strip<'a>, Mark)> = Vec::new();
        for thing in rest {
            let Thing::Line(strip) = thing else { break };
            let mark = mark(strip.line, &strip.text);
            if self.is_part_heading(strip, &mark) {
                break;
            }
            lines.push((strip.clone(), mark));
        }
        let key = self.part.as_ref().and_then(|part| part.key.as_deref());
        let known = (key == Some("content"), self.outlined);
        let Some(read) = narrative::read(&lines, form, known, self.build) else { return 0 };
        let count = lines.len();
        for nth in read.before {
            let (strip, mark) = &lines[nth];
            self.put_line(strip, mark, Home::Paragraph);
        }
        self.place(Block::Rows);
        self.set_key("content");
        self.came.extend(read.came);
        count
    }
}

fn named(part: &FormPart) -> (&str, String, Words) {
    (&part.key, title_words(&part.heading), Words::of(&part.heading))
}

/// Neighbours of one look as one run.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if (last.bold, last.italic) == (run.bold, run.italic) => {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run),
        }
    }
    joined
}

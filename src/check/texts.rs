//! The words that the paper prints, each with its place and the record it is typed in, in the
//! order of the paper.

use std::borrow::Cow;

use super::Given;
use super::page::{Page, texts_printed};
use super::signs::{Reader, Signs};
use crate::edit::{CellOf, Words};
use crate::plan::{
    Block, Field, GroupNumber, Id, InfoField, Paragraph, Part, Problem, Record, RecordId, Review,
    Row, Spot, Supervisor, TableKind, TextTable, WorkingGroup,
};
use crate::understand::names_basis;

/// One printed text.
pub(super) struct Text<'a> {
    /// Its place.
    pub at: Spot,
    /// What it is typed in.
    pub of: Of,
    /// As typed.
    pub words: Cow<'a, str>,
    /// Whether the paper prints it in capitals.
    pub capitals: bool,
    /// Whether it stands where a plan says what it is based on.
    pub basis: bool,
    /// What is seen of it at first sight.
    pub signs: Signs,
}

/// What a text is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A text of a record.
    Text(RecordId, Field),
    /// A line of a list of a record.
    Line(RecordId, Field, usize),
    /// A paragraph.
    Paragraph(Words, usize),
    /// The typed number of a group.
    Number(Id),
    /// A text of a table of words.
    Cell(CellOf),
}

impl Text<'_> {
    /// Whether any of these signs were seen.
    pub fn shows(&self, signs: Signs) -> bool {
        self.signs & signs != 0
    }

    /// Whether it is a cell of a table or of a list of people.
    pub fn is_paragraph(&self) -> bool {
        matches!(self.of, Of::Paragraph(..))
    }
}

/// All of them.
pub(super) fn texts<'a>(page: &Page<'a>, given: &Given<'a>) -> Vec<Text<'a>> {
    let reference = given.reference;
    let mut list = List {
        page,
        texts: Vec::new(),
        reader: Reader::new(&reference.loan_words, &reference.doubled_words),
        basis: false,
    };
    list.head();
    let mut rows_seen = false;
    for part in page.printed_parts() {
        list.part(part, &mut rows_seen);
    }
    if !rows_seen {
        // The rows are the plan's work, even while no part shows them.
        list.rows();
    }
    list.foot();
    list.texts
}

struct List<'a, 'p> {
    page: &'p Page<'a>,
    texts: Vec<Text<'a>>,
    reader: Reader<'a>,
    basis: bool,
}

impl<'a> List<'a, '_> {
    fn add(&mut self, at: Spot, of: Of, words: impl Into<Cow<'a, str>>) {
        let words = words.into();
        if words.is_empty() {
            return;
        }
        let signs = self.reader.read(&words);
        self.texts.push(Text { at, of, words, capitals: false, basis: self.basis, signs });
    }

    /// Of what is printed in capitals.
    fn add_upper(&mut self, at: Spot, of: Of, words: &'a str) {
        let before = self.texts.len();
        self.add(at, of, words);
        for text in &mut self.texts[before..] {
            text.capitals = true;
        }
    }

    fn lines(&mut self, at: &Spot, record: RecordId, field: Field, lines: &'a [String]) {
        for (index, line) in lines.iter().enumerate() {
            self.add(at.clone(), Of::Line(record, field, index), line);
        }
    }

    fn paragraphs(&mut self, at: &Spot, of: Words, paragraphs: &'a [Paragraph]) {
        for (index, paragraph) in paragraphs.iter().enumerate() {
            self.add(at.clone(), Of::Paragraph(of, index), words_of(paragraph));
        }
    }

    fn head(&mut self) {
        let plan = self.page.plan;
        let info = Spot::Info;
        let of_head = |field| Of::Text(RecordId::Letterhead, field);
        let of_plan = |field| Of::Text(RecordId::Plan, field);
        let head = &plan.letterhead;
        let (body, school) = (&head.governing_body, &head.school);
        self.add_upper(info(InfoField::GoverningBody), of_head(Field::GoverningBody), body);
        self.add_upper(info(InfoField::School), of_head(Field::School), school);
        self.add(info(InfoField::Number), of_plan(Field::Number), plan.number.as_str());
        self.add(info(InfoField::Symbol), of_plan(Field::Symbol), plan.symbol.as_str());
        self.add(info(InfoField::Place), of_head(Field::Place), head.place.as_str());
        self.add_upper(info(InfoField::DocType), of_plan(Field::DocType), &plan.doc_type);
        self.lines(&info(InfoField::Subject), RecordId::Plan, Field::Subject, &plan.subject);
        self.basis = true;
        self.paragraphs(&Spot::Bases, Words::Bases, &plan.bases);
        self.basis = false;
        self.paragraphs(&Spot::Opening, Words::Opening, &plan.opening);
    }

    fn part(&mut self, part: &'a Part, rows_seen: &mut bool) {
        let at = Spot::Part(part.id);
        let heading = Of::Text(RecordId::Part(part.id), Field::Heading);
        self.add_upper(at.clone(), heading, &part.heading);
        // A part that a person added may be one of bases, and any paragraph a basis.
        let of_bases = part.key.as_deref() == Some("bases") || names_basis(&part.heading);
        let (mut stretch, mut index) = (0, 0);
        for (place, block) in part.blocks.iter().enumerate() {
            if let Block::Paragraph(paragraph) = block {
                let words = words_of(paragraph);
                self.basis = of_bases || names_basis(&words);
                let of = Words::Part { part: part.id, stretch };
                self.add(at.clone(), Of::Paragraph(of, index), words);
                self.basis = false;
                index += 1;
                continue;
            }
            (stretch, index) = (stretch + 1, 0);
            match block {
                Block::Rows if !std::mem::replace(rows_seen, true) => self.rows(),
                Block::Problems => self.problems(),
                Block::Reviews => self.reviews(),
                Block::Members => self.members(),
                Block::Groups => self.groups(),
                Block::Table(table) => self.words_table(part.id, place, table),
                Block::Rows | Block::Paragraph(_) => {}
            }
        }
    }

    fn words_table(&mut self, part: Id, block: usize, table: &'a TextTable) {
        let at = Spot::Part(part);
        let of = |row, column| Of::Cell(CellOf { part, block, row, column });
        for (column, one) in table.columns.iter().enumerate() {
            self.add(at.clone(), of(None, column), one.title.as_str());
        }
        for (row, one) in table.rows.iter().enumerate() {
            for (column, text) in one.cells.iter().enumerate() {
                self.add(at.clone(), of(Some(row), column), text.as_str());
            }
        }
    }

    fn rows(&mut self) {
        let page = self.page;
        let columns = page.printed_fields(TableKind::Rows);
        for row in &page.plan.rows {
            match row {
                Row::Band(band) if page.form.prints_bands() => {
                    let of = Of::Text(RecordId::Row(band.id), Field::Text);
                    self.add(Spot::Row(band.id, None), of, band.text.as_str());
                }
                Row::Group(group) if page.form.prints_groups() => {
                    let at = Spot::Row(group.id, None);
                    if let GroupNumber::Typed(number) = &group.tt {
                        self.add(at.clone(), Of::Number(group.id), number.as_str());
                    }
                    let of = Of::Text(RecordId::Row(group.id), Field::Title);
                    self.add(at, of, group.title.as_str());
                }
                Row::Band(_) | Row::Group(_) => {}
                Row::Item(item) => {
                    for field in texts_printed(page.form, item, &columns) {
                        let at = Spot::Row(item.id, Some(field));
                        let text = item.text(field).unwrap_or_default();
                        self.add(at, Of::Text(RecordId::Row(item.id), field), text);
                    }
                    let problem = item.problem.filter(|_| page.form.narrative);
                    if let Some(problem) = problem.and_then(|id| page.plan.problem(id)) {
                        self.problem(problem, &[Field::Weakness]);
                    }
                }
            }
        }
    }

    fn problems(&mut self) {
        let columns = self.page.printed_fields(TableKind::Problems);
        for problem in &self.page.plan.problems {
            self.problem(problem, &columns);
        }
    }

    fn problem(&mut self, problem: &'a Problem, fields: &[Field]) {
        for &field in fields {
            let of = Of::Text(RecordId::Problem(problem.id), field);
            let text = problem.text(field).unwrap_or_default();
            self.add(Spot::Problem(problem.id, Some(field)), of, text);
        }
    }

    fn reviews(&mut self) {
        let columns = self.page.printed_fields(TableKind::Reviews);
        for review in &self.page.plan.reviews {
            for &field in &columns {
                let text = Review::text(review, field).unwrap_or_default();
                let of = Of::Text(RecordId::Review(review.id), field);
                self.add(Spot::Review(review.id, Some(field)), of, text);
            }
        }
    }

    fn members(&mut self) {
        for member in &self.page.plan.supervisors {
            for one in Supervisor::TEXTS {
                let of = Of::Text(RecordId::Supervisor(member.id), one.field);
                self.add(Spot::Supervisor(member.id), of, one.get(member));
            }
        }
    }

    fn groups(&mut self) {
        for group in &self.page.plan.working_groups {
            let at = Spot::WorkingGroup(group.id);
            for one in WorkingGroup::TEXTS {
                let of = Of::Text(RecordId::WorkingGroup(group.id), one.field);
                self.add(at.clone(), of, one.get(group));
            }
            for member in &group.members {
                let of = Of::Text(RecordId::Member(member.id), Field::Name);
                self.add(at.clone(), of, member.name.as_str());
            }
        }
    }

    fn foot(&mut self) {
        let plan = self.page.plan;
        let recipients = Spot::Info(InfoField::Recipients);
        self.lines(&recipients, RecordId::Plan, Field::Recipients, &plan.recipients);
        let at = Spot::Info(InfoField::Signatures);
        for signature in &plan.signatures {
            let record = RecordId::Signature(signature.id);
            let before = self.texts.len();
            self.lines(&at, record, Field::Authority, &signature.authority);
            for text in &mut self.texts[before..] {
                text.capitals = true;
            }
            let position = signature.position.as_str();
            self.add_upper(at.clone(), Of::Text(record, Field::Position), position);
            self.add(at.clone(), Of::Text(record, Field::Name), signature.name.as_str());
        }
    }
}

/// The words of a paragraph; of one run they are not copied.
fn words_of(paragraph: &Paragraph) -> Cow<'_, str> {
    match paragraph.runs.as_slice() {
        [run] => Cow::Borrowed(&run.text),
        _ => Cow::Owned(paragraph.text()),
    }
}

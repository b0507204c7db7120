//! No word that a person typed and the form prints is missing from the document.

use std::sync::Arc;

use caitien::check::{FindingKind, Given, check};
use caitien::edit::make::new_plan;
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    self, Band, Dossier, FormId, Group, GroupNumber, Id, Item, Letterhead, Level, Paragraph, Part,
    Plan, Problem, Review, Row, Run, SchoolYear, Signature, Supervisor, Typed, WorkingGroup,
};
use jiff::civil::date;
use proptest::prelude::*;

use super::{document_of, form, lines_of};

/// Texts as people type them: several lines, dashes, spaces, stops.
pub fn typed() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Kế hoạch",
        "Đổi mới",
        "- gạch",
        "–",
        "1.",
        "a)",
        "\n",
        "  ",
        "100%",
        "\"trích\"",
        ":",
        "Tiêu chí 1.6",
        ";",
        "ệ",
        "tổ - nhóm",
        "\t",
        "./.",
        "{school}",
    ]);
    prop::collection::vec(words, 0..6).prop_map(|words| words.join(" "))
}

/// Hands out the texts, each made unique by a mark, and notes which must be printed.
pub struct Typist {
    texts: Vec<String>,
    given: usize,
    /// Those that must be printed.
    pub printed: Vec<String>,
}

impl Typist {
    /// One who types these texts in turns.
    pub fn of(texts: Vec<String>) -> Self {
        Self { texts, given: 0, printed: Vec::new() }
    }

    fn text(&mut self, printed: bool) -> String {
        let (at, mark) = (self.given % self.texts.len(), mark(self.given));
        let text = format!("{} m{}k{mark}", self.texts[at], self.given);
        self.given += 1;
        if printed {
            self.printed.push(text.clone());
        }
        text
    }

    fn item(&mut self, form: &FormId, id: u32, problem: Option<Id>) -> Item {
        let a = *form == TABLE_2018;
        let b = *form == NARRATIVE;
        let c = *form == FORM_2_2026;
        Item {
            id: Id(id),
            problem,
            criterion_text: self.text(a || b),
            content: self.text(c),
            target: self.text(a || c),
            actions: self.text(true),
            indicator: self.text(c),
            responsible: Typed::new(self.text(true)),
            time: Typed::new(self.text(true)),
            budget: Typed::new(self.text(a)),
            resources: self.text(c),
            support: self.text(a),
            evidence: self.text(c),
            note: self.text(a),
            ..Item::default()
        }
    }

    pub fn plan(&mut self, form_id: &FormId) -> Plan {
        let school = Letterhead {
            governing_body: self.text(true),
            school: self.text(true),
            place: self.text(true),
            ..Letterhead::default()
        };
        let form = form(form_id);
        let year = SchoolYear::starting(2026).unwrap();
        let mut plan = new_plan(&school, year, &form, None, date(2026, 9, 1), Id(1));
        let b = *form_id == NARRATIVE;
        let c = *form_id == FORM_2_2026;
        plan.number = self.text(true);
        plan.subject = vec![self.text(true)];
        plan.bases = vec![Paragraph::plain(Level::None, self.text(true))];
        plan.opening = vec![Paragraph::plain(Level::Letter, self.text(true))];
        let runs = vec![
            Run::styled(self.text(true), true, false),
            Run::styled(self.text(true), false, true),
        ];
        let own = Paragraph { level: Level::Plus, is_heading: false, runs };
        plan.parts.push(Arc::new(Part {
            id: Id(70),
            heading: self.text(true),
            blocks: vec![plan::Block::Paragraph(own)],
            ..Part::default()
        }));
        for id in [80, 81] {
            plan.problems.push(Arc::new(Problem {
                id: Id(id),
                standard_text: self.text(c),
                criterion_text: self.text(c),
                current_state: self.text(c),
                weakness: self.text(b || c),
                cause: self.text(c),
                ..Problem::default()
            }));
        }
        let band = Band { id: Id(90), text: self.text(*form_id == TABLE_2018) };
        plan.rows.push(Row::Band(Arc::new(band)));
        plan.rows.push(Row::Item(Arc::new(self.item(form_id, 91, None))));
        for (at, problem) in [(100, Some(Id(80))), (110, Some(Id(81)))] {
            let title = self.text(!c);
            let tt = GroupNumber::Auto;
            plan.rows.push(Row::Group(Arc::new(Group { id: Id(at), tt, title, standard: None })));
            plan.rows.push(Row::Item(Arc::new(self.item(form_id, at + 1, problem))));
            plan.rows.push(Row::Item(Arc::new(self.item(form_id, at + 2, problem))));
            plan.rows.push(Row::Item(Arc::new(self.item(form_id, at + 3, None))));
        }
        plan.reviews = vec![Review {
            when: self.text(c),
            content: self.text(c),
            result: self.text(c),
            adjustment: self.text(c),
            assessor: self.text(c),
            ..Review::default()
        }];
        plan.working_groups = vec![WorkingGroup {
            label: self.text(true),
            task: self.text(true),
            members: [self.text(true), self.text(true)].map(caitien::plan::Member::named).into(),
            ..WorkingGroup::default()
        }];
        plan.supervisors = vec![Supervisor {
            title: self.text(true),
            name: self.text(true),
            position: self.text(true),
            what: self.text(true),
            ..Supervisor::default()
        }];
        // A recipient is one line: between two of them the program adds ";" and "-".
        let lines = [self.text(false), self.text(false)].map(|text| text.replace('\n', " "));
        self.printed.extend(lines.iter().cloned());
        plan.recipients = lines.to_vec();
        plan.signatures = vec![Signature {
            authority: vec![self.text(true)],
            position: self.text(true),
            name: self.text(true),
            ..Signature::default()
        }];
        plan
    }
}

/// A character of its own for each text, none of which any form prints by itself.
fn mark(at: usize) -> char {
    char::from_u32(0x4E00 + u32::try_from(at).unwrap()).unwrap()
}

fn is_mark(c: char) -> bool {
    ('\u{4E00}'..'\u{5000}').contains(&c)
}

/// Letters without white space, in capitals: what is compared. Column marks of `lines_of`
/// stand between cells only.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '|').collect::<String>().to_uppercase()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_printed_text_is_in_the_document(
        texts in prop::collection::vec(typed(), 7..30),
        form in prop::sample::select(vec![TABLE_2018, NARRATIVE, FORM_2_2026]),
    ) {
        let mut typist = Typist::of(texts);
        let plan = typist.plan(&form);
        let paper = bare(&lines_of(&document_of(&plan)).join("\n"));
        for text in &typist.printed {
            prop_assert!(paper.contains(&bare(text)), "{form:?} lost {text:?}");
        }
    }

    #[test]
    fn no_text_makes_a_document_fail(text in "\\PC{0,40}") {
        for form in [TABLE_2018, NARRATIVE, FORM_2_2026] {
            let mut typist = Typist::of(vec![text.clone()]);
            let plan = typist.plan(&form);
            let paper = bare(&lines_of(&document_of(&plan)).join("\n"));
            prop_assert!(paper.contains("M0K"));
        }
    }
}

#[test]
fn the_checks_read_what_is_in_the_document_and_in_its_order() {
    for form_id in [TABLE_2018, NARRATIVE, FORM_2_2026] {
        let mut typist = Typist::of(vec!["chữ".to_owned()]);
        let plan = typist.plan(&form_id);
        let paper = lines_of(&document_of(&plan)).join("\n");
        let known = Given {
            lacks: &is_mark,
            concessions: &[],
            reference: caitien::library::reference(),
            catalogues: &[],
            changed: 0,
            damaged: 0,
            today: jiff::civil::date(2026, 10, 1),
        };
        let findings = check(&Dossier::default(), &plan, &form(&form_id), &known);
        let found = findings.iter().filter_map(|finding| match finding.kind {
            FindingKind::MissingCharacter(c) => Some(c),
            _ => None,
        });
        let on_paper = paper.chars().filter(|c| is_mark(*c));
        assert_eq!(first_seen(found), first_seen(on_paper), "{form_id:?}");
    }
}

/// The numbers of the marks in the order in which they come; what comes again is left out.
fn first_seen(marks: impl Iterator<Item = char>) -> Vec<u32> {
    let mut seen = Vec::new();
    for number in marks.map(|c| u32::from(c) - u32::from(mark(0))) {
        if !seen.contains(&number) {
            seen.push(number);
        }
    }
    seen
}

//! Any dossier and any edit, for property tests, and small ones by hand.

use std::sync::Arc;

use caitien::edit::{Edit, PlanEdit};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Band, Block, Dossier, Field, Form, FormId, FormPart, Group, Id, Item, Level, Paragraph, Part,
    Plan, Problem, Review, Row, SchoolYear, Shown, Supervisor, WorkingGroup,
};
use proptest::prelude::*;

pub fn year() -> SchoolYear {
    SchoolYear::starting(2026).unwrap()
}

pub fn item(id: u32, content: &str) -> Row {
    Row::Item(Arc::new(Item { id: Id(id), content: content.into(), ..Item::default() }))
}

pub fn part(id: u32, key: Option<&str>, text: &str) -> Arc<Part> {
    Arc::new(Part {
        id: Id(id),
        key: key.map(str::to_owned),
        heading: format!("Phần {id}"),
        shown: Shown::Yes,
        blocks: vec![Block::Paragraph(Paragraph::plain(Level::None, text))],
    })
}

/// Plan 1 with parts 10 and 11, rows 20 to 22, problem 30 and group 40; plan 2 amends it.
pub fn dossier() -> Dossier {
    let plan = Plan {
        id: Id(1),
        parts: vec![part(10, Some("purpose"), "một"), part(11, None, "hai")],
        rows: vec![
            Row::Band(Arc::new(Band { id: Id(20), text: "MỨC 1".into() })),
            Row::Group(Arc::new(Group { id: Id(21), title: "Nhóm".into(), ..Group::default() })),
            item(22, "Văn thư"),
        ],
        problems: vec![Arc::new(Problem { id: Id(30), ..Problem::default() })],
        working_groups: vec![WorkingGroup { id: Id(40), ..WorkingGroup::default() }],
        supervisors: vec![Supervisor { group: Some(Id(40)), ..Supervisor::default() }],
        ..Plan::empty(year())
    };
    let other = Plan { id: Id(2), amends: Some(Id(1)), ..Plan::empty(year()) };
    Dossier { next_id: Id(50), plans: vec![Arc::new(plan), Arc::new(other)], ..Dossier::default() }
}

pub fn in_plan(change: PlanEdit) -> Edit {
    Edit::InPlan { plan: Id(1), change }
}

/// A form of these parts, each with one paragraph.
pub fn form(id: FormId, parts: &[(&str, &str)]) -> Arc<Form> {
    let parts = parts.iter().map(|(key, text)| FormPart {
        key: (*key).into(),
        heading: format!("{text} của {id}"),
        blocks: vec![Block::Paragraph(Paragraph::plain(Level::None, *text)), Block::Rows],
        official_words_differ: false,
    });
    let review_rows = if id == FORM_2_2026 {
        vec![Review { when: "Cuối học kỳ I".into(), ..Review::default() }]
    } else {
        vec![]
    };
    Arc::new(Form {
        bases: vec![Paragraph::plain(Level::None, format!("Căn cứ của {id}"))],
        parts: parts.collect(),
        review_rows,
        ..Form::empty(id)
    })
}

/// The three forms, which share some parts.
pub fn forms() -> [Arc<Form>; 3] {
    [
        form(TABLE_2018, &[("purpose", "A1"), ("bases", "A2"), ("content", "A3"), ("end", "Z")]),
        form(NARRATIVE, &[("content", "B1"), ("check", "B2"), ("end", "Z")]),
        form(FORM_2_2026, &[("bases", "C1"), ("purpose", "C2"), ("content", "C3"), ("more", "C4")]),
    ]
}

/// What an edit is made of before it is known what the dossier holds.
pub type Seed = (u8, usize, usize, String, bool);

pub fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let text = "[a-zđ\u{0}ắẵ\u{65}\u{302}\u{301} \n]{0,8}";
    prop::collection::vec((0..32_u8, any::<usize>(), any::<usize>(), text, any::<bool>()), 1..40)
}

/// The edit that a seed means for a dossier: mostly one that can be applied.
pub fn edit(dossier: &Dossier, (kind, a, b, text, flag): &Seed) -> Edit {
    let (a, b) = (*a, *b);
    let fresh = dossier.next_id;
    let text = text.clone();
    let Some(plan) = dossier.plans.get(a % dossier.plans.len().max(1)) else {
        let plan = Plan { id: fresh, label: text, ..Plan::empty(year()) };
        return Edit::AddPlan { plan: Arc::new(plan), catalogue: None };
    };
    let row = |index: usize| plan.rows.get(index % plan.rows.len().max(1)).map_or(fresh, Row::id);
    let a_part = plan.parts.get(b % plan.parts.len().max(1)).map_or(fresh, |part| part.id);
    let problem = plan.problems.get(b % plan.problems.len().max(1)).map(|problem| problem.id);
    let at = b % (plan.rows.len() + 1);
    let paragraphs = vec![Paragraph::plain(Level::Dash, text.clone())];
    let change = match kind {
        0 => return Edit::RemovePlan(plan.id),
        1 => match caitien::edit::copy_plan(dossier, plan.id) {
            Some(edit) if dossier.plans.len() < 4 => return edit,
            _ => PlanEdit::SetNumber(text),
        },
        2 => {
            let school = caitien::plan::Letterhead { school: text, ..Default::default() };
            return Edit::SetSchool(school);
        }
        3 => {
            let one = caitien::plan::Abbreviation { short: text.clone(), long: text };
            return Edit::SetAbbreviations(vec![one; b % 3]);
        }
        4 => return Edit::SetTermDates(caitien::plan::TermDates::usual(year())),
        5 => PlanEdit::SetLabel(text),
        6 => PlanEdit::SetSubject(vec![text; b % 3]),
        7 => PlanEdit::SetBases(paragraphs),
        8 => PlanEdit::SetRecipients(vec![text; b % 4]),
        9 => PlanEdit::SetReviews(vec![Review { when: text, ..Review::default() }; b % 3]),
        10 => {
            PlanEdit::InsertPart { at: b % 4, part: part(fresh.0, flag.then_some("bases"), &text) }
        }
        11 => PlanEdit::RemovePart(a_part),
        12 => PlanEdit::MovePart { part: a_part, to: a % 4 },
        13 => PlanEdit::SetPartHeading { part: a_part, heading: text },
        14 => PlanEdit::SetPartBlocks {
            part: a_part,
            blocks: vec![Block::Rows, Block::Paragraph(Paragraph::plain(Level::Plus, text))],
        },
        15 => PlanEdit::SetPartShown { part: a_part, shown: Shown::Hidden },
        16 | 17 => PlanEdit::InsertRows {
            at,
            rows: vec![item(fresh.0, &text), item(fresh.next().0, "hai")],
        },
        18 => {
            PlanEdit::InsertRows { at, rows: vec![Row::Band(Arc::new(Band { id: fresh, text }))] }
        }
        19 => PlanEdit::RemoveRows(vec![row(b)]),
        20 => PlanEdit::MoveRows { rows: vec![row(b)], to: a % 5 },
        21 | 22 => PlanEdit::SetItemText {
            item: row(b),
            field: if *flag { Field::Time } else { Field::Target },
            text,
        },
        23 => PlanEdit::InsertProblems {
            at: 0,
            problems: vec![Arc::new(Problem { id: fresh, weakness: text, ..Problem::default() })],
        },
        24 => PlanEdit::RemoveProblems(problem.into_iter().collect()),
        25 => PlanEdit::MoveProblem { problem: problem.unwrap_or(fresh), to: a % 3 },
        26 => PlanEdit::SetItem(Arc::new(Item {
            id: row(b),
            problem,
            criteria: vec![text; a % 3],
            ..Item::default()
        })),
        27 => PlanEdit::SetWorkingGroups(vec![WorkingGroup {
            id: plan.working_groups.first().map_or(fresh, |group| group.id),
            label: text,
            ..WorkingGroup::default()
        }]),
        28 => PlanEdit::SetSupervisors(vec![Supervisor {
            name: text,
            group: plan.working_groups.first().map(|group| group.id),
            ..Supervisor::default()
        }]),
        29 => PlanEdit::SetAmends(dossier.plans.first().map(|plan| plan.id)),
        _ => {
            let all = forms();
            let from = all.iter().find(|form| form.id == plan.form).unwrap();
            PlanEdit::ChangeForm {
                form: Arc::clone(&all[b % 3]),
                from: Arc::clone(from),
                first_id: fresh,
            }
        }
    };
    Edit::InPlan { plan: plan.id, change }
}

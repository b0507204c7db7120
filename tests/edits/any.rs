//! Any dossier and any edit, for property tests, and small ones by hand.

use std::sync::Arc;

use caitien::edit::{Edit, PlanEdit};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Band, Block, Dossier, Field, Form, FormId, FormPart, Group, Id, Item, Level, Member, Paragraph,
    Part, Plan, Problem, RecordId, Review, Row, SchoolYear, Shown, Signature, Supervisor,
    WorkingGroup,
};
use proptest::prelude::*;

use crate::kinds::Kind;
use crate::made::Made;

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

/// Plan 1 with parts 10 and 11, rows 20 to 22, problem 30, review 35, group 40 with member 41,
/// supervisor 42 and signature 43; plan 2 amends it.
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
        reviews: vec![Review { id: Id(35), ..Review::default() }],
        working_groups: vec![WorkingGroup {
            id: Id(40),
            label: "Nhóm công tác 1".into(),
            members: vec![Member { id: Id(41), name: "A".into() }],
            ..WorkingGroup::default()
        }],
        supervisors: vec![Supervisor { id: Id(42), group: Some(Id(40)), ..Supervisor::default() }],
        signatures: vec![Signature { id: Id(43), ..Signature::default() }],
        ..Plan::empty(year())
    };
    let other = Plan { id: Id(2), amends: Some(Id(1)), ..Plan::empty(year()) };
    Dossier { next_id: Id(50), plans: vec![Arc::new(plan), Arc::new(other)], ..Dossier::default() }
}

pub fn in_plan(change: PlanEdit) -> Edit {
    Edit::InPlan { plan: Id(1), change }
}

pub fn set_text(record: RecordId, field: Field, text: &str) -> PlanEdit {
    PlanEdit::SetText { record, field, text: text.to_owned() }
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
pub type Seed = (usize, usize, usize, String, bool);

pub fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let text = "[a-zđ\u{0}ắẵ\u{65}\u{302}\u{301} \n]{0,8}";
    let number = any::<usize>;
    prop::collection::vec((number(), number(), number(), text, any::<bool>()), 1..40)
}

/// The edit that a seed means for a dossier: mostly one that can be applied.
pub fn edit(dossier: &Dossier, (kind, a, b, text, flag): &Seed) -> Edit {
    let kind = Kind::ALL[kind % Kind::ALL.len()];
    crate::made::make(dossier, kind, Made { a: *a, b: *b, text, flag: *flag })
}

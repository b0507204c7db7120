//! A way to make an edit of every kind, for any dossier.

use std::sync::Arc;

use caitien::edit::{
    Act, CellOf, Edit, Elements, EvaluationEdit, FreshIds, GroupValue, ItemValue, LetterheadValue,
    List, PageValue, PlanEdit, PlanValue, Value, Words, copy_plan, new_things_of,
};
use caitien::plan::{
    Abbreviation, Band, Block, Bytes, Catalogue, ColumnSetting, Dossier, Event, Field, Form,
    FormId, Frozen, Group, GroupNumber, Id, Item, Letterhead, Level, LogEntry, Member, Money,
    Ownership, Paragraph, Part, Per, Period, Plan, Problem, Rating, Record, RecordId, Recurs,
    Review, Row, Run, RunField, Scan, SchoolKind, SchoolYear, SetAside, Shown, Signature, Status,
    Supervisor, TableKind, TermDates, TextColumn, TextRow, TextTable, Within, WorkingGroup,
};

use jiff::civil::DateTime;

use crate::any::{forms, part, year};
use crate::kinds::Kind;

/// What an edit is made of: two numbers that choose, a text, and a flag.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    pub a: usize,
    pub b: usize,
    pub text: &'a str,
    pub flag: bool,
}

/// One of so many, chosen by a number; none of none.
fn pick<T>(all: &[T], number: usize) -> Option<&T> {
    all.get(number % all.len().max(1))
}

/// A field of a record with texts.
fn field_of<R: Record>(number: usize) -> Field {
    R::TEXTS[number % R::TEXTS.len()].field
}

fn ownership(number: usize) -> Ownership {
    [Ownership::Public, Ownership::Private, Ownership::PeopleFounded][number % 3]
}

fn page_value(which: usize, number: u16) -> PageValue {
    let all = [
        PageValue::Letters(Within::near(13 + number % 2)),
        PageValue::LineSpacing(Within::near(1000 + number % 501)),
        PageValue::ParagraphGap(Within::near(6 + number % 7)),
        PageValue::FirstLine(Within::near(100 + number % 28)),
        PageValue::MarginTop(Within::near(20 + number % 6)),
        PageValue::MarginBottom(Within::near(20 + number % 6)),
        PageValue::MarginLeft(Within::near(30 + number % 6)),
        PageValue::MarginRight(Within::near(15 + number % 6)),
    ];
    all[which % all.len()]
}

/// Two paragraphs, the second with a field among its words.
fn paragraphs(number: usize, text: &str) -> Vec<Paragraph> {
    let field = RunField::ALL[number % RunField::ALL.len()];
    let field = Run { field: Some(field), bold: number.is_multiple_of(3), ..Run::plain("cũ") };
    let runs = vec![Run::plain("hai "), field, Run::plain(text)];
    let with_field = Paragraph { runs, ..Paragraph::default() };
    vec![Paragraph::plain(Level::Dash, text), with_field]
}

fn catalogue(number: usize, text: &str) -> Arc<Catalogue> {
    let id = format!("c{}", number % 2);
    let value = serde_json::json!({ "id": id, "circular": text });
    Arc::new(serde_json::from_value(value).unwrap())
}

/// The number of an element of a list; none of an empty one.
fn id_of(plan: &Plan, list: List, number: usize) -> Id {
    let ids: Vec<Id> = match list {
        List::Parts => plan.parts.iter().map(|one| one.id).collect(),
        List::Rows => plan.rows.iter().map(Row::id).collect(),
        List::Problems => plan.problems.iter().map(|one| one.id).collect(),
        List::Reviews => plan.reviews.iter().map(|one| one.id).collect(),
        List::WorkingGroups => plan.working_groups.iter().map(|one| one.id).collect(),
        List::Members(group) => {
            let found = plan.working_groups.iter().find(|one| one.id == group);
            found.into_iter().flat_map(|one| &one.members).map(|one| one.id).collect()
        }
        List::Supervisors => plan.supervisors.iter().map(|one| one.id).collect(),
        List::Signatures => plan.signatures.iter().map(|one| one.id).collect(),
    };
    pick(&ids, number).copied().unwrap_or_default()
}

fn item_row(plan: &Plan, number: usize) -> Id {
    let ids: Vec<Id> = plan.items().map(|item| item.id).collect();
    pick(&ids, number).copied().unwrap_or_default()
}

fn group_row(plan: &Plan) -> Id {
    let group = plan.rows.iter().find(|row| matches!(row, Row::Group(_)));
    group.map(Row::id).unwrap_or_default()
}

fn evaluate(number: usize, change: EvaluationEdit) -> Edit {
    let first = 2020 + i16::try_from(number % 2).unwrap();
    Edit::InEvaluation { year: SchoolYear::starting(first).unwrap(), change }
}

fn table(text: &str) -> TextTable {
    let column = |title: &str| TextColumn { title: title.to_owned(), centred: false };
    let row = |cell: &str| TextRow { bold: false, cells: vec![cell.to_owned(), text.to_owned()] };
    TextTable { columns: vec![column("TT"), column(text)], rows: vec![row("1"), row("2")] }
}

/// The first table of words of a plan; none where it has none.
fn table_of(plan: &Plan) -> (Id, usize) {
    let blocks =
        plan.parts.iter().flat_map(|part| (0..).zip(&part.blocks).map(|one| (part.id, one)));
    let mut tables = blocks.filter(|(_, (_, block))| matches!(block, Block::Table(_)));
    tables.next().map_or((Id::default(), 0), |(part, (at, _))| (part, at))
}

fn moment(number: usize) -> DateTime {
    jiff::civil::date(2026, 11, 1 + (number % 28) as i8).at(10, 32, 0, 0)
}

fn happened(
    event: Event,
    about: Option<Id>,
    copied: bool,
    of: Made<'_>,
    mut fresh: FreshIds,
) -> PlanEdit {
    let (at, text) = (moment(of.b), of.text.to_owned());
    let id = fresh.give();
    let entry = LogEntry { id, at, event, about, who: text.clone(), text };
    let copy = copied.then(|| {
        Arc::new(Frozen {
            id: fresh.give(),
            at,
            body: Bytes::new(of.text.as_bytes()),
            pdf: Bytes::new(vec![0, 255, 37]),
            sha256: String::new(),
        })
    });
    PlanEdit::Happened { entry, copy }
}

/// An edit of a kind for a dossier. It names nothing (`Id(0)`) where the dossier has nothing
/// to name, and cannot be applied then.
pub fn make(dossier: &Dossier, kind: Kind, of: Made<'_>) -> Edit {
    let mut fresh = FreshIds::from(dossier.next_id);
    let Made { a, b, text, flag } = of;
    let owned = || text.to_owned();
    let Some(plan) = pick(&dossier.plans, a) else {
        let plan = Plan { id: fresh.give(), label: owned(), ..Plan::empty(year()) };
        return Edit::AddPlan { plan: Arc::new(plan), catalogue: None };
    };
    let members = List::Members(id_of(plan, List::WorkingGroups, b));
    let record = |list: List| list.record(id_of(plan, list, b));
    let texted = |record, field| PlanEdit::SetText { record, field, text: owned() };
    let insert = |elements| PlanEdit::Insert { at: b % 4, elements };
    let remove = |list| PlanEdit::Remove { list, ids: vec![id_of(plan, list, b)] };
    let shift = |list| {
        let mut ids = vec![id_of(plan, list, b)];
        let other = id_of(plan, list, b.wrapping_add(1));
        if flag && other != ids[0] {
            ids.push(other);
        }
        PlanEdit::Move { list, ids, to: a % 4 }
    };
    let set = PlanEdit::SetValue;
    let of_plan = |value| set(Value::Plan(value));
    let of_item = |value| set(Value::Item(item_row(plan, b), value));
    let change = match kind {
        Kind::SchoolText => {
            return Edit::SetSchoolText { field: field_of::<Letterhead>(b), text: owned() };
        }
        Kind::SchoolKind => {
            return Edit::SetSchoolValue(LetterheadValue::Kind(
                *pick(&SchoolKind::ALL, b).unwrap(),
            ));
        }
        Kind::SchoolOwnership => {
            return Edit::SetSchoolValue(LetterheadValue::Ownership(ownership(b)));
        }
        Kind::Abbreviations => {
            let one = Abbreviation { short: owned(), long: owned() };
            return Edit::SetAbbreviations(vec![one; b % 3]);
        }
        Kind::TermDates => {
            let usual = TermDates::usual(
                SchoolYear::starting(2020 + i16::try_from(b % 9).unwrap()).unwrap(),
            );
            let start = usual.start.tomorrow().unwrap();
            return Edit::SetTermDates(if flag { usual } else { TermDates { start, ..usual } });
        }
        Kind::Catalogue => return Edit::SetCatalogue(catalogue(b, text)),
        Kind::AddForm => {
            let form = Form::clone(&caitien::library::embedded_forms()[b % 3]);
            let id = FormId::new(format!("mau-{}", b % 5));
            return Edit::AddForm(Arc::new(Form { id, about: owned(), ..form }));
        }
        Kind::AddPlan if dossier.plans.len() < 4 && flag => {
            return copy_plan(dossier, plan.id, &mut fresh).unwrap();
        }
        Kind::AddPlan => {
            let plan = Plan { id: fresh.give(), label: owned(), ..Plan::empty(year()) };
            return Edit::AddPlan {
                plan: Arc::new(plan),
                catalogue: flag.then(|| catalogue(b, text)),
            };
        }
        Kind::RemovePlan => return Edit::RemovePlan(plan.id),
        Kind::OwnWords => return Edit::SetOwnWords(vec![owned(); b % 3]),
        Kind::EvaluationCatalogue => {
            return evaluate(b, EvaluationEdit::SetCatalogue(flag.then(|| catalogue(b, text))));
        }
        Kind::EvaluationText => {
            let field = field_of::<Rating>(a);
            let code = format!("1.{}", b % 3);
            return evaluate(b, EvaluationEdit::SetText { code, field, text: owned() });
        }
        Kind::EvaluationLevel => {
            let level = flag.then_some((a % 5) as u8);
            let code = format!("1.{}", b % 3);
            return evaluate(b, EvaluationEdit::SetLevel { code, level });
        }
        Kind::EvaluationTopsOut => {
            let code = format!("1.{}", b % 3);
            return evaluate(b, EvaluationEdit::SetTopsOut { code, tops_out: flag });
        }
        Kind::Batch => {
            let both = [Kind::InsertProblems, Kind::PlanText];
            let edits = both.map(|kind| make(dossier, kind, of)).to_vec();
            return Edit::Batch(Act::StartProblem, edits);
        }
        Kind::PlanText => texted(RecordId::Plan, field_of::<Plan>(b)),
        Kind::LetterheadText => texted(RecordId::Letterhead, field_of::<Letterhead>(b)),
        Kind::PartText => texted(record(List::Parts), field_of::<Part>(a)),
        Kind::RowText => {
            let row = pick(&plan.rows, b);
            let field = match row {
                Some(Row::Band(_)) => field_of::<Band>(a),
                Some(Row::Group(_)) => field_of::<Group>(a),
                Some(Row::Item(_)) | None => field_of::<Item>(a),
            };
            texted(record(List::Rows), field)
        }
        Kind::ProblemText => texted(record(List::Problems), field_of::<Problem>(a)),
        Kind::ReviewText => texted(record(List::Reviews), field_of::<Review>(a)),
        Kind::GroupText => texted(record(List::WorkingGroups), field_of::<WorkingGroup>(a)),
        Kind::MemberText => texted(record(members), field_of::<Member>(a)),
        Kind::SupervisorText => texted(record(List::Supervisors), field_of::<Supervisor>(a)),
        Kind::SignatureText => texted(record(List::Signatures), field_of::<Signature>(a)),
        Kind::Bases => PlanEdit::SetWords { of: Words::Bases, paragraphs: paragraphs(a, text) },
        Kind::Opening => PlanEdit::SetWords { of: Words::Opening, paragraphs: paragraphs(a, text) },
        Kind::PartWords => {
            let part = id_of(plan, List::Parts, b);
            let stretch = a % 2;
            PlanEdit::SetWords {
                of: Words::Part { part, stretch },
                paragraphs: paragraphs(a, text),
            }
        }
        Kind::InsertParts => {
            let key = flag.then_some("bases");
            insert(Elements::Parts(vec![part(fresh.give().0, key, text)]))
        }
        Kind::InsertRows => {
            let problem = pick(&plan.problems, a).filter(|_| flag).map(|problem| problem.id);
            let item = Item { id: fresh.give(), content: owned(), problem, ..Item::default() };
            let band = Band { id: fresh.give(), text: owned() };
            let group = Group { id: fresh.give(), title: owned(), ..Group::default() };
            insert(Elements::Rows(vec![
                Row::Item(Arc::new(item)),
                Row::Band(Arc::new(band)),
                Row::Group(Arc::new(group)),
            ]))
        }
        Kind::InsertProblems => {
            let id = fresh.give();
            let problem = Problem { id, weakness: owned(), ..Problem::default() };
            insert(Elements::Problems(vec![Arc::new(problem)]))
        }
        Kind::InsertReviews => {
            let id = fresh.give();
            insert(Elements::Reviews(vec![Review { id, when: owned(), ..Review::default() }]))
        }
        Kind::InsertGroups => {
            let members = vec![Member { id: fresh.give(), name: owned() }];
            let id = fresh.give();
            let group = WorkingGroup { id, label: owned(), members, ..WorkingGroup::default() };
            insert(Elements::WorkingGroups(vec![group]))
        }
        Kind::InsertMembers => {
            let member = Member { id: fresh.give(), name: owned() };
            insert(Elements::Members(id_of(plan, List::WorkingGroups, b), vec![member]))
        }
        Kind::InsertSupervisors => {
            let group = pick(&plan.working_groups, a).filter(|_| flag).map(|group| group.id);
            let id = fresh.give();
            let person = Supervisor { id, name: owned(), group, ..Supervisor::default() };
            insert(Elements::Supervisors(vec![person]))
        }
        Kind::InsertSignatures => {
            let id = fresh.give();
            let signature = Signature { id, name: owned(), ..Signature::default() };
            insert(Elements::Signatures(vec![signature]))
        }
        Kind::RemoveParts => remove(List::Parts),
        Kind::RemoveRows => remove(List::Rows),
        Kind::RemoveProblems => remove(List::Problems),
        Kind::RemoveReviews => remove(List::Reviews),
        Kind::RemoveGroups => remove(List::WorkingGroups),
        Kind::RemoveMembers => remove(members),
        Kind::RemoveSupervisors => remove(List::Supervisors),
        Kind::RemoveSignatures => remove(List::Signatures),
        Kind::MoveParts => shift(List::Parts),
        Kind::MoveRows => shift(List::Rows),
        Kind::MoveProblems => shift(List::Problems),
        Kind::MoveReviews => shift(List::Reviews),
        Kind::MoveGroups => shift(List::WorkingGroups),
        Kind::MoveMembers => shift(members),
        Kind::MoveSupervisors => shift(List::Supervisors),
        Kind::MoveSignatures => shift(List::Signatures),
        Kind::ChangeForm => {
            let all = forms();
            let from = all.iter().find(|form| form.id == plan.form).unwrap();
            let to = &all[b % 3];
            PlanEdit::ChangeForm {
                form: Arc::clone(to),
                from: Arc::clone(from),
                first_id: fresh.several(new_things_of(to)),
            }
        }
        Kind::ChooseCatalogue => {
            PlanEdit::SetCatalogue((!flag || plan.catalogue.is_none()).then(|| catalogue(b, text)))
        }
        Kind::ResetPart => PlanEdit::ResetPart {
            part: id_of(plan, List::Parts, b),
            blocks: vec![
                Block::Rows,
                Block::Paragraph(Paragraph::plain(Level::Plus, text)),
                Block::Table(table(text)),
            ],
        },
        Kind::TableCell => {
            let (part, block) = table_of(plan);
            let row = flag.then_some(a % 2);
            let cell = CellOf { part, block, row, column: b % 2 };
            PlanEdit::SetCell { cell, text: owned() }
        }
        Kind::TableRows => {
            let (part, block) = table_of(plan);
            let row = TextRow { bold: flag, cells: vec![owned(); b % 4] };
            PlanEdit::SpliceRows { part, block, at: a % 2, gone: b % 2, new: vec![row; a % 3] }
        }
        Kind::Note => happened(Event::Note, pick(&plan.rows, b).map(Row::id), false, of, fresh),
        Kind::Issue => happened(Event::Issued, None, true, of, fresh),
        Kind::TakeBack => happened(Event::TakenBack, None, false, of, fresh),
        Kind::SendOut => happened(Event::Sent, None, false, of, fresh),
        Kind::CloseReview => {
            happened(Event::ReviewClosed, Some(id_of(plan, List::Reviews, b)), true, of, fresh)
        }
        Kind::ReopenReview => {
            happened(Event::ReviewReopened, Some(id_of(plan, List::Reviews, b)), false, of, fresh)
        }
        Kind::AddScan => PlanEdit::AddScan(Scan {
            id: fresh.give(),
            name: owned(),
            sha256: "0".repeat(64),
            at: moment(b),
        }),
        Kind::RemoveScan => {
            PlanEdit::RemoveScan(pick(&plan.scans, b).map(|scan| scan.id).unwrap_or_default())
        }
        Kind::SetAside => PlanEdit::SetAside {
            finding: SetAside { code: format!("c{}", b % 2), place: owned() },
            aside: flag,
        },
        Kind::Columns => {
            let column = |field| ColumnSetting {
                field,
                hidden: !flag,
                title: Some(owned()),
                width_permille: flag.then_some(100 + (b % 200) as u16),
            };
            PlanEdit::SetColumns {
                form: plan.form.clone(),
                table: TableKind::Rows,
                columns: [Field::Time, Field::Target][..b % 3]
                    .iter()
                    .copied()
                    .map(column)
                    .collect(),
            }
        }
        Kind::ScreenWidth => PlanEdit::SetScreenWidth {
            form: plan.form.clone(),
            table: TableKind::Reviews,
            field: if flag { Field::When } else { Field::Result },
            points: (b % 5 > 0).then_some(100 + (b % 200) as u16),
        },
        Kind::SchoolYear => {
            let year = SchoolYear::starting(2020 + i16::try_from(b % 9).unwrap()).unwrap();
            of_plan(PlanValue::SchoolYear(year))
        }
        Kind::Amends => {
            of_plan(PlanValue::Amends(pick(&dossier.plans, b).filter(|_| flag).map(|p| p.id)))
        }
        Kind::Day => of_plan(PlanValue::Day(flag.then_some(1 + (b % 31) as u8))),
        Kind::Month => of_plan(PlanValue::Month(flag.then_some(1 + (b % 12) as u8))),
        Kind::Year => {
            of_plan(PlanValue::Year(flag.then_some(2020 + i16::try_from(b % 9).unwrap())))
        }
        Kind::BasesItalic => of_plan(PlanValue::BasesItalic(flag)),
        Kind::TablesAcross => of_plan(PlanValue::TablesAcross(flag)),
        Kind::DraftMark => of_plan(PlanValue::DraftMark(flag)),
        Kind::TimelineAppendix => of_plan(PlanValue::TimelineAppendix(flag)),
        Kind::Page => of_plan(PlanValue::Page(page_value(a, b as u16))),
        Kind::ReviewDay => {
            let day = flag.then(|| moment(b).date());
            set(Value::ReviewDay(id_of(plan, List::Reviews, b), day))
        }
        Kind::Approves => set(Value::Approves(id_of(plan, List::Signatures, b), flag)),
        Kind::LetterheadKind => {
            let kind = *pick(&SchoolKind::ALL, b).unwrap();
            set(Value::Letterhead(LetterheadValue::Kind(kind)))
        }
        Kind::LetterheadOwnership => {
            set(Value::Letterhead(LetterheadValue::Ownership(ownership(b))))
        }
        Kind::Shown => {
            let shown = [Shown::Yes, Shown::Hidden, Shown::NotInForm][a % 3];
            set(Value::Shown { part: id_of(plan, List::Parts, b), shown })
        }
        Kind::GroupNumber => {
            let all = [GroupNumber::Auto, GroupNumber::None, GroupNumber::Typed(owned())];
            set(Value::Group(group_row(plan), GroupValue::Number(all[b % 3].clone())))
        }
        Kind::GroupStandard => {
            let standard = flag.then_some((b % 6) as u8);
            set(Value::Group(group_row(plan), GroupValue::Standard(standard)))
        }
        Kind::Spent => of_item(ItemValue::Spent(flag.then(Money::default))),
        Kind::DoneOn => of_item(ItemValue::DoneOn(flag.then(|| moment(b).date()))),
        Kind::Percent => of_item(ItemValue::Percent(flag.then_some((b % 120) as u8))),
        Kind::ItemCriteria => of_item(ItemValue::Criteria(vec![owned(); b % 3])),
        Kind::ItemProblem => {
            of_item(ItemValue::Problem(pick(&plan.problems, b).filter(|_| flag).map(|p| p.id)))
        }
        Kind::LevelNow => of_item(ItemValue::LevelNow(flag.then_some((b % 5) as u8))),
        Kind::LevelTarget => of_item(ItemValue::LevelTarget(flag.then_some((b % 5) as u8))),
        Kind::Status => {
            let all = [None, Some(Status::Done), Some(Status::UnderWay), Some(Status::NotDone)];
            of_item(ItemValue::Status(all[b % 4]))
        }
        Kind::Period => of_item(ItemValue::Period(flag.then(|| Period {
            start: Some(year().date(9, 1)),
            end: (b % 2 == 0).then(|| year().date(1, 15)),
            before: b % 3 == 0,
            recurs: (b % 5 == 0).then_some(Recurs::Month),
        }))),
        Kind::Money => of_item(ItemValue::Money(flag.then(|| Money {
            from: Some(b as u64),
            to: (b % 2 == 0).then_some(u64::MAX),
            per: Some(Per::Year),
            sources: vec![owned(); b % 3],
        }))),
        Kind::People => of_item(ItemValue::People(flag.then(|| vec![owned(); 1 + b % 2]))),
        Kind::ProblemCriteria => {
            set(Value::ProblemCriteria(id_of(plan, List::Problems, b), vec![owned(); 1 + b % 2]))
        }
        Kind::GroupStandards => {
            let standards = vec![(b % 6) as u8; a % 3];
            set(Value::GroupStandards(id_of(plan, List::WorkingGroups, b), standards))
        }
        Kind::SupervisedGroup => {
            let group = pick(&plan.working_groups, a).filter(|_| flag).map(|group| group.id);
            set(Value::SupervisedGroup(id_of(plan, List::Supervisors, b), group))
        }
    };
    Edit::InPlan { plan: plan.id, change }
}

#[test]
fn every_kind_has_a_way_to_make_it() {
    for kind in Kind::ALL {
        for flag in [true, false] {
            let of = Made { a: 0, b: 0, text: "x", flag };
            assert_eq!(Kind::of(&make(&crate::any::dossier(), *kind, of)), *kind);
        }
    }
}

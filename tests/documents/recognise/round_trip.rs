//! Our own Word file comes in again: each printed field in its record, and the same file goes out.

use std::sync::Arc;

use caitien::document::plan_document;
use caitien::edit::make::new_plan;
use caitien::export::plan_docx;
use caitien::import::{Doubt, Draft, docx};
use caitien::library::{self, FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    Band, ColumnSetting, Dossier, Field, Form, FormId, Group, Id, Item, Letterhead, Member,
    Paragraph, Plan, PlanDate, Problem, Record, Review, Row, SchoolKind, SchoolYear, Signature,
    Supervisor, TableKind, TableSetting, Typed, WorkingGroup,
};
use jiff::civil::date;
use proptest::prelude::*;

use super::draft;
use crate::document::{form, sample};

/// The Word file of a plan, and what becomes of it.
fn there_and_back(plan: &Plan, form: &Form) -> (Vec<u8>, Draft) {
    let bytes = plan_docx(&Dossier::default(), plan, form, library::faces().unwrap()).unwrap();
    let draft = draft(&docx(&bytes).unwrap());
    (bytes, draft)
}

fn out_again(draft: &Draft) -> Vec<u8> {
    let form = draft.form.as_ref().unwrap();
    plan_docx(&Dossier::default(), &draft.plan, form, library::faces().unwrap()).unwrap()
}

/// What stands on paper where two plans differ, for a person to read.
fn difference(plan: &Plan, draft: &Draft) -> String {
    let of = |plan: &Plan, form: &Form| plan_document(&Dossier::default(), plan, form).blocks;
    let ours = of(plan, &form(&plan.form));
    let theirs = of(&draft.plan, draft.form.as_ref().unwrap());
    let both = ours.iter().zip(&theirs).find(|(one, two)| one != two);
    format!("{both:#?}\n{} blocks, {}", ours.len(), theirs.len())
}

/// The fields that a form's main table prints.
fn printed(plan: &Plan, form: &Form) -> Vec<Field> {
    let columns = form.columns_for(TableKind::Rows, &plan.options.columns);
    columns.iter().filter(|column| !column.hidden).map(|column| column.field).collect()
}

fn compare(plan: &Plan, draft: &Draft) {
    let back = &draft.plan;
    assert_eq!(back.form, plan.form);
    assert_eq!(back.school_year, plan.school_year);
    assert_eq!((&back.number, &back.symbol), (&plan.number, &plan.symbol));
    assert_eq!((back.date, &back.doc_type), (plan.date, &plan.doc_type));
    assert_eq!(back.subject, plan.subject);
    assert_eq!(back.letterhead.school, plan.letterhead.school);
    assert_eq!(back.letterhead.governing_body, plan.letterhead.governing_body);
    assert_eq!(back.letterhead.place, plan.letterhead.place);
    // On paper a field is its words.
    let bases = |plan: &Plan| -> Vec<Paragraph> {
        let all = plan.bases.iter();
        all.map(|one| Paragraph { runs: one.plain_runs(), ..one.clone() }).collect()
    };
    assert_eq!(bases(back), bases(plan));
    assert_eq!(back.recipients, plan.recipients);
    let signatures = |plan: &Plan| -> Vec<(Vec<String>, String, String)> {
        let all = plan.signatures.iter();
        all.map(|one| (one.authority.clone(), one.position.clone(), one.name.clone())).collect()
    };
    assert_eq!(signatures(back), signatures(plan));
    let headings = |plan: &Plan| -> Vec<String> {
        plan.parts.iter().map(|part| part.heading.clone()).collect()
    };
    assert_eq!(headings(back), headings(plan));
    let mut fields = printed(plan, &form(&plan.form));
    // Where it is empty others stand in for it on paper.
    fields.retain(|field| *field != Field::Resources);
    let items = |plan: &Plan| -> Vec<Vec<String>> {
        let all = plan.items();
        all.map(|item| {
            fields
                .iter()
                .map(|field| item.text(*field).unwrap_or_default().trim().to_owned())
                .collect()
        })
        .collect()
    };
    assert_eq!(items(back), items(plan));
    assert!(draft.questions.iter().all(|question| question.doubt != Doubt::Lost));
}

#[test]
fn the_sample_s_plans_come_back_as_they_went() {
    let sample = sample();
    for plan in &sample.plans {
        let form = form(&plan.form);
        let (bytes, draft) = there_and_back(plan, &form);
        let recipients = plan.recipients.iter().map(|one| one.trim_end_matches('.').to_owned());
        let plan = Plan { recipients: recipients.collect(), ..(**plan).clone() };
        compare(&plan, &draft);
        assert_eq!(draft.questions, [], "{}", plan.form);
        assert!(out_again(&draft) == bytes, "{}", difference(&plan, &draft));
        assert_eq!(draft.meet(&plan).changes, [], "nothing was changed on paper");
        assert!(draft.is_of(&plan));
    }
}

const WORDS: [&str; 14] = [
    "Bồi dưỡng giáo viên qua sinh hoạt chuyên môn",
    "Rà soát hồ sơ, lưu trữ minh chứng theo từng tiêu chí",
    "100% giáo viên đạt chuẩn",
    "Tự túc",
    "50 triệu đồng",
    "Hiệu trưởng, Kế toán",
    "Tổ trưởng chuyên môn",
    "Tháng 9/2026 đến tháng 5/2027",
    "Hằng năm",
    "Không",
    "Sửa 06 phòng học; thay bàn ghế",
    "- Khảo sát nhu cầu\n- Lập dự toán\n+ Trình phê duyệt",
    "1. Xây dựng kế hoạch\n2. Thực hiện",
    "(theo đề xuất của tổ)",
];

const SCHOOLS: [(&str, &str, SchoolKind); 4] = [
    ("UBND phường An Khê", "Trường THCS Hoa Sữa", SchoolKind::LowerSecondary),
    ("Sở Giáo dục và Đào tạo", "Trường THPT Nguyệt Hà", SchoolKind::UpperSecondary),
    ("", "Trường Tiểu học Ánh Dương", SchoolKind::Primary),
    ("UBND xã Đông Hải\nPhòng Văn hóa - Xã hội", "Trường Mầm non Sao Mai", SchoolKind::Preschool),
];

/// Picks made one after another from numbers.
struct Picks {
    numbers: Vec<usize>,
    at: usize,
    id: u32,
}

impl Picks {
    fn of(&mut self, count: usize) -> usize {
        let number = self.numbers[self.at % self.numbers.len()];
        self.at += 1;
        (number + self.at * 7) % count
    }

    fn words(&mut self) -> String {
        WORDS[self.of(WORDS.len())].to_owned()
    }

    /// Words, or none at all.
    fn some(&mut self) -> String {
        if self.of(4) == 0 { String::new() } else { self.words() }
    }

    fn line(&mut self) -> String {
        WORDS[self.of(11)].to_owned()
    }

    fn id(&mut self) -> Id {
        self.id += 1;
        Id(self.id)
    }

    fn item(&mut self, form: &FormId, code: Option<String>, criterion: String) -> Item {
        let is = |one: &FormId| form == one;
        let table = is(&TABLE_2018);
        let mut text = |yes: bool| if yes { self.some() } else { String::new() };
        let item = Item {
            criterion_text: criterion,
            criteria: code.into_iter().collect(),
            content: text(is(&FORM_2_2026)),
            target: text(!is(&NARRATIVE)),
            indicator: text(is(&FORM_2_2026)),
            responsible: Typed::new(text(true)),
            time: Typed::new(text(true)),
            budget: Typed::new(text(table)),
            resources: text(is(&FORM_2_2026)),
            support: text(table),
            evidence: text(is(&FORM_2_2026)),
            note: text(table),
            ..Item::default()
        };
        Item { id: self.id(), actions: self.words(), ..item }
    }

    fn plan(&mut self, form_id: &FormId) -> Plan {
        let form = form(form_id);
        let (body, name, kind) = SCHOOLS[self.of(SCHOOLS.len())];
        let school = Letterhead {
            governing_body: body.to_owned(),
            school: name.to_owned(),
            kind,
            place: ["An Khê", "Phường 3", ""][self.of(3)].to_owned(),
            code: "THCSHS".to_owned(),
            ..Letterhead::default()
        };
        let year = SchoolYear::starting(2024 + i16::try_from(self.of(4)).unwrap()).unwrap();
        let today = date(year.first(), 9, 5);
        let catalogue = library::propose_catalogue(kind, form_id, today);
        let mut plan = new_plan(&school, year, &form, catalogue.map(AsRef::as_ref), today, Id(1));
        self.id = 1_000;
        ["", "5", "32", "102a"][self.of(4)].clone_into(&mut plan.number);
        if self.of(2) == 0 {
            plan.date = PlanDate { day: Some(5), month: Some(9), year: Some(year.first()) };
        }
        plan.options.draft_mark = self.of(5) == 0;
        plan.bases_italic = true;
        self.rows(&mut plan, form_id, catalogue.map(AsRef::as_ref));
        for review in &mut plan.reviews {
            *review = Review { result: self.some(), assessor: self.some(), ..review.clone() };
        }
        self.people(&mut plan);
        if *form_id == TABLE_2018 && self.of(2) == 0 {
            let setting = |field, hidden, title: Option<&str>| ColumnSetting {
                field,
                hidden,
                title: title.map(str::to_owned),
                width_permille: None,
            };
            plan.options.columns = vec![TableSetting {
                form: form_id.clone(),
                table: TableKind::Rows,
                columns: vec![
                    setting(Field::Support, true, None),
                    setting(Field::Time, false, Some("Thời hạn")),
                ],
            }];
            for row in &mut plan.rows {
                if let Row::Item(item) = row {
                    Arc::make_mut(item).support.clear();
                }
            }
        }
        plan
    }

    fn rows(
        &mut self,
        plan: &mut Plan,
        form_id: &FormId,
        catalogue: Option<&caitien::plan::Catalogue>,
    ) {
        plan.rows.clear();
        let Some(catalogue) = catalogue else { return };
        if *form_id == TABLE_2018 {
            let text = "MỨC 1, 2, 3".to_owned();
            plan.rows.push(Row::Band(Arc::new(Band { id: self.id(), text })));
        }
        let named = *form_id != NARRATIVE || self.of(2) == 0;
        for standard in &catalogue.standards {
            if self.of(3) == 0 {
                continue;
            }
            let title = format!("Tiêu chuẩn {}: {}", standard.number, standard.name);
            let id = self.id();
            if *form_id != FORM_2_2026 {
                let number = Some(standard.number);
                let group = Group { id, title, standard: number, ..Group::default() };
                plan.rows.push(Row::Group(Arc::new(group)));
            }
            for criterion in standard.criteria.iter().take(1 + self.of(3)) {
                let text = match form_id {
                    form if *form == FORM_2_2026 => String::new(),
                    _ if !named => String::new(),
                    _ => catalogue.criterion_text(&criterion.code).unwrap(),
                };
                let code = (!text.is_empty()).then(|| criterion.code.clone());
                for _ in 0..=self.of(2) {
                    let mut item = self.item(form_id, code.clone(), text.clone());
                    if *form_id != TABLE_2018 && self.of(2) == 0 {
                        let id = self.id();
                        item.problem = Some(id);
                        plan.problems.push(Arc::new(Problem {
                            id,
                            standard_text: format!("Tiêu chuẩn {}", standard.number),
                            criterion_text: catalogue.criterion_text(&criterion.code).unwrap(),
                            weakness: self.line(),
                            current_state: self.words(),
                            cause: self.words(),
                            ..Problem::default()
                        }));
                    }
                    if *form_id == FORM_2_2026 && item.content.is_empty() {
                        item.content = self.line();
                    }
                    plan.rows.push(Row::Item(Arc::new(item)));
                }
            }
        }
    }

    fn people(&mut self, plan: &mut Plan) {
        for number in 1..=self.of(4) {
            let members = (0..self.of(3)).map(|_| Member {
                id: Id(0),
                name: ["Bà Vũ Lan Anh - Kế toán", "Ông Lê Minh"][self.of(2)].to_owned(),
            });
            let members: Vec<Member> = members.collect();
            plan.working_groups.push(WorkingGroup {
                id: Id(0),
                label: format!("Nhóm công tác {number}"),
                task: format!("Phụ trách tiêu chuẩn {number}"),
                members,
                ..WorkingGroup::default()
            });
        }
        for number in 1..=self.of(3) {
            plan.supervisors.push(Supervisor {
                title: ["Ông", "Bà"][self.of(2)].to_owned(),
                name: "Trần Thu Hà".to_owned(),
                position: ["Phó Hiệu trưởng", "Chủ tịch Công đoàn"][self.of(2)].to_owned(),
                what: format!("Giám sát nhóm công tác {number}"),
                ..Supervisor::default()
            });
        }
        plan.recipients = (0..self.of(4))
            .map(|at| {
                ["UBND phường (để b/c)", "Các tổ chuyên môn", "Công đoàn", "Lưu: VT"][at].to_owned()
            })
            .collect();
        let (authority, position) = match self.of(4) {
            0 => (vec!["KT. Hiệu trưởng".to_owned()], "Phó Hiệu trưởng"),
            1 => (vec!["TM. Hội đồng".to_owned()], "Chủ tịch"),
            2 => (Vec::new(), "Giám đốc"),
            _ => (Vec::new(), "HIỆU TRƯỞNG"),
        };
        let position = position.to_owned();
        let name = "Vũ Lan Anh".to_owned();
        plan.signatures = vec![Signature { authority, position, name, ..Signature::default() }];
        let mut next = 5_000;
        *plan = plan.with_ids(&mut |id| {
            next += 1;
            if id.is_none() { Id(next) } else { id }
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_plan_comes_back_as_it_went(
        numbers in prop::collection::vec(0_usize..10_000, 5..60),
        form_id in prop::sample::select(vec![TABLE_2018, NARRATIVE, FORM_2_2026]),
    ) {
        let plan = Picks { numbers, at: 0, id: 0 }.plan(&form_id);
        if plan.items().next().is_none() {
            return Ok(());
        }
        let (bytes, draft) = there_and_back(&plan, &form(&form_id));
        prop_assert!(out_again(&draft) == bytes, "{}", difference(&plan, &draft));
        compare(&plan, &draft);
        prop_assert_eq!(draft.meet(&plan).changes, []);
    }
}

#[test]
fn one_piece_of_work_of_which_little_is_written_comes_back_as_one() {
    let numbers =
        vec![0, 0, 0, 0, 0, 0, 0, 4420, 3701, 4796, 3727, 4628, 7553, 8224, 954, 8054, 9859];
    let plan = Picks { numbers, at: 0, id: 0 }.plan(&NARRATIVE);
    assert_eq!(plan.items().count(), 1);
    let (bytes, draft) = there_and_back(&plan, &form(&NARRATIVE));
    assert!(out_again(&draft) == bytes, "{}", difference(&plan, &draft));
    compare(&plan, &draft);
}

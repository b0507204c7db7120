//! Rules of the form of a paper, of years and of what agrees with what: each with a plan that
//! breaks it, and one that only looks so.

use std::sync::Arc;

use caitien::check::Severity::{Error, Note, Warning};
use caitien::plan::{
    Block, Field, Group, GroupNumber, Id, Item, Level, Paper, Paragraph, Part, Plan, PlanDate,
    Problem, Row, SchoolKind, Signature, Supervisor, Typed, WorkingGroup,
};

use super::check::set_item;
use super::rules::{hit, silent};

fn signed(authority: &str, position: &str, name: &str) -> impl FnOnce(&mut Plan) + use<> {
    let authority = if authority.is_empty() { Vec::new() } else { vec![authority.to_owned()] };
    let signature = Signature {
        authority,
        position: position.into(),
        name: name.into(),
        ..Signature::default()
    };
    |plan| plan.signatures = vec![signature]
}

/// The plan with this paragraph in a part before the table.
pub fn with_paragraph(key: &str, level: Level, text: &str) -> impl FnOnce(&mut Plan) + use<> {
    with_paragraphs(key, level, &[text])
}

fn with_paragraphs(key: &str, level: Level, texts: &[&str]) -> impl FnOnce(&mut Plan) + use<> {
    let paragraphs = texts.iter().map(|text| Block::Paragraph(Paragraph::plain(level, *text)));
    let part = Part {
        id: Id(50),
        key: Some(key.to_owned()),
        heading: "Phần thêm".into(),
        blocks: paragraphs.collect(),
        ..Part::default()
    };
    |plan| plan.parts.insert(0, Arc::new(part))
}

/// Rows of these codes, each with its own target.
fn rows(codes: &[&str]) -> Vec<Row> {
    let item = |(id, code): (u32, &&str)| {
        Row::Item(Arc::new(Item {
            id: Id(id),
            criteria: vec![(*code).to_owned()],
            criterion_text: format!("Tiêu chí {code}"),
            target: format!("Đạt mục tiêu {id}"),
            responsible: Typed::new("Hiệu trưởng"),
            time: Typed::new("Tháng 10"),
            budget: Typed::new("Không"),
            support: "Không".into(),
            ..Item::default()
        }))
    };
    (20..).zip(codes).map(item).collect()
}

fn group(id: u32, title: &str) -> Row {
    Row::Group(Arc::new(Group { id: Id(id), title: title.into(), ..Group::default() }))
}

#[test]
fn symbol_and_place() {
    hit("symbol-space", Warning, |plan| plan.symbol = "KH-THCS HM".into());
    silent(|plan| plan.symbol = " KH-THCSHM ".into());
    hit("symbol-kind", Warning, |plan| {
        plan.doc_type = "KẾ HOẠCH".into();
        plan.symbol = "BC-THCSHM".into();
    });
    silent(|plan| {
        plan.doc_type = "BÁO CÁO".into();
        plan.symbol = "BC-THCSHM".into();
    });
    hit("missing-place", Warning, |plan| plan.letterhead.place = " ".into());
    silent(|plan| plan.letterhead.place = "Phường 3".into());
}

#[test]
fn what_a_paper_about_a_plan_leaves_open_is_counted() {
    let minutes = |text: &'static str| {
        move |plan: &mut Plan| {
            plan.paper = Paper::Minutes;
            plan.doc_type = "BIÊN BẢN".into();
            plan.symbol = "BB-THCSGT".into();
            plan.date = PlanDate::default();
            plan.letterhead.place.clear();
            with_paragraph("content", Level::None, text)(plan);
        }
    };
    silent(minutes("Cuộc họp thống nhất các nội dung."));
    hit("not-written", Warning, minutes("Thời gian bắt đầu: … giờ … phút, ngày 15/01/2027."));
    silent(with_paragraph("content", Level::None, "Bàn ghế, tủ sách, …"));
    hit("symbol-kind", Warning, |plan| {
        minutes("Cuộc họp thống nhất.")(plan);
        plan.symbol = "KH-THCSGT".into();
    });
}

#[test]
fn who_signs() {
    hit("authority-space", Warning, signed("KT.HIỆU TRƯỞNG", "Phó Hiệu trưởng", "Vũ Lan"));
    hit("authority-space", Warning, signed("", "Q.HIỆU TRƯỞNG", "Vũ Lan"));
    silent(signed("KT. HIỆU TRƯỞNG", "Phó Hiệu trưởng", "Vũ Lan"));
    silent(signed("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Vũ Lan"));
    hit("deputy-authority", Warning, signed("", "PHÓ HIỆU TRƯỞNG", "Vũ Lan"));
    hit("deputy-authority", Warning, signed("KT. HIỆU TRƯỞNG", "HIỆU TRƯỞNG", "Vũ Lan"));
    silent(signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Vũ Lan"));
    hit("signer-degree", Warning, signed("", "Hiệu trưởng", "ThS. Vũ Lan"));
    silent(signed("", "Hiệu trưởng", "Thạch Sơn"));
}

#[test]
fn the_archive_among_the_recipients() {
    let to = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        |plan: &mut Plan| plan.recipients = lines
    };
    hit("archive-colon", Note, to(&["Sở GDĐT (để b/c)", "Lưu VT."]));
    hit("archive-colon", Note, to(&["- Lưu  VT, HĐTĐG"]));
    silent(to(&["- Lưu: VT, HĐTĐG."]));
    silent(to(&["Sở GDĐT (để b/c)", "Lưu:VT", ""]));
    hit("archive-missing", Warning, to(&["Sở GDĐT (để b/c)"]));
    hit("archive-not-last", Note, to(&["Lưu: VT", "Hội đồng tự đánh giá"]));
    silent(to(&["Lưu: VT", "Lưu: hồ sơ KĐCLGD"]));
}

#[test]
fn the_title_and_the_motto() {
    hit("title-capitals", Note, |plan| plan.subject = vec!["CẢI TIẾN CHẤT LƯỢNG".into()]);
    silent(|plan| plan.subject = vec!["Cải tiến chất lượng KĐCLGD".into()]);
    let motto = "Độc lập – Tự do – Hạnh phúc";
    hit("motto-hyphens", Warning, |plan| plan.letterhead.governing_body = motto.into());
    silent(|plan| plan.letterhead.governing_body = "Độc lập - Tự do - Hạnh phúc".into());
    silent(with_paragraph("purpose", Level::None, "Vì độc lập, tự do và hạnh phúc của trẻ em."));
}

#[test]
fn numbers_typed_by_hand() {
    let headed = |heading: &'static str| {
        move |plan: &mut Plan| Arc::make_mut(&mut plan.parts[0]).heading = heading.into()
    };
    hit("heading-number", Warning, headed("VI. Tổ chức thực hiện"));
    hit("heading-number", Warning, headed("3. Nội dung"));
    silent(headed("V.I. Lê-nin và giáo dục"));
    silent(headed("100% nội dung. Kết quả"));
    hit("point-number", Warning, with_paragraph("purpose", Level::Number, "2. Kế hoạch cụ thể."));
    silent(with_paragraph("purpose", Level::Number, "02 lần rà soát trong năm."));
    let typed = ["1. Báo cáo.", "2. Kế hoạch.", "4. Chủ trương."];
    hit("number-skips", Warning, with_paragraphs("purpose", Level::None, &typed));
    silent(with_paragraphs("purpose", Level::None, &typed[..2]));
    // Lists that begin anew, and a number inside a sentence.
    let typed = ["1. Báo cáo.", "2. Kế hoạch.", "1. Chủ trương.", "Nhóm 4. Thực hiện."];
    silent(with_paragraphs("purpose", Level::None, &typed));
    let numbered = |numbers: &'static [&'static str]| {
        move |plan: &mut Plan| {
            let group = |(id, number): (u32, &&str)| {
                let tt = GroupNumber::Typed((*number).to_owned());
                Row::Group(Arc::new(Group { id: Id(id), tt, ..Group::default() }))
            };
            plan.rows.extend((30..).zip(numbers).map(group));
        }
    };
    hit("number-skips", Warning, numbered(&["1", "2", "4"]));
    silent(numbered(&["1", "2", "3."]));
}

#[test]
fn years_that_do_not_fit() {
    let title = |text: &'static str| move |plan: &mut Plan| plan.subject = vec![text.into()];
    hit("title-year", Error, title("Cải tiến chất lượng năm học 2025 - 2026"));
    silent(title("Cải tiến chất lượng năm học 2026–2027"));
    silent(title("Cải tiến chất lượng giai đoạn 2025 - 2030"));
    let opening = |text: &'static str| {
        move |plan: &mut Plan| plan.opening = vec![Paragraph::plain(Level::None, text)]
    };
    hit("sentence-year", Warning, opening("Trường lập kế hoạch năm học 2025-2026 như sau:"));
    silent(opening("Từ kết quả năm học 2025-2026, trường lập kế hoạch năm học 2026-2027:"));
    let basis = |text: &'static str| with_paragraph("bases", Level::Number, text);
    hit("result-of-same-year", Warning, basis("Kết quả cải tiến năm học 2026 - 2027;"));
    silent(basis("Kết quả cải tiến năm học 2025 - 2026;"));
    silent(basis("Kế hoạch giáo dục năm học 2026 - 2027;"));
    hit("report-after-plan", Note, basis("Báo cáo tự đánh giá giai đoạn từ năm 2024 đến 2029;"));
    silent(basis("Báo cáo tự đánh giá giai đoạn 2021 - 2026;"));
    silent(basis("Chiến lược phát triển giai đoạn 2025 - 2030;"));
    let on = |day, month, year| {
        let date = PlanDate { day: Some(day), month: Some(month), year: Some(year) };
        move |plan: &mut Plan| plan.date = date
    };
    hit("date-outside-year", Warning, on(10, 9, 2025));
    silent(on(15, 6, 2026));
    hit("date-ahead", Note, on(2, 10, 2026));
    silent(on(1, 10, 2026));
}

#[test]
fn what_rows_say() {
    let say = |field: Field, same: bool| {
        move |plan: &mut Plan| {
            plan.rows = rows(&["1.1", "1.2", "1.3"]);
            for (at, row) in plan.rows.iter_mut().enumerate() {
                let Row::Item(item) = row else { panic!("no item") };
                let words =
                    if same { "Đạt mức 2".to_owned() } else { format!("Đạt mức {at}") };
                let item = Arc::make_mut(item);
                match field {
                    Field::Target => item.target = words,
                    _ => item.actions = words,
                }
            }
        }
    };
    hit("same-words", Warning, say(Field::Target, true));
    hit("same-words", Warning, say(Field::Actions, true));
    silent(say(Field::Target, false));
    // The same time and the same money are usual.
    silent(|plan| plan.rows = rows(&["1.1", "1.2", "1.3"]));

    let answered = |target: &'static str| {
        move |plan: &mut Plan| {
            let weakness = "Hồ sơ quản lý còn phân tán, khó tra cứu.".into();
            let problem = Problem { id: Id(70), weakness, ..Problem::default() };
            plan.problems = vec![Arc::new(problem)];
            set_item(plan, |item| {
                item.problem = Some(Id(70));
                item.target = target.into();
            });
        }
    };
    hit("target-is-weakness", Warning, answered("Hồ sơ quản lý còn phân tán, khó tra cứu"));
    silent(answered("Hồ sơ quản lý được lưu trữ điện tử"));

    let level = |now, target| {
        move |plan: &mut Plan| {
            set_item(plan, |item| (item.level_now, item.level_target) = (Some(now), Some(target)));
        }
    };
    hit("level-falls", Warning, level(3, 2));
    silent(level(3, 3));

    // One note a column, not one a row; a narrative prints none.
    hit("empty-cells", Note, |plan| {
        plan.rows = rows(&["1.1", "1.2"]);
        for row in &mut plan.rows {
            let Row::Item(item) = row else { panic!("no item") };
            Arc::make_mut(item).budget = Typed::default();
        }
    });
    silent(|plan| set_item(plan, |item| item.note.clear()));
}

#[test]
fn criteria_and_standards() {
    let cell = |text: &'static str| {
        move |plan: &mut Plan| set_item(plan, |item| item.criterion_text = text.into())
    };
    hit("criterion-space", Note, cell("Tiêu chí 1. 6\nQuản lý hành chính"));
    silent(cell("Tiêu chí 1.6. Quản lý hành chính"));
    silent(cell("Tiêu chí 1. 6 phòng học"));
    hit("criterion-name", Warning, cell("Tiêu chí 1.6. Lớp học"));
    silent(cell("Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản"));
    silent(cell("Tiêu chí 1.6: Tài chính"));
    let under = |title: &'static str| {
        move |plan: &mut Plan| drop(plan.rows.splice(0..0, [group(30, title)]))
    };
    hit(
        "criterion-under-other-standard",
        Warning,
        under("Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh"),
    );
    silent(under("Tiêu chuẩn 1: Tổ chức và quản lý nhà trường"));
    silent(under("Tiêu chí Mức 4 (Điển hình)"));
    let titled = |title: &'static str| move |plan: &mut Plan| plan.rows.push(group(31, title));
    hit(
        "standard-of-other-kind",
        Warning,
        titled("Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục"),
    );
    silent(titled("Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục"));
    // Shorter than its own, as the preschool's happens to be.
    silent(titled("Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên"));
    hit("catalogue-of-other-kind", Warning, |plan| plan.letterhead.kind = SchoolKind::Primary);
    silent(|plan| plan.letterhead.kind = SchoolKind::LowerUpperSecondary);
}

#[test]
fn teams() {
    let supervised = |what: &'static str, group: Option<Id>| {
        move |plan: &mut Plan| {
            plan.working_groups = vec![WorkingGroup {
                id: Id(80),
                label: "Nhóm công tác 1".into(),
                task: "Theo dõi tiêu chuẩn 1.".into(),
                ..WorkingGroup::default()
            }];
            let (id, name) = (Id(81), "Vũ Lan".into());
            let one = Supervisor { id, name, what: what.into(), group, ..Supervisor::default() };
            plan.supervisors = vec![one];
            let part = Arc::make_mut(&mut plan.parts[0]);
            part.blocks.splice(0..0, [Block::Groups, Block::Members]);
        }
    };
    hit("no-such-group", Warning, supervised("Giám sát nhóm công tác 5", None));
    silent(supervised("Giám sát nhóm công tác 1", None));
    // Paper prints what is written, whichever group was chosen beside it.
    hit("no-such-group", Warning, supervised("Giám sát nhóm công tác 5", Some(Id(80))));
    let typed = ["- Nhóm công tác 1: phụ trách.", "Bà Lan: giám sát nhóm công tác 5."];
    hit("no-such-group", Warning, with_paragraphs("organisation", Level::None, &typed));
    silent(with_paragraph("organisation", Level::None, "Các nhóm công tác 1, 2 thực hiện."));
}

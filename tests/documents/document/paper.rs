//! What stands on paper, block by block.

use std::sync::Arc;

use caitien::document::{Block, Letterhead, Marker, Role, Table, TableRow};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{
    self, Band, ColumnSetting, Field, FormId, Group, GroupNumber, Id, Item, Level, Paragraph, Part,
    Plan, PlanDate, Problem, Row, SchoolYear, Shown, Signature, Supervisor, TableKind,
    TableSetting, Typed, WorkingGroup,
};

use super::{document_of, lines_of, pieces, row_text, titles};

fn empty(form: FormId) -> Plan {
    Plan { form, ..Plan::empty(SchoolYear::starting(2025).unwrap()) }
}

fn part(heading: &str, blocks: Vec<plan::Block>) -> Arc<Part> {
    Arc::new(Part { heading: heading.to_owned(), blocks, ..Part::default() })
}

fn words(level: Level, text: &str) -> plan::Block {
    plan::Block::Paragraph(Paragraph::plain(level, text))
}

fn with_rows(form: FormId, rows: Vec<Row>) -> Plan {
    Plan { rows, parts: vec![part("Nội dung", vec![plan::Block::Rows])], ..empty(form) }
}

fn band(text: &str) -> Row {
    Row::Band(Arc::new(Band { id: Id(1), text: text.to_owned() }))
}

fn group(tt: GroupNumber, title: &str) -> Row {
    Row::Group(Arc::new(Group { id: Id(2), tt, title: title.to_owned(), standard: None }))
}

fn item(criterion: &str, actions: &str) -> Item {
    Item { criterion_text: criterion.to_owned(), actions: actions.to_owned(), ..Item::default() }
}

fn row(item: Item) -> Row {
    Row::Item(Arc::new(item))
}

fn table_of(plan: &Plan) -> Table {
    let tables = document_of(plan).blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let mut tables: Vec<Table> = tables.collect();
    assert_eq!(tables.len(), 1, "one table");
    tables.remove(0)
}

fn head_of(plan: &Plan) -> Letterhead {
    let Block::Letterhead(head) = document_of(plan).blocks.remove(0) else {
        panic!("no letterhead")
    };
    head
}

/// The lines after the letterhead.
fn body_of(plan: &Plan) -> Vec<String> {
    lines_of(&document_of(plan)).into_iter().skip(2).collect()
}

#[test]
fn parts_are_numbered_over_the_hidden_ones() {
    let mut plan = empty(TABLE_2018);
    plan.parts = vec![
        part("Mục đích", vec![]),
        Arc::new(Part { heading: "Ẩn".to_owned(), shown: Shown::Hidden, ..Part::default() }),
        Arc::new(Part { heading: "Khác".to_owned(), shown: Shown::NotInForm, ..Part::default() }),
        part("", vec![words(Level::None, "Không có tiêu đề")]),
        part("Tổ chức thực hiện", vec![]),
    ];
    assert_eq!(body_of(&plan), ["I. Mục đích", "Không có tiêu đề", "II. Tổ chức thực hiện"]);
}

#[test]
fn paragraphs_are_numbered_inside_their_part() {
    let mut plan = empty(TABLE_2018);
    let levels = [
        (Level::Number, "một"),
        (Level::Letter, "điểm"),
        (Level::Letter, "điểm"),
        (Level::Dash, "gạch"),
        (Level::Plus, "cộng"),
        (Level::Number, "   "),
        (Level::Number, "hai"),
        (Level::Letter, "điểm"),
        (Level::None, "lời"),
    ];
    let blocks = levels.map(|(level, text)| words(level, text)).to_vec();
    plan.parts = vec![part("A", blocks), part("B", vec![words(Level::Number, "một")])];
    assert_eq!(
        body_of(&plan),
        [
            "I. A",
            "1. một",
            "a) điểm",
            "b) điểm",
            "- gạch",
            "+ cộng",
            "2. hai",
            "a) điểm",
            "lời",
            "II. B",
            "1. một",
        ]
    );
}

#[test]
fn numbers_are_values_with_a_level() {
    let markers = |plan: &Plan| -> Vec<Marker> {
        let blocks = document_of(plan).blocks.into_iter();
        blocks
            .flat_map(|block| match block {
                Block::Paragraph(text) => vec![text.marker],
                Block::Table(table) => table
                    .rows
                    .into_iter()
                    .filter_map(|row| match row {
                        TableRow::Group { tt, .. } => Some(tt),
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            })
            .collect()
    };
    let rows = vec![
        group(GroupNumber::Auto, "Tiêu chuẩn 1"),
        group(GroupNumber::Typed(" 6. ".to_owned()), "Mức 4"),
        group(GroupNumber::Typed(" ".to_owned()), "Khác"),
        row(item("", "Một")),
        row(item("", "Hai")),
    ];
    let mut blocks = vec![words(Level::Number, "một"), words(Level::Letter, "điểm")];
    blocks.extend([words(Level::Dash, "gạch"), words(Level::Plus, "cộng"), plan::Block::Rows]);
    let mut plan = Plan { rows, parts: vec![part("A", blocks)], ..empty(TABLE_2018) };
    let (part, number, letter) = (Marker::Roman(1), Marker::Number(1), Marker::Letter(1));
    let before = [part, number.clone(), letter.clone(), Marker::Dash, Marker::Plus];
    let groups = [number, Marker::Typed("6.".to_owned()), Marker::None];
    let found = markers(&plan);
    assert_eq!(found, [&before[..], &groups[..]].concat());
    assert_eq!(found.iter().map(Marker::level).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 1, 1, 0]);
    plan.form = NARRATIVE;
    let items = [letter, Marker::Letter(2)];
    assert_eq!(markers(&plan), [&before[..], &groups[..], &items[..]].concat());
}

#[test]
fn a_typed_numeral_stays_as_it_was_typed() {
    let mut plan = empty(TABLE_2018);
    plan.parts = vec![part("III. Nội dung", vec![])];
    assert_eq!(body_of(&plan), ["I. III. Nội dung"]);
}

#[test]
fn groups_are_counted_and_their_items_are_not() {
    let plan = with_rows(
        TABLE_2018,
        vec![
            band("MỨC 1, 2, 3"),
            group(GroupNumber::Auto, "Tiêu chuẩn 1"),
            row(item("Tiêu chí 1.1", "")),
            group(GroupNumber::None, "Tiêu chuẩn 2"),
            group(GroupNumber::Auto, "Tiêu chuẩn 3"),
            band(""),
            group(GroupNumber::Typed("6".to_owned()), "Mức 4"),
            group(GroupNumber::Auto, "Khác"),
        ],
    );
    let table = table_of(&plan);
    let rows: Vec<String> = table.rows.iter().map(row_text).collect();
    assert_eq!(
        rows,
        [
            "MỨC 1, 2, 3",
            "1 | Tiêu chuẩn 1",
            " | Tiêu chí 1.1 |  |  |  |  |  |  | ",
            " | Tiêu chuẩn 2",
            "2 | Tiêu chuẩn 3",
            "6 | Mức 4",
            "7 | Khác",
        ]
    );
    assert!(matches!(table.rows[1], TableRow::Group { tt_column: true, .. }));
    assert!(table.across && table.column_numbers.is_empty() && table.columns[0].centred);
}

#[test]
fn items_are_numbered_where_there_is_no_group() {
    let plan = with_rows(TABLE_2018, vec![row(item("a", "")), row(item("b", ""))]);
    let rows: Vec<String> = table_of(&plan).rows.iter().map(row_text).collect();
    assert!(rows[0].starts_with("1 | a") && rows[1].starts_with("2 | b"));
}

#[test]
fn equal_criteria_one_under_the_other_are_one_cell() {
    let plan = with_rows(
        TABLE_2018,
        vec![
            row(item("Tiêu chí 1.6", "a")),
            row(item("Tiêu chí 1.6", "b")),
            row(item("", "c")),
            row(item("", "d")),
            row(item("Tiêu chí 1.6", "e")),
            group(GroupNumber::Auto, "Tiêu chuẩn 2"),
            row(item("Tiêu chí 1.6", "g")),
        ],
    );
    let merged: Vec<bool> = table_of(&plan)
        .rows
        .iter()
        .filter_map(|row| match row {
            TableRow::Cells(cells) => Some(cells[1].merged_above),
            _ => None,
        })
        .collect();
    assert_eq!(merged, [false, true, false, false, false, false]);
}

#[test]
fn hiding_and_renaming_columns_moves_none() {
    let mut plan = with_rows(TABLE_2018, vec![row(item("Tiêu chí 1.1", "Việc"))]);
    let column = |field, hidden, title: Option<&str>| ColumnSetting {
        field,
        hidden,
        title: title.map(str::to_owned),
        width_permille: None,
    };
    plan.options.columns = vec![TableSetting {
        form: TABLE_2018,
        table: TableKind::Rows,
        columns: vec![
            column(Field::Target, true, None),
            column(Field::Time, false, Some("Khi nào")),
            column(Field::Note, true, None),
        ],
    }];
    assert_eq!(
        titles(&table_of(&plan)),
        [
            "TT",
            "Tiêu chuẩn, tiêu chí",
            "Công việc/giải pháp cần thực hiện",
            "Chủ trì và phối hợp thực hiện",
            "Khi nào",
            "Dự kiến kinh phí",
            "Điều kiện hỗ trợ khác",
        ]
    );
}

#[test]
fn a_plan_s_own_columns_are_printed_in_its_order() {
    let mut plan = with_rows(TABLE_2018, vec![row(item("Tiêu chí 1.1", "Việc"))]);
    let column = |field, hidden, title: Option<&str>| ColumnSetting {
        field,
        hidden,
        title: title.map(str::to_owned),
        width_permille: Some(200),
    };
    plan.options.columns = vec![TableSetting {
        form: TABLE_2018,
        table: TableKind::Rows,
        columns: vec![
            column(Field::Actions, false, Some("Việc cần làm")),
            column(Field::Tt, true, None),
            column(Field::Note, true, None),
            column(Field::Support, true, None),
            column(Field::Budget, true, None),
            column(Field::Evidence, false, None),
        ],
    }];
    let table = table_of(&plan);
    assert_eq!(
        titles(&table),
        [
            "Việc cần làm",
            "Minh chứng dự kiến",
            "Tiêu chuẩn, tiêu chí",
            "Kết quả cần đạt (so với hiện trạng)",
            "Chủ trì và phối hợp thực hiện",
            "Thời gian thực hiện và hoàn thành",
        ]
    );
    assert_eq!(table.columns[0].width_permille, Some(200));
    assert!(row_text(&table.rows[0]).starts_with("Việc |  | Tiêu chí 1.1"));
}

#[test]
fn form_c_numbers_items_straight_through_and_lends_fields() {
    let mut first = item("Tiêu chí 1.3", "Việc");
    first.budget = Typed::new("5 triệu");
    first.support = "Hỗ trợ".to_owned();
    first.status = Some(plan::Status::Done);
    let second =
        Item { content: "Nội dung".to_owned(), resources: "Nguồn".to_owned(), ..first.clone() };
    let plan = with_rows(
        FORM_2_2026,
        vec![band("MỨC 1"), group(GroupNumber::Auto, "Tiêu chuẩn 1"), row(first), row(second)],
    );
    let table = table_of(&plan);
    let rows: Vec<String> = table.rows.iter().map(row_text).collect();
    assert_eq!(
        rows,
        [
            "1 | Tiêu chí 1.3 |  | Việc |  |  |  | 5 triệu\nHỗ trợ |  | ",
            "2 | Nội dung |  | Việc |  |  |  | Nguồn |  | ",
        ]
    );
    assert!(table.across);
    assert_eq!(table.column_numbers.first().map(String::as_str), Some("(1)"));
    assert_eq!(table.column_numbers.len(), table.columns.len());
}

#[test]
fn a_table_without_rows_leaves_no_trace() {
    assert_eq!(body_of(&with_rows(TABLE_2018, vec![])), ["I. Nội dung"]);
}

fn narrative_item(actions: &str, problem: Option<u32>) -> Item {
    let mut item = item("", actions);
    item.problem = problem.map(Id);
    item
}

fn with_problems(rows: Vec<Row>) -> Plan {
    let problem = |id, weakness: &str| {
        Arc::new(Problem { id: Id(id), weakness: weakness.to_owned(), ..Problem::default() })
    };
    Plan {
        problems: vec![problem(7, "Hồ sơ phân tán."), problem(8, "Thiết bị thiếu.")],
        ..with_rows(NARRATIVE, rows)
    }
}

#[test]
fn a_narrative_group_with_one_item_has_no_letters() {
    let mut only = narrative_item("Việc một.\n- Việc hai.", Some(7));
    only.time = Typed::new("Hằng năm");
    let plan = with_problems(vec![
        band("MỨC 1, 2, 3"),
        group(GroupNumber::Auto, "Tổ chức"),
        row(only),
        group(GroupNumber::Auto, "Đội ngũ"),
    ]);
    assert_eq!(
        body_of(&plan),
        [
            "I. Nội dung",
            "1. Tổ chức",
            "Hạn chế: Hồ sơ phân tán.",
            "Biện pháp cải tiến:",
            "Việc một.",
            "- Việc hai.",
            "Thời gian: Hằng năm",
            "2. Đội ngũ",
        ]
    );
}

#[test]
fn a_shared_weakness_is_said_once_before_its_items() {
    let plan = with_problems(vec![
        group(GroupNumber::Auto, "Tổ chức"),
        row(narrative_item("Một.", Some(7))),
        row(narrative_item("Hai.", Some(7))),
        row(narrative_item("Ba.", Some(8))),
    ]);
    assert_eq!(
        body_of(&plan),
        [
            "I. Nội dung",
            "1. Tổ chức",
            "Hạn chế: Hồ sơ phân tán.",
            "a) Biện pháp cải tiến: Một.",
            "b) Biện pháp cải tiến: Hai.",
            "c) Hạn chế: Thiết bị thiếu.",
            "Biện pháp cải tiến: Ba.",
        ]
    );
}

#[test]
fn the_criterion_stands_before_its_item() {
    let plan = with_rows(
        NARRATIVE,
        vec![
            group(GroupNumber::Auto, "Tổ chức"),
            row(item("Tiêu chí 1.1", "Một.")),
            row(item("Tiêu chí 1.1", "Hai.")),
            row(item("", "   ")),
        ],
    );
    assert_eq!(
        body_of(&plan)[1..],
        [
            "1. Tổ chức",
            "a) Tiêu chí 1.1",
            "Biện pháp cải tiến: Một.",
            "b) Biện pháp cải tiến: Hai.",
        ]
    );
}

#[test]
fn narrative_items_without_groups_are_numbered() {
    let plan = with_rows(NARRATIVE, vec![row(item("Một", "Việc")), row(item("Hai", "Việc"))]);
    assert_eq!(
        body_of(&plan)[1..],
        ["1. Một", "Biện pháp cải tiến: Việc", "2. Hai", "Biện pháp cải tiến: Việc"]
    );
}

#[test]
fn recipients_get_a_dash_and_a_stop_that_is_never_doubled() {
    #[track_caller]
    fn check(typed: &[&str], printed: &[&str]) {
        let recipients = typed.iter().map(|line| (*line).to_owned()).collect();
        let plan = Plan { recipients, ..empty(TABLE_2018) };
        assert_eq!(body_of(&plan), printed);
    }
    check(&["UBND xã (để b/c)", "Lưu: VT"], &["- UBND xã (để b/c);", "- Lưu: VT."]);
    check(&["- UBND xã;", "", "– Sở;", "Lưu: VT."], &["- UBND xã;", "– Sở;", "- Lưu: VT."]);
    check(&["Lưu: VT;"], &["- Lưu: VT;"]);
}

#[test]
fn authority_lines_stand_before_the_position_and_a_signature_of_nobody_is_left_out() {
    let mut plan = empty(TABLE_2018);
    plan.signatures = vec![
        Signature {
            authority: vec!["KT. Hiệu trưởng".to_owned()],
            position: "Phó Hiệu trưởng".to_owned(),
            name: "Lê Thị Ổi".to_owned(),
            ..Signature::default()
        },
        Signature::default(),
    ];
    assert_eq!(body_of(&plan), ["KT. Hiệu trưởng", "Phó Hiệu trưởng", "Lê Thị Ổi"]);
}

#[test]
fn the_number_gets_its_leading_zero() {
    #[track_caller]
    fn check(typed: &str, symbol: &str, printed: &str) {
        let (number, symbol) = (typed.to_owned(), symbol.to_owned());
        let head = head_of(&Plan { number, symbol, ..empty(TABLE_2018) });
        assert_eq!(pieces(&head.number), printed, "{typed:?}");
    }
    check("5", "KH-THCSGT", "Số: 05/KH-THCSGT");
    check(" 9 ", "", "Số: 09");
    check("05", "", "Số: 05");
    check("12", "/KH", "Số: 12/KH");
    check("0", "", "Số: 0");
    check("5a", "", "Số: 5a");
    check("", "KH-THCSGT", "Số: … /KH-THCSGT");
    check("", "", "Số: …");
}

#[test]
fn the_date_is_written_out_and_leaves_room_where_it_is_blank() {
    #[track_caller]
    fn check(place: &str, (day, month, year): (u8, u8, i16), line: &str) {
        let some = |part: u8| (part > 0).then_some(part);
        let date =
            PlanDate { day: some(day), month: some(month), year: (year > 0).then_some(year) };
        let mut plan = Plan { date, ..empty(TABLE_2018) };
        plan.letterhead.place = place.to_owned();
        let head = head_of(&plan);
        assert_eq!(format!("{} {}", head.place, pieces(&head.date)).trim(), line);
    }
    check("Gò Tre", (5, 2, 2026), "Gò Tre, ngày 05 tháng 02 năm 2026");
    check("Gò Tre,", (15, 9, 2026), "Gò Tre, ngày 15 tháng 9 năm 2026");
    check("", (5, 12, 2026), "Ngày 05 tháng 12 năm 2026");
    check("", (0, 9, 2026), "Ngày … tháng 9 năm 2026");
    check("Gò Tre", (0, 0, 2026), "Gò Tre, ngày … tháng … năm 2026");
    check("Gò Tre", (0, 0, 0), "Gò Tre, ngày … tháng … năm …");
}

/// Layout adds none of them: they are in the blocks.
#[test]
fn the_fixed_words_of_paper_are_in_the_blocks() {
    let mut plan = empty(TABLE_2018);
    plan.options.draft_mark = true;
    plan.recipients = vec!["Lưu: VT".to_owned()];
    let head = head_of(&plan);
    assert_eq!(head.nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert_eq!(head.motto, "Độc lập - Tự do - Hạnh phúc");
    assert_eq!(head.draft_mark, "DỰ THẢO");
    plan.options.draft_mark = false;
    assert_eq!(head_of(&plan).draft_mark, "");
    let Some(Block::Signatures(foot)) = document_of(&plan).blocks.pop() else {
        panic!("no signatures")
    };
    assert_eq!(foot.recipients_heading, "Nơi nhận:");
}

#[test]
fn the_letterhead_is_as_typed_line_by_line() {
    let mut plan = empty(TABLE_2018);
    plan.letterhead.governing_body = "UBND phường\nNguyệt Hà\n".to_owned();
    plan.letterhead.school = "Trường THCS Đỗ Ước".to_owned();
    let lines = lines_of(&document_of(&plan));
    assert_eq!(lines[..3], ["UBND phường", "Nguyệt Hà", "Trường THCS Đỗ Ước"]);
}

#[test]
fn the_document_is_titled_in_sentence_case() {
    #[track_caller]
    fn check(subject: &[&str], title: &str) {
        let subject = subject.iter().map(|line| (*line).to_owned()).collect();
        let doc_type = "KẾ HOẠCH".to_owned();
        let plan = Plan { subject, doc_type, ..empty(TABLE_2018) };
        assert_eq!(document_of(&plan).title, title);
    }
    check(
        &["Cải tiến chất lượng", "năm học 2025 - 2026"],
        "Kế hoạch cải tiến chất lượng năm học 2025 - 2026",
    );
    check(&["CẢI TIẾN CHẤT LƯỢNG"], "Kế hoạch cải tiến chất lượng");
    check(&[], "Kế hoạch");
}

#[test]
fn working_groups_and_supervisors_stand_in_aligned_columns() {
    let mut plan = empty(TABLE_2018);
    plan.working_groups = vec![WorkingGroup {
        label: "Nhóm công tác 1".to_owned(),
        task: "Theo dõi Tiêu chuẩn 1.".to_owned(),
        members: ["Bà Lê Thị Ổi - Kế toán".to_owned(), "Ông Tạ Na".to_owned()]
            .map(caitien::plan::Member::named)
            .into(),
        ..WorkingGroup::default()
    }];
    plan.supervisors = vec![Supervisor {
        title: "Ông".to_owned(),
        name: "Cù Mận".to_owned(),
        what: "Giám sát nhóm công tác 1".to_owned(),
        ..Supervisor::default()
    }];
    plan.parts = vec![part("A", vec![plan::Block::Groups, plan::Block::Members])];
    assert_eq!(
        body_of(&plan),
        [
            "I. A",
            "- Nhóm công tác 1: Theo dõi Tiêu chuẩn 1.",
            "Bà Lê Thị Ổi | - Kế toán",
            "Ông Tạ Na | ",
            "Ông Cù Mận | Giám sát nhóm công tác 1",
        ]
    );
}

#[test]
fn headings_are_bold_and_among_the_bookmarks() {
    let mut plan = empty(TABLE_2018);
    let mut heading = Paragraph::plain(Level::Number, "Hiệu trưởng");
    heading.is_heading = true;
    plan.parts = vec![part("A", vec![plan::Block::Paragraph(heading)])];
    let found: Vec<_> = document_of(&plan)
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some((text.role, text.outline, text.runs[0].bold)),
            _ => None,
        })
        .collect();
    assert_eq!(found, [(Role::PartHeading, 1, true), (Role::Heading, 2, true)]);
}

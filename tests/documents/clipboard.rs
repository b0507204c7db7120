//! Blocks of cells from the clipboard: how Word and Excel write them, what their columns mean,
//! and what a plan is with them.

use caitien::edit::{FreshIds, apply};
use caitien::import::clipboard::{Filler, Meaning, Pasted, PastedRow, block};
use caitien::plan::{Dossier, Field, Id, Item, Plan, Row, Status, TableKind};
use caitien::words::encodings::Encoding;

use super::document::sample;

/// The texts of a block, cells parted by "|", lines of a cell by "/"; `^` where the cell above
/// goes on.
fn shown(text: &str, html: Option<&str>) -> Option<Vec<String>> {
    let grid = block(text, html)?;
    let cell = |cell: &caitien::import::GridCell| {
        if cell.merged_above { "^".to_owned() } else { cell.text().replace('\n', "/") }
    };
    let row =
        |row: &caitien::import::GridRow| row.cells.iter().map(cell).collect::<Vec<_>>().join("|");
    Some(grid.rows.iter().map(row).collect())
}

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    assert_eq!(shown(text, None), Some(expected.iter().map(|row| (*row).to_owned()).collect()));
}

#[track_caller]
fn check_html(html: &str, expected: &[&str]) {
    let rows = shown("", Some(html));
    assert_eq!(rows, Some(expected.iter().map(|row| (*row).to_owned()).collect()));
}

#[test]
fn cells_that_cover_thousands_of_others_are_too_many() {
    let first = format!("<tr>{}</tr>", "<td rowspan=50000>a</td>".repeat(1_000));
    let cells = |rows: usize| {
        block("a", Some(&format!("<table>{first}{}</table>", "<tr></tr>".repeat(rows))))
    };
    assert!(cells(10).is_some());
    assert!(cells(5_000).is_none());
}

#[test]
fn text_parted_by_tabs_is_read_as_excel_writes_it() {
    check_text("a\tb\r\nc\td\r\n", &["a|b", "c|d"]);
    check_text("\"hai\ndòng\"\tb\n", &["hai/dòng|b"]);
    check_text("nói \"có\"\t\"\"\"có\"\"\"", &["nói \"có\"|\"có\""]);
    check_text("\"a\" và b\tc", &["\"a\" và b|c"]);
    check_text("\"không đóng\tb\nc", &["\"không đóng|b", "c"]);
    check_text("a\t\t\r\n\t\tb", &["a||", "||b"]);
    check_text("\"tab\tở trong\"\tb", &["tab\tở trong|b"]);
}

#[test]
fn one_text_is_no_block() {
    for text in ["", "a", "a\nb\nc", "\"hai\ndòng\"\r\n", "\"a\tb\"", "a\r\n"] {
        assert_eq!(block(text, None), None, "{text:?}");
    }
    let one = "<table><tr><td>Kế toán</td></tr></table>";
    assert_eq!(block("Kế toán", Some(one)), None);
    // Tabs of a paragraph are no table.
    assert_eq!(block("a\tb", Some("<p>a<span style='mso-tab-count:1'> </span>b</p>")), None);
}

#[test]
fn a_table_of_excel_is_its_cells() {
    check_html(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td {color:red}\
         </style></head><body><table border=0><!--StartFragment--><col width=64>\
         <tr height=20><td class=xl65>Rà soát\r\n  hồ sơ</td><td align=right x:num>14500000</td>\
         </tr><tr><td>hai<br>dòng</td><td></td></tr><!--EndFragment--></table></body></html>",
        &["Rà soát hồ sơ|14500000", "hai/dòng|"],
    );
}

#[test]
fn a_table_of_word_has_lines_signs_and_merged_cells() {
    check_html(
        "<table class=MsoTableGrid><tr><td rowspan=2><p class=MsoNormal><b>Tiêu chí 1.1</b>\
         <o:p></o:p></p></td><td><p>- Một</p><p>- Hai</p></td></tr>\
         <tr><td><p><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;\
         </span></span><![endif]>B&aacute;o c&#225;o</p></td></tr>\
         <tr><td colspan=2><p>Tiêu chuẩn 2</p></td></tr></table>",
        &["Tiêu chí 1.1|- Một/- Hai", "^|• Báo cáo", "Tiêu chuẩn 2"],
    );
    // What stands beside the table, and tables in cells, are not lost.
    check_html(
        "<p>Kèm theo</p><table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</td></tr></table>",
        &["Kèm theo", "a/b/c|d"],
    );
}

#[test]
fn html_that_nobody_meant_well_is_read_all_the_same() {
    for html in [
        "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b",
        "<td>a<td>b",
        "<tr><tr></td></table><table><tr><td>a<td>",
        "<table><tr><td rowspan=0>a</td><td colspan=-1>b</td></tr></table></table></table>",
        "<!--StartFragment--><table><!--EndFragment--><tr><td>a",
        "<style><table><tr><td>a",
        "\u{0}<table\u{0}><tr/><td/>a&#xD800;<td>&#99999999999;&amp",
    ] {
        let grid = block("", Some(html));
        assert!(grid.is_none_or(|grid| grid.columns <= 1_024 && grid.rows.len() < 9), "{html}");
    }
    let deep = "<table><tr><td>".repeat(20_000);
    drop(block("", Some(&deep)));
}

const SHOWN: [(Field, &str); 7] = [
    (Field::Content, "Nội dung cải tiến"),
    (Field::Target, "Mục tiêu cải tiến"),
    (Field::Actions, "Hoạt động/giải pháp"),
    (Field::Time, "Thời gian thực hiện"),
    (Field::Responsible, "Phụ trách"),
    (Field::CriterionText, "Tiêu chí"),
    (Field::Status, "Mức độ thực hiện"),
];

fn pasted(text: &str) -> Pasted {
    Pasted::of(&block(text, None).unwrap(), TableKind::Rows, &SHOWN, None)
}

fn meanings(pasted: &Pasted) -> Vec<Meaning> {
    pasted.columns.iter().map(|column| column.meaning).collect()
}

#[test]
fn columns_are_known_by_their_titles_in_any_order() {
    use Meaning::{Number, Unknown};
    let of = Meaning::Field;
    let pasted = pasted(
        "STT\tThời hạn\tBiện pháp\tNội dung\tDuyệt\tNgười phụ trách\n\
         (1)\t(2)\t(3)\t(4)\t(5)\t(6)\n\
         1\tTháng 9\tRà soát\tHồ sơ\tx\tKế toán\n\
         STT\tThời hạn\tBiện pháp\tNội dung\tDuyệt\tNgười phụ trách\n\
         \t\t\t\t\t\n2\tTháng 10\tSửa\tPhòng học\t\tBảo vệ\n",
    );
    assert!(pasted.titled);
    let expected = [
        Number,
        of(Field::Time),
        of(Field::Actions),
        of(Field::Content),
        Unknown,
        of(Field::Responsible),
    ];
    assert_eq!(meanings(&pasted), expected);
    assert_eq!(pasted.records(), 2, "{:?}", pasted.rows);
    assert_eq!(pasted.texts(3).collect::<Vec<_>>(), ["Hồ sơ", "Phòng học"]);
}

#[test]
fn without_titles_columns_go_across() {
    let mut pasted = pasted("Sửa mái\tTháng 9\nSơn tường\tTháng 10");
    assert!(!pasted.titled);
    pasted.go_across(&[Field::Actions]);
    assert_eq!(meanings(&pasted), [Meaning::Field(Field::Actions), Meaning::Unknown]);
    assert_eq!(pasted.rows.len(), 2);
}

#[test]
fn a_status_is_taken_where_all_its_words_are_known() {
    let known = pasted("Nội dung\tMức độ thực hiện\na\tHoàn thành\nb\t\n");
    assert_eq!(meanings(&known)[1], Meaning::Field(Field::Status));
    let other = pasted("Nội dung\tMức độ thực hiện\na\tTốt\n");
    assert_eq!(meanings(&other)[1], Meaning::Unknown);
}

#[test]
fn old_letters_are_read_only_where_that_is_asked_for() {
    let grid = block("Néi dung\tThêi gian\nKÕ ho¹ch\tTh\u{AD}êng xuyªn", None).unwrap();
    let read = |old| Pasted::of(&grid, TableKind::Rows, &SHOWN, old);
    let converted = read(Some(Encoding::Tcvn3));
    assert!(converted.titled);
    let cells = PastedRow::Cells(vec!["Kế hoạch".into(), "Thường xuyên".into()]);
    assert_eq!(converted.rows, [cells]);
    assert!(!read(None).titled);
}

/// The dossier with one plan, and what it is after a paste.
fn after(done: &caitien::import::clipboard::Filled, dossier: &Dossier) -> Plan {
    let mut fresh = dossier.clone();
    fresh.next_id = Id(100_000);
    Plan::clone(&apply(&fresh, &done.edit).unwrap().plans[0])
}

fn items(plan: &Plan) -> Vec<&Item> {
    plan.items().map(AsRef::as_ref).collect()
}

#[test]
fn new_rows_come_in_with_their_groups_and_criteria() {
    let dossier = Dossier { plans: vec![sample().plans[2].clone()], ..sample() };
    let plan = &dossier.plans[0];
    let pasted = pasted(
        "TT\tTiêu chí\tNội dung\tThời gian\tMức độ thực hiện\n\
         1\tTiêu chuẩn 2: Cán bộ quản lý\t\t\t\n\
         \tTiêu chí 2.1. Hiệu trưởng\tBồi dưỡng\tTháng 9\tĐang thực hiện\n",
    );
    let filler = Filler { plan, table: TableKind::Rows, pasted: &pasted };
    let done = filler.add(2, &mut FreshIds::from(Id(50_000)));
    assert_eq!((done.added.len(), done.overwritten.len(), done.cells), (2, 0, 0));
    let after = after(&done, &dossier);
    assert_eq!(after.rows.len(), plan.rows.len() + 2);
    let Row::Group(group) = &after.rows[2] else { panic!("no group") };
    assert_eq!((group.title.as_str(), group.standard), ("Tiêu chuẩn 2: Cán bộ quản lý", Some(2)));
    let item = after.rows[3].as_item().unwrap();
    assert_eq!(
        (item.criteria.as_slice(), item.content.as_str()),
        (&["2.1".to_owned()][..], "Bồi dưỡng")
    );
    assert_eq!((item.time.typed.as_str(), item.status), ("Tháng 9", Some(Status::UnderWay)));
    // Rows with titles of groups have no place over others.
    assert_eq!(filler.write(&[0], &mut FreshIds::from(Id(50_000))), None);
}

#[test]
fn writing_from_a_cell_on_takes_no_word_away_by_an_empty_one() {
    let dossier = Dossier { plans: vec![sample().plans[2].clone()], ..sample() };
    let plan = &dossier.plans[0];
    let last = plan.rows.len() - 1;
    let mut pasted = pasted("Mới\t\nCuối\tTháng 5");
    pasted.go_across(&[Field::Target, Field::Time]);
    let filler = Filler { plan, table: TableKind::Rows, pasted: &pasted };
    let done = filler.write(&[last], &mut FreshIds::from(Id(50_000))).unwrap();
    let old = items(plan);
    let old = old.last().unwrap();
    assert_eq!((done.added.len(), done.cells), (1, 1));
    assert_eq!(done.overwritten.len(), 1);
    assert_eq!((done.overwritten[0].at, &done.overwritten[0].old), (last, &old.target));
    let after = after(&done, &dossier);
    let all = items(&after);
    let [.., over, new] = all.as_slice() else { panic!("no rows") };
    assert_eq!((over.target.as_str(), &over.time), ("Mới", &old.time));
    assert_eq!((new.target.as_str(), new.time.typed.as_str()), ("Cuối", "Tháng 5"));
}

#[test]
fn what_belongs_to_the_problem_of_a_row_goes_there() {
    let dossier = Dossier { plans: vec![sample().plans[0].clone()], ..sample() };
    let plan = &dossier.plans[0];
    let shown = [(Field::Weakness, "Hạn chế"), (Field::Actions, "Biện pháp")];
    let grid = block("Hạn chế\tBiện pháp\nThiếu sách\tMua sách", None).unwrap();
    let pasted = Pasted::of(&grid, TableKind::Rows, &shown, None);
    let filler = Filler { plan, table: TableKind::Rows, pasted: &pasted };
    let after = after(&filler.add(usize::MAX, &mut FreshIds::from(Id(50_000))), &dossier);
    let item = items(&after).pop().unwrap().clone();
    assert_eq!(item.actions, "Mua sách");
    assert_eq!(after.problem(item.problem.unwrap()).unwrap().weakness, "Thiếu sách");
}

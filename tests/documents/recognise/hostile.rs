//! Papers made to cost time or room: what is done for a word of them does not grow with them, and
//! no word is lost.

use caitien::import::{Draft, Grid, GridCell, GridRow, Home, Shown};

use super::draft;
use super::paper::{line, paper, table};
use crate::word::reading::file::{Word, within};

const HEAD: &str = "TT|Nội dung cải tiến|Giải pháp|Người thực hiện|Thời gian";

fn title() -> Vec<Shown> {
    vec![line("^#KẾ HOẠCH"), line("^#Cải tiến chất lượng năm học 2025-2026")]
}

/// The draft of these blocks, of which it has every word.
#[track_caller]
fn whole(blocks: impl IntoIterator<Item = Shown>) -> Draft {
    let draft = draft(&paper(blocks));
    assert_eq!(draft.words.kept, draft.words.all);
    draft
}

/// So many pieces came of a block.
fn pieces(draft: &Draft, block: usize) -> usize {
    draft.pieces.iter().filter(|piece| piece.at.block == block).count()
}

#[test]
fn a_line_of_thousands_of_words_is_none_of_a_head_or_a_foot() {
    for words in ["ngày tháng ", "ngày   x   ", "doc lap x ", "Số: 5/a ngày 5 tháng 5 năm 2025   "]
    {
        let long = words.repeat(1_000);
        let draft = whole([line(&long)].into_iter().chain(title()));
        assert_eq!(pieces(&draft, 0), 1, "{words}");
        assert_eq!(draft.plan.doc_type, "KẾ HOẠCH", "what stands below it is found");
        assert_eq!((draft.plan.date.day, draft.plan.number.as_str()), (None, ""));
    }
    let foot = format!("Nơi nhận:{}", "   a".repeat(1_000));
    let blocks = title().into_iter().chain([line("#I. MỤC ĐÍCH"), line("Chữ"), line(&foot)]);
    let draft = whole(blocks);
    assert_eq!((pieces(&draft, 4), draft.plan.recipients.len()), (1, 0));
}

#[test]
fn a_head_of_thousands_of_lines_is_cut_at_its_beginning_only() {
    let cell = |at: usize| format!("Ô {at}   ngày   tháng   năm");
    let lines = (0..2_000).map(cell).collect::<Vec<_>>().join("~");
    let head = table(&[&format!("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~{lines}|x")]);
    let draft = whole([head].into_iter().chain(title()));
    assert!(pieces(&draft, 0) < 2_500, "{}", pieces(&draft, 0));
}

#[test]
fn words_of_a_cell_that_goes_on_below_are_told_again_up_to_a_limit() {
    let long = "dài ".repeat(20_000);
    let first = format!("1|{long}|Làm|Tổ|Tháng 9");
    let mut rows = vec![HEAD, &first];
    rows.extend(std::iter::repeat_n("|^^|Làm nữa|Tổ|Tháng 10", 500));
    let draft = whole(title().into_iter().chain([table(&rows)]));
    let told: usize = draft.plan.items().map(|item| item.content.len()).sum();
    assert!(told > long.len() && told < 6 << 20, "{told}");
    assert_eq!(draft.plan.items().count(), 501);
}

#[test]
fn a_title_over_many_columns_is_no_longer_than_a_title() {
    let blocks = vec![line(&"dài ".repeat(50_000))];
    let cell = |column| GridCell { column, span: 60, merged_above: false, blocks: blocks.clone() };
    let row = GridRow { header: false, cells: vec![cell(0), cell(60)] };
    let grid = Grid { columns: 120, rows: vec![row] };
    let draft = whole(title().into_iter().chain([Shown::Table(grid)]));
    assert!(draft.columns.iter().all(|column| column.title.len() < 5_000));
}

#[test]
fn a_row_has_no_more_rests_than_a_person_cuts_it_into() {
    let mut rows = vec![HEAD, "1|Nội dung là|Giải pháp là|Tổ và|Tháng"];
    rows.extend(std::iter::repeat_n("|và|và làm tiếp|cùng|và", 300));
    let draft = whole(title().into_iter().chain([table(&rows)]));
    let rests = draft.pieces.iter().filter(|piece| piece.home == Home::RowAbove).count();
    assert!((50..300).contains(&rests), "{rests}");
}

#[test]
fn hundreds_of_tables_of_the_plan_are_words_from_some_number_on() {
    let one = |at: usize| {
        let head = format!("TT|Nội dung cải tiến|Giải pháp|Người thực hiện|Thời gian {at}");
        [table(&[&head, "1|Dạy học|Dự giờ|Tổ|Tháng 9"]), line("Xen giữa")]
    };
    let draft = whole(title().into_iter().chain((0..300).flat_map(one)));
    assert_eq!(draft.plan.items().count(), 200);
}

#[test]
fn a_narrative_of_thousands_of_lines_is_read_line_by_line() {
    let mut blocks = title();
    blocks.extend(
        ["#I. NỘI DUNG", "#1. Tiêu chuẩn 1", "Hạn chế: Còn ít", "Biện pháp cải tiến: Có"].map(line),
    );
    blocks.extend((0..3_000).map(|at| line(&format!("thêm dòng {at}"))));
    blocks.push(line("Thời gian: Tháng 9"));
    let draft = whole(blocks);
    let item = draft.plan.items().next().unwrap();
    assert_eq!(item.actions.lines().count(), 3_001);
    assert!(item.actions.ends_with("thêm dòng 2999") && item.time.typed == "Tháng 9");
}

#[test]
fn a_plan_has_no_more_parts_and_people_than_a_person_reads() {
    let heading = |at: usize| line(&format!("#IV. NỘI DUNG SỐ {at}"));
    let draft = whole(title().into_iter().chain((0..600).map(heading)));
    assert_eq!(draft.plan.parts.len(), 501, "the last holds what comes behind");
    let group = |at: usize| line(&format!("- Nhóm công tác {at}: Tiêu chuẩn 1"));
    let person = |at: usize| line(&format!("Ông Lê Văn Mười {at} - PHT      Giám sát nhóm 7"));
    let blocks = title().into_iter().chain([line("#I. TỔ CHỨC")]);
    let blocks = blocks.chain((0..600).map(group)).chain([line("Ban giám sát")]);
    let draft = whole(blocks.chain((0..600).map(person)));
    assert_eq!((draft.plan.working_groups.len(), draft.plan.supervisors.len()), (500, 500));
}

#[test]
fn a_table_of_hundreds_of_rows_is_looked_at_row_by_row_in_a_head_and_is_no_foot() {
    let rows: Vec<String> = (0..600).map(|at| format!("Ô {at}~   ngày   tháng|b~c")).collect();
    let rows: Vec<&str> = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|x"]
        .into_iter()
        .chain(rows.iter().map(|r| &**r))
        .collect();
    let draft = whole([table(&rows)].into_iter().chain(title()));
    assert!(pieces(&draft, 0) < 1_000, "{}", pieces(&draft, 0));
    let rows: Vec<String> = (0..200).map(|at| format!("- Như trên {at};|Người")).collect();
    let rows: Vec<&str> =
        ["Nơi nhận:|HIỆU TRƯỞNG"].into_iter().chain(rows.iter().map(|r| &**r)).collect();
    let draft = whole(title().into_iter().chain([line("#I. MỤC ĐÍCH"), line("Chữ"), table(&rows)]));
    assert!(draft.plan.recipients.is_empty() && draft.plan.signatures.is_empty());
}

#[test]
fn words_beyond_the_last_column_of_word_stand_in_it() {
    let cells: String = (0..200)
        .map(|at| within("tc", &within("p", &format!("<w:r><w:t>c{at}</w:t></w:r>"))))
        .collect();
    let body = within("tbl", &(within("tr", &cells) + &within("tr", &within("tc", "<w:p/>"))));
    let source = caitien::import::docx(&Word::of(&body).bytes()).unwrap();
    let [Shown::Table(grid)] = source.blocks.as_slice() else { panic!("{source:?}") };
    assert_eq!((grid.columns, grid.rows[0].cells.len()), (64, 64));
    let last = grid.rows[0].cells[63].text();
    assert!(last.starts_with("c63\nc64") && last.ends_with("c199"), "{last}");
}

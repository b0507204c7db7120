//! Word files of 97-2003: the same words as in the file of today from which one was made.

use caitien::import::{Note, PaperError, paper};
use caitien::ooxml::ReadError;

use super::lines;

/// Made by another program from a file of today.
const OLD: &[u8] = include_bytes!("../../../files/word/old.doc");
/// So wide a table that what is said of its rows stands in a stream of its own; all words are of
/// a style in `.VnTime`.
const WIDE: &[u8] = include_bytes!("../../../files/word/wide.doc");
/// Styles that rest on one another: bold, bold and italic, neither.
const STYLES: &[u8] = include_bytes!("../../../files/word/styles.doc");

#[test]
fn an_old_file_shows_its_words_lists_tables_and_letters() {
    let source = paper(OLD).unwrap();
    assert_eq!(
        lines(&source),
        "[] TRƯỜNG HOA SEN\nKế hoạch \n~ <b>lão đậm</b><i> xiên</i>\n(I.) phần\n.(a)) mục\n\
         .(b)) mục hai\n#| TT | Nội dung | Thời gian |\n| 1 | 2x Tiêu chuẩn 1 |\n\
         | ^ | Sửa mái ngói lão | 9/2026 |\ntrước thêm\nghi\n----\nsang\\ttab\n\
         Kế hoạch lượng\nchú thích"
    );
    assert_eq!(source.notes, [Note::OldLetters(1), Note::TrackedChanges, Note::Notes(1)]);
}

#[test]
fn a_wide_table_keeps_its_cells_and_a_style_its_old_letters() {
    let source = paper(WIDE).unwrap();
    assert_eq!(
        lines(&source),
        "Kế hoạch cải tiến chất lượng\n\
         #| TT | Nội dung | Mục tiêu | Giải pháp | Chỉ số | Thời gian | Người làm | Phối hợp \
         | Kinh phí | Ghi chú |\n\
         | I | 9x Tiêu chuẩn 1: Tổ chức nhà trường |\n\
         | 1 | Thư viện | Đủ sách | Mua sách | 500 cuốn | 9/2026 | Bảo | An | 5 triệu |  |\n\
         | ^ | Vườn cây |  | Trồng cây | 20 cây | 10/2026 | Bình | Cường |  | Đã làm |\n\
         Hiệu trưởng"
    );
    assert!(matches!(source.notes.as_slice(), [Note::OldLetters(_)]));
}

#[test]
fn words_are_bold_and_italic_as_their_styles_say() {
    let source = paper(STYLES).unwrap();
    assert_eq!(
        lines(&source),
        "<b>Kế hoạch của vườn trường</b>\n<b><i>Trồng cây bóng mát</i></b>\nMỗi lớp một luống\n\
         Tưới nước <b>hằng ngày</b>"
    );
}

#[test]
fn an_old_file_that_was_cut_says_so() {
    for part in [600, OLD.len() / 2] {
        let cut = paper(&OLD[..part]);
        assert!(cut.is_err(), "{part}: {cut:?}");
    }
    assert_eq!(caitien::import::doc(&OLD[..600]), Err(PaperError::Unread(ReadError::Cut)));
}

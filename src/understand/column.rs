//! The field that the title of a column means: "Công việc/giải pháp" and "Biện pháp" are actions.

use crate::plan::{Field, TableKind};
use crate::words::{beginning, fold};

/// Words of titles, folded, and the field they mean; the first that is found counts. `=` before
/// them: the whole title. `~`: a word of it.
type Rules = &'static [(Field, &'static [&'static str])];

const NUMBER: &[&str] = &["=tt", "=stt", "=so tt", "=so thu tu", "=thu tu", "=so"];

const ROWS: Rules = &[
    (Field::Tt, NUMBER),
    // What came of the work, as our own sheets call it.
    (Field::Result, &["ket qua thuc hien"]),
    (Field::Proof, &["minh chung da co"]),
    (Field::Reason, &["ly do khong thuc hien"]),
    (Field::Spent, &["kinh phi da su dung", "kinh phi da chi"]),
    (Field::Adjustment, &["=dieu chinh", "dieu chinh neu co"]),
    (Field::Note, &["ghi chu", "luu y"]),
    (
        Field::Status,
        &["muc do thuc hien", "muc do hoan thanh", "tinh trang thuc hien", "trang thai"],
    ),
    (Field::Indicator, &["chi so", "tieu chi danh gia", "thuoc do", "san pham dau ra"]),
    (Field::Evidence, &["minh chung", "du lieu", "ho so kem theo"]),
    (Field::Cause, &["nguyen nhan"]),
    (Field::Target, &["ket qua can dat", "muc tieu", "yeu cau can dat", "chi tieu", "muc can dat"]),
    (Field::Budget, &["kinh phi", "du toan", "~kp", "ngan sach"]),
    (Field::Support, &["ho tro", "dieu kien", "~dk"]),
    (Field::Resources, &["nguon luc"]),
    (
        Field::Responsible,
        &[
            "chu tri",
            "phu trach",
            "phoi hop",
            "nguoi thuc hien",
            "nguoi lam",
            "ai lam",
            "don vi thuc hien",
            "bo phan thuc hien",
            "ca nhan",
            "trach nhiem",
            "phan cong",
            "luc luong",
            "ct va ph",
        ],
    ),
    (
        Field::Time,
        &["thoi gian", "thoi han", "thoi diem", "tien do", "~tg", "hoan thanh", "lo trinh"],
    ),
    (
        Field::Actions,
        &["giai phap", "bien phap", "cong viec", "hoat dong", "nhiem vu", "cach thuc", "viec can"],
    ),
    (Field::CriterionText, &["tieu chuan", "tieu chi"]),
    (Field::Weakness, &["han che", "diem yeu", "ton tai"]),
    (Field::CurrentState, &["hien trang", "thuc trang", "muc hien tai"]),
    (Field::Content, &["noi dung", "van de", "linh vuc"]),
    (Field::Target, &["ket qua"]),
];

const PROBLEMS: Rules = &[
    (Field::Tt, NUMBER),
    (Field::Cause, &["nguyen nhan"]),
    (Field::Weakness, &["han che", "diem yeu", "ton tai"]),
    (Field::CurrentState, &["hien trang", "thuc trang"]),
    (Field::CriterionText, &["tieu chi"]),
    (Field::StandardText, &["tieu chuan"]),
];

const REVIEWS: Rules = &[
    (Field::Adjustment, &["dieu chinh"]),
    (Field::Assessor, &["nguoi danh gia", "nguoi giam sat", "nguoi theo doi", "nguoi ra soat"]),
    (Field::When, &["thoi diem", "thoi gian"]),
    (Field::Content, &["noi dung"]),
    (Field::Result, &["ket qua"]),
];

/// The field that a title means in this table; none where no word of it is known.
///
/// ```
/// use caitien::plan::{Field, TableKind};
/// use caitien::understand::field_of_title;
/// assert_eq!(field_of_title("ĐK hỗ trợ", TableKind::Rows), Some(Field::Support));
/// assert_eq!(field_of_title("Duyệt", TableKind::Rows), None);
/// ```
#[must_use]
pub fn field_of_title(title: &str, table: TableKind) -> Option<Field> {
    let title = title_words(title);
    let rules = match table {
        TableKind::Rows => ROWS,
        TableKind::Problems => PROBLEMS,
        TableKind::Reviews => REVIEWS,
    };
    let says = |words: &str| match (words.strip_prefix('='), words.strip_prefix('~')) {
        (Some(whole), _) => title == whole,
        (_, Some(word)) => title.split(' ').any(|one| one == word),
        _ => title.contains(words),
    };
    rules.iter().find(|(_, all)| all.iter().any(|words| says(words))).map(|(field, _)| *field)
}

/// So many letters of a title are compared: words that are longer are none.
const LONGEST: usize = 4_000;

/// A title in plain letters, one space between its words: what is compared.
#[must_use]
pub fn title_words(title: &str) -> String {
    let folded = fold(beginning(title, LONGEST));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

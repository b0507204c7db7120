//! What stands around the figures of a budget cell and changes what they mean.

use super::bound::Bound;
use super::figure::Reading;
use super::piece::{Kind, Piece, Reader, is_one, is_times};
use crate::plan::Per;
use crate::words;

/// What a sum for each one of them is not the sum of the work.
const SHARES: &[&str] = &[
    "lớp",
    "em",
    "hs",
    "học",
    "trẻ",
    "cháu",
    "bé",
    "người",
    "gv",
    "giáo",
    "nv",
    "phòng",
    "tổ",
    "suất",
    "khối",
    "bộ",
    "cái",
    "chiếc",
    "tiết",
    "ngày",
    "quý",
    "tuần",
    "đợt",
    "giải",
    "hộ",
    "nhóm",
    "đội",
    "đ",
    "cuốn",
    "quyển",
    "cây",
    "trường",
    "điểm",
    "khóa",
    "môn",
    "xuất",
    "lượt",
];

/// Words that mean one of two things, or a price; with a figure beside them nothing is claimed.
const PRICES: &[&[&str]] = &[
    &["đơn", "giá"],
    &["định", "mức"],
    &["định", "suất"],
    &["bình", "quân"],
    &["trung", "bình"],
    &["hạn", "mức"],
    &["mức", "trần"],
    &["giá", "trần"],
    &["mức", "thu"],
    &["mức", "đóng"],
    &["mức", "chi"],
    &["mức", "hỗ"],
    &["mức", "thưởng"],
    &["mức", "học"],
    &["mức", "phạt"],
    &["đầu", "người"],
    &["đầu", "em"],
    &["đầu", "học"],
    &["đầu", "hs"],
    &["đầu", "trẻ"],
    &["suất"],
    &["tối", "đa"],
    &["tối", "thiểu"],
    &["ít", "nhất"],
    &["nhiều", "nhất"],
    &["không", "quá"],
    &["vượt", "quá"],
    &["trở", "lên"],
    &["trở", "xuống"],
    &["đổ", "lại"],
    &["usd"],
    &["$"],
    &["euro"],
];

/// The pieces that are no part of a figure, each with its place among all.
fn outside<'p, 'a>(
    pieces: &'p [Piece<'a>],
    readings: &'p [Reading],
) -> impl Iterator<Item = (usize, Reader<'p>)> + use<'p, 'a> {
    let mut next = readings.iter().peekable();
    (0..pieces.len()).filter_map(move |at| {
        while next.peek().is_some_and(|reading| reading.pieces.end <= at) {
            next.next();
        }
        let inside = next.peek().is_some_and(|reading| reading.pieces.contains(&at));
        (!inside).then_some((at, Reader { pieces, at }))
    })
}

/// "mỗi năm" and the like apart from the figures; none where anything there makes the
/// figures unclear.
pub(super) fn per_elsewhere(pieces: &[Piece<'_>], readings: &[Reading]) -> Option<Vec<Per>> {
    let mut found = Vec::new();
    let mut depth = 0_u32;
    let starts = |at: usize| readings.iter().any(|reading| reading.pieces.start == at);
    for (at, here) in outside(pieces, readings) {
        match here.text(0) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ahead = Reader { at: at + 1, ..here };
        match here.text(0) {
            "mỗi" | "từng" => found.push(ahead.per_word()?.0),
            "hằng" | "hàng" => match ahead.per_word() {
                Some((per, _)) => found.push(per),
                None if matches!(ahead.text(0), "quý" | "tuần" | "ngày") => return None,
                None => {}
            },
            one if is_one(one) => match ahead.per_word() {
                // "Một năm 10 triệu"; "hợp đồng 1 năm: 10 triệu" may be another.
                Some((per, length)) => {
                    let end = ahead.at + length;
                    let colon = usize::from(pieces.get(end).is_some_and(|one| one.text == ":"));
                    let opens = here.kind(0) == Some(Kind::Word) || one == "1";
                    let begins = at == 0 || pieces[at - 1].kind == Kind::Mark;
                    (opens && begins && starts(end + colon)).then_some(())?;
                    found.push(per);
                }
                None if SHARES.contains(&ahead.text(0)) => return None,
                None => {}
            },
            "hai" | "ba" | "bốn" | "vài" | "nhiều" | "mấy" if ahead.text(0) == "năm" => {
                return None;
            }
            "/" => {
                let rate = here.back(1) == "%";
                (rate || ahead.per_word().is_none()).then_some(())?;
            }
            // "đánh giá", "trị giá 50 triệu", "giá trị" are no prices.
            "giá" if !matches!(here.back(1), "đánh" | "trị" | "tổng") && ahead.text(0) != "trị" =>
            {
                return None;
            }
            times if is_times(times) => return None,
            _ => {}
        }
        let years = here.kind(0) == Some(Kind::Number)
            && here.text(0).len() <= 2
            && ahead.text(0) == "năm"
            && !is_one(here.text(0));
        let loose = depth == 0 && is_loose_unit(here) && !said_in_words(pieces, at);
        let misspelt = here.kind(0) == Some(Kind::Number) && is_near_unit(ahead.text(0));
        let price = PRICES.iter().any(|phrase| here.starts_with(phrase));
        if years || loose || misspelt || price {
            return None;
        }
    }
    readings.iter().all(|reading| !is_doubted(pieces, reading, readings)).then_some(found)
}

/// "vài triệu", "hàng chục tỷ": a sum that no number names.
fn is_loose_unit(here: Reader<'_>) -> bool {
    let ratio = matches!(here.text(1), "lệ" | "số" | "trọng" | "mỉ");
    matches!(here.text(0), "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn") && !ratio
}

/// "Bằng chữ: …"
fn said_in_words(pieces: &[Piece<'_>], at: usize) -> bool {
    pieces[..at].windows(2).rev().take(24).any(|two| two[0].text == "bằng" && two[1].text == "chữ")
}

/// Whether a word after a number is a unit of money with a letter wrong: "trệu", "nghìm", "trieuj".
pub(super) fn is_near_unit(word: &str) -> bool {
    if word.chars().count() > 8 {
        return false;
    }
    let folded = words::fold(word);
    matches!(
        folded.as_str(),
        "treu"
            | "tiu"
            | "tieu"
            | "trie"
            | "triu"
            | "triue"
            | "tireu"
            | "trieeu"
            | "trieeuj"
            | "trieuj"
            | "trueu"
            | "trieuu"
            | "rieu"
            | "triiu"
            | "trieo"
            | "trieun"
            | "nghi"
            | "ngin"
            | "nghim"
            | "nghn"
            | "nghinf"
            | "ngan"
            | "nganf"
            | "ddong"
            | "ddoong"
            | "ddoongf"
            | "dongf"
            | "doong"
            | "dog"
            | "donng"
            | "dnog"
            | "cu"
            | "toi"
            | "tyr"
            | "tyt"
    )
}

/// Whether the words right before a figure take it back or make it a part: "không chi 5
/// triệu", "10% của 50 triệu", "gần 50 triệu".
fn is_doubted(pieces: &[Piece<'_>], reading: &Reading, all: &[Reading]) -> bool {
    let after = all
        .iter()
        .map(|other| other.pieces.end)
        .filter(|end| *end <= reading.pieces.start)
        .max()
        .unwrap_or(0);
    let start = reading.pieces.start;
    let mut same_breath = true;
    for at in (after..start).rev() {
        let text = pieces[at].text;
        if matches!(text, "," | ";") || pieces[at + 1].new_line {
            break;
        }
        same_breath &= !matches!(text, ":" | "." | "(");
        let next = pieces[at + 1].text;
        if text == "%" || text == "phần" && next == "trăm" {
            return true;
        }
        if same_breath && matches!(text, "không" | "chưa" | "chẳng") {
            return true;
        }
    }
    let before = start.checked_sub(1).map_or("", |before| pieces[before].text);
    reading.bound == Bound::Exact
        && matches!(before, "gần" | "ngót" | "suýt" | "kiệm" | "giảm" | "nợ" | "hụt")
}

/// Whether a text without a figure still speaks of a sum: "vài triệu", "50".
pub(super) fn speaks_of_money(pieces: &[Piece<'_>]) -> bool {
    let only_numbers = pieces.iter().all(|piece| piece.kind != Kind::Word);
    only_numbers
        || (0..pieces.len()).any(|at| {
            let here = Reader { pieces, at };
            let near = here.kind(0) == Some(Kind::Number) && is_near_unit(here.text(1));
            let rate = matches!(here.text(1), "lệ" | "số" | "trọng" | "mỉ");
            let unit = matches!(
                here.text(0),
                "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "vnđ" | "₫" | "usd" | "đô"
            );
            near || unit && !rate
        })
}

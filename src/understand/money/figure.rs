//! Figures in a budget cell: sums, ranges, bounds, per what, and products.

use std::ops::Range;

use super::bound::{AFTER, BEFORE, Bound};
use super::piece::{Kind, Piece, Reader, is_one, is_times};
use super::sum::Sum;
use crate::plan::Per;

/// One figure or range, and which pieces of the text it takes.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) from: Option<u64>,
    pub(super) to: Option<u64>,
    pub(super) per: Option<Per>,
    pub(super) bound: Bound,
    pub(super) pieces: Range<usize>,
}

impl Reading {
    /// The one sum it names, if it is no range and no bound.
    pub(super) fn exact(&self) -> Option<u64> {
        self.from.filter(|from| self.bound == Bound::Exact && self.to == Some(*from))
    }
}

/// A cell with more figures than this is an account, and no one of them is its sum.
const MOST: usize = 12;

/// Every figure among the pieces; none at all where one is not clear.
pub(super) fn readings(pieces: &[Piece<'_>]) -> Option<Vec<Reading>> {
    let mut readings = Vec::new();
    let mut at = 0;
    while at < pieces.len() && readings.len() <= MOST {
        match (Reader { pieces, at }).figure() {
            Found::Figure(reading, next) => {
                readings.push(reading);
                at = next;
            }
            Found::Unclear => return None,
            Found::Nothing => at += 1,
        }
    }
    (readings.len() <= MOST).then_some(readings)
}

enum Found {
    Figure(Reading, usize),
    Unclear,
    Nothing,
}

/// Words before a number that make it the number of something: "khối 1", "STK 12.345.678".
const LABELS: &[&str] = &[
    "khối", "lớp", "tổ", "phòng", "tầng", "cấp", "mức", "kỳ", "kì", "hk", "quý", "tháng", "năm",
    "đợt", "đoạn", "gđ", "ngày", "tuần", "điểm", "sở", "khu", "dãy", "nhóm", "mục", "điều",
    "khoản", "số", "chí", "chuẩn", "thứ", "bậc", "hạng", "loại", "phần", "bước", "vòng", "tư",
    "định", "tc", "bài", "trang", "đt", "sđt", "đtdđ", "thoại", "tk", "stk", "mã", "mst", "cccd",
    "zalo", "hotline", "buổi", "lần", "tiết", "câu", "tuổi",
];

/// What a sum is divided by: "/tháng/em" is a month and "em".
#[derive(Default)]
struct Divided<'a> {
    per: Option<Per>,
    by: Vec<&'a str>,
    /// Whether something else than a [`Per`] is among it, or two of them are.
    other: bool,
}

impl<'a> Reader<'a> {
    /// A figure that begins here, with what belongs to it.
    fn figure(mut self) -> Found {
        let start = self.at;
        let mut bound = None;
        while let Some((phrase, found)) = BEFORE.iter().find(|(phrase, _)| self.starts_with(phrase))
        {
            if bound.is_some_and(|known| known != *found) {
                return self.nothing_or_unclear();
            }
            bound = Some(*found);
            self.at += phrase.len();
        }
        let since = bound.is_none() && self.text(0) == "từ";
        self.at += usize::from(since);
        // "khoảng", "~" and the like change nothing.
        while matches!(self.text(0), "khoảng" | "chừng" | "tầm" | "cỡ" | "~" | "≈")
            || (bound.is_some() && matches!(self.text(0), "là" | ":" | "mức" | "cả"))
        {
            self.at += 1;
        }
        if self.kind(0) != Some(Kind::Number) {
            return Found::Nothing;
        }
        let number = self;
        let Some(mut first) = self.sum() else { return number.nothing_or_unclear() };
        // "thông điệp 5K"
        if number.text(1) == "k" && number.text(0).len() == 1 {
            return Found::Nothing;
        }
        // "Khối 1 - 5 triệu" speaks of grade 1; "lớp 1-5 triệu" of nothing certain.
        if first.unit.is_none() && number.is_named() {
            let parted = number.back(1) != "mức"
                && self.kind(0) == Some(Kind::Dash)
                && self.pieces[self.at - 1].place.end < self.pieces[self.at].place.start;
            let ranges = self.range().is_some_and(|(second, _)| second.unit.is_some());
            return if ranges && !parted { Found::Unclear } else { Found::Nothing };
        }
        let mut divided = Divided::default();
        // "0912 345 678" is no sum, "0912 345 678 đồng" no clear one.
        if number.follows_a_number() {
            return if first.unit.is_none() { Found::Nothing } else { Found::Unclear };
        }
        let is_sum = first.unit.is_some() || first.bare_unit().is_some();
        if is_sum && !self.divisors(&mut divided) {
            return Found::Unclear;
        }
        let (from, to) = if let Some((mut second, next)) = self.range() {
            self = next;
            if !self.divisors(&mut divided) {
                return Found::Unclear;
            }
            // "5-7 triệu": the unit of the second is that of the first.
            let inherits = first.unit.is_none();
            if second.unit.is_none() && first.unit.is_some() {
                return Found::Unclear;
            }
            second.unit = second.unit.or_else(|| second.bare_unit());
            first.unit = first.unit.or(second.unit);
            let (Some(one), Some(two)) = (first.unit, second.unit) else {
                return Found::Nothing;
            };
            let (Some(from), Some(to)) = (first.dong(one), second.dong(two)) else {
                return Found::Unclear;
            };
            // "TC 1.3 - 50 triệu", "5 - 7.000.000 đồng"; a range has no bound of its own.
            if from > to
                || (inherits && from.saturating_mul(20) < to)
                || !matches!(bound, None | Some(Bound::Exact))
                || self.kind(0) == Some(Kind::Dash) && self.kind(1) == Some(Kind::Number)
            {
                return Found::Unclear;
            }
            bound = Some(Bound::Exact);
            (from, to)
        } else {
            let unit = match first.unit {
                Some(unit) => unit,
                None => match first.bare_unit() {
                    Some(_) if self.counts_things() => return Found::Unclear,
                    Some(unit) => unit,
                    None => return Found::Nothing,
                },
            };
            let Some(dong) = first.dong(unit) else { return Found::Unclear };
            (dong, dong)
        };
        let usual = if since && from == to { Bound::AtLeast } else { Bound::Exact };
        let mut bound = bound.unwrap_or(usual);
        if let Some((phrase, after)) = AFTER.iter().find(|(phrase, _)| self.starts_with(phrase)) {
            if from != to || (bound != Bound::Exact && bound != *after) {
                return Found::Unclear;
            }
            self.at += phrase.len();
            bound = *after;
            if !self.divisors(&mut divided) {
                return Found::Unclear;
            }
        }
        let times = self.times(&mut divided);
        let Some(times) = times.filter(|_| !divided.other && !self.goes_on()) else {
            return Found::Unclear;
        };
        // "2 × 5 triệu", "5 hoặc 7 triệu": not this sum alone.
        if is_times(Reader { at: start, ..self }.back(1)) || number.is_second_of_two() {
            return Found::Unclear;
        }
        if times > 1 && (bound != Bound::Exact || from != to) {
            return Found::Unclear;
        }
        let (Some(from), Some(to)) = (from.checked_mul(times), to.checked_mul(times)) else {
            return Found::Unclear;
        };
        let (from, to) = match bound {
            Bound::Exact => (Some(from), Some(to)),
            Bound::AtLeast => (Some(from), None),
            Bound::AtMost => (None, Some(to)),
        };
        let reading = Reading { from, to, per: divided.per, bound, pieces: start..self.at };
        Found::Figure(reading, self.at)
    }

    /// A number that is no sum: one with a unit after it is not clear, others are none.
    fn nothing_or_unclear(mut self) -> Found {
        while self.kind(0) == Some(Kind::Number) {
            self.at += 1;
        }
        match self.text(0) {
            "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "đồng" | "vnđ" | "₫" | "tr" | "đ" => {
                Found::Unclear
            }
            _ => Found::Nothing,
        }
    }

    /// Whether the number here is that of something: "khối 1", "HK1", "lớp 4, 5".
    fn is_named(self) -> bool {
        let touches = self.at.checked_sub(1).is_some_and(|before| {
            let before = &self.pieces[before];
            before.kind == Kind::Word
                && before.place.end == self.pieces[self.at].place.start
                && !matches!(before.text, "khoảng" | "từ")
        });
        let colon = usize::from(matches!(self.back(1), ":" | "."));
        // "mỗi tháng 5-7 triệu"
        let each = matches!(self.back(2 + colon), "mỗi" | "hằng" | "hàng" | "một" | "từng" | "1");
        touches || LABELS.contains(&self.back(1 + colon)) && !each
    }

    /// Whether another number stands right before this one, and is not that of something.
    fn follows_a_number(self) -> bool {
        self.number_goes_on()
            && self.at.checked_sub(1).is_some_and(|at| {
                self.pieces[at].kind == Kind::Number && !(Reader { at, ..self }).is_named()
            })
    }

    /// Whether a number without a unit counts things: "150.000 lượt".
    fn counts_things(self) -> bool {
        const GOES_ON: &[&str] = &[
            "từ", "do", "của", "cho", "bằng", "trích", "lấy", "nguồn", "ngân", "ns", "nsnn", "xhh",
            "quỹ", "để", "mua", "chi", "trở", "đổ", "x", "và", "trong", "gồm", "bao", "tới", "đến",
        ];
        self.kind(0) == Some(Kind::Word)
            && !self.pieces[self.at].new_line
            && !GOES_ON.contains(&self.text(0))
    }

    /// "5 và 7 triệu", "5, 7 triệu", "5/7 triệu": the first of the two would be lost.
    fn is_second_of_two(self) -> bool {
        let joined =
            matches!(
                self.back(1),
                "và" | "hoặc" | "hay" | "lên" | "xuống" | "còn" | "," | "/" | "." | ">" | "→"
            ) || self.at.checked_sub(1).is_some_and(|at| self.pieces[at].kind == Kind::Dash);
        let Some(before) = self.at.checked_sub(2).filter(|_| joined) else { return false };
        let piece = &self.pieces[before];
        piece.kind == Kind::Number
            && piece.text.len() < 4
            && !(Reader { at: before, ..self }).is_named()
    }

    /// The second sum of a range, and the reader after it.
    fn range(self) -> Option<(Sum, Self)> {
        let mut reader = self;
        let dash = reader.kind(0) == Some(Kind::Dash) && !self.pieces[self.at].new_line;
        (dash || matches!(reader.text(0), "đến" | "tới")).then_some(())?;
        reader.at += 1;
        // "5 triệu - đến 7 triệu", "từ 5 đến dưới 7 triệu".
        while matches!(reader.text(0), "đến" | "dưới" | "khoảng" | "~") {
            reader.at += 1;
        }
        (reader.kind(0) == Some(Kind::Number)).then_some(())?;
        let sum = reader.sum()?;
        Some((sum, reader))
    }

    /// "/năm", "mỗi năm", "một năm", "/tháng/em" after a figure; false where it is not clear.
    fn divisors(&mut self, divided: &mut Divided<'a>) -> bool {
        loop {
            let slash = self.text(0) == "/";
            // "50.000.000 đ./."
            if slash && !matches!(self.kind(1), Some(Kind::Word | Kind::Number))
                || !slash && !matches!(self.text(0), "mỗi" | "một" | "hằng" | "hàng" | "từng")
            {
                return true;
            }
            let skipped = 1 + usize::from(slash && (is_one(self.text(1)) || self.text(1) == "mỗi"));
            let ahead = Reader { at: self.at + skipped, ..*self };
            match ahead.per_word() {
                Some((found, length)) => {
                    // A range may name it twice; "/tháng/năm" is two.
                    divided.other |= divided.per.is_some_and(|known| known != found);
                    divided.per = Some(found);
                    divided.by.push(ahead.text(0));
                    self.at = ahead.at + length;
                }
                // "một phần" begins something else, "một phòng" does not.
                None if self.text(0) == "một" && matches!(self.text(1), "phần" | "cách") => {
                    return true;
                }
                None if ahead.kind(0) == Some(Kind::Word) && divided.by.len() < 4 => {
                    divided.by.push(ahead.text(0));
                    divided.other = true;
                    self.at = ahead.at + 1;
                    // "/giáo viên", "/học sinh"
                    while self.kind(0) == Some(Kind::Word)
                        && !is_times(self.text(0))
                        && self.at < ahead.at + 3
                    {
                        self.at += 1;
                    }
                }
                None => return false,
            }
        }
    }

    /// "x 12 tháng", "x 10 buổi x 2 lớp": by how much the sum is multiplied; none where that
    /// is not clear. What it is divided by must then be among what it is multiplied by.
    fn times(&mut self, divided: &mut Divided<'a>) -> Option<u64> {
        let mut product = 1_u64;
        let mut by: Vec<&str> = Vec::new();
        while is_times(self.text(0)) && by.len() < 6 {
            let count: u64 = self.text(1).parse().ok().filter(|count| *count > 0)?;
            let ahead = Reader { at: self.at + 2, ..*self };
            let is_thing = ahead.kind(0) == Some(Kind::Word)
                && !is_times(ahead.text(0))
                && !matches!(
                    ahead.text(0),
                    "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "đồng" | "đ"
                );
            is_thing.then_some(())?;
            product = product.checked_mul(count)?;
            by.push(ahead.text(0));
            self.at = ahead.at + 1;
            while self.kind(0) == Some(Kind::Word)
                && !is_times(self.text(0))
                && self.at < ahead.at + 3
            {
                self.at += 1;
            }
        }
        if !by.is_empty() {
            divided.by.iter().all(|one| by.contains(one)).then_some(())?;
            *divided = Divided::default();
        }
        Some(product)
    }

    /// Whether what follows says that the figure was not the whole of it.
    fn goes_on(self) -> bool {
        // "1 triệu 500", "2 triệu 3 lớp", "5 nghìn tỷ", "1 triệu hai", "5 triệu USD"
        const MORE: &[&str] = &[
            "%", "$", "€", "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "trăm", "chục", "vạn", "x", "×",
            "*", "/", "usd", "đô", "euro", "yên", "won", "lượt", "người", "cuốn", "em", "hs",
            "rưỡi", "rưởi", "hai", "ba", "bốn", "tư", "sáu", "bảy", "tám", "chín", "mấy", "lẻ",
            "hơn", "trên", "đồng",
        ];
        let each = matches!(self.text(0), "cho" | "theo" | "tính" | "với" | "trong")
            && (matches!(self.text(1), "mỗi" | "một" | "từng" | "đầu" | "theo" | "hai" | "ba")
                || self.kind(1) == Some(Kind::Number) && self.text(1).len() < 4);
        let slash = self.text(0) == "/" && self.kind(1) != Some(Kind::Word);
        let open = self.text(0) == "+" && self.at + 1 == self.pieces.len();
        self.number_goes_on() || each || open || MORE.contains(&self.text(0)) && !slash
    }
}

//! Figures in a budget cell: numbers, their units, ranges, bounds, per what.

use std::ops::Range;

use crate::plan::Per;
use crate::words::{is_dash, parse_decimal};

/// How a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The sum itself, or a range.
    Exact,
    /// trên, từ … trở lên.
    AtLeast,
    /// dưới, tối đa, không quá.
    AtMost,
}

/// One figure or range, and where in the text it stands.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) from: Option<u64>,
    pub(super) to: Option<u64>,
    pub(super) per: Option<Per>,
    pub(super) bound: Bound,
    pub(super) place: Range<usize>,
}

/// A word, a number or a mark, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece<'a> {
    kind: Kind,
    text: &'a str,
    place: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Dash,
    Mark,
}

fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some((at, c)) = chars.peek().copied() {
                let digit_after =
                    text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
                if !(c.is_ascii_digit() || (matches!(c, '.' | ',') && digit_after)) {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            Kind::Number
        } else if c.is_alphabetic() {
            while let Some((at, c)) = chars.peek().copied().filter(|(_, c)| c.is_alphabetic()) {
                end = at + c.len_utf8();
                chars.next();
            }
            Kind::Word
        } else if is_dash(c) {
            Kind::Dash
        } else {
            Kind::Mark
        };
        pieces.push(Piece { kind, text: &text[start..end], place: start..end });
    }
    pieces
}

/// A number before its unit is known.
#[derive(Clone, Copy, Debug)]
struct Sum {
    digits: u64,
    decimals: u32,
    unit: Option<u64>,
    grouped: bool,
}

impl Sum {
    /// In đồng, if that is a whole number.
    fn dong(self, unit: u64) -> Option<u64> {
        let scale = 10_u64.checked_pow(self.decimals)?;
        let dong = u128::from(self.digits) * u128::from(unit);
        (dong % u128::from(scale) == 0).then(|| u64::try_from(dong / u128::from(scale)).ok())?
    }
}

/// Every figure of a text in lower case; none at all where one is not clear.
pub(super) fn readings(text: &str) -> Option<Vec<Reading>> {
    let pieces = cut(text);
    let mut readings = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match (Reader { pieces: &pieces, at }).figure() {
            Found::Figure(reading, next) => {
                readings.push(reading);
                at = next;
            }
            Found::Unclear => return None,
            Found::Nothing => at += 1,
        }
    }
    Some(readings)
}

/// Whether a text without a figure still speaks of a sum: "vài triệu", "50".
pub(super) fn speaks_of_money(text: &str) -> bool {
    let pieces = cut(text);
    let only_numbers = pieces.iter().all(|piece| piece.kind != Kind::Word);
    let unit = pieces.iter().enumerate().any(|(at, piece)| {
        let rate = pieces.get(at + 1).is_some_and(|next| matches!(next.text, "lệ" | "số" | "mỉ"));
        matches!(piece.text, "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "vnđ" | "₫" | "usd" | "đô")
            && !rate
    });
    only_numbers || unit
}

/// "mỗi năm" and the like before or after the figures; none where it is not one of [`Per`].
pub(super) fn per_elsewhere(text: &str, readings: &[Reading]) -> Option<Vec<Per>> {
    let pieces: Vec<Piece<'_>> = cut(text)
        .into_iter()
        .filter(|piece| !readings.iter().any(|reading| reading.place.contains(&piece.place.start)))
        .collect();
    let mut found = Vec::new();
    for at in 0..pieces.len() {
        if matches!(pieces[at].text, "x" | "×" | "*") {
            return None;
        }
        if matches!(pieces[at].text, "mỗi" | "hằng" | "hàng" | "từng") {
            let reader = Reader { pieces: &pieces, at: at + 1 };
            found.push(reader.per_word()?.0);
        }
    }
    Some(found)
}

enum Found {
    Figure(Reading, usize),
    Unclear,
    Nothing,
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    pieces: &'a [Piece<'a>],
    at: usize,
}

/// What may stand before a figure, longest first, and how it is then meant.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["không", "dưới"], Bound::AtLeast),
    (&["không", "ít", "hơn"], Bound::AtLeast),
    (&["ít", "nhất"], Bound::AtLeast),
    (&["tối", "thiểu"], Bound::AtLeast),
    (&["trên", "dưới"], Bound::Exact),
    (&["trên"], Bound::AtLeast),
    (&["hơn"], Bound::AtLeast),
    (&[">"], Bound::AtLeast),
    (&["≥"], Bound::AtLeast),
    (&["không", "vượt", "quá"], Bound::AtMost),
    (&["không", "quá"], Bound::AtMost),
    (&["không", "hơn"], Bound::AtMost),
    (&["tối", "đa"], Bound::AtMost),
    (&["lên", "đến"], Bound::AtMost),
    (&["nhiều", "nhất"], Bound::AtMost),
    (&["dưới"], Bound::AtMost),
    (&["đến"], Bound::AtMost),
    (&["<"], Bound::AtMost),
    (&["≤"], Bound::AtMost),
];

impl Reader<'_> {
    fn text(&self, ahead: usize) -> &str {
        self.pieces.get(self.at + ahead).map_or("", |piece| piece.text)
    }

    fn kind(&self, ahead: usize) -> Option<Kind> {
        self.pieces.get(self.at + ahead).map(|piece| piece.kind)
    }

    fn starts_with(&self, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(ahead, word)| self.text(ahead) == *word)
    }

    /// A figure that begins here, with what belongs to it.
    fn figure(mut self) -> Found {
        let start = self.at;
        let before = BEFORE.iter().find(|(phrase, _)| self.starts_with(phrase));
        let mut bound = before.map(|(_, bound)| *bound);
        self.at += before.map_or(0, |(phrase, _)| phrase.len());
        let since = bound.is_none() && self.text(0) == "từ";
        self.at += usize::from(since);
        // "khoảng", "~" and the like change nothing.
        while matches!(self.text(0), "khoảng" | "chừng" | "tầm" | "~" | "≈") {
            self.at += 1;
        }
        if self.kind(0) != Some(Kind::Number) {
            return Found::Nothing;
        }
        let Some(mut first) = self.sum() else { return Found::Nothing };
        let mut per = None;
        let mut per_unclear = false;
        self.per(&mut per, &mut per_unclear);
        let range = self.range();
        let from_unit;
        let (from, to) = if let Some((mut second, next)) = range {
            self = next;
            self.per(&mut per, &mut per_unclear);
            // "5-7 triệu": the unit of the second is that of the first.
            let inherits = first.unit.is_none();
            if second.unit.is_none() && first.unit.is_some() {
                return Found::Unclear;
            }
            second.unit = second.unit.or_else(|| bare_unit(second));
            first.unit = first.unit.or(second.unit);
            from_unit = first.unit;
            let (Some(one), Some(two)) = (first.unit, second.unit) else {
                return Found::Nothing;
            };
            let (Some(from), Some(to)) = (first.dong(one), second.dong(two)) else {
                return Found::Unclear;
            };
            // "5 - 7.000.000 đồng" hardly means five đồng.
            if from > to || (inherits && one == 1 && from.saturating_mul(100) < to) {
                return Found::Unclear;
            }
            if !matches!(bound, None | Some(Bound::Exact | Bound::AtLeast)) {
                return Found::Unclear;
            }
            bound = Some(Bound::Exact);
            (from, to)
        } else {
            from_unit = first.unit.or_else(|| bare_unit(first));
            let Some(unit) = from_unit else { return Found::Nothing };
            let Some(dong) = first.dong(unit) else { return Found::Unclear };
            (dong, dong)
        };
        if per_unclear || from_unit.is_none() {
            return Found::Unclear;
        }
        let mut bound =
            bound.unwrap_or(if since && from == to { Bound::AtLeast } else { Bound::Exact });
        for (phrase, after) in [(["trở", "lên"], Bound::AtLeast), (["trở", "xuống"], Bound::AtMost)]
        {
            if self.starts_with(&phrase) {
                self.at += 2;
                bound = after;
                self.per(&mut per, &mut per_unclear);
            }
        }
        // "2 × 5 triệu", "5 triệu x 3 lớp": a reckoning, not a sum.
        let times = |text: &str| matches!(text, "x" | "×" | "*");
        let is_product = times(self.text(0))
            || start.checked_sub(1).is_some_and(|before| times(self.pieces[before].text));
        // "1 triệu 500" and "2tr5" leave something unsaid.
        let broken_off = self.kind(0) == Some(Kind::Number) && self.kind(1) != Some(Kind::Word);
        // "5 nghìn tỷ" is not five thousand đồng.
        let goes_on = matches!(self.text(0), "tỷ" | "tỉ" | "triệu" | "nghìn" | "ngàn" | "trăm");
        if is_product || broken_off || goes_on || per_unclear || (self.text(0) == "%") {
            return Found::Unclear;
        }
        let (from, to) = match bound {
            Bound::Exact => (Some(from), Some(to)),
            Bound::AtLeast => (Some(from), None),
            Bound::AtMost => (None, Some(to)),
        };
        let place = self.pieces[start].place.start..self.pieces[self.at - 1].place.end;
        Found::Figure(Reading { from, to, per, bound, place }, self.at)
    }

    /// The second sum of a range, and the reader after it.
    fn range(self) -> Option<(Sum, Self)> {
        let mut reader = self;
        let joined = reader.kind(0) == Some(Kind::Dash) || matches!(reader.text(0), "đến" | "tới");
        joined.then_some(())?;
        reader.at += 1;
        // "5 triệu - đến 7 triệu", "từ 5 đến dưới 7 triệu".
        while matches!(reader.text(0), "đến" | "dưới" | "khoảng" | "~") {
            reader.at += 1;
        }
        (reader.kind(0) == Some(Kind::Number)).then_some(())?;
        let sum = reader.sum()?;
        Some((sum, reader))
    }

    /// A number and its unit: "1.234.567 đồng", "4,5 tỷ", "2 tỷ 500 triệu".
    fn sum(&mut self) -> Option<Sum> {
        self.sum_below(u64::MAX)
    }

    /// As [`Self::sum`]; none where its unit is not below this one. Units grow smaller on
    /// the way down, so that "5 tỷ 5 tỷ 5 tỷ …" goes no deeper than there are units.
    fn sum_below(&mut self, limit: u64) -> Option<Sum> {
        let mut digits = self.text(0).to_owned();
        self.at += 1;
        // "10 000 000": groups of three after one to three digits.
        if digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            while self.kind(0) == Some(Kind::Number)
                && self.text(0).len() == 3
                && self.text(0).bytes().all(|byte| byte.is_ascii_digit())
            {
                digits.push('.');
                digits.push_str(self.text(0));
                self.at += 1;
            }
        }
        let unit = self.unit();
        if unit.is_some_and(|unit| unit >= limit) {
            return None;
        }
        let grouped = digits.contains('.') || digits.matches(',').count() > 1;
        let (value, decimals) = match parse_decimal(&digits)? {
            // "50,000 đồng": đồng have no decimals.
            (value, 3) if unit == Some(1) => (value, 0),
            // "1,500 triệu" may be one and a half or fifteen hundred.
            (_, 3) if unit.is_some() && digits.contains(',') => return None,
            parsed => parsed,
        };
        let mut sum = Sum { digits: value, decimals, unit, grouped };
        let Some(unit) = unit.filter(|unit| *unit > 1) else { return Some(sum) };
        // "2 tỷ 500 triệu", "1 triệu rưỡi".
        let smaller = if self.text(0) == "rưỡi" {
            self.at += 1;
            let _ = self.dong_word();
            Some(unit / 2)
        } else if self.kind(0) == Some(Kind::Number) {
            let mut ahead = *self;
            let added = ahead.sum_below(unit).and_then(|less| less.dong(less.unit?));
            added.inspect(|_| self.at = ahead.at)
        } else {
            None
        };
        if let Some(smaller) = smaller {
            let total = sum.dong(unit)?.checked_add(smaller)?;
            sum = Sum { digits: total, decimals: 0, unit: Some(1), grouped };
        }
        Some(sum)
    }

    fn unit(&mut self) -> Option<u64> {
        let unit = match self.text(0) {
            "tỷ" | "tỉ" | "ty" if !matches!(self.text(1), "lệ" | "số") => 1_000_000_000,
            "triệu" | "trieu" | "tr" | "trđ" => 1_000_000,
            "nghìn" | "ngàn" | "nghin" | "ngan" | "ng" | "k" => 1_000,
            "đồng" | "đ" | "vnđ" | "vnd" | "₫" | "dong" => 1,
            _ => return None,
        };
        self.at += 1;
        if unit > 1 {
            let _ = self.dong_word();
        }
        Some(unit)
    }

    fn dong_word(&mut self) -> Option<()> {
        let dotted = self.text(0) == "." && self.text(1) == "đ";
        let plain = matches!(self.text(0), "đồng" | "đ" | "vnđ" | "vnd" | "₫" | "dong");
        (dotted || plain).then_some(())?;
        self.at += 1 + usize::from(dotted);
        Some(())
    }

    /// "/năm", "mỗi năm", "một năm", "hằng năm" after a figure.
    fn per(&mut self, per: &mut Option<Per>, unclear: &mut bool) {
        let slash = self.text(0) == "/";
        let each = matches!(self.text(0), "mỗi" | "một" | "hằng" | "hàng" | "từng");
        // "triệu/1 năm"
        let one = slash && matches!(self.text(1), "1" | "01" | "một" | "mỗi");
        if !slash && !each {
            return;
        }
        let ahead = Self { at: self.at + 1 + usize::from(one), ..*self };
        match ahead.per_word() {
            Some((found, next)) => {
                *unclear |= per.is_some_and(|known| known != found);
                *per = Some(found);
                self.at = next;
            }
            // "một" may begin something else.
            None => *unclear |= self.text(0) != "một",
        }
    }

    fn per_word(self) -> Option<(Per, usize)> {
        let two = |word: &str| self.text(1) == word;
        Some(match self.text(0) {
            "năm" if two("học") => (Per::Year, self.at + 2),
            "năm" => (Per::Year, self.at + 1),
            "học" if two("kỳ") || two("kì") => (Per::Term, self.at + 2),
            "kỳ" | "kì" | "hk" => (Per::Term, self.at + 1),
            "tháng" => (Per::Month, self.at + 1),
            "buổi" => (Per::Session, self.at + 1),
            _ => return None,
        })
    }
}

/// A number without a unit is a sum only if it is written as one and large: "5.000.000".
fn bare_unit(sum: Sum) -> Option<u64> {
    let large = sum.digits >= 100_000 && sum.decimals == 0;
    (large && (sum.grouped || sum.digits >= 1_000_000)).then_some(1)
}

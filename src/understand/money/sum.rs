//! A number and its unit: "1.234.567 đồng", "4,5 tỷ", "2 tỷ 500 triệu", "25 (triệu đồng)".

use super::piece::Reader;
use crate::words::{self, parse_decimal};

/// A number before its unit is known for certain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    digits: u64,
    decimals: u32,
    pub(super) unit: Option<u64>,
    grouped: bool,
}

/// What a sum of money lies between, in đồng: "5K" and "02 đ" are none.
const SANE: std::ops::RangeInclusive<u64> = 1_000..=100_000_000_000_000;

/// What follows "đồng" where it is no money.
const NO_DONG: &[&str] =
    &["chí", "nghiệp", "phục", "hồ", "bộ", "diễn", "đội", "thời", "nai", "hới", "tháp", "hương"];

impl Sum {
    /// In đồng, if that is a whole number that a plan may speak of.
    pub(super) fn dong(self, unit: u64) -> Option<u64> {
        self.value(unit).filter(|dong| SANE.contains(dong))
    }

    fn value(self, unit: u64) -> Option<u64> {
        let scale = 10_u64.checked_pow(self.decimals)?;
        let dong = u128::from(self.digits) * u128::from(unit);
        (dong % u128::from(scale) == 0).then(|| u64::try_from(dong / u128::from(scale)).ok())?
    }

    /// A number without a unit is a sum only if it is written as one and large: "5.000.000".
    pub(super) fn bare_unit(self) -> Option<u64> {
        let written = self.grouped || self.digits.is_multiple_of(1_000);
        let large = self.digits >= if self.grouped { 100_000 } else { 1_000_000 };
        (written && large && self.decimals == 0).then_some(1)
    }
}

impl Reader<'_> {
    /// The sum that begins here; none where the number or its unit is not clear.
    pub(super) fn sum(&mut self) -> Option<Sum> {
        self.sum_below(u64::MAX)
    }

    /// As [`Self::sum`]; none where its unit is not below this one. Units grow smaller on
    /// the way down, so that "5 tỷ 5 tỷ 5 tỷ …" goes no deeper than there are units.
    fn sum_below(&mut self, limit: u64) -> Option<Sum> {
        let mut digits = self.text(0).to_owned();
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        self.at += 1;
        // "10 000 000": groups of three after one to three digits.
        if digits.len() <= 3 && plain(&digits) && !digits.starts_with('0') {
            while self.number_goes_on() && self.text(0).len() == 3 && plain(self.text(0)) {
                digits.push('.');
                digits.push_str(self.text(0));
                self.at += 1;
            }
        }
        let unit = self.unit();
        if unit.is_some_and(|unit| unit >= limit) {
            return None;
        }
        // A telephone begins with 0, and "000" is what a stray space left of a number.
        if digits.starts_with('0') && (digits.len() > 2 && plain(&digits) || digits == "00") {
            return None;
        }
        let grouped = digits.contains('.') || digits.matches(',').count() > 1;
        let (value, decimals) = match (parse_decimal(&digits)?, unit) {
            // "50,000 đồng": đồng have no decimals.
            ((value, 3), Some(1)) => (value, 0),
            // "1,500 triệu" may be one and a half or fifteen hundred, and "1.250 tỷ" too.
            ((_, 3), Some(_)) if digits.contains(',') => return None,
            ((_, 0), Some(1_000_000_000)) if digits.contains('.') => return None,
            (parsed, _) => parsed,
        };
        let mut sum = Sum { digits: value, decimals, unit, grouped };
        let Some(unit) = unit.filter(|unit| *unit > 1) else { return Some(sum) };
        // "2 tỷ 500 triệu", "1 triệu rưỡi".
        let smaller = if self.text(0) == "rưỡi" {
            self.at += 1;
            self.dong_word();
            Some(unit / 2)
        } else if self.number_goes_on() {
            let mut ahead = *self;
            let added = ahead.sum_below(unit).and_then(|less| less.value(less.unit?));
            added.inspect(|_| self.at = ahead.at)
        } else {
            None
        };
        if let Some(smaller) = smaller {
            let total = sum.value(unit)?.checked_add(smaller)?;
            sum = Sum { digits: total, decimals: 0, unit: Some(1), grouped };
        }
        Some(sum)
    }

    /// The unit that stands here, with "đồng" after it, in brackets or not.
    fn unit(&mut self) -> Option<u64> {
        if self.text(0) == "(" {
            let mut inside = Self { at: self.at + 1, ..*self };
            let unit = inside.unit_word()?;
            // "25 (triệu đồng/năm)": what follows the unit is read on from here.
            (matches!(inside.text(0), ")" | "/")).then_some(())?;
            self.at = inside.at + usize::from(inside.text(0) == ")");
            return Some(unit);
        }
        self.unit_word()
    }

    fn unit_word(&mut self) -> Option<u64> {
        let word = self.text(0);
        let unit = match word {
            "tỷ" | "tỉ" | "ty" | "tỹ" if !matches!(self.text(1), "lệ" | "số" | "trọng") => {
                1_000_000_000
            }
            "triệu" | "tr" | "trđ" | "triệuđồng" | "triệuđ" | "trđồng" => 1_000_000,
            "nghìn" | "ngàn" | "nghin" | "ngan" | "nghìnđồng" | "k" => 1_000,
            _ if self.is_dong() => 1,
            // "trịêu": the mark slipped to the next letter.
            word if word != "triều" && word.len() < 12 && words::fold(word) == "trieu" => {
                1_000_000
            }
            _ => return None,
        };
        self.at += 1;
        if unit > 1 {
            self.dong_word();
        }
        Some(unit)
    }

    /// "đ", "đồng", "VNĐ"; not the beginning of "đ/c" and "đồng phục".
    fn is_dong(&self) -> bool {
        match self.text(0) {
            "đồng" => !NO_DONG.contains(&self.text(1)),
            "đ" => !(self.text(1) == "/" && self.text(2) == "c"),
            "vnđ" | "vnd" | "₫" | "dong" => true,
            _ => false,
        }
    }

    fn dong_word(&mut self) {
        let dotted = self.text(0) == "." && self.text(1) == "đ";
        if dotted || self.is_dong() {
            self.at += 1 + usize::from(dotted);
        }
    }
}

//! Numbers as lists show them: 1, 01, a, IV.

/// How the numbers of a list look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// 1, 2, 3; also what this program does not know.
    Decimal,
    /// 01, 02, 10.
    TwoDigits,
    /// a, b, z, aa, bb.
    Letter { capital: bool },
    /// i, ii, iv.
    Roman { capital: bool },
    /// Nothing.
    None,
}

const ROMAN: [(i64, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl Format {
    /// By the name that Word gives it.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "decimalZero" => Self::TwoDigits,
            "lowerLetter" => Self::Letter { capital: false },
            "upperLetter" => Self::Letter { capital: true },
            "lowerRoman" => Self::Roman { capital: false },
            "upperRoman" => Self::Roman { capital: true },
            "none" | "bullet" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number in this look.
    pub(super) fn show(self, number: i64) -> String {
        let (shown, capital) = match self {
            Self::None => return String::new(),
            Self::TwoDigits => return format!("{number:02}"),
            Self::Letter { capital } => (letters(number), capital),
            Self::Roman { capital } => (roman(number), capital),
            Self::Decimal => (None, false),
        };
        match shown {
            Some(shown) if capital => shown.to_ascii_uppercase(),
            Some(shown) => shown,
            None => number.to_string(),
        }
    }
}

/// Behind z the letters are doubled, as Word does it.
fn letters(number: i64) -> Option<String> {
    let at = u32::try_from(number.checked_sub(1)?).ok().filter(|at| *at < 780)?;
    let letter = char::from(b'a' + u8::try_from(at % 26).ok()?);
    Some(letter.to_string().repeat(at as usize / 26 + 1))
}

fn roman(number: i64) -> Option<String> {
    let mut left = Some(number).filter(|number| (1..4000).contains(number))?;
    let mut shown = String::new();
    for (value, sign) in ROMAN {
        while left >= value {
            shown.push_str(sign);
            left -= value;
        }
    }
    Some(shown)
}

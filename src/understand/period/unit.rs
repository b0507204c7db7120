//! The grammar of a single stretch of time: a day, a month, a term, a school year.

use super::parser::Parser;
use super::phrase::Unit;
use super::token::Token;
use crate::plan::SchoolYear;

impl Parser<'_> {
    fn calendar_year(&mut self) -> Option<i16> {
        match self.next()? {
            Token::Number(year, 4) => i16::try_from(year).ok().filter(|y| (1900..2200).contains(y)),
            _ => None,
        }
    }

    /// "26" of "15/10/26", if that year is near the plan's.
    fn short_year(&mut self) -> Option<i16> {
        match self.next()? {
            Token::Number(year @ 13..=99, 2) => i16::try_from(year)
                .ok()
                .map(|year| 2000 + year)
                .filter(|year| (year - self.year.first()).abs() <= 10),
            _ => None,
        }
    }

    /// "2026-2027", "2026/2027" or "2026-27", if they follow one another.
    fn years(&mut self) -> Option<SchoolYear> {
        let first = self.calendar_year()?;
        match self.next()? {
            Token::Dash | Token::Slash => {}
            _ => return None,
        }
        let second = match self.next()? {
            Token::Number(year, 4) => i16::try_from(year).ok()?,
            Token::Number(year, 2) => first / 100 * 100 + i16::try_from(year).ok()?,
            _ => return None,
        };
        (second == first + 1).then(|| SchoolYear::starting(first)).flatten()
    }

    /// The school year after a term or a season: "năm học 2026-2027", "/2026-2027".
    fn school_year_after(&mut self) -> Option<SchoolYear> {
        self.skip(|token| matches!(token, Token::Comma | Token::Slash | Token::Dash));
        match self.peek()? {
            Token::SchoolYear => {
                self.at += 1;
                let years = self.attempt(Self::years);
                Some(years.or_else(|| self.attempt(Self::short_years)).unwrap_or(self.year))
            }
            Token::Year => {
                self.at += 1;
                self.years()
            }
            _ => self.years(),
        }
    }

    /// The calendar year after a month: "/2026", "năm 2026", "năm học 2026-2027".
    fn year_after(&mut self, month: i8) -> Option<i16> {
        if let Some(school) = self.attempt(|parser| {
            // "tháng 9/2026-2027" is not clear.
            (!matches!(parser.peek(), Some(Token::Slash | Token::Dash))).then_some(())?;
            parser.school_year_after()
        }) {
            return Some(school.year_of_month(month));
        }
        self.attempt(|parser| {
            parser.skip(|token| token == Token::Comma);
            parser.take(Token::Year)?;
            parser.calendar_year()
        })
        .or_else(|| {
            self.attempt(|parser| {
                parser.skip(|token| matches!(token, Token::Slash | Token::Dash));
                parser.calendar_year()
            })
        })
        .or_else(|| {
            self.attempt(|parser| {
                parser.take(Token::Slash)?;
                parser.short_year()
            })
        })
    }

    pub(super) fn unit(&mut self, context: Option<&Unit>, phase: bool) -> Option<Unit> {
        match self.peek()? {
            Token::First | Token::Last => {
                let first = self.next()? == Token::First;
                // "đầu đầu đầu …" would go as deep as it is long.
                if matches!(self.peek()?, Token::First | Token::Last) {
                    return None;
                }
                let inner = Box::new(self.unit(None, phase)?);
                match *inner {
                    Unit::Bare { .. } | Unit::Day { .. } => None,
                    _ if first => Some(Unit::First(inner)),
                    _ => Some(Unit::Last(inner)),
                }
            }
            // "thứ Ba, ngày 20/10/2026", "khai giảng (05/9/2026)": the day tells it.
            Token::Weekday | Token::Event => {
                self.at += 1;
                self.skip(|token| token == Token::Comma);
                matches!(self.peek()?, Token::Day | Token::Number(..)).then_some(())?;
                let unit = self.unit(None, phase)?;
                matches!(unit, Unit::Day { month: Some(_), .. }).then_some(unit)
            }
            Token::Third(third) => {
                self.at += 1;
                (self.peek()? == Token::Month).then_some(())?;
                Some(Unit::Third(third, Box::new(self.unit(None, phase)?)))
            }
            Token::HalfYear(first) => {
                self.at += 1;
                Some(Unit::Part { months: 6, first, year: self.calendar_year()? })
            }
            Token::Day => {
                self.at += 1;
                let day = self.number()?;
                Some(self.attempt(|parser| parser.rest_of_day(day)).unwrap_or(Unit::Day {
                    day,
                    month: None,
                    year: None,
                }))
            }
            Token::Month => {
                self.at += 1;
                let month = self.ordinal()?;
                if (1..8).contains(&month)
                    && self.attempt(|parser| parser.take(Token::NextYear)).is_some()
                {
                    return Some(Unit::Month { month, year: Some(self.year.second()) });
                }
                Some(Unit::Month { month, year: self.year_after(month) })
            }
            Token::Quarter => {
                self.at += 1;
                let quarter = self.ordinal().filter(|quarter| (1..=4).contains(quarter))?;
                Some(Unit::Quarter { quarter, year: self.year_after(quarter * 3) })
            }
            Token::Term => {
                self.at += 1;
                let term = self.ordinal().filter(|term| (1..=2).contains(term))?;
                let year = self
                    .attempt(Self::school_year_after)
                    .or_else(|| self.attempt(Self::short_years_after));
                Some(Unit::Term { term: u8::try_from(term).ok()?, year })
            }
            Token::SchoolYear => {
                self.at += 1;
                let year = self.attempt(Self::years).or_else(|| self.attempt(Self::short_years));
                Some(Unit::School(year))
            }
            Token::Summer => {
                self.at += 1;
                Some(Unit::Summer(self.year_after(6)))
            }
            Token::Year => {
                self.at += 1;
                self.year_or_years(phase, true)
            }
            Token::Number(_, 4) => self.year_or_years(phase, false),
            Token::Number(1..=11, _)
                if matches!(
                    self.tokens.get(self.at + 1..self.at + 4),
                    Some([Token::Month, Token::First | Token::Last, Token::Year])
                ) =>
            {
                let months = self.number()?;
                let first = self.tokens.get(self.at + 1) == Some(&Token::First);
                self.at += 3;
                Some(Unit::Part { months, first, year: self.calendar_year()? })
            }
            Token::Number(..) | Token::Roman(_) => self.numbers(context),
            _ => None,
        }
    }

    fn year_or_years(&mut self, phase: bool, named: bool) -> Option<Unit> {
        if !phase && let Some(years) = self.attempt(Self::years) {
            return Some(Unit::School(Some(years)));
        }
        Some(Unit::Year { year: self.calendar_year()?, named })
    }

    /// "26-27" after "năm học", if they follow one another and are near the plan's.
    fn short_years(&mut self) -> Option<SchoolYear> {
        let first = self.short_year()?;
        matches!(self.next()?, Token::Dash | Token::Slash).then_some(())?;
        let second = self.short_year()?;
        let is_day = matches!(self.peek(), Some(Token::Slash | Token::Month));
        (second == first + 1 && !is_day).then(|| SchoolYear::starting(first)).flatten()
    }

    /// "26-27" after a term: "HKI 26-27", "HK1 (26-27)", "HKII năm học 26-27".
    fn short_years_after(&mut self) -> Option<SchoolYear> {
        self.skip(|token| matches!(token, Token::Comma | Token::Slash));
        self.skip(|token| token == Token::SchoolYear);
        self.short_years()
    }

    /// After the day: "/10/2026", "-10-2026", "/10", "tháng 10 năm 2026", "tháng 10".
    fn rest_of_day(&mut self, day: i8) -> Option<Unit> {
        let mark = self.next()?;
        let month = match mark {
            Token::Slash | Token::Dash | Token::Month => self.number()?,
            _ => return None,
        };
        let year = match mark {
            Token::Month => self.year_after(month),
            _ => self
                .attempt(|parser| {
                    parser.take(mark)?;
                    parser.calendar_year()
                })
                .or_else(|| {
                    self.attempt(|parser| {
                        parser.take(Token::Slash)?;
                        parser.short_year().filter(|_| mark == Token::Slash)
                    })
                })
                .or_else(|| {
                    self.attempt(|parser| {
                        parser.take(Token::Year)?;
                        parser.calendar_year()
                    })
                }),
        };
        // "15-10" alone is two days as well as a date.
        (mark != Token::Dash || year.is_some()).then_some(Unit::Day {
            day,
            month: Some(month),
            year,
        })
    }

    /// What begins with a number: a date, a month with its year, or a number alone.
    fn numbers(&mut self, context: Option<&Unit>) -> Option<Unit> {
        let roman = matches!(self.peek(), Some(Token::Roman(_)));
        let number = self.ordinal()?;
        if !roman {
            // "9/26": no month is 26, so it is a year.
            let short = self.attempt(|parser| {
                parser.take(Token::Slash)?;
                parser.short_year()
            });
            if let (Some(year), 1..=12) = (short, number)
                && (year - self.year.first()).abs() <= 5
                && self.peek() != Some(Token::Slash)
            {
                return Some(Unit::Month { month: number, year: Some(year) });
            }
            if short.is_some() {
                return None;
            }
            let date = self.attempt(|parser| {
                let unit = parser.rest_of_day(number)?;
                // "tháng 9/10" may be two months.
                let short = matches!(unit, Unit::Day { year: None, .. });
                let in_months = matches!(context, Some(Unit::Month { .. }));
                let named = parser.tokens.get(parser.at.wrapping_sub(2)) == Some(&Token::Month);
                (!(short && in_months) || named).then_some(unit)
            });
            if date.is_some() {
                return date;
            }
        }
        let year = self
            .attempt(|parser| {
                parser.take(Token::Slash)?;
                parser.calendar_year()
            })
            .or_else(|| {
                context?;
                self.attempt(|parser| {
                    parser.skip(|token| matches!(token, Token::Dash | Token::Year));
                    parser.calendar_year()
                })
            });
        Some(Unit::Bare { number, roman, year })
    }
}

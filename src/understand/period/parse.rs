//! The grammar of a time phrase: pieces to dated units and how they are joined.

use super::token::Token;
use crate::plan::{Recurs, SchoolYear};

/// A stretch of time as it is named, its year perhaps left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day {
        day: i8,
        month: Option<i8>,
        year: Option<i16>,
    },
    Month {
        month: i8,
        year: Option<i16>,
    },
    Quarter {
        quarter: i8,
        year: Option<i16>,
    },
    Term {
        term: u8,
        year: Option<SchoolYear>,
    },
    School(Option<SchoolYear>),
    Summer(Option<i16>),
    Year(i16),
    First(Box<Unit>),
    Last(Box<Unit>),
    /// A number that takes its kind from its neighbour: the 10 of "tháng 9, 10/2026".
    Bare {
        number: i8,
        roman: bool,
        year: Option<i16>,
    },
}

/// What stands between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    Dash,
    Until,
    List,
}

/// What stands before the first unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    None,
    From,
    Until,
    Before,
    After,
    Phase,
}

/// The dated part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) lead: Lead,
    pub(super) units: Vec<Unit>,
    pub(super) joins: Vec<Join>,
    /// "đến trước ngày …".
    pub(super) before: bool,
    /// "trở đi".
    pub(super) onwards: bool,
}

/// A whole phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) dated: Option<Dated>,
    pub(super) recurs: Option<Recurs>,
}

/// A phrase of which every piece was understood.
pub(super) fn parse(tokens: &[Token], year: SchoolYear) -> Option<Phrase> {
    let mut parser = Parser { tokens, at: 0, year };
    let mut phrase = Phrase::default();
    while parser.peek().is_some() {
        parser.skip(|token| matches!(token, Token::Comma | Token::And));
        if let Some(recurs) = parser.attempt(Parser::recurs) {
            phrase.recurs = Some(match phrase.recurs {
                None | Some(Recurs::Ongoing) => recurs,
                // "liên tục hằng năm" is hằng năm.
                Some(known) if recurs == Recurs::Ongoing || recurs == known => known,
                Some(_) => return None,
            });
        } else if phrase.dated.is_none() {
            phrase.dated = Some(parser.dated()?);
        } else {
            return None;
        }
    }
    Some(phrase)
}

#[derive(Clone, Copy)]
struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    year: SchoolYear,
}

impl Parser<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    fn take(&mut self, want: Token) -> Option<()> {
        (self.next()? == want).then_some(())
    }

    fn skip(&mut self, which: impl Fn(Token) -> bool) {
        if self.peek().is_some_and(which) {
            self.at += 1;
        }
    }

    /// Runs a rule; where it fails nothing has been read.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = rule(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }

    fn number(&mut self) -> Option<i8> {
        match self.next()? {
            Token::Number(value, 1..=2) => i8::try_from(value).ok(),
            _ => None,
        }
    }

    fn ordinal(&mut self) -> Option<i8> {
        match self.next()? {
            Token::Number(value, 1..=2) => i8::try_from(value).ok(),
            Token::Roman(value) => i8::try_from(value).ok(),
            _ => None,
        }
    }

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
                Some(self.attempt(Self::years).unwrap_or(self.year))
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

    fn recurs(&mut self) -> Option<Recurs> {
        self.attempt(|parser| {
            parser.skip(|token| matches!(token, Token::First | Token::Last));
            parser.take(Token::Each)?;
            let recurs = parser.step()?;
            let _ = parser.attempt(|parser| {
                parser.number()?;
                parser.take(Token::Times)
            });
            Some(recurs)
        })
        .or_else(|| {
            self.attempt(|parser| {
                parser.take(Token::Ongoing)?;
                // "thường xuyên trong năm" names no dates.
                let alone = matches!(
                    parser.tokens.get(parser.at + 1),
                    None | Some(Token::Comma | Token::And)
                );
                if alone {
                    parser.skip(|token| token == Token::Year);
                }
                Some(Recurs::Ongoing)
            })
        })
        .or_else(|| {
            // "02 lần/tháng".
            self.attempt(|parser| {
                parser.number()?;
                parser.take(Token::Times)?;
                parser.skip(|token| matches!(token, Token::Slash | Token::Each));
                parser.skip(|token| matches!(token, Token::Number(1, 1..=2)));
                parser.step()
            })
        })
        .or_else(|| {
            // "01 tháng/lần", "3 tháng một lần".
            self.attempt(|parser| {
                let number = parser.number()?;
                let step = parser.step()?;
                parser.skip(|token| matches!(token, Token::Slash | Token::Number(1, 1..=2)));
                parser.take(Token::Times)?;
                match (number, step) {
                    (1, step) => Some(step),
                    (3, Recurs::Month) => Some(Recurs::Quarter),
                    _ => None,
                }
            })
        })
    }

    fn step(&mut self) -> Option<Recurs> {
        Some(match self.next()? {
            Token::Day => Recurs::Ongoing,
            Token::Week => Recurs::Week,
            Token::Month => Recurs::Month,
            Token::Quarter => Recurs::Quarter,
            Token::Term => Recurs::Term,
            Token::Year | Token::SchoolYear => Recurs::Year,
            _ => return None,
        })
    }

    fn dated(&mut self) -> Option<Dated> {
        let mut lead = match self.peek()? {
            Token::From => Lead::From,
            Token::Until => Lead::Until,
            Token::Before => Lead::Before,
            Token::After => Lead::After,
            Token::Phase => Lead::Phase,
            _ => Lead::None,
        };
        if lead != Lead::None {
            self.at += 1;
        }
        let mut before = false;
        match lead {
            Lead::Phase => self.skip(|token| token == Token::From),
            Lead::Until if self.attempt(|parser| parser.take(Token::Before)).is_some() => {
                lead = Lead::Before;
            }
            _ => {}
        }
        let phase = lead == Lead::Phase;
        let mut units = vec![self.unit(None, phase)?];
        let mut joins = Vec::new();
        let is_named = |unit: &&Unit| !matches!(unit, Unit::Bare { .. });
        let mut context = units.first().filter(is_named).cloned();
        loop {
            let next = self.attempt(|parser| {
                let join = parser.join()?;
                let ends =
                    join == Join::Until && parser.attempt(|p| p.take(Token::Before)).is_some();
                Some((join, ends, parser.unit(context.as_ref(), phase)?))
            });
            let Some((join, ends, unit)) = next else { break };
            joins.push(join);
            context = Some(&unit).filter(is_named).cloned().or(context);
            units.push(unit);
            before |= ends;
        }
        let onwards = self.attempt(|parser| parser.take(Token::Onwards)).is_some();
        Some(Dated { lead, units, joins, before, onwards })
    }

    fn join(&mut self) -> Option<Join> {
        match self.next()? {
            Token::Dash => {
                // "tháng 9 - đến tháng 12" says it twice.
                self.skip(|token| token == Token::Until);
                Some(Join::Dash)
            }
            Token::Until => Some(Join::Until),
            Token::Comma if self.peek() == Some(Token::Until) => {
                self.at += 1;
                Some(Join::Until)
            }
            Token::Comma | Token::And => {
                self.skip(|token| token == Token::And);
                Some(Join::List)
            }
            _ => None,
        }
    }

    fn unit(&mut self, context: Option<&Unit>, phase: bool) -> Option<Unit> {
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
                let month = self.number()?;
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
                let year = self.attempt(Self::school_year_after);
                Some(Unit::Term { term: u8::try_from(term).ok()?, year })
            }
            Token::SchoolYear => {
                self.at += 1;
                let year = self.attempt(Self::years);
                Some(Unit::School(year))
            }
            Token::Summer => {
                self.at += 1;
                Some(Unit::Summer(self.year_after(6)))
            }
            Token::Year => {
                self.at += 1;
                self.year_or_years(phase)
            }
            Token::Number(_, 4) => self.year_or_years(phase),
            Token::Number(..) | Token::Roman(_) => self.numbers(context),
            _ => None,
        }
    }

    fn year_or_years(&mut self, phase: bool) -> Option<Unit> {
        if !phase && let Some(years) = self.attempt(Self::years) {
            return Some(Unit::School(Some(years)));
        }
        self.calendar_year().map(Unit::Year)
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

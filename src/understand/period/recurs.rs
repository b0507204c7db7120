//! The grammar of what comes back: "thứ Hai hằng tuần", "02 lần/năm học", "ngày 25 hằng tháng".

use super::parser::Parser;
use super::token::Token;
use crate::plan::Recurs;

/// What stands inside one of its periods: days of the week, weeks or days of the month.
#[derive(Clone, Copy, Default)]
struct Detail {
    weekday: bool,
    week: bool,
    day: bool,
    month: bool,
    edge: bool,
}

impl Detail {
    /// Whether such details lie inside a period of this length.
    fn fits(self, recurs: Recurs) -> bool {
        match recurs {
            Recurs::Week => !(self.week || self.day || self.month),
            Recurs::Month => !self.month,
            Recurs::Quarter => !(self.weekday || self.week) && (!self.day || self.month),
            Recurs::Term => !(self.weekday || self.day),
            Recurs::Year => !(self.weekday || self.week || self.day),
            Recurs::Ongoing => !(self.weekday || self.week || self.day || self.month || self.edge),
        }
    }
}

/// A number that may follow in a list of details: which ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Nothing,
    Weekdays,
    Weeks,
    Days,
}

impl Parser<'_> {
    /// How often work comes back.
    pub(super) fn recurs(&mut self) -> Option<Recurs> {
        self.attempt(Self::each)
            .or_else(|| self.attempt(Self::ongoing))
            .or_else(|| self.attempt(Self::times_a_step))
            .or_else(|| self.attempt(Self::step_times))
            .or_else(|| self.attempt(Self::day_of_the_month))
    }

    /// "mỗi tháng 01 lần", "cuối mỗi học kỳ", "ngày 25 hằng tháng", "T2 - T6 hằng tuần".
    fn each(&mut self) -> Option<Recurs> {
        let detail = self.detail();
        self.take(Token::Each)?;
        let recurs = self.step()?;
        detail.fits(recurs).then_some(())?;
        let _times = self.attempt(|parser| {
            parser.skip(|token| matches!(token, Token::Slash | Token::Comma));
            let _count = parser.attempt(Self::number);
            parser.take(Token::Times)
        });
        Some(recurs)
    }

    fn ongoing(&mut self) -> Option<Recurs> {
        match self.next()? {
            Token::Daily => Some(Recurs::Ongoing),
            Token::Ongoing => {
                // "thường xuyên trong năm" names no dates.
                let alone =
                    matches!(self.tokens.get(self.at + 1), None | Some(Token::Comma | Token::And));
                if alone {
                    self.skip(|token| token == Token::Year);
                }
                Some(Recurs::Ongoing)
            }
            _ => None,
        }
    }

    /// "02 lần/tháng", "hai lần một năm".
    fn times_a_step(&mut self) -> Option<Recurs> {
        self.number()?;
        self.take(Token::Times)?;
        self.skip(|token| matches!(token, Token::Slash | Token::Each));
        self.skip(|token| matches!(token, Token::Number(1, 1..=2)));
        self.step()
    }

    /// "01 tháng/lần", "3 tháng một lần", "tháng 2 lần", "một năm hai lần".
    fn step_times(&mut self) -> Option<Recurs> {
        let number = self.attempt(Self::number).unwrap_or(1);
        let step = self.step()?;
        self.skip(|token| token == Token::Slash);
        let times = self.attempt(Self::number).unwrap_or(1);
        self.take(Token::Times)?;
        match (number, step, times) {
            (1, step, 1..) => Some(step),
            (3, Recurs::Month, 1) => Some(Recurs::Quarter),
            (12, Recurs::Month, 1) => Some(Recurs::Year),
            _ => None,
        }
    }

    /// "sáng thứ Hai tuần 1 của tháng".
    fn day_of_the_month(&mut self) -> Option<Recurs> {
        let detail = self.detail();
        (detail.weekday && !detail.month && !detail.day).then_some(())?;
        self.take(Token::Month)?;
        matches!(self.peek(), None | Some(Token::Comma)).then_some(Recurs::Month)
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

    /// A phrase that only says when inside its period known work is done: "chậm nhất ngày 25
    /// tháng cuối quý" after "hằng quý".
    pub(super) fn detail_of(&mut self, recurs: Recurs) -> Option<()> {
        self.attempt(|parser| {
            let from = parser.at;
            let detail = parser.detail();
            (parser.at > from && recurs != Recurs::Year).then_some(())?;
            if recurs == Recurs::Quarter {
                parser.skip(|token| token == Token::Quarter);
            }
            if recurs == Recurs::Month {
                parser.skip(|token| token == Token::Month);
            }
            let ends = matches!(parser.peek(), None | Some(Token::Comma));
            (ends && detail.fits(recurs)).then_some(())
        })
    }

    /// What is left out of what comes back: "trừ hè", "trừ tháng 6, 7".
    pub(super) fn exception(&mut self) -> Option<()> {
        self.attempt(|parser| {
            parser.take(Token::Except)?;
            let mut any = false;
            loop {
                let one = parser.attempt(|parser| match parser.next()? {
                    Token::Summer | Token::Event | Token::Weekday => Some(()),
                    Token::Month => parser.number().map(drop),
                    Token::Number(1..=12, 1..=2) if any => {
                        (!matches!(parser.peek(), Some(Token::Slash | Token::Times))).then_some(())
                    }
                    _ => None,
                });
                if one.is_none() {
                    break;
                }
                any = true;
                let more = parser.attempt(|parser| {
                    matches!(parser.next()?, Token::Comma | Token::And | Token::Dash)
                        .then_some(())?;
                    let goes_on = matches!(
                        parser.peek()?,
                        Token::Summer | Token::Event | Token::Month | Token::Number(1..=12, 1..=2)
                    );
                    goes_on.then_some(())
                });
                if more.is_none() {
                    break;
                }
            }
            any.then_some(())
        })
    }

    /// Reads as many details as stand here, possibly none.
    fn detail(&mut self) -> Detail {
        let mut detail = Detail::default();
        let mut counted = Counted::Nothing;
        self.skip(|token| matches!(token, Token::From | Token::Until | Token::Before));
        while let Some(now) = self.attempt(|parser| parser.one_detail(counted, &mut detail)) {
            counted = now;
            // A mark belongs to the details only where another one follows.
            let _mark = self.attempt(|parser| {
                let mark = parser.next()?;
                matches!(mark, Token::Comma | Token::And | Token::Dash | Token::Until)
                    .then_some(())?;
                parser.skip(|token| token == Token::And);
                let mut trial = detail;
                let at = parser.at;
                parser.one_detail(counted, &mut trial)?;
                parser.at = at;
                Some(())
            });
        }
        detail
    }

    fn one_detail(&mut self, counted: Counted, detail: &mut Detail) -> Option<Counted> {
        Some(match self.next()? {
            Token::Weekday => {
                detail.weekday = true;
                Counted::Weekdays
            }
            Token::Week => {
                if self.attempt(Self::ordinal).is_none() {
                    matches!(self.next()?, Token::First | Token::Last).then_some(())?;
                }
                detail.week = true;
                Counted::Weeks
            }
            Token::Day => {
                (1..=31).contains(&self.number()?).then_some(())?;
                detail.day = true;
                Counted::Days
            }
            Token::First | Token::Last => {
                detail.edge = true;
                Counted::Nothing
            }
            Token::Month => {
                matches!(self.next()?, Token::First | Token::Last).then_some(())?;
                detail.month = true;
                Counted::Nothing
            }
            Token::Number(number, 1..=2) => {
                let fits = match counted {
                    Counted::Weekdays => (2..=7).contains(&number),
                    Counted::Weeks => (1..=5).contains(&number),
                    Counted::Days => (1..=31).contains(&number),
                    Counted::Nothing => false,
                };
                fits.then_some(counted)?
            }
            _ => return None,
        })
    }
}

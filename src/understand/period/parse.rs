//! The grammar of a time phrase: its parts, and how dated units are joined.

use super::parser::Parser;
use super::phrase::{Dated, Join, Lead, Length, Phrase, Unit};
use super::token::Token;
use crate::plan::{Recurs, SchoolYear};

/// A phrase of which every piece was understood.
pub(super) fn parse(tokens: &[Token], year: SchoolYear) -> Option<Phrase> {
    let mut parser = Parser { tokens, at: 0, year };
    let mut phrase = Phrase::default();
    // What is said only of work that comes back.
    let mut wants_recurs = false;
    loop {
        parser.skip(|token| matches!(token, Token::Comma | Token::And));
        if phrase.recurs.is_some() && phrase.dated.is_none() {
            parser.skip(|token| token == Token::Colon);
        }
        let Some(token) = parser.peek() else { break };
        if token == Token::Act {
            parser.skip_acts();
            if phrase.dated.is_some() {
                phrase.within.is_none().then_some(())?;
                phrase.within = Some(parser.dated()?);
            }
        } else if token == Token::Note {
            parser.at += 1;
            // A date beside the work's own: it must read well, and changes nothing.
            phrase.dated.as_ref()?;
            parser.dated()?;
        } else if token == Token::OnDemand {
            parser.at += 1;
            wants_recurs = true;
        } else if parser.exception().is_some() {
            wants_recurs = true;
        } else if let Some(recurs) = parser.recurs() {
            phrase.recurs = Some(match phrase.recurs {
                None | Some(Recurs::Ongoing) => recurs,
                // "liên tục hằng năm" is hằng năm.
                Some(known) if recurs == Recurs::Ongoing || recurs == known => known,
                Some(_) => return None,
            });
        } else if let Some(()) = phrase.recurs.and_then(|recurs| parser.detail_of(recurs)) {
        } else if let Some(length) =
            phrase.dated.as_ref().and_then(|_| parser.attempt(Parser::length))
        {
            phrase.length.is_none().then_some(())?;
            phrase.length = Some(length);
        } else if phrase.dated.is_none() {
            phrase.dated = Some(parser.dated()?);
        } else {
            return None;
        }
    }
    // "hằng ngày, hằng tuần" are two.
    let daily = tokens.contains(&Token::Daily)
        || tokens.windows(2).any(|pair| pair == [Token::Each, Token::Day]);
    let clear = match phrase.recurs {
        Some(recurs) => !daily || recurs == Recurs::Ongoing,
        None => !wants_recurs,
    };
    clear.then_some(phrase)
}

impl Parser<'_> {
    fn skip_acts(&mut self) {
        while matches!(self.peek(), Some(Token::Act | Token::And)) {
            self.at += 1;
        }
    }

    /// "02 tháng", "10 ngày" at the end of a phrase.
    fn length(&mut self) -> Option<Length> {
        let count = u16::try_from(self.number()?).ok().filter(|count| *count > 0)?;
        let length = match self.next()? {
            Token::Day => Length::Days(count),
            Token::Week => Length::Days(count * 7),
            Token::Month => Length::Months(count),
            Token::Year => Length::Months(count * 12),
            _ => return None,
        };
        matches!(self.peek(), None | Some(Token::Comma)).then_some(length)
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
            // "lộ trình đến năm 2030" has an end and no beginning.
            Lead::Phase if self.attempt(|parser| parser.take(Token::Until)).is_some() => {
                lead = Lead::Until;
            }
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
                let unit = parser.unit(context.as_ref(), phase)?;
                // The 02 of "từ 01/3/2027, trong 02 tháng" counts months.
                let counts = matches!(unit, Unit::Bare { year: None, .. })
                    && matches!(
                        parser.peek(),
                        Some(Token::Day | Token::Week | Token::Month | Token::Year)
                    )
                    && matches!(parser.tokens.get(parser.at + 1), None | Some(Token::Comma));
                (!counts).then_some((join, ends, unit))
            });
            let Some((join, ends, unit)) = next else { break };
            joins.push(join);
            context = Some(&unit).filter(is_named).cloned().or(context);
            units.push(unit);
            before |= ends;
        }
        let onwards = self.attempt(|parser| parser.take(Token::Onwards)).is_some();
        let following = self
            .attempt(|parser| {
                parser.skip(|token| token == Token::Comma);
                parser.take(Token::FollowingYears)
            })
            .is_some();
        let _goal = self.attempt(|parser| {
            parser.take(Token::Goal)?;
            let _level = parser.attempt(Self::ordinal);
            matches!(parser.peek(), None | Some(Token::Comma)).then_some(())
        });
        Some(Dated { lead, units, joins, before, onwards, following })
    }

    fn join(&mut self) -> Option<Join> {
        match self.next()? {
            Token::Dash => {
                // "tháng 9 - đến tháng 12" says it twice.
                self.skip(|token| token == Token::Until);
                Some(Join::Dash)
            }
            Token::Until => Some(Join::Until),
            Token::Comma | Token::And if self.peek() == Some(Token::Until) => {
                self.at += 1;
                Some(Join::Until)
            }
            // "tháng 12/2026, trước 20/12": its "trước" is read by whoever asked.
            Token::Comma if self.peek() == Some(Token::Before) => Some(Join::Until),
            Token::Comma if self.peek() == Some(Token::And) => {
                self.at += 1;
                Some(Join::And)
            }
            Token::Comma => Some(Join::List),
            Token::And => Some(Join::And),
            _ => None,
        }
    }
}

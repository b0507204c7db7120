//! Reads the pieces of a time phrase from the first to the last.

use super::token::Token;
use crate::plan::SchoolYear;

/// Reads pieces from the first to the last.
#[derive(Clone, Copy)]
pub(super) struct Parser<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) year: SchoolYear,
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn take(&mut self, want: Token) -> Option<()> {
        (self.next()? == want).then_some(())
    }

    pub(super) fn skip(&mut self, which: impl Fn(Token) -> bool) {
        if self.peek().is_some_and(which) {
            self.at += 1;
        }
    }

    /// Runs a rule; where it fails nothing has been read.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = rule(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }

    pub(super) fn number(&mut self) -> Option<i8> {
        match self.next()? {
            Token::Number(value, 1..=2) => i8::try_from(value).ok(),
            _ => None,
        }
    }

    pub(super) fn ordinal(&mut self) -> Option<i8> {
        match self.next()? {
            Token::Number(value, 1..=2) => i8::try_from(value).ok(),
            Token::Roman(value) => i8::try_from(value).ok(),
            _ => None,
        }
    }
}

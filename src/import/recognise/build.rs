//! The draft as it grows: the plan, what became of each piece, and what is asked.

use std::collections::HashMap;

use super::super::Progress;
use super::super::draft::{Answer, Asked, At, Choices, Doubt, DraftColumn, Home, Piece, Question};
use super::lines::{count, each_word};
use crate::plan::{Field, Id, Plan, Record, SchoolYear, Spot};

/// The draft as it grows.
pub(super) struct Build<'a> {
    pub plan: Plan,
    pub pieces: Vec<Piece>,
    pub columns: Vec<DraftColumn>,
    pub questions: Vec<Question>,
    choices: &'a Choices,
    progress: &'a Progress,
    next: Id,
    /// Words that the program prints by itself, or that became a value that is no text.
    said: HashMap<u64, usize>,
}

impl<'a> Build<'a> {
    pub fn new(choices: &'a Choices, progress: &'a Progress, year: SchoolYear) -> Self {
        Self {
            plan: Plan { id: Id(1), ..Plan::empty(year) },
            pieces: Vec::new(),
            columns: Vec::new(),
            questions: Vec::new(),
            choices,
            progress,
            next: Id(2),
            said: HashMap::new(),
        }
    }

    /// One more line or row is to be read; false where nobody waits for the rest.
    pub fn goes_on(&self) -> bool {
        self.progress.step()
    }

    /// A fresh number.
    pub fn id(&mut self) -> Id {
        let id = self.next;
        self.next = id.next();
        id
    }

    /// What a person decided of something.
    pub fn decided(&self, asked: Asked) -> Option<&'a Answer> {
        self.choices.get(asked)
    }

    /// The place that a person gave a piece.
    pub fn home_of(&self, at: At) -> Option<Home> {
        match self.decided(Asked::Piece(at)) {
            Some(Answer::Home(home)) => Some(*home),
            _ => None,
        }
    }

    /// A piece has its place.
    pub fn piece(&mut self, at: At, home: Home, spot: Option<Spot>, text: &str) {
        self.pieces.push(Piece { at, home, spot, question: None, words: count(text) });
    }

    /// These words are kept though they stand in no text of the plan.
    pub fn say(&mut self, text: &str) {
        each_word(text, |_, key| *self.said.entry(key).or_default() += 1);
    }

    pub fn said(&self) -> &HashMap<u64, usize> {
        &self.said
    }

    /// Asks; returns the answer that holds: a person's, else the first.
    pub fn ask(
        &mut self,
        asked: Asked,
        doubt: Doubt,
        mut answers: Vec<Answer>,
        words: &str,
    ) -> (usize, Answer) {
        let chosen = match self.decided(asked) {
            Some(answer) => answers.iter().position(|one| one == answer).unwrap_or_else(|| {
                answers.push(answer.clone());
                answers.len() - 1
            }),
            None => 0,
        };
        let answer = answers.get(chosen).cloned().unwrap_or(Answer::Home(Home::Paragraph));
        let words = words.to_owned();
        self.questions.push(Question { asked, doubt, answers, chosen, words });
        (self.questions.len() - 1, answer)
    }

    /// Asks where a piece goes.
    pub fn ask_home(&mut self, at: At, doubt: Doubt, homes: &[Home], words: &str) -> (usize, Home) {
        let answers = homes.iter().map(|home| Answer::Home(*home)).collect();
        let (question, answer) = self.ask(Asked::Piece(at), doubt, answers, words);
        match answer {
            Answer::Home(home) => (question, home),
            _ => (question, Home::Paragraph),
        }
    }
}

/// Adds words to a field behind those it has.
pub(super) fn put<R: Record>(record: &mut R, field: Field, text: &str, joint: &str) {
    let known = record.read(field).map(std::borrow::Cow::into_owned).unwrap_or_default();
    let whole = if known.is_empty() { text.to_owned() } else { format!("{known}{joint}{text}") };
    record.write(field, whole);
}

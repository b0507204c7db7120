//! What a paper of another program becomes: a proposed plan, where each piece of the paper went
//! in it, and what a person may decide otherwise.
//!
//! Nothing is guessed in silence: what is not sure is a [`Question`], whose first answer keeps
//! every word. Another answer, or another place for a piece or a column, goes into [`Choices`];
//! recognising again with them gives another draft.
//!
//! Invariant: a draft holds every word of its paper: in the plan, or among what the program
//! prints by itself (the nation's name, titles of columns, numbers of paragraphs).

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::plan::{Catalogue, Field, Form, FormId, Letterhead, Plan, SchoolYear, Spot, TableKind};

/// What there is to recognise a paper with.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The forms a plan can take.
    pub forms: &'a [Arc<Form>],
    /// The catalogues its criteria may be from, the newest first.
    pub catalogues: &'a [Arc<Catalogue>],
    /// The school, for what the paper does not say: its kind, who owns it, who leads it.
    pub school: &'a Letterhead,
    /// Today, for a paper that names no year.
    pub today: Date,
}

/// A paper as a proposed plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The plan, its numbers given from 1 on.
    pub plan: Plan,
    /// The form it takes; none: no form was handed in.
    pub form: Option<Arc<Form>>,
    /// The catalogue its criteria are from, where one is recognised.
    pub catalogue: Option<Arc<Catalogue>>,
    /// What each piece of the paper became, in the order of the paper: one for each paragraph,
    /// for each line of a head or foot, for each row of a table.
    pub pieces: Vec<Piece>,
    /// The columns of its tables.
    pub columns: Vec<DraftColumn>,
    /// What a person should look at, in the order of the paper.
    pub questions: Vec<Question>,
    /// How many of its words are kept.
    pub words: WordCount,
}

/// Where something stands in a [`super::Source`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Which of its blocks.
    pub block: usize,
    /// Which row of a table.
    pub row: Option<usize>,
    /// Which of the row's cells, counted as they stand in it.
    pub cell: Option<usize>,
    /// Which line of the cell, or which stretch of a line that tabs part.
    pub line: usize,
}

impl At {
    /// A block as a whole.
    #[must_use]
    pub fn block(block: usize) -> Self {
        Self { block, ..Self::default() }
    }

    /// A row of a table.
    #[must_use]
    pub fn row(block: usize, row: usize) -> Self {
        Self { block, row: Some(row), ..Self::default() }
    }
}

/// What became of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands on the paper.
    pub at: At,
    /// Where its words went.
    pub home: Home,
    /// The place in the draft's plan, where there is one.
    pub spot: Option<Spot>,
    /// The question about it, as an index of [`Draft::questions`].
    pub question: Option<usize>,
    /// How many words it has.
    pub words: usize,
}

/// What a piece became, as the screen colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    /// Information at the head or the foot.
    Info,
    /// Words of a part, of the bases or of the opening.
    Content,
    /// A row of a table.
    Table,
    /// A person should look.
    Unsure,
    /// Nothing: it holds no word, or a rule drawn with signs.
    Nothing,
}

impl Piece {
    /// What it became.
    #[must_use]
    pub fn became(&self) -> Became {
        if self.question.is_some() { Became::Unsure } else { self.home.became() }
    }
}

/// Where the words of a piece go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Home {
    /// The governing body's name.
    GoverningBody,
    /// The school's name.
    School,
    /// Number and symbol.
    Number,
    /// Place and date.
    Date,
    /// The type of the document.
    DocType,
    /// What it is about.
    Subject,
    /// The legal bases.
    Bases,
    /// The opening.
    Opening,
    /// A part begins with it.
    Heading,
    /// A paragraph of the part it stands in.
    Paragraph,
    /// A paragraph at the beginning of the part that follows.
    NextPart,
    /// The note of the last row above it.
    Note,
    /// A row of one of the tables.
    Table(TableKind),
    /// The row above: it is the rest of that.
    RowAbove,
    /// A working group or a member of one.
    Group,
    /// A member of the supervising team.
    Supervisor,
    /// A recipient.
    Recipient,
    /// Authority and position of who signs.
    Position,
    /// Who signs.
    Signer,
    /// Fixed words that the program prints by itself.
    Fixed,
    /// Nowhere: it holds no word.
    Nothing,
}

impl Home {
    /// What a piece with this home became.
    #[must_use]
    pub fn became(self) -> Became {
        match self {
            Self::GoverningBody
            | Self::School
            | Self::Number
            | Self::Date
            | Self::DocType
            | Self::Subject
            | Self::Recipient
            | Self::Position
            | Self::Signer
            | Self::Fixed => Became::Info,
            Self::Bases
            | Self::Opening
            | Self::Heading
            | Self::Paragraph
            | Self::NextPart
            | Self::Group
            | Self::Supervisor => Became::Content,
            Self::Table(_) | Self::RowAbove | Self::Note => Became::Table,
            Self::Nothing => Became::Nothing,
        }
    }
}

/// A column of a table of the paper. A table that goes on after a page has its first columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftColumn {
    /// Which block of the paper the table is.
    pub block: usize,
    /// Which of its columns, from 0.
    pub column: usize,
    /// Which table of the plan it is.
    pub table: TableKind,
    /// Its title; lines of a header over several rows follow one another.
    pub title: String,
    /// In how many rows it has words.
    pub filled: usize,
    /// What it means.
    pub meaning: Meaning,
    /// The question about it, as an index of [`Draft::questions`].
    pub question: Option<usize>,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// This field; words of a second column of the same field come behind those of the first.
    Field(Field),
    /// The number of the row, which the program counts by itself.
    Number,
    /// Paragraphs after the table.
    Paragraphs,
}

/// What is asked about: stays the same when other things are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// Which form the plan takes.
    Form,
    /// Which catalogue its criteria are from.
    Catalogue,
    /// Which school year it is for.
    Year,
    /// What a column of a table means: its block and its number.
    Column(usize, usize),
    /// Where a piece goes; of a table as a whole, which table it is.
    Piece(At),
    /// Which criteria a row is about.
    Row(At),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This form.
    Form(FormId),
    /// This catalogue, or none.
    Catalogue(Option<String>),
    /// This school year.
    Year(SchoolYear),
    /// The column means this.
    Means(Meaning),
    /// The piece goes there.
    Home(Home),
    /// The row is about these criteria.
    Criteria(Vec<String>),
}

/// What a person decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    answers: BTreeMap<Asked, Answer>,
}

impl Choices {
    /// Decides, in the place of what was decided of it before.
    pub fn choose(&mut self, asked: Asked, answer: Answer) {
        self.answers.insert(asked, answer);
    }

    /// Leaves it to the program again.
    pub fn forget(&mut self, asked: Asked) {
        self.answers.remove(&asked);
    }

    /// How much was decided.
    #[must_use]
    pub fn len(&self) -> usize {
        self.answers.len()
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// What was decided of it.
    #[must_use]
    pub fn get(&self, asked: Asked) -> Option<&Answer> {
        self.answers.get(&asked)
    }
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked about.
    pub asked: Asked,
    /// Why.
    pub doubt: Doubt,
    /// What may be answered; the first keeps every word.
    pub answers: Vec<Answer>,
    /// Which of them holds, 0 where nobody decided.
    pub chosen: usize,
    /// The words it is about.
    pub words: String,
}

impl Question {
    /// Whether one answer may be chosen for both at once.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.doubt == other.doubt && self.answers == other.answers
    }
}

/// Why something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The form has no such column.
    Column,
    /// The catalogue has no such criterion.
    Criterion,
    /// The criterion is named, not numbered, and its name is only like one of the catalogue.
    CriterionName,
    /// The paragraph stands after a table, and could belong to the next part.
    AfterTable,
    /// Words of the head that are none of what a head holds.
    Head,
    /// Words of the foot that are none of what a foot holds.
    Foot,
    /// A row that looks like the rest of the one above, cut by hand.
    CutRow,
    /// A table whose header is not known.
    Table,
    /// The paper names no school year.
    Year,
    /// Several forms fit.
    Form,
    /// Words that were found nowhere in the plan and stand at its end.
    Lost,
}

/// How many words a paper has, and how many of them the draft holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Of the paper.
    pub all: usize,
    /// Of them in the plan, or printed by the program itself.
    pub kept: usize,
}

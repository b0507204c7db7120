//! Every text that a value holds, so that all of them can be brought to NFC at once.
//!
//! Structs are taken apart field by field, so that a field added later cannot
//! be forgotten here.

use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{
    Abbreviation, Band, Block, Catalogue, Column, ColumnSetting, Criterion, Dossier, Evaluation,
    Form, FormPart, Frozen, Group, GroupNumber, Item, Leader, Letterhead, LevelFour, LogEntry,
    Member, Money, Options, Paragraph, Part, Plan, Problem, Rating, Review, Row, Run, Scan,
    SetAside, Signature, Standard, Supervisor, TableSetting, TextColumn, TextRow, TextTable, Typed,
    WorkingGroup,
};

/// A value that holds texts.
pub trait Texts {
    /// Visits every text, in a fixed order.
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String));

    /// The same value with every text in NFC. Texts that are so already, and
    /// the values behind an `Arc` that hold only such, are left as they are.
    #[must_use]
    fn nfc(mut self) -> Self
    where
        Self: Sized,
    {
        self.each_text(&mut nfc_in_place);
        self
    }
}

fn nfc_in_place(text: &mut String) {
    if !is_nfc(text) {
        *text = text.as_str().chars().nfc().collect();
    }
}

impl Texts for String {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        visit(self);
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        for value in self {
            value.each_text(visit);
        }
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        if let Some(value) = self {
            value.each_text(visit);
        }
    }
}

impl<T: Texts + Clone + PartialEq> Texts for Arc<T> {
    /// Takes a new `Arc` only where a text changed.
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        if let Some(value) = Self::get_mut(self) {
            value.each_text(visit);
            return;
        }
        let mut value = T::clone(self);
        value.each_text(visit);
        if value != **self {
            *self = Self::new(value);
        }
    }
}

/// Implements [`Texts`] for a struct by naming the fields that hold texts and those that hold none.
macro_rules! texts {
    ($($name:ident { $($text:ident),* ; $($other:ident),* })*) => {$(
        impl Texts for $name {
            fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
                let Self { $($text,)* $($other: _,)* } = self;
                $($text.each_text(visit);)*
            }
        }
    )*};
}

texts! {
    Dossier { school, plans, catalogues, forms, abbreviations, evaluations, own_words ;
        format, next_id, term_dates }
    Evaluation { catalogue, ratings ; school_year }
    Rating { code, strengths, weakness, cause, evidence ; level, tops_out }
    Abbreviation { short, long ; }
    Letterhead { governing_body, school, code, place, address, leaders ; kind, ownership }
    Leader { title, name, position ; }
    Catalogue { id, circular, amended_by, school_kinds, standards, level_4 ;
        kind, in_force_from, in_force_to, levels, has_level_4, verified_against_official_text }
    Standard { name, criteria ; number }
    Criterion { code, name, requirements ; mandatory, missing_levels }
    LevelFour { short_name ; number }
    Form { name, short, about, bases, opening, parts, rows, problems, reviews, review_rows ;
        kind, id, paper, narrative, column_numbers, flat_rows }
    FormPart { key, heading, blocks ; official_words_differ }
    Column { title, short ; field, hidden }
    Plan { label, catalogue, letterhead, number, symbol, doc_type, subject, addressees, bases,
        opening, parts, rows, problems, reviews, working_groups, supervisors, recipients,
        signatures, options, frozen, scans, log, set_aside ;
        id, school_year, amends, paper, about, review, form, date, bases_italic, issued, sent }
    Frozen { sha256 ; id, at, body, pdf }
    Scan { name, sha256 ; id, at }
    LogEntry { who, text ; id, at, event, about }
    SetAside { code, place ; }
    TextTable { columns, rows ; }
    TextColumn { title ; centred }
    TextRow { cells ; bold }
    Paragraph { runs ; level, is_heading }
    Run { text ; bold, italic, field }
    Part { key, heading, blocks ; id, shown }
    Band { text ; id }
    Group { tt, title ; id, standard }
    Item { criterion_text, criteria, content, target, actions, indicator, responsible, time, budget,
        resources, support, evidence, note, result, adjustment, proof, reason, spent ;
        id, problem, level_now, level_target, status, done_on, percent }
    Problem { standard_text, criterion_text, criteria, current_state, weakness, cause ; id }
    Review { when, content, result, adjustment, assessor ; id, day, closed }
    WorkingGroup { label, task, members ; id, standards }
    Member { name ; id }
    Supervisor { title, name, position, what ; id, group }
    Signature { authority, position, name ; id, approves }
    Options { columns ; tables_across, draft_mark, timeline_appendix, page, screen_widths }
    TableSetting { columns ; form, table }
    ColumnSetting { title ; field, hidden, width_permille }
    Money { sources ; from, to, per }
}

impl Texts for super::Period {
    fn each_text(&mut self, _visit: &mut dyn FnMut(&mut String)) {}
}

impl<T: Texts> Texts for Typed<T> {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        let Self { typed, corrected } = self;
        visit(typed);
        corrected.each_text(visit);
    }
}

impl Texts for GroupNumber {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Typed(text) => visit(text),
            Self::Auto | Self::None => {}
        }
    }
}

impl Texts for Block {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Paragraph(paragraph) => paragraph.each_text(visit),
            Self::Table(table) => table.each_text(visit),
            Self::Rows | Self::Problems | Self::Reviews | Self::Members | Self::Groups => {}
        }
    }
}

impl Texts for Row {
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Band(band) => band.each_text(visit),
            Self::Group(group) => group.each_text(visit),
            Self::Item(item) => item.each_text(visit),
        }
    }
}

//! How many lines the words of a card take, so that the list knows how high it is without drawing
//! it.
//!
//! Words are told by the widths of their letters and broken at spaces, which takes a tenth of what
//! laying them out does. What would come out a line longer on the screen ends in an ellipsis there.

use std::num::NonZeroU8;

use egui::{FontId, Ui};

use crate::check::Finding;
use crate::messages::{self, findings as words};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;

/// A little is left free of each line: letters stand closer or wider beside some others.
const SPARE: f32 = 2.0;
/// In less room (logical pixels) most titles take two lines: the place goes under them.
const BESIDE: f32 = 360.0;

/// How many lines of a card each of its words takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    /// What is found.
    pub what: NonZeroU8,
    /// Where: beside it, or under it where there is no room for both.
    pub place: NonZeroU8,
    /// What to do, under both.
    pub todo: NonZeroU8,
}

impl Lines {
    const ONE: Self = Self { what: NonZeroU8::MIN, place: NonZeroU8::MIN, todo: NonZeroU8::MIN };
}

/// How wide the words of the cards are (logical pixels).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Wide {
    pub what: f32,
    pub place: f32,
    pub todo: f32,
    /// Where it is stands under what is found.
    pub under: bool,
}

impl Wide {
    /// In a column for what is found, one for the place, and what lies between them.
    pub(super) fn of(what: f32, place: f32, between: f32) -> Self {
        let all = what + between + place;
        if what < BESIDE {
            return Self { what: all, place: all, todo: all, under: true };
        }
        Self { what, place, todo: all, under: false }
    }
}

/// The lines of the cards, as they were counted last.
#[derive(Default)]
pub(super) struct Fits {
    /// Of which findings: the revision, where they lie, how many they are; and in which widths.
    of: Option<(u64, usize, usize, Wide)>,
    /// None: not asked for yet.
    known: Vec<Option<Lines>>,
    /// Widths that are new: they are counted in when they stay.
    new: Option<Wide>,
    /// The heights of a line of what is found and of the others (logical pixels).
    line: [f32; 2],
}

impl Fits {
    /// Forgets what is known where the findings or the widths are others.
    pub(super) fn look(&mut self, ui: &Ui, cx: &ViewCx<'_>, wide: Wide) {
        // While the window's edge is dragged there are others in every frame.
        let stays = self.new.replace(wide) == Some(wide);
        let wide = match &self.of {
            Some((.., known)) if !stays => {
                ui.ctx().request_repaint();
                *known
            }
            _ => wide,
        };
        let of = Some((cx.revision, cx.findings.as_ptr() as usize, cx.findings.len(), wide));
        if self.of != of {
            self.of = of;
            self.known.clear();
            self.known.resize(cx.findings.len(), None);
            self.line = [theme::bold(size::BODY), theme::regular(size::SMALL)]
                .map(|font| ui.fonts_mut(|fonts| fonts.row_height(&font)));
        }
    }

    /// Counts the lines of a card, where that was not done.
    pub(super) fn count(&mut self, ui: &Ui, cx: &ViewCx<'_>, index: usize) {
        let (Some((.., wide)), Some(known)) = (self.of, self.known.get_mut(index)) else { return };
        known.get_or_insert_with(|| {
            let [what, place, todo] = words_of(cx, &cx.findings[index]);
            let small = theme::regular(size::SMALL);
            Lines {
                what: lines(ui, &what, &theme::bold(size::BODY), wide.what),
                place: lines(ui, &place, &small, wide.place),
                todo: lines(ui, &todo, &small, wide.todo),
            }
        });
    }

    pub(super) fn lines(&self, index: usize) -> Lines {
        self.known.get(index).copied().flatten().unwrap_or(Lines::ONE)
    }

    /// The widths the lines were counted in.
    pub(super) fn wide(&self) -> Wide {
        self.of.map(|(.., wide)| wide).unwrap_or_default()
    }

    /// How much lower the place and what to do stand for what is above them, and how much higher
    /// the card is (logical pixels).
    pub(super) fn more(&self, index: usize) -> [f32; 3] {
        let lines = self.lines(index);
        let further = |count: NonZeroU8, height: f32| f32::from(count.get() - 1) * height;
        let [large, small] = self.line;
        let (what, place) = (further(lines.what, large), further(lines.place, small));
        let (place, above) = if self.wide().under {
            (what + large, what + place + small)
        } else {
            (0.0, what.max(place))
        };
        [place, above, above + further(lines.todo, small)]
    }
}

/// What is found, where, and what to do and who says so.
pub(super) fn words_of(cx: &ViewCx<'_>, finding: &Finding) -> [String; 3] {
    let todo = messages::finding_todo(cx.dossier, finding);
    [
        messages::finding_title(cx.dossier, finding),
        messages::place_name(cx.dossier, &finding.place),
        format!("{todo} {}", words::from_source(finding)),
    ]
}

/// How many lines words take in this width.
fn lines(ui: &Ui, words: &str, font: &FontId, width: f32) -> NonZeroU8 {
    ui.fonts_mut(|fonts| {
        let space = fonts.glyph_width(font, ' ');
        let (mut count, mut at) = (1_u8, 0.0);
        for word in words.split_whitespace() {
            let long: f32 = word.chars().map(|c| fonts.glyph_width(font, c)).sum();
            if at > 0.0 && at + space + long > width - SPARE {
                count = count.saturating_add(1);
                at = long;
            } else {
                at += if at > 0.0 { space + long } else { long };
            }
        }
        NonZeroU8::new(count).unwrap_or(NonZeroU8::MIN)
    })
}

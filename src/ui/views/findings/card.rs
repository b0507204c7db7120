//! One finding as a card: what, where, what to do and who says so; what would be mended.

use std::num::NonZeroU8;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, FontId, Id, Pos2, Rect, Sense, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo,
};
use egui_extras::TableRow;

use super::fit::{Fits, words_of};
use super::{INSIDE, Wish};
use crate::check::{Finding, Severity};
use crate::messages::{self, findings as words, stages};
use crate::ui::theme::{self, Theme, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_width};
use crate::ui::widgets::card::EDGE;
use crate::ui::widgets::show::one_line;
use crate::ui::widgets::{self, Card, Kind};

/// Height of a card, and of one that says a change (logical pixels).
pub(super) const CARD: f32 = 63.0;
/// See [`CARD`].
const WITH_CHANGE: f32 = 106.0;
/// Where the two lines of a card begin, from its top.
const FIRST: f32 = 9.0;
/// See [`FIRST`].
const SECOND: f32 = 33.0;
/// Where the change stands.
const CHANGE: f32 = 60.0;
/// Between the buttons of a card.
const BETWEEN: f32 = 8.0;

/// How high the card of a finding is while each of its words stands on one line.
pub(super) fn height(finding: &Finding) -> f32 {
    if says_change(finding) { WITH_CHANGE } else { CARD }
}

/// The words of a card begin so far from its edge (logical pixels).
pub(super) const BEFORE: f32 = EDGE + 13.0;

/// Whether it can be mended by words that are shown before and after.
pub(super) fn says_change(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.before != fix.after)
}

/// One finding: what, where, what to do, and its buttons; gives what is asked.
pub(super) fn show(
    row: &mut TableRow<'_, '_>,
    cx: &ViewCx<'_>,
    id: Id,
    (index, fits): (usize, &Fits),
    width: f32,
    chosen: bool,
) -> Option<Wish> {
    let finding = &cx.findings[index];
    let [what, place, todo] = words_of(cx, finding);
    let (lines, wide, [down, above, more]) = (fits.lines(index), fits.wide(), fits.more(index));
    let mut clicked = false;
    let mut whole = None;
    row.col(|ui| {
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::new(width, height(finding) + more));
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| {
            let said = messages::finding_said(cx.dossier, finding);
            WidgetInfo::labeled(Role::ListBoxOption, true, said)
        });
        let edge = Some(edge_colour(cx.theme, finding));
        Card { chosen, hot: response.hovered(), edge, sunk: false }.paint(ui, rect);
        let left = ui.max_rect().left() + BEFORE;
        let font = theme::bold(size::BODY);
        let at = Pos2::new(left, rect.top() + FIRST);
        let right = if wide.under { left + wide.what } else { ui.max_rect().right() };
        let cut = some_lines(ui, at, (right, lines.what), &what, font, cx.theme.text);
        clicked = response.clicked();
        whole = Some((response, left, cut));
    });
    row.col(|ui| {
        let Some((response, left, cut)) = whole.take() else { return };
        let (font, muted) = (theme::regular(size::SMALL), cx.theme.muted);
        let (rect, right) = (ui.max_rect(), ui.max_rect().right());
        // The letters of both lines stand on one line.
        let begins = if wide.under { left } else { rect.left() };
        let at = Pos2::new(begins, rect.top() + FIRST + 2.0 + down);
        let cut = some_lines(ui, at, (right, lines.place), &place, font.clone(), muted) || cut;
        // What to do goes under both.
        let at = Pos2::new(left, rect.top() + SECOND + above);
        if some_lines(ui, at, (right, lines.todo), &todo, font, muted) || cut {
            response.on_hover_text(format!("{what}\n{place}\n{todo}"));
        }
    });
    let mut wish = clicked.then_some(Wish::Open(index));
    row.col(|ui| {
        let all = ui.max_rect();
        let changes = says_change(finding);
        let buttons = Rect::from_min_size(all.min, Vec2::new(all.width() - INSIDE, CARD + more));
        let place = UiBuilder::new().id_salt("buttons").max_rect(buttons);
        ui.scope_builder(place, |ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            let mend = messages::finding_fix(finding).filter(|_| !changes);
            let wide = |words| button_width(ui, words, &Look::default());
            let both = wide(stages::OPEN_PLACE) + mend.map_or(0.0, |words| wide(words) + BETWEEN);
            let leave = finding.can_be_left().then(|| link_width(ui, words::LEAVE) + BETWEEN);
            ui.add_space(ui.available_width() - both - leave.unwrap_or(0.0));
            if leave.is_some() {
                let link = widgets::link(ui, words::LEAVE);
                let name = words::leave(&what);
                ui.ctx().accesskit_node_builder(link.id, |node| node.set_label(name));
                if link.on_hover_text(words::LEAVE_HELP).clicked() {
                    wish = Some(Wish::Leave(index));
                }
            }
            if mend.is_some_and(|words| widgets::button(ui, Kind::Secondary, words).clicked()) {
                wish = Some(Wish::Mend(vec![index]));
            }
            if widgets::button(ui, Kind::Secondary, stages::OPEN_PLACE).clicked() {
                wish = Some(Wish::Open(index));
            }
        });
        if changes {
            let right = all.right() - INSIDE;
            let left = right - (width - BEFORE - INSIDE);
            let min = Pos2::new(left, all.top() + CHANGE + more);
            let strip = Rect::from_min_max(min, Pos2::new(right, min.y + size::FIELD + 4.0));
            let place = UiBuilder::new().id_salt("change").max_rect(strip);
            ui.scope_builder(place, |ui| wish = change(ui, cx, index, strip).or(wish.take()));
        }
    });
    wish
}

/// Words on so many lines that end at `right`; gives whether they are cut there.
fn some_lines(
    ui: &Ui,
    at: Pos2,
    (right, lines): (f32, NonZeroU8),
    words: &str,
    font: FontId,
    ink: Color32,
) -> bool {
    if lines == NonZeroU8::MIN {
        return one_line(ui, at, right, words, font, ink);
    }
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, right - at.x);
    job.wrap.max_rows = usize::from(lines.get());
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(at, galley, ink);
    cut
}

/// How wide a link of these words is.
fn link_width(ui: &Ui, words: &str) -> f32 {
    let font = theme::regular(size::BODY);
    ui.painter().layout_no_wrap(words.to_owned(), font, Color32::BLACK).size().x
}

/// The words before and after, and the buttons that mend this one, or all of its kind.
fn change(ui: &mut Ui, cx: &ViewCx<'_>, index: usize, strip: Rect) -> Option<Wish> {
    let finding = &cx.findings[index];
    let (fix, mend) = finding.fix.as_ref().zip(words::mend_words(finding))?;
    let alike: Vec<usize> = (0..cx.findings.len())
        .filter(|at| cx.findings[*at].code == finding.code && says_change(&cx.findings[*at]))
        .collect();
    let of_kind = (alike.len() > 1).then(|| words::mend_kind(alike.len()));

    let theme = cx.theme;
    let radius = CornerRadius::same(size::CARD_RADIUS - 2);
    ui.painter().rect(strip, radius, theme.sunk, theme.border(), StrokeKind::Inside);
    let wide = |words: &str| button_width(ui, words, &Look::default()) + BETWEEN;
    let buttons = wide(&mend) + of_kind.as_deref().map_or(0.0, wide);
    let end = strip.right() - buttons - BETWEEN;
    let top = strip.center().y - size::BODY * 0.72;
    let (plain, bold) = (theme::regular(size::BODY), theme::bold(size::BODY));
    let small = theme::regular(size::SMALL);
    let wide = |words: &str, font: &FontId| {
        ui.painter().layout_no_wrap(words.to_owned(), font.clone(), theme.text).size().x + BETWEEN
    };
    let mut left = strip.left() + BETWEEN;
    let room = end - left - wide(words::NOW, &small) - wide("→", &plain) + BETWEEN;
    // Fewer words around it are better than words that are cut.
    let excerpt = |around| words::change_words(&fix.before, &fix.after, around);
    let fits =
        |(before, after): &(String, String)| wide(before, &plain) + wide(after, &bold) <= room;
    let (before, after) = [words::AROUND, words::AROUND / 2]
        .map(excerpt)
        .into_iter()
        .find(fits)
        .unwrap_or_else(|| excerpt(0));
    let mut say = |words: &str, font: FontId, ink: Color32, right: f32| {
        let next = left + wide(words, &font);
        let cut = one_line(ui, Pos2::new(left, top), right.min(end), words, font, ink);
        left = next.min(right.min(end) + BETWEEN);
        cut
    };
    let middle = strip.left() + (end - strip.left()) * 0.55;
    say(words::NOW, small, theme.muted, end);
    let before_cut = say(&before, plain.clone(), theme.text, middle);
    say("→", plain.clone(), theme.muted, end);
    if say(&after, bold.clone(), theme.text, end) || before_cut {
        let words = Rect::from_min_max(strip.min, Pos2::new(end, strip.bottom()));
        let hover = ui.interact(words, ui.scope_id().with(("change", index)), Sense::hover());
        hover.on_hover_text(format!("{before}\n→ {after}"));
    }

    let mut wish = None;
    ui.spacing_mut().item_spacing.x = BETWEEN;
    ui.horizontal_centered(|ui| {
        ui.add_space(strip.width() - buttons);
        // Lower than the strip they stand in.
        let look = Look { height: Some(size::TARGET), ..Look::default() };
        if widgets::button_with(ui, &mend, &look).clicked() {
            wish = Some(Wish::Mend(vec![index]));
        }
        if of_kind.is_some_and(|words| widgets::button_with(ui, &words, &look).clicked()) {
            wish = Some(Wish::Mend(alike));
        }
    });
    wish
}

pub(super) fn edge_colour(theme: &Theme, finding: &Finding) -> Color32 {
    match finding.severity {
        Severity::Error => theme.late,
        Severity::Warning => theme.due,
        Severity::Note => theme.accent,
    }
}

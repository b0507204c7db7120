//! The stages of the work: a row of words, or a rail where the window is wide.

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Frame, Margin, Panel, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::messages::window;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::size::TARGET;
use crate::ui::theme::{self, size};
use crate::ui::widgets::Tone;
use crate::ui::widgets::button::{Look, button_width, button_with};
use crate::ui::widgets::choice::list_row_with;
use crate::ui::widgets::marks::{Mark, mark};
use crate::words;

/// Before and after the name of a stage, logical pixels; less where the row is full.
const PAD: f32 = 12.0;
const PAD_LEAST: f32 = 5.0;
/// Between badges, logical pixels.
const BADGE_GAP: f32 = 6.0;
/// Width of the menu of the stages without room, logical pixels.
const MORE: f32 = 240.0;

/// The numbers beside the stages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Badges {
    /// Work overdue.
    pub overdue: usize,
    /// Work due soon.
    pub due: usize,
    /// Errors that the check found; where there is none, what else asks for a look.
    pub findings: usize,
    /// Whether they are errors.
    pub errors: bool,
}

impl Badges {
    /// The words beside a stage: colour never says it alone what is late and what is coming.
    fn of(self, stage: Stage) -> Vec<(String, Tone)> {
        let badges = match stage {
            Stage::Timeline => [
                (self.overdue, window::overdue_badge(self.overdue), Tone::Late),
                (self.due, window::due_badge(self.due), Tone::Due),
            ]
            .to_vec(),
            Stage::Findings => {
                let tone = if self.errors { Tone::Late } else { Tone::Due };
                vec![(self.findings, words::number(self.findings as u64), tone)]
            }
            _ => Vec::new(),
        };
        let shown = badges.into_iter().filter(|(count, ..)| *count > 0);
        shown.map(|(_, words, tone)| (words, tone)).collect()
    }
}

/// Draws the stages; the one shown is marked, the others lead there.
pub fn stages(ui: &mut Ui, all: &[Stage], shown: Stage, badges: Badges, requests: &mut Requests) {
    let theme = theme::of(ui);
    let wide = ui.ctx().content_rect().width() >= size::WIDE;
    if wide {
        let frame = Frame::new().fill(theme.rail).inner_margin(Margin::symmetric(10, 24));
        Panel::left("stages")
            .frame(frame)
            .resizable(false)
            .exact_size(size::RAIL)
            .show_separator_line(false)
            .show(ui, |ui| {
                let edge = ui.max_rect().expand2(Vec2::new(10.0, 24.0));
                ui.painter().vline(edge.right() - 0.5, edge.y_range(), theme.border());
                ui.spacing_mut().item_spacing.y = 4.0;
                let mut group = "";
                for &stage in all {
                    if stage.group() != group {
                        let gap = if group.is_empty() { 0.0 } else { 8.0 };
                        group = stage.group();
                        title(ui, group, gap);
                    }
                    let width = ui.available_width();
                    let wanted = Vec2::new(width, 38.0);
                    entry(ui, stage, stage == shown, (wanted, PAD), badges, requests);
                }
            });
    } else {
        let frame = Frame::new().fill(theme.rail).inner_margin(Margin { left: 10, ..Margin::ZERO });
        Panel::top("stages").frame(frame).exact_size(size::STAGES).show_separator_line(false).show(
            ui,
            |ui| {
                let edge = ui.max_rect();
                ui.painter().hline(
                    egui::Rangef::new(0.0, edge.right()),
                    edge.bottom() - 0.5,
                    theme.border(),
                );
                ui.horizontal(|ui| row(ui, all, shown, badges, requests));
            },
        );
    }
}

/// The stages side by side; those that have no room, behind a button at the end.
fn row(ui: &mut Ui, all: &[Stage], shown: Stage, badges: Badges, requests: &mut Requests) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let widths = widths(ui, all, shown, badges);
    let names = widths.iter().sum::<f32>();
    let room = ui.available_width() - 2.0 * PAD;
    let pad = (room - names) / (2.0 * all.len().max(1) as f32);
    if pad >= PAD_LEAST {
        let mut add = |ui: &mut Ui, stage: Stage| {
            let wanted = Vec2::new(0.0, size::STAGES);
            entry(ui, stage, stage == shown, (wanted, pad.min(PAD)), badges, requests);
        };
        let (whole, of_plan): (Vec<Stage>, Vec<Stage>) =
            all.iter().partition(|stage| stage.is_of_file());
        for stage in of_plan {
            add(ui, stage);
        }
        // What belongs to the whole file stands apart, at the end.
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(10.0);
            for stage in whole {
                add(ui, stage);
            }
        });
        return;
    }
    // What is late stays beside its stage; what is only near is told there.
    let less = Badges { due: 0, ..badges };
    let widths = self::widths(ui, all, shown, less);
    let look = Look { menu: true, height: Some(TARGET), ..Look::default() };
    let errors = if badges.errors { badges.findings } else { 0 };
    let menu = button_width(ui, &window::more_stages(errors), &look) + 2.0 * PAD;
    // The one that is shown has its place, whatever else gives way.
    let of = |at: usize| widths[at] + 2.0 * PAD_LEAST;
    let shown_at = all.iter().position(|stage| *stage == shown).unwrap_or_default();
    let mut left = ui.available_width() - menu - of(shown_at);
    let fits: Vec<bool> = (0..all.len())
        .map(|at| {
            left -= if at == shown_at { 0.0 } else { of(at) };
            at == shown_at || left >= 0.0
        })
        .collect();
    for (stage, _) in all.iter().zip(&fits).filter(|(_, fits)| **fits) {
        let wanted = Vec2::new(0.0, size::STAGES);
        entry(ui, *stage, *stage == shown, (wanted, PAD_LEAST), less, requests);
    }
    let rest = all.iter().zip(&fits).filter(|(_, fits)| !**fits).map(|(stage, _)| *stage);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.add_space(PAD);
        more(ui, &look, rest.collect(), badges, requests);
    });
}

/// The button behind which the stages without room are.
fn more(ui: &mut Ui, look: &Look<'_>, of: Vec<Stage>, badges: Badges, requests: &mut Requests) {
    // What must be mended is told also where its stage is out of sight.
    let told = badges.errors && of.contains(&Stage::Findings);
    let errors = if told { badges.findings } else { 0 };
    let button = button_with(ui, &window::more_stages(errors), look);
    for stage in &of {
        mark_stage(ui, *stage, button.rect);
    }
    egui::Popup::menu(&button).width(MORE).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for stage in of {
            let mut beside: Vec<_> = badges.of(stage).into_iter().map(|(words, _)| words).collect();
            beside.push(ui.format_shortcut(&stage.shortcut()));
            if list_row_with(ui, stage.label(), &beside.join(" · "), false).clicked() {
                requests.push(Request::Show(stage));
                ui.close();
            }
        }
    });
}

fn mark_stage(ui: &Ui, stage: Stage, rect: egui::Rect) {
    mark(ui, Mark::Stages, rect);
    match stage {
        Stage::Findings => mark(ui, Mark::Findings, rect),
        Stage::Print => mark(ui, Mark::Print, rect),
        _ => {}
    }
}

/// Over the stages of one group.
fn title(ui: &mut Ui, words: &str, gap: f32) {
    ui.add_space(gap);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        let words = egui::RichText::new(words).font(theme::bold(12.5));
        ui.label(words.color(theme::of(ui).muted));
    });
}

/// How wide the names of a row are with what stands beside them.
fn widths(ui: &Ui, all: &[Stage], shown: Stage, badges: Badges) -> Vec<f32> {
    let width = |words: String, font| ui.painter().layout_no_wrap(words, font, theme::of(ui).text);
    let wide = |stage: &Stage| {
        let font = if *stage == shown { theme::bold } else { theme::regular };
        let of_badges = badges.of(*stage).into_iter().map(|(words, _)| {
            let words = width(words, theme::bold(size::SMALL - 0.5)).size().x;
            (words + 16.0).max(23.0) + BADGE_GAP
        });
        let name = width(stage.label().to_owned(), font(size::BODY)).size().x;
        name + of_badges.sum::<f32>() + ui.spacing().item_spacing.x
    };
    all.iter().map(wide).collect()
}

/// One stage. A width of 0 is that of a word in the row.
fn entry(
    ui: &mut Ui,
    stage: Stage,
    active: bool,
    (wanted, pad): (Vec2, f32),
    badges: Badges,
    requests: &mut Requests,
) {
    let theme = theme::of(ui);
    let in_row = wanted.x == 0.0;
    let ink = if active { theme.accent } else { theme.text };
    let font = if active { theme::bold(size::BODY) } else { theme::regular(size::BODY) };
    let words = ui.painter().layout_no_wrap(stage.label().to_owned(), font, ink);
    let badges: Vec<_> = badges
        .of(stage)
        .into_iter()
        .map(|(words, tone)| {
            let (ink, ground) = tone.colours(&theme);
            let galley = ui.painter().layout_no_wrap(words, theme::bold(size::SMALL - 0.5), ink);
            let width = (galley.size().x + 16.0).max(23.0);
            (galley, ink, ground, width)
        })
        .collect();
    let badges_width: f32 = badges.iter().map(|(.., width)| width + BADGE_GAP).sum();
    let width = if in_row { words.size().x + 2.0 * pad + badges_width } else { wanted.x };
    // Where the rail has no room beside the name they stand under it.
    let below = !in_row && words.size().x + 24.0 + badges_width > wanted.x;
    // And one under the other where they do not stand side by side there either.
    let stacked = below && badges_width + 8.0 - BADGE_GAP > wanted.x;
    let lines = if stacked { badges.len() as f32 } else { 1.0 };
    let wanted = if below { wanted + Vec2::new(0.0, 24.0 * lines) } else { wanted };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, wanted.y), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Tab, ui.is_enabled(), stage.label());
        info.selected = Some(active);
        info
    });
    if response.clicked() && !active {
        requests.push(Request::Show(stage));
    }
    let round = CornerRadius::same(size::RADIUS);
    let ground = if active {
        if in_row { theme.bg } else { theme.surface }
    } else if response.hovered() || response.has_focus() {
        theme.line.gamma_multiply(0.5)
    } else {
        egui::Color32::TRANSPARENT
    };
    if in_row {
        let shape = CornerRadius { sw: 0, se: 0, ..round };
        let tab = egui::Rect::from_min_max(rect.min + Vec2::new(0.0, 2.0), rect.max);
        ui.painter().rect_filled(tab, shape, ground);
        if active {
            let border = theme.border();
            ui.painter().vline(tab.left() + 0.5, tab.y_range().shrink(3.0), border);
            ui.painter().vline(tab.right() - 0.5, tab.y_range().shrink(3.0), border);
            ui.painter().hline(tab.x_range().shrink(5.0), tab.top() + 0.5, border);
            ui.painter().hline(tab.x_range(), tab.bottom() - 0.5, Stroke::new(1.5, theme.bg));
        }
    } else {
        if active {
            let shadow = egui::Shadow {
                offset: [0, 1],
                blur: 4,
                spread: 0,
                color: egui::Color32::from_black_alpha(28),
            };
            ui.painter().add(shadow.as_shape(rect, round));
        }
        ui.painter().rect_filled(rect, round, ground);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(rect.shrink(2.0), round, ring, egui::StrokeKind::Inside);
    }
    let middle = if below { rect.top() + 19.0 } else { rect.center().y };
    let at = egui::pos2(rect.left() + pad, middle - words.size().y / 2.0);
    let after = at.x + words.size().x;
    ui.painter().galley(at, words, ink);
    let mut left = match (in_row, below) {
        (true, _) => after + BADGE_GAP,
        (false, true) => rect.left() + 8.0,
        (false, false) => rect.right() - 4.0 - badges_width,
    };
    let mut middle = if below { rect.bottom() - 16.0 - 24.0 * (lines - 1.0) } else { middle };
    for (words, ink, ground, width) in badges {
        let centre = egui::pos2(left + width / 2.0, middle);
        let pill = egui::Rect::from_center_size(centre, Vec2::new(width, 20.0));
        ui.painter().rect_filled(pill, CornerRadius::same(10), ground);
        ui.painter().galley(pill.center() - words.size() / 2.0, words, ink);
        if stacked {
            middle += 24.0;
        } else {
            left += width + BADGE_GAP;
        }
    }
    mark_stage(ui, stage, rect);
    let keys = ui.format_shortcut(&stage.shortcut());
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(keys);
}

//! Five hints, one at a time, each beside what it speaks of. They take nobody's keys, and lie
//! never on what is worked on: where there is no other place they wait.

use egui::{
    Area, Context, CornerRadius, Frame, Id, Key, LayerId, Margin, Order, Pos2, Rect, RichText,
    Shape, Stroke, StrokeKind, Vec2,
};

use crate::messages::tour as words;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::marks::{Mark, marked};
use crate::ui::widgets::{self, Kind, button};

use super::notice;

/// How wide a hint is, and how high as long as nobody knows (logical pixels).
const WIDTH: f32 = 372.0;
const HEIGHT: f32 = 176.0;
/// Between a hint and what it points at (logical pixels).
const AWAY: f32 = 12.0;
/// What the hints point at, in their order.
const MARKS: [Mark; 5] = [Mark::Stages, Mark::Saved, Mark::Table, Mark::Findings, Mark::Print];

/// Which hint is shown.
#[derive(Debug, Default)]
pub struct Tour {
    at: usize,
    /// Something else had the focus since: it gets the next one, too.
    lets_go: bool,
    /// The buttons: the one that leads on, the one that ends them all.
    own: [Option<Id>; 2],
}

impl Tour {
    /// Draws the hint; `stages`: those of the plan shown. Gives whether there is more to show.
    pub fn show(&mut self, ctx: &Context, stages: &[Stage], requests: &mut Requests) -> bool {
        let Some(mark) = MARKS.get(self.at) else { return false };
        if *mark == Mark::Table && !stages.contains(&Stage::Table) {
            // A report has none.
            self.at += 1;
            ctx.request_repaint();
            return true;
        }
        let theme = theme::of(ctx);
        let known = ctx.memory(|memory| memory.area_rect(id()));
        let wanted = Vec2::new(WIDTH, known.map_or(HEIGHT, |known| known.height()));
        let target = marked(ctx, *mark);
        let Some(place) = place(ctx, wanted, target) else {
            // Whatever is worked on, it is somewhere else soon.
            return true;
        };
        if let Some(target) = target {
            point(ctx, &theme, place, target);
        }
        let mut on = true;
        let area = Area::new(id()).order(Order::Foreground).fixed_pos(place.min);
        area.show(ctx, |ui| {
            let frame = Frame::new()
                .fill(theme.surface)
                .stroke(Stroke::new(1.5, theme.accent))
                .corner_radius(CornerRadius::same(size::CARD_RADIUS))
                .inner_margin(Margin::same(14))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                ui.set_width(WIDTH - 28.0);
                on = self.words(ui, requests);
            });
        });
        on
    }

    fn words(&mut self, ui: &mut egui::Ui, requests: &mut Requests) -> bool {
        let theme = theme::of(ui);
        let (title, text) = words::HINTS[self.at];
        let last = self.at + 1 == words::HINTS.len();
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(theme::bold(size::CARD)).color(theme.text));
            widgets::at_right(ui, |ui| drop(widgets::small(ui, &words::step(self.at))));
        });
        widgets::body(ui, text);
        if last {
            widgets::small(ui, words::AGAIN_LATER);
        }
        let (mut on, mut leads, before) = (true, false, self.own);
        ui.horizontal(|ui| {
            if !last {
                let never = button(ui, Kind::Quiet, words::NEVER);
                on = !never.clicked();
                self.own[1] = Some(never.id);
            }
            ui.push_id("leads on", |ui| {
                widgets::at_right(ui, |ui| {
                    let label = if last { words::DONE } else { words::NEXT };
                    let next = button(ui, Kind::Secondary, label);
                    leads = next.clicked();
                    self.own[0] = Some(next.id);
                });
            });
        });
        on &= !self.keys(ui, before.into_iter().flatten());
        if leads {
            self.lets_go = false;
            self.at += 1;
            if MARKS.get(self.at) == Some(&Mark::Table) {
                requests.push(Request::Show(Stage::Table));
            }
            on = !last;
        }
        on
    }
}

impl Tour {
    /// The keys are for the hint as long as they are for nothing else; gives whether Esc ends them.
    fn keys(&mut self, ui: &egui::Ui, mut before: impl Iterator<Item = Id>) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        let had = before.any(|id| ui.memory(|memory| memory.had_focus_last_frame(id)));
        self.lets_go |= focused.is_some() && !self.own.contains(&focused);
        if had && ui.input(|input| input.key_pressed(Key::Escape)) {
            return true;
        }
        if let Some(next) = self.own[0].filter(|_| focused.is_none() && !self.lets_go) {
            ui.memory_mut(|memory| memory.request_focus(next));
        }
        false
    }
}

fn id() -> Id {
    Id::unique("tour")
}

/// Where a hint of this size goes: beside what it points at, else in a corner, and nowhere where
/// all of these places are worked on.
fn place(ctx: &Context, wanted: Vec2, target: Option<Rect>) -> Option<Rect> {
    let room = ctx.content_rect().shrink(8.0);
    let at = |min: Pos2| Rect::from_min_size(min, wanted);
    let inside = |min: Pos2| {
        let most = (room.max - wanted).max(room.min);
        at(Pos2::new(min.x.clamp(room.left(), most.x), min.y.clamp(room.top(), most.y)))
    };
    let mut places = Vec::new();
    if let Some(target) = target {
        let middle = target.center() - wanted / 2.0;
        let along_x = |y: f32| {
            let rect = inside(Pos2::new(middle.x, y));
            Rect::from_min_size(Pos2::new(rect.left(), y), wanted)
        };
        let along_y = |x: f32| {
            let rect = inside(Pos2::new(x, middle.y));
            Rect::from_min_size(Pos2::new(x, rect.top()), wanted)
        };
        places = vec![
            along_x(target.bottom() + AWAY),
            along_y(target.right() + AWAY),
            along_y(target.left() - AWAY - wanted.x),
            along_x(target.top() - AWAY - wanted.y),
        ];
        if target.height() > wanted.y {
            // A rail: beside it and not under it.
            places.swap(0, 1);
        }
    }
    places.push(at(room.max - wanted));
    places.push(at(Pos2::new(room.left(), room.bottom() - wanted.y)));
    let work = notice::work(ctx, id());
    let said = notice::shown(ctx);
    let free = |place: &Rect| {
        room.contains_rect(*place)
            && !work.is_some_and(|work| work.intersects(*place))
            && !said.is_some_and(|said| said.intersects(*place))
    };
    places.into_iter().find(free)
}

/// A ring around what is meant, and an arrow to it.
fn point(ctx: &Context, theme: &Theme, place: Rect, target: Rect) {
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, id().with("ring")));
    let ring = Stroke::new(2.0, theme.accent);
    painter.rect_stroke(target.expand(3.0), f32::from(size::RADIUS), ring, StrokeKind::Outside);
    let x = target.center().x.clamp(place.left() + 20.0, place.right() - 20.0);
    let y = target.center().y.clamp(place.top() + 20.0, place.bottom() - 20.0);
    let half = 8.0;
    let (tip, one, other) =
        if place.top() >= target.bottom() && place.top() < target.bottom() + 40.0 {
            let foot = place.top();
            (Pos2::new(x, foot - half), Pos2::new(x - half, foot), Pos2::new(x + half, foot))
        } else if place.left() >= target.right() && place.left() < target.right() + 40.0 {
            let foot = place.left();
            (Pos2::new(foot - half, y), Pos2::new(foot, y - half), Pos2::new(foot, y + half))
        } else {
            return;
        };
    painter.add(Shape::convex_polygon(vec![tip, other, one], theme.accent, Stroke::NONE));
}

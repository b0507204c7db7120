//! Years, names and figures that would be written anew, with their places, and what stays.

use std::collections::{BTreeSet, HashMap, HashSet};

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Id, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2};

use crate::messages::{self, next as said};
use crate::plan::{Dossier, Place as Where, Plan, PlanDate, RecordId, TextOf};
use crate::search::text_of;
use crate::ui::search::around;
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets::lines::{Tops, lines};
use crate::ui::widgets::show::one_line;
use crate::understand::Aside;
use crate::year::next::{Change, ChangeKind, Offer};

use super::paint::{self, Shut, Typed, Typing, typing};

/// Height of a change, of a place, of a head and of a line that only tells (logical pixels).
const CHANGE: f32 = 50.0;
/// See [`CHANGE`].
const PLACE: f32 = 64.0;
/// See [`CHANGE`].
const HEAD: f32 = 28.0;
/// Where words begin.
const LEFT: f32 = 42.0;

/// What the list is about.
pub(super) struct Of<'a> {
    pub dossier: &'a Dossier,
    pub plan: &'a Plan,
    pub date: PlanDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Line {
    Number,
    Date,
    Head(ChangeKind),
    Change(usize),
    /// A place of a change.
    Place(usize, usize),
    HeadKept,
    Kept(usize),
    /// A place of what stays.
    Stays(usize),
}

/// What is said of a place, made when it is first seen.
struct Said {
    at: String,
    around: Option<(String, String, String)>,
}

/// The list.
#[derive(Default)]
pub(super) struct Words {
    lines: Vec<Line>,
    tops: Tops,
    at: usize,
    /// The lines whose places are shown.
    open: BTreeSet<Line>,
    /// Under each change.
    summaries: Vec<(String, usize)>,
    number: Option<String>,
    kept: Vec<(Aside, usize)>,
    seen: HashMap<Line, Said>,
    typing: Option<Typing<String>>,
}

/// Whether a person says what takes the place of it.
fn is_typed(change: &Change) -> bool {
    matches!(change.kind, ChangeKind::Figure | ChangeKind::Person)
}

impl Words {
    pub(super) fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Lines and counts, after a choice.
    pub(super) fn lay_out(&mut self, offer: &Offer, plan: &Plan, date: PlanDate) {
        self.lines.clear();
        self.summaries.clear();
        self.number = said::number(&plan.number, &plan.symbol);
        if self.number.is_some() {
            self.lines.push(Line::Number);
        }
        if date != PlanDate::default() {
            self.lines.push(Line::Date);
        }
        let left: HashSet<_> =
            offer.items.iter().filter(|item| !item.take).map(|item| item.item).collect();
        let goes = |of: TextOf| match of {
            TextOf::Field(RecordId::Row(id), _) => !left.contains(&id),
            _ => true,
        };
        let mut kind = None;
        for (index, change) in offer.changes.iter().enumerate() {
            let places: Vec<usize> =
                (0..change.places.len()).filter(|at| goes(change.places[*at].of)).collect();
            self.summaries.push(summary(change, &places, plan));
            if places.is_empty() {
                continue;
            }
            if kind != Some(change.kind) {
                kind = Some(change.kind);
                self.lines.push(Line::Head(change.kind));
            }
            self.lines.push(Line::Change(index));
            if self.open.contains(&Line::Change(index)) {
                self.lines.extend(places.into_iter().map(|at| Line::Place(index, at)));
            }
        }
        self.kept.clear();
        for kept in offer.kept.iter().filter(|kept| goes(kept.of)) {
            match self.kept.iter_mut().find(|(why, _)| *why == kept.why) {
                Some((_, count)) => *count += 1,
                None => self.kept.push((kept.why, 1)),
            }
        }
        if !self.kept.is_empty() {
            self.lines.push(Line::HeadKept);
        }
        for (at, (why, _)) in self.kept.iter().enumerate() {
            self.lines.push(Line::Kept(at));
            if self.open.contains(&Line::Kept(at)) {
                let of = offer.kept.iter().enumerate();
                let of = of.filter(|(_, kept)| kept.why == *why && goes(kept.of));
                self.lines.extend(of.map(|(at, _)| Line::Stays(at)));
            }
        }
        let height = |line: &Line| match line {
            Line::Head(_) | Line::HeadKept => HEAD,
            Line::Number | Line::Date | Line::Change(_) => CHANGE,
            Line::Place(..) | Line::Stays(_) => PLACE,
            Line::Kept(_) => 34.0,
        };
        self.tops = Tops::of(self.lines.iter().map(height));
    }

    /// Draws it; gives whether a choice was changed.
    pub(super) fn show(&mut self, ui: &mut Ui, offer: &mut Offer, of: &Of<'_>) -> bool {
        let theme = theme::of(ui);
        let list = Id::unique("next: words");
        let typed_in = self.typing.is_some();
        let mut acts = Vec::new();
        let mut at = self.at;
        let tops = std::mem::take(&mut self.tops);
        let keys =
            lines(ui, (list, said::CHANGES), &tops, &mut at, &mut |ui, number, rect, here| {
                let Some(line) = self.lines.get(number).copied() else { return };
                let act = self.line(ui, &theme, line, (rect, here), offer, of);
                acts.extend(act.map(|act| (number, act)));
            });
        self.tops = tops;
        self.at = at;
        if keys.focused && !typed_in {
            acts.extend(self.by_key(ui, keys.sideways, offer));
        }
        let changed = !acts.is_empty();
        for (number, act) in acts {
            self.act(ui, list, number, act, offer, of);
        }
        changed
    }

    fn by_key(&self, ui: &Ui, sideways: i32, offer: &Offer) -> Option<(usize, Act)> {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let (space, enter) = (pressed(egui::Key::Space), pressed(egui::Key::Enter));
        let line = *self.lines.get(self.at)?;
        let is_open = self.open.contains(&line);
        let opens = matches!(line, Line::Change(_) | Line::Kept(_));
        let types = matches!(line, Line::Change(at) if is_typed(&offer.changes[at]));
        let act = match sideways {
            1 if opens && !is_open => Act::Open,
            -1 if opens && is_open => Act::Open,
            0 if enter && types => Act::Type,
            0 if enter && opens => Act::Open,
            0 if space => Act::Tick,
            _ => return None,
        };
        Some((self.at, act))
    }

    fn act(&mut self, ui: &Ui, list: Id, number: usize, act: Act, offer: &mut Offer, of: &Of<'_>) {
        let Some(line) = self.lines.get(number).copied() else { return };
        self.at = number;
        if let Act::Typed(typed) = act {
            let Some(typing) = &self.typing else { return };
            let done = matches!(typed, Typed::Done | Typed::TakenBack);
            if let Some(change) = offer.changes.get_mut(typing.of) {
                let back = typed == Typed::TakenBack || typing.text.trim().is_empty();
                change.to = if back { typing.before.clone() } else { typing.text.clone() };
                // Nothing else is written: nothing is chosen.
                change.take &= !done || change.to != change.from;
            }
            if done {
                self.typing = None;
                ui.memory_mut(|memory| memory.request_focus(list));
            }
            return;
        }
        match (line, act) {
            (Line::Change(at), Act::Tick | Act::Type) => {
                let change = &mut offer.changes[at];
                let types = is_typed(change) && (act == Act::Type || !change.take);
                change.take = act == Act::Type || !change.take;
                if types {
                    let text = change.to.clone();
                    let before = text.clone();
                    self.typing = Some(Typing { of: at, text, before, fresh: true });
                    return;
                }
            }
            (Line::Place(at, place), _) => {
                let place = &mut offer.changes[at].places[place];
                place.take = !place.take;
            }
            (Line::Date, _) => {
                let blank = PlanDate::default();
                offer.date = if offer.date == blank { of.date } else { blank };
            }
            (Line::Change(_) | Line::Kept(_), _) if !self.open.remove(&line) => {
                self.open.insert(line);
            }
            _ => {}
        }
        ui.memory_mut(|memory| memory.request_focus(list));
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        line: Line,
        (rect, here): (Rect, bool),
        offer: &Offer,
        of: &Of<'_>,
    ) -> Option<Act> {
        match line {
            Line::Head(kind) => head(ui, theme, rect, said::kind(kind)),
            Line::HeadKept => head(ui, theme, rect, said::KEPT),
            Line::Number => {
                let from = self.number.clone().unwrap_or_default();
                let two = Two {
                    from: &from,
                    to: said::BLANK,
                    taken: true,
                    below: said::NUMBER,
                    look: "",
                };
                let response = two.show(ui, theme, rect, (line, here));
                response.on_hover_text(said::NUMBER);
            }
            Line::Date => {
                let from = said::date(of.plan.date);
                let to = said::date_anew(of.plan.date, offer.date);
                let taken = offer.date != PlanDate::default();
                let two = Two { from: &from, to: &to, taken: true, below: said::DATE, look: "" };
                let response = two.show(ui, theme, rect, (line, here));
                let id = ui.scope_id().with("date");
                let ticked = paint::tick(ui, rect, id, Some(taken), said::DATE);
                return (ticked || response.clicked()).then_some(Act::Tick);
            }
            Line::Change(at) => return self.change(ui, theme, at, (rect, here), offer),
            Line::Kept(at) => {
                let (why, count) = self.kept.get(at).copied()?;
                let (name, count) = (said::aside(why), said::count(count));
                let id = ui.scope_id().with(("kept", at));
                let response = ui.interact(rect, id, Sense::CLICK);
                let said = format!("{name}: {count}");
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
                paint::ground(ui, theme, rect, &response, here);
                let top = rect.center().y - size::SMALL * 0.7;
                let font = theme::regular(size::SMALL);
                one_line(
                    ui,
                    pos2(rect.left() + 14.0, top),
                    rect.right() - 24.0,
                    &said,
                    font,
                    theme.text,
                );
                paint::fold(
                    ui,
                    pos2(rect.right() - 15.0, rect.top() + 16.0),
                    self.open.contains(&line),
                );
                return response.clicked().then_some(Act::Open);
            }
            Line::Place(change, place) => {
                let change = offer.changes.get(change)?;
                let place = change.places.get(place)?;
                let known = self.seen.entry(line).or_insert_with(|| told(of, place.of, &place.at));
                let with = change.with(place);
                let shown = if place.take && change.take { &with } else { &place.words };
                let ink = if place.take && change.take { theme.accent } else { theme.text };
                let id = ui.scope_id().with(("place", line));
                let response = place_ui(ui, theme, (rect, here), known, (shown, ink), place.look);
                let name = format!("{}: {}", known.at, place.words);
                let ticked = paint::tick(ui, rect, id, Some(place.take), &name);
                return (ticked || response.clicked()).then_some(Act::Tick);
            }
            Line::Stays(at) => {
                let kept = offer.kept.get(at)?;
                let known = self.seen.entry(line).or_insert_with(|| told(of, kept.of, &kept.at));
                let found = known.around.as_ref().map_or("", |(_, found, _)| found).to_owned();
                place_ui(ui, theme, (rect, here), known, (&found, theme.text), false);
            }
        }
        None
    }

    fn change(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        at: usize,
        (rect, here): (Rect, bool),
        offer: &Offer,
    ) -> Option<Act> {
        let change = offer.changes.get(at)?;
        let (below, look) = self.summaries.get(at)?;
        let line = Line::Change(at);
        let types = is_typed(change);
        let to = if change.take { change.to.as_str() } else { said::SAME };
        // What is typed stands in a field of its own.
        let to = if types && change.take { "" } else { to };
        let look = if *look > 0 && change.take { said::to_look_at(*look) } else { String::new() };
        let two = Two { from: &change.from, to, taken: change.take, below, look: &look };
        let response = two.show(ui, theme, rect, (line, here));
        paint::fold(ui, pos2(rect.right() - 15.0, rect.top() + 16.0), self.open.contains(&line));
        let id = ui.scope_id().with(("change", at));
        let name = format!("{} → {}", change.from, change.to);
        let mut act = response.clicked().then_some(Act::Open);
        if paint::tick(ui, rect, id, Some(change.take), &name) {
            act = Some(Act::Tick);
        }
        if types && change.take {
            let left = rect.left() + rect.width() * 0.44;
            let field = Rect::from_min_max(
                pos2(left, rect.top() + 3.0),
                pos2(rect.right() - 28.0, rect.top() + 31.0),
            );
            let name = said::new_words(&change.from);
            if let Some(open) = self.typing.as_mut().filter(|open| open.of == at) {
                let field = field.expand2(egui::vec2(0.0, 4.0));
                match typing(ui, field, &name, open) {
                    Typed::Going => {}
                    became => act = Some(Act::Typed(became)),
                }
            } else {
                let bold = change.to != change.from;
                let shut = Shut { words: &change.to, bold, mark: "", amber: false, name: &name };
                if shut.show(ui, field, id) {
                    act = Some(Act::Type);
                }
            }
        }
        act
    }
}

/// What is asked of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Tick,
    Open,
    Type,
    Typed(Typed),
}

/// Where the places of a change are, and how many of them are to be looked at.
fn summary(change: &Change, places: &[usize], plan: &Plan) -> (String, usize) {
    let mut names: Vec<&str> = Vec::new();
    let (mut left, mut look) = (0, 0);
    for place in places.iter().map(|at| &change.places[*at]) {
        left += usize::from(!place.take);
        look += usize::from(place.look && place.take);
        let name = plan.spot_of(place.of).map(|spot| said::short_place(&spot));
        if let Some(name) = name.filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    (said::places(places.len(), left, &names), look)
}

fn told(of: &Of<'_>, text: TextOf, at: &std::ops::Range<usize>) -> Said {
    let spot = of.plan.spot_of(text);
    let place = spot.map(|spot| Where { plan: of.plan.id, at: spot });
    Said {
        at: place.map(|place| messages::place_name(of.dossier, &place)).unwrap_or_default(),
        around: text_of(of.plan, text).and_then(|text| around(&text, at)),
    }
}

fn head(ui: &Ui, theme: &Theme, rect: Rect, words: &str) {
    ui.painter().rect_filled(rect, 0, theme.sunk);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
    let at = pos2(rect.left() + 14.0, rect.center().y - size::SMALL * 0.7);
    one_line(ui, at, rect.right() - 8.0, words, theme::bold(size::SMALL), theme.muted);
}

/// A line of two: what is there, what takes its place, and where.
struct Two<'a> {
    from: &'a str,
    to: &'a str,
    taken: bool,
    below: &'a str,
    /// What is to be looked at.
    look: &'a str,
}

impl Two<'_> {
    fn show(
        &self,
        ui: &Ui,
        theme: &Theme,
        rect: Rect,
        (line, here): (Line, bool),
    ) -> egui::Response {
        let number = match line {
            Line::Change(at) => at + 2,
            Line::Date => 1,
            _ => 0,
        };
        let id = ui.scope_id().with(("two", number));
        let response = ui.interact(rect, id, Sense::CLICK);
        let said = format!("{} → {}, {}", self.from, self.to, self.below);
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &said));
        paint::ground(ui, theme, rect, &response, here);
        let ink = if self.taken { theme.text } else { theme.muted };
        let mut job = LayoutJob::default();
        let plain = TextFormat::simple(theme::regular(size::TABLE), theme.muted);
        job.append(&format!("{} → ", self.from), 0.0, plain);
        let font = if self.taken { theme::bold(size::TABLE) } else { theme::regular(size::TABLE) };
        job.append(self.to, 0.0, TextFormat::simple(font, ink));
        (job.wrap.max_width, job.wrap.max_rows) = (rect.width() - LEFT - 24.0, 1);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(rect.left() + LEFT, rect.top() + 6.0), galley, theme.text);
        let at = pos2(rect.left() + LEFT, rect.top() + 27.0);
        let bold = theme::bold(size::SMALL - 0.5);
        let look = ui.painter().layout_no_wrap(self.look.to_owned(), bold, theme.due);
        let right = rect.right() - 10.0 - look.size().x;
        ui.painter().galley(pos2(right, at.y), look, theme.due);
        let font = theme::regular(size::SMALL - 0.5);
        one_line(ui, at, right - 6.0, self.below, font, theme.muted);
        response
    }
}

/// A place: what it is, and the words around what is written anew.
fn place_ui(
    ui: &Ui,
    theme: &Theme,
    (rect, here): (Rect, bool),
    known: &Said,
    (shown, ink): (&str, Color32),
    look: bool,
) -> egui::Response {
    let id = ui.scope_id().with(("at", rect.top().to_bits()));
    let response = ui.interact(rect, id, Sense::CLICK);
    paint::ground(ui, theme, rect, &response, here);
    let right = rect.right() - 10.0;
    let font = || theme::regular(size::SMALL - 0.5);
    let at = pos2(rect.left() + LEFT, rect.top() + 5.0);
    let words = if look { said::LOOK } else { "" };
    let mark =
        ui.painter().layout_no_wrap(words.to_owned(), theme::bold(size::SMALL - 0.5), theme.due);
    let end = right - mark.size().x;
    ui.painter().galley(pos2(end, at.y), mark, theme.due);
    let cut = one_line(ui, at, end - 6.0, &known.at, font(), theme.muted);
    if let Some((before, _, after)) = &known.around {
        let mut job = LayoutJob::default();
        let plain = TextFormat::simple(font(), theme.text);
        job.append(before, 0.0, plain.clone());
        job.append(shown, 0.0, TextFormat::simple(theme::bold(size::SMALL - 0.5), ink));
        job.append(after, 0.0, plain);
        (job.wrap.max_width, job.wrap.max_rows) = (right - at.x, 2);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(at.x, rect.top() + 24.0), galley, theme.text);
    }
    if look {
        response.on_hover_text(said::LOOK_WHY)
    } else if cut {
        response.on_hover_text(&known.at)
    } else {
        response
    }
}

//! The work of the old plan: what is taken, and its time in the new year.

use egui::{CornerRadius, Id, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2};

use crate::messages::next as said;
use crate::plan::{Period, Status, TermDates, Typed as Value};
use crate::ui::theme::{self, Theme, size};
use crate::ui::widgets;
use crate::ui::widgets::lines::{Tops, lines};
use crate::ui::widgets::show::one_line;
use crate::year::next::{NewTime, Offer, Offered, Why};

use super::paint::{self, Shut, Typed, Typing, typing};

/// Height of a piece of work, of a head and of the titles (logical pixels).
const ROW: f32 = 48.0;
/// See [`ROW`].
const HEAD: f32 = 32.0;
/// With more work than this the groups begin folded.
const MANY: usize = 200;
/// Where the name begins.
const NAME: f32 = 44.0;

/// What the work comes to.
#[derive(Default)]
pub(super) struct Told {
    pub taken: usize,
    pub moved: usize,
    pub kept: usize,
    pub unclear: usize,
}

enum Line {
    /// A group, how much is in it and how much of that is taken.
    Head(usize, usize, usize),
    /// By its place in the offer.
    Item(usize),
}

/// The list.
pub(super) struct Items {
    pub told: Told,
    lines: Vec<Line>,
    tops: Tops,
    at: usize,
    folded: [bool; 4],
    typing: Option<Typing<(Value<Period>, NewTime)>>,
}

/// In which group work stands.
fn group_of(item: &Offered) -> usize {
    match item.why {
        Why::Unfinished | Why::SeveralYears => 0,
        Why::Recurs => 1,
        Why::Done => 2,
        Why::Dropped => 3,
    }
}

impl Items {
    pub(super) fn new(offer: &Offer) -> Self {
        Self {
            told: Told::default(),
            lines: Vec::new(),
            tops: Tops::default(),
            at: 0,
            folded: [offer.items.len() > MANY; 4],
            typing: None,
        }
    }

    pub(super) fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Groups and counts, after a choice.
    pub(super) fn lay_out(&mut self, offer: &Offer) {
        let mut groups: [Vec<usize>; 4] = Default::default();
        for (index, item) in offer.items.iter().enumerate() {
            groups[group_of(item)].push(index);
        }
        self.lines.clear();
        for (group, items) in groups.into_iter().enumerate() {
            if items.is_empty() {
                continue;
            }
            let taken = items.iter().filter(|index| offer.items[**index].take).count();
            self.lines.push(Line::Head(group, items.len(), taken));
            if !self.folded[group] {
                self.lines.extend(items.into_iter().map(Line::Item));
            }
        }
        let height = |line: &Line| if matches!(line, Line::Head(..)) { HEAD } else { ROW };
        self.tops = Tops::of(self.lines.iter().map(height));
        let count = |is: fn(NewTime) -> bool| {
            offer.items.iter().filter(|item| item.take && is(item.time)).count()
        };
        self.told = Told {
            taken: offer.taken(),
            moved: count(|time| matches!(time, NewTime::Moved | NewTime::Typed)),
            kept: count(|time| time == NewTime::Kept),
            unclear: offer.unclear(),
        };
    }

    /// Draws it; gives whether a choice was changed.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        offer: &mut Offer,
        terms: &TermDates,
        fresh: bool,
    ) -> bool {
        let theme = theme::of(ui);
        let room = ui.available_rect_before_wrap();
        widgets::Card::default().paint(ui, room);
        if offer.items.is_empty() {
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                widgets::empty(ui, said::NO_ITEMS, said::NO_ITEMS_DO);
            });
            return false;
        }
        let head = room.with_max_y(room.top() + HEAD).shrink(1.0);
        let round = CornerRadius { sw: 0, se: 0, ..CornerRadius::same(size::CARD_RADIUS) };
        ui.painter().rect_filled(head, round, theme.sunk);
        ui.painter().hline(room.x_range(), head.bottom() + 0.5, theme.border());
        let list = Id::unique("next: work");
        if fresh {
            ui.memory_mut(|memory| memory.request_focus(list));
            ui.ctx().request_repaint();
        }
        let typed_in = self.typing.is_some();
        let mut acts = Vec::new();
        let inside =
            Rect::from_min_max(pos2(head.left(), head.bottom() + 1.0), room.max).shrink(1.0);
        let mut at = self.at;
        let (tops, all, typing) = (&self.tops, &self.lines, &mut self.typing);
        let folded = self.folded;
        let mut columns = Columns::of(head);
        let keys = ui
            .scope_builder(UiBuilder::new().max_rect(inside), |ui| {
                lines(ui, (list, said::ITEMS), tops, &mut at, &mut |ui, number, rect, focused| {
                    let Some(line) = all.get(number) else { return };
                    columns = Columns::of(rect);
                    let act = match line {
                        Line::Head(group, count, taken) => {
                            let head = Head { group: *group, count: *count, taken: *taken };
                            head.show(ui, &theme, rect, (folded[*group], focused))
                        }
                        Line::Item(index) => offer.items.get(*index).and_then(|item| {
                            let open = typing.as_mut().filter(|one| one.of == *index);
                            row(ui, &theme, item, rect, focused, open)
                        }),
                    };
                    acts.extend(act.map(|act| (number, act)));
                })
            })
            .inner;
        // As wide as the lines, which a bar may stand beside.
        for (from, to, words) in [
            (head.left() + NAME, columns.old, said::NAME),
            (columns.old, columns.arrow, said::OLD_TIME),
            (columns.new, head.right(), said::NEW_TIME),
        ] {
            let at = pos2(from, head.center().y - size::SMALL * 0.7);
            one_line(ui, at, to - 8.0, words, theme::bold(size::SMALL), theme.muted);
        }
        self.at = at;
        if keys.focused && !typed_in {
            acts.extend(self.by_key(ui, keys.sideways));
        }
        let changed = !acts.is_empty();
        for (number, act) in acts {
            self.act(ui, list, number, act, offer, terms);
        }
        changed
    }

    /// What the keys ask of the line they are on.
    fn by_key(&self, ui: &Ui, sideways: i32) -> Option<(usize, Act)> {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let (space, enter) = (pressed(egui::Key::Space), pressed(egui::Key::Enter));
        let act = match self.lines.get(self.at)? {
            Line::Head(group, ..) => match sideways {
                0 if enter => Act::Fold,
                1 if self.folded[*group] => Act::Fold,
                -1 if !self.folded[*group] => Act::Fold,
                _ if space => Act::Tick,
                _ => return None,
            },
            Line::Item(_) if space => Act::Tick,
            Line::Item(_) if enter => Act::Type,
            Line::Item(_) => return None,
        };
        Some((self.at, act))
    }

    fn act(
        &mut self,
        ui: &Ui,
        list: Id,
        number: usize,
        act: Act,
        offer: &mut Offer,
        terms: &TermDates,
    ) {
        let back = || ui.memory_mut(|memory| memory.request_focus(list));
        match (self.lines.get(number), act) {
            (Some(Line::Head(group, count, taken)), Act::Tick) => {
                let (group, take) = (*group, taken < count);
                for item in offer.items.iter_mut().filter(|item| group_of(item) == group) {
                    item.take = take;
                }
                back();
            }
            (Some(Line::Head(group, ..)), _) => {
                self.folded[*group] = !self.folded[*group];
                self.at = number;
                back();
            }
            (Some(Line::Item(index)), act) => {
                let index = *index;
                let Some(item) = offer.items.get_mut(index) else { return };
                self.at = number;
                match act {
                    Act::Tick | Act::Fold => {
                        item.take = !item.take;
                        back();
                    }
                    Act::Type => {
                        item.take = true;
                        self.typing = Some(Typing {
                            of: index,
                            text: item.to.typed.clone(),
                            before: (item.to.clone(), item.time),
                            fresh: true,
                        });
                    }
                    Act::Typed(typed) => {
                        let Some(typing) = &self.typing else { return };
                        match typed {
                            Typed::TakenBack => {
                                (item.to, item.time) = typing.before.clone();
                            }
                            _ if typing.text == typing.before.0.typed => {
                                (item.to, item.time) = typing.before.clone();
                            }
                            _ => offer.set_time(index, typing.text.clone(), terms),
                        }
                        if matches!(typed, Typed::Done | Typed::TakenBack) {
                            self.typing = None;
                            // Tab goes on from the list, as from any other field.
                            back();
                        }
                    }
                }
            }
            (None, _) => {}
        }
    }
}

/// What is asked of a line.
#[derive(Clone, Copy)]
enum Act {
    Tick,
    Fold,
    Type,
    Typed(Typed),
}

/// Where the columns begin.
struct Columns {
    old: f32,
    arrow: f32,
    new: f32,
}

impl Columns {
    fn of(line: Rect) -> Self {
        let share = |part: f32| line.left() + line.width() * part;
        Self { old: share(0.405), arrow: share(0.635), new: share(0.668) }
    }
}

/// A group of work.
struct Head {
    group: usize,
    count: usize,
    taken: usize,
}

impl Head {
    fn show(
        &self,
        ui: &Ui,
        theme: &Theme,
        rect: Rect,
        (folded, focused): (bool, bool),
    ) -> Option<Act> {
        let id = ui.scope_id().with(("group", self.group));
        let name = said::group(self.group);
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.sunk);
        paint::ground(ui, theme, rect, &response, focused);
        let all = (self.taken == 0 || self.taken == self.count).then_some(self.taken > 0);
        let count = said::group_count(self.count, self.taken);
        let ticked = paint::tick(ui, rect, id, all, &format!("{name}, {count}"));
        let galley =
            ui.painter().layout_no_wrap(name.to_owned(), theme::bold(size::TABLE), theme.text);
        let at = pos2(rect.left() + NAME, rect.center().y - galley.size().y / 2.0);
        let after = at.x + galley.size().x + 8.0;
        ui.painter().galley(at, galley, theme.text);
        let font = theme::regular(size::TABLE);
        one_line(ui, pos2(after, at.y), rect.right() - 36.0, &count, font, theme.muted);
        paint::fold(ui, pos2(rect.right() - 18.0, rect.center().y), !folded);
        if ticked { Some(Act::Tick) } else { response.clicked().then_some(Act::Fold) }
    }
}

/// The colour in which it is said how work stands.
fn ink(theme: &Theme, item: &Offered) -> egui::Color32 {
    match item.status {
        Some(Status::Done) => theme.done,
        Some(Status::NotDone) => theme.late,
        Some(Status::UnderWay) => theme.accent,
        _ => theme.muted,
    }
}

/// A piece of work.
fn row(
    ui: &mut Ui,
    theme: &Theme,
    item: &Offered,
    rect: Rect,
    focused: bool,
    open: Option<&mut Typing<(Value<Period>, NewTime)>>,
) -> Option<Act> {
    let id = ui.scope_id().with(item.item);
    let columns = Columns::of(rect);
    let response = ui.interact(rect, id, Sense::CLICK);
    paint::ground(ui, theme, rect, &response, focused);
    let ticked = paint::tick(ui, rect, id, Some(item.take), &item.name);
    let main = if item.take { theme.text } else { theme.muted };
    let at = pos2(rect.left() + NAME, rect.top() + 5.0);
    let end = columns.old - 12.0;
    let cut = one_line(ui, at, end, &item.name, theme::regular(size::TABLE), main);
    let stands = said::stands(item.status, item.why);
    let at = pos2(at.x, rect.top() + 25.0);
    one_line(ui, at, end, &stands, theme::regular(size::SMALL - 0.5), ink(theme, item));
    let middle = rect.center().y - size::TABLE * 0.68;
    let font = || theme::regular(size::TABLE);
    let old = pos2(columns.old, middle);
    let cut = one_line(ui, old, columns.arrow - 6.0, &item.from, font(), theme.muted) || cut;
    let mut act = (ticked || response.clicked()).then_some(Act::Tick);
    if cut {
        response.on_hover_text(format!("{}\n{}", item.name, item.from));
    }
    let field = Rect::from_min_max(
        pos2(columns.new, rect.center().y - 18.0),
        pos2(rect.right() - 12.0, rect.center().y + 18.0),
    );
    let name = said::time_of(&item.name);
    if let Some(open) = open {
        match typing(ui, field, &name, open) {
            Typed::Going => {}
            typed => act = Some(Act::Typed(typed)),
        }
    } else if item.take {
        one_line(ui, pos2(columns.arrow, middle), columns.new, "→", font(), theme.muted);
        let shut = Shut {
            words: &item.to.typed,
            bold: matches!(item.time, NewTime::Moved | NewTime::Typed),
            mark: said::time_mark(item.time),
            amber: item.time == NewTime::Unclear,
            name: &name,
        };
        if shut.show(ui, field.shrink2(egui::vec2(0.0, 2.0)), id) {
            act = Some(Act::Type);
        }
    } else {
        let at = pos2(columns.new + 10.0, middle);
        one_line(ui, at, field.right(), said::NOT_TAKEN, font(), theme.muted);
    }
    act
}

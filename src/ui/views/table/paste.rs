//! A block of cells is pasted: what its columns mean, and where its rows go.

use egui::{Align, Context, Key as Press, Layout, Modifiers, RichText, Ui};

use crate::edit::FreshIds;
use crate::import::Grid;
use crate::import::clipboard::{Filled, Filler, Meaning, Pasted, block};
use crate::messages::paste as words;
use crate::plan::{Field, Row, TableKind};
use crate::ui::grid::Key;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Kind, Look, button_width, button_with};
use crate::ui::widgets::dialog::{Closed, Dialog, dialog};
use crate::ui::widgets::{keys, link, small};
use crate::understand::{understand_money, understand_period};
use crate::words::encodings::Encoding;

use super::model::Model;
use super::preview;

/// The most overwritten cells that are named.
const NAMED: usize = 12;
/// The height of the words of a way (logical pixels).
const CARD: f32 = 66.0;
/// The height of a line of small words (logical pixels).
const LINE: f32 = 18.0;

/// A block that waits for a word of the person.
pub struct Paste {
    table: TableKind,
    title: &'static str,
    /// The columns of the table, as they are chosen among.
    shown: Vec<(Field, String)>,
    pub(super) pasted: Pasted,
    /// In which line the active cell is, and where new rows come in.
    from: usize,
    at: usize,
    /// The places of the rows that may be written over: those in sight from the active one on.
    over: Vec<usize>,
    /// What the two ways would do, with numbers that are not the last ones.
    add: Filled,
    write: Option<Filled>,
    times: (usize, usize),
    sums: (usize, usize),
    shows_lost: bool,
}

/// How the dialog ended.
pub enum Ended {
    /// Nothing was pasted.
    Cancelled,
    /// These rows came in, or none.
    Pasted(Vec<Key>),
}

/// A way to paste.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Add,
    Write,
}

impl Paste {
    /// Of what was pasted; none where it is one text only. `active`: the active cell.
    pub fn new(
        cx: &ViewCx<'_>,
        model: &Model,
        active: Option<(Key, Field)>,
        text: &str,
    ) -> Option<Self> {
        let grid: Grid = block(text, cx.clip.html.as_deref())?;
        let columns = model.columns.iter().skip(1);
        let shown: Vec<(Field, String)> =
            columns.map(|column| (column.key, column.title.clone())).collect();
        let known: Vec<(Field, &str)> =
            shown.iter().map(|(field, title)| (*field, title.as_str())).collect();
        let old: Option<Encoding> = cx.clip.old;
        let mut pasted = Pasted::of(&grid, model.table, &known, old);
        if !pasted.titled {
            let first =
                active.and_then(|(_, field)| known.iter().position(|(one, _)| *one == field));
            let fields: Vec<Field> =
                known.iter().skip(first.unwrap_or(0)).map(|(field, _)| *field).collect();
            pasted.go_across(&fields);
        }
        let line = active.and_then(|(key, _)| model.position(key));
        let in_sight = line.map_or(&[][..], |line| &model.lines[line..]);
        let over: Vec<usize> = in_sight.iter().map(|line| line.place).collect();
        let first = over.first().copied();
        let nothing = Filler { plan: cx.plan, table: model.table, pasted: &Pasted::default() }
            .add(0, &mut FreshIds::default());
        let mut paste = Self {
            table: model.table,
            title: title_of(cx.clip.html.as_deref()),
            shown,
            pasted,
            from: first.unwrap_or(model.count),
            at: first.map_or(model.count, |place| place + 1),
            over,
            add: nothing,
            write: None,
            times: (0, 0),
            sums: (0, 0),
            shows_lost: false,
        };
        paste.look(cx);
        Some(paste)
    }

    /// Whether a person is asked: words would go or rows come in.
    pub fn asks(&self) -> bool {
        let harmless = |write: &Filled| {
            write.overwritten.is_empty() && write.added.is_empty() && write.cells > 0
        };
        !self.write.as_ref().is_some_and(harmless)
    }

    /// Writes from the active cell on.
    pub fn write(&self, cx: &ViewCx<'_>, requests: &mut Requests) {
        self.done(cx, Way::Write, requests);
    }

    /// Looks again at what the two ways would do.
    fn look(&mut self, cx: &ViewCx<'_>) {
        let filler = self.filler(cx);
        let fresh = || FreshIds::from(cx.dossier.next_id);
        let (add, write) =
            (filler.add(self.at, &mut fresh()), filler.write(&self.over, &mut fresh()));
        (self.add, self.write) = (add, write);
        let counts = |field: Field, knows: &dyn Fn(&str) -> bool| {
            let mut count = (0, 0);
            for (at, column) in self.pasted.columns.iter().enumerate() {
                if column.meaning == Meaning::Field(field) {
                    for text in self.pasted.texts(at).filter(|text| !text.is_empty()) {
                        count = (count.0 + usize::from(knows(text)), count.1 + 1);
                    }
                }
            }
            count
        };
        let year = cx.plan.school_year;
        self.times =
            counts(Field::Time, &|text| understand_period(text, year, &cx.terms).understood());
        self.sums = counts(Field::Budget, &|text| understand_money(text).understood());
    }

    fn filler<'a>(&'a self, cx: &'a ViewCx<'_>) -> Filler<'a> {
        Filler { plan: cx.plan, table: self.table, pasted: &self.pasted }
    }

    fn done(&self, cx: &ViewCx<'_>, way: Way, requests: &mut Requests) -> Vec<Key> {
        let filler = self.filler(cx);
        let done = match way {
            Way::Add => Some(filler.add(self.at, requests.fresh())),
            Way::Write => filler.write(&self.over, requests.fresh()),
        };
        let Some(done) = done else { return Vec::new() };
        requests.push(Request::Edit(done.edit, None));
        requests.offer_undo(words::done(done.added.len(), done.cells));
        done.added.iter().map(|id| Key(id.0)).collect()
    }

    /// How many columns are taken.
    fn taken(&self) -> usize {
        let is_taken = |meaning| matches!(meaning, Meaning::Field(_) | Meaning::Number);
        self.pasted.columns.iter().filter(|column| is_taken(column.meaning)).count()
    }

    fn unmatched(&self) -> usize {
        let unknown = self.pasted.columns.iter().filter(|one| one.meaning == Meaning::Unknown);
        unknown.count()
    }

    /// Whether any words are taken.
    fn ready(&self) -> bool {
        let field = |meaning| matches!(meaning, Meaning::Field(_));
        let groups = self.pasted.records() < self.pasted.rows.len();
        groups || self.pasted.columns.iter().any(|column| field(column.meaning))
    }

    /// Draws it.
    pub fn show(&mut self, ui: &Ui, cx: &ViewCx<'_>, requests: &mut Requests) -> Option<Ended> {
        let what = Dialog {
            title: self.title,
            width: 820.0,
            primary: "",
            ready: false,
            danger: false,
            cancel: crate::messages::window::CANCEL,
        };
        let mut way = None;
        let closed = dialog(ui.ctx(), &what, |ui| way = self.inside(ui, cx));
        if way.is_none() && closed == Closed::No && self.ready() && enter(ui.ctx()) {
            way = Some(Way::Add);
        }
        match (way, closed) {
            (Some(way), _) => Some(Ended::Pasted(self.done(cx, way, requests))),
            (None, Closed::No) => None,
            (None, _) => Some(Ended::Cancelled),
        }
    }

    fn inside(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> Option<Way> {
        let theme = theme::of(ui);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = LINE;
            let columns = self.pasted.columns.len();
            small(ui, &words::size(self.pasted.rows.len(), columns, self.pasted.titled));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let unmatched = self.unmatched();
                if unmatched > 0 {
                    ui.label(strong(&words::unmatched(unmatched)).color(theme.due));
                }
                ui.label(strong(&words::matched(self.taken())).color(theme.done));
            });
        });
        if let Some((at, meaning)) = preview::show(ui, &self.pasted, &self.shown) {
            self.choose(at, meaning);
            self.look(cx);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().interact_size.y = LINE;
            let understood = if self.ready() {
                words::understood(self.times, self.sums)
            } else {
                words::NOTHING.into()
            };
            let muted = RichText::new(understood).font(theme::regular(size::SMALL));
            ui.label(muted.color(theme.muted));
            let unclear = self.times.1 - self.times.0;
            if unclear > 0 {
                ui.label(strong(&words::unclear_times(unclear)).color(theme.due));
            }
        });
        let way = self.ways(ui, cx);
        if self.shows_lost
            && let Some(write) = &self.write
        {
            for one in write.overwritten.iter().take(NAMED) {
                let title = self.shown.iter().find(|(field, _)| *field == one.field);
                let title = title.map_or("", |(_, title)| title.as_str());
                small(ui, &words::lost(one.at + 1, title, &one.old, &one.new));
            }
            if let Some(more) = write.overwritten.len().checked_sub(NAMED).filter(|more| *more > 0)
            {
                small(ui, &words::more(more));
            }
        }
        small(ui, words::UNDO);
        way
    }

    /// Another meaning for a column; two columns never go into one field.
    fn choose(&mut self, at: usize, meaning: Meaning) {
        for (other, column) in self.pasted.columns.iter_mut().enumerate() {
            if other == at {
                column.meaning = meaning;
            } else if column.meaning == meaning && matches!(meaning, Meaning::Field(_)) {
                column.meaning = Meaning::Unknown;
            }
        }
    }

    /// The two ways side by side, each with what it does.
    fn ways(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> Option<Way> {
        let ready = self.ready();
        let mut way = None;
        let both = self.from < self.at;
        let gap = 12.0;
        let width = if both { (ui.available_width() - gap) / 2.0 } else { ui.available_width() };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let place = if both {
                words::after(self.from + 1, self.group(cx).as_deref())
            } else {
                words::ADD_FIRST.to_owned()
            };
            let add = words::add(self.add.added.len());
            let button = (add.as_str(), Kind::Primary, ready);
            if card(ui, width, button, |ui| {
                heading(ui, words::ADD);
                small(ui, &place);
                small(ui, words::ADD_SPARES);
            }) {
                way = Some(Way::Add);
            }
            if both && self.write_card(ui, width, ready) {
                way = Some(Way::Write);
            }
        });
        way
    }

    /// The second way; gives whether it is chosen.
    fn write_card(&mut self, ui: &mut Ui, width: f32, ready: bool) -> bool {
        let (cells, lost, added) = self
            .write
            .as_ref()
            .map_or((0, 0, 0), |write| (write.cells, write.overwritten.len(), write.added.len()));
        let (open, enabled) = (self.write.is_some(), ready && cells + added > 0);
        let (from, shows_lost) = (self.from, &mut self.shows_lost);
        let words = words::write(cells, lost);
        card(ui, width, (&words, Kind::Secondary, enabled), |ui| {
            heading(ui, words::WRITE);
            if !open {
                small(ui, words::NO_WRITE);
                return;
            }
            small(ui, &words::consequence(from + 1, cells, lost, added));
            if lost > 0 && link(ui, &words::show_lost(lost)).clicked() {
                *shows_lost = !*shows_lost;
            }
        })
    }

    /// The group that new rows would belong to: "Tiêu chuẩn 1".
    fn group(&self, cx: &ViewCx<'_>) -> Option<String> {
        if self.table != TableKind::Rows {
            return None;
        }
        let above = cx.plan.rows.iter().take(self.at).rev();
        let title = above.filter_map(|row| match row {
            Row::Group(group) => Some(group.title.as_str()),
            _ => None,
        });
        let head = title.map(|title| title.split(':').next().unwrap_or(title).trim()).next()?;
        Some(head.to_owned()).filter(|head| !head.is_empty())
    }
}

/// Whether Enter was pressed and belongs to nothing else.
fn enter(ctx: &Context) -> bool {
    !keys::enter_is_taken(ctx)
        && !egui::Popup::is_any_open(ctx)
        && ctx.input(|input| input.key_pressed(Press::Enter) && input.modifiers == Modifiers::NONE)
}

/// Where the block comes from, by the marks that Word and Excel leave in their HTML.
fn title_of(html: Option<&str>) -> &'static str {
    let says = |mark: &str| html.is_some_and(|html| html.contains(mark));
    match () {
        () if says("office:excel") => words::FROM_EXCEL,
        () if says("office:word") => words::FROM_WORD,
        () => words::FROM_ELSEWHERE,
    }
}

fn strong(words: &str) -> RichText {
    RichText::new(words).font(theme::bold(size::SMALL))
}

fn heading(ui: &mut Ui, words: &str) {
    let ink = theme::of(ui).text;
    ui.label(RichText::new(words).font(theme::bold(size::BODY)).color(ink));
}

/// One of the two ways with its button, the proposed one on a ground of its own; gives whether
/// it is chosen.
fn card(
    ui: &mut Ui,
    width: f32,
    (words, kind, enabled): (&str, Kind, bool),
    add: impl FnOnce(&mut Ui),
) -> bool {
    let theme = theme::of(ui);
    let (fill, line) = match kind {
        Kind::Primary => (theme.accent_soft, theme.accent),
        _ => (theme.surface, theme.line),
    };
    let frame = egui::Frame::new()
        .fill(fill)
        .stroke(egui::Stroke::new(1.0, line))
        .corner_radius(egui::CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(egui::Margin::symmetric(12, 8));
    let look = Look { kind, ..Look::default() };
    let beside = button_width(ui, words, &look) + 10.0;
    let inside = |ui: &mut Ui| {
        ui.set_width(width - 26.0);
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 2.0);
        ui.vertical(|ui| {
            ui.set_width(width - 26.0 - beside);
            ui.set_min_height(CARD);
            add(ui);
        });
        let button = |ui: &mut Ui| button_with(ui, words, &look).clicked();
        let right = Layout::right_to_left(Align::Center);
        ui.with_layout(right, |ui| ui.add_enabled_ui(enabled, button).inner).inner
    };
    frame.show(ui, |ui| ui.horizontal(inside).inner).inner
}

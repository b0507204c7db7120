//! Ctrl+K: every command with its key, the stages, the items and parts of the plan shown, the
//! other plans and the files that were open last, found without marks.

use std::path::PathBuf;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, Context, CornerRadius, Frame, Key, Margin, Modal, Modifiers, ScrollArea,
    Sense, Ui, Vec2, WidgetInfo,
};

use crate::messages::{self, help, palette as words, window};
use crate::plan::{Dossier, Id, Place, Plan, Record as _, Spot};
use crate::words::{Finder, order};

use super::command::Command;
use super::dialogs::help::topics;
use super::request::{HelpPage, Request, Requests, Stage};
use super::shell;
use super::theme::{self, Theme, size};
use super::widgets;
use super::widgets::field::{Field, local_field};

/// So wide it is, and so high a line of it (logical pixels).
const WIDTH: f32 = 640.0;
const LINE: f32 = 36.0;
/// So many of a kind are shown.
const SHOWN: usize = 4;
/// So many commands that were run last.
const LAST: usize = 5;

/// What is typed, and what is found.
#[derive(Default)]
pub struct Palette {
    typed: String,
    at: usize,
    /// What is found; of nothing yet before the first frame.
    found: Option<Vec<Group>>,
}

/// Entries of one kind.
struct Group {
    title: &'static str,
    entries: Vec<Entry>,
    /// So many more were found.
    more: usize,
}

/// Something that can be done.
#[derive(Clone)]
struct Entry {
    words: String,
    /// Beside it: its key, its place.
    beside: String,
    does: Does,
    /// Why it cannot be done now; blank: it can.
    not: &'static str,
}

#[derive(Clone)]
enum Does {
    Run(Command),
    Show(Stage),
    Go(Place),
    Plan(Id),
    Open(PathBuf),
    Help(HelpPage),
}

/// What it looks through.
pub struct Looked<'a> {
    /// The open dossier and the plan shown.
    pub open: Option<(&'a Dossier, &'a Plan)>,
    /// The commands that were run last, the newest first.
    pub last: &'a [Command],
    /// The files that were open last.
    pub files: Vec<PathBuf>,
}

impl Palette {
    /// Draws it over everything; gives false when it is closed.
    pub fn show(&mut self, ctx: &Context, looked: &Looked<'_>, requests: &mut Requests) -> bool {
        let theme = theme::of(ctx);
        let frame = Frame::new()
            .fill(theme.surface)
            .stroke(theme.border())
            .corner_radius(CornerRadius::same(size::CARD_RADIUS))
            .shadow(ctx.global_style().visuals.window_shadow);
        let area = Modal::default_area(egui::Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 64.0));
        let modal = Modal::new(egui::Id::unique("palette"))
            .area(area)
            .frame(frame)
            .backdrop_color(Color32::from_black_alpha(if theme.dark { 140 } else { 60 }));
        let shown = modal.show(ctx, |ui| {
            let room = ctx.content_rect().size();
            ui.set_width(WIDTH.min(room.x - 48.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            self.inside(ui, looked, room.y - 220.0, requests)
        });
        let closes = shown.should_close();
        !(shown.inner || closes)
    }

    /// Gives whether something was chosen.
    fn inside(
        &mut self,
        ui: &mut Ui,
        looked: &Looked<'_>,
        room: f32,
        requests: &mut Requests,
    ) -> bool {
        let mut step = 0_i32;
        let mut enter = false;
        // Before the field sees them: its caret stays where it is.
        ui.input_mut(|input| {
            step += i32::from(input.consume_key(Modifiers::NONE, Key::ArrowDown));
            step -= i32::from(input.consume_key(Modifiers::NONE, Key::ArrowUp));
            enter = input.consume_key(Modifiers::NONE, Key::Enter);
        });
        Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
            let field = Field {
                label: words::NAME,
                hint: words::HINT,
                hide_label: true,
                take_focus: self.found.is_none(),
                ..Field::default()
            };
            let response = local_field(ui, "palette", &field, &mut self.typed);
            response.request_focus();
            if response.changed() || self.found.is_none() {
                self.found = Some(found(&self.typed, looked));
                self.at = 0;
            }
        });
        let groups = self.found.take().unwrap_or_default();
        let count: usize = groups.iter().map(|group| group.entries.len()).sum();
        if count > 0 {
            self.at = match step {
                0 => self.at,
                1 => (self.at + 1) % count,
                _ => self.at.checked_sub(1).unwrap_or(count - 1),
            };
        }
        let chosen = self.list(ui, &groups, (room, step != 0));
        let mut done = false;
        if count == 0 && !self.typed.trim().is_empty() {
            let nothing = Finder::new("", false, false, false);
            let row = entry(ui, &theme::of(ui), words::NOTHING, "", &nothing, true);
            if row.clicked() || enter {
                requests.push(Request::Find(self.typed.clone()));
                done = true;
            }
        }
        ui.separator();
        Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            widgets::small(ui, words::KEYS);
        });
        let picked = chosen.or(enter.then_some(self.at));
        let mut all = groups.iter().flat_map(|group| &group.entries);
        if let Some(entry) = picked.and_then(|at| all.nth(at))
            && entry.not.is_empty()
        {
            done = true;
            requests.push(match entry.does.clone() {
                Does::Run(command) => Request::Run(command),
                Does::Show(stage) => Request::Show(stage),
                Does::Go(place) => Request::Go(place),
                Does::Plan(plan) => Request::ShowPlan(plan),
                Does::Open(path) => Request::Open(path),
                Does::Help(page) => Request::Help(page),
            });
        }
        self.found = Some(groups);
        done
    }

    /// The entries under their titles; gives the one that was clicked.
    fn list(&self, ui: &mut Ui, groups: &[Group], (room, moved): (f32, bool)) -> Option<usize> {
        let theme = theme::of(ui);
        let typed = Finder::new(&self.typed, false, false, false);
        let mut clicked = None;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            let mut index = 0;
            for group in groups.iter().filter(|group| !group.entries.is_empty()) {
                Frame::new().inner_margin(Margin::symmetric(16, 5)).show(ui, |ui| {
                    let title = egui::RichText::new(group.title).font(theme::bold(size::SMALL));
                    ui.label(title.color(theme.muted));
                });
                for one in &group.entries {
                    let here = self.at == index;
                    let beside = match one.does {
                        _ if !one.not.is_empty() => one.not.to_owned(),
                        Does::Run(command) => shell::key(ui, command),
                        _ => one.beside.clone(),
                    };
                    let row = entry(ui, &theme, &one.words, &beside, &typed, here);
                    if here && moved {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        clicked = Some(index);
                    }
                    index += 1;
                }
                if group.more > 0 {
                    Frame::new().inner_margin(Margin::symmetric(16, 4)).show(ui, |ui| {
                        widgets::small(ui, &words::more(group.more));
                    });
                }
            }
        });
        clicked
    }
}

/// A line of the list; the typed words in it are bold.
fn entry(
    ui: &mut Ui,
    theme: &Theme,
    words: &str,
    beside: &str,
    typed: &Finder,
    here: bool,
) -> egui::Response {
    let wanted = Vec2::new(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK);
    response.widget_info(|| {
        let said = format!("{words} {beside}");
        WidgetInfo::selected(egui::accesskit::Role::Button, true, here, said.trim())
    });
    if here || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.accent_soft);
    }
    let font = theme::regular(size::SMALL);
    let right = ui.painter().layout_no_wrap(beside.to_owned(), font, theme.muted);
    let room = rect.width() - 48.0 - right.size().x;
    let plain = TextFormat::simple(theme::regular(size::BODY), theme.text);
    let strong = TextFormat::simple(theme::bold(size::BODY), theme.accent);
    let mut job = LayoutJob::default();
    let mut from = 0;
    for place in typed.places(words) {
        job.append(&words[from..place.start], 0.0, plain.clone());
        job.append(&words[place.clone()], 0.0, strong.clone());
        from = place.end;
    }
    job.append(&words[from..], 0.0, plain);
    job.wrap.max_width = room.max(60.0);
    job.wrap.max_rows = 1;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = egui::pos2(rect.left() + 16.0, middle(galley.size().y));
    ui.painter().galley(at, galley, theme.text);
    let at = egui::pos2(rect.right() - 16.0 - right.size().x, middle(right.size().y));
    ui.painter().galley(at, right, theme.muted);
    response
}

/// What is found by what is typed; with nothing typed the commands that were run last.
fn found(typed: &str, looked: &Looked<'_>) -> Vec<Group> {
    let each: Vec<Finder> =
        typed.split_whitespace().map(|word| Finder::new(word, false, false, false)).collect();
    let whole = Finder::new(typed, false, false, false);
    let matches = |text: &str| each.iter().all(|word| !word.places(text).is_empty());
    // What says the words as they were typed comes before what says each of them somewhere.
    let rank = |text: &str| match whole.places(text).first() {
        Some(place) if place.start == 0 => 0,
        Some(_) => 1,
        None => 2,
    };
    let command = |command: Command| Entry {
        words: command.label().to_owned(),
        beside: String::new(),
        does: Does::Run(command),
        not: match looked.open {
            None if command.acts_on_plan() => words::NEEDS_PLAN,
            _ => "",
        },
    };
    if each.is_empty() {
        let last = looked.last.iter().take(LAST).map(|one| command(*one)).collect();
        return vec![Group { title: words::LAST, entries: last, more: 0 }];
    }
    let group = |title, entries: Vec<Entry>| {
        let mut entries: Vec<(u8, Entry)> = entries
            .into_iter()
            .filter(|one| matches(&one.words))
            .map(|one| (rank(&one.words), one))
            .collect();
        order::by_key(&mut entries, |(rank, _)| *rank);
        let more = entries.len().saturating_sub(SHOWN);
        let entries = entries.into_iter().take(SHOWN).map(|(_, one)| one).collect();
        Group { title, entries, more }
    };
    let entry = |words: String, beside: String, does: Does| Entry { words, beside, does, not: "" };
    let mut commands: Vec<Entry> = Command::ALL.into_iter().map(command).collect();
    if looked.open.is_some() {
        commands.extend(
            Stage::ALL.into_iter().map(|stage| {
                entry(words::to_stage(stage.label()), String::new(), Does::Show(stage))
            }),
        );
    }
    let mut groups = vec![group(words::COMMANDS, commands)];
    if let Some((dossier, plan)) = looked.open {
        let go = |at: Spot| Does::Go(Place { plan: plan.id, at });
        let items = plan.items().map(|item| {
            let texts = [&item.content, &item.criterion_text, &item.actions];
            let text = texts.into_iter().find(|text| !text.trim().is_empty());
            let text = text.map(|text| text.lines().collect::<Vec<_>>().join(" "));
            let beside = messages::table::criteria_name(&item.criteria);
            entry(text.unwrap_or_default(), beside, go(Spot::Row(item.id, None)))
        });
        groups.push(group(words::ITEMS, items.collect()));
        let parts = plan.parts.iter().map(|part| {
            let heading = part.read(crate::plan::Field::Heading).unwrap_or_default();
            entry(heading.into_owned(), String::new(), go(Spot::Part(part.id)))
        });
        groups.push(group(words::PARTS, parts.collect()));
        let others = dossier.plans.iter().filter(|other| other.id != plan.id);
        let others = others
            .map(|other| entry(window::plan_title(other), String::new(), Does::Plan(other.id)));
        groups.push(group(words::PLANS, others.collect()));
    }
    groups.push(group(help::FOUND, help_entries()));
    let files = looked.files.iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        entry(name, folder, Does::Open(path.clone()))
    });
    groups.push(group(words::FILES, files.collect()));
    groups
}

/// What the help explains, and the keys that no command has.
fn help_entries() -> Vec<Entry> {
    let stages = [None].into_iter().chain(Stage::ALL.into_iter().map(Some));
    let explained = stages.flat_map(|stage| {
        let place = stage.map_or("", Stage::label);
        let page = Does::Help(HelpPage::Of(stage));
        topics(stage).iter().map(move |topic| (topic.title, place, page.clone()))
    });
    let keys = help::KEYS.iter().flat_map(|(_, keys)| keys.iter());
    let keys = keys.map(|(what, keys)| (*what, *keys, Does::Help(HelpPage::Keys)));
    let entry = |(words, beside, does): (&str, &str, Does)| Entry {
        words: words.to_owned(),
        beside: beside.to_owned(),
        does,
        not: "",
    };
    explained.chain(keys).map(entry).collect()
}

//! F1: help on the screen one is on, and all keys.

use egui::{RichText, Ui};

use crate::messages::help::{self as words, Topic};
use crate::messages::{tour, window};
use crate::ui::Command;
use crate::ui::request::{HelpPage, Requests, Stage};
use crate::ui::shell;
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::segmented;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::{body, small};

use super::Wish;

/// Room for what keys do, logical pixels.
const WHAT: f32 = 400.0;

/// What is shown.
pub struct Help {
    stage: Option<Stage>,
    keys: bool,
}

impl Help {
    /// With a page; `here` is the stage that is shown.
    #[must_use]
    pub fn new(page: HelpPage, here: Option<Stage>) -> Self {
        match page {
            HelpPage::Here => Self { stage: here, keys: false },
            HelpPage::Of(stage) => Self { stage, keys: false },
            HelpPage::Keys => Self { stage: here, keys: true },
        }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE,
            width: 760.0,
            primary: "",
            ready: true,
            danger: false,
            cancel: window::CLOSE,
        };
        let mut tour = false;
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            if let Some(page) = segmented(ui, &words::PAGES, usize::from(self.keys)) {
                self.keys = page == 1;
            }
            if self.keys {
                keys(ui);
            } else {
                let name = self.stage.map_or(words::TITLE, Stage::label);
                heading(ui, name);
                for topic in topics(self.stage) {
                    explain(ui, topic);
                }
            }
            ui.add_space(4.0);
            small(ui, words::SEARCH);
            tour = self.stage.is_some() && button(ui, Kind::Secondary, tour::AGAIN).clicked();
        });
        if tour {
            requests.run(Command::Tour);
            return Wish::Close;
        }
        if closed == Closed::No { Wish::Stay } else { Wish::Close }
    }
}

/// What is explained on a stage; without one, before a file is open.
pub fn topics(stage: Option<Stage>) -> &'static [Topic] {
    let all = [
        (Stage::Evaluation, words::EVALUATION),
        (Stage::Info, words::INFO),
        (Stage::Content, words::CONTENT),
        (Stage::Table, words::TABLE),
        (Stage::Timeline, words::TIMELINE),
        (Stage::Follow, words::FOLLOW),
        (Stage::Review, words::REVIEW),
        (Stage::Findings, words::FINDINGS),
        (Stage::Print, words::PRINT),
        (Stage::ThreeYears, words::THREE_YEARS),
    ];
    let of = all.into_iter().find(|(of, _)| stage == Some(*of));
    of.map_or(words::START, |(_, topics)| topics)
}

fn explain(ui: &mut Ui, topic: &Topic) {
    let theme = theme::of(ui);
    ui.add_space(2.0);
    ui.label(RichText::new(topic.title).font(theme::bold(size::BODY)).color(theme.text));
    body(ui, topic.text);
    if !topic.source.is_empty() {
        small(ui, topic.source);
    }
}

/// All keys: of the commands, of the stages, and what else there is.
fn keys(ui: &mut Ui) {
    ui.spacing_mut().interact_size.y = 0.0;
    ui.spacing_mut().item_spacing.y = 4.0;
    heading(ui, words::COMMANDS);
    for command in Command::ALL {
        let keys = shell::key(ui, command);
        if !keys.is_empty() {
            line(ui, command.label(), &keys);
        }
    }
    heading(ui, words::STAGES);
    for stage in Stage::ALL {
        line(ui, stage.label(), &ui.format_shortcut(&stage.shortcut()));
    }
    for (what, keys) in words::BESIDE {
        line(ui, what, keys);
    }
    for (title, keys) in words::KEYS {
        heading(ui, title);
        for (what, keys) in *keys {
            line(ui, what, keys);
        }
    }
}

fn heading(ui: &mut Ui, title: &str) {
    let theme = theme::of(ui);
    ui.add_space(6.0);
    ui.label(RichText::new(title).font(theme::bold(size::CARD)).color(theme.accent));
}

fn line(ui: &mut Ui, what: &str, keys: &str) {
    let theme = theme::of(ui);
    ui.horizontal(|ui| {
        let before = ui.cursor().left();
        body(ui, what);
        ui.add_space((before + WHAT - ui.cursor().left()).max(8.0));
        ui.label(RichText::new(keys).font(theme::bold(size::TABLE)).color(theme.text));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_has_help_of_its_own() {
        for stage in Stage::ALL {
            assert!(topics(Some(stage)) != words::START, "{stage:?}");
        }
    }
}

//! For whom a sheet is sent round: everyone, a working group, or a person.

use crate::document::Whom;
use crate::messages::{collect as words, window};
use crate::plan::{Dossier, Plan};
use crate::session::PaperKind;
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::{select, show::body, small};

use super::Wish;

/// Those it can be for, and which is chosen.
pub struct Collect {
    all: Vec<Whom>,
    names: Vec<String>,
    chosen: usize,
}

impl Collect {
    /// Proposes everyone.
    #[must_use]
    pub fn new(dossier: &Dossier, plan: &Plan) -> Self {
        let groups = plan.working_groups.iter().filter(|group| !group.label.trim().is_empty());
        let all: Vec<Whom> = std::iter::once(Whom::Everyone)
            .chain(groups.map(|group| Whom::Group(group.id)))
            .chain(Whom::people(dossier, plan).into_iter().map(Whom::Person))
            .collect();
        let name = |whom: &Whom| match whom {
            Whom::Everyone => words::EVERYONE.to_owned(),
            _ => whom.name(plan),
        };
        let names = all.iter().map(name).collect();
        Self { all, names, chosen: 0 }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE,
            width: 560.0,
            primary: words::DONE,
            ready: true,
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            body(ui, words::ABOUT);
            let picked = select(ui, "whom", words::WHOM, None, &self.names, Some(self.chosen));
            self.chosen = picked.unwrap_or(self.chosen);
            small(ui, if self.chosen == 0 { words::ALL_OPEN } else { words::OWN_OPEN });
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                let whom = self.all.get(self.chosen).cloned().unwrap_or_default();
                requests.push(Request::Export(PaperKind::Collect(whom)));
                Wish::Close
            }
        }
    }
}

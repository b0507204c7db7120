//! The paper of the plan shown as the views see it: what was made of it, and the pictures of
//! its pages on the graphics card.
//!
//! Invariant: the pictures are of the very bytes that are exported and printed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::export::{
    ExportError, collection_file_name, draft_file_name, excel_file_name, file_name,
    sheet_file_name, word_file_name,
};
use crate::layout::Hit;
use crate::messages;
use crate::plan::{Dossier, Form, Plan};
use crate::session::{Drawn, Edition, Fitted, Found, Job, PaperKind, PaperOrder, Ticket};

pub use crate::session::{Made, Picture};

/// How many pictures are kept beside those on the screen.
const KEPT: usize = 24;

/// Why there is no paper.
#[derive(Clone, Debug, PartialEq)]
pub enum NoPaper {
    /// It cannot be made.
    Export(ExportError),
    /// The making of it stopped where it should not have.
    Stopped,
}

/// The name proposed for a file; `present`: the words of today of what was given out.
#[must_use]
pub fn name_of(kind: &PaperKind, plan: &Plan, present: bool) -> String {
    let draft = plan.options.draft_mark || present && plan.issued.is_some();
    match kind {
        PaperKind::Pdf if plan.issued.is_some() && !present => file_name(plan),
        PaperKind::Pdf | PaperKind::Word if draft => draft_file_name(plan, kind.extension()),
        PaperKind::Pdf => file_name(plan),
        PaperKind::Word => word_file_name(plan),
        PaperKind::Excel => excel_file_name(plan),
        PaperKind::Collect(whom) => collection_file_name(plan, &whom.name(plan)),
        PaperKind::Handout(sheet, _) => {
            sheet_file_name(sheet.name(), plan, sheet.whom(), kind.extension())
        }
        PaperKind::Calendar => {
            sheet_file_name(messages::print::CALENDAR_FILE, plan, "", kind.extension())
        }
    }
}

/// The paper as views read it.
#[derive(Default)]
pub struct Paper {
    made: Option<Made>,
    failed: Option<(Edition, NoPaper)>,
    textures: BTreeMap<Picture, egui::TextureHandle>,
    wanted: Vec<Picture>,
    making: Option<(Ticket, Edition)>,
    drawing: Option<Ticket>,
    /// Pictures whose drawing stopped; they are not tried again until there is another paper.
    given_up: Vec<Picture>,
    finding: Option<(Ticket, Edition, String)>,
    found: Option<Found>,
    fitting: Option<Ticket>,
    fitted: Option<Fitted>,
}

impl Paper {
    /// What was made last, be it of an older revision.
    #[must_use]
    pub fn made(&self) -> Option<&Made> {
        self.made.as_ref()
    }

    /// Why the newest could not be made.
    #[must_use]
    pub fn failed(&self) -> Option<&NoPaper> {
        self.failed.as_ref().map(|(_, error)| error)
    }

    /// The picture of a page, in the width wanted or another one.
    #[must_use]
    pub fn texture(&self, picture: Picture) -> Option<&egui::TextureHandle> {
        self.textures.get(&picture).or_else(|| {
            let any = Picture { width: 0, ..picture }..Picture { page: picture.page + 1, width: 0 };
            self.textures.range(any).next_back().map(|(_, texture)| texture)
        })
    }

    /// Where these words stand in the paper shown; none while they are looked for.
    #[must_use]
    pub fn found(&self, sought: &str) -> Option<&[Hit]> {
        let made = self.made.as_ref()?.edition;
        let found = self.found.as_ref();
        let found = found.filter(|found| found.sought == sought && found.edition == made)?;
        Some(&found.hits)
    }

    /// Whether these words still have to be looked for.
    #[must_use]
    pub fn wants_to_find(&self, sought: &str) -> bool {
        let Some(made) = &self.made else { return false };
        let begun = self.finding.as_ref();
        let begun = begun.is_some_and(|(_, of, words)| *of == made.edition && words == sought);
        !begun && self.found(sought).is_none()
    }

    /// Words are looked for; what was looked for before is dropped.
    pub fn begin_find(&mut self, ticket: Ticket, edition: Edition, sought: String) {
        self.finding = Some((ticket, edition, sought));
    }

    /// They were looked for.
    pub fn take_found(&mut self, ticket: Ticket, found: Found) {
        if self.finding.take_if(|(ours, ..)| *ours == ticket).is_some() {
            self.found = Some(found);
        }
    }

    /// Whether a look is looked for at which there are fewer pages.
    #[must_use]
    pub fn fitting(&self) -> bool {
        self.fitting.is_some()
    }

    /// What was found last of that.
    #[must_use]
    pub fn fitted(&self) -> Option<&Fitted> {
        self.fitted.as_ref()
    }

    /// A look is looked for; what was looked for before is dropped.
    pub fn begin_fit(&mut self, ticket: Ticket) {
        self.fitting = Some(ticket);
        self.fitted = None;
    }

    /// One was found, or that there is none.
    pub fn take_fitted(&mut self, ticket: Ticket, found: Result<Fitted, ExportError>) {
        if self.fitting.take_if(|ours| *ours == ticket).is_some() {
            // Why it cannot be made is said where the paper should be.
            self.fitted = found.ok();
        }
    }

    /// Says which pictures are on the screen.
    pub fn want(&mut self, pictures: Vec<Picture>) {
        self.wanted = pictures;
    }

    /// The job that has to be done next, if any, and its ticket.
    pub fn go_on(
        &mut self,
        dossier: &Arc<Dossier>,
        plan: &Arc<Plan>,
        form: &Arc<Form>,
        (revision, present): (u64, bool),
        ticket: impl FnOnce() -> Ticket,
    ) -> Option<(Ticket, Job)> {
        let edition = Edition { plan: plan.id, revision, present };
        let known = self.made.as_ref().is_some_and(|made| made.edition == edition)
            || self.failed.as_ref().is_some_and(|(failed, _)| *failed == edition);
        if !known {
            if self.making.is_some() {
                return None;
            }
            let order = PaperOrder {
                dossier: Arc::clone(dossier),
                plan: Arc::clone(plan),
                form: Arc::clone(form),
                edition,
                wanted: self.wanted.clone(),
            };
            let ticket = ticket();
            self.making = Some((ticket, edition));
            return Some((ticket, Job::Paper(Box::new(order))));
        }
        let missing: Vec<Picture> = self
            .wanted
            .iter()
            .filter(|picture| !self.textures.contains_key(picture))
            .filter(|picture| !self.given_up.contains(picture))
            .copied()
            .take(4)
            .collect();
        let made = self.made.as_ref()?;
        if self.drawing.is_some() || missing.is_empty() {
            return None;
        }
        let ticket = ticket();
        self.drawing = Some(ticket);
        Some((ticket, Job::Draw(Arc::clone(&made.preview), missing)))
    }

    /// A paper was made, or could not be; one that nobody waits for is dropped.
    pub fn take_made(
        &mut self,
        ctx: &egui::Context,
        ticket: Ticket,
        made: Result<Made, ExportError>,
        drawn: Drawn,
    ) {
        let Some((_, edition)) = self.making.take_if(|(ours, _)| *ours == ticket) else { return };
        match made {
            Ok(made) => {
                // The pictures of the older paper stay until those of the new one are there.
                self.textures.retain(|picture, _| {
                    drawn.iter().all(|(drawn, _)| drawn.page != picture.page) && drawn.is_empty()
                });
                self.made = Some(made);
                self.failed = None;
                self.given_up.clear();
            }
            Err(error) => self.failed = Some((edition, NoPaper::Export(error))),
        }
        self.show(ctx, drawn);
    }

    /// Pages were drawn.
    pub fn take_drawn(&mut self, ctx: &egui::Context, ticket: Ticket, drawn: Drawn) {
        if self.drawing.take_if(|ours| *ours == ticket).is_some() {
            self.show(ctx, drawn);
        }
    }

    /// A job stopped where it should not have; gives whether it was one of these.
    pub fn stopped(&mut self, ticket: Ticket) -> bool {
        if let Some((_, edition)) = self.making.take_if(|(ours, _)| *ours == ticket) {
            self.failed = Some((edition, NoPaper::Stopped));
            return true;
        }
        // What was looked for stays begun: it would stop again.
        let finding = self.finding.as_ref().is_some_and(|(ours, ..)| *ours == ticket);
        if finding || self.fitting.take_if(|ours| *ours == ticket).is_some() {
            return true;
        }
        let drawing = self.drawing.take_if(|ours| *ours == ticket).is_some();
        if drawing {
            let missing = self.wanted.iter().filter(|want| !self.textures.contains_key(want));
            self.given_up.extend(missing.copied());
        }
        drawing
    }

    fn show(&mut self, ctx: &egui::Context, drawn: Drawn) {
        for (picture, pixels) in drawn {
            let size = [pixels.width as usize, pixels.height as usize];
            let image = egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
            let name = format!("page {} at {}", picture.page, picture.width);
            let texture = ctx.load_texture(name, image, egui::TextureOptions::LINEAR);
            self.textures.insert(picture, texture);
        }
        if self.textures.len() > KEPT + self.wanted.len() {
            self.textures.retain(|picture, _| self.wanted.contains(picture));
        }
    }
}

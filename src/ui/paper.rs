//! The paper of the plan shown: its PDF, made off the UI thread, and pictures of its pages.
//!
//! Invariant: the pictures are of the very bytes that are exported and printed.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::export::{self, ExportError, Pixmap};
use crate::layout::{self, Faces};
use crate::plan::{Dossier, Form, Id, Plan};

use super::outside::{Job, Outside, Ticket};

/// How many pictures are kept beside those on the screen.
const KEPT: usize = 24;

/// Which paper: of which plan, at which revision of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edition {
    plan: Id,
    revision: u64,
}

/// A picture of a page: page from 0, width in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Picture {
    /// Page, from 0.
    pub page: usize,
    /// Width, pixels.
    pub width: u32,
}

/// What was made of a plan.
pub struct Made {
    /// The PDF.
    pub bytes: Arc<Vec<u8>>,
    /// Width and height of its pages, pt.
    pub sizes: Vec<(f32, f32)>,
    /// What a person should know of it.
    pub problems: Vec<layout::Problem>,
    preview: Arc<export::Preview>,
    edition: Edition,
}

/// The paper as views read it.
#[derive(Default)]
pub struct Paper {
    faces: Option<Arc<Faces>>,
    made: Option<Made>,
    failed: Option<(Edition, ExportError)>,
    textures: BTreeMap<Picture, egui::TextureHandle>,
    wanted: Vec<Picture>,
    making: Option<(Ticket, Edition)>,
    drawing: Option<Ticket>,
}

/// What a job brings back.
struct Brought {
    made: Option<Result<Made, ExportError>>,
    drawn: Vec<(Picture, Pixmap)>,
}

impl Paper {
    /// With the faces of the paper.
    #[must_use]
    pub fn new(faces: Arc<Faces>) -> Self {
        Self { faces: Some(faces), ..Self::default() }
    }

    /// What was made last, be it of an older revision.
    #[must_use]
    pub fn made(&self) -> Option<&Made> {
        self.made.as_ref()
    }

    /// Why the newest could not be made.
    #[must_use]
    pub fn failed(&self) -> Option<&ExportError> {
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

    /// Says which pictures are on the screen.
    pub fn want(&mut self, pictures: Vec<Picture>) {
        self.wanted = pictures;
    }

    /// Begins what has to be made next, if anything.
    pub fn go_on(
        &mut self,
        dossier: &Arc<Dossier>,
        plan: &Arc<Plan>,
        form: &Form,
        revision: u64,
        outside: &mut dyn Outside,
        ticket: impl FnOnce() -> Ticket,
    ) {
        let edition = Edition { plan: plan.id, revision };
        let known = self.made.as_ref().is_some_and(|made| made.edition == edition)
            || self.failed.as_ref().is_some_and(|(failed, _)| *failed == edition);
        if !known {
            if self.making.is_none()
                && let Some(faces) = &self.faces
            {
                let ticket = ticket();
                self.making = Some((ticket, edition));
                let job = make(dossier, plan, form, edition, faces, self.wanted.clone());
                outside.run(ticket, job);
            }
            return;
        }
        let missing: Vec<Picture> = self
            .wanted
            .iter()
            .filter(|picture| !self.textures.contains_key(picture))
            .copied()
            .take(4)
            .collect();
        if let Some(made) = &self.made
            && self.drawing.is_none()
            && !missing.is_empty()
        {
            let preview = Arc::clone(&made.preview);
            let ticket = ticket();
            self.drawing = Some(ticket);
            outside.run(
                ticket,
                Box::new(move || Box::new(Brought { made: None, drawn: draw(&preview, &missing) })),
            );
        }
    }

    /// Takes what a job of ours brought; gives back what is somebody else's.
    ///
    /// # Errors
    /// The answer itself, when the ticket is not ours.
    pub fn take(
        &mut self,
        ctx: &egui::Context,
        ticket: Ticket,
        answer: Box<dyn Any + Send>,
    ) -> Result<(), Box<dyn Any + Send>> {
        let making = self.making.filter(|(ours, _)| *ours == ticket);
        if making.is_none() && self.drawing != Some(ticket) {
            return Err(answer);
        }
        let brought = answer.downcast::<Brought>()?;
        match (making, brought.made) {
            (Some(_), Some(Ok(made))) => {
                // The pictures of the older paper stay until those of the new one are there.
                self.textures.retain(|picture, _| {
                    brought.drawn.iter().all(|(drawn, _)| drawn.page != picture.page)
                        && brought.drawn.is_empty()
                });
                self.made = Some(made);
                self.failed = None;
            }
            (Some((_, edition)), Some(Err(error))) => self.failed = Some((edition, error)),
            _ => {}
        }
        if making.is_some() {
            self.making = None;
        } else {
            self.drawing = None;
        }
        for (picture, pixels) in brought.drawn {
            let size = [pixels.width as usize, pixels.height as usize];
            let image = egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
            let name = format!("page {} at {}", picture.page, picture.width);
            let texture = ctx.load_texture(name, image, egui::TextureOptions::LINEAR);
            self.textures.insert(picture, texture);
        }
        if self.textures.len() > KEPT + self.wanted.len() {
            self.textures.retain(|picture, _| self.wanted.contains(picture));
        }
        Ok(())
    }
}

/// The PDF of a plan.
///
/// # Errors
/// As [`export::pdf`].
pub fn pdf_of(
    document: &crate::document::Document,
    faces: &Faces,
) -> Result<(Vec<u8>, Vec<layout::Problem>), ExportError> {
    let pages = layout::lay_out(document, faces);
    let bytes = export::pdf(&pages, faces)?;
    Ok((bytes, pages.problems))
}

fn make(
    dossier: &Arc<Dossier>,
    plan: &Arc<Plan>,
    form: &Form,
    edition: Edition,
    faces: &Arc<Faces>,
    wanted: Vec<Picture>,
) -> Job {
    let (dossier, plan) = (Arc::clone(dossier), Arc::clone(plan));
    let (form, faces) = (form.clone(), Arc::clone(faces));
    Box::new(move || {
        let document = crate::document::plan_document(&dossier, &plan, &form);
        let made = pdf_of(&document, &faces).and_then(|(bytes, problems)| {
            let bytes = Arc::new(bytes);
            let preview = Arc::new(export::Preview::open(Arc::clone(&bytes))?);
            let sizes = (0..preview.page_count())
                .map(|page| preview.page_size(page).unwrap_or((595.0, 842.0)))
                .collect();
            Ok(Made { bytes, sizes, problems, preview, edition })
        });
        let drawn = made.as_ref().map_or_else(|_| Vec::new(), |made| draw(&made.preview, &wanted));
        Box::new(Brought { made: Some(made), drawn })
    })
}

fn draw(preview: &export::Preview, wanted: &[Picture]) -> Vec<(Picture, Pixmap)> {
    let renderer = preview.renderer();
    let mut drawn = Vec::new();
    for picture in wanted {
        if let Some((width, _)) = preview.page_size(picture.page)
            && let Ok(pixels) = renderer.render(picture.page, picture.width as f32 / width)
        {
            drawn.push((*picture, pixels));
        }
    }
    drawn
}

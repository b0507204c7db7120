//! `caitien export`: a plan as PDF, Word or Excel file or pictures, its timeline, the sheet that is
//! sent round, the papers and sheets of its year, a dossier as JSON.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Failure, Format, PlanChoice, Source, What, choose, source, year};
use crate::document::{
    Book, Whom, collection_book, deadlines, document_book, plan_book, timeline_document,
};
use crate::export::{self, Preview};
use crate::layout::lay_out;
use crate::plan::{Dossier, Plan};
use crate::platform::{self, Written};
use crate::session::word_text;
use crate::year::frozen;

/// Pixels an inch of exported pictures: sharp on a screen, small enough to send.
const DPI: f32 = 150.0;

/// Writes the file that is asked for, whole or not at all.
pub fn export(
    source: &Source,
    choice: Option<PlanChoice>,
    (what, whom, review): (What, Option<&str>, Option<usize>),
    to: &Path,
    format: Format,
) -> Result<(), Failure> {
    if let Source::File(file) = source
        && platform::same_file(file, to)
    {
        return Err(Failure::SameFile(to.to_owned()));
    }
    let dossier = source::dossier(source)?;
    match format {
        Format::Json => {
            let bytes = match choice {
                None => export::json(&dossier)?,
                Some(_) => export::json_of_plan(&dossier, choose::one_plan(&dossier, choice)?)?,
            };
            platform::atomic_write(to, &bytes)?;
        }
        Format::Pdf => {
            let plan = choose::one_plan(&dossier, choice)?;
            let bytes = paper(&dossier, plan, what, (review, whom))?;
            platform::atomic_write(to, &bytes)?;
        }
        Format::Docx => {
            let plan = choose::one_plan(&dossier, choice)?;
            let document = match what {
                what if what.is_of_year() => year::document(&dossier, plan, what, (review, whom))?,
                What::Timeline => timeline_document(&dossier, plan),
                _ => {
                    let mut plan = Plan::clone(plan);
                    plan.options.timeline_appendix |= what == What::WithTimeline;
                    word_text(&dossier, &plan, source::form_of(&dossier, &plan)?)
                }
            };
            let bytes = export::docx(&document, &lay_out(&document, source::faces()?))?;
            platform::atomic_write(to, &bytes)?;
        }
        Format::Xlsx => {
            let plan = choose::one_plan(&dossier, choice)?;
            let book = match what {
                what if what.is_of_year() => {
                    document_book(&year::document(&dossier, plan, what, (review, whom))?)
                }
                _ => book(&dossier, plan, what, whom)?,
            };
            platform::atomic_write(to, &export::xlsx(&book, source::faces()?)?)?;
        }
        Format::Ics => {
            let plan = choose::one_plan(&dossier, choice)?;
            let title = plan.subject.join(" ");
            let all = deadlines(&dossier, plan);
            platform::atomic_write(to, &export::ics(&title, plan.school_year.plan_start(), &all))?;
        }
        Format::Png => {
            let plan = choose::one_plan(&dossier, choice)?;
            let written = pictures(paper(&dossier, plan, what, (review, whom))?, to)?;
            // One picture has the name that was asked for.
            if written.len() > 1 {
                let names = written.iter().map(|path| format!("{}\n", path.display()));
                super::answer(&names.collect::<String>())?;
            }
        }
    }
    Ok(())
}

/// What was given out is given as it was, byte by byte.
fn paper(
    dossier: &Dossier,
    plan: &Plan,
    what: What,
    of: (Option<usize>, Option<&str>),
) -> Result<Vec<u8>, Failure> {
    let issued = match what {
        What::Plan => plan.issued_pdf(),
        _ => year::written(dossier, plan, what, of.0)
            .filter(|paper| what != What::ReportWithChart || was_drawn(paper))
            .and_then(Plan::issued_pdf),
    };
    if let Some(pdf) = issued {
        return Ok(pdf.as_slice().to_vec());
    }
    let faces = source::faces()?;
    Ok(match what {
        what if what.is_of_year() => {
            let document = year::document(dossier, plan, what, of)?;
            export::pdf(&lay_out(&document, faces), faces)?
        }
        What::Timeline => export::timeline_pdf(dossier, plan, faces)?,
        What::WithTimeline => {
            // Of a plan that was given out, the appendix follows what was given out.
            let body = frozen::issued(plan);
            let body = body.as_ref().and_then(|body| Some((body, body.plans.first()?.as_ref())));
            let (dossier, plan) = body.unwrap_or((dossier, plan));
            let mut plan = plan.clone();
            plan.options.timeline_appendix = true;
            export::plan_pdf(dossier, &plan, source::form_of(dossier, &plan)?, faces)?
        }
        // A collection sheet is an Excel file, a calendar one of its own: they never come here.
        _ => export::plan_pdf(dossier, plan, source::form_of(dossier, plan)?, faces)?,
    })
}

/// Whether what was given out of a paper has its drawing.
fn was_drawn(paper: &Plan) -> bool {
    frozen::issued(paper)
        .is_some_and(|body| body.plans.iter().all(|paper| paper.options.timeline_appendix))
}

fn book(dossier: &Dossier, plan: &Plan, what: What, whom: Option<&str>) -> Result<Book, Failure> {
    let form = source::form_of(dossier, plan)?;
    if what != What::Collect {
        return Ok(plan_book(dossier, plan, form));
    }
    let whom = match whom {
        None => Whom::Everyone,
        Some(name) => Whom::named(name, dossier, plan)
            .ok_or_else(|| Failure::NobodyOfThisName(name.to_owned()))?,
    };
    Ok(collection_book(dossier, plan, form, &whom))
}

/// One picture a page, all or none; a single page keeps the name that was asked for. Gives the
/// files that were written.
fn pictures(pdf: Vec<u8>, to: &Path) -> Result<Vec<PathBuf>, Failure> {
    let preview = Preview::open(Arc::new(pdf))?;
    let renderer = preview.renderer();
    let pages = preview.page_count();
    let names: Vec<PathBuf> = (0..pages).map(|page| picture_name(to, page, pages)).collect();
    let mut written = Vec::new();
    for (page, name) in names.iter().enumerate() {
        let bytes = export::png_page(&renderer, page, DPI)?;
        written.push(Written::beside(name, &bytes)?);
    }
    for picture in written {
        picture.finish()?;
    }
    Ok(names)
}

/// OUT-01.png, OUT-02.png; with a hundred pages or more, as many digits as the last needs.
fn picture_name(to: &Path, page: usize, pages: usize) -> PathBuf {
    if pages <= 1 {
        return to.to_owned();
    }
    let digits = pages.to_string().len().max(2);
    let mut name = to.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{:0digits$}.", page + 1));
    name.push(to.extension().unwrap_or_default());
    to.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(to: &str, page: usize, pages: usize, expect: &str) {
        assert_eq!(picture_name(Path::new(to), page, pages), Path::new(expect));
    }

    #[test]
    fn pictures_of_several_pages_are_numbered() {
        check("a/b.png", 0, 1, "a/b.png");
        check("a/b.png", 0, 2, "a/b-01.png");
        check("a/b.c.PNG", 11, 12, "a/b.c-12.PNG");
        check("b.png", 6, 120, "b-007.png");
    }
}

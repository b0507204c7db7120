//! The look at which a plan takes no more than so many pages, found as a job: each try lays the
//! whole plan out.

use std::sync::Arc;

use crate::document::plan_document;
use crate::export::ExportError;
use crate::layout;
use crate::library;
use crate::plan::{Dossier, Form, PageLook, Plan};

use super::paper::Edition;

/// All that the search reads.
pub struct FitOrder {
    /// The dossier.
    pub dossier: Arc<Dossier>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// Its form.
    pub form: Arc<Form>,
    /// Of which paper.
    pub edition: Edition,
    /// So many pages it shall take at most, its appendix not counted.
    pub pages: usize,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// Of which paper.
    pub edition: Edition,
    /// So many pages it shall take at most.
    pub pages: usize,
    /// How it does.
    pub fit: Fit,
}

/// How a plan takes no more than so many pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// With this look.
    With(PageLook),
    /// Not within what the decree allows: it takes so many at least.
    Not {
        /// How many.
        fewest: usize,
    },
}

impl FitOrder {
    /// Looks for it.
    pub(super) fn make(&self) -> Result<Fitted, ExportError> {
        let faces = library::faces().map_err(|error| ExportError::Font(error.face))?;
        let mut document = plan_document(&self.dossier, &self.plan, &self.form);
        let count = |look| {
            document.page = look;
            let pages = layout::lay_out(&document, faces);
            pages.appendix.unwrap_or(pages.pages.len())
        };
        let fit = fit(self.plan.options.page, self.pages, count);
        Ok(Fitted { edition: self.edition, pages: self.pages, fit })
    }
}

/// The first of the looks that are tighter and tighter at which so many pages are enough.
fn fit(look: PageLook, pages: usize, mut count: impl FnMut(PageLook) -> usize) -> Fit {
    let mut fewest = count(look);
    if fewest <= pages {
        return Fit::With(look);
    }
    for flight in look.tighter() {
        let Some(last) = flight.last() else { continue };
        fewest = fewest.min(count(*last));
        if fewest > pages {
            continue;
        }
        let enough = flight.partition_point(|look| count(*look) > pages);
        return Fit::With(*flight.get(enough).unwrap_or(last));
    }
    Fit::Not { fewest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Letters, LineSpacing};

    /// So many lines of running text, as pages.
    fn pages(lines: f32) -> impl Fn(PageLook) -> usize {
        move |look| {
            let line = f32::from(look.letters.get()) * f32::from(look.line_spacing.get());
            (lines * line / 600_000.0).ceil() as usize
        }
    }

    #[test]
    fn no_more_is_given_up_than_has_to_be() {
        let look = PageLook::default();
        let count = pages(160.0);
        assert_eq!(count(look), 5);
        let Fit::With(found) = fit(look, 4, &count) else { panic!("it fits") };
        assert_eq!(found.letters, look.letters, "closer lines are enough");
        assert!(found.line_spacing > LineSpacing::LEAST);
        assert_eq!(count(found), 4);
        let count = pages(190.0);
        let Fit::With(found) = fit(look, 5, &count) else { panic!("it fits") };
        assert_eq!(found.letters, Letters::MOST);
        assert_eq!(fit(look, 6, &count), Fit::With(look), "nothing has to change");
        assert_eq!(fit(look, 2, &count), Fit::Not { fewest: 5 });
    }

    #[test]
    fn letters_become_smaller_where_lines_cannot_come_closer() {
        let look = PageLook { line_spacing: LineSpacing::LEAST, ..PageLook::default() };
        let count = pages(180.0);
        assert_eq!(count(look), 5);
        let Fit::With(found) = fit(look, 4, &count) else { panic!("it fits") };
        assert_eq!(found, PageLook { letters: Letters::LEAST, ..look });
    }
}

//! What happens to a plan that is given out and followed: a line of the log, and what it tells.
//!
//! Invariant: each carries its time, and History goes back over none of them.

use std::sync::Arc;

use super::EditError;
use super::ids::Given;
use crate::plan::{Event, Frozen, Id, LogEntry, Plan, Review, Texts};

/// A line comes into the log, and what it tells becomes true.
pub(super) fn happened(
    plan: &mut Plan,
    entry: &LogEntry,
    copy: Option<&Arc<Frozen>>,
    given: &mut Given<'_>,
) -> Result<(), EditError> {
    given.take_all([entry.id])?;
    let out_of_turn = Err(EditError::OutOfTurn(entry.event));
    match (entry.event, copy) {
        (Event::Note, None) => {}
        (Event::Issued, Some(copy)) if plan.issued.is_none() => {
            plan.issued = Some(keep(plan, copy, given)?);
            plan.sent = false;
        }
        (Event::TakenBack, None) if plan.issued.is_some() && !plan.sent => plan.issued = None,
        (Event::Sent, None) if plan.issued.is_some() && !plan.sent => plan.sent = true,
        (Event::ReviewClosed, Some(copy)) => {
            if review(plan, entry.about).is_none_or(|review| review.closed.is_some()) {
                return out_of_turn;
            }
            let id = keep(plan, copy, given)?;
            if let Some(review) = review(plan, entry.about) {
                review.closed = Some(id);
            }
        }
        (Event::ReviewReopened, None) => match review(plan, entry.about) {
            Some(review) if review.closed.is_some() => review.closed = None,
            _ => return out_of_turn,
        },
        _ => return out_of_turn,
    }
    plan.log.push(entry.clone().nfc());
    Ok(())
}

fn keep(plan: &mut Plan, copy: &Arc<Frozen>, given: &mut Given<'_>) -> Result<Id, EditError> {
    given.take_all([copy.id])?;
    plan.frozen.push(Arc::clone(copy));
    Ok(copy.id)
}

fn review(plan: &mut Plan, id: Option<Id>) -> Option<&mut Review> {
    plan.reviews.iter_mut().find(|review| Some(review.id) == id)
}

//! The reviews of a plan's year: that the last one was held, and none before there was anything to
//! look back at.

use jiff::civil::Date;

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{Paper, Review, Spot};
use crate::understand::{Turn, turn_of};

/// So many days before the end of what it looks back at a review may be held.
const EARLY: i32 = 31;

pub(super) const YEAR_END: Rule = Rule {
    code: "year-end-without-review",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        let plan = subject.plan;
        let terms = subject.dossier.terms(plan.school_year);
        let at_end =
            |one: &&Review| one.closed.is_some() && turn_of(one, &terms) == Some(Turn::YearEnd);
        if plan.paper == Paper::Plan
            && plan.is_followed()
            && subject.given.today > terms.end
            && !plan.reviews.iter().any(|one| at_end(&one))
        {
            found.push(Spot::Table, FindingKind::YearEndWithoutReview { end: terms.end });
        }
    },
};

pub(super) const EARLY_REVIEW: Rule = Rule {
    code: "review-before-its-time",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        let plan = subject.plan;
        let terms = subject.dossier.terms(plan.school_year);
        for review in &plan.reviews {
            let Some(copy) = review.closed.and_then(|id| plan.frozen(id)) else { continue };
            let closed = copy.at.date();
            let held: Date = review.day.map_or(closed, |day| day.min(closed));
            let Some(end) = turn_of(review, &terms).map(|turn| turn.day(&terms)) else { continue };
            if (end - held).get_days() > EARLY {
                let when = review.when.trim().to_owned();
                found.push(Spot::Table, FindingKind::ReviewBeforeTime { when, held, end });
            }
        }
    },
};

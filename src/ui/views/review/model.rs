//! What a review shows: the plan as it is now, or as it was when the review was closed.

use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::plan::{Dossier, Id, Item, Plan, Review};
use crate::timeline::By;
use crate::ui::view::ViewCx;
use crate::year::follow::{Counts, Followed, Group, followed, grouped};
use crate::year::frozen::reviewed;

/// What is shown of a review.
pub struct Model {
    /// When it was closed.
    pub closed: Option<DateTime>,
    /// It was closed, and its copy gives no plan.
    pub unreadable: bool,
    /// The pieces of work, in the order of the plan.
    pub rows: Vec<Row>,
    /// How many of them stand where.
    pub counts: Counts,
    /// The same by standard.
    pub groups: Vec<Group>,
    /// How many are not as they were when it was closed.
    pub changed: usize,
}

/// One piece of work.
pub struct Row {
    /// How it stands.
    pub followed: Followed,
    /// Its texts.
    pub item: Arc<Item>,
    /// What the table or the sheet says of it now is something else.
    pub changed: bool,
}

impl Model {
    fn new(cx: &ViewCx<'_>, review: &Review) -> Self {
        let copy = review.closed.and_then(|id| cx.plan.frozen(id));
        let thawed = reviewed(cx.plan, review);
        let unreadable = review.closed.is_some() && thawed.is_none();
        let closed = copy.map(|copy| copy.at);
        match thawed {
            Some(body) => {
                let plan = Arc::clone(&body.plans[0]);
                let day = closed.map_or(cx.today, DateTime::date);
                Self { closed, ..Self::of(&body, &plan, day, Some(cx.plan)) }
            }
            None => Self { closed, unreadable, ..Self::of(cx.dossier, cx.plan, cx.today, None) },
        }
    }

    fn of(dossier: &Dossier, plan: &Plan, day: Date, now: Option<&Plan>) -> Self {
        let all = followed(dossier, plan, day);
        let groups = grouped(dossier, plan, &all, By::Standard);
        let counts = Counts::of(&all);
        let rows: Vec<Row> = all
            .into_iter()
            .filter_map(|followed| {
                let item = Arc::clone(plan.item(followed.item)?);
                let changed = now.is_some_and(|now| now.item(item.id) != Some(&item));
                Some(Row { followed, item, changed })
            })
            .collect();
        let new = now.map_or(0, |now| now.items().filter(|of| plan.item(of.id).is_none()).count());
        let changed = rows.iter().filter(|row| row.changed).count() + new;
        Self { closed: None, unreadable: false, rows, counts, groups, changed }
    }
}

/// Keeps it while nothing it depends on changes.
#[derive(Default)]
pub struct Cache {
    kept: Option<(Key, Rc<Model>)>,
}

/// Revision, plan, review and day.
type Key = (u64, Id, Id, Date);

impl Cache {
    /// The model of a review.
    pub fn model(&mut self, cx: &ViewCx<'_>, review: &Review) -> Rc<Model> {
        let key = (cx.revision, cx.plan.id, review.id, cx.today);
        if let Some((known, model)) = &self.kept
            && *known == key
        {
            return Rc::clone(model);
        }
        let model = Rc::new(Model::new(cx, review));
        self.kept = Some((key, Rc::clone(&model)));
        model
    }
}

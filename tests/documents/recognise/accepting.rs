//! What is done with a draft: a new plan, or the words of the plan that is open, in one step.

use std::sync::Arc;

use caitien::edit::{Edit, FreshIds, History, apply};
use caitien::library::{NARRATIVE, TABLE_2018};
use caitien::plan::{Dossier, Plan};

use super::draft;
use super::paper::paper;
use super::shapes::nine_columns;
use crate::document::{form, sample};

#[test]
fn a_draft_comes_in_as_a_plan_with_numbers_of_its_own() {
    let sample = sample();
    let draft = draft(&paper(nine_columns()));
    let mut fresh = FreshIds::from(sample.next_id);
    let after = apply(&sample, &draft.bring(&mut fresh)).unwrap();
    let plan = after.plans.last().unwrap();
    assert_eq!(after.plans.len(), sample.plans.len() + 1);
    assert!(plan.ids().all(|id| id >= sample.next_id));
    assert_eq!(plan.supervisors[0].group, Some(plan.working_groups[0].id));
    assert_eq!(after.catalogue_of(plan).unwrap().id, "tt18-2018-secondary");
    assert_eq!(draft.dossier().plans.len(), 1);
}

#[test]
fn a_draft_fills_the_open_plan_in_one_step_of_undo() {
    let sample = sample();
    let draft = draft(&paper(nine_columns()));
    for form_id in [TABLE_2018, NARRATIVE] {
        let old = sample.plans.iter().find(|plan| plan.form == form_id).unwrap();
        let mut fresh = FreshIds::from(sample.next_id);
        let own = Arc::new(form(&form_id));
        let edit = draft.fill(&sample, old.id, &own, &mut fresh).unwrap();
        assert!(matches!(edit, Edit::Batch(..)));
        let mut history = History::new(Arc::new(sample.clone()));
        history.edit(edit, None).unwrap();
        let plan: &Arc<Plan> = history.current().plan(old.id).unwrap();
        assert_eq!(plan.form, TABLE_2018);
        assert_eq!(plan.rows.len(), draft.plan.rows.len());
        assert_eq!(plan.parts.len(), draft.plan.parts.len());
        assert_eq!(plan.letterhead.school, draft.plan.letterhead.school);
        history.undo();
        let now: &Dossier = history.current();
        assert_eq!(now.plan(old.id), sample.plan(old.id));
    }
}

//! Which plan a command means.

use std::sync::Arc;

use super::{Failure, PlanChoice};
use crate::plan::{Dossier, Paper, Plan};

/// The plan that is named; without a name the newest.
///
/// # Errors
/// When there is none, or several of one year.
pub fn one_plan(dossier: &Dossier, choice: Option<PlanChoice>) -> Result<&Arc<Plan>, Failure> {
    match choice {
        None => dossier.newest_plan().ok_or(Failure::NoPlan),
        Some(PlanChoice::Id(id)) => dossier.plan(id).ok_or(Failure::NoPlanOfId(id)),
        Some(PlanChoice::Year(year)) => {
            // Papers about a plan are chosen by their number.
            let is_it = |plan: &&Arc<Plan>| plan.school_year == year && plan.paper == Paper::Plan;
            let of_year: Vec<&Arc<Plan>> = dossier.plans.iter().filter(is_it).collect();
            match of_year.as_slice() {
                [] => Err(Failure::NoPlanOfYear(year)),
                [plan] => Ok(plan),
                several => {
                    let list = several.iter().map(|plan| (plan.id, plan.label.clone())).collect();
                    Err(Failure::SeveralPlans(year, list))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Id, SchoolYear};

    fn dossier(plans: &[(u32, i16)]) -> Dossier {
        let plan = |&(id, year): &(u32, i16)| {
            Arc::new(Plan { id: Id(id), ..Plan::empty(SchoolYear::starting(year).unwrap()) })
        };
        Dossier { plans: plans.iter().map(plan).collect(), ..Dossier::default() }
    }

    #[track_caller]
    fn check(plans: &[(u32, i16)], choice: Option<PlanChoice>, expect: Option<u32>) {
        let dossier = dossier(plans);
        let chosen = one_plan(&dossier, choice).ok().map(|plan| plan.id.0);
        assert_eq!(chosen, expect);
    }

    #[test]
    fn a_plan_is_chosen_by_year_by_number_or_as_the_newest() {
        let year = |first| SchoolYear::starting(first).map(PlanChoice::Year);
        let plans = [(9, 2024), (4, 2026), (2, 2025), (5, 2025)];
        check(&plans, None, Some(4));
        check(&plans, year(2024), Some(9));
        check(&plans, Some(PlanChoice::Id(Id(5))), Some(5));
        check(&plans, year(2025), None);
        check(&plans, year(2023), None);
        check(&plans, Some(PlanChoice::Id(Id(1))), None);
        check(&[], None, None);
    }

    #[test]
    fn several_plans_of_a_year_are_all_named() {
        let dossier = dossier(&[(2, 2025), (5, 2025)]);
        let year = SchoolYear::starting(2025).map(PlanChoice::Year);
        let sentence = one_plan(&dossier, year).unwrap_err().sentence();
        assert!(sentence.contains("2025 - 2026") && sentence.contains("2, 5"), "{sentence}");
    }
}

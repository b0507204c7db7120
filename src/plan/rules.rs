//! What holds between the records of a dossier: numbers, references, and what is there once only.
//!
//! Who reads a dossier from elsewhere and who saves one ask here, so that no file is ever
//! written that could not be read again.

use std::collections::HashSet;

use super::{Catalogue, Dossier, Id, Plan};

/// The highest number that is given: room is left for a file of this many edits to go on.
pub const LAST_ID: Id = Id(u32::MAX / 2);

/// Where a rule does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// "plans[0].rows[3].problem", as in the JSON file.
    pub place: String,
    /// What is wrong there.
    pub rule: Rule,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// No number was given.
    NoId,
    /// A number that names something else already.
    RepeatedId(Id),
    /// A number too large to have a next one.
    IdTooLarge(Id),
    /// The next number is not above all that were given.
    NextIdTooSmall(Id),
    /// A number that names nothing.
    NoSuchId(Id),
    /// A catalogue's id, or a criterion's code, that stands there twice.
    RepeatedCode(String),
    /// More signature blocks than a document has room for.
    TooManySignatures,
    /// A text that must not be empty.
    Empty,
}

impl Dossier {
    /// Whether all rules hold.
    ///
    /// # Errors
    /// The first place where one does not.
    pub fn check_rules(&self) -> Result<(), Broken> {
        self.check_ids()?;
        self.check_references()?;
        self.check_catalogues()?;
        self.check_evaluations()?;
        self.check_forms()
    }

    /// Whether the numbers that were given can stand; some may not be given yet.
    ///
    /// # Errors
    /// The first place where one cannot.
    pub fn check_given_ids(&self) -> Result<(), Broken> {
        let mut seen = HashSet::new();
        for (index, id) in self.ids().enumerate().filter(|(_, id)| !id.is_none()) {
            let rule = if id > LAST_ID {
                Rule::IdTooLarge(id)
            } else if !seen.insert(id) {
                Rule::RepeatedId(id)
            } else {
                continue;
            };
            return Err(Broken { place: self.place_of(index), rule });
        }
        if self.next_id > LAST_ID.next() {
            return Err(broken("next_id", Rule::IdTooLarge(self.next_id)));
        }
        Ok(())
    }

    fn check_ids(&self) -> Result<(), Broken> {
        self.check_given_ids()?;
        if let Some(index) = self.ids().position(Id::is_none) {
            return Err(Broken { place: self.place_of(index), rule: Rule::NoId });
        }
        let next = self.next_id;
        if next.is_none() || self.ids().any(|id| id >= next) {
            return Err(broken("next_id", Rule::NextIdTooSmall(next)));
        }
        Ok(())
    }

    /// The place of the id that [`Self::ids`] gives at this index.
    fn place_of(&self, index: usize) -> String {
        let mut places = self.plans.iter().enumerate().flat_map(|(at, plan)| {
            plan.id_places().into_iter().map(move |place| format!("plans[{at}].{place}"))
        });
        places.nth(index).unwrap_or_default()
    }

    fn check_references(&self) -> Result<(), Broken> {
        for (index, plan) in self.plans.iter().enumerate() {
            let at = |place: &str, rule| Err(broken(format!("plans[{index}].{place}"), rule));
            if let Some(amended) = plan.amends
                && (amended == plan.id || self.plan(amended).is_none())
            {
                return at("amends", Rule::NoSuchId(amended));
            }
            if let Some(about) = plan.about
                && (about == plan.id || self.plan(about).is_none())
            {
                return at("about", Rule::NoSuchId(about));
            }
            if let Some(id) = plan.issued.filter(|id| plan.frozen(*id).is_none()) {
                return at("issued", Rule::NoSuchId(id));
            }
            for (one, review) in plan.reviews.iter().enumerate() {
                if let Some(id) = review.closed.filter(|id| plan.frozen(*id).is_none()) {
                    return at(&format!("reviews[{one}].closed"), Rule::NoSuchId(id));
                }
            }
            let problems: HashSet<Id> = plan.problems.iter().map(|problem| problem.id).collect();
            for (row, item) in plan.rows.iter().enumerate() {
                if let Some(id) = item.as_item().and_then(|item| item.problem)
                    && !problems.contains(&id)
                {
                    return at(&format!("rows[{row}].problem"), Rule::NoSuchId(id));
                }
            }
            for (one, supervisor) in plan.supervisors.iter().enumerate() {
                if let Some(id) = supervisor.group
                    && plan.working_groups.iter().all(|group| group.id != id)
                {
                    return at(&format!("supervisors[{one}].group"), Rule::NoSuchId(id));
                }
            }
            if plan.signatures.len() > 2 {
                return at("signatures", Rule::TooManySignatures);
            }
        }
        Ok(())
    }

    fn check_catalogues(&self) -> Result<(), Broken> {
        let mut seen = HashSet::new();
        for (index, catalogue) in self.catalogues.iter().enumerate() {
            let place = format!("catalogues[{index}]");
            if let Err(Broken { place: inside, rule }) = catalogue.check_rules() {
                return Err(broken(format!("{place}.{inside}"), rule));
            }
            if !seen.insert(&catalogue.id) {
                return Err(broken(
                    format!("{place}.id"),
                    Rule::RepeatedCode(catalogue.id.clone()),
                ));
            }
        }
        Ok(())
    }

    fn check_evaluations(&self) -> Result<(), Broken> {
        let mut years = HashSet::new();
        for (index, evaluation) in self.evaluations.iter().enumerate() {
            let place = format!("evaluations[{index}]");
            if !years.insert(evaluation.school_year) {
                let year = evaluation.school_year.to_string();
                return Err(broken(format!("{place}.school_year"), Rule::RepeatedCode(year)));
            }
            let mut codes = HashSet::new();
            for (at, rating) in evaluation.ratings.iter().enumerate() {
                let place = format!("{place}.ratings[{at}].code");
                if rating.code.is_empty() {
                    return Err(broken(place, Rule::Empty));
                }
                if !codes.insert(&rating.code) {
                    return Err(broken(place, Rule::RepeatedCode(rating.code.clone())));
                }
            }
        }
        Ok(())
    }

    fn check_forms(&self) -> Result<(), Broken> {
        let mut seen = HashSet::new();
        for (index, form) in self.forms.iter().enumerate() {
            let place = format!("forms[{index}].id");
            if form.id.as_str().trim().is_empty() {
                return Err(broken(place, Rule::Empty));
            }
            if !seen.insert(&form.id) {
                return Err(broken(place, Rule::RepeatedCode(form.id.to_string())));
            }
        }
        Ok(())
    }
}

impl Catalogue {
    /// Whether it has a name, and each of its criteria a code of its own.
    ///
    /// # Errors
    /// The first place where that is not so.
    pub fn check_rules(&self) -> Result<(), Broken> {
        if self.id.trim().is_empty() {
            return Err(broken("id", Rule::Empty));
        }
        let mut seen = HashSet::new();
        for (standard, of) in self.standards.iter().enumerate() {
            for (index, criterion) in of.criteria.iter().enumerate() {
                if !seen.insert(&criterion.code) {
                    let place = format!("standards[{standard}].criteria[{index}].code");
                    return Err(broken(place, Rule::RepeatedCode(criterion.code.clone())));
                }
            }
        }
        Ok(())
    }
}

impl Plan {
    /// The place of each number, in the order of [`Self::ids`].
    fn id_places(&self) -> Vec<String> {
        let mut places = vec!["id".to_owned()];
        let mut list = |name: &str, count: usize| {
            places.extend((0..count).map(|index| format!("{name}[{index}].id")));
        };
        list("parts", self.parts.len());
        list("rows", self.rows.len());
        list("problems", self.problems.len());
        list("reviews", self.reviews.len());
        for (index, group) in self.working_groups.iter().enumerate() {
            places.push(format!("working_groups[{index}].id"));
            let members = 0..group.members.len();
            places.extend(members.map(|at| format!("working_groups[{index}].members[{at}].id")));
        }
        let mut list = |name: &str, count: usize| {
            places.extend((0..count).map(|index| format!("{name}[{index}].id")));
        };
        list("supervisors", self.supervisors.len());
        list("signatures", self.signatures.len());
        list("frozen", self.frozen.len());
        list("scans", self.scans.len());
        list("log", self.log.len());
        places
    }
}

fn broken(place: impl Into<String>, rule: Rule) -> Broken {
    Broken { place: place.into(), rule }
}

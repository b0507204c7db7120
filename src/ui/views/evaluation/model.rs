//! What the view shows, computed when the dossier, the plan, the year or the filter changes.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::edit::{Act, Edit, EvaluationEdit};
use crate::plan::{Catalogue, Evaluation, Id, Rating, SchoolYear};
use crate::ui::view::ViewCx;
use crate::year::answer::{Answers, evidence_count, items_by_criterion, proposals, weaknesses};
use crate::year::result::{Found, Outcome, Rule, levels_of, outcome, targets, with_targets};

/// Which criteria are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every one.
    #[default]
    All,
    /// Those not evaluated.
    Open,
    /// Those that are not at the school's next level.
    Short,
    /// Those of which a weakness is told.
    Weak,
}

impl Filter {
    /// All of them, as the menu has them.
    pub const ALL: [Self; 4] = [Self::All, Self::Open, Self::Short, Self::Weak];
}

/// A line of the table.
pub enum Line {
    /// A standard, by its place in the catalogue, and how many weaknesses are told of all of it.
    Standard(usize, usize),
    /// Over the level-4 criteria.
    LevelFour,
    /// By its place in [`Model::criteria`].
    Criterion(usize),
}

/// A criterion and what was found of it.
pub struct Criterion {
    pub code: String,
    pub name: String,
    pub mandatory: bool,
    /// Where it is; none: not evaluated.
    pub level: Option<u8>,
    /// The level above which it has none, where a person said so.
    pub tops_out: bool,
    /// The levels it can be at.
    pub levels: Vec<u8>,
    pub weaknesses: usize,
    pub evidence: usize,
}

/// What the view shows.
pub struct Model {
    /// The year that is evaluated.
    pub year: SchoolYear,
    /// What was said of it.
    pub evaluation: Option<Arc<Evaluation>>,
    /// By which criteria.
    pub catalogue: Arc<Catalogue>,
    /// Whether the plan is made by the same.
    pub of_plan: bool,
    pub rule: Rule,
    /// The columns of levels: not evaluated, 0, 1 …
    pub columns: Vec<Option<u8>>,
    /// All criteria, in the catalogue's order.
    pub criteria: Vec<Criterion>,
    /// The lines shown.
    pub lines: Vec<Line>,
    /// What it comes to.
    pub outcome: Outcome,
    /// What it would come to if the plan reached every target.
    pub reached: Option<Outcome>,
    /// How many items of the plan work on each criterion.
    pub items: BTreeMap<String, usize>,
    /// What the plan has of the weaknesses.
    pub answers: Answers,
    /// The levels that target cells tell of.
    pub proposals: Vec<(String, u8)>,
}

impl Model {
    fn new(cx: &ViewCx<'_>, year: SchoolYear, filter: Filter) -> Option<Self> {
        let evaluation = cx.dossier.evaluation(year).cloned();
        let said = evaluation.as_ref().and_then(|of| of.catalogue.as_deref());
        let id = said.or(cx.plan.catalogue.as_deref())?;
        let catalogue = find(cx, id)?;
        let rule = Rule::of(&catalogue);
        let of_plan = cx.plan.catalogue.as_deref() == Some(id);
        let rating = |code: &str| evaluation.as_ref().and_then(|of| of.rating(code));
        let found = |code: &str| {
            let rating = rating(code);
            Found {
                level: rating.and_then(|one| one.level),
                tops_out: rating.is_some_and(|one| one.tops_out),
            }
        };
        let outcome_now = outcome(&catalogue, found);
        // What targets lead to is told of the year before them.
        let before = of_plan && year < cx.plan.school_year;
        let wanted = if before { targets(cx.plan) } else { BTreeMap::new() };
        let reached =
            (!wanted.is_empty()).then(|| outcome(&catalogue, with_targets(found, &wanted)));
        let of_code = |code: &str, name: &str, mandatory| {
            let rating = rating(code);
            let text = |get: fn(&Rating) -> &String| rating.map_or("", |one| get(one).as_str());
            let found = found(code);
            Criterion {
                code: code.to_owned(),
                name: name.to_owned(),
                mandatory,
                level: found.level,
                tops_out: found.tops_out,
                levels: levels_of(&catalogue, code),
                weaknesses: if rule.tells_by_standard() {
                    0
                } else {
                    weaknesses(text(|one| &one.weakness)).count()
                },
                evidence: evidence_count(text(|one| &one.evidence)),
            }
        };
        let short = outcome_now.next.as_ref().map(|next| next.short.as_slice()).unwrap_or_default();
        let lets = |one: &Criterion| match filter {
            Filter::All => true,
            Filter::Open => one.level.is_none(),
            Filter::Short => short.iter().any(|short| short.code == one.code),
            Filter::Weak => one.weaknesses > 0,
        };
        let mut criteria: Vec<Criterion> = Vec::new();
        let mut lines = Vec::new();
        for (at, standard) in catalogue.standards.iter().enumerate() {
            let of_all = rating(&standard.number.to_string());
            let weak = of_all.map_or(0, |one| weaknesses(&one.weakness).count());
            let head = lines.len();
            lines.push(Line::Standard(at, weak));
            for one in &standard.criteria {
                criteria.push(of_code(&one.code, &one.name, one.mandatory));
                let nth = criteria.len() - 1;
                if lets(&criteria[nth]) || filter == Filter::Weak && weak > 0 {
                    lines.push(Line::Criterion(nth));
                }
            }
            if lines.len() == head + 1 {
                lines.pop();
            }
        }
        if catalogue.has_level_4 && rule == Rule::All {
            let head = lines.len();
            lines.push(Line::LevelFour);
            for one in &catalogue.level_4 {
                criteria.push(of_code(&format!("M4.{}", one.number), &one.short_name, false));
                let nth = criteria.len() - 1;
                if lets(&criteria[nth]) {
                    lines.push(Line::Criterion(nth));
                }
            }
            if lines.len() == head + 1 {
                lines.pop();
            }
        }
        let said = evaluation.as_deref();
        let proposals = if before { proposals(cx.plan, &catalogue, said) } else { Vec::new() };
        let items = if of_plan { items_by_criterion(cx.plan) } else { BTreeMap::new() };
        let levels = (0..=catalogue.levels.max(1)).map(Some);
        Some(Self {
            year,
            of_plan,
            rule,
            columns: std::iter::once(None).chain(levels).collect(),
            criteria,
            lines,
            outcome: outcome_now,
            reached,
            items,
            answers: Answers::of(cx.plan),
            proposals,
            catalogue,
            evaluation,
        })
    }

    /// What was found under a code.
    pub fn rating(&self, code: &str) -> Option<&Rating> {
        self.evaluation.as_ref().and_then(|of| of.rating(code))
    }

    /// The criterion of a code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|one| one.code == code)
    }

    /// The criteria shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Criterion> {
        self.lines.iter().filter_map(|line| match line {
            Line::Criterion(nth) => self.criteria.get(*nth),
            Line::Standard(..) | Line::LevelFour => None,
        })
    }

    /// Under which code strengths, weaknesses and causes of a criterion are told.
    pub fn ground_of<'a>(&self, code: &'a str) -> &'a str {
        if self.rule.tells_by_standard() { code.split('.').next().unwrap_or(code) } else { code }
    }

    /// What makes an edit of this evaluation of a change.
    pub fn change(&self) -> impl Fn(Vec<EvaluationEdit>, Act) -> Edit + use<> {
        let (year, catalogue) = (self.year, Arc::clone(&self.catalogue));
        let begins = self.evaluation.as_ref().is_none_or(|of| of.catalogue.is_none());
        move |changes, act| {
            let mut changes = changes;
            let several = changes.len() > 1;
            if begins {
                // From the first word on it is clear by which criteria.
                changes.insert(0, EvaluationEdit::SetCatalogue(Some(Arc::clone(&catalogue))));
            }
            let act = if several { act } else { Act::Evaluate };
            let mut edits: Vec<Edit> =
                changes.into_iter().map(|change| Edit::InEvaluation { year, change }).collect();
            match edits.len() {
                1 => edits.remove(0),
                _ => Edit::Batch(act, edits),
            }
        }
    }
}

/// The catalogue of this name: the dossier's own copy, else the program's.
pub fn find(cx: &ViewCx<'_>, id: &str) -> Option<Arc<Catalogue>> {
    let all = cx.dossier.catalogues.iter().chain(cx.catalogues);
    all.into_iter().find(|one| one.id == id).cloned()
}

/// The last model, and what it was computed of.
#[derive(Default)]
pub struct Cache(Option<(Key, Option<Rc<Model>>)>);

type Key = (u64, Id, SchoolYear, Filter);

impl Cache {
    /// The model of now; none where no catalogue is known.
    pub fn model(
        &mut self,
        cx: &ViewCx<'_>,
        year: SchoolYear,
        filter: Filter,
    ) -> Option<Rc<Model>> {
        let key = (cx.revision, cx.plan.id, year, filter);
        match &self.0 {
            Some((known, model)) if *known == key => model.clone(),
            _ => {
                let model = Model::new(cx, year, filter).map(Rc::new);
                self.0 = Some((key, model.clone()));
                model
            }
        }
    }
}

//! The plans of one dossier into another.

use std::collections::HashMap;
use std::sync::Arc;

use crate::plan::{Catalogue, Dossier, Evaluation, Form, FormId, Plan, fresh_ids};

/// `dossier` with the plans of `incoming` after its own.
///
/// They get fresh numbers, and what names one another inside them follows. A
/// catalogue or form that is not here comes in; one that differs from that of the same
/// id, be it among the forms that are `embedded` in the program, comes in under a fresh id,
/// and the plans follow. The school, abbreviations and term dates of `dossier` stay, and its
/// self-evaluations: those of other school years come in.
#[must_use]
pub fn into(dossier: &Dossier, incoming: &Dossier, embedded: &[Arc<Form>]) -> Dossier {
    let mut next = dossier.clone();
    let renamed = bring_catalogues(&mut next, incoming);
    let forms = bring_forms(&mut next, incoming, embedded);
    let (new, next_id) = fresh_ids(incoming.plans.iter().map(|plan| &**plan), dossier.next_id);
    next.next_id = next_id;
    next.plans.extend(incoming.plans.iter().map(|plan| {
        let plan = plan.renumbered(&new);
        let catalogue = plan.catalogue.as_ref();
        let catalogue = catalogue.and_then(|id| renamed.get(id)).or(catalogue).cloned();
        let mut plan = Plan { catalogue, ..plan };
        let settings = plan.options.columns.iter_mut().map(|setting| &mut setting.form);
        let widths = plan.options.screen_widths.iter_mut().map(|width| &mut width.form);
        for form in settings.chain(widths).chain([&mut plan.form]) {
            if let Some(new) = forms.get(form) {
                form.clone_from(new);
            }
        }
        Arc::new(plan)
    }));
    let years = incoming.evaluations.iter();
    next.evaluations.extend(years.filter(|of| dossier.evaluation(of.school_year).is_none()).map(
        |of| {
            let catalogue = of.catalogue.as_ref();
            match catalogue.and_then(|id| renamed.get(id)).cloned() {
                Some(id) => Arc::new(Evaluation { catalogue: Some(id), ..(**of).clone() }),
                None => Arc::clone(of),
            }
        },
    ));
    for word in &incoming.own_words {
        if !next.own_words.contains(word) {
            next.own_words.push(word.clone());
        }
    }
    next
}

/// Brings in what differs; returns the new ids of those that could not keep theirs.
fn bring_catalogues(next: &mut Dossier, incoming: &Dossier) -> HashMap<String, String> {
    let mut renamed = HashMap::new();
    for catalogue in &incoming.catalogues {
        let Some(known) = next.catalogues.iter().find(|known| known.id == catalogue.id) else {
            next.catalogues.push(Arc::clone(catalogue));
            continue;
        };
        if known == catalogue {
            continue;
        }
        // The same may have come in before under another id.
        let under = |id: &str| Catalogue { id: id.to_owned(), ..(**catalogue).clone() };
        let again = next.catalogues.iter().find(|known| ***known == under(&known.id));
        let id = if let Some(known) = again {
            known.id.clone()
        } else {
            let taken = |id: &String| {
                next.catalogues.iter().chain(&incoming.catalogues).any(|known| known.id == *id)
            };
            let mut number = 2;
            let mut id = format!("{}-{number}", catalogue.id);
            while taken(&id) {
                number += 1;
                id = format!("{}-{number}", catalogue.id);
            }
            next.catalogues.push(Arc::new(under(&id)));
            id
        };
        renamed.insert(catalogue.id.clone(), id);
    }
    renamed
}

/// Brings in the forms that the incoming plans use and this dossier would not print them in;
/// returns the new ids of those that could not keep theirs.
fn bring_forms(
    next: &mut Dossier,
    incoming: &Dossier,
    embedded: &[Arc<Form>],
) -> HashMap<FormId, FormId> {
    let mut renamed = HashMap::new();
    let own = |id: &FormId| incoming.forms.iter().any(|form| form.id == *id);
    // A form of the program, where this dossier has another one of that name.
    let of_program = embedded
        .iter()
        .filter(|form| !own(&form.id) && incoming.plans.iter().any(|plan| plan.form == form.id));
    for form in incoming.forms.iter().chain(of_program) {
        let known = next.forms.iter().chain(embedded).find(|known| known.id == form.id);
        match known {
            None => next.forms.push(Arc::clone(form)),
            Some(known) if known == form => {}
            Some(_) => {
                let under = |id: FormId| Form { id, ..(**form).clone() };
                // The same may have come in before under another id.
                let again = next.forms.iter().find(|known| ***known == under(known.id.clone()));
                let id = if let Some(known) = again {
                    known.id.clone()
                } else {
                    let id = free_form_id(&form.id, |id| {
                        let all = next.forms.iter().chain(&incoming.forms).chain(embedded);
                        all.into_iter().any(|known| known.id == *id)
                    });
                    next.forms.push(Arc::new(under(id.clone())));
                    id
                };
                renamed.insert(form.id.clone(), id);
            }
        }
    }
    renamed
}

/// The name of a form with the first number behind it that no other bears.
fn free_form_id(id: &FormId, taken: impl Fn(&FormId) -> bool) -> FormId {
    let mut number = 2;
    loop {
        let next = FormId::new(format!("{id}-{number}"));
        if !taken(&next) {
            return next;
        }
        number += 1;
    }
}

//! The plans of one dossier into another.

use std::collections::HashMap;
use std::sync::Arc;

use crate::plan::{Catalogue, Dossier, Plan, fresh_ids};

/// `dossier` with the plans of `incoming` after its own.
///
/// They get fresh numbers, and what names one another inside them follows. A
/// catalogue that is not here comes in; one that differs from that of the same
/// id comes in under a fresh id, and the plans follow. The school,
/// abbreviations and term dates of `dossier` stay.
#[must_use]
pub fn into(dossier: &Dossier, incoming: &Dossier) -> Dossier {
    let mut next = dossier.clone();
    let renamed = bring_catalogues(&mut next, incoming);
    let (new, next_id) = fresh_ids(incoming.plans.iter().map(|plan| &**plan), dossier.next_id);
    next.next_id = next_id;
    next.plans.extend(incoming.plans.iter().map(|plan| {
        let plan = plan.renumbered(&new);
        let catalogue = plan.catalogue.as_ref();
        let catalogue = catalogue.and_then(|id| renamed.get(id)).or(catalogue).cloned();
        Arc::new(Plan { catalogue, ..plan })
    }));
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

//! What is done with a draft: a new file, a new plan of a file, or the words of the plan that is
//! open, each as one edit.

use std::sync::Arc;

use super::draft::Draft;
use crate::edit::{
    Act, Edit, Elements, FreshIds, LetterheadValue, List, PlanEdit, PlanValue, Value, Words, apply,
    new_things_of,
};
use crate::plan::{
    Dossier, Form, FormId, Id, Letterhead, Plan, Record, RecordId, TextField, fresh_ids,
};

impl Draft {
    /// A dossier of its own, which knows the school from its first plan.
    #[must_use]
    pub fn dossier(&self) -> Dossier {
        let (_, next_id) = fresh_ids([&self.plan], Id(1));
        Dossier {
            next_id: self.plan.ids().max().map_or(next_id, Id::next),
            school: self.plan.letterhead.clone(),
            plans: vec![Arc::new(self.plan.clone())],
            catalogues: self.catalogue.iter().cloned().collect(),
            ..Dossier::default()
        }
    }

    /// The plan comes into a dossier at the end.
    #[must_use]
    pub fn bring(&self, fresh: &mut FreshIds) -> Edit {
        let plan = self.with_fresh_ids(fresh);
        Edit::AddPlan { plan: Arc::new(plan), catalogue: self.catalogue.clone() }
    }

    /// Its words come into a plan of the dossier in the place of those that stand there, as one
    /// step. What the paper does not say of the head stays; `from` is the form of that plan.
    /// None where there is no such plan.
    #[must_use]
    pub fn fill(
        &self,
        dossier: &Dossier,
        plan: Id,
        from: &Arc<Form>,
        fresh: &mut FreshIds,
    ) -> Option<Edit> {
        let new = self.with_fresh_ids(fresh);
        let mut filling = Filling { plan, now: dossier.clone(), edits: Vec::new() };
        if let Some(form) = self.form.as_ref().filter(|form| form.id != from.id) {
            let first_id = fresh.several(new_things_of(form));
            let (form, from) = (Arc::clone(form), Arc::clone(from));
            filling.push(PlanEdit::ChangeForm { form, from, first_id })?;
        }
        if self.catalogue.is_some() {
            filling.push(PlanEdit::SetCatalogue(self.catalogue.clone()))?;
        }
        filling.head(&new)?;
        filling.push(PlanEdit::SetWords { of: Words::Bases, paragraphs: new.bases.clone() })?;
        filling.push(PlanEdit::SetWords { of: Words::Opening, paragraphs: new.opening.clone() })?;
        filling.lists(&new)?;
        for setting in new.options.columns {
            let form: FormId = setting.form;
            let change =
                PlanEdit::SetColumns { form, table: setting.table, columns: setting.columns };
            filling.push(change)?;
        }
        Some(Edit::Batch(Act::TakePaper, filling.edits))
    }

    fn with_fresh_ids(&self, fresh: &mut FreshIds) -> Plan {
        let (new, _) = fresh_ids([&self.plan], fresh.next());
        fresh.pass(new.values().copied());
        self.plan.renumbered(&new)
    }
}

/// The edits so far, and what they make of the dossier.
struct Filling {
    plan: Id,
    now: Dossier,
    edits: Vec<Edit>,
}

impl Filling {
    /// None where the edit cannot be applied.
    fn push(&mut self, change: PlanEdit) -> Option<()> {
        let edit = Edit::InPlan { plan: self.plan, change };
        self.now = apply(&self.now, &edit).ok()?;
        self.edits.push(edit);
        Some(())
    }

    /// The texts and values of the head that the paper says.
    fn head(&mut self, new: &Plan) -> Option<()> {
        self.texts(RecordId::Plan, Plan::TEXTS, new)?;
        self.texts(RecordId::Letterhead, Letterhead::TEXTS, &new.letterhead)?;
        self.push(PlanEdit::SetValue(Value::Letterhead(LetterheadValue::Kind(
            new.letterhead.kind,
        ))))?;
        let date = new.date;
        let mut values = vec![
            PlanValue::SchoolYear(new.school_year),
            PlanValue::BasesItalic(new.bases_italic),
            PlanValue::DraftMark(new.options.draft_mark),
        ];
        if date != crate::plan::PlanDate::default() {
            values.extend([
                PlanValue::Day(date.day),
                PlanValue::Month(date.month),
                PlanValue::Year(date.year),
            ]);
        }
        values.into_iter().try_for_each(|value| self.push(PlanEdit::SetValue(Value::Plan(value))))
    }

    fn texts<R: Record>(
        &mut self,
        record: RecordId,
        texts: &[TextField<R>],
        new: &R,
    ) -> Option<()> {
        for one in texts {
            let text = one.get(new).into_owned();
            if !text.trim().is_empty() {
                self.push(PlanEdit::SetText { record, field: one.field, text })?;
            }
        }
        Some(())
    }

    /// The lists: what stood there goes, what the paper has comes.
    fn lists(&mut self, new: &Plan) -> Option<()> {
        let old = Arc::clone(self.now.plan(self.plan)?);
        let mut gone: Vec<(List, Vec<Id>)> = vec![
            (List::Supervisors, old.supervisors.iter().map(|one| one.id).collect()),
            (List::WorkingGroups, old.working_groups.iter().map(|one| one.id).collect()),
            (List::Rows, old.rows.iter().map(crate::plan::Row::id).collect()),
            (List::Problems, old.problems.iter().map(|one| one.id).collect()),
            (List::Parts, old.parts.iter().map(|one| one.id).collect()),
        ];
        if !new.reviews.is_empty() {
            gone.push((List::Reviews, old.reviews.iter().map(|one| one.id).collect()));
        }
        if !new.signatures.is_empty() {
            gone.push((List::Signatures, old.signatures.iter().map(|one| one.id).collect()));
        }
        for (list, ids) in gone.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            self.push(PlanEdit::Remove { list, ids })?;
        }
        let come = [
            Elements::Parts(new.parts.clone()),
            Elements::Problems(new.problems.clone()),
            Elements::Rows(new.rows.clone()),
            Elements::Reviews(new.reviews.clone()),
            Elements::WorkingGroups(new.working_groups.clone()),
            Elements::Supervisors(new.supervisors.clone()),
            Elements::Signatures(new.signatures.clone()),
        ];
        for elements in come.into_iter().filter(|elements| !elements.ids().is_empty()) {
            self.push(PlanEdit::Insert { at: 0, elements })?;
        }
        Some(())
    }
}

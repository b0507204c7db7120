//! The forms: those inside the program, and a file's own copies of others.

use std::sync::{Arc, LazyLock};

use crate::embedded;
use crate::plan::json;
use crate::plan::{Dossier, Form, FormId, Paper, Plan};

/// A: the common nine-column form used with the circulars of 2018.
pub const TABLE_2018: FormId = FormId::of("table-2018");
/// B: no table.
pub const NARRATIVE: FormId = FormId::of("narrative");
/// C: Biểu 2 of 57/2026/TT-BGDĐT.
pub const FORM_2_2026: FormId = FormId::of("form-2-2026");

/// Biên bản rà soát.
pub const MINUTES: FormId = FormId::of("minutes");
/// Báo cáo kết quả thực hiện.
pub const REPORT: FormId = FormId::of("report");
/// Kế hoạch điều chỉnh, bổ sung.
pub const SUPPLEMENT: FormId = FormId::of("supplement");

/// Those of plans stand first.
static FORMS: LazyLock<Vec<Arc<Form>>> = LazyLock::new(|| {
    embedded::forms().iter().filter_map(|text| json::read(text).ok().map(Arc::new)).collect()
});

/// The forms of plans the program brings along, in the order lists show them.
#[must_use]
pub fn embedded_forms() -> &'static [Arc<Form>] {
    let plans = FORMS.iter().take_while(|form| form.paper.is_plan()).count();
    FORMS.get(..plans).unwrap_or_default()
}

/// All forms the program brings along: those of plans, then those of the papers about them.
#[must_use]
pub fn forms_of_papers() -> &'static [Arc<Form>] {
    &FORMS
}

/// All forms a plan of this file can take: the program's, then the file's own. A file's copy
/// stands in the place of an embedded form of the same name.
#[must_use]
pub fn forms(dossier: &Dossier) -> Vec<Arc<Form>> {
    forms_for(dossier, Paper::Plan)
}

/// The same for a paper of this kind.
#[must_use]
pub fn forms_for(dossier: &Dossier, paper: Paper) -> Vec<Arc<Form>> {
    let own = |id: &FormId| dossier.forms.iter().find(|form| form.id == *id);
    let others = dossier.forms.iter().filter(|form| FORMS.iter().all(|known| known.id != form.id));
    let all = FORMS.iter().map(|form| own(&form.id).unwrap_or(form)).chain(others);
    all.filter(|form| form.paper == paper).cloned().collect()
}

/// The form of this name: the file's copy, else the embedded one.
#[must_use]
pub fn form<'a>(dossier: &'a Dossier, id: &FormId) -> Option<&'a Arc<Form>> {
    dossier.forms.iter().chain(FORMS.iter()).find(|form| form.id == *id)
}

/// What there is to do to bring a form into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bringing {
    /// Nothing: the file, or the program, has it already.
    AlreadyThere,
    /// It comes in.
    New,
    /// Another form has its name: it may come in under this one.
    Taken(FormId),
}

/// What there is to do to bring a form into a file.
#[must_use]
pub fn bringing(dossier: &Dossier, form: &Form) -> Bringing {
    match self::form(dossier, &form.id) {
        None => Bringing::New,
        Some(known) if **known == *form => Bringing::AlreadyThere,
        Some(_) => {
            let free = |number: &u32| {
                self::form(dossier, &FormId::new(format!("{}-{number}", form.id))).is_none()
            };
            let number = (2..=u32::MAX).find(free).unwrap_or(u32::MAX);
            Bringing::Taken(FormId::new(format!("{}-{number}", form.id)))
        }
    }
}

/// The form of a plan; `None` where neither its file nor the program has it.
#[must_use]
pub fn form_of<'a>(dossier: &'a Dossier, plan: &Plan) -> Option<&'a Arc<Form>> {
    form(dossier, &plan.form)
}

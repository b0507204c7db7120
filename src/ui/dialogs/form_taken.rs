//! A form shall come in, and another one has its name: under which name it may.

use std::sync::Arc;

use crate::edit::Edit;
use crate::import;
use crate::messages::{info as words, window};
use crate::plan::{Form, FormId};
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::Field;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::show::body;

use super::Wish;

/// The form, and the name typed so far.
pub struct FormTaken {
    form: Arc<Form>,
    id: String,
    taken: Vec<FormId>,
}

impl FormTaken {
    /// Proposes a name that is free among `forms`.
    #[must_use]
    pub fn new(form: Arc<Form>, proposed: &FormId, forms: &[Arc<Form>]) -> Self {
        let taken = forms.iter().map(|form| form.id.clone()).collect();
        Self { form, id: proposed.to_string(), taken }
    }

    /// The form under the name typed, where that is free and can be a name.
    fn renamed(&self) -> Option<Form> {
        let id = FormId::new(self.id.trim());
        let free = !self.taken.contains(&id);
        let form = Form { id, ..Form::clone(&self.form) };
        (free && import::check_form(&form).is_ok()).then_some(form)
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let renamed = self.renamed();
        let frame = Frame {
            title: words::FORM_TAKEN,
            width: 560.0,
            primary: words::FORM_UNDER_NAME,
            ready: renamed.is_some(),
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            body(ui, &words::form_taken(self.form.id.as_str()));
            let field = Field {
                label: words::FORM_NAME,
                help: words::FORM_NAME_HELP,
                wrong: renamed.is_none(),
                ..Field::default()
            };
            local_field(ui, "form name", &field, &mut self.id);
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                if let Some(form) = renamed {
                    requests.push(Request::Edit(Edit::AddForm(Arc::new(form)), None));
                }
                Wish::Close
            }
        }
    }
}

//! What was read to be imported, on its way into the dossier.

use std::sync::Arc;

use egui::Context;

use crate::edit::Edit;
use crate::import::Content;
use crate::library::{self, Bringing};
use crate::messages::{self, window};
use crate::plan::Form;
use crate::ui::dialogs::{Dialog, FormTaken};

use super::App;

impl App {
    /// Takes a form or a catalogue into the dossier and says so.
    pub(super) fn take_in(&mut self, content: Content, ctx: &Context) {
        match content {
            Content::Catalogue(catalogue) => {
                let name = messages::info::catalogue_name(&catalogue);
                if self.edit(Edit::SetCatalogue(catalogue), None) {
                    self.say(window::catalogue_imported(&name), ctx);
                }
            }
            Content::Form(form) => self.take_form(form, ctx),
            Content::Dossier(_) => {
                let words = window::NEITHER_FORM_NOR_CATALOGUE.to_owned();
                self.show_dialog(Dialog::message(window::CANNOT_IMPORT, words));
            }
        }
    }

    fn take_form(&mut self, form: Arc<Form>, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let dossier = session.dossier();
        let name = form.short_name().to_owned();
        match library::bringing(dossier, &form) {
            Bringing::AlreadyThere => self.say(window::form_there(&name), ctx),
            Bringing::New => {
                if self.edit(Edit::AddForm(form), None) {
                    self.say(window::form_imported(&name), ctx);
                }
            }
            Bringing::Taken(id) => {
                let page = FormTaken::new(form, &id, &library::forms(dossier));
                self.show_dialog(Dialog::FormTaken(page));
            }
        }
    }
}

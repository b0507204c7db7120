//! What a person chooses of the program: the page, and what follows from it at once.

use std::io;
use std::path::PathBuf;

use egui::Context;

use crate::messages::settings as words;
use crate::store::{Backup, StoreError};
use crate::ui::Command;
use crate::ui::dialogs::{Dialog, Open, Preferences};
use crate::ui::request::Request;
use crate::ui::settings::{DefaultSchool, Settings};
use crate::ui::theme;

use super::App;

impl App {
    /// Opens the page, with what went wrong there.
    pub(super) fn open_settings(&mut self, ctx: &Context, wrong: Option<String>) {
        let open = self.dossier().zip(self.plan()).map(|(dossier, plan)| Open {
            own_words: dossier.own_words.clone(),
            school: DefaultSchool::of(plan),
        });
        let page = Preferences {
            now: self.settings.clone(),
            before: None,
            open: open.filter(|_| self.word.is_none()),
            taken_out: None,
            kept_still: theme::is_kept_still(ctx),
            tells_theme: ctx.system_theme().is_some(),
            documents: self.outside.documents_folder(),
            wrong,
        };
        self.dialog = Some(Dialog::Preferences(Box::new(page)));
    }

    /// What was chosen holds at once.
    pub(super) fn prefer(&mut self, chosen: Settings) {
        self.settings.prefer(chosen);
        *self.views.enter_as_excel() = self.settings.enter_as_excel;
        *self.views.enter_known() = self.settings.enter_known;
        if let Some(session) = &mut self.session {
            session.back_up_in(self.settings.backups.clone());
        }
    }

    /// Asks once, of the first plan that is made here, whether new ones begin with its school.
    pub(super) fn offer_school(&mut self, made: DefaultSchool) {
        if !self.settings.school.is_empty() || made.name.trim().is_empty() {
            return;
        }
        let words = words::offer_school(made.name.trim());
        // It stays for its time from when it is seen.
        self.put_up(words, Vec::new(), None);
        self.offer(words::KEEP_SCHOOL, Request::KeepSchool { school: Box::new(made), keep: true });
    }

    /// New plans begin with this school, where none is known; or with none again.
    pub(super) fn keep_school(&mut self, school: DefaultSchool, keep: bool, ctx: &Context) {
        let known = &mut self.settings.school;
        if keep && known.is_empty() {
            known.clone_from(&school);
            self.say(words::school_kept(school.name.trim()), ctx);
            let back = Request::KeepSchool { school: Box::new(school), keep: false };
            self.offer(Command::Undo.label(), back);
        } else if !keep && *known == school {
            *known = DefaultSchool::default();
            self.say(words::SCHOOL_NOT_KEPT.to_owned(), ctx);
        }
    }

    /// A folder was tried: backups are made there from now on, or the page says why not and
    /// everything is as before.
    pub(super) fn backup_folder_tried(
        &mut self,
        folder: PathBuf,
        tried: io::Result<()>,
        ctx: &Context,
    ) {
        let wrong = match tried {
            Ok(()) => {
                self.told_away = false;
                let mut chosen = self.settings.clone();
                chosen.backups.choose(Some(folder));
                self.prefer(chosen);
                self.write_settings();
                None
            }
            Err(error) => Some(words::folder_wrong(&folder, &error)),
        };
        self.open_settings(ctx, wrong);
        self.list_backups();
    }

    /// Says once that a backup was not made in the folder that was chosen but in the program's own.
    pub(super) fn tell_away(&mut self, made: &Result<Backup, StoreError>, ctx: &Context) {
        let (Some(chosen), Ok(made)) = (&self.settings.backups.chosen, made) else { return };
        let away = !made.path.starts_with(chosen);
        if away && !self.told_away {
            let said = words::folder_away(chosen);
            self.say(said, ctx);
        }
        self.told_away = away;
    }
}

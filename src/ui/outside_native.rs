//! The real outside: threads, the system's dialogs and clipboard, folders, the clock.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use jiff::civil::DateTime;

use crate::messages::file_kinds as kinds;
use crate::platform::{self, Door};

use super::handover;
use super::outside::{Ask, Machine, News, Outside};
use crate::session::{Answer, Job, Ticket};

/// How much of the log is told, lines.
const LOG_LINES: usize = 12;

/// A dialog that is gone after less than this was not cancelled by a person.
const NO_HAND_SO_QUICK: Duration = Duration::from_millis(350);

/// How long the clipboard may take to hand its text over when the window closes.
const HAND_OVER: Duration = Duration::from_millis(500);

/// The outside of a program that runs on a desktop.
pub struct NativeOutside {
    ctx: egui::Context,
    sender: Sender<News>,
    receiver: Receiver<News>,
    clipboard: Option<Clipboard>,
    /// Where later starts hand over what they were to begin with.
    door: Option<Rc<Door>>,
    /// What was asked in this frame.
    questions: Vec<(Ticket, Ask)>,
    /// Asked of the system once: it is wanted in every frame, and may be on the network.
    documents: OnceCell<PathBuf>,
}

impl NativeOutside {
    /// Wakes this window when an answer has come, or something through the door.
    #[must_use]
    pub fn new(ctx: egui::Context, door: Option<Rc<Door>>) -> Self {
        let (sender, receiver) = channel();
        if let Some(door) = &door {
            let waker = ctx.clone();
            door.wake_by(move || waker.request_repaint());
        }
        let (asked, waker) = (sender.clone(), ctx.clone());
        let waits = platform::when_asked_to_end(move || {
            drop(asked.send(News::End));
            waker.request_repaint();
        });
        if let Err(error) = waits {
            platform::log_fault(&format!("signals: {error}"));
        }
        Self {
            ctx,
            sender,
            receiver,
            clipboard: None,
            door,
            questions: Vec::new(),
            documents: OnceCell::new(),
        }
    }

    /// Does this on a thread of its own; where the system gives none, `without` is the news.
    fn in_thread(&self, name: &str, without: News, work: impl FnOnce() -> News + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nobody listens any more only when the window is gone.
            drop(sender.send(work()));
            ctx.request_repaint();
        });
        if thread.is_err() {
            drop(self.sender.send(without));
            self.ctx.request_repaint();
        }
    }
}

impl Outside for NativeOutside {
    fn now(&self) -> DateTime {
        platform::now()
    }

    fn ask(&mut self, ticket: Ticket, ask: Ask) {
        self.questions.push((ticket, ask));
    }

    fn show_questions(&mut self, window: &eframe::Frame) {
        for (ticket, ask) in std::mem::take(&mut self.questions) {
            let without = News::NoDialog(ticket, ask.clone());
            if !platform::has_file_dialog() {
                self.sender.send(without).ok();
                self.ctx.request_repaint();
                continue;
            }
            // Without its window a dialog may come up behind it, and seems not to come.
            let dialog = rfd::FileDialog::new().set_parent(window);
            self.in_thread("file dialog", without, move || {
                let begun = Instant::now();
                match choose(dialog, ask.clone()) {
                    // Nobody cancels as fast as that: it never came.
                    None if begun.elapsed() < NO_HAND_SO_QUICK => News::NoDialog(ticket, ask),
                    path => News::Path(ticket, path),
                }
            });
        }
    }

    fn run(&mut self, ticket: Ticket, job: Job) {
        let without = News::Job(ticket, Answer::Stopped);
        self.in_thread("job", without, move || News::Job(ticket, job.run()));
    }

    fn poll(&mut self) -> Vec<News> {
        let mut answers: Vec<News> = self.receiver.try_iter().collect();
        if let Some(door) = &self.door {
            let handed = door.take().into_iter();
            answers.extend(handed.map(|line| News::Handed(handover::of_line(&line))));
        }
        answers
    }

    fn open(&mut self, path: &Path) -> Result<(), std::io::Error> {
        platform::open(path)
    }

    fn data_folder(&self) -> PathBuf {
        platform::data_folder()
    }

    fn machine(&self) -> Machine {
        Machine {
            system: platform::system_name(),
            is_virtual: platform::is_virtual_machine(),
            remote: platform::is_remote_session(),
            log_file: platform::log_file(),
            log_folder: platform::shown(&platform::data_folder()),
            log: platform::log_tail(LOG_LINES),
        }
    }

    fn wants_stillness(&self) -> bool {
        platform::wants_stillness()
    }

    fn offers_tour(&self) -> bool {
        true
    }

    fn documents_folder(&self) -> PathBuf {
        self.documents.get_or_init(platform::documents_folder).clone()
    }

    fn read_text(&mut self, name: u64) {
        if platform::is_wayland() {
            // There the clipboard belongs to the window that has the keyboard: only it may read.
            self.ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            drop(self.sender.send(News::Text(name, None)));
            return;
        }
        self.in_thread("clipboard", News::Text(name, None), move || {
            let read = arboard::Clipboard::new().and_then(|mut clipboard| {
                let text = clipboard.get_text()?;
                Ok((text, clipboard.get().html().ok()))
            });
            News::Text(name, read.ok())
        });
    }

    fn read_html(&mut self) {
        self.in_thread("clipboard", News::Html(None), || {
            let html = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().html());
            News::Html(html.ok())
        });
    }

    fn copy(&mut self, text: &str, html: Option<&str>) {
        let copied = Copied { text: text.to_owned(), html: html.map(str::to_owned) };
        if self.clipboard.is_none() {
            self.clipboard = Clipboard::spawn(self.ctx.clone());
        }
        let sent = self.clipboard.as_ref().is_some_and(|clipboard| clipboard.put(copied));
        if !sent {
            self.ctx.copy_text(text.to_owned());
        }
    }
}

/// Shows the system's dialog and waits for it; on a thread of its own.
fn choose(dialog: rfd::FileDialog, ask: Ask) -> Option<PathBuf> {
    match ask {
        Ask::OpenFile => dialog.add_filter(kinds::DOSSIER, &["caitien"]).pick_file(),
        Ask::OpenWord => dialog.add_filter(kinds::WORD, &["docx", "doc"]).pick_file(),
        Ask::OpenCatalogue => dialog.add_filter(kinds::CATALOGUE, &["json"]).pick_file(),
        Ask::OpenWorkbook => dialog.add_filter(kinds::WORKBOOK, &["xlsx", "xlsm"]).pick_file(),
        Ask::OpenPdf => dialog.add_filter(kinds::PDF, &["pdf"]).pick_file(),
        Ask::OpenForm => dialog.add_filter(kinds::FORM, &["json"]).pick_file(),
        Ask::Folder => dialog.pick_folder(),
        Ask::SaveAs { folder, name, extension } => dialog
            .set_directory(folder)
            .set_file_name(name)
            .add_filter(format!("*.{extension}"), &[extension])
            .save_file(),
    }
}

/// What goes on the clipboard.
struct Copied {
    text: String,
    html: Option<String>,
}

/// The clipboard, on a thread of its own: a program that owns it and does not answer keeps that
/// thread waiting, and nobody else. It outlives the copy, for on X11 its owner answers for the
/// text.
struct Clipboard {
    texts: Option<Sender<Copied>>,
    done: Receiver<()>,
}

impl Clipboard {
    fn spawn(ctx: egui::Context) -> Option<Self> {
        let (texts, received) = channel::<Copied>();
        let (finished, done) = channel();
        let work = move || {
            let mut clipboard = arboard::Clipboard::new().ok();
            for copied in received {
                let text = copied.text.clone();
                let put = clipboard.as_mut().is_some_and(|clipboard| match copied.html {
                    Some(html) => clipboard.set_html(html, Some(copied.text)).is_ok(),
                    None => clipboard.set_text(copied.text).is_ok(),
                });
                if !put {
                    ctx.copy_text(text);
                    ctx.request_repaint();
                }
            }
            drop(clipboard);
            finished.send(()).ok();
        };
        std::thread::Builder::new().name("clipboard".to_owned()).spawn(work).ok()?;
        Some(Self { texts: Some(texts), done })
    }

    /// Gives whether somebody takes it.
    fn put(&self, copied: Copied) -> bool {
        self.texts.as_ref().is_some_and(|texts| texts.send(copied).is_ok())
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        self.texts = None;
        // A clipboard manager takes the text over meanwhile; it is not waited for longer.
        self.done.recv_timeout(HAND_OVER).ok();
    }
}

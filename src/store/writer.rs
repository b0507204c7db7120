//! The thread that writes: always the newest value, never on the thread that draws.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Store, StoreError};
use crate::plan::Dossier;

/// What the writer has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// This revision, and every one before it, is on the disk.
    Saved {
        /// As handed to [`Writer::save`].
        revision: u64,
    },
    /// This revision could not be written. It is kept, and tried again with
    /// the next one, when asked to, and by itself after a pause; of these, only those that fail
    /// otherwise than before are told.
    Failed {
        /// As handed to [`Writer::save`].
        revision: u64,
        /// Why.
        error: StoreError,
    },
    /// A copy is on the disk.
    Copied {
        /// Where.
        path: PathBuf,
    },
    /// What was deleted is in the file no more.
    Cleaned,
    /// The file could not be cleaned; it holds what it held.
    NotCleaned {
        /// Why.
        error: StoreError,
    },
    /// A copy could not be made; nothing of it is left.
    CopyFailed {
        /// Where it was to be.
        path: PathBuf,
        /// Why.
        error: StoreError,
    },
}

enum Order {
    Save(u64, Arc<Dossier>),
    Retry,
    Copy(PathBuf),
    Clean,
    /// Says when all that came before was tried.
    Tell(Sender<()>),
    Close,
}

/// Writes a file on a thread of its own.
#[derive(Debug)]
pub struct Writer {
    orders: Sender<Order>,
    thread: Option<JoinHandle<Result<(), StoreError>>>,
}

impl Writer {
    /// Takes a file over. `notify` is called on the writer's thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn spawn(
        store: Store,
        notify: impl Fn(Report) + Send + 'static,
    ) -> Result<Self, StoreError> {
        let (orders, received) = channel();
        let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(move || {
            let work = AssertUnwindSafe(|| work(store, &received, &notify));
            catch_unwind(work).unwrap_or_else(|_| {
                notify(Report::Failed { revision: 0, error: StoreError::Stopped });
                Err(StoreError::Stopped)
            })
        })?;
        Ok(Self { orders, thread: Some(thread) })
    }

    /// Hands over the newest value. What is handed over while another is being
    /// written shares the next commit. Returns at once.
    pub fn save(&self, revision: u64, dossier: Arc<Dossier>) {
        self.order(Order::Save(revision, dossier));
    }

    /// Whether somebody takes what is handed over; not after a fault stopped the writer, which was
    /// told as a failure.
    #[must_use]
    pub fn works(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }

    /// What hands over a value when the writer itself is out of reach.
    #[must_use]
    pub fn last_word(&self) -> LastWord {
        LastWord(self.orders.clone())
    }

    /// Tries again what could not be written.
    pub fn retry(&self) {
        self.order(Order::Retry);
    }

    /// Waits until all that was handed over before was tried.
    pub fn wait(&self) {
        let (tell, told) = channel();
        self.order(Order::Tell(tell));
        // A writer that a fault stopped tries nothing any more: nobody waits for it.
        told.recv().ok();
    }

    /// Writes what is not written yet, then a copy into a new file. The copy holds the
    /// newest value also where the file itself could not be written.
    pub fn copy_to(&self, path: &Path) {
        self.order(Order::Copy(path.to_owned()));
    }

    /// Writes what is not written yet, then the file anew without what was deleted from it.
    pub fn clean(&self) {
        self.order(Order::Clean);
    }

    /// Waits until all is written and gives the file back.
    ///
    /// # Errors
    /// Why the last value could not be written, tried once more. Then the
    /// caller still has it and may save it elsewhere.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.finish()
    }

    fn order(&self, order: Order) {
        // The thread ends only when told to, so somebody is there to receive it.
        drop(self.orders.send(order));
    }

    fn finish(&mut self) -> Result<(), StoreError> {
        let Some(thread) = self.thread.take() else { return Ok(()) };
        self.order(Order::Close);
        thread.join().unwrap_or(Err(StoreError::Stopped))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.finish());
    }
}

/// Hands a value to a [`Writer`] from where the process ends: without the writer, without a panic
/// and without a thread's own values, which may be gone by then.
#[derive(Clone, Debug)]
pub struct LastWord(Sender<Order>);

impl LastWord {
    /// Hands it over and waits, not longer than `patience`, until it was tried; gives whether it
    /// was.
    #[must_use]
    pub fn save(&self, revision: u64, dossier: Arc<Dossier>, patience: Duration) -> bool {
        let (tell, told) = channel();
        let orders = [Order::Save(revision, dossier), Order::Tell(tell)];
        if orders.into_iter().any(|order| self.0.send(order).is_err()) {
            return false;
        }
        // Asked again and again: a wait would need what a thread that ends has given back.
        let until = Instant::now() + patience;
        loop {
            match told.try_recv() {
                Ok(()) => return true,
                Err(TryRecvError::Empty) if Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(2));
                }
                Err(_) => return false,
            }
        }
    }
}

/// How long the first pause is before what failed is tried again by itself; each is twice as
/// long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// What waits to be written, and how it went.
struct Work<'a> {
    store: Store,
    waiting: Option<(u64, Arc<Dossier>)>,
    /// Why it waits still, where it was tried, and for how long now.
    failed: Option<(StoreError, Duration)>,
    notify: &'a dyn Fn(Report),
}

impl Work<'_> {
    fn write(&mut self) -> Result<(), StoreError> {
        self.failed = None;
        self.try_to_write()
    }

    /// Tries again what failed, after a pause.
    fn write_again(&mut self) {
        // That it failed is known to whoever waits for it.
        drop(self.try_to_write());
    }

    fn try_to_write(&mut self) -> Result<(), StoreError> {
        let Some((revision, dossier)) = &self.waiting else { return Ok(()) };
        let revision = *revision;
        match self.store.save(dossier) {
            Ok(()) => {
                (self.waiting, self.failed) = (None, None);
                (self.notify)(Report::Saved { revision });
                Ok(())
            }
            Err(error) => {
                let before = self.failed.take();
                let pause = before.as_ref().map_or(FIRST_PAUSE, |(_, pause)| *pause * 2);
                if before.is_none_or(|(before, _)| before != error) {
                    (self.notify)(Report::Failed { revision, error: error.clone() });
                }
                self.failed = Some((error.clone(), pause.min(LONGEST_PAUSE)));
                Err(error)
            }
        }
    }

    /// After how long what failed is to be tried again; none where that is of no use.
    fn pause(&self) -> Option<Duration> {
        match &self.failed {
            Some((StoreError::Inconsistent(_), _)) | None => None,
            Some((_, pause)) => Some(*pause).filter(|_| !self.store.read_only()),
        }
    }

    /// The next order; what failed is tried again meanwhile. None where nobody gives any more.
    fn next_order(&mut self, orders: &Receiver<Order>) -> Option<Order> {
        loop {
            let Some(pause) = self.pause() else { return orders.recv().ok() };
            match orders.recv_timeout(pause) {
                Ok(order) => return Some(order),
                Err(RecvTimeoutError::Timeout) => self.write_again(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn clean(&mut self) {
        let cleaned = self.write().and_then(|()| self.store.clean());
        (self.notify)(match cleaned {
            Ok(()) => Report::Cleaned,
            Err(error) => Report::NotCleaned { error },
        });
    }

    fn copy(&mut self, path: PathBuf) {
        let written = self.write();
        let copied = match (&self.waiting, written) {
            // The copy is how words are kept that the file itself does not take.
            (Some((_, dossier)), Err(_)) => self.store.copy_of(dossier, &path),
            _ => self.store.save_copy(&path),
        };
        (self.notify)(match copied {
            Ok(()) => Report::Copied { path },
            Err(error) => Report::CopyFailed { path, error },
        });
    }
}

fn work(store: Store, orders: &Receiver<Order>, notify: &dyn Fn(Report)) -> Result<(), StoreError> {
    let mut work = Work { store, waiting: None, failed: None, notify };
    while let Some(first) = work.next_order(orders) {
        // All that came in meanwhile is taken together: only the newest value counts.
        let mut copies = Vec::new();
        let mut told = Vec::new();
        let (mut clean, mut close) = (false, false);
        for order in std::iter::once(first).chain(orders.try_iter()) {
            match order {
                Order::Save(revision, dossier) => work.waiting = Some((revision, dossier)),
                Order::Retry => {}
                Order::Copy(path) => copies.push(path),
                Order::Tell(who) => told.push(who),
                Order::Clean => clean = true,
                Order::Close => close = true,
            }
        }
        // A copy writes what waits by itself.
        if copies.is_empty() || close {
            let written = work.write();
            if close && copies.is_empty() {
                tell(told);
                return written;
            }
        }
        for path in copies {
            work.copy(path);
        }
        if clean {
            work.clean();
        }
        tell(told);
        if close {
            return work.write();
        }
    }
    work.write()
}

/// Whoever asked may have lost patience.
fn tell(told: Vec<Sender<()>>) {
    for who in told {
        who.send(()).ok();
    }
}

//! How far a paper has been recognised, and the word to stop: shared by who works and who waits.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far a work has come. What it counts is a hint for a person; nothing hangs on its order.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// Nobody waits for it any more: who works gives up at the next step.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How much is done, in hundredths; none before it is known how much there is.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        let done = self.done.load(Ordering::Relaxed);
        (done * 100).checked_div(self.all.load(Ordering::Relaxed)).map(|percent| percent.min(100))
    }

    /// It has so many steps.
    pub(super) fn begin(&self, steps: usize) {
        self.all.store(steps, Ordering::Relaxed);
    }

    /// One more step is done; false where it was stopped.
    pub(super) fn step(&self) -> bool {
        self.done.fetch_add(1, Ordering::Relaxed);
        !self.is_stopped()
    }
}

//! However the process ends, what was typed goes to the disk.
//!
//! A fault in a view unwinds and drops the application; so does a Wayland display that is gone.
//! When an X11 display goes, its library calls `exit`: then only what a thread keeps for itself is
//! still given back, and what is to be written waits there.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::session::Will;

use super::App;

thread_local! {
    static WILL: RefCell<Kept> = const { RefCell::new(Kept(None)) };
}

/// Fulfilled when the thread ends with it.
struct Kept(Option<Will>);

impl Drop for Kept {
    fn drop(&mut self) {
        let will = self.0.take();
        // Where the disk does not take it there is nobody left to tell.
        drop(catch_unwind(|| will.map(Will::fulfil)));
    }
}

fn keep(will: Option<Will>) {
    // Where the thread has given it back already, it was fulfilled.
    WILL.try_with(|kept| kept.borrow_mut().0 = will).ok();
}

impl App {
    /// Remembers what would be lost if the process ended before the next frame.
    pub(super) fn tend_will(&self) {
        let edit = self.fields.waiting();
        keep(self.session.as_ref().and_then(|session| session.will(edit)));
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // In a fault of a view this runs while the fault unwinds: a second one would abort.
        let hand_over = AssertUnwindSafe(|| {
            self.flush_now();
            if let Some(session) = &mut self.session {
                session.hand_over();
            }
        });
        drop(catch_unwind(hand_over));
        // The session waits for its writer when it is dropped.
        keep(None);
    }
}

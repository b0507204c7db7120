//! Whether the paper is to be recognised again, and whether that is under way: the last answers
//! count, and a work that they made old is stopped.

use std::sync::Arc;

use egui::Context;

use crate::import::Progress;
use crate::messages::word_in as words;
use crate::session::Ticket;

/// How long it may take before something is said (s).
const PATIENCE: f64 = 0.3;

/// See the module.
#[derive(Default)]
pub(super) struct Again {
    /// An answer was given since it was begun last.
    wanted: bool,
    under_way: Option<UnderWay>,
}

struct UnderWay {
    /// None before it has one.
    ticket: Option<Ticket>,
    progress: Arc<Progress>,
    /// Since when, on egui's clock (s); none: since the next frame.
    since: Option<f64>,
}

impl Again {
    /// Another answer was given.
    pub fn want(&mut self) {
        self.wanted = true;
    }

    /// Begins where it is wanted, in the place of what is under way.
    pub fn begin(&mut self) -> Option<Arc<Progress>> {
        if !std::mem::take(&mut self.wanted) {
            return None;
        }
        let progress = Arc::<Progress>::default();
        let since = self.under_way.as_ref().and_then(|of| of.since);
        self.stop();
        self.under_way = Some(UnderWay { ticket: None, progress: Arc::clone(&progress), since });
        Some(progress)
    }

    /// It goes by this ticket.
    pub fn begun(&mut self, ticket: Ticket) {
        if let Some(under_way) = &mut self.under_way {
            under_way.ticket = Some(ticket);
        }
    }

    /// Whether this is what was under way: it is not any more.
    pub fn done(&mut self, ticket: Ticket) -> bool {
        self.under_way.take_if(|of| of.ticket == Some(ticket)).is_some()
    }

    /// Whether every answer is in the draft.
    pub fn is_done(&self) -> bool {
        !self.wanted && self.under_way.is_none()
    }

    /// What is to be said of it where it takes long.
    pub fn words(&mut self, ctx: &Context) -> Option<&'static str> {
        let under_way = self.under_way.as_mut()?;
        let now = ctx.input(|input| input.time);
        let waited = now - *under_way.since.get_or_insert(now);
        if waited < PATIENCE {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE - waited));
            return None;
        }
        Some(words::LOOKING_AGAIN)
    }

    fn stop(&mut self) {
        if let Some(under_way) = self.under_way.take() {
            under_way.progress.stop();
        }
    }
}

impl Drop for Again {
    /// The review is left.
    fn drop(&mut self) {
        self.stop();
    }
}

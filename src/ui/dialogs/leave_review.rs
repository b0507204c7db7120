//! The review of a paper shall be left, and answers were given in it.

use crate::messages::word_in as words;
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

use super::Wish;

/// The question, and what is done when the review is left.
pub struct LeaveReview {
    answers: usize,
    then: Option<Request>,
}

impl LeaveReview {
    /// So many answers would go.
    #[must_use]
    pub fn new(answers: usize, then: Option<Request>) -> Self {
        Self { answers, then }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::LEAVE,
            width: 520.0,
            primary: words::LEAVE_DO,
            ready: true,
            danger: true,
            cancel: words::STAY,
        };
        let closed = dialog(ctx, &frame, |ui| {
            body(ui, &words::answers_go(self.answers));
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                requests.extend(self.then.take());
                Wish::LeaveReview
            }
        }
    }
}

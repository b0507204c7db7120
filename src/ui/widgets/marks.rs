//! Where on the screen something was drawn that is pointed at from elsewhere.

use egui::{Context, Id, Rect};

/// What can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The stages of the work.
    Stages,
    /// How saving stands.
    Saved,
    /// The heads of the table.
    Table,
    /// The stage of the check.
    Findings,
    /// The stage of the paper.
    Print,
}

/// Says where it is in this frame; what is marked twice in a frame is as large as both.
pub fn mark(ctx: &Context, mark: Mark, rect: Rect) {
    let whole = marked(ctx, mark).map_or(rect, |known| known.union(rect));
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(id(mark), (pass, whole)));
}

/// Where it is, if it was drawn in this frame.
#[must_use]
pub fn marked(ctx: &Context, mark: Mark) -> Option<Rect> {
    let known = ctx.data(|data| data.get_temp::<(u64, Rect)>(id(mark)))?;
    (known.0 == ctx.cumulative_pass_nr()).then_some(known.1)
}

fn id(mark: Mark) -> Id {
    Id::unique(("mark", mark))
}

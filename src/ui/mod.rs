//! The window. Views read a dossier and push requests; everything that acts is here.
//!
//! Invariant: a view never writes, never runs a side effect and reads no clock: it is
//! drawn from [`ViewCx`] and its own state, and pushes a [`Request`]. Requests are
//! handled after the frame, in `app`, in one place.

mod app;
mod command;
mod diagnostics;
mod dialogs;
mod fields;
mod found;
mod grid;
mod handover;
mod outside;
mod outside_native;
mod palette;
mod paper;
mod renderer;
mod request;
mod run;
mod search;
mod settings;
mod shell;
mod theme;
mod view;
mod views;
mod widgets;

pub use crate::session::Start;
pub use app::App;
pub use command::Command;
pub use outside::{Ask, Machine, News, Outside};
pub use request::{Request, Requests, Stage};
pub use run::{RunError, run};
pub use theme::Theme;

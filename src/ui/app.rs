//! To come.
/// The window's application.
pub struct App;

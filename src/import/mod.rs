//! Bytes from outside to a dossier, with the place named where they are not understood.

mod error;
mod into;
mod json;

pub use error::{ImportError, Problem};
pub use into::into;
pub use json::{Limits, catalogue, json};

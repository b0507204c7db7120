//! Office Open XML as a container: parts of text in a zip, XML that is always well formed, and
//! the way back from both, within limits.
//!
//! Invariant: the same parts give the same bytes on every machine, at every hour; whatever bytes
//! are read, time and memory are bounded, and nothing outside of them is looked up.

mod archive;
mod events;
mod package;
mod read_error;
mod relations;
mod settle;
mod xml;

pub use archive::Archive;
pub use events::{Event, Events, Space, Tag};
pub use package::{Package, PackageError};
pub use read_error::{Limit, ReadError};
pub use relations::{Relation, main_part, relations};
pub use settle::settle;
pub use xml::{Xml, escape, is_legal};

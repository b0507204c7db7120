//! Office Open XML as a container: parts of text in a zip, and XML that is always well formed.
//!
//! Invariant: the same parts give the same bytes on every machine, at every hour.

mod package;
mod xml;

pub use package::{Package, PackageError};
pub use xml::{Xml, escape, is_legal};

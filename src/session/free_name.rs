//! Names for new files.

use std::path::{Path, PathBuf};

/// A name in a folder that nothing has yet: "name.ext", "name (2).ext", …
pub(super) fn free_name(folder: &Path, name: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{name}.{extension}"));
    if !first.exists() {
        return first;
    }
    (2..10_000)
        .map(|number| folder.join(format!("{name} ({number}).{extension}")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}

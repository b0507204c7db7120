//! Reading a file of which nobody knows how large it is.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// The bytes of a file, of one that is larger than `limit` (bytes) one more than that: enough to
/// see that it is too large.
///
/// # Errors
/// As the system gives them.
pub fn read_at_most(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

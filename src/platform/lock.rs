//! Keeping everybody else away from a file for a moment, by the locks that SQLite heeds.

use std::fs::File;
use std::io;

/// Locks a whole file until its descriptor is closed; `false` where somebody has a part of it.
///
/// The file must have been opened for writing. On Unix the lock is the process's: closing any
/// descriptor of the file in this process gives it back.
///
/// # Errors
/// What the system says, where the place knows no locks.
#[cfg(unix)]
pub fn lock_whole(file: &File) -> io::Result<bool> {
    use rustix::fs::{FlockOperation, fcntl_lock};
    match fcntl_lock(file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::AGAIN | rustix::io::Errno::ACCESS) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Locks a whole file until its descriptor is closed; `false` where somebody has a part of it.
///
/// # Errors
/// What the system says, where the place knows no locks.
#[cfg(not(unix))]
pub fn lock_whole(file: &File) -> io::Result<bool> {
    use std::fs::TryLockError;
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

//! The place of the first on Windows: a named pipe, and a file whose lock tells who listens.
//! The pipe alone would do on Windows itself, but not every system that runs Windows programs
//! keeps a second one from making a pipe of the same name.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use interprocess::local_socket::{
    GenericNamespaced, Listener, ListenerOptions, Name, ToNsName as _,
};

/// The name of the pipe and the file of the lock. Pipes are of the whole machine, and so is a
/// data folder's path.
#[derive(Clone)]
pub struct Address {
    pipe: String,
    lock: PathBuf,
}

/// The lock of the first. Nothing is left behind by a pipe.
pub struct Place {
    _lock: File,
}

pub fn address(data_folder: &Path) -> Option<Address> {
    let hash = super::stable_hash(&[data_folder.as_os_str().as_encoded_bytes()]);
    Some(Address { pipe: format!("caitien-{hash:016x}"), lock: data_folder.join("window.lock") })
}

impl Address {
    pub fn name(&self) -> io::Result<Name<'_>> {
        self.pipe.as_str().to_ns_name::<GenericNamespaced>()
    }
}

/// The place, if nobody has it.
pub fn take(address: &Address) -> io::Result<Option<(Place, Listener)>> {
    if let Some(folder) = address.lock.parent() {
        fs::create_dir_all(folder)?;
    }
    let lock = OpenOptions::new().write(true).create(true).truncate(false).open(&address.lock)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let listener = ListenerOptions::new().name(address.name()?).create_sync()?;
    Ok(Some((Place { _lock: lock }, listener)))
}

/// Windows lets a program come forward only if the one in front allows it.
pub fn let_others_come_forward() {
    let _ = winsafe::AllowSetForegroundWindow(None);
}

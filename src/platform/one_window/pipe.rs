//! The socket of the first on Windows: a named pipe, of which nothing is left behind.
//!
//! To make it first would do as a lock on Windows itself, but not every system that runs Windows
//! programs keeps a second one from making a pipe of the same name.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use interprocess::local_socket::{
    GenericNamespaced, Listener, ListenerOptions, Name, ToNsName as _,
};

/// The name of the pipe, and the file whose lock tells who listens. Pipes are of the whole
/// machine, and so is a data folder's path.
#[derive(Clone)]
pub struct Address {
    pipe: String,
    lock: PathBuf,
}

/// There always is one.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there may be none")]
pub fn address(data_folder: &Path) -> Option<Address> {
    let hash = super::stable_hash(&[data_folder.as_os_str().as_encoded_bytes()]);
    Some(Address { pipe: format!("caitien-{hash:016x}"), lock: data_folder.join("window.lock") })
}

impl Address {
    pub fn name(&self) -> io::Result<Name<'_>> {
        self.pipe.as_str().to_ns_name::<GenericNamespaced>()
    }

    /// The file whose lock tells who listens.
    pub fn lock_file(&self) -> io::Result<File> {
        if let Some(folder) = self.lock.parent() {
            fs::create_dir_all(folder)?;
        }
        OpenOptions::new().write(true).create(true).truncate(false).open(&self.lock)
    }

    /// Begins to listen; only who has the lock may.
    pub fn listen(&self) -> io::Result<Listener> {
        ListenerOptions::new().name(self.name()?).create_sync()
    }

    /// The pipe goes with its program.
    #[expect(clippy::unused_self, reason = "elsewhere there is something to do")]
    pub fn leave(&self) {}
}

/// Windows lets a program come forward only if the one in front allows it.
pub fn let_others_come_forward() {
    let _ = winsafe::AllowSetForegroundWindow(None);
}

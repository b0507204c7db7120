//! The socket of the first on Unix: a file, which stays behind when its program is killed.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Name, ToFsName as _};
use interprocess::os::unix::local_socket::ListenerOptionsExt as _;

/// The longest path that every Unix takes for a socket, bytes.
const LONGEST_NAME: usize = 100;

/// The path of the socket.
#[derive(Clone)]
pub struct Address(PathBuf);

/// `None` where no folder is short enough for a socket.
pub fn address(data_folder: &Path) -> Option<Address> {
    address_from(data_folder, &|name| std::env::var_os(name))
}

/// A window on another screen than this start's is of no use to it.
pub(super) fn address_from(
    data_folder: &Path,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Option<Address> {
    let screens = ["WAYLAND_DISPLAY", "DISPLAY"].map(|name| variable(name).unwrap_or_default());
    let [wayland, x11] = screens.each_ref().map(|screen| screen.as_encoded_bytes());
    let folder = data_folder.as_os_str().as_encoded_bytes();
    let name = format!("{:016x}.sock", super::stable_hash(&[folder, wayland, x11]));
    let own = variable("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
    let folders = [own.map(|folder| folder.join("caitien")), Some(data_folder.join("run"))];
    let fits = |path: &PathBuf| path.as_os_str().len() <= LONGEST_NAME;
    folders.into_iter().flatten().map(|folder| folder.join(&name)).find(fits).map(Address)
}

impl Address {
    pub fn name(&self) -> io::Result<Name<'_>> {
        self.0.as_path().to_fs_name::<GenericFilePath>()
    }

    /// The file whose lock tells who listens.
    pub fn lock_file(&self) -> io::Result<File> {
        if let Some(folder) = self.0.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).mode(0o600);
        options.open(self.0.with_extension("lock"))
    }

    /// Begins to listen; only who has the lock may.
    pub fn listen(&self) -> io::Result<Listener> {
        // What a killed program left: nobody listens there, or it would have the lock.
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => ListenerOptions::new().name(self.name()?).mode(0o600).create_sync(),
        }
    }

    /// Removes the socket.
    pub fn leave(&self) {
        let _ = fs::remove_file(&self.0);
    }

    /// Where the socket is.
    #[cfg(test)]
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

/// Elsewhere the window asks for it by itself.
pub fn let_others_come_forward() {}

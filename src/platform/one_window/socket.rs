//! The place of the first on Unix: a socket, and beside it a file whose lock tells who listens,
//! since a socket stays behind when its program is killed.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
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

/// The lock of the first. The socket is removed before it is given back.
pub struct Place {
    socket: PathBuf,
    _lock: File,
}

/// `None` where no folder is short enough for a socket.
pub fn address(data_folder: &Path) -> Option<Address> {
    address_from(data_folder, &|name| std::env::var_os(name))
}

/// A window on another screen than this start's is of no use to it.
pub(super) fn address_from(
    data_folder: &Path,
    variable: &dyn Fn(&str) -> Option<std::ffi::OsString>,
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

    #[cfg(test)]
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

/// The place, if nobody has it.
pub fn take(address: &Address) -> io::Result<Option<(Place, Listener)>> {
    let socket = &address.0;
    if let Some(folder) = socket.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut about = OpenOptions::new();
    about.write(true).create(true).truncate(false).mode(0o600);
    let lock = about.open(socket.with_extension("lock"))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // What a killed program left: nobody listens there, or this lock would be held.
    match fs::remove_file(socket) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = ListenerOptions::new().name(address.name()?).mode(0o600).create_sync()?;
    Ok(Some((Place { socket: socket.clone(), _lock: lock }, listener)))
}

/// Elsewhere the window asks for it by itself.
pub fn let_others_come_forward() {}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.socket);
    }
}

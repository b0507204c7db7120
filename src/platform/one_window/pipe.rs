//! The place of the first on Windows, a named pipe: making its first instance is the lock.

use std::io;
use std::path::Path;

use interprocess::local_socket::{
    GenericNamespaced, Listener, ListenerOptions, Name, ToNsName as _,
};

/// The name of the pipe. Pipes are of the whole machine, and so is a data folder's path.
#[derive(Clone)]
pub struct Address(String);

/// Nothing is left behind by a pipe.
pub struct Place;

pub fn address(data_folder: &Path) -> Option<Address> {
    let hash = super::stable_hash(&[data_folder.as_os_str().as_encoded_bytes()]);
    Some(Address(format!("caitien-{hash:016x}")))
}

impl Address {
    pub fn name(&self) -> io::Result<Name<'_>> {
        self.0.as_str().to_ns_name::<GenericNamespaced>()
    }
}

/// The place, if nobody has it.
pub fn take(address: &Address) -> io::Result<Option<(Place, Listener)>> {
    let name = address.name()?;
    // What Windows says here when a name is taken is "access denied", as for much else:
    // whoever is there, or is not, shows when it is spoken to.
    let listener = ListenerOptions::new().name(name).create_sync().ok();
    Ok(listener.map(|listener| (Place, listener)))
}

/// Windows lets a program come forward only if the one in front allows it.
pub fn let_others_come_forward() {
    let _ = winsafe::AllowSetForegroundWindow(None);
}

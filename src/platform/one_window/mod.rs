//! One window a person: a later start hands over a line of text to the first, and leaves.
//!
//! The first start of a data folder takes the lock of a file, which a killed program gives back,
//! and listens on a local socket: a named pipe on Windows, a Unix socket elsewhere. Invariant: whoever is told that its line was taken may
//! leave; a line that nobody took in time is never taken later.

#[cfg(windows)]
#[path = "pipe.rs"]
mod place;
#[cfg(not(windows))]
#[path = "socket.rs"]
mod place;
#[cfg(test)]
mod tests;

use std::fs::{File, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use interprocess::local_socket::traits::{Listener as _, Stream as _};
use interprocess::local_socket::{ConnectOptions, Listener, Stream};

use super::machine::stable_hash;
use place::Address;

/// For how long a start waits for another window to take its line.
const PATIENCE: Duration = Duration::from_millis(2_500);
/// For how long the first waits for its own window.
const OWN_PATIENCE: Duration = Duration::from_millis(1_500);
/// A line is said only while this much is left, so that the answer to it still counts.
const ENOUGH: Duration = Duration::from_millis(1_700);
/// Between two tries, where the other is just coming or just leaving.
const PAUSE: Duration = Duration::from_millis(40);
/// The longest line, in bytes; a path of the longest kind takes less.
const LONGEST: u64 = 64 << 10;
/// So many are listened to at the same time: one that says nothing holds up no other.
const AT_ONCE: usize = 8;
/// What is answered when the line was taken.
const TAKEN: &[u8] = b"ok\n";

/// What a start of the program is to others of the same data folder.
pub enum OneWindow {
    /// Another window took the line: nothing is left to do.
    HandedOver,
    /// The first: what later starts hand over comes through this door.
    First(Door),
    /// Another is there and does not answer, or this system has no such sockets: a window of
    /// its own, which hears nothing. Files are kept apart by their locks.
    Alone,
}

/// Where the lines of later starts arrive, until it is dropped.
pub struct Door {
    handed: Receiver<Handed>,
    wake: Arc<Wake>,
    /// Given back last.
    _place: Place,
}

/// A line, and where it is said that it was taken; nowhere if that was said already.
struct Handed {
    line: String,
    answer: Option<SyncSender<()>>,
}

#[derive(Default)]
struct Wake {
    /// Whether somebody takes lines: before, a window is only on its way, which may be long.
    taking: AtomicBool,
    call: Mutex<Option<Box<dyn Fn() + Send>>>,
}

impl Wake {
    fn up(&self) {
        if let Some(call) = &*self.call.lock().unwrap_or_else(PoisonError::into_inner) {
            call();
        }
    }
}

/// Hands a line to the window of the same data folder, or becomes the first of it.
///
/// Waits some two seconds at most. Without a line nothing is handed over: such a start is the
/// first, or alone. A line with a break in it is not one, and is not handed over either.
#[must_use]
pub fn one_window(data_folder: &Path, line: Option<&str>) -> OneWindow {
    match place::address(data_folder) {
        Some(address) => start_at(&address, line),
        None => OneWindow::Alone,
    }
}

fn start_at(address: &Address, line: Option<&str>) -> OneWindow {
    let until = Instant::now() + PATIENCE;
    let line = line.filter(|line| !line.contains('\n') && (line.len() as u64) < LONGEST);
    loop {
        // Two that start at the same moment: one takes the place, the other is heard by it.
        match take(address) {
            Ok(Some((place, listener))) => return OneWindow::First(listen(place, listener)),
            Ok(None) => {}
            Err(_) => return OneWindow::Alone,
        }
        let Some(line) = line else { return OneWindow::Alone };
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return OneWindow::Alone;
        }
        if left >= ENOUGH && hand_over(address, line, left) {
            return OneWindow::HandedOver;
        }
        std::thread::sleep(PAUSE.min(left));
    }
}

/// The place of the first, until it is dropped.
struct Place {
    address: Address,
    /// Given back last.
    _lock: File,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.address.leave();
    }
}

/// The place, if nobody has it.
fn take(address: &Address) -> io::Result<Option<(Place, Listener)>> {
    let lock = address.lock_file()?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let listener = address.listen()?;
    Ok(Some((Place { address: address.clone(), _lock: lock }, listener)))
}

/// Says a line; whether it was taken. On a thread of its own, since a pipe knows no timeouts.
fn hand_over(address: &Address, line: &str, patience: Duration) -> bool {
    let (done, result) = sync_channel(1);
    let (address, line) = (address.clone(), format!("{line}\n"));
    let said = std::thread::Builder::new().name("hand over".to_owned()).spawn(move || {
        let _ = done.send(say(&address, &line).unwrap_or(false));
    });
    said.is_ok() && result.recv_timeout(patience).unwrap_or(false)
}

fn say(address: &Address, line: &str) -> io::Result<bool> {
    let stream = ConnectOptions::new().name(address.name()?).connect_sync()?;
    place::let_others_come_forward();
    (&stream).write_all(line.as_bytes())?;
    let mut answer = Vec::new();
    (&stream).take(TAKEN.len() as u64).read_to_end(&mut answer)?;
    Ok(answer == TAKEN)
}

/// Listens on a thread of its own, which sleeps until somebody comes.
fn listen(place: Place, listener: Listener) -> Door {
    let (sender, handed) = channel();
    let wake = Arc::new(Wake::default());
    let door = Door { handed, wake: Arc::clone(&wake), _place: place };
    let accept = move || {
        let busy = Arc::new(AtomicUsize::new(0));
        loop {
            let Ok(stream) = listener.accept() else {
                // Out of handles, most likely: not a reason to turn round and round.
                std::thread::sleep(PAUSE);
                continue;
            };
            if busy.fetch_add(1, Ordering::SeqCst) >= AT_ONCE {
                busy.fetch_sub(1, Ordering::SeqCst);
                continue;
            }
            let (sender, wake, of_thread) = (sender.clone(), Arc::clone(&wake), Arc::clone(&busy));
            let heard =
                std::thread::Builder::new().name("handed over".to_owned()).spawn(move || {
                    let _ = hear(&stream, &sender, &wake);
                    of_thread.fetch_sub(1, Ordering::SeqCst);
                });
            if heard.is_err() {
                busy.fetch_sub(1, Ordering::SeqCst);
            }
        }
    };
    // Without the thread nobody is heard: the others wait in vain and open their own windows.
    let _ = std::thread::Builder::new().name("single window".to_owned()).spawn(accept);
    door
}

/// Reads one line and answers when it was taken.
fn hear(stream: &Stream, sender: &Sender<Handed>, wake: &Wake) -> io::Result<()> {
    // Pipes have none; there the number of those listened to is the bound.
    let _ = stream.set_recv_timeout(Some(OWN_PATIENCE));
    let _ = stream.set_send_timeout(Some(OWN_PATIENCE));
    let mut line = String::new();
    let mut reader = BufReader::new(stream.take(LONGEST));
    reader.read_line(&mut line)?;
    if line.pop() != Some('\n') {
        return Err(io::ErrorKind::InvalidData.into());
    }
    if wake.taking.load(Ordering::SeqCst) {
        // No room in between: it is received while this waits for it, or never.
        let (answer, taken) = sync_channel(0);
        let handed = Handed { line, answer: Some(answer) };
        sender.send(handed).map_err(|_| io::ErrorKind::BrokenPipe)?;
        wake.up();
        taken.recv_timeout(OWN_PATIENCE).map_err(|error| match error {
            RecvTimeoutError::Timeout => io::ErrorKind::TimedOut,
            RecvTimeoutError::Disconnected => io::ErrorKind::BrokenPipe,
        })?;
    } else {
        sender.send(Handed { line, answer: None }).map_err(|_| io::ErrorKind::BrokenPipe)?;
        wake.up();
    }
    let mut stream = stream;
    stream.write_all(TAKEN)
}

impl Door {
    /// Has this called, on any thread, when a line has come.
    pub fn wake_by(&self, wake: impl Fn() + Send + 'static) {
        let mut call = self.wake.call.lock().unwrap_or_else(PoisonError::into_inner);
        *call = Some(Box::new(wake));
    }

    /// Takes the lines that have come; their senders are told so.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        self.wake.taking.store(true, Ordering::SeqCst);
        let taken = |handed: Handed| {
            let still_wanted = handed.answer.is_none_or(|answer| answer.send(()).is_ok());
            still_wanted.then_some(handed.line)
        };
        self.handed.try_iter().filter_map(taken).collect()
    }
}

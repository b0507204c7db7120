//! Starts beside each other, with real sockets in a folder of their own.

#[cfg(unix)]
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::PathBuf;

use super::*;

/// A folder of its own, short enough for a socket, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ct-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    #[cfg(unix)]
    fn address(&self) -> Address {
        place::address_from(&self.0, &|_| None).unwrap()
    }

    #[cfg(windows)]
    fn address(&self) -> Address {
        place::address(&self.0).unwrap()
    }

    fn start(&self, line: &str) -> OneWindow {
        start_at(&self.address(), Some(line))
    }

    fn first(&self) -> Door {
        let OneWindow::First(door) = self.start("first") else { panic!("it is not the first") };
        door
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Takes lines as a window does, until one has come.
fn take_one(door: &Door) -> String {
    for _ in 0..500 {
        if let Some(line) = door.take().pop() {
            return line;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("nothing was handed over");
}

#[test]
fn a_second_start_hands_its_line_over_and_wakes_the_window() {
    let folder = Folder::new("second");
    let door = folder.first();
    let (woken, wakes) = channel();
    door.wake_by(move || woken.send(()).unwrap());
    assert_eq!(door.take(), Vec::<String>::new());
    let line = r#"{"open":"/Tài liệu/Kế hoạch & bản sao.caitien"}"#;
    let (address, copy) = (folder.address(), line.to_owned());
    let second = std::thread::spawn(move || start_at(&address, Some(&copy)));
    wakes.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!(take_one(&door), line);
    assert!(matches!(second.join().unwrap(), OneWindow::HandedOver));
}

#[test]
fn a_window_that_is_only_coming_takes_the_line_when_it_is_there() {
    let folder = Folder::new("coming");
    let door = folder.first();
    assert!(matches!(folder.start("early"), OneWindow::HandedOver));
    assert_eq!(door.take(), ["early"]);
}

#[test]
fn a_window_that_hangs_is_left_and_never_takes_the_line_later() {
    let folder = Folder::new("hangs");
    let door = folder.first();
    assert!(door.take().is_empty());
    let since = Instant::now();
    assert!(matches!(folder.start("late"), OneWindow::Alone));
    assert!(since.elapsed() < Duration::from_secs(4));
    assert!(door.take().is_empty());
}

#[test]
fn of_starts_at_the_same_moment_one_is_the_first() {
    let folder = Folder::new("race");
    let starts: Vec<_> = (0..6)
        .map(|number| {
            let address = folder.address();
            std::thread::spawn(move || start_at(&address, Some(&format!("line {number}"))))
        })
        .collect();
    let stood: Vec<_> = starts.into_iter().map(|start| start.join().unwrap()).collect();
    let doors: Vec<_> = stood
        .iter()
        .filter_map(|start| match start {
            OneWindow::First(door) => Some(door),
            _ => None,
        })
        .collect();
    assert_eq!(doors.len(), 1);
    assert_eq!(stood.iter().filter(|start| matches!(start, OneWindow::HandedOver)).count(), 5);
    assert_eq!(doors[0].take().len(), 5);
}

#[cfg(unix)]
#[test]
fn what_a_killed_program_left_is_in_nobodys_way() {
    let folder = Folder::new("killed");
    let socket = folder.address().path().to_owned();
    std::fs::create_dir_all(socket.parent().unwrap()).unwrap();
    drop(std::os::unix::net::UnixListener::bind(&socket).unwrap());
    assert!(socket.exists());
    let door = folder.first();
    assert!(matches!(folder.start("heard"), OneWindow::HandedOver));
    assert_eq!(door.take(), ["heard"]);
    drop(door);
    assert!(!socket.exists());
    drop(folder.first());
}

#[cfg(unix)]
#[test]
fn those_that_say_nothing_or_too_much_hold_up_nobody() {
    let folder = Folder::new("silent");
    let door = folder.first();
    let connect = || std::os::unix::net::UnixStream::connect(folder.address().path()).unwrap();
    let silent: Vec<_> = (0..3).map(|_| connect()).collect();
    let mut endless = connect();
    let _ = endless.write_all(&vec![b'x'; 2 * LONGEST as usize]);
    assert!(matches!(folder.start("heard"), OneWindow::HandedOver));
    assert_eq!(door.take(), ["heard"]);
    drop(silent);
}

#[test]
fn without_a_line_that_can_travel_it_is_the_first_or_alone() {
    let folder = Folder::new("mute");
    let address = folder.address();
    let long = "x".repeat(2 * LONGEST as usize);
    let OneWindow::First(door) = start_at(&address, None) else { panic!("nobody is there") };
    for line in [None, Some("two\nlines"), Some(&*long)] {
        assert!(matches!(start_at(&address, line), OneWindow::Alone));
    }
    assert!(door.take().is_empty());
}

#[cfg(unix)]
#[test]
fn only_this_person_may_speak_to_it() {
    let folder = Folder::new("mode");
    let _door = folder.first();
    let socket = folder.address().path().to_owned();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(socket.parent().unwrap()), 0o700);
    assert_eq!(mode(&socket), 0o600);
    let own = std::fs::metadata(&folder.0).unwrap().uid();
    assert_eq!(std::fs::metadata(&socket).unwrap().uid(), own);
}

#[cfg(unix)]
#[test]
fn another_data_folder_and_another_screen_are_other_worlds() {
    let at = |folder: &str, screen: &'static str| {
        let variable = |name: &str| match name {
            "DISPLAY" => Some(std::ffi::OsString::from(screen)),
            "XDG_RUNTIME_DIR" => Some("/run/user/1000".into()),
            _ => None,
        };
        place::address_from(Path::new(folder), &variable).unwrap().path().to_owned()
    };
    assert_eq!(at("/srv/a", ":0"), at("/srv/a", ":0"));
    assert!(at("/srv/a", ":0").starts_with("/run/user/1000/caitien"));
    assert_ne!(at("/srv/a", ":0"), at("/srv/b", ":0"));
    assert_ne!(at("/srv/a", ":0"), at("/srv/a", ":1"));
    let deep = PathBuf::from(format!("/srv/{}", "x".repeat(200)));
    assert!(place::address_from(&deep, &|_| None).is_none());
    // The name must never change: an older version would not be found.
    assert_eq!(stable_hash(&[b"a"]), 0x089b_e207_b544_f1e4);
}

//! Names of what is made for a short while, and sweeping what a killed program left of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use super::machine::machine_number;
use super::read::read_at_most;

/// What the names of notes begin with that lie beside a file while it is open: programs that bring
/// files to other machines leave such names alone, as those of Word. A note's first line is a
/// [`passing_name`].
pub const NOTE_PREFIX: &str = "~$";

/// How old litter must be: nothing that is made takes that long.
const OLD: Duration = Duration::from_hours(24);
/// How much of a note is read for its first line, bytes.
const LONGEST_FIRST_LINE: usize = 100;

/// A name that nothing else has, and that says which program on which machine made it:
/// "caitien-", the machine as eight hexadecimal digits, the process, a number.
#[must_use]
pub fn passing_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("caitien-{:08x}-{}-{number}", machine_number(), std::process::id())
}

/// The name of a file that is being made beside its place.
pub(super) fn unfinished_name() -> String {
    format!(".{}.tmp", passing_name())
}

/// Removes from these folders what programs that are gone left on this machine more than a day
/// ago: unfinished files, notes of what they had open, and in the system's folder for temporary
/// files their folders of copies. Nothing else goes, whatever its name.
pub fn sweep(folders: &[PathBuf], now: SystemTime) {
    for folder in folders {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        let holds_copies = *folder == std::env::temp_dir();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let (Some(name), Ok(kind)) = (name.to_str(), entry.file_type()) else { continue };
            let unfinished = name.strip_prefix('.').and_then(|name| name.strip_suffix(".tmp"));
            let is_note = kind.is_file() && name.starts_with(NOTE_PREFIX);
            let note = if is_note { first_line(&entry.path()) } else { None };
            let made = note.as_deref().or(unfinished).unwrap_or(name);
            if !is_left_by_the_dead(made) || !is_old(&entry.path(), now) {
                continue;
            }
            // What cannot be removed stays litter.
            drop(if kind.is_file() && (unfinished.is_some() || note.is_some()) {
                fs::remove_file(entry.path())
            } else if kind.is_dir() && unfinished.is_none() && holds_copies {
                fs::remove_dir_all(entry.path())
            } else {
                Ok(())
            });
        }
    }
}

/// The first line of a note; others' files of such names hold no text.
fn first_line(path: &Path) -> Option<String> {
    let bytes = read_at_most(path, LONGEST_FIRST_LINE).ok()?;
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    String::from_utf8(line.to_vec()).ok()
}

/// Whether a name is exactly one of [`passing_name`], of this machine and a process that is gone.
#[must_use]
pub fn is_left_by_the_dead(name: &str) -> bool {
    let mut parts = name.split('-');
    let number = |part: Option<&str>| {
        let part = part.filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    parts.next() == Some("caitien")
        && parts.next() == Some(&format!("{:08x}", machine_number()))
        && number(parts.next()).is_some_and(is_gone)
        && number(parts.next()).is_some()
        && parts.next().is_none()
}

fn is_old(path: &Path, now: SystemTime) -> bool {
    fs::symlink_metadata(path)
        .and_then(|about| about.modified())
        .is_ok_and(|made| now.duration_since(made).is_ok_and(|age| age > OLD))
}

/// Whether no process has this number.
#[cfg(unix)]
fn is_gone(process: u32) -> bool {
    let process = process.try_into().ok().and_then(rustix::process::Pid::from_raw);
    process.is_some_and(|process| {
        rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH)
    })
}

/// Whether no process has this number.
#[cfg(windows)]
fn is_gone(process: u32) -> bool {
    use winsafe::co::{ERROR, PROCESS};
    let opened = winsafe::HPROCESS::OpenProcess(PROCESS::QUERY_LIMITED_INFORMATION, false, process);
    opened.err() == Some(ERROR::INVALID_PARAMETER)
}

/// No other system is known to tell.
#[cfg(not(any(unix, windows)))]
fn is_gone(_process: u32) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    /// A number that no process has any more.
    fn gone() -> u32 {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .arg("--list")
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        child.wait().unwrap();
        child.id()
    }

    #[test]
    fn only_old_litter_of_this_machine_and_of_the_dead_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let (here, gone, own) = (machine_number(), gone(), std::process::id());
        let long_ago = SystemTime::now() - OLD * 2;
        let make = |name: &str, time: SystemTime| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(time).unwrap();
        };
        let swept = format!(".caitien-{here:08x}-{gone}-7.tmp");
        make(&swept, long_ago);
        let kept = [
            format!(".caitien-{here:08x}-{own}-7.tmp"),
            format!(".caitien-{:08x}-{gone}-7.tmp", here ^ 1),
            format!(".caitien-{here:08x}-{gone}-7.tmp-journal"),
            format!(".caitien-{here:08x}-{gone}-7-8.tmp"),
            format!(".caitien-{here:08x}-{gone}-+7.tmp"),
            format!("caitien-{here:08x}-{gone}-7"),
            format!("caitien-{here:08x}-{gone}-7.tmp"),
            ".caitien-7-0.tmp".to_owned(),
            "f.caitien".to_owned(),
            "f.caitien-journal".to_owned(),
            "f.nhat-ky-de-rieng".to_owned(),
        ];
        for name in &kept {
            make(name, long_ago);
        }
        make(&format!(".caitien-{here:08x}-{gone}-8.tmp"), SystemTime::now());
        fs::create_dir(folder.path().join(format!(".caitien-{here:08x}-{gone}-9.tmp"))).unwrap();
        sweep(&[folder.path().to_owned()], SystemTime::now());
        assert!(!folder.path().join(swept).exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), kept.len() + 2);
        for name in &kept {
            assert!(folder.path().join(name).exists(), "{name}");
        }
    }

    #[test]
    fn notes_of_the_dead_are_swept_by_their_first_line_and_files_of_word_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (here, gone, own) = (machine_number(), gone(), std::process::id());
        let long_ago = SystemTime::now() - OLD * 2;
        let make = |name: &str, text: &str, time: SystemTime| {
            fs::write(folder.path().join(name), text).unwrap();
            let file = File::options().write(true).open(folder.path().join(name)).unwrap();
            file.set_modified(time).unwrap();
        };
        let dead = format!("caitien-{here:08x}-{gone}-7\nlan\nMAY-HT\n");
        make("~$a.caitien", &dead, long_ago);
        make("~$young.caitien", &dead, SystemTime::now());
        make("~$own.caitien", &format!("caitien-{here:08x}-{own}-7\n"), long_ago);
        make("~$far.caitien", &format!("caitien-{:08x}-{gone}-7\n", here ^ 1), long_ago);
        make("~$ Kế hoạch.docx", "\u{3}Lan\0", long_ago);
        make("a.caitien", &dead, long_ago);
        sweep(&[folder.path().to_owned()], SystemTime::now());
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        let kept = ["a.caitien", "~$ Kế hoạch.docx", "~$far.caitien", "~$own.caitien"];
        assert_eq!(left, [&kept[..], &["~$young.caitien"]].concat());
    }

    #[test]
    fn names_are_told_apart_and_say_who_made_them() {
        let (one, other) = (passing_name(), passing_name());
        assert_ne!(one, other);
        assert!(one.contains(&format!("-{}-", std::process::id())), "{one}");
        // Its maker is not gone.
        assert!(!is_left_by_the_dead(&one));
    }
}

//! Signed and stamped papers as files beside the dossier: put there, looked for, moved aside.
//!
//! Invariant: a file that a person handed over is copied whole or not at all, and never deleted.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::plan::{Id, Scan};
use crate::platform::{self, WriteError};
use crate::words::nfc;
use crate::year::frozen::sha256;

use super::free_name::free_name;

/// A scan is no larger than this, bytes: some two hundred pages in colour.
pub const LARGEST_SCAN: usize = 100 << 20;
/// A PDF names itself within so many bytes (ISO 32000-2, 7.5.2 and what readers accept).
const HEAD: usize = 1024;

/// Where the scans of a dossier are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanPlace {
    /// The folder beside the dossier.
    pub folder: PathBuf,
    /// Inside it, the folder of those that a person took off.
    pub aside: PathBuf,
}

/// How a scan stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanState {
    /// It is there, as it was.
    There(PathBuf),
    /// A file of its name is there with other bytes.
    Changed(PathBuf),
    /// Nothing is there.
    Missing,
}

/// Why a file was not kept.
#[derive(Debug)]
pub enum ScanError {
    /// The system does not give it.
    Read(io::Error),
    /// It is larger than [`LARGEST_SCAN`].
    TooLarge,
    /// It is no PDF.
    NoPdf,
    /// It is kept already, under this name.
    Known(String),
    /// The copy could not be written.
    Write(WriteError),
}

/// What became of the scans of a dossier that was copied.
#[derive(Debug, Default)]
pub struct CopiedScans {
    /// So many lie beside the copy, those among them whose files were changed.
    pub copied: usize,
    /// The files of so many were not there.
    pub missing: usize,
    /// So many could not be copied, and why the first of them.
    pub failed: usize,
    /// See `failed`.
    pub why: Option<ScanError>,
}

/// All that the keeping of a scan needs.
pub struct KeepOrder {
    /// Of which paper it is.
    pub plan: Id,
    /// Where it is now.
    pub from: PathBuf,
    /// Where it comes to.
    pub place: ScanPlace,
    /// The scans of the paper so far.
    pub known: Vec<Scan>,
    /// When.
    pub at: DateTime,
}

impl KeepOrder {
    /// Copies it into the folder, under its own name or the next one that is free; its number is
    /// still to be given.
    pub(super) fn make(&self) -> Result<Scan, ScanError> {
        let bytes = platform::read_at_most(&self.from, LARGEST_SCAN).map_err(ScanError::Read)?;
        if bytes.len() > LARGEST_SCAN {
            return Err(ScanError::TooLarge);
        }
        let head = bytes.get(..HEAD).unwrap_or(&bytes);
        if !head.windows(5).any(|five| five == b"%PDF-") {
            return Err(ScanError::NoPdf);
        }
        let sha256 = sha256(&bytes);
        if let Some(known) = self.known.iter().find(|scan| scan.sha256 == sha256)
            && matches!(self.place.state(known), ScanState::There(_))
        {
            return Err(ScanError::Known(known.name.clone()));
        }
        // Where it cannot be made, the write says why.
        drop(fs::create_dir_all(&self.place.folder));
        let stem = self.from.file_stem().unwrap_or_default().to_string_lossy();
        let path = free_name(&self.place.folder, &nfc(&stem), "pdf");
        platform::atomic_write(&path, &bytes).map_err(ScanError::Write)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Scan { id: Id::default(), name, sha256, at: self.at })
    }
}

impl ScanPlace {
    /// How a scan stands; one that was moved aside, and came back into the dossier, is there too.
    #[must_use]
    pub fn state(&self, scan: &Scan) -> ScanState {
        // A name from elsewhere leads into no other folder.
        let name = Path::new(&scan.name).file_name().unwrap_or_default();
        let path = self.folder.join(name);
        let is_it = |path: &Path| {
            let bytes = platform::read_at_most(path, LARGEST_SCAN);
            bytes.is_ok_and(|bytes| sha256(&bytes) == scan.sha256)
        };
        if is_it(&path) {
            return ScanState::There(path);
        }
        let aside = fs::read_dir(&self.aside).into_iter().flatten().flatten();
        if let Some(found) = aside.map(|entry| entry.path()).find(|path| is_it(path)) {
            return ScanState::There(found);
        }
        if path.exists() { ScanState::Changed(path) } else { ScanState::Missing }
    }

    /// How each of these stands.
    pub(super) fn states(&self, scans: &[Scan]) -> BTreeMap<Id, ScanState> {
        scans.iter().map(|scan| (scan.id, self.state(scan))).collect()
    }

    /// Copies the files of these into the place of a copy, where each is found as it was here.
    pub(super) fn copy_to(&self, to: &Self, scans: &[Scan]) -> CopiedScans {
        let mut done = CopiedScans::default();
        for scan in scans {
            let from = match self.state(scan) {
                ScanState::There(path) | ScanState::Changed(path) => path,
                ScanState::Missing => {
                    done.missing += 1;
                    continue;
                }
            };
            match to.take_copy(scan, &from) {
                Ok(()) => done.copied += 1,
                Err(error) => {
                    done.failed += 1;
                    done.why.get_or_insert(error);
                }
            }
        }
        done
    }

    /// Copies a file under the name of its scan; where another has that name, under one by which
    /// it is found as well.
    fn take_copy(&self, scan: &Scan, from: &Path) -> Result<(), ScanError> {
        let bytes = fs::read(from).map_err(ScanError::Read)?;
        let name = Path::new(&scan.name).file_name().unwrap_or_default();
        let path = self.folder.join(name);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let path = if path.exists() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            free_name(&self.aside, &stem, "pdf")
        } else {
            path
        };
        // Where it cannot be made, the write says why.
        drop(path.parent().map(fs::create_dir_all));
        platform::atomic_write(&path, &bytes).map_err(ScanError::Write)
    }

    /// Moves the file of a scan that was taken off into the folder for those.
    pub(super) fn set_aside(&self, scan: &Scan) -> io::Result<()> {
        let from = match self.state(scan) {
            ScanState::There(path) if path.starts_with(&self.aside) => return Ok(()),
            // What has its name alone is not what was kept: it stays where it is.
            ScanState::Changed(_) | ScanState::Missing => return Ok(()),
            ScanState::There(path) => path,
        };
        fs::create_dir_all(&self.aside)?;
        let stem = from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        platform::set_aside(&from, &free_name(&self.aside, &stem, "pdf"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn place(folder: &Path) -> ScanPlace {
        let folder = folder.join("school - scans");
        ScanPlace { aside: folder.join("off"), folder }
    }

    fn keep(folder: &Path, bytes: &[u8], known: &[Scan]) -> Result<Scan, ScanError> {
        let from = folder.join("Kế hoạch 05.pdf");
        fs::write(&from, bytes).unwrap();
        let at = date(2026, 11, 22).at(10, 32, 0, 0);
        let order =
            KeepOrder { plan: Id(1), from, place: place(folder), known: known.to_vec(), at };
        order.make()
    }

    #[test]
    fn a_scan_is_copied_and_known_by_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let scan = keep(folder.path(), b"%PDF-1.7 signed", &[]).unwrap();
        assert_eq!(scan.name, "Kế hoạch 05.pdf");
        let place = place(folder.path());
        let path = place.folder.join(&scan.name);
        assert_eq!(fs::read(&path).unwrap(), b"%PDF-1.7 signed");
        assert_eq!(place.state(&scan), ScanState::There(path.clone()));
        // Another of the same name comes beside it.
        let other = keep(folder.path(), b"%PDF-1.7 stamped", std::slice::from_ref(&scan)).unwrap();
        assert_eq!(other.name, "Kế hoạch 05 (2).pdf");
        fs::write(&path, b"%PDF-1.7 forged").unwrap();
        assert_eq!(place.state(&scan), ScanState::Changed(path.clone()));
        fs::remove_file(&path).unwrap();
        assert_eq!(place.state(&scan), ScanState::Missing);
    }

    #[test]
    fn only_a_pdf_is_kept_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let said = keep(folder.path(), b"PK\x03\x04 a Word file", &[]);
        assert!(matches!(said, Err(ScanError::NoPdf)));
        assert!(!place(folder.path()).folder.exists(), "nothing is left");
        let scan = keep(folder.path(), b"\xEF\xBB\xBF%PDF-1.4", &[]).unwrap();
        let again = keep(folder.path(), b"\xEF\xBB\xBF%PDF-1.4", std::slice::from_ref(&scan));
        assert!(matches!(again, Err(ScanError::Known(name)) if name == scan.name));
    }

    #[test]
    fn a_copy_finds_its_scans_whatever_lies_there_already() {
        let folder = tempfile::tempdir().unwrap();
        let first = keep(folder.path(), b"%PDF-1.7 signed", &[]).unwrap();
        let second =
            keep(folder.path(), b"%PDF-1.7 stamped", std::slice::from_ref(&first)).unwrap();
        let gone = Scan { name: "Biên bản.pdf".into(), sha256: "0".into(), ..first.clone() };
        let from = place(folder.path());
        let copy = folder.path().join("copy");
        let to = ScanPlace { folder: copy.join("scans"), aside: copy.join("scans/off") };
        fs::create_dir_all(&to.folder).unwrap();
        fs::write(to.folder.join(&first.name), b"%PDF-1.7 of another file").unwrap();
        let all = [first.clone(), second.clone(), gone];
        for _ in 0..2 {
            let done = from.copy_to(&to, &all);
            assert_eq!((done.copied, done.missing, done.failed), (2, 1, 0));
            for scan in [&first, &second] {
                assert!(matches!(to.state(scan), ScanState::There(_)), "{}", scan.name);
            }
        }
        let kept = fs::read(to.folder.join(&first.name)).unwrap();
        assert_eq!(kept, b"%PDF-1.7 of another file");
        // A file in the place of the folder: it is said, and nothing is lost.
        let full = folder.path().join("full");
        fs::write(&full, b"").unwrap();
        let done = from.copy_to(&ScanPlace { aside: full.join("off"), folder: full }, &all[..2]);
        assert_eq!((done.copied, done.failed, done.why.is_some()), (0, 2, true));
    }

    #[test]
    fn what_is_taken_off_is_moved_aside_and_found_when_it_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let scan = keep(folder.path(), b"%PDF-1.7 signed", &[]).unwrap();
        let place = place(folder.path());
        place.set_aside(&scan).unwrap();
        let aside = place.aside.join(&scan.name);
        assert!(aside.exists() && !place.folder.join(&scan.name).exists());
        assert_eq!(place.state(&scan), ScanState::There(aside));
        place.set_aside(&scan).unwrap();
    }
}

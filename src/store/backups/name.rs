//! The name of a backup, which tells what it is: "2026-11-22_10-15-00_dang-sua_3-45.caitien".

use jiff::civil::DateTime;

use super::{Backup, Why};

const TIME: &str = "%Y-%m-%d_%H-%M-%S";
const ENDING: &str = ".caitien";
/// Stands last in the name of one that alone holds something.
const ALONE: &str = "_giu";

/// The name that tells of a backup.
pub(super) fn of(backup: &Backup) -> String {
    let Backup { when, plans, items, .. } = backup;
    let alone = if backup.alone { ALONE } else { "" };
    format!("{}_{}_{plans}-{items}{alone}{ENDING}", when.strftime(TIME), word(backup.why))
}

/// What a name tells; none where it is no name of a backup.
pub(super) fn read(name: &str) -> Option<Backup> {
    let told = name.strip_suffix(ENDING)?;
    let (told, alone) = match told.strip_suffix(ALONE) {
        Some(told) => (told, true),
        None => (told, false),
    };
    let mut parts = told.rsplitn(3, '_');
    let (counts, why, time) = (parts.next()?, parts.next()?, parts.next()?);
    let (plans, items) = counts.split_once('-')?;
    let why = [Why::First, Why::Going, Why::Import].into_iter().find(|one| word(*one) == why)?;
    Some(Backup {
        path: std::path::PathBuf::new(),
        when: DateTime::strptime(TIME, time).ok()?,
        why,
        plans: plans.parse().ok()?,
        items: items.parse().ok()?,
        bytes: 0,
        alone,
    })
}

fn word(why: Why) -> &'static str {
    match why {
        Why::First => "truoc-khi-sua",
        Why::Going => "dang-sua",
        Why::Import => "truoc-khi-nhap",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_it_was_made_of() {
        for name in [
            "2026-11-22_10-15-00_dang-sua_3-45.caitien",
            "2026-02-01_00-00-59_truoc-khi-sua_0-0.caitien",
            "2026-11-22_10-15-00_dang-sua_3-45_giu.caitien",
            "2026-11-22_10-15-00_truoc-khi-nhap_3-45.caitien",
        ] {
            let backup = read(name).unwrap();
            assert_eq!(of(&backup), name);
            assert_eq!(backup.alone, name.contains("giu"));
        }
    }

    #[test]
    fn other_names_are_no_backups() {
        for name in [
            "tep.txt",
            "a.caitien",
            "2026-11-22_10-15-00_dang-sua_3-45.caitien-journal",
            "2026-13-22_10-15-00_dang-sua_3-45.caitien",
            "2026-11-22_10-15-00_khac_3-45.caitien",
            "2026-11-22_10-15-00_dang-sua_3.caitien",
            ".caitien-00000000-1-0.tmp",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}

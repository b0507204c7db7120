//! Backups without a window: listed, and restored into a new file.

use std::fs;
use std::sync::Arc;

use caitien::plan::Dossier;
use caitien::platform::file_identity;
use caitien::store::{self, Backups, Why};
use jiff::civil::{Date, date};

use crate::headless::Desk;

const DAY: Date = date(2026, 11, 21);

/// The sample with another number in its newest plan.
fn numbered(number: &str) -> Dossier {
    let mut dossier = Arc::unwrap_or_clone(caitien::session::sample().unwrap());
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    Arc::make_mut(plan).number = number.into();
    dossier
}

/// A desk on which the sample was backed up at 9:58, as "1", and at 16:40, as "2".
fn desk() -> Desk {
    let desk = Desk::new();
    let (store, _) = store::open(&desk.path("s.caitien"), file_identity).unwrap();
    let backups = Backups::of(&desk.data_folder(), store.file_id(), store.path());
    drop(store);
    backups.make(&numbered("1"), DAY.at(9, 58, 0, 0), Why::First).unwrap();
    backups.make(&numbered("2"), DAY.at(16, 40, 0, 0), Why::Going).unwrap();
    desk
}

#[test]
fn each_backup_is_a_line_of_its_time_its_size_and_what_it_holds() {
    let desk = desk();
    let answer = desk.done("backups|s.caitien");
    let lines: Vec<Vec<&str>> = answer.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0][0], lines[1][0]), ("2026-11-21 16:40:00", "2026-11-21 09:58:00"));
    for line in &lines {
        assert!(line.len() == 3 && line[1].parse::<u64>().unwrap() > 4096, "{line:?}");
    }
    assert!(lines[0][2].ends_with("khi đang sửa") && lines[1][2].contains("lần sửa đầu tiên"));
    // Of a copy that lies elsewhere too; then it is said of what they are.
    fs::copy(desk.path("s.caitien"), desk.path("k.caitien")).unwrap();
    let other = desk.done("backups|k.caitien");
    assert_eq!(other.lines().count(), 2);
    assert!(other.lines().all(|line| line.ends_with("s.caitien”")), "{other}");
    // A file that nobody backed up has none, and that is said beside the answer.
    desk.done("sample|n.caitien");
    let none = desk.run("backups|n.caitien");
    assert_eq!((none.status.code(), none.stdout.len()), (Some(0), 0));
    assert!(String::from_utf8(none.stderr).unwrap().contains("n.caitien"));
}

#[test]
fn a_restored_file_is_what_was_backed_up_last_until_then_and_one_of_its_own() {
    let desk = desk();
    let number = |name: &str| {
        let dossier = store::read(&desk.path(name)).unwrap();
        dossier.newest_plan().unwrap().number.clone()
    };
    let told = desk.done("restore|s.caitien|--at|2026-11-21 16:39|--new|a.caitien");
    assert!(told.starts_with("2026-11-21 09:58:00\t"), "{told}");
    assert_eq!(store::read(&desk.path("a.caitien")).unwrap(), numbered("1"));
    desk.done("restore|s.caitien|--at|2026-11-21|--new|b.caitien");
    assert_eq!(number("b.caitien"), "2");
    // Also where the file itself is broken, or gone.
    fs::write(desk.path("s.caitien"), "hỏng").unwrap();
    desk.done("restore|s.caitien|--at|2026-11-21T16:40:00|--new|c.caitien");
    fs::remove_file(desk.path("s.caitien")).unwrap();
    desk.done("restore|s.caitien|--at|2026-12-31|--new|d.caitien");
    assert_eq!((number("c.caitien"), number("d.caitien")), ("2".into(), "2".into()));
    let ids: std::collections::BTreeSet<[u8; 16]> = ["a", "b", "c", "d"]
        .map(|name| {
            let path = desk.path(&format!("{name}.caitien"));
            store::open(&path, file_identity).unwrap().0.file_id()
        })
        .into_iter()
        .collect();
    assert_eq!(ids.len(), 4);
}

#[test]
fn what_cannot_be_restored_is_refused_and_nothing_is_made() {
    let desk = desk();
    let before = desk.names();
    let said = desk.refused("restore|s.caitien|--at|2026-11-21 09:57|--new|a.caitien");
    assert!(said.contains("09:57:59 ngày 21/11/2026"), "{said}");
    assert!(desk.refused("restore|s.caitien|--at|21/11|--new|a.caitien").contains("21/11"));
    desk.refused("restore|s.caitien|--at|2026-11-21|--new|s.caitien");
    desk.refused("restore|s.caitien|--at|2026-11-21|--new|a.db");
    desk.refused("restore|s.caitien|--at|2026-11-21|--new|none/a.caitien");
    assert_eq!(desk.names(), before);
    assert_eq!(store::read(&desk.path("s.caitien")).unwrap(), *caitien::session::sample().unwrap());
}

#[test]
fn what_a_file_held_before_something_was_brought_in_is_backed_up() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|s.json");
    let before = store::read(&desk.path("s.caitien")).unwrap();
    desk.done("import|s.json|--into|s.caitien");
    let listed = desk.done("backups|s.caitien");
    assert_eq!(listed.lines().count(), 1);
    assert!(listed.ends_with("trước khi nhập bằng dòng lệnh\n"), "{listed}");
    desk.done("restore|s.caitien|--at|2999-12-31|--new|a.caitien");
    assert_eq!(store::read(&desk.path("a.caitien")).unwrap(), before);
    assert_ne!(store::read(&desk.path("s.caitien")).unwrap(), before);
}

#[test]
fn where_nothing_can_be_backed_up_what_is_brought_in_is_written_all_the_same() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|s.json");
    fs::write(desk.path("data"), "no folder").unwrap();
    let output = desk.run("import|s.json|--into|s.caitien");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("Chưa sao lưu được") && said.lines().count() == 1, "{said}");
    let plans = store::read(&desk.path("s.caitien")).unwrap().plans.len();
    assert_eq!(plans, 2 * caitien::session::sample().unwrap().plans.len());
}

#[test]
fn what_takes_no_writing_is_refused_and_not_backed_up() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|s.json");
    let path = desk.path("s.caitien");
    let set_read_only = |read_only| {
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(read_only);
        fs::set_permissions(&path, rights).unwrap();
    };
    set_read_only(true);
    assert!(desk.refused("import|s.json|--into|s.caitien").contains("chỉ cho phép đọc"));
    assert_eq!(desk.names(), ["s.caitien", "s.json"]);
    // To be read it takes no more than that.
    desk.done("info|s.caitien");
    desk.done("export|s.caitien|--to|a.json");
    assert_eq!(desk.names(), ["a.json", "s.caitien", "s.json"]);
    set_read_only(false);
}

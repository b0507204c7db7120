//! The headless commands as a person or a script runs them: answers, files and exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with the sample in it, in which commands are run.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.done("sample|s.caitien");
        desk
    }

    /// With the sample as it was written: nothing of it was given out.
    pub fn written() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let sample = caitien::library::sample().unwrap();
        let identity = caitien::platform::file_identity;
        drop(caitien::store::create(&desk.path("s.caitien"), &sample, identity).unwrap());
        desk
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Where the program keeps its data when it is run here.
    pub fn data_folder(&self) -> std::path::PathBuf {
        self.path("data").join(if cfg!(windows) { "CaiTien" } else { "caitien" })
    }

    /// Runs a command whose words stand between bars.
    pub fn run(&self, line: &str) -> Output {
        run_in(self.folder.path(), line)
    }

    /// Runs a command that must be done, and returns its answer.
    #[track_caller]
    pub fn done(&self, line: &str) -> String {
        let output = self.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{line}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must be refused, and returns its sentence.
    #[track_caller]
    pub fn refused(&self, line: &str) -> String {
        let output = self.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
        assert_eq!(said.lines().count(), 1, "{line}: {said}");
        assert!(!said.is_ascii() && !said.contains("panicked"), "{line}: {said}");
        assert!(output.stdout.is_empty(), "{line}");
        said
    }

    pub fn info(&self, file: &str) -> Value {
        serde_json::from_str(&self.done(&format!("info|{file}"))).unwrap()
    }
}

fn run_in(folder: &Path, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_caitien"))
        .args(line.split('|'))
        .current_dir(folder)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("LOCALAPPDATA", folder.join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap()
}

#[test]
fn info_names_every_plan_and_what_is_understood() {
    let info = Desk::new().info("s.caitien");
    let plans = info["plans"].as_array().unwrap();
    assert!(plans.len() >= 3 && !info["school"].as_str().unwrap().is_empty());
    for plan in plans {
        let keys: Vec<&String> = plan.as_object().unwrap().keys().collect();
        let all = ["id", "school_year", "form", "catalogue", "page", "timeline_appendix"];
        assert!(keys.iter().take(6).eq(&all), "{keys:?}");
        assert_eq!(keys[6..10], ["approved", "items", "issued", "scans"]);
        assert_eq!(keys[10..], ["work", "reviews", "papers"]);
        assert_eq!(
            (&plan["page"]["letters"], &plan["page"]["line_spacing"]),
            (&14.into(), &1087.into())
        );
        for item in plan["items"].as_array().unwrap() {
            let keys = |part: &str| item[part].as_object().unwrap().keys().cloned().collect();
            let time: Vec<String> = keys("time");
            let budget: Vec<String> = keys("budget");
            assert_eq!(time, ["typed", "start", "end", "before", "recurs", "understood"]);
            assert_eq!(budget, ["typed", "from", "to", "per", "sources", "understood"]);
            let responsible: Vec<String> = keys("responsible");
            assert_eq!(responsible, ["typed", "lead", "partners", "understood"]);
            let people = &item["responsible"];
            let names_any = people["lead"].is_string() || people["partners"][0].is_string();
            assert_eq!(people["understood"].as_bool().unwrap(), names_any);
        }
    }
}

#[test]
fn the_bytes_of_a_word_file_depend_on_neither_folder_nor_hour() {
    let desk = Desk::new();
    for year in ["2024-2025", "2025-2026", "2026-2027"] {
        desk.done(&format!("export|s.caitien|--plan|{year}|--to|a.docx"));
        fs::create_dir_all(desk.path("khác")).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_caitien"))
            .args(["export", "../s.caitien", "--plan", year, "--to", "b.docx"])
            .current_dir(desk.path("khác"))
            .env("TZ", "Pacific/Kiritimati")
            .output()
            .unwrap();
        assert!(output.status.success());
        let bytes = fs::read(desk.path("a.docx")).unwrap();
        assert!(bytes.starts_with(b"PK"));
        assert!(bytes == fs::read(desk.path("khác/b.docx")).unwrap(), "{year}");
    }
    assert!(desk.refused("export|s.caitien|--what|timeline|--to|t.xlsx").contains(".docx"));
}

#[test]
fn a_plan_with_its_timeline_is_a_word_file_that_comes_back_with_it() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|a.docx");
    desk.done("export|s.caitien|--what|plan+timeline|--to|b.docx");
    desk.done("export|--sample|--what|plan+timeline|--to|c.docx");
    let [a, b, c] = ["a.docx", "b.docx", "c.docx"].map(|name| fs::read(desk.path(name)).unwrap());
    assert!(b == c && b != a);
    desk.done("import|b.docx|--new|back.caitien");
    let info = desk.info("back.caitien");
    assert_eq!(info["plans"][0]["timeline_appendix"], true);
    desk.done("export|back.caitien|--to|again.docx");
    desk.done("import|again.docx|--new|again.caitien");
    let rows = |info: &Value| info["plans"][0]["items"].clone();
    assert_eq!(rows(&desk.info("again.caitien")), rows(&info));
    desk.done("export|s.caitien|--what|timeline|--to|t.docx");
    assert!(fs::read(desk.path("t.docx")).unwrap().starts_with(b"PK"));
}

#[test]
fn a_plan_with_its_timeline_is_a_longer_pdf_and_the_same_every_time() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--what|plan|--to|a.pdf");
    desk.done("export|s.caitien|--what|plan+timeline|--to|b.pdf");
    desk.done("export|--sample|--what|plan+timeline|--to|c.pdf");
    let [a, b, c] = ["a.pdf", "b.pdf", "c.pdf"].map(|name| fs::read(desk.path(name)).unwrap());
    let pages = |bytes: &[u8]| {
        caitien::export::Preview::open(std::sync::Arc::new(bytes.to_vec())).unwrap().page_count()
    };
    assert!(b == c && pages(&b) > pages(&a));
    // As a plan that asks for it.
    desk.done("export|s.caitien|--plan|2026-2027|--to|one.json");
    let mut dossier: Value =
        serde_json::from_slice(&fs::read(desk.path("one.json")).unwrap()).unwrap();
    dossier["plans"][0]["options"]["timeline_appendix"] = true.into();
    fs::write(desk.path("one.json"), dossier.to_string()).unwrap();
    desk.done("import|one.json|--new|one.caitien");
    desk.done("export|one.caitien|--to|d.pdf");
    assert!(fs::read(desk.path("d.pdf")).unwrap() == b);
    assert_eq!(desk.info("one.caitien")["plans"][0]["timeline_appendix"], true);
}

#[test]
fn check_prints_one_finding_a_line_and_no_error_in_the_sample() {
    let desk = Desk::new();
    let rules = desk.done("check|--rules");
    let answer = desk.done("check|s.caitien|--today|2026-10-01");
    for line in answer.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        assert!(parts.len() == 4 && parts.iter().all(|part| !part.is_empty()), "{line}");
        assert!(matches!(parts[0], "warning" | "note"), "{line}");
        // A finding's code is that of a rule of this severity.
        let rule = format!("{}\t{}\t", parts[3], parts[0]);
        assert!(rules.lines().any(|line| line.starts_with(&rule)), "{line}");
    }
    assert!(rules.lines().all(|line| line.split('\t').count() == 3), "{rules}");
}

#[test]
fn the_day_of_a_check_may_be_handed_in() {
    let desk = Desk::new();
    let ahead = |day: &str| {
        let answer = desk.done(&format!("check|s.caitien|--plan|2025-2026|--today|{day}"));
        answer.lines().any(|line| line.ends_with("\tdate-ahead"))
    };
    assert!(ahead("2025-09-21") && ahead("21/9/2025"));
    assert!(!ahead("2025-09-22"));
    let refused = desk.refused("check|s.caitien|--today|soon");
    assert!(refused.contains("--today"), "{refused}");
}

#[test]
fn check_answers_1_where_it_finds_an_error() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--plan|2026-2027|--to|one.json");
    let mut dossier: Value =
        serde_json::from_slice(&fs::read(desk.path("one.json")).unwrap()).unwrap();
    let rows = dossier["plans"][0]["rows"].as_array_mut().unwrap();
    let item = rows.iter_mut().find(|row| row["kind"] == "item").unwrap();
    item["criteria"] = serde_json::json!(["9.99"]);
    fs::write(desk.path("bad.json"), dossier.to_string()).unwrap();
    desk.done("import|bad.json|--new|bad.caitien");
    let output = desk.run("check|bad.caitien");
    assert_eq!(output.status.code(), Some(1));
    let answer = String::from_utf8(output.stdout).unwrap();
    assert!(answer.lines().any(|line| line.starts_with("error\t")), "{answer}");
}

#[test]
fn json_goes_round_and_into_gives_fresh_numbers() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|s.json");
    desk.done("import|s.json|--new|t.caitien");
    desk.done("export|t.caitien|--to|t.json");
    assert_eq!(fs::read(desk.path("s.json")).unwrap(), fs::read(desk.path("t.json")).unwrap());
    desk.done("import|s.json|--into|t.caitien");
    let info = desk.info("t.caitien");
    let mut ids: Vec<u64> =
        info["plans"].as_array().unwrap().iter().map(|plan| plan["id"].as_u64().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    let sample = caitien::session::sample().unwrap();
    let plans = sample.plans.iter().filter(|plan| plan.paper.is_plan()).count();
    assert_eq!((ids.len(), all), (all, 2 * plans));
    let said = desk.refused("export|t.caitien|--plan|2026-2027|--to|t.pdf");
    for id in ids.iter().filter(|&&id| info_year(&info, id) == "2026-2027") {
        assert!(said.contains(&id.to_string()), "{said}");
    }
    desk.done(&format!("export|t.caitien|--plan|{}|--to|t.pdf", ids[0]));
}

fn info_year(info: &Value, id: u64) -> &str {
    let plans = info["plans"].as_array().unwrap();
    plans.iter().find(|plan| plan["id"] == id).unwrap()["school_year"].as_str().unwrap()
}

#[test]
fn the_same_plan_gives_the_same_file_under_any_name_and_at_any_hour() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--to|a.pdf");
    fs::copy(desk.path("s.caitien"), desk.path("bản sao.caitien")).unwrap();
    desk.done("export|bản sao.caitien|--to|b.pdf");
    desk.done("export|--sample|--to|c.pdf");
    let bytes = |name| fs::read(desk.path(name)).unwrap();
    assert!(bytes("a.pdf") == bytes("b.pdf") && bytes("a.pdf") == bytes("c.pdf"));
}

#[test]
fn pictures_are_numbered_where_there_are_several() {
    let desk = Desk::new();
    let said = desk.done("export|s.caitien|--to|kế hoạch.png");
    let written: Vec<&str> = said.lines().collect();
    assert!(written.len() > 1 && written[0] == "kế hoạch-01.png", "{said}");
    for name in written {
        fs::remove_file(desk.path(name)).unwrap();
    }
    desk.done("export|s.caitien|--what|timeline|--to|tiến độ.png");
    let pictures: Vec<String> = desk
        .names()
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "png"))
        .collect();
    assert!(matches!(pictures[0].as_str(), "tiến độ.png" | "tiến độ-01.png"), "{pictures:?}");
    let first = fs::read(desk.path(&pictures[0])).unwrap();
    assert!(first.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[test]
fn what_cannot_be_done_is_refused_in_one_sentence_and_leaves_nothing() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.pdf")).unwrap();
    fs::write(desk.path("odd.json"), r#"{"format":1,"khoa_la":1}"#).unwrap();
    let (sample, names) = (fs::read(desk.path("s.caitien")).unwrap(), desk.names());
    for line in [
        "export|s.caitien|--to|folder.pdf",
        "export|s.caitien|--to|nowhere/a.pdf",
        "export|s.caitien|--plan|2019-2020|--to|a.pdf",
        "export|s.caitien|--plan|4000000000|--to|a.pdf",
        "export|s.caitien|--to|a.doc",
        "export|nowhere.caitien|--to|a.pdf",
        "sample|s.caitien",
        "import|odd.json|--new|u.caitien",
        "import|nowhere.json|--new|u.caitien",
        "import|odd.json|--into|s.caitien",
        "info|folder.pdf",
        "check|nowhere.caitien",
        "nonsense|more",
    ] {
        desk.refused(line);
        assert_eq!(desk.names(), names, "{line}");
    }
    assert!(desk.refused("import|odd.json|--new|u.caitien").contains("khoa_la"));
    assert!(fs::read(desk.path("s.caitien")).unwrap() == sample);
}

#[test]
fn the_file_that_is_read_is_never_written_over() {
    let desk = Desk::new();
    fs::copy(desk.path("s.caitien"), desk.path("s.json")).unwrap();
    let before = fs::read(desk.path("s.json")).unwrap();
    desk.refused("export|s.json|--to|./s.json");
    assert!(fs::read(desk.path("s.json")).unwrap() == before);
}

#[cfg(target_os = "linux")]
#[test]
fn who_writes_into_a_file_that_is_open_is_told_who_has_it() {
    let desk = Desk::new();
    desk.done("export|--sample|--to|s.json");
    let open = caitien::store::open(&desk.path("s.caitien"), caitien::platform::file_identity);
    let machine = caitien::platform::machine_name();
    for line in ["import|s.json|--into|s.caitien", "info|s.caitien"] {
        let said = desk.refused(line);
        assert!(said.contains("đang được mở") && said.contains(&machine), "{said}");
    }
    drop(open);
    desk.done("import|s.json|--into|s.caitien");
    assert_eq!(desk.names(), ["data", "s.caitien", "s.json"]);
}

#[test]
fn without_a_display_the_window_says_how_to_work_without_one() {
    let desk = Desk::new();
    let said = desk.refused("--sample");
    assert!(said.contains("caitien export"), "{said}");
}

#[test]
fn whoever_stops_reading_early_sees_no_panic() {
    let desk = Desk::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_caitien"))
        .args(["info", "s.caitien"])
        .current_dir(desk.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn the_pictures_of_several_pages_are_all_written_or_none() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("trang-02.png")).unwrap();
    desk.refused("export|s.caitien|--plan|2026-2027|--to|trang.png");
    assert!(!desk.path("trang-01.png").exists());
    fs::remove_dir(desk.path("trang-02.png")).unwrap();
    desk.done("export|s.caitien|--plan|2026-2027|--to|trang.png");
    assert!(desk.path("trang-01.png").exists() && desk.path("trang-02.png").exists());
}

//! What a person waits for: frames of the table with 2,000 and 10,000 items, a paste into it,
//! opening such a file, an edit of it, and the page again after an edit; no window, no graphics
//! card.
//!
//! `cargo bench --bench window`, or only a part of it: `cargo bench --bench window -- rest`.
//! A frame is the program's part and egui's triangles, all the processor does before the graphics
//! card. The middle and the worst of many are printed; CPU is that of the thread that draws,
//! where the system tells (Linux).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a bench stops on any fault"
)]

mod unseen;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use caitien::document::plan_document;
use caitien::edit::{Edit, History, PlanEdit};
use caitien::export::{self, Preview};
use caitien::layout::{self, Faces};
use caitien::plan::{
    Bytes, Catalogue, Criterion, Dossier, Evaluation, Field, Frozen, Item, Rating, RecordId, Row,
    SchoolYear, Standard, Typed,
};
use caitien::platform::file_identity;
use caitien::store::{self, Writer};
use caitien::ui::Start;
use caitien::year::frozen::{freeze, sha256};
use egui::{Event, Key, Modifiers, Pos2};
use jiff::civil::date;

use unseen::{SCREEN, Window, key, text};

const MANY: usize = 2_000;
/// The frames, and what is pasted, are measured with so many as well.
const MOST: usize = 10_000;
const TABLE: &str = "Bảng cải tiến";
const PRINT: &str = "In và xuất";

/// The sample with so many items in its newest plan, its own again and again.
fn sample_with(items: usize) -> Dossier {
    let mut dossier = Dossier::from_json(caitien::embedded::sample()).unwrap();
    let newest = dossier.newest_plan().unwrap().id;
    let mut id = dossier.next_id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let plan = Arc::make_mut(plan);
    let own: Vec<Arc<Item>> = plan.items().cloned().collect();
    for item in own.iter().cycle().take(items.saturating_sub(own.len())) {
        plan.rows.push(Row::Item(Arc::new(Item { id, ..Item::clone(item) })));
        id = id.next();
    }
    dossier.next_id = id;
    dossier
}

/// Words of the plan's first item that stand in its row.
fn words_of_first_row(dossier: &Dossier) -> String {
    let item = dossier.newest_plan().unwrap().items().next().unwrap().clone();
    item.content.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let dossier = sample_with(MANY);
    // Made when first asked for: the memory of the sample alone is measured before.
    let most = std::cell::LazyCell::new(|| sample_with(MOST));
    let parts: [(&str, &dyn Fn()); 12] = [
        ("memory", &|| memory(folder)),
        ("rest", &|| [&dossier, &*most].into_iter().for_each(|of| at_rest(folder, of))),
        ("scrolling", &|| [&dossier, &*most].into_iter().for_each(|of| scrolling(folder, of))),
        ("typing", &|| [&dossier, &*most].into_iter().for_each(|of| typing(folder, of))),
        ("findings", &|| findings(folder, &dossier)),
        ("year", &|| year(folder, &dossier)),
        ("criteria", &|| criteria(folder)),
        ("paste", &|| paste(folder, &most)),
        ("opening", &|| opening(folder, &dossier)),
        ("edits", &|| edits(folder, &dossier)),
        ("edits in the window", &|| edits_in_window(folder, &dossier)),
        ("page", &|| page(folder)),
    ];
    // `cargo bench` adds a word of its own.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            part();
        }
    }
}

/// A file of its own for each: what one types is not what another looks for.
fn file(folder: &Path, name: &str, dossier: &Dossier) -> PathBuf {
    let path = folder.join(name);
    drop(store::create(&path, dossier, file_identity).unwrap());
    path
}

/// The table of a file, with its first row chosen.
fn first_row_chosen(path: PathBuf, folder: &Path, dossier: &Dossier) -> Window {
    let mut window = Window::new(Start::File(path), folder);
    window.until(TABLE);
    window.click(TABLE);
    window.steps(5);
    window.click(&words_of_first_row(dossier));
    window.rest();
    window
}

/// The sample open, every stage looked at.
fn memory(folder: &Path) {
    let mut window = Window::new(Start::Sample, folder);
    // Its year is lived off the thread that draws.
    window.until("Nội dung");
    window.steps(5);
    for stage in ["Nội dung", TABLE, "Tiến độ", "Kiểm tra", PRINT, "Thông tin"] {
        window.click(stage);
        let rests = window.rest();
        println!("idle in {stage}: {}", if rests { "no repaint asked" } else { "REPAINTS" });
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status")
        && let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM"))
    {
        println!("memory with the sample, all stages seen, no window: {peak}");
    }
}

/// The table of the file, and nothing over it: what is told on opening has been there for its time.
fn table(folder: &Path, name: &str, dossier: &Dossier) -> Window {
    let items = items(dossier);
    let path = file(folder, &format!("{name} {items}.caitien"), dossier);
    let mut window = Window::new(Start::File(path), folder);
    window.until(TABLE);
    window.click(TABLE);
    window.rest();
    window.time += 60.0;
    let rests = window.rest();
    println!("idle with {items} items: {}", if rests { "no repaint asked" } else { "REPAINTS" });
    window
}

/// How many items the newest plan has.
fn items(dossier: &Dossier) -> usize {
    dossier.newest_plan().unwrap().items().count()
}

fn at_rest(folder: &Path, dossier: &Dossier) {
    let mut window = table(folder, "rest", dossier);
    let what = format!("frame at rest, {} items", items(dossier));
    measure(&what, 500, |_| window.step(Vec::new()));
}

fn scrolling(folder: &Path, dossier: &Dossier) {
    let mut window = table(folder, "scrolling", dossier);
    let row = window.find(&words_of_first_row(dossier)).expect("the first row is seen");
    window.step(vec![Event::PointerMoved(row.center())]);
    for (what, speed) in [("frame scrolling", -40.0), ("frame scrolling fast", -4_000.0)] {
        let what = format!("{what}, {} items", items(dossier));
        measure(&what, 200, |number| window.step(vec![wheel(number, speed)]));
    }
}

/// The wheel, so far forth in twenty frames and back in the next.
fn wheel(number: usize, speed: f32) -> Event {
    let back = if number % 40 < 20 { 1.0 } else { -1.0 };
    Event::MouseWheel {
        source: egui::MouseWheelSource::Wheel,
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, speed * back),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

/// The list of findings where every item has one, under one line and opened.
fn findings(folder: &Path, dossier: &Dossier) {
    const KIND: &str = "Thời gian kết thúc trước khi kế hoạch bắt đầu";
    let mut dossier = dossier.clone();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    for row in &mut Arc::make_mut(plan).rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).time = Typed::new("Tháng 9/2025 - 5/2026");
        }
    }
    let path = file(folder, "findings.caitien", &dossier);
    let mut window = Window::new(Start::File(path), folder);
    window.until("Kiểm tra");
    window.click("Kiểm tra");
    window.until(KIND);
    measure("frame of findings, gathered", 200, |_| window.step(Vec::new()));
    let kind = window.find(KIND).expect("their line is seen");
    window.click(KIND);
    window.step(vec![Event::PointerMoved(kind.center() + egui::vec2(0.0, 120.0))]);
    measure("frame of findings, scrolling", 200, |number| window.step(vec![wheel(number, -400.0)]));
}

/// The views of the working year; the plan was reviewed and given out, and all of its work was
/// changed since.
fn year(folder: &Path, dossier: &Dossier) {
    let path = file(folder, "year.caitien", &lived(dossier));
    let mut window = Window::new(Start::File(path), folder);
    for stage in ["Tự đánh giá", "Theo dõi", "Rà soát", PRINT, "Ba năm học"] {
        window.until(stage);
        window.click(stage);
        window.rest();
        window.time += 60.0;
        window.rest();
        measure(&format!("frame of {stage}, at rest"), 200, |_| window.step(Vec::new()));
        let middle = Pos2::new(SCREEN[0] * 0.4, SCREEN[1] * 0.6);
        window.step(vec![Event::PointerMoved(middle)]);
        let what = format!("frame of {stage}, scrolling");
        measure(&what, 200, |number| window.step(vec![wheel(number, -400.0)]));
        window.rest();
    }
    window.click(PRINT);
    // What differs is found off the thread that draws.
    window.until("Xem từng thay đổi…");
    window.click("Xem từng thay đổi…");
    window.rest();
    measure("frame of what changed since, at rest", 200, |_| window.step(Vec::new()));
}

/// The self-evaluation by a catalogue of 2,000 criteria, all of them told.
fn criteria(folder: &Path) {
    let mut dossier = sample_with(0);
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let plan = Arc::make_mut(plan);
    let standard = |number: u8| Standard {
        number,
        name: format!("Lĩnh vực thứ {number}"),
        criteria: (1..=50)
            .map(|nth| Criterion {
                code: format!("{number}.{nth}"),
                name: "Tổ chức hoạt động giáo dục và phát triển toàn diện".to_owned(),
                ..Criterion::default()
            })
            .collect(),
    };
    let catalogue = Catalogue {
        id: "vast".to_owned(),
        levels: 3,
        standards: (1..=40).map(standard).collect(),
        ..Catalogue::default()
    };
    plan.catalogue = Some(catalogue.id.clone());
    let rating = |code| Rating {
        code,
        level: Some(2),
        weakness: "Học liệu số dùng chung còn ít\nChưa đều giữa các tổ".to_owned(),
        ..Rating::default()
    };
    let ratings = catalogue.codes().into_iter().map(rating).collect();
    let school_year = SchoolYear::starting(plan.school_year.first() - 1).unwrap();
    let catalogue_of = Some(catalogue.id.clone());
    let found = Evaluation { school_year, catalogue: catalogue_of, ratings };
    dossier.evaluations = vec![Arc::new(found)];
    dossier.catalogues.push(Arc::new(catalogue));
    let path = file(folder, "criteria.caitien", &dossier);
    let mut window = Window::new(Start::File(path), folder);
    let stage = "Tự đánh giá";
    window.until(stage);
    window.click(stage);
    window.rest();
    window.time += 60.0;
    window.rest();
    measure("frame of 2,000 criteria, at rest", 200, |_| window.step(Vec::new()));
    window.step(vec![Event::PointerMoved(Pos2::new(SCREEN[0] * 0.4, SCREEN[1] * 0.6))]);
    let wheel = |number| vec![wheel(number, -400.0)];
    measure("frame of 2,000 criteria, scrolling", 200, |number| window.step(wheel(number)));
}

/// The newest plan was looked at once and given out, and then every item was changed.
fn lived(dossier: &Dossier) -> Dossier {
    let mut dossier = dossier.clone();
    let newest = dossier.newest_plan().unwrap().id;
    let at = dossier.plans.iter().position(|plan| plan.id == newest).unwrap();
    let form = caitien::library::form_of(&dossier, &dossier.plans[at]).unwrap();
    let body = freeze(&dossier, &dossier.plans[at], form);
    let document = plan_document(&dossier, &dossier.plans[at], form);
    let faces = Faces::new(caitien::embedded::paper_faces()).unwrap();
    let pdf = export::pdf(&layout::lay_out(&document, &faces), &faces).unwrap();
    let (review, issued) = (dossier.next_id, dossier.next_id.next());
    dossier.next_id = issued.next();
    let plan = Arc::make_mut(&mut dossier.plans[at]);
    let at = date(2026, 9, 22).at(15, 20, 0, 0);
    let sha256 = sha256(&pdf);
    let copy =
        |id| Frozen { id, at, body: body.clone(), pdf: Bytes::default(), sha256: String::new() };
    plan.frozen.push(Arc::new(copy(review)));
    plan.frozen.push(Arc::new(Frozen { pdf: Bytes::new(pdf), sha256, ..copy(issued) }));
    (plan.issued, plan.number) = (Some(issued), "05".to_owned());
    if let Some(first) = plan.reviews.first_mut() {
        (first.closed, first.day) = (Some(review), Some(at.date()));
    }
    for row in &mut plan.rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).target.push_str(" (đã sửa)");
        }
    }
    dossier
}

fn typing(folder: &Path, dossier: &Dossier) {
    let path = file(folder, &format!("typing {}.caitien", items(dossier)), dossier);
    let mut window = first_row_chosen(path, folder, dossier);
    let what = format!("frame while typing, {} items", items(dossier));
    measure(&what, 200, |_| window.step(vec![text("a")]));
}

/// A thousand rows from Excel: the frame that reads them and asks, and the one that takes the
/// answer, in which they come in.
fn paste(folder: &Path, dossier: &Dossier) {
    const ROWS: usize = 1_000;
    let own: Vec<Arc<Item>> = dossier.newest_plan().unwrap().items().cloned().collect();
    let lines = own.iter().cycle().take(ROWS).map(|item| {
        let one = |text: &str| text.replace(['\t', '\n'], " ");
        [&item.content, &item.target, &item.actions, &item.responsible.typed, &item.time.typed]
            .map(|text| one(text))
            .join("\t")
    });
    let block = lines.collect::<Vec<_>>().join("\n");
    let path = file(folder, "paste.caitien", dossier);
    let mut window = first_row_chosen(path, folder, dossier);
    window.step(vec![key(Key::Enter, Modifiers::COMMAND)]);
    window.rest();
    let (mut asked, mut taken, mut shown, mut whole) = (vec![], vec![], vec![], vec![]);
    for turn in 1..=5 {
        let text = block.clone();
        asked.push(spent(|| window.step(vec![Event::Paste(text)]) + window.step(Vec::new())));
        window.steps(3);
        taken.push(spent(|| window.step(vec![key(Key::Enter, Modifiers::NONE)])));
        shown.push(spent(|| window.step(Vec::new())));
        whole.push(asked[turn - 1] + taken[turn - 1] + shown[turn - 1]);
        window.rest();
        let now = window.items();
        assert_eq!(now, items(dossier) + ROWS, "they came in");
        window.step(vec![key(Key::Z, Modifiers::COMMAND)]);
        window.rest();
    }
    say("paste of 1,000 rows: the frames that read them and ask", asked, None);
    say("paste of 1,000 rows: the frame that takes them in", taken, None);
    say("paste of 1,000 rows: the frame after it", shown, None);
    say("paste of 1,000 rows: together", whole, None);
}

/// From nothing to the first frame that shows the file, and the table's rows.
fn opening(folder: &Path, dossier: &Dossier) {
    let path = file(folder, "opening.caitien", dossier);
    let row = words_of_first_row(dossier);
    let mut read = Vec::new();
    let mut first = Vec::new();
    let mut rows = Vec::new();
    for _ in 0..9 {
        let begin = Instant::now();
        drop(store::open(&path, file_identity).unwrap());
        read.push(begin.elapsed());
        let begin = Instant::now();
        let mut window = Window::new(Start::File(path.clone()), folder);
        // The file is read off the thread that draws, which waits for it as it would for a screen,
        // by a clock that runs no faster than this one.
        window.pace = 0.002;
        while window.find(TABLE).is_none() {
            window.steps(1);
            std::thread::sleep(Duration::from_millis(1));
        }
        window.pace = 1.0 / 60.0;
        first.push(begin.elapsed());
        let begin = Instant::now();
        window.click(TABLE);
        while window.find(&row).is_none() {
            window.steps(1);
        }
        rows.push(begin.elapsed());
        // What it began goes on in no other's time.
        window.rest();
    }
    let whole = first.iter().zip(&rows).map(|(first, rows)| *first + *rows).collect();
    say("opening: store::open alone", read, None);
    say("opening: to the first frame (fonts, store, frame)", first, None);
    say("opening: from there to the table's rows (4 frames)", rows, None);
    say("opening: all of it", whole, None);
}

/// What an edit costs the thread that draws, beside its frames.
fn edits(folder: &Path, dossier: &Dossier) {
    let path = file(folder, "edits.caitien", dossier);
    let (store, dossier) = store::open(&path, file_identity).unwrap();
    let plan = dossier.newest_plan().unwrap();
    let item = plan.items().nth(MANY / 2).unwrap().id;
    let plan = plan.id;
    let writer = Writer::spawn(store, |_| {}).unwrap();
    let mut history = History::new(dossier);
    measure("edit: History::edit and the hand-over to the writer", 200, |number| {
        let text = format!("lần {number}");
        let record = RecordId::Row(item);
        let change = PlanEdit::SetText { record, field: Field::Target, text };
        let begin = Instant::now();
        history.edit(Edit::InPlan { plan, change }, None).unwrap();
        writer.save(history.revision(), Arc::clone(history.current()));
        begin.elapsed()
    });
}

/// The same with all that the window does for it: the frame that takes the edit and the one
/// after it, which shows it.
fn edits_in_window(folder: &Path, dossier: &Dossier) {
    let path = file(folder, "edits in the window.caitien", dossier);
    let mut window = first_row_chosen(path, folder, dossier);
    let (mut typed, mut taken, mut shown, mut settled) = (vec![], vec![], vec![], vec![]);
    for _ in 0..100 {
        typed.push(window.step(vec![text("a")]));
        taken.push(window.step(vec![key(Key::S, Modifiers::COMMAND)]));
        shown.push(window.step(Vec::new()));
        // The writer and the survey are done; what they bring is taken in.
        std::thread::sleep(Duration::from_millis(60));
        settled.push(window.step(Vec::new()));
        window.steps(3);
    }
    say("edit: frame that takes a letter", typed, None);
    say("edit: frame that takes the edit", taken, None);
    say("edit: frame after it", shown, None);
    say("edit: frame that takes in what was found", settled, None);
}

/// The page on the screen after an edit of a plan of 40 items.
fn page(folder: &Path) {
    let dossier = sample_with(40);
    let faces = Faces::new(caitien::embedded::paper_faces()).unwrap();
    for form in caitien::library::embedded_forms() {
        let mut plan = caitien::plan::Plan::clone(dossier.newest_plan().unwrap());
        plan.form = form.id.clone();
        let (mut laid, mut bytes, mut drawn, mut whole) = (vec![], vec![], vec![], vec![]);
        for _ in 0..15 {
            let begin = Instant::now();
            let document = plan_document(&dossier, &plan, form);
            let pages = layout::lay_out(&document, &faces);
            laid.push(begin.elapsed());
            let pdf = export::pdf(&pages, &faces).unwrap();
            bytes.push(begin.elapsed().saturating_sub(laid[laid.len() - 1]));
            let at = Instant::now();
            let preview = Preview::open(Arc::new(pdf)).unwrap();
            let page = preview.page_count() / 2;
            let (width, _) = preview.page_size(page).unwrap();
            drop(preview.render(page, 768.0 / width).unwrap());
            drawn.push(at.elapsed());
            whole.push(begin.elapsed());
        }
        println!("page of a plan of 40 items, {}:", form.id);
        say("    document and layout", laid, None);
        say("    PDF", bytes, None);
        say("    one page 768 pixels wide", drawn, None);
        say("    together", whole, None);
    }
    page_in_window(folder, &dossier);
}

/// The job of the program itself: the PDF and all pictures that are on the screen, after an
/// undo and a redo by keys.
fn page_in_window(folder: &Path, dossier: &Dossier) {
    let path = file(folder, "forty.caitien", dossier);
    let mut window = first_row_chosen(path, folder, dossier);
    window.step(vec![text("a")]);
    window.steps(2);
    window.step(vec![key(Key::S, Modifiers::COMMAND)]);
    window.rest();
    window.click(PRINT);
    window.rest();
    let mut longest = Vec::new();
    for turn in 0..20 {
        window.jobs.borrow_mut().clear();
        let step = if turn % 2 == 0 { Key::Z } else { Key::Y };
        window.step(vec![key(step, Modifiers::COMMAND)]);
        window.rest();
        let jobs = window.jobs.borrow();
        longest.push(jobs.iter().max().copied().unwrap_or_default());
    }
    say("page: the program's own job, all pictures on the screen", longest, None);
}

/// Runs so many and prints what they took.
fn measure(what: &str, times: usize, mut once: impl FnMut(usize) -> Duration) {
    let before = on_processor();
    let took: Vec<Duration> = (0..times).map(&mut once).collect();
    let after = on_processor();
    let each = before.zip(after).map(|(before, after)| after.saturating_sub(before) / times as u32);
    say(what, took, each);
}

fn say(what: &str, mut took: Vec<Duration>, each: Option<Duration>) {
    took.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let middle = milliseconds(took[took.len() / 2]);
    let worst = milliseconds(took[took.len() - 1]);
    let cpu = each.map(|each| format!(", CPU {:.2} ms on average", milliseconds(each)));
    println!("{what}: {middle:.2} ms, worst {worst:.2} ms{}", cpu.unwrap_or_default());
}

/// How long this thread was on a processor for it, where the system tells; else how long it took.
fn spent(work: impl FnOnce() -> Duration) -> Duration {
    let before = on_processor();
    let took = work();
    before.zip(on_processor()).map_or(took, |(before, after)| after.saturating_sub(before))
}

/// How long this thread has been on a processor, where the system tells.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

//! A Word file that comes in: reviewed, changed, taken in or left.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use caitien::export::plan_docx;
use caitien::library;
use caitien::ooxml::{Package, escape};
use caitien::plan::{Block, Dossier, Level, Paragraph, Plan, Row};
use caitien::ui::Start;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::{Window, folder, sample, write};

/// A paragraph; `style` may hold "b", "i" and "c" for bold, italic and centred.
fn line(style: &str, words: &str) -> String {
    let mut look = String::new();
    for (sign, element) in [('b', "<w:b/>"), ('i', "<w:i/>")] {
        if style.contains(sign) {
            look.push_str(element);
        }
    }
    let centred = if style.contains('c') { "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" } else { "" };
    let words = escape(words);
    format!(
        "<w:p>{centred}<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>"
    )
}

fn table(rows: &[Vec<String>]) -> String {
    let mut xml = "<w:tbl><w:tblPr/><w:tblGrid>".to_owned();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    xml.push_str(&"<w:gridCol w:w=\"1000\"/>".repeat(columns));
    xml.push_str("</w:tblGrid>");
    for row in rows {
        xml.push_str("<w:tr>");
        let span = columns - row.len() + 1;
        for (at, cell) in row.iter().enumerate() {
            let span = if at + 1 == row.len() { span } else { 1 };
            let _ = write!(xml, "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>");
            let lines = cell.split('\n').map(|words| line("", words));
            xml.push_str(&lines.collect::<String>());
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
    xml + "</w:tbl>"
}

/// A Word file with these blocks.
fn docx(body: &str) -> Vec<u8> {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let links = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut package = Package::new();
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    package.add("[Content_Types].xml", types).unwrap();
    let link = format!(
        "<Relationships xmlns=\"{links}\"><Relationship Id=\"rId1\" Type=\"{kind}\" \
         Target=\"word/document.xml\"/></Relationships>"
    );
    package.add("_rels/.rels", &link).unwrap();
    let document = format!("<w:document xmlns:w=\"{word}\"><w:body>{body}</w:body></w:document>");
    package.add("word/document.xml", &document).unwrap();
    package.finish().unwrap()
}

fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

/// Last year's plan of a school, as somebody typed it: with a column of its own, a criterion
/// that no catalogue has, and a sentence after the table. `works` rows.
pub fn last_year(works: usize) -> Vec<u8> {
    last_year_with(works, |work| work == 3)
}

/// The same where these rows name a criterion that no catalogue has.
fn last_year_with(works: usize, strange: impl Fn(usize) -> bool) -> Vec<u8> {
    let mut rows = vec![
        cells(&[
            "TT",
            "Tiêu chuẩn, tiêu chí",
            "Kết quả cần đạt",
            "Giải pháp",
            "Người thực hiện",
            "Thời gian",
            "Kinh phí",
            "Duyệt",
        ]),
        cells(&["1", "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường"]),
    ];
    for work in 1..=works {
        let criterion = if strange(work) { "Tiêu chí 8.9" } else { "Tiêu chí 1.5" };
        rows.push(cells(&[
            &work.to_string(),
            criterion,
            "Mỗi lớp có sổ theo dõi",
            "- Lập sổ;\n- Kiểm tra hằng tháng.",
            "Phó Hiệu trưởng",
            "Tháng 10/2025",
            "2 triệu đồng",
            if work == 2 { "Đã duyệt" } else { "" },
        ]));
    }
    let head = table(&[
        cells(&["UBND PHƯỜNG AN LẠC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        cells(&["TRƯỜNG THCS SÔNG MƠ", "Độc lập - Tự do - Hạnh phúc"]),
        cells(&["Số: 07/KH-THCSSM", "An Lạc, ngày 12 tháng 9 năm 2025"]),
    ]);
    let foot = table(&[cells(&[
        "Nơi nhận:\n- Phòng VHXH (để b/c);\n- Lưu: VT.",
        "HIỆU TRƯỞNG\n\n\nLê Thị Mơ",
    ])]);
    let body = [
        head,
        line("bc", "KẾ HOẠCH"),
        line("bc", "Cải tiến chất lượng giáo dục năm học 2025 - 2026"),
        line("i", "Căn cứ kết quả tự đánh giá năm học 2024 - 2025;"),
        line("b", "I. MỤC ĐÍCH, YÊU CẦU"),
        line("", "1. Khắc phục các điểm yếu đã nêu trong báo cáo tự đánh giá."),
        line("", "2. Mỗi việc có người làm, thời hạn và kinh phí rõ ràng."),
        line("b", "II. NỘI DUNG CẢI TIẾN"),
        table(&rows),
        line("", "Các tổ nộp minh chứng về văn phòng trước ngày 25 hằng tháng."),
        line("b", "III. TỔ CHỨC THỰC HIỆN"),
        line("", "1. Hiệu trưởng chỉ đạo chung."),
        foot,
    ];
    docx(&body.concat())
}

/// A Word file in the folder of a window.
pub fn word_file(window: &Window, bytes: &[u8]) -> PathBuf {
    let path = window.folder.path().join("KH cai tien 2025.docx");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A window over the sample in a file, with the review of such a Word file open.
fn reviewing(works: usize) -> Window {
    reviewing_file(&last_year(works))
}

fn reviewing_file(bytes: &[u8]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path), folder, [1093.0, 614.0]);
    let path = word_file(&window, bytes);
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.steps(4);
    window
}

#[test]
fn a_word_file_is_reviewed_and_comes_in_as_a_plan_in_one_step() {
    let mut window = reviewing(4);
    let before = window.dossier().plans.len();
    assert!(window.shows("Nhập từ Word"));
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let plan = window.plan();
    assert_eq!(window.dossier().plans.len(), before + 1);
    assert_eq!(plan.school_year.to_string(), "2025 - 2026");
    let items: Vec<_> = plan.rows.iter().filter_map(|row| row.as_item()).collect();
    assert_eq!(items.len(), 4);
    assert_eq!(items[0].time.typed, "Tháng 10/2025");
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans.len(), before);
}

#[test]
fn leaving_the_review_leaves_all_as_it_was() {
    let mut window = reviewing(4);
    let before = window.dossier();
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(!window.shows("Nhập từ Word"));
    assert_eq!(before, window.dossier());
}

#[test]
fn a_long_file_is_waited_for_and_waiting_can_be_given_up() {
    let mut window = Window::of(&sample());
    let path = word_file(&window, &last_year(4));
    window.world.borrow_mut().paths.push_back(path);
    window.world.borrow_mut().slow = true;
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.wait(0.5);
    assert!(window.shows("Đang đọc tệp Word…"));
    window.click("Hủy");
    window.go_on();
    assert!(!window.shows("Đang đọc tệp Word…") && !window.shows("Nhập từ Word"));
}

#[test]
fn answers_are_shown_at_once_and_all_of_them_come_in() {
    let mut window = reviewing(4);
    let before = window.dossier().plans.len();
    window.world.borrow_mut().slow = true;
    window.click("Gộp vào Chủ trì, phối hợp");
    assert!(chosen(&window, "Gộp vào Chủ trì, phối hợp"), "the window waits for nothing");
    window.click("Đầu phần sau");
    window.wait(0.5);
    assert!(window.shows("Đang xem lại theo lựa chọn…"));
    window.click("Đưa vào kế hoạch");
    window.wait(0.5);
    assert_eq!(window.dossier().plans.len(), before, "an answer is not in the draft yet");
    window.go_on();
    window.steps(3);
    let plan = window.plan();
    let item = plan.items().nth(1).unwrap();
    assert_eq!(item.responsible.typed, "Phó Hiệu trưởng\nDuyệt: Đã duyệt");
    let last = plan.parts.iter().find(|part| part.heading == "TỔ CHỨC THỰC HIỆN").unwrap();
    assert_eq!(last.blocks.len(), 2, "the paragraph went to the next part");
}

#[test]
fn answers_go_only_when_a_person_says_so() {
    let mut window = reviewing(4);
    let before = window.dossier();
    window.click("Gộp vào Chủ trì, phối hợp");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("1 chỗ đã chọn lại"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("1 chỗ đã chọn lại"), "Esc closes the innermost");
    assert!(chosen(&window, "Gộp vào Chủ trì, phối hợp"), "and only that");
    window.click("Tệp");
    window.click("Màn hình đầu");
    window.click("Xem tiếp");
    assert!(window.shows("Nhập từ Word"));
    window.click("Hủy");
    window.click("Bỏ, không nhập");
    assert!(!window.shows("Nhập từ Word"));
    assert_eq!(before, window.dossier());
}

#[test]
fn esc_closes_the_list_before_the_review() {
    let mut window = reviewing(4);
    window.click("Cột “Giải pháp” trong tệp là Công việc, giải pháp; bấm để đổi");
    assert!(window.shows("Hỗ trợ khác"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Nhập từ Word"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Nhập từ Word"));
}

#[test]
fn nothing_is_done_behind_the_review() {
    let mut window = Window::of(&sample());
    let whole = window.dossier();
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Chép kế hoạch này");
    let copied = window.dossier();
    assert_ne!(whole.plans.len(), copied.plans.len());
    let path = word_file(&window, &last_year(4));
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.steps(4);
    window.press(Modifiers::COMMAND, Key::Z);
    let undo = window.harness.get_by_label("Hoàn tác");
    assert!(undo.accesskit_node().is_disabled());
    assert_eq!(copied, window.dossier());
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(whole.plans, window.dossier().plans);
}

#[test]
fn old_letters_are_shown_before_and_after_and_stay_as_typed_where_that_is_wanted() {
    let old = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>\
               <w:t>C¸c tæ nép minh chøng.</w:t></w:r></w:p>";
    let body = [
        line("bc", "KẾ HOẠCH"),
        line("bc", "Cải tiến chất lượng giáo dục năm học 2025 - 2026"),
        line("b", "I. TỔ CHỨC THỰC HIỆN"),
        old.to_owned(),
    ];
    let mut window = reviewing_file(&docx(&body.concat()));
    assert!(window.shows("C¸c tæ nép minh chøng.") && window.shows("Các tổ nộp minh chứng."));
    let switch = "Đổi chữ TCVN3, VNI sang Unicode ở 1 đoạn";
    window.click(switch);
    window.steps(2);
    assert!(window.shows("Nội dung: C¸c tæ nép minh chøng."), "the paper is shown as typed");
    window.press(Modifiers::NONE, Key::Escape);
    window.click("Xem tiếp");
    window.click(switch);
    window.steps(2);
    assert!(window.shows("Nội dung: Các tổ nộp minh chứng."));
    window.click(switch);
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let words = window.plan().parts[0].stretch(0)[0].text();
    assert_eq!(words, "C¸c tæ nép minh chøng.");
}

/// The sample's plan as a Word file that a clerk corrected: two cells and a paragraph are
/// different, a paragraph is new.
fn corrected(dossier: &Dossier) -> Vec<u8> {
    let mut plan = Plan::clone(dossier.newest_plan().unwrap());
    let items: Vec<_> = plan.items().map(|item| item.id).collect();
    for row in &mut plan.rows {
        if let Row::Item(item) = row
            && item.id == items[0]
        {
            "Mục tiêu do văn thư sửa".clone_into(&mut Arc::make_mut(item).target);
        }
    }
    let part = plan.parts.iter_mut().find(|part| part.stretch(0).len() > 1).unwrap();
    let new = Paragraph::plain(Level::Dash, "Văn thư lưu hồ sơ theo từng tiêu chí.");
    Arc::make_mut(part).blocks.insert(1, Block::Paragraph(new));
    let form = library::form_of(dossier, &plan).unwrap();
    plan_docx(dossier, &plan, form, library::faces().unwrap()).unwrap()
}

#[test]
fn the_open_plan_that_a_clerk_corrected_is_merged_change_by_change() {
    let mut window = reviewing_file(&corrected(&sample()));
    let before = window.dossier();
    assert!(window.shows("Đưa vào: Ghép vào kế hoạch đang mở"), "it is proposed");
    window.click("Đưa vào kế hoạch");
    window.steps(2);
    assert!(window.shows("2 chỗ thay đổi, trong đó 1 chỗ kế hoạch đang ghi khác"));
    assert!(window.shows("đoạn mới") && window.shows("khác kế hoạch"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Nhập từ Word"), "back in the review");
    window.click("Đưa vào kế hoạch");
    window.click("Chọn tất cả");
    window.click("Nhận 2 chỗ");
    window.steps(3);
    assert!(!window.shows("Nhập từ Word"));
    assert!(window.shows("Đã nhận 2 chỗ thay đổi từ Word."));
    let plan = window.plan();
    assert_eq!(plan.items().next().unwrap().target, "Mục tiêu do văn thư sửa");
    let words = plan.parts.iter().flat_map(|part| part.stretch(0));
    assert_eq!(words.filter(|one| one.text().starts_with("Văn thư lưu")).count(), 1);
    assert_eq!(window.dossier().plans.len(), before.plans.len());
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans, before.plans, "one step of undo");
}

#[test]
fn our_own_word_file_changes_nothing() {
    let dossier = sample();
    let plan = dossier.newest_plan().unwrap();
    let form = library::form_of(&dossier, plan).unwrap();
    let bytes = plan_docx(&dossier, plan, form, library::faces().unwrap()).unwrap();
    let mut window = reviewing_file(&bytes);
    window.click("Đưa vào kế hoạch");
    window.steps(2);
    assert!(window.shows("Không có gì thay đổi"));
}

#[test]
fn our_own_word_file_with_its_timeline_becomes_a_plan_with_one() {
    let dossier = sample();
    let mut plan = Plan::clone(dossier.newest_plan().unwrap());
    plan.options.timeline_appendix = true;
    let form = library::form_of(&dossier, &plan).unwrap();
    let bytes = plan_docx(&dossier, &plan, form, library::faces().unwrap()).unwrap();
    let mut window = Window::start();
    window.world.borrow_mut().paths.push_back(word_file(&window, &bytes));
    window.click("Nhập từ Word…");
    window.steps(4);
    window.click("Đưa vào kế hoạch");
    window.steps(6);
    let came = window.plan();
    let blocks = |plan: &Plan| plan.parts.iter().flat_map(|part| part.blocks.clone()).collect();
    let all: [Vec<Block>; 2] = [blocks(&came), blocks(&plan)];
    let lines = all.map(|one| one.iter().filter(|one| matches!(one, Block::Paragraph(_))).count());
    assert_eq!((came.options.timeline_appendix, lines[0]), (true, lines[1]), "no week is words");
}

/// The labels of what is checked among the answers.
fn chosen(window: &Window, answer: &str) -> bool {
    let answers = window.harness.query_all_by_role_and_label(Role::RadioButton, answer);
    answers.into_iter().any(|node| node.accesskit_node().toggled() == Some(Toggled::True))
}

#[test]
fn another_answer_changes_what_comes_in() {
    let mut window = reviewing(4);
    let taken = |window: &Window| {
        let plan = window.plan();
        let items: Vec<_> = plan.rows.iter().filter_map(|row| row.as_item().cloned()).collect();
        (items[1].note.clone(), items[1].responsible.typed.clone())
    };
    assert!(chosen(&window, "Gộp vào Ghi chú"));
    window.click("Gộp vào Chủ trì, phối hợp");
    window.steps(2);
    assert!(chosen(&window, "Gộp vào Chủ trì, phối hợp"));
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let (note, responsible) = taken(&window);
    assert_eq!((note.as_str(), responsible.as_str()), ("", "Phó Hiệu trưởng\nDuyệt: Đã duyệt"));
}

#[test]
fn a_column_is_given_another_meaning() {
    let mut window = reviewing(4);
    window.click("Cột “Giải pháp” trong tệp là Công việc, giải pháp; bấm để đổi");
    window.steps(2);
    window.click_last("Hỗ trợ khác");
    window.steps(2);
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let plan = window.plan();
    let item = plan.rows.iter().find_map(|row| row.as_item()).unwrap();
    assert_eq!(item.support, "- Lập sổ;\n- Kiểm tra hằng tháng.");
    assert_eq!(item.actions, "");
}

#[test]
fn a_paragraph_is_given_another_place() {
    let mut window = reviewing(4);
    let label = "Nội dung: 2. Mỗi việc có người làm, thời hạn và kinh phí rõ ràng.";
    window.click(label);
    window.steps(2);
    window.click("Lời mở đầu");
    window.steps(2);
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let opening: String =
        window.plan().opening.iter().flat_map(|of| &of.runs).map(|run| run.text.as_str()).collect();
    assert!(opening.contains("Mỗi việc có người làm"), "{opening}");
}

#[test]
fn this_years_plan_is_made_of_last_years_paper_in_the_same_step() {
    let mut window = reviewing(4);
    let before = window.dossier();
    window.click("Lập luôn kế hoạch năm học 2026 - 2027 từ bản này");
    window.steps(2);
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    assert_eq!(window.dossier().plans.len(), before.plans.len() + 2);
    let plan = window.plan();
    assert_eq!(plan.school_year.to_string(), "2026 - 2027");
    assert_eq!(plan.subject, ["Cải tiến chất lượng giáo dục năm học 2026 - 2027"]);
    assert_eq!(plan.number, "");
    assert!(window.shows("Đã chuyển từ bản năm học 2025 - 2026: 4 nội dung, 3 phần, 1 căn cứ"));
    assert!(window.shows("4 thời hạn vẫn là của năm cũ, cần sửa: Tháng 10/2025"));
    assert!(window.shows("Lời văn còn nhắc năm 2024, 2025 ở 1 chỗ"));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans, before.plans);
}

#[test]
fn the_open_plan_is_filled_and_all_of_it_comes_back_by_one_step() {
    let mut window = reviewing(4);
    let before = window.dossier();
    window.click("Đưa vào: Kế hoạch mới");
    window.steps(2);
    window.click("Thay kế hoạch đang mở");
    window.steps(2);
    window.click("Đưa vào kế hoạch");
    window.steps(3);
    let plan = window.plan();
    assert_eq!(window.dossier().plans.len(), before.plans.len());
    assert_eq!(plan.rows.iter().filter_map(|row| row.as_item()).count(), 4);
    assert_eq!(plan.letterhead.school, "TRƯỜNG THCS SÔNG MƠ");
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans, before.plans);
}

#[test]
fn without_a_file_a_word_file_becomes_one() {
    let mut window = Window::start();
    let path = word_file(&window, &last_year(4));
    window.world.borrow_mut().paths.push_back(path);
    window.click("Nhập từ Word…");
    window.steps(4);
    window.click("Đưa vào kế hoạch");
    window.steps(6);
    assert_eq!(window.plan().letterhead.school, "TRƯỜNG THCS SÔNG MƠ");
    assert!(window.path().starts_with(window.folder.path().join("documents")));
}

#[test]
fn in_a_new_file_this_years_plan_is_a_step_of_its_own() {
    let mut window = Window::start();
    let path = word_file(&window, &last_year(4));
    window.world.borrow_mut().paths.push_back(path);
    window.click("Nhập từ Word…");
    window.steps(4);
    window.click("Lập luôn kế hoạch năm học 2026 - 2027 từ bản này");
    window.click("Đưa vào kế hoạch");
    window.steps(6);
    assert!(window.shows("Đã chuyển từ bản năm học 2025 - 2026"));
    assert!(window.shows("4 thời hạn vẫn là của năm cũ"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.plan().school_year.to_string(), "2026 - 2027");
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(2);
    assert_eq!(window.dossier().plans.len(), 1);
    assert_eq!(window.plan().school_year.to_string(), "2025 - 2026");
    assert_eq!(window.close_and_read().plans.len(), 1);
}

#[test]
fn what_is_no_word_file_is_said_and_nothing_changes() {
    let mut window = Window::of(&sample());
    let before = window.dossier();
    let path = word_file(&window, b"hello");
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.steps(4);
    assert!(window.shows("Không đọc được tệp Word"));
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert_eq!(before, window.dossier());
}

#[test]
fn f8_leads_to_the_words_a_question_is_about_and_a_fold_opens() {
    let mut window = reviewing(40);
    window.press(Modifiers::NONE, Key::F8);
    window.steps(3);
    let fold = "Bảng: … 33 dòng, bấm để xem";
    assert!(window.shows(fold));
    window.scroll_to(fold);
    window.click(fold);
    window.steps(2);
    assert!(!window.shows(fold));
}

#[test]
fn many_questions_that_are_alike_are_shown_by_a_few() {
    let mut window = reviewing_file(&last_year_with(300, |_| true));
    let shown = |window: &Window| {
        let asked = "“Tiêu chí 8.9” không có trong bộ tiêu chuẩn";
        window.harness.query_all_by_label(asked).count()
    };
    assert!(window.shows("Cần xem 302"));
    assert_eq!(shown(&window), 3);
    window.scroll_to("Xem thêm 297 chỗ");
    window.click("Xem thêm 297 chỗ");
    window.steps(2);
    assert_eq!(shown(&window), 33);
}

#[test]
fn of_a_long_paper_only_what_is_seen_is_drawn() {
    let mut window = reviewing_file(&last_year_with(2_000, |_| true));
    let drawn = |window: &Window| window.harness.query_all_by_role(Role::ListItem).count();
    assert!(window.shows("Cần xem 2.002"));
    assert!(drawn(&window) < 40, "{}", drawn(&window));
    // From the last question the way leads to the first, and back.
    window.press(Modifiers::SHIFT, Key::F8);
    window.steps(3);
    assert!(window.shows("Chưa rõ: 2000; Tiêu chí 8.9"), "its row is in sight");
    assert!(drawn(&window) < 40, "{}", drawn(&window));
}

/// How the review looks.
fn looks(size: [f32; 2], dark: bool, name: &str) {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path), folder, size);
    if dark {
        crate::pictures::by_night(&mut window);
    }
    let path = word_file(&window, &last_year(26));
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.steps(6);
    crate::pictures::check(&mut window, name);
}

#[test]
fn the_review_looks_as_it_did() {
    looks([1093.0, 614.0], false, "word-light-1093");
}

#[test]
fn the_review_looks_as_it_did_by_night() {
    looks([1366.0, 768.0], true, "word-dark-1366");
}

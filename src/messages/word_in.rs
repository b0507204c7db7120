//! Words of the review of a Word file that comes in.

use std::fmt::Write;

use super::fields::{column_name, field_name};
use super::findings::typed_date;
use super::info::catalogue_name;
use crate::edit::Stale;
use crate::import::{
    Answer, Asked, At, Became, Doubt, Draft, Home, Meaning, Note, Question, Source,
};
use crate::plan::{Catalogue, Form, Paper, Plan, PlanDate, SchoolYear, TableKind};
use crate::words::{number, shorten};

/// Title: this year's plan was made of last year's.
pub const MADE: &str = "Đã lập kế hoạch năm nay";
/// So many of the times that are to be looked at are named.
const TIMES: usize = 6;

/// The page's title.
pub const TITLE: &str = "Nhập từ Word";
/// The same of an Excel file.
pub const TITLE_EXCEL: &str = "Nhập từ Excel";
/// Over the words of the file.
pub const READ: &str = "Đã đọc trong tệp";
/// The same, as a screen reader names the list.
pub const PAPER: &str = "Chữ trong tệp và chỗ của từng đoạn";
/// Label: where the draft goes.
pub const INTO: &str = "Đưa vào";
/// A file of its own.
pub const NEW_FILE: &str = "Tệp mới";
/// A plan of its own in the open file.
pub const NEW_PLAN: &str = "Kế hoạch mới";
/// What differs comes into the plan that is shown.
pub const MERGE: &str = "Ghép vào kế hoạch đang mở";
/// Beside the count of words: what that does.
pub const MERGE_ASKS: &str = "Cho xem từng chỗ khác nhau để chọn, rồi mới nhận";
/// The plan that is shown.
pub const OPEN_PLAN: &str = "Thay kế hoạch đang mở";
/// Beside the count of words: what that does.
pub const OPEN_PLAN_GOES: &str =
    "Lời đang có được thay bằng lời trong tệp; hoàn tác được bằng một lần Ctrl+Z";
/// Nothing comes in.
pub const CANCEL: &str = "Hủy";
/// It comes in.
pub const ACCEPT: &str = "Đưa vào kế hoạch";
/// Beside the count of words.
pub const UNDO: &str = "Đưa vào rồi vẫn hoàn tác được bằng một lần Ctrl+Z";
/// The same for a file of its own.
pub const NEW_FILE_SAFE: &str = "Tệp gốc vẫn giữ nguyên; kế hoạch nằm trong một tệp mới";
/// The switches.
pub const INFO: &str = "Thông tin";
/// See [`INFO`].
pub const CONTENT: &str = "Nội dung";
/// See [`INFO`].
pub const TABLE: &str = "Bảng";
/// What is not sure.
pub const UNSURE: &str = "Chưa rõ";
/// Nothing has to be looked at.
pub const SURE: &str = "đủ";
/// No table was found.
pub const NO_TABLE: &str = "không thấy bảng";
/// Over the columns.
pub const COLUMNS: &str = "Cột trong tệp và cột của kế hoạch";
/// Beside it.
pub const COLUMNS_DO: &str = "bấm vào cột để đổi";
/// Over what was read for Thông tin.
pub const INFO_HEAD: &str = "Đã hiểu ở đầu và cuối văn bản";
/// Over the parts.
pub const PARTS_HEAD: &str = "Các phần đã đọc";
/// There is nothing to look at.
pub const NOTHING_UNSURE: &str = "Không có chỗ nào chưa rõ";
/// What to do then.
pub const NOTHING_UNSURE_DO: &str = "Xem lướt cột bên trái rồi bấm “Đưa vào kế hoạch”.";
/// Beside the count of questions.
pub const AS_THEY_ARE: &str = "để nguyên thì vẫn giữ đủ chữ";
/// A criterion that is not among the answers.
pub const OTHER_CRITERION: &str = "Mã khác…";
/// Over the places a paragraph may go.
pub const GOES_TO: &str = "Chỗ của đoạn này";
/// A form nobody handed in.
pub const NO_FORM: &str = "chưa rõ mẫu";
/// A part without a heading.
pub const NO_HEADING: &str = "(không có tên)";
/// What is not there.
pub const NONE: &str = "không thấy";
/// Before a line as it was typed.
pub const TYPED: &str = "Trong tệp:";
/// Before the same as it is read.
pub const READ_AS: &str = "Đọc là:";
/// Shows more such lines.
pub const MORE_LETTERS: &str = "Xem thêm chỗ được đổi";
/// Answers are being taken into account.
pub const LOOKING_AGAIN: &str = "Đang xem lại theo lựa chọn…";
/// Answers were given, and the review shall be left.
pub const LEAVE: &str = "Bỏ bản đang xem?";
/// The button that leaves it.
pub const LEAVE_DO: &str = "Bỏ, không nhập";
/// The button that does not.
pub const STAY: &str = "Xem tiếp";
/// The file is being read.
pub const READING: &str = "Đang đọc tệp Word…";
/// A paper is being compared with its plan.
pub const COMPARING: &str = "Đang so với kế hoạch đang mở…";

/// How much the paper holds: "báo cáo.docx · 214 đoạn, 3 bảng".
#[must_use]
pub fn about(name: &str, source: &Source) -> String {
    let (mut lines, mut tables) = (0_u64, 0_u64);
    for block in &source.blocks {
        match block {
            crate::import::Shown::Line(line) if !line.text().trim().is_empty() => lines += 1,
            crate::import::Shown::Table(_) => tables += 1,
            _ => {}
        }
    }
    let name = shorten(name, 60, 240);
    format!("{name} · {} đoạn, {} bảng", number(lines), number(tables))
}

/// What a part of the paper became, as the legend names it.
#[must_use]
pub fn became(became: Became) -> &'static str {
    match became {
        Became::Info => INFO,
        Became::Content => CONTENT,
        Became::Table => TABLE,
        Became::Unsure => UNSURE,
        Became::Nothing => "",
    }
}

/// Lines of the paper that are not shown one by one.
#[must_use]
pub fn folded(count: usize, became: Became) -> String {
    let what = if became == Became::Table { "dòng" } else { "đoạn" };
    format!("… {} {what}, bấm để xem", number(count as u64))
}

/// What goes with the review.
#[must_use]
pub fn answers_go(count: usize) -> String {
    format!(
        "{} chỗ đã chọn lại trong bản này sẽ mất; muốn nhập thì phải chọn lại từ đầu. Tệp gốc và \
         kế hoạch đang mở vẫn nguyên.",
        number(count as u64)
    )
}

/// "3 chỗ cần xem".
#[must_use]
pub fn to_look_at(count: usize) -> String {
    format!("{} chỗ cần xem", number(count as u64))
}

/// "Cần xem 3".
#[must_use]
pub fn questions(count: usize) -> String {
    format!("Cần xem {}", number(count as u64))
}

/// One answer for several questions.
#[must_use]
pub fn for_all(count: usize) -> String {
    format!("Chọn cho cả {} chỗ giống nhau", number(count as u64))
}

/// Questions that are not shown yet.
#[must_use]
pub fn more(count: usize) -> String {
    format!("Xem thêm {} chỗ", number(count as u64))
}

/// "8 cột khớp".
#[must_use]
pub fn matched(count: usize) -> String {
    format!("{} cột khớp", number(count as u64))
}

/// Whether all words are kept.
#[must_use]
pub fn kept(draft: &Draft) -> String {
    let (all, kept) = (number(draft.words.all as u64), number(draft.words.kept as u64));
    if draft.words.all == draft.words.kept {
        format!("Giữ đủ {all} chữ, không bỏ chữ nào")
    } else {
        format!("Giữ {kept} trong {all} chữ; phần còn lại là chữ mẫu in sẵn")
    }
}

/// How much of the plan is information: "năm học 2025 - 2026".
#[must_use]
pub fn info_note(draft: &Draft) -> String {
    format!("năm học {}", draft.plan.school_year)
}

/// How much of the plan are words: "4 phần, 6 căn cứ".
#[must_use]
pub fn content_note(draft: &Draft) -> String {
    let parts = draft.plan.parts.len();
    let bases = draft.plan.bases.len();
    format!("{parts} phần, {bases} căn cứ")
}

/// How much of the plan stands in tables: "26 dòng".
#[must_use]
pub fn table_note(draft: &Draft) -> String {
    let items = draft.plan.rows.iter().filter(|row| row.as_item().is_some()).count();
    let groups = draft.plan.rows.len() - items;
    if items == 0 {
        return NO_TABLE.to_owned();
    }
    let mut words = format!("{} nội dung", number(items as u64));
    if groups > 0 {
        // Writing into a String does not fail.
        let _ = write!(words, ", {} dòng nhóm", number(groups as u64));
    }
    words
}

/// What a column means.
#[must_use]
pub fn meaning(meaning: Meaning, form: Option<&Form>, table: TableKind) -> String {
    match meaning {
        Meaning::Field(field) => form
            .map_or_else(|| field_name(field), |form| column_name(form, table, field))
            .to_owned(),
        Meaning::Number => "số tự đánh".to_owned(),
        Meaning::Paragraphs => "đoạn văn sau bảng".to_owned(),
    }
}

/// A table of the plan.
#[must_use]
pub fn table(table: TableKind) -> &'static str {
    match table {
        TableKind::Rows => "Bảng cải tiến",
        TableKind::Problems => "Bảng vấn đề, hạn chế",
        TableKind::Reviews => "Bảng rà soát",
    }
}

/// A place where words of the paper may go.
#[must_use]
pub fn home(home: Home) -> &'static str {
    match home {
        Home::GoverningBody => "Cơ quan chủ quản",
        Home::School => "Tên trường",
        Home::Number => "Số, ký hiệu",
        Home::Date => "Địa danh, ngày tháng",
        Home::DocType => "Tên loại văn bản",
        Home::Subject => "Trích yếu",
        Home::Bases => "Căn cứ ban hành",
        Home::Opening => "Lời mở đầu",
        Home::Heading => "Tên một phần",
        Home::Paragraph => "Đoạn của phần đang đọc",
        Home::NextPart => "Đầu phần sau",
        Home::RowAbove => "Nối vào dòng trên",
        Home::Note => "Ghi chú của dòng trên",
        Home::Table(TableKind::Rows) => "Dòng của bảng cải tiến",
        Home::Table(TableKind::Problems) => "Dòng của bảng hạn chế",
        Home::Table(TableKind::Reviews) => "Dòng của bảng rà soát",
        Home::Group => "Nhóm công tác",
        Home::Supervisor => "Người giám sát",
        Home::Recipient => "Nơi nhận",
        Home::Position => "Chức vụ người ký",
        Home::Signer => "Họ tên người ký",
        Home::Fixed => "Chữ in sẵn của mẫu",
        Home::Nothing => "Không có chữ",
    }
}

/// An answer as a choice.
#[must_use]
pub fn answer(
    answer: &Answer,
    question: &Question,
    draft: &Draft,
    forms: &[std::sync::Arc<Form>],
    catalogues: &[std::sync::Arc<Catalogue>],
) -> String {
    match answer {
        Answer::Form(id) => {
            let form = forms.iter().find(|form| form.id == *id);
            form.map_or_else(|| id.as_str().to_owned(), |form| form.short_name().to_owned())
        }
        Answer::Catalogue(None) => super::info::NO_CATALOGUE.to_owned(),
        Answer::Catalogue(Some(id)) => catalogues
            .iter()
            .find(|catalogue| catalogue.id == *id)
            .map_or_else(|| id.clone(), |catalogue| catalogue_name(catalogue)),
        Answer::Year(year) => year_name(*year),
        Answer::Means(Meaning::Paragraphs) => "Chuyển thành đoạn văn".to_owned(),
        Answer::Means(Meaning::Number) => "Là số tự đánh".to_owned(),
        Answer::Means(means) => {
            let table = match question.asked {
                Asked::Column(block, column) => {
                    let of =
                        draft.columns.iter().find(|of| (of.block, of.column) == (block, column));
                    of.map_or(TableKind::Rows, |of| of.table)
                }
                _ => TableKind::Rows,
            };
            format!("Gộp vào {}", meaning(*means, draft.form.as_deref(), table))
        }
        Answer::Home(Home::Paragraph) if question.doubt == Doubt::AfterTable => {
            "Cuối phần này".to_owned()
        }
        Answer::Home(Home::Table(_)) if question.doubt == Doubt::CutRow => {
            "Để thành dòng riêng".to_owned()
        }
        Answer::Home(to) => home(*to).to_owned(),
        Answer::Criteria(codes) if codes.is_empty() => "Giữ chữ, chưa gắn mã".to_owned(),
        Answer::Criteria(codes) => {
            let name = draft.catalogue.as_ref().and_then(|catalogue| {
                codes.first().and_then(|code| catalogue.criterion(code)).map(|of| of.name.clone())
            });
            let name = name.unwrap_or_default();
            let codes = codes.join(", ");
            format!("Gắn {codes} {}", shorten(&name, 32, 120)).trim_end().to_owned()
        }
    }
}

/// A school year as an answer.
fn year_name(year: SchoolYear) -> String {
    format!("Năm học {year}")
}

/// What is asked.
#[must_use]
pub fn asked(question: &Question) -> String {
    let words = shorten(question.words.trim(), 60, 240).replace('\n', " ");
    match question.doubt {
        Doubt::Column => format!("Cột “{words}” không có trong mẫu"),
        Doubt::Criterion => format!("“{words}” không có trong bộ tiêu chuẩn"),
        Doubt::CriterionName => format!("“{words}” giống tên một tiêu chí"),
        Doubt::AfterTable => "Đoạn đứng sau bảng, chưa rõ thuộc phần nào".to_owned(),
        Doubt::Head => "Dòng ở đầu văn bản, chưa rõ là gì".to_owned(),
        Doubt::Foot => "Dòng ở cuối văn bản, chưa rõ là gì".to_owned(),
        Doubt::CutRow => "Dòng không có số và tiêu chí, có vẻ là phần sau của dòng trên".to_owned(),
        Doubt::Table => "Bảng có dòng tên cột chưa nhận ra".to_owned(),
        Doubt::Year => "Văn bản không ghi năm học".to_owned(),
        Doubt::Form => "Có nhiều mẫu hợp với văn bản này".to_owned(),
        Doubt::Lost => "Chữ chưa có chỗ, để ở cuối kế hoạch".to_owned(),
    }
}

/// Where it is asked, in secondary words.
#[must_use]
pub fn where_asked(question: &Question, draft: &Draft) -> String {
    let words = || format!("“{}”", shorten(&question.words.replace('\n', " "), 70, 280));
    match question.asked {
        Asked::Column(block, column) => {
            let of = draft.columns.iter().find(|of| (of.block, of.column) == (block, column));
            let filled = of.map_or(0, |of| of.filled);
            format!("cột {}, {} ô có chữ", column + 1, number(filled as u64))
        }
        Asked::Row(At { row: Some(row), .. }) => format!("dòng {}", row + 1),
        Asked::Piece(_) => words(),
        Asked::Form | Asked::Catalogue | Asked::Year | Asked::Row(_) => String::new(),
    }
}

/// What the card of a column says to a screen reader.
#[must_use]
pub fn column_said(title: &str, meaning: &str) -> String {
    format!("Cột “{title}” trong tệp là {meaning}; bấm để đổi")
}

/// Makes the plan of the year that runs from the one that comes in.
#[must_use]
pub fn also_for(year: SchoolYear) -> String {
    format!("Lập luôn kế hoạch năm học {year} từ bản này")
}

/// A plan was made of last year's.
#[must_use]
pub fn made_for(year: SchoolYear) -> String {
    format!("Đã lập kế hoạch năm học {year}")
}

/// What was carried into a plan made of last year's, and what of it is to be looked at.
#[must_use]
pub fn carried(plan: &Plan, from: SchoolYear, stale: &Stale) -> String {
    let items = number(plan.items().count() as u64);
    let (parts, bases) = (plan.parts.len(), plan.bases.len());
    let mut words = format!(
        "Đã chuyển từ bản năm học {from}: {items} nội dung, {parts} phần, {bases} căn cứ. Số, ngày \
         ký, tình trạng thực hiện và kết quả rà soát để trống."
    );
    if stale.items > 0 {
        let count = number(stale.items as u64);
        let mut times = stale.times.iter().take(TIMES).map(String::as_str).collect::<Vec<_>>();
        if stale.times.len() > TIMES {
            times.push("…");
        }
        let times = times.join("; ");
        // Writing into a String does not fail.
        let _ = write!(words, "\n\n{count} thời hạn vẫn là của năm cũ, cần sửa: {times}");
    }
    if stale.places > 0 {
        let years = stale.years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let count = number(stale.places as u64);
        let _ = write!(words, "\n\nLời văn còn nhắc năm {years} ở {count} chỗ, cần xem lại.");
    }
    words + "\n\nKhông cần nữa thì bấm Ctrl+Z: chỉ kế hoạch này bị bỏ, bản năm cũ vẫn còn."
}

/// What a paper about a plan is, where it is told apart from a plan.
fn paper_name(kind: Paper) -> &'static str {
    match kind {
        Paper::Plan => "kế hoạch",
        Paper::Supplement => "kế hoạch điều chỉnh, bổ sung",
        Paper::Minutes => "biên bản rà soát",
        Paper::Report => "báo cáo kết quả thực hiện kế hoạch",
    }
}

/// Title: the file is no plan.
#[must_use]
pub fn not_a_plan(kind: Paper) -> &'static str {
    match kind {
        Paper::Minutes => "Tệp này là biên bản, không phải kế hoạch",
        Paper::Report => "Tệp này là báo cáo, không phải kế hoạch",
        Paper::Plan | Paper::Supplement => "Tệp này là kế hoạch điều chỉnh, bổ sung",
    }
}

/// The open file has no such paper, or none is open: what to do.
#[must_use]
pub fn no_such_paper(kind: Paper, open: bool) -> String {
    let name = paper_name(kind);
    let here = if open { "Hồ sơ đang mở chưa có" } else { "Chưa mở hồ sơ nào có" };
    let make = match kind {
        Paper::Supplement => "In và xuất của kế hoạch đã ban hành",
        _ => "Rà soát",
    };
    format!(
        "{here} {name} này, nên tệp không được đưa vào thành kế hoạch. Hãy mở hồ sơ đã xuất tệp này \
         rồi nhập lại: các chỗ đã sửa trong Word được đưa vào {name} ấy. Nếu chưa lập thì lập ở \
         {make}, rồi sửa lời ở Nội dung. Hồ sơ và tệp Word không có gì thay đổi."
    )
}

/// Tables of a paper that came back have other rows or columns than those of the file.
#[must_use]
pub fn other_tables(count: usize) -> String {
    format!(
        "{} bảng trong tệp Word có số dòng hoặc số cột khác, chưa được nhận: sửa bảng ấy ở Nội dung.",
        number(count as u64)
    )
}

/// It came in as a plan.
#[must_use]
pub fn came_in(draft: &Draft) -> String {
    format!("Đã đưa vào kế hoạch năm học {}", draft.plan.school_year)
}

/// "12 đoạn".
#[must_use]
pub fn paragraphs(count: usize) -> String {
    format!("{} đoạn", number(count as u64))
}

/// "12/9/2025"; a blank part is "…".
#[must_use]
pub fn date_of(date: PlanDate) -> String {
    if date == PlanDate::default() { String::new() } else { typed_date(date) }
}

/// "41/KH-THCSNH".
#[must_use]
pub fn number_and_symbol(number: &str, symbol: &str) -> String {
    if number.is_empty() && symbol.is_empty() {
        String::new()
    } else {
        format!("{number}/{symbol}")
    }
}

/// The switch of letters in old fonts.
#[must_use]
pub fn old_letters(count: usize) -> String {
    format!("Đổi chữ TCVN3, VNI sang Unicode ở {} đoạn", number(count as u64))
}

/// Where something is that is nowhere else.
pub const THE_FILE: &str = "Tệp";

/// What was noticed while it was read.
#[must_use]
pub fn note(note: &Note) -> String {
    match note {
        Note::OldLetters(count) => old_letters(*count),
        Note::TrackedChanges => {
            "Tệp có sửa đổi đang theo dõi (Track Changes): đọc như đã chấp nhận hết.".to_owned()
        }
        Note::Objects(count) => {
            format!("Bỏ qua {} hình không có chữ.", number(*count as u64))
        }
        Note::Notes(count) => {
            format!("{} chú thích của tệp đứng ở cuối.", number(*count as u64))
        }
        Note::NotesMissing(count) => {
            let count = number(*count as u64);
            format!("{count} chú thích được nhắc đến không còn trong tệp; đề nghị xem lại tệp gốc.")
        }
        Note::LookUnknown => {
            "Không đọc được kiểu chữ của tệp; chữ vẫn đủ, có thể thiếu đậm, nghiêng, số đầu dòng."
                .to_owned()
        }
    }
}

/// A criterion in a list: "3.6 Thư viện".
#[must_use]
pub fn criterion(code: &str, name: &str) -> String {
    format!("{code} {}", shorten(name, 44, 176))
}

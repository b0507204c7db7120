//! Findings in words: what it is, and what to do about it.

use jiff::civil::Date;

use crate::check::{Finding, FindingKind, Severity};
use crate::plan::{Concession, Dossier, Field, GivenUp, PlanDate, Spot, TableKind};

use super::fields::plan_field_name;
use super::finding_kinds;
use super::places::{capital, criterion_name, line_name, quoted};
use super::print::ACROSS;

/// The list, for a screen reader.
pub const LIST: &str = "Những điều cần xem";
/// Nothing was found.
pub const NOTHING: &str = "Không thấy lỗi nào trong kế hoạch này";
/// What to do then.
pub const NOTHING_DO: &str = "Nên đọc lại toàn văn một lần ở In và xuất trước khi trình ký.";

/// What findings of one kind are called together: that of one of them without what is its own.
#[must_use]
pub fn kind_name(code: &str, title: &str) -> String {
    let name = match code {
        "unknown-criterion" => "Tiêu chí không có trong bộ tiêu chuẩn",
        "criterion-twice" => "Tiêu chí đứng ở hai chỗ",
        "criterion-name" => "Tên tiêu chí là tên của tiêu chí khác",
        "criterion-under-other-standard" => "Tiêu chí đứng dưới tiêu chuẩn khác",
        "standard-of-other-kind" => "Tên tiêu chuẩn là của loại trường khác",
        "late-without-note" => "Quá hạn mà chưa có ghi chép nào",
        "deadline-before-start" => "Thời hạn kết thúc trước khi bắt đầu",
        "sentence-year" => "Năm học không phải năm học của kế hoạch",
        "goes-on-after-plan" => "Công việc chuyển tiếp sau năm học",
        "number-skips" => "Số thứ tự nhảy",
        "level-falls" => "Mức cần đạt thấp hơn mức hiện tại",
        "text-not-in-force" => "Văn bản hết hiệu lực trước ngày của kế hoạch",
        "unit-gone" => "Đơn vị, cơ quan không còn từ 01/7/2025",
        "no-such-group" => "Nhóm công tác không có trong kế hoạch",
        "missing-character" => "Phông chữ của bản in thiếu ký tự",
        "foreign-letter" => "Chữ không phải chữ Việt",
        "impossible-syllable" => "Tiếng không có trong tiếng Việt",
        "open-bracket" => "Dấu mở mà chưa đóng",
        // "Lặp từ: “của của”".
        _ => title.split_once(": ").map_or(title, |(kind, _)| kind),
    };
    name.to_owned()
}

/// How often something was found.
#[must_use]
pub fn times(count: usize) -> String {
    format!("{} chỗ", crate::words::number(count as u64))
}

/// What is found, and in how many places, where it is more than one.
#[must_use]
pub fn title_of_several(dossier: &Dossier, finding: &Finding, count: usize) -> String {
    let title = finding_title(dossier, finding);
    if count > 1 { format!("{title} ({})", times(count)) } else { title }
}

/// What a screen reader says of the line over the findings of a kind.
#[must_use]
pub fn kind_said(name: &str, count: usize, open: bool) -> String {
    format!("{name}, {}, {}", times(count), if open { "đang mở" } else { "đang gập" })
}

/// What was found, on one line, without a full stop.
#[must_use]
pub fn finding_title(dossier: &Dossier, finding: &Finding) -> String {
    match &finding.kind {
        FindingKind::NoSchool => "Chưa ghi tên trường".into(),
        FindingKind::NoTitle => "Chưa ghi tên kế hoạch (trích yếu)".into(),
        FindingKind::NoContent => "Bảng cải tiến chưa có nội dung nào".into(),
        FindingKind::Crowded { concession, .. } => crowded(*concession),
        FindingKind::NoSigner { position: true } => "Chưa ghi họ tên người ký".into(),
        FindingKind::NoSigner { .. } => "Chưa ghi người ký".into(),
        FindingKind::NoRecipients => "Chưa ghi nơi nhận".into(),
        FindingKind::FillWord(word) => format!("Còn chỗ chưa điền: “{{{word}}}”"),
        FindingKind::NumberWithMore { typed, .. } => {
            format!("Số, ký hiệu văn bản ghi trùng: {}", quoted(typed))
        }
        FindingKind::RunsBackwards { typed, .. } => {
            format!("Thời hạn {} kết thúc trước khi bắt đầu", quoted(typed))
        }
        FindingKind::EndsBeforeStart { .. } => {
            "Thời gian kết thúc trước khi kế hoạch bắt đầu".into()
        }
        FindingKind::UnknownCriterion { code, circular } => {
            format!("{} không có trong bộ tiêu chuẩn {circular}", capital(&criterion_name(code)))
        }
        FindingKind::CriterionTwice { code, .. } => {
            format!("{} đứng ở hai chỗ", capital(&criterion_name(code)))
        }
        FindingKind::MissingCharacter(c) => {
            format!("Phông chữ của bản in không có ký tự “{c}” (U+{:04X})", u32::from(*c))
        }
        FindingKind::EmptyRow => "Dòng chưa ghi nội dung gì".into(),
        FindingKind::EmptyField => empty_field(dossier, finding).0,
        FindingKind::TimeNotUnderstood { typed } => format!("Chưa rõ thời hạn: {}", quoted(typed)),
        FindingKind::NoEndMark => "Cuối văn bản chưa có dấu “./.”".into(),
        FindingKind::NoNumber => "Số văn bản để trống".into(),
        FindingKind::NoDate(date) => format!("Ngày ban hành để trống phần {}", blank_parts(*date)),
        FindingKind::NoSuchDay(date) => {
            format!("Ngày ban hành không có trong lịch: {}", typed_date(*date))
        }
        FindingKind::GoesOn { last_day, .. } => {
            format!("Công việc chuyển tiếp đến {}", day(*last_day))
        }
        _ => finding_kinds::words(dossier, finding).0,
    }
}

/// What to do about it: one or two sentences.
#[must_use]
pub fn finding_todo(dossier: &Dossier, finding: &Finding) -> String {
    let plan = dossier.plan(finding.place.plan);
    match &finding.kind {
        FindingKind::NoSchool => "Ghi tên trường ở Thông tin; tên này đứng ở đầu văn bản.".into(),
        FindingKind::NoTitle => {
            "Ghi tên kế hoạch ở Thông tin, ví dụ “Cải tiến chất lượng giáo dục năm học …”.".into()
        }
        FindingKind::NoContent => {
            "Thêm tiêu chí hoặc thêm dòng trong Bảng cải tiến, rồi ghi công việc cần làm.".into()
        }
        FindingKind::Crowded { concession, empty } => {
            let across = finding.fix.is_some();
            let plan = plan.map(AsRef::as_ref);
            let name = |field: &Field| {
                let name = plan_field_name(dossier, plan, concession.table, *field);
                format!("“{name}”")
            };
            let empty: Vec<String> = empty.iter().map(name).collect();
            match (across, empty.as_slice()) {
                (true, []) => "In bảng khổ ngang để đủ chỗ cho các cột.".into(),
                (true, empty) => format!(
                    "In bảng khổ ngang để đủ chỗ cho các cột, hoặc ẩn cột chưa ghi gì: {}.",
                    empty.join(", ")
                ),
                (false, []) => "Bớt cột hoặc rút gọn nội dung các ô.".into(),
                (false, empty) => format!("Ẩn cột chưa ghi gì: {}.", empty.join(", ")),
            }
        }
        FindingKind::NoSigner { .. } => {
            "Ghi chức vụ và họ tên người ký ở Thông tin, phần Chữ ký.".into()
        }
        FindingKind::NoRecipients => {
            "Ghi nơi nhận ở Thông tin: cơ quan quản lý trực tiếp trước, cuối cùng là “Lưu: VT”."
                .into()
        }
        FindingKind::FillWord(_) => {
            "Thay chữ trong ngoặc bằng nội dung đúng, hoặc xóa đi; nếu để nguyên, bản in có đúng chữ này."
                .into()
        }
        FindingKind::NumberWithMore { printed, .. } => format!(
            "Bản in ghi “Số: {printed}”. Ô số chỉ ghi số (ví dụ 05), ô ký hiệu chỉ ghi ký hiệu."
        ),
        FindingKind::RunsBackwards { first_day, last_day, .. } => format!(
            "Ngày cuối là {}, trước ngày đầu là {}. Sửa lại thời gian của dòng này.",
            day(*last_day),
            day(*first_day),
        ),
        FindingKind::EndsBeforeStart { typed, last_day, plan_start } => format!(
            "{} kết thúc ngày {}, còn kế hoạch bắt đầu từ ngày {}. Sửa lại thời gian của dòng này.",
            quoted(typed),
            day(*last_day),
            day(*plan_start),
        ),
        FindingKind::UnknownCriterion { .. } => {
            "Chọn lại tiêu chí của dòng này, hoặc chọn lại bộ tiêu chuẩn ở Thông tin.".into()
        }
        FindingKind::CriterionTwice { first, .. } => {
            let line = plan.map_or_else(String::new, |plan| line_name(plan, *first));
            let line = if line.is_empty() { "một dòng khác".to_owned() } else { line };
            format!(
                "Tiêu chí này đã có ở {line}. Chuyển hai dòng về liền nhau, hoặc sửa tiêu chí của một dòng."
            )
        }
        FindingKind::MissingCharacter(_) => {
            "Thay bằng ký tự khác; nếu để nguyên, bản in có một ô rỗng ở chỗ này.".into()
        }
        FindingKind::EmptyRow => "Điền nội dung, hoặc xóa dòng này.".into(),
        FindingKind::EmptyField => empty_field(dossier, finding).1.into(),
        FindingKind::TimeNotUnderstood { .. } => {
            "Ghi rõ tháng, học kỳ hoặc ngày để nội dung này có trong Tiến độ.".into()
        }
        FindingKind::NoEndMark => "Thêm “./.” vào cuối đoạn cuối cùng, trước phần ký.".into(),
        FindingKind::NoNumber => {
            "Bản in chừa chỗ để văn thư ghi số khi ban hành. Không cần sửa nếu chủ ý để trống."
                .into()
        }
        FindingKind::NoDate(_) => {
            "Bản in chừa chỗ để ghi khi ban hành. Không cần sửa nếu chủ ý để trống.".into()
        }
        FindingKind::NoSuchDay(_) => "Sửa lại ngày, tháng, năm ở Thông tin.".into(),
        FindingKind::GoesOn { plan_end, .. } => {
            let year = plan.map_or_else(String::new, |plan| format!(" {}", plan.school_year));
            format!(
                "Việc này còn tiếp tục sau năm học{year} (hết ngày {}). Không cần sửa nếu là việc làm trong nhiều năm.",
                day(*plan_end)
            )
        }
        _ => finding_kinds::words(dossier, finding).1,
    }
}

/// What the button that mends it says, where the program knows how.
#[must_use]
pub fn finding_fix(finding: &Finding) -> Option<&'static str> {
    finding.fix.as_ref()?;
    Some(match finding.kind {
        FindingKind::NoEndMark => "Thêm “./.”",
        FindingKind::NumberWithMore { .. } => "Bỏ phần trùng",
        FindingKind::Crowded { .. } => ACROSS,
        FindingKind::NoArchive => "Thêm “Lưu: VT”",
        FindingKind::ArchiveColon(_) => "Thêm dấu hai chấm",
        FindingKind::AuthoritySpace(_) => "Thêm dấu cách",
        FindingKind::DoubledMarks(_) => "Bỏ dấu thừa",
        FindingKind::SpacesAndMarks => "Sửa dấu cách",
        FindingKind::MottoHyphens => "Sửa dấu nối",
        _ => "Sửa",
    })
}

/// Before the words as they are.
pub const NOW: &str = "Đang ghi";
/// Takes back nothing: the whole list again.
pub const ALL_AGAIN: &str = "Xem mọi điều";

/// What the button of a fix says: the words it will be, where they are few.
#[must_use]
pub fn mend_words(finding: &Finding) -> Option<String> {
    let fix = finding.fix.as_ref()?;
    let named = matches!(
        finding.kind,
        FindingKind::AuthoritySpace(_) | FindingKind::ArchiveColon(_) | FindingKind::MottoHyphens
    );
    let few = fix.after.chars().count() <= 30 && !fix.after.contains('\n');
    if named && few {
        return Some(format!("Sửa thành “{}”", fix.after.trim()));
    }
    finding_fix(finding).map(str::to_owned)
}

/// Leaves a finding as it is.
pub const LEAVE: &str = "Bỏ qua";
/// What that does.
pub const LEAVE_HELP: &str = "Đã xem và để nguyên: không nhắc lại nữa, trừ khi chỗ này thay đổi";
/// It was left.
pub const LEFT: &str = "Đã bỏ qua điểm này";
/// Over the list of those left.
pub const LEFT_HELP: &str = "Bấm vào một điểm để xem xét lại.";

/// The same, for a screen reader.
#[must_use]
pub fn leave(what: &str) -> String {
    format!("{LEAVE}: {what}")
}

/// "Đã bỏ qua 2".
#[must_use]
pub fn left_count(count: usize) -> String {
    format!("Đã bỏ qua {}", crate::words::number(count as u64))
}

/// Mends all findings of one kind.
#[must_use]
pub fn mend_kind(count: usize) -> String {
    format!("Sửa cả {} chỗ", crate::words::number(count as u64))
}

/// Leads to the list of all that the program can mend by itself.
#[must_use]
pub fn see_mends(count: usize) -> String {
    format!("Sửa {} lỗi trình bày…", crate::words::number(count as u64))
}

/// Mends all of them.
#[must_use]
pub fn mend_all(count: usize) -> String {
    format!("Sửa cả {} lỗi", crate::words::number(count as u64))
}

/// The words around what changes, as they are and as they will be, with so many letters on each
/// side, and what is left of the words they are in.
#[must_use]
pub fn change_words(before: &str, after: &str, around: usize) -> (String, String) {
    let same = |one: &mut dyn Iterator<Item = char>, two: &mut dyn Iterator<Item = char>| {
        one.zip(two).take_while(|(one, two)| one == two).count()
    };
    let head = same(&mut before.chars(), &mut after.chars());
    let most = before.chars().count().min(after.chars().count()) - head;
    let tail = same(&mut before.chars().rev(), &mut after.chars().rev()).min(most);
    let excerpt = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        let from = word_before(&chars, head.saturating_sub(around));
        let to = (chars.len() - tail + around).min(chars.len());
        let to = chars.len() - word_before(&reversed(&chars), chars.len() - to);
        let words: String = chars[from..to].iter().collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (open, close) = (from > 0, to < chars.len());
        format!("{}{words}{}", if open { "… " } else { "" }, if close { " …" } else { "" })
    };
    (excerpt(before), excerpt(after))
}

/// How many letters are shown on each side of what changes, where there is room.
pub const AROUND: usize = 10;

/// The beginning of the word that a letter is in, or the letter itself where that is far.
fn word_before(chars: &[char], at: usize) -> usize {
    chars[..at].iter().rposition(|c| c.is_whitespace()).map_or(0, |space| space + 1)
}

fn reversed(chars: &[char]) -> Vec<char> {
    chars.iter().rev().copied().collect()
}

/// "Nguồn: Nghị định …".
#[must_use]
pub fn from_source(finding: &Finding) -> String {
    format!("Nguồn: {}.", finding_kinds::source_name(finding.source))
}

/// Title and what to do as one line: what `caitien check` prints.
#[must_use]
pub fn finding_sentence(dossier: &Dossier, finding: &Finding) -> String {
    let words = format!("{}. {}", finding_title(dossier, finding), finding_todo(dossier, finding));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What to say of an empty field, and what to do.
fn empty_field(dossier: &Dossier, finding: &Finding) -> (String, &'static str) {
    let plan = dossier.plan(finding.place.plan).map(AsRef::as_ref);
    let (table, field) = match &finding.place.at {
        Spot::Row(_, Some(field)) => (TableKind::Rows, *field),
        Spot::Problem(_, Some(field)) => (TableKind::Problems, *field),
        Spot::Review(_, Some(field)) => (TableKind::Reviews, *field),
        _ => return ("Chưa điền nội dung".into(), "Điền nội dung vào chỗ này."),
    };
    // As the plan's form calls it: "mục tiêu cải tiến" in one, "kết quả cần đạt" in another.
    let name = plan_field_name(dossier, plan, table, field).to_owned();
    let name = if field == Field::Responsible {
        "người chủ trì, phụ trách".to_owned()
    } else if name.chars().nth(1).is_some_and(char::is_lowercase) {
        name.chars().take(1).flat_map(char::to_lowercase).chain(name.chars().skip(1)).collect()
    } else {
        name
    };
    let todo = match field {
        Field::Target => "Ghi cụ thể, đo được, so với hiện trạng của trường.",
        Field::Responsible => {
            "Ghi người hoặc đơn vị chịu trách nhiệm chính trước, rồi đến người phối hợp."
        }
        Field::Time => "Ghi thời gian, ví dụ “Tháng 10”, “Cuối học kỳ I” hoặc “Hằng tháng”.",
        _ => "Điền nội dung vào chỗ này.",
    };
    (format!("Chưa ghi {name}"), todo)
}

/// What a reader of a crowded table stumbles over.
pub(super) fn crowded(concession: Concession) -> String {
    let table = match concession.table {
        TableKind::Rows => "Bảng cải tiến",
        TableKind::Problems => "Bảng vấn đề trọng tâm",
        TableKind::Reviews => "Bảng theo dõi, đánh giá",
    };
    let size = concession.size;
    let small = size < Concession::GOOD_SIZE;
    match concession.given_up {
        GivenUp::Words => format!("{table} quá chật: có chữ bị ngắt giữa chừng"),
        given_up if given_up > GivenUp::TitlePairs && small => {
            format!("{table} quá chật: in cỡ chữ {size} mà vẫn có cụm từ bị tách dòng")
        }
        _ => format!("{table} quá chật nên phải in cỡ chữ {size}"),
    }
}

/// "31/02/2026"; a blank part is "…".
pub(super) fn typed_date(date: PlanDate) -> String {
    let part = |part: Option<u8>| part.map_or_else(|| "…".to_owned(), |part| format!("{part:02}"));
    let year = date.year.map_or_else(|| "…".to_owned(), |year| year.to_string());
    format!("{}/{}/{year}", part(date.day), part(date.month))
}

/// "ngày, tháng" of a date whose year alone is there.
fn blank_parts(date: PlanDate) -> String {
    let parts = [
        (date.day.is_none(), "ngày"),
        (date.month.is_none(), "tháng"),
        (date.year.is_none(), "năm"),
    ];
    let blank: Vec<&str> =
        parts.into_iter().filter(|(blank, _)| *blank).map(|(_, name)| name).collect();
    blank.join(", ")
}

fn day(date: Date) -> String {
    crate::words::date(date)
}

/// "1 lỗi", "3 nên xem lại", "2 lưu ý".
#[must_use]
pub fn findings_count(severity: Severity, count: usize) -> String {
    let count = crate::words::number(count as u64);
    match severity {
        Severity::Error => format!("{count} lỗi"),
        Severity::Warning => format!("{count} nên xem lại"),
        Severity::Note => format!("{count} lưu ý"),
    }
}

/// A finding read aloud: how much it matters, what it is, where, what to do.
#[must_use]
pub fn finding_said(dossier: &Dossier, finding: &Finding) -> String {
    let severity = super::severity_name(finding.severity);
    let (what, todo) = (finding_title(dossier, finding), finding_todo(dossier, finding));
    let (place, source) = (super::place_name(dossier, &finding.place), from_source(finding));
    let change = finding.fix.as_ref().filter(|fix| fix.before != fix.after).map(|fix| {
        let (before, after) = change_words(&fix.before, &fix.after, AROUND);
        format!(" {NOW} “{before}”, sửa thành “{after}”.")
    });
    format!("{severity}: {what}. {place}. {todo} {source}{}", change.unwrap_or_default())
}

//! What is wrong with a headless command, and what stands in the way of its work.

use std::path::{Path, PathBuf};

use super::store::shortened;
use crate::plan::{FormId, Id, SchoolYear};

/// What is wrong with the words of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usage {
    /// Something is not given.
    Missing(&'static str),
    /// An option stands without its value.
    NoValue(&'static str),
    /// An option is given twice.
    Twice(&'static str),
    /// Two options exclude each other.
    OneOf(&'static str, &'static str),
    /// The command has no such option.
    UnknownOption(String),
    /// There is one word too many.
    Extra(String),
    /// Neither a school year nor a plan's number.
    BadPlan(String),
    /// No day, and no time of a day.
    BadMoment(String),
    /// Not a day, as `--today` takes it.
    BadDay(String),
    /// None of the documents that `--what` names.
    BadWhat(String),
    /// The file to write ends in none of pdf, docx, xlsx, json and png.
    UnknownEnding(PathBuf),
    /// A dossier's file must end in `.caitien`.
    NotDossierName(PathBuf),
    /// A timeline is for reading: it has neither JSON nor an Excel file.
    TimelineIsDrawn,
    /// The sheet that is sent round is an Excel file.
    CollectIsExcel,
    /// `--for` says for whom the sheet is that is sent round.
    ForIsForCollect,
    /// A calendar, and nothing else, is an `.ics` file.
    CalendarIsIcs,
    /// A paper of the year is printed: it has no JSON of its own.
    PaperIsPrinted,
    /// `--review` is a number, and names the review of minutes or of a report.
    BadReview(String),
    /// `--as` names a form, and the file holds none.
    AsIsForForms,
    /// `--plan` names a plan of a file that is there, for a Word file that comes back.
    PlanIsForPapers,
    /// A sheet that was sent round goes into the file it came from, and says of which plan it is.
    SheetFindsHome,
    /// A form or a catalogue alone makes no new dossier.
    NoPlansInIt,
}

/// The sentence for a command that cannot be understood.
#[must_use]
pub fn usage_sentence(usage: &Usage) -> String {
    let what = match usage {
        Usage::Missing(what) => format!("Lệnh còn thiếu {what}"),
        Usage::NoValue(option) => format!("Sau {option} còn thiếu giá trị"),
        Usage::Twice(option) => format!("{option} chỉ được ghi một lần"),
        Usage::OneOf(one, other) => format!("Chỉ chọn một trong hai: {one} hoặc {other}"),
        Usage::UnknownOption(option) => {
            format!("Không có tùy chọn “{}” ở lệnh này", one_line(option))
        }
        Usage::Extra(word) => format!("Lệnh thừa “{}”", one_line(word)),
        Usage::BadPlan(word) => format!(
            "“{}” không phải năm học (như 2026-2027) cũng không phải số thứ tự của kế hoạch",
            one_line(word)
        ),
        Usage::BadMoment(word) => format!(
            "--at chỉ nhận ngày hoặc ngày giờ như 2026-11-22 hay “2026-11-22 10:15”, không nhận “{}”",
            one_line(word)
        ),
        Usage::BadDay(word) => {
            format!(
                "--today chỉ nhận ngày như 2026-10-01 hay 01/10/2026, không nhận “{}”",
                one_line(word)
            )
        }
        Usage::BadWhat(word) => {
            format!(
                "--what chỉ nhận plan, plan+timeline, timeline, collect, review, minutes, report, \
                 report+chart, supplement, tasks, task-sheets, evidence, money, three-years hoặc calendar, không nhận “{}”",
                one_line(word)
            )
        }
        Usage::UnknownEnding(path) => {
            let kinds = ".pdf, .docx, .xlsx, .json, .png hoặc .ics";
            format!("Tên tệp cần ghi phải có đuôi {kinds}: {}", file(path))
        }
        Usage::NotDossierName(path) => {
            format!("Tên tệp hồ sơ phải có đuôi .caitien: {}", file(path))
        }
        Usage::CollectIsExcel => "Phiếu thu thập chỉ xuất được ra .xlsx".to_owned(),
        Usage::ForIsForCollect => "--for chỉ dùng cùng --what collect hoặc tasks".to_owned(),
        Usage::CalendarIsIcs => "Lịch thời hạn (--what calendar) chỉ xuất được ra .ics".to_owned(),
        Usage::PaperIsPrinted => {
            "Văn bản này không xuất được ra .json; hãy chọn .pdf, .docx, .xlsx hoặc .png".to_owned()
        }
        Usage::BadReview(word) => format!(
            "--review là số thứ tự của lần rà soát, chỉ dùng cùng --what minutes hoặc report, \
             không nhận “{}”",
            one_line(word)
        ),
        Usage::SheetFindsHome => {
            "Phiếu thu thập tự biết kế hoạch của nó: chỉ nhập vào hồ sơ đã xuất phiếu (--into FILE)"
                .to_owned()
        }
        Usage::PlanIsForPapers => {
            "--plan chỉ dùng khi nhập tệp Word vào hồ sơ có sẵn (--into FILE)".to_owned()
        }
        Usage::AsIsForForms => "--as chỉ dùng khi nhập tệp mẫu".to_owned(),
        Usage::NoPlansInIt => {
            "Tệp mẫu hoặc bộ tiêu chuẩn chỉ nhập được vào hồ sơ có sẵn (--into FILE)".to_owned()
        }
        Usage::TimelineIsDrawn => "Tiến độ chỉ xuất được ra .pdf, .docx hoặc .png".to_owned(),
    };
    format!("{what}. Gõ “caitien --help” để xem cách dùng.")
}

/// How the program is used from a command line.
#[must_use]
pub fn usage_help() -> &'static str {
    "Cải Tiến: kế hoạch cải tiến chất lượng giáo dục của nhà trường

Mở cửa sổ:
  caitien [--sample | FILE]

Không cần màn hình:
  caitien sample OUT.caitien
      ghi hồ sơ mẫu
  caitien import IN.json (--into FILE | --new FILE)
      đưa các kế hoạch trong tệp JSON vào hồ sơ có sẵn hoặc hồ sơ mới
  caitien import IN.docx (--into FILE [--plan 2026-2027 | --plan ID] | --new FILE)
      đưa bản kế hoạch soạn bằng Word vào hồ sơ; có --plan thì gộp vào kế hoạch đó, chỗ nào hai bên
      cùng sửa thì giữ của kế hoạch. Báo cáo, biên bản thì gộp vào chính văn bản ấy của hồ sơ, không
      thành kế hoạch. Mỗi chỗ cần xem là một dòng: unsure (chưa rõ), kept (giữ thành
      đoạn văn) hoặc conflict (khác nhau), nơi, nội dung, cách nhau bằng dấu Tab
  caitien import MẪU.json --into FILE [--as TÊN-MỚI]
      đưa mẫu kế hoạch hoặc bộ tiêu chuẩn vào hồ sơ có sẵn
  caitien export (FILE | --sample) [--plan 2026-2027 | --plan ID] [--what plan|plan+timeline|timeline] --to OUT.(pdf|docx|xlsx|json|png)
      xuất kế hoạch, kế hoạch kèm phụ lục tiến độ, hoặc tiến độ; không ghi --plan thì lấy kế hoạch
      mới nhất, riêng JSON lấy cả hồ sơ
  caitien export (FILE | --sample) [--plan …] --what collect [--for TÊN] --to OUT.xlsx
      xuất phiếu thu thập cho một nhóm công tác, một người hoặc cho tất cả
  caitien export (FILE | --sample) [--plan …] --what minutes|report|report+chart [--review N] --to OUT.(pdf|docx|xlsx|png)
      xuất biên bản, báo cáo hoặc báo cáo kèm biểu đồ của lần rà soát thứ N (không ghi thì lần cuối)
  caitien export (FILE | --sample) [--plan …] --what review|supplement|evidence|money --to OUT.(pdf|docx|xlsx|png)
      xuất kế hoạch cập nhật theo các lần rà soát đã chốt, kế hoạch điều chỉnh, bổ sung, danh mục
      minh chứng, phụ lục kinh phí
  caitien export (FILE | --sample) [--plan …] --what tasks [--for TÊN] --to OUT.(pdf|docx|xlsx|png)
      xuất bảng phân công nhiệm vụ, hoặc phiếu giao việc của một người
  caitien export (FILE | --sample) [--plan …] --what task-sheets --to OUT.(pdf|docx|xlsx|png)
      xuất phiếu giao việc của từng người chủ trì, mỗi người một trang riêng
  caitien export (FILE | --sample) [--plan …] --what three-years --to OUT.(pdf|docx|xlsx|png)
      xuất hồ sơ ba năm học liên tiếp, năm cuối là năm của kế hoạch, kèm danh mục văn bản
  caitien export (FILE | --sample) [--plan …] --what calendar --to OUT.ics
      xuất lịch các thời hạn
  caitien check FILE [--plan 2026-2027 | --plan ID] [--today 2026-10-01]
  caitien check --rules
      kiểm tra; mỗi dòng: mức độ, nơi, nội dung, mã quy tắc, cách nhau bằng dấu Tab
  caitien info FILE [--today 2026-10-01]
      các kế hoạch trong hồ sơ, kết quả tự đánh giá, việc đã theo dõi, các lần rà soát và văn bản của
      từng kế hoạch, dạng JSON
  caitien backups FILE
      các bản sao lưu của hồ sơ, kể cả khi tệp đã mất hoặc hỏng; mỗi dòng: giờ ghi, số byte, nội
      dung, cách nhau bằng dấu Tab
  caitien restore FILE --at \"2026-11-22 10:15\" --new OUT.caitien
      khôi phục bản sao lưu mới nhất tính đến giờ (hoặc ngày) ấy thành hồ sơ mới
  caitien repair FILE --new OUT.caitien
      ghi những gì còn đọc được của tệp bị hỏng thành tệp mới; tệp hỏng được giữ nguyên. Mỗi dòng:
      missing (thiếu) hoặc doubtful (cần xem lại), nơi, nội dung, cách nhau bằng dấu Tab

Kết quả trả về: 0 đã xong, 1 kiểm tra thấy lỗi, hoặc tệp cứu được còn chỗ thiếu hay cần xem lại,
2 không thực hiện được.
"
}

/// A window was asked for where there is no display.
#[must_use]
pub fn no_display() -> String {
    "Không mở được cửa sổ vì máy không có màn hình; để làm việc không cần cửa sổ, hãy dùng \
     lệnh như “caitien export FILE --to OUT.pdf” (xem “caitien --help”)."
        .to_owned()
}

/// The program was built without its window.
#[must_use]
pub fn built_without_window() -> String {
    "Bản chương trình này không có cửa sổ; hãy dùng lệnh như “caitien export FILE --to OUT.pdf” \
     (xem “caitien --help”)."
        .to_owned()
}

/// The window system or its drawing failed.
#[must_use]
pub fn no_window(reason: &str) -> String {
    format!(
        "Không mở được cửa sổ ({}); để làm việc không cần cửa sổ, hãy dùng lệnh như “caitien \
         export FILE --to OUT.pdf” (xem “caitien --help”).",
        one_line(reason)
    )
}

/// The window stood, and had to be closed.
#[must_use]
pub fn window_stopped(reason: &str) -> String {
    format!(
        "Cửa sổ gặp trục trặc và phải đóng lại ({}); mọi thay đổi đã báo “Đã lưu” vẫn nằm trong tệp.",
        one_line(reason)
    )
}

/// The file to write is the one that is read.
#[must_use]
pub fn same_file(path: &Path) -> String {
    format!("Tệp cần ghi trùng với tệp đang đọc: {}. Hãy chọn tên khác.", file(path))
}

/// Neither the file nor the program has a plan's form.
#[must_use]
pub fn no_form(form: &FormId) -> String {
    format!(
        "Kế hoạch dùng mẫu “{}”, nhưng mẫu này không có trong hồ sơ và trong chương trình; hãy nhập \
         tệp mẫu bằng lệnh “caitien import MẪU.json --into FILE”.",
        one_line(form.as_str())
    )
}

/// Another form has the name of the one that should come in.
#[must_use]
pub fn form_taken(form: &FormId) -> String {
    format!(
        "Đã có mẫu “{form}” với nội dung khác nên chưa nhập; hãy thêm “--as TÊN-MỚI” để nhập mẫu này \
         dưới tên khác."
    )
}

/// The plan names neither a working group nor anybody so.
#[must_use]
pub fn nobody_of_this_name(name: &str) -> String {
    format!(
        "Kế hoạch không có nhóm công tác hay người nào tên “{}”; hãy ghi tên đúng như trong kế hoạch.",
        one_line(name)
    )
}

/// What is asked for cannot be told of this plan.
#[must_use]
pub fn nothing_to_tell() -> String {
    "Chưa lập được văn bản này: kế hoạch chưa có lần rà soát ấy, chưa chốt lần nào, hoặc chưa ban \
     hành hay chưa thay đổi sau khi ban hành."
        .to_owned()
}

/// The dossier holds no plan.
#[must_use]
pub fn no_plan() -> String {
    "Hồ sơ chưa có kế hoạch nào.".to_owned()
}

/// The dossier holds no plan of this year.
#[must_use]
pub fn no_plan_of_year(year: SchoolYear) -> String {
    format!("Hồ sơ không có kế hoạch nào của năm học {year}.")
}

/// The dossier holds no plan of this number.
#[must_use]
pub fn no_plan_of_id(id: Id) -> String {
    format!("Hồ sơ không có kế hoạch số {id}; lệnh “caitien info” cho biết các số hiện có.")
}

/// Several plans are of this year; each is named by its number and its label.
#[must_use]
pub fn several_plans(year: SchoolYear, plans: &[(Id, &str)]) -> String {
    let list: Vec<String> =
        plans
            .iter()
            .take(PLANS)
            .map(|(id, label)| {
                if label.is_empty() {
                    id.to_string()
                } else {
                    format!("{id} ({})", one_line(label))
                }
            })
            .collect();
    format!(
        "Năm học {year} có {} kế hoạch; hãy chọn một bằng --plan và số của kế hoạch: {}.",
        plans.len(),
        list.join(", ") + if plans.len() > PLANS { ", …" } else { "" }
    )
}

/// How many plans are named.
const PLANS: usize = 20;

/// The input cannot be read.
#[must_use]
pub fn cannot_read(path: &Path, error: &std::io::Error) -> String {
    format!("Không đọc được {}: {}.", file(path), super::why(error))
}

/// Something inside the program itself cannot be read.
#[must_use]
pub fn broken_program() -> String {
    "Dữ liệu kèm theo chương trình bị hỏng; hãy cài lại chương trình.".to_owned()
}

/// The answer could not be written to the console.
#[must_use]
pub fn cannot_answer() -> String {
    "Không ghi được kết quả ra màn hình.".to_owned()
}

/// A path in quotation marks, on one line.
pub(super) fn file(path: &Path) -> String {
    format!("“{}”", one_line(&path.to_string_lossy()))
}

/// Text without line breaks and other control characters, no longer than a sentence may be.
pub(super) fn one_line(text: &str) -> String {
    shortened(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

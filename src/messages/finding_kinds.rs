//! Findings in the words and the form of a plan: what it is, what to do, and who says so.

use crate::check::{Finding, FindingKind, Source};
use crate::plan::{Dossier, TableKind};

use super::fields::{paper_name, plan_field_name};
use super::places::{capital, criterion_name, quoted};
use super::run_fields;
use crate::words::date as day;

/// Where a rule comes from.
#[must_use]
pub fn source_name(source: Source) -> String {
    match source {
        Source::Layout(number) => {
            format!("Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản {number}")
        }
        Source::Sent => "Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3".into(),
        Source::KindCodes => "Nghị định 30/2020/NĐ-CP, Phụ lục III".into(),
        Source::PlanForm => "Thông tư 57/2026/TT-BGDĐT, Biểu 2, yêu cầu của kế hoạch".into(),
        Source::Catalogue => "Bộ tiêu chuẩn kế hoạch đang dùng".into(),
        Source::LocalGovernment => {
            "Luật số 72/2025/QH15, Điều 1; Nghị quyết số 202/2025/QH15".into()
        }
        Source::SchoolCouncil => "Luật Giáo dục, sửa đổi từ 01/01/2026".into(),
        Source::InForce => "Điều khoản thi hành của văn bản thay thế".into(),
        Source::Spelling => "Chính tả tiếng Việt".into(),
        Source::Agreement => "Các chỗ trong kế hoạch phải khớp nhau".into(),
        Source::Printing => "Cách bản in ghi số và chữ".into(),
    }
}

/// What was found, and what to do about it.
#[expect(clippy::too_many_lines, reason = "one list of all kinds")]
pub(super) fn words(dossier: &Dossier, finding: &Finding) -> (String, String) {
    let plan = dossier.plan(finding.place.plan).map(AsRef::as_ref);
    let column = |field| plan_field_name(dossier, plan, TableKind::Rows, field).to_owned();
    let (what, todo): (String, String) = match &finding.kind {
        FindingKind::SymbolSpace(typed) => (
            format!("Ký hiệu có khoảng trống: {}", quoted(typed)),
            "Viết liền các chữ trong ký hiệu, ví dụ “KH-THCSNH”.".into(),
        ),
        FindingKind::SymbolKind { symbol, code } => (
            format!("Ký hiệu {} không bắt đầu bằng “{code}”", quoted(symbol)),
            format!("Chữ viết tắt tên loại của văn bản này là “{code}”, ví dụ “{code}-THCSNH”."),
        ),
        FindingKind::Unwritten { paper, count } => (
            format!("{} còn {count} chỗ chưa ghi", paper_name(*paper)),
            "Ghi vào các chỗ có dấu chấm lửng; điều không có thì xóa cả câu.".into(),
        ),
        FindingKind::DamagedCopy { count } => (
            format!("{count} bản chốt lưu trong tệp (bản đã ban hành, bản rà soát) bị hỏng"),
            "Lấy lại từ bản sao lưu; giữ bản giấy đã ký, đóng dấu làm căn cứ.".into(),
        ),
        FindingKind::ChangedSince { count, sent } => (
            format!("{count} thay đổi từ khi ban hành, chưa có kế hoạch điều chỉnh, bổ sung"),
            if *sent {
                "Lập kế hoạch điều chỉnh, bổ sung ở In và xuất."
            } else {
                "Lập kế hoạch điều chỉnh, bổ sung ở In và xuất; chưa gửi đi thì có thể thu hồi để ban hành lại."
            }
            .into(),
        ),
        FindingKind::YearEndWithoutReview { end } => (
            format!("Năm học hết ngày {} mà chưa chốt lần rà soát cuối năm", day(*end)),
            "Chốt lần rà soát cuối năm học ở Rà soát.".into(),
        ),
        FindingKind::ReviewBeforeTime { when, held, end } => (
            format!("Lần rà soát {} ngày {} sớm hơn nhiều so với {}", quoted(when), day(*held), day(*end)),
            "Xem lại ngày rà soát, hoặc mở khóa và chốt lại khi đến kỳ.".into(),
        ),
        FindingKind::ResultWithoutEvidence => (
            "Có kết quả thực hiện nhưng chưa ghi minh chứng".into(),
            "Ghi mã hoặc tên minh chứng ở Theo dõi.".into(),
        ),
        FindingKind::LateWithoutNote { days } => (
            format!("Quá hạn {days} ngày mà chưa có ghi chép nào"),
            "Ghi tình hình, lý do hoặc điều chỉnh thời hạn ở Theo dõi.".into(),
        ),
        FindingKind::AuthoritySpace(typed) => (
            format!("{} chưa đúng dấu chấm, dấu cách", quoted(typed)),
            "Sau “KT”, “TM”, “Q” có dấu chấm và một dấu cách.".into(),
        ),
        FindingKind::DeputyAuthority { position, deputy: true } => (
            format!("{} ký mà chưa ghi “KT.”", capital(&quoted(position))),
            "Cấp phó ký thay ghi “KT. HIỆU TRƯỞNG” ở dòng trên chức vụ.".into(),
        ),
        FindingKind::DeputyAuthority { position, .. } => (
            format!("Ghi “KT.” nhưng người ký là {}", quoted(position)),
            "“KT.” chỉ dùng khi cấp phó ký thay. Xem lại dòng quyền hạn và chức vụ.".into(),
        ),
        FindingKind::SignerDegree(name) => (
            format!("Trước họ tên người ký có học hàm, học vị: {}", quoted(name)),
            "Chỉ ghi họ và tên, trừ khi cơ quan quản lý ngành có quy định khác.".into(),
        ),
        FindingKind::ArchiveColon(typed) => (
            format!("{} thiếu dấu hai chấm", quoted(typed)),
            "Dòng cuối nơi nhận ghi “Lưu: VT”.".into(),
        ),
        FindingKind::NoArchive => {
            ("Nơi nhận chưa có dòng “Lưu: VT”".into(), "Thêm “Lưu: VT” vào cuối nơi nhận.".into())
        }
        FindingKind::ArchiveNotLast => {
            ("“Lưu: VT” không ở cuối nơi nhận".into(), "Chuyển “Lưu: VT” xuống dòng cuối.".into())
        }
        FindingKind::DoubledMarks(word) => {
            (format!("Thừa dấu câu: {}", quoted(word)), "Chỉ giữ một dấu.".into())
        }
        FindingKind::SpacesAndMarks => (
            "Dấu cách đặt sai ở dấu câu".into(),
            "Dấu câu viết liền chữ trước, sau dấu có một dấu cách.".into(),
        ),
        FindingKind::OpenBracket(sign) => {
            (format!("Dấu “{sign}” không có cặp"), "Thêm dấu mở hoặc dấu đóng, hoặc bỏ dấu thừa.".into())
        }
        FindingKind::Misspelt(word) => (
            format!("Tiếng Việt không có tiếng {}", quoted(word)),
            "Xem lại chữ này; có thể gõ nhầm hoặc nhận dạng sai khi quét văn bản.".into(),
        ),
        FindingKind::ForeignLetter { letter, word } => (
            format!(
                "Chữ không phải chữ Việt trong {} (U+{:04X})",
                quoted(word),
                u32::from(*letter)
            ),
            "Gõ lại từ này: chữ trông giống nhưng tìm kiếm và bản in có thể sai.".into(),
        ),
        FindingKind::MarksApart => (
            "Chữ và dấu thanh tách rời (Unicode tổ hợp)".into(),
            "Đổi thành Unicode dựng sẵn; chữ trông vẫn như trước.".into(),
        ),
        FindingKind::DoubledWord(pair) => {
            (format!("Lặp từ: {}", quoted(pair)), "Bỏ một từ.".into())
        }
        FindingKind::MottoHyphens => (
            "Tiêu ngữ chưa đúng dấu nối".into(),
            "Ghi “Độc lập - Tự do - Hạnh phúc”: dấu gạch nối, hai bên có dấu cách.".into(),
        ),
        FindingKind::TitleInCapitals => (
            "Tên kế hoạch viết toàn chữ in hoa".into(),
            "Trích yếu dưới chữ “KẾ HOẠCH” là chữ in thường, đậm.".into(),
        ),
        FindingKind::NumberTwice(number) => (
            format!("Số thứ tự gõ tay: {}", quoted(number)),
            "Bản in tự đánh số; bỏ số gõ tay để số không in hai lần và không nhảy.".into(),
        ),
        FindingKind::NumberSkips { before, number } => (
            format!("Số thứ tự nhảy từ {before} sang {number}"),
            "Đánh lại số, hoặc để phần mềm tự đánh số.".into(),
        ),
        FindingKind::CriterionSpace(code) => (
            format!("Số tiêu chí có khoảng trống: {}", quoted(code)),
            format!("Viết liền: “{}”.", code.replace([' ', '\u{A0}'], "")),
        ),
        FindingKind::OtherCriterionName { code, other } => (
            format!("Tên ghi ở {} là tên của {}", criterion_name(code), criterion_name(other)),
            "Sửa lại số hoặc tên của tiêu chí.".into(),
        ),
        FindingKind::UnderOtherStandard { code, standard } => (
            format!("{} đứng dưới Tiêu chuẩn {standard}", capital(&criterion_name(code))),
            "Chuyển dòng này về đúng tiêu chuẩn, hoặc sửa số tiêu chí.".into(),
        ),
        FindingKind::StandardOfOtherKind { number } => (
            format!("Tên Tiêu chuẩn {number} là của loại trường khác"),
            "Sửa tên theo bộ tiêu chuẩn của trường.".into(),
        ),
        FindingKind::CatalogueOfOtherKind { circular } => (
            format!("Bộ tiêu chuẩn {circular} không dành cho loại trường này"),
            "Chọn lại bộ tiêu chuẩn hoặc loại trường ở Thông tin.".into(),
        ),
        FindingKind::OtherKindOfSchool(words) => (
            format!("Nói về loại trường khác: {}", quoted(words)),
            "Xem lại; có thể chép từ kế hoạch của trường khác.".into(),
        ),
        FindingKind::OtherYear(year) => (
            format!("Năm học {year} không phải năm học của kế hoạch"),
            "Sửa lại năm học ở chỗ này, hoặc năm học của kế hoạch ở Thông tin.".into(),
        ),
        FindingKind::ResultOfSameYear(year) => (
            format!("Căn cứ là kết quả của chính năm học {year}"),
            "Năm học này chưa kết thúc khi lập kế hoạch; thường là kết quả năm học trước.".into(),
        ),
        FindingKind::ReportAfterPlan { from, to } => (
            format!("Báo cáo giai đoạn {from} - {to} kết thúc sau ngày của kế hoạch"),
            "Không cần sửa nếu là chu kỳ tự đánh giá; xem lại nếu là báo cáo kết quả.".into(),
        ),
        FindingKind::DateOutsideYear { day: on, year } => (
            format!("Ngày ban hành {} nằm ngoài năm học {year}", day(*on)),
            "Xem lại ngày ban hành hoặc năm học ở Thông tin.".into(),
        ),
        FindingKind::DateAhead { day: on, today } => (
            format!("Ngày ban hành {} chưa tới", day(*on)),
            format!("Hôm nay là {}. Không cần sửa nếu chủ ý ghi trước.", day(*today)),
        ),
        FindingKind::SameWords { field, count } => (
            format!("Cả {count} dòng cùng một lời ở cột “{}”", column(*field)),
            "Ghi riêng cho từng nội dung: cụ thể, đo được.".into(),
        ),
        FindingKind::TargetIsWeakness => (
            "Mục tiêu chép lại điểm hạn chế".into(),
            "Ghi kết quả cần đạt, đo được, so với hiện trạng.".into(),
        ),
        FindingKind::LevelFalls { now, target } => (
            format!("Mức cần đạt ({target}) thấp hơn mức hiện tại ({now})"),
            "Xem lại hai mức trong phiếu của dòng.".into(),
        ),
        FindingKind::NotInForce { number, by, until } => (
            format!("Văn bản {number} hết hiệu lực trước ngày của kế hoạch"),
            format!(
                "{by} thay thế, văn bản cũ còn hiệu lực đến {}. Nên xem lại căn cứ.",
                day(*until)
            ),
        ),
        FindingKind::NoHyphen(number) => (
            format!("Ký hiệu văn bản thiếu dấu gạch nối: {}", quoted(number)),
            "Ghi đúng ký hiệu của văn bản, ví dụ “5932/BGDĐT-QLCL”.".into(),
        ),
        FindingKind::UnitGone { words, now: None } => (
            format!("{} không còn từ 01/7/2025", capital(&quoted(words))),
            "Ghi cơ quan hiện nay (UBND xã, phường, đặc khu; Sở GDĐT), hoặc thêm “cũ”, “nay là …”."
                .into(),
        ),
        FindingKind::UnitGone { words, now: Some(now) } => (
            format!("{} nay không còn", capital(&quoted(words))),
            format!("Nay là {now}. Ghi tên mới, hoặc thêm “nay là …”."),
        ),
        FindingKind::SchoolCouncil => (
            "Trường công lập không còn Hội đồng trường từ 01/01/2026".into(),
            "Xem lại chỗ này; tên của tiêu chí thì giữ nguyên.".into(),
        ),
        FindingKind::NoSuchGroup(number) => (
            format!("Không có nhóm công tác {number}"),
            "Sửa lại số nhóm được giám sát, hoặc thêm nhóm còn thiếu.".into(),
        ),
        FindingKind::EmptyCells { field, count } => (
            format!("Cột “{}” có {count} ô để trống", column(*field)),
            "Không cần sửa nếu chủ ý để trống; có thể ghi “Không”.".into(),
        ),
        FindingKind::FieldWithoutValue(field) => (
            format!("Chỗ tự điền “{}” chưa có giá trị", run_fields::name(*field)),
            run_fields::where_from(*field).into(),
        ),
        FindingKind::NoPlace => (
            "Chưa ghi địa danh".into(),
            "Ghi tên xã, phường, đặc khu nơi trường đặt trụ sở.".into(),
        ),
        _ => Default::default(),
    };
    (what, todo)
}

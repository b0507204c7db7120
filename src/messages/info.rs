//! Words of the screen Thông tin and of its lists.

use crate::plan::{Catalogue, Signature};

/// Label: the authority over the school.
pub const GOVERNING_BODY: &str = "Cơ quan chủ quản (để trống nếu là trường tư thục)";
/// Label: the school.
pub const SCHOOL: &str = "Tên trường";
/// Help under both.
pub const LINES_HELP: &str = "Tên dài: xuống dòng ở đâu thì in xuống dòng ở đó.";
/// Label: number.
pub const NUMBER: &str = "Số";
/// Label: symbol.
pub const SYMBOL: &str = "Ký hiệu";
/// Label: place.
pub const PLACE: &str = "Địa danh";
/// Label: day.
pub const DAY: &str = "Ngày";
/// Label: month.
pub const MONTH: &str = "Tháng";
/// Label: year.
pub const YEAR: &str = "Năm";
/// Help beside number and date.
pub const BLANK_HELP: &str = "Số và ngày để trống thì chừa chỗ cho văn thư ghi.";
/// Help when the three numbers name no day.
pub const NO_SUCH_DAY: &str = "Không có ngày này. Hãy xem lại ngày, tháng, năm.";
/// Label: doc type.
pub const DOC_TYPE: &str = "Tên loại văn bản";
/// Label: subject.
pub const SUBJECT: &str = "Trích yếu (mỗi dòng in một dòng)";
/// Label: form.
pub const FORM: &str = "Mẫu kế hoạch";
/// Label: catalogue.
pub const CATALOGUE: &str = "Bộ tiêu chuẩn";
/// A plan without a catalogue.
pub const NO_CATALOGUE: &str = "Không dùng bộ tiêu chuẩn";
/// Beside a catalogue nobody compared.
pub const NOT_VERIFIED: &str = "Tên tiêu chí chưa đối chiếu bản chính thức.";
/// Leads to the names.
pub const EDIT_NAMES: &str = "Sửa tên…";
/// Title: a form shall come in, and another one has its name.
pub const FORM_TAKEN: &str = "Đã có mẫu cùng tên";
/// Brings it in under the name typed.
pub const FORM_UNDER_NAME: &str = "Nhập với tên này";
/// Label: the name of a form in the file.
pub const FORM_NAME: &str = "Tên mẫu trong tệp";
/// What such a name is made of.
pub const FORM_NAME_HELP: &str =
    "Chữ thường không dấu, chữ số, dấu “-”, “_”, “.”; chưa có mẫu nào dùng";

/// Why another name is asked for.
#[must_use]
pub fn form_taken(id: &str) -> String {
    format!(
        "Mẫu “{id}” đã có với nội dung khác, nên mẫu trong tệp chưa được nhập. Các kế hoạch đang \
         dùng mẫu đã có không đổi; mẫu mới có thể nhập với một tên khác."
    )
}

/// Leads to a file.
pub const FROM_FILE: &str = "Nhập từ tệp…";
/// Label: to whom the paper is sent.
pub const ADDRESSEES: &str = "Kính gửi (mỗi dòng một nơi)";
/// Help under it.
pub const ADDRESSEES_HELP: &str = "Để trống thì không in dòng Kính gửi.";
/// Label: recipients.
pub const RECIPIENTS: &str = "Nơi nhận (mỗi dòng một nơi)";
/// Help under recipients.
pub const RECIPIENTS_HELP: &str = "Dấu gạch đầu dòng và dấu chấm phẩy được thêm khi in.";
/// Label: who signs.
pub const SIGNER: &str = "Người ký";
/// Label: lines before the position.
pub const AUTHORITY: &str = "Quyền hạn ký (để trống nếu ký trực tiếp)";
/// Label: position.
pub const POSITION: &str = "Chức vụ";
/// Label: name.
pub const NAME: &str = "Họ và tên";
/// Help under the name.
pub const NAME_HELP: &str = "Không ghi học vị, học hàm trước họ tên.";
/// Adds a signature where there is none.
pub const FIRST_SIGNATURE: &str = "Thêm người ký";
/// Adds a second signature.
pub const ADD_SIGNATURE: &str = "Thêm chữ ký thứ hai";
/// The signature approves.
pub const APPROVES: &str = "Ký duyệt: in bên trái, nơi nhận ở dưới";
/// Takes a signature away.
pub const REMOVE_SIGNATURE: &str = "Bỏ chữ ký này";
/// Title of the first card.
pub const HEAD: &str = "Đầu văn bản";
/// Title of the second card.
pub const BASIS: &str = "Mẫu và bộ tiêu chuẩn";
/// Title of the third card.
pub const FOOT: &str = "Cuối văn bản";
/// Title of the fourth card.
pub const ABOUT: &str = "Về trường và kế hoạch này";
/// Label: kind of school.
pub const KIND: &str = "Loại trường";
/// Label: ownership.
pub const OWNERSHIP: &str = "Loại hình";
/// Label: address.
pub const ADDRESS: &str = "Địa chỉ";
/// Label: school year.
pub const SCHOOL_YEAR: &str = "Năm học";
/// Label: label.
pub const LABEL: &str = "Tên phân biệt (nếu một năm có nhiều kế hoạch)";
/// An example of it.
pub const LABEL_HINT: &str = "sau đánh giá ngoài";
/// Label: the plan amended.
pub const AMENDS: &str = "Điều chỉnh, bổ sung kế hoạch";
/// It amends none.
pub const AMENDS_NONE: &str = "Không";
/// Under the painted head and foot.
pub const AS_PRINTED: &str = "đầu và cuối văn bản như khi in";

/// The usual ways to sign, and their lines.
pub const SIGNERS: [(&str, &str, &str); 6] = [
    ("Hiệu trưởng ký", "", "HIỆU TRƯỞNG"),
    ("Phó Hiệu trưởng ký thay (KT.)", "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
    ("Quyền Hiệu trưởng ký (Q.)", "", "Q. HIỆU TRƯỞNG"),
    ("Giám đốc ký", "", "GIÁM ĐỐC"),
    ("Phó Giám đốc ký thay (KT.)", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("Thay mặt Hội đồng (TM.)", "TM. HỘI ĐỒNG", "CHỦ TỊCH"),
];
/// Another way to sign, its lines typed below.
pub const OTHER_SIGNER: &str = "Cách ghi khác";

/// Which of [`SIGNERS`] a signature is.
#[must_use]
pub fn signer_index(signature: &Signature) -> Option<usize> {
    let authority = signature.authority.join("\n");
    let same = |one: &str, other: &str| one.trim().to_uppercase() == other;
    SIGNERS.iter().position(|(_, lines, position)| {
        same(&authority, lines) && same(&signature.position, position)
    })
}

/// A catalogue in a list: its circular, the school it is for, what amended it.
#[must_use]
pub fn catalogue_name(catalogue: &Catalogue) -> String {
    let kinds = &catalogue.school_kinds;
    let has = |kind: &str| kinds.iter().any(|of| of == kind);
    let whom = if has("primary") && has("lower_secondary") {
        "phổ thông"
    } else if has("preschool") {
        "mầm non"
    } else if has("primary") {
        "tiểu học"
    } else if has("continuing_education") {
        "giáo dục thường xuyên"
    } else if has("lower_secondary") || has("upper_secondary") {
        "trung học"
    } else {
        ""
    };
    let mut name = catalogue.circular.clone();
    if !whom.is_empty() {
        name = format!("{name}, {whom}");
    }
    if let Some(by) = &catalogue.amended_by {
        name = format!("{name} (sửa đổi bởi {by})");
    }
    name
}

/// After a signature was taken away.
#[must_use]
pub fn signature_gone(name: &str) -> String {
    match name.trim() {
        "" => "Đã bỏ một chữ ký.".to_owned(),
        name => format!("Đã bỏ chữ ký của {name}."),
    }
}

/// What of the plan its form does not print: fields that hold words, and parts.
#[must_use]
pub fn not_printed(fields: &[&str], parts: &[&str]) -> String {
    let mut words = String::from("Mẫu này không in: ");
    let mut first = true;
    for name in fields.iter().copied().chain(parts.iter().copied()) {
        if !first {
            words.push_str("; ");
        }
        first = false;
        words.push_str(name);
    }
    words.push_str(". Lời văn vẫn được giữ nguyên trong tệp.");
    words
}

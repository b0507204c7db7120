//! "Sẵn sàng in": what is looked at before a plan is signed, point by point.

/// The title of the list.
pub const TITLE: &str = "Sẵn sàng in";
/// Its title while an error is left.
pub const NOT_YET: &str = "Chưa sẵn sàng in";
/// No error is left.
pub const READY: &str = "không còn lỗi";

/// The points, each with the codes of the rules that look at it: errors and warnings, for a note
/// stands in nobody's way.
pub const POINTS: [(&str, &[&str]); 14] = [
    (
        "Tên trường, cơ quan quản lý, địa danh",
        &["missing-school", "governing-body-gone", "missing-place", "motto-hyphens"],
    ),
    (
        "Số, ký hiệu, ngày ban hành",
        &[
            "number-with-more",
            "symbol-space",
            "symbol-kind",
            "date-impossible",
            "date-outside-year",
        ],
    ),
    ("Trích yếu và năm học", &["missing-title", "title-year", "sentence-year"]),
    ("Căn cứ còn hiệu lực, đúng năm", &["text-not-in-force", "result-of-same-year"]),
    ("Phần, mục đánh số liền mạch", &["heading-number", "point-number", "number-skips"]),
    (
        "Tiêu chí đúng bộ tiêu chuẩn",
        &[
            "catalogue-of-other-kind",
            "standard-of-other-kind",
            "unknown-criterion",
            "criterion-twice",
            "criterion-name",
            "criterion-under-other-standard",
        ],
    ),
    (
        "Đủ mục tiêu, người chủ trì, thời hạn",
        &["missing-content", "empty-row", "empty-field", "not-written"],
    ),
    ("Mục tiêu không chép lại hạn chế", &["same-words", "target-is-weakness", "level-falls"]),
    ("Thời hạn nằm trong năm học", &["deadline-before-start", "over-before-plan"]),
    ("Cơ quan, loại trường hiện hành", &["unit-gone", "school-council", "other-kind-of-school"]),
    ("Nhóm công tác, giám sát khớp nhau", &["no-such-group"]),
    (
        "Chính tả, dấu câu",
        &["impossible-syllable", "foreign-letter", "doubled-word", "doubled-marks"],
    ),
    (
        "Chữ in đủ, bảng dễ đọc",
        &["crowded-table", "missing-character", "fill-word-left", "field-without-value"],
    ),
    (
        "Người ký, nơi nhận, dấu “./.”",
        &[
            "missing-signer",
            "authority-space",
            "deputy-authority",
            "signer-degree",
            "missing-recipients",
            "archive-missing",
            "end-mark-missing",
        ],
    ),
];

/// "còn 2 lỗi".
#[must_use]
pub fn errors_left(count: usize) -> String {
    format!("còn {} lỗi", crate::words::number(count as u64))
}

/// "12 trong 14 điều đạt".
#[must_use]
pub fn points_passed(passed: usize) -> String {
    format!("{passed} trong {} điều đạt", POINTS.len())
}

/// A point read aloud.
#[must_use]
pub fn point_said(words: &str, passed: bool) -> String {
    if passed { format!("Đạt: {words}") } else { format!("Cần xem: {words}") }
}

#[cfg(test)]
mod tests {
    use super::POINTS;
    use crate::check::{Severity, rules};

    /// What looks at the year behind a plan that was signed, and so is in no signature's way.
    const OF_THE_YEAR: [&str; 4] =
        ["damaged-copy", "late-without-note", "review-before-its-time", "year-end-without-review"];

    #[test]
    fn every_rule_that_stands_in_the_way_belongs_to_one_point() {
        let mut told: Vec<&str> = POINTS.iter().flat_map(|(_, codes)| *codes).copied().collect();
        told.extend(OF_THE_YEAR);
        told.sort_unstable();
        let mut wanted: Vec<&str> =
            rules().filter(|rule| rule.severity != Severity::Note).map(|rule| rule.code).collect();
        wanted.sort_unstable();
        assert_eq!(told, wanted);
    }
}

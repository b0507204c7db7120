//! How far work has come, as words of the form and back.

use crate::plan::Status;
use crate::words::fold;

/// The words of column (10) of Biểu 2, and those of the year between.
#[must_use]
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::Done => "Hoàn thành",
        Status::UnderWay => "Đang thực hiện",
        Status::NotDone => "Chưa hoàn thành",
        Status::NotStarted => "Chưa thực hiện",
        Status::Dropped => "Không thực hiện",
    }
}

/// What such words say, however they are written; none where they say something else.
///
/// ```
/// use caitien::plan::Status;
/// use caitien::understand::status_in;
/// assert_eq!(status_in(" hoàn thành."), Some(Status::Done));
/// assert_eq!(status_in("Hoàn thành 50%"), None);
/// ```
#[must_use]
pub fn status_in(text: &str) -> Option<Status> {
    let said = fold(text.trim().trim_end_matches('.'));
    Status::ALL.into_iter().find(|status| fold(status_words(*status)) == said)
}

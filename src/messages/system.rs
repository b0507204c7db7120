//! What the system says when it refuses, in words: never its own English sentence.

use std::io::{self, ErrorKind};

/// Why the system refused, as the end of a sentence, without a full stop. What has no words
/// here is told by its number, by which whoever helps can look it up.
#[must_use]
pub fn why(error: &io::Error) -> String {
    why_of(error.kind(), error.raw_os_error())
}

/// As [`why`], of an error that is gone but for its kind and its number.
#[must_use]
pub fn why_of(kind: ErrorKind, code: Option<i32>) -> String {
    kind_words(kind).map_or_else(
        || match code {
            Some(code) => format!("lỗi số {code} của hệ thống"),
            None => "lỗi không rõ của hệ thống".to_owned(),
        },
        str::to_owned,
    )
}

fn kind_words(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "không tìm thấy tệp, thư mục hoặc chương trình để mở",
        ErrorKind::PermissionDenied => "không có quyền truy cập",
        ErrorKind::AlreadyExists => "đã có tệp cùng tên",
        ErrorKind::NotADirectory => "một phần của đường dẫn không phải là thư mục",
        ErrorKind::IsADirectory => "đó là một thư mục, không phải tệp",
        ErrorKind::DirectoryNotEmpty => "thư mục không rỗng",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        ErrorKind::StorageFull => "ổ đĩa không còn đủ chỗ",
        ErrorKind::QuotaExceeded => "đã dùng hết dung lượng được cấp",
        ErrorKind::FileTooLarge => "tệp lớn hơn mức ổ đĩa cho phép",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            "tệp hoặc ổ đĩa đang được chương trình khác dùng"
        }
        ErrorKind::InvalidFilename => "tên tệp quá dài hoặc có ký tự không dùng được",
        ErrorKind::InvalidInput => "tên hoặc giá trị không dùng được",
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "dữ liệu bị hỏng hoặc thiếu một phần",
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "chờ quá lâu mà không có trả lời",
        ErrorKind::Interrupted => "việc bị ngắt giữa chừng",
        ErrorKind::OutOfMemory => "máy không đủ bộ nhớ",
        ErrorKind::Unsupported => "hệ thống này không làm được việc đó",
        ErrorKind::NotConnected
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::HostUnreachable
        | ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::StaleNetworkFileHandle => "không nối được tới ổ mạng hoặc máy chủ",
        ErrorKind::BrokenPipe | ErrorKind::WriteZero => {
            "ổ đĩa hoặc thiết bị không nhận thêm dữ liệu"
        }
        ErrorKind::TooManyLinks | ErrorKind::CrossesDevices | ErrorKind::Deadlock => {
            "hệ thống tệp không làm được việc đó"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_error_of_the_system_is_told_in_its_own_words() {
        for code in 1..=200 {
            let error = io::Error::from_raw_os_error(code);
            let words = why(&error);
            assert!(!words.contains("os error") && !words.is_empty(), "{code}: {words}");
            assert!(!words.contains(&error.kind().to_string()), "{code}: {words}");
        }
        assert_eq!(why(&ErrorKind::PermissionDenied.into()), "không có quyền truy cập");
        assert_eq!(why(&io::Error::other("broken")), "lỗi không rõ của hệ thống");
    }
}

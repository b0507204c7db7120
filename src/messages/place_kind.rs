//! What is said of the kind of place a file is in: its name, and one sentence of advice.

use crate::platform::{CloudService, PlaceKind};

/// Its name; none for a disk of this machine, of which nothing needs to be said.
#[must_use]
pub fn name(kind: PlaceKind) -> Option<&'static str> {
    match kind {
        PlaceKind::Local => None,
        PlaceKind::Removable => Some("USB, ổ rời"),
        PlaceKind::Network => Some("Ổ mạng"),
        PlaceKind::Cloud(CloudService::OneDrive) => Some("Thư mục OneDrive"),
        PlaceKind::Cloud(CloudService::GoogleDrive) => Some("Thư mục Google Drive"),
        PlaceKind::Cloud(CloudService::Dropbox) => Some("Thư mục Dropbox"),
    }
}

/// Its name and what to mind there.
#[must_use]
pub fn advice(kind: PlaceKind) -> Option<String> {
    let name = name(kind)?;
    let advice = match kind {
        PlaceKind::Local => return None,
        PlaceKind::Removable => {
            "đừng rút ra khi chưa thấy “Đã lưu”; nên giữ thêm một bản trên máy."
        }
        PlaceKind::Network => {
            "mất mạng thì chưa lưu được; nên giữ tệp trên máy này và chép sang ổ mạng."
        }
        PlaceKind::Cloud(_) => {
            "tệp được sao lưu lên mạng; mỗi lúc chỉ mở trên một máy, chờ đồng bộ xong rồi mới mở \
             ở máy khác."
        }
    };
    Some(format!("{name}: {advice}"))
}

/// A place after the name of its kind, where a line has no room for advice and may be cut.
#[must_use]
pub fn with_kind(place: &str, kind: PlaceKind) -> String {
    name(kind).map_or_else(|| place.to_owned(), |name| format!("{name}: {place}"))
}

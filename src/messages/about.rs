//! Words of the dialog on the program itself: its version, where things are, what to send to
//! somebody who helps from afar; and what is said when the window does not stand.

use std::path::Path;

use super::usage::{file, one_line};

/// Title.
pub const TITLE: &str = "Thông tin chẩn đoán";
/// The primary button.
pub const COPY: &str = "Chép thông tin chẩn đoán";
/// After it.
pub const COPIED: &str = "Đã chép. Dán vào thư hoặc tin nhắn gửi người hỗ trợ.";
/// Opens the folder of settings and the log.
pub const OPEN_DATA: &str = "Mở thư mục cài đặt và nhật ký";
/// Over the text that would be copied.
pub const FACTS: &str = "Thông tin chẩn đoán (không có nội dung kế hoạch)";
/// What it is for.
pub const HELP: &str = "Khi phần mềm gặp trục trặc: bấm nút chép bên dưới rồi gửi cho người hỗ \
    trợ, kèm một câu kể lại vừa làm gì. Tệp .caitien là của nhà trường, chỉ gửi khi thầy cô muốn.";
/// Over the ways of drawing.
pub const RENDERER: &str = "Cách vẽ màn hình";
/// The ways of drawing: found out, OpenGL, Direct3D.
pub const RENDERERS: [&str; 3] = ["Tự chọn", "OpenGL", "Direct3D 12"];
/// Under them.
pub const RENDERER_HELP: &str =
    "Chỉ đổi khi cửa sổ bị đen, nhấp nháy hay chậm. Có hiệu lực từ lần mở sau.";

/// What is known of the program and the machine when a trouble is reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The system and its version.
    pub system: String,
    /// The machine is a virtual one.
    pub is_virtual: bool,
    /// The window is shown on another machine's screen.
    pub remote: bool,
    /// What draws.
    pub drawn_by: String,
    /// Width and height of the window (physical pixels).
    pub window: (u32, u32),
    /// Physical pixels in a logical one, in hundredths, the program's own scale left out.
    pub screen_percent: u32,
    /// The program's own scale, in hundredths.
    pub scale_percent: u16,
    /// Dark colours.
    pub dark: bool,
    /// The open file: plans and rows in it, and how saving stands.
    pub open: Option<OpenFile>,
    /// Where settings and the log are, the person's own folder left out.
    pub data_folder: String,
    /// The last lines of the log.
    pub log: String,
}

/// What is told of the open file: no word of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenFile {
    /// How many plans.
    pub plans: usize,
    /// How many rows in all of them.
    pub rows: usize,
    /// How saving stands.
    pub saving: String,
}

/// The facts as text, one to a line.
#[must_use]
pub fn facts(facts: &Facts) -> String {
    let yes = |is: bool, words: &'static str| if is { words } else { "" };
    let mut lines = vec![
        format!("Cải Tiến {}", env!("CARGO_PKG_VERSION")),
        format!(
            "Hệ điều hành: {}{}{}",
            facts.system,
            yes(facts.is_virtual, ", máy ảo"),
            yes(facts.remote, ", màn hình từ xa")
        ),
        format!("Vẽ bằng: {}", facts.drawn_by),
        format!(
            "Cửa sổ: {} × {} điểm ảnh, màn hình {} %, cỡ chữ {} %, nền {}",
            facts.window.0,
            facts.window.1,
            facts.screen_percent,
            facts.scale_percent,
            if facts.dark { "tối" } else { "sáng" }
        ),
    ];
    lines.push(match &facts.open {
        Some(open) => {
            format!("Hồ sơ đang mở: {} kế hoạch, {} dòng; {}", open.plans, open.rows, open.saving)
        }
        None => "Chưa mở hồ sơ nào".to_owned(),
    });
    lines.push(format!("Cài đặt và nhật ký: {}", facts.data_folder));
    if !facts.log.is_empty() {
        lines.push("Nhật ký trục trặc:".to_owned());
        lines.push(facts.log.clone());
    }
    lines.join("\n")
}

/// The window could not be drawn in any way.
#[must_use]
pub fn no_drawing(reason: &str, log: &Path) -> String {
    format!(
        "Máy này không vẽ được cửa sổ của Cải Tiến.\n\nTệp kế hoạch không bị ảnh hưởng. Hãy cập \
         nhật trình điều khiển màn hình (card đồ họa) rồi mở lại; nếu vẫn không được, gửi tệp \
         nhật ký cho người hỗ trợ: {}\n\n({})",
        file(log),
        one_line(reason)
    )
}

/// The program had to stop while the window stood.
#[must_use]
pub fn stopped(log: &Path) -> String {
    format!(
        "Cải Tiến gặp trục trặc và phải đóng lại.\n\nMọi thay đổi đã báo “Đã lưu” vẫn nằm trong \
         tệp; chỉ có thể thiếu vài chữ vừa gõ trong mấy giây cuối. Thầy cô mở lại phần mềm để \
         làm tiếp.\n\nNhật ký cho người hỗ trợ: {}",
        file(log)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_are_told_one_to_a_line() {
        let mut known = Facts {
            system: "Windows 11 Home, bản 22631".to_owned(),
            remote: true,
            drawn_by: "OpenGL 4.6".to_owned(),
            window: (1366, 728),
            screen_percent: 125,
            scale_percent: 110,
            data_folder: "~/caitien".to_owned(),
            ..Facts::default()
        };
        let told = facts(&known);
        assert_eq!(told.lines().count(), 6);
        assert!(told.contains("bản 22631, màn hình từ xa\n"), "{told}");
        assert!(told.contains("1366 × 728 điểm ảnh, màn hình 125 %, cỡ chữ 110 %, nền sáng"));
        known.open = Some(OpenFile { plans: 2, rows: 40, saving: "đã lưu".to_owned() });
        known.log = "một\nhai".to_owned();
        let told = facts(&known);
        assert!(told.contains("Hồ sơ đang mở: 2 kế hoạch, 40 dòng; đã lưu\n"), "{told}");
        assert!(told.ends_with("Nhật ký trục trặc:\nmột\nhai"), "{told}");
    }
}

//! Five hints that point at what is on the screen, for whoever opens a plan here for the first time.

/// The title and the words of each: the stages, saving, the table, the check, the paper.
pub const HINTS: [(&str, &str); 5] = [
    (
        "Làm lần lượt các bước này",
        "Từ tự đánh giá đến in và theo dõi. Bấm vào bước nào cũng được, chữ đã ghi không mất.",
    ),
    (
        "Không phải bấm Lưu",
        "Ghi đến đâu được lưu đến đó; chỗ này luôn cho biết đã lưu lúc nào. Lỡ tay thì bấm mũi tên \
         bên cạnh để hoàn tác.",
    ),
    (
        "Ghi thẳng vào bảng",
        "Bấm vào một ô rồi gõ, như trong Excel. Bảng có sẵn trong Word, Excel thì chép rồi dán vào.",
    ),
    (
        "Xem trước khi trình ký",
        "Chỗ dễ bị trả lại được tìm sẵn ở đây, kèm cách sửa và văn bản quy định.",
    ),
    ("In hoặc gửi đi", "Thấy đúng trang sẽ in rồi mới in; xuất được PDF, Word, Excel."),
];
/// On to the next hint.
pub const NEXT: &str = "Tiếp";
/// The last one was read.
pub const DONE: &str = "Xong";
/// None of them, and never again.
pub const NEVER: &str = "Thôi, không hiện nữa";
/// Where they are found again.
pub const AGAIN_LATER: &str = "Xem lại lúc nào cũng được: phím F1, nút Xem lại năm gợi ý.";
/// In the help: shows them again.
pub const AGAIN: &str = "Xem lại năm gợi ý";

/// "2 / 5".
#[must_use]
pub fn step(at: usize) -> String {
    format!("{} / {}", at + 1, HINTS.len())
}

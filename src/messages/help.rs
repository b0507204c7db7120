//! What F1 says: help on each screen, with the articles it rests on, and the keys that no command
//! has.

/// Title of the dialog.
pub const TITLE: &str = "Trợ giúp";
/// Its two pages.
pub const PAGES: [&str; 2] = ["Màn hình này", "Mọi phím tắt"];
/// Over what is found of it in the list of commands.
pub const FOUND: &str = "Trợ giúp";
/// Over the commands that have keys.
pub const COMMANDS: &str = "Lệnh";
/// Over the keys of the stages.
pub const STAGES: &str = "Các trang";
/// The last two keys of the stages.
pub const BESIDE: [(&str, &str); 2] =
    [("Trang kế tiếp", "Ctrl+PageDown"), ("Trang trước", "Ctrl+PageUp")];
/// At the foot.
pub const SEARCH: &str = "Ctrl+K tìm được mọi mục ở đây, không cần gõ dấu.";

/// One thing that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is about.
    pub title: &'static str,
    /// The explanation.
    pub text: &'static str,
    /// What it rests on; empty: on nothing but the program.
    pub source: &'static str,
}

const fn topic(title: &'static str, text: &'static str, source: &'static str) -> Topic {
    Topic { title, text, source }
}

/// The form of 2026 as it is known here.
const FORM: &str = "theo Thông tư 57/2026/TT-BGDĐT, Biểu 2, cần đối chiếu văn bản";

/// Ba năm học.
pub const THREE_YEARS: &[Topic] = &[
    topic(
        "Ba năm học liên tiếp",
        "Mỗi cột là một năm học, năm cuối là năm của kế hoạch đang xem. Chỗ còn thiếu được nói rõ và \
         bấm vào là đến nơi làm: lập biên bản, chốt lần rà soát, lập báo cáo, tự đánh giá. Năm chưa \
         có kế hoạch thì nhập từ bản Word cũ.",
        "theo Thông tư 57/2026/TT-BGDĐT, cần đối chiếu văn bản",
    ),
    topic(
        "In hồ sơ ba năm",
        "In hoặc xuất một văn bản gồm kết quả từng năm, danh mục văn bản và những gì còn thiếu. Số và \
         ngày để trống cho văn thư ghi.",
        "",
    ),
];

/// Before a file is open.
pub const START: &[Topic] = &[
    topic(
        "Bắt đầu từ đâu",
        "Lập kế hoạch mới hỏi năm câu rồi mở một kế hoạch có sẵn các phần. Có bản Word của năm trước \
         thì dùng Nhập từ Word: chữ được đưa vào đúng chỗ, chỗ chưa rõ thì phần mềm hỏi.",
        "",
    ),
    topic(
        "Tệp ở đâu, lưu khi nào",
        "Mỗi trường một tệp .caitien giữ kế hoạch của mọi năm. Không phải bấm lưu: góc trên luôn ghi \
         “Đã lưu lúc …”. Nên chép thêm một bản ra USB sau mỗi đợt làm.",
        "",
    ),
];

/// Tự đánh giá.
pub const EVALUATION: &[Topic] = &[
    topic(
        "Ghi mức của từng tiêu chí",
        "Bấm vào ô của mức, hoặc dùng phím: trái, phải đổi mức; lên, xuống đổi tiêu chí; 0 đến 4 \
         chọn mức; Enter ghi hạn chế, Esc trở lại bảng. Tiêu chí chưa đánh giá không bị coi là \
         không đạt.",
        "",
    ),
    topic(
        "Kết quả tự đánh giá",
        "Theo bộ tiêu chuẩn năm 2018, trường ở một mức khi mọi tiêu chí từ mức ấy trở lên. Theo \
         Thông tư 57/2026, mọi tiêu chí bắt buộc và ít nhất năm tiêu chí còn lại phải ở mức ấy. \
         Việc công nhận do Sở Giáo dục và Đào tạo quyết định.",
        "theo Thông tư 57/2026/TT-BGDĐT, cần đối chiếu văn bản",
    ),
    topic(
        "Đưa hạn chế vào kế hoạch",
        "Mỗi dòng hạn chế thành một nội dung của kế hoạch, kèm vấn đề mà nội dung ấy giải quyết. \
         Mẫu có phần vấn đề trọng tâm thì ghi riêng được vào phần ấy.",
        "",
    ),
];

/// Thông tin.
pub const INFO: &[Topic] = &[
    topic(
        "Cơ quan chủ quản và tên trường",
        "Viết tên như trong quyết định thành lập; bản in tự đổi sang chữ in hoa. Tên dài thì xuống \
         dòng ở chỗ muốn ngắt. Trường tư thục không có cơ quan chủ quản thì để trống.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2",
    ),
    topic(
        "Số và ký hiệu",
        "Số để trống thì bản in chừa chỗ cho văn thư ghi. Ký hiệu gồm chữ viết tắt tên loại văn bản \
         và tên trường, viết liền: “KH-THCSNH”. Số dưới 10 được in thêm số 0 ở trước.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3; Phụ lục III",
    ),
    topic(
        "Địa danh và ngày",
        "Địa danh là tên xã, phường, đặc khu nơi trường đóng; tên là chữ số hay tên người thì ghi cả \
         “Phường”, “Xã”. Ngày dưới 10 và tháng 1, 2 được in thêm số 0. Nút Lịch chọn ngày cho cả \
         ba ô; để trống thì bản in chừa chỗ ghi tay.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4",
    ),
    topic(
        "Người ký",
        "Cấp phó ký thay ghi “KT. HIỆU TRƯỞNG”, dòng dưới là “PHÓ HIỆU TRƯỞNG”; phụ trách ghi “Q.”; \
         thay mặt tập thể ghi “TM.”. Trước họ tên không ghi học vị, học hàm.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7",
    ),
    topic(
        "Nơi nhận",
        "Mỗi nơi nhận một dòng; phần mềm tự thêm gạch đầu dòng và dấu chấm phẩy. Dòng cuối là “Lưu: \
         VT” và nơi soạn nếu có.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9",
    ),
];

/// Nội dung.
pub const CONTENT: &[Topic] = &[
    topic(
        "Căn cứ ban hành",
        "Mỗi căn cứ một đoạn, hết đoạn có dấu chấm phẩy, căn cứ cuối có dấu chấm; in nghiêng. Ghi đủ \
         tên loại, số, ký hiệu, cơ quan ban hành, ngày và trích yếu.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6",
    ),
    topic(
        "Phần, mục, khoản, điểm",
        "Số La Mã của phần, số 1., chữ a) và gạch đầu dòng do phần mềm đánh: đừng gõ tay. Tab đưa \
         đoạn xuống một cấp, Shift+Tab lên một cấp, Enter viết tiếp cùng cấp.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6",
    ),
    topic(
        "Kế hoạch cần có những phần nào",
        "Thông tin chung; căn cứ; mục đích, yêu cầu; các vấn đề trọng tâm; bảng kế hoạch; theo dõi, \
         đánh giá; tổ chức thực hiện; cơ chế đánh giá và báo cáo. Lời văn có sẵn là do phần mềm đề \
         xuất, dán lời văn chính thức đè lên được.",
        FORM,
    ),
    topic(
        "Chỗ tự điền",
        "Tên trường, năm học, số tiêu chí, số nội dung, địa danh, ngày ban hành đặt vào lời văn bằng \
         Chèn chỗ tự điền (Ctrl+F9) thì tự đổi theo kế hoạch, có nền màu khi soạn. Xóa là xóa cả chỗ.",
        "",
    ),
    topic(
        "Đọc cả văn bản, xem trên trang in",
        "Đọc cả văn bản bày mọi phần liền một mạch, bấm vào dòng nào là đến chỗ sửa dòng ấy. Xem \
         trên trang in mở đúng trang có phần đang viết.",
        "",
    ),
];

/// Bảng cải tiến.
pub const TABLE: &[Topic] = &[
    topic(
        "Mỗi dòng cần những gì",
        "Nội dung cải tiến, mục tiêu, giải pháp, chỉ số, thời gian, người phụ trách, nguồn lực và \
         minh chứng. Mục tiêu nói kết quả đo được, không nhắc lại hạn chế; chỉ đưa vào việc ưu tiên.",
        FORM,
    ),
    topic(
        "Thời gian, kinh phí, người phụ trách",
        "Chữ gõ được in nguyên văn. Phần mềm hiểu các cách ghi thường gặp và nói điều đã hiểu dưới ô; \
         hiểu sai thì bấm vào dòng chữ ấy, hoặc Shift+F2, để sửa. Chưa rõ thì báo chưa rõ, không đoán.",
        "",
    ),
    topic(
        "Gõ như trong bảng tính",
        "Mũi tên đi từng ô, Tab sang ô bên, F2 sửa chữ trong ô, F4 mở phiếu của dòng, Esc trả lại chữ \
         cũ. Kéo chuột hay Shift với mũi tên chọn cả khối để chép, dán, điền xuống.",
        "",
    ),
    topic(
        "Mã và tên tiêu chí",
        "Tên tiêu chuẩn, tiêu chí trong phần mềm chưa đối chiếu bản chính thức: sửa được ở Sửa tên \
         tiêu chuẩn, tiêu chí, hoặc nhập bộ tiêu chuẩn từ tệp.",
        "theo các Thông tư 17, 18, 19/2018, 22/2024 và 57/2026, cần đối chiếu văn bản",
    ),
];

/// Tiến độ.
pub const TIMELINE: &[Topic] = &[
    topic(
        "Quá hạn, sắp đến hạn",
        "Quá hạn tính từ ngày sau ngày đã ghi: “trước ngày 30/10” là quá hạn từ 31/10. Việc ghi Hoàn \
         thành ở cột mức độ thực hiện thì không còn quá hạn.",
        "",
    ),
    topic(
        "Việc chưa rõ thời hạn",
        "Thời gian chưa hiểu được thì việc đứng riêng ở cuối, không bị đoán ngày. Bấm vào việc để đến \
         ô thời gian của nó.",
        "",
    ),
];

/// Theo dõi.
pub const FOLLOW: &[Topic] = &[topic(
    "Ghi việc đã làm đến đâu",
    "Chọn mức độ thực hiện của từng việc và ghi lại khi có việc xảy ra: lời nhắc, kết quả, minh \
         chứng. Việc không thực hiện thì ghi lý do. Điều ghi ở đây không đổi chữ nào của kế hoạch \
         đã ký.",
    "",
)];

/// Rà soát.
pub const REVIEW: &[Topic] = &[
    topic(
        "Rà soát trong năm",
        "Ít nhất hai lần: cuối học kỳ I và cuối năm học. Việc chưa xong được đưa sang kế hoạch năm \
         sau.",
        "theo Thông tư 57/2026/TT-BGDĐT, cần đối chiếu văn bản",
    ),
    topic(
        "Làm mới số liệu",
        "Biên bản, báo cáo không tự viết lại khi kế hoạch thay đổi. Làm mới số liệu… ở trang Nội dung \
         cho xem từng chỗ khác; chỗ có thể đã sửa tay không được chọn sẵn.",
        "",
    ),
    topic(
        "Lập kế hoạch năm sau",
        "Bấm tên kế hoạch ở trên cùng, chọn Lập kế hoạch năm sau…. Việc chưa hoàn thành, kéo dài và \
         thực hiện hằng năm được chọn sẵn; năm, số, tên nào viết lại cũng hiện ra trước và bỏ được. \
         Trong danh sách: dấu cách để chọn, Enter để sửa, ← → để gập và mở.",
        "",
    ),
];

/// Kiểm tra.
pub const FINDINGS: &[Topic] = &[
    topic(
        "Lỗi, nên xem lại, ghi chú",
        "Lỗi là điều dễ bị trả lại; nên xem lại là điều người đọc có thể hỏi; ghi chú chỉ để biết. \
         Mỗi điều ghi nguồn và dẫn đến chỗ cần sửa. Bỏ qua được từng điều cho kế hoạch này.",
        "",
    ),
    topic(
        "Văn bản hết hiệu lực, cấp huyện",
        "Căn cứ đã được thay thế vào ngày của kế hoạch thì nên xem lại; báo cáo làm theo văn bản cũ \
         vẫn được nêu. Từ 01/7/2025 không còn cấp huyện.",
        "Luật số 72/2025/QH15, Điều 1; Nghị quyết số 202/2025/QH15",
    ),
    topic(
        "Chính tả",
        "Phần mềm chỉ tìm tiếng không có trong tiếng Việt, không đoán ý. Tên riêng, chữ viết tắt, từ \
         nước ngoài được bỏ qua; thêm từ của trường bằng chuột phải.",
        "",
    ),
];

/// In và xuất.
pub const PRINT: &[Topic] = &[
    topic(
        "Khổ giấy và lề",
        "A4. Lề trên, dưới 20 đến 25 mm; trái 30 đến 35 mm; phải 15 đến 20 mm. Trang có bảng rộng \
         nằm ngang được. Số trang ở giữa lề trên, không hiện ở trang đầu.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I",
    ),
    topic(
        "Cỡ chữ, giãn dòng",
        "Times New Roman, lời văn cỡ 13 hoặc 14; dòng đầu lùi 1 hoặc 1,27 cm; giữa hai đoạn ít nhất \
         6 pt; giãn dòng từ đơn đến 1,5.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6",
    ),
    topic(
        "In để ký",
        "Trang đang xem chính là tệp PDF sẽ ký. In từ chương trình xem PDF, khổ A4, cỡ thật (100 %). \
         Chỗ ký chừa đủ cho chữ ký và dấu; dấu đóng trùm một phần ba bên trái chữ ký.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, 8",
    ),
    topic(
        "Ban hành, thu hồi, điều chỉnh",
        "Ban hành giữ lại tệp PDF cùng nội dung, số, ngày; từ đó bản in luôn là bản ấy, sửa tiếp thì \
         từng thay đổi được liệt kê. Chưa gửi đi thì thu hồi được. Đã gửi đi: sai nội dung thì sửa đổi, \
         thay thế bằng văn bản tương đương; sai thể thức thì đính chính bằng công văn. Bản đã ký, \
         đóng dấu gắn vào đây được chép vào thư mục bên cạnh tệp hồ sơ.",
        "Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3",
    ),
];

/// Keys under a title: what they do, and which they are.
pub type Keys = (&'static str, &'static [(&'static str, &'static str)]);

/// The keys that are no commands.
pub const KEYS: &[Keys] = &[
    (
        "Bảng: đi lại",
        &[
            ("Sang ô bên, về ô trước", "Tab, Shift+Tab"),
            ("Xuống, lên (ô dài: Enter xuống dòng)", "Enter, Shift+Enter"),
            ("Đi từng ô", "← ↑ → ↓"),
            ("Đến chỗ hết chữ", "Ctrl+← ↑ → ↓"),
            ("Đầu dòng, cuối dòng", "Home, End"),
            ("Đầu bảng, cuối bảng", "Ctrl+Home, Ctrl+End"),
            ("Một trang", "PageUp, PageDown"),
            ("Ra khỏi bảng", "F6"),
        ],
    ),
    (
        "Bảng: chọn và sửa",
        &[
            ("Sửa chữ trong ô", "F2"),
            ("Sửa cách hiểu thời gian, kinh phí, người", "Shift+F2"),
            ("Trả lại chữ cũ", "Esc"),
            ("Xong ô", "Ctrl+Enter"),
            ("Xuống dòng trong ô ngắn", "Alt+Enter"),
            ("Chọn thêm ô", "Shift+← ↑ → ↓"),
            ("Chọn cả dòng, cả cột, tất cả", "Shift+Space, Ctrl+Space, Ctrl+A"),
            ("Cắt, sao chép, dán", "Ctrl+X, Ctrl+C, Ctrl+V"),
            ("Điền xuống, điền sang phải", "Ctrl+D, Ctrl+R"),
            ("Xóa chữ các ô đã chọn", "Delete"),
            ("Thêm dòng dưới, trên", "Ctrl+Insert, Ctrl+Shift+Insert"),
            ("Nhân đôi dòng", "Ctrl+Shift+D"),
            ("Chuyển dòng lên, xuống", "Alt+↑, Alt+↓"),
            ("Xóa dòng", "Ctrl+Delete"),
            ("Menu của ô", "Shift+F10"),
            ("Menu của cột (xếp, ẩn)", "Ctrl+Space rồi Alt+↓"),
            ("Nhận gợi ý", "↓ rồi Enter"),
        ],
    ),
    (
        "Chữ và ô nhập",
        &[
            ("Sang ô sau, về ô trước", "Tab, Shift+Tab"),
            ("Rời ô, giữ chữ", "Esc"),
            ("Đoạn xuống, lên một cấp", "Tab, Shift+Tab"),
            ("Rời ô văn bản", "Ctrl+Tab"),
            ("Chuyển đoạn, chuyển phần", "Alt+↑, Alt+↓"),
            ("Đậm, nghiêng", "Ctrl+B, Ctrl+I"),
            ("Chèn chỗ tự điền", "Ctrl+F9"),
            ("Menu của ô, tiếng gần nhất", "Shift+F10"),
        ],
    ),
    (
        "Trang in và tìm",
        &[
            ("Trang sau, trang trước", "PageDown, PageUp"),
            ("Trang đầu, trang cuối", "Home, End"),
            ("Xem gần, xem xa", "Ctrl và con lăn"),
            ("Chỗ sau, chỗ trước", "Enter, Shift+Enter"),
            ("Đóng tìm, đóng hộp", "Esc"),
        ],
    ),
];

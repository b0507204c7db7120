//! Letterheads of every kind of school and authority, with the lines a clerk breaks them into.

use caitien::document::Block;
use caitien::words;

use super::blocks::letterhead_of;
use super::pages_of;

/// Governing body and school: as typed without the slashes, in these lines on paper.
const LETTERHEADS: &[(&str, &str)] = &[
    ("UBND XÃ ĐÔNG SƠN", "TRƯỜNG MẦM NON ĐÔNG SƠN"),
    ("UBND PHƯỜNG AN HẢI", "TRƯỜNG MẦM NON / HOA HƯỚNG DƯƠNG"),
    ("UBND PHƯỜNG TRẦN HƯNG ĐẠO", "TRƯỜNG MẦM NON 20 THÁNG 10"),
    ("UBND ĐẶC KHU CÁT BÀ", "TRƯỜNG MẦM NON SAO BIỂN"),
    ("ỦY BAN NHÂN DÂN / ĐẶC KHU PHÚ QUÝ", "TRƯỜNG MẪU GIÁO HẢI ÂU"),
    ("UBND XÃ MƯỜNG LAY", "TRƯỜNG MẪU GIÁO BÔNG LÚA"),
    ("UBND PHƯỜNG 3", "NHÀ TRẺ MĂNG NON"),
    ("", "TRƯỜNG MẦM NON TƯ THỤC / NGÔI SAO NHỎ"),
    ("", "TRƯỜNG MẦM NON SONG NGỮ / CẦU VỒNG"),
    ("UBND XÃ TÂN LẬP", "TRƯỜNG TIỂU HỌC TÂN LẬP"),
    ("UBND XÃ TÂN LẬP", "TRƯỜNG TIỂU HỌC / LÝ THƯỜNG KIỆT"),
    ("UBND PHƯỜNG HÒA BÌNH", "TRƯỜNG TIỂU HỌC SỐ 4 HÒA BÌNH"),
    ("UBND PHƯỜNG HÒA BÌNH", "TRƯỜNG TIỂU HỌC HÒA BÌNH SỐ 2"),
    ("UBND XÃ ĐẮK WIL", "TRƯỜNG TIỂU HỌC KIM ĐỒNG"),
    ("UBND PHƯỜNG / NGUYỄN BỈNH KHIÊM", "TRƯỜNG TIỂU HỌC / NGUYỄN BỈNH KHIÊM"),
    ("ỦY BAN NHÂN DÂN / PHƯỜNG HOÀNG VĂN THỤ", "TRƯỜNG TIỂU HỌC / HOÀNG VĂN THỤ"),
    ("ỦY BAN NHÂN DÂN XÃ NẬM CẮN", "TRƯỜNG PHỔ THÔNG / DÂN TỘC BÁN TRÚ TIỂU HỌC / NẬM CẮN"),
    ("UBND XÃ NÀ BỦNG", "TRƯỜNG PTDTBT TIỂU HỌC / NÀ BỦNG"),
    ("UBND XÃ TRÀ LENG", "TRƯỜNG PHỔ THÔNG / DÂN TỘC BÁN TRÚ / TRUNG HỌC CƠ SỞ TRÀ LENG"),
    (
        "UBND XÃ IA DƠK",
        "TRƯỜNG PHỔ THÔNG / DÂN TỘC BÁN TRÚ / TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ / NGUYỄN VĂN TRỖI",
    ),
    ("UBND XÃ SƠN TÂY", "TRƯỜNG PTDTBT TH&THCS / ĐINH THANH KHÁNG"),
    ("UBND PHƯỜNG TÂN HƯNG", "TRƯỜNG TRUNG HỌC CƠ SỞ / NGUYỄN BỈNH KHIÊM"),
    ("UBND XÃ HÒA LỘC", "TRƯỜNG TRUNG HỌC CƠ SỞ / HÒA LỘC"),
    ("UBND XÃ HÒA LỘC", "TRƯỜNG THCS HÒA LỘC"),
    ("UBND PHƯỜNG BẠCH ĐẰNG", "TRƯỜNG THCS / NGUYỄN THỊ MINH KHAI"),
    ("UBND PHƯỜNG BẠCH ĐẰNG", "TRƯỜNG TRUNG HỌC CƠ SỞ / NGUYỄN THỊ MINH KHAI"),
    ("UBND XÃ YÊN THÀNH", "TRƯỜNG TRUNG HỌC CƠ SỞ / CHẤT LƯỢNG CAO MAI SƠN"),
    ("UBND XÃ VĨNH THẠNH", "TRƯỜNG TIỂU HỌC / VÀ TRUNG HỌC CƠ SỞ / VĨNH THẠNH"),
    ("UBND XÃ VĨNH THẠNH", "TRƯỜNG TH&THCS VĨNH THẠNH"),
    ("UBND XÃ QUỲNH LẬP", "TRƯỜNG TH VÀ THCS QUỲNH LẬP"),
    ("UBND XÃ BẢN LẦU", "TRƯỜNG TIỂU HỌC, / TRUNG HỌC CƠ SỞ BẢN LẦU"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LÀO CAI", "TRƯỜNG TRUNG HỌC PHỔ THÔNG / SỐ 1 BẢO YÊN"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LÀO CAI", "TRƯỜNG THPT SỐ 1 BẢO YÊN"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / BẮC NINH", "TRƯỜNG TRUNG HỌC PHỔ THÔNG / HÀN THUYÊN"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / TỈNH ĐẮK LẮK", "TRƯỜNG TRUNG HỌC PHỔ THÔNG / CHUYÊN NGUYỄN DU"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / THÀNH PHỐ HẢI PHÒNG", "TRƯỜNG THPT CHUYÊN / TRẦN PHÚ"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / THÀNH PHỐ HỒ CHÍ MINH",
        "TRƯỜNG TRUNG HỌC PHỔ THÔNG / NGUYỄN THỊ MINH KHAI",
    ),
    ("SỞ GDĐT HÀ NỘI", "TRƯỜNG THPT CHU VĂN AN"),
    ("SỞ GD&ĐT THANH HÓA", "TRƯỜNG THPT HÀM RỒNG"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / QUẢNG TRỊ",
        "TRƯỜNG TRUNG HỌC CƠ SỞ / VÀ TRUNG HỌC PHỔ THÔNG / ĐAKRÔNG",
    ),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / QUẢNG TRỊ", "TRƯỜNG THCS&THPT CỬA VIỆT"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / LÂM ĐỒNG",
        "TRƯỜNG TIỂU HỌC, / TRUNG HỌC CƠ SỞ / VÀ TRUNG HỌC PHỔ THÔNG / QUANG TRUNG",
    ),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / ĐÀ NẴNG", "TRƯỜNG TH-THCS-THPT ĐỨC TRÍ"),
    ("", "TRƯỜNG TIỂU HỌC, / THCS VÀ THPT QUỐC TẾ Á CHÂU"),
    ("", "TRƯỜNG PHỔ THÔNG LIÊN CẤP / HOA SEN"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / ĐIỆN BIÊN", "TRƯỜNG PHỔ THÔNG / DÂN TỘC NỘI TRÚ TỈNH"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / ĐIỆN BIÊN", "TRƯỜNG PHỔ THÔNG / DÂN TỘC NỘI TRÚ TỈNH ĐIỆN BIÊN"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / HÀ GIANG",
        "TRƯỜNG PHỔ THÔNG / DÂN TỘC NỘI TRÚ THCS&THPT / ĐỒNG VĂN",
    ),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LA",
        "TRƯỜNG PHỔ THÔNG / DÂN TỘC NỘI TRÚ / TRUNG HỌC CƠ SỞ / VÀ TRUNG HỌC PHỔ THÔNG / MỘC CHÂU",
    ),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO GIA LAI", "TRƯỜNG PTDTNT THCS&THPT / CHƯ PRÔNG"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / BẮC NINH",
        "TRUNG TÂM / GIÁO DỤC NGHỀ NGHIỆP - / GIÁO DỤC THƯỜNG XUYÊN SỐ 2",
    ),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / BẮC NINH", "TRUNG TÂM GDNN-GDTX / YÊN PHONG"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO CÀ MAU", "TRUNG TÂM / GIÁO DỤC THƯỜNG XUYÊN / TỈNH CÀ MAU"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / AN GIANG", "TRUNG TÂM / GIÁO DỤC THƯỜNG XUYÊN"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO HUẾ", "TRUNG TÂM GDTX / THÀNH PHỐ HUẾ"),
    (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO / NGHỆ AN",
        "TRƯỜNG TRUNG HỌC PHỔ THÔNG / DÂN TỘC NỘI TRÚ SỐ 2 NGHỆ AN",
    ),
    ("UBND PHƯỜNG LÊ CHÂN", "TRƯỜNG PHỔ THÔNG CƠ SỞ / BÌNH MINH"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / VĨNH LONG", "TRƯỜNG NUÔI DẠY TRẺ / KHUYẾT TẬT"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO / VĨNH LONG", "TRUNG TÂM HỖ TRỢ PHÁT TRIỂN / GIÁO DỤC HÒA NHẬP"),
    ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TRUNG HỌC PHỔ THÔNG / CHUYÊN SƯ PHẠM"),
    ("UBND TỈNH KON TUM", "TRƯỜNG TRUNG HỌC PHỔ THÔNG / THỰC HÀNH SƯ PHẠM"),
    ("UBND THÀNH PHỐ HỒ CHÍ MINH", "TRƯỜNG NĂNG KHIẾU / THỂ DỤC THỂ THAO"),
    ("UBND XÃ NGỌC HỒI", "TRƯỜNG TIỂU HỌC VÕ THỊ SÁU"),
    ("UBND XÃ LONG ĐIỀN", "TRƯỜNG TIỂU HỌC / BƯNG RIỀNG SỐ 4"),
    ("UBND PHƯỜNG SA PA", "TRƯỜNG TRUNG HỌC CƠ SỞ / SỐ 3 SA PA"),
    ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO / HUYỆN SÌN HỒ", "TRƯỜNG MẦM NON HỒNG THU"),
    ("ỦY BAN NHÂN DÂN / THÀNH PHỐ CẦN THƠ / SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT BÌNH THỦY"),
    ("UBND PHƯỜNG HỒNG GAI", "TRƯỜNG TRUNG HỌC CƠ SỞ / 19 THÁNG 8"),
    ("UBND PHƯỜNG 12", "TRƯỜNG TIỂU HỌC 30-4"),
    ("UBND XÃ KRÔNG NÔ", "TRƯỜNG TIỂU HỌC / NƠ TRANG LƠNG"),
];

#[test]
fn letterheads_are_broken_as_a_clerk_breaks_them() {
    assert!(LETTERHEADS.len() >= 60);
    for (body, school) in LETTERHEADS {
        let head = letterhead_of(|plan| {
            plan.letterhead.governing_body = body.replace(" / ", " ");
            plan.letterhead.school = school.replace(" / ", " ");
        });
        let head = pages_of(vec![Block::Letterhead(head)]).measures.head;
        let printed = |names: Vec<Vec<String>>| words::upper(&names.concat().join(" / "));
        assert_eq!(printed(head.governing_body), *body);
        assert_eq!(printed(head.school), *school);
    }
}

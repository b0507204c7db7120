//! What budget cells say.

use caitien::plan::Money;
use caitien::understand::understand_money;

/// "from..to per [sources]"; "" for nothing.
fn show(money: &Money) -> String {
    let figure = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut parts = Vec::new();
    if money.from.is_some() || money.to.is_some() {
        parts.push(if money.from == money.to {
            figure(money.from)
        } else {
            format!("{}..{}", figure(money.from), figure(money.to))
        });
    }
    if let Some(per) = money.per {
        parts.push(format!("{per:?}").to_lowercase());
    }
    if !money.sources.is_empty() {
        parts.push(format!("[{}]", money.sources.join("|")));
    }
    parts.join(" ")
}

#[track_caller]
fn check_all(table: &[(&str, &str)]) {
    for (text, expect) in table {
        assert_eq!(show(&understand_money(text)), *expect, "{text:?}");
    }
}

#[test]
fn a_sum_for_each_and_a_reckoning() {
    check_all(&[
        ("200.000 đồng/học sinh nghèo x 10 học sinh", "2000000 once"),
        ("200.000 đồng/em học sinh nghèo khó", ""),
        ("Giấy + bút = 500.000 đồng", "500000 once"),
        ("2 thùng + bút = 500.000 đồng", "500000 once"),
        ("1 thùng = 500.000 đồng", ""),
    ]);
}

#[test]
fn one_figure() {
    check_all(&[
        ("50 triệu đồng", "50000000 once"),
        ("50 triệu đồng.", "50000000 once"),
        ("90 triệu", "90000000 once"),
        ("1,5 triệu", "1500000 once"),
        ("4.5 tỷ", "4500000000 once"),
        ("Khoảng 4,5 tỷ", "4500000000 once"),
        ("Khoảng 4,5 tỷ.", "4500000000 once"),
        ("khoảng 4,5 tỉ đồng", "4500000000 once"),
        ("KHOẢNG 4,5 TỶ", "4500000000 once"),
        ("~50 triệu", "50000000 once"),
        ("Dự kiến 50 triệu", "50000000 once"),
        ("500.000đ", "500000 once"),
        ("500.000 đ", "500000 once"),
        ("500.000 VNĐ", "500000 once"),
        ("500.000₫", "500000 once"),
        ("500k", "500000 once"),
        ("200 nghìn đồng", "200000 once"),
        ("200 ngàn đồng", "200000 once"),
        ("2tr", "2000000 once"),
        ("2 tr.đ", "2000000 once"),
        ("2trđ", "2000000 once"),
        ("1.234.567 đồng", "1234567 once"),
        ("1.234.567", "1234567 once"),
        ("5000000 đồng", "5000000 once"),
        ("50,000,000 đồng", "50000000 once"),
        ("50,000 đồng", "50000 once"),
        ("10 000 000 đồng", "10000000 once"),
        ("1.500 triệu đồng", "1500000000 once"),
        ("2 tỷ 500 triệu", "2500000000 once"),
        ("1 triệu rưỡi", "1500000 once"),
        ("0,5 tỷ", "500000000 once"),
        ("50 trie\u{323}\u{302}u đo\u{302}\u{300}ng", "50000000 once"),
        ("50\ntriệu\nđồng", "50000000 once"),
        ("- 50 triệu đồng", "50000000 once"),
    ]);
}

#[test]
fn ranges_and_bounds() {
    check_all(&[
        ("5-7 triệu", "5000000..7000000 once"),
        ("10-15 triệu", "10000000..15000000 once"),
        ("10 – 15 triệu đồng", "10000000..15000000 once"),
        ("Từ 5 đến 7 triệu đồng", "5000000..7000000 once"),
        ("5 triệu - 7 triệu", "5000000..7000000 once"),
        ("5tr-7tr", "5000000..7000000 once"),
        ("từ 5 triệu đến 7 triệu", "5000000..7000000 once"),
        ("500 triệu - 1 tỷ", "500000000..1000000000 once"),
        ("1-1,5 tỷ", "1000000000..1500000000 once"),
        ("5.000.000 - 7.000.000 đồng", "5000000..7000000 once"),
        ("5.000.000-7.000.000", "5000000..7000000 once"),
        ("Khoảng 5-7 triệu", "5000000..7000000 once"),
        ("5~7 triệu", "5000000..7000000 once"),
        ("Trên 60 tỷ", "60000000000.. once"),
        ("Trên 60 tỷ.", "60000000000.. once"),
        ("Từ 5 triệu trở lên", "5000000.. once"),
        ("5 triệu đồng trở lên", "5000000.. once"),
        ("Ít nhất 5 triệu", "5000000.. once"),
        ("Tối thiểu 5 triệu", "5000000.. once"),
        ("Không dưới 5 triệu", "5000000.. once"),
        ("Dưới 10 triệu", "..10000000 once"),
        ("Tối đa 10 triệu/năm", "..10000000 year"),
        ("Không quá 10 triệu đồng", "..10000000 once"),
        ("10 triệu trở xuống", "..10000000 once"),
        ("Trên 5 triệu, dưới 10 triệu", "5000000..10000000 once"),
        ("Từ 5 triệu/tháng đến 7 triệu/tháng", "5000000..7000000 month"),
    ]);
}

#[test]
fn per_what() {
    check_all(&[
        ("5-7 triệu/năm", "5000000..7000000 year"),
        ("5-7 triệu/năm.", "5000000..7000000 year"),
        ("~50 triệu/năm", "50000000 year"),
        ("mua thêm sách (~50 triệu/năm)", "50000000 year"),
        ("30 triệu/buổi", "30000000 session"),
        ("dự kiến 20 triệu/buổi", "20000000 session"),
        ("10 triệu/học kỳ", "10000000 term"),
        ("10 triệu / học kì", "10000000 term"),
        ("200 nghìn đồng/tháng", "200000 month"),
        ("10 triệu/năm học", "10000000 year"),
        ("10 triệu mỗi năm", "10000000 year"),
        ("10 triệu một năm", "10000000 year"),
        ("Mỗi năm 10 triệu", "10000000 year"),
        ("Hằng năm: 10 triệu đồng", "10000000 year"),
        ("10 triệu/1 năm", "10000000 year"),
        ("02 buổi, mỗi buổi 30 triệu", "30000000 session"),
    ]);
}

#[test]
fn sources_with_and_without_a_figure() {
    check_all(&[
        ("Tự túc", "[Tự túc]"),
        ("Tự túc ", "[Tự túc]"),
        ("Ngân sách.", "[Ngân sách]"),
        ("Ngân sách, XHH", "[Ngân sách|XHH]"),
        ("Ngân sách; XHH.", "[Ngân sách|XHH]"),
        ("Ngân sách\nXHH", "[Ngân sách|XHH]"),
        ("Ngân sách và XHH", "[Ngân sách|XHH]"),
        ("Ngân sách/XHH", "[Ngân sách|XHH]"),
        ("Quy chế chi tiêu nội bộ", "[Quy chế chi tiêu nội bộ]"),
        ("Theo đề xuất", "[Theo đề xuất]"),
        ("Nguồn hoạt động", "[Nguồn hoạt động]"),
        ("Tùy điều kiện thực tế", "[Tùy điều kiện thực tế]"),
        ("Hưởng lương từ ngân sách", "[Hưởng lương từ ngân sách]"),
        ("Quỹ hội CMHS", "[Quỹ hội CMHS]"),
        ("Kinh phí dạy 2 buổi.", "[Kinh phí dạy 2 buổi]"),
        ("30 triệu đồng (ngân sách), XHH", "30000000 once [ngân sách|XHH]"),
        ("Ngân sách: 50 triệu", "50000000 once [Ngân sách]"),
        ("50 triệu đồng từ ngân sách", "50000000 once [ngân sách]"),
        ("Ngân sách (50 triệu đồng)", "50000000 once [Ngân sách]"),
        ("Kinh phí 50 triệu, ngân sách cấp", "50000000 once [ngân sách cấp]"),
        ("Dự toán năm 2026: 50 triệu", "50000000 once"),
        ("50.000.000 đồng (năm mươi triệu đồng)", "50000000 once"),
        ("Quỹ hội CMHS và nguồn tài trợ", "[Quỹ hội CMHS|nguồn tài trợ]"),
        ("NGÂN SÁCH 50 TRIỆU", "50000000 once [NGÂN SÁCH]"),
    ]);
}

#[test]
fn no_money_is_nought() {
    for text in [
        "Không",
        "Không.",
        "không",
        "KHÔNG",
        "Không có",
        "Không cần kinh phí",
        "0",
        "0 đồng",
        "Free",
        "None",
        "Không mất phí",
    ] {
        assert_eq!(show(&understand_money(text)), "0 once", "{text:?}");
    }
}

#[test]
fn what_is_not_clear_is_not_understood() {
    for text in [
        "",
        " ",
        "-",
        "...",
        "?",
        "50",
        "50-70",
        "5000",
        "50 triệu và 20 triệu",
        "50 triệu, 20 triệu",
        "Ngân sách 50 triệu, XHH 20 triệu",
        "vài triệu",
        "5 trăm triệu",
        "hàng chục triệu đồng",
        "500.000đ/học sinh",
        "50 triệu/2 năm",
        "5 triệu mỗi phòng",
        "3 lớp x 5 triệu",
        "7 triệu - 5 triệu",
        "5 - 7.000.000 đồng",
        "1,500 triệu",
        "1 triệu 500",
        "2tr5",
        "10 triệu/năm, mỗi tháng",
        "99999999999999999999 tỷ",
        "5 nghìn tỷ",
        "10 USD",
        "Năm mươi triệu đồng",
        "50 triệu đồng (XHH 20 triệu)",
        "Chưa xác định",
        "Không, XHH",
        "N/A",
        "50 triệu + 10% VAT",
    ] {
        assert_eq!(show(&understand_money(text)), "", "{text:?}");
    }
}

/// What is counted by something else than a year, a term, a month or a session is no sum of
/// the work, wherever the something stands.
#[test]
fn a_share_is_not_a_sum() {
    for text in [
        "500.000đ/HS",
        "500 nghìn đồng/học sinh/năm",
        "300.000 đồng/người/buổi",
        "50 triệu/năm/trường",
        "2 triệu đồng mỗi tổ",
        "2 triệu/mỗi tổ",
        "1 triệu một em",
        "50tr/1 lớp",
        "50 triệu/02 phòng",
        "Mỗi giáo viên 500.000đ",
        "Mỗi tháng 2 triệu, mỗi em 100 nghìn",
        "Từng phòng 20 triệu",
        "Một lớp 2 triệu",
        "Một phòng: 15 triệu",
        "5 triệu cho mỗi lớp",
        "5 triệu cho 10 lớp",
        "5 triệu trên một lớp",
        "5 triệu theo đầu lớp",
        "2 triệu 3 lớp",
        "500.000đ (1 em)",
        "Bình quân 5 triệu",
        "Định mức 5 triệu",
        "Mức thu 200.000đ",
        "Giá 5 triệu",
        "20 máy, giá mỗi máy 12 triệu",
        "05 suất học bổng 500.000đ",
        "10 triệu/đợt",
        "1 triệu/tuần",
        "Hàng quý 2 triệu",
        "Hằng ngày 100.000đ",
        "5 triệu/kỳ thi",
        "50 đến 60 triệu mỗi lớp",
        "Trên 50 triệu/lớp",
        "1 suất = 500.000đ",
        "50 triệu trong 3 năm",
        "Trong 3 năm: 50 triệu",
        "50 triệu (2 năm)",
        "50 triệu trong hai năm",
        "02 lần/năm: 10 triệu",
        "200.000đ/tháng/em x 9 tháng",
        "05 máy x 12 triệu/máy",
        "Mua 05 máy in x 3 triệu",
        "50 triệu x 10%",
    ] {
        assert_eq!(show(&understand_money(text)), "", "{text:?}");
    }
    check_all(&[
        ("Đánh giá ngoài: 50 triệu", "50000000 once"),
        ("Công trình trị giá 50 triệu", "50000000 once"),
        ("5 triệu cho lớp 1", "5000000 once"),
        ("5 triệu cho cả năm", "5000000 once"),
        ("Sửa hàng rào 20 triệu", "20000000 once"),
        ("50 triệu một năm học", "50000000 year"),
        ("50tr/1 năm", "50000000 year"),
        ("Một tháng 2 triệu", "2000000 month"),
        ("1 năm 10 triệu", "10000000 year"),
        ("Hằng tháng 2 triệu", "2000000 month"),
        ("Mỗi tháng 5-7 triệu", "5000000..7000000 month"),
        ("10 triệu/lần", "10000000 session"),
    ]);
}

#[test]
fn what_comes_out_is_the_sum() {
    check_all(&[
        ("5 triệu x 3 lớp", "15000000 once"),
        ("15 triệu/máy x 20 máy = 300 triệu", "300000000 once"),
        ("2 triệu/buổi x 5 buổi", "10000000 once"),
        ("200.000đ/tháng/em x 9 tháng x 30 em", "54000000 once"),
        ("10 x 500.000 = 5.000.000", "5000000 once"),
        ("05 máy × 12 triệu = 60 triệu đồng", "60000000 once"),
        ("20 triệu + 10 triệu = 30 triệu", "30000000 once"),
        ("30 triệu = 20 triệu + 10 triệu", "30000000 once"),
        ("gồm 20 triệu (NS) + 10 triệu (XHH) = 30 triệu", "30000000 once [NS|XHH]"),
        ("Tổng 50 triệu (NS 30 triệu; XHH 20 triệu)", "50000000 once [NS|XHH]"),
        ("NS 30 triệu, XHH 20 triệu, tổng cộng 50 triệu", "50000000 once [NS|XHH]"),
        ("50 triệu, trong đó: NS 30 triệu; XHH 20 triệu", "50000000 once [NS|XHH]"),
        ("50 triệu (NS 30 triệu, XHH 20 triệu)", "50000000 once [NS|XHH]"),
        ("50 triệu (đã chi 20 triệu)", "50000000 once"),
        ("50 triệu (50.000.000 đồng)", "50000000 once"),
        ("20 triệu + 10 triệu", ""),
        ("30 triệu = 20 triệu + 5 triệu", ""),
        ("Tổng 30 triệu (NS 30 triệu; XHH 20 triệu)", ""),
        ("Tổng phụ trách: 5 triệu, thư viện 3 triệu", ""),
        ("50 triệu (đã chi 60 triệu)", ""),
        ("15 triệu; đã chi 10 triệu", ""),
        ("- NS: 5 triệu\n- XHH: 7 triệu", ""),
        ("5 triệu\n7 triệu", ""),
        ("Lần 1: 5 triệu; lần 2: 6 triệu", ""),
        ("2 = 3 = 5 triệu", ""),
    ]);
}

#[test]
fn bounds_in_all_their_words() {
    check_all(&[
        ("Không lớn hơn 5 triệu/năm", "..5000000 year"),
        ("Không nhiều hơn 5 triệu", "..5000000 once"),
        ("Không được vượt quá 5 triệu", "..5000000 once"),
        ("Không trên 5 triệu", "..5000000 once"),
        ("Ít hơn 5 triệu", "..5000000 once"),
        ("Thấp hơn 5 triệu", "..5000000 once"),
        ("Chưa đến 10 triệu", "..10000000 once"),
        ("Tối đa: 50 triệu đồng", "..50000000 once"),
        ("Tối đa là 50.000.000 đồng", "..50000000 once"),
        ("50 triệu (tối đa)", "..50000000 once"),
        ("50 triệu đổ lại", "..50000000 once"),
        ("50 triệu đồng trở lại", "..50000000 once"),
        ("50 triệu là cùng", "..50000000 once"),
        ("<= 50 triệu", "..50000000 once"),
        ("Lên tới 50 triệu", "..50000000 once"),
        ("Không ít hơn 10 triệu", "10000000.. once"),
        ("Không thấp hơn 10 triệu", "10000000.. once"),
        ("Nhiều hơn 10 triệu", "10000000.. once"),
        (">= 10 triệu", "10000000.. once"),
        ("10 triệu trở đi", "10000000.. once"),
        ("Trên\n60 tỷ", "60000000000.. once"),
        ("Không dưới 5 triệu và không quá 10 triệu", "5000000..10000000 once"),
        ("Nhỏ hơn hoặc bằng 10 triệu", "..10000000 once"),
        ("10 triệu hoặc hơn", "10000000.. once"),
        ("Từ 10 lên 20 triệu", ""),
        ("10 triệu+", ""),
        ("Đã chi 10 triệu", ""),
        ("Năm trước 10 triệu", ""),
        ("1 triệu hai", ""),
        ("Gần 10 triệu", ""),
        ("Tối đa cho hoạt động này 50 triệu", ""),
        ("Hạn mức 50 triệu", ""),
        ("Không quá 5 - 7 triệu", ""),
        ("Không chi 5 triệu", ""),
        ("Chưa bao gồm 5 triệu tiền công", ""),
        ("5 và 7 triệu", ""),
        ("5 hoặc 7 triệu", ""),
        ("5, 7 triệu", ""),
        ("5 - 7 - 9 triệu", ""),
        ("Vài triệu đến 10 triệu", ""),
        ("Bớt được 10% của 50 triệu", ""),
        ("Hỗ trợ 50% chi phí (50 triệu)", ""),
    ]);
}

#[test]
fn a_number_that_is_no_sum() {
    check_all(&[
        ("Khối 4, 5: 10 triệu", "10000000 once"),
        ("Khối 4 và 5: 10 triệu", "10000000 once"),
        ("Lớp 1 - 5 triệu", "5000000 once"),
        ("Giai đoạn 1 - 50 tỷ", "50000000000 once"),
        ("Tiêu chí 1.3 - 50 triệu", "50000000 once"),
        ("HK1: 5 triệu", "5000000 once"),
        ("Ngày 15/10/2026: 5 triệu", "5000000 once"),
        ("Năm 2026 - 2027: 5 triệu", "5000000 once"),
        ("35tr (2 buổi/ngày)", "35000000 once"),
        ("50 triệu, dự kiến tăng 5%/năm", "50000000 once"),
        ("20 bộ đồng phục: 5 triệu", "5000000 once"),
        ("Tivi 4K: 20 triệu", "20000000 once"),
        ("Tháng 5-7 triệu", ""),
        ("Mức 2 - 3 triệu", ""),
        ("Điện thoại 0987.654.321", ""),
        ("0912 345 678", ""),
        ("STK 1234567890000", ""),
        ("STK: 12.345.678", ""),
        ("Tháng 10/2026", ""),
        ("15/10/2026", ""),
        ("Khối 1", ""),
        ("30 em", ""),
        ("02 đ/c giáo viên", ""),
        ("30 đồng chí", ""),
        ("20 đồng phục", ""),
        ("Thực hiện 5K", ""),
        ("150.000 lượt", ""),
        ("1,2 triệu lượt", ""),
        ("5 triệu USD", ""),
        ("$500", ""),
        ("50 đồng", ""),
        ("Bác Tư (ĐT 0912345678)", "[Bác Tư]"),
        ("Theo Thông tư 16", "[Theo Thông tư 16]"),
    ]);
}

#[test]
fn sums_as_hands_write_them() {
    check_all(&[
        ("5 trieu dong", "5000000 once"),
        ("5 triêu", "5000000 once"),
        ("5 trệu", ""),
        ("5 trieuj", ""),
        ("5 nghìm", ""),
        ("2 củ", ""),
        ("5.000 nghìn", "5000000 once"),
        ("1.250.000 nghìn đồng", "1250000000 once"),
        ("1.250 tỷ", ""),
        ("1,250 triệu", ""),
        ("10,55 triệu", "10550000 once"),
        ("1.5tỷ", "1500000000 once"),
        ("VNĐ 5.000.000", "5000000 once"),
        ("5 000 000đ", "5000000 once"),
        ("50. 000.000đ", ""),
        ("50.000. 000đ", ""),
        ("5.000.00đ", ""),
        ("4 triệu 500 nghìn", "4500000 once"),
        ("4tr500", ""),
        ("2 tỉ rưỡi đồng", "2500000000 once"),
        ("10.000.000 đồng chẵn", "10000000 once"),
        ("10.000.000đ (Bằng chữ: Mười triệu đồng)", "10000000 once"),
        ("30 (triệu đồng)", "30000000 once"),
        ("30 (triệu đồng/năm)", "30000000 year"),
        ("5 ÷ 7 triệu", "5000000..7000000 once"),
        ("5tr–7tr", "5000000..7000000 once"),
        ("50 tr.đ/năm", "50000000 year"),
        ("50\ntriệu đồng/\nnăm", "50000000 year"),
        ("15.000.000 đồng/ năm ( XHH )", "15000000 year [XHH]"),
        ("5000000", "5000000 once"),
    ]);
}

#[test]
fn words_that_are_no_source() {
    for text in [
        "nt",
        "Nt.",
        "n/t",
        "như trên",
        "Như năm học trước",
        "tương tự",
        "Có",
        "có",
        "Đã có",
        "Có kinh phí",
        "Đủ",
        "Chờ cấp",
        "Đang xin",
        "Chưa bố trí",
        "-",
        "//",
        "\"",
        "x",
        "Kinh phí",
        "Ngân sách: không",
        "Không sử dụng ngân sách",
        "Không (XHH)",
        "Năm 2026",
    ] {
        assert_eq!(show(&understand_money(text)), "", "{text:?}");
    }
    check_all(&[
        ("Kinh phí: không có", "0 once"),
        ("KP: 0 đồng", "0 once"),
        ("Dự kiến: không", "0 once"),
        ("Không mất tiền", "0 once"),
        ("Không yêu cầu kinh phí", "0 once"),
        ("Không (làm trong giờ dạy)", "0 once"),
        ("Ko", "0 once"),
        ("Hội thảo: 5 triệu", "5000000 once"),
        ("Quý I: 5 triệu", "5000000 once"),
        ("Quỹ lớp: 5 triệu", "5000000 once [Quỹ lớp]"),
        ("Vận động trẻ ra lớp: 5 triệu", "5000000 once"),
        ("Trường học xanh 5 triệu", "5000000 once"),
        ("Ngân sách không cấp; XHH 20 triệu", "20000000 once [XHH]"),
        ("20 triệu từ XHH và ngân sách", "20000000 once [XHH|ngân sách]"),
        ("Ngân sách (tháng 9)", "[Ngân sách]"),
        ("Từ thiện", "[Từ thiện]"),
        ("Kinh phí không đáng kể", ""),
        ("Kinh phí không tự chủ", "[Kinh phí không tự chủ]"),
    ]);
}

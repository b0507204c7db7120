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
    for text in
        ["Không", "Không.", "không", "KHÔNG", "Không có", "Không cần kinh phí", "0", "0 đồng"]
    {
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
        "5 triệu x 3 lớp",
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
    ] {
        assert_eq!(show(&understand_money(text)), "", "{text:?}");
    }
}

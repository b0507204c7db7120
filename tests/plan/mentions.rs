//! The years that a sentence names, and what each is said of.

use caitien::understand::Aside::{Baseline, Cited, Name, Period, Term};
use caitien::understand::NamedYear::{Alone, OfDate, School};
use caitien::understand::{Aside, NamedYear, years_named};

/// A text, and the years it names.
type Case<'a> = (&'a str, &'a [(NamedYear, Option<Aside>)]);

#[test]
fn a_year_is_one_of_the_plan_or_of_something_else() {
    let cases: &[Case<'_>] = &[
        ("Cải tiến chất lượng giáo dục năm học 2026 - 2027", &[(School(2026), None)]),
        ("năm học 2026–2027", &[(School(2026), None)]),
        ("NĂM HỌC 2026-2027", &[(School(2026), None)]),
        ("của Trường THCS Nguyệt Hà năm học 2025 - 2026", &[(School(2025), None)]),
        ("Trường THCS Nguyệt Hà Năm học 2025 - 2026", &[(School(2025), None)]),
        ("TRƯỜNG THCS NGUYỆT HÀ NĂM HỌC 2025 - 2026", &[(School(2025), None)]),
        ("Tháng 9/2026", &[(OfDate(2026), None)]),
        ("Tháng 10/2026 - 5/2027", &[(OfDate(2026), None), (OfDate(2027), None)]),
        ("15/10/2026", &[(OfDate(2026), None)]),
        ("15-10-2026", &[(OfDate(2026), None)]),
        ("Quý I/2027", &[(OfDate(2027), None)]),
        ("quý I năm 2027", &[(OfDate(2027), None)]),
        ("Từ tháng 9 năm 2026", &[(OfDate(2026), None)]),
        ("từ 05 tháng 9 năm 2026", &[(OfDate(2026), None)]),
        ("từ 15/10/2026 trở đi", &[(OfDate(2026), None)]),
        ("Trước ngày 30/11/2026", &[(OfDate(2026), None)]),
        ("đến năm 2030", &[(Alone(2030), None)]),
        ("ngân sách năm 2026", &[(Alone(2026), None)]),
        ("ban hành quyết định trước ngày 30/11/2026", &[(OfDate(2026), None)]),
        // The number and the day of a text that is cited.
        ("Thông tư số 18/2018/TT-BGDĐT", &[(Alone(2018), Some(Cited))]),
        (
            "Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018",
            &[(Alone(2018), Some(Cited)), (OfDate(2018), Some(Cited))],
        ),
        ("Thông tư số 12/2018/TT-BGDĐT", &[(OfDate(2018), Some(Cited))]),
        ("Thông tư 18/2018", &[(Alone(2018), Some(Cited))]),
        ("Luật số 43/2019/QH14", &[(Alone(2019), Some(Cited))]),
        ("Luật Giáo dục năm 2019", &[(Alone(2019), Some(Cited))]),
        ("Luật Giáo dục ngày 14 tháng 6 năm 2019", &[(OfDate(2019), Some(Cited))]),
        ("Kế hoạch số 33/KH-UBND, ngày 24/5/2026 của UBND phường", &[(OfDate(2026), Some(Cited))]),
        ("Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013", &[(OfDate(2013), Some(Cited))]),
        (
            "Quyết định số 5/QĐ-SGDĐT ngày 02/9/2026, xong trước ngày 30/11/2026",
            &[(OfDate(2026), Some(Cited)), (OfDate(2026), None)],
        ),
        // A period, a term, a course.
        ("giai đoạn 2025 - 2030", &[(Alone(2025), Some(Period))]),
        ("giai đoạn 2026 - 2027", &[(School(2026), Some(Period))]),
        (
            "Giai đoạn từ năm 2020 đến năm 2025",
            &[(Alone(2020), Some(Period)), (Alone(2025), Some(Period))],
        ),
        ("2025-2030", &[(Alone(2025), Some(Period))]),
        ("nhiệm kỳ 2025 - 2030", &[(Alone(2025), Some(Period))]),
        ("nhiệm kỳ 2026 - 2027", &[(School(2026), Some(Term))]),
        ("học sinh khóa 2026 - 2027", &[(School(2026), Some(Term))]),
        // What was, and is compared with.
        ("Tăng từ 36% năm học 2025 - 2026 lên 45%", &[(School(2025), Some(Baseline))]),
        (
            "Tăng từ 36% năm học 2025 - 2026 lên 45% năm học 2026 - 2027",
            &[(School(2025), Some(Baseline)), (School(2026), None)],
        ),
        ("từ 02 phòng năm 2026 lên 05 phòng", &[(Alone(2026), Some(Baseline))]),
        ("Giảm một nửa so với năm học 2025 - 2026", &[(School(2025), Some(Baseline))]),
        ("so với cuối năm 2026", &[(Alone(2026), Some(Baseline))]),
        // A name.
        ("Trường Mầm non Hướng Dương 2026", &[(Alone(2026), Some(Name))]),
        ("lớp 9A 2026 - 2027", &[(School(2026), Some(Name))]),
        // Other ways in which a school year and a day are written.
        ("năm học 2026/2027", &[(School(2026), None)]),
        ("năm học 2026-27.", &[(School(2026), None)]),
        ("năm học 2026-\n2027", &[(School(2026), None)]),
        ("năm học 2026 đến 2027", &[(School(2026), None)]),
        ("niên khóa 2026 - 2027", &[(School(2026), None)]),
        ("từ 26/10/2026-27/10/2026", &[(OfDate(2026), None), (OfDate(2026), None)]),
        ("từ 26/10/2026 - 27 tháng 10", &[(OfDate(2026), None)]),
        ("2026-2027-2028", &[(Alone(2026), Some(Period))]),
        ("31/5/2027,15/6/2027", &[(OfDate(2027), None), (OfDate(2027), None)]),
        ("T9/2026", &[(OfDate(2026), None)]),
        ("ngày 5 - 9 - 2026", &[(OfDate(2026), None)]),
        ("ngày 5 tháng 9, năm 2026", &[(OfDate(2026), None)]),
        ("Khối 9 - 2026", &[(Alone(2026), None)]),
        ("học kỳ I năm 2026, hè 2027", &[(OfDate(2026), None), (OfDate(2027), None)]),
        (
            "Thông tư 57/2026/TT-BGDĐT có hiệu lực từ 07/7/2026",
            &[(Alone(2026), Some(Cited)), (OfDate(2026), Some(Cited))],
        ),
        ("số: 45-KH/CB ngày 3/9/2026", &[(OfDate(2026), Some(Cited))]),
        (
            "Quyết định số 5/QĐ-BGD ngày 02/9/2025 (sửa đổi ngày 10/9/2026)",
            &[(OfDate(2025), Some(Cited)), (OfDate(2026), Some(Cited))],
        ),
        ("giai đoạn I: 2026 - 2027", &[(School(2026), Some(Period))]),
        ("giai đoạn 1 tháng 9/2026", &[(OfDate(2026), None)]),
        ("giai đoạn 1 năm học 2026 - 2027", &[(School(2026), None)]),
        ("Nhiệm kỳ Đại hội 2026 - 2027", &[(School(2026), Some(Term))]),
        // No year at all.
        ("2.026 học sinh, 20260 đồng, 2026%", &[]),
        ("phòng A2026", &[]),
        ("1800 học sinh", &[]),
        ("", &[]),
    ];
    let mut wrong = Vec::new();
    for (text, expect) in cases {
        let found: Vec<_> =
            years_named(text).into_iter().map(|named| (named.year, named.aside)).collect();
        if found != *expect {
            wrong.push(format!("{text:?}: {found:?}, not {expect:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_figure_beside_a_year_is_its_own_unless_it_is_what_is_wanted() {
    for (text, told) in [
        ("Năm học 2025 - 2026, tỷ lệ học sinh giỏi đạt 36%", true),
        ("đạt 36% ở năm học 2025 - 2026", true),
        ("36 % (cuối năm học 2025 - 2026)", true),
        ("Kết quả năm học 2025 - 2026, phấn đấu 95%", false),
        ("Báo cáo năm học 2025 - 2026; 100% giáo viên tham gia", false),
        ("100% giáo viên nộp báo cáo năm học 2025 - 2026", false),
    ] {
        assert_eq!(years_named(text)[0].told, told, "{text}");
    }
}

#[test]
fn it_is_said_where_a_year_stands_and_whether_a_figure_follows() {
    let text = "Năm học 2025 – 2026 đạt 36%; năm học 2026-2027: 45%, năm học 2027 - 2028 ổn định";
    let found = years_named(text);
    let said: Vec<(&str, bool)> =
        found.iter().map(|named| (&text[named.at.clone()], named.told)).collect();
    assert_eq!(said, [("2025 – 2026", true), ("2026-2027", true), ("2027 - 2028", false)]);
}

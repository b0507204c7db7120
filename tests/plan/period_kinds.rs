//! What time cells say, by the kinds of phrases that schools write; look-alikes stay silent.

use caitien::plan::{SchoolYear, TermDates};
use caitien::understand::{backwards_range, understand_period};
use jiff::civil::date;

use super::period::{check_all, check_silent, show};

#[test]
fn days_of_the_week_say_how_often_and_name_no_month() {
    check_all(&[
        ("T3 hằng tuần", "@week"),
        ("T3, T5 hằng tuần", "@week"),
        ("T2-T5 hàng tuần", "@week"),
        ("Từ T2 đến T6 hằng tuần", "@week"),
        ("Thứ Tư hằng tuần", "@week"),
        ("Thứ năm mỗi tuần", "@week"),
        ("Thứ 3, 5, 7 hằng tuần", "@week"),
        ("thứ 2 - thứ 6 hàng tuần", "@week"),
        ("Chiều thứ Sáu hằng tuần", "@week"),
        ("Các buổi sáng thứ Bảy mỗi tuần", "@week"),
        ("Chủ nhật hằng tuần", "@week"),
        ("Hằng tuần, vào thứ Hai", "@week"),
        ("Hằng tuần (chiều thứ Năm)", "@week"),
        ("Hằng tuần, từ tháng 9/2026 đến tháng 5/2027", "2026-09-01..2027-05-31 @week"),
        ("Thứ Bảy tuần 2 hằng tháng", "@month"),
        ("T6 tuần cuối hằng tháng", "@month"),
        ("Chiều thứ Tư tuần 3 của tháng", "@month"),
        ("Thứ Ba, ngày 20/10/2026", "2026-10-20..2026-10-20"),
        ("Ngày 20/10/2026 (thứ Ba)", "2026-10-20..2026-10-20"),
        ("T11 - T12/2026", "2026-11-01..2026-12-31"),
        ("T3/2027", "2027-03-01..2027-03-31"),
    ]);
    check_silent(&[
        "T2 - T6",
        "T2 đến T7",
        "Thứ Hai",
        "Chiều thứ Sáu",
        "Chiều T6",
        "Từ thứ Hai đến thứ Sáu",
        "Thứ 2 hằng năm",
        "Thứ Tám hằng tuần",
        "Thứ nhất hằng tuần",
        "Tuần 2 thứ 3",
        "Ngày 15 hằng tuần",
        "Hằng tuần, vào ngày 15",
        // Which of its days comes each month is not said, or which month it is.
        "Tuần 1 của tháng",
        "Thứ Hai tháng đầu của tháng",
        "Thứ Hai ngày 5 của tháng",
    ]);
}

#[test]
fn remarks_in_brackets_change_nothing_or_all() {
    check_all(&[
        ("Tháng 10/2026 (dự kiến)", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026 (Tổ Văn)", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026 [tổ chuyên môn]", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026 (sơ kết: tháng 01/2027)", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026 (báo cáo trước 15/11/2026)", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026 (kiểm tra và đánh giá ngày 05/11/2026)", "2026-10-01..2026-10-31"),
        ("Tháng 11/2026 (năm học 2026 - 2027)", "2026-11-01..2026-11-30"),
        ("Quý I/2027 (năm học 2026-2027)", "2027-01-01..2027-03-31"),
        ("Tháng 12/2026 (chậm nhất ngày 25/12)", "2026-12-01..2026-12-25"),
        ("Tháng 12/2026 (trước 20/12/2026)", "2026-12-01..<2026-12-20"),
        ("Trước lễ khai giảng (05/9/2026)", "..<2026-09-05"),
        ("Trước ngày khai giảng (05/9/2026)", "..<2026-09-05"),
        ("Sau Tết (ngày 17/02/2027)", "2027-02-18.."),
        ("Hằng tháng (trừ tháng 6, 7)", "@month"),
        ("Hằng tháng (trừ hè)", "@month"),
        ("Trừ các tháng 6 và 7, hằng tháng", "@month"),
        ("Hằng tuần, trừ dịp Tết", "@week"),
        ("02 lần/năm (cuối học kỳ I, cuối năm học)", "@year"),
        ("Từ 01/10/2026 đến 30/11/2026 (02 tháng)", "2026-10-01..2026-11-30"),
        ("Hằng năm (tháng 11)", "2026-11-01..2026-11-30 @year"),
    ]);
    check_silent(&[
        "Tháng 10/2026 (nếu có kinh phí)",
        "Tháng 10/2026 (hoãn)",
        "Tháng 10/2026 (chưa chốt)",
        "Tháng 9 (âm lịch)",
        "Tháng 10/2026 (hoặc tháng 11)",
        "Tháng 10/2026 (tháng 12)",
        "Tháng 10/2026 (năm học 2028-2029)",
        "Năm học 2026-2027 (trừ hè)",
        "Hằng tháng (trừ khi bận)",
        "Trước khai giảng",
        "Trước Tết",
        "Trước Tết 2028",
        "Tết 2027",
        "(Tổ Văn)",
    ]);
}

#[test]
fn years_of_two_digits() {
    check_all(&[
        ("20/11/26", "2026-11-20..2026-11-20"),
        ("20.11.26", "2026-11-20..2026-11-20"),
        ("20-11-2026", "2026-11-20..2026-11-20"),
        ("10/26", "2026-10-01..2026-10-31"),
        ("10/26 - 02/27", "2026-10-01..2027-02-28"),
        ("Từ 10/26 đến 02/27", "2026-10-01..2027-02-28"),
        ("Tháng 10/26", "2026-10-01..2026-10-31"),
        ("T10/26 - T3/27", "2026-10-01..2027-03-31"),
        ("Năm học 25-26", "2025-09-01..2026-05-31"),
        ("NH 26-27", "2026-09-01..2027-05-31"),
        ("HKII 26-27", "2027-01-16..2027-05-31"),
        ("HK1 (26-27)", "2026-09-01..2027-01-15"),
        ("Học kỳ II năm học 26-27", "2027-01-16..2027-05-31"),
    ]);
    check_silent(&[
        "26-27",
        "13/26",
        "10/45",
        "Năm 26",
        "Năm học 26-28",
        "Năm học 27-26",
        "31/13/26",
        "20/11/45",
    ]);
}

#[test]
fn bounds_in_all_their_words() {
    check_all(&[
        ("Kết thúc trước 30/4/2027", "..<2027-04-30"),
        ("Phải hoàn thành trước ngày 30/4/2027", "..<2027-04-30"),
        ("Hoàn tất trước tháng 5/2027", "..<2027-05-01"),
        ("Xong trước 20/11", "..<2026-11-20"),
        ("Báo cáo trước ngày 15/6/2027", "..<2027-06-15"),
        ("Nghiệm thu trước 15/12/2026", "..<2026-12-15"),
        ("Không muộn hơn ngày 15/12/2026", "..2026-12-15"),
        ("Không chậm hơn 15/12/2026", "..2026-12-15"),
        ("Không quá 15/12/2026", "..2026-12-15"),
        ("Không sau ngày 15/12/2026", "..2026-12-15"),
        ("Chậm nhất là 15/12/2026", "..2026-12-15"),
        ("Chậm nhất trong tháng 3/2027", "..2027-03-31"),
        ("Muộn nhất ngày 15/12/2026", "..2026-12-15"),
        ("Trễ nhất 15/12/2026", "..2026-12-15"),
        ("Hạn chót: 15/12/2026", "..2026-12-15"),
        ("Không sớm hơn 01/10/2026", "2026-10-01.."),
        ("Sớm nhất 01/10/2026", "2026-10-01.."),
        ("Không trước 01/10/2026", "2026-10-01.."),
        ("Trước 15h ngày 20/11/2026", "..2026-11-20"),
        ("Trước 16 giờ 30 phút ngày 20/11/2026", "..2026-11-20"),
        ("Trước khi kết thúc học kỳ I", "..2027-01-15"),
        ("Trước khi hết năm học", "..2027-05-31"),
        ("Trước khi bắt đầu năm học", "..<2026-09-01"),
        ("Trước khi vào học kỳ II", "..<2027-01-16"),
        ("Sau khi kết thúc năm học", "2027-06-01.."),
        ("Ngay sau khi kết thúc học kỳ II", "2027-06-01.."),
        ("Hết quý III/2026", "..2026-09-30"),
        ("Đến hết HKII", "..2027-05-31"),
        ("Đến 2029", "..2029-12-31"),
        ("Đến năm 2030 đạt chuẩn", "..2030-12-31"),
        ("Đến năm học 2028-2029 đạt Mức 3", "..2029-05-31"),
        ("Lộ trình đến năm 2030", "..2030-12-31"),
        ("Quý IV/2026, chậm nhất 20/12/2026", "2026-10-01..2026-12-20"),
        ("Từ tháng 10/2026, hoàn thành trước 30/4/2027", "2026-10-01..<2027-04-30"),
        ("Bắt đầu từ tháng 10, hoàn thành tháng 12", "2026-10-01..2026-12-31"),
        ("Bắt đầu tháng 10/2026, hoàn thành chậm nhất 15/3/2027", "2026-10-01..2027-03-15"),
    ]);
    check_silent(&[
        "Trước 15h",
        "Trước khi nghiệm thu",
        "Không có thời hạn",
        "Chậm nhất khi có kinh phí",
        "Trước đây",
        "Trước, trong và sau học kỳ I",
        "Trước và sau 20/11/2026",
        "Trước 20/11/2026, trước 15/12/2026",
        "Không quá 3 tháng",
    ]);
}

#[test]
fn parts_of_years_and_months() {
    check_all(&[
        ("6 tháng đầu năm 2027", "2027-01-01..2027-06-30"),
        ("06 tháng cuối năm 2026", "2026-07-01..2026-12-31"),
        ("Sáu tháng đầu năm 2027", "2027-01-01..2027-06-30"),
        ("Trong 6 tháng đầu năm 2027", "2027-01-01..2027-06-30"),
        ("3 tháng cuối năm 2026", "2026-10-01..2026-12-31"),
        ("9 tháng đầu năm 2027", "2027-01-01..2027-09-30"),
        ("Nửa đầu năm 2027", "2027-01-01..2027-06-30"),
        ("Nửa cuối năm 2026", "2026-07-01..2026-12-31"),
        ("Thượng tuần tháng 10/2026", "2026-10-01..2026-10-10"),
        ("Trung tuần tháng 12", "2026-12-11..2026-12-20"),
        ("Hạ tuần tháng 02/2027", "2027-02-21..2027-02-28"),
        ("Đến trung tuần tháng 12/2026", "..2026-12-20"),
        ("Tháng 4 năm sau", "2027-04-01..2027-04-30"),
        ("Tháng năm", "2027-05-01..2027-05-31"),
        ("Tháng năm năm 2027", "2027-05-01..2027-05-31"),
        ("Tháng mười hai/2026", "2026-12-01..2026-12-31"),
        ("Tháng mười một năm 2026", "2026-11-01..2026-11-30"),
        ("Tháng XII/2026", "2026-12-01..2026-12-31"),
        ("Tháng III năm 2027", "2027-03-01..2027-03-31"),
        ("Th9/2026", "2026-09-01..2026-09-30"),
        ("Th.9/2026", "2026-09-01..2026-09-30"),
        ("T.10/2026", "2026-10-01..2026-10-31"),
        ("Tháng 9/2026 -> tháng 12/2026", "2026-09-01..2026-12-31"),
        ("Tháng 9/2026 → 12/2026", "2026-09-01..2026-12-31"),
        ("Tháng 9/2026 => tháng 12/2026", "2026-09-01..2026-12-31"),
        ("Tháng 9/2026 -- tháng 12/2026", "2026-09-01..2026-12-31"),
        ("Từ 01/3/2027, trong 03 tháng", "2027-03-01..2027-05-31"),
        ("Từ ngày 01/3/2027, thực hiện trong 2 tuần", "2027-03-01..2027-03-14"),
    ]);
    check_silent(&[
        "6 tháng cuối năm",
        "6 tháng đầu năm học 2026-2027",
        "Nửa đầu năm học",
        "Nửa đầu tháng 10",
        "Giữa tháng 10/2026",
        "Trung tuần",
        "Trung tuần học kỳ I",
        "Tháng 9 năm sau",
        "Tháng XIII",
        "Tháng giêng",
        "Tháng chạp năm 2026",
        "Tháng …/2027",
        "Tháng .../2027",
        "Tháng 9, 10, ...",
        "Từ tháng 3/2027, trong 02 tháng",
        "Tháng 3/2027, trong 02 tháng",
        "Trong 02 tháng",
        "12 tháng đầu năm 2027",
        "0 tháng đầu năm 2027",
    ]);
}

#[test]
fn years_that_follow_terms_and_plans_of_several_years() {
    check_all(&[
        ("Từ năm học 2026-2027 và các năm học tiếp theo", "2026-09-01.."),
        ("Năm học 2026-2027 và những năm tiếp theo", "2026-09-01.."),
        ("Từ năm 2027 và các năm sau", "2027-01-01.."),
        ("Từ năm học 2026-2027 trở đi", "2026-09-01.."),
        ("Nhiệm kỳ 2026-2031", "2026-01-01..2031-12-31"),
        ("Lộ trình: 2026 - 2028", "2026-01-01..2028-12-31"),
        ("Lộ trình từ năm 2026 đến năm 2030", "2026-01-01..2030-12-31"),
        ("Giai đoạn 1: 2026-2027", "2026-01-01..2027-12-31"),
        ("Từ năm 2027 đến năm 2028", "2027-01-01..2028-12-31"),
        ("Từ năm 2026 đến hết năm 2027", "2026-01-01..2027-12-31"),
        ("Năm 2027 - năm 2028", "2027-01-01..2028-12-31"),
        ("Năm 2026 và năm 2027", "2026-01-01..2027-12-31"),
        ("2026 - 2027", "2026-09-01..2027-05-31"),
        ("Kỳ nghỉ hè 2027", "2027-06-01..2027-08-31"),
        ("Hè 2026", "2026-06-01..2026-08-31"),
        ("Năm học 2026-2027 và hè 2027", "2026-09-01..2027-08-31"),
        ("Học kỳ l", "2026-09-01..2027-01-15"),
        ("HKll", "2027-01-16..2027-05-31"),
        ("HK I + II", "2026-09-01..2027-05-31"),
        ("Qúy II/2027", "2027-04-01..2027-06-30"),
        ("Hết HKI năm học 2026-2027", "..2027-01-15"),
    ]);
    check_silent(&[
        "Tháng 9/2026 và các năm tiếp theo",
        "Đến năm 2028 và các năm tiếp theo",
        "Và các năm tiếp theo",
        "2026 đến 2027",
        "Nhiệm kỳ 5 năm",
        "Nhiệm kỳ",
        "Lộ trình",
        "Giai đoạn 2",
        "Cuối học kỳ I, học kỳ II",
        "Cuối học kỳ I, II",
        "Cuối học kỳ I và học kỳ II",
        "Đầu năm học, học kỳ II",
        "Tuần 5",
        "Tuần 1 - tuần 18",
        "Tuần 1 đến tuần 35 năm học 2026-2027",
        "Tuần 2 tháng 11/2026",
        "HK1: tháng 11; HK2: tháng 4",
        "10/2026, 02/2027",
        "Tháng 10, tháng 02, tháng 5",
        "Đợt 1: tháng 10; đợt 2: tháng 3",
    ]);
}

#[test]
fn rounds_labels_and_hours() {
    check_all(&[
        ("Đợt 1: tháng 10/2026", "2026-10-01..2026-10-31"),
        ("Đợt 3 - 15/4/2027", "2027-04-15..2027-04-15"),
        ("Đợt 1 - tháng 12/2026", "2026-12-01..2026-12-31"),
        ("Đợt 20/11", "2026-11-20..2026-11-20"),
        ("Đợt 1: tháng 10; đợt 2: tháng 11", "2026-10-01..2026-11-30"),
        ("8h00 ngày 05/9/2026", "2026-09-05..2026-09-05"),
        ("7 giờ 30 phút, ngày 05/9/2026", "2026-09-05..2026-09-05"),
        ("14h - 16h30 ngày 20/10/2026", "2026-10-20..2026-10-20"),
        ("Lúc 8h, 20/10/2026", "2026-10-20..2026-10-20"),
        ("Học kỳ I: khảo sát; học kỳ II: mua sắm, lắp đặt", "2026-09-01..2027-05-31"),
        ("Tháng 10: khảo sát; tháng 11: mua sắm", "2026-10-01..2026-11-30"),
        ("Khảo sát: tháng 10/2026", "2026-10-01..2026-10-31"),
        ("Tổ chức trong tháng 11/2026", "2026-11-01..2026-11-30"),
        ("Triển khai từ tháng 10/2026", "2026-10-01.."),
        ("Tháng 12/2026, nghiệm thu 25/12/2026", "2026-12-01..2026-12-31"),
        ("Nghỉ Tết: từ 08/02 đến 21/02/2027", "2027-02-08..2027-02-21"),
        ("Từ: 01/10/2026\nĐến: 30/11/2026", "2026-10-01..2026-11-30"),
        ("Học kỳ I\nHọc kỳ II", "2026-09-01..2027-05-31"),
        ("Tháng 9/2026\nTháng 10/2026", "2026-09-01..2026-10-31"),
        ("Tháng 10/2026…", "2026-10-01..2026-10-31"),
        ("Tháng 10/2026....", "2026-10-01..2026-10-31"),
    ]);
    check_silent(&[
        "Tháng 10/2026, nghiệm thu tháng 3/2027",
        "Tháng 10: khảo sát; tháng 12: mua sắm",
        "Tháng 10: không thực hiện",
        "Không thực hiện: tháng 10",
        "Học kỳ I: tháng 10",
        "8h00",
        "Tháng 9/2026\nTháng 12/2026",
        "25h ngày 20/10/2026",
    ]);
}

#[test]
fn all_that_comes_back() {
    check_all(&[
        ("Hằng quý", "@quarter"),
        ("1 lần/quý", "@quarter"),
        ("Mỗi quý một lần", "@quarter"),
        ("Hằng quý, chậm nhất ngày 20 tháng cuối quý", "@quarter"),
        ("Tháng cuối mỗi quý", "@quarter"),
        ("3 buổi/tuần", "@week"),
        ("Mỗi tuần 2 buổi", "@week"),
        ("Tuần 2 buổi", "@week"),
        ("1 tuần/lần", "@week"),
        ("Tháng 1 lần", "@month"),
        ("Mỗi tháng ít nhất 01 lần", "@month"),
        ("Tối thiểu 2 lần/tháng", "@month"),
        ("Tuần cuối mỗi tháng", "@month"),
        ("Từ ngày 20 đến ngày 25 hằng tháng", "@month"),
        ("Ngày 10, 20 hằng tháng", "@month"),
        ("Trước ngày 05 hằng tháng", "@month"),
        ("Hằng tháng, vào ngày 15", "@month"),
        ("Hằng tháng, từ tháng 10", "2026-10-01.. @month"),
        ("Hai lần một năm", "@year"),
        ("Một năm hai lần", "@year"),
        ("Mỗi năm học/lần", "@year"),
        ("2 lần/học kỳ", "@term"),
        ("Đầu mỗi học kỳ", "@term"),
        ("Tuần đầu mỗi học kỳ", "@term"),
        ("Mỗi năm một lần vào tháng 10", "2026-10-01..2026-10-31 @year"),
        ("Ngày 20/11 hằng năm", "2026-11-20..2026-11-20 @year"),
        ("Ngày 20/11 và 26/3 hằng năm", "@year"),
        ("Tháng 9 và tháng 3 hằng năm", "@year"),
        ("Hằng năm và khi có yêu cầu", "@year"),
        ("Hằng tháng và đột xuất", "@month"),
        ("Thường xuyên, liên tục", "@ongoing"),
        ("Thuờng xuyên", "@ongoing"),
        ("Mỗi ngày", "@ongoing"),
        ("hang thang", "@month"),
        ("Xuyên suốt năm học 2026-2027", "2026-09-01..2027-05-31"),
    ]);
    check_silent(&[
        "2 tuần/lần",
        "2 tháng một lần",
        "Mỗi 2 tuần",
        "Hằng ngày, hằng tuần",
        "Hằng tuần, tháng",
        "Hằng tuần/tháng",
        "Ngày 32 hằng tháng",
        "Ngày 31/02 hằng năm",
        "Khi có yêu cầu",
        "Đột xuất",
        "Tháng 9 và khi có yêu cầu",
        "Trừ hè",
        "Lần 2",
        "3 buổi",
    ]);
}

#[test]
fn a_range_that_runs_backwards_has_neither_start_nor_end() {
    let year = SchoolYear::starting(2026).unwrap();
    let terms = TermDates::usual(year);
    for (text, first, last) in [
        ("Tháng 5/2027 đến tháng 9/2026", date(2027, 5, 1), date(2026, 9, 30)),
        ("Từ 30/11/2026 đến 15/11/2026", date(2026, 11, 30), date(2026, 11, 15)),
        ("Từ 20/11 đến 15/11/2026", date(2026, 11, 20), date(2026, 11, 15)),
        ("Từ ngày 25 đến ngày 15/10/2026", date(2026, 10, 25), date(2026, 10, 15)),
        ("Giai đoạn 2030-2026", date(2030, 1, 1), date(2026, 12, 31)),
        ("Năm học 2027-2028 đến năm học 2026-2027", date(2027, 9, 1), date(2027, 5, 31)),
        ("Từ 15/11/2026 đến trước 15/11/2026", date(2026, 11, 15), date(2026, 11, 14)),
    ] {
        assert_eq!(show(understand_period(text, year, &terms)), "", "{text:?}");
        assert_eq!(backwards_range(text, year, &terms), Some((first, last)), "{text:?}");
    }
    for text in [
        "Từ tháng 5 đến tháng 9",
        "Tháng 12 - tháng 9/2026",
        "Từ tháng 9/2026 đến tháng 5/2027",
        "15/12 - 20/01/2027",
        "Tháng 9/2026",
        "Từ 31/02/2027 đến 01/02/2027",
    ] {
        assert_eq!(backwards_range(text, year, &terms), None, "{text:?}");
    }
}

#[test]
fn dates_that_no_calendar_has_are_not_understood() {
    check_silent(&[
        "Tháng 13",
        "13/2026",
        "Tháng 12 - 13/2026",
        "31/2",
        "31/2/2027",
        "Ngày 30 tháng 02",
        "Trước 31/6/2027",
        "Từ 01/9/2026 đến 31/9/2026",
        "Đến hết 29/02/2027",
        "Ngày 0/9/2026",
        "Tháng 00/2026",
    ]);
}

#[test]
fn hostile_cells_cost_no_more_than_long_ones() {
    let year = SchoolYear::starting(2026).unwrap();
    let terms = TermDates::usual(year);
    let begun = std::time::Instant::now();
    for piece in
        ["(", "tháng 9, ", "đầu ", "thứ hai ", "trừ tháng 6, ", "ngày 1, ", "hằng ", ":", "T2 - "]
    {
        for count in [100, 1_000, 200_000] {
            let _period = understand_period(&piece.repeat(count), year, &terms);
        }
    }
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

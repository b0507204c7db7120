//! The words of pages are found, marked and copied in the order in which they are read.

use caitien::document::Block;
use caitien::layout::{PageWords, Pages};

use super::blocks::{body, part, table, words};
use super::{FACES, find, pages_of, right_end};

fn pages() -> Pages {
    let rows: [&[&str]; 2] = [
        &["1", "Bồi dưỡng giáo viên theo chuẩn nghề nghiệp và đánh giá", "Tháng 9/2026"],
        &["2", "Sửa chữa phòng học", "Học kỳ II"],
    ];
    pages_of(vec![
        part("I. MỤC ĐÍCH, YÊU CẦU"),
        body(&format!("Nâng cao chất lượng. {} Hết đoạn đầu.", words(60))),
        Block::Table(table(&["TT", "Nội dung", "Thời gian"], &rows)),
        body("Đề nghị các bộ phận thực hiện./."),
    ])
}

#[test]
fn words_are_found_where_they_stand_marks_and_capitals_apart() {
    let pages = pages();
    let item = find(&pages, "Nâng cao chất lượng").1.clone();
    let read = PageWords::of(pages);
    for sought in ["chất lượng", "CHAT LUONG", "chat luong"] {
        let hits = read.find(sought, &FACES);
        assert_eq!(hits.len(), 1, "{sought}");
        let ((left, top), (right, foot)) = hits[0].places[0];
        assert!(left > item.x && right < right_end(&item), "{sought}: {left} {right}");
        assert!(top < item.y && item.y < foot && foot - top < item.size * 1.3);
        let lead = FACES.measure(item.face, "Nâng cao ") as f32 * item.size / 1000.0;
        assert!((left - item.x - lead - 2.0 * item.extra_space).abs() < 0.02);
    }
    assert_eq!(read.find("không có chữ này", &FACES), []);
    assert_eq!(read.find("", &FACES), []);
}

#[test]
fn words_over_the_end_of_a_line_are_one_and_those_of_two_cells_are_not() {
    let rows: [&[&str]; 1] = [&["1", "Bồi dưỡng giáo viên", "Tháng 9/2026"]];
    let long = words(80);
    let pages =
        pages_of(vec![body(&long), Block::Table(table(&["TT", "Nội dung", "Thời gian"], &rows))]);
    let read = PageWords::of(pages);
    let whole: String = long.split_whitespace().collect::<Vec<_>>().join(" ");
    let hits = read.find(&whole, &FACES);
    assert_eq!(hits.len(), 1);
    assert!(hits[0].places.len() > 3, "one rectangle a line");
    assert_eq!(read.find("giáo viên Tháng 9", &FACES), []);
    assert_eq!(read.find("giao vien", &FACES).len(), 1);
}

#[test]
fn a_page_is_copied_paragraph_by_paragraph_and_cell_by_cell() {
    let text = PageWords::of(pages()).text(0);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "I. MỤC ĐÍCH, YÊU CẦU");
    assert!(lines[1].starts_with("Nâng cao chất lượng.") && lines[1].ends_with("Hết đoạn đầu."));
    let from = lines.iter().position(|line| *line == "1").unwrap();
    assert_eq!(lines[from + 1], "Bồi dưỡng giáo viên theo chuẩn nghề nghiệp và đánh giá");
    assert_eq!(lines[from + 2], "Tháng 9/2026");
    assert_eq!(lines.last(), Some(&"Đề nghị các bộ phận thực hiện./."));
    assert_eq!(PageWords::of(pages()).text(7), "");
}

#[test]
fn what_is_between_two_points_is_copied_whichever_comes_first() {
    let pages = pages();
    let (first, last) = (find(&pages, "MỤC ĐÍCH").1.clone(), find(&pages, "Nâng cao").1.clone());
    let read = PageWords::of(pages);
    let after = |item: &caitien::layout::TextItem, words: &str| {
        let width = FACES.measure(item.face, words) as f32 * item.size / 1000.0;
        let spaces = words.matches(' ').count() as f32 * item.extra_space;
        read.caret(0, (item.x + width + spaces + 0.5, item.y - 4.0), &FACES).unwrap()
    };
    let lead = first.text.split("MỤC").next().unwrap();
    let (from, to) = (after(&first, lead), after(&last, "Nâng cao"));
    for ends in [(from, to), (to, from)] {
        assert_eq!(read.copied(0, ends), "MỤC ĐÍCH, YÊU CẦU\nNâng cao");
        assert_eq!(read.places(0, ends, &FACES).len(), 2);
    }
    assert_eq!(read.copied(0, (from, from)), "");
    // Far beside a line its nearest end is meant.
    assert_eq!(read.caret(0, (0.0, last.y), &FACES), Some(after(&last, "")));
    assert_eq!(read.caret(3, (0.0, 0.0), &FACES), None);
}

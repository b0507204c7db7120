//! Deadlines as an iCalendar file (RFC 5545): days without hours, the same bytes each time.

use crate::document::Deadline;

/// A line holds so many bytes at most; what is longer goes on in the next one behind a space.
const LINE: usize = 75;

/// What a calendar without deadlines holds.
const EMPTY: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The file: one event a deadline. `stamp` is the day it is said to be of.
#[must_use]
pub fn ics(title: &str, stamp: jiff::civil::Date, deadlines: &[Deadline]) -> Vec<u8> {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cai Tien//VI", "CALSCALE:GREGORIAN"] {
        put(&mut out, line);
    }
    put(&mut out, &format!("X-WR-CALNAME:{}", escaped(title)));
    for one in deadlines {
        let next = one.day.tomorrow().unwrap_or(one.day);
        put(&mut out, "BEGIN:VEVENT");
        put(&mut out, &format!("UID:{}@caitien", one.uid));
        put(&mut out, &format!("DTSTAMP:{}T000000Z", stamp.strftime("%Y%m%d")));
        put(&mut out, &format!("DTSTART;VALUE=DATE:{}", one.day.strftime("%Y%m%d")));
        put(&mut out, &format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
        put(&mut out, &format!("SUMMARY:{}", escaped(&one.summary)));
        if !one.description.is_empty() {
            put(&mut out, &format!("DESCRIPTION:{}", escaped(&one.description)));
        }
        put(&mut out, "TRANSP:TRANSPARENT");
        put(&mut out, "END:VEVENT");
    }
    if deadlines.is_empty() {
        // A calendar holds a component at least.
        for line in EMPTY {
            put(&mut out, line);
        }
    }
    put(&mut out, "END:VCALENDAR");
    out.into_bytes()
}

/// Adds a line, folded between two letters where it is too long.
fn put(out: &mut String, line: &str) {
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
}

/// A text as a value: what has a meaning of its own stands behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_marks_are_escaped() {
        let deadline = Deadline {
            uid: "2026-3-14".into(),
            day: date(2027, 1, 31),
            summary: "Số hóa hồ sơ; đối chiếu, phân quyền khai thác dữ liệu của nhà trường".into(),
            description: "Chủ trì: Kế toán\nPhối hợp: Tổ Văn phòng".into(),
        };
        let text = String::from_utf8(ics("Kế hoạch", date(2026, 8, 1), &[deadline])).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        let whole = text.replace("\r\n ", "");
        for line in [
            "UID:2026-3-14@caitien",
            "DTSTAMP:20260801T000000Z",
            "DTSTART;VALUE=DATE:20270131",
            "DTEND;VALUE=DATE:20270201",
            "SUMMARY:Số hóa hồ sơ\\; đối chiếu\\, phân quyền khai thác dữ liệu của nhà trường",
            "DESCRIPTION:Chủ trì: Kế toán\\nPhối hợp: Tổ Văn phòng",
        ] {
            assert!(whole.contains(&format!("{line}\r\n")), "{line}\n{whole}");
        }
        assert!(whole.starts_with("BEGIN:VCALENDAR\r\n") && whole.ends_with("END:VCALENDAR\r\n"));
        assert!(!whole.contains("VTIMEZONE"));
    }

    #[test]
    fn a_calendar_without_deadlines_holds_a_component_all_the_same() {
        let text = String::from_utf8(ics("Kế hoạch", date(2026, 8, 1), &[])).unwrap();
        assert_eq!(text.matches("BEGIN:").count(), text.matches("END:").count());
        assert_eq!(text.matches("BEGIN:VTIMEZONE\r\n").count(), 1);
    }
}

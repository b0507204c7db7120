//! Where a long name of a school or an authority is parted on paper: as a clerk parts it,
//! after the kind of school, before the name of a place, and never inside a word group.

/// Kinds of schools, authorities and what stands beside them. Words of one are not parted;
/// at `|` only where nothing better is left.
const KINDS: [&str; 61] = [
    "ỦY BAN NHÂN DÂN",
    "UỶ BAN NHÂN DÂN",
    "SỞ GIÁO DỤC|VÀ ĐÀO TẠO",
    "PHÒNG GIÁO DỤC|VÀ ĐÀO TẠO",
    "BỘ GIÁO DỤC|VÀ ĐÀO TẠO",
    "GIÁO DỤC|VÀ ĐÀO TẠO",
    "GIÁO DỤC|THƯỜNG XUYÊN",
    "GIÁO DỤC|NGHỀ NGHIỆP",
    "GIÁO DỤC|HÒA NHẬP",
    "TRUNG TÂM",
    "TRUNG HỌC|CƠ SỞ",
    "TRUNG HỌC|PHỔ THÔNG",
    "PHỔ THÔNG|CƠ SỞ",
    "PHỔ THÔNG|TRUNG HỌC",
    "PHỔ THÔNG",
    "TIỂU HỌC",
    "MẦM NON",
    "MẪU GIÁO",
    "NHÀ TRẺ",
    "DÂN TỘC|NỘI TRÚ",
    "DÂN TỘC|BÁN TRÚ",
    "NỘI TRÚ",
    "BÁN TRÚ",
    "NHIỀU CẤP HỌC",
    "LIÊN CẤP",
    "TƯ THỤC",
    "DÂN LẬP",
    "CÔNG LẬP",
    "BÁN CÔNG",
    "QUỐC TẾ",
    "SONG NGỮ",
    "CHẤT LƯỢNG CAO",
    "NĂNG KHIẾU",
    "THỰC HÀNH",
    "SƯ PHẠM",
    "CHUYÊN BIỆT",
    "CHUYÊN",
    "KHUYẾT TẬT",
    "TRẺ EM",
    "HƯỚNG NGHIỆP",
    "KỸ THUẬT",
    "DẠY NGHỀ",
    "ĐẠI HỌC",
    "CAO ĐẲNG",
    "MN",
    "MG",
    "TH",
    "THCS",
    "THPT",
    "TH&THCS",
    "THCS&THPT",
    "TH-THCS-THPT",
    "TH-THCS",
    "THCS-THPT",
    "PT",
    "PTCS",
    "PTDTNT",
    "PTDTBT",
    "GDTX",
    "GDNN",
    "GDNN-GDTX",
];

/// Words that never stand at the end of a line: what they head belongs to them.
const HEADS: [&str; 7] = ["TRƯỜNG", "UBND", "SỞ", "PHÒNG", "BỘ", "TT", "SỐ"];

/// Kinds of places: a line may well begin with one, and its name belongs to it.
const PLACES: [&str; 11] = [
    "TỈNH",
    "THÀNH PHỐ",
    "TP.",
    "TP",
    "PHƯỜNG",
    "XÃ",
    "ĐẶC KHU",
    "QUẬN",
    "HUYỆN",
    "THỊ XÃ",
    "THỊ TRẤN",
];

/// Nothing is lost by a line that ends here.
const GOOD: u32 = 0;
const FAIR: u32 = 2;
/// Before "VÀ".
const JOINED: u32 = 4;
/// Inside the kind of a school, between two word groups of it.
const POOR: u32 = 12;
/// Between the kind of a place and its name, where the name would be parted otherwise.
const KIND_OF_PLACE: u32 = 16;
/// Inside the name of a person, of a place, of a flower.
const NAME: u32 = 20;
/// Inside a word group, or behind what heads the next word.
const BAD: u32 = 60;

/// A word group of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Kind,
    Head,
    Place,
    And,
    Dash,
    Name,
}

/// How bad it is that a line ends behind each word of a name in capitals; one figure for each
/// word but the last. 0 is where a clerk ends it; none is forbidden.
#[must_use]
pub fn cut_costs(words: &[&str]) -> Vec<u32> {
    let mut costs = Vec::with_capacity(words.len());
    let mut at = 0;
    let mut group = group_at(words, 0);
    while at < words.len() {
        let (kind, length, soft) = group;
        for inside in 1..length {
            costs.push(if soft == Some(inside) { POOR } else { BAD });
        }
        at += length;
        if at >= words.len() {
            break;
        }
        let mut next = group_at(words, at);
        // A name may hold such a word: Hải Phòng.
        if kind == Group::Name && next.0 == Group::Head && words.get(at) == Some(&"PHÒNG") {
            next.0 = Group::Name;
        }
        let last = words.get(at - 1).copied().unwrap_or("");
        if kind == Group::Name && last.bytes().all(|byte| byte.is_ascii_digit()) {
            costs.push(BAD);
            group = next;
            continue;
        }
        let comma = last.ends_with(',');
        costs.push(between(kind, next.0, comma, words.get(at).copied().unwrap_or("")));
        group = next;
    }
    costs
}

fn between(left: Group, right: Group, comma: bool, next: &str) -> u32 {
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    match (left, right) {
        (Group::Head | Group::And, _) | (_, Group::Dash) => BAD,
        // A school may be named after a day: "20 THÁNG 10".
        (Group::Kind, Group::Name) if number => FAIR,
        _ if number => BAD,
        (Group::Place, Group::Name) => KIND_OF_PLACE,
        (Group::Place, _) => BAD,
        (Group::Kind, Group::Name) | (_, Group::Place) => GOOD,
        _ if comma => FAIR,
        (Group::Kind, Group::Head) if next == "SỐ" => GOOD,
        (Group::Name, Group::Name) => NAME,
        (_, Group::And) => JOINED,
        _ => FAIR,
    }
}

/// The group that begins at a word: what it is, how many words it has, and behind how many
/// of them it may be parted.
fn group_at(words: &[&str], at: usize) -> (Group, usize, Option<usize>) {
    let bare = |index: usize| words.get(index).map(|word| word.trim_end_matches([',', ';']));
    let first = bare(at).unwrap_or("");
    let longest = |phrases: &[&'static str]| {
        phrases
            .iter()
            .filter(|phrase| {
                let own = phrase.split([' ', '|']).enumerate();
                own.into_iter().all(|(offset, word)| bare(at + offset) == Some(word))
            })
            .max_by_key(|phrase| phrase.len())
            .copied()
    };
    let size = |phrase: &str| phrase.split([' ', '|']).count();
    if let Some(phrase) = longest(&KINDS) {
        let soft = phrase.split_once('|').map(|(before, _)| size(before));
        return (Group::Kind, size(phrase), soft);
    }
    if let Some(phrase) = longest(&PLACES) {
        return (Group::Place, size(phrase), None);
    }
    let group = match first {
        "VÀ" => Group::And,
        "-" | "–" | "—" => Group::Dash,
        _ if HEADS.contains(&first) => Group::Head,
        _ => Group::Name,
    };
    (group, 1, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `/` where a line ends well, `.` where it may, nothing where it should not.
    #[track_caller]
    fn check(expect: &str) {
        let name = expect.replace(" / ", " ").replace(" . ", " ");
        let words: Vec<&str> = name.split(' ').collect();
        let costs = cut_costs(&words);
        assert_eq!(costs.len() + 1, words.len());
        let mut marked = words[0].to_owned();
        for (word, cost) in words[1..].iter().zip(&costs) {
            marked.push_str(match *cost {
                GOOD => " / ",
                cost if cost <= POOR => " . ",
                _ => " ",
            });
            marked.push_str(word);
        }
        assert_eq!(marked, expect);
    }

    #[test]
    fn a_line_ends_behind_the_kind_of_school() {
        check("TRƯỜNG TIỂU HỌC / LÝ THƯỜNG KIỆT");
        check("TRƯỜNG MẦM NON / HOA SEN");
        check("TRƯỜNG TRUNG HỌC . CƠ SỞ / HOA SEN");
        check("TRƯỜNG TIỂU HỌC . VÀ TRUNG HỌC . CƠ SỞ / HOA SEN");
        check("TRƯỜNG TIỂU HỌC, . TRUNG HỌC . CƠ SỞ . VÀ TRUNG HỌC . PHỔ THÔNG / HOA SEN");
        check("TRƯỜNG PHỔ THÔNG . DÂN TỘC . NỘI TRÚ . THCS&THPT / HUYỆN SA PA");
        check("TRƯỜNG TRUNG HỌC . PHỔ THÔNG . CHUYÊN / LÊ HỒNG PHONG");
        check("TRUNG TÂM . GIÁO DỤC . NGHỀ NGHIỆP - . GIÁO DỤC . THƯỜNG XUYÊN / SỐ 3");
    }

    #[test]
    fn a_number_stays_with_what_it_numbers_and_a_place_with_its_kind() {
        check("TRƯỜNG TIỂU HỌC / SỐ 4 HOA SEN");
        check("TRƯỜNG TIỂU HỌC . 19 THÁNG 8");
        check("ỦY BAN NHÂN DÂN / PHƯỜNG LÊ LỢI");
        check("UBND PHƯỜNG 3");
        check("SỞ GIÁO DỤC . VÀ ĐÀO TẠO / THÀNH PHỐ HẢI PHÒNG");
        check("SỞ GIÁO DỤC . VÀ ĐÀO TẠO / LÀO CAI");
    }
}

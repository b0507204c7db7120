//! What names a person or a body: roles, short forms, titles, personal names.

use crate::words;

/// How a role begins, without marks; a trailing space: only with more words after it.
const ROLES: &[&str] = &[
    "hieu truong",
    "pho ",
    "p ",
    "ht",
    "pht",
    "bgh",
    "giao vien",
    "gv",
    "gvcn",
    "gvbm",
    "ke toan",
    "kt",
    "nhan vien",
    "nv",
    "to truong",
    "to pho",
    "to chuyen",
    "to van phong",
    "to giam sat",
    "to ",
    "ttcm",
    "tpcm",
    "tcm",
    "ban ",
    "doan",
    "doi ",
    "cong doan",
    "tong phu trach",
    "tpt",
    "cha me",
    "cmhs",
    "phu huynh",
    "phhs",
    "hoi ",
    "bi thu",
    "chu tich",
    "ctcd",
    "cd",
    "chi bo",
    "chi doan",
    "lien doi",
    "thu ky",
    "van thu",
    "thu quy",
    "hoc sinh",
    "hs",
    "hoc vien",
    "tre",
    "y te",
    "bao ve",
    "phuc vu",
    "nuoi duong",
    "phuc vu",
    "nuoi duong",
    "lao cong",
    "cap duong",
    "cac ",
    "toan the",
    "toan bo",
    "tat ca",
    "tap the",
    "nhung ",
    "mot so",
    "can bo",
    "cb",
    "cbql",
    "cbgv",
    "cbgvnv",
    "giam doc",
    "bgd",
    "so ",
    "phong ",
    "ubnd",
    "hdnd",
    "thanh tra",
    "ttrnd",
    "quan ly",
    "chuyen vien",
    "nguoi ",
    "nha truong",
    "gia dinh",
    "cong an",
    "quan su",
    "tram ",
    "trung tam",
    "chinh quyen",
    "dia phuong",
    "truong ban",
    "truong phong",
    "truong bo",
    "nhom ",
    "lanh dao",
    "hoi dong",
    "hdt",
    "btv",
    "bch",
    "dai dien",
    "doanh nghiep",
    "thay",
    "co",
    "ong",
    "ba",
    "anh",
    "chi",
    "d/c",
    "dong chi",
    "em",
    "chuyen mon",
    "bo phan",
    "mttq",
    "mat tran",
    "thon",
    "to dan pho",
    "khoi truong",
    "lop truong",
    "tro giang",
];

/// Titles that a personal name follows.
const TITLES: &[&str] =
    &["ong", "ba", "thay", "co", "anh", "chi", "d/c", "dong chi", "ths", "ts", "em"];

/// The family names that nearly all people bear.
const FAMILY_NAMES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đinh", "trịnh", "mai", "cao", "lâm", "tạ", "hà", "chu", "lương",
    "đoàn", "đào", "tô", "trương", "phùng", "vương", "quách", "thái", "lưu", "kiều", "la", "lò",
    "lường", "giàng", "vàng", "thào", "nông", "hứa", "triệu", "ma", "y", "h'", "bế", "quan",
    "tống", "doãn", "khổng", "nghiêm", "tăng", "từ", "châu", "diệp", "lại", "mạc", "thân", "ninh",
    "cù", "đàm",
];

/// Whether a text begins with a role, a title, a short form or a personal name.
pub(super) fn begins_with_role(text: &str) -> bool {
    // Roles are shorter than this, and a long cell is folded but once.
    let beginning: String = text.trim_start().chars().take(32).collect();
    let folded = words::fold(&beginning);
    let role = ROLES.iter().any(|role| {
        folded.strip_prefix(role).is_some_and(|rest| {
            role.ends_with(' ') || rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
        })
    });
    // "P. Hiệu trưởng", "T.trưởng"
    let short = folded.starts_with("p.") || folded.starts_with("t.");
    role || short
        || beginning.split(|c: char| !c.is_alphanumeric()).next().is_some_and(is_code)
        || begins_with_personal_name(&beginning)
}

/// Whether a word is a short form that the program knows: "TTCM".
pub(super) fn is_code(word: &str) -> bool {
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    words::expand_word(stem).is_some()
}

fn begins_with_personal_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let family = words.next().unwrap_or_default();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    capital(family)
        && family.chars().skip(1).all(char::is_lowercase)
        && FAMILY_NAMES.contains(&family.to_lowercase().as_str())
        && words.next().is_some_and(capital)
        && words.next().is_none_or(capital)
}

/// "Ông Trần Văn Bình", "Nguyễn Thị Lan": a whole personal name, with a title or without.
pub(super) fn is_full_name(text: &str) -> bool {
    let text = text.rsplit(':').next().unwrap_or(text).trim();
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    let folded: Vec<String> = words.iter().take(2).map(|word| words::fold(word)).collect();
    let titled = match folded.as_slice() {
        [one, two] if TITLES.contains(&format!("{one} {two}").as_str()) => 2,
        [one, ..] if TITLES.contains(&one.trim_end_matches('.')) => 1,
        _ => 0,
    };
    let name = &words[titled..];
    (2..=5).contains(&name.len())
        && begins_with_personal_name(&name.join(" "))
        && name.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// "Phó Hiệu trưởng", "Kế toán": the post of one person.
pub(super) fn is_single_post(text: &str) -> bool {
    const POSTS: &[&str] = &[
        "hieu truong",
        "pho hieu truong",
        "ke toan",
        "to truong",
        "to pho",
        "chu tich",
        "pho chu tich",
        "bi thu",
        "pho bi thu",
        "tong phu trach",
        "thu ky",
        "van thu",
        "giam doc",
        "pho giam doc",
        "nhan vien",
        "giao vien",
        "truong ban",
        "pho truong ban",
        "ht",
        "pht",
        "tpt",
        "ttcm",
        "ctcd",
    ];
    let beginning: String = text.trim_start().chars().take(24).collect();
    let folded = words::fold(&beginning);
    POSTS.iter().any(|post| {
        folded
            .strip_prefix(post)
            .is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    })
}

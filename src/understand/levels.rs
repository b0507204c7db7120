//! The levels that a target cell speaks of: 2 now and 3 wanted of "Đạt mức 3 so với mức 2
//! hiện tại".

use crate::plan::Item;
use crate::words::{is_dash, nfc};

/// How much of a text is looked at (letters): cells that name a level say it near the beginning.
const LONGEST: usize = 2_000;

/// The level a criterion is at, and the one that is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Where it is, 0: below the first; none: not said.
    pub now: Option<u8>,
    /// Where it is to be, 1 to 4; none: not said, or several are.
    pub target: Option<u8>,
}

/// The levels a target cell speaks of.
///
/// Only "mức" with its marks and a number from 1 to 4 is one ("mục 2", "mức độ 2" and "mức chi"
/// are not), and only where it is said what for: reached, kept, left behind. Of a list ("Mức 1,
/// 2, 3"), of shares of people and of what has levels of its own (thư viện, phổ cập) nothing is
/// understood.
///
/// ```
/// use caitien::understand::levels_in;
/// let levels = levels_in("Đạt mức 3 so với mức 2 hiện tại");
/// assert_eq!((levels.now, levels.target), (Some(2), Some(3)));
/// ```
#[must_use]
pub fn levels_in(text: &str) -> Levels {
    let text: String = nfc(text).chars().take(LONGEST).collect::<String>().to_lowercase();
    let tokens = tokens(&text);
    let mentions = mentions(&tokens);
    let (mut now, mut target, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for mention in &mentions {
        let list = match mention.role(&tokens, &mentions) {
            Some(Role::Now) => &mut now,
            Some(Role::Target) => &mut target,
            Some(Role::Kept) => &mut kept,
            Some(Role::Below) => {
                now.push(0);
                continue;
            }
            None => continue,
        };
        list.push(mention.level);
    }
    if below_the_first(&tokens) {
        now.push(0);
    }
    if now.is_empty() {
        now.clone_from(&kept);
    }
    if target.is_empty() {
        target = kept;
    }
    let levels = Levels { now: one(&now), target: one(&target) };
    let backwards = levels.now.zip(levels.target).is_some_and(|(now, target)| now > target);
    if backwards { Levels::default() } else { levels }
}

impl Item {
    /// The levels of its criterion: what a person set, else what its target cell says.
    #[must_use]
    pub fn levels(&self) -> Levels {
        let said = if self.level_now.is_some() && self.level_target.is_some() {
            Levels::default()
        } else {
            levels_in(&self.target)
        };
        Levels { now: self.level_now.or(said.now), target: self.level_target.or(said.target) }
    }
}

/// What is said of a level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Now,
    Target,
    /// Both.
    Kept,
    /// Level 1 is not reached.
    Below,
}

/// "mức 2" at a place among the tokens.
struct Mention {
    /// Of "mức", or of a bare number after "lên".
    at: usize,
    /// Behind its number.
    end: usize,
    level: u8,
    /// One of several that are only counted up.
    listed: bool,
}

/// Words between what is said of a level and the level.
const BETWEEN: [&str; 24] = [
    "được", "ở", "tại", "đủ", "đầy", "các", "yêu", "cầu", "của", "nội", "hàm", "chỉ", "báo",
    "tiêu", "chí", "này", "vững", "chắc", "tối", "thiểu", "ít", "nhất", "kết", "quả",
];

/// What has levels of its own, and whose levels they are where a share of them is meant.
const OTHERS: [&str; 12] = [
    "chuẩn quốc gia",
    "phổ cập",
    "mù chữ",
    "dịch vụ công",
    "trực tuyến",
    "thư viện",
    "chuyển đổi số",
    "chuẩn nghề nghiệp",
    "ngoại ngữ",
    "tin học",
    "thi đua",
    "%",
];

/// Whose levels are meant where no criterion is named.
const PEOPLE: [&str; 5] = ["giáo viên", "học sinh", "học viên", "nhân viên", "trẻ"];

/// What makes a number after "mức 2" or before it a sum or a measure.
const UNITS: [&str; 12] =
    ["triệu", "đồng", "tỷ", "tỉ", "nghìn", "ngàn", "%", "lần", "m2", "giờ", "tiết", "chuẩn"];

const ARROWS: [&str; 4] = ["→", "->", "=>", "➔"];

fn is_border(token: &str) -> bool {
    matches!(token, "." | ";" | "," | "\n" | "(" | ")" | "[" | "]" | "!" | "?")
}

/// Words and marks, each by itself; a number keeps its points and commas.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let chars = rest.char_indices().skip(1);
        let inside = |c: char| c.is_alphanumeric();
        let end = if let Some(arrow) = ARROWS.iter().find(|arrow| rest.starts_with(**arrow)) {
            arrow.len()
        } else if inside(first) {
            let mut end = rest.len();
            for (at, c) in chars {
                let next = rest[at + c.len_utf8()..].chars().next();
                let joins = matches!(c, '.' | ',' | '/')
                    && first.is_ascii_digit()
                    && next.is_some_and(|next| next.is_ascii_digit());
                if !inside(c) && !joins {
                    end = at;
                    break;
                }
            }
            end
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(end);
        if token == "\n" || !token.trim().is_empty() {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

fn mentions(tokens: &[&str]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // "từ mức 1 lên 2": the second needs no word.
        let goes_on = mentions.last().is_some_and(|last| last.end == at)
            && (tokens[at] == "lên" || ARROWS.contains(&tokens[at]));
        let number = usize::from(tokens[at] == "mức") + usize::from(goes_on);
        let level = tokens.get(at + 1).and_then(|token| level(token)).filter(|_| number == 1);
        let end = at + 2;
        let measured = tokens.get(end).is_some_and(|next| UNITS.contains(next));
        match level.filter(|_| !measured) {
            Some(level) => {
                let at_word = if goes_on { at + 1 } else { at };
                mentions.push(Mention { at: at_word, end, level, listed: false });
                at = end;
            }
            None => at += 1,
        }
    }
    for nth in 0..mentions.len() {
        let end = mentions[nth].end;
        let joint = tokens.get(end).filter(|token| !ARROWS.contains(token)).is_some_and(|token| {
            matches!(*token, "," | ";" | "và" | "hoặc" | "/" | "&") || token.starts_with(is_dash)
        });
        let next = end + 1;
        let number = tokens.get(next).is_some_and(|token| level(token).is_some());
        let again = mentions.get(nth + 1).is_some_and(|other| other.at == next);
        if joint && (number || again) {
            mentions[nth].listed = true;
            if let Some(other) = mentions.get_mut(nth + 1).filter(|_| again) {
                other.listed = true;
            }
        }
    }
    mentions
}

/// 2 of "2" and of "02".
fn level(token: &str) -> Option<u8> {
    let number: u8 = token.parse().ok()?;
    (token.len() <= 2 && (1..=4).contains(&number)).then_some(number)
}

impl Mention {
    /// What is said of it; none where that is not clear.
    fn role(&self, tokens: &[&str], all: &[Self]) -> Option<Role> {
        if self.listed {
            return None;
        }
        let start = tokens[..self.at].iter().rposition(|token| is_border(token));
        let start = start.map_or(0, |at| at + 1);
        let clause = &tokens[start..self.at];
        let words = clause.join(" ");
        let of_others = OTHERS.iter().any(|other| words.contains(other))
            || PEOPLE.iter().any(|people| words.contains(people)) && !words.contains("tiêu chí");
        let after = &tokens[self.end..];
        if of_others || after.starts_with(&["trở", "xuống"]) {
            return None;
        }
        if after.first() == Some(&"hiện") {
            return Some(Role::Now);
        }
        let leads_on = after
            .first()
            .is_some_and(|next| matches!(*next, "lên" | "thành") || ARROWS.contains(next));
        if leads_on && all.iter().any(|other| other.at > self.at && other.at <= self.end + 1) {
            return Some(Role::Now);
        }
        let between = |token: &str| {
            BETWEEN.contains(&token)
                || token == ":"
                || token.starts_with(|c: char| c.is_ascii_digit())
        };
        let Some(lead) = clause.iter().rposition(|token| !between(token)) else {
            return bare(start.checked_sub(1).map(|at| tokens[at]), after);
        };
        let before = &clause[..lead];
        let last = |nth: usize| before.len().checked_sub(nth).map_or("", |at| before[at]);
        let raised = before.iter().any(|word| ["nâng", "tăng", "đưa", "chuyển"].contains(word));
        match clause[lead] {
            "đạt" => match (last(2), last(1)) {
                (_, "chưa" | "không") | ("chưa" | "không", _) => {
                    (self.level == 1).then_some(Role::Below)
                }
                (_, "đã" | "hiện" | "đang" | "mới") | ("đã" | "hiện" | "đang" | "mới", _) => {
                    Some(Role::Now)
                }
                _ => Some(Role::Target),
            },
            "lên" | "thành" => Some(Role::Target),
            arrow if ARROWS.contains(&arrow) => Some(Role::Target),
            "đến" | "tới" => {
                (raised || matches!(last(1), "hướng" | "tiến")).then_some(Role::Target)
            }
            "từ" if after.starts_with(&["trở", "lên"]) => Some(Role::Target),
            // "từ mức 1 đến mức 3" counts up, unless something is raised.
            "từ" if matches!(after.first(), Some(&("đến" | "tới"))) && !raised => None,
            "từ" | "hiện" | "đang" | "đã" => Some(Role::Now),
            "với" if last(1) == "so" => Some(Role::Now),
            "nay" | "trạng" | "có" if last(1) == "hiện" => Some(Role::Now),
            "trì" if last(1) == "duy" => Some(Role::Kept),
            "cố" if last(1) == "củng" => Some(Role::Kept),
            "giữ" => Some(Role::Kept),
            "đấu" if last(1) == "phấn" => Some(Role::Target),
            "đảm" if last(1) == "bảo" => Some(Role::Target),
            "bảo" if last(1) == "đảm" => Some(Role::Target),
            "mục" => Some(Role::Target),
            _ => None,
        }
    }
}

/// A level by itself is wanted where it is all that a line or a sentence says.
fn bare(border: Option<&str>, after: &[&str]) -> Option<Role> {
    let begins = matches!(border, None | Some("\n" | "." | ";"));
    let ends = after.first().is_none_or(|next| is_border(next) || *next == ":");
    let compared = after.starts_with(&["so", "với"]) || after.starts_with(&["trở", "lên"]);
    (begins && (ends || compared)).then_some(Role::Target)
}

/// "từ chưa đạt lên mức 1", "từ không đạt"
fn below_the_first(tokens: &[&str]) -> bool {
    tokens.windows(4).any(|four| {
        four[0] == "từ"
            && ["chưa", "không"].contains(&four[1])
            && four[2] == "đạt"
            && four[3] != "mức"
    })
}

/// What all of them say, where they say the same.
fn one(levels: &[u8]) -> Option<u8> {
    let first = levels.first()?;
    levels.iter().all(|level| level == first).then_some(*first)
}

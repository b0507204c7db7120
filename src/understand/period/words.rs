//! The words of time phrases, with and without their marks.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::Token;
use crate::words;

/// Longer phrases first: a word of them may mean something else alone.
const PHRASES: &[(&str, Token)] = &[
    ("khi có yêu cầu", Token::OnDemand),
    ("khi có phát sinh", Token::OnDemand),
    ("khi phát sinh", Token::OnDemand),
    ("khi cần thiết", Token::OnDemand),
    ("khi cần", Token::OnDemand),
    ("đột xuất", Token::OnDemand),
    ("và các năm học tiếp theo", Token::FollowingYears),
    ("và những năm học tiếp theo", Token::FollowingYears),
    ("và các năm tiếp theo", Token::FollowingYears),
    ("và những năm tiếp theo", Token::FollowingYears),
    ("và các năm học sau", Token::FollowingYears),
    ("và các năm sau", Token::FollowingYears),
    ("và những năm sau", Token::FollowingYears),
    ("các năm học tiếp theo", Token::FollowingYears),
    ("các năm tiếp theo", Token::FollowingYears),
    ("những năm tiếp theo", Token::FollowingYears),
    ("trước khi kết thúc", Token::Until),
    ("trước khi hết", Token::Until),
    ("trước khi bắt đầu", Token::Before),
    ("trước khi bước vào", Token::Before),
    ("trước khi vào", Token::Before),
    ("ngay sau khi kết thúc", Token::After),
    ("sau khi kết thúc", Token::After),
    ("sau khi hết", Token::After),
    ("ngay sau", Token::After),
    ("bắt đầu kể từ", Token::From),
    ("bắt đầu từ", Token::From),
    ("không sớm hơn", Token::From),
    ("không trước", Token::From),
    ("sớm nhất là", Token::From),
    ("sớm nhất", Token::From),
    ("kể từ", Token::From),
    ("bắt đầu", Token::From),
    ("ngay từ", Token::From),
    ("từ nay đến hết", Token::Until),
    ("từ nay đến", Token::Until),
    ("cho đến hết", Token::Until),
    ("cho đến", Token::Until),
    ("cho tới", Token::Until),
    ("đến hết", Token::Until),
    ("tới hết", Token::Until),
    ("chậm nhất là", Token::Until),
    ("chậm nhất", Token::Until),
    ("muộn nhất là", Token::Until),
    ("muộn nhất", Token::Until),
    ("trễ nhất là", Token::Until),
    ("trễ nhất", Token::Until),
    ("không muộn hơn", Token::Until),
    ("không chậm hơn", Token::Until),
    ("không trễ hơn", Token::Until),
    ("không quá", Token::Until),
    ("không sau", Token::Until),
    ("hạn chót", Token::Until),
    ("hạn cuối", Token::Until),
    ("kết thúc", Token::Until),
    ("ngay đầu", Token::First),
    ("ngay trong", Token::Filler),
    ("trở đi", Token::Onwards),
    ("trở về sau", Token::Onwards),
    ("nửa đầu năm học", Token::Unknown),
    ("nửa cuối năm học", Token::Unknown),
    ("nửa đầu năm", Token::HalfYear(true)),
    ("nửa cuối năm", Token::HalfYear(false)),
    ("thượng tuần", Token::Third(0)),
    ("trung tuần", Token::Third(1)),
    ("hạ tuần", Token::Third(2)),
    ("năm học", Token::SchoolYear),
    ("nam hoc", Token::SchoolYear),
    ("năm sau", Token::NextYear),
    ("học kỳ", Token::Term),
    ("học kì", Token::Term),
    ("kỳ nghỉ hè", Token::Summer),
    ("kì nghỉ hè", Token::Summer),
    ("nghỉ hè", Token::Summer),
    ("mùa hè", Token::Summer),
    ("dịp hè", Token::Summer),
    ("giai đoạn", Token::Phase),
    ("lộ trình", Token::Phase),
    ("nhiệm kỳ", Token::Phase),
    ("nhiệm kì", Token::Phase),
    ("chủ nhật", Token::Weekday),
    ("buổi sáng", Token::PartOfDay),
    ("buổi trưa", Token::PartOfDay),
    ("buổi chiều", Token::PartOfDay),
    ("buổi tối", Token::PartOfDay),
    ("thường xuyên", Token::Ongoing),
    ("liên tục", Token::Ongoing),
    ("quanh năm", Token::Ongoing),
    ("hằng ngày", Token::Daily),
    ("hàng ngày", Token::Daily),
    ("mỗi ngày", Token::Daily),
    ("ngoại trừ", Token::Except),
    ("không kể", Token::Except),
    ("ngày khai giảng", Token::Event),
    ("lễ khai giảng", Token::Event),
    ("khai giảng", Token::Event),
    ("lễ bế giảng", Token::Event),
    ("bế giảng", Token::Event),
    ("nghỉ tết nguyên đán", Token::Event),
    ("tết nguyên đán", Token::Event),
    ("tết âm lịch", Token::Event),
    ("nghỉ tết", Token::Event),
    ("nghỉ lễ", Token::Event),
    ("ngày lễ", Token::Event),
    ("mười một", Token::Number(11, 2)),
    ("mười hai", Token::Number(12, 2)),
    ("định kỳ", Token::Filler),
    ("định kì", Token::Filler),
    ("thực hiện", Token::Filler),
    ("thời gian", Token::Filler),
    ("thời điểm", Token::Filler),
    ("thời hạn", Token::Filler),
    ("dự kiến", Token::Filler),
    ("phấn đấu", Token::Filler),
    ("toàn bộ", Token::Filler),
    ("xuyên suốt", Token::Filler),
    ("áp dụng", Token::Filler),
    ("duy trì", Token::Filler),
    ("ít nhất", Token::Filler),
    ("tối thiểu", Token::Filler),
    ("hoàn thành", Token::Finish),
    ("hoàn tất", Token::Finish),
    ("làm xong", Token::Finish),
    ("đạt mức", Token::Goal),
    ("đạt chuẩn", Token::Goal),
    ("rà soát", Token::Act),
    ("khảo sát", Token::Act),
    ("nghiệm thu", Token::Act),
    ("kiểm tra", Token::Act),
    ("báo cáo", Token::Act),
    ("sơ kết", Token::Act),
    ("tổng kết", Token::Act),
    ("đánh giá", Token::Act),
    ("mua sắm", Token::Act),
    ("sửa chữa", Token::Act),
    ("lắp đặt", Token::Act),
    ("tập huấn", Token::Act),
    ("bồi dưỡng", Token::Act),
    ("thi công", Token::Act),
    ("chuẩn bị", Token::Act),
    ("bàn giao", Token::Act),
    ("đăng ký", Token::Act),
    ("triển khai", Token::Act),
    ("tổ chức", Token::Act),
    ("tiến hành", Token::Act),
    ("khởi công", Token::Act),
    ("xây dựng kế hoạch", Token::Act),
    ("lập kế hoạch", Token::Act),
    ("xây dựng", Token::Act),
    ("giám sát", Token::Act),
];

/// The phrases without their marks, for what was typed without or with the wrong ones.
/// Phrases by their first word, in their order: every word of every time cell is looked up.
type ByFirst = HashMap<String, Vec<(String, Token)>>;

static AS_WRITTEN: LazyLock<ByFirst> =
    LazyLock::new(|| by_first(PHRASES.iter().map(|(phrase, token)| ((*phrase).into(), *token))));

static FOLDED: LazyLock<ByFirst> =
    LazyLock::new(|| by_first(PHRASES.iter().map(|(phrase, token)| (words::fold(phrase), *token))));

fn by_first(phrases: impl Iterator<Item = (String, Token)>) -> ByFirst {
    let mut by_first = ByFirst::new();
    for (phrase, token) in phrases {
        let first = phrase.split(' ').next().unwrap_or_default().to_owned();
        by_first.entry(first).or_default().push((phrase, token));
    }
    by_first
}

fn word(word: &str) -> Token {
    match word {
        "tháng" | "thang" | "th" => Token::Month,
        "t" => Token::Tee,
        "ngày" | "ngay" => Token::Day,
        "năm" | "nam" => Token::Year,
        "nh" => Token::SchoolYear,
        "hk" | "kỳ" | "kì" => Token::Term,
        "quý" | "quí" | "quy" | "qúy" | "qúi" | "q" => Token::Quarter,
        "tuần" | "tuan" => Token::Week,
        "thứ" => Token::Nth,
        "cn" => Token::Weekday,
        "sáng" | "trưa" | "chiều" | "tối" => Token::PartOfDay,
        "h" | "giờ" => Token::Clock,
        "phút" => Token::Minute,
        "hè" => Token::Summer,
        "gđ" => Token::Phase,
        "đợt" => Token::Round,
        "đầu" | "dau" => Token::First,
        "cuối" | "cuoi" => Token::Last,
        "từ" | "tu" => Token::From,
        "đến" | "den" | "tới" | "toi" | "hết" | "het" | "hạn" => Token::Until,
        "trước" | "truoc" => Token::Before,
        "sau" => Token::After,
        "xong" => Token::Finish,
        "hằng" | "hàng" | "hang" | "mỗi" | "moi" | "từng" => Token::Each,
        "lần" | "lan" | "buổi" | "lượt" => Token::Times,
        "và" | "va" => Token::And,
        "trừ" => Token::Except,
        "tết" => Token::Event,
        // A small L is often typed for the numeral.
        "i" | "l" => Token::Roman(1),
        "ii" | "ll" => Token::Roman(2),
        "iii" => Token::Roman(3),
        "iv" => Token::Roman(4),
        "v" => Token::Roman(5),
        "vi" => Token::Roman(6),
        "vii" => Token::Roman(7),
        "viii" => Token::Roman(8),
        "ix" => Token::Roman(9),
        "x" => Token::Roman(10),
        "xi" => Token::Roman(11),
        "xii" => Token::Roman(12),
        "một" => Token::Number(1, 1),
        "hai" => Token::Number(2, 1),
        "ba" => Token::Number(3, 1),
        "tư" | "bốn" => Token::Number(4, 1),
        "sáu" => Token::Number(6, 1),
        "bảy" | "bẩy" => Token::Number(7, 1),
        "tám" => Token::Number(8, 1),
        "chín" => Token::Number(9, 1),
        "mười" => Token::Number(10, 2),
        "trong" | "vào" | "các" | "cả" | "suốt" | "toàn" | "dịp" | "là" | "của" | "phải"
        | "lúc" => Token::Filler,
        "không" | "chưa" | "nếu" | "khi" | "hoặc" | "hay" | "tùy" | "tuỳ" | "dời" | "lùi"
        | "hoãn" | "hủy" | "huỷ" | "gia" | "thay" | "bỏ" | "khoảng" | "giữa" | "gần" | "sớm"
        | "muộn" | "chậm" | "trễ" | "âm" | "ngoài" | "quá" | "cũ" | "dừng" | "ngừng" | "nghỉ"
        | "thêm" | "nữa" | "nửa" | "trên" | "dưới" | "hơn" | "nay" => Token::Turn,
        _ => Token::Word,
    }
}

/// Stands before a word of a row that begins a line.
pub(super) const LINE_END: char = '\n';

fn bare(word: &str) -> &str {
    word.trim_start_matches(LINE_END)
}

/// "hki" is "hk" and "i"; any other word stays whole.
pub(super) fn split_word(word: String, row: &mut Vec<String>) {
    let numeral = bare(&word)
        .strip_prefix("hk")
        .filter(|rest| matches!(*rest, "i" | "ii" | "l" | "ll"))
        .map(str::to_owned);
    match numeral {
        Some(numeral) => {
            let term = word[..word.len() - numeral.len()].to_owned();
            row.extend([term, numeral]);
        }
        None => row.push(word),
    }
}

/// Names a row of words, the longest phrase first, and empties it.
pub(super) fn name_row(row: &mut Vec<String>, tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < row.len() {
        let rest = &row[at..];
        if rest[0].starts_with(LINE_END) {
            tokens.push(Token::Break);
        }
        if let Some((length, token)) = phrase(rest) {
            tokens.push(token);
            at += length;
            continue;
        }
        let mut token = word(bare(&rest[0]));
        if token == Token::Word
            && let Some((length, folded)) = folded_phrase(rest)
        {
            token = folded;
            at += length - 1;
        }
        tokens.push(token);
        at += 1;
    }
    row.clear();
}

fn phrase(rest: &[String]) -> Option<(usize, Token)> {
    let phrases = AS_WRITTEN.get(bare(rest.first()?))?;
    phrases.iter().find_map(|(phrase, token)| Some((begins(rest, phrase)?, *token)))
}

/// "thuờng xuyên", "hoc ky": a phrase of known words whose marks went astray.
fn folded_phrase(rest: &[String]) -> Option<(usize, Token)> {
    let phrases = FOLDED.get(&words::fold(bare(rest.first()?)))?;
    let longest = 5.min(rest.len());
    let folded: Vec<String> = rest[..longest].iter().map(|word| words::fold(bare(word))).collect();
    phrases.iter().find_map(|(phrase, token)| Some((begins(&folded, phrase)?, *token)))
}

/// How many words the phrase has, where the row begins with it.
fn begins(row: &[String], phrase: &str) -> Option<usize> {
    let mut length = 0;
    for word in phrase.split(' ') {
        (bare(row.get(length)?) == word).then_some(())?;
        length += 1;
    }
    Some(length)
}

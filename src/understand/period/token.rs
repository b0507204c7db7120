//! The pieces of a time phrase: numbers, known words and marks.

/// One piece of a time phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits: their value and how many there are (4 for a year).
    Number(u16, u8),
    /// I to XII.
    Roman(u8),
    /// "-", "–", "→" and every other dash.
    Dash,
    /// "/", or a point between two digits.
    Slash,
    /// What parts two phrases: , ; or a full stop inside.
    Comma,
    /// ":".
    Colon,
    /// "(" or "[".
    Open,
    /// ")" or "]".
    Close,
    /// The end of a line.
    Break,
    /// "…", "...": what follows is left open.
    Dots,
    /// "và", "&", "+".
    And,
    /// tháng, Th9.
    Month,
    /// T9, or thứ Hai written T2.
    Tee,
    /// ngày.
    Day,
    /// năm.
    Year,
    /// "năm sau", the second calendar year of the school year.
    NextYear,
    /// năm học, NH.
    SchoolYear,
    /// học kỳ, HK, kỳ.
    Term,
    /// quý, Q1.
    Quarter,
    /// tuần.
    Week,
    /// thứ Hai, Chủ nhật.
    Weekday,
    /// "thứ" before its number.
    Nth,
    /// sáng, chiều, tối.
    PartOfDay,
    /// "h", "giờ" after its number.
    Clock,
    /// "phút".
    Minute,
    /// An hour with its minutes.
    Hour,
    /// hè.
    Summer,
    /// giai đoạn, lộ trình, nhiệm kỳ.
    Phase,
    /// "đợt", before its number or a day.
    Round,
    /// "nửa đầu năm" (true), "nửa cuối năm".
    HalfYear(bool),
    /// thượng tuần, trung tuần, hạ tuần: 0 to 2.
    Third(u8),
    /// đầu.
    First,
    /// cuối.
    Last,
    /// từ, kể từ, bắt đầu, không sớm hơn.
    From,
    /// đến, đến hết, tới, chậm nhất.
    Until,
    /// trước.
    Before,
    /// sau.
    After,
    /// hoàn thành, xong.
    Finish,
    /// hằng, hàng, mỗi, từng.
    Each,
    /// lần, buổi, lượt.
    Times,
    /// thường xuyên, liên tục.
    Ongoing,
    /// hằng ngày.
    Daily,
    /// "trở đi" after a beginning.
    Onwards,
    /// "và các năm tiếp theo" after a year.
    FollowingYears,
    /// "trừ" before what is left out.
    Except,
    /// "khi có yêu cầu", "đột xuất": beside what comes back.
    OnDemand,
    /// What is done then: rà soát, nghiệm thu.
    Act,
    /// As [`Self::Act`], in brackets: a date of its own, beside the work's.
    Note,
    /// A day with a name and no fixed date: khai giảng, Tết.
    Event,
    /// "đạt Mức 2" at the end.
    Goal,
    /// A word that changes nothing: trong, vào.
    Filler,
    /// Any other word: it may name work, but no time.
    Word,
    /// A word that turns what is said: không, nếu, trừ, khoảng.
    Turn,
    /// Anything else: the phrase is not understood.
    Unknown,
}

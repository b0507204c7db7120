//! How papers name plans, days and people, in the official register; dots stand where the file
//! does not know.

use jiff::civil::Date;

use crate::document::{Piece, letterhead};
use crate::plan::fill::one_line;
use crate::plan::{
    Block, Letterhead, Level, Paragraph, Plan, PlanDate, Review, Run, TextColumn, TextRow,
    TextTable,
};
use crate::words::{self, official};

/// What the file does not know.
pub(in crate::document) const DOTS: &str = "…";

/// "Kế hoạch số 32/KH-THCSNH ngày 10 tháng 9 năm 2026"
pub(super) fn plan_cited(plan: &Plan) -> String {
    format!("Kế hoạch số {} {}", number_words(plan), plan_day(plan.date))
}

/// The number and the symbol of a paper: "32/KH-THCSNH", "…/KH-THCSNH".
#[must_use]
pub fn number_words(paper: &Plan) -> String {
    let number = pieces(&letterhead::letterhead(paper).number, "");
    number.trim_start_matches(official::NUMBER).trim().to_owned()
}

/// "Số 32/KH-THCSNH, ngày 10/9/2026"
#[must_use]
pub fn paper_cited(paper: &Plan) -> String {
    let day = paper.date.to_date().map_or_else(|| DOTS.to_owned(), words::date);
    format!("Số {}, ngày {day}", number_words(paper))
}

/// "về cải tiến chất lượng giáo dục năm học 2026 - 2027"
pub(super) fn plan_subject(plan: &Plan) -> String {
    format!("về cải tiến chất lượng giáo dục năm học {}", plan.school_year)
}

fn plan_day(date: PlanDate) -> String {
    pieces(&letterhead::date(official::DAY, date), " ")
}

fn pieces(pieces: &[Piece], between: &str) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.as_str(),
        Piece::Blank(_) => DOTS,
    });
    words.collect::<Vec<_>>().join(between)
}

/// "ngày 15 tháng 01 năm 2027", dots where no day is known.
pub(super) fn day(day: Option<Date>) -> String {
    let part = |value: Option<i8>| value.and_then(|value| u8::try_from(value).ok());
    plan_day(PlanDate {
        day: part(day.map(Date::day)),
        month: part(day.map(Date::month)),
        year: day.map(Date::year),
    })
}

/// When a closed review was held: of an open one nobody knows.
pub(super) fn held(review: &Review) -> Option<Date> {
    review.day.filter(|_| review.closed.is_some())
}

/// "cuối học kỳ I, năm học 2026 - 2027"; "cuối năm học 2026 - 2027".
pub(super) fn when(review: &Review, plan: &Plan) -> String {
    let when = words::lower_first(&one_line(&review.when));
    let year = plan.school_year;
    match when.as_str() {
        "" => format!("năm học {year}"),
        when if words::fold(when).ends_with("nam hoc") => format!("{when} {year}"),
        when if words::fold(when).contains("nam hoc") => when.to_owned(),
        when => format!("{when}, năm học {year}"),
    }
}

/// The school's name on one line.
pub(super) fn school(plan: &Plan) -> String {
    one_line(&plan.letterhead.school)
}

/// The symbol of another kind of paper: "BB-THCSNH" of "KH-THCSNH".
pub(super) fn symbol(code: &str, plan: &Plan) -> String {
    let of_plan = plan.symbol.trim().trim_start_matches('/');
    let own = of_plan.split_once('-').map(|(_, own)| own.trim()).filter(|own| !own.is_empty());
    match own.unwrap_or(plan.letterhead.code.trim()) {
        "" => code.to_owned(),
        own => format!("{code}-{own}"),
    }
}

/// Who leads the school, where one alone does: "Bà", "Đặng Thị Thu Hà", "Hiệu trưởng".
pub(super) fn head(letterhead: &Letterhead, position: &str) -> Option<(String, String)> {
    let is_head = |of: &str| words::fold(of.trim()) == words::fold(position);
    let mut heads = letterhead.leaders.iter().filter(|leader| is_head(&leader.position));
    let head = heads.next().filter(|_| heads.next().is_none())?;
    let name = one_line(&head.name);
    let titled = one_line(&format!("{} {}", head.title, name));
    (!name.is_empty()).then(|| (name, format!("{titled}, {}", head.position.trim())))
}

/// The council's secretary, where the members name one alone: the name, and all that is said.
pub(super) fn secretary(plan: &Plan) -> Option<(String, String)> {
    let of_team = plan.supervisors.iter().map(|one| {
        (one_line(&one.name), one_line(&format!("{} {}", one.title, one.name)), &*one.position)
    });
    let members = plan.working_groups.iter().flat_map(|group| &group.members);
    let of_groups = members.filter_map(|member| {
        let parts = [" - ", " – ", ", "].iter().find_map(|mark| member.name.split_once(mark));
        let (name, position) = parts?;
        let bare = name.trim().trim_start_matches("Ông ").trim_start_matches("Bà ");
        Some((one_line(bare), one_line(name), position))
    });
    let is_secretary = |position: &str| words::fold(position).contains("thu ky");
    let mut found: Vec<(String, String)> = of_team
        .chain(of_groups)
        .filter(|(name, _, position)| is_secretary(position) && !name.is_empty())
        .map(|(name, titled, position)| (name, format!("{titled}, {}", position.trim())))
        .collect();
    found.dedup_by(|(a, _), (b, _)| a == b);
    if found.len() == 1 { found.pop() } else { None }
}

/// A sum from and to: "131.400.000 đồng", "từ 17.000.000 đồng đến 19.000.000 đồng".
pub(in crate::document) fn sum(from: u64, to: u64) -> String {
    if from == to {
        words::money(from)
    } else {
        format!("từ {} đến {}", words::money(from), words::money(to))
    }
}

/// A paragraph of a level.
pub(super) fn paragraph(level: Level, text: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph::plain(level, text))
}

/// A bold line inside a part.
pub(super) fn heading(text: &str) -> Block {
    let runs = vec![Run::styled(text.to_owned(), false, false)];
    Block::Paragraph(Paragraph { level: Level::None, is_heading: true, runs })
}

/// A table of these columns, of which some stand in the middle.
pub(super) fn table(columns: &[(&str, bool)], rows: Vec<Vec<String>>) -> TextTable {
    let columns = columns
        .iter()
        .map(|(title, centred)| TextColumn { title: (*title).to_owned(), centred: *centred });
    let rows = rows.into_iter().map(|cells| TextRow { bold: false, cells });
    TextTable { columns: columns.collect(), rows: rows.collect() }
}

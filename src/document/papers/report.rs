//! Báo cáo kết quả thực hiện: in numbers, by criterion, what was not done and why, the money, what
//! comes next.
//!
//! Invariant: the table of part II, the list of part III and what is carried over in part V are
//! read from the same statuses, and so agree.

use super::facts::{Facts, Work, kind_words, or_dots, review_of, two_digits};
use super::levels::levels;
use super::words::{
    DOTS, day, held, paragraph, plan_cited, plan_subject, school, sum, symbol, table, when,
};
use super::{Reviewed, paper, signatures};
use crate::plan::fill::{KindWords, one_line};
use crate::plan::{Block, Dossier, Form, Id, Level, Paper, Plan, Review, TextRow};
use crate::understand::{Turn, turn_of};
use crate::words::{self, official};
use crate::year::money::money;

/// The report on a plan at a review of it, in the form of reports; none where the plan has no such
/// review. Its numbers are still to be given.
#[must_use]
pub fn report(dossier: &Dossier, plan: &Plan, review: Id, form: &Form) -> Option<Plan> {
    let review = review_of(plan, review)?;
    let reviewed = Reviewed::of(dossier, plan, review);
    let (then, as_found) = reviewed.get();
    let addressees = addressees(plan);
    let telling = Telling {
        dossier,
        plan,
        review,
        facts: Facts::of(then, as_found),
        addressees: &addressees,
        at_end: is_at_end(dossier, plan, review),
        people: KindWords::of(plan.letterhead.kind),
    };
    let made = paper(Paper::Report, dossier, plan, form, |key| match key {
        "organisation" => telling.organisation(),
        "results" => telling.results(),
        "unfinished" => telling.unfinished(),
        "money" => telling.money(),
        "next_year" => telling.next(),
        "proposals" => telling.proposals(),
        "closing" => vec![paragraph(
            Level::None,
            format!(
                "Trên đây là Báo cáo kết quả thực hiện Kế hoạch cải tiến chất lượng giáo dục {} của {}./.",
                telling.time(),
                school(plan)
            ),
        )],
        _ => Vec::new(),
    });
    let opening = format!(
        "Thực hiện {} của {} {}, {} báo cáo kết quả như sau:",
        plan_cited(plan),
        school(plan),
        plan_subject(plan),
        school(plan)
    );
    let Block::Paragraph(opening) = paragraph(Level::None, opening) else { return None };
    Some(Plan {
        about: Some(plan.id),
        review: Some(review.id),
        symbol: symbol(official::REPORT_CODE, plan),
        subject: vec![
            "Kết quả thực hiện Kế hoạch cải tiến chất lượng giáo dục".to_owned(),
            telling.time(),
        ],
        opening: vec![opening],
        recipients: recipients(plan, !addressees.is_empty()),
        signatures: signatures(plan),
        addressees,
        ..made
    })
}

/// Whether a review is the one of the whole year: named so, or, where none is, the last.
fn is_at_end(dossier: &Dossier, plan: &Plan, review: &Review) -> bool {
    let terms = dossier.terms(plan.school_year);
    let turn = |one: &Review| turn_of(one, &terms);
    match turn(review) {
        Some(turn) => turn == Turn::YearEnd,
        None if plan.reviews.iter().any(|one| turn(one) == Some(Turn::YearEnd)) => false,
        None => plan.reviews.last().is_none_or(|last| last.id == review.id),
    }
}

struct Telling<'a> {
    dossier: &'a Dossier,
    plan: &'a Plan,
    review: &'a Review,
    facts: Facts<'a>,
    addressees: &'a [String],
    /// The review looks back at the whole year.
    at_end: bool,
    people: KindWords,
}

impl Telling<'_> {
    /// "năm học 2026 - 2027", or before its end "cuối học kỳ I, năm học 2026 - 2027".
    fn time(&self) -> String {
        if self.at_end {
            format!("năm học {}", self.plan.school_year)
        } else {
            when(self.review, self.plan)
        }
    }

    fn organisation(&self) -> Vec<Block> {
        let works = &self.facts.works;
        let terms = self.facts.dossier.terms(self.plan.school_year);
        let led = works.iter().filter(|work| work.item.people().lead.is_some()).count();
        let dated = works.iter();
        let dated =
            dated.filter(|work| work.item.period(self.plan.school_year, &terms).understood());
        let mut blocks = vec![numbered(format!(
            "Kế hoạch có {} nội dung cải tiến; {} nội dung đã phân công người chủ trì, {} nội dung đã xác định thời gian thực hiện.",
            two_digits(works.len()),
            two_digits(led),
            two_digits(dated.count())
        ))];
        let mut told = self.plan.closed_reviews();
        told.reverse();
        // What was held after this one nobody knew of.
        told.retain(|one| {
            one.id != self.review.id && (self.review.day.is_none() || one.day <= self.review.day)
        });
        told.push(self.review);
        let each = told.iter().map(|one| {
            let name = match one_line(&one.when) {
                name if name.is_empty() => DOTS.to_owned(),
                name => words::lower_first(&name),
            };
            format!("{name}, {}", day(held(one)))
        });
        blocks.push(numbered(format!(
            "Việc thực hiện Kế hoạch được rà soát {} lần: {}.",
            two_digits(told.len()),
            each.collect::<Vec<_>>().join("; ")
        )));
        let amended: Vec<String> = self
            .dossier
            .amendments(self.plan.id)
            // One that is still being written amends nothing yet.
            .filter(|one| one.issued.is_some() || !one.number.trim().is_empty())
            .map(|one| plan_cited(one))
            .collect();
        if !amended.is_empty() {
            blocks.push(numbered(format!(
                "Kế hoạch được điều chỉnh, bổ sung {} lần, tại {}.",
                two_digits(amended.len()),
                amended.join("; ")
            )));
        }
        blocks
    }

    fn results(&self) -> Vec<Block> {
        let mut counted = self.facts.counted();
        if let Some(first) = counted.get(..1).map(str::to_uppercase) {
            counted.replace_range(..1, &first);
        }
        if self.facts.works.is_empty() {
            return vec![numbered(format!("{counted}."))];
        }
        let mut blocks = vec![
            numbered(format!("{counted}. Kết quả theo tiêu chuẩn:")),
            Block::Table(self.by_standard()),
        ];
        if let Some(table) = levels(self.dossier, self.plan, &self.facts) {
            blocks.push(numbered(
                "Mức đạt được của các tiêu chí trước và sau khi thực hiện Kế hoạch:".to_owned(),
            ));
            blocks.push(Block::Table(table));
        }
        let told = self.facts.works.iter().filter(|work| {
            let item = work.item;
            let is_written = |text: &str| !text.trim().is_empty();
            !work.is_unfinished(self.at_end)
                && (is_written(&item.result) || is_written(&item.proof))
        });
        let rows: Vec<Vec<String>> = told
            .enumerate()
            .map(|(at, work)| {
                vec![
                    (at + 1).to_string(),
                    work.name.clone(),
                    kind_words(work.item.status).to_owned(),
                    one_line(&work.item.result),
                    one_line(&work.item.proof),
                ]
            })
            .collect();
        if !rows.is_empty() {
            blocks.push(numbered("Kết quả cụ thể của các nội dung:".to_owned()));
            let columns = [
                ("TT", true),
                ("Nội dung cải tiến", false),
                ("Mức độ thực hiện", false),
                ("Kết quả thực hiện", false),
                ("Minh chứng", false),
            ];
            blocks.push(Block::Table(table(&columns, rows)));
        }
        blocks
    }

    /// How many of each kind, by standard, and their sums.
    fn by_standard(&self) -> crate::plan::TextTable {
        let facts = &self.facts;
        let kinds = facts.kinds();
        let counts = |of: &[usize]| {
            let each = kinds.iter().map(|kind| facts.count(of, *kind).to_string());
            std::iter::once(of.len().to_string()).chain(each).collect::<Vec<_>>()
        };
        let rows = facts.standards.iter().enumerate().map(|(at, (title, of))| {
            let title = if title.is_empty() { "Nội dung khác" } else { title };
            let mut cells = vec![(at + 1).to_string(), title.to_owned()];
            cells.extend(counts(of));
            cells
        });
        let titles = kinds.iter().map(|kind| (kind_words(*kind), true));
        let columns: Vec<(&str, bool)> =
            [("TT", true), ("Tiêu chuẩn", false), ("Số nội dung", true)]
                .into_iter()
                .chain(titles)
                .collect();
        let mut made = table(&columns, rows.collect());
        let all: Vec<usize> = (0..facts.works.len()).collect();
        let mut cells = vec![String::new(), "Tổng số".to_owned()];
        cells.extend(counts(&all));
        made.rows.push(TextRow { bold: true, cells });
        made
    }

    fn unfinished(&self) -> Vec<Block> {
        let works = self.facts.works.iter().filter(|work| work.is_unfinished(self.at_end));
        let rows: Vec<Vec<String>> = works
            .enumerate()
            .map(|(at, work)| {
                vec![
                    (at + 1).to_string(),
                    work.name.clone(),
                    kind_words(work.item.status).to_owned(),
                    one_line(&work.item.result),
                    or_dots(&work.item.reason),
                ]
            })
            .collect();
        if rows.is_empty() {
            return vec![paragraph(
                Level::None,
                "Không có nội dung chưa hoàn thành hoặc không thực hiện.",
            )];
        }
        let columns = [
            ("TT", true),
            ("Nội dung cải tiến", false),
            ("Mức độ thực hiện", false),
            ("Kết quả đã đạt", false),
            ("Nguyên nhân", false),
        ];
        vec![
            paragraph(
                Level::None,
                format!(
                    "Có {} nội dung chưa hoàn thành{} không thực hiện:",
                    two_digits(rows.len()),
                    if self.facts.has_untold() && self.at_end {
                        ", chưa ghi mức độ thực hiện hoặc"
                    } else {
                        " hoặc"
                    }
                ),
            ),
            Block::Table(table(&columns, rows)),
        ]
    }

    /// What was planned, and what was used as far as it was noted: never the one in parts of the
    /// other.
    fn money(&self) -> Vec<Block> {
        let all = money(self.facts.dossier, self.facts.plan).all;
        let uncounted = |count: usize| match count {
            0 => String::new(),
            count => format!("; chưa tính {} nội dung không có số", two_digits(count)),
        };
        let counted = all.planned.items > all.planned.uncounted;
        let planned = if counted {
            let sum = sum(all.planned.from, all.planned.to);
            format!("Kinh phí dự kiến: {sum}{}.", uncounted(all.planned.uncounted))
        } else {
            format!("Kinh phí dự kiến: {DOTS} đồng.")
        };
        let noted = all.spent.items > all.spent.uncounted;
        let used = if noted {
            format!(
                "Kinh phí đã sử dụng: {}, ghi nhận ở {} nội dung.",
                sum(all.spent.from, all.spent.to),
                two_digits(all.spent.items - all.spent.uncounted)
            )
        } else {
            format!("Kinh phí đã sử dụng: {DOTS} đồng.")
        };
        vec![numbered(planned), numbered(used)]
    }

    fn next(&self) -> Vec<Block> {
        let next = crate::plan::SchoolYear::starting(self.plan.school_year.second());
        let next = next.map_or_else(|| DOTS.to_owned(), |year| year.to_string());
        let carried: Vec<&Work<'_>> =
            self.facts.works.iter().filter(|work| work.is_carried_over()).collect();
        let mut blocks = Vec::new();
        let count = two_digits(carried.len());
        let untold =
            if self.facts.has_untold() { ", chưa ghi mức độ thực hiện" } else { "" };
        if !carried.is_empty() {
            blocks.push(numbered(if self.at_end {
                format!(
                    "Đưa {count} nội dung chưa hoàn thành{untold} hoặc đang thực hiện vào Kế hoạch cải tiến chất lượng giáo dục năm học {next}:"
                )
            } else {
                format!("Tiếp tục thực hiện {count} nội dung của Kế hoạch:")
            }));
            let last = carried.len() - 1;
            blocks.extend(carried.iter().enumerate().map(|(at, work)| {
                let stop = if at == last { "." } else { ";" };
                let name = work.name.trim_end_matches(['.', ';']);
                paragraph(Level::Dash, format!("{name}{stop}"))
            }));
        }
        blocks.push(numbered(format!(
            "Căn cứ kết quả tự đánh giá và rà soát, {} xác định các vấn đề trọng tâm cần cải tiến, tiếp tục nâng cao {}.",
            self.people.unit, self.people.quality
        )));
        blocks
    }

    /// What the authority over the school is asked for, of what was not done.
    fn proposals(&self) -> Vec<Block> {
        let whom = match self.addressees {
            [] => "cơ quan quản lý trực tiếp".to_owned(),
            all => all.join(", "),
        };
        let unfinished = self.facts.works.iter().any(|work| work.is_unfinished(self.at_end));
        let asked = if unfinished {
            format!(
                "Đề nghị {whom} xem xét, tạo điều kiện để {} hoàn thành các nội dung nêu trên; cụ thể: {DOTS}",
                self.people.unit
            )
        } else {
            format!("Đề nghị {whom}: {DOTS}")
        };
        vec![paragraph(Level::None, asked)]
    }
}

fn numbered(text: String) -> Block {
    paragraph(Level::Number, text)
}

/// Whom the plan was sent to for a report: "(để b/c)"; the names in full.
fn addressees(plan: &Plan) -> Vec<String> {
    let lines = plan.recipients.iter().flat_map(|line| line.lines());
    let reported = lines.filter_map(|line| {
        let (whom, purpose) = line.split_once('(')?;
        words::fold(purpose).contains("b/c").then(|| one_line(whom.trim_start_matches(['-', ' '])))
    });
    let in_full = |whom: String| {
        let short = [("UBND ", "Ủy ban nhân dân "), ("Sở GDĐT", "Sở Giáo dục và Đào tạo")];
        let found = short
            .iter()
            .find_map(|(short, long)| whom.strip_prefix(short).map(|rest| format!("{long}{rest}")));
        found.unwrap_or(whom)
    };
    reported.filter(|whom| !whom.is_empty()).map(in_full).collect()
}

/// "Như trên", then those of the plan who are to know of it, the archive last.
fn recipients(plan: &Plan, addressed: bool) -> Vec<String> {
    let lines = plan.recipients.iter().flat_map(|line| line.lines()).map(one_line);
    let reported = |line: &String| addressed && words::fold(line).contains("b/c");
    let others = lines.filter(|line| !line.is_empty()).filter(|line| !reported(line));
    let informed = others.map(|line| line.replace("(để t/h)", "(để biết)"));
    addressed.then(|| "Như trên".to_owned()).into_iter().chain(informed).collect()
}

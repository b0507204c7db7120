//! Hồ sơ cải tiến chất lượng ba năm: what a school shows of three years in a row, side by side,
//! the list of its papers, and what they lack.
//!
//! Invariant: nothing depends on the day on which it is made; what is not there yet is not there.

use super::papers::{DOTS, number_words, paper_cited, sum};
use super::{
    Block, Cell, Document, Role, Table, TableColumn, TableRow, Text, foot, head, letterhead,
};
use crate::plan::fill::one_line;
use crate::plan::number::Marker;
use crate::plan::{Dossier, Id, Paper, Plan, PlanDate, Run};
use crate::understand::{Totals, Turn};
use crate::words;
use crate::year::three::{
    Evaluated, Missing, PlanOfYear, ProofYear, ReviewOfYear, Statuses, three_years,
};

/// There is none.
const NONE: &str = "Chưa có";

/// The three years that end with that of a plan, as one document.
#[must_use]
pub fn three_years_document(dossier: &Dossier, plan: &Plan) -> Document {
    let years = three_years(dossier, plan);
    let telling = Telling { dossier, years: &years };
    let span = years
        .first()
        .zip(years.last())
        .map(|(first, last)| format!("Từ năm học {} đến năm học {}", first.year, last.year));
    // It is a paper of its own: number and day are still to be given.
    let cover = Plan {
        paper: Paper::Plan,
        number: String::new(),
        symbol: String::new(),
        date: PlanDate::default(),
        doc_type: "HỒ SƠ".to_owned(),
        subject: std::iter::once("Cải tiến chất lượng giáo dục ba năm học".to_owned())
            .chain(span)
            .collect(),
        addressees: Vec::new(),
        recipients: vec!["Lưu: VT, hồ sơ".to_owned()],
        ..plan.clone()
    };
    let mut blocks = head(&cover);
    let parts = [
        ("Kết quả từng năm học", vec![Block::Table(telling.side_by_side())]),
        ("Danh mục văn bản", vec![Block::Table(telling.papers())]),
        ("Văn bản, số liệu còn thiếu", telling.lacking()),
    ];
    for (at, (title, body)) in parts.into_iter().enumerate() {
        blocks.push(Block::Paragraph(Text {
            marker: Marker::Roman(at + 1),
            runs: vec![Run::styled(title.to_owned(), true, false)],
            role: Role::PartHeading,
            outline: 1,
        }));
        blocks.extend(body);
    }
    blocks.extend(foot(&cover));
    Document {
        title: letterhead::title_words(&cover),
        author: letterhead::lines(&plan.letterhead.school).collect::<Vec<_>>().join(" "),
        blocks,
        page: plan.options.page,
    }
}

struct Telling<'a> {
    dossier: &'a Dossier,
    years: &'a [ProofYear],
}

impl Telling<'_> {
    /// A column a year, a row for each thing that is shown.
    fn side_by_side(&self) -> Table {
        let years = self.years.iter().map(|one| (format!("Năm học {}", one.year), false));
        let columns = std::iter::once(("Nội dung".to_owned(), false)).chain(years);
        let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
        let mut add = |title, tell: &dyn Fn(&ProofYear) -> String| {
            rows.push((title, self.years.iter().map(tell).collect()));
        };
        let of_plan = |tell: &dyn Fn(&PlanOfYear) -> String, year: &ProofYear| {
            year.plan.as_ref().map_or_else(|| NONE.to_owned(), tell)
        };
        add("Kế hoạch", &|year| of_plan(&|plan| self.plan(plan), year));
        add("Điều chỉnh, bổ sung", &|year| {
            of_plan(&|plan| self.each(&plan.supplements, "Không"), year)
        });
        let turns = [
            ("Rà soát cuối học kỳ I", Some(Turn::Term)),
            ("Rà soát cuối năm học", Some(Turn::YearEnd)),
            ("Rà soát khác", None),
        ];
        let plans = || self.years.iter().filter_map(|year| year.plan.as_ref());
        for (title, turn) in turns {
            let is_it = |one: &ReviewOfYear| one.held && one.turn == turn;
            if turn.is_some() || plans().any(|plan| plan.reviews.iter().any(is_it)) {
                add(title, &|year| of_plan(&|plan| self.reviews(plan, &is_it), year));
            }
        }
        add("Báo cáo kết quả", &|year| {
            of_plan(&|plan| self.each(plan.report.as_slice(), NONE), year)
        });
        add("Kết quả thực hiện", &|year| of_plan(&|plan| came_of(&plan.statuses), year));
        add("Kinh phí dự kiến", &|year| of_plan(&|plan| cost(&plan.money.planned), year));
        add("Kinh phí đã sử dụng", &|year| of_plan(&|plan| cost(&plan.money.spent), year));
        add("Tự đánh giá làm cơ sở", &|year| self.level(year.before.as_ref()));
        add("Tự đánh giá cuối năm học", &|year| self.level(year.after.as_ref()));
        let rows = rows.into_iter().map(|(title, cells)| {
            let title = Cell { bold: true, ..cell(title.to_owned()) };
            TableRow::Cells(std::iter::once(title).chain(cells.into_iter().map(cell)).collect())
        });
        table(columns, rows.collect())
    }

    fn paper(&self, id: Id) -> Option<&Plan> {
        self.dossier.plan(id).map(AsRef::as_ref)
    }

    fn plan(&self, plan: &PlanOfYear) -> String {
        let cited = self.paper(plan.id).map(paper_cited).unwrap_or_default();
        format!("{cited}\n{} nội dung", plan.statuses.all)
    }

    fn each(&self, papers: &[Id], none: &str) -> String {
        let cited = papers.iter().filter_map(|id| self.paper(*id)).map(paper_cited);
        let lines: Vec<String> = cited.collect();
        if lines.is_empty() { none.to_owned() } else { lines.join("\n") }
    }

    fn reviews(&self, plan: &PlanOfYear, is_it: &dyn Fn(&ReviewOfYear) -> bool) -> String {
        let Some(of) = self.paper(plan.id) else { return NONE.to_owned() };
        let held = plan.reviews.iter().filter(|one| is_it(one));
        let told = held.filter_map(|one| {
            let review = of.reviews.iter().find(|review| review.id == one.id)?;
            let minutes = one.minutes.and_then(|id| self.paper(id));
            let minutes = minutes.map(|paper| format!("\nBiên bản số {}", number_words(paper)));
            let day = review.day.map_or_else(|| DOTS.to_owned(), words::date);
            Some(format!("Ngày {day}{}", minutes.unwrap_or_default()))
        });
        let lines: Vec<String> = told.collect();
        if lines.is_empty() { NONE.to_owned() } else { lines.join("\n") }
    }

    fn level(&self, of: Option<&Evaluated>) -> String {
        let Some(of) = of else { return NONE.to_owned() };
        let level = match of.outcome.told() {
            None => "Chưa đủ để kết luận".to_owned(),
            Some(0) => "Không đạt Mức 1".to_owned(),
            Some(level) => format!("Mức {level}"),
        };
        let catalogue = self.dossier.catalogues.iter().find(|one| one.id == of.catalogue);
        let by = catalogue.map(|one| {
            let amended =
                one.amended_by.as_ref().map(|by| format!(", sửa đổi tại Thông tư số {by}"));
            format!("\ntheo Thông tư số {}{}", one.circular, amended.unwrap_or_default())
        });
        format!("{level}{}", by.unwrap_or_default())
    }

    /// Every paper of the three years, with its signed scan.
    fn papers(&self) -> Table {
        let mut rows: Vec<TableRow> = Vec::new();
        for year in self.years {
            for (nth, paper) in year.papers().iter().filter_map(|id| self.paper(*id)).enumerate() {
                let scans = paper.scans.iter().map(|scan| one_line(&scan.name));
                let scans: Vec<String> = scans.collect();
                let texts = [
                    (rows.len() + 1).to_string(),
                    year.year.to_string(),
                    letterhead::title_words(paper),
                    number_words(paper),
                    paper.date.to_date().map_or_else(|| DOTS.to_owned(), words::date),
                    if scans.is_empty() { NONE.to_owned() } else { scans.join("\n") },
                ];
                let mut cells = texts.map(cell).to_vec();
                cells[1].merged_above = nth > 0;
                rows.push(TableRow::Cells(cells));
            }
        }
        let columns = [
            ("TT", true),
            ("Năm học", false),
            ("Tên văn bản", false),
            ("Số, ký hiệu", false),
            ("Ngày ban hành", true),
            ("Bản đã ký, đóng dấu", false),
        ];
        table(columns.map(|(title, centred)| (title.to_owned(), centred)), rows)
    }

    /// A line a year that lacks something.
    fn lacking(&self) -> Vec<Block> {
        let lines = self.years.iter().filter_map(|year| {
            let mut lacks: Vec<String> =
                year.lacks.iter().map(|lack| self.missing(year, lack.what)).collect();
            match year.unscanned(self.dossier).len() {
                0 => {}
                count => lacks.push(format!("bản đã ký, đóng dấu của {count:02} văn bản")),
            }
            let lacks = lacks.join("; ");
            (!lacks.is_empty()).then(|| (Marker::Dash, format!("Năm học {}: {lacks}.", year.year)))
        });
        let mut lines: Vec<(Marker, String)> = lines.collect();
        if lines.is_empty() {
            lines.push((Marker::None, "Không có.".to_owned()));
        }
        let paragraph = |(marker, text): (Marker, String)| {
            Block::Paragraph(Text { marker, runs: vec![Run::plain(&text)], ..Text::default() })
        };
        lines.into_iter().map(paragraph).collect()
    }

    fn missing(&self, year: &ProofYear, what: Missing) -> String {
        let held = |id: Id| {
            let plan = year.plan.as_ref().and_then(|plan| self.paper(plan.id));
            let review = plan?.reviews.iter().find(|review| review.id == id)?;
            Some(words::lower_first(&one_line(&review.when))).filter(|when| !when.is_empty())
        };
        match what {
            Missing::Plan => "kế hoạch".to_owned(),
            Missing::Issue(_) => "bản kế hoạch đã ban hành".to_owned(),
            Missing::Review(Turn::Term, _) => "lần rà soát cuối học kỳ I".to_owned(),
            Missing::Review(Turn::YearEnd, _) => "lần rà soát cuối năm học".to_owned(),
            Missing::Minutes(review) => {
                let when = held(review).map(|when| format!(" {when}"));
                format!("biên bản rà soát{}", when.unwrap_or_default())
            }
            Missing::Statuses(count) => format!("mức độ thực hiện của {count:02} nội dung"),
            Missing::Report => "báo cáo kết quả thực hiện".to_owned(),
            Missing::Evaluation => "kết quả tự đánh giá cuối năm học".to_owned(),
        }
    }
}

/// "22/25 nội dung hoàn thành", then the rest.
fn came_of(of: &Statuses) -> String {
    let rest = [
        (of.under_way, "đang thực hiện"),
        (of.not_done, "chưa hoàn thành"),
        (of.not_started, "chưa thực hiện"),
        (of.dropped, "không thực hiện"),
        (of.untold, "chưa ghi mức độ"),
    ];
    let rest = rest.into_iter().filter(|(count, _)| *count > 0);
    let rest: Vec<String> = rest.map(|(count, what)| format!("{count} {what}")).collect();
    let line = if rest.is_empty() { String::new() } else { format!("\n{}", rest.join(", ")) };
    format!("{}/{} nội dung hoàn thành{line}", of.done, of.all)
}

fn cost(of: &Totals) -> String {
    let counted = of.items - of.uncounted;
    if counted == 0 {
        return DOTS.to_owned();
    }
    let rest = match of.uncounted {
        0 => String::new(),
        count => format!("\nchưa tính {count} nội dung không có số"),
    };
    format!("{}{rest}", sum(of.from, of.to))
}

fn table(columns: impl IntoIterator<Item = (String, bool)>, rows: Vec<TableRow>) -> Table {
    let columns = columns.into_iter().map(|(title, centred)| TableColumn {
        title,
        centred,
        width_permille: None,
    });
    Table { columns: columns.collect(), rows, ..Table::default() }
}

fn cell(text: String) -> Cell {
    Cell { text, ..Cell::default() }
}

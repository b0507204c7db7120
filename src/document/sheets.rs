//! Sheets made of a plan: who does what, what proof there is, what it costs; and its deadlines.

use jiff::civil::Date;

use super::{
    Block, Cell, Document, Role, Table, TableColumn, TableRow, Text, appendix, letterhead,
    signatures,
};
use crate::plan::fill::one_line;
use crate::plan::{Dossier, Item, Plan, Run, Status};
use crate::timeline::{By, Groups, short_name};
use crate::understand::Totals;
use crate::words::{self, official, order};
use crate::year::money::{BudgetYear, Sums, money};

/// What one who leads is given.
const TASK_SHEET: &str = "Phiếu giao việc";

/// A deadline of a plan's work, for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Names it: of the same work it is the same each time.
    pub uid: String,
    /// The last day on which the work is in time.
    pub day: Date,
    /// What is to be done.
    pub summary: String,
    /// Who leads it, and with whom.
    pub description: String,
}

/// The work of a plan by who leads it.
fn tasks<'a>(dossier: &'a Dossier, plan: &'a Plan) -> Vec<(String, Vec<&'a Item>)> {
    let mut groups = Groups::new(dossier, plan, By::Person);
    for row in &plan.rows {
        groups.pass(row);
        if let Some(item) = row.as_item()
            && !short_name(dossier, plan, item).is_empty()
        {
            groups.add(item, &**item);
        }
    }
    groups.finish()
}

/// Those who lead work of a plan, in the order of names.
#[must_use]
pub fn task_leads(dossier: &Dossier, plan: &Plan) -> Vec<String> {
    let leads = tasks(dossier, plan).into_iter().map(|(lead, _)| lead);
    leads.filter(|lead| !lead.is_empty()).collect()
}

/// Bảng phân công nhiệm vụ: one table for all, or for one who leads alone (Phiếu giao việc).
#[must_use]
pub fn tasks_document(dossier: &Dossier, plan: &Plan, whom: Option<&str>) -> Document {
    let wanted = |lead: &str| whom.is_none_or(|whom| words::fold(whom) == words::fold(lead));
    let groups = tasks(dossier, plan).into_iter().filter(|(lead, _)| wanted(lead));
    let mut rows = Vec::new();
    for (lead, items) in groups {
        for (nth, item) in items.into_iter().enumerate() {
            let partners = item.people().expand(&dossier.abbreviations).partners.join(", ");
            let evidence = one_line(&item.evidence);
            let proof = if evidence.is_empty() { one_line(&item.indicator) } else { evidence };
            let mut cells = vec![cell((rows.len() + 1).to_string()), cell(lead.clone())];
            cells[1].merged_above = nth > 0 && !lead.is_empty();
            let texts = [
                short_name(dossier, plan, item),
                one_line(&item.target),
                one_line(&item.time.typed),
                partners,
                proof,
                String::new(),
            ];
            cells.extend(texts.map(cell));
            rows.push(TableRow::Cells(cells));
        }
    }
    let titles = [
        "TT",
        "Người chủ trì",
        "Nhiệm vụ",
        "Kết quả cần đạt",
        "Thời hạn",
        "Phối hợp",
        "Minh chứng phải nộp",
        "Ký nhận",
    ];
    // On every page it says whose work it is.
    let table = Table { merged_again: true, ..table(&titles, &[0], rows, true) };
    let table = Block::Table(table);
    let heading = match whom {
        None => "BẢNG PHÂN CÔNG NHIỆM VỤ".to_owned(),
        Some(whom) => format!("{}\n{}", words::upper(TASK_SHEET), one_line(whom)),
    };
    let mut made = sheet(plan, &heading, vec![table]);
    let mut foot = signatures::signatures(plan);
    if let Some(foot) = &mut foot {
        foot.recipients.clear();
        foot.recipients_below = false;
    }
    made.blocks.extend(foot.filter(|foot| !foot.blocks.is_empty()).map(Block::Signatures));
    made
}

/// A Phiếu giao việc for each who leads, each on pages of its own.
#[must_use]
pub fn task_sheets_document(dossier: &Dossier, plan: &Plan) -> Document {
    let mut all = Document::default();
    for lead in task_leads(dossier, plan) {
        let sheet = tasks_document(dossier, plan, Some(&lead));
        if all.blocks.is_empty() {
            let title = format!("{TASK_SHEET} năm học {}", plan.school_year);
            all = Document { title, ..sheet };
        } else {
            all.blocks.push(Block::NewSheet);
            all.blocks.extend(sheet.blocks);
        }
    }
    if all.blocks.is_empty() { tasks_document(dossier, plan, None) } else { all }
}

/// How much work of a plan names nobody who leads it: it stands on no sheet of theirs.
#[must_use]
pub fn led_by_nobody(dossier: &Dossier, plan: &Plan) -> usize {
    let groups = tasks(dossier, plan).into_iter();
    groups.filter(|(lead, _)| lead.is_empty()).map(|(_, items)| items.len()).sum()
}

/// Danh mục minh chứng: what was named as proof of the work, and of the self-evaluation of the
/// plan's year; number, day and place are written by hand.
#[must_use]
pub fn evidence_document(dossier: &Dossier, plan: &Plan) -> Document {
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |proof: String, of: &str| {
        // The same piece proves several things, and is kept once.
        let at = named.iter().position(|(known, _)| *known == proof).unwrap_or_else(|| {
            named.push((proof, Vec::new()));
            named.len() - 1
        });
        if let Some((_, all)) = named.get_mut(at)
            && !all.iter().any(|known| known == of)
        {
            all.push(of.to_owned());
        }
    };
    for item in plan.items() {
        let of = short_name(dossier, plan, item);
        pieces(&item.proof).for_each(|proof| add(proof, &of));
    }
    let ratings = dossier.evaluation(plan.school_year).map(|one| one.ratings.iter());
    for rating in ratings.into_iter().flatten() {
        let of = match rating.code.strip_prefix("M4.") {
            Some(number) => format!("Tiêu chí {number} (Mức 4)"),
            None => format!("Tiêu chí {}", rating.code),
        };
        pieces(&rating.evidence).for_each(|proof| add(proof, &of));
    }
    order::by_key(&mut named, |(proof, _)| {
        let code = code_of(proof);
        (code.is_empty(), code)
    });
    let rows = named.into_iter().enumerate().map(|(at, (proof, of))| {
        let texts = [(at + 1).to_string(), proof, String::new(), String::new(), of.join("; ")];
        TableRow::Cells(texts.map(cell).to_vec())
    });
    let titles =
        ["TT", "Mã, tên minh chứng", "Số, ngày ban hành", "Nơi lưu trữ", "Của nội dung, tiêu chí"];
    let rows: Vec<TableRow> = rows.collect();
    let told = if rows.is_empty() {
        paragraph("Chưa ghi minh chứng nào.", Role::Centred, false, 0)
    } else {
        Block::Table(table(&titles, &[0], rows, false))
    };
    sheet(plan, "DANH MỤC MINH CHỨNG", vec![told])
}

/// Phụ lục kinh phí: by standard, by source, by budget year; each adds up to the whole.
#[must_use]
pub fn money_document(dossier: &Dossier, plan: &Plan) -> Document {
    let money = money(dossier, plan);
    let mut blocks = Vec::new();
    let mut add = |heading: &str, title: &str, lines: Vec<(String, Sums)>| {
        blocks.push(paragraph(heading, Role::Heading, true, 0));
        let sum = std::iter::once(("Tổng số".to_owned(), money.all));
        let rows = lines.into_iter().map(|line| (line, false)).chain(sum.map(|line| (line, true)));
        let rows = rows.enumerate().map(|(at, ((name, sums), bold))| {
            let number = if bold { String::new() } else { (at + 1).to_string() };
            let texts = [
                number,
                name,
                sums.planned.items.to_string(),
                span(&sums.planned),
                span(&sums.spent),
                uncounted(&sums.planned),
            ];
            TableRow::Cells(texts.map(|text| Cell { bold, ..cell(text) }).to_vec())
        });
        let titles = ["TT", title, "Số nội dung", "Dự kiến (đồng)", "Đã sử dụng (đồng)", "Ghi chú"];
        blocks.push(Block::Table(table(&titles, &[0, 2, 3, 4], rows.collect(), false)));
    };
    let or = |name: String, none: &str| if name.is_empty() { none.to_owned() } else { name };
    let standards = money.standards.into_iter();
    let standards = standards.map(|(name, sums)| (or(name, "Nội dung khác"), sums));
    add("Theo tiêu chuẩn", "Tiêu chuẩn", standards.collect());
    let sources = money.sources.into_iter();
    let sources = sources.map(|(names, sums)| (or(names.join(", "), "Chưa ghi nguồn"), sums));
    add("Theo nguồn kinh phí", "Nguồn", sources.collect());
    let years = money.years.into_iter().map(|(year, sums)| {
        let name = match year {
            BudgetYear::In(year) => format!("Năm {year}"),
            BudgetYear::Over(first, last) => format!("Từ năm {first} đến năm {last}"),
            BudgetYear::Unknown => "Chưa rõ thời gian".to_owned(),
        };
        (name, sums)
    });
    add("Theo năm ngân sách", "Năm ngân sách", years.collect());
    sheet(plan, "TỔNG HỢP KINH PHÍ THỰC HIỆN", blocks)
}

/// The deadlines of what is neither done nor given up, the nearest first; work that comes back
/// has none.
#[must_use]
pub fn deadlines(dossier: &Dossier, plan: &Plan) -> Vec<Deadline> {
    let terms = dossier.terms(plan.school_year);
    let open =
        plan.items().filter(|item| !matches!(item.status, Some(Status::Done | Status::Dropped)));
    let mut all: Vec<Deadline> = open
        .filter_map(|item| {
            let period = item.period(plan.school_year, &terms);
            let end = period.end.filter(|_| period.recurs.is_none())?;
            let day = if period.before { end.yesterday().unwrap_or(end) } else { end };
            let people = item.people().expand(&dossier.abbreviations);
            let lead = people.lead.map(|lead| format!("Chủ trì: {lead}"));
            let partners = people.partners.join(", ");
            let partners = (!partners.is_empty()).then(|| format!("Phối hợp: {partners}"));
            Some(Deadline {
                uid: format!("{}-{}-{}", plan.school_year.first(), plan.id, item.id),
                day,
                summary: short_name(dossier, plan, item),
                description: lead.into_iter().chain(partners).collect::<Vec<_>>().join("\n"),
            })
        })
        .filter(|one| !one.summary.is_empty())
        .collect();
    order::by_key(&mut all, |one| one.day);
    all
}

/// What goes with a plan on sheets of its own: "Phụ lục", its title, the paper it goes with.
fn sheet(plan: &Plan, heading: &str, rest: Vec<Block>) -> Document {
    let mut blocks = vec![paragraph(official::APPENDIX, Role::Centred, true, 0)];
    let last = heading.lines().count();
    for (at, line) in heading.lines().enumerate() {
        blocks.push(paragraph(line, Role::Centred, true, u8::from(at + 1 == last)));
    }
    blocks.push(appendix::note(plan));
    blocks.extend(rest);
    let author = letterhead::lines(&plan.letterhead.school).collect::<Vec<_>>().join(" ");
    let title = heading.lines().next().unwrap_or_default().to_owned();
    Document { title, author, blocks, page: plan.options.page }
}

fn paragraph(text: &str, role: Role, bold: bool, outline: u8) -> Block {
    let runs = vec![Run::styled(text.to_owned(), bold, false)];
    Block::Paragraph(Text { runs, role, outline, ..Text::default() })
}

fn table(titles: &[&str], centred: &[usize], rows: Vec<TableRow>, across: bool) -> Table {
    let columns = titles.iter().enumerate().map(|(at, title)| TableColumn {
        title: (*title).to_owned(),
        centred: centred.contains(&at),
        width_permille: None,
    });
    Table { columns: columns.collect(), rows, across, ..Table::default() }
}

fn cell(text: String) -> Cell {
    Cell { text, ..Cell::default() }
}

/// A sum as a table writes it; empty where none is known.
fn span(totals: &Totals) -> String {
    match (totals.items > totals.uncounted, totals.from == totals.to) {
        (false, _) => String::new(),
        (true, true) => words::number(totals.from),
        (true, false) => {
            format!("{} - {}", words::number(totals.from), words::number(totals.to))
        }
    }
}

fn uncounted(totals: &Totals) -> String {
    match totals.uncounted {
        0 => String::new(),
        count => format!("Chưa tính {count} mục không có số"),
    }
}

/// The numbers of a code, by which a list of proof stands in order: of "[H1-1.10-02]" 1, 1, 10
/// and 2; none of what has no code.
fn code_of(proof: &str) -> Vec<u32> {
    let code = proof.trim_start_matches('[');
    let code = code.split([']', ' ', ',']).next().unwrap_or_default();
    let letters = code.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    if letters.len() == code.len() || !letters.starts_with(|digit: char| digit.is_ascii_digit()) {
        return Vec::new();
    }
    let numbers = code.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter_map(|number| number.parse().ok()).collect()
}

/// What was named as proof, each by itself: "[H1-1.3-02]; [H1-1.3-03]", or one a line.
fn pieces(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(['\n', ';']).map(one_line).filter(|piece| !piece.is_empty())
}

//! A dossier with something in every table, and a folder to keep files in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use caitien::library::{FORM_2_2026, NARRATIVE};
use caitien::plan::{
    Abbreviation, Band, Block, Bytes, Catalogue, ColumnSetting, Criterion, Dossier, Evaluation,
    Event, Field, Form, FormId, Frozen, Group, GroupNumber, Id, Item, Leader, Letterhead, Level,
    LevelFour, LogEntry, Member, Money, PageLook, Paper, Paragraph, Part, Per, Period, Plan,
    PlanDate, Problem, Rating, Recurs, Review, Row, Run, RunField, Scan, SchoolYear, ScreenWidth,
    SetAside, Shown, Signature, Standard, Status, Supervisor, TableKind, TableSetting, TermDates,
    TextColumn, TextRow, TextTable, Typed, Within, WorkingGroup,
};
use caitien::platform::file_identity;
use caitien::store::{self, Store, StoreError};
use jiff::civil::DateTime;

/// Opens a file as the program does.
pub fn open(path: &Path) -> Result<(Store, Arc<Dossier>), StoreError> {
    store::open(path, file_identity)
}

/// A folder and in it a file that holds [`dossier`].
pub fn file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, &dossier(), file_identity).unwrap());
    (folder, path)
}

/// How often something is tried: seldom in every run, all of it by `CRASHES=all`.
pub fn how_many(few: usize, all: usize) -> usize {
    let wanted = std::env::var_os("CRASHES").is_some_and(|which| which == "all");
    if wanted { all } else { few }
}

/// Whether a file could not be had because somebody has it.
pub fn is_in_use<T>(tried: &Result<T, StoreError>) -> bool {
    matches!(tried, Err(StoreError::OpenElsewhere(_)))
}

/// The names of all that stands in a file's folder.
pub fn beside(path: &Path) -> Vec<String> {
    let names = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub fn year() -> SchoolYear {
    SchoolYear::starting(2026).unwrap()
}

/// The first plan's item of number 13.
pub fn item(content: &str) -> Arc<Item> {
    Arc::new(Item {
        id: Id(13),
        criterion_text: "Tiêu chí 1.6".into(),
        criteria: vec!["1.6".into(), "M4.2".into()],
        problem: Some(Id(20)),
        content: content.into(),
        target: "100% hồ sơ\nđược số hóa".into(),
        level_now: Some(1),
        level_target: Some(2),
        actions: "Rà soát".into(),
        indicator: "Tỉ lệ".into(),
        responsible: Typed {
            typed: "PHT".into(), corrected: Some(vec!["Phó Hiệu trưởng".into()])
        },
        time: Typed {
            typed: "Hằng tháng".into(),
            corrected: Some(Period {
                start: Some(year().date(9, 1)),
                end: None,
                before: true,
                recurs: Some(Recurs::Month),
            }),
        },
        budget: Typed {
            typed: "5-7 triệu".into(),
            corrected: Some(Money {
                from: Some(5_000_000),
                to: Some(u64::MAX),
                per: Some(Per::Year),
                sources: vec!["XHH".into()],
            }),
        },
        resources: "Máy tính".into(),
        support: "Phòng".into(),
        evidence: "Biên bản".into(),
        status: Some(Status::UnderWay),
        note: "\u{0}'\"".into(),
        result: "Đã số hóa 60% hồ sơ".into(),
        adjustment: "Gia hạn đến tháng 3".into(),
        proof: "Quyết định số 12".into(),
        reason: "Chưa có kinh phí".into(),
        spent: Typed {
            typed: "Gần 4 triệu".into(),
            corrected: Some(Money { from: Some(3_900_000), ..Money::default() }),
        },
        done_on: Some(year().date(1, 12)),
        percent: Some(60),
    })
}

/// Something in every table.
pub fn dossier() -> Dossier {
    let letterhead = Letterhead {
        governing_body: "UBND PHƯỜNG HÒA BÌNH".into(),
        school: "Trường THCS Hòa Bình".into(),
        code: "THCSHB".into(),
        place: "Hòa Bình".into(),
        leaders: vec![Leader {
            title: "Bà".into(),
            name: "Lê Thị Mai".into(),
            position: "Hiệu trưởng".into(),
        }],
        ..Letterhead::default()
    };
    let paragraph = Paragraph {
        level: Level::Dash,
        is_heading: true,
        runs: vec![
            Run::styled("Căn cứ", true, false),
            Run { field: Some(RunField::NextSchoolYear), ..Run::plain("2027 - 2028") },
        ],
    };
    let plan = Plan {
        id: Id(1),
        label: "thứ nhất".into(),
        form: FORM_2_2026,
        catalogue: Some("c".into()),
        letterhead: letterhead.clone(),
        number: "05".into(),
        symbol: "KH-THCSHB".into(),
        date: PlanDate { day: None, month: Some(9), year: Some(2026) },
        doc_type: "KẾ HOẠCH".into(),
        subject: vec!["Cải tiến".into(), "chất lượng".into()],
        bases: vec![paragraph.clone()],
        opening: vec![Paragraph::default(), paragraph.clone()],
        parts: vec![Arc::new(Part {
            id: Id(10),
            key: Some("purpose".into()),
            heading: "Mục đích".into(),
            shown: Shown::Hidden,
            blocks: vec![
                Block::Paragraph(paragraph),
                Block::Rows,
                Block::Problems,
                Block::Reviews,
                Block::Members,
                Block::Groups,
                Block::Table(TextTable {
                    columns: vec![TextColumn { title: "TT".into(), centred: true }],
                    rows: vec![TextRow { bold: true, cells: vec!["1".into()] }],
                }),
            ],
        })],
        rows: vec![
            Row::Band(Arc::new(Band { id: Id(11), text: "MỨC 1".into() })),
            Row::Group(Arc::new(Group {
                id: Id(12),
                tt: GroupNumber::Typed("6".into()),
                title: "Tiêu chuẩn 1".into(),
                standard: Some(1),
            })),
            Row::Item(item("Văn thư")),
        ],
        problems: vec![Arc::new(Problem {
            id: Id(20),
            weakness: "Chưa đều".into(),
            criteria: vec!["1.6".into()],
            ..Problem::default()
        })],
        reviews: vec![Review {
            id: Id(25),
            when: "Cuối học kỳ I".into(),
            day: Some(year().date(1, 14)),
            closed: Some(Id(35)),
            ..Review::default()
        }],
        working_groups: vec![WorkingGroup {
            id: Id(30),
            label: "Nhóm 1".into(),
            standards: vec![1, 2],
            members: vec![
                Member { id: Id(31), name: "A".into() },
                Member { id: Id(32), name: "B".into() },
            ],
            ..WorkingGroup::default()
        }],
        supervisors: vec![Supervisor {
            id: Id(33),
            name: "Trần Văn Nam".into(),
            group: Some(Id(30)),
            ..Supervisor::default()
        }],
        recipients: vec!["Lưu: VT".into()],
        signatures: vec![Signature {
            id: Id(34),
            authority: vec!["KT. HIỆU TRƯỞNG".into()],
            position: "PHÓ HIỆU TRƯỞNG".into(),
            name: "Lê Thị Mai".into(),
            approves: true,
        }],
        options: caitien::plan::Options {
            tables_across: false,
            draft_mark: true,
            timeline_appendix: true,
            page: PageLook {
                letters: Within::near(13),
                line_spacing: Within::near(1100),
                paragraph_gap: Within::near(8),
                first_line: Within::near(127),
                margin_top: Within::near(21),
                margin_bottom: Within::near(22),
                margin_left: Within::near(33),
                margin_right: Within::near(17),
            },
            columns: vec![TableSetting {
                form: NARRATIVE,
                table: TableKind::Problems,
                columns: vec![ColumnSetting {
                    field: Field::Note,
                    hidden: true,
                    title: Some("Ghi".into()),
                    width_permille: Some(80),
                }],
            }],
            screen_widths: vec![ScreenWidth {
                form: FORM_2_2026,
                table: TableKind::Rows,
                field: Field::Content,
                points: 240,
            }],
        },
        frozen: vec![frozen(Id(35), b"%PDF"), frozen(Id(36), b"")],
        issued: Some(Id(35)),
        sent: true,
        scans: vec![Scan {
            id: Id(37),
            name: "KH 05 đã ký.pdf".into(),
            sha256: "ab".repeat(32),
            at: noon(),
        }],
        log: vec![LogEntry {
            id: Id(38),
            at: noon(),
            event: Event::Issued,
            about: Some(Id(13)),
            who: "Lê Thị Mai".into(),
            text: "Gửi các tổ".into(),
        }],
        set_aside: vec![SetAside { code: "no-number".into(), place: "number".into() }],
        ..Plan::empty(year())
    };
    let second = Plan {
        id: Id(2),
        amends: Some(Id(1)),
        paper: Paper::Report,
        about: Some(Id(1)),
        review: Some(Id(25)),
        addressees: vec!["UBND phường Hòa Bình".into()],
        ..Plan::empty(year())
    };
    Dossier {
        next_id: Id(40),
        school: letterhead,
        plans: vec![Arc::new(second), Arc::new(plan)],
        catalogues: vec![Arc::new(catalogue())],
        forms: vec![form("so-gddt-2027"), form("so-gddt-2026")],
        abbreviations: vec![Abbreviation {
            short: "PHT".into(), long: "Phó Hiệu trưởng".into()
        }],
        term_dates: vec![TermDates::usual(year())],
        evaluations: vec![Arc::new(Evaluation {
            school_year: year(),
            catalogue: Some("c".into()),
            ratings: vec![Rating {
                code: "2.1".into(),
                level: Some(2),
                tops_out: true,
                weakness: "Chưa đều".into(),
                ..Rating::default()
            }],
        })],
        own_words: vec!["STEM".into()],
        ..Dossier::default()
    }
}

fn noon() -> DateTime {
    year().date(9, 12).at(12, 0, 0, 0)
}

fn frozen(id: Id, pdf: &[u8]) -> Arc<Frozen> {
    let (body, pdf) = (Bytes::new(vec![0, 1, 255]), Bytes::new(pdf));
    Arc::new(Frozen { id, at: noon(), body, pdf, sha256: "cd".repeat(32) })
}

/// A form of a Sở, which differs from Biểu 2 by its name.
fn form(id: &str) -> Arc<Form> {
    let official = caitien::library::form(&Dossier::default(), &FORM_2_2026).cloned().unwrap();
    Arc::new(Form { id: FormId::new(id), ..Arc::unwrap_or_clone(official) })
}

fn catalogue() -> Catalogue {
    let criterion = |code: &str| Criterion {
        code: code.into(),
        name: "Tên".into(),
        mandatory: true,
        missing_levels: vec![3],
        requirements: vec!["Có kế hoạch".into(), String::new()],
    };
    Catalogue {
        kind: caitien::plan::CatalogueKind::default(),
        id: "c".into(),
        circular: "18/2018/TT-BGDĐT".into(),
        amended_by: Some("22/2024/TT-BGDĐT".into()),
        in_force_from: Some(year().date(9, 1)),
        in_force_to: None,
        school_kinds: vec!["primary".into()],
        levels: 3,
        has_level_4: true,
        verified_against_official_text: false,
        standards: vec![
            Standard { number: 1, name: "Một".into(), criteria: vec![] },
            Standard { number: 2, name: "Hai".into(), criteria: vec![criterion("2.1")] },
        ],
        level_4: vec![LevelFour { number: 1, short_name: "Bốn".into() }],
    }
}

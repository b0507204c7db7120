//! The tables of the file: which list of which record each one is, and its columns.
//!
//! Texts come from [`Record::TEXTS`], so a new one is a line there and a rung in `schema`.
//! Invariant: a field's column has its name. `id` names a row in the dossier, `ord` is its place
//! in its list.

use std::slice;
use std::sync::Arc;

use jiff::civil::Date;

use super::cell::{Cell, Stored, Words};
use super::shape::Shape;
use super::table::{Child, Column, Table, column};
use super::tables_of_library::{ABBREVIATIONS, CATALOGUES, FORMS, TERM_DATES};
use super::tables_of_year::{EVALUATIONS, FROZEN, LOG, OWN_WORDS, PLAN, SCANS, SET_ASIDE, no_year};
use crate::plan::{
    Band, Block, ColumnSetting, Dossier, EdgeMargin, Field, FirstLine, FormId, Group, GroupNumber,
    Id, Item, Leader, LeftMargin, Letterhead, Letters, Level, LineSpacing, Member, Money,
    Ownership, Paper, Paragraph, ParagraphGap, Part, Period, Plan, Problem, Record, Review,
    RightMargin, Row, Run, SchoolKind, SchoolYear, ScreenWidth, Shown, Signature, Status,
    Supervisor, TableKind, TableSetting, TextTable, WorkingGroup,
};

/// The lists of the dossier itself.
pub(super) static DOSSIER: [&'static dyn Child<Dossier>; 8] =
    [&SCHOOL, &PLANS, &CATALOGUES, &FORMS, &ABBREVIATIONS, &TERM_DATES, &EVALUATIONS, &OWN_WORDS];

/// Every table but the dossier's own row.
pub(super) fn each_shape(visit: &mut dyn FnMut(&'static Shape)) {
    for child in DOSSIER {
        child.each_shape(visit);
    }
}

const LETTERHEAD: &[Column<Letterhead>] =
    &[column!(kind: SchoolKind), column!(ownership: Ownership)];

static SCHOOL: Table<Dossier, Letterhead, Letterhead> =
    Table::<Dossier, Letterhead, Letterhead>::new(
        "school",
        Letterhead::default,
        |dossier| slice::from_ref(&dossier.school),
        |dossier, mut all| dossier.school = all.pop().unwrap_or_default(),
    )
    .same(|_| true, |_, _| {})
    .of(&[("dossier", "INTEGER")], "dossier (id)")
    .texts(Letterhead::TEXTS)
    .columns(LETTERHEAD)
    .holding(&[&SCHOOL_LEADERS]);

static SCHOOL_LEADERS: Table<Letterhead, Leader, Leader> =
    Table::<Letterhead, Leader, Leader>::new(
        "school_leaders",
        Leader::default,
        |of| &of.leaders,
        |of, all| of.leaders = all,
    )
    .of(&[("dossier", "INTEGER")], "school (dossier)")
    .texts(Leader::TEXTS);

static PLANS: Table<Dossier, Arc<Plan>, Plan> = Table::<Dossier, Arc<Plan>, Plan>::new(
    "plans",
    || Plan::empty(no_year()),
    |dossier| &dossier.plans,
    |dossier, all| dossier.plans = all,
)
.own(column!(id: Id))
.texts(Plan::TEXTS)
.columns(&[
    column!(school_year: SchoolYear),
    column!(amends: Option<Id>, "plans"),
    column!(paper: Paper),
    column!(about: Option<Id>, "plans"),
    column!(review: Option<Id>),
    column!(issued: Option<Id>, "frozen"),
    column!(sent: bool),
    column!(form: FormId),
    column!(catalogue: Option<String>),
    column!(day: Option<u8> = date.day),
    column!(month: Option<u8> = date.month),
    column!(year: Option<i16> = date.year),
    column!(bases_italic: bool),
    column!(tables_across: bool = options.tables_across),
    column!(draft_mark: bool = options.draft_mark),
    column!(timeline_appendix: bool = options.timeline_appendix),
    column!(letters: Letters = options.page.letters),
    column!(line_spacing: LineSpacing = options.page.line_spacing),
    column!(paragraph_gap: ParagraphGap = options.page.paragraph_gap),
    column!(first_line: FirstLine = options.page.first_line),
    column!(margin_top: EdgeMargin = options.page.margin_top),
    column!(margin_bottom: EdgeMargin = options.page.margin_bottom),
    column!(margin_left: LeftMargin = options.page.margin_left),
    column!(margin_right: RightMargin = options.page.margin_right),
])
.holding(&[
    &LETTERHEADS,
    &BASES,
    &OPENING,
    &PARTS,
    &PLAN_ROWS,
    &PROBLEMS,
    &REVIEWS,
    &WORKING_GROUPS,
    &SUPERVISORS,
    &SIGNATURES,
    &TABLE_SETTINGS,
    &SCREEN_WIDTHS,
    &FROZEN,
    &SCANS,
    &LOG,
    &SET_ASIDE,
]);

static LETTERHEADS: Table<Plan, Letterhead, Letterhead> =
    Table::<Plan, Letterhead, Letterhead>::new(
        "letterheads",
        Letterhead::default,
        |plan| slice::from_ref(&plan.letterhead),
        |plan, mut all| plan.letterhead = all.pop().unwrap_or_default(),
    )
    .same(|_| true, |_, _| {})
    .of(PLAN, "plans (id)")
    .texts(Letterhead::TEXTS)
    .columns(LETTERHEAD)
    .holding(&[&LEADERS]);

static LEADERS: Table<Letterhead, Leader, Leader> = Table::<Letterhead, Leader, Leader>::new(
    "leaders",
    Leader::default,
    |of| &of.leaders,
    |of, all| of.leaders = all,
)
.of(PLAN, "letterheads (plan)")
.texts(Leader::TEXTS);

const PARAGRAPH: &[Column<Paragraph>] =
    &[column!(level: Level), column!(is_heading: bool), column!(runs: Vec<Run>)];

static BASES: Table<Plan, Paragraph, Paragraph> = Table::<Plan, Paragraph, Paragraph>::new(
    "bases",
    Paragraph::default,
    |plan| &plan.bases,
    |plan, all| plan.bases = all,
)
.of(PLAN, "plans (id)")
.columns(PARAGRAPH);

static OPENING: Table<Plan, Paragraph, Paragraph> = Table::<Plan, Paragraph, Paragraph>::new(
    "opening",
    Paragraph::default,
    |plan| &plan.opening,
    |plan, all| plan.opening = all,
)
.of(PLAN, "plans (id)")
.columns(PARAGRAPH);

static PARTS: Table<Plan, Arc<Part>, Part> = Table::<Plan, Arc<Part>, Part>::new(
    "parts",
    Part::default,
    |plan| &plan.parts,
    |plan, all| plan.parts = all,
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.texts(Part::TEXTS)
.columns(&[column!(key: Option<String>), column!(shown: Shown)])
.holding(&[&BLOCKS]);

/// A column of the paragraph that a block is, or empty.
macro_rules! paragraph_of_block {
    ($name:ident: $kind:ty) => {
        Column {
            name: stringify!($name),
            kind: <$kind>::KIND,
            null: true,
            words: <$kind>::WORDS,
            references: None,
            get: |block| match block {
                Block::Paragraph(paragraph) => paragraph.$name.cell(),
                _ => Cell::Null,
            },
            set: |block, cell| match (block, Option::<$kind>::read(cell)?) {
                (Block::Paragraph(paragraph), Some(value)) => {
                    paragraph.$name = value;
                    Some(())
                }
                (Block::Paragraph(_), None) | (_, Some(_)) => None,
                (_, None) => Some(()),
            },
        }
    };
}

/// Level, heading and runs only where the block is a paragraph; a table only where it is one.
static BLOCKS: Table<Part, Block, Block> = Table::<Part, Block, Block>::new(
    "blocks",
    || Block::Rows,
    |part| &part.blocks,
    |part, all| part.blocks = all,
)
.of(&[("part", "INTEGER")], "parts (id)")
.columns(&[
    Column {
        name: "kind",
        kind: "TEXT",
        null: false,
        words: Words::None,
        references: None,
        get: |block| Cell::Text(kind_of_block(block).into()),
        set: |block, cell| {
            let kind = String::read(cell)?;
            *block = block_of_kind(&kind)?;
            Some(())
        },
    },
    paragraph_of_block!(level: Level),
    paragraph_of_block!(is_heading: bool),
    paragraph_of_block!(runs: Vec<Run>),
    Column {
        name: "words_table",
        kind: TextTable::KIND,
        null: true,
        words: TextTable::WORDS,
        references: None,
        get: |block| match block {
            Block::Table(table) => table.cell(),
            _ => Cell::Null,
        },
        set: |block, cell| match (block, Option::<TextTable>::read(cell)?) {
            (Block::Table(table), Some(value)) => {
                *table = value;
                Some(())
            }
            (Block::Table(_), None) | (_, Some(_)) => None,
            (_, None) => Some(()),
        },
    },
]);

fn kind_of_block(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::Table(_) => "table",
        Block::Rows => "rows",
        Block::Problems => "problems",
        Block::Reviews => "reviews",
        Block::Members => "members",
        Block::Groups => "groups",
    }
}

fn block_of_kind(kind: &str) -> Option<Block> {
    Some(match kind {
        "paragraph" => Block::Paragraph(Paragraph::default()),
        "table" => Block::Table(TextTable::default()),
        "rows" => Block::Rows,
        "problems" => Block::Problems,
        "reviews" => Block::Reviews,
        "members" => Block::Members,
        "groups" => Block::Groups,
        _ => return None,
    })
}

/// Narrow, so that a row put in at the top moves thousands of others cheaply.
static PLAN_ROWS: Table<Plan, Row, Row> = Table::<Plan, Row, Row>::new(
    "plan_rows",
    || Row::Item(Arc::default()),
    |plan| &plan.rows,
    |plan, all| {
        plan.rows = all;
    },
)
.own(Column {
    name: "id",
    kind: "INTEGER",
    null: false,
    words: Words::None,
    references: None,
    get: |row| Cell::Integer(i64::from(row.id().0)),
    set: |row, cell| {
        *row = row.with_id(Id::read(cell)?);
        Some(())
    },
})
.of(PLAN, "plans (id)")
.columns(&[Column {
    name: "kind",
    kind: "TEXT",
    null: false,
    words: Words::None,
    references: None,
    get: |row| {
        let kind = match row {
            Row::Band(_) => "band",
            Row::Group(_) => "group",
            Row::Item(_) => "item",
        };
        Cell::Text(kind.into())
    },
    set: |row, cell| {
        *row = match String::read(cell)?.as_str() {
            "band" => Row::Band(Arc::default()),
            "group" => Row::Group(Arc::default()),
            "item" => Row::Item(Arc::default()),
            _ => return None,
        };
        Some(())
    },
}])
.holding(&[&BANDS, &ROW_GROUPS, &ITEMS]);

const ROW: &[(&str, &str)] = &[("id", "INTEGER")];

/// The number that a row shares with its place in the plan.
fn shared(id: &mut Id, cell: &Cell<'_>) {
    *id = Id::read(cell.clone()).unwrap_or_default();
}

static BANDS: Table<Row, Arc<Band>, Band> = Table::<Row, Arc<Band>, Band>::new(
    "bands",
    Band::default,
    |row| if let Row::Band(band) = row { slice::from_ref(band) } else { &[] },
    |row, all| all.into_iter().for_each(|band| *row = Row::Band(band)),
)
.same(|row| matches!(row, Row::Band(_)), |band, id| shared(&mut band.id, id))
.of(ROW, "plan_rows (id)")
.texts(Band::TEXTS);

static ROW_GROUPS: Table<Row, Arc<Group>, Group> = Table::<Row, Arc<Group>, Group>::new(
    "row_groups",
    Group::default,
    |row| if let Row::Group(group) = row { slice::from_ref(group) } else { &[] },
    |row, all| all.into_iter().for_each(|group| *row = Row::Group(group)),
)
.same(|row| matches!(row, Row::Group(_)), |group, id| shared(&mut group.id, id))
.of(ROW, "plan_rows (id)")
.texts(Group::TEXTS)
.columns(&[
    Column {
        name: "tt",
        kind: "TEXT",
        null: false,
        words: Words::None,
        references: None,
        get: |group| {
            let word = match &group.tt {
                GroupNumber::Auto => "auto",
                GroupNumber::None => "none",
                GroupNumber::Typed(_) => "typed",
            };
            Cell::Text(word.into())
        },
        set: |group, cell| {
            group.tt = match String::read(cell)?.as_str() {
                "auto" => GroupNumber::Auto,
                "none" => GroupNumber::None,
                "typed" => GroupNumber::Typed(String::new()),
                _ => return None,
            };
            Some(())
        },
    },
    Column {
        name: "tt_typed",
        kind: "TEXT",
        null: true,
        words: Words::Plain,
        references: None,
        get: |group| match &group.tt {
            GroupNumber::Typed(text) => text.cell(),
            GroupNumber::Auto | GroupNumber::None => Cell::Null,
        },
        set: |group, cell| match (&mut group.tt, Option::<String>::read(cell)?) {
            (GroupNumber::Typed(typed), Some(text)) => {
                *typed = text;
                Some(())
            }
            (GroupNumber::Auto | GroupNumber::None, None) => Some(()),
            _ => None,
        },
    },
    column!(standard: Option<u8>),
]);

/// What a person corrected of a text stands beside it, as JSON.
static ITEMS: Table<Row, Arc<Item>, Item> = Table::<Row, Arc<Item>, Item>::new(
    "items",
    Item::default,
    |row| if let Row::Item(item) = row { slice::from_ref(item) } else { &[] },
    |row, all| all.into_iter().for_each(|item| *row = Row::Item(item)),
)
.same(|row| matches!(row, Row::Item(_)), |item, id| shared(&mut item.id, id))
.of(ROW, "plan_rows (id)")
.texts(Item::TEXTS)
.columns(&[
    column!(criteria: Vec<String>),
    column!(problem: Option<Id>, "problems"),
    column!(level_now: Option<u8>),
    column!(level_target: Option<u8>),
    column!(responsible_corrected: Option<Vec<String>> = responsible.corrected),
    column!(time_corrected: Option<Period> = time.corrected),
    column!(budget_corrected: Option<Money> = budget.corrected),
    column!(status: Option<Status>),
    column!(spent_corrected: Option<Money> = spent.corrected),
    column!(done_on: Option<Date>),
    column!(percent: Option<u8>),
]);

static PROBLEMS: Table<Plan, Arc<Problem>, Problem> = Table::<Plan, Arc<Problem>, Problem>::new(
    "problems",
    Problem::default,
    |plan| &plan.problems,
    |plan, all| {
        plan.problems = all;
    },
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.texts(Problem::TEXTS)
.columns(&[column!(criteria: Vec<String>)])
.before_others();

static REVIEWS: Table<Plan, Review, Review> = Table::<Plan, Review, Review>::new(
    "reviews",
    Review::default,
    |plan| &plan.reviews,
    |plan, all| plan.reviews = all,
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.texts(Review::TEXTS)
.columns(&[column!(day: Option<Date>), column!(closed: Option<Id>, "frozen")]);

static WORKING_GROUPS: Table<Plan, WorkingGroup, WorkingGroup> =
    Table::<Plan, WorkingGroup, WorkingGroup>::new(
        "working_groups",
        WorkingGroup::default,
        |plan| &plan.working_groups,
        |plan, all| plan.working_groups = all,
    )
    .own(column!(id: Id))
    .of(PLAN, "plans (id)")
    .texts(WorkingGroup::TEXTS)
    .columns(&[column!(standards: Vec<u8>)])
    .holding(&[&MEMBERS]);

static MEMBERS: Table<WorkingGroup, Member, Member> = Table::<WorkingGroup, Member, Member>::new(
    "members",
    Member::default,
    |group| &group.members,
    |group, all| {
        group.members = all;
    },
)
.own(column!(id: Id))
.of(&[("working_group", "INTEGER")], "working_groups (id)")
.texts(Member::TEXTS);

static SUPERVISORS: Table<Plan, Supervisor, Supervisor> =
    Table::<Plan, Supervisor, Supervisor>::new(
        "supervisors",
        Supervisor::default,
        |plan| &plan.supervisors,
        |plan, all| plan.supervisors = all,
    )
    .own(column!(id: Id))
    .of(PLAN, "plans (id)")
    .texts(Supervisor::TEXTS)
    .columns(&[column!(group: Option<Id>, "working_groups")]);

static SIGNATURES: Table<Plan, Signature, Signature> = Table::<Plan, Signature, Signature>::new(
    "signatures",
    Signature::default,
    |plan| &plan.signatures,
    |plan, all| {
        plan.signatures = all;
    },
)
.own(column!(id: Id))
.of(PLAN, "plans (id)")
.texts(Signature::TEXTS)
.columns(&[column!(approves: bool)]);

static TABLE_SETTINGS: Table<Plan, TableSetting, TableSetting> = Table::<
    Plan,
    TableSetting,
    TableSetting,
>::new(
    "table_settings",
    || TableSetting { form: FormId::default(), table: TableKind::Rows, columns: Vec::new() },
    |plan| &plan.options.columns,
    |plan, all| plan.options.columns = all,
)
.of(PLAN, "plans (id)")
.columns(&[column!(form: FormId), column!(table: TableKind), column!(columns: Vec<ColumnSetting>)]);

static SCREEN_WIDTHS: Table<Plan, ScreenWidth, ScreenWidth> =
    Table::<Plan, ScreenWidth, ScreenWidth>::new(
        "screen_widths",
        || ScreenWidth {
            form: FormId::default(),
            table: TableKind::Rows,
            field: Field::Tt,
            points: 0,
        },
        |plan| &plan.options.screen_widths,
        |plan, all| plan.options.screen_widths = all,
    )
    .of(PLAN, "plans (id)")
    .columns(&[
        column!(form: FormId),
        column!(table: TableKind),
        column!(field: Field),
        column!(points: u16),
    ]);

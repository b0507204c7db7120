CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    next_id INTEGER NOT NULL,
    file_id BLOB NOT NULL,
    totals TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE school (
    dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
    governing_body TEXT NOT NULL,
    school TEXT NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    kind TEXT NOT NULL,
    ownership TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE school_leaders (
    dossier INTEGER NOT NULL REFERENCES school (dossier),
    ord INTEGER NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (dossier, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    label TEXT NOT NULL,
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    doc_type TEXT NOT NULL,
    subject TEXT NOT NULL,
    recipients TEXT NOT NULL,
    addressees TEXT NOT NULL,
    school_year TEXT NOT NULL,
    amends INTEGER REFERENCES plans (id),
    paper TEXT NOT NULL,
    about INTEGER REFERENCES plans (id),
    review INTEGER,
    issued INTEGER REFERENCES frozen (id),
    sent INTEGER NOT NULL,
    form TEXT NOT NULL,
    catalogue TEXT,
    day INTEGER,
    month INTEGER,
    year INTEGER,
    bases_italic INTEGER NOT NULL,
    tables_across INTEGER NOT NULL,
    draft_mark INTEGER NOT NULL,
    timeline_appendix INTEGER NOT NULL,
    letters INTEGER NOT NULL,
    line_spacing INTEGER NOT NULL,
    paragraph_gap INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    margin_top INTEGER NOT NULL,
    margin_bottom INTEGER NOT NULL,
    margin_left INTEGER NOT NULL,
    margin_right INTEGER NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE letterheads (
    plan INTEGER PRIMARY KEY REFERENCES plans (id),
    governing_body TEXT NOT NULL,
    school TEXT NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    kind TEXT NOT NULL,
    ownership TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE leaders (
    plan INTEGER NOT NULL REFERENCES letterheads (plan),
    ord INTEGER NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE bases (
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    level TEXT NOT NULL,
    is_heading INTEGER NOT NULL,
    runs TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    level TEXT NOT NULL,
    is_heading INTEGER NOT NULL,
    runs TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    heading TEXT NOT NULL,
    key TEXT,
    shown TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE blocks (
    part INTEGER NOT NULL REFERENCES parts (id),
    ord INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level TEXT,
    is_heading INTEGER,
    runs TEXT,
    words_table TEXT,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (part, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_rows (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    kind TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE bands (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id),
    text TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE row_groups (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id),
    title TEXT NOT NULL,
    tt TEXT NOT NULL,
    tt_typed TEXT,
    standard INTEGER,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE items (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id),
    criterion_text TEXT NOT NULL,
    content TEXT NOT NULL,
    target TEXT NOT NULL,
    actions TEXT NOT NULL,
    indicator TEXT NOT NULL,
    responsible TEXT NOT NULL,
    time TEXT NOT NULL,
    budget TEXT NOT NULL,
    resources TEXT NOT NULL,
    support TEXT NOT NULL,
    evidence TEXT NOT NULL,
    note TEXT NOT NULL,
    result TEXT NOT NULL,
    adjustment TEXT NOT NULL,
    proof TEXT NOT NULL,
    reason TEXT NOT NULL,
    spent TEXT NOT NULL,
    criteria TEXT NOT NULL,
    problem INTEGER REFERENCES problems (id),
    level_now INTEGER,
    level_target INTEGER,
    responsible_corrected TEXT,
    time_corrected TEXT,
    budget_corrected TEXT,
    status TEXT,
    spent_corrected TEXT,
    done_on TEXT,
    percent INTEGER,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    standard_text TEXT NOT NULL,
    criterion_text TEXT NOT NULL,
    current_state TEXT NOT NULL,
    weakness TEXT NOT NULL,
    cause TEXT NOT NULL,
    criteria TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    "when" TEXT NOT NULL,
    content TEXT NOT NULL,
    result TEXT NOT NULL,
    adjustment TEXT NOT NULL,
    assessor TEXT NOT NULL,
    day TEXT,
    closed INTEGER REFERENCES frozen (id),
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE working_groups (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    label TEXT NOT NULL,
    task TEXT NOT NULL,
    standards TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    working_group INTEGER NOT NULL REFERENCES working_groups (id),
    ord INTEGER NOT NULL,
    name TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE supervisors (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    what TEXT NOT NULL,
    "group" INTEGER REFERENCES working_groups (id),
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE signatures (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    authority TEXT NOT NULL,
    position TEXT NOT NULL,
    name TEXT NOT NULL,
    approves INTEGER NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE table_settings (
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    form TEXT NOT NULL,
    "table" TEXT NOT NULL,
    columns TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE screen_widths (
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    form TEXT NOT NULL,
    "table" TEXT NOT NULL,
    field TEXT NOT NULL,
    points INTEGER NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    at TEXT NOT NULL,
    body BLOB NOT NULL,
    pdf BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE scans (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    about INTEGER,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE set_aside (
    plan INTEGER NOT NULL REFERENCES plans (id),
    ord INTEGER NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (plan, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogues (
    id TEXT NOT NULL PRIMARY KEY,
    ord INTEGER NOT NULL,
    circular TEXT NOT NULL,
    amended_by TEXT,
    in_force_from TEXT,
    in_force_to TEXT,
    school_kinds TEXT NOT NULL,
    levels INTEGER NOT NULL,
    has_level_4 INTEGER NOT NULL,
    verified_against_official_text INTEGER NOT NULL,
    row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE standards (
    catalogue TEXT NOT NULL REFERENCES catalogues (id),
    ord INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (catalogue, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE criteria (
    catalogue TEXT NOT NULL,
    standard INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    mandatory INTEGER NOT NULL,
    missing_levels TEXT NOT NULL,
    requirements TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (catalogue, standard, ord),
    FOREIGN KEY (catalogue, standard) REFERENCES standards (catalogue, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE level_4 (
    catalogue TEXT NOT NULL REFERENCES catalogues (id),
    ord INTEGER NOT NULL,
    number INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (catalogue, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE forms (
    id TEXT NOT NULL PRIMARY KEY,
    ord INTEGER NOT NULL,
    content TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE abbreviations (
    ord INTEGER PRIMARY KEY,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE term_dates (
    ord INTEGER PRIMARY KEY,
    school_year TEXT NOT NULL,
    start TEXT NOT NULL,
    term_1_end TEXT NOT NULL,
    end TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

CREATE TABLE evaluations (
    school_year TEXT NOT NULL PRIMARY KEY,
    ord INTEGER NOT NULL,
    catalogue TEXT,
    row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ratings (
    school_year TEXT NOT NULL REFERENCES evaluations (school_year),
    ord INTEGER NOT NULL,
    strengths TEXT NOT NULL,
    weakness TEXT NOT NULL,
    cause TEXT NOT NULL,
    evidence TEXT NOT NULL,
    code TEXT NOT NULL,
    level INTEGER,
    tops_out INTEGER NOT NULL,
    row_check INTEGER NOT NULL,
    PRIMARY KEY (school_year, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_words (
    ord INTEGER PRIMARY KEY,
    word TEXT NOT NULL,
    row_check INTEGER NOT NULL
) STRICT;

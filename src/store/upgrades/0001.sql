-- Format 1. Numbers are those of the dossier; words for kinds are those of its JSON.

CREATE TABLE dossier (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    format INTEGER NOT NULL,
    next_id INTEGER NOT NULL
) STRICT;

CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    school_year TEXT NOT NULL,
    amends INTEGER REFERENCES plans (id),
    form TEXT NOT NULL,
    catalogue TEXT,
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    day INTEGER,
    month INTEGER,
    year INTEGER,
    doc_type TEXT NOT NULL,
    bases_italic INTEGER NOT NULL,
    tables_across INTEGER NOT NULL,
    draft_mark INTEGER NOT NULL
) STRICT;
CREATE INDEX plans_amends ON plans (amends);

-- The school's own has no plan.
CREATE TABLE letterheads (
    id INTEGER PRIMARY KEY,
    plan INTEGER UNIQUE REFERENCES plans (id) ON DELETE CASCADE,
    governing_body TEXT NOT NULL,
    school TEXT NOT NULL,
    kind TEXT NOT NULL,
    ownership TEXT NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT;

CREATE TABLE leaders (
    letterhead INTEGER NOT NULL REFERENCES letterheads (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (letterhead, position)
) STRICT, WITHOUT ROWID;

-- list: subject, recipients.
CREATE TABLE lines (
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    list TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (plan, list, position)
) STRICT, WITHOUT ROWID;

-- list: bases, opening. runs: JSON.
CREATE TABLE paragraphs (
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    list TEXT NOT NULL,
    position INTEGER NOT NULL,
    level TEXT NOT NULL,
    is_heading INTEGER NOT NULL,
    runs TEXT NOT NULL,
    PRIMARY KEY (plan, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT,
    heading TEXT NOT NULL,
    shown TEXT NOT NULL
) STRICT;
CREATE INDEX parts_plan ON parts (plan);

-- level, is_heading and runs (JSON) only where kind is paragraph.
CREATE TABLE blocks (
    part INTEGER NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level TEXT,
    is_heading INTEGER,
    runs TEXT,
    PRIMARY KEY (part, position)
) STRICT, WITHOUT ROWID;

-- Narrow, so that a row put in at the top moves thousands of others cheaply.
CREATE TABLE plan_rows (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX plan_rows_plan ON plan_rows (plan);

CREATE TABLE bands (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

-- tt: auto, none, typed; the typed number beside it.
CREATE TABLE row_groups (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id) ON DELETE CASCADE,
    tt TEXT NOT NULL,
    tt_typed TEXT,
    title TEXT NOT NULL,
    standard INTEGER
) STRICT;

-- *_corrected: JSON, where a person corrected what was understood.
CREATE TABLE items (
    id INTEGER PRIMARY KEY REFERENCES plan_rows (id) ON DELETE CASCADE,
    criterion_text TEXT NOT NULL,
    problem INTEGER REFERENCES problems (id),
    content TEXT NOT NULL,
    target TEXT NOT NULL,
    level_now INTEGER,
    level_target INTEGER,
    actions TEXT NOT NULL,
    indicator TEXT NOT NULL,
    responsible TEXT NOT NULL,
    responsible_corrected TEXT,
    time TEXT NOT NULL,
    time_corrected TEXT,
    budget TEXT NOT NULL,
    budget_corrected TEXT,
    resources TEXT NOT NULL,
    support TEXT NOT NULL,
    evidence TEXT NOT NULL,
    status TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX items_problem ON items (problem);

CREATE TABLE item_criteria (
    item INTEGER NOT NULL REFERENCES plan_rows (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    standard_text TEXT NOT NULL,
    criterion_text TEXT NOT NULL,
    criteria TEXT NOT NULL,
    current_state TEXT NOT NULL,
    weakness TEXT NOT NULL,
    cause TEXT NOT NULL
) STRICT;
CREATE INDEX problems_plan ON problems (plan);

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    moment TEXT NOT NULL,
    content TEXT NOT NULL,
    result TEXT NOT NULL,
    adjustment TEXT NOT NULL,
    assessor TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_plan ON reviews (plan);

-- standards, members: JSON lists.
CREATE TABLE working_groups (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    task TEXT NOT NULL,
    standards TEXT NOT NULL,
    members TEXT NOT NULL
) STRICT;
CREATE INDEX working_groups_plan ON working_groups (plan);

CREATE TABLE supervisors (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    what TEXT NOT NULL,
    working_group INTEGER REFERENCES working_groups (id)
) STRICT;
CREATE INDEX supervisors_plan ON supervisors (plan);
CREATE INDEX supervisors_group ON supervisors (working_group);

-- authority: a JSON list of lines.
CREATE TABLE signatures (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    authority TEXT NOT NULL,
    post TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX signatures_plan ON signatures (plan);

-- columns: a JSON list of what a person changed of a table's columns, in their order.
CREATE TABLE table_settings (
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    form TEXT NOT NULL,
    of_table TEXT NOT NULL,
    columns TEXT NOT NULL,
    PRIMARY KEY (plan, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE screen_widths (
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    form TEXT NOT NULL,
    of_table TEXT NOT NULL,
    field TEXT NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (plan, position)
) STRICT, WITHOUT ROWID;

-- content: the JSON of a form's own file.
CREATE TABLE forms (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- school_kinds: a JSON list.
CREATE TABLE catalogues (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    circular TEXT NOT NULL,
    amended_by TEXT,
    in_force_from TEXT,
    in_force_to TEXT,
    school_kinds TEXT NOT NULL,
    levels INTEGER NOT NULL,
    has_level_4 INTEGER NOT NULL,
    verified_against_official_text INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE standards (
    catalogue TEXT NOT NULL REFERENCES catalogues (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

-- standard: the position of its standard. missing_levels: a JSON list.
CREATE TABLE criteria (
    catalogue TEXT NOT NULL,
    standard INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    mandatory INTEGER NOT NULL,
    missing_levels TEXT NOT NULL,
    PRIMARY KEY (catalogue, standard, position),
    FOREIGN KEY (catalogue, standard) REFERENCES standards (catalogue, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE level_4 (
    catalogue TEXT NOT NULL REFERENCES catalogues (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE abbreviations (
    position INTEGER PRIMARY KEY,
    short TEXT NOT NULL,
    long TEXT NOT NULL
) STRICT;

CREATE TABLE term_dates (
    position INTEGER PRIMARY KEY,
    school_year TEXT NOT NULL,
    start TEXT NOT NULL,
    term_1_end TEXT NOT NULL,
    end TEXT NOT NULL
) STRICT;

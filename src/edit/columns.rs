//! What a person sets of a table's columns: on paper, and how wide they are on the screen.

use crate::plan::{ColumnSetting, Field, FormId, Options, ScreenWidth, TableKind, TableSetting};

/// Sets the columns of one table of one form; a table of which nothing is set is not named.
pub(super) fn set(
    options: &mut Options,
    form: &FormId,
    table: TableKind,
    columns: Vec<ColumnSetting>,
) {
    let at = options.columns.iter().position(|one| one.form == *form && one.table == table);
    match at {
        Some(at) if columns.is_empty() => drop(options.columns.remove(at)),
        Some(at) => options.columns[at].columns = columns,
        None if columns.is_empty() => {}
        None => options.columns.push(TableSetting { form: form.clone(), table, columns }),
    }
}

/// Sets how wide one column is on the screen; none: as the window proposes.
pub(super) fn widen(
    options: &mut Options,
    form: &FormId,
    table: TableKind,
    field: Field,
    points: Option<u16>,
) {
    let known = |one: &ScreenWidth| one.form == *form && one.table == table && one.field == field;
    let at = options.screen_widths.iter().position(known);
    match (at, points) {
        (Some(at), Some(points)) => options.screen_widths[at].points = points,
        (Some(at), None) => drop(options.screen_widths.remove(at)),
        (None, Some(points)) => {
            options.screen_widths.push(ScreenWidth { form: form.clone(), table, field, points });
        }
        (None, None) => {}
    }
}

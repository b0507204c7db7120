//! What a sheet says of itself in a row that nobody sees, so that it is understood when it comes
//! back.

/// The key of the column that holds the numbers of the items; those of the others are the names
/// of their fields.
pub const ID_KEY: &str = "caitien:id";

/// The key of a column of what is only understood of other columns: nobody typed it.
pub const UNDERSTOOD_KEY: &str = "caitien:understood";

/// The name of the sheet that keeps what went out. Its first row: [`ID_KEY`], the plan's number,
/// its school year, the next number its dossier would give. Its second: [`ID_KEY`] and the names
/// of fields. Each further one: the number of an item, and what these fields held.
pub const MEMORY: &str = "_caitien";

//! What makes a sheet that is sent round find home when it comes back.

/// The key of the column that holds the numbers of the items; those of the others are the names
/// of their fields.
pub const ID_KEY: &str = "caitien:id";

/// The name of the sheet that keeps what went out. Its first row: [`ID_KEY`], the plan's number,
/// its school year, the next number its dossier would give. Its second: [`ID_KEY`] and the names
/// of fields. Each further one: the number of an item, and what these fields held.
pub const MEMORY: &str = "_caitien";

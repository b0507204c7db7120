//! Why bytes could not be read as a package: kinds and facts.

/// Why a package, or a part of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It begins like a zip and has no directory of its parts: it was cut, or damaged there.
    Cut,
    /// A part is damaged: its name.
    Damaged(String),
    /// A part can only be opened with a password: its name.
    Locked(String),
    /// A part is packed in a way that office programs do not use: its name.
    Packing(String),
    /// XML that breaks off or is not well formed.
    NotXml,
    /// XML that brings definitions of its own, which office files never do.
    Definitions,
    /// More than an honest file has.
    TooLarge(Limit),
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file.
    File,
    /// Parts in the file.
    Parts,
    /// Bytes of one part, unpacked.
    Part,
    /// Bytes of all parts, unpacked.
    Whole,
    /// Elements within elements.
    Depth,
    /// Elements.
    Elements,
    /// Paragraphs.
    Paragraphs,
    /// Paragraphs outside tables, and tables.
    Lines,
    /// Rows of tables.
    Rows,
    /// Cells of tables.
    Cells,
    /// Letters.
    Text,
    /// Styles or lists.
    Looks,
}

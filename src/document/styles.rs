//! What kinds of lines stand on paper, with the names a person sees where a file keeps them.
//! No name holds a comma: Word would take what follows it for a second name.

/// A kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// A paragraph without a number.
    Body,
    /// A paragraph with a number: "1."
    Clause,
    /// A point: "a)".
    Point,
    /// A paragraph behind a dash.
    Dash,
    /// A paragraph behind a plus.
    Plus,
    /// The heading of a part: "I."
    PartHeading,
    /// A heading inside a part.
    Heading,
    /// A centred heading.
    Centred,
    /// A centred line: to whom a report goes.
    CentredNote,
    /// The governing body's name.
    GoverningBody,
    /// The school's name.
    School,
    /// The nation's name.
    Nation,
    /// The motto.
    Motto,
    /// The number of the document.
    Number,
    /// Place and date.
    Date,
    /// "DỰ THẢO".
    DraftMark,
    /// A rule under words.
    Rule,
    /// "KẾ HOẠCH".
    DocType,
    /// What it is about.
    Subject,
    /// The title of a column.
    ColumnTitle,
    /// "(1)", "(2)" under the titles.
    ColumnNumber,
    /// A line of a cell.
    Cell,
    /// A line of a centred cell.
    CentredCell,
    /// A row over the full width.
    Band,
    /// A group's row.
    Group,
    /// A member of a team.
    Member,
    /// "Nơi nhận:".
    RecipientsHeading,
    /// A recipient.
    Recipient,
    /// Authority and position of who signs.
    Position,
    /// The name of who signs.
    Signer,
    /// The number of the page.
    PageNumber,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 31] = [
        Self::Body,
        Self::Clause,
        Self::Point,
        Self::Dash,
        Self::Plus,
        Self::PartHeading,
        Self::Heading,
        Self::Centred,
        Self::CentredNote,
        Self::GoverningBody,
        Self::School,
        Self::Nation,
        Self::Motto,
        Self::Number,
        Self::Date,
        Self::DraftMark,
        Self::Rule,
        Self::DocType,
        Self::Subject,
        Self::ColumnTitle,
        Self::ColumnNumber,
        Self::Cell,
        Self::CentredCell,
        Self::Band,
        Self::Group,
        Self::Member,
        Self::RecipientsHeading,
        Self::Recipient,
        Self::Position,
        Self::Signer,
        Self::PageNumber,
    ];

    /// Whether paper shows it in capitals, in whatever letters it was typed.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(
            self,
            Self::PartHeading | Self::GoverningBody | Self::School | Self::DocType | Self::Position
        )
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "Đoạn văn",
            Self::Clause => "Khoản (1.)",
            Self::Point => "Điểm (a)",
            Self::Dash => "Gạch đầu dòng",
            Self::Plus => "Dấu cộng đầu dòng",
            Self::PartHeading => "Tên phần",
            Self::Heading => "Tên mục",
            Self::Centred => "Tên giữa trang",
            Self::CentredNote => "Dòng giữa trang",
            Self::GoverningBody => "Cơ quan chủ quản",
            Self::School => "Tên trường",
            Self::Nation => "Quốc hiệu",
            Self::Motto => "Tiêu ngữ",
            Self::Number => "Số và ký hiệu",
            Self::Date => "Địa danh và ngày tháng",
            Self::DraftMark => "Dấu dự thảo",
            Self::Rule => "Đường kẻ",
            Self::DocType => "Tên loại văn bản",
            Self::Subject => "Trích yếu",
            Self::ColumnTitle => "Bảng: tên cột",
            Self::ColumnNumber => "Bảng: số cột",
            Self::Cell => "Bảng: ô",
            Self::CentredCell => "Bảng: ô giữa",
            Self::Band => "Bảng: dải",
            Self::Group => "Bảng: nhóm",
            Self::Member => "Thành viên",
            Self::RecipientsHeading => "Nơi nhận",
            Self::Recipient => "Nơi nhận: dòng",
            Self::Position => "Chức vụ người ký",
            Self::Signer => "Tên người ký",
            Self::PageNumber => "Số trang",
        }
    }
}

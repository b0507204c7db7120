//! The documents that a command can ask for, each by a word.

/// Which document of a plan is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// The plan.
    #[default]
    Plan,
    /// The plan with its timeline as an appendix, whatever the plan says.
    WithTimeline,
    /// Its timeline, a document of its own.
    Timeline,
    /// A sheet that is sent round so that each fills in a part.
    Collect,
    /// The plan brought up to date by its closed reviews.
    Review,
    /// The minutes of a review.
    Minutes,
    /// The report of a review.
    Report,
    /// The same with a chart of its totals, whatever it says.
    ReportWithChart,
    /// The plan that amends it.
    Supplement,
    /// Who does what.
    Tasks,
    /// Who does what, a sheet for each who leads.
    TaskSheets,
    /// What proof there is.
    Evidence,
    /// What it costs.
    Money,
    /// Its year and the two before it.
    ThreeYears,
    /// Its deadlines.
    Calendar,
}

impl What {
    /// Each under its word.
    const WORDS: [(&'static str, Self); 15] = [
        ("plan", Self::Plan),
        ("plan+timeline", Self::WithTimeline),
        ("timeline", Self::Timeline),
        ("collect", Self::Collect),
        ("review", Self::Review),
        ("minutes", Self::Minutes),
        ("report", Self::Report),
        ("report+chart", Self::ReportWithChart),
        ("supplement", Self::Supplement),
        ("tasks", Self::Tasks),
        ("task-sheets", Self::TaskSheets),
        ("evidence", Self::Evidence),
        ("money", Self::Money),
        ("three-years", Self::ThreeYears),
        ("calendar", Self::Calendar),
    ];

    /// What a word names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(name, _)| word == *name).map(|(_, what)| *what)
    }

    /// Whether it is about one review.
    #[must_use]
    pub fn is_of_review(self) -> bool {
        matches!(self, Self::Minutes | Self::Report | Self::ReportWithChart)
    }

    /// Whether it is a paper or a sheet of the year, made as a document.
    #[must_use]
    pub fn is_of_year(self) -> bool {
        !matches!(
            self,
            Self::Plan | Self::WithTimeline | Self::Timeline | Self::Collect | Self::Calendar
        )
    }
}

//! What ARCHITECTURE.md says: the rooms, who may import whom, where a crate is named.

use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The house as the page tells it.
pub struct House {
    /// Each room and those it may import, in the order of the table.
    pub rooms: Vec<(String, BTreeSet<String>)>,
    /// The crates that are named in some rooms only, and those rooms.
    pub only_in: Vec<(String, Vec<String>)>,
}

impl House {
    /// The project's own.
    pub fn get() -> &'static Self {
        static HOUSE: OnceLock<House> = OnceLock::new();
        HOUSE.get_or_init(|| {
            let path = super::root().join("ARCHITECTURE.md");
            Self::read(&std::fs::read_to_string(path).unwrap())
        })
    }

    /// Reads the page: the rows of the table of rooms, and the sentence on crates.
    pub fn read(page: &str) -> Self {
        let rows: Vec<Vec<&str>> = page
            .lines()
            .skip_while(|line| !line.starts_with("| room |"))
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        let all: BTreeSet<String> = rows.iter().flat_map(|row| quoted(row[0])).collect();
        let mut rooms: Vec<(String, BTreeSet<String>)> = rows
            .iter()
            .flat_map(|row| {
                let named: BTreeSet<String> = quoted(row[2]).into_iter().collect();
                let may = if row[2].starts_with("all but") { &all - &named } else { named };
                quoted(row[0]).into_iter().map(move |room| (room, may.clone()))
            })
            .collect();
        rooms.push(("main".into(), BTreeSet::from(["cli".into(), "session".into(), "ui".into()])));
        let only: String = page
            .lines()
            .skip_while(|line| !line.starts_with("Named in one place only:"))
            .take_while(|line| !line.trim().is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let only = only.trim_start_matches("Named in one place only:");
        let only = only.split(". ").next().unwrap_or_default();
        let only_in = only
            .split(';')
            .filter_map(|clause| clause.split_once(" in "))
            .flat_map(|(crates, rooms)| {
                let rooms = quoted(rooms);
                quoted(crates).into_iter().map(move |name| (name.replace('-', "_"), rooms.clone()))
            })
            .collect();
        Self { rooms, only_in }
    }

    /// The rooms that a room may import; none where there is no such room.
    pub fn may_import(&self, room: &str) -> Option<&BTreeSet<String>> {
        self.rooms.iter().find(|(name, _)| name == room).map(|(_, may)| may)
    }
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

//! What the items of a plan come to: how many there are, who is missing, what they cost.

use crate::plan::{Item, Money, Per};

/// Of some items together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many they are.
    pub items: usize,
    /// Of so many nobody is said who leads.
    pub without_lead: usize,
    /// What they cost at least, đồng.
    pub from: u64,
    /// What they cost at most, đồng; where no bound is said, as much as at least.
    pub to: u64,
    /// Of so many no sum is known: none is typed, or it is one for each month or session.
    pub uncounted: usize,
}

impl Totals {
    /// Of these items.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a Item>) -> Self {
        let mut totals = Self::default();
        for item in items {
            totals.items += 1;
            totals.without_lead += usize::from(item.people().lead.is_none());
            totals.add(&item.money());
        }
        totals
    }

    /// What these come to; who leads is not looked at.
    pub fn cost<'a>(of: impl IntoIterator<Item = &'a Money>) -> Self {
        let mut totals = Self::default();
        for money in of {
            totals.items += 1;
            totals.add(money);
        }
        totals
    }

    fn add(&mut self, money: &Money) {
        let whole = matches!(money.per, None | Some(Per::Once | Per::Year));
        let bounds = money.from.or(money.to).zip(money.to.or(money.from));
        match bounds.filter(|_| whole) {
            // Sums that a person could type, added up, stay far below the end of the numbers.
            Some((from, to)) => {
                self.from = self.from.saturating_add(from);
                self.to = self.to.saturating_add(to);
            }
            None => self.uncounted += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Typed;

    fn item(budget: &str, responsible: &str) -> Item {
        let (budget, responsible) = (Typed::new(budget), Typed::new(responsible));
        Item { responsible, budget, ..Item::default() }
    }

    #[test]
    fn sums_are_added_and_what_has_none_is_counted() {
        let items = [
            item("5-7 triệu đồng", "Hiệu trưởng"),
            item("12 triệu đồng", ""),
            item("Ngân sách", "Tổ Văn phòng"),
            item("", "Phó Hiệu trưởng"),
            item("2 triệu đồng/tháng", "Kế toán"),
        ];
        let expect =
            Totals { items: 5, without_lead: 1, from: 17_000_000, to: 19_000_000, uncounted: 3 };
        assert_eq!(Totals::of(&items), expect);
        assert_eq!(Totals::of([]), Totals::default());
    }
}

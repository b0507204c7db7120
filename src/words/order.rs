//! Lists put in order, by one piece of code for all of them.
//!
//! The standard library's sort is compiled anew for every type and every way to compare, some
//! five kilobytes each time. The lists of this program are short and of many types: here only
//! their places are sorted, then each element goes to its own.

use std::cmp::Ordering;

/// Puts a list in order; what is equal stays in the order it had.
pub fn by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

/// Puts a list in the order of a key; what is equal stays in the order it had.
pub fn by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(list, |one, other| key(one).cmp(&key(other)));
}

/// The places of a list of so many in the order this says.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_in_the_order_they_had() {
        let mut list: Vec<(usize, String)> =
            (0..200).map(|n| (n * 7 % 5, format!("{n:03}"))).collect();
        let mut wanted = list.clone();
        wanted.sort_by_key(|(key, _)| *key);
        by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, wanted);
        wanted.sort_by(|(_, one), (_, other)| other.cmp(one));
        by(&mut list, |(_, one), (_, other)| other.cmp(one));
        assert_eq!(list, wanted);
        let mut none: Vec<String> = Vec::new();
        by_key(&mut none, String::len);
        assert!(none.is_empty());
    }
}

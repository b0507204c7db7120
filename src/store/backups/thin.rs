//! Which backups are kept, as a function of their times and sizes alone.
//!
//! By days of the calendar: all of today and yesterday, the last one of each day for ten days more,
//! of each week for eight weeks more, of each month for twelve months more; and the newest always.

use std::collections::HashSet;

use jiff::civil::{Date, DateTime};

/// Days, each counted from today on, until which all, the daily, the weekly and the monthly stay.
const ALL: i32 = 2;
const DAILY: i32 = ALL + 10;
const WEEKLY: i32 = DAILY + 8 * 7;
const MONTHLY: i32 = WEEKLY + 365;
/// For how many days what is gone can be had back.
const HAD_BACK: i32 = 60;

/// What is known of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub when: DateTime,
    /// It alone holds something that is gone from those after it.
    pub alone: bool,
}

/// What becomes of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    /// It goes unless it alone holds something that is gone from those after it.
    MayGo,
    Goes,
}

/// What becomes of each of these, which are of one set, the newest first.
pub(super) fn fates(all: &[Kept], now: DateTime) -> Vec<Fate> {
    let today = now.date();
    let age = |day: Date| (today - day).get_days();
    let mut seen = HashSet::new();
    let mut fates = Vec::with_capacity(all.len());
    for (at, kept) in all.iter().enumerate() {
        let day = kept.when.date();
        let (age_of_it, week) = (age(day), day.iso_week_date());
        let stays = [
            (DAILY, ('d', day.year(), day.day_of_year())),
            (WEEKLY, ('w', week.year(), i16::from(week.week()))),
            (MONTHLY, ('m', day.year(), i16::from(day.month()))),
        ]
        .into_iter()
        // Each span is entered, so that the last one of a day is that of its month too.
        .fold(false, |stays, (until, span)| seen.insert(span) && age_of_it < until || stays);
        // What is in there and not in the next one was taken out in between.
        let gone_since = at.checked_sub(1).map(|next| age(all[next].when.date()));
        let had_back = gone_since.is_some_and(|days| days <= HAD_BACK);
        fates.push(if at == 0 || age_of_it < ALL || stays || kept.alone && had_back {
            Fate::Stays
        } else if had_back {
            Fate::MayGo
        } else {
            Fate::Goes
        });
    }
    fates
}

/// Which backups go until all sets together have no more than `most` bytes: the oldest of the
/// fullest set, again and again, but never the last one of a set. Sets are given as the sizes of
/// their backups, the newest first; what goes is how many of the oldest of each.
pub(super) fn oldest_to_go(sets: &[Vec<u64>], most: u64) -> Vec<usize> {
    let mut left: Vec<(usize, u64)> =
        sets.iter().map(|sizes| (sizes.len(), sizes.iter().sum())).collect();
    while left.iter().map(|(_, bytes)| bytes).sum::<u64>() > most {
        let fullest = (0..left.len()).filter(|set| left[*set].0 > 1).max_by_key(|set| left[*set].1);
        let Some(fullest) = fullest else { break };
        let (count, bytes) = &mut left[fullest];
        *count -= 1;
        *bytes -= sets[fullest][*count];
    }
    sets.iter().zip(left).map(|(sizes, (left, _))| sizes.len() - left).collect()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::*;

    fn at(text: &str) -> DateTime {
        format!("{text}:00").parse().unwrap()
    }

    /// Of these, the newest first, those in brackets may go and those in braces go, on the evening
    /// of 22/11/2026, a Sunday. A star: it alone holds something.
    #[track_caller]
    fn check(line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let kept = |word: &&str| Kept {
            when: at(word.trim_matches(['[', ']', '{', '}', '*'])),
            alone: word.contains('*'),
        };
        let all: Vec<Kept> = words.iter().map(kept).collect();
        let wanted = words.iter().map(|word| match word.as_bytes()[0] {
            b'[' => Fate::MayGo,
            b'{' => Fate::Goes,
            _ => Fate::Stays,
        });
        assert_eq!(fates(&all, at("2026-11-22T20:00")), wanted.collect::<Vec<_>>());
    }

    #[test]
    fn all_of_today_and_yesterday_stay() {
        check("2026-11-22T10:15 2026-11-22T10:00 2026-11-21T16:40 2026-11-21T00:00");
    }

    #[test]
    fn then_the_last_one_of_each_day_for_ten_days() {
        check("2026-11-20T17:05 [2026-11-20T17:00] 2026-11-19T16:51 [2026-11-19T00:00]");
        check("2026-11-22T08:00 2026-11-11T12:00 [2026-11-11T11:45]");
    }

    #[test]
    fn then_the_last_one_of_each_week_for_eight_weeks() {
        // 10/11 is the twelfth day; its week begins on the 9th.
        check("2026-11-22T08:00 2026-11-10T09:00 [2026-11-09T09:00] 2026-11-08T09:00");
        check("2026-11-22T08:00 2026-11-12T09:00 [2026-11-10T09:00]");
        check("2026-11-22T08:00 2026-09-16T09:00 {2026-09-15T09:00}");
    }

    #[test]
    fn then_the_last_one_of_each_month_for_twelve_months() {
        check("2026-11-22T08:00 2026-08-30T09:00 {2026-08-20T09:00} {2026-08-19T09:00}");
        check("2026-11-22T08:00 2025-09-16T09:00 {2025-09-15T09:00} {2025-09-01T09:00}");
    }

    #[test]
    fn the_newest_stays_however_old_it_is() {
        check("2019-05-01T08:00 {2019-04-30T08:00}");
    }

    #[test]
    fn what_alone_holds_something_stays_for_sixty_days_after_it_is_gone() {
        check("2026-09-23T10:00 2026-09-23T08:00*");
        check("2026-09-23T10:00 [2026-09-23T08:00]");
        check("2026-11-22T08:00 2026-09-22T10:00 {2026-09-22T08:00*}");
    }

    #[test]
    fn a_clock_that_was_put_back_takes_nothing_away() {
        check("2027-03-01T08:00 2027-02-28T08:00 2026-11-22T10:00");
    }

    #[test]
    fn thinned_every_hour_for_two_years_there_are_always_some_of_each_age() {
        let begin = at("2025-01-01T00:00");
        let mut all: Vec<Kept> = Vec::new();
        for hour in 0..24 * 730_i64 {
            let now = begin + hour.hours();
            if (7..17).contains(&now.hour()) {
                all.insert(0, Kept { when: now, alone: false });
                let fates = fates(&all, now);
                let mut fate = fates.iter();
                all.retain(|_| fate.next() == Some(&Fate::Stays));
            }
        }
        let now = begin + (24 * 730_i64 - 8).hours();
        let of = |from: i32, to: i32| {
            let age = |kept: &&Kept| (now.date() - kept.when.date()).get_days();
            all.iter().filter(|kept| (from..to).contains(&age(kept))).count()
        };
        assert_eq!((of(2, DAILY), of(0, 2)), (10, 20));
        // The ends of two months lie among the weeks.
        assert!((8..=11).contains(&of(DAILY, WEEKLY)), "{}", of(DAILY, WEEKLY));
        assert!((11..=13).contains(&of(WEEKLY, MONTHLY)), "{}", of(WEEKLY, MONTHLY));
        assert_eq!(of(MONTHLY, i32::MAX), 0);
    }

    #[test]
    fn the_oldest_of_the_fullest_set_goes_and_never_the_last_of_any() {
        #[track_caller]
        fn check(sets: &[&[u64]], most: u64, gone: &[usize]) {
            let sets: Vec<Vec<u64>> = sets.iter().map(|sizes| sizes.to_vec()).collect();
            assert_eq!(oldest_to_go(&sets, most), gone);
        }
        check(&[&[5, 5], &[9]], 19, &[0, 0]);
        check(&[&[5, 5], &[9]], 18, &[1, 0]);
        check(&[&[5, 5], &[9]], 1, &[1, 0]);
        check(&[&[5, 5, 5], &[2, 2, 2]], 14, &[2, 0]);
        check(&[&[5, 5, 5], &[2, 2, 2]], 8, &[2, 2]);
        check(&[], 0, &[]);
    }
}

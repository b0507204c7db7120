//! What a self-evaluation comes to, by the rule of 2018 and by that of 2026.

use std::collections::BTreeMap;
use std::sync::Arc;

use caitien::library::catalogue;
use caitien::plan::{Catalogue, Item, Plan, Row, SchoolYear};
use caitien::year::result::{
    Count, Found, Next, Outcome, Rule, Short, levels_of, outcome, targets, with_targets,
};

fn general() -> Catalogue {
    Catalogue::clone(catalogue("tt57-2026-general").unwrap())
}

fn secondary() -> Catalogue {
    Catalogue::clone(catalogue("tt18-2018-secondary").unwrap())
}

/// '-': not evaluated; 't' and 'u': level 1 and 2, above which there is none.
fn found(sign: char) -> Found {
    match sign {
        '-' => Found::default(),
        't' => Found { level: Some(1), tops_out: true },
        'u' => Found { level: Some(2), tops_out: true },
        'z' => Found { level: Some(0), tops_out: true },
        digit => Found::at(u8::try_from(digit.to_digit(10).unwrap()).unwrap()),
    }
}

/// The levels of the mandatory criteria and of the rest, each in the catalogue's order.
fn by_kind(catalogue: &Catalogue, mandatory: &str, rest: &str) -> BTreeMap<String, Found> {
    let criteria = || catalogue.standards.iter().flat_map(|standard| &standard.criteria);
    let of = |wanted: bool, signs: &str| {
        let codes = criteria().filter(|criterion| criterion.mandatory == wanted);
        assert_eq!(codes.clone().count(), signs.len());
        codes.map(|one| one.code.clone()).zip(signs.chars().map(found)).collect::<Vec<_>>()
    };
    of(true, mandatory).into_iter().chain(of(false, rest)).collect()
}

/// All criteria at one sign but those named; level 4 by a list of its own.
fn all_but(
    catalogue: &Catalogue,
    sign: char,
    but: &[(&str, char)],
    four: &str,
) -> BTreeMap<String, Found> {
    let mut levels: BTreeMap<String, Found> =
        catalogue.codes().into_iter().map(|code| (code, found(sign))).collect();
    for (code, sign) in but {
        levels.insert((*code).to_owned(), found(*sign)).unwrap();
    }
    for (sign, nth) in four.chars().zip(1..) {
        levels.insert(format!("M4.{nth}"), found(sign)).unwrap();
    }
    levels
}

fn come_to(catalogue: &Catalogue, levels: &BTreeMap<String, Found>) -> Outcome {
    outcome(catalogue, |code| levels.get(code).copied().unwrap_or_default())
}

#[test]
fn by_the_rule_of_2026() {
    let catalogue = general();
    assert_eq!(Rule::of(&catalogue), Rule::Mandatory);
    for (mandatory, rest, at_least, at_most, told) in [
        // Nothing evaluated: nothing is told, and nothing has failed.
        ("--------", "-------", 0, 2, None),
        // The whole.
        ("11111111", "1111111", 1, 1, Some(1)),
        ("22222222", "2222222", 2, 2, Some(2)),
        ("00000000", "0000000", 0, 0, Some(0)),
        // Five of the rest are enough for level 1, four are not.
        ("11111111", "1111100", 1, 1, Some(1)),
        ("11111111", "1111000", 0, 0, Some(0)),
        ("11111111", "0011111", 1, 1, Some(1)),
        ("11111111", "2222200", 1, 1, Some(1)),
        // One mandatory criterion below is enough to fail.
        ("01111111", "1111111", 0, 0, Some(0)),
        ("11111110", "2222222", 0, 0, Some(0)),
        ("02222222", "2222222", 0, 0, Some(0)),
        // Level 2: all mandatory at 2, five of the rest at 2, none below 1.
        ("22222222", "2222211", 2, 2, Some(2)),
        ("22222222", "2222210", 1, 1, Some(1)),
        ("22222222", "2222200", 1, 1, Some(1)),
        ("22222222", "2222111", 1, 1, Some(1)),
        ("22222221", "2222222", 1, 1, Some(1)),
        ("12222222", "2222211", 1, 1, Some(1)),
        ("22222222", "1111111", 1, 1, Some(1)),
        // What is not evaluated leaves open only what it could change.
        ("22222222", "22222--", 1, 2, None),
        ("22222222", "222221-", 1, 2, None),
        ("22222222", "222220-", 1, 1, Some(1)),
        ("11111111", "11111--", 1, 1, Some(1)),
        ("22211222", "222221-", 1, 1, Some(1)),
        ("11111111", "1111---", 0, 1, None),
        ("11111111", "111100-", 0, 1, None),
        ("11111111", "111000-", 0, 0, Some(0)),
        ("1111111-", "1111111", 0, 1, None),
        ("2222222-", "2222222", 0, 2, None),
        ("0-------", "-------", 0, 0, Some(0)),
        ("--------", "000----", 0, 0, Some(0)),
        ("--------", "00-----", 0, 1, None),
        // A criterion of this rule has both levels, whatever is ticked.
        ("tttttttt", "ttttttt", 1, 1, Some(1)),
    ] {
        let outcome = come_to(&catalogue, &by_kind(&catalogue, mandatory, rest));
        let said = (outcome.at_least, outcome.at_most, outcome.told());
        assert_eq!(said, (at_least, at_most, told), "{mandatory} {rest}");
    }
}

#[test]
fn by_the_rule_of_2018() {
    let catalogue = secondary();
    assert_eq!(Rule::of(&catalogue), Rule::All);
    for (sign, but, four, at_least, at_most, told) in [
        ('-', &[][..], "------", 0, 4, None),
        ('0', &[], "000000", 0, 0, Some(0)),
        ('1', &[], "000000", 1, 1, Some(1)),
        ('2', &[], "------", 2, 2, Some(2)),
        // All of them: one below counts for the school.
        ('3', &[("1.1", '2')], "------", 2, 2, Some(2)),
        ('3', &[("5.6", '1')], "444444", 1, 1, Some(1)),
        ('3', &[("2.4", '0')], "444444", 0, 0, Some(0)),
        ('2', &[("2.4", '1'), ("3.1", '3')], "------", 1, 1, Some(1)),
        // Level 4 needs level 3 and every level-4 criterion.
        ('3', &[], "444444", 4, 4, Some(4)),
        ('3', &[], "444440", 3, 3, Some(3)),
        ('3', &[], "44444-", 3, 4, None),
        ('3', &[], "4444-0", 3, 3, Some(3)),
        ('3', &[], "000000", 3, 3, Some(3)),
        ('2', &[], "444444", 2, 2, Some(2)),
        ('3', &[], "333333", 3, 3, Some(3)),
        // A school that did not go for level 4 is told level 3.
        ('3', &[], "------", 3, 4, Some(3)),
        ('3', &[("1.1", '-')], "------", 0, 4, None),
        ('3', &[("1.1", '-')], "444444", 0, 4, None),
        // What is not evaluated is not failed; what failed is not made good by it.
        ('-', &[("1.1", '1')], "------", 0, 1, None),
        ('-', &[("1.1", '0')], "------", 0, 0, Some(0)),
        ('1', &[("1.1", '-')], "------", 0, 1, None),
        ('2', &[("1.1", '-'), ("1.2", '1')], "------", 0, 1, None),
        // A criterion without level 3, or 2, counts with its highest.
        ('3', &[("1.5", 'u')], "------", 3, 4, Some(3)),
        ('3', &[("1.5", 'u')], "444444", 4, 4, Some(4)),
        ('3', &[("1.5", 't'), ("2.4", 'u')], "------", 3, 4, Some(3)),
        ('2', &[("1.5", 't')], "------", 2, 2, Some(2)),
        ('3', &[("1.5", 'z')], "------", 0, 0, Some(0)),
        ('u', &[], "------", 3, 4, Some(3)),
    ] {
        let outcome = come_to(&catalogue, &all_but(&catalogue, sign, but, four));
        let said = (outcome.at_least, outcome.at_most, outcome.told());
        assert_eq!(said, (at_least, at_most, told), "{sign} {but:?} {four}");
    }
}

#[test]
fn the_catalogue_too_says_which_levels_a_criterion_lacks() {
    let mut catalogue =
        Catalogue::clone(self::catalogue("tt19-2018-preschool-amended-2024").unwrap());
    catalogue.standards[1].criteria[0].missing_levels = vec![3];
    catalogue.standards[0].criteria[0].missing_levels = vec![2, 3];
    catalogue.standards[0].criteria[1].missing_levels = vec![2];
    assert_eq!(levels_of(&catalogue, "1.1"), [0, 1]);
    assert_eq!(levels_of(&catalogue, "1.2"), [0, 1, 3]);
    assert_eq!(levels_of(&catalogue, "2.1"), [0, 1, 2]);
    assert_eq!(levels_of(&catalogue, "2.2"), [0, 1, 2, 3]);
    assert_eq!(levels_of(&catalogue, "M4.6"), [0, 4]);
    assert_eq!(levels_of(&catalogue, "M4.7"), [0; 0]);
    assert_eq!(levels_of(&catalogue, "9.9"), [0; 0]);
    for (but, at_least) in [
        (&[("1.1", '1'), ("2.1", '2')][..], 3),
        (&[("1.1", '1'), ("2.1", '1')], 1),
        (&[("1.1", '1'), ("2.1", '2'), ("1.2", '1')], 2),
        (&[("1.1", '0'), ("2.1", '2')], 0),
    ] {
        let outcome = come_to(&catalogue, &all_but(&catalogue, '3', but, "------"));
        assert_eq!(outcome.at_least, at_least, "{but:?}");
    }
}

#[test]
fn a_degree_of_the_national_standard_goes_with_a_level() {
    let degrees = |rule: Rule| [0, 1, 2, 3, 4].map(|level| rule.degree(level));
    assert_eq!(degrees(Rule::All), [None, None, Some(1), Some(2), Some(2)]);
    assert_eq!(degrees(Rule::Mandatory)[..3], [None, Some(1), Some(2)]);
    let catalogue = general();
    let degree =
        |mandatory, rest| come_to(&catalogue, &by_kind(&catalogue, mandatory, rest)).degree();
    assert_eq!(degree("22222222", "22222--"), Some(1));
    assert_eq!(degree("1111111-", "1111111"), None);
}

#[test]
fn what_stands_before_the_next_level_is_named() {
    let catalogue = general();
    let short = |code: &str, level, mandatory, stops| Short {
        code: code.to_owned(),
        level,
        mandatory,
        stops,
    };
    let count = |there, needed, of| Count { there, needed, of };
    // 2.2, 3.2 and 4.1 of the mandatory at level 1, 2.3 of the rest too, 4.3 not evaluated.
    let outcome = come_to(&catalogue, &by_kind(&catalogue, "22212112", "2212222"));
    assert_eq!(outcome.next.unwrap().rest, count(6, 5, 7));
    let outcome = come_to(&catalogue, &by_kind(&catalogue, "22212112", "221222-"));
    assert_eq!(outcome.evaluated, count(14, 15, 15));
    let expect = Next {
        level: 2,
        mandatory: count(5, 8, 8),
        rest: count(5, 5, 7),
        short: vec![
            short("2.2", Some(1), true, true),
            short("2.3", Some(1), false, false),
            short("3.2", Some(1), true, true),
            short("4.1", Some(1), true, true),
            short("4.3", None, false, true),
        ],
    };
    assert_eq!(outcome.next, Some(expect));
    // One too few of the rest: each of those that lack stands in the way.
    let outcome = come_to(&catalogue, &by_kind(&catalogue, "22222222", "2222111"));
    let next = outcome.next.unwrap();
    assert_eq!((next.rest, next.short.len()), (count(4, 5, 7), 3));
    assert!(next.short.iter().all(|short| short.stops));
    // Level 1 is not kept from a school by two that are below it, where five are there.
    let outcome = come_to(&catalogue, &by_kind(&catalogue, "0-111111", "1111100"));
    let next = outcome.next.unwrap();
    let stops: Vec<bool> = next.short.iter().map(|short| short.stops).collect();
    assert_eq!((next.level, stops), (1, vec![true, true, false, false]));
    // Above the highest there is none.
    assert_eq!(come_to(&catalogue, &by_kind(&catalogue, "22222222", "2222222")).next, None);
}

#[test]
fn above_level_three_stand_the_level_four_criteria() {
    let catalogue = secondary();
    let outcome = come_to(&catalogue, &all_but(&catalogue, '3', &[], "44-044"));
    assert_eq!(outcome.level_four, Count { there: 5, needed: 6, of: 6 });
    let next = outcome.next.unwrap();
    assert_eq!((next.level, next.rest), (4, Count { there: 4, needed: 6, of: 6 }));
    let codes: Vec<(&str, Option<u8>)> =
        next.short.iter().map(|short| (short.code.as_str(), short.level)).collect();
    assert_eq!(codes, [("M4.3", None), ("M4.4", Some(0))]);
    let outcome = come_to(&catalogue, &all_but(&catalogue, '3', &[("1.2", '2')], "444444"));
    let next = outcome.next.unwrap();
    assert_eq!((next.level, next.short.len(), next.mandatory), (3, 1, Count::default()));
    assert_eq!(next.rest, Count { there: 27, needed: 28, of: 28 });
    assert_eq!(come_to(&catalogue, &all_but(&catalogue, '3', &[], "444444")).next, None);
}

#[test]
fn of_several_parts_of_a_school_the_lowest_counts() {
    let catalogue = general();
    let part = |mandatory, rest| come_to(&catalogue, &by_kind(&catalogue, mandatory, rest));
    let parts = [part("22222222", "2222222"), part("11111111", "1111111")];
    assert_eq!(Outcome::lowest(&parts), Some((1, 1)));
    let parts = [part("22222222", "22222--"), part("22222222", "2222222")];
    assert_eq!(Outcome::lowest(&parts), Some((1, 2)));
    assert_eq!(Outcome::lowest([]), None);
}

#[test]
fn a_catalogue_without_criteria_tells_nothing() {
    let outcome = come_to(&Catalogue { levels: 3, ..Catalogue::default() }, &BTreeMap::new());
    assert_eq!((outcome.at_least, outcome.told()), (0, None));
}

#[test]
fn if_every_target_were_reached() {
    let catalogue = general();
    let item = |codes: &[&str], cell: &str, level_target| {
        let criteria = codes.iter().map(|code| (*code).to_owned()).collect();
        let criterion_text = cell.to_owned();
        Row::Item(Arc::new(Item { criteria, criterion_text, level_target, ..Item::default() }))
    };
    let said = |code: &str, target: &str| {
        let (criteria, target) = (vec![code.to_owned()], target.to_owned());
        Row::Item(Arc::new(Item { criteria, target, ..Item::default() }))
    };
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.rows = vec![
        item(&["2.2"], "", Some(2)),
        item(&[], "Tiêu chí 3.2. Đổi mới phương pháp", Some(2)),
        item(&["4.1", "4.3"], "", Some(2)),
        item(&["4.1"], "", Some(1)),
        item(&["1.1"], "", None),
        item(&["1.2"], "", Some(1)),
        said("4.2", "Nâng từ mức 1 lên mức 2"),
        said("4.2", "Duy trì mức 1"),
    ];
    let targets = targets(&plan);
    assert_eq!(targets.keys().collect::<Vec<_>>(), ["1.2", "2.2", "3.2", "4.1", "4.2", "4.3"]);
    assert_eq!((targets["4.1"], targets["4.2"]), (2, 2));
    let reached = |mandatory, rest| {
        let levels = by_kind(&catalogue, mandatory, rest);
        let now = |code: &str| levels[code];
        let outcome = outcome(&catalogue, with_targets(now, &targets));
        (outcome.at_least, outcome.at_most)
    };
    // No target lowers a level, and one that is not evaluated is at its target.
    assert_eq!(reached("22212112", "221222-"), (2, 2));
    assert_eq!(reached("22221112", "221222-"), (1, 1));
    assert_eq!(reached("222-2112", "221222-"), (2, 2));
    assert_eq!(reached("-2212112", "221222-"), (0, 2));
    assert_eq!(reached("22212111", "221222-"), (2, 2));
    // As long as the rest are too few, all targets do not help.
    assert_eq!(reached("22212112", "1111221"), (1, 1));
}

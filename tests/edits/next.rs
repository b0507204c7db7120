//! Next year's plan of any plan: nothing is lost, nothing doubled, and the old plan stays.

use std::sync::Arc;

use caitien::edit::{FreshIds, apply};
use caitien::plan::{Dossier, Item, Paragraph, Record, Row, SchoolYear, Typed};
use caitien::year::next::{make, offer};
use proptest::prelude::*;

use crate::any::{dossier, edit, seeds};

/// Words with years of all kinds.
const WORDS: [&str; 8] = [
    "Tăng từ 36% năm học 2025 - 2026 lên 45% năm học 2026 - 2027",
    "năm học 2025–2026 và năm học 2026–2027, năm học 2027-2028",
    "Thông tư số 57/2026/TT-BGDĐT ngày 07/7/2026; trước ngày 30/11/2026",
    "giai đoạn 2025 - 2030, năm 2026, năm 2027",
    "Tháng 10/2026 - 5/2027",
    "2025-2030",
    "2026 2027 - 2028 2026-2027",
    "Hằng tháng",
];

/// A text with each digit of a year put aside.
fn without_years(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 && piece.starts_with("20") {
            out.push_str("year");
            out.push_str(&piece[4..]);
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// The texts of work but its time and what became of it.
fn texts(item: &Item) -> Vec<String> {
    let item = Item {
        time: Typed::default(),
        result: String::new(),
        adjustment: String::new(),
        proof: String::new(),
        reason: String::new(),
        spent: Typed::default(),
        ..item.clone()
    };
    Item::TEXTS.iter().map(|one| one.get(&item).into_owned()).collect()
}

/// The small dossier after some edits, with years in the words of its work.
fn any_dossier(seeds: &[crate::any::Seed], words: &[usize]) -> Dossier {
    let mut dossier = dossier();
    for seed in seeds {
        if let Ok(next) = apply(&dossier, &edit(&dossier, seed)) {
            dossier = next;
        }
    }
    let mut words = words.iter().map(|word| WORDS[word % WORDS.len()]).cycle();
    let mut next = || words.next().unwrap().to_owned();
    for plan in &mut dossier.plans {
        let plan = Arc::make_mut(plan);
        plan.subject = vec![next()];
        for row in &mut plan.rows {
            if let Row::Item(item) = row {
                let item = Arc::make_mut(item);
                (item.target, item.actions, item.time) = (next(), next(), Typed::new(next()));
            }
        }
    }
    dossier
}

/// The paragraphs without what their fields say: those follow the plan they stand in.
fn typed(paragraphs: &[Paragraph]) -> Vec<Paragraph> {
    let mut typed = paragraphs.to_vec();
    for run in typed.iter_mut().flat_map(|paragraph| &mut paragraph.runs) {
        if run.field.is_some() {
            run.text.clear();
        }
    }
    typed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn nothing_is_lost_and_nothing_is_doubled(
        seeds in seeds(),
        words in prop::collection::vec(any::<usize>(), 1..20),
        chosen in prop::collection::vec(any::<bool>(), 1..12),
        rewrite in any::<bool>(),
        parts in any::<bool>(),
    ) {
        let dossier = any_dossier(&seeds, &words);
        for plan in &dossier.plans {
            let year = SchoolYear::starting(plan.school_year.second()).unwrap();
            let mut offer = offer(&dossier, plan, year);
            for (item, take) in offer.items.iter_mut().zip(chosen.iter().cycle()) {
                item.take = *take;
            }
            for change in &mut offer.changes {
                change.take = rewrite;
            }
            offer.parts = parts;
            let edit = make(&dossier, &offer, &mut FreshIds::from(dossier.next_id)).unwrap();
            let after = apply(&dossier, &edit).unwrap();
            after.check_rules().unwrap();
            prop_assert_eq!(after.plans.len(), dossier.plans.len() + 1);
            for (before, after) in dossier.plans.iter().zip(&after.plans) {
                prop_assert!(Arc::ptr_eq(before, after));
            }
            let new = after.plans.last().unwrap();
            let taken: Vec<_> = offer.items.iter().filter(|item| item.take).collect();
            prop_assert_eq!(new.items().count(), taken.len());
            for (new, offered) in new.items().zip(&taken) {
                let old = plan.item(offered.item).unwrap();
                prop_assert_eq!(&new.time, &offered.to);
                if rewrite {
                    let plain = |item: &Item| -> Vec<String> {
                        texts(item).iter().map(|text| without_years(text)).collect()
                    };
                    prop_assert_eq!(plain(new), plain(old));
                } else {
                    prop_assert_eq!(texts(new), texts(old));
                }
            }
            if !rewrite {
                prop_assert_eq!(&new.subject, &plan.subject);
                prop_assert_eq!(typed(&new.bases), typed(&plan.bases));
            }
            prop_assert_eq!(new.parts.len(), plan.parts.len());
            if parts {
                prop_assert_eq!(new.working_groups.len(), plan.working_groups.len());
                prop_assert_eq!(new.supervisors.len(), plan.supervisors.len());
            }
            prop_assert_eq!(&new.recipients, &plan.recipients);
        }
    }
}

//! Copies of a plan as it was at one moment: packed, unpacked, and known by their bytes.

use std::io::{Read as _, Write as _};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sha2::{Digest as _, Sha256};

use crate::plan::{Bytes, Dossier, Form, Frozen, Id, Plan, Review};

/// A copy never unpacks to more than this many bytes: a damaged one asks for no memory.
const LIMIT: u64 = 64 << 20;

/// The body of a copy: a dossier of this one plan with its form, its catalogue, the
/// abbreviations and the term dates by which it is understood; without its own copies, scans and
/// log, which tell of the time after it.
#[must_use]
pub fn freeze(dossier: &Dossier, plan: &Plan, form: &Arc<Form>) -> Bytes {
    let mut alone = plan.clone();
    alone.frozen.clear();
    alone.scans.clear();
    alone.log.clear();
    alone.set_aside.clear();
    (alone.issued, alone.sent, alone.amends, alone.about) = (None, false, None, None);
    for review in &mut alone.reviews {
        review.closed = None;
    }
    let body = Dossier {
        next_id: dossier.next_id,
        school: dossier.school.clone(),
        plans: vec![Arc::new(alone)],
        catalogues: dossier.catalogue_of(plan).into_iter().cloned().collect(),
        forms: vec![Arc::clone(form)],
        abbreviations: dossier.abbreviations.clone(),
        term_dates: dossier.term_dates.clone(),
        ..Dossier::default()
    };
    let json = serde_json::to_vec_pretty(&body).unwrap_or_default();
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
    // Memory takes all that is written.
    let packed = packed.write_all(&json).and_then(|()| packed.finish()).unwrap_or_default();
    Bytes::new(packed)
}

/// The dossier of one plan that a copy of it holds, under the numbers that the plan has now: one
/// that came out of another file has moved on with all of them. None where the bytes are no such
/// copy.
#[must_use]
pub fn thaw(copy: &Frozen, of: &Plan) -> Option<Dossier> {
    let mut json = String::new();
    let unpacked = DeflateDecoder::new(copy.body.as_slice());
    unpacked.take(LIMIT).read_to_string(&mut json).ok()?;
    let mut body = Dossier::from_json(&json).ok()?;
    let [alone] = body.plans.as_mut_slice() else { return None };
    if alone.paper != of.paper {
        return None;
    }
    let later = of.id.0.wrapping_sub(alone.id.0);
    if later != 0 {
        let new = alone.ids().map(|id| (id, Id(id.0.wrapping_add(later)))).collect();
        *alone = Arc::new(alone.renumbered(&new));
    }
    Some(body)
}

/// What was given out of a plan; none where it was not, or its copy cannot be read.
#[must_use]
pub fn issued(plan: &Plan) -> Option<Dossier> {
    thaw(plan.issued_copy()?, plan)
}

/// A plan as a review of it that is closed found it; none where its copy cannot be read.
#[must_use]
pub fn reviewed(plan: &Plan, review: &Review) -> Option<Dossier> {
    thaw(plan.frozen(review.closed?)?, plan)
}

/// Whether a copy of a plan can be read and its PDF is the one whose hash stands beside it.
#[must_use]
pub fn is_whole(copy: &Frozen, of: &Plan) -> bool {
    let pdf = copy.pdf.as_slice();
    let nothing = pdf.is_empty() && copy.sha256.is_empty();
    (nothing || sha256(pdf) == copy.sha256) && thaw(copy, of).is_some()
}

/// How many copies of a plan, as it was given out and as reviews found it, are damaged.
#[must_use]
pub fn damaged(plan: &Plan) -> usize {
    let closed = plan.reviews.iter().filter_map(|review| review.closed);
    let copies = closed.chain(plan.issued).filter_map(|id| plan.frozen(id));
    copies.filter(|copy| !is_whole(copy, plan)).count()
}

/// SHA-256 of bytes (FIPS 180-4), in 64 lower-case hexadecimal digits.
///
/// ```
/// use caitien::year::frozen::sha256;
/// assert!(sha256(b"abc").starts_with("ba7816bf8f01cfea"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut words = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // A text takes all that is written.
        let _ = write!(words, "{byte:02x}");
    }
    words
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::plan::{Item, Row, SchoolYear};

    fn copy(body: Bytes) -> Frozen {
        let at = date(2027, 1, 15).at(16, 40, 0, 0);
        Frozen { id: Id(9), at, body, pdf: Bytes::default(), sha256: String::new() }
    }

    #[test]
    fn a_copy_gives_back_the_plan_alone_as_it_was() {
        let item = Item { id: Id(2), content: "Thư viện".into(), ..Item::default() };
        let mut plan = Plan { id: Id(1), ..Plan::empty(SchoolYear::starting(2026).unwrap()) };
        plan.rows = vec![Row::Item(Arc::new(item))];
        let form = Arc::new(Form::empty(plan.form.clone()));
        let dossier =
            Dossier { next_id: Id(5), plans: vec![Arc::new(plan.clone())], ..Dossier::default() };
        let body = thaw(&copy(freeze(&dossier, &plan, &form)), &plan).unwrap();
        assert_eq!((*body.plans[0]).clone(), plan);
        assert_eq!(body.forms, [form]);
    }

    #[test]
    fn what_is_no_copy_gives_nothing() {
        let plan = Plan::empty(SchoolYear::starting(2026).unwrap());
        assert_eq!(thaw(&copy(Bytes::default()), &plan), None);
        assert_eq!(thaw(&copy(Bytes::new(vec![1, 2, 3])), &plan), None);
    }
}

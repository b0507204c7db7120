//! What a budget cell says.

mod around;
mod bound;
mod figure;
mod piece;
mod source;
mod sum;

use crate::plan::{Money, Per};
use crate::words;
use bound::Bound;
use figure::Reading;
use piece::Piece;
pub use source::canonical_source;

/// A longer cell is prose, of which no one sum is claimed (bytes).
const LONGEST: usize = 4_000;

/// What a budget cell says; nothing where it is not clear.
///
/// Text without a figure names sources ("Ngân sách, XHH"). One figure or one
/// range counts, or the total where one is said ("… = 18 triệu", "tổng 30 triệu");
/// several are never added up, and sums per pupil, class or anything else than
/// [`Per`] knows are not understood.
///
/// ```
/// use caitien::plan::Per;
/// use caitien::understand::understand_money;
/// let money = understand_money("5-7 triệu/năm");
/// assert_eq!((money.from, money.to), (Some(5_000_000), Some(7_000_000)));
/// assert_eq!(money.per, Some(Per::Year));
/// assert!(!understand_money("500.000 đồng/lớp").understood());
/// ```
#[must_use]
pub fn understand_money(text: &str) -> Money {
    if text.len() > LONGEST {
        return Money::default();
    }
    let text = words::nfc(text);
    let text = text.as_ref();
    let lower: String = text.chars().map(lower_of_same_length).collect();
    if source::is_nothing(&lower) {
        return Money { from: Some(0), to: Some(0), per: Some(Per::Once), sources: Vec::new() };
    }
    understand(text, &lower).unwrap_or_default()
}

/// Lower case where it takes as many bytes, so that places in one text are places in the other.
fn lower_of_same_length(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

fn understand(text: &str, lower: &str) -> Option<Money> {
    let pieces = piece::cut(lower);
    let mut equals = (0..pieces.len()).filter(|at| {
        let after_bound =
            at.checked_sub(1).is_some_and(|before| matches!(pieces[before].text, "<" | ">"));
        pieces[*at].text == "=" && !after_bound
    });
    if let Some(at) = equals.next() {
        return if equals.next().is_none() { reckoned(text, &pieces, at) } else { None };
    }
    let readings = figure::readings(&pieces)?;
    if readings.is_empty() {
        let mut sources = source::names(text);
        let unclear =
            around::speaks_of_money(&pieces) || sources.iter().any(|name| source::is_unclear(name));
        sources.retain(|name| !source::is_detail(name));
        return (!unclear).then_some(Money { sources, ..Money::default() });
    }
    let mut money = the_one(&pieces, &readings)?;
    money.per = Some(per(&pieces, &readings, money.per)?);
    money.sources = sources(text, &pieces, &readings);
    Some(money)
}

/// "1.500.000đ x 12 tháng = 18.000.000đ": what is said to come out, or what is said to be
/// made of the parts after "=".
fn reckoned(text: &str, pieces: &[Piece<'_>], at: usize) -> Option<Money> {
    let (left, right) = (&pieces[..at], &pieces[at + 1..]);
    let after = figure::readings(right)?;
    let before = figure::readings(left);
    let mut money = match (after.as_slice(), before.as_deref()) {
        // "1 suất = 500.000 đồng" is a price.
        ([one], _) if is_reckoning(left) => as_money(one),
        (parts @ [_, _, ..], Some([whole])) if sum_of(parts)? == whole.exact()? => as_money(whole),
        _ => return None,
    };
    money.per = Some(per(right, &after, money.per)?);
    let mut named = sources(text, right, &after);
    named.extend(sources(text, left, before.as_deref().unwrap_or_default()));
    money.sources = named;
    Some(money)
}

/// Whether pieces multiply or add up something.
fn is_reckoning(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| piece::is_times(piece.text) || piece.text == "+")
}

fn as_money(reading: &Reading) -> Money {
    Money { from: reading.from, to: reading.to, per: reading.per, sources: Vec::new() }
}

fn sum_of(readings: &[Reading]) -> Option<u64> {
    readings.iter().try_fold(0_u64, |sum, reading| sum.checked_add(reading.exact()?))
}

/// The one sum that several figures speak of: a range, a total with its parts, the same said twice.
fn the_one(pieces: &[Piece<'_>], readings: &[Reading]) -> Option<Money> {
    let [first, others @ ..] = readings else { return None };
    if others.is_empty() {
        // "đã chi 10 triệu", "năm trước 10 triệu": what was, and not what is planned.
        let before = &pieces[..first.pieces.start];
        let was = before
            .iter()
            .rev()
            .take(3)
            .any(|piece| matches!(piece.text, "đã" | "ngoái" | "trước" | "thiếu"));
        // "50 triệu + 10% VAT" is more.
        let mut after = pieces[first.pieces.end..].iter().skip_while(|piece| piece.text != "+");
        let more = after.any(|piece| piece.text.ends_with('%'));
        return (!was && !more).then(|| as_money(first));
    }
    // "trên 5 triệu, dưới 10 triệu"
    if let (Bound::AtLeast, [most @ Reading { bound: Bound::AtMost, .. }]) = (first.bound, others) {
        (first.from? <= most.to?).then_some(())?;
        let per = most.per.or(first.per);
        return Some(Money { from: first.from, to: most.to, per, sources: Vec::new() });
    }
    let between = |at: usize| {
        let start = at.checked_sub(1).map_or(0, |before| readings[before].pieces.end);
        &pieces[start..readings[at].pieces.start]
    };
    let totals: Vec<usize> = (0..readings.len()).filter(|at| names_a_total(between(*at))).collect();
    let sum = |skipped: usize| {
        let others = readings.iter().enumerate().filter(|(at, _)| *at != skipped);
        others.map(|(_, reading)| reading.exact()).try_fold(0_u64, |sum, one| sum.checked_add(one?))
    };
    if let [total] = totals.as_slice() {
        let whole = readings[*total].exact()?;
        let parts = readings.iter().enumerate().filter(|(at, _)| at != total);
        let each_fits = parts.clone().all(|(_, part)| part.exact().is_some_and(|one| one <= whole));
        let rates = parts.clone().any(|(_, part)| part.per.is_some());
        (each_fits && (rates || sum(*total)? <= whole)).then_some(())?;
        return Some(as_money(&readings[*total]));
    }
    (totals.is_empty()).then_some(())?;
    let whole = first.exact()?;
    let rest = sum(0)?;
    let joint = between(1);
    let says = |words: &[&str]| {
        joint
            .windows(words.len())
            .any(|some| some.iter().map(|one| one.text).eq(words.iter().copied()))
    };
    let in_bracket = joint.iter().any(|piece| piece.text == "(");
    let parts_follow = says(&["trong", "đó"]) || says(&["gồm"]);
    let made_of = parts_follow && rest <= whole || in_bracket && others.len() > 1 && rest == whole;
    // "50 triệu (đã chi 20 triệu)"
    let spent = in_bracket && others.len() == 1 && rest <= whole && says(&["đã"]);
    let again = others.len() == 1
        && rest == whole
        && (in_bracket || says(&["tức"]))
        && others[0].per.is_none_or(|per| first.per.is_none_or(|known| known == per));
    (made_of || spent || again).then(|| as_money(first))
}

/// "tổng", "tổng cộng", "cộng:" before a figure; not "tổng phụ trách".
fn names_a_total(before: &[Piece<'_>]) -> bool {
    (0..before.len()).any(|at| {
        let next = before.get(at + 1).map_or("", |piece| piece.text);
        match before[at].text {
            "tổng" => !matches!(next, "phụ" | "kết" | "hợp" | "thể" | "vệ" | "đội"),
            "cộng" => matches!(next, "" | ":"),
            _ => false,
        }
    })
}

/// Per what the sum is: what its figure says, and what the words around say.
fn per(pieces: &[Piece<'_>], readings: &[Reading], own: Option<Per>) -> Option<Per> {
    let mut per = own;
    for said in around::per_elsewhere(pieces, readings)? {
        match per {
            Some(known) if known != said => return None,
            _ => per = Some(said),
        }
    }
    Some(per.unwrap_or(Per::Once))
}

/// The sources named around the figures; what else stands there is what the money is for.
fn sources(text: &str, pieces: &[Piece<'_>], readings: &[Reading]) -> Vec<String> {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Vec::new() };
    let mut sources = Vec::new();
    let mut from = first.place.start;
    for reading in readings {
        let taken = &pieces[reading.pieces.clone()];
        let (Some(start), Some(end)) = (taken.first(), taken.last()) else { continue };
        sources.extend(source::names(&text[from..start.place.start]));
        from = end.place.end;
    }
    sources.extend(source::names(&text[from..last.place.end]));
    sources.retain(|name| source::is_named_source(name));
    sources
}

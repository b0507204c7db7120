//! Making a new plan: what is proposed from the school, the day and the catalogue.

use std::sync::Arc;

use jiff::civil::Date;

use crate::plan::fill::{KindWords, one_line};
use crate::plan::{
    Band, Catalogue, Form, Id, Letterhead, Ownership, Plan, PlanDate, Row, SchoolKind, SchoolYear,
    Signature, fill_paragraphs, fill_parts,
};
use crate::words::official;

/// A plan with everything proposed that can be: title, bases, opening, parts with their
/// words, first band, reviews, recipients, signature. All ids are fresh from `first_id`.
#[must_use]
pub fn new_plan(
    school: &Letterhead,
    year: SchoolYear,
    form: &Form,
    catalogue: Option<&Catalogue>,
    today: Date,
    first_id: Id,
) -> Plan {
    let mut plan = Plan::empty(year);
    plan.id = first_id;
    plan.form = form.id.clone();
    plan.catalogue = catalogue.map(|catalogue| catalogue.id.clone());
    plan.letterhead = school.clone();
    plan.symbol = if school.code.trim().is_empty() {
        official::PLAN_CODE.to_owned()
    } else {
        format!("{}-{}", official::PLAN_CODE, school.code.trim())
    };
    plan.date =
        PlanDate { day: None, month: u8::try_from(today.month()).ok(), year: Some(today.year()) };
    official::PLAN.clone_into(&mut plan.doc_type);
    plan.subject = vec![format!("Cải tiến chất lượng giáo dục năm học {year}")];
    plan.bases = fill_paragraphs(&form.bases, &plan, catalogue);
    plan.opening = fill_paragraphs(&form.opening, &plan, catalogue);
    plan.parts = fill_parts(&form.parts, &plan, catalogue, first_id.next());
    let next_id = plan.parts.last().map_or(first_id, |part| part.id).next();
    plan.rows = catalogue
        .and_then(first_band)
        .map(|text| Row::Band(Arc::new(Band { id: next_id, text })))
        .into_iter()
        .collect();
    plan.reviews.clone_from(&form.review_rows);
    plan.recipients = propose_recipients(school);
    plan.signatures = vec![propose_signature(school)];
    plan.fill_fields();
    let mut next = next_id.next();
    plan.with_ids(&mut |id| {
        if !id.is_none() {
            return id;
        }
        let given = next;
        next = next.next();
        given
    })
}

/// "MỨC 1, 2, 3" for a catalogue with a list of level-4 criteria beside its levels.
#[must_use]
pub fn first_band(catalogue: &Catalogue) -> Option<String> {
    (catalogue.has_level_4 && catalogue.levels > 0).then(|| {
        let levels: Vec<String> = (1..=catalogue.levels).map(|level| level.to_string()).collect();
        format!("MỨC {}", levels.join(", "))
    })
}

/// Direct authority first, then the council, then the archive.
fn propose_recipients(school: &Letterhead) -> Vec<String> {
    let authority = if school.kind.has_upper_secondary() {
        "Sở GDĐT (để b/c)".to_owned()
    } else {
        let body = one_line(&school.governing_body);
        let unit = body.strip_prefix("Ủy ban nhân dân ").unwrap_or(&body);
        match unit.strip_prefix("UBND ") {
            Some(unit) => format!("UBND {} (để b/c)", with_small_kind(unit)),
            None if body.is_empty() => "UBND xã, phường (để b/c)".to_owned(),
            None if unit.len() < body.len() => format!("UBND {} (để b/c)", with_small_kind(unit)),
            None => format!("{body} (để b/c)"),
        }
    };
    vec![authority, "Hội đồng tự đánh giá (để t/h)".to_owned(), official::ARCHIVE.to_owned()]
}

/// Recipients with the archive at their end.
#[must_use]
pub fn with_archive(recipients: &[String]) -> Vec<String> {
    let written =
        recipients.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
    let mut lines = recipients[..written].to_vec();
    lines.push(official::ARCHIVE.to_owned());
    lines
}

/// "Phường An Khê" inside a line is written "phường An Khê".
fn with_small_kind(unit: &str) -> String {
    for kind in ["phường", "xã", "đặc khu", "thành phố", "quận", "huyện", "thị xã", "thị trấn"]
    {
        if let Some(rest) = after_word(unit, kind) {
            return format!("{kind}{rest}");
        }
    }
    unit.to_owned()
}

/// The text after a leading word in any case.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let (first, rest) = text.split_at(end);
    (first.to_lowercase() == word && (rest.is_empty() || rest.starts_with(' '))).then_some(rest)
}

/// HIỆU TRƯỞNG, or GIÁM ĐỐC of a centre, with the leader's name where the school has one.
fn propose_signature(school: &Letterhead) -> Signature {
    let head = KindWords::of(school.kind).head;
    let name = school
        .leaders
        .iter()
        .find(|leader| leader.position.trim().to_lowercase() == head.to_lowercase())
        .map(|leader| leader.name.trim().to_owned())
        .unwrap_or_default();
    Signature { position: head.to_uppercase(), name, ..Signature::default() }
}

/// Who approves a plan, on the left of who signs it: the authority over the school.
#[must_use]
pub fn propose_approval(letterhead: &Letterhead, id: Id) -> Signature {
    let lines = letterhead.governing_body.trim().to_uppercase();
    let line = match lines.as_str() {
        "" => official::APPROVED.to_owned(),
        authority => format!("{} {}", official::APPROVED_BY, one_line(authority)),
    };
    Signature { id, authority: vec![line], approves: true, ..Signature::default() }
}

/// The school's part of the symbol, from its name: "Trường THCS Hoa Sữa" gives "THCSHS".
///
/// Short forms such as THCS are kept whole, other words give their first letter without
/// marks (Đ stays), "và" gives &; digits stay.
#[must_use]
pub fn propose_code(school: &str) -> String {
    const SHORT: [&str; 20] = [
        "TH", "THCS", "THPT", "PT", "PTCS", "PTTH", "PTDTNT", "PTDTBT", "DTNT", "DTBT", "MN", "MG",
        "GDTX", "GDNN", "TTGDTX", "TTGDNN", "CS", "GD", "TT", "NT",
    ];
    let name = one_line(school);
    let name = after_word(&name, "trường").unwrap_or(&name);
    let mut code = String::new();
    for word in name.split_whitespace() {
        if word.to_lowercase() == "và" {
            code.push('&');
            continue;
        }
        for piece in word.split_inclusive(['&', '-', '–']) {
            let (letters, joint) = match piece.char_indices().next_back() {
                Some((at, '&')) => (&piece[..at], "&"),
                Some((at, '-' | '–')) => (&piece[..at], "-"),
                _ => (piece, ""),
            };
            if SHORT.contains(&letters) || letters.chars().all(|c| c.is_ascii_digit()) {
                code.push_str(letters);
            } else {
                code.extend(letters.chars().find(|c| c.is_alphanumeric()).map(code_letter));
            }
            code.push_str(joint);
        }
    }
    code.trim_matches(['&', '-']).to_owned()
}

/// A letter in capitals and without marks; Đ stays.
fn code_letter(c: char) -> char {
    match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'A',
        'è'..='ê' | 'ẹ'..='ệ' => 'E',
        'ì' | 'í' | 'ĩ' | 'ỉ' | 'ị' => 'I',
        'ò'..='õ' | 'ơ' | 'ọ'..='ợ' => 'O',
        'ù' | 'ú' | 'ũ' | 'ư' | 'ụ'..='ự' => 'U',
        'ý' | 'ỳ'..='ỹ' => 'Y',
        'đ' => 'Đ',
        plain => plain.to_uppercase().next().unwrap_or(plain),
    }
}

/// Cơ quan chủ quản since 01/7/2025: Sở GDĐT for a school with a THPT level, else the
/// people's committee of `unit` ("phường An Khê", "xã Đông Hải"); none for a private school.
#[must_use]
pub fn propose_governing_body(kind: SchoolKind, ownership: Ownership, unit: &str) -> String {
    if ownership == Ownership::Private {
        return String::new();
    }
    if kind.has_upper_secondary() {
        return "Sở Giáo dục và Đào tạo".to_owned();
    }
    match one_line(unit).as_str() {
        "" => "UBND xã".to_owned(),
        unit => format!("UBND {}", with_small_kind(unit)),
    }
}

/// Địa danh of a unit: "phường An Khê" gives "An Khê"; a number keeps its kind: "Phường 3".
#[must_use]
pub fn propose_place(unit: &str) -> String {
    let unit = one_line(unit);
    for kind in ["phường", "xã", "đặc khu"] {
        if let Some(rest) = after_word(&unit, kind) {
            let name = rest.trim();
            return if name.starts_with(|c: char| c.is_ascii_digit()) {
                let mut letters = kind.chars();
                let first: String =
                    letters.next().into_iter().flat_map(char::to_uppercase).collect();
                format!("{first}{} {name}", letters.as_str())
            } else {
                name.to_owned()
            };
        }
    }
    unit
}

//! A word between braces that the program should have filled is left in the plan's texts.

use super::{FindingKind, Rule, Severity};
use crate::check::rule::{Found, Subject};
use crate::plan::{Block, FILL_WORDS, InfoField, Record, Row, Spot, fill_words_in};

pub(super) const RULE: Rule = Rule { code: "fill-word-left", severity: Severity::Error, find };

/// All texts, also those that are not printed now: another form may print them.
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let plan = subject.plan;
    let mut look = |at: Spot, text: &str| {
        let mut said: Vec<&str> = Vec::new();
        for word in fill_words_in(text).filter(|word| FILL_WORDS.contains(word)) {
            if !said.contains(&word) {
                said.push(word);
                found.push(at.clone(), FindingKind::FillWord(word.to_owned()));
            }
        }
    };
    let info = Spot::Info;
    look(info(InfoField::GoverningBody), &plan.letterhead.governing_body);
    look(info(InfoField::School), &plan.letterhead.school);
    look(info(InfoField::Address), &plan.letterhead.address);
    look(info(InfoField::Place), &plan.letterhead.place);
    look(info(InfoField::Number), &plan.number);
    look(info(InfoField::Symbol), &plan.symbol);
    look(info(InfoField::DocType), &plan.doc_type);
    look(info(InfoField::Subject), &plan.subject.join("\n"));
    look(info(InfoField::Recipients), &plan.recipients.join("\n"));
    for signature in &plan.signatures {
        let lines = signature.authority.iter().chain([&signature.position, &signature.name]);
        lines.for_each(|line| look(info(InfoField::Signatures), line));
    }
    plan.bases.iter().for_each(|paragraph| look(Spot::Bases, &paragraph.text()));
    plan.opening.iter().for_each(|paragraph| look(Spot::Opening, &paragraph.text()));
    for part in &plan.parts {
        look(Spot::Part(part.id), &part.heading);
        for block in &part.blocks {
            if let Block::Paragraph(paragraph) = block {
                look(Spot::Part(part.id), &paragraph.text());
            }
        }
    }
    for row in &plan.rows {
        match row {
            Row::Band(band) => look(Spot::Row(band.id, None), &band.text),
            Row::Group(group) => look(Spot::Row(group.id, None), &group.title),
            Row::Item(item) => {
                each(item.as_ref(), |field, text| look(Spot::Row(item.id, Some(field)), text));
            }
        }
    }
    for problem in &plan.problems {
        each(problem.as_ref(), |field, text| look(Spot::Problem(problem.id, Some(field)), text));
    }
    for (at, review) in plan.reviews.iter().enumerate() {
        each(review, |field, text| look(Spot::Review(at, Some(field)), text));
    }
    for (at, one) in plan.supervisors.iter().enumerate() {
        each(one, |_, text| look(Spot::Supervisor(at), text));
    }
    for (at, group) in plan.working_groups.iter().enumerate() {
        each(group, |_, text| look(Spot::WorkingGroup(at), text));
        group.members.iter().for_each(|member| look(Spot::WorkingGroup(at), &member.name));
    }
}

fn each<R: Record>(record: &R, mut visit: impl FnMut(crate::plan::Field, &str)) {
    for one in R::TEXTS {
        visit(one.field, &one.get(record));
    }
}

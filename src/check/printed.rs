//! The words that the paper prints, with their places, in its order.

use super::rule::Subject;
use crate::plan::{
    Block, GroupNumber, InfoField, Record, Row, Spot, Supervisor, TableKind, WorkingGroup,
};
use crate::words;

impl Subject<'_> {
    /// Visits each printed text as it is printed; capitals where the paper has them.
    pub fn each_printed(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        self.head(visit);
        let mut rows_seen = false;
        for part in self.printed_parts() {
            visit(&Spot::Part(part.id), &words::upper(&part.heading));
            for block in &part.blocks {
                match block {
                    Block::Paragraph(paragraph) => visit(&Spot::Part(part.id), &paragraph.text()),
                    Block::Rows => {
                        if !std::mem::replace(&mut rows_seen, true) {
                            self.rows(visit);
                        }
                    }
                    Block::Problems => self.problems(visit),
                    Block::Reviews => self.reviews(visit),
                    Block::Members => self.members(visit),
                    Block::Groups => self.groups(visit),
                }
            }
        }
        if !rows_seen {
            // The rows are the plan's work, even while no part shows them.
            self.rows(visit);
        }
        self.foot(visit);
    }

    fn head(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        let plan = self.plan;
        let info = Spot::Info;
        visit(&info(InfoField::GoverningBody), &words::upper(&plan.letterhead.governing_body));
        visit(&info(InfoField::School), &words::upper(&plan.letterhead.school));
        visit(&info(InfoField::Number), &plan.number);
        visit(&info(InfoField::Symbol), &plan.symbol);
        visit(&info(InfoField::Place), &plan.letterhead.place);
        visit(&info(InfoField::DocType), &words::upper(&plan.doc_type));
        for line in &plan.subject {
            visit(&info(InfoField::Subject), line);
        }
        for paragraph in &plan.bases {
            visit(&Spot::Bases, &paragraph.text());
        }
        for paragraph in &plan.opening {
            visit(&Spot::Opening, &paragraph.text());
        }
    }

    fn rows(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        let columns = self.printed_fields(TableKind::Rows);
        for row in &self.plan.rows {
            match row {
                Row::Band(band) if self.form.prints_bands() => {
                    visit(&Spot::Row(band.id, None), &band.text);
                }
                Row::Group(group) if self.form.prints_groups() => {
                    let at = Spot::Row(group.id, None);
                    if let GroupNumber::Typed(number) = &group.tt {
                        visit(&at, number);
                    }
                    visit(&at, &group.title);
                }
                Row::Band(_) | Row::Group(_) => {}
                Row::Item(item) => {
                    for field in self.texts_printed(item, &columns) {
                        let text = item.text(field).unwrap_or_default();
                        visit(&Spot::Row(item.id, Some(field)), text);
                    }
                    if self.form.narrative
                        && let Some(problem) = item.problem.and_then(|id| self.plan.problem(id))
                    {
                        let at = Spot::Problem(problem.id, Some(crate::plan::Field::Weakness));
                        visit(&at, &problem.weakness);
                    }
                }
            }
        }
    }

    fn problems(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        let columns = self.printed_fields(TableKind::Problems);
        for problem in &self.plan.problems {
            for &field in &columns {
                let text = problem.text(field).unwrap_or_default();
                visit(&Spot::Problem(problem.id, Some(field)), text);
            }
        }
    }

    fn reviews(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        let columns = self.printed_fields(TableKind::Reviews);
        for review in &self.plan.reviews {
            for &field in &columns {
                let text = review.text(field).unwrap_or_default();
                visit(&Spot::Review(review.id, Some(field)), text);
            }
        }
    }

    fn members(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        for member in &self.plan.supervisors {
            for one in Supervisor::TEXTS {
                visit(&Spot::Supervisor(member.id), &one.get(member));
            }
        }
    }

    fn groups(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        for group in &self.plan.working_groups {
            let at = Spot::WorkingGroup(group.id);
            for one in WorkingGroup::TEXTS {
                visit(&at, &one.get(group));
            }
            for member in &group.members {
                visit(&at, &member.name);
            }
        }
    }

    fn foot(&self, visit: &mut dyn FnMut(&Spot, &str)) {
        for line in &self.plan.recipients {
            visit(&Spot::Info(InfoField::Recipients), line);
        }
        let at = Spot::Info(InfoField::Signatures);
        for signature in &self.plan.signatures {
            for line in &signature.authority {
                visit(&at, &words::upper(line));
            }
            visit(&at, &words::upper(&signature.position));
            visit(&at, &signature.name);
        }
    }
}

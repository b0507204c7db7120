//! Dots that stand in a paper about a plan for what its file does not know: hours, who came, what
//! was said and decided.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::texts::Of;

pub(super) const RULE: Rule = Rule {
    code: "not-written",
    severity: Severity::Warning,
    source: Source::Printing,
    find: |subject, found| {
        let paper = subject.plan.paper;
        if paper.is_plan() {
            return;
        }
        let told = |of: Of| matches!(of, Of::Paragraph(..) | Of::Cell(_));
        let texts = subject.texts.iter().filter(|text| told(text.of));
        let places = texts.map(|text| (&text.at, runs_of_dots(&text.words)));
        let places: Vec<_> = places.filter(|(_, count)| *count > 0).collect();
        let count = places.iter().map(|(_, count)| count).sum();
        if let Some((first, _)) = places.first() {
            found.push((*first).clone(), FindingKind::Unwritten { paper, count });
        }
    },
};

/// How many runs of dots stand in a text; "./." is none, "và …" and "v.v..." are.
fn runs_of_dots(text: &str) -> usize {
    let dots = text.split(|c| c != '…' && c != '.');
    dots.filter(|run| run.contains('…') || run.len() > 2).count()
}

#[cfg(test)]
mod tests {
    use super::runs_of_dots;

    #[test]
    fn runs_of_dots_are_counted() {
        for (text, count) in [
            ("", 0),
            ("Nhất trí./.", 0),
            ("Số 18/2018/TT-BGDĐT. Tiêu chí 1.6.", 0),
            ("Kết luận của chủ tọa: …", 1),
            ("… giờ ... phút, ngày 15 tháng 01 năm ……./.", 3),
        ] {
            assert_eq!(runs_of_dots(text), count, "{text}");
        }
    }
}

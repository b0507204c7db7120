//! Beside the pages: whether they are ready to be signed, and how they print.

use egui::Ui;

use crate::check::{Finding, Severity};
use crate::document::chart;
use crate::edit::make::propose_approval;
use crate::edit::{Elements, List, PlanValue, Value};
use crate::messages::{self, findings, print as words, stages};
use crate::plan::{InfoField, Paper, Place, Spot};
use crate::session::PaperKind;
use crate::ui::Command;
use crate::ui::paper::name_of;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::views::info::not_printed;
use crate::ui::widgets::{self, Kind, Tone};
use crate::words::order;

use super::{PrintState, issued, look, scans};

/// How many findings are named before the rest is counted.
const NAMED: usize = 4;

/// Draws it.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    ui.spacing_mut().item_spacing.y = 8.0;
    if cx.plan.issued.is_some() {
        issued::side(ui, cx, state, requests);
        rule(ui);
        scans::show(ui, cx, requests);
        rule(ui);
    }
    if cx.plan.issued.is_some() && !state.shows_present(cx.plan.id) {
        words_of_pages(ui, cx, state, requests);
    } else {
        ready(ui, cx, requests);
        let asks = cx.plan.issued.is_none();
        if asks && widgets::button(ui, Kind::Secondary, Command::Issue.label()).clicked() {
            state.issuing.ask_issue(cx);
        }
        if asks {
            issued::history(ui, cx);
        }
        rule(ui);
        options(ui, cx, state, requests);
    }
    rule(ui);
    with_work(ui, cx, state, requests);
    if cx.plan.issued.is_none() {
        rule(ui);
        scans::show(ui, cx, requests);
    }
}

fn rule(ui: &mut Ui) {
    ui.add_space(4.0);
    ui.separator();
    ui.add_space(4.0);
}

/// What is done with the words of the pages shown, and how many sheets they are.
fn words_of_pages(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    if widgets::link(ui, words::FIND_LINK).clicked() {
        state.find.open();
    }
    let Some(made) = cx.paper.made() else { return };
    if widgets::link(ui, words::COPY_PAGE).clicked() {
        let text = made.words.text(state.page);
        requests.push(Request::Copy { text, html: None });
        requests.push(Request::Notice(words::page_copied(state.page)));
    }
    widgets::small(ui, &words::sheets(made.sizes.len()));
}

pub(super) fn title(ui: &mut Ui, words: &str) {
    let theme = theme::of(ui);
    ui.label(egui::RichText::new(words).font(theme::bold(size::CARD)).color(theme.text));
}

fn ready(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    let worst = cx.findings.iter().map(|finding| finding.severity).min();
    title(ui, words::ready(worst));
    if worst.is_none() {
        line(ui, Tone::Done, "✓", words::NOTHING_FOUND);
    }
    let mut sorted: Vec<&Finding> = cx.findings.iter().collect();
    order::by_key(&mut sorted, |finding| finding.severity);
    let named = gathered(sorted.iter().copied(), NAMED);
    let told: usize = named.iter().map(|(_, count)| count).sum();
    for (finding, count) in named {
        let tone = match finding.severity {
            Severity::Error => Tone::Late,
            Severity::Warning => Tone::Due,
            Severity::Note => Tone::Plain,
        };
        line(ui, tone, "•", &findings::title_of_several(cx.dossier, finding, count));
        if widgets::link(ui, stages::OPEN_PLACE).clicked() {
            requests.push(Request::Go(finding.place.clone()));
        }
    }
    let more = sorted.len() > told;
    if more && widgets::link(ui, &words::all_findings(sorted.len())).clicked() {
        requests.push(Request::Show(Stage::Findings));
    }
    for problem in cx.paper.made().map(|made| made.problems.as_slice()).unwrap_or_default() {
        line(ui, Tone::Due, "•", &messages::layout_problem(problem));
    }
    if let Some(words) = not_printed(cx) {
        line(ui, Tone::Due, "•", &words);
    }
}

/// The first so many that say something else, each with how many say the same.
pub(super) fn gathered<'f>(
    findings: impl Iterator<Item = &'f Finding>,
    most: usize,
) -> Vec<(&'f Finding, usize)> {
    let mut named: Vec<(&Finding, usize)> = Vec::new();
    for finding in findings {
        match named.iter().position(|(known, _)| says_the_same(known, finding)) {
            Some(at) => named[at].1 += 1,
            None if named.len() < most => named.push((finding, 1)),
            None => {}
        }
    }
    named
}

/// Whether their titles are the same, without making them.
fn says_the_same(one: &Finding, other: &Finding) -> bool {
    let field = |finding: &Finding| match &finding.place.at {
        Spot::Row(_, field) => (0, *field),
        Spot::Problem(_, field) => (1, *field),
        Spot::Review(_, field) => (2, *field),
        _ => (3, None),
    };
    one.kind == other.kind && field(one) == field(other)
}

pub(super) fn line(ui: &mut Ui, tone: Tone, sign: &str, words: &str) {
    let theme = theme::of(ui);
    let (ink, _) = tone.colours(&theme);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(egui::RichText::new(sign).font(theme::bold(size::BODY)).color(ink));
        widgets::body(ui, words);
    });
}

fn options(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    title(ui, words::OPTIONS);
    let (mut across, mut draft) = (cx.plan.options.tables_across, cx.plan.options.draft_mark);
    if !cx.form.narrative && widgets::checkbox(ui, &mut across, words::ACROSS).changed() {
        requests.set(cx.plan.id, Value::Plan(PlanValue::TablesAcross(across)));
    }
    if widgets::checkbox(ui, &mut draft, words::DRAFT).changed() {
        requests.set(cx.plan.id, Value::Plan(PlanValue::DraftMark(draft)));
    }
    drawing(ui, cx, requests);
    approval(ui, cx, requests);
    words_of_pages(ui, cx, state, requests);
    look::fit(ui, cx, &mut state.fit_to, requests);
    let label = if state.look_open { words::HIDE_LOOK } else { words::LOOK };
    if widgets::link(ui, label).clicked() {
        state.look_open = !state.look_open;
    }
    if state.look_open {
        look::show(ui, cx, requests);
    }
    ui.add_space(4.0);
    widgets::small(ui, words::FILE_NAME);
    let present = state.shows_present(cx.plan.id);
    widgets::small(ui, &name_of(&PaperKind::Pdf, cx.plan, present));
    if widgets::link(ui, Command::OpenFolder.label()).clicked() {
        requests.run(Command::OpenFolder);
    }
}

/// Whether what is drawn goes along: the timeline of a plan, the chart of a report.
fn drawing(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    let label = match cx.plan.paper {
        Paper::Plan => words::APPENDIX,
        Paper::Report => words::CHART,
        Paper::Minutes | Paper::Supplement => return,
    };
    let mut along = cx.plan.options.timeline_appendix;
    if widgets::checkbox(ui, &mut along, label).changed() {
        requests.set(cx.plan.id, Value::Plan(PlanValue::TimelineAppendix(along)));
    }
    if along && cx.plan.paper == Paper::Report && chart(cx.plan).is_none() {
        line(ui, Tone::Due, "•", words::NO_CHART);
    }
}

/// What prints with the work, and what is sent round for it.
fn with_work(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    if cx.plan.paper.is_plan() {
        state.sheets.show(ui, cx, requests);
        rule(ui);
    }
    title(ui, words::COLLECT);
    widgets::small(ui, words::COLLECT_HELP);
    for command in [Command::Collect, Command::ImportExcel] {
        if widgets::link(ui, command.label()).clicked() {
            requests.run(command);
        }
    }
}

/// Whether somebody approves the plan, on the left of who signs it.
fn approval(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    let signatures = &cx.plan.signatures;
    let approval = signatures.iter().find(|one| one.approves);
    if approval.is_none() && signatures.len() > 1 {
        return;
    }
    let mut approved = approval.is_some();
    if widgets::checkbox(ui, &mut approved, words::APPROVED).changed() {
        if let Some(approval) = approval {
            requests.remove(cx.plan.id, List::Signatures, vec![approval.id]);
            requests.offer_undo(words::APPROVAL_GONE.to_owned());
        } else {
            let id = requests.fresh().give();
            let new = propose_approval(&cx.plan.letterhead, id);
            let at = signatures.len();
            requests.insert(cx.plan.id, at, Elements::Signatures(vec![new]));
        }
    }
    if approval.is_some() && widgets::link(ui, words::EDIT_APPROVAL).clicked() {
        let at = Spot::Info(InfoField::Signatures);
        requests.push(Request::Go(Place { plan: cx.plan.id, at }));
    }
}

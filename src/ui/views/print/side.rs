//! Beside the pages: whether they are ready to be signed, and how they print.

use egui::Ui;

use crate::check::{Finding, Severity};
use crate::edit::{PlanValue, Value};
use crate::messages;
use crate::ui::Command;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Tone};

/// How many findings are named before the rest is counted.
const NAMED: usize = 4;

/// Draws it.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    ui.spacing_mut().item_spacing.y = 8.0;
    ready(ui, cx, requests);
    ui.add_space(4.0);
    ui.separator();
    ui.add_space(4.0);
    options(ui, cx, requests);
}

fn title(ui: &mut Ui, words: &str) {
    let theme = theme::of(ui);
    ui.label(egui::RichText::new(words).font(theme::bold(size::CARD)).color(theme.text));
}

fn ready(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    let worst = cx.findings.iter().map(|finding| finding.severity).min();
    title(
        ui,
        match worst {
            Some(Severity::Error) => "Cần sửa trước khi in",
            Some(Severity::Warning) => "Sẵn sàng in, có điều nên xem lại",
            Some(Severity::Note) | None => "Sẵn sàng in",
        },
    );
    if worst.is_none() {
        line(ui, Tone::Done, "✓", "Không thấy điều gì cần sửa");
    }
    let mut sorted: Vec<&Finding> = cx.findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    for finding in sorted.iter().take(NAMED) {
        let tone = match finding.severity {
            Severity::Error => Tone::Late,
            Severity::Warning => Tone::Due,
            Severity::Note => Tone::Plain,
        };
        line(ui, tone, "•", &messages::finding_title(cx.dossier, finding));
        if widgets::link(ui, "Mở chỗ cần sửa").clicked() {
            requests.push(Request::Go(finding.place.clone()));
        }
    }
    if sorted.len() > NAMED {
        let count = crate::words::number(sorted.len() as u64);
        let rest = format!("Xem cả {count} điều trong Kiểm tra");
        if widgets::link(ui, &rest).clicked() {
            requests.push(Request::Show(Stage::Findings));
        }
    }
    for problem in cx.paper.made().map(|made| made.problems.as_slice()).unwrap_or_default() {
        line(ui, Tone::Due, "•", &messages::layout_problem(problem));
    }
}

fn line(ui: &mut Ui, tone: Tone, sign: &str, words: &str) {
    let theme = theme::of(ui);
    let (ink, _) = tone.colours(&theme);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(egui::RichText::new(sign).font(theme::bold(size::BODY)).color(ink));
        widgets::body(ui, words);
    });
}

fn options(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    title(ui, "Tùy chọn");
    let (mut across, mut draft) = (cx.plan.options.tables_across, cx.plan.options.draft_mark);
    if !cx.form.narrative && widgets::checkbox(ui, &mut across, "Bảng in khổ ngang").changed() {
        requests.set(cx.plan.id, Value::Plan(PlanValue::TablesAcross(across)));
    }
    if widgets::checkbox(ui, &mut draft, "Ghi “DỰ THẢO”").changed() {
        requests.set(cx.plan.id, Value::Plan(PlanValue::DraftMark(draft)));
    }
    ui.add_space(4.0);
    widgets::small(ui, "Tên tệp đề xuất khi xuất:");
    widgets::small(ui, &crate::export::file_name(cx.plan));
    if widgets::link(ui, Command::OpenFolder.label()).clicked() {
        requests.run(Command::OpenFolder);
    }
}

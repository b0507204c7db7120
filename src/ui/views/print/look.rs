//! Beside the pages: letters, spacing and margins, and how many pages there may be.

use egui::Ui;

use crate::edit::{Act, Edit, PageValue, PlanEdit, PlanValue, Value};
use crate::messages::print as words;
use crate::plan::PageLook;
use crate::plan::Within;
use crate::session::Fit;
use crate::ui::request::{Request, Requests};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind, select};

/// What a person chooses among.
struct Choice {
    label: &'static str,
    now: u16,
    /// The usual ones; the one of now may be another.
    all: &'static [u16],
    name: fn(u16) -> String,
    set: fn(u16) -> PageValue,
}

/// Every choice, two side by side.
fn choices(look: &PageLook) -> [[Choice; 2]; 4] {
    let margin = |label, now, all, set| Choice { label, now, all, name: words::millimetres, set };
    [
        [
            Choice {
                label: words::LETTERS,
                now: look.letters.get(),
                all: &[13, 14],
                name: words::points,
                set: |size| PageValue::Letters(Within::near(size)),
            },
            Choice {
                label: words::LINE_SPACING,
                now: look.line_spacing.get(),
                all: &[1000, 1087, 1150, 1200, 1300, 1400, 1500],
                name: words::lines,
                set: |spacing| PageValue::LineSpacing(Within::near(spacing)),
            },
        ],
        [
            Choice {
                label: words::PARAGRAPH_GAP,
                now: look.paragraph_gap.get(),
                all: &[6, 8, 10, 12],
                name: words::points,
                set: |gap| PageValue::ParagraphGap(Within::near(gap)),
            },
            Choice {
                label: words::FIRST_LINE,
                now: look.first_line.get(),
                all: &[100, 127],
                name: words::centimetres,
                set: |indent| PageValue::FirstLine(Within::near(indent)),
            },
        ],
        [
            margin(words::MARGIN_TOP, look.margin_top.get(), &EDGE, |margin| {
                PageValue::MarginTop(Within::near(margin))
            }),
            margin(words::MARGIN_BOTTOM, look.margin_bottom.get(), &EDGE, |margin| {
                PageValue::MarginBottom(Within::near(margin))
            }),
        ],
        [
            margin(words::MARGIN_LEFT, look.margin_left.get(), &LEFT, |margin| {
                PageValue::MarginLeft(Within::near(margin))
            }),
            margin(words::MARGIN_RIGHT, look.margin_right.get(), &RIGHT, |margin| {
                PageValue::MarginRight(Within::near(margin))
            }),
        ],
    ]
}

/// Margins, mm.
const EDGE: [u16; 6] = [20, 21, 22, 23, 24, 25];
/// See [`EDGE`].
const LEFT: [u16; 6] = [30, 31, 32, 33, 34, 35];
/// See [`EDGE`].
const RIGHT: [u16; 6] = [15, 16, 17, 18, 19, 20];

/// How letters, spacing and margins are chosen.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    let look = &cx.plan.options.page;
    let half = (ui.available_width() - 8.0) / 2.0;
    for pair in choices(look) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for Choice { label, now, all, name, set } in pair {
                let mut all = all.to_vec();
                if let Err(at) = all.binary_search(&now) {
                    all.insert(at, now);
                }
                let names: Vec<String> = all.iter().map(|one| name(*one)).collect();
                let chosen = all.iter().position(|one| *one == now);
                if let Some(picked) = select(ui, label, label, Some(half), &names, chosen) {
                    requests.set(cx.plan.id, Value::Plan(PlanValue::Page(set(all[picked]))));
                }
            }
        });
    }
    let usual = PageLook::default();
    if *look != usual && widgets::link(ui, words::USUAL_LOOK).clicked() {
        requests.push(change(cx, &usual, Act::UsualLook));
    }
}

/// "Thu cho vừa … trang": how many, what would change, and the button that does it.
pub fn fit(ui: &mut Ui, cx: &ViewCx<'_>, wanted: &mut Option<usize>, requests: &mut Requests) {
    let pages = cx.paper.made().map_or(0, |made| made.own_pages);
    if pages < 2 {
        return;
    }
    let all: Vec<usize> = (1..pages).rev().take(12).collect();
    let now = wanted.filter(|wanted| all.contains(wanted)).unwrap_or(pages - 1);
    let names: Vec<String> = all.iter().map(|pages| words::pages(*pages)).collect();
    let chosen = all.iter().position(|one| *one == now);
    let label = words::FIT;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let half = (ui.available_width() - 8.0) / 2.0;
        if let Some(picked) = select(ui, "fit", label, Some(half), &names, chosen) {
            *wanted = Some(all[picked]);
        }
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
            if widgets::button(ui, Kind::Secondary, words::TRY).clicked() {
                requests.push(Request::FitPages(now));
            }
        });
    });
    if cx.paper.fitting() {
        widgets::small(ui, words::TRYING);
        return;
    }
    let found = cx.paper.fitted().filter(|found| {
        found.edition.plan == cx.plan.id
            && found.edition.revision == cx.revision
            && found.pages == now
    });
    let Some(found) = found else { return };
    match found.fit {
        Fit::Not { fewest } => {
            widgets::small(ui, &words::cannot_fit(now, fewest));
        }
        Fit::With(look) => {
            widgets::small(ui, &words::would_fit(now, &cx.plan.options.page, &look));
            if look != cx.plan.options.page
                && widgets::button(ui, Kind::Secondary, words::FIT_NOW).clicked()
            {
                requests.push(change(cx, &look, Act::FitPages(now)));
            }
        }
    }
}

/// What brings the plan's pages to this look, as one act.
fn change(cx: &ViewCx<'_>, look: &PageLook, act: Act) -> Request {
    let edits = PageValue::between(&cx.plan.options.page, look).into_iter().map(|value| {
        let change = PlanEdit::SetValue(Value::Plan(PlanValue::Page(value)));
        Edit::InPlan { plan: cx.plan.id, change }
    });
    Request::Edit(Edit::Batch(act, edits.collect()), None)
}

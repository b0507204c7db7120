//! Whoever sees little can read every word and find every field, by day and by night.

use egui::Color32;

use super::Theme;

/// How much lighter the lighter of two colours is, as WCAG 2.2 measures it: 1 to 21.
fn contrast(one: Color32, other: Color32) -> f32 {
    let lightness = |colour: Color32| {
        let part = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    };
    let (one, other) = (lightness(one) + 0.05, lightness(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Every ground on which words stand, by name.
fn grounds(theme: &Theme) -> [(&'static str, Color32); 10] {
    [
        ("bg", theme.bg),
        ("rail", theme.rail),
        ("surface", theme.surface),
        ("sunk", theme.sunk),
        ("accent_soft", theme.accent_soft),
        ("late_soft", theme.late_soft),
        ("due_soft", theme.due_soft),
        ("done_soft", theme.done_soft),
        ("faint", theme.faint),
        ("hit", theme.hit),
    ]
}

#[test]
fn words_can_be_read_on_every_ground() {
    for theme in [Theme::light(), Theme::dark()] {
        let inks = [
            ("text", theme.text),
            ("muted", theme.muted),
            ("accent", theme.accent),
            ("late", theme.late),
            ("due", theme.due),
            ("done", theme.done),
        ];
        for (ground, behind) in grounds(&theme) {
            for (ink, colour) in inks {
                let found = contrast(colour, behind);
                assert!(found >= 4.5, "{ink} on {ground}, dark {}: {found:.2}", theme.dark);
            }
        }
        assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
        // What is said at the foot of the window stands in the colours of the window turned round.
        assert!(contrast(theme.bg, theme.text) >= 4.5);
    }
}

#[test]
fn the_border_of_a_field_and_its_ring_are_seen_on_every_ground_a_field_stands_on() {
    for theme in [Theme::light(), Theme::dark()] {
        let fields = [("bg", theme.bg), ("rail", theme.rail), ("surface", theme.surface)];
        for (ground, behind) in fields.into_iter().chain([("sunk", theme.sunk)]) {
            for (border, colour) in [("edge", theme.edge), ("accent", theme.accent)] {
                let found = contrast(colour, behind);
                assert!(found >= 3.0, "{border} on {ground}, dark {}: {found:.2}", theme.dark);
            }
        }
        assert!(contrast(theme.late, theme.surface) >= 3.0, "a field that is wrong");
    }
}

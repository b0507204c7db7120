//! Forms of one's own in the window: brought in from a file, and missed where they are nowhere.

use std::sync::Arc;

use caitien::plan::{Dossier, FormId, Item, Plan, Row};

use crate::world::{Window, sample};

const OWN: &str = include_str!("../files/own-form.json");

/// Chooses a file of this text for "Nhập mẫu từ tệp…".
fn import(window: &mut Window, text: &str) {
    let path = window.folder.path().join("mau.json");
    std::fs::write(&path, text).unwrap();
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
    window.click("Nhập mẫu từ tệp…");
    window.steps(3);
}

fn ids(window: &Window) -> Vec<String> {
    window.dossier().forms.iter().map(|form| form.id.to_string()).collect()
}

#[test]
fn a_form_comes_in_once_and_another_of_its_name_under_a_new_one() {
    let mut window = Window::of(&sample());
    import(&mut window, OWN);
    assert_eq!(ids(&window), ["so-gddt-nguyet-ha"]);
    assert!(window.shows("Đã nhập mẫu Mẫu Nguyệt Hà"));
    import(&mut window, OWN);
    assert_eq!(ids(&window), ["so-gddt-nguyet-ha"]);

    import(&mut window, &OWN.replace("Mẫu của Sở", "Mẫu mới của Sở"));
    assert_eq!(ids(&window), ["so-gddt-nguyet-ha"]);
    assert_eq!(window.value("Tên mẫu trong tệp"), "so-gddt-nguyet-ha-2");
    window.click("Nhập với tên này");
    assert_eq!(ids(&window), ["so-gddt-nguyet-ha", "so-gddt-nguyet-ha-2"]);
    assert_eq!(window.close_and_read().forms.len(), 2);
}

#[test]
fn a_plan_in_a_form_that_is_nowhere_says_so_until_the_form_comes_in() {
    let mut dossier: Dossier = sample();
    for plan in &mut dossier.plans {
        let form = FormId::new("so-gddt-nguyet-ha");
        *plan = Arc::new(Plan { form, ..Plan::clone(plan) });
    }
    let mut window = Window::of(&dossier);
    assert!(window.shows("so-gddt-nguyet-ha"));
    let path = window.folder.path().join("mau.json");
    std::fs::write(&path, OWN).unwrap();
    window.world.borrow_mut().paths.push_back(path);
    window.click("Nhập mẫu từ tệp…");
    window.steps(3);
    assert!(window.shows("Mẫu kế hoạch"));
    assert_eq!(window.plan().rows, dossier.newest_plan().unwrap().rows);
}

#[test]
fn what_a_form_does_not_print_is_said_before_an_export() {
    let mut window = Window::of(&sample());
    window.click("In và xuất");
    assert!(!window.shows("Ghi chú. Lời văn vẫn được giữ nguyên"));
    let mut dossier: Dossier = sample();
    for plan in &mut dossier.plans {
        let mut noted = Plan::clone(plan);
        for row in &mut noted.rows {
            if let Row::Item(item) = row {
                *item =
                    Arc::new(Item { note: "Năm trước chưa làm".into(), ..Item::clone(item) });
            }
        }
        *plan = Arc::new(noted);
    }
    let mut window = Window::of(&dossier);
    window.click("In và xuất");
    assert!(window.shows("Ghi chú. Lời văn vẫn được giữ nguyên"));
}

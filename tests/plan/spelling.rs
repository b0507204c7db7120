//! The rule of syllables raises no alarm where nothing is wrong.

use caitien::plan::{Dossier, each_text};
use caitien::words::misspelt;
use caitien::{embedded, library};

/// How many syllables texts have, and which of them are said to be none.
fn alarms<'a>(texts: impl IntoIterator<Item = &'a str>) -> (usize, Vec<String>) {
    let loans = &library::reference().loan_words;
    let (mut count, mut wrong) = (0, Vec::new());
    for text in texts {
        count += text.split_whitespace().count();
        wrong.extend(misspelt(text, loans).map(|(_, word)| word.to_owned()));
    }
    (count, wrong)
}

#[test]
fn of_a_thousand_syllables_of_the_sample_none_is_wrong() {
    let dossier = Dossier::from_json(embedded::sample()).unwrap();
    let mut texts = Vec::new();
    for plan in &dossier.plans {
        each_text(plan, &mut |_, text| texts.push(text.to_owned()));
    }
    let (count, wrong) = alarms(texts.iter().map(String::as_str));
    assert!(count > 1_000, "{count}");
    assert!(wrong.is_empty(), "{wrong:?} of {count}");
}

#[test]
fn a_syllable_is_told_with_its_place() {
    let loans = ["lab".to_owned()];
    let text = "Nhà trường (nghịệp vụ) dùng lab, gửi a@b.vnw; họcc";
    let found: Vec<_> = misspelt(text, &loans).collect();
    let at = |word: &str| (text.find(word).unwrap(), text[text.find(word).unwrap()..].len());
    let places: Vec<usize> = found.iter().map(|(place, _)| *place).collect();
    assert_eq!(places, [at("nghịệp").0, at("họcc").0]);
    assert_eq!(found[0].1, "nghịệp");
    let let_through = ["lab".to_owned(), "nghịệp".to_owned(), "họcc".to_owned()];
    assert_eq!(misspelt(text, &let_through).count(), 0);
}

#[test]
fn rare_syllables_names_and_loans_are_right() {
    let right = "nguệch ngoạc khúc khuỷu ngoằn ngoèo huỵch quýt huơ thuở ngoém quều giếng gìn quý quí \
        hoà hòa khoẻ khỏe thuý thúy kĩ kỹ moóc xoong goòng iốt hrê mnông xtiêng blốc crôm \
        Krông Búk, Đắk Lắk, Cư M'gar, K'Nàng, Ia Púch, Cư Pơng, Kông Lơng Khơng, Ê Đê, Gié Triêng, \
        kW m2 vắc-xin cơ-tu ki-lô-gam. Đắk Lắk là tỉnh. Ươm mầm tài năng. Oxy già.";
    assert_eq!(alarms([right]), (right.split_whitespace().count(), Vec::new()));
}

#[test]
fn what_fingers_and_scanners_make_of_a_syllable_is_told() {
    for wrong in [
        "nghành",
        "nghanh",
        "ngiệp",
        "nguoi",
        "ghà",
        "tòan",
        "họat",
        "qủa",
        "cuả",
        "nghiã",
        "tìêu",
        "họcsinh",
        "kông",
        "chât",
        "trưòng",
        "đuợc",
    ] {
        let text = format!("các em {wrong} này");
        assert_eq!(alarms([text.as_str()]).1, [wrong]);
    }
    // A capital of the sentence hides nothing.
    for (text, wrong) in [("Chât lượng giáo dục", "Chât"), ("Tốt. Nghành giáo dục", "Nghành")]
    {
        assert_eq!(alarms([text]).1, [wrong]);
    }
}

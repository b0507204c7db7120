//! Lists: the labels that Word counts by itself.

use super::check_file;
use super::file::{Word, p, r};

/// A level: its number, how it counts, its label, and what else it says.
fn level(at: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

fn kind(id: u8, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: u8, kind: u8, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>")
}

fn item(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(words)
    )
}

/// What is read of items of lists.
#[track_caller]
fn check_lists(numbering: &[String], items: &[String], expected: &str) {
    let word = Word { numbering: numbering.concat(), ..Word::of(&items.concat()) };
    check_file(&word, expected);
}

#[test]
fn levels_count_within_one_another() {
    let kinds = [
        kind(
            1,
            &[
                level(0, "upperRoman", "%1.", ""),
                level(1, "decimal", "%2.", ""),
                level(2, "lowerLetter", "%3)", ""),
                level(3, "bullet", "-", ""),
            ],
        ),
        list(1, 1, ""),
    ];
    let items = [
        item(1, 0, "một"),
        item(1, 1, "a"),
        item(1, 1, "b"),
        item(1, 2, "c"),
        item(1, 2, "d"),
        item(1, 3, "e"),
        item(1, 0, "hai"),
        item(1, 1, "f"),
    ];
    check_lists(
        &kinds,
        &items,
        "(I.) một\n.(1.) a\n.(2.) b\n..(a)) c\n..(b)) d\n...(-) e\n(II.) hai\n.(1.) f",
    );
}

#[test]
fn labels_name_the_levels_above() {
    let levels = |plain: &str| {
        [level(0, "upperRoman", "%1", ""), level(1, "decimalZero", "Mục %1.%2:", plain)]
    };
    let items = [item(1, 1, "a"), item(1, 0, "b"), item(1, 1, "c")];
    check_lists(
        &[kind(1, &levels("")), list(1, 1, "")],
        &items,
        ".(Mục I.01:) a\n(I) b\n.(Mục I.01:) c",
    );
    let plain = kind(1, &levels("<w:isLgl/>"));
    check_lists(&[plain, list(1, 1, "")], &items[1..], "(I) b\n.(Mục 1.1:) c");
}

#[test]
fn lists_of_a_kind_count_on_unless_they_begin_anew() {
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let kinds = [
        kind(1, &[level(0, "decimal", "%1.", "")]),
        list(1, 1, ""),
        list(2, 1, ""),
        list(3, 1, anew),
    ];
    let items = [item(1, 0, "a"), item(2, 0, "b"), item(3, 0, "c"), item(3, 0, "d")];
    check_lists(&kinds, &items, "(1.) a\n(2.) b\n(5.) c\n(6.) d");
}

#[test]
fn a_level_may_never_begin_again() {
    let kinds = [
        kind(
            1,
            &[
                level(0, "decimal", "%1.", ""),
                level(1, "decimal", "(%2)", "<w:lvlRestart w:val=\"0\"/>"),
            ],
        ),
        list(1, 1, ""),
    ];
    let items = [item(1, 0, "a"), item(1, 1, "b"), item(1, 0, "c"), item(1, 1, "d")];
    check_lists(&kinds, &items, "(1.) a\n.((1)) b\n(2.) c\n.((2)) d");
}

#[test]
fn a_list_may_change_a_level_of_its_kind() {
    let own = format!(
        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
        level(0, "lowerRoman", "%1/", "")
    );
    let kinds = [kind(1, &[level(0, "decimal", "%1.", "")]), list(1, 1, &own)];
    check_lists(&kinds, &[item(1, 0, "a"), item(1, 0, "b")], "(i/) a\n(ii/) b");
}

#[test]
fn bullets_look_as_in_their_font() {
    let symbol = "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>";
    let wingdings = "<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr>";
    let kinds = [
        kind(
            1,
            &[level(0, "bullet", "\u{F0B7}", symbol), level(1, "bullet", "\u{F0D8}", wingdings)],
        ),
        list(1, 1, ""),
    ];
    check_lists(&kinds, &[item(1, 0, "a"), item(1, 1, "b")], "(•) a\n.(➢) b");
}

#[test]
fn styles_stand_in_lists() {
    let style = |id: &str, list: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:pPr>{list}</w:pPr></w:style>")
    };
    let counted = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let of = |id: &str, own: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/>{own}</w:pPr>{}</w:p>", r(words))
    };
    let word = Word {
        styles: style("Part", counted) + &style("Section", counted),
        numbering: kind(
            1,
            &[
                level(0, "upperRoman", "%1.", "<w:pStyle w:val=\"Part\"/>"),
                level(1, "decimal", "%1.%2.", "<w:pStyle w:val=\"Section\"/>"),
            ],
        ) + &list(1, 1, ""),
        body: of("Part", "", "phần")
            + &of("Section", "", "mục")
            + &of("Section", none, "không số")
            + &p("chữ")
            + &of("Section", "", "mục"),
        ..Word::default()
    };
    check_file(&word, "(I.) phần\n.(I.1.) mục\nkhông số\nchữ\n.(I.2.) mục");
}

#[test]
fn a_kind_may_be_the_one_of_a_style() {
    let word = Word {
        styles: "<w:style w:type=\"numbering\" w:styleId=\"Own\"><w:pPr><w:numPr>\
                 <w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
            .to_owned(),
        numbering:
            "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Own\"/></w:abstractNum>"
                .to_owned()
                + &kind(2, &[level(0, "decimal", "%1)", "")])
                + &list(1, 1, "")
                + &list(2, 2, ""),
        body: item(1, 0, "a") + &item(2, 0, "b"),
        ..Word::default()
    };
    check_file(&word, "(1)) a\n(2)) b");
}

#[test]
fn items_that_are_gone_are_not_counted() {
    let kinds = [kind(1, &[level(0, "decimal", "%1.", "")]), list(1, 1, "")];
    let gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>\
                <w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r>\
                <w:delText>cũ</w:delText></w:r></w:del></w:p>";
    check_lists(&kinds, &[item(1, 0, "a"), gone.to_owned(), item(1, 0, "b")], "(1.) a\n(2.) b");
}

#[test]
fn a_broken_list_costs_the_labels_and_not_the_words() {
    let word = Word {
        numbering: kind(1, &[]) + "<w:num w:numId=\"1\">",
        ..Word::of(&item(1, 0, "chữ"))
    };
    check_file(&word, "chữ");
    check_lists(&[], &[item(7, 0, "lạ")], "lạ");
    check_lists(&[kind(1, &[]), list(1, 1, "")], &[item(1, 12, "trống")], "trống");
}

#[test]
fn numbers_look_as_word_writes_them() {
    let one = |format: &str, start: &str| {
        let level = level(0, format, "%1", "")
            .replace("w:start w:val=\"1\"", &format!("w:start w:val=\"{start}\""));
        super::lines(&super::read(&Word {
            numbering: kind(1, &[level]) + &list(1, 1, ""),
            ..Word::of(&item(1, 0, "x"))
        }))
    };
    for (format, start, expected) in [
        ("lowerLetter", "26", "(z) x"),
        ("lowerLetter", "28", "(bb) x"),
        ("upperRoman", "1994", "(MCMXCIV) x"),
        ("upperRoman", "0", "(0) x"),
        ("lowerLetter", "99999999999", "(99999999999) x"),
        ("vietnameseCounting", "3", "(3) x"),
        ("none", "3", "() x"),
    ] {
        assert_eq!(one(format, start), expected, "{format} {start}");
    }
}

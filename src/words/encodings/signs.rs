//! The signs of Symbol and Wingdings, which Word keeps as private characters: U+F000 and the code.

/// Codes of Wingdings beside what they look like.
const WINGDINGS: [(u8, char); 34] = [
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x46, '☞'),
    (0x4A, '☺'),
    (0x6C, '●'),
    (0x6D, '❍'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, '❐'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA4, '◉'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
    (0x2D, '-'),
];

/// Codes of Symbol beside what they look like; its letters follow.
const SYMBOL: [(u8, char); 24] = [
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA7, '♣'),
    (0xA8, '♦'),
    (0xA9, '♥'),
    (0xAA, '♠'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBA, '≡'),
    (0xBB, '≈'),
    (0xD7, '⋅'),
    (0xDE, '⇒'),
    (0xE5, '∑'),
    (0xD6, '√'),
    (0xD0, '∠'),
];
const SYMBOL_LETTERS: (&str, &str) = (
    "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
);

/// What a character of Wingdings looks like.
pub(super) fn wingdings(c: char) -> char {
    code(c).and_then(|code| find(&WINGDINGS, code)).unwrap_or(c)
}

/// What a character of Symbol looks like.
pub(super) fn symbol(c: char) -> char {
    let Some(code) = code(c) else { return c };
    let letter = SYMBOL_LETTERS.0.chars().position(|letter| letter == char::from(code));
    let letter = letter.and_then(|at| SYMBOL_LETTERS.1.chars().nth(at));
    // The plain signs are where they are in any font.
    let plain = char::from(code);
    find(&SYMBOL, code).or(letter).unwrap_or(if plain.is_ascii() { plain } else { c })
}

/// What a private character looks like whose font nobody knows: bullets are of Wingdings, but for
/// the one that Word itself proposes.
#[must_use]
pub fn sign_of_any_font(c: char) -> char {
    match c {
        '\u{F0B7}' => '•',
        '\u{F020}'..='\u{F0FF}' => match wingdings(c) {
            same if same == c => symbol(c),
            sign => sign,
        },
        c => c,
    }
}

/// The code of a character in a font of signs.
fn code(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x20..=0xFF => u8::try_from(code).ok(),
        code @ 0xF020..=0xF0FF => u8::try_from(code - 0xF000).ok(),
        _ => None,
    }
}

fn find(table: &[(u8, char)], code: u8) -> Option<char> {
    table.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign)
}

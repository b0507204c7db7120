//! Texts from old Word files: TCVN3 (the .VnTime fonts) and VNI.

/// Whether a text looks like TCVN3 letters read as Latin-1.
#[must_use]
pub fn looks_like_tcvn3(_text: &str) -> bool {
    false
}

/// TCVN3 letters read as Latin-1, as Unicode.
#[must_use]
pub fn from_tcvn3(text: &str) -> String {
    text.to_owned()
}

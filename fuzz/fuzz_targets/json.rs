//! Any bytes as the JSON of a dossier, a form or a catalogue; what is taken comes back the same.

#![no_main]

use caitien::import::{Content, Limits, file};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(Content::Dossier(dossier)) = file(bytes, Limits::default()) {
        let bytes = caitien::export::json(&dossier).expect("what was read can be written");
        let again = file(&bytes, Limits::default());
        assert!(matches!(again, Ok(Content::Dossier(again)) if again == dossier));
    }
});

//! Any bytes as a paper of another program: Word files of today and of 97-2003, and what is none.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = caitien::import::paper(bytes);
});

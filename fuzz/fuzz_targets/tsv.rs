//! Any text as the cells that another program left on the clipboard, parted by tabs.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = caitien::import::clipboard::block(text, None);
});

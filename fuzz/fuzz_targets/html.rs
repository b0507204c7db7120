//! Any text as the HTML that another program left on the clipboard; behind a null the same words
//! as plain text.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (html, plain) = text.split_once('\0').unwrap_or((text, ""));
    let _ = caitien::import::clipboard::block(plain, Some(html));
    let _ = caitien::import::styled(plain, html);
});

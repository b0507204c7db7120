//! Any damage to a whole file: each four bytes of the input are a place in it and what stands there
//! instead. It is read, refused or salvaged, and never changed.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use caitien::plan::Dossier;
use caitien::platform::file_identity;
use caitien::store;

static WHOLE: LazyLock<(PathBuf, Vec<u8>)> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("caitien-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("whole.caitien");
    let sample = Dossier::from_json(caitien::embedded::sample()).expect("the sample");
    drop(store::create(&path, &sample, file_identity).expect("a file"));
    let bytes = std::fs::read(&path).expect("its bytes");
    (folder.join("damaged.caitien"), bytes)
});

libfuzzer_sys::fuzz_target!(|damage: &[u8]| {
    let (path, whole) = &*WHOLE;
    let mut bytes = whole.clone();
    for one in damage.chunks_exact(4) {
        let at = usize::from(one[0]) << 16 | usize::from(one[1]) << 8 | usize::from(one[2]);
        let length = bytes.len();
        bytes[at % length] = one[3];
    }
    std::fs::write(path, &bytes).expect("a damaged file");
    if store::peek(path).is_err() {
        let _ = store::salvage(path);
    }
    assert!(std::fs::read(path).expect("it is there") == bytes, "it was changed");
});

//! Packs what the program carries, and gives the Windows executable its icon, its version in
//! Vietnamese and its manifest.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const ICON: &str = "assets/icon/caitien.ico";
const MANIFEST: &str = "packaging/windows/CaiTien.manifest";
/// Vietnamese as Windows numbers it (`MAKELANGID(LANG_VIETNAMESE, SUBLANG_VIETNAMESE_VIETNAM)`).
const VIETNAMESE: u16 = 0x042A;

/// What shrinks: `src/embedded.rs` unpacks it when it is first asked for.
const PACKED: [&str; 2] = ["assets/forms", "assets/catalogues"];
const PACKED_FILES: [&str; 13] = [
    "assets/sample.json",
    "assets/sample-year.json",
    "assets/correspondences.json",
    "assets/reference.json",
    "fonts/LiberationSerif-Regular.ttf",
    "fonts/LiberationSerif-Bold.ttf",
    "fonts/LiberationSerif-Italic.ttf",
    "fonts/LiberationSerif-BoldItalic.ttf",
    "fonts/NotoSans-Regular.ttf",
    "fonts/NotoSans-Bold.ttf",
    "fonts/NotoSans-Italic.ttf",
    "fonts/NotoSans-BoldItalic.ttf",
    "fonts/NotoSans-Rest.ttf",
];

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
    }
    pack()?;
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        winresource::WindowsResource::new()
            .set_language(VIETNAMESE)
            .set_icon(ICON)
            .set_manifest_file(MANIFEST)
            .set("ProductName", "Cải Tiến")
            // Windows shows this as the program's name in its lists and dialogs.
            .set("FileDescription", "Cải Tiến – Kế hoạch cải tiến chất lượng giáo dục")
            .set("CompanyName", "Nhóm tác giả Cải Tiến")
            .set("LegalCopyright", "© 2026 Nhóm tác giả Cải Tiến. Giấy phép MIT hoặc Apache-2.0.")
            .set("InternalName", "caitien")
            .set("OriginalFilename", "CaiTien.exe")
            .compile_for("caitien")?;
        if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|kind| kind == "gnu") {
            // The hour of the build would make every build another one.
            println!("cargo::rustc-link-arg-bin=caitien=-Wl,--no-insert-timestamp");
        }
    }
    Ok(())
}

/// Deflates each file into the output folder, under its own name and ".z".
fn pack() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut files: Vec<PathBuf> = PACKED_FILES.iter().map(PathBuf::from).collect();
    for folder in PACKED {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.file_name().map(Path::new).ok_or(io::ErrorKind::InvalidInput)?;
        let target = fs::File::create(out.join(format!("{}.z", name.display())))?;
        let mut packer = flate2::write::DeflateEncoder::new(target, flate2::Compression::best());
        io::copy(&mut fs::File::open(&file)?, &mut packer)?;
        packer.finish()?;
    }
    Ok(())
}

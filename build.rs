//! Gives the Windows executable its icon, its version in Vietnamese and its manifest.

use std::env;
use std::io;

const ICON: &str = "assets/icon/caitien.ico";
const MANIFEST: &str = "packaging/windows/CaiTien.manifest";
/// Vietnamese as Windows numbers it (`MAKELANGID(LANG_VIETNAMESE, SUBLANG_VIETNAMESE_VIETNAM)`).
const VIETNAMESE: u16 = 0x042A;

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
    }
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

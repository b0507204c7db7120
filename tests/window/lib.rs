//! Empty: a package needs one. The tests of the window are in `main.rs`.

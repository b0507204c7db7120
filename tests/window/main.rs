//! The window as a person uses it: found by what is read, clicked, typed into; and as it looks.

mod bad_files;
mod files;
mod follow;
mod pictures;
mod renderer;
mod shell;
mod table;
mod typing;
mod world;

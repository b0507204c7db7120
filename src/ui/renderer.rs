//! Ways of drawing the window: which is tried first, and what is remembered of the last start.
//!
//! OpenGL needs less memory and runs on every real machine; Direct3D 12, which Windows can also
//! do on the CPU, where there is no OpenGL 2.0: over Remote Desktop and in most virtual
//! machines. A start notes what it tries before it tries it, and takes the note back when the
//! window was drawn ten times: a note that is still there means that the last start died.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A way of drawing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renderer {
    /// OpenGL 2.0 or later.
    OpenGl,
    /// Direct3D 12, on the graphics card or on the CPU (WARP).
    Direct3d,
}

impl Renderer {
    /// Those that this program was built with.
    #[must_use]
    pub const fn available() -> &'static [Self] {
        if cfg!(windows) { &[Self::OpenGl, Self::Direct3d] } else { &[Self::OpenGl] }
    }
}

/// What decides which way goes first when nothing is known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Machine {
    /// The window is shown on another machine's screen.
    pub remote: bool,
    /// The machine is a virtual one.
    pub is_virtual: bool,
}

/// What is remembered from one start to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// What a start is trying, until it has drawn.
    pub trying: Option<Renderer>,
    /// What drew the last time, in front of the machine.
    pub good_here: Option<Renderer>,
    /// What drew the last time, over Remote Desktop.
    pub good_remote: Option<Renderer>,
}

impl Memory {
    /// Reads it from the data folder; a file that cannot be read means that nothing is known.
    #[must_use]
    pub fn read(data_folder: &Path) -> Self {
        let text = std::fs::read_to_string(file(data_folder)).unwrap_or_default();
        crate::plan::json::read(&text).unwrap_or_default()
    }

    /// Writes it. Where that fails the next start knows less, and that is all.
    pub fn write(self, data_folder: &Path) {
        let text = serde_json::to_string(&self).unwrap_or_default();
        drop(std::fs::create_dir_all(data_folder));
        drop(crate::platform::atomic_write(&file(data_folder), text.as_bytes()));
    }

    /// Takes the note back and remembers what drew.
    pub fn drew(&mut self, renderer: Renderer, machine: Machine) {
        self.trying = None;
        let good = if machine.remote { &mut self.good_remote } else { &mut self.good_here };
        *good = Some(renderer);
    }
}

/// In which order the ways are tried; each available one stands in it once.
///
/// The one at which the last start died goes last, even if it was chosen: who cannot see the
/// window cannot change the choice. Then what the person chose, what drew the last time at the
/// same screen, and what suits the machine.
#[must_use]
pub fn order(
    available: &[Renderer],
    chosen: Option<Renderer>,
    memory: Memory,
    machine: Machine,
) -> Vec<Renderer> {
    let good = if machine.remote { memory.good_remote } else { memory.good_here };
    let suits =
        if machine.remote || machine.is_virtual { Renderer::Direct3d } else { Renderer::OpenGl };
    let mut order = available.to_vec();
    // A stable sort by the least wish first: the later ones weigh more.
    order.sort_by_key(|way| *way != suits);
    order.sort_by_key(|way| Some(*way) != good);
    order.sort_by_key(|way| Some(*way) != chosen);
    order.sort_by_key(|way| Some(*way) == memory.trying);
    order
}

fn file(data_folder: &Path) -> PathBuf {
    data_folder.join("renderer.json")
}

#[cfg(test)]
mod tests {
    use super::Renderer::{Direct3d, OpenGl};
    use super::*;

    const BOTH: [Renderer; 2] = [OpenGl, Direct3d];
    const DESK: Machine = Machine { remote: false, is_virtual: false };
    const REMOTE: Machine = Machine { remote: true, is_virtual: false };
    const VIRTUAL: Machine = Machine { remote: false, is_virtual: true };

    #[track_caller]
    fn check(chosen: Option<Renderer>, memory: Memory, machine: Machine, first: Renderer) {
        let found = order(&BOTH, chosen, memory, machine);
        assert_eq!(found[0], first);
        assert_eq!(found.len(), 2);
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn the_machine_decides_when_nothing_is_known() {
        check(None, Memory::default(), DESK, OpenGl);
        check(None, Memory::default(), REMOTE, Direct3d);
        check(None, Memory::default(), VIRTUAL, Direct3d);
    }

    #[test]
    fn what_drew_the_last_time_at_the_same_screen_goes_first() {
        let memory = Memory { good_here: Some(Direct3d), ..Memory::default() };
        check(None, memory, DESK, Direct3d);
        let memory = Memory { good_here: Some(OpenGl), ..Memory::default() };
        check(None, memory, VIRTUAL, OpenGl);
        check(None, memory, REMOTE, Direct3d);
    }

    #[test]
    fn a_choice_goes_first_unless_the_last_start_died_of_it() {
        check(Some(Direct3d), Memory::default(), DESK, Direct3d);
        let died = |way| Memory { trying: Some(way), good_here: Some(way), ..Memory::default() };
        check(None, died(OpenGl), DESK, Direct3d);
        check(Some(OpenGl), died(OpenGl), DESK, Direct3d);
        check(None, died(Direct3d), REMOTE, OpenGl);
    }

    #[test]
    fn only_what_is_built_in_is_tried() {
        let died = Memory { trying: Some(OpenGl), ..Memory::default() };
        assert_eq!(order(&[OpenGl], Some(Direct3d), died, REMOTE), [OpenGl]);
    }

    #[test]
    fn it_is_remembered_from_start_to_start() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("mới");
        assert_eq!(Memory::read(&folder), Memory::default());
        let mut memory = Memory { trying: Some(OpenGl), ..Memory::default() };
        memory.write(&folder);
        assert_eq!(Memory::read(&folder), memory);
        memory.drew(OpenGl, DESK);
        memory.drew(Direct3d, REMOTE);
        memory.write(&folder);
        let expect = Memory { trying: None, good_here: Some(OpenGl), good_remote: Some(Direct3d) };
        assert_eq!(Memory::read(&folder), expect);
        std::fs::write(file(&folder), "{").unwrap();
        assert_eq!(Memory::read(&folder), Memory::default());
    }
}

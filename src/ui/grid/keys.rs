//! The keys of the grid: which of them move, and which belong to the text in the active cell.

use egui::{Event, ImeEvent, Key, Modifiers};

/// Whether the active cell is chosen or written in, and what arrows do there: as in Excel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Arrows go from cell to cell; typing replaces what is in it.
    #[default]
    Chosen,
    /// Begun by typing: arrows leave the cell and keep what was typed.
    Typing,
    /// Begun by F2 or a double click: arrows go from letter to letter.
    Writing,
}

/// What a key asks the grid to do once the text before it has been taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This many lines down (up, if negative).
    Lines(i32),
    /// This many columns on, over the end of the line into the next one.
    Cells(i32),
    /// This many columns to the side, inside the line.
    Columns(i32),
    /// A page of lines down or up.
    Pages(i32),
    /// First or last column.
    LineEnd(bool),
    /// First or last line.
    GridEnd(bool),
    /// Enter: this many lines down, in the column where a row of Tabs began.
    Enter(i32),
    /// The block grows this many lines down.
    Extend(i32),
    /// The block grows this many columns to the side.
    ExtendColumns(i32),
    /// To the edge of what is filled; with `true` the block grows to there.
    Edge(Way, bool),
    /// All cells of something are chosen.
    Whole(Whole),
    /// The chosen cells become empty.
    Empty,
    /// The first line of the block goes into the lines below; of one line the cell above.
    FillDown,
    /// The first column of the block goes into the columns beside it; of one the cell before.
    FillRight,
    /// A line above.
    AddAbove,
    /// The proposal so many lines below is chosen.
    Propose(i32),
    /// The chosen proposal is taken.
    Take,
    /// The proposals go away.
    Dismiss,
    /// F2: write in the cell; where that is done already, in the other manner.
    Write,
    /// What stands under the words of the cell leads on.
    Note,
    /// Open the menu of the cell.
    Menu,
    /// Leave the grid for the buttons around it.
    Out,
    /// Stop writing, stay in the cell.
    Leave,
    /// Give back the text from before.
    GiveBack,
    /// Copy the cell, or the chosen lines; with `true` the text goes from the cell.
    Copy(bool),
    /// Paste a block of cells.
    Paste,
    /// A line below.
    AddBelow,
    /// The chosen lines once more.
    Duplicate,
    /// The chosen lines this far.
    Move(i32),
    /// The chosen lines go.
    Delete,
}

/// A way through the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// What is chosen as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// The lines of the block.
    Lines,
    /// Its columns.
    Columns,
    /// All cells.
    All,
}

/// What the grid knows of itself when it reads keys.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// Chosen or writing.
    pub mode: Mode,
    /// In this cell Enter makes a new line while writing.
    pub enter_breaks: bool,
    /// The active cell holds typed text.
    pub typed: bool,
    /// What is pasted is a block of cells.
    pub block: bool,
    /// More cells than one are chosen.
    pub many: bool,
    /// Proposals are in sight, and whether one is chosen.
    pub proposed: Option<bool>,
}

/// Takes the first step out of a frame's events: what comes before it stays for the text,
/// what comes after it is given back to be read in the next frame.
pub fn take_step(events: &mut Vec<Event>, now: Now) -> (Option<Step>, Vec<Event>) {
    let mut mode = now.mode;
    for at in 0..events.len() {
        if let Some(step) = step_of(&events[at], Now { mode, ..now }) {
            let mut after = events.split_off(at + 1);
            if matches!(step, Step::Whole(_)) && matches!(after.first(), Some(Event::Text(_))) {
                // Shift+Space is a blank for egui too.
                after.remove(0);
            }
            events.pop();
            return (Some(step), after);
        }
        if is_click(&events[at]) {
            // What is typed after a click is meant for what was clicked.
            return (None, events.split_off(at + 1));
        }
        if now.typed && mode == Mode::Chosen && writes(&events[at]) {
            mode = Mode::Typing;
        }
    }
    (None, Vec::new())
}

/// Whether an event ends a click.
#[must_use]
pub fn is_click(event: &Event) -> bool {
    matches!(event, Event::PointerButton { pressed: false, .. })
}

/// Whether an event changes the text of a focused field.
#[must_use]
pub fn writes(event: &Event) -> bool {
    match event {
        Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) => {
            !text.is_empty()
        }
        Event::Ime(ImeEvent::Preedit { .. }) => true,
        Event::Key { key: Key::Backspace | Key::Delete, pressed: true, modifiers, .. } => {
            !modifiers.command
        }
        _ => false,
    }
}

fn step_of(event: &Event, now: Now) -> Option<Step> {
    let chosen = now.mode == Mode::Chosen;
    let arrows = now.mode != Mode::Writing;
    let (key, modifiers) = match event {
        Event::Copy if chosen => return Some(Step::Copy(false)),
        Event::Cut if chosen => return Some(Step::Copy(true)),
        Event::Paste(_) if chosen && now.block => return Some(Step::Paste),
        Event::Key { key, pressed: true, modifiers, .. } => (*key, *modifiers),
        _ => return None,
    };
    let plain = modifiers.is_none();
    let shift = modifiers == Modifiers::SHIFT;
    let command = modifiers.command && !modifiers.shift && !modifiers.alt;
    let both = modifiers.command && modifiers.shift && !modifiers.alt;
    let alt = modifiers.alt && !modifiers.ctrl && !modifiers.shift;
    Some(match key {
        Key::ArrowDown if plain && now.proposed.is_some() => Step::Propose(1),
        Key::ArrowUp if plain && now.proposed == Some(true) => Step::Propose(-1),
        Key::Enter | Key::Tab if plain && now.proposed == Some(true) => Step::Take,
        Key::Escape if plain && now.proposed.is_some() => Step::Dismiss,
        Key::Tab if plain => Step::Cells(1),
        Key::Tab if shift => Step::Cells(-1),
        Key::Enter if command => Step::Leave,
        Key::Enter if plain && (chosen || !now.enter_breaks) => Step::Enter(1),
        Key::Enter if shift && chosen => Step::Enter(-1),
        Key::Escape if plain => Step::GiveBack,
        Key::F2 if plain => Step::Write,
        Key::F2 if shift => Step::Note,
        Key::F6 if plain => Step::Out,
        Key::F10 if shift => Step::Menu,
        Key::Menu => Step::Menu,
        Key::Insert if command => Step::AddBelow,
        Key::Insert if both => Step::AddAbove,
        Key::D if command => Step::FillDown,
        Key::D if both => Step::Duplicate,
        Key::R if command => Step::FillRight,
        Key::A if command && chosen => Step::Whole(Whole::All),
        Key::Space if shift && chosen => Step::Whole(Whole::Lines),
        Key::Space if command && chosen => Step::Whole(Whole::Columns),
        Key::ArrowUp if command && chosen => Step::Edge(Way::Up, false),
        Key::ArrowDown if command && chosen => Step::Edge(Way::Down, false),
        Key::ArrowLeft if command && chosen => Step::Edge(Way::Left, false),
        Key::ArrowRight if command && chosen => Step::Edge(Way::Right, false),
        Key::ArrowUp if both && chosen => Step::Edge(Way::Up, true),
        Key::ArrowDown if both && chosen => Step::Edge(Way::Down, true),
        Key::ArrowLeft if both && chosen => Step::Edge(Way::Left, true),
        Key::ArrowRight if both && chosen => Step::Edge(Way::Right, true),
        Key::ArrowUp if alt => Step::Move(-1),
        Key::ArrowDown if alt => Step::Move(1),
        Key::ArrowUp if plain && arrows => Step::Lines(-1),
        Key::ArrowDown if plain && arrows => Step::Lines(1),
        Key::ArrowLeft if plain && arrows => Step::Columns(-1),
        Key::ArrowRight if plain && arrows => Step::Columns(1),
        Key::ArrowUp if shift && chosen => Step::Extend(-1),
        Key::ArrowDown if shift && chosen => Step::Extend(1),
        Key::ArrowLeft if shift && chosen => Step::ExtendColumns(-1),
        Key::ArrowRight if shift && chosen => Step::ExtendColumns(1),
        Key::Home if plain && chosen => Step::LineEnd(false),
        Key::End if plain && chosen => Step::LineEnd(true),
        Key::Home if command && chosen => Step::GridEnd(false),
        Key::End if command && chosen => Step::GridEnd(true),
        Key::PageUp if plain => Step::Pages(-1),
        Key::PageDown if plain => Step::Pages(1),
        Key::Delete if command && chosen => Step::Delete,
        Key::Delete if plain && !now.typed => Step::Delete,
        Key::Delete | Key::Backspace if plain && chosen && now.many => Step::Empty,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn plain(pressed: Key) -> Event {
        key(pressed, Modifiers::NONE)
    }

    #[track_caller]
    fn check(mut events: Vec<Event>, now: Now, step: Option<Step>, before: usize, after: usize) {
        let (taken, rest) = take_step(&mut events, now);
        assert_eq!((taken, events.len(), rest.len()), (step, before, after));
    }

    const CHOSEN: Now = Now {
        mode: Mode::Chosen,
        enter_breaks: true,
        typed: true,
        block: false,
        many: false,
        proposed: None,
    };
    const TYPING: Now = Now { mode: Mode::Typing, ..CHOSEN };
    const WRITING: Now = Now { mode: Mode::Writing, ..CHOSEN };

    #[test]
    fn arrows_stay_in_the_cell_only_after_f2() {
        let right = || vec![plain(Key::ArrowRight)];
        check(right(), CHOSEN, Some(Step::Columns(1)), 0, 0);
        check(right(), TYPING, Some(Step::Columns(1)), 0, 0);
        check(right(), WRITING, None, 1, 0);
    }

    #[test]
    fn f2_asks_for_the_other_manner_whatever_the_manner_is() {
        for now in [CHOSEN, TYPING, WRITING] {
            check(vec![plain(Key::F2)], now, Some(Step::Write), 0, 0);
        }
    }

    #[test]
    fn typing_before_an_arrow_goes_into_the_cell_that_the_arrow_leaves() {
        let events = vec![Event::Text("a".into()), plain(Key::ArrowRight)];
        check(events, CHOSEN, Some(Step::Columns(1)), 1, 0);
        let home = vec![Event::Text("a".into()), plain(Key::Home)];
        check(home, CHOSEN, None, 2, 0);
    }

    #[test]
    fn keys_after_a_step_wait_for_the_next_cell() {
        let tab = || plain(Key::Tab);
        let events = vec![Event::Text("a".into()), tab(), Event::Text("b".into()), tab()];
        check(events, CHOSEN, Some(Step::Cells(1)), 1, 2);
    }

    #[test]
    fn keys_after_a_click_wait_for_what_was_clicked() {
        let click = Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        };
        let events = vec![Event::Text("a".into()), click, Event::Text("b".into())];
        check(events, CHOSEN, None, 2, 1);
    }

    #[test]
    fn enter_breaks_a_long_text_and_leaves_a_short_one() {
        let enter = || vec![plain(Key::Enter)];
        for now in [TYPING, WRITING] {
            check(enter(), now, None, 1, 0);
            check(enter(), Now { enter_breaks: false, ..now }, Some(Step::Enter(1)), 0, 0);
            check(vec![key(Key::Enter, Modifiers::COMMAND)], now, Some(Step::Leave), 0, 0);
        }
    }

    #[test]
    fn deleting_a_word_while_writing_deletes_no_line() {
        let delete = || vec![key(Key::Delete, Modifiers::COMMAND)];
        check(delete(), TYPING, None, 1, 0);
        check(delete(), WRITING, None, 1, 0);
        check(delete(), CHOSEN, Some(Step::Delete), 0, 0);
    }

    #[test]
    fn a_block_of_cells_is_no_text_for_the_chosen_cell() {
        let paste = || vec![Event::Paste("a\tb".into())];
        let block = |now| Now { block: true, ..now };
        check(paste(), block(CHOSEN), Some(Step::Paste), 0, 0);
        check(paste(), block(WRITING), None, 1, 0);
        check(paste(), CHOSEN, None, 1, 0);
    }

    #[test]
    fn a_blank_that_chooses_a_line_is_not_typed() {
        let events =
            vec![key(Key::Space, Modifiers::SHIFT), Event::Text(" ".into()), plain(Key::A)];
        check(events, CHOSEN, Some(Step::Whole(Whole::Lines)), 0, 1);
        let typed = vec![key(Key::Space, Modifiers::SHIFT), Event::Text(" ".into())];
        check(typed, TYPING, None, 2, 0);
    }

    #[test]
    fn delete_empties_a_block_and_is_the_texts_own_in_one_cell() {
        let delete = || vec![plain(Key::Delete)];
        check(delete(), CHOSEN, None, 1, 0);
        check(delete(), Now { many: true, ..CHOSEN }, Some(Step::Empty), 0, 0);
        check(delete(), Now { many: true, ..TYPING }, None, 1, 0);
    }

    #[test]
    fn proposals_take_keys_only_where_they_are_in_sight() {
        let down = || vec![plain(Key::ArrowDown)];
        let enter = || vec![plain(Key::Enter)];
        let short = Now { enter_breaks: false, ..TYPING };
        for (proposed, on_down, on_enter) in [
            (None, Step::Lines(1), Step::Enter(1)),
            (Some(false), Step::Propose(1), Step::Enter(1)),
            (Some(true), Step::Propose(1), Step::Take),
        ] {
            check(down(), Now { proposed, ..short }, Some(on_down), 0, 0);
            check(enter(), Now { proposed, ..short }, Some(on_enter), 0, 0);
        }
        let escape = || vec![plain(Key::Escape)];
        check(escape(), Now { proposed: Some(false), ..TYPING }, Some(Step::Dismiss), 0, 0);
        check(escape(), TYPING, Some(Step::GiveBack), 0, 0);
    }

    #[test]
    fn the_menu_opens_by_its_key_and_by_the_other_one() {
        check(vec![plain(Key::Menu)], CHOSEN, Some(Step::Menu), 0, 0);
        check(vec![key(Key::F10, Modifiers::SHIFT)], WRITING, Some(Step::Menu), 0, 0);
    }
}

//! Lines as full as they go, one after the other: for cells and whatever is not justified.

use super::{DRAWN_WIDTH, Gap, Line, Rank, Setting};
use crate::layout::Faces;

/// Words wider than this do not wait for a line of their own: addresses of the web.
const LONG_WORD: u32 = 18_000;

impl Setting<'_> {
    /// Appends the lines for a first line and further lines of these widths.
    pub fn break_lines(&self, faces: &Faces, first: u32, rest: u32, lines: &mut Vec<Line>) {
        let mut line: Option<Line> = None;
        // The rest of a word of which a part stands on a line already.
        let mut cut: Option<(u32, u32)> = None;
        // Before this word gaps of this rank, and weaker ones, no longer keep: no line is wide
        // enough for what they hold.
        let mut loose = (0, Rank::Link);
        let mut space = 0;
        let mut at = 0;
        let from = lines.len();
        while let Some(word) = self.words.get(at) {
            let available = if lines.len() == from { first } else { rest };
            let (start, width) = cut.unwrap_or((word.start, word.width));
            let mut group = width;
            let mut last = at;
            let mut weakest = None;
            while let Some(inner) = self.words.get(last)
                && let Gap::Keep(rank) = inner.gap
                && (last >= loose.0 || rank > loose.1)
            {
                weakest = weakest.map_or(Some(rank), |weakest| Some(rank.min(weakest)));
                last += 1;
                group += u32::from(inner.space) + self.words.get(last).map_or(0, |w| w.width);
            }
            let used = line.map_or(0, |line| line.width + space);
            if used + group > available {
                if let Some(rank) = weakest {
                    let hole = rank == Rank::Link && group > LONG_WORD && used * 4 < available * 3;
                    if group > rest.max(available) || hole {
                        loose = (last, rank);
                        continue;
                    }
                }
                if let Some(full) = line.take() {
                    lines.push(full);
                    continue;
                }
                if width > available
                    && let Some((end, part)) =
                        self.break_inside(faces, (start, word.end), available)
                {
                    lines.push(Line { start, end, width: part, spaces: 0, hard: false });
                    cut = Some((end, width - part));
                    continue;
                }
                // A single letter wider than the line: nothing better can be done.
                last = at;
            }
            // The whole group stands on this line.
            for index in at..=last {
                let Some(word) = self.words.get(index) else { break };
                let (start, width) = cut.take().unwrap_or((word.start, word.width));
                let grown = match line {
                    None => Line { start, end: word.end, width, spaces: 0, hard: false },
                    Some(line) => Line {
                        end: word.end,
                        width: line.width + space + width,
                        spaces: line.spaces + u32::from(space > 0),
                        ..line
                    },
                };
                space = u32::from(word.space);
                line = Some(grown);
                if word.gap == Gap::Line {
                    lines.push(Line { hard: true, ..grown });
                    line = None;
                }
            }
            at = last + 1;
        }
        if let Some(line) = line {
            lines.push(Line { hard: true, ..line });
        }
    }

    /// Where a word wider than a whole line is broken: behind its last letter that fits.
    fn break_inside(
        &self,
        faces: &Faces,
        (start, end): (u32, u32),
        available: u32,
    ) -> Option<(u32, u32)> {
        let word = self.text.get(start as usize..end as usize)?;
        let mut width = 0;
        let mut behind = None;
        for (offset, character) in word.char_indices() {
            let at = start + offset as u32;
            let (face, _) = self.spans.at(at);
            width += faces.advance(face, character).unwrap_or(DRAWN_WIDTH);
            let next = at + character.len_utf8() as u32;
            if next >= end || (width > available && behind.is_some()) {
                break;
            }
            behind = Some((next, width));
        }
        behind
    }
}

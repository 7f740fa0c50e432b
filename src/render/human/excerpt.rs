//! The line of the draft where findings stand, with carets under the words.

use std::ops::Range;

use super::window::{self, Cell, Frame};
use crate::render::wrap;

/// Bytes of a line that are looked at, for each column of the screen. A line
/// can be 50 MB long; only what is near the words is cut into signs.
const NEAR: usize = 16;

/// Words to point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Their bytes in the text, on one line.
    pub(super) bytes: Range<usize>,
    /// The number beside the carets.
    pub(super) number: usize,
}

/// Carets for one mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Carets {
    /// Columns before them.
    pub(super) column: usize,
    /// How many.
    pub(super) width: usize,
    /// The number beside them.
    pub(super) number: usize,
}

impl Carets {
    /// The column after their number.
    fn end(&self) -> usize {
        self.column + self.width + 1 + digits(self.number)
    }
}

/// A line of the draft, ready to print, and the rows of carets under it.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) rows: Vec<Vec<Carets>>,
}

/// Draws the part of `line` round `marks` in `room` columns, the numbers
/// beside the carets included.
pub(super) fn draw(text: &str, line: &Range<usize>, marks: &[Mark], room: usize) -> Excerpt {
    let drawn = part(text, line, marks, room);
    if drawn.rows.iter().flatten().all(|carets| carets.end() <= room) {
        return drawn;
    }
    let label = marks.iter().map(|mark| digits(mark.number)).max().unwrap_or(0) + 2;
    part(text, line, marks, room.saturating_sub(label).max(1))
}

/// Draws with `room` columns for the text alone.
fn part(text: &str, line: &Range<usize>, marks: &[Mark], room: usize) -> Excerpt {
    let from = marks.iter().map(|mark| mark.bytes.start).min().unwrap_or(line.start);
    let to = marks.iter().map(|mark| mark.bytes.end).max().unwrap_or(from);
    let near = near(text, line, &(from..to), room);
    let cells = window::cells(text, &near);
    let frame = Frame { room, before: near.start > line.start, after: near.end < line.end };
    let shown = window::choose(&cells, &window::touched(&cells, &(from..to)), frame);
    let before = frame.before || shown.start > 0;
    let after = frame.after || shown.end < cells.len();
    let cells = cells.get(shown).unwrap_or_default();
    let signs: String = cells.iter().map(Cell::sign).collect();
    let dots = |cut: bool| if cut { "…" } else { "" };
    Excerpt {
        text: format!("{}{signs}{}", dots(before), dots(after)),
        rows: rows(marks.iter().map(|mark| carets(cells, mark, usize::from(before))).collect()),
    }
}

/// The bytes of `line` that can come to stand in `room` columns round `marked`.
fn near(text: &str, line: &Range<usize>, marked: &Range<usize>, room: usize) -> Range<usize> {
    let reach = room.saturating_mul(NEAR);
    let end = marked.end.min(marked.start.saturating_add(reach)).saturating_add(reach);
    let start = text.floor_char_boundary(marked.start.saturating_sub(reach));
    start.clamp(line.start, line.end)..text.floor_char_boundary(end).clamp(line.start, line.end)
}

fn carets(cells: &[Cell], mark: &Mark, before: usize) -> Carets {
    let first = cells.first().map_or(0, |cell| cell.column);
    let end = cells.last().map_or(0, |cell| cell.column + cell.width);
    let touched = window::touched(cells, &mark.bytes);
    let column = |at: usize| cells.get(at).map_or(end, |cell| cell.column);
    let (from, to) = (column(touched.start), column(touched.end));
    Carets {
        column: from.saturating_sub(first) + before,
        width: to.saturating_sub(from).max(1),
        number: mark.number,
    }
}

/// Puts carets into as few rows as they fit without touching.
fn rows(mut carets: Vec<Carets>) -> Vec<Vec<Carets>> {
    carets.sort_by_key(|carets| (carets.column, carets.number));
    let mut rows: Vec<(usize, Vec<Carets>)> = Vec::new();
    for next in carets {
        let end = next.end() + 1;
        match rows.iter_mut().find(|(free, _)| *free <= next.column) {
            Some((free, row)) => {
                *free = end;
                row.push(next);
            }
            None => rows.push((end, vec![next])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether the words of two marks and all between them fit into one window.
pub(super) fn together(text: &str, bytes: &Range<usize>, room: usize) -> bool {
    bytes.len() <= room.saturating_mul(NEAR)
        && window::cells(text, bytes).last().is_none_or(|cell| cell.column + cell.width + 6 <= room)
}

/// Decimal digits of a number.
pub(super) fn digits(number: usize) -> usize {
    wrap::width(&number.to_string())
}

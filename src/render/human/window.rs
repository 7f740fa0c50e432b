//! The piece of a line that fits the screen: cells (what stands together as
//! one sign, with its columns and its bytes) and the window of whole words
//! round the marked ones.

use std::ops::Range;

use crate::render::{clean, wrap};

/// Tab stops, in columns.
const TAB: usize = 4;

/// A sign of the line: its bytes in the text and its columns on the screen.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) bytes: Range<usize>,
    /// Columns from the start of the cells.
    pub(super) column: usize,
    pub(super) width: usize,
    sign: String,
}

impl Cell {
    const fn end(&self) -> usize {
        self.column + self.width
    }

    fn is_space(&self) -> bool {
        self.sign.trim().is_empty()
    }

    /// What is printed.
    pub(super) fn sign(&self) -> &str {
        &self.sign
    }
}

/// The signs of `bytes` of `text`: safe to print, tabs as spaces.
pub(super) fn cells(text: &str, bytes: &Range<usize>) -> Vec<Cell> {
    let (shown, origin) = shown(text, bytes);
    let mut cells: Vec<Cell> = Vec::new();
    let mut column = 0;
    for (at, sign) in wrap::cells(&shown) {
        let last = (at + sign.len()).saturating_sub(1);
        let (Some(first), Some(last)) = (origin.get(at), origin.get(last)) else {
            continue;
        };
        let bytes = first.start..last.end;
        if let Some(before) = cells.last_mut().filter(|before| joins(&before.sign, sign)) {
            before.bytes.end = bytes.end;
            before.sign.push_str(sign);
            before.width = wrap::width(&before.sign);
            column = before.end();
            continue;
        }
        let sign = match sign {
            "\t" => wrap::pad(TAB - column % TAB),
            sign => sign.to_owned(),
        };
        let width = wrap::width(&sign);
        cells.push(Cell { bytes, column, width, sign });
        column += width;
    }
    cells
}

/// The text to show, and for each byte of it the character it comes from.
fn shown(text: &str, bytes: &Range<usize>) -> (String, Vec<Range<usize>>) {
    let piece = text.get(bytes.clone()).unwrap_or_default();
    let mut shown = String::with_capacity(piece.len());
    let mut origin = Vec::with_capacity(piece.len());
    for (at, c) in clean::chars(piece) {
        let stored = piece.get(at..).and_then(|rest| rest.chars().next());
        let start = bytes.start + at;
        let end = start + stored.map_or(0, char::len_utf8);
        origin.extend(std::iter::repeat_n(start..end, c.len_utf8()));
        shown.push(c);
    }
    (shown, origin)
}

/// Whether two signs stand as one: some Arabic letters do.
fn joins(before: &str, sign: &str) -> bool {
    !before.is_ascii()
        && !sign.is_ascii()
        && wrap::width(&format!("{before}{sign}")) < wrap::width(before) + wrap::width(sign)
}

/// Indices of the cells that share a byte with `bytes`; where none does (all
/// its signs are hidden), the cell that stands there.
pub(super) fn touched(cells: &[Cell], bytes: &Range<usize>) -> Range<usize> {
    let first = cells.partition_point(|cell| cell.bytes.end <= bytes.start);
    let last = cells.partition_point(|cell| cell.bytes.start < bytes.end);
    first..last.max(first)
}

/// What may be left out at the ends, and how many columns there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Columns, with one for each `…`.
    pub(super) room: usize,
    /// Whether the line begins before the cells.
    pub(super) before: bool,
    /// Whether the line goes on after the cells.
    pub(super) after: bool,
}

/// The cells to show so that those of `marked` are seen with whole words round
/// them. Where the marked ones alone are too many, their beginning is shown.
pub(super) fn choose(cells: &[Cell], marked: &Range<usize>, frame: Frame) -> Range<usize> {
    let total = cells.last().map_or(0, Cell::end);
    let column = |at: usize| cells.get(at).map_or(total, |cell| cell.column);
    if total <= frame.room && !frame.before && !frame.after {
        return 0..cells.len();
    }
    let (from, to) = (column(marked.start), column(marked.end));
    if to < frame.room && !frame.before {
        return 0..close(cells, 0, marked, frame.room.saturating_sub(1));
    }
    if total.saturating_sub(from) < frame.room && !frame.after {
        let least = (total + 1).saturating_sub(frame.room);
        return open(cells, marked, least)..cells.len();
    }
    let room = frame.room.saturating_sub(2);
    let spare = room.saturating_sub(to.saturating_sub(from));
    let start = open(cells, marked, from.saturating_sub(spare / 2));
    start..close(cells, start, marked, room)
}

/// The first cell at or after the column `least` that begins a word, or any
/// cell where the words before the mark are one long word.
fn open(cells: &[Cell], marked: &Range<usize>, least: usize) -> usize {
    let first = cells.partition_point(|cell| cell.column < least).min(marked.start);
    let space = |at: &usize| cells.get(at.wrapping_sub(1)).is_some_and(Cell::is_space);
    let word = |at: &usize| cells.get(*at).is_some_and(|cell| !cell.is_space());
    (first..=marked.start).find(|at| space(at) && word(at)).unwrap_or(first)
}

/// One past the last cell of a whole word that fits into `room` columns.
fn close(cells: &[Cell], start: usize, marked: &Range<usize>, room: usize) -> usize {
    let column = cells.get(start).map_or(0, |cell| cell.column);
    let last = cells.partition_point(|cell| cell.end() <= column + room).max(start);
    let must = marked.end.min(last);
    let space = |at: &usize| cells.get(*at).is_some_and(Cell::is_space);
    let word = |at: &usize| cells.get(at.wrapping_sub(1)).is_some_and(|cell| !cell.is_space());
    let fits = last == cells.len();
    let whole =
        if fits { Some(last) } else { (must..=last).rev().find(|at| space(at) && word(at)) };
    whole.unwrap_or(last)
}

//! Where the lines of a draft begin and end.

use std::ops::Range;

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self { starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of the line at `index`, without its line break.
    pub(super) fn line(&self, text: &str, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(text.len());
        let end = self.starts.get(index + 1).map_or(text.len(), |next| next - 1);
        let line = text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches('\r').len()
    }

    /// The line where the words of `bytes` begin, and those of them on it.
    pub(super) fn anchor(&self, text: &str, bytes: &Range<usize>) -> (usize, Range<usize>) {
        let start = text.floor_char_boundary(bytes.start);
        let end = text.ceil_char_boundary(bytes.end.max(start));
        let words = text.get(start..end).unwrap_or_default();
        let start = if words.trim().is_empty() {
            start
        } else {
            start + (words.len() - words.trim_start().len())
        };
        let index = self.starts.partition_point(|&begin| begin <= start).saturating_sub(1);
        let line = self.line(text, index);
        (index, start.min(line.end)..end.clamp(start.min(line.end), line.end))
    }
}

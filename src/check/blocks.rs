//! Paragraphs, so that a long text is never held as words all at once.

use crate::span::{Span, Text};

/// The most bytes of one block; a longer paragraph is parted at white space.
const MOST: usize = 64 * 1024;

/// The paragraphs of `range`, without the blank lines between them.
pub fn blocks(text: &str, range: Span<Text>) -> impl Iterator<Item = Span<Text>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        while at < range.end && text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        if at >= range.end {
            return None;
        }
        let end = block_end(text, at, range.end);
        let block = Span::new(at, end);
        at = end;
        Some(block)
    })
}

/// Where the paragraph ends that begins at `from`.
fn block_end(text: &str, from: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let most = limit.min(from + MOST);
    let mut at = from;
    while at < most {
        let Some(line) = bytes.get(at..most).and_then(|rest| rest.iter().position(|b| *b == b'\n'))
        else {
            break;
        };
        let next = at + line + 1;
        let blank = bytes
            .get(next..limit)
            .unwrap_or_default()
            .iter()
            .take_while(|b| matches!(b, b' ' | b'\t' | b'\r'))
            .count();
        if bytes.get(next + blank).is_none_or(|b| *b == b'\n') {
            return next.min(limit);
        }
        at = next;
    }
    if most == limit { limit } else { part(text, from, most) }
}

/// A place to part a paragraph that is too long: after the last sentence, else
/// at the last white space, else at a character.
fn part(text: &str, from: usize, most: usize) -> usize {
    let bytes = text.as_bytes().get(from..most).unwrap_or_default();
    let stop =
        bytes.windows(2).rposition(|pair| matches!(pair, [b'.' | b'!' | b'?', b' ' | b'\n']));
    let space = bytes.iter().rposition(u8::is_ascii_whitespace);
    let at = stop.map(|at| at + 2).or_else(|| space.map(|at| at + 1)).map_or(most, |at| from + at);
    (from + 1..=at.max(from + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(most)
}

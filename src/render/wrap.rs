//! Columns: how wide text stands on a terminal, and how to break it.
//!
//! Widths are those of `unicode-width`: two for wide East Asian characters
//! and most emoji, none for combining marks.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// A cluster wider than this is a pile of marks, and is broken like letters.
const WIDEST: usize = 8;

/// Columns that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The clusters of `text` that stand together as one sign, each with its byte
/// offset.
pub fn cells(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.grapheme_indices(true).flat_map(|(at, cluster)| {
        let split = width(cluster) > WIDEST;
        let letters = cluster.char_indices().filter_map(move |(from, c)| {
            Some((at + from, cluster.get(from..from + c.len_utf8())?))
        });
        let whole = (!split).then_some((at, cluster));
        whole.into_iter().chain(split.then_some(letters).into_iter().flatten())
    })
}

/// `text` broken at spaces into lines of at most `most` columns; a word that
/// is longer is broken anywhere. Never empty.
#[must_use]
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut filled = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if filled > 0 && filled + 1 + wide > most {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        if filled > 0 {
            line.push(' ');
            filled += 1;
        }
        if wide <= most {
            line.push_str(word);
            filled += wide;
        } else {
            filled = hard(word, most, &mut line, &mut lines);
        }
    }
    lines.push(line);
    lines
}

/// Breaks one long word; returns the columns of the line it leaves open.
fn hard(word: &str, most: usize, line: &mut String, lines: &mut Vec<String>) -> usize {
    let mut filled = 0;
    for (_, cell) in cells(word) {
        let wide = width(cell);
        if filled > 0 && filled + wide > most {
            lines.push(std::mem::take(line));
            filled = 0;
        }
        line.push_str(cell);
        filled += wide;
    }
    filled
}

/// `text` cut to at most `most` columns, at a space where there is one, with
/// `…` for what is left out.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    let mut filled = 0;
    let mut kept = 0;
    for (at, cell) in cells(text) {
        filled += width(cell);
        if filled < most {
            kept = at + cell.len();
        }
        if filled > most {
            return shortened(text, kept);
        }
    }
    text.to_owned()
}

/// The first `kept` bytes without their last, broken word, and `…`.
fn shortened(text: &str, kept: usize) -> String {
    let head = text.get(..kept).unwrap_or_default();
    let whole = head.rfind(' ').filter(|space| space * 2 > kept);
    let head = whole.and_then(|space| head.get(..space)).unwrap_or(head);
    format!("{}…", head.trim_end())
}

/// Spaces.
#[must_use]
pub fn pad(columns: usize) -> String {
    " ".repeat(columns)
}

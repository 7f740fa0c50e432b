//! Lines of a text with their places, from the top down and from the bottom up.
//!
//! Nothing is collected: a draft of many megabytes is walked in constant memory.

use crate::span::{Span, Text};

/// The lines inside `span`, first to last, without their line ends.
pub fn down(text: &str, span: Span<Text>) -> impl Iterator<Item = Span<Text>> {
    let mut at = span.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..span.end).filter(|rest| !rest.is_empty())?;
        let line = rest.split('\n').next().unwrap_or_default();
        let start = at;
        at += line.len() + 1;
        Some(Span::new(start, start + line.strip_suffix('\r').unwrap_or(line).len()))
    })
}

/// The lines inside `span`, last to first, without their line ends.
pub fn up(text: &str, span: Span<Text>) -> impl Iterator<Item = Span<Text>> {
    let mut end = Some(span.end);
    std::iter::from_fn(move || {
        let rest = text.get(span.start..end?)?;
        let line = rest.rsplit('\n').next().unwrap_or_default();
        let start = span.start + rest.len() - line.len();
        end = (start > span.start).then(|| start - 1);
        Some(Span::new(start, start + line.strip_suffix('\r').unwrap_or(line).len()))
    })
}

/// `span` without the white space at both its ends.
#[must_use]
pub fn trim(text: &str, span: Span<Text>) -> Span<Text> {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

/// Whether `span` holds nothing but white space.
#[must_use]
pub fn is_blank(text: &str, span: Span<Text>) -> bool {
    span.of(text).trim_start().is_empty()
}

/// The whole of `text`.
#[must_use]
pub const fn whole(text: &str) -> Span<Text> {
    Span::new(0, text.len())
}

/// The first character at or after byte `at`.
#[must_use]
pub fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The last character before byte `at`.
#[must_use]
pub fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

//! Listed words, found as they are written: letter case, the shape of
//! apostrophes and the width of spaces aside. For the words of limits, which
//! are smileys and emoji as often as letters.

use super::scope::Scope;
use crate::document::cue::is_apostrophe;
use crate::document::lines;
use crate::span::{Span, Text};

/// Words to be found, by their first byte.
pub struct Needles<'w> {
    by_first: Vec<Vec<&'w str>>,
}

impl<'w> Needles<'w> {
    /// Sorts the words.
    pub fn new(words: impl Iterator<Item = &'w str>) -> Self {
        let mut by_first: Vec<Vec<&'w str>> = vec![Vec::new(); 256];
        for word in words.filter(|word| !word.is_empty()) {
            let first = word.bytes().next().unwrap_or_default();
            let mut post = |byte: u8| {
                if let Some(list) = by_first.get_mut(usize::from(byte)) {
                    list.push(word);
                }
            };
            post(first);
            if first.is_ascii_lowercase() {
                post(first.to_ascii_uppercase());
            }
        }
        Self { by_first }
    }

    /// Every place of a word in the own stretches of a text, in order; masked
    /// places are left alone. Of two words in one place the longer is taken.
    pub fn find(&self, scope: &Scope<'_>) -> Vec<Span<Text>> {
        let mut out = Vec::new();
        for stretch in &scope.stretches {
            let mut at = stretch.start;
            while let Some(span) = self.next(scope.text, at, stretch.end) {
                if scope.masked(span).is_none() {
                    out.push(span);
                }
                at = span.end;
            }
        }
        out
    }

    fn next(&self, text: &str, from: usize, end: usize) -> Option<Span<Text>> {
        let bytes = text.as_bytes();
        (from..end).find_map(|at| {
            let listed = self.by_first.get(usize::from(*bytes.get(at)?))?;
            let ends = listed.iter().filter_map(|word| matched(text, at, end, word));
            ends.max().map(|end| Span::new(at, end))
        })
    }
}

/// Where `word` ends if it stands at byte `at`.
fn matched(text: &str, at: usize, end: usize, word: &str) -> Option<usize> {
    let rest = text.get(at..end)?;
    let mut letters = rest.char_indices().peekable();
    for wanted in word.chars() {
        let (_, letter) = letters.next()?;
        if !same(letter, wanted) {
            return None;
        }
        while wanted == ' ' && letters.peek().is_some_and(|(_, next)| next.is_whitespace()) {
            letters.next();
        }
    }
    let far = letters.peek().map_or(end, |(next, _)| at + next);
    stands(text, at, far, word).then(|| far + drawn(text.get(far..end).unwrap_or_default()))
}

fn same(letter: char, wanted: char) -> bool {
    letter == wanted
        || letter.eq_ignore_ascii_case(&wanted)
        || wanted == ' ' && letter.is_whitespace()
        || is_apostrophe(letter) && is_apostrophe(wanted)
}

/// Whether no word runs on at the edges. A smiley stands after white space:
/// the brackets of "(see page 3:)" smile at nobody.
fn stands(text: &str, at: usize, end: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = lines::char_before(text, at);
    let head = word.chars().next();
    let smiley = head.is_some_and(|c| c.is_ascii_punctuation());
    let free = if smiley { before.is_none_or(char::is_whitespace) } else { !letter(before) };
    let tail = word.chars().next_back();
    (free || !smiley && !letter(head)) && !(letter(tail) && letter(lines::char_at(text, end)))
}

/// How many bytes of `rest` only colour the emoji before: skin, sex, style.
fn drawn(rest: &str) -> usize {
    let mut joined = false;
    let colours = |c: char| {
        let takes = joined || matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}');
        joined = c == '\u{200D}';
        takes
    };
    rest.chars()
        .take_while({
            let mut colours = colours;
            move |c| colours(*c)
        })
        .map(char::len_utf8)
        .sum()
}

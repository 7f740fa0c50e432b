//! Words folded for comparison, and the small patterns that greetings,
//! closings, names and requests are told by.
//!
//! This is no rule language: the phrase rules have their own, which stands on
//! this layer. A pattern here is a row of slots divided by spaces; a slot is
//! one word or several divided by `|`, `?` in front makes it optional, and `*`
//! is any word.

use std::collections::{HashMap, HashSet};

use crate::span::{Span, Text};

/// A word, folded: lower case, without apostrophes, shorthand written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span<Text>,
    /// Its folded form: `dont`, `you` for "u".
    pub low: String,
    /// The last mark between the word before and this one, if there is one.
    pub mark: Option<char>,
}

/// Spellings of chats and small screens, and what they stand for. Sorted.
const SHORT: &[(&str, &str)] = &[
    ("ands", "and"),
    ("cld", "could"),
    ("cud", "could"),
    ("hv", "have"),
    ("kindy", "kindly"),
    ("n", "and"),
    ("plase", "please"),
    ("pleas", "please"),
    ("pleese", "please"),
    ("plese", "please"),
    ("pls", "please"),
    ("plz", "please"),
    ("r", "are"),
    ("thanx", "thanks"),
    ("thnx", "thanks"),
    ("thx", "thanks"),
    ("tks", "thanks"),
    ("tnx", "thanks"),
    ("u", "you"),
    ("ur", "your"),
    ("wen", "when"),
    ("wht", "what"),
    ("wld", "would"),
    ("wud", "would"),
    ("wuld", "would"),
    ("y", "why"),
    ("ya", "you"),
    ("yall", "you"),
    ("ye", "you"),
    ("yous", "you"),
];

/// Whether `c` is an apostrophe of any shape.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`' | '\u{00B4}')
}

/// Whether `c` is part of a word: letters, digits and what combines with them.
#[must_use]
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{0300}'..='\u{036F}' | '\u{094D}' | '\u{200C}' | '\u{200D}')
}

/// The words inside `span`.
#[must_use]
pub fn words(text: &str, span: Span<Text>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let (mut open, mut mark) = (None, None);
    let mut chars = span.of(text).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = (is_apostrophe(c) || c == '_') && open.is_some();
        let inside = is_word(c) || (joins && chars.peek().is_some_and(|(_, next)| is_word(*next)));
        if inside {
            open = open.or(Some(span.start + at));
        } else {
            push(&mut out, text, open.take(), span.start + at, &mut mark);
            mark = if c.is_whitespace() { mark } else { Some(c) };
        }
    }
    push(&mut out, text, open, span.end, &mut mark);
    out
}

fn push(out: &mut Vec<Word>, text: &str, open: Option<usize>, end: usize, mark: &mut Option<char>) {
    if let Some(start) = open {
        let span = Span::new(start, end);
        out.push(Word { span, low: expand(fold(span.of(text))), mark: mark.take() });
    }
}

/// `word` in lower case, without apostrophes.
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars().filter(|c| !is_apostrophe(*c)).flat_map(char::to_lowercase).collect()
}

/// The word that `low` is short for, else itself.
fn expand(low: String) -> String {
    match SHORT.binary_search_by_key(&low.as_str(), |(short, _)| short) {
        Ok(at) => SHORT.get(at).map_or(low, |(_, full)| (*full).to_owned()),
        Err(_) => low,
    }
}

/// How many words at the start of `words` the pattern takes; none if it does
/// not fit.
#[must_use]
pub fn fit(pattern: &str, words: &[Word]) -> Option<usize> {
    let (slot, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
    if slot.is_empty() {
        return Some(0);
    }
    let (slot, optional) = slot.strip_prefix('?').map_or((slot, false), |slot| (slot, true));
    if let Some((first, after)) = words.split_first()
        && slot.split('|').any(|word| word == "*" || word == first.low)
        && let Some(taken) = fit(rest, after)
    {
        return Some(taken + 1);
    }
    if optional { fit(rest, words) } else { None }
}

/// The most words that any of the patterns takes at the start of `words`.
#[must_use]
pub fn longest(patterns: &[&str], words: &[Word]) -> Option<usize> {
    patterns.iter().filter_map(|pattern| fit(pattern, words)).max()
}

/// Patterns found by their first word, so that most words cost one lookup.
#[derive(Debug)]
pub struct Table {
    first: HashMap<&'static str, Vec<&'static str>>,
    /// Patterns that any word may begin.
    any: Vec<&'static str>,
}

impl Table {
    /// Sorts patterns by the words that can begin them.
    #[must_use]
    pub fn new(patterns: &[&'static str]) -> Self {
        let mut table = Self { first: HashMap::new(), any: Vec::new() };
        for pattern in patterns {
            for slot in pattern.split(' ') {
                for word in slot.trim_start_matches('?').split('|') {
                    if word == "*" {
                        table.any.push(pattern);
                    } else {
                        table.first.entry(word).or_default().push(pattern);
                    }
                }
                if !slot.starts_with('?') {
                    break;
                }
            }
        }
        table
    }

    /// The words that begin a pattern, in no order.
    pub fn first_words(&self) -> impl Iterator<Item = &'static str> {
        self.first.keys().copied()
    }

    /// The most words that any of the patterns takes at the start of `words`.
    #[must_use]
    pub fn longest(&self, words: &[Word]) -> Option<usize> {
        let known = self.first.get(words.first()?.low.as_str()).into_iter().flatten();
        known.chain(&self.any).filter_map(|pattern| fit(pattern, words)).max()
    }
}

/// A set of words.
#[derive(Debug)]
pub struct Words(HashSet<&'static str>);

impl Words {
    /// The words of a list divided by spaces.
    #[must_use]
    pub fn new(list: &'static str) -> Self {
        Self(list.split_ascii_whitespace().collect())
    }

    /// The words, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }

    /// Whether `word` is one of them.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// Whether the list, words divided by spaces, holds `word`.
#[must_use]
pub fn within(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

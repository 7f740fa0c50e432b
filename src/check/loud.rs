//! Loud marks: exclamation marks in a row or in number, chopped sentences,
//! stretched letters.

use super::limits::{Ask, Count};
use super::scope::Scope;
use crate::document::lines;
use crate::span::{Span, Text};

/// Words of good cheer: after them an exclamation mark is warm, not loud.
const WARM: &[&str] = &[
    "thank",
    "thanks",
    "congratulations",
    "congrats",
    "welcome",
    "happy",
    "glad",
    "great",
    "lovely",
    "love",
    "wonderful",
    "fantastic",
    "brilliant",
    "enjoy",
    "hooray",
    "yay",
    "well",
    "good",
    "hi",
    "hello",
    "hey",
    "dear",
    "cheers",
    "bye",
    "goodbye",
    "perfect",
    "excellent",
    "yes",
    "awesome",
    "amazing",
    "delighted",
    "best",
    "beautiful",
    "gorgeous",
    "nice",
    "done",
    "sure",
    "absolutely",
    "wow",
    "aw",
    "aww",
    "haha",
    "hehe",
    "ha",
];

/// A row of full stops this long leads the eye to a column or a blank.
const LEADER: usize = 9;

/// A word is looked at so far back, in characters.
const LONGEST_WORD: usize = 40;

fn is_warm(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WARM.iter().any(|warm| warm.eq_ignore_ascii_case(word)))
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '!' | '?' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉')
}

/// How many marks a character is.
const fn weight(letter: char) -> usize {
    if matches!(letter, '‼' | '⁇' | '⁈' | '⁉') { 2 } else { 1 }
}

/// Rows of `!` and `?` with their length, and rows of more than three full
/// stops as two. After words of good cheer a row counts as two at most; one
/// that is quoted does not count.
pub fn marks(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out = Vec::new();
    for stretch in &scope.stretches {
        let mut at = stretch.start;
        while let Some(start) = next(scope.text, at, stretch.end) {
            let rest = scope.text.get(start..stretch.end).unwrap_or_default();
            let dots = rest.starts_with('.');
            let end = |c: char| if dots { c != '.' } else { !is_mark(c) };
            let row = rest.get(..rest.find(end).unwrap_or(rest.len())).unwrap_or_default();
            let span = Span::new(start, start + row.len());
            let quoted = lines::char_at(scope.text, span.end).is_some_and(closes);
            if !quoted && scope.masked(span).is_none() {
                let amount = amount(scope, span, row, dots);
                out.push(Count { span, amount });
            }
            at = span.end.max(start + 1);
        }
    }
    out
}

fn amount(scope: &Scope<'_>, span: Span<Text>, row: &str, dots: bool) -> usize {
    if dots {
        return if (4..LEADER).contains(&row.len()) { 2 } else { 0 };
    }
    let amount = row.chars().map(weight).sum();
    if amount > 2 && is_warm(scope.sentence_at(span.start).of(scope.text)) { 2 } else { amount }
}

const fn closes(letter: char) -> bool {
    matches!(letter, '"' | '”' | '’' | '»' | '\'')
}

/// The next byte at which a row of marks or full stops may begin.
fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    // The first bytes of the marks outside ASCII, and those alone, are looked at.
    let bytes = text.as_bytes();
    let found = |at: &usize| match bytes.get(*at) {
        Some(b'.' | b'!' | b'?') => true,
        Some(0xE2 | 0xEF) => lines::char_at(text, *at).is_some_and(is_mark),
        _ => false,
    };
    (from..end).find(found)
}

/// Each exclaimed sentence, numbered; a row of marks is one. In `Yahoo! Mail`
/// and in a greeting the mark exclaims nothing.
pub fn exclamations(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    for stretch in &scope.stretches {
        let mut inside = false;
        for (at, letter) in stretch.of(scope.text).char_indices() {
            let exclaims = matches!(letter, '!' | '！' | '‼' | '⁉');
            let start = stretch.start + at;
            let span = Span::new(start, start + letter.len_utf8());
            if exclaims && !inside && scope.masked(span).is_none() && ends(scope.text, span.end) {
                out.push(Count { span: last_word(scope.text, span), amount: out.len() + 1 });
            }
            inside = is_mark(letter);
        }
    }
    out
}

/// Whether a sentence can end before byte `at`: no small letter follows.
fn ends(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    !rest.trim_start().starts_with(|c: char| c.is_lowercase() || c == '=')
}

/// The mark with the word before it.
fn last_word(text: &str, mark: Span<Text>) -> Span<Text> {
    let before = text.get(..mark.start).unwrap_or_default();
    let word = before.chars().rev().take(LONGEST_WORD).take_while(|c| !c.is_whitespace());
    Span::new(mark.start - word.map(char::len_utf8).sum::<usize>(), mark.end)
}

/// Rows of exclaimed sentences of three words at most, in words of no cheer.
pub fn chopped(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    let mut row: Vec<Span<Text>> = Vec::new();
    for sentence in scope.sentences().iter().chain([&Span::new(0, 0)]) {
        let words = sentence.of(scope.text);
        let short = (1..=3).contains(&words.split_whitespace().count());
        if short && words.ends_with('!') && scope.masked(*sentence).is_none() {
            row.push(*sentence);
            continue;
        }
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            let span = Span::new(first.start, last.end);
            let amount = if is_warm(span.of(scope.text)) { 0 } else { row.len() };
            out.push(Count { span, amount });
        }
        row.clear();
    }
    out
}

/// How often one letter is repeated in a word; `XXXX` is a blank, and `AAAA`
/// the size of a battery.
pub fn stretched(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out = Vec::new();
    for chunk in scope.stretches.iter().flat_map(|stretch| scope.chunks(*stretch)) {
        let words = chunk.of(scope.text);
        let most = longest_row(words);
        if most < 3 || scope.masked(chunk).is_some() || !is_plain(words) {
            continue;
        }
        let bare = words.trim_matches(|c: char| !c.is_alphabetic());
        let start = chunk.start + words.find(bare).unwrap_or(0);
        out.push(Count { span: Span::new(start, start + bare.len()), amount: most });
    }
    out
}

fn longest_row(words: &str) -> usize {
    let (mut last, mut row, mut most) = (' ', 0, 0);
    for letter in words.chars() {
        let same = letter == last || letter.eq_ignore_ascii_case(&last);
        row = if same { row + 1 } else { 1 };
        last = letter;
        if letter.is_alphabetic() && !matches!(letter, 'x' | 'X') {
            most = most.max(row);
        }
    }
    most
}

/// Whether a chunk is a word: no code, and of more than one letter.
fn is_plain(words: &str) -> bool {
    let code = |c: char| c.is_ascii_digit() || "_/\\@#=+<>{}[]|^~".contains(c);
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    !words.contains(code) && letters.any(|c| first.is_some_and(|f| !c.eq_ignore_ascii_case(&f)))
}

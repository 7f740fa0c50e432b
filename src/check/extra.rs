//! What limits and leaks find, before it has a place in the file; and how a
//! secret is covered, so that it is never shown.

use std::borrow::Cow;
use std::collections::BTreeSet;

use regex::Regex;

use super::finding::Choice;
use crate::report::Severity;
use crate::rule::RuleSet;
use crate::rule::model::{Leak, Limit};
use crate::span::{Span, Text};

/// A count gone over, or something that must not leave the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Full id of the limit or leak, `category.id`.
    pub id: String,
    /// Name of the pack.
    pub pack: String,
    /// The category.
    pub category: String,
    /// How much it matters.
    pub severity: Severity,
    /// The words.
    pub span: Span<Text>,
    /// A few words over the finding; empty means the category's.
    pub message: String,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// What to write instead, as advice.
    pub say: Vec<String>,
    /// Whether it holds the reply back.
    pub hold: bool,
    /// Whether the words are a secret: print [`Extra::words`], never the text.
    pub mask: bool,
    /// How many last characters of a secret may be seen.
    pub tail: usize,
    /// How often a polish limit was passed (it is reported once).
    pub count: usize,
}

impl Extra {
    /// A limit that was passed at `span`.
    #[must_use]
    pub fn of_limit(limit: &Limit, span: Span<Text>) -> Self {
        Self {
            id: limit.id.clone(),
            pack: limit.pack.clone(),
            category: category(&limit.id),
            severity: limit.severity,
            span,
            message: limit.message.clone(),
            why: limit.why.clone(),
            source: limit.source.clone(),
            say: limit.say.clone(),
            hold: false,
            mask: false,
            tail: 0,
            count: 1,
        }
    }

    /// A leak at `span`, of which the last `tail` characters may be seen.
    #[must_use]
    pub fn of_leak(leak: &Leak, span: Span<Text>, tail: usize) -> Self {
        Self {
            id: leak.id.clone(),
            pack: leak.pack.clone(),
            category: category(&leak.id),
            severity: Severity::High,
            span,
            message: leak.message.clone(),
            why: leak.why.clone(),
            source: leak.source.clone(),
            say: leak.say.clone(),
            hold: true,
            mask: leak.mask,
            tail,
            count: 1,
        }
    }

    /// The words as they may be printed: a secret as `••••1111` or `••••••••`,
    /// so that not even its length is told.
    #[must_use]
    pub fn words(&self, text: &str) -> String {
        let words = self.span.of(text);
        if !self.mask {
            return words.to_owned();
        }
        if self.tail == 0 {
            return "••••••••".to_owned();
        }
        let kept: Vec<char> = words.chars().filter(char::is_ascii_alphanumeric).collect();
        let from = kept.len().saturating_sub(self.tail);
        "••••".chars().chain(kept.into_iter().skip(from)).collect()
    }
}

/// A shorter secret is not looked for a second time: it may be a word.
const LONG: usize = 6;

/// `text` with every secret of `extras` starred out, byte for byte: all spans
/// of the text hold good in it, so that excerpts can be taken from it. Where a
/// secret is said again, it is starred out again.
#[must_use]
pub fn concealed<'t>(text: &'t str, extras: &[Extra]) -> Cow<'t, str> {
    let mut secrets: Vec<(Span<Text>, usize)> =
        extras.iter().filter(|extra| extra.mask).map(|extra| (extra.span, extra.tail)).collect();
    if secrets.is_empty() {
        return Cow::Borrowed(text);
    }
    secrets.extend(said_again(text, &secrets).into_iter().map(|span| (span, 0)));
    secrets.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, tail) in secrets {
        let span = Span::<Text>::new(span.start.max(at), span.end.max(at));
        out.push_str(text.get(at..span.start).unwrap_or_default());
        star(span.of(text), tail, &mut out);
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

/// `other`, a text that is not the draft, with the draft's secrets starred out
/// byte for byte.
#[must_use]
pub fn covered(other: &str, text: &str, extras: &[Extra]) -> String {
    let secrets: Vec<&str> =
        extras.iter().filter(|extra| extra.mask).map(|extra| extra.span.of(text)).collect();
    let mut out = String::with_capacity(other.len());
    let mut at = 0;
    for place in places(other, &secrets) {
        out.push_str(other.get(at..place.start).unwrap_or_default());
        star(place.of(other), 0, &mut out);
        at = place.end;
    }
    out.push_str(other.get(at..).unwrap_or_default());
    out
}

/// Where any of the secrets stands, in order; in one pass.
fn places(text: &str, secrets: &[&str]) -> Vec<Span<Text>> {
    let words: BTreeSet<&&str> = secrets.iter().filter(|words| words.len() >= LONG).collect();
    let all: Vec<String> = words.into_iter().map(|word| regex::escape(word)).collect();
    let Some(regex) = Regex::new(&all.join("|")).ok().filter(|_| !all.is_empty()) else {
        return Vec::new();
    };
    regex.find_iter(text).map(|found| Span::new(found.start(), found.end())).collect()
}

/// Other places of the same secrets.
fn said_again(text: &str, secrets: &[(Span<Text>, usize)]) -> Vec<Span<Text>> {
    let words: Vec<&str> = secrets.iter().map(|(span, _)| span.of(text)).collect();
    let places = places(text, &words).into_iter();
    let known: BTreeSet<usize> = secrets.iter().map(|(span, _)| span.start).collect();
    places.filter(|place| !known.contains(&place.start)).collect()
}

/// A text that is not the draft, with every secret in it starred out.
#[must_use]
pub fn secrets_starred<'t>(text: &'t str, rules: &RuleSet) -> Cow<'t, str> {
    let found = super::leaks(
        text,
        &[Span::new(0, text.len())],
        &super::masks::of(text),
        rules,
        &Choice::default(),
        false,
    );
    match concealed(text, &found) {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        Cow::Owned(starred) => Cow::Owned(starred),
    }
}

/// Stars of the length of `words` in bytes; white space stays.
fn star(words: &str, tail: usize, out: &mut String) {
    let shown = words.char_indices().rev().filter(|(_, c)| c.is_ascii_alphanumeric());
    let shown_from = shown.take(tail).last().map_or(words.len(), |(at, _)| at);
    for (at, letter) in words.char_indices() {
        if letter.is_whitespace() || at >= shown_from {
            out.push(letter);
        } else {
            out.extend(std::iter::repeat_n('*', letter.len_utf8()));
        }
    }
}

fn category(id: &str) -> String {
    id.split_once('.').map_or(id, |(category, _)| category).to_owned()
}

//! Greets by name: with the customer's own name where it is known, else with
//! any name after a greeting.

use super::detect::{Found, View};
use super::facts::List;
use super::words::{Word, all, fold};
use crate::span::{Span, Text};

/// Parts of a name that do not greet anybody alone.
const TITLES: [&str; 30] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "madam",
    "ing",
    "herr",
    "frau",
    "sister",
    "brother",
    "father",
    "rev",
    "reverend",
    "captain",
    "van",
    "von",
    "de",
    "del",
    "der",
    "den",
    "al",
    "el",
    "la",
    "bin",
    "da",
];

/// Words before a name that speak of somebody and do not greet: "my colleague
/// Beth", "in the name of Tyrone".
const SPOKEN_OF: [&str; 16] = [
    "of",
    "colleague",
    "called",
    "named",
    "with",
    "from",
    "manager",
    "is",
    "to",
    "by",
    "about",
    "and",
    "our",
    "my",
    "driver",
    "agent",
];

/// How many sentences from the top may hold the greeting.
const TOP: usize = 2;

/// Reads the item.
pub(super) fn find(view: &View<'_>, at: usize) -> Found {
    let mut greetings = view.cues(at, List::Cues);
    greetings.extend(view.facts.greeted);
    greetings.sort_unstable();
    let Some(name) = view.facts.customer.and_then(|customer| customer.name) else {
        return by_cue(view, &greetings);
    };
    let parts = parts(name);
    if parts.is_empty() {
        return by_cue(view, &greetings);
    }
    let in_greeting = |word: &Word| greetings.iter().any(|cue| cue.contains(word.span));
    let mut before = "";
    let placed: Vec<Span<Text>> = top(view)
        .filter(|word| {
            let spoken_of = SPOKEN_OF.contains(&before);
            before = &word.plain;
            let called = word.capital || in_greeting(word);
            called && !spoken_of && parts.contains(&bare(&word.plain))
        })
        .map(|word| word.span)
        .filter(|span| !view.flagged(*span))
        .collect();
    if placed.is_empty() { library(view, &greetings) } else { Found::full(placed) }
}

/// In a library the placeholder stands for the name.
fn library(view: &View<'_>, greetings: &[Span<Text>]) -> Found {
    if view.facts.library { by_cue(view, greetings) } else { Found::nothing() }
}

/// Met by a greeting with a name in the first sentences.
fn by_cue(view: &View<'_>, greetings: &[Span<Text>]) -> Found {
    let first = greetings.iter().copied().find(|cue| view.sentence(*cue).is_none_or(|at| at < TOP));
    first.map_or_else(|| nameless(view), |cue| Found::full(vec![cue]))
}

/// Half for a greeting without a name where nobody's name is known.
fn nameless(view: &View<'_>) -> Found {
    const GREETS: [&str; 10] =
        ["hi", "hello", "hey", "hiya", "dear", "good", "greetings", "namaste", "g'day", "morning"];
    let first = top(view).next();
    let greets = first.filter(|word| GREETS.contains(&word.plain.as_str()));
    greets.map_or_else(Found::nothing, |word| Found::half(vec![word.span]))
}

/// The words of the first sentences, and whatever stands before them.
fn top<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a Word> {
    view.draft.head.iter().chain(view.draft.sentences.iter().take(TOP + 1).flatten())
}

/// The parts of a name that may greet somebody, folded.
fn parts(name: &str) -> Vec<String> {
    all(name)
        .iter()
        .map(|word| bare(&word.plain))
        .filter(|part| part.chars().count() > 1 && !TITLES.contains(&part.as_str()))
        .collect()
}

/// A word without its possessive, with O'Neil kept whole.
fn bare(plain: &str) -> String {
    plain.strip_suffix("'s").unwrap_or(plain).replace('\'', "")
}

/// The part of a name to greet with: the first that is no title or initial,
/// or the title with the last name when that was how they signed.
#[must_use]
pub(super) fn short(name: &str) -> &str {
    let first = name.split_whitespace().find(|part| {
        let plain = fold(part.trim_end_matches('.'));
        plain.chars().count() > 1 && !TITLES.contains(&plain.as_str())
    });
    let titled = name.split_whitespace().next().is_some_and(|part| {
        matches!(
            fold(part.trim_end_matches('.')).as_str(),
            "mr" | "mrs" | "ms" | "miss" | "mx" | "dr"
        )
    });
    let whole = name.trim();
    if titled && name.split_whitespace().count() == 2 { whole } else { first.unwrap_or(whole) }
}

//! Says back what they told us: the customer's matter in the agent's words.
//!
//! With the customer's message at hand the two texts are compared: a sentence
//! that speaks to the customer and shares their content, numbers and days
//! included, says it back. Without it, a telling phrase ("it sounds as though
//! ...") counts when something concrete follows.

use super::concrete;
use super::detect::{Found, View};
use super::facts::List;
use super::ranges;
use super::signals::signals;
use super::words::{Word, content, shared};
use crate::span::{Span, Text};

/// Content that one sentence must share to say something back.
const ENOUGH: usize = 3;
/// Content that is enough where the sentence also speaks to the customer.
const ENOUGH_TOLD: usize = 2;
/// Content that is enough in the whole reply.
const ENOUGH_IN_ALL: usize = 5;
/// Sentences of the reply that may say it back.
const TOP: usize = 12;

/// Reads the item.
pub(super) fn find(view: &View<'_>, at: usize) -> Found {
    let cues = view.cues(at, List::Cues);
    let told = view.facts.customer.is_some_and(|customer| !customer.text.trim().is_empty());
    if !told {
        return by_cue(view, at, &cues);
    }
    let strong = view.cues(at, List::With);
    let named =
        |cue: &Span<Text>| view.sentence(*cue).is_some_and(|at| concrete::near(view, at, *cue));
    let heard = |cue: &Span<Text>| view.sentence(*cue).is_some_and(|at| particular(view, at));
    let mut full: Vec<Span<Text>> = cues.iter().copied().filter(heard).collect();
    full.extend(strong.into_iter().filter(named));
    full.sort_unstable();
    if !full.is_empty() {
        return Found::full(full);
    }
    let tops = 0..view.draft.sentences.len().min(TOP);
    let best = tops.clone().find(|at| restates(view, *at)).or_else(|| throughout(view, tops));
    if let Some(span) = best.and_then(|at| view.facts.sentences.get(at)) {
        return Found::full(vec![*span]);
    }
    let mut half = view.cues(at, List::Half);
    half.extend(cues);
    half.sort_unstable();
    if half.is_empty() { Found::nothing() } else { Found::half(half) }
}

/// Met by a cue with something concrete; half by any.
fn by_cue(view: &View<'_>, at: usize, cues: &[Span<Text>]) -> Found {
    let named =
        |cue: &&Span<Text>| view.sentence(**cue).is_some_and(|at| concrete::near(view, at, **cue));
    let full: Vec<_> = cues.iter().filter(named).copied().collect();
    if !full.is_empty() {
        return Found::full(full);
    }
    let mut half = view.cues(at, List::Half);
    half.extend(cues);
    half.sort_unstable();
    if half.is_empty() { Found::nothing() } else { Found::half(half) }
}

/// Content that every customer of a shop shares.
const COMMON: [&str; 14] = [
    "account", "app", "parcel", "email", "messag", "ring", "websit", "item", "product", "compani",
    "servic", "answer", "tell", "user",
];

/// Whether sentence number `at` shares content that is this customer's own.
fn particular(view: &View<'_>, at: usize) -> bool {
    let words = view.draft.sentences.get(at).map_or(&[][..], Vec::as_slice);
    let mut keys = content(words);
    keys.retain(|key| !COMMON.contains(&key.as_str()));
    shared(&keys, &view.draft.customer) >= 1
}

/// How much of the customer's content sentence number `at` shares.
fn overlap(view: &View<'_>, at: usize) -> usize {
    let words = view.draft.sentences.get(at).map_or(&[][..], Vec::as_slice);
    shared(&content(words), &view.draft.customer)
}

/// Whether sentence number `at` says the customer's matter back by itself.
fn restates(view: &View<'_>, at: usize) -> bool {
    let Some(span) = view.facts.sentences.get(at).copied() else {
        return false;
    };
    let words = view.draft.sentences.get(at).map_or(&[][..], Vec::as_slice);
    let hurts = ranges::covered(&view.draft.flagged, span) > 0;
    let need = if told(words) { ENOUGH_TOLD } else { ENOUGH };
    // "Our nursery shuts at 4" tells of us, whoever asked.
    let of_us = words.first().is_some_and(|word| word.plain == "our") && !told(words);
    !hurts
        && !of_us
        && !is_order(words)
        && !signals(words, span.of(view.facts.text)).puts_off
        && overlap(view, at) >= need
}

/// The sentence that shares most of the customer's content, where the reply as a
/// whole shares much of it: their own words run through the answer.
fn throughout(view: &View<'_>, tops: std::ops::Range<usize>) -> Option<usize> {
    let mut keys = Vec::new();
    for at in tops.clone() {
        let words = view.draft.sentences.get(at)?;
        let span = view.facts.sentences.get(at)?;
        if ranges::covered(&view.draft.flagged, *span) == 0 && !is_order(words) {
            keys.extend(content(words));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|key| !COMMON.contains(&key.as_str()));
    let whole = shared(&keys, &view.draft.customer);
    let best = || tops.max_by_key(|at| overlap(view, *at));
    if whole >= ENOUGH_IN_ALL { best() } else { None }
}

/// Whether a sentence speaks of the customer's side.
fn told(words: &[Word]) -> bool {
    words.iter().any(|word| {
        let head = word.plain.split('\'').next().unwrap_or_default();
        matches!(head, "you" | "your" | "sorry" | "thanks" | "thank")
    })
}

/// Whether a sentence tells the customer what to do.
fn is_order(words: &[Word]) -> bool {
    let first = words.first().map_or("", |word| word.plain.as_str());
    matches!(
        first,
        "please" | "kindly" | "pls" | "bring" | "ensure" | "use" | "check" | "contact" | "read"
    )
}

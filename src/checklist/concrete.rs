//! Whether a sentence names something: a number, a day, a name, the
//! customer's own word. Concrete words tell the customer that they were heard
//! (Packard and Berger 2021), and a stock sentence has none.

use super::detect::View;
use super::words::{Word, content, shared};
use crate::span::{Span, Text};

/// Words that every letter of regret uses and that name nothing.
const STOCK: [&str; 59] = [
    "inconvenienc",
    "issu",
    "problem",
    "situation",
    "experienc",
    "concern",
    "frustration",
    "frustrat",
    "understand",
    "feel",
    "troubl",
    "servic",
    "customer",
    "contact",
    "email",
    "messag",
    "support",
    "patienc",
    "appreciat",
    "apologis",
    "apologiz",
    "sorri",
    "regret",
    "imagin",
    "upset",
    "annoi",
    "disappoint",
    "disappointment",
    "valu",
    "importan",
    "important",
    "sincer",
    "sincereli",
    "caus",
    "complet",
    "completeli",
    "total",
    "totali",
    "absolut",
    "absoluteli",
    "full",
    "fulli",
    "sympathis",
    "sympathiz",
    "deepli",
    "certainli",
    "shoe",
    "place",
    "point",
    "view",
    "perspectiv",
    "position",
    "answer",
    "hear",
    "apologi",
    "boot",
    "wrong",
    "process",
    "difficult",
];

/// Whether the sentence number `at` says something concrete outside `cue`, or
/// the one before or after it does while it speaks to the customer.
pub(super) fn near(view: &View<'_>, at: usize, cue: Span<Text>) -> bool {
    let sentence = |at: usize| view.draft.sentences.get(at).map_or(&[][..], Vec::as_slice);
    if names(view, sentence(at), cue) {
        return true;
    }
    let beside = [at.checked_sub(1), Some(at + 1)];
    beside.into_iter().flatten().map(sentence).any(|words| speaks(words) && names(view, words, cue))
}

/// Whether these words name something.
fn names(view: &View<'_>, words: &[Word], cue: Span<Text>) -> bool {
    let outside: Vec<Word> =
        words.iter().filter(|word| !STOCK.contains(&word.key.as_str())).cloned().collect();
    let keys = content(&outside);
    if shared(&keys, &view.draft.customer) > 0 || outside.iter().any(Word::is_number) {
        return true;
    }
    let beyond = outside.iter().filter(|word| !word.key.is_empty() && !cue.contains(word.span));
    beyond.count() >= 1
}

/// Whether these words speak to the customer.
fn speaks(words: &[Word]) -> bool {
    words.iter().any(|word| {
        let head = word.plain.split('\'').next().unwrap_or_default();
        matches!(head, "you" | "your" | "yours" | "u" | "ur")
    })
}

//! Where sentences begin: after a stop, a bullet, an opening quotation mark,
//! and after a greeting or a handle, which the sentence only hangs on.

use super::marks;
use super::shape::Kind;
use super::words::Word;

const GREETINGS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "dear",
    "good",
    "greetings",
    "hiya",
    "namaste",
    "g'day",
    "morning",
    "afternoon",
];

/// Sets [`marks::START`] on the words that begin a sentence.
pub fn mark(text: &str, words: &mut [Word]) {
    let mut open_greeting = 0;
    let mut after_handle = false;
    for word in words {
        let fresh = word.before & (marks::SENTENCE | marks::OPEN) != 0;
        let hung = after_handle || (open_greeting > 0 && word.before & marks::CLAUSE_END != 0);
        if fresh || hung {
            word.before |= marks::START;
        }
        after_handle = word.kind == Kind::Opaque && word.before & marks::START != 0;
        open_greeting = match () {
            () if fresh && is_greeting(text, word) => 5,
            () if hung => 0,
            () => usize::saturating_sub(open_greeting, 1),
        };
    }
}

fn is_greeting(text: &str, word: &Word) -> bool {
    let raw = text.get(word.start..word.end).unwrap_or_default();
    raw.len() <= 9 && GREETINGS.iter().any(|one| one.eq_ignore_ascii_case(raw))
}

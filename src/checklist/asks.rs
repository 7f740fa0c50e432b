//! What kind of answer a request calls for.

use super::words::{Word, all};

/// The kind of answer that a request calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// A date, a time or a duration: "when", "how long".
    Time,
    /// A sum of money: "how much", "what does it cost".
    Price,
    /// A place or where something has got to: "where is".
    Place,
    /// A person: "who".
    Person,
    /// A reason: "why", "how come".
    Reason,
    /// A way to do something: "how do I".
    Way,
    /// A thing: "what", "which".
    Thing,
    /// Yes or no: "is", "can", "do you".
    YesNo,
    /// Something to be done: "please send", "I want my money back".
    Act,
}

/// Verbs that only ask for words: "could you tell me" asks for no deed.
const TELLING: [&str; 18] = [
    "tell",
    "confirm",
    "advise",
    "clarify",
    "explain",
    "know",
    "check",
    "say",
    "inform",
    "share",
    "wonder",
    "wondering",
    "see",
    "understand",
    "find",
    "ask",
    "hear",
    "update",
];

/// The kind of a request, read from its first telling words.
#[must_use]
pub fn kind(request: &str) -> Ask {
    let words = all(request);
    let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    by_question_word(&plain).unwrap_or_else(|| if is_act(&plain) { Ask::Act } else { Ask::YesNo })
}

/// The kind by the first question word, if there is one that asks.
fn by_question_word(plain: &[&str]) -> Option<Ask> {
    let asks = |at: usize| at == 0 || !matches!(plain.get(at - 1), Some(&("the" | "me" | "us")));
    plain.iter().enumerate().find_map(|(at, word)| {
        let next = plain.get(at + 1).copied().unwrap_or_default();
        match *word {
            "when" | "when's" | "whens" if at < 4 || asks(at) => Some(Ask::Time),
            "eta" | "deadline" | "hours" => Some(Ask::Time),
            "how" | "how's" => Some(by_how(next, plain)),
            "price" | "cost" | "costs" | "quote" | "quotation" | "fee" if !leaves(plain) => {
                Some(Ask::Price)
            }
            "where" | "where's" | "wheres" => Some(Ask::Place),
            "who" | "who's" => Some(Ask::Person),
            "why" => Some(Ask::Reason),
            "what" | "what's" | "which" => Some(by_what(next, plain.get(at..).unwrap_or_default())),
            _ => None,
        }
    })
}

/// The kind of "how" with the word after it.
fn by_how(next: &str, plain: &[&str]) -> Ask {
    match next {
        "much" => Ask::Price,
        "long" | "soon" | "many" | "often" | "quickly" | "late" | "early" => Ask::Time,
        "come" => Ask::Reason,
        _ if plain.iter().any(|word| matches!(*word, "happen" | "happened" | "possible")) => {
            Ask::Reason
        }
        _ => Ask::Way,
    }
}

/// Whether a request begins like one for yes or no.
fn leaves(plain: &[&str]) -> bool {
    let first = plain.first().copied().unwrap_or_default();
    matches!(
        first,
        "is" | "are" | "do" | "does" | "did" | "can" | "could" | "will" | "would" | "should"
    )
}

/// The kind of "what" with the words after it.
fn by_what(next: &str, after: &[&str]) -> Ask {
    match next {
        "time" | "day" | "date" | "hours" | "days" => Ask::Time,
        "about" => Ask::YesNo,
        _ if after.iter().take(5).any(|word| matches!(*word, "reason" | "cause" | "caused")) => {
            Ask::Reason
        }
        _ if after.iter().take(7).any(|word| PRICES.contains(word)) => Ask::Price,
        _ => Ask::Thing,
    }
}

/// Words that make "what" a question of money.
const PRICES: [&str; 7] = ["price", "cost", "costs", "fee", "charge", "rate", "price's"];

/// Whether something is to be done, and not only to be said: "can you send",
/// "please send", "I want my money back"; "can I" asks for leave.
fn is_act(plain: &[&str]) -> bool {
    let telling = plain.iter().take(8).any(|word| TELLING.contains(word));
    for (at, word) in plain.iter().enumerate().take(8) {
        let next = plain.get(at + 1).copied().unwrap_or_default();
        match *word {
            "can" | "could" | "will" | "would" | "may" | "might" | "any" => {
                if matches!(next, "you" | "u" | "ya" | "ye" | "somebody" | "someone" | "chance") {
                    return !telling;
                }
                if at < 3 && *word != "any" {
                    return false;
                }
            }
            "is" | "are" | "do" | "does" | "did" | "has" | "have" | "am" | "was" | "were"
            | "should"
                if at < 3 =>
            {
                return false;
            }
            _ => {}
        }
    }
    !telling
}

/// Whether a word is about a time: a weekday, a month, "tomorrow", "hours".
pub(super) fn is_time(word: &Word) -> bool {
    is_point(word) || is_unit(word)
}

/// Whether a word is a length of time: "hours", "weeks".
pub(super) fn is_unit(word: &Word) -> bool {
    matches!(word.key.as_str(), "minut" | "hour" | "day" | "week" | "month" | "year")
}

/// Whether a word is a point in time: a weekday, a month, "tomorrow".
pub(super) fn is_point(word: &Word) -> bool {
    const POINTS: &str = "monday tuesday wednesday thursday friday saturday sunday weekend january \
        february march april june july august september october november december today tonight \
        tomorrow noon midnight midday overnight morning afternoon evening yesterday am pm o'clock \
        fortnight straightaway immediately jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed \
        weds thu thur thurs fri fortnightly weekdays weekdays weekends evenings mornings mondays tuesdays \
        wednesdays thursdays fridays saturdays sundays lunchtime teatime dusk dawn";
    POINTS.split_ascii_whitespace().any(|point| point == word.plain)
}

/// Words that begin another question inside a request.
const OPENERS: [&str; 27] = [
    "what", "what's", "how", "when", "where", "why", "who", "which", "is", "are", "do", "does",
    "did", "can", "could", "will", "would", "should", "tell", "whether", "refund", "send",
    "confirm", "cancel", "have", "let", "please",
];

/// Whether a word is the number of a list's item: `2) steamed`.
pub(super) fn counts(request: &str, word: &Word) -> bool {
    word.is_number()
        && word.plain.len() <= 2
        && request.get(word.span.end..).is_some_and(|rest| rest.starts_with(')'))
}

/// Whether another question begins between two words.
pub(super) fn opens(left: &Word, right: &Word, between: &str) -> bool {
    let joined = matches!(left.plain.as_str(), "and" | "also") || between.contains([',', ';', '?']);
    joined && OPENERS.contains(&right.plain.as_str())
}

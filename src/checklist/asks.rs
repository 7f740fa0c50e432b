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
            "how" | "how's" => Some(by_how(next)),
            "price" | "cost" | "costs" | "quote" | "quotation" | "fee" => Some(Ask::Price),
            "where" | "where's" | "wheres" => Some(Ask::Place),
            "who" | "who's" => Some(Ask::Person),
            "why" => Some(Ask::Reason),
            "what" | "what's" | "which" => Some(by_what(next)),
            _ => None,
        }
    })
}

/// The kind of "how" with the word after it.
fn by_how(next: &str) -> Ask {
    match next {
        "much" => Ask::Price,
        "long" | "soon" | "many" | "often" | "quickly" | "late" | "early" => Ask::Time,
        "come" => Ask::Reason,
        _ => Ask::Way,
    }
}

/// The kind of "what" with the word after it.
fn by_what(next: &str) -> Ask {
    match next {
        "time" | "day" | "date" | "hours" | "days" => Ask::Time,
        "price" | "cost" => Ask::Price,
        _ => Ask::Thing,
    }
}

/// Whether something is to be done, and not only to be said.
fn is_act(plain: &[&str]) -> bool {
    let telling = plain.iter().take(8).any(|word| TELLING.contains(word));
    let yours = |at: usize| {
        let you = matches!(
            plain.get(at + 1),
            Some(&("you" | "u" | "ya" | "ye" | "somebody" | "someone" | "we" | "i"))
        );
        let mine = matches!(plain.get(at + 1), Some(&("we" | "i")));
        (you, mine)
    };
    for (at, word) in plain.iter().enumerate().take(8) {
        match *word {
            "can" | "could" | "will" | "would" | "may" | "might" => {
                let (you, mine) = yours(at);
                if you {
                    return !telling && (!mine || wants_thing(plain));
                }
            }
            "is" | "are" | "do" | "does" | "did" | "has" | "have" | "am" | "was" | "were"
                if at < 3 =>
            {
                return false;
            }
            _ => {}
        }
    }
    !telling
}

/// Whether "can I" asks for a thing to be given: "can I get my deposit back".
fn wants_thing(plain: &[&str]) -> bool {
    plain.iter().take(8).any(|word| {
        matches!(
            *word,
            "get"
                | "have"
                | "renew"
                | "change"
                | "cancel"
                | "claim"
                | "pause"
                | "book"
                | "order"
                | "switch"
                | "swap"
                | "return"
                | "extend"
        )
    })
}

/// Whether a word is about a time: a weekday, a month, "tomorrow", "hours".
pub(super) fn is_time(word: &Word) -> bool {
    const UNITS: [&str; 7] = ["minut", "hour", "day", "week", "month", "year", "night"];
    const POINTS: [&str; 13] = [
        "today",
        "tomorrow",
        "tonight",
        "noon",
        "midnight",
        "midday",
        "overnight",
        "weekday",
        "monthname",
        "morning",
        "afternoon",
        "evening",
        "yesterday",
    ];
    UNITS.contains(&word.key.as_str())
        || POINTS.contains(&word.key.as_str())
        || matches!(
            word.plain.as_str(),
            "am" | "pm"
                | "o'clock"
                | "fortnight"
                | "now"
                | "already"
                | "straightaway"
                | "immediately"
        )
}

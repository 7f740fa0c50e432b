//! What a sentence of the reply brings: a time, a sum, a reason, a yes or no,
//! a deed. Read from its words, for [`super::answers`].

use super::asks::is_time;
use super::words::Word;

/// What a sentence brings.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent signs, each read by name"
)]
pub(super) struct Signals {
    /// A day, an hour, a duration.
    pub time: bool,
    /// A sum, or that there is none to pay.
    pub money: bool,
    /// A place.
    pub place: bool,
    /// How a thing is moving: "it went on Monday".
    pub moves: bool,
    /// Somebody.
    pub person: bool,
    /// A reason.
    pub reason: bool,
    /// A way to do it.
    pub way: bool,
    /// A yes or a no.
    pub verdict: bool,
    /// A deed, done or promised.
    pub done: bool,
    /// A no.
    pub refuses: bool,
    /// An answer to all at once: "both are fine".
    pub sweeping: bool,
    /// No answer: "it depends", "I'll get back to you".
    pub puts_off: bool,
}

const PLACES: [&str; 22] = [
    "outside",
    "near",
    "opposite",
    "behind",
    "beside",
    "inside",
    "street",
    "road",
    "floor",
    "desk",
    "stop",
    "platform",
    "gate",
    "link",
    "page",
    "website",
    "address",
    "depot",
    "warehouse",
    "moved",
    "under",
    "from",
];
const MOVES: [&str; 20] = [
    "went",
    "left",
    "arrived",
    "arrives",
    "arriving",
    "due",
    "sent",
    "dispatched",
    "despatched",
    "shipped",
    "way",
    "delivered",
    "returned",
    "transit",
    "landed",
    "reach",
    "reaches",
    "moved",
    "posted",
    "refunded",
];
const REASONS: [&str; 18] = [
    "because",
    "since",
    "due",
    "reason",
    "caused",
    "mistake",
    "mistakenly",
    "error",
    "fault",
    "meant",
    "swapped",
    "mixed",
    "wrong",
    "wrongly",
    "as",
    "hadn't",
    "didn't",
    "saved",
];
const WAYS: [&str; 26] = [
    "open", "click", "tap", "go", "choose", "select", "enter", "press", "type", "pick", "call",
    "ring", "reply", "send", "bring", "visit", "here's", "follow", "use", "email", "fill", "book",
    "add", "change", "attached", "link",
];
const YES_NO: [&str; 36] = [
    "yes",
    "no",
    "yep",
    "yeah",
    "nope",
    "sure",
    "certainly",
    "absolutely",
    "indeed",
    "afraid",
    "sorry",
    "unfortunately",
    "confirmed",
    "not",
    "can't",
    "cannot",
    "won't",
    "don't",
    "doesn't",
    "isn't",
    "aren't",
    "unable",
    "possible",
    "included",
    "covered",
    "free",
    "fine",
    "can",
    "do",
    "does",
    "welcome",
    "course",
    "unavailable",
    "booked",
    "ready",
    "yours",
];
const DEEDS: [&str; 32] = [
    "i've",
    "i'll",
    "we've",
    "we'll",
    "done",
    "refunded",
    "sent",
    "cancelled",
    "canceled",
    "changed",
    "updated",
    "added",
    "removed",
    "reversed",
    "booked",
    "arranged",
    "attached",
    "fixed",
    "replaced",
    "sorted",
    "stopped",
    "stops",
    "credited",
    "waived",
    "reset",
    "here's",
    "moved",
    "reopened",
    "confirmed",
    "yours",
    "let",
    "ordered",
];
const REFUSALS: [&str; 13] = [
    "can't",
    "cannot",
    "unable",
    "won't",
    "impossible",
    "unavailable",
    "unfortunately",
    "don't",
    "isn't",
    "aren't",
    "doesn't",
    "sadly",
    "nope",
];
const PUTS_OFF: [&str; 22] = [
    "depends",
    "not sure",
    "couldn't say",
    "don't know",
    "wouldn't know",
    "idk",
    "hopefully",
    "probably",
    "as far as i know",
    "get back to you",
    "come back to you",
    "look into",
    "be in touch",
    "in due course",
    "at the earliest",
    "at some stage",
    "no idea",
    "can't say",
    "fairly quickly",
    "as soon as i possibly",
    "better off",
    "in line with our",
];

/// Reads a sentence.
pub(super) fn signals(words: &[Word], text: &str) -> Signals {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.plain.as_str()));
    let plain = text.to_lowercase().replace('\u{2019}', "'");
    let has = |list: &[&str]| list.iter().any(|part| plain.contains(part));
    let question = text.trim_end().ends_with('?');
    let refuses = any(&REFUSALS)
        || has(&[
            "no can do",
            "not possible",
            "not able",
            "not allowed",
            "say no",
        ]);
    Signals {
        time: words.iter().any(is_time) || has_clock(words),
        money: text.contains(['£', '$', '€', '₹', '¥'])
            || has(&[
                "free",
                "no charge",
                "nothing to pay",
                "no cost",
                "included",
                "rs ",
                "rs.",
                "a penny",
            ]),
        place: any(&PLACES) || plain.contains("http") || plain.contains("www."),
        moves: any(&MOVES),
        person: has_person(words),
        reason: any(&REASONS) || has(&["that was", "it was", "turned back", "on us"]),
        way: any(&WAYS) || has(&["you can", "you could", "you'd need", "you need"]),
        verdict: !question && (any(&YES_NO) || refuses),
        done: !question
            && (any(&DEEDS)
                || has(&[
                    "has been",
                    "have been",
                    "is on its way",
                    "will be",
                    "i have",
                    "we have",
                    "i'm",
                    "i can",
                    "we can",
                ])),
        refuses: !question && refuses,
        sweeping: has(&[
            "both are",
            "to both",
            "all done",
            "both of those",
            "all three",
            "neither",
            "yes to all",
            "no to all",
        ]),
        puts_off: has(&PUTS_OFF),
    }
}

/// Whether a number looks like a clock: `9.40`, `10:15`, `6am`.
fn has_clock(words: &[Word]) -> bool {
    words.iter().any(|word| {
        let digits = word
            .plain
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let tail = word.plain.get(digits.len()..).unwrap_or_default();
        word.is_number()
            && (matches!(tail, "am" | "pm" | "th" | "st" | "nd" | "rd" | "h")
                || digits.contains(':')
                || digits.contains('.'))
    })
}

/// Whether somebody is named, or we ourselves.
fn has_person(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        (at > 0 && word.capital && word.plain != "i")
            || matches!(
                word.plain.as_str(),
                "i" | "we" | "i'll" | "i've" | "we'll" | "our" | "by" | "company"
            )
    })
}

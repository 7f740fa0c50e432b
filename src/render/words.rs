//! The words that reports use for verdicts, channels, parts and the like.

use crate::report::{Apply, Asserts, Basis, Channel, Fits, Id, PartKind, PoolKind, Verdict};

/// The verdict as a person reads it. In JSON it is the same in lower case.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Hold => "Hold: please fix before sending",
        Verdict::Ready => "Ready to send",
        Verdict::Nearly => "Nearly there",
        Verdict::AnotherPass => "Worth another pass",
        Verdict::Rework => "Let's rework this together",
        Verdict::Unscored => "Too short to score",
        Verdict::OtherLanguage => "Not in English, so not scored",
    }
}

/// `email` or `chat`.
#[must_use]
pub const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Chat => "chat",
    }
}

/// Where the profile was read: `told`, `message`, `quote` or `unknown`.
#[must_use]
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Told => "told",
        Basis::Message => "message",
        Basis::Quote => "quote",
        Basis::Unknown => "unknown",
    }
}

/// The name of a part.
#[must_use]
pub const fn part(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Reply => "reply",
        PartKind::Quote => "quote",
        PartKind::Signature => "signature",
        PartKind::Greeting => "greeting",
        PartKind::Closing => "closing",
        PartKind::Disclaimer => "disclaimer",
    }
}

/// The name of a pool; none for what is not scored.
#[must_use]
pub const fn pool(kind: PoolKind) -> Option<&'static str> {
    match kind {
        PoolKind::Help => Some("help"),
        PoolKind::Understanding => Some("understanding"),
        PoolKind::Courtesy => Some("courtesy"),
        PoolKind::None => None,
    }
}

/// The name in rule files.
#[must_use]
pub const fn fits(fits: Fits) -> &'static str {
    match fits {
        Fits::Anywhere => "anywhere",
        Fits::Clause => "clause",
        Fits::Slot => "slot",
        Fits::Advice => "advice",
    }
}

/// `safe`, `ask` or `show`.
#[must_use]
pub const fn apply(apply: Apply) -> &'static str {
    match apply {
        Apply::Safe => "safe",
        Apply::Ask => "ask",
        Apply::Show => "show",
    }
}

/// The name in rule files.
#[must_use]
pub const fn asserts(asserts: Asserts) -> &'static str {
    match asserts {
        Asserts::Fault => "fault",
        Asserts::Commitment => "commitment",
        Asserts::Content => "content",
    }
}

/// Words as they stand within a sentence: "Greets by name" is lowered, "I take
/// care of it" and "FAQ" are not.
#[must_use]
pub fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    let own = words.split([' ', '\'', '’']).next() == Some("I");
    match first {
        Some(first) if !own && !letters.clone().next().is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// The id as a person reads it: a JSON string without its quotation marks.
#[must_use]
pub fn id(id: &Id) -> String {
    match id {
        Id::Number(number) => number.to_string(),
        Id::Json(json) => serde_json::from_str(json).unwrap_or_else(|_| json.clone()),
    }
}

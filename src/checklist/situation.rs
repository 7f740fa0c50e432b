//! Reads the situation and the moods from the customer's message, never from
//! the draft, so that improving a draft cannot add duties.

use crate::report::Channel;
use crate::rule::model::Sign;
use crate::span::{Span, Text};

use super::frame;
use super::grievance::grievance;
use super::words::all;

/// A sign counts at most so many times: a long letter is not a worse one.
const MOST_HITS: usize = 3;
/// Points from which a situation is believed.
const ENOUGH: u32 = 4;

/// Points from which a complaint is believed: a story of something gone wrong
/// needs no word of anger.
const WRONGED: u32 = 3;

/// Where the cues of each sign stand in the message.
#[derive(Debug, Clone, Default)]
pub struct SignHits {
    places: Vec<Vec<Span<Text>>>,
}

impl SignHits {
    /// No hits yet, for `signs` signs.
    #[must_use]
    pub fn new(signs: usize) -> Self {
        Self { places: vec![Vec::new(); signs] }
    }

    /// Adds a hit of sign number `sign`; a number out of range is ignored.
    pub fn push(&mut self, sign: usize, span: Span<Text>) {
        if let Some(of) = self.places.get_mut(sign) {
            of.push(span);
        }
    }

    /// The hits of sign number `sign`.
    fn of(&self, sign: usize) -> &[Span<Text>] {
        self.places.get(sign).map_or(&[], Vec::as_slice)
    }
}

/// A message of the customer.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// The text.
    pub text: &'a str,
    /// What is asked, as places in the text.
    pub requests: &'a [Span<Text>],
    /// Mail or chat.
    pub channel: Channel,
}

/// What was read from a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The id of a profile.
    pub profile: String,
    /// Ids of moods, in the order of the signs.
    pub moods: Vec<String>,
}

/// Reads the situation (a profile's id) and the moods.
///
/// Signs add points: each distinct hit gives its weight, three hits of one
/// sign at most. A complaint goes before thanks, thanks before a request that
/// is likely to be refused; an enquiry is what is left.
#[must_use]
pub fn situation(signs: &[Sign], hits: &SignHits, message: &Message<'_>) -> Reading {
    let loud = loudness(message.text);
    let spoken = points(signs, hits, "complaint").saturating_add(loud);
    let complaint = spoken.saturating_add(grievance(message.text));
    let closing = points(signs, hits, "closing");
    let sensitive = points(signs, hits, "sensitive");
    let refusal = points(signs, hits, "refusal");
    let asks_much = message.requests.len() > 2;
    let asks = message.requests.iter().any(|request| is_question(request.of(message.text)));
    let silent = if asks { None } else { Some(unasked(message.text)) };
    let pleads = spoken == 0 && refusal >= ENOUGH && !message.requests.is_empty();
    let profile = if pleads && closing < ENOUGH && sensitive < ENOUGH {
        "refusal"
    } else if complaint >= WRONGED && complaint >= closing {
        "complaint"
    } else if closing >= ENOUGH && !asks_much {
        "closing"
    } else if sensitive >= ENOUGH {
        "sensitive"
    } else if refusal >= ENOUGH && !message.requests.is_empty() {
        "refusal"
    } else if complaint >= WRONGED {
        "complaint"
    } else {
        silent.flatten().unwrap_or("enquiry")
    };
    Reading { profile: profile.to_owned(), moods: moods(signs, hits, message, profile) }
}

/// Whether a request asks for something: "have a good day" is a wish.
fn is_question(request: &str) -> bool {
    let plain = request.to_lowercase();
    !["have a", "take care", "enjoy", "please advise", "look forward"]
        .iter()
        .any(|wish| plain.starts_with(wish))
}

/// What a message is that asks for nothing: thanks, or a story of something
/// gone wrong. Very short ones may be anything.
fn unasked(text: &str) -> Option<&'static str> {
    const GLAD: &str = "thank thanks thx ty cheers ta perfect great lovely brilliant wonderful excellent \
        solved sorted fixed appreciated amazing awesome superb fantastic grateful pleased delighted";
    let words = all(text);
    let glad = words.iter().any(|word| GLAD.split_ascii_whitespace().any(|one| one == word.plain));
    let sour = words.iter().any(frame::denies);
    let opens = words.iter().take(3).any(|word| {
        const OPENERS: &str =
            "do does did is are can could will would how what when where which who";
        OPENERS.split_ascii_whitespace().any(|one| one == word.plain)
    });
    if glad && !sour {
        Some("closing")
    } else {
        (words.len() >= 5 && !opens).then_some("complaint")
    }
}

/// The points that the signs of one situation have.
fn points(signs: &[Sign], hits: &SignHits, id: &str) -> u32 {
    let of = signs.iter().enumerate().filter(|(_, sign)| !sign.mood && sign.id == id);
    of.fold(0, |sum, (at, sign)| {
        let count = u32::try_from(distinct(hits.of(at)).min(MOST_HITS)).unwrap_or(0);
        sum.saturating_add(sign.weight.saturating_mul(count))
    })
}

/// How many hits do not overlap one another.
fn distinct(hits: &[Span<Text>]) -> usize {
    let mut sorted = hits.to_vec();
    sorted.sort_unstable();
    let mut end = 0;
    let mut count = 0;
    for hit in sorted {
        if hit.start >= end {
            count += 1;
        }
        end = end.max(hit.end);
    }
    count
}

/// Points for shouting: words in capitals among others, runs of marks, angry
/// faces.
fn loudness(text: &str) -> u32 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shouted = |word: &&&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 4
            && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
            && !word.chars().any(|c| c.is_ascii_digit())
    };
    let caps = words.iter().filter(shouted).count();
    let marks = text.contains("??") || text.contains("?!") || text.contains("!?");
    let faces = text.contains(['😡', '😠', '🤬', '👎', '😤', '🙄']);
    u32::from(caps >= 2) * 2 + u32::from(marks) * 2 + u32::from(faces) * 4
}

/// The moods: those with a sign, the complaint, and hurry that a short deadline
/// shows.
fn moods(signs: &[Sign], hits: &SignHits, message: &Message<'_>, profile: &str) -> Vec<String> {
    let mut moods: Vec<String> = Vec::new();
    if profile == "complaint" {
        moods.push("complaint".to_owned());
    }
    for (at, sign) in signs.iter().enumerate().filter(|(_, sign)| sign.mood) {
        if !hits.of(at).is_empty() && !moods.contains(&sign.id) {
            moods.push(sign.id.clone());
        }
    }
    let laughs = message.text.contains(['😂', '😅', '😄', '😁', '🤣', '😉', '😜', '🙃', '😆']);
    if laughs && !moods.iter().any(|mood| mood == "light") {
        moods.push("light".to_owned());
    }
    moods
}

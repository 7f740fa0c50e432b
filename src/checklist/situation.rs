//! Reads the situation and the moods from the customer's message, never from
//! the draft, so that improving a draft cannot add duties.

use crate::rule::model::{Shape, Sign};
use crate::span::{Span, Text};

/// What a message is where no sign of the rules in use speaks.
const PLAIN: &str = "enquiry";

/// A message of the customer.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// The text.
    pub text: &'a str,
    /// What is asked, as places in the text.
    pub requests: &'a [Span<Text>],
    /// The numbers of the signs that have a cue in it, in order.
    pub signs: &'a [usize],
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
/// Each sign that is seen gives its weight to its situation, once: a long
/// letter is not a worse one. The situation with the most points is believed;
/// between equals the one whose signs come first.
#[must_use]
pub fn situation(signs: &[Sign], message: &Message<'_>) -> Reading {
    let mut points: Vec<(&str, u32)> = Vec::new();
    let mut moods: Vec<String> = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let shown = message.signs.binary_search(&at).is_ok();
        let seen = shown || sign.when.is_some_and(|shape| is_shaped(shape, message));
        match &sign.situation {
            Some(id) => add(&mut points, id, if seen { sign.weight } else { 0 }),
            None if seen && !moods.contains(&sign.id) => moods.push(sign.id.clone()),
            None => {}
        }
    }
    if laughs(message.text) && !moods.iter().any(|mood| mood == "light") {
        moods.push("light".to_owned());
    }
    let first = points.iter().rev().max_by_key(|(_, sum)| *sum);
    let profile = first.map_or(PLAIN, |(id, _)| id).to_owned();
    if profile == "complaint" {
        moods.insert(0, profile.clone());
    }
    Reading { profile, moods }
}

fn add<'s>(points: &mut Vec<(&'s str, u32)>, id: &'s str, weight: u32) {
    match points.iter_mut().find(|(known, _)| *known == id) {
        Some((_, sum)) => *sum = sum.saturating_add(weight),
        None => points.push((id, weight)),
    }
}

fn is_shaped(shape: Shape, message: &Message<'_>) -> bool {
    match shape {
        Shape::Always => true,
        Shape::NoRequest => !asks(message),
        Shape::Loud => is_loud(message.text),
    }
}

/// Whether anything is asked for: "have a good day" is a wish.
fn asks(message: &Message<'_>) -> bool {
    const WISHES: [&str; 5] =
        ["have a", "take care", "enjoy", "please take care", "please pass on"];
    message.requests.iter().any(|request| {
        let plain = request.of(message.text).to_lowercase();
        !WISHES.iter().any(|wish| plain.starts_with(wish))
    })
}

/// Words in capitals among others, runs of marks, angry faces.
fn is_loud(text: &str) -> bool {
    let shouted = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 4
            && letters.clone().all(char::is_uppercase)
            && !word.chars().any(|c| c.is_ascii_digit())
    };
    text.split_whitespace().filter(shouted).take(2).count() == 2
        || ["??", "?!", "!!", "!?"].iter().any(|marks| text.contains(marks))
        || text.contains(['😡', '😠', '🤬', '👎', '😤', '🙄'])
}

/// Whether a face laughs.
fn laughs(text: &str) -> bool {
    text.contains(['😂', '😅', '😄', '😁', '🤣', '😉', '😜', '🙃', '😆'])
}

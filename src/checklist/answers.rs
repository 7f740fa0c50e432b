//! Answers everything: whether each request of the customer seems to be met by
//! a sentence of the reply. Never certain, so the report says "may".
//!
//! A request calls for a kind of answer ([`Ask`]): "how much" for money,
//! "when" for a time, "why" for a reason. A sentence answers it when it shares
//! the request's content and brings that kind; a kind that is asked for only
//! once needs no shared words ("£4 a head" can only answer one question). A
//! sentence that puts the answer off ("it depends", "I'll get back to you")
//! answers nothing.

use super::asks::{Ask, is_time, kind};
use super::detect::{Found, View};
use super::facts::Facts;
use super::score::Share;
use super::signals::{Signals, signals};
use super::words::{Draft, all, content, shared};
use crate::span::Span;

/// So many requests are looked at; beyond that a customer asks nothing new.
const MOST_REQUESTS: usize = 48;
/// So many sentences are looked at.
const MOST_SENTENCES: usize = 400;

/// For each request the number of a sentence that seems to answer it.
#[must_use]
pub(super) fn answered(facts: &Facts<'_>, draft: &Draft) -> Vec<Option<usize>> {
    let Some(customer) = facts.customer else {
        return Vec::new();
    };
    let parts: Vec<Vec<Part>> = customer
        .requests
        .iter()
        .take(MOST_REQUESTS)
        .map(|span| split(span.of(customer.text)))
        .collect();
    let asked: Vec<&Part> = parts.iter().flatten().collect();
    let read: Vec<Read> = draft
        .sentences
        .iter()
        .zip(facts.sentences)
        .take(MOST_SENTENCES)
        .map(|(words, span)| Read {
            keys: content(words),
            signals: signals(words, span.of(facts.text)),
        })
        .collect();
    let one = |parts: &Vec<Part>| {
        let found: Vec<Option<usize>> = parts
            .iter()
            .map(|part| answer(part, &asked, &read))
            .collect();
        found
            .iter()
            .all(Option::is_some)
            .then(|| found.into_iter().flatten().next())
            .flatten()
    };
    let rest = customer.requests.len().saturating_sub(MOST_REQUESTS);
    parts
        .iter()
        .map(one)
        .chain(std::iter::repeat_n(Some(usize::MAX), rest))
        .collect()
}

/// Whether the main request is open: the first, or more than half of all.
#[must_use]
pub(super) fn main_open(answered: &[Option<usize>]) -> bool {
    let open = answered.iter().filter(|by| by.is_none()).count();
    answered.first().is_some_and(Option::is_none) || 2 * open > answered.len()
}

/// Reads the item.
pub(super) fn find(view: &View<'_>, _at: usize) -> Found {
    let by: Vec<usize> = view.answered.iter().copied().flatten().collect();
    let evidence: Vec<Span<_>> = by
        .iter()
        .filter_map(|at| view.facts.sentences.get(*at))
        .copied()
        .collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let share = Share {
        part: count(by.len()),
        whole: count(view.answered.len()).max(1),
    };
    let met = by.len() == view.answered.len();
    let share = if met { Share::FULL } else { share };
    let mut evidence = evidence;
    evidence.sort_unstable();
    evidence.dedup();
    Found {
        met,
        share,
        evidence,
    }
}

/// One thing that is asked.
#[derive(Debug)]
struct Part {
    kind: Ask,
    keys: Vec<String>,
    /// Whether it names a day: any day in the reply speaks to it.
    dated: bool,
    /// "If not, ..." hangs on the answer before.
    hangs: bool,
}

/// A sentence of the reply.
struct Read {
    keys: Vec<String>,
    signals: Signals,
}

/// Words that begin another question inside a request.
const OPENERS: [&str; 27] = [
    "what", "what's", "how", "when", "where", "why", "who", "which", "is", "are", "do", "does",
    "did", "can", "could", "will", "would", "should", "tell", "whether", "refund", "send",
    "confirm", "cancel", "have", "let", "please",
];

/// The things that one request asks: cut where "and" or a comma leads to
/// another question.
fn split(request: &str) -> Vec<Part> {
    let words = all(request);
    let mut cuts = vec![0];
    for (at, pair) in words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let between = request
            .get(left.span.end..right.span.start)
            .unwrap_or_default();
        let opens = OPENERS.contains(&right.plain.as_str());
        let joined = matches!(left.plain.as_str(), "and" | "also" | "or")
            || between.contains([',', ';', '?']);
        let long = cuts.last().is_some_and(|cut| at + 1 >= cut + 3);
        let alternative =
            left.plain == "or" && !matches!(right.plain.as_str(), "how" | "what" | "when");
        if opens && joined && long && !alternative {
            cuts.push(at + 1);
        }
    }
    cuts.push(words.len());
    cuts.windows(2)
        .filter_map(|cut| match cut {
            [from, to] => words.get(*from..*to),
            _ => None,
        })
        .map(|words| {
            let from = words.first().map_or(0, |word| word.span.start);
            let to = words.last().map_or(0, |word| word.span.end);
            let text = request.get(from..to).unwrap_or_default();
            Part {
                kind: kind(text),
                keys: content(words),
                dated: words.iter().any(is_time),
                hangs: fold_starts(text, &["if not", "if so", "if no"]),
            }
        })
        .collect()
}

/// Whether a text begins with one of these, in any case.
fn fold_starts(text: &str, heads: &[&str]) -> bool {
    let plain = text.to_lowercase();
    heads.iter().any(|head| plain.starts_with(head))
}

/// The number of the sentence that answers `part`, if one does.
fn answer(part: &Part, asked: &[&Part], read: &[Read]) -> Option<usize> {
    let kin = |kind: Ask| matches!(kind, Ask::YesNo | Ask::Act);
    let alike = |other: &&&Part| other.kind == part.kind || (kin(other.kind) && kin(part.kind));
    let sole = asked.iter().filter(alike).count() <= 1;
    read.iter()
        .position(|sentence| answers(part, sentence, sole))
}

/// Whether this sentence answers it; `sole` when nothing else asks for that
/// kind of answer.
fn answers(part: &Part, sentence: &Read, sole: bool) -> bool {
    let sign = &sentence.signals;
    if sign.puts_off {
        return false;
    }
    let shares = shared(&part.keys, &sentence.keys) + usize::from(part.dated && sign.time);
    let touches = shares >= 1 || (part.keys.is_empty() && sole);
    let need = if part.keys.len() <= 2 { 1 } else { 2 };
    match part.kind {
        Ask::Time => sign.time && (touches || sole),
        Ask::Price => sign.money && (touches || sole),
        Ask::Place => (sign.place || sign.moves) && (touches || (sole && sign.moves)),
        Ask::Person => (sign.person && touches) || shares >= 2,
        Ask::Reason => sign.reason && (touches || sole),
        Ask::Way => (sign.way && (touches || sole)) || shares >= need,
        Ask::Thing => shares >= need || (sole && sign.done && part.keys.is_empty()),
        Ask::YesNo | Ask::Act if sign.sweeping => true,
        Ask::YesNo => {
            (sign.verdict && (touches || sole)) || shares >= need || (part.hangs && touches)
        }
        Ask::Act => (sign.done && touches) || (sign.refuses && (touches || sole)) || shares > need,
    }
}

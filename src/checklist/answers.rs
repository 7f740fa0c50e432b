//! Answers everything: whether each request of the customer seems to be met by
//! a sentence of the reply. Never certain, so the report says "may".
//!
//! A request calls for a kind of answer ([`Ask`]): "how much" for money,
//! "when" for a time, "why" for a reason. A sentence answers it when it shares
//! the request's content and brings that kind; a kind that is asked for only
//! once needs no shared words ("£4 a head" can only answer one question). A
//! sentence that puts the answer off ("it depends", "I'll get back to you")
//! answers nothing.

use super::asks::{Ask, counts, is_time, kind, opens};
use super::detect::{Found, View};
use super::facts::Facts;
use super::ranges;
use super::score::Share;
use super::signals::{Signals, signals};
use super::words::{Draft, Word, all, content, shared};
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
    let requests = customer.requests.iter().take(MOST_REQUESTS);
    let parts: Vec<Vec<Part>> = requests.map(|span| split(span.of(customer.text))).collect();
    let read = read(facts, draft);
    let flat: Vec<&Part> = parts.iter().flatten().collect();
    let mut by: Vec<Option<usize>> =
        flat.iter().map(|part| read.iter().position(|of| shares_answer(part, of))).collect();
    for at in 0..flat.len() {
        if by.get(at).is_some_and(Option::is_none) {
            let found = left_over(&flat, at, &read, &by);
            if let Some(slot) = by.get_mut(at) {
                *slot = found;
            }
        }
    }
    let mut next = by.into_iter();
    let rest = customer.requests.len().saturating_sub(MOST_REQUESTS);
    parts
        .iter()
        .map(|parts| {
            let found: Vec<Option<usize>> = next.by_ref().take(parts.len()).collect();
            let all = found.iter().all(Option::is_some);
            if all { found.into_iter().flatten().next() } else { None }
        })
        .chain(std::iter::repeat_n(Some(usize::MAX), rest))
        .collect()
}

/// The sentences, with what they bring.
fn read(facts: &Facts<'_>, draft: &Draft) -> Vec<Read> {
    let sentences = draft.sentences.iter().zip(facts.sentences).take(MOST_SENTENCES);
    sentences
        .map(|(words, span)| Read {
            keys: content(words),
            signals: signals(words, span.of(facts.text)),
            hurts: ranges::covered(&draft.flagged, *span) > 0,
        })
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
    let evidence: Vec<Span<_>> =
        by.iter().filter_map(|at| view.facts.sentences.get(*at)).copied().collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let share = Share { part: count(by.len()), whole: count(view.answered.len()).max(1) };
    let met = by.len() == view.answered.len();
    let share = if met { Share::FULL } else { share };
    let mut evidence = evidence;
    evidence.sort_unstable();
    evidence.dedup();
    Found { met, share, evidence }
}

/// One thing that is asked.
#[derive(Debug)]
struct Part {
    kind: Ask,
    keys: Vec<String>,
    /// Whether it names a day: any day in the reply speaks to it.
    dated: bool,
    /// Whether it is about money: any sum speaks to it.
    monied: bool,
}

/// A sentence of the reply.
struct Read {
    keys: Vec<String>,
    signals: Signals,
    /// Whether some of it should be reworded.
    hurts: bool,
}

/// The things that one request asks: cut where "and" or a comma leads to
/// another question, and where a list counts.
fn split(request: &str) -> Vec<Part> {
    let words = all(request);
    let mut cuts = vec![0];
    for (at, pair) in words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let between = request.get(left.span.end..right.span.start).unwrap_or_default();
        let from = cuts.last().copied().unwrap_or(0);
        if at + 1 >= from + 2 && (counts(request, right) || opens(left, right, between)) {
            cuts.push(at + 1);
        }
    }
    cuts.push(words.len());
    let parts: Vec<Part> = cuts
        .windows(2)
        .filter_map(|cut| match cut {
            [from, to] => words.get(*from..*to),
            _ => None,
        })
        .map(|words| part(request, words))
        .collect();
    // "Could you confirm 1) ...": the opening asks nothing by itself.
    let shell = parts.len() > 1 && parts.first().is_some_and(|first| first.keys.is_empty());
    let shell = shell
        && words.get(cuts.get(1).copied().unwrap_or(0)).is_some_and(|word| counts(request, word));
    parts.into_iter().skip(usize::from(shell)).collect()
}

/// One part of a request.
fn part(request: &str, words: &[Word]) -> Part {
    let from = words.first().map_or(0, |word| word.span.start);
    let to = words.last().map_or(0, |word| word.span.end);
    let kind = kind(request.get(from..to).unwrap_or_default());
    let counting = words.first().is_some_and(|word| counts(request, word));
    let mut keys = content(words.get(usize::from(counting)..).unwrap_or_default());
    let monied = keys.iter().any(|key| MONEY.contains(&key.as_str()));
    keys.retain(|key| !GENERIC.contains(&key.as_str()));
    let deadline = kind == Ask::Act && is_deadline(words);
    if deadline {
        keys.clear();
    }
    let dated = deadline || words.iter().any(is_time);
    Part { kind: if deadline { Ask::Time } else { kind }, keys, dated, monied }
}

/// Whether a request only says by when: "I need it by the 19th".
fn is_deadline(words: &[Word]) -> bool {
    let says = words.iter().any(|word| word.plain.starts_with("need"))
        && words.iter().any(|word| matches!(word.plain.as_str(), "by" | "before"));
    let bare = |word: &Word| word.key.is_empty() || word.is_number() || is_time(word);
    says && words.iter().all(bare)
}

/// Content that is about money.
const MONEY: [&str; 5] = ["monei", "refund", "pai", "pay", "fee"];
/// Content that names nothing by itself: "fix it", "sort this out".
const GENERIC: [&str; 4] = ["fix", "situat", "issu", "problem"];
/// Content that is answered by a number.
const MEASURES: [&str; 10] =
    ["size", "number", "weight", "code", "setting", "torqu", "dimension", "length", "age", "limit"];

/// Whether this sentence answers by sharing the request's content.
fn shares_answer(part: &Part, sentence: &Read) -> bool {
    let sign = &sentence.signals;
    if sign.puts_off || (sign.vague && matches!(part.kind, Ask::Time | Ask::Place)) {
        return false;
    }
    let shares = shared(&part.keys, &sentence.keys)
        + usize::from(part.dated && sign.time)
        + usize::from(part.monied && sign.money);
    let touches = shares >= 1;
    let need = if part.keys.len() <= 2 { 1 } else { 2 };
    let yes_or_no = sign.verdict || sign.done || sign.opens;
    // A sentence that should be reworded answers only with the thing itself.
    if sentence.hurts && !(sign.refuses || sign.money || sign.time || sign.verdict) {
        return false;
    }
    match part.kind {
        Ask::Time => sign.time && touches,
        Ask::Price => sign.money && touches,
        Ask::Place => (sign.place || sign.moves) && touches,
        Ask::Person => (sign.person && touches) || shares >= 2,
        Ask::Reason => (sign.reason || sign.excuse) && (touches || part.keys.len() <= 1),
        Ask::Way => (sign.way && touches) || shares >= need.max(2),
        Ask::Thing if part.keys.is_empty() => sign.moves || (sign.done && !sign.asks),
        Ask::Thing => shares >= need && !sign.asks,
        Ask::YesNo | Ask::Act if sign.sweeping => true,
        Ask::YesNo => (yes_or_no && touches) || shares >= need,
        Ask::Act => ((sign.done || sign.refuses) && touches) || shares > need,
    }
}

/// The sentence that answers an open part by its kind alone: it must be the
/// only part of that kind, or the sentence must have answered nothing else.
fn left_over(parts: &[&Part], at: usize, read: &[Read], by: &[Option<usize>]) -> Option<usize> {
    let part = parts.get(at)?;
    let deeds = |kind: Ask| matches!(kind, Ask::YesNo | Ask::Act);
    let alike = |other: &&&Part| other.kind == part.kind || (deeds(other.kind) && deeds(part.kind));
    let sole = parts.iter().filter(alike).count() <= 1;
    let first = parts.iter().position(|other| alike(&other)) == Some(at);
    let free = |n: usize| !by.contains(&Some(n));
    read.iter().enumerate().position(|(n, sentence)| {
        let sign = &sentence.signals;
        let plain = !sign.puts_off && !sentence.hurts;
        !sign.puts_off
            && match part.kind {
                Ask::Time => plain && sign.time && !sign.vague && (sole || free(n)),
                Ask::Price => plain && sign.money && (sole || free(n)),
                Ask::Place => plain && sign.moves && sole,
                Ask::Reason => plain && sign.reason && sole,
                Ask::Way => plain && sign.way && sole && free(n),
                Ask::Person => sole && sign.person && sign.refuses,
                Ask::Thing => plain && sign.number && part.measured(),
                Ask::YesNo => {
                    (plain && sign.opens && first)
                        || (plain && sign.number && part.measured())
                        || (part.keys.is_empty() && !sign.asks && (sign.done || sign.verdict))
                        || (sign.says_so(sole) && (sole || free(n)))
                }
                Ask::Act => {
                    let anything = part.keys.is_empty() && sign.done && !sign.asks;
                    (sign.refuses && first) || (anything && (sole || free(n)))
                }
            }
    })
}

impl Part {
    /// Whether a number answers it.
    fn measured(&self) -> bool {
        self.keys.iter().any(|key| MEASURES.contains(&key.as_str()))
    }
}

//! Counts and lengths with a bound: loud writing, long sentences, one sorry
//! too many. What is counted is a row of [`COUNTERS`]; the bounds are rules.

use super::extra::Extra;
use super::finding::Choice;
use super::lengths;
use super::loud;
use super::scope::Scope;
use super::{abbreviations, capitals};
use crate::document::words::Mask;
use crate::report::Severity;
use crate::rule::RuleSet;
use crate::rule::model::Limit;
use crate::span::{Span, Text};

/// A place with the number that was counted there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The words.
    pub span: Span<Text>,
    /// The number.
    pub amount: usize,
}

/// Something that can be counted.
pub struct Counter {
    /// The name in rule files.
    pub name: &'static str,
    /// What is counted, in a few words.
    pub about: &'static str,
    /// Counts it; the words are those of `allow`, which are left alone.
    pub count: fn(&Scope<'_>, &[&str]) -> Vec<Count>,
    /// Whether it adds up over the whole reply: then only the first place over
    /// the bound is a finding.
    pub total: bool,
}

/// The counters there are.
pub const COUNTERS: &[Counter] = &[
    Counter {
        name: "capitals",
        about: "words in a row in capital letters",
        count: capitals::count,
        total: false,
    },
    Counter {
        name: "marks",
        about: "exclamation and question marks in a row, or full stops above three",
        count: loud::marks,
        total: false,
    },
    Counter {
        name: "exclamations",
        about: "exclamation marks in the reply",
        count: loud::exclamations,
        total: true,
    },
    Counter {
        name: "chopped",
        about: "exclaimed sentences of three words at most in a row",
        count: loud::chopped,
        total: false,
    },
    Counter {
        name: "stretched",
        about: "times a letter is repeated in a word",
        count: loud::stretched,
        total: false,
    },
    Counter {
        name: "sentence",
        about: "words in a sentence",
        count: lengths::sentences,
        total: false,
    },
    Counter {
        name: "paragraph",
        about: "words in a paragraph; a line counts as fifteen at least",
        count: lengths::paragraphs,
        total: false,
    },
    Counter {
        name: "abbreviations",
        about: "abbreviations in a sentence that are not in everyday use",
        count: abbreviations::count,
        total: false,
    },
    Counter {
        name: "apologies",
        about: "times the reply says sorry",
        count: lengths::apologies,
        total: true,
    },
];

/// The limits that the own words of a text pass, in order of place. Limits of
/// one counter are steps: the highest that is passed speaks.
///
/// `ranges` are the agent's own words (greeting, reply, closing), `masks` the
/// places that are no words; both in order.
#[must_use]
pub fn limits(
    text: &str,
    ranges: &[Span<Text>],
    masks: &[Mask],
    rules: &RuleSet,
    choice: &Choice,
) -> Vec<Extra> {
    let scope = Scope::new(text, ranges, masks, rules);
    let mut out = Vec::new();
    for counter in COUNTERS {
        let steps: Vec<&Limit> = rules
            .limits()
            .iter()
            .filter(|limit| limit.count == counter.name && choice.takes(&limit.id))
            .collect();
        if !steps.is_empty() {
            passed(counter, &steps, &scope, &mut out);
        }
    }
    out.sort_by_key(|extra: &Extra| (extra.span, extra.id.clone()));
    out
}

fn passed(counter: &Counter, steps: &[&Limit], scope: &Scope<'_>, out: &mut Vec<Extra>) {
    let allow: Vec<&str> =
        steps.iter().flat_map(|limit| &limit.allow).map(String::as_str).collect();
    let first = out.len();
    for count in (counter.count)(scope, &allow) {
        let highest = steps.iter().filter(|limit| count.amount > limit.most);
        let Some(limit) = highest.max_by_key(|limit| limit.most) else {
            continue;
        };
        let again = limit.severity == Severity::Polish || counter.total;
        let earlier = out.iter_mut().skip(first).find(|extra| again && extra.id == limit.id);
        match earlier {
            Some(earlier) => earlier.count += 1,
            None => out.push(Extra::of_limit(limit, count.span)),
        }
    }
}

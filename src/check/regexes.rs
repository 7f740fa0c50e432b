//! Rules that are found by regular expressions (`find_regex`), for the few
//! shapes that words cannot say.

use super::blocks::blocks;
use super::scope::Scope;
use super::sieve::{Patterns, Sieve};
use crate::document::words::Mask;
use crate::rule::{RuleRef, RuleSet};
use crate::span::{Span, Text};

/// The hits of all `find_regex`, in order of place. A hit that touches a masked
/// place is dropped. A pattern is tried on the paragraphs that pass its
/// `only_if`, and compiled once in a process, when it is tried first.
#[must_use]
pub fn regexes(
    text: &str,
    ranges: &[Span<Text>],
    masks: &[Mask],
    rules: &RuleSet,
) -> Vec<(RuleRef, Span<Text>)> {
    let scope = Scope::new(text, ranges, masks, rules);
    let wanted: Vec<_> = rules.regexes().collect();
    let mut sieve = Sieve::new(wanted.iter().map(|(_, _, only_if)| *only_if));
    let all: Vec<_> =
        wanted.iter().map(|(rule, patterns, _)| (rule, Patterns::new(patterns))).collect();
    let mut out = Vec::new();
    for block in scope.stretches.iter().flat_map(|stretch| blocks(text, *stretch)) {
        sieve.read(block.of(text));
        for (rule, patterns) in sieve.open().filter_map(|number| all.get(number)) {
            for regex in patterns.get() {
                let found = regex.find_iter(block.of(text));
                let spans = found.map(|one| Span::new(one.start(), one.end()).shift(block.start));
                let free = spans.filter(|span| !span.is_empty() && scope.masked(*span).is_none());
                out.extend(free.map(|span| (**rule, span)));
            }
        }
    }
    out.sort_by_key(|(rule, span)| (span.start, span.end, *rule));
    out.dedup();
    out
}

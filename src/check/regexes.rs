//! Rules that are found by regular expressions (`find_regex`), for the few
//! shapes that words cannot say.

use super::scope::Scope;
use super::sieve::{Sieve, compiled};
use crate::document::words::Mask;
use crate::rule::{RuleRef, RuleSet};
use crate::span::{Span, Text};

/// The hits of all `find_regex`, in order of place. A hit that touches a masked
/// place is dropped. A pattern is compiled when a text passes its `only_if`
/// for the first time, and once in a process.
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
    scope
        .stretches
        .iter()
        .for_each(|stretch| sieve.read(stretch.of(text)));
    let mut out = Vec::new();
    for (number, (rule, patterns, _)) in wanted.iter().enumerate() {
        if !sieve.is_open(number) {
            continue;
        }
        for regex in patterns.iter().filter_map(|pattern| compiled(pattern)) {
            for stretch in &scope.stretches {
                let found = regex.find_iter(stretch.of(text));
                let spans = found.map(|one| Span::new(one.start(), one.end()).shift(stretch.start));
                let free = spans.filter(|span| !span.is_empty() && scope.masked(*span).is_none());
                out.extend(free.map(|span| (*rule, span)));
            }
        }
    }
    out.sort_by_key(|(rule, span)| (span.start, span.end, *rule));
    out.dedup();
    out
}

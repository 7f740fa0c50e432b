//! Guards: what stands round a hit and makes it harmless. A guard yields
//! ranges of words, not verdicts on sentences, because half of all bad phrases
//! hold a "not" of their own.

use crate::document::marks;
use crate::document::shape::Kind;
use crate::phrase::{Hit, Owner, Scan, Use};
use crate::rule::model::{Guard, Reach};
use crate::rule::{RuleRef, RuleSet};

/// Words that one guard speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The guard, as a number in [`RuleSet::guards`].
    pub guard: usize,
    /// First word of the cue.
    pub cue: usize,
    /// One past the last word of the cue.
    pub cue_end: usize,
    /// One past the last word it speaks for.
    pub end: usize,
}

/// The ranges of all guards that work within a text. Those that reach over
/// sentences ([`Reach::Near`]) come out as their cues alone.
#[must_use]
pub fn ranges(scan: &Scan<'_>, hits: &[Hit], rules: &RuleSet) -> Vec<Range> {
    let mut out = Vec::new();
    for hit in hits.iter().filter(|hit| hit.owner.kind() == Use::Guard) {
        let number = rules.guard_at(hit.layer, hit.owner.index());
        let Some(guard) = rules.guards().get(number) else {
            continue;
        };
        if saved(scan, hit) {
            continue;
        }
        let end = match guard.reach {
            Reach::After | Reach::Clause => after(scan, guard, hit.end, marks::CLAUSE_END),
            Reach::Sentence => {
                after(scan, guard, hit.end, marks::SENTENCE | marks::CLAUSE & !marks::QUOTE)
            }
            Reach::Quote => quote(scan, guard, hit.end),
            Reach::Cover | Reach::Near => hit.end,
        };
        out.push(Range { guard: number, cue: hit.start, cue_end: hit.end, end });
    }
    out.sort_by_key(|range| (range.cue, range.guard));
    out
}

/// How far before a hit, in words, a cue is looked for.
const FARTHEST: usize = 200;

/// Whether a hit of a rule is nothing to tell: the rule is off, or a phrase of
/// its `unless` holds the hit, wherever that was written.
#[must_use]
pub fn excused(scan: &Scan<'_>, hit: &Hit, rules: &RuleSet) -> bool {
    let rule = RuleRef { layer: hit.layer, index: hit.owner.index() };
    let mut added = rules.added_unless(rule).iter();
    rules.is_off(rule)
        || saved(scan, hit)
        || added
            .any(|(layer, change)| saved_by(scan, hit, *layer, Owner::new(Use::Change, 0, *change)))
}

/// Whether an `unless` phrase of the guard or rule holds the hit.
fn saved(scan: &Scan<'_>, hit: &Hit) -> bool {
    saved_by(scan, hit, hit.layer, hit.owner)
}

/// Whether an `unless` phrase that belongs to `owner` in `layer` holds the hit.
fn saved_by(scan: &Scan<'_>, hit: &Hit, layer: usize, owner: Owner) -> bool {
    let Some(program) = scan.program(layer) else {
        return false;
    };
    let from = hit.start.saturating_sub(12);
    program.unless(owner).any(|pattern| scan.saves(layer, pattern, from, hit))
}

/// Whether an `unless` phrase of an item or sign touches the cue: cues come in
/// many lengths, so that holding them whole cannot be asked.
#[must_use]
pub fn touched(scan: &Scan<'_>, hit: &Hit) -> bool {
    let Some(program) = scan.program(hit.layer) else {
        return false;
    };
    let from = hit.start.saturating_sub(12);
    program.unless(hit.owner).any(|pattern| scan.touches(hit.layer, pattern, from, hit))
}

/// From a cue to a mark, a word that ends it, or its bound.
fn after(scan: &Scan<'_>, guard: &Guard, from: usize, ends: u16) -> usize {
    let most = if guard.words == 0 { usize::MAX } else { guard.words };
    let mut at = from;
    while at - from < most && scan.words.get(at).is_some_and(|word| word.kind != Kind::End) {
        if scan.before(at) & ends != 0 || stops(scan, guard, at) {
            break;
        }
        at += 1;
    }
    at
}

fn stops(scan: &Scan<'_>, guard: &Guard, at: usize) -> bool {
    let raw =
        scan.words.get(at).and_then(|word| scan.text.get(word.start..word.end)).unwrap_or_default();
    guard.stop.iter().any(|stop| stop.eq_ignore_ascii_case(raw))
}

/// The quotation that opens within a few words of the cue.
fn quote(scan: &Scan<'_>, guard: &Guard, from: usize) -> usize {
    let near = from..=from + guard.words.max(1);
    let Some(open) = near.clone().find(|at| scan.before(*at) & marks::QUOTE != 0) else {
        return from;
    };
    let mut at = open + 1;
    while scan.words.get(at).is_some_and(|word| word.kind != Kind::End && at - open < 60) {
        if scan.before(at) & marks::QUOTE != 0 {
            return at;
        }
        at += 1;
    }
    at
}

/// Which guards of `bits` speak for the words `start..end`, as bits, without
/// those that reach over sentences.
#[must_use]
pub fn over(ranges: &[Range], rules: &RuleSet, bits: u32, start: usize, end: usize) -> u32 {
    let mut out = 0;
    let first = ranges.partition_point(|range| range.cue + FARTHEST < start);
    let near = ranges.get(first..).unwrap_or_default();
    let near = near.iter().take_while(|range| range.cue <= end);
    for range in near.filter(|range| range.guard < 32 && bits >> range.guard & 1 != 0) {
        let covers = match rules.guards().get(range.guard).map(|guard| guard.reach) {
            Some(Reach::Near) | None => false,
            Some(Reach::Cover) => {
                range.cue <= start + 2 && start < range.cue_end && range.cue_end >= end
            }
            // A cue inside the hit never guards it.
            Some(_) => range.cue_end <= start && start < range.end,
        };
        out |= u32::from(covers) << range.guard;
    }
    out
}

//! How the cues of an item are read: a table of detectors, one for each way.

use super::concrete;
use super::facts::{Facts, Flag, List};
use super::score::Share;
use super::words::Draft;
use super::{
    answers, farewell, frame, framed, greeting, offer, order, pace, ranges, readable, says_back,
};
use crate::report::Severity;
use crate::rule::model::Item;
use crate::span::{Span, Text};

/// Items that a deed meets, which must be a real one.
const DEEDS: [&str; 6] =
    ["makes-it-right", "takes-ownership", "extra-step", "alternative", "choice", "next-step"];

/// What a detector reads.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// All items, in the checklist's order.
    pub items: &'a [Item],
    /// The facts.
    pub facts: &'a Facts<'a>,
    /// The words.
    pub(super) draft: &'a Draft,
    /// For each request the sentence that answers it.
    pub(super) answered: &'a [Option<usize>],
}

/// What a detector found.
#[derive(Debug, Clone)]
pub struct Found {
    /// Full marks.
    pub met: bool,
    /// The part of the points that is earned.
    pub share: Share,
    /// The words that show it, in text order.
    pub evidence: Vec<Span<Text>>,
}

impl Found {
    /// Nothing was found.
    #[must_use]
    pub const fn nothing() -> Self {
        Self { met: false, share: Share::NONE, evidence: Vec::new() }
    }

    /// Full marks.
    #[must_use]
    pub const fn full(evidence: Vec<Span<Text>>) -> Self {
        Self { met: true, share: Share::FULL, evidence }
    }

    /// Half marks.
    #[must_use]
    pub const fn half(evidence: Vec<Span<Text>>) -> Self {
        Self { met: false, share: Share::HALF, evidence }
    }
}

/// A way to read an item, by the item's number.
pub type Detector = fn(&View<'_>, usize) -> Found;

/// The detectors by the name that a rule file uses.
pub static DETECTORS: &[(&str, Detector)] = &[
    ("cue", cue),
    ("body", body),
    ("told", told),
    ("deed", framed::deed),
    ("remedy", framed::remedy),
    ("near", near),
    ("offer", offer::find),
    ("asks", framed::asks),
    ("warm", framed::warm),
    ("feeling", framed::feeling),
    ("fault", framed::fault),
    ("welcome", framed::welcome),
    ("choice", framed::choice),
    ("greeting", greeting::find),
    ("farewell", farewell::find),
    ("says-back", says_back::find),
    ("order", order::find),
    ("answers", answers::find),
    ("pace", pace::find),
    ("readable", readable::find),
];

/// Reads item number `at`. An item whose detector is unknown is never met
/// (the loader refuses it first).
#[must_use]
pub fn found(view: &View<'_>, at: usize) -> Found {
    let Some(item) = view.items.get(at) else {
        return Found::nothing();
    };
    let row = DETECTORS.iter().find(|(name, _)| *name == item.detector);
    row.map_or_else(Found::nothing, |(_, detector)| detector(view, at))
}

impl View<'_> {
    /// The number of the item with that id.
    pub(super) fn item(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The hits that count: not in words that a finding wants changed, and not
    /// in a placeholder that is still to be filled.
    pub(super) fn cues(&self, at: usize, list: List) -> Vec<Span<Text>> {
        let hits = self.facts.cues.of(at, list).iter().copied();
        hits.filter(|cue| !self.flagged(*cue) && !self.unfilled(*cue) && !self.barred(at, *cue))
            .filter(|cue| list != List::Cues || !self.unreal(at, *cue))
            .collect()
    }

    /// Whether these words tell of a deed that is none: of the past that did
    /// not happen, or of a future that hangs on a doubt.
    pub(super) fn unreal(&self, at: usize, cue: Span<Text>) -> bool {
        let item = self.items.get(at).map_or("", |item| item.id.as_str());
        let words = self.sentence(cue).and_then(|at| self.draft.sentences.get(at));
        let (true, Some(words)) = (DEEDS.contains(&item), words) else {
            return false;
        };
        let from = words.partition_point(|word| word.span.end <= cue.start);
        let to = words.partition_point(|word| word.span.start < cue.end).saturating_sub(1);
        frame::unreal(words, from, to) || (item == "makes-it-right" && frame::doubted(words, from))
    }

    /// Whether the sentence in which these words begin takes back what item
    /// number `at` sees in it: "enjoy your stay, if you do manage to come".
    pub(super) fn barred(&self, at: usize, cue: Span<Text>) -> bool {
        let bars = self.facts.cues.of(at, List::Bars);
        let here = self.sentence(cue).and_then(|at| self.facts.sentences.get(at));
        here.is_some_and(|here| {
            let first = bars.partition_point(|bar| bar.start < here.start);
            bars.get(first).is_some_and(|bar| bar.start < here.end)
        })
    }

    /// Whether a finding of medium or high covers at least half of the words.
    pub(super) fn flagged(&self, cue: Span<Text>) -> bool {
        let covered = ranges::covered(&self.draft.flagged, cue);
        covered > 0 && 2 * covered >= cue.len()
    }

    /// Whether the words hold a placeholder that a draft should not have.
    pub(super) fn unfilled(&self, cue: Span<Text>) -> bool {
        !self.facts.library && ranges::covered(self.facts.placeholders, cue) > 0
    }

    /// The number of the sentence in which a place begins.
    pub(super) fn sentence(&self, place: Span<Text>) -> Option<usize> {
        let after = self.facts.sentences.partition_point(|of| of.start <= place.start);
        after.checked_sub(1)
    }
}

/// Met by any cue; half by a cue of the `half` list, or by a cue of an item
/// that asks for something concrete and has nothing of it.
pub(super) fn cue(view: &View<'_>, at: usize) -> Found {
    let cues = view.cues(at, List::Cues);
    let wants = view.items.get(at).is_some_and(|item| item.concrete);
    let counts = |cue: &Span<Text>| {
        !wants || view.sentence(*cue).is_some_and(|at| concrete::near(view, at, *cue))
    };
    let full: Vec<_> = cues.iter().copied().filter(counts).collect();
    if !full.is_empty() {
        return Found::full(full);
    }
    let mut half = view.cues(at, List::Half);
    half.extend(cues);
    half.sort_unstable();
    if half.is_empty() { Found::nothing() } else { Found::half(half) }
}

/// Met by a cue outside the closing line: the "Thanks," over a name closes a
/// mail and thanks nobody.
fn body(view: &View<'_>, at: usize) -> Found {
    let closing = view.facts.closing.filter(|line| is_bare(view, *line));
    let mut cues = view.cues(at, List::Cues);
    cues.retain(|cue| !closing.is_some_and(|line| line.contains(*cue)));
    if cues.is_empty() { Found::nothing() } else { Found::full(cues) }
}

/// Met by a cue in a sentence that tells something, and has no words that
/// should change: "because you never read it" explains nothing.
fn told(view: &View<'_>, at: usize) -> Found {
    let tells = |cue: &Span<Text>| {
        let here = view.sentence(*cue).and_then(|at| view.facts.sentences.get(at));
        here.is_none_or(|here| {
            !here.of(view.facts.text).trim_end().ends_with('?')
                && !view.facts.flags.iter().any(|flag| spoils(flag, *here))
        })
    };
    let mut cues: Vec<_> = view.cues(at, List::Cues).into_iter().filter(tells).collect();
    if cues.is_empty() {
        cues.extend(reasons(view, at).find(tells));
    }
    if cues.is_empty() { Found::nothing() } else { Found::full(cues) }
}

/// Findings that leave a reason a reason: the "no" that it explains, the way it
/// is worded.
const HARMLESS: [&str; 5] = ["refusal.", "vague.", "abrupt.", "jargon.", "text-speak."];

/// Whether a finding spoils a reason in these words.
fn spoils(flag: &Flag<'_>, here: Span<Text>) -> bool {
    let hurts = flag.severity >= Severity::Medium && flag.span.overlaps(here);
    hurts && !HARMLESS.iter().any(|category| flag.rule.starts_with(category))
}

/// The reasons that stand beside what they explain.
fn reasons(view: &View<'_>, at: usize) -> impl Iterator<Item = Span<Text>> {
    let sentences = view.draft.sentences.iter().zip(view.facts.sentences);
    sentences.filter_map(move |(words, span)| {
        let (from, to) = frame::beside(words, span.of(view.facts.text), span.start)?;
        let place = Span::new(words.get(from)?.span.start, words.get(to)?.span.end);
        (!view.barred(at, place)).then_some(place)
    })
}

/// Whether a closing is a line of its own and nothing but the close: "Many
/// thanks,".
fn is_bare(view: &View<'_>, line: Span<Text>) -> bool {
    let words = line.of(view.facts.text);
    let before = view.facts.text.get(..line.start).unwrap_or_default();
    let alone = before.trim_end_matches([' ', '\t']).ends_with('\n');
    let closes = view.facts.signed.is_some() || words.trim_end().ends_with(',');
    alone && closes && words.split_whitespace().count() <= 3
}

/// Met by a cue with one of the `with` list in the same sentence or the next
/// or the one before (an action with its time); half by a cue alone.
fn near(view: &View<'_>, at: usize) -> Found {
    let cues = view.cues(at, List::Cues);
    let with = view.cues(at, List::With);
    let full = paired(view, &cues, &with, 1);
    if !full.is_empty() {
        return Found::full(full);
    }
    let coming = view.draft.sentences.iter().find_map(|words| {
        let (from, to) = frame::to_come(words)?;
        let place = Span::new(words.get(from)?.span.start, words.get(to)?.span.end);
        (!view.flagged(place) && !view.barred(at, place)).then_some(place)
    });
    if let Some(place) = coming {
        return Found::full(vec![place]);
    }
    let mut half = view.cues(at, List::Half);
    half.extend(cues);
    half.sort_unstable();
    if half.is_empty() { Found::nothing() } else { Found::half(half) }
}

/// The cues that have a partner at most `reach` sentences away, as evidence
/// that spans both where they share a sentence.
fn paired(
    view: &View<'_>,
    cues: &[Span<Text>],
    with: &[Span<Text>],
    reach: usize,
) -> Vec<Span<Text>> {
    let places: Vec<usize> = with.iter().filter_map(|with| view.sentence(*with)).collect();
    let mut out = Vec::new();
    for cue in cues {
        let Some(at) = view.sentence(*cue) else {
            continue;
        };
        let first = places.partition_point(|place| place + reach < at);
        let partner = places.get(first).filter(|place| **place <= at + reach).and(with.get(first));
        if let Some(partner) = partner {
            out.push(*cue);
            out.push(*partner);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

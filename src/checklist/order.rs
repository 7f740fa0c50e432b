//! Empathy before analysis ("Empathize before you analyze"): by sentence
//! labels, because "you'd like to return it because the strap is heavy" holds
//! an analysis word and is a paraphrase.

use super::detect::{Found, View, found};
use super::facts::List;
use crate::span::{Span, Text};

/// The empathy must come within so many sentences after the greeting.
const EARLY: usize = 4;

/// Reads the item: its cues are the words of analysis.
pub(super) fn find(view: &View<'_>, at: usize) -> Found {
    let Some(empathy) = view.item("empathy") else {
        return Found::nothing();
    };
    let felt = found(view, empathy);
    if !felt.met {
        return Found::nothing();
    }
    let mut heard = heard(view, empathy);
    heard.extend(felt.evidence);
    heard.sort_unstable();
    let Some(first) = heard.first().and_then(|cue| view.sentence(*cue)) else {
        return Found::nothing();
    };
    let told = sentences(view, view.item("says-back").unwrap_or(usize::MAX));
    let analysis = sentences(view, at).into_iter().find(|at| told.binary_search(at).is_err());
    let early = first < opening(view) + EARLY;
    if early && analysis.is_none_or(|at| first <= at) {
        Found::full(heard.into_iter().take(1).collect())
    } else {
        Found::nothing()
    }
}

/// Where empathy or regret is shown, in text order.
fn heard(view: &View<'_>, empathy: usize) -> Vec<Span<Text>> {
    let mut heard = view.cues(empathy, List::Cues);
    heard.extend(view.cues(empathy, List::Half));
    if let Some(sorry) = view.item("sorry") {
        heard.extend(view.cues(sorry, List::Cues));
    }
    heard.sort_unstable();
    heard
}

/// The number of the first sentence after a greeting that is one by itself.
fn opening(view: &View<'_>) -> usize {
    usize::from(view.draft.sentences.first().is_some_and(|words| words.len() <= 4))
}

/// The numbers of the sentences that hold a cue of an item, sorted. Findings
/// are not asked here: taking one away must not add analysis.
fn sentences(view: &View<'_>, item: usize) -> Vec<usize> {
    let cues = view.facts.cues.of(item, List::Cues);
    cues.iter().filter_map(|cue| view.sentence(*cue)).collect()
}

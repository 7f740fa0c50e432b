//! Another way: an offer after a "no", by a cue or by an opening.

use super::detect::{Found, View};
use super::facts::List;
use super::frame;
use super::words::Word;
use crate::span::{Span, Text};

/// So many sentences after a "no" may open another way.
const REACH: usize = 2;

/// Met by a cue, or by one of the `half` list that follows one of the `with`
/// list in the same sentence or the two before (an offer after a "no").
pub(super) fn find(view: &View<'_>, at: usize) -> Found {
    let mut full = view.cues(at, List::Cues);
    let weak = view.cues(at, List::Half);
    let no = view.facts.cues.of(at, List::With);
    full.extend(weak.iter().copied().filter(|offer| follows(view, *offer, no)));
    full.extend(opened(view, no));
    full.sort_unstable();
    full.dedup();
    if !full.is_empty() {
        Found::full(full)
    } else if weak.is_empty() {
        Found::nothing()
    } else {
        Found::half(weak)
    }
}

/// The opening after a "no": in the rest of its sentence, or in the next one.
fn opened(view: &View<'_>, no: &[Span<Text>]) -> Option<Span<Text>> {
    no.iter().find_map(|no| {
        let at = view.sentence(*no)?;
        let rest = view.draft.sentences.get(at).zip(view.facts.sentences.get(at));
        let rest = rest.and_then(|(words, span)| {
            let text = span.of(view.facts.text);
            let from = frame::turn(words, no.end, text, span.start)?;
            door(view, words.get(from..)?, text)
        });
        rest.or_else(|| (at + 1..=at + REACH).find_map(|next| opens(view, next)))
    })
}

/// The opening in sentence number `at`, when it looks ahead.
fn opens(view: &View<'_>, at: usize) -> Option<Span<Text>> {
    let text = view.facts.sentences.get(at)?.of(view.facts.text);
    door(view, view.draft.sentences.get(at)?, text)
}

/// The place of an opening among these words.
fn door(view: &View<'_>, words: &[Word], text: &str) -> Option<Span<Text>> {
    let (from, to) = frame::opening(words, text)?;
    let place = Span::new(words.get(from)?.span.start, words.get(to)?.span.end);
    (!view.flagged(place)).then_some(place)
}

/// Whether an offer stands beside a "no": in its sentence or within the two
/// after it.
fn follows(view: &View<'_>, offer: Span<Text>, no: &[Span<Text>]) -> bool {
    let Some(here) = view.sentence(offer) else {
        return false;
    };
    let earliest = here.saturating_sub(2);
    let from = no.partition_point(|no| view.sentence(*no).is_none_or(|at| at < earliest));
    let near = no.get(from..).unwrap_or_default().iter();
    let mut near = near.take_while(|no| view.sentence(**no).is_some_and(|at| at <= here));
    near.any(|no| !no.overlaps(offer))
}

//! Items that a cue meets or, where no cue is, a construction: see [`frame`].

use super::detect::{Found, View, cue};
use super::facts::List;
use super::words::Word;
use super::{frame, ranges};
use crate::span::{Span, Text};

/// As [`cue`], else met by a sentence in which a construction is found.
fn cue_or(
    view: &View<'_>,
    at: usize,
    frame: impl Fn(&[Word], Span<Text>) -> Option<(usize, usize)>,
) -> Found {
    let by_cue = cue(view, at);
    if by_cue.met {
        return by_cue;
    }
    let kept = view.facts.cues.of(at, List::With);
    let mut sentences = view.draft.sentences.iter().zip(view.facts.sentences);
    let found = sentences.find_map(|(words, span)| {
        let (from, to) = frame(words, *span)?;
        let (from, to) = (words.get(from)?, words.get(to)?);
        let place = Span::new(from.span.start, to.span.end.max(from.span.end));
        let barred =
            ranges::covered(kept, *span) > 0 || view.barred(at, *span) || view.unreal(at, place);
        (!barred && !view.flagged(place) && !view.unfilled(place)).then_some(place)
    });
    found.map_or(by_cue, |place| Found::full(vec![place]))
}

/// Met by a cue, or by "I" with a deed for the customer. The `with` list bars
/// a sentence from the second.
pub(super) fn deed(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, _| frame::own_deed(words))
}

/// Met by a cue, or by a deed of ours that brings the customer something.
pub(super) fn remedy(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, span| {
        let text = span.of(view.facts.text);
        frame::benefit(words, text.contains(['£', '$', '€', '₹', '%']))
    })
}

/// Met by a cue, or by a question that asks for anything but an account.
pub(super) fn asks(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, span| {
        let kind = frame::asks_kindly(words, span.of(view.facts.text));
        kind.then(|| (0, words.len().saturating_sub(1)))
    })
}

/// Met by a cue, or by what it was like for the customer.
pub(super) fn feeling(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, _| frame::felt(words))
}

/// Met by a cue, or by a fault that is said to be ours.
pub(super) fn fault(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, _| frame::ours(words))
}

/// Met by a cue, or by a complaint that is called welcome.
pub(super) fn welcome(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, _| frame::welcomes(words))
}

/// Met by a cue, or by a cheerful exclamation, or joy and good wishes.
pub(super) fn warm(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, span| {
        let text = span.of(view.facts.text);
        let cheer = frame::cheers(words, text) || frame::warms(words, text);
        cheer.then(|| (0, words.len().saturating_sub(1)))
    })
}

/// Met by a cue, or by a question about what the customer would like.
pub(super) fn choice(view: &View<'_>, at: usize) -> Found {
    cue_or(view, at, |words, span| {
        let open = frame::leaves_open(words, span.of(view.facts.text));
        open.then(|| (0, words.len().saturating_sub(1)))
    })
}

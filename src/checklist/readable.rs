//! Readable: sentences of 20 words on the average and none over 35. Never
//! scored, only said.

use super::detect::{Found, View};

/// Words of the average sentence.
const AVERAGE: usize = 20;
/// Words of the longest sentence.
const LONGEST: usize = 35;

/// Reads the item.
pub(super) fn find(view: &View<'_>, _at: usize) -> Found {
    let lengths: Vec<usize> =
        view.draft.sentences.iter().map(Vec::len).filter(|length| *length > 0).collect();
    let sum: usize = lengths.iter().sum();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    if sum > 0 && sum <= AVERAGE * lengths.len() && longest <= LONGEST {
        Found::full(Vec::new())
    } else {
        Found::nothing()
    }
}

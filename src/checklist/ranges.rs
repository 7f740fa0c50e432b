//! Sorted ranges of the text, asked by binary search.

use crate::span::{Span, Text};

/// The ranges in text order, overlapping and touching ones made one.
pub(super) fn merge(mut spans: Vec<Span<Text>>) -> Vec<Span<Text>> {
    spans.sort_unstable();
    let mut merged: Vec<Span<Text>> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// How many bytes of `of` the sorted, disjoint `ranges` cover.
pub(super) fn covered(ranges: &[Span<Text>], of: Span<Text>) -> usize {
    let first = ranges.partition_point(|range| range.end <= of.start);
    let near = ranges.get(first..).unwrap_or_default().iter();
    near.take_while(|range| range.start < of.end)
        .map(|range| range.end.min(of.end).saturating_sub(range.start.max(of.start)))
        .sum()
}

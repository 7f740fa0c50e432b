//! Which findings are shown, in which order, and which share an excerpt.

use std::cmp::Reverse;
use std::ops::Range;

use super::lines::Lines;
use super::sheet::Sheet;
use super::{FEW, excerpt, matters};
use crate::render::Style;
use crate::report::{Finding, Reply, Target};

/// A finding on the screen.
#[derive(Debug)]
pub(super) struct Shown<'r> {
    pub(super) finding: &'r Finding,
    /// Its index in the reply.
    pub(super) index: usize,
    /// How useful it is among those shown, 0 first.
    rank: usize,
    /// Bytes to put carets under, on one line.
    pub(super) bytes: Range<usize>,
    /// Number of that line in the draft, from 0.
    pub(super) line: usize,
}

/// Findings that share an excerpt, in text order.
pub(super) type Group<'r> = Vec<Shown<'r>>;

/// The findings to show, by excerpt, the most useful first.
pub(super) fn groups<'r>(reply: &'r Reply, style: &Style) -> Vec<Group<'r>> {
    let mut shown = chosen(reply, style);
    if shown.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(&reply.text);
    for shown in &mut shown {
        (shown.line, shown.bytes) = lines.anchor(&reply.text, &shown.finding.span.range());
    }
    shown.sort_by_key(|shown| (shown.line, shown.bytes.start, shown.rank));
    let room = Sheet::new(style).width.saturating_sub(gutter(lines.len()) + 3);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for next in shown {
        match groups.last_mut() {
            Some(group) if joins(group, &next, &reply.text, room) => group.push(next),
            _ => groups.push(vec![next]),
        }
    }
    groups.sort_by_key(|group| group.iter().map(|shown| shown.rank).min());
    groups
}

/// The findings worth showing, the most useful first.
fn chosen<'r>(reply: &'r Reply, style: &Style) -> Vec<Shown<'r>> {
    let next = match reply.next.as_ref().map(|step| &step.target) {
        Some(Target::Finding(index)) => Some(*index),
        _ => None,
    };
    let mut found: Vec<_> = reply.findings.iter().enumerate().collect();
    found.retain(|(_, finding)| style.all || matters(finding));
    found.sort_by_key(|(index, finding)| {
        let weight = (finding.hold, next == Some(*index), finding.severity, finding.cost);
        (Reverse(weight), finding.span.start)
    });
    if !style.all {
        found.truncate(FEW);
    }
    let shown = |(rank, (index, finding))| Shown { finding, index, rank, bytes: 0..0, line: 0 };
    found.into_iter().enumerate().map(shown).collect()
}

/// Whether a finding can be shown in the excerpt of `group`.
fn joins(group: &Group<'_>, next: &Shown<'_>, text: &str, room: usize) -> bool {
    let Some(first) = group.first().filter(|first| first.line == next.line) else {
        return false;
    };
    let end = group.iter().map(|shown| shown.bytes.end).max().unwrap_or(0).max(next.bytes.end);
    excerpt::together(text, &(first.bytes.start..end), room)
}

/// Columns of a line number and the space before it.
pub(super) fn gutter(last: usize) -> usize {
    excerpt::digits(last) + 1
}

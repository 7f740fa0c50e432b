//! The screen a person reads: first what went well, then the few changes that
//! matter most, each with the words in place and better ones to paste, then
//! what the checklist still asks for, the sum, and one next step.
//!
//! Everything is laid out as plain rows and painted piece by piece, so that
//! the screen says the same with and without colour. What goes beyond one
//! screen gives way in a fixed order ([`sheet::Row::spare`]); `--all` keeps it.

mod checklist;
mod entries;
mod excerpt;
mod findings;
mod full;
mod lines;
mod praise;
mod sheet;
mod sum;
mod window;

use std::fmt::Write as _;

use self::sheet::Sheet;
use super::paint::Tint;
use super::{Style, Summary, clean, words};
use crate::problem::Problem;
use crate::report::{Finding, Id, Reply, Severity, Target};

/// Rows that a usual terminal shows without scrolling.
const SCREEN: usize = 30;

/// Findings shown without `--all`.
const FEW: usize = 5;

/// Nothing stands before the first reply.
pub(super) const fn begin(_: &mut String, _: &Style) {}

/// The screen for one reply.
pub(super) fn reply(out: &mut String, nth: usize, reply: &Reply, style: &Style) {
    if style.quiet {
        let mut sheet = Sheet::new(style);
        let place = style.many.then(|| heading(reply));
        sheet.text(0, &sum::quiet(reply, style, place.as_deref()), sum::tint(reply.verdict));
        sheet.finish(out);
        return;
    }
    if nth > 0 {
        out.push('\n');
    }
    let mut sheet = Sheet::new(style);
    if style.many {
        sheet.text(0, &format!("== {}", heading(reply)), Tint::Bold);
        sheet.blank(0);
    }
    screen(&mut sheet, reply);
    sheet.finish(out);
}

/// The counts over several replies.
pub(super) fn end(out: &mut String, summary: &Summary, _: &[Problem], style: &Style) {
    if !style.many {
        return;
    }
    if summary.replies > 0 && !style.quiet {
        out.push('\n');
    }
    let mut sheet = Sheet::new(style);
    sheet.text(0, &sum::total(summary), Tint::Bold);
    sheet.finish(out);
}

/// `macros.json:12 [17] Late parcel`.
fn heading(reply: &Reply) -> String {
    let mut heading = match reply.source.as_str() {
        "-" => format!("line {}", reply.line),
        source => format!("{}:{}", clean::line(source), reply.line),
    };
    if let Id::Json(_) = reply.id {
        let _ = write!(heading, " [{}]", clean::line(&words::id(&reply.id)));
    }
    if let Some(title) = &reply.title {
        let _ = write!(heading, " {}", clean::line(title));
    }
    heading
}

fn screen(sheet: &mut Sheet<'_>, reply: &Reply) {
    let style = *sheet.style;
    let groups = findings::groups(reply, &style);
    let missing = checklist::missing(reply);
    let few = if style.all { missing.len() } else { missing.len().min(FEW) };
    let (asked, left) = missing.split_at_checked(few).unwrap_or((&missing, &[]));

    praise::write(sheet, reply);
    let numbers = Numbers::new(&groups, asked);
    let found = groups.iter().flatten().map(|shown| entries::right(shown.finding));
    let rows: Vec<_> = found.chain(asked.iter().map(|ask| checklist::right(ask.check))).collect();
    let columns = Sheet::columns(&rows);
    entries::write(sheet, reply, &groups, &columns);
    checklist::write(sheet, reply, asked, numbers.findings.len(), &columns);
    let mut tail = Sheet::new(sheet.style);
    if style.all {
        full::write(&mut tail, reply);
    } else {
        let more = hidden(reply, numbers.findings.len());
        let mut below = Sheet::new(sheet.style);
        checklist::covered(&mut below, reply, left.len(), more);
        sum::write(&mut below, reply, &numbers);
        let gone = sheet.trim(SCREEN.saturating_sub(below.len()));
        checklist::covered(&mut tail, reply, left.len() + checklist::dropped(asked, gone), more);
    }
    sum::write(&mut tail, reply, &numbers);
    sheet.append(tail);
}

/// Findings that `--all` would add, polish left out.
fn hidden(reply: &Reply, shown: usize) -> usize {
    reply.findings.iter().filter(|finding| matters(finding)).count().saturating_sub(shown)
}

/// Whether a finding is more than a matter of taste.
fn matters(finding: &Finding) -> bool {
    finding.hold || finding.severity > Severity::Polish
}

/// The numbers that findings and items go by on the screen, from 1.
struct Numbers<'r> {
    /// Indices into the reply's findings, in the order shown.
    findings: Vec<usize>,
    /// Ids of the missing items, in the order shown.
    items: Vec<&'r str>,
}

impl<'r> Numbers<'r> {
    fn new(groups: &[findings::Group<'_>], asked: &[checklist::Missing<'r>]) -> Self {
        Self {
            findings: groups.iter().flatten().map(|shown| shown.index).collect(),
            items: asked.iter().map(|missing| missing.check.item.as_str()).collect(),
        }
    }

    /// The number on the screen of what a step mends.
    fn of(&self, target: &Target) -> Option<usize> {
        match target {
            Target::Finding(index) => self.findings.iter().position(|found| found == index),
            Target::Item(id) => {
                let place = self.items.iter().position(|item| item == id)?;
                Some(self.findings.len() + place)
            }
        }
        .map(|place| place + 1)
    }
}

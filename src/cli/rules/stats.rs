//! `kindword rules list --stats`: how often each rule fires in drafts. Only
//! numbers are kept, never a word of what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Serialize;

use super::super::card::Card;
use super::super::console::Console;
use super::super::exit::Exit;
use super::super::files::Input;
use super::super::page::Page;
use super::super::walk::Walk;
use crate::input::{self, choose};
use crate::problem::Problem;
use crate::render::paint::Tint;
use crate::render::{Style, clean};
use crate::report::Reply;
use crate::rule::RuleSet;
use crate::source::Stream;
use crate::{Options, review};

/// Columns of a number with the space after it.
const NUMBER: usize = 9;

/// How often a rule fired.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Fired {
    /// In how many replies.
    pub replies: usize,
    /// How many times.
    pub hits: usize,
    /// How many times behind a stronger rule, so that nobody saw it.
    pub behind: usize,
}

/// What was counted.
#[derive(Debug, Default)]
pub struct Stats {
    /// Replies that were read.
    pub replies: usize,
    /// By rule.
    pub fired: BTreeMap<String, Fired>,
}

/// Counts how often each rule fires in the drafts behind `paths`. What cannot
/// be read is told at once, and the rest is counted.
///
/// # Errors
/// When nothing can be written.
pub fn count(
    paths: &[PathBuf],
    rules: &RuleSet,
    console: &mut Console,
) -> anyhow::Result<(Stats, Exit)> {
    let (mut stats, mut exit) = (Stats::default(), Exit::Fine);
    let mut problem = |problem: Problem| {
        if !problem.warning {
            exit = Exit::Failed;
        }
        console.show(&[problem])
    };
    for input in Walk::new(paths) {
        let opened = input.and_then(|input| open(&input));
        let (drafts, options) = match opened {
            Ok(opened) => opened,
            Err(fault) => {
                problem(fault)?;
                continue;
            }
        };
        for draft in drafts {
            match draft.and_then(|draft| review(&draft, rules, &options)) {
                Ok(reply) => stats.add(&reply),
                Err(fault) => problem(fault)?,
            }
        }
    }
    Ok((stats, exit))
}

/// The drafts of a file, and how they are to be read.
fn open(input: &Input) -> Result<(input::Drafts, Options), Problem> {
    let mut stream = Stream::open(&input.path)?;
    let format = choose(&mut stream, None)?;
    let library = format.library || input.found;
    let options = Options { library, ..Options::default() };
    Ok(((format.read)(stream, input::Options::default()), options))
}

impl Stats {
    fn add(&mut self, reply: &Reply) {
        self.replies += 1;
        let mut seen = BTreeSet::new();
        for finding in &reply.findings {
            let fired = self.fired.entry(finding.rule.clone()).or_default();
            fired.hits += finding.count.max(1);
            fired.replies += usize::from(seen.insert(&finding.rule));
        }
        for finding in &reply.shadowed {
            self.fired.entry(finding.rule.clone()).or_default().behind += finding.count.max(1);
        }
    }

    /// How often a rule fired.
    #[must_use]
    pub fn of(&self, id: &str) -> Fired {
        self.fired.get(id).copied().unwrap_or_default()
    }

    /// A table of the rules that fired, most frequent first, then those that
    /// never did.
    #[must_use]
    pub fn text(&self, cards: &[Card], rules: &RuleSet, style: &Style) -> String {
        let mut page = Page::new(style);
        if self.replies == 0 {
            return page.finish();
        }
        let fired = |card: &&Card| self.of(&card.id).hits > 0;
        let mut often: Vec<&Card> = cards.iter().filter(fired).collect();
        let rank = |card: &Card| {
            let Fired { replies, hits, .. } = self.of(&card.id);
            (std::cmp::Reverse(replies), std::cmp::Reverse(hits))
        };
        often.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.id.cmp(&b.id)));
        self.table(&mut page, &often);
        let behind = |card: &Card| self.of(&card.id).hits == 0 && self.of(&card.id).behind > 0;
        let title = "Only behind a stronger rule, so that nobody saw them:";
        listed(&mut page, title, cards, rules, behind);
        let never = |card: &Card| !card.off && self.of(&card.id) == Fired::default();
        listed(&mut page, "Never in these replies:", cards, rules, never);
        page.line(&self.sum(cards, often.len()), Tint::Plain);
        page.finish()
    }

    fn table(&self, page: &mut Page<'_>, often: &[&Card]) {
        if often.is_empty() {
            return;
        }
        let row = |replies: &str, hits: &str| {
            format!("{replies:>width$}{hits:>width$}  ", width = NUMBER - 1)
        };
        let column = 2 * NUMBER;
        page.hanging(column, &row("replies", "hits"), "rule", Tint::Dim);
        for card in often {
            let Fired { replies, hits, .. } = self.of(&card.id);
            let label = row(&replies.to_string(), &hits.to_string());
            let text = format!("{} ({})", clean::line(&card.id), card.severity.name());
            page.hanging(column, &label, &text, Tint::Plain);
        }
        page.blank();
    }

    fn sum(&self, cards: &[Card], fired: usize) -> String {
        let replies = match self.replies {
            1 => "1 reply read".to_owned(),
            many => format!("{many} replies read"),
        };
        let off = cards.iter().filter(|card| card.off).count();
        let off = if off > 0 { format!(", {off} are off") } else { String::new() };
        format!("{replies}. {fired} of {} rules fired{off}.", cards.len())
    }
}

/// Rules by category, in wrapped rows; nothing when no rule is so.
fn listed(
    page: &mut Page<'_>,
    title: &str,
    cards: &[Card],
    rules: &RuleSet,
    so: impl Fn(&Card) -> bool,
) {
    if !cards.iter().any(&so) {
        return;
    }
    page.line(title, Tint::Bold);
    for category in rules.categories() {
        let own = || cards.iter().filter(|card| card.category == category.id);
        let ids: Vec<&str> = own().filter(|card| so(card)).map(|card| card.id.as_str()).collect();
        if !ids.is_empty() {
            let head = format!("{} ({} of {}):", category.title, ids.len(), own().count());
            page.hanging(2, "", &head, Tint::Plain);
            page.hanging(4, "", &ids.join(", "), Tint::Dim);
        }
    }
    page.blank();
}

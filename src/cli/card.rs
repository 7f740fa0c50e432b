//! What can be said of a rule, whether it looks for phrases, counts or finds
//! leaks, for the commands that talk about rules.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::render::words;
use crate::report::{Asserts, Fits, Severity};
use crate::rule::change::Change;
use crate::rule::model::{Case, Leak, Limit, Rule};
use crate::rule::{RuleRef, RuleSet};

/// One rule.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Full id.
    pub id: String,
    /// `swap`, `limit` or `leak`, as in rule files.
    pub kind: &'static str,
    /// Name of the pack.
    pub pack: String,
    /// The category.
    pub category: String,
    /// How much a hit matters.
    #[serde(serialize_with = "severity")]
    pub severity: Severity,
    /// Whether a hit holds the reply back.
    pub hold: bool,
    /// A few words over a finding.
    pub message: String,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// Phrases that find it.
    pub find: Vec<String>,
    /// Better wordings, best first.
    pub say: Vec<String>,
    /// How they can be used.
    #[serde(serialize_with = "fits")]
    pub fits: Fits,
    /// What they assert.
    #[serde(serialize_with = "asserts")]
    pub asserts: Option<Asserts>,
    /// Sentences in which it fires.
    pub bad: Vec<String>,
    /// Sentences in which it does not.
    pub good: Vec<String>,
    /// Ids it had before.
    pub aliases: Vec<String>,
    /// Whether it is switched off.
    pub off: bool,
    /// What packs changed of it, first to last.
    pub changes: Vec<Changed>,
}

/// What a pack changed of a rule.
#[derive(Debug, Clone, Serialize)]
pub struct Changed {
    /// Name of the pack.
    pub pack: String,
    /// What it does, in a few words: `off`.
    pub what: String,
    /// Why the team wants it so.
    pub because: String,
}

impl From<&Change> for Changed {
    fn from(change: &Change) -> Self {
        let (pack, because) = (change.pack.clone(), change.because.clone());
        Self { pack, what: change.told(), because }
    }
}

/// All rules of a set.
#[must_use]
pub fn all(rules: &RuleSet) -> Vec<Card> {
    let swap = |at: RuleRef| {
        let card = Card::from(rules.rule(at)?);
        let changes = rules.changed(at).map(Changed::from).collect();
        Some(Card { off: rules.is_off(at), changes, ..card })
    };
    let mut cards: Vec<Card> = rules.refs().filter_map(swap).collect();
    let details = rules.details();
    let on: BTreeSet<&str> = rules.limits().iter().map(|one| one.id.as_str()).collect();
    let on_too: BTreeSet<&str> = rules.leaks().iter().map(|one| one.id.as_str()).collect();
    let extras = details.limits.iter().map(Card::from).chain(details.leaks.iter().map(Card::from));
    cards.extend(extras.map(|card| {
        let off = !on.contains(card.id.as_str()) && !on_too.contains(card.id.as_str());
        let changes = rules.changed_extra(&card.id).map(Changed::from).collect();
        Card { off, changes, ..card }
    }));
    for card in &mut cards {
        let id = &card.category;
        let category = rules.categories().iter().find(|one| one.id == *id);
        if card.message.is_empty() {
            card.message = category.map(|one| one.message.clone()).unwrap_or_default();
        }
    }
    cards
}

impl Card {
    /// What a finding does, in words: `high, costs 8`.
    #[must_use]
    pub const fn weight(&self) -> &'static str {
        match self.severity {
            _ if self.off => "off: it is left alone",
            _ if self.hold => "holds the reply until it is mended",
            Severity::High => "high: likely to hurt, costs 8 points",
            Severity::Medium => "medium: worth rewording, costs 4 points",
            Severity::Polish => "polish: a small touch, costs nothing",
        }
    }
}

impl From<Rule> for Card {
    fn from(rule: Rule) -> Self {
        let mut find = rule.find;
        find.extend(rule.find_regex);
        Self {
            id: rule.id,
            kind: "swap",
            pack: rule.pack,
            category: rule.category,
            severity: rule.severity,
            hold: rule.hold,
            message: rule.message,
            why: rule.why,
            source: rule.source,
            find,
            say: rule.say,
            fits: rule.fits,
            asserts: rule.asserts,
            bad: rule.bad,
            good: rule.good,
            aliases: rule.aliases,
            off: false,
            changes: Vec::new(),
        }
    }
}

impl From<&Limit> for Card {
    fn from(limit: &Limit) -> Self {
        Self {
            id: limit.id.clone(),
            kind: "limit",
            pack: limit.pack.clone(),
            category: category(&limit.id),
            severity: limit.severity,
            hold: false,
            message: limit.message.clone(),
            why: limit.why.clone(),
            source: limit.source.clone(),
            find: Vec::new(),
            say: limit.say.clone(),
            fits: Fits::Advice,
            asserts: None,
            bad: limit.bad.iter().map(Case::shown).collect(),
            good: limit.good.iter().map(Case::shown).collect(),
            aliases: Vec::new(),
            off: false,
            changes: Vec::new(),
        }
    }
}

impl From<&Leak> for Card {
    fn from(leak: &Leak) -> Self {
        Self {
            id: leak.id.clone(),
            kind: "leak",
            pack: leak.pack.clone(),
            category: category(&leak.id),
            severity: Severity::High,
            hold: true,
            message: leak.message.clone(),
            why: leak.why.clone(),
            source: leak.source.clone(),
            find: leak.find_regex.clone(),
            say: leak.say.clone(),
            fits: Fits::Advice,
            asserts: None,
            bad: leak.bad.clone(),
            good: leak.good.clone(),
            aliases: Vec::new(),
            off: false,
            changes: Vec::new(),
        }
    }
}

/// The category within a full id.
fn category(id: &str) -> String {
    id.split('.').next().unwrap_or_default().to_owned()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn severity<S: serde::Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(severity.name())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn fits<S: serde::Serializer>(fits: &Fits, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(words::fits(*fits))
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    clippy::ref_option,
    reason = "serde hands out references"
)]
fn asserts<S: serde::Serializer>(asserts: &Option<Asserts>, to: S) -> Result<S::Ok, S::Error> {
    asserts.map(words::asserts).serialize(to)
}

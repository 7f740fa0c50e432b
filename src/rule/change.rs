//! What a pack changes of rules that other packs wrote: off, another severity,
//! another wording, one more `unless`. The rules themselves stay as they are.

use serde::{Deserialize, Serialize};

use super::model::{Asserts, Fits, Leak, Limit, Rule, Severity};

/// A `[[change]]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The rule or category, as written: a full id, an alias or `jargon`.
    pub rule: String,
    /// Name of the pack.
    pub pack: String,
    /// Whether the rule is off.
    pub off: Option<bool>,
    /// How much a hit matters.
    pub severity: Option<Severity>,
    /// Better wordings instead of the rule's own.
    pub say: Option<Vec<String>>,
    /// How they can be used.
    pub fits: Option<Fits>,
    /// What they assert.
    pub asserts: Option<Asserts>,
    /// One line of why; empty leaves the rule's own.
    pub why: String,
    /// A few words over the finding; empty leaves the rule's own.
    pub message: String,
    /// The greatest number that a limit allows.
    pub most: Option<usize>,
    /// Words that a limit leaves alone, beside its own.
    pub allow: Vec<String>,
    /// Phrases that save a hit inside them, beside the rule's own.
    pub unless: Vec<String>,
    /// Why the team wants it so.
    pub because: String,
    /// Sentences in which the rule still fires.
    pub bad: Vec<String>,
    /// Sentences that it stopped at, and lets pass now.
    pub good: Vec<String>,
}

/// A change with the rules that it meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// What is changed.
    pub change: Change,
    /// The rule's full id, or the category.
    pub target: String,
    /// Phrase rules: layer and number within it.
    pub swaps: Vec<(u32, u32)>,
    /// Full ids of limits and leaks.
    pub extras: Vec<String>,
}

impl Change {
    /// What it does, in a few words: `off`, `polish, another wording`.
    #[must_use]
    pub fn told(&self) -> String {
        let mut out: Vec<&str> = Vec::new();
        match self.off {
            Some(true) => out.push("off"),
            Some(false) => out.push("on"),
            None => {}
        }
        out.extend(self.severity.map(Severity::name));
        let worded = !self.why.is_empty() || !self.message.is_empty();
        if self.say.is_some() || self.fits.is_some() || self.asserts.is_some() || worded {
            out.push("another wording");
        }
        if self.most.is_some() {
            out.push("another number");
        }
        if !self.unless.is_empty() || !self.allow.is_empty() {
            out.push("spares more");
        }
        out.join(", ")
    }

    /// Changes a phrase rule. What is added to its `unless` is compiled apart,
    /// see [`RuleSet::added_unless`](super::RuleSet::added_unless).
    pub fn amend(&self, rule: &mut Rule) {
        if let Some(severity) = self.severity {
            rule.severity = severity;
            // In a chat it never matters more than that.
            rule.in_chat = rule.in_chat.map(|own| own.min(severity));
        }
        rule.fits = self.fits.unwrap_or(rule.fits);
        rule.asserts = self.asserts.or(rule.asserts);
        self.reword(&mut rule.say, &mut rule.why, &mut rule.message);
    }

    /// Changes a limit.
    pub fn amend_limit(&self, limit: &mut Limit) {
        limit.severity = self.severity.unwrap_or(limit.severity);
        limit.most = self.most.unwrap_or(limit.most);
        limit.allow.extend(self.allow.iter().cloned());
        self.reword(&mut limit.say, &mut limit.why, &mut limit.message);
    }

    /// Changes a leak.
    pub fn amend_leak(&self, leak: &mut Leak) {
        self.reword(&mut leak.say, &mut leak.why, &mut leak.message);
    }

    fn reword(&self, say: &mut Vec<String>, why: &mut String, message: &mut String) {
        if let Some(new) = &self.say {
            say.clone_from(new);
        }
        super::merge::replace(why, &self.why);
        super::merge::replace(message, &self.message);
    }
}

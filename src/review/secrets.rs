//! The secrets of a draft, so that they are shown nowhere: not in the draft,
//! not in the mail quoted under it, not where the customer says them, too.

use crate::check::{self, Choice, Extra};
use crate::document::draft::Draft;
use crate::document::thread::Thread;
use crate::rule::RuleSet;

use super::{Options, fill, own_ranges};

/// What must not be shown of a draft.
pub(super) struct Secrets {
    /// What leaks in the agent's own words, also by rules that were not asked
    /// for: a secret is covered all the same.
    pub(super) leaks: Vec<Extra>,
    /// The draft with every secret starred out, byte for byte.
    pub(super) safe: String,
}

impl Secrets {
    /// Finds them.
    pub(super) fn read(draft: &Draft, cut: &Thread, rules: &RuleSet, options: &Options) -> Self {
        let (text, all) = (&draft.text, Choice::default());
        let masks = check::masks::from(&cut.masked);
        let leaks = check::leaks(text, &own_ranges(cut), &masks, rules, &all, options.library);
        let theirs = check::leaks(text, &fill::foreign(cut), &[], rules, &all, options.library);
        let both: Vec<Extra> = leaks.iter().chain(&theirs).cloned().collect();
        let safe = check::concealed(text, &both).into_owned();
        Self { leaks, safe }
    }

    /// Another text with its own secrets and those of the draft starred out.
    pub(super) fn cover(&self, draft: &Draft, other: &str, rules: &RuleSet) -> String {
        let own = check::secrets_starred(other, rules);
        check::covered(&own, &draft.text, &self.leaks)
    }
}

//! What packs changed of the rules of a set.

use super::{RuleRef, RuleSet};
use crate::rule::change::Change;
use crate::rule::effects::{Effects, Placed};

impl RuleSet {
    /// The set without one change, to see what that change does.
    #[must_use]
    pub fn without_change(&self, pack: &str, rule: &str) -> Self {
        let mut set = self.clone();
        set.changes.retain(|placed| {
            let change = &placed.amendment.change;
            (change.pack.as_str(), change.rule.as_str()) != (pack, rule)
        });
        set.effects = Effects::of(&set.changes, &set.merged.limits, &set.merged.leaks);
        set
    }

    /// The set in which nobody changed this phrase rule, to prove it as it was
    /// written.
    #[must_use]
    pub fn unchanged(&self, at: RuleRef) -> Self {
        let place = |(layer, index): &(u32, u32)| (*layer as usize, *index);
        let mut set = self.clone();
        for placed in &mut set.changes {
            placed.amendment.swaps.retain(|swap| place(swap) != (at.layer, at.index));
        }
        set.effects = Effects::of(&set.changes, &set.merged.limits, &set.merged.leaks);
        set
    }

    /// The set in which nobody changed this limit or leak.
    #[must_use]
    pub fn unchanged_extra(&self, id: &str) -> Self {
        let mut set = self.clone();
        for placed in &mut set.changes {
            placed.amendment.extras.retain(|extra| extra != id);
        }
        set.effects = Effects::of(&set.changes, &set.merged.limits, &set.merged.leaks);
        set
    }

    /// Whether a phrase rule is switched off.
    #[must_use]
    pub fn is_off(&self, at: RuleRef) -> bool {
        self.effects.swaps.get(&at).is_some_and(|effect| effect.off)
    }

    /// The changes of a phrase rule, first to last.
    pub fn changed(&self, at: RuleRef) -> impl Iterator<Item = &Change> {
        let changes = self.effects.swaps.get(&at).into_iter().flat_map(|effect| &effect.changes);
        changes.filter_map(|nth| self.changes.get(*nth)).map(|placed| &placed.amendment.change)
    }

    /// Where the phrases stand that packs added to the `unless` of a rule:
    /// layer and number of the change within it.
    #[must_use]
    pub fn added_unless(&self, at: RuleRef) -> &[(usize, u32)] {
        self.effects.swaps.get(&at).map_or(&[], |effect| &effect.unless)
    }

    /// The changes of a limit or leak, first to last.
    pub fn changed_extra(&self, id: &str) -> impl Iterator<Item = &Change> {
        let met = move |placed: &&Placed| placed.amendment.extras.iter().any(|one| one == id);
        self.changes.iter().filter(met).map(|placed| &placed.amendment.change)
    }

    /// All changes, with the full id or category that each is about.
    pub fn changes(&self) -> impl Iterator<Item = (&Change, &str)> {
        let all = self.changes.iter().map(|placed| &placed.amendment);
        all.map(|amendment| (&amendment.change, amendment.target.as_str()))
    }
}

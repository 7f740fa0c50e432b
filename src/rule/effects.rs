//! What the changes of all packs make of the rules, once they are known: looked
//! up by rule, so that a rule that nobody changed costs one lookup.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Amendment;
use super::model::{Leak, Limit};
use super::set::RuleRef;

/// What changes make of one phrase rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// Whether it is off.
    pub off: bool,
    /// The changes, as numbers, first to last.
    pub changes: Vec<usize>,
    /// Layers whose phrases save a hit of it, with the number of the change
    /// within the layer.
    pub unless: Vec<(usize, u32)>,
}

/// A change with its place.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The change with what it meets.
    pub amendment: Amendment,
    /// The layer it stands in.
    pub layer: usize,
    /// Its number within the layer.
    pub number: u32,
}

/// What all changes make of the rules.
#[derive(Debug, Clone, Default)]
pub struct Effects {
    /// Phrase rules that are changed.
    pub swaps: BTreeMap<RuleRef, Effect>,
    /// The limits in use; none when nobody changed any.
    pub limits: Option<Vec<Limit>>,
    /// The leaks in use; none when nobody changed any.
    pub leaks: Option<Vec<Leak>>,
}

impl Effects {
    /// The effects of `changes` on limits and leaks as they were written, and
    /// on phrase rules.
    #[must_use]
    pub fn of(changes: &[Placed], limits: &[Limit], leaks: &[Leak]) -> Self {
        let mut swaps: BTreeMap<RuleRef, Effect> = BTreeMap::new();
        for (nth, placed) in changes.iter().enumerate() {
            for (layer, index) in &placed.amendment.swaps {
                let at = RuleRef { layer: *layer as usize, index: *index };
                let effect = swaps.entry(at).or_default();
                effect.off = placed.amendment.change.off.unwrap_or(effect.off);
                effect.changes.push(nth);
                effect.unless.push((placed.layer, placed.number));
            }
        }
        if changes.iter().all(|placed| placed.amendment.extras.is_empty()) {
            return Self { swaps, limits: None, leaks: None };
        }
        let (limits, leaks) = amended(changes, limits.to_vec(), leaks.to_vec());
        let off = off(changes);
        let on = |id: &String| !off.contains(id.as_str());
        Self {
            swaps,
            limits: Some(limits.into_iter().filter(|one| on(&one.id)).collect()),
            leaks: Some(leaks.into_iter().filter(|one| on(&one.id)).collect()),
        }
    }
}

/// Limits and leaks with what was changed of them, those that are off included.
#[must_use]
pub fn amended(
    changes: &[Placed],
    mut limits: Vec<Limit>,
    mut leaks: Vec<Leak>,
) -> (Vec<Limit>, Vec<Leak>) {
    for placed in changes.iter().filter(|placed| !placed.amendment.extras.is_empty()) {
        let amendment = &placed.amendment;
        let met = |id: &String| amendment.extras.contains(id);
        for limit in limits.iter_mut().filter(|limit| met(&limit.id)) {
            amendment.change.amend_limit(limit);
        }
        for leak in leaks.iter_mut().filter(|leak| met(&leak.id)) {
            amendment.change.amend_leak(leak);
        }
    }
    (limits, leaks)
}

/// The limits and leaks that are off: the last change speaks.
#[must_use]
pub fn off(changes: &[Placed]) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    for amendment in changes.iter().map(|placed| &placed.amendment) {
        for id in &amendment.extras {
            match amendment.change.off {
                Some(true) => out.insert(id.as_str()),
                Some(false) => out.remove(id.as_str()),
                None => false,
            };
        }
    }
    out
}

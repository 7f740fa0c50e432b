//! The rules in use: the built-in layer and a team's packs on top of it.

mod changes;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::compile::compile;
use super::effects::{self, Effects, Placed};
use super::layer::{Layer, ROW, Tables};
use super::load::Pack;
use super::model::{Category, Guard, Item, Leak, Limit, Profile, Rule, Severity, Sign};
use crate::phrase::Program;
use crate::problem::Problem;

/// All rules, items and profiles in use.
#[derive(Debug, Clone)]
pub struct RuleSet {
    layers: Vec<Cow<'static, Layer>>,
    merged: Tables,
    /// Per layer: which item of `merged` an item of the layer is; none when a
    /// team's pack replaced its cues.
    items: Vec<Vec<Option<usize>>>,
    /// Per layer: the number of its first sign and of its first guard.
    firsts: Vec<[usize; 2]>,
    changes: Vec<Placed>,
    effects: Effects,
    /// Severities that were chosen over the packs' own, by id or category.
    weights: BTreeMap<String, Severity>,
}

/// A rule's place in the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleRef {
    /// The layer.
    pub layer: usize,
    /// The number within the layer.
    pub index: u32,
}

impl RuleSet {
    /// The set of one layer.
    #[must_use]
    pub fn of(layer: Cow<'static, Layer>) -> Self {
        let mut set = Self {
            layers: Vec::new(),
            merged: Tables::default(),
            items: Vec::new(),
            firsts: Vec::new(),
            changes: Vec::new(),
            effects: Effects::default(),
            weights: BTreeMap::new(),
        };
        set.push(layer);
        set
    }

    /// An empty set, for packs alone.
    #[must_use]
    pub fn empty() -> Self {
        Self::of(Cow::Owned(compile(&[], None).unwrap_or_default()))
    }

    /// The set with `packs` on top.
    ///
    /// # Errors
    /// Every fault of every pack; then none of them is used.
    pub fn with(&self, packs: &[Pack]) -> Result<Self, Vec<Problem>> {
        let base = if self.is_blank() { None } else { Some(self) };
        let layer = compile(packs, base)?;
        if base.is_none() {
            return Ok(Self::of(Cow::Owned(layer)));
        }
        let mut set = self.clone();
        set.push(Cow::Owned(layer));
        Ok(set)
    }

    fn is_blank(&self) -> bool {
        self.layers.iter().all(|layer| layer.is_empty() && layer.program.patterns.is_empty())
    }

    fn push(&mut self, layer: Cow<'static, Layer>) {
        // The tables are written by this crate, so that reading them cannot
        // fail; an empty layer is the answer if it ever did.
        let tables: Tables = serde_json::from_str(&layer.tables).unwrap_or_default();
        let merged = &mut self.merged;
        let items = tables
            .items
            .iter()
            .map(|item| Some(super::merge::item(&mut merged.items, item)))
            .collect::<Vec<_>>();
        for (item, at) in tables.items.iter().zip(&items) {
            let replaced = !item.cues.is_empty();
            for below in self.items.iter_mut().flatten().filter(|below| replaced && *below == at) {
                *below = None;
            }
        }
        self.items.push(items);
        self.firsts.push([merged.signs.len(), merged.guards.len()]);
        merged.packs.extend(tables.packs);
        merged.categories.extend(tables.categories);
        merged.guards.extend(tables.guards);
        merged.signs.extend(tables.signs);
        merged.limits.extend(tables.limits);
        merged.leaks.extend(tables.leaks);
        tables
            .profiles
            .into_iter()
            .for_each(|profile| super::merge::profile(&mut merged.profiles, profile));
        let layer_number = u32::try_from(self.layers.len()).unwrap_or(0) << 24;
        merged.regexes.extend(
            tables
                .regexes
                .into_iter()
                .map(|(rule, all, only_if)| (rule | layer_number, all, only_if)),
        );
        let at = self.layers.len();
        let placed = |(number, amendment)| Placed { amendment, layer: at, number };
        self.changes.extend((0..).zip(tables.changes).map(placed));
        self.effects = Effects::of(&self.changes, &self.merged.limits, &self.merged.leaks);
        self.layers.push(layer);
    }

    /// How many layers there are.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.layers.len()
    }

    /// The compiled phrases, a layer after the other.
    #[must_use]
    pub fn programs(&self) -> Vec<&Program> {
        self.layers.iter().map(|layer| &layer.program).collect()
    }

    /// The rule at a place, read from its record.
    #[must_use]
    pub fn rule(&self, at: RuleRef) -> Option<Rule> {
        let layer = self.layers.get(at.layer)?;
        let [from, len, ..] = self.row(at)?;
        let record = layer.records.get(from as usize..(from + len) as usize)?;
        let mut rule: Rule = serde_json::from_str(record).ok()?;
        self.changed(at).for_each(|change| change.amend(&mut rule));
        rule.severity = self.weight(&rule.id).unwrap_or(rule.severity);
        Some(rule)
    }

    /// Lets rules matter as much as is said here, by id or category; what is
    /// said of a rule itself wins. Leaks always hold.
    pub fn weigh(&mut self, weights: impl IntoIterator<Item = (String, Severity)>) {
        self.weights.extend(weights);
        let mut limits = std::mem::take(&mut self.merged.limits);
        self.weigh_limits(&mut limits);
        self.merged.limits = limits;
        if let Some(mut limits) = self.effects.limits.take() {
            self.weigh_limits(&mut limits);
            self.effects.limits = Some(limits);
        }
    }

    fn weigh_limits(&self, limits: &mut [Limit]) {
        for limit in limits {
            limit.severity = self.weight(&limit.id).unwrap_or(limit.severity);
        }
    }

    /// The severity that was chosen for a rule.
    fn weight(&self, id: &str) -> Option<Severity> {
        let category = id.split('.').next().unwrap_or_default();
        self.weights.get(id).or_else(|| self.weights.get(category)).copied()
    }

    fn row(&self, at: RuleRef) -> Option<[u32; ROW]> {
        self.layers.get(at.layer)?.rows.as_chunks::<ROW>().0.get(at.index as usize).copied()
    }

    /// The guards of a rule, as bits over [`RuleSet::guards`].
    #[must_use]
    pub fn guard_bits(&self, at: RuleRef) -> u32 {
        self.row(at).map_or(0, |row| row[3])
    }

    /// The places of all rules, in order.
    pub fn refs(&self) -> impl Iterator<Item = RuleRef> {
        let counts = self.layers.iter().map(|layer| layer.len()).enumerate();
        counts.flat_map(|(layer, count)| {
            (0..u32::try_from(count).unwrap_or(0)).map(move |index| RuleRef { layer, index })
        })
    }

    /// All rules, read from their records.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.refs().filter_map(|at| self.rule(at))
    }

    /// All ids: of rules with their aliases, of limits and of leaks.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        let rules = self.layers.iter().flat_map(|layer| layer.names.split_whitespace());
        let limits = self.merged.limits.iter().map(|limit| limit.id.as_str());
        rules.chain(limits).chain(self.merged.leaks.iter().map(|leak| leak.id.as_str()))
    }

    /// Phrase rules by place: id and aliases with spaces between, and flags.
    pub(super) fn named(&self) -> impl Iterator<Item = (RuleRef, &str, u32)> {
        let layers = self.layers.iter().enumerate();
        layers.flat_map(|(layer, one)| {
            let rows = one.rows.as_chunks::<ROW>().0;
            let named = (0..).zip(one.names.lines().zip(rows));
            named.map(move |(index, (names, row))| (RuleRef { layer, index }, names, row[2]))
        })
    }

    /// The ids of all limits and of all leaks, those that are off included.
    #[must_use]
    pub fn extra_ids(&self) -> (Vec<String>, Vec<String>) {
        (
            self.merged.limits.iter().map(|one| one.id.clone()).collect(),
            self.merged.leaks.iter().map(|one| one.id.clone()).collect(),
        )
    }

    /// Which item of [`RuleSet::items`] an item of a layer is.
    #[must_use]
    pub fn item_at(&self, layer: usize, index: u32) -> Option<usize> {
        self.items.get(layer)?.get(index as usize).copied().flatten()
    }

    /// Which sign of [`RuleSet::signs`] a sign of a layer is.
    #[must_use]
    pub fn sign_at(&self, layer: usize, index: u32) -> Option<usize> {
        self.firsts.get(layer).map(|[first, _]| first + index as usize)
    }

    /// Which guard of [`RuleSet::guards`] a guard of a layer is.
    #[must_use]
    pub fn guard_at(&self, layer: usize, index: u32) -> usize {
        let first = self.firsts.get(layer).map_or(0, |[_, first]| *first);
        first + index as usize
    }

    /// The packs: name and title.
    #[must_use]
    pub fn packs(&self) -> &[(String, String)] {
        &self.merged.packs
    }

    /// The categories.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.merged.categories
    }

    /// The guards.
    #[must_use]
    pub fn guards(&self) -> &[Guard] {
        &self.merged.guards
    }

    /// The items of the checklist.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.merged.items
    }

    /// Items, limits and leaks with their phrases and examples, read anew: for
    /// `explain` and its like.
    #[must_use]
    pub fn details(&self) -> Tables {
        let mut out = Tables::default();
        for layer in &self.layers {
            let tables: Tables = serde_json::from_str(&layer.details).unwrap_or_default();
            tables.items.iter().for_each(|item| {
                super::merge::item(&mut out.items, item);
            });
            out.limits.extend(tables.limits);
            out.leaks.extend(tables.leaks);
        }
        (out.limits, out.leaks) = effects::amended(&self.changes, out.limits, out.leaks);
        self.weigh_limits(&mut out.limits);
        out
    }

    /// The profiles.
    #[must_use]
    pub fn profiles(&self) -> &[Profile] {
        &self.merged.profiles
    }

    /// The signs in a customer's message.
    #[must_use]
    pub fn signs(&self) -> &[Sign] {
        &self.merged.signs
    }

    /// The limits in use.
    #[must_use]
    pub fn limits(&self) -> &[Limit] {
        self.effects.limits.as_deref().unwrap_or(&self.merged.limits)
    }

    /// The leaks in use.
    #[must_use]
    pub fn leaks(&self) -> &[Leak] {
        self.effects.leaks.as_deref().unwrap_or(&self.merged.leaks)
    }

    /// Rules found by regular expressions: their place, patterns and `only_if`.
    pub fn regexes(&self) -> impl Iterator<Item = (RuleRef, &[String], &[String])> {
        let place = |at: &u32| RuleRef { layer: (at >> 24) as usize, index: at & 0x00ff_ffff };
        self.merged
            .regexes
            .iter()
            .map(move |(at, all, only_if)| (place(at), all.as_slice(), only_if.as_slice()))
    }
}

//! The names of categories and guards that rules write, looked up.

use super::Compiler;
use crate::phrase::vocabulary::nearest;
use crate::rule::load::{Located, Pack};
use crate::rule::model::{Category, Guard, Rule};
use crate::rule::set::RuleSet;

impl Compiler<'_> {
    pub(super) fn category(&mut self, pack: &Pack, one: &Located<Rule>) {
        let known: Vec<&str> = self.categories().map(|category| category.id.as_str()).collect();
        let id = &one.value.category;
        if id.is_empty() || known.contains(&id.as_str()) {
            return;
        }
        let help = nearest(id, known.iter().copied()).map_or_else(
            || "add a [[category]] table with this id".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        let range = one
            .spans
            .get("category")
            .and_then(|all| all.first())
            .cloned()
            .unwrap_or_else(|| one.place.clone());
        self.report(
            pack,
            "unknown-category",
            range,
            format!("no pack has a category \"{id}\""),
            help,
        );
    }

    pub(super) fn categories(&self) -> impl Iterator<Item = &Category> {
        self.base
            .into_iter()
            .flat_map(|base| base.categories().iter())
            .chain(&self.tables.categories)
    }

    /// The guards of a rule as bits over all guards.
    pub(super) fn guard_bits(&mut self, pack: &Pack, one: &Located<Rule>) -> u32 {
        let base = self.base.map_or(&[][..], RuleSet::guards);
        let all: Vec<&Guard> = base.iter().chain(&self.tables.guards).collect();
        let mut bits = 0;
        for (n, guard) in all.iter().enumerate().take(32) {
            let wanted = match &one.value.guards {
                Some(chosen) => chosen.contains(&guard.id),
                None => guard.categories.contains(&one.value.category),
            };
            bits |= u32::from(wanted) << n;
        }
        let mut strange = Vec::new();
        for (n, name) in one.value.guards.iter().flatten().enumerate() {
            if !all.iter().any(|guard| guard.id == *name) {
                let help = nearest(name, all.iter().map(|guard| guard.id.as_str())).map_or_else(
                    || "see rules/guards.toml for the guards there are".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                let range = one
                    .spans
                    .get("guards")
                    .and_then(|spans| spans.get(n))
                    .cloned()
                    .unwrap_or_else(|| one.place.clone());
                strange.push((range, format!("there is no guard \"{name}\""), help));
            }
        }
        for (range, message, help) in strange {
            self.report(pack, "unknown-guard", range, message, help);
        }
        bits
    }
}

//! What proves a pack, in one table: each kind of table with the function that
//! holds it to its examples. Those of items, and of limits that speak of the
//! customer, take a whole review, so that this stands above it.

mod cases;

use std::sync::Arc;

use crate::check::examine::{self, Examined, Prover};
use crate::check::{prove, prove_changes, prove_extras, prove_guards};
use crate::problem::Problem;
use crate::rule::{Pack, RuleSet};

/// The provers there are.
pub const PROVERS: &[Prover] = &[
    prove::prove,
    |packs, rules, _| prove_extras::prove_extras(packs, rules),
    prove_changes::prove_changes,
    |packs, rules, _| prove_guards::prove_guards(packs, rules),
    |packs, rules, _| cases::limits(packs, rules),
    |packs, rules, _| cases::items(packs, rules),
];

/// Reads, compiles and proves packs (name and text) on top of `base`.
#[must_use]
pub fn examine(sources: &[(String, Arc<str>)], base: &RuleSet, built_in: bool) -> Examined {
    examine::examine(sources, base, built_in, PROVERS)
}

/// Every fault of the examples in `packs`, which are part of `rules`.
#[must_use]
pub fn prove_all(packs: &[Pack], rules: &RuleSet, built_in: bool) -> Vec<Problem> {
    PROVERS.iter().flat_map(|prover| prover(packs, rules, built_in)).collect()
}

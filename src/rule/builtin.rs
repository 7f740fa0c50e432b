//! The built-in packs, as `build.rs` prepared them.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::layer::Layer;
use super::overlay::Overlay;
use super::set::RuleSet;
use crate::phrase::Program;

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The built-in rules. Nothing is parsed or compiled here: the tables are used
/// as they lie in the program.
#[must_use]
pub fn rules() -> &'static RuleSet {
    static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::of(Cow::Borrowed(&LAYER)));
    &RULES
}

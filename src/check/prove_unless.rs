//! Whether a phrase stands in a sentence, for `unless` that must prove itself.

use super::hits::Layers;
use crate::document::words::{Word, cut};
use crate::phrase::builder::Builder;
use crate::phrase::{Owner, Scan, Use};
use crate::rule::RuleSet;

/// Whether `phrase` matches anywhere in `text`.
#[must_use]
pub fn matches(phrase: &str, text: &str, rules: &RuleSet) -> bool {
    let mut programs = rules.programs();
    let mut builder = Builder::over(&programs);
    if builder.find(Owner::new(Use::Rule, 0, 0), phrase, false).is_err() {
        return false;
    }
    let own = builder.finish();
    programs.push(&own);
    let mut words: Vec<Word> = Vec::new();
    cut(text, 0..text.len(), &super::masks::of(text), &Layers(&programs), &mut words);
    let layer = programs.len() - 1;
    Scan::new(text, &words, &programs).hits().iter().any(|hit| hit.layer == layer)
}

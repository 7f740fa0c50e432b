//! One layer of compiled rules: the phrases as a program, the rest as records
//! that are read when they are needed.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::change::Amendment;
use super::model::{Category, Guard, Item, Leak, Limit, Profile, Sign};
use crate::phrase::Program;
use crate::phrase::program::Table;

/// Everything of a layer that is not a phrase rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// The packs: name and title.
    pub packs: Vec<(String, String)>,
    /// `[[category]]`
    pub categories: Vec<Category>,
    /// `[[guard]]`
    pub guards: Vec<Guard>,
    /// `[[item]]`
    pub items: Vec<Item>,
    /// `[[profile]]`
    pub profiles: Vec<Profile>,
    /// `[[sign]]`
    pub signs: Vec<Sign>,
    /// `[[limit]]`
    pub limits: Vec<Limit>,
    /// `[[leak]]`
    pub leaks: Vec<Leak>,
    /// Rules that are found by regular expressions: number, patterns, `only_if`.
    pub regexes: Vec<(u32, Vec<String>, Vec<String>)>,
    /// `[[change]]`
    pub changes: Vec<Amendment>,
}

/// Numbers kept for each rule: offset and length of its record, flags, guards.
pub const ROW: usize = 4;

/// The flag of a rule that holds a reply back.
pub const HOLD: u32 = 4;

/// One layer: the built-in packs, or those of a team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// The compiled phrases.
    pub program: Program,
    /// The records of the rules, as JSON, one after the other.
    pub records: Cow<'static, str>,
    /// Per rule a line: its id and its aliases, with spaces between. Names are
    /// looked up without reading records.
    pub names: Cow<'static, str>,
    /// Per rule [`ROW`] numbers.
    pub rows: Table,
    /// The [`Tables`] without phrases and examples, as JSON: what a review
    /// reads at start.
    pub tables: Cow<'static, str>,
    /// The [`Tables`] whole, as JSON, for `explain` and its like.
    pub details: Cow<'static, str>,
}

impl Layer {
    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len() / ROW
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// The tables without what is compiled or only shown. The first cue of an item
/// stays, to say that it has some.
pub(super) fn slim(mut tables: Tables) -> Tables {
    for item in &mut tables.items {
        item.cues.truncate(1);
        let lists = [&mut item.with, &mut item.half, &mut item.bars, &mut item.unless];
        lists.into_iter().for_each(Vec::clear);
        [&mut item.good, &mut item.bad].into_iter().for_each(Vec::clear);
    }
    for guard in &mut tables.guards {
        [&mut guard.cues, &mut guard.unless, &mut guard.good, &mut guard.bad]
            .into_iter()
            .for_each(Vec::clear);
    }
    for sign in &mut tables.signs {
        [&mut sign.cues, &mut sign.unless, &mut sign.good, &mut sign.bad]
            .into_iter()
            .for_each(Vec::clear);
    }
    for one in &mut tables.changes {
        // One phrase stays, to say that there are some.
        one.change.unless.truncate(1);
        one.change.good.clear();
        one.change.bad.clear();
    }
    tables
        .limits
        .iter_mut()
        .for_each(|limit| [&mut limit.good, &mut limit.bad].into_iter().for_each(Vec::clear));
    tables
        .leaks
        .iter_mut()
        .for_each(|leak| [&mut leak.good, &mut leak.bad].into_iter().for_each(Vec::clear));
    tables
}

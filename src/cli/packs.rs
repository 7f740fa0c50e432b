//! The rules in use: the built-in packs, and the user's own on top.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::RuleArgs;
use super::config::Config;
use super::console::Problems;
use super::known::Known;
use super::{files, trades};
use crate::check::examine;
use crate::problem::Problem;
use crate::rule::{Pack, RuleSet, builtin};

/// A pack's file name and text.
pub type Source = (String, Arc<str>);

/// The rules that the command line and the settings ask for.
///
/// # Errors
/// Every fault of every pack; then nothing is reviewed.
pub fn rules(args: &RuleArgs, config: &Config) -> Result<Cow<'static, RuleSet>, Problems> {
    let paths: Vec<PathBuf> = config.packs.iter().chain(&args.packs).cloned().collect();
    // Overlays change the built-in rules: without these they are for nothing.
    let with = !args.no_builtin;
    let mut sources = if with { trades::chosen(&args.overlays, config)? } else { Vec::new() };
    sources.extend(read(&paths)?);
    let rules = compiled(&sources, base(args.no_builtin))?;
    weighed(rules, config)
}

/// Packs on top of a base.
///
/// # Errors
/// Every fault of every pack.
pub fn layered(
    paths: &[PathBuf],
    base: Cow<'static, RuleSet>,
) -> Result<Cow<'static, RuleSet>, Problems> {
    compiled(&read(paths)?, base)
}

/// The texts of packs on top of a base.
fn compiled(
    sources: &[Source],
    base: Cow<'static, RuleSet>,
) -> Result<Cow<'static, RuleSet>, Problems> {
    if sources.is_empty() {
        return Ok(base);
    }
    let examined = examine::compile(sources, &base);
    let faults = examined.problems.into_iter().filter(|one| !one.warning);
    let faults: Vec<Problem> = faults.collect();
    match examined.rules {
        Some(rules) if faults.is_empty() => Ok(Cow::Owned(rules)),
        _ => Err(Problems(faults)),
    }
}

/// The rules, as serious as the settings say.
fn weighed(
    mut rules: Cow<'static, RuleSet>,
    config: &Config,
) -> Result<Cow<'static, RuleSet>, Problems> {
    if config.severities.is_empty() {
        return Ok(rules);
    }
    let known = Known::new(&rules);
    let (mut weights, mut problems) = (Vec::new(), Vec::new());
    for (named, severity) in &config.severities {
        match known.written(named) {
            Ok(id) if rules.leaks().iter().any(|leak| leak.id == id) => {
                let message = format!("{id} holds a reply back and has no severity");
                let help = format!("`kindword rules off {id}` switches it off");
                problems.push(named.fault("no-severity", &message).help(help));
            }
            Ok(id) => weights.push((id, *severity)),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    rules.to_mut().weigh(weights);
    Ok(rules)
}

/// The built-in rules, or none.
#[must_use]
pub fn base(without: bool) -> Cow<'static, RuleSet> {
    if without { Cow::Owned(RuleSet::empty()) } else { Cow::Borrowed(builtin::rules()) }
}

/// What packs that are to be proved lie on: the built-in rules or none, with
/// overlays.
///
/// # Errors
/// A name that no overlay has.
pub fn below(without: bool, names: &[String]) -> Result<Cow<'static, RuleSet>, Problems> {
    compiled(&trades::named(names)?, base(without))
}

/// The texts of packs and folders of packs; one that is named twice is read
/// once.
///
/// # Errors
/// Every file that cannot be read.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Source>, Problems> {
    let (files, mut problems) = files::packs(paths);
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    for file in files {
        let same = std::fs::canonicalize(&file).unwrap_or_else(|_| file.clone());
        if !seen.insert(same) {
            continue;
        }
        match files::text(&file) {
            Ok(source) => sources.push(source),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(sources) } else { Err(Problems(problems)) }
}

/// What packs hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    /// Rules of every kind.
    pub rules: usize,
    /// Changes of other packs' rules.
    pub changes: usize,
    /// Sentences in which something fires.
    pub bad: usize,
    /// Sentences in which nothing does.
    pub good: usize,
}

/// How many rules, changes and sentences packs hold.
#[must_use]
pub fn count(packs: &[Pack]) -> Count {
    let mut count = Count::default();
    let mut add = |rules: usize, changes: usize, bad: usize, good: usize| {
        count.rules += rules;
        count.changes += changes;
        count.bad += bad;
        count.good += good;
    };
    for pack in packs {
        pack.guards.iter().for_each(|one| add(0, 0, one.value.bad.len(), one.value.good.len()));
        pack.items.iter().for_each(|one| add(0, 0, one.value.bad.len(), one.value.good.len()));
        pack.rules.iter().for_each(|one| add(1, 0, one.value.bad.len(), one.value.good.len()));
        pack.limits.iter().for_each(|one| add(1, 0, one.value.bad.len(), one.value.good.len()));
        pack.leaks.iter().for_each(|one| add(1, 0, one.value.bad.len(), one.value.good.len()));
        pack.changes.iter().for_each(|one| add(0, 1, one.value.bad.len(), one.value.good.len()));
    }
    count
}

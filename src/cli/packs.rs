//! The rules in use: the built-in packs, and the user's own on top.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::RuleArgs;
use super::config::Config;
use super::console::Problems;
use super::{files, near};
use crate::check::examine;
use crate::problem::Problem;
use crate::rule::{Pack, RuleSet, builtin, overlay};

/// A pack's file name and text.
pub type Source = (String, Arc<str>);

/// The rules that the command line and the user's file ask for.
///
/// # Errors
/// Every fault of every pack; then nothing is reviewed.
pub fn rules(args: &RuleArgs, config: &Config) -> Result<Cow<'static, RuleSet>, Problems> {
    let base = base(args.no_builtin);
    let paths: Vec<PathBuf> = config.packs.iter().chain(&args.packs).cloned().collect();
    // Overlays change the built-in rules: without these they are for nothing.
    let trades = if args.no_builtin { &[][..] } else { &args.overlays };
    let mut sources = overlays(trades)?;
    if paths.is_empty() && sources.is_empty() {
        return Ok(base);
    }
    sources.extend(read(&paths)?);
    let examined = examine::compile(&sources, &base);
    let faults = examined.problems.into_iter().filter(|one| !one.warning);
    let faults: Vec<Problem> = faults.collect();
    match examined.rules {
        Some(rules) if faults.is_empty() => Ok(Cow::Owned(rules)),
        _ => Err(Problems(faults)),
    }
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
    let (base, sources) = (base(without), overlays(names)?);
    if sources.is_empty() {
        return Ok(base);
    }
    let examined = examine::compile(&sources, &base);
    examined.rules.map(Cow::Owned).ok_or(Problems(examined.problems))
}

/// The texts of the overlays of these names, in this order; one that is named
/// twice is taken once.
///
/// # Errors
/// Every name that no overlay has, with those there are.
pub fn overlays(names: &[String]) -> Result<Vec<Source>, Problems> {
    let (mut sources, mut problems) = (Vec::<Source>::new(), Vec::new());
    for name in names {
        match overlay::named(name) {
            Some(one) if sources.iter().any(|(file, _)| file == one.file) => {}
            Some(one) => sources.push((one.file.to_owned(), Arc::from(one.text))),
            None => problems.push(unknown_overlay(name)),
        }
    }
    if problems.is_empty() { Ok(sources) } else { Err(Problems(problems)) }
}

fn unknown_overlay(name: &str) -> Problem {
    let names: Vec<String> = overlay::OVERLAYS.iter().map(|one| one.name.to_owned()).collect();
    let all = || format!("There are: {}.", names.join(", "));
    let message = format!("No overlay is called {name}.");
    let problem = Problem::new("unknown-overlay", "kindword", message);
    problem.help(near::question(name, &names).unwrap_or_else(all))
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
    let mut add = |rules: usize, changes: usize, bad: &[String], good: &[String]| {
        count.rules += rules;
        count.changes += changes;
        count.bad += bad.len();
        count.good += good.len();
    };
    for pack in packs {
        pack.rules.iter().for_each(|one| add(1, 0, &one.value.bad, &one.value.good));
        pack.limits.iter().for_each(|one| add(1, 0, &one.value.bad, &one.value.good));
        pack.leaks.iter().for_each(|one| add(1, 0, &one.value.bad, &one.value.good));
        pack.changes.iter().for_each(|one| add(0, 1, &one.value.bad, &one.value.good));
    }
    count
}

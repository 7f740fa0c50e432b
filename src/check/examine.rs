//! A pack read, compiled and proved in one go, so that its author sees every
//! fault at once and not one kind after the other.

use std::sync::Arc;

use super::prove_extras::names;
use crate::problem::Problem;
use crate::rule::load::Located;
use crate::rule::{Pack, RuleSet, load};

/// What became of packs.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The packs, with what of them could be read.
    pub packs: Vec<Pack>,
    /// The rules with the packs on top; none when there is a fault.
    pub rules: Option<RuleSet>,
    /// Every fault, file by file, from top to bottom.
    pub problems: Vec<Problem>,
}

/// Reads and compiles packs (name and text) on top of `base`.
#[must_use]
pub fn compile(sources: &[(String, Arc<str>)], base: &RuleSet) -> Examined {
    let (mut packs, mut problems) = (Vec::new(), Vec::new());
    for (name, text) in sources {
        let (pack, more) = load::read(name, text);
        packs.push(pack);
        problems.extend(more);
    }
    let faulty = |problems: &[Problem]| problems.iter().any(|problem| !problem.warning);
    let rules = match base.with(&packs) {
        Ok(rules) => {
            problems.extend(names(&packs, &rules));
            (!faulty(&problems)).then_some(rules)
        }
        Err(more) => {
            problems.extend(more);
            None
        }
    };
    sort(&mut problems, sources);
    Examined { packs, rules, problems }
}

/// Holds packs, which are part of the rules, to their examples. The last says
/// whether they are the built-in ones.
pub type Prover = fn(&[Pack], &RuleSet, bool) -> Vec<Problem>;

/// Reads, compiles and proves packs on top of `base`. Rules without a fault
/// are proved also where others have one.
#[must_use]
pub fn examine(
    sources: &[(String, Arc<str>)],
    base: &RuleSet,
    built_in: bool,
    provers: &[Prover],
) -> Examined {
    let mut examined = compile(sources, base);
    let proved = |packs: &[Pack], rules: &RuleSet| {
        let all = provers.iter().flat_map(|prover| prover(packs, rules, built_in));
        all.collect::<Vec<_>>()
    };
    if let Some(rules) = &examined.rules {
        let more = proved(&examined.packs, rules);
        examined.problems.extend(more);
    } else {
        let sound = without_faults(&examined.packs, &examined.problems);
        if let Ok(rules) = base.with(&sound) {
            examined.problems.extend(proved(&sound, &rules));
        }
    }
    sort(&mut examined.problems, sources);
    examined
}

/// The packs without the rules in which a fault stands.
fn without_faults(packs: &[Pack], problems: &[Problem]) -> Vec<Pack> {
    let mut sound = packs.to_vec();
    for pack in &mut sound {
        let file = pack.file.clone();
        let mut starts = starts(pack);
        starts.sort_unstable();
        let faulty = |place: usize| {
            let next = starts.partition_point(|start| *start <= place);
            let end = starts.get(next).copied().unwrap_or(usize::MAX);
            let at = |problem: &&Problem| problem.source == file && !problem.warning;
            problems.iter().filter(at).any(|problem| {
                let range = problem.snippet.as_ref().map(|snippet| snippet.range.start);
                range.is_some_and(|start| (place..end).contains(&start))
            })
        };
        pack.rules.retain(|one| !faulty(one.place.start));
        pack.guards.retain(|one| !faulty(one.place.start));
        pack.items.retain(|one| !faulty(one.place.start));
        pack.limits.retain(|one| !faulty(one.place.start));
        pack.leaks.retain(|one| !faulty(one.place.start));
        pack.changes.retain(|one| !faulty(one.place.start));
    }
    sound
}

/// Where the tables of a pack begin.
fn starts(pack: &Pack) -> Vec<usize> {
    fn of<T>(tables: &[Located<T>]) -> impl Iterator<Item = usize> {
        tables.iter().map(|one| one.place.start)
    }
    of(&pack.rules)
        .chain(of(&pack.classes))
        .chain(of(&pack.categories))
        .chain(of(&pack.guards))
        .chain(of(&pack.items))
        .chain(of(&pack.profiles))
        .chain(of(&pack.signs))
        .chain(of(&pack.limits))
        .chain(of(&pack.leaks))
        .chain(of(&pack.changes))
        .collect()
}

/// File by file, from top to bottom; of two that say the same, one.
fn sort(problems: &mut Vec<Problem>, sources: &[(String, Arc<str>)]) {
    let place = |problem: &Problem| {
        let file = sources.iter().position(|(name, _)| *name == problem.source);
        let spot = problem.place.map(|spot| (spot.line, spot.column));
        (file, spot)
    };
    problems.sort_by_key(place);
    problems.dedup_by(|a, b| a.code == b.code && a.message == b.message && place(a) == place(b));
}

//! `kindword rules test`: packs prove that they do what their examples say.

use std::sync::Arc;

use super::super::args::TestArgs;
use super::super::console::Console;
use super::super::exit::Exit;
use super::super::packs::{self, Count, Source};
use crate::proof;
use crate::rule::{RuleSet, builtin};

/// Proves.
///
/// # Errors
/// When a pack cannot be read, or nothing can be written.
pub fn run(args: &TestArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let built_in = args.paths.is_empty();
    let (sources, base) = if built_in {
        (built_in_sources(), std::borrow::Cow::Owned(RuleSet::empty()))
    } else {
        (packs::read(&args.paths)?, packs::below(args.no_builtin, &args.overlays)?)
    };
    let examined = proof::examine(&sources, &base, built_in);
    console.show(&examined.problems)?;
    let faults = examined.problems.iter().filter(|problem| !problem.warning).count();
    console.write(&summary(packs::count(&examined.packs), faults))?;
    Ok(if faults == 0 { Exit::Fine } else { Exit::Failed })
}

fn built_in_sources() -> Vec<Source> {
    let packs = builtin::PACKS.iter();
    packs.map(|(name, text)| ((*name).to_owned(), Arc::from(*text))).collect()
}

/// `12 rules, 40 bad and 41 good sentences: all as they should be.`
fn summary(count: Count, faults: usize) -> String {
    let many = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        count => format!("{count} {word}s"),
    };
    let outcome = match faults {
        0 => "all as they should be.".to_owned(),
        1 => "1 thing to mend.".to_owned(),
        faults => format!("{faults} things to mend."),
    };
    let rules = match (count.rules, count.changes) {
        (rules, 0) => many(rules, "rule"),
        (0, changes) => many(changes, "change"),
        (rules, changes) => format!("{} and {}", many(rules, "rule"), many(changes, "change")),
    };
    let Count { bad, good, .. } = count;
    let sentences = if good == 1 { "sentence" } else { "sentences" };
    format!("{rules}, {bad} bad and {good} good {sentences}: {outcome}\n")
}

//! The `{slots}` of a better wording: filled from what the phrase remembers,
//! or left for the agent where `fits = "slot"` says so.

use super::load::{Located, Pack};
use super::model::{Fits, Rule};
use crate::phrase::Builder;
use crate::problem::Problem;

/// The names in `{ }` of a wording.
pub fn names(say: &str) -> impl Iterator<Item = &str> {
    say.split('{').skip(1).filter_map(|rest| {
        let name = rest.split_once('}')?.0;
        (!name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')).then_some(name)
    })
}

/// Finds slots that no phrase fills.
pub fn check(
    pack: &Pack,
    one: &Located<Rule>,
    builder: &mut Builder<'_>,
    problems: &mut Vec<Problem>,
) {
    let rule = &one.value;
    // Reading every phrase again takes its time: most wordings have no slot.
    let bare = rule.say.iter().all(|say| names(say).next().is_none());
    if bare || rule.fits == Fits::Slot || rule.fits == Fits::Advice {
        return;
    }
    // A phrase with a fault of its own was reported before.
    let filled: Vec<Vec<String>> =
        rule.find.iter().filter_map(|phrase| builder.captures(phrase).ok()).collect();
    for (n, say) in rule.say.iter().enumerate() {
        for name in names(say) {
            if filled.iter().all(|names| names.iter().any(|one| one == name)) {
                continue;
            }
            let range = one
                .spans
                .get("say")
                .and_then(|all| all.get(n))
                .cloned()
                .unwrap_or_else(|| one.place.clone());
            let problem = Problem::new("empty-slot", pack.file.clone(), format!("`find` remembers nothing called {{{name}}}"))
                .help(format!("write {{{name}:(...)}} in every phrase of find, or fits = \"slot\" to leave it for the agent"));
            problems.push(problem.at(&pack.text, range));
        }
    }
}

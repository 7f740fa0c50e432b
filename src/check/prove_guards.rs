//! Guards prove themselves: each spares a phrase in its `good` sentences that
//! fires with the guard off, and lets one fire in its `bad` ones.

use super::finding::{Choice, Raw, findings};
use super::hits::{Found, find};
use super::masks;
use crate::problem::Problem;
use crate::report::Severity;
use crate::rule::load::{Located, Pack};
use crate::rule::model::Guard;
use crate::rule::{RuleRef, RuleSet};
use crate::span::Span;

/// Proves every guard of `packs`, which are part of `rules`.
#[must_use]
pub fn prove_guards(packs: &[Pack], rules: &RuleSet) -> Vec<Problem> {
    let mut problems = Vec::new();
    for pack in packs {
        for one in &pack.guards {
            let number = rules.guards().iter().rposition(|guard| guard.id == one.value.id);
            let Some(number) = number.filter(|number| *number < 32) else {
                continue;
            };
            Proof { pack, one, number, rules, problems: &mut problems }.prove();
        }
    }
    problems
}

struct Proof<'a> {
    pack: &'a Pack,
    one: &'a Located<Guard>,
    number: usize,
    rules: &'a RuleSet,
    problems: &'a mut Vec<Problem>,
}

impl Proof<'_> {
    fn prove(&mut self) {
        for (n, text) in self.one.value.good.iter().enumerate() {
            let found = read(text, self.rules);
            let on = loud(text, &found, self.rules);
            let off = loud(text, &self.without(&found), self.rules);
            if off.iter().any(|hit| !on.contains(hit)) {
                continue;
            }
            let (message, help) = if off.is_empty() {
                ("nothing would fire here without it", "choose a sentence with a phrase that fires")
            } else {
                ("it spares nothing here", "add a cue for this sentence, or choose another")
            };
            self.fault("good", n, message, help);
        }
        for (n, text) in self.one.value.bad.iter().enumerate() {
            let on = loud(text, &read(text, self.rules), self.rules);
            let guarded =
                |(rule, _): &(RuleRef, _)| self.rules.guard_bits(*rule) >> self.number & 1 != 0;
            if !on.iter().any(guarded) {
                let help = "choose a sentence with a phrase that should fire, or narrow the guard";
                self.fault("bad", n, "no phrase that it speaks for fires here", help);
            }
        }
    }

    /// What would be found without the guard.
    fn without(&self, found: &Found) -> Found {
        let mut found = found.clone();
        found.near.retain(|cue| cue.number != self.number);
        for hit in &mut found.rules {
            hit.spared &= !(1 << self.number);
        }
        found
    }

    fn fault(&mut self, key: &str, n: usize, message: &str, help: &str) {
        let code = if key == "good" { "guard-spares-nothing" } else { "bad-does-not-fire" };
        let listed = self.one.spans.get(key).and_then(|all| all.get(n)).cloned();
        let range = listed.unwrap_or_else(|| self.one.place.clone());
        let message = format!("{}: {message}", self.one.value.id);
        let problem = Problem::new(code, self.pack.file.clone(), message);
        self.problems.push(problem.help(help).at(&self.pack.text, range));
    }
}

fn read(text: &str, rules: &RuleSet) -> Found {
    find(text, &[Span::new(0, text.len())], &masks::of(text), rules)
}

/// The findings of medium or higher: rule and first byte.
fn loud(text: &str, found: &Found, rules: &RuleSet) -> Vec<(RuleRef, usize)> {
    let (kept, lost) = findings(text, found, rules, &Choice::default());
    let all = kept.into_iter().chain(lost);
    let place = |raw: Raw| (raw.rule, raw.span.start);
    all.filter(|raw| raw.severity > Severity::Polish).map(place).collect()
}

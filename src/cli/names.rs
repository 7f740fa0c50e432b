//! Names of rules, categories, items and profiles, as the user wrote them:
//! looked up, or told to be unknown with what was likely meant.

use super::args::CheckArgs;
use super::config::{Config, Named};
use super::known::Known;
use super::near;
use crate::check::Choice;
use crate::problem::Problem;
use crate::rule::RuleSet;

/// The source of problems of the command line itself.
const LINE: &str = "kindword";

/// Looks names up, and notes those that no pack knows.
pub struct Names<'r> {
    rules: &'r RuleSet,
    /// Names that nobody knows.
    pub problems: Vec<Problem>,
}

impl<'r> Names<'r> {
    /// Names of a set.
    #[must_use]
    pub const fn new(rules: &'r RuleSet) -> Self {
        let problems = Vec::new();
        Self { rules, problems }
    }

    /// Rules and categories, aliases resolved. Ids are read from the packs
    /// only when somebody names one, because that takes its time.
    pub fn choice(&mut self, args: &CheckArgs, config: &Config) -> Choice {
        let lists = [args.only.len(), args.ignore.len(), config.only.len(), config.off.len()];
        if lists.iter().all(|names| *names == 0) {
            return Choice::default();
        }
        let known = Known::new(self.rules);
        let told = self.told(&known, "--only", &args.only);
        let mut ignore = self.told(&known, "--ignore", &args.ignore);
        let usual = self.written(&known, config.only.iter());
        ignore.extend(self.written(&known, config.off.iter().map(|off| &off.rule)));
        let only = if args.only.is_empty() { usual } else { told };
        Choice { only, ignore, ..Choice::default() }
    }

    /// Names of the command line.
    fn told(&mut self, known: &Known, flag: &str, names: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for name in names {
            if let Some(id) = known.resolve(name) {
                found.push(id);
            } else {
                let message = format!("{flag}: no rule or category is called {name}.");
                let problem = Problem::new("unknown-rule", LINE, message);
                self.problems.push(known.help(name, problem));
            }
        }
        found
    }

    /// Names of a file.
    fn written<'n>(
        &mut self,
        known: &Known,
        names: impl Iterator<Item = &'n Named>,
    ) -> Vec<String> {
        let mut found = Vec::new();
        for named in names {
            match known.written(named) {
                Ok(id) => found.push(id),
                Err(problem) => self.problems.push(problem),
            }
        }
        found
    }

    /// The profile that was told; that of the user's file is looked up too.
    pub fn profile(&mut self, args: &CheckArgs, config: &Config) -> Option<String> {
        let ids: Vec<String> = self.rules.profiles().iter().map(|one| one.id.clone()).collect();
        let faults = [
            args.profile.as_ref().map(|name| {
                let message = format!("-p: no profile is called {name}.");
                (name, Problem::new("unknown-profile", LINE, message))
            }),
            config.profile.as_ref().map(|named| {
                let message = format!("no profile is called {}", named.name);
                (&named.name, named.fault("unknown-profile", &message))
            }),
        ];
        for (name, fault) in faults.into_iter().flatten() {
            if !ids.contains(name) {
                self.problems.push(offer(name, &ids, "profiles", fault));
            }
        }
        args.profile.clone()
    }

    /// The items that the helpdesk adds by itself.
    pub fn provided(&mut self, config: &Config) {
        let ids: Vec<String> = self.rules.items().iter().map(|one| one.id.clone()).collect();
        for named in &config.provided {
            if !ids.contains(&named.name) {
                let message = format!("no item of the checklist is called {}", named.name);
                let fault = named.fault("unknown-item", &message);
                self.problems.push(offer(&named.name, &ids, "items", fault));
            }
        }
    }
}

/// Adds the names that are meant, or all there are.
fn offer(name: &str, ids: &[String], what: &str, fault: Problem) -> Problem {
    let all = || format!("The {what} are: {}.", ids.join(", "));
    near::help(fault, &near::question(name, ids).unwrap_or_else(all))
}

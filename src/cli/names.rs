//! Names of rules, categories, items and profiles, as the user wrote them:
//! looked up, or told to be unknown with what was likely meant.

use super::args::CheckArgs;
use super::config::Config;
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
        let told = [("--only", &args.only), ("--ignore", &args.ignore)];
        if config.off.is_empty() && told.iter().all(|(_, names)| names.is_empty()) {
            return Choice::default();
        }
        let known = Known::new(self.rules);
        let [only, mut ignore] = told.map(|(flag, names)| {
            let told = names.iter().map(|name| known.resolve(name).ok_or(name));
            let (found, lost) = apart(told);
            for (_, name) in lost {
                let message = format!("{flag}: no rule or category is called {name}.");
                self.problems.push(known.help(name, Problem::new("unknown-rule", LINE, message)));
            }
            found
        });
        let off = config.off.iter().map(|name| known.resolve(name).ok_or(name));
        let (found, lost) = apart(off);
        for (nth, name) in lost {
            let message = format!("no rule or category is called {name}");
            let fault = config.fault("unknown-rule", "off", nth, &message);
            self.problems.push(known.help(name, fault));
        }
        ignore.extend(found);
        Choice { only, ignore, ..Choice::default() }
    }

    /// The profile that was told; that of the user's file is looked up too.
    pub fn profile(&mut self, args: &CheckArgs, config: &Config) -> Option<String> {
        let ids: Vec<String> = self.rules.profiles().iter().map(|one| one.id.clone()).collect();
        let faults = [
            args.profile.as_ref().map(|name| {
                let message = format!("-p: no profile is called {name}.");
                (name, Problem::new("unknown-profile", LINE, message))
            }),
            config.profile.as_ref().map(|name| {
                let message = format!("no profile is called {name}");
                (name, config.fault("unknown-profile", "profile", 0, &message))
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
        for (nth, name) in config.provided.iter().enumerate() {
            if !ids.contains(name) {
                let message = format!("no item of the checklist is called {name}");
                let fault = config.fault("unknown-item", "provided", nth, &message);
                self.problems.push(offer(name, &ids, "items", fault));
            }
        }
    }
}

/// What was found, and the number and name of what was not.
fn apart<'n>(
    looked_up: impl Iterator<Item = Result<String, &'n String>>,
) -> (Vec<String>, Vec<(usize, &'n String)>) {
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    for (nth, one) in looked_up.enumerate() {
        match one {
            Ok(id) => found.push(id),
            Err(name) => lost.push((nth, name)),
        }
    }
    (found, lost)
}

/// Adds the names that are meant, or all there are.
fn offer(name: &str, ids: &[String], what: &str, fault: Problem) -> Problem {
    let all = || format!("The {what} are: {}.", ids.join(", "));
    near::help(fault, &near::question(name, ids).unwrap_or_else(all))
}

/// The names of rules and categories.
struct Known {
    /// Ids and aliases, each with the id it stands for.
    rules: Vec<(String, String)>,
    categories: Vec<String>,
}

impl Known {
    fn new(rules: &RuleSet) -> Self {
        let mut ids = Vec::new();
        for rule in rules.rules() {
            ids.extend(rule.aliases.into_iter().map(|alias| (alias, rule.id.clone())));
            ids.push((rule.id.clone(), rule.id));
        }
        ids.extend(rules.limits().iter().map(|one| (one.id.clone(), one.id.clone())));
        ids.extend(rules.leaks().iter().map(|one| (one.id.clone(), one.id.clone())));
        let categories = rules.categories().iter().map(|one| one.id.clone()).collect();
        let rules = ids;
        Self { rules, categories }
    }

    /// The id or category of that name.
    fn resolve(&self, name: &str) -> Option<String> {
        let rule = self.rules.iter().find(|(known, _)| known == name);
        rule.map(|(_, id)| id.clone())
            .or_else(|| self.categories.iter().find(|id| *id == name).cloned())
    }

    fn help(&self, name: &str, problem: Problem) -> Problem {
        let rules = self.rules.iter().map(|(name, _)| name.clone());
        let names: Vec<String> = rules.chain(self.categories.iter().cloned()).collect();
        let list = || "`kindword rules list` shows them all.".to_owned();
        near::help(problem, &near::question(name, &names).unwrap_or_else(list))
    }
}

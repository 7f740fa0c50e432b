//! The names of the rules and categories in use, with their aliases.

use super::config::Named;
use super::near;
use crate::problem::Problem;
use crate::rule::RuleSet;

/// The names of rules and categories.
pub struct Known {
    /// Ids and aliases, each with the id it stands for.
    rules: Vec<(String, String)>,
    categories: Vec<String>,
}

impl Known {
    /// Reads all ids, which takes its time.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
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
    #[must_use]
    pub fn resolve(&self, name: &str) -> Option<String> {
        let rule = self.rules.iter().find(|(known, _)| known == name);
        rule.map(|(_, id)| id.clone())
            .or_else(|| self.categories.iter().find(|id| *id == name).cloned())
    }

    /// The id whose part after the dot is that name, where only one has it.
    #[must_use]
    pub fn short(&self, name: &str) -> Option<String> {
        let ends = |known: &str| known.rsplit('.').next() == Some(name);
        let mut ids = self.rules.iter().filter(|(known, id)| known == id && ends(known));
        let (_, id) = ids.next()?;
        ids.next().is_none().then(|| id.clone())
    }

    /// The id or category that a file names.
    ///
    /// # Errors
    /// That nothing is called so, shown where it stands.
    pub fn written(&self, named: &Named) -> Result<String, Problem> {
        let name = &named.name;
        self.resolve(name).ok_or_else(|| {
            let message = format!("no rule or category is called {name}");
            self.help(name, named.fault("unknown-rule", &message))
        })
    }

    /// Adds what was likely meant.
    #[must_use]
    pub fn help(&self, name: &str, problem: Problem) -> Problem {
        let rules = self.rules.iter().map(|(name, _)| name.clone());
        let names: Vec<String> = rules.chain(self.categories.iter().cloned()).collect();
        let list = || "`kindword rules list` shows them all.".to_owned();
        near::help(problem, &near::question(name, &names).unwrap_or_else(list))
    }
}

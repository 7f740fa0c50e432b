//! What a review shall do: the command line over the user's file over the
//! defaults, with every name looked up.

use std::path::PathBuf;

use super::args::{CheckArgs, FailOn};
use super::config::Config;
use super::console::Problems;
use super::near;
use crate::check::Choice;
use crate::document::draft::Draft;
use crate::problem::Problem;
use crate::report::{Channel, Reply, Severity};
use crate::rule::RuleSet;
use crate::{Options, input, render};

/// The source of problems of the command line itself.
const LINE: &str = "kindword";

/// Everything that a review is told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Files and folders; none is standard input.
    pub paths: Vec<PathBuf>,
    /// How to write.
    pub format: &'static render::Format,
    /// How the input is written, when that was told.
    pub read_as: Option<&'static input::Format>,
    /// How to read it.
    pub reading: input::Options,
    /// The customer's message.
    pub customer: Option<PathBuf>,
    /// What the command line says of every draft; it wins.
    pub told: Told,
    /// What the user's file says of drafts that do not say it themselves.
    pub usual: Told,
    /// Whether drafts are macros, when that was told.
    pub library: Option<bool>,
    /// The helpdesk that placeholders are written for.
    #[expect(dead_code, reason = "the checks of placeholders will ask for it")]
    pub platform: Option<String>,
    /// How to review, `library` not yet decided.
    pub options: Options,
    /// What to stop for.
    pub gate: Gate,
}

/// What is known of a draft beside its text.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The customer's name.
    pub customer_name: Option<String>,
    /// The agent's name.
    pub agent_name: Option<String>,
    /// Mail or chat.
    pub channel: Option<Channel>,
    /// The profile's id.
    pub profile: Option<String>,
}

/// What a review stops for.
#[derive(Debug, Clone, Copy)]
pub struct Gate {
    /// The least severity; none for never, which lets holds pass too.
    pub fail_on: Option<Severity>,
    /// The least score, 0 to 100.
    pub min_score: Option<u32>,
}

impl Settings {
    /// Settles what was asked for.
    ///
    /// # Errors
    /// Every name that no pack knows.
    pub fn new(args: &CheckArgs, config: &Config, rules: &RuleSet) -> Result<Self, Problems> {
        let mut names = Names::new(rules);
        let choice = names.choice(args, config);
        let profile = names.profile(args, config);
        names.provided(config);
        if !names.problems.is_empty() {
            return Err(Problems(names.problems));
        }
        let fail_on = args.fail_on.or(config.fail_on).unwrap_or(FailOn::High);
        Ok(Self {
            paths: args.paths.clone(),
            format: args.format,
            read_as: args.read_as,
            reading: input::Options { paste: args.paste },
            customer: args.customer.clone(),
            told: Told {
                customer_name: args.customer_name.clone(),
                agent_name: args.agent_name.clone(),
                channel: args.channel.map(Channel::from),
                profile,
            },
            usual: Told {
                customer_name: None,
                agent_name: config.agent_name.clone(),
                channel: config.channel.map(Channel::from),
                profile: config.profile.clone(),
            },
            library: match (args.library, args.draft) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
            platform: args.platform.clone(),
            options: Options {
                choice,
                provided: config.provided.clone(),
                not_our_fault: args.not_our_fault || config.not_our_fault,
                ..Options::default()
            },
            gate: Gate {
                fail_on: fail_on.severity(),
                min_score: args.min_score.or(config.min_score),
            },
        })
    }

    /// Adds to a draft what the user says of it.
    pub fn complete(&self, draft: &mut Draft) {
        let (told, usual) = (&self.told, &self.usual);
        settle(
            &mut draft.customer_name,
            told.customer_name.as_ref(),
            usual.customer_name.as_ref(),
        );
        settle(
            &mut draft.agent_name,
            told.agent_name.as_ref(),
            usual.agent_name.as_ref(),
        );
        settle(
            &mut draft.channel,
            told.channel.as_ref(),
            usual.channel.as_ref(),
        );
        settle(
            &mut draft.profile,
            told.profile.as_ref(),
            usual.profile.as_ref(),
        );
    }
}

/// What was told wins; what is usual fills a gap.
fn settle<T: Clone>(own: &mut Option<T>, told: Option<&T>, usual: Option<&T>) {
    let settled = told.or(own.as_ref()).or(usual).cloned();
    *own = settled;
}

impl Gate {
    /// Whether a reply is something to stop for. One without a score is at
    /// no minimum's mercy.
    #[must_use]
    pub fn stops(&self, reply: &Reply) -> bool {
        let serious = |least| {
            reply
                .findings
                .iter()
                .any(|finding| finding.severity >= least)
        };
        let found = self
            .fail_on
            .is_some_and(|least| reply.hold || serious(least));
        let low = |least| reply.score.is_some_and(|score| score < least);
        found || self.min_score.is_some_and(low)
    }
}

/// Looks names up, and notes those that no pack knows.
struct Names<'r> {
    rules: &'r RuleSet,
    problems: Vec<Problem>,
}

impl<'r> Names<'r> {
    const fn new(rules: &'r RuleSet) -> Self {
        let problems = Vec::new();
        Self { rules, problems }
    }

    /// Rules and categories, aliases resolved. Ids are read from the packs
    /// only when somebody names one, because that takes its time.
    fn choice(&mut self, args: &CheckArgs, config: &Config) -> Choice {
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
                self.problems
                    .push(known.help(name, Problem::new("unknown-rule", LINE, message)));
            }
            found
        });
        let off = config
            .off
            .iter()
            .map(|name| known.resolve(name).ok_or(name));
        let (found, lost) = apart(off);
        for (nth, name) in lost {
            let message = format!("no rule or category is called {name}");
            let fault = config.fault("unknown-rule", "off", nth, &message);
            self.problems.push(known.help(name, fault));
        }
        ignore.extend(found);
        Choice { only, ignore }
    }

    /// The profile that was told; that of the user's file is looked up too.
    fn profile(&mut self, args: &CheckArgs, config: &Config) -> Option<String> {
        let ids: Vec<String> = self
            .rules
            .profiles()
            .iter()
            .map(|one| one.id.clone())
            .collect();
        let faults = [
            args.profile.as_ref().map(|name| {
                let message = format!("-p: no profile is called {name}.");
                (name, Problem::new("unknown-profile", LINE, message))
            }),
            config.profile.as_ref().map(|name| {
                let message = format!("no profile is called {name}");
                (
                    name,
                    config.fault("unknown-profile", "profile", 0, &message),
                )
            }),
        ];
        for (name, fault) in faults.into_iter().flatten() {
            if !ids.contains(name) {
                self.problems.push(offer(name, &ids, "profiles", fault));
            }
        }
        args.profile.clone()
    }

    fn provided(&mut self, config: &Config) {
        let ids: Vec<String> = self
            .rules
            .items()
            .iter()
            .map(|one| one.id.clone())
            .collect();
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
pub struct Known {
    /// Ids and aliases, each with the id it stands for.
    rules: Vec<(String, String)>,
    categories: Vec<String>,
}

impl Known {
    /// The names of a set.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        let mut ids = Vec::new();
        for rule in rules.rules() {
            ids.extend(
                rule.aliases
                    .into_iter()
                    .map(|alias| (alias, rule.id.clone())),
            );
            ids.push((rule.id.clone(), rule.id));
        }
        ids.extend(
            rules
                .limits()
                .iter()
                .map(|one| (one.id.clone(), one.id.clone())),
        );
        ids.extend(
            rules
                .leaks()
                .iter()
                .map(|one| (one.id.clone(), one.id.clone())),
        );
        let categories = rules
            .categories()
            .iter()
            .map(|one| one.id.clone())
            .collect();
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

    fn help(&self, name: &str, problem: Problem) -> Problem {
        let rules = self.rules.iter().map(|(name, _)| name.clone());
        let names: Vec<String> = rules.chain(self.categories.iter().cloned()).collect();
        let list = || "`kindword rules list` shows them all.".to_owned();
        near::help(problem, &near::question(name, &names).unwrap_or_else(list))
    }
}

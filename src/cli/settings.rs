//! What a review shall do: the command line over the settings of files over
//! the defaults, with every name looked up.

use std::path::PathBuf;

use super::args::CheckArgs;
use super::choices::FailOn;
use super::config::Config;
use super::console::Problems;
use super::names::Names;
use crate::document::draft::Draft;
use crate::report::{Channel, Reply, Severity};
use crate::rule::RuleSet;
use crate::{Options, input, render};

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
    /// What the settings say of drafts that do not say it themselves.
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
                profile: config.profile.as_ref().map(|named| named.name.clone()),
            },
            library: match (args.library, args.draft) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
            platform: args.platform.clone(),
            options: Options {
                choice,
                provided: config.provided.iter().map(|named| named.name.clone()).collect(),
                not_our_fault: args.not_our_fault || config.not_our_fault.unwrap_or(false),
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
        settle(&mut draft.customer_name, told.customer_name.as_ref(), usual.customer_name.as_ref());
        settle(&mut draft.agent_name, told.agent_name.as_ref(), usual.agent_name.as_ref());
        settle(&mut draft.channel, told.channel.as_ref(), usual.channel.as_ref());
        settle(&mut draft.profile, told.profile.as_ref(), usual.profile.as_ref());
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
        let serious = |least| reply.findings.iter().any(|finding| finding.severity >= least);
        let found = self.fail_on.is_some_and(|least| reply.hold || serious(least));
        let low = |least| reply.score.is_some_and(|score| score < least);
        found || self.min_score.is_some_and(low)
    }
}

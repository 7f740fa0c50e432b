//! The syntax of the command line. What it means, together with the user's
//! file, is settled in `settings`.

mod rules;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueHint};

pub use self::rules::{
    ListArgs, NewArgs, OffArgs, OnArgs, RulesCommand, SchemaArgs, TestArgs, TryArgs,
};
use super::choices::{ChannelName, ColorChoice, FailOn, PLATFORMS, inputs, outputs, overlays};
use crate::{input, render};

/// What stands under the short help.
const EXAMPLES: &str = "\
Examples:
  pbpaste | kindword                       review the reply you just copied
  kindword reply.txt --customer mail.txt   with the message it answers
  kindword explain blame.youre-wrong       why, and what to say instead

Everything stays on this machine: no network, no telemetry, nothing kept.";

/// What stands under the long help.
const MORE: &str = "\
Examples:
  pbpaste | kindword                       review the reply you just copied
  kindword reply.txt --customer mail.txt   with the message it answers
  kindword check macros/ --format json     a folder of canned responses, for scripts
  kindword explain blame.youre-wrong       why, and what to say instead
  kindword rules try \"You're wrong.\"       see what fires, and why

Leaves with 0 when there is nothing to stop for; 1 for a finding at or above
--fail-on, a reply on hold or a score below --min-score; 2 when the job could
not be done.

Settings that you always want go into kindword/kindword.toml in your
configuration folder (~/.config on Linux and macOS, %APPDATA% on Windows).

Everything stays on this machine: no network, no telemetry, nothing kept.";

/// Headings of the long help.
const CUSTOMER: &str = "What is known";
const READING: &str = "Reading";
const RULES: &str = "Rules";
const STOPPING: &str = "When to stop";
const OUTPUT: &str = "Output";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "kindword",
    version,
    about = "Reads a reply before you send it: what is already kind, which words may hurt, what to say instead",
    after_help = EXAMPLES,
    after_long_help = MORE,
    args_conflicts_with_subcommands = true,
    infer_long_args = true,
    max_term_width = 100
)]
pub struct Line {
    /// What to do; a review when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to review.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Review replies (also without this word)
    #[command(after_help = EXAMPLES, after_long_help = MORE)]
    Check(Box<CheckArgs>),
    /// Show one rule or checklist item: why, where it comes from, before and after
    Explain(ExplainArgs),
    /// List the rules, prove them, try them out
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Print completions for your shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man {
        /// The command to print it for; the whole program when nothing is said
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
}

/// What to review, and how.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "one flag of the command line each")]
pub struct CheckArgs {
    /// Files or folders; - or nothing reads what is piped in
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// The customer's message, so that its questions and mood count
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = CUSTOMER)]
    pub customer: Option<PathBuf>,

    /// One text holds the message and the draft, divided by a line ---
    #[arg(long, conflicts_with = "customer", help_heading = CUSTOMER)]
    pub paste: bool,

    /// The customer's name
    #[arg(long, value_name = "NAME", hide_short_help = true, help_heading = CUSTOMER)]
    pub customer_name: Option<String>,

    /// Your own name, as you sign
    #[arg(long, value_name = "NAME", hide_short_help = true, help_heading = CUSTOMER)]
    pub agent_name: Option<String>,

    /// Where the reply goes
    #[arg(long, value_enum, value_name = "CHANNEL", hide_short_help = true, help_heading = CUSTOMER)]
    pub channel: Option<ChannelName>,

    /// What the customer wrote for: complaint, enquiry, refusal, ...
    #[arg(short, long, value_name = "NAME", help_heading = CUSTOMER)]
    pub profile: Option<String>,

    /// The fault is not ours: do not ask for owning it
    #[arg(long, hide_short_help = true, help_heading = CUSTOMER)]
    pub not_our_fault: bool,

    /// How the input is written, where its name does not say so
    #[arg(long = "as", value_name = "FORMAT", value_parser = inputs(), hide_short_help = true, help_heading = READING)]
    pub read_as: Option<&'static input::Format>,

    /// The input is canned responses: placeholders are expected
    #[arg(
        long,
        conflicts_with = "draft",
        hide_short_help = true,
        help_heading = READING
    )]
    pub library: bool,

    /// The input is drafts: a placeholder left open holds them
    #[arg(long, hide_short_help = true, help_heading = READING)]
    pub draft: bool,

    /// The helpdesk that placeholders are written for
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(PLATFORMS), hide_short_help = true, help_heading = READING)]
    pub platform: Option<String>,

    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,

    /// Only these rules or categories
    #[arg(
        long,
        value_name = "RULE",
        value_delimiter = ',',
        hide_short_help = true,
        help_heading = RULES
    )]
    pub only: Vec<String>,

    /// Not these rules or categories
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = RULES)]
    pub ignore: Vec<String>,

    /// Stop (leave with 1) for findings this serious [default: high]
    #[arg(long, value_enum, value_name = "SEVERITY", hide_short_help = true, help_heading = STOPPING)]
    pub fail_on: Option<FailOn>,

    /// Stop (leave with 1) for a score below this, 0 to 100
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100), hide_short_help = true, help_heading = STOPPING)]
    pub min_score: Option<u32>,

    /// How to write the review
    #[arg(long, value_name = "FORMAT", value_parser = outputs(), default_value = "human", help_heading = OUTPUT)]
    pub format: &'static render::Format,

    /// Show everything that was found
    #[arg(short, long, conflicts_with = "quiet", help_heading = OUTPUT)]
    pub all: bool,

    /// Show only the verdict
    #[arg(short, long, help_heading = OUTPUT)]
    pub quiet: bool,

    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Which rules are in use.
#[derive(Debug, Args)]
pub struct RuleArgs {
    /// A pack of your own, or a folder of packs; may be given again
    #[arg(long = "rules", value_name = "PATH", value_hint = ValueHint::AnyPath, help_heading = RULES)]
    pub packs: Vec<PathBuf>,

    /// The words of your trade; may be given again
    #[arg(
        long = "overlay",
        value_name = "NAME",
        value_parser = overlays(),
        value_delimiter = ',',
        conflicts_with = "no_builtin",
        hide_short_help = true,
        help_heading = RULES
    )]
    pub overlays: Vec<String>,

    /// Leave the built-in packs out
    #[arg(long, hide_short_help = true, help_heading = RULES)]
    pub no_builtin: bool,

    /// Settings to use instead of every kindword.toml that is found
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true, help_heading = RULES)]
    pub config: Option<PathBuf>,
}

/// How to write on the screen.
#[derive(Debug, Clone, Copy, Args)]
pub struct ScreenArgs {
    /// When to colour
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        hide_short_help = true,
        help_heading = OUTPUT
    )]
    pub color: ColorChoice,
}

/// What to explain.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule or checklist item, as a review shows it
    #[arg(value_name = "RULE|ITEM")]
    pub name: String,
    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

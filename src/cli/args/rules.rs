//! The syntax of `kindword rules`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::super::choices::{FitsName, ListFormat, SchemaOf, SeverityName, overlays};
use super::{OUTPUT, RuleArgs, ScreenArgs};

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the rules
    List(ListArgs),
    /// Prove that packs do what their examples say
    Test(TestArgs),
    /// Show what fires in a text, what is spared and why
    Try(TryArgs),
    /// Write a rule into a pack, proved and shown at work
    New(Box<NewArgs>),
    /// Switch a rule or category off, with a reason, in your kindword.toml
    Off(OffArgs),
    /// Take back what `rules off` did
    On(OnArgs),
    /// Print a JSON Schema, for completion and checks in an editor
    Schema(SchemaArgs),
}

/// Which rules to list.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Only rules of these packs
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub pack: Vec<String>,
    /// Only rules of these categories
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub category: Vec<String>,
    /// Only rules this serious
    #[arg(long, value_enum, value_name = "SEVERITY", value_delimiter = ',')]
    pub severity: Vec<SeverityName>,
    /// Count how often each fires in these drafts: files, or folders however deep
    #[arg(
        long,
        num_args = 1..,
        value_name = "DRAFTS",
        value_hint = ValueHint::AnyPath
    )]
    pub stats: Vec<PathBuf>,
    /// How to write the list
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        default_value = "text",
        help_heading = OUTPUT
    )]
    pub format: ListFormat,
    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Which packs to prove.
#[derive(Debug, Args)]
pub struct TestArgs {
    /// Packs or folders of packs; the built-in packs when nothing is said
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Prove them alone, not on top of the built-in packs
    #[arg(long, requires = "paths")]
    pub no_builtin: bool,
    /// Prove them on top of the words of your trade, too
    #[arg(
        long = "overlay",
        value_name = "NAME",
        value_parser = overlays(),
        value_delimiter = ',',
        requires = "paths",
        conflicts_with = "no_builtin"
    )]
    pub overlays: Vec<String>,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What to try.
#[derive(Debug, Args)]
pub struct TryArgs {
    /// The text; - or nothing reads what is piped in
    pub text: Option<String>,
    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What to switch off.
#[derive(Debug, Args)]
pub struct OffArgs {
    /// The rule or category, as a review shows it
    #[arg(value_name = "RULE|CATEGORY")]
    pub id: String,
    /// Why, for your colleagues; asked for at a terminal
    #[arg(long, value_name = "WORDS")]
    pub because: Option<String>,
    /// In your own settings, not in the project's
    #[arg(long, conflicts_with = "config")]
    pub user: bool,
    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What to switch on again.
#[derive(Debug, Args)]
pub struct OnArgs {
    /// The rule or category
    #[arg(value_name = "RULE|CATEGORY")]
    pub id: String,
    /// Which rules there are
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// The rule to write. What is missing is asked for at a terminal.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// A sentence in which it should fire, the words between « » or * *
    /// (without them, the whole sentence); may be given again
    #[arg(long, value_name = "SENTENCE")]
    pub bad: Vec<String>,
    /// What to say instead; may be given again, best first
    #[arg(long, value_name = "WORDS")]
    pub say: Vec<String>,
    /// A sentence that looks alike and is fine; may be given again
    #[arg(long, value_name = "SENTENCE")]
    pub good: Vec<String>,
    /// One friendly line that the agent reads
    #[arg(long, value_name = "WORDS")]
    pub why: Option<String>,
    /// How much it matters
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub severity: Option<SeverityName>,
    /// The phrase to look for; else the words themselves. May be given again
    #[arg(long, value_name = "PHRASE", hide_short_help = true)]
    pub find: Vec<String>,
    /// How the better words can be used
    #[arg(long, value_enum, value_name = "HOW", hide_short_help = true)]
    pub fits: Option<FitsName>,
    /// A short name for it
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub id: Option<String>,
    /// The category; else the pack's own
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub category: Option<String>,
    /// The pack to write it to; a new one is begun where there is none
    #[arg(long, value_name = "PACK", value_hint = ValueHint::FilePath)]
    pub to: Option<PathBuf>,
    /// Settings to use instead of every kindword.toml that is found
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub config: Option<PathBuf>,
    /// Colours
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Which schema to print.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Of what
    #[arg(value_enum, value_name = "FILE", default_value = "pack")]
    pub of: SchemaOf,
}

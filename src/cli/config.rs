//! The settings of `kindword.toml`: what is always wanted, under what the
//! command line says now. A project's file lies on top of the user's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::DeTable;

use super::choices::{ChannelName, FailOn};
use super::console::Problems;
use super::{files, homes};
use crate::problem::Problem;
use crate::report::Severity;
use crate::rule::SEVERITIES;
use crate::rule::table::{Asked, File, Mention, Reader};

/// What the file is, in messages.
pub const KIND: &str = "kindword.toml";

/// A name as a file wrote it, with its place.
#[derive(Clone)]
pub struct Named {
    /// The name.
    pub name: String,
    mention: Mention,
    file: Arc<File>,
}

/// A rule or category that is off.
#[derive(Clone)]
pub struct Off {
    /// Its id.
    pub rule: Named,
    /// Why; empty where nobody said.
    pub because: String,
}

/// The settings of all files that count; empty when there is none.
#[derive(Clone, Default)]
pub struct Config {
    /// The least severity that stops.
    pub fail_on: Option<FailOn>,
    /// The score that is wanted, 0 to 100.
    pub min_score: Option<u32>,
    /// Items of the checklist that the helpdesk adds by itself.
    pub provided: Vec<Named>,
    /// The only rules and categories that take part; empty means all.
    pub only: Vec<Named>,
    /// Rules and categories that are off.
    pub off: Vec<Off>,
    /// Rules and categories that matter more or less here; the last of a name
    /// counts.
    pub severities: Vec<(Named, Severity)>,
    /// Packs, as paths from where the program runs.
    pub packs: Vec<PathBuf>,
    /// Trades whose overlays are in use.
    pub overlays: Vec<Named>,
    /// The profile where nothing else says it.
    pub profile: Option<Named>,
    /// Where replies go.
    pub channel: Option<ChannelName>,
    /// The agent's own name.
    pub agent_name: Option<String>,
    /// Whether owning a fault is not asked for.
    pub not_our_fault: Option<bool>,
}

impl Config {
    /// Reads the file that was told; else the user's own and the project's on
    /// top of it, where they are.
    ///
    /// # Errors
    /// Every fault of the files, or that one cannot be read.
    pub fn load(told: Option<&Path>) -> Result<Self, Problems> {
        if let Some(path) = told {
            return Self::open(path);
        }
        let mut config = Self::default();
        let mut problems = Vec::new();
        for path in homes::all() {
            match Self::open(&path) {
                Ok(above) => config = above.over(config),
                Err(Problems(more)) => problems.extend(more),
            }
        }
        if problems.is_empty() { Ok(config) } else { Err(Problems(problems)) }
    }

    /// Reads one file.
    ///
    /// # Errors
    /// Every fault of it, or that it cannot be read.
    pub fn open(path: &Path) -> Result<Self, Problems> {
        let (name, text) = files::text(path)?;
        Self::read(File { name, text }, path.parent().unwrap_or_else(|| Path::new("")))
    }

    /// Reads the text of a file whose packs are in `folder`.
    ///
    /// # Errors
    /// Every fault of it.
    pub fn read(file: File, folder: &Path) -> Result<Self, Problems> {
        let text = Arc::clone(&file.text);
        let (table, errors) = DeTable::parse_recoverable(&text);
        let broken = |error: &toml::de::Error| {
            let message = format!("this is not TOML: {}", error.message());
            Problem::new("bad-toml", file.name.clone(), message)
                .help("check quotes, brackets and commas near here")
                .at(&text, error.span().unwrap_or(0..0))
        };
        if !errors.is_empty() {
            return Err(Problems(errors.iter().map(broken).collect()));
        }
        let file = Arc::new(file);
        let mut reader = Reader::new(&file, KIND, table.get_ref(), table.span());
        let config = values(&mut reader, &Source { file: &file, folder });
        let mut problems = std::mem::take(&mut reader.problems);
        problems.sort_by_key(|problem| problem.place.map_or(0, |place| place.line));
        if problems.is_empty() { Ok(config) } else { Err(Problems(problems)) }
    }

    /// These settings on top of those below: what is said here wins, and
    /// lists of packs, overlays and switches add up.
    fn over(self, below: Self) -> Self {
        let either = |above: Vec<Named>, below| if above.is_empty() { below } else { above };
        Self {
            fail_on: self.fail_on.or(below.fail_on),
            min_score: self.min_score.or(below.min_score),
            provided: either(self.provided, below.provided),
            only: either(self.only, below.only),
            off: [below.off, self.off].concat(),
            severities: [below.severities, self.severities].concat(),
            packs: [below.packs, self.packs].concat(),
            overlays: [below.overlays, self.overlays].concat(),
            profile: self.profile.or(below.profile),
            channel: self.channel.or(below.channel),
            agent_name: self.agent_name.or(below.agent_name),
            not_our_fault: self.not_our_fault.or(below.not_our_fault),
        }
    }
}

impl Named {
    /// A fault of this name, shown where it stands.
    #[must_use]
    pub fn fault(&self, code: &'static str, message: &str) -> Problem {
        let place = self.mention.place.clone();
        Problem::new(code, self.file.name.clone(), message).at(&self.file.text, place)
    }
}

/// The file that is read.
struct Source<'f> {
    file: &'f Arc<File>,
    folder: &'f Path,
}

impl Source<'_> {
    fn named(&self, mention: Mention) -> Named {
        Named { name: mention.text.clone(), mention, file: Arc::clone(self.file) }
    }

    fn all(&self, mentions: Vec<Mention>) -> Vec<Named> {
        mentions.into_iter().map(|one| self.named(one)).collect()
    }
}

/// The keys that settings may hold.
#[must_use]
pub fn asked() -> Vec<Asked> {
    let file = Arc::new(File { name: String::new(), text: "".into() });
    Reader::keys(|reader| drop(values(reader, &Source { file: &file, folder: Path::new("") })))
}

/// All keys that there are.
fn values(reader: &mut Reader<'_>, source: &Source<'_>) -> Config {
    let severities = names::<FailOn>();
    let ours = reader.has("not_our_fault");
    let channels = names::<ChannelName>();
    let mut config = Config {
        fail_on: reader.choice("fail_on", &borrowed(&severities)),
        min_score: reader.number("min_score"),
        provided: source.all(reader.mentions("provided")),
        packs: reader.list("packs").iter().map(|path| source.folder.join(path)).collect(),
        overlays: source.all(reader.mentions("overlays")),
        profile: reader.mention("profile").map(|one| source.named(one)),
        channel: reader.choice("channel", &borrowed(&channels)),
        agent_name: reader.text("agent_name"),
        not_our_fault: Some(reader.flag("not_our_fault")).filter(|_| ours),
        ..Config::default()
    };
    reader.section("rules", "[rules]", |rules| {
        config.only = source.all(rules.mentions("only"));
        config.off = off(rules, source);
        let changed = rules.choices("severity", SEVERITIES);
        config.severities =
            changed.into_iter().map(|(rule, value)| (source.named(rule), value)).collect();
    });
    if config.min_score.is_some_and(|score| score > 100) {
        let place = reader.spans.get("min_score").and_then(|all| all.first());
        let place = place.cloned().unwrap_or(0..0);
        reader.fault("bad-value", place, "scores run from 0 to 100", "write min_score = 80");
    }
    reader.finish();
    config
}

/// The switches of `[rules.off]`.
fn off(rules: &mut Reader<'_>, source: &Source<'_>) -> Vec<Off> {
    let switches = rules.reasons("off").into_iter();
    switches.map(|(rule, because)| Off { rule: source.named(rule), because }).collect()
}

/// The values of an option with their names.
fn names<T: clap::ValueEnum + Copy>() -> Vec<(String, T)> {
    let named = |value: &T| Some((value.to_possible_value()?.get_name().to_owned(), *value));
    T::value_variants().iter().filter_map(named).collect()
}

fn borrowed<T: Copy>(names: &[(String, T)]) -> Vec<(&str, T)> {
    names.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

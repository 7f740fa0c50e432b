//! The user's own `kindword.toml`: what they always want, under what the
//! command line says now.
#![expect(clippy::disallowed_methods, reason = "the command line reads the environment")]

use std::ffi::OsString;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::choices::{ChannelName, FailOn};
use super::console::Problems;
use super::files;
use crate::problem::Problem;
use crate::rule::table::{File, Reader, Spans};

/// What the file is, in messages.
const KIND: &str = "kindword.toml";

/// The settings of a file; empty when there is none.
#[derive(Default)]
pub struct Config {
    file: Option<File>,
    spans: Spans,
    /// The least severity that stops.
    pub fail_on: Option<FailOn>,
    /// The score that is wanted, 0 to 100.
    pub min_score: Option<u32>,
    /// Items of the checklist that the helpdesk adds by itself.
    pub provided: Vec<String>,
    /// Rules and categories that are off.
    pub off: Vec<String>,
    /// Packs, as paths from where the program runs.
    pub packs: Vec<PathBuf>,
    /// The profile where nothing else says it.
    pub profile: Option<String>,
    /// Where replies go.
    pub channel: Option<ChannelName>,
    /// The agent's own name.
    pub agent_name: Option<String>,
    /// Whether owning a fault is not asked for.
    pub not_our_fault: bool,
}

impl Config {
    /// Reads the file that was told, else the user's own where there is one.
    ///
    /// # Errors
    /// Every fault of the file, or that it cannot be read.
    pub fn load(told: Option<&Path>) -> Result<Self, Problems> {
        let own = || home().filter(|path| path.exists());
        let Some(path) = told.map(Path::to_owned).or_else(own) else {
            return Ok(Self::default());
        };
        let (name, text) = files::text(&path)?;
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        Self::read(File { name, text }, folder)
    }

    fn read(file: File, folder: &Path) -> Result<Self, Problems> {
        let text = std::sync::Arc::clone(&file.text);
        let (table, errors) = DeTable::parse_recoverable(&text);
        let broken = |error: &toml::de::Error| {
            let message = format!("This is not TOML: {}", error.message());
            Problem::new("bad-toml", file.name.clone(), message)
                .help("check quotes, brackets and commas near here")
                .at(&text, error.span().unwrap_or(0..0))
        };
        if !errors.is_empty() {
            return Err(Problems(errors.iter().map(broken).collect()));
        }
        let mut reader = Reader::new(&file, KIND, table.get_ref(), table.span());
        let mut config = values(&mut reader, folder);
        let problems = std::mem::take(&mut reader.problems);
        config.spans = std::mem::take(&mut reader.spans);
        drop(reader);
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        config.file = Some(file);
        Ok(config)
    }

    /// A fault of the value of `key`, the nth of a list.
    #[must_use]
    pub fn fault(&self, code: &'static str, key: &str, nth: usize, message: &str) -> Problem {
        let Some(file) = &self.file else {
            return Problem::new(code, KIND, message);
        };
        let place: Option<&Range<usize>> = self.spans.get(key).and_then(|all| all.get(nth));
        let problem = Problem::new(code, file.name.clone(), message);
        match place {
            Some(place) => problem.at(&file.text, place.clone()),
            None => problem,
        }
    }
}

/// All keys that there are.
fn values(reader: &mut Reader<'_>, folder: &Path) -> Config {
    let severities = names::<FailOn>();
    let channels = names::<ChannelName>();
    let config = Config {
        fail_on: reader.choice("fail_on", &borrowed(&severities)),
        min_score: reader.number("min_score"),
        provided: reader.list("provided"),
        off: reader.list("off"),
        packs: reader.list("rules").iter().map(|path| folder.join(path)).collect(),
        profile: reader.text("profile"),
        channel: reader.choice("channel", &borrowed(&channels)),
        agent_name: reader.text("agent_name"),
        not_our_fault: reader.flag("not_our_fault"),
        ..Config::default()
    };
    if config.min_score.is_some_and(|score| score > 100) {
        let place = reader.spans.get("min_score").and_then(|all| all.first());
        let place = place.cloned().unwrap_or(0..0);
        reader.fault("bad-value", place, "scores run from 0 to 100", "write min_score = 80");
    }
    reader.finish();
    config
}

/// The values of an option with their names.
fn names<T: clap::ValueEnum + Copy>() -> Vec<(String, T)> {
    let named = |value: &T| Some((value.to_possible_value()?.get_name().to_owned(), *value));
    T::value_variants().iter().filter_map(named).collect()
}

fn borrowed<T: Copy>(names: &[(String, T)]) -> Vec<(&str, T)> {
    names.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

/// The user's own file, in the configuration folder of the system.
fn home() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let folder = if cfg!(windows) {
        PathBuf::from(set("APPDATA")?)
    } else {
        let told = set("XDG_CONFIG_HOME").map(PathBuf::from);
        told.filter(|path| path.is_absolute())
            .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))?
    };
    Some(folder.join("kindword").join("kindword.toml"))
}

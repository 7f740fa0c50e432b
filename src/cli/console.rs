//! The two streams a run writes to, and what is known of the screen.
#![expect(clippy::disallowed_methods, reason = "the command line reads the environment")]

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use terminal_size::{Width, terminal_size_of};

use super::choices::ColorChoice;
use crate::problem::Problem;
use crate::render::{Style, problems};

/// Columns where nothing else is known.
const COLUMNS: usize = 80;

/// Problems that end a run.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} problems", self.0.len())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// Standard output, buffered, and standard error.
pub struct Console {
    out: BufWriter<StdoutLock<'static>>,
    color: ColorChoice,
}

impl Console {
    /// The console of this process; colours are decided by what `color` says.
    #[must_use]
    pub fn new(color: ColorChoice) -> Self {
        let out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        Self { out, color }
    }

    /// How to write on standard output.
    #[must_use]
    pub fn style(&self) -> Style {
        Style {
            color: colored(self.color, io::stdout().is_terminal()),
            width: width(terminal_size_of(io::stdout())),
            ..Style::default()
        }
    }

    /// Writes to standard output.
    ///
    /// # Errors
    /// When it cannot be written; a closed pipe is one.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Sends on what was written so far.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Shows problems on standard error, after what was written so far.
    ///
    /// # Errors
    /// When standard output cannot be written. What cannot be shown on
    /// standard error has nowhere else to go.
    pub fn show(&mut self, all: &[Problem]) -> io::Result<()> {
        self.out.flush()?;
        let style = Style {
            color: colored(self.color, io::stderr().is_terminal()),
            width: width(terminal_size_of(io::stderr())),
            ..Style::default()
        };
        note(&problems::show(all, &style));
        Ok(())
    }
}

/// Writes to standard error, as far as that can be done.
pub fn note(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// The columns of a terminal, else what `COLUMNS` says, else 80.
fn width(terminal: Option<(Width, terminal_size::Height)>) -> usize {
    let told = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let known = terminal.map(|(Width(columns), _)| usize::from(columns));
    known
        .filter(|columns| *columns > 0)
        .or_else(told)
        .filter(|columns| *columns > 0)
        .unwrap_or(COLUMNS)
}

/// Whether to colour: what the user says now, then `NO_COLOR`, then
/// `CLICOLOR_FORCE`, then whether anybody sees it.
fn colored(choice: ColorChoice, terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|told| told == value);
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto if set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
        ColorChoice::Auto => terminal && !is("TERM", "dumb"),
    }
}

//! What a user can mend: a rule file with a fault, a line that is no JSON, a
//! file that cannot be read. Problems are collected and shown like findings.

use std::ops::Range;
use std::sync::Arc;

/// One thing that stood in the way, with its place and the way to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A short stable name, in kebab case: `unknown-key`, `bad-json`.
    pub code: &'static str,
    /// What is the matter, in one sentence. Never holds text of a draft.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The file's name, `-` for standard input.
    pub source: String,
    /// Where in the file, when that is known.
    pub place: Option<Spot>,
    /// The text to show the place in. Rule files only: a draft is private.
    pub snippet: Option<Snippet>,
    /// A warning does not stop the work.
    pub warning: bool,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Line, 1-based.
    pub line: usize,
    /// Column in Unicode scalars, 1-based.
    pub column: usize,
}

/// A file's text with the range to point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The whole text of the file.
    pub text: Arc<str>,
    /// The bytes to put carets under.
    pub range: Range<usize>,
}

impl Problem {
    /// A problem of the file `source`, without a place.
    pub fn new(code: &'static str, source: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
            source: source.into(),
            place: None,
            snippet: None,
            warning: false,
        }
    }

    /// Adds the way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Makes it a warning.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// Adds a line number, 1-based, where the text may not be shown.
    #[must_use]
    pub const fn line(mut self, line: usize) -> Self {
        self.place = Some(Spot { line, column: 1 });
        self
    }

    /// Adds the place, with the text to show it in.
    #[must_use]
    pub fn at(mut self, text: &Arc<str>, range: Range<usize>) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.place = Some(Spot { line, column });
        self.snippet = Some(Snippet { text: Arc::clone(text), range });
        self
    }
}

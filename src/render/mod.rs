//! Finished values become text here, and nothing else happens here.
//!
//! A renderer is three plain functions (begin, one reply, end) that append to
//! a string; [`FORMATS`] is the table of them. Renderers know no rules and no
//! files, read nothing from the terminal, and print nothing: what they need
//! to know of the screen is in [`Style`].

pub mod clean;
mod human;
mod json;
mod jsonl;
pub mod paint;
pub mod problems;
mod summary;
mod wire;
pub mod words;
pub mod wrap;

pub use summary::Summary;

use crate::problem::Problem;
use crate::report::Reply;

/// One way of writing a report.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name after `--format`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Writes what stands before the first reply.
    pub begin: fn(&mut String, &Style),
    /// Writes one reply; the number counts replies from 0.
    pub reply: fn(&mut String, usize, &Reply, &Style),
    /// Writes what stands after the last reply.
    pub end: fn(&mut String, &Summary, &[Problem], &Style),
    /// Whether `end` writes the problems. Elsewhere the caller shows them on
    /// standard error, with [`problems::show`].
    pub holds_problems: bool,
}

/// All formats, the default first.
///
/// Still to come, a file and a row each: `short`, `sarif`, `github`, `junit`,
/// `markdown`, `html`.
pub static FORMATS: &[Format] = &[
    Format {
        name: "human",
        about: "For reading: what went well, what to change, and the next step",
        begin: human::begin,
        reply: human::reply,
        end: human::end,
        holds_problems: false,
    },
    Format {
        name: "json",
        about: "One JSON object for the whole run",
        begin: json::begin,
        reply: json::reply,
        end: json::end,
        holds_problems: true,
    },
    Format {
        name: "jsonl",
        about: "One line of JSON for each reply, in input order",
        begin: jsonl::begin,
        reply: jsonl::reply,
        end: jsonl::end,
        holds_problems: false,
    },
];

/// The format of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What a renderer may know of the screen and of the user's wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent wishes of the user, one flag each")]
pub struct Style {
    /// Whether to colour. Colour never says anything that words do not.
    pub color: bool,
    /// Columns of the screen.
    pub width: usize,
    /// Show everything that was found.
    pub all: bool,
    /// Show only the verdict.
    pub quiet: bool,
    /// Whether there are several replies, so that each needs a heading.
    pub many: bool,
    /// The score the user asked for.
    pub min_score: Option<u32>,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 80, all: false, quiet: false, many: false, min_score: None }
    }
}

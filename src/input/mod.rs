//! Inputs: from a stream of bytes to drafts, one at a time.
//!
//! Each format is a file here and a row in [`FORMATS`]; help and completions
//! walk the table. A format makes its text and the map back to the stored
//! bytes in one go ([`crate::map::Builder`]) and is read as an iterator, so
//! that a long input needs no more memory than one draft where its format
//! allows that.

pub mod decode;
mod escape;
mod jsonl;
mod lines;
mod text;

use crate::document::draft::Draft;
use crate::problem::Problem;
use crate::source::Stream;

pub use text::message;

/// The drafts of an input, in its order. What a user can mend stands in the
/// place of the draft it kept from being read, and the others follow.
pub type Drafts = Box<dyn Iterator<Item = Result<Draft, Problem>>>;

/// A format that drafts can come in.
#[derive(Debug)]
pub struct Format {
    /// The name for `--as`.
    pub name: &'static str,
    /// The endings of file names, in lower case, without the dot.
    pub endings: &'static [&'static str],
    /// One line for the help.
    pub about: &'static str,
    /// Whether it holds canned responses, where placeholders are expected.
    pub library: bool,
    /// Whether one file can hold several drafts.
    pub many: bool,
    /// Whether text that begins so is this format. No two formats may say so
    /// of the same text; where none does, it is plain text.
    pub looks: fn(&str) -> bool,
    /// Reads the drafts of a stream that stands at its beginning.
    pub read: fn(Stream, Options) -> Drafts,
}

/// How to read an input.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether one text holds the customer's message and the draft, divided
    /// by a line `---`. Plain text only.
    pub paste: bool,
}

/// All formats, the plainest first.
///
/// To come: markdown, html, eml, mbox, json, csv, yaml and transcripts.
pub static FORMATS: &[Format] = &[text::FORMAT, jsonl::FORMAT];

/// The format of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The format of an input: the one that was told, else by the ending of its
/// name, else by its first bytes, which it waits for only then.
///
/// ```
/// use kindword::input::{Options, choose};
/// use kindword::source::Stream;
///
/// let mut stream = Stream::memory("-", "{\"draft\": \"Thanks, Maria!\"}\n");
/// let format = choose(&mut stream, None).unwrap();
/// assert_eq!(format.name, "jsonl");
/// let mut drafts = (format.read)(stream, Options::default());
/// assert_eq!(&*drafts.next().unwrap().unwrap().text, "Thanks, Maria!");
/// ```
///
/// # Errors
/// A problem `unreadable` when the first bytes cannot be read.
pub fn choose(
    stream: &mut Stream,
    told: Option<&'static Format>,
) -> Result<&'static Format, Problem> {
    if let Some(format) = told.or_else(|| by_ending(&stream.name)) {
        return Ok(format);
    }
    let head = stream.head()?;
    Ok(by_look(&decode::head(&head)))
}

/// The format that a file's ending names.
#[must_use]
pub fn by_ending(name: &str) -> Option<&'static Format> {
    let (_, ending) = name.rsplit_once('.')?;
    let names = |format: &&Format| format.endings.iter().any(|e| e.eq_ignore_ascii_case(ending));
    FORMATS.iter().find(names)
}

/// The format that text beginning like `head` has.
fn by_look(head: &str) -> &'static Format {
    let looks = |format: &&Format| (format.looks)(head);
    FORMATS.iter().find(looks).unwrap_or(&text::FORMAT)
}

/// The problem of an input without a draft.
fn empty(name: &str) -> Problem {
    Problem::new("empty", name, "There is no draft to review here.")
        .help("Write or paste the reply, then try again.")
}

/// The problem of bytes that are no text.
fn binary(name: &str) -> Problem {
    Problem::new("binary", name, "This is not a text that kindword can read.")
        .help("Save it as plain text in UTF-8 and try again.")
}

//! Sources: opening a file or standard input as a stream of bytes. With the
//! command line and the writing of fixes, this is all that touches the system.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use crate::problem::Problem;

/// Bytes that one text may have, so that offsets fit in 32 bits: 4 GiB. A
/// streamed file may be longer, but none of its records.
pub const LIMIT: u64 = 0xFFFF_FFFF;

/// The name of standard input.
pub const STDIN: &str = "-";

/// Bytes that are looked at to tell a format.
const HEAD: u64 = 64 * 1024;

/// A named stream of bytes, at its beginning.
pub struct Stream {
    /// The file's name, `-` for standard input.
    pub name: Arc<str>,
    /// What is yet to read.
    pub bytes: Box<dyn BufRead>,
}

impl Stream {
    /// Opens a file; `-` is standard input.
    ///
    /// # Errors
    /// A problem `unreadable` when the file is missing, a folder or forbidden.
    #[expect(clippy::disallowed_methods, reason = "this is where files are opened")]
    pub fn open(path: &Path) -> Result<Self, Problem> {
        if path.as_os_str() == STDIN {
            return Ok(Self::stdin());
        }
        let name = path.to_string_lossy();
        let open = || {
            if path.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            File::open(path)
        };
        let file = open().map_err(|error| unreadable(&name, &error))?;
        Ok(Self { name: name.into(), bytes: Box::new(BufReader::new(file)) })
    }

    /// Standard input.
    #[must_use]
    pub fn stdin() -> Self {
        Self { name: STDIN.into(), bytes: Box::new(io::stdin().lock()) }
    }

    /// Bytes at hand, under a name of the caller's choice.
    pub fn memory(name: impl Into<Arc<str>>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: Box::new(Cursor::new(bytes.into())) }
    }

    /// The first bytes, up to 64 KiB, which stay to be read. Waits for them.
    ///
    /// # Errors
    /// A problem `unreadable`.
    pub fn head(&mut self) -> Result<Vec<u8>, Problem> {
        let mut head = Vec::new();
        let mut rest = std::mem::replace(&mut self.bytes, Box::new(io::empty()));
        let read = rest.by_ref().take(HEAD).read_to_end(&mut head);
        read.map_err(|error| unreadable(&self.name, &error))?;
        self.bytes = Box::new(Cursor::new(head.clone()).chain(rest));
        Ok(head)
    }

    /// Everything that is left.
    ///
    /// # Errors
    /// A problem `unreadable`, or `too-large` at [`LIMIT`].
    pub fn read_all(mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        match self.bytes.by_ref().take(LIMIT).read_to_end(&mut bytes) {
            Ok(length) if is_too_large(length) => Err(too_large(&self.name)),
            Ok(_) => Ok(bytes),
            Err(error) => Err(unreadable(&self.name, &error)),
        }
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Whether a text of `length` bytes is over the [`LIMIT`].
#[must_use]
pub fn is_too_large(length: usize) -> bool {
    u64::try_from(length).is_ok_and(|length| length >= LIMIT)
}

/// The problem of a text over the [`LIMIT`].
#[must_use]
pub fn too_large(name: &str) -> Problem {
    let message = format!("{} holds a text of 4 GB or more, which is too long.", title(name));
    Problem::new("too-large", name, message).help("Divide it into several files.")
}

/// The problem of a file that cannot be read, with its cause.
#[must_use]
pub fn unreadable(name: &str, error: &io::Error) -> Problem {
    let (cause, help) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("there is no such file".to_owned(), "Check the name and the folder.")
        }
        io::ErrorKind::PermissionDenied => (
            "you have no permission to read it".to_owned(),
            "Ask its owner for access, or copy the text and pipe it in.",
        ),
        io::ErrorKind::IsADirectory => ("it is a folder".to_owned(), "Name a file here."),
        _ => (error.to_string(), "Try again, or copy the text and pipe it in."),
    };
    let message = format!("{} could not be read: {cause}.", title(name));
    Problem::new("unreadable", name, message).help(help)
}

/// The name at the start of a sentence.
fn title(name: &str) -> &str {
    if name == STDIN { "Standard input" } else { name }
}

//! Changing a file of the user's: all of it or nothing, with its permissions,
//! its line ends and its byte-order mark.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::console::Problems;
use super::homes::folder;
use crate::problem::Problem;
use crate::source::Stream;

/// The byte-order mark of UTF-8, as text.
const MARK: char = '\u{feff}';

/// A text file that is to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Its text, without a byte-order mark.
    pub text: String,
    marked: bool,
}

impl Original {
    /// Reads a file; one that is not there is empty.
    ///
    /// # Errors
    /// That it cannot be read, or that it is not UTF-8.
    pub fn open(path: &Path) -> Result<Self, Problems> {
        if !path.exists() {
            return Ok(Self { text: String::new(), marked: false });
        }
        let bytes = Stream::open(path)?.read_all()?;
        let text = String::from_utf8(bytes).map_err(|_| {
            let name = path.to_string_lossy();
            Problem::new("not-utf8", &*name, format!("{name} is not saved as UTF-8."))
                .help("Save it as UTF-8 in your editor, and run this again.")
        })?;
        Ok(match text.strip_prefix(MARK) {
            Some(rest) => Self { text: rest.to_owned(), marked: true },
            None => Self { text, marked: false },
        })
    }

    /// How its lines end.
    #[must_use]
    pub fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Puts `text` in the file's place; its folder is made where it is missing.
    ///
    /// # Errors
    /// That it cannot be written; then it is as it was.
    pub fn replace(&self, path: &Path, text: &str) -> Result<(), Problems> {
        let mark = if self.marked { "\u{feff}" } else { "" };
        let written = atomically(path, format!("{mark}{text}").as_bytes());
        written.map_err(|error| unwritable(path, &error).into())
    }
}

/// Writes a file beside the old one and lets it take its place. A link stays
/// a link, and permissions stay what they are.
fn atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder(path))?;
    let kept = fs::metadata(path).map(|known| known.permissions()).ok();
    if kept.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = beside(folder(&target))?;
    file.write_all(bytes)?;
    if let Some(kept) = kept {
        file.as_file().set_permissions(kept)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|failed| failed.error)?;
    Ok(())
}

/// A file for the time being, in the folder where it is to stay. A new one is
/// as open to others as their other files.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".kindword-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn unwritable(path: &Path, error: &io::Error) -> Problem {
    let name = path.to_string_lossy();
    let (cause, help) = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            "you have no permission to change it".to_owned(),
            "Ask its owner for access, or name another file.",
        ),
        _ => (error.to_string(), "Nothing was changed. Mend that, and run this again."),
    };
    let message = format!("{name} could not be written: {cause}.");
    Problem::new("unwritable", &*name, message).help(help)
}

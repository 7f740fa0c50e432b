//! Files and folders as the user named them.
#![expect(clippy::disallowed_methods, reason = "the folders that the user names")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::input::{self, decode};
use crate::problem::Problem;
use crate::source::{STDIN, Stream, unreadable};

/// The endings of rule packs.
const PACK: &[&str] = &["toml"];

/// A file of drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The file, `-` for standard input.
    pub path: PathBuf,
    /// Whether it was found by walking a folder.
    pub found: bool,
}

/// The files of drafts behind what the user named; nothing is standard input.
/// A folder gives the drafts directly in it, in the order of their names.
#[must_use]
pub fn drafts(paths: &[PathBuf]) -> Vec<Result<Input, Problem>> {
    let endings = endings();
    let stdin = [PathBuf::from(STDIN)];
    let paths = if paths.is_empty() { &stdin[..] } else { paths };
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            let path = path.clone();
            inputs.push(Ok(Input { path, found: false }));
            continue;
        }
        match inside(path, &endings, "draft") {
            Ok(files) => {
                let files = files.into_iter();
                inputs.extend(files.map(|path| Ok(Input { path, found: true })));
            }
            Err(problem) => inputs.push(Err(problem)),
        }
    }
    inputs
}

/// The endings of drafts.
fn endings() -> Vec<&'static str> {
    input::FORMATS.iter().flat_map(|format| format.endings.iter().copied()).collect()
}

/// Whether a file that was found in a folder is read as drafts.
#[must_use]
pub fn is_draft(path: &Path) -> bool {
    ends(path, &endings())
}

/// The problem of a folder without drafts.
#[must_use]
pub fn no_drafts(folder: &Path) -> Problem {
    empty(&folder.to_string_lossy(), "draft", &endings())
}

/// The problem of a folder in which nothing can be read.
fn empty(name: &str, what: &str, endings: &[&str]) -> Problem {
    let list: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    let message = format!("There is no {what} in this folder.");
    let help = format!("Files with these endings are read: {}.", list.join(", "));
    Problem::new("empty-folder", name, message).help(help)
}

/// The packs behind what the user named: files, and the packs of folders.
///
/// # Errors
/// A folder that cannot be read or has no pack.
pub fn packs(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        match inside(path, PACK, "rule pack") {
            Ok(more) => files.extend(more),
            Err(problem) => problems.push(problem),
        }
    }
    (files, problems)
}

/// The files directly in a folder with one of these endings, by name.
fn inside(folder: &Path, endings: &[&str], what: &str) -> Result<Vec<PathBuf>, Problem> {
    let name = folder.to_string_lossy();
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(&name, &error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| ends(path, endings) && path.is_file())
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(empty(&name, what, endings));
    }
    Ok(files)
}

/// Whether a file has one of these endings and is not hidden.
fn ends(path: &Path, endings: &[&str]) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    let known = |ending: &str| endings.iter().any(|one| one.eq_ignore_ascii_case(ending));
    !hidden && ending.is_some_and(|ending| known(&ending))
}

/// The text of a small file, decoded like a draft, so that what Notepad wrote
/// is read.
///
/// # Errors
/// A problem `unreadable`, `too-large` or `binary`.
pub fn text(path: &Path) -> Result<(String, Arc<str>), Problem> {
    let stream = Stream::open(path)?;
    let name = Arc::clone(&stream.name);
    let bytes = stream.read_all()?;
    let page = decode::page(Arc::clone(&name), bytes).ok_or_else(|| {
        Problem::new("binary", &*name, "This is not a text.")
            .help("Save it as plain text in UTF-8.")
    })?;
    Ok((name.to_string(), Arc::clone(page.text())))
}

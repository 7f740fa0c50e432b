//! All drafts below a folder, however deep, in the order of their names: a
//! file at a time, so that the largest archive takes no memory.
#![expect(clippy::disallowed_methods, reason = "the folders that the user names")]

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{Input, is_draft, no_drafts};
use crate::problem::Problem;
use crate::source::{STDIN, unreadable};

/// A walk over what the user named. Hidden files and folders are left out, and
/// links inside a folder are not followed, so that it ends.
pub struct Walk {
    /// What is yet to be looked at, the next one last.
    stack: Vec<Step>,
    /// The folder that the user named, while nothing was found in it.
    barren: Option<PathBuf>,
}

enum Step {
    /// Something that the user named.
    Named(PathBuf),
    File(PathBuf),
    Folder(PathBuf),
}

impl Walk {
    /// A walk over files and folders; `-` is standard input.
    #[must_use]
    pub fn new(paths: &[PathBuf]) -> Self {
        let stack = paths.iter().rev().cloned().map(Step::Named).collect();
        Self { stack, barren: None }
    }

    /// Puts what stands in a folder on the stack.
    fn open(&mut self, folder: &Path) -> Result<(), Problem> {
        let failed = |error| unreadable(&folder.to_string_lossy(), &error);
        let mut steps = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && !hidden {
                steps.push((path.clone(), Step::Folder(path)));
            } else if kind.is_file() && is_draft(&path) {
                steps.push((path.clone(), Step::File(path)));
            }
        }
        steps.sort_by(|(one, _), (next, _)| next.cmp(one));
        self.stack.extend(steps.into_iter().map(|(_, step)| step));
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<Input, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            // A folder is over when the next name, or nothing, is on top.
            if let Some(Step::Named(_)) | None = self.stack.last()
                && let Some(folder) = self.barren.take()
            {
                return Some(Err(no_drafts(&folder)));
            }
            let folder = match self.stack.pop()? {
                Step::Named(path) if path.as_os_str() == STDIN || !path.is_dir() => {
                    return Some(Ok(Input { path, found: false }));
                }
                Step::File(path) => {
                    self.barren = None;
                    return Some(Ok(Input { path, found: true }));
                }
                Step::Named(path) => {
                    self.barren = Some(path.clone());
                    path
                }
                Step::Folder(path) => path,
            };
            if let Err(problem) = self.open(&folder) {
                self.barren = None;
                return Some(Err(problem));
            }
        }
    }
}

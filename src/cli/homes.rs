//! Where settings live: the user's own `kindword.toml` and that of a project.
#![expect(clippy::disallowed_methods, reason = "the command line reads the environment")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The file's name.
pub const NAME: &str = "kindword.toml";

/// The files that count here, what wins last: the user's own, then the
/// project's.
#[must_use]
pub fn all() -> Vec<PathBuf> {
    let own = user().filter(|path| path.is_file());
    let project = project();
    let same = match (&own, &project) {
        (Some(own), Some(project)) => {
            std::fs::canonicalize(own).ok() == std::fs::canonicalize(project).ok()
        }
        _ => false,
    };
    own.into_iter().filter(|_| !same).chain(project).collect()
}

/// The nearest file, from the current folder upwards, as a path from there.
#[must_use]
pub fn project() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here.ancestors().find(|folder| folder.join(NAME).is_file())?;
    if found == here { Some(PathBuf::from(NAME)) } else { Some(found.join(NAME)) }
}

/// The user's own file, in the configuration folder of the system; it need
/// not be there.
#[must_use]
pub fn user() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let folder = if cfg!(windows) {
        PathBuf::from(set("APPDATA")?)
    } else {
        let told = set("XDG_CONFIG_HOME").map(PathBuf::from);
        told.filter(|path| path.is_absolute())
            .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))?
    };
    Some(folder.join("kindword").join(NAME))
}

/// The folder of a file, `.` for one in the current folder.
#[must_use]
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

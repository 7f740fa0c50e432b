//! The pack that a new rule goes to, and the `kindword.toml` that lists it.

use std::path::{Path, PathBuf};

use super::super::config::Config;
use super::super::console::Problems;
use super::super::edit::{self, quoted};
use super::super::write::Original;
use super::super::{files, homes};
use super::sketch::identity;
use crate::rule::{Pack, RuleSet};

/// The pack that is begun where there is none.
const NAME: &str = "kindword-rules.toml";

/// Where a rule goes.
pub struct Home {
    /// The pack's file.
    pub path: PathBuf,
    /// The settings that could list it: the nearest, or those that were told.
    pub settings: Option<PathBuf>,
    /// Whether these are the user's own, and not a project's.
    pub own: bool,
    /// The other packs in use.
    pub others: Vec<PathBuf>,
    /// Whether the settings that count list it already.
    pub listed: bool,
}

impl Home {
    /// Finds the pack: the one that was told, else the first that the nearest
    /// settings list, else one beside them, else one in the current folder.
    ///
    /// # Errors
    /// A fault of the settings, or a folder of packs that cannot be read.
    pub fn find(to: Option<&Path>, told: Option<&Path>, config: &Config) -> Result<Self, Problems> {
        let project = told.map(Path::to_owned).or_else(homes::project);
        let own = project.is_none();
        let settings = project.or_else(|| homes::user().filter(|path| path.is_file()));
        let path = match (to, &settings) {
            (Some(to), _) => to.to_owned(),
            (None, None) => PathBuf::from(NAME),
            (None, Some(settings)) => {
                match files_of(&Config::open(settings)?)?.into_iter().next() {
                    Some(first) => first,
                    None if own => PathBuf::from(NAME),
                    None => settings.with_file_name(NAME),
                }
            }
        };
        let (inside, others): (Vec<_>, Vec<_>) =
            files_of(config)?.into_iter().partition(|other| is_same(other, &path));
        Ok(Self { path, settings, own, others, listed: !inside.is_empty() })
    }

    /// The name to call the pack by in its settings: from their folder where
    /// it is inside it.
    #[must_use]
    pub fn name_from(&self, settings: &Path) -> String {
        let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let (pack, folder) = (whole(&self.path), whole(homes::folder(settings)));
        let inside = pack.strip_prefix(folder).map(Path::to_owned);
        let path = inside.unwrap_or(pack).to_string_lossy().into_owned();
        if cfg!(windows) { path.replace('\\', "/") } else { path }
    }

    /// Lists the pack in its settings.
    ///
    /// # Errors
    /// That they cannot be changed.
    pub fn enlist(&self, settings: &Path) -> Result<bool, Problems> {
        let original = Original::open(settings)?;
        let name = self.name_from(settings);
        match edit::add_pack(&original.text, &name, original.newline()) {
            Some(text) => original.replace(settings, &text).map(|()| true),
            None => Ok(false),
        }
    }
}

/// What stands above the first rule of a pack, and the category of its own.
pub struct Frame {
    /// What is to be written before the rule; may be empty.
    pub text: String,
    /// The category.
    pub category: String,
}

impl Frame {
    /// The frame for a rule of `category` in a pack as it stands; `pack` is
    /// none where it is to be begun.
    #[must_use]
    pub fn new(path: &Path, pack: Option<&Pack>, category: Option<&str>, known: &RuleSet) -> Self {
        let own = pack.and_then(|pack| pack.categories.first()).map(|one| one.value.id.clone());
        let name = path.file_stem().map(|name| identity(&name.to_string_lossy()));
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| "our-rules".to_owned());
        let mut text = if pack.is_none() { header(path, &name) } else { String::new() };
        if let Some(category) = category.map(str::to_owned).or(own) {
            return Self { text, category };
        }
        let name = pack.map_or(name, |pack| pack.name.clone());
        let taken = |id: &str| known.categories().iter().any(|one| one.id == id);
        let plain = Some(identity(&name)).filter(|id| !id.is_empty() && !taken(id));
        let category = plain.unwrap_or_else(|| format!("our-{}", identity(&name)));
        text.push_str(&declared(&category));
        Self { text, category }
    }
}

/// The beginning of a new pack.
fn header(path: &Path, name: &str) -> String {
    let file = path.to_string_lossy();
    let base = path.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "# Rules of our own, on top of the built-in ones. They are in use where a
# kindword.toml lists this file:
#
#   packs = [{}]
#
# or for once:     kindword --rules {file} reply.txt
# To prove them:   kindword rules test {file}

[pack]
schema = 1
name = {}
title = \"Rules of our own\"

",
        quoted(&base),
        quoted(name)
    )
}

/// A category, with the words that stand over its findings.
fn declared(id: &str) -> String {
    format!(
        "[[category]]
id = {}
title = \"How we say it\"
message = \"We say it another way here\"

",
        quoted(id)
    )
}

fn files_of(config: &Config) -> Result<Vec<PathBuf>, Problems> {
    let (files, problems) = files::packs(&config.packs);
    if problems.is_empty() { Ok(files) } else { Err(Problems(problems)) }
}

fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    one == other || whole(one).is_some_and(|one| whole(other) == Some(one))
}

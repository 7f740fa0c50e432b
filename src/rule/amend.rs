//! The changes of a pack, looked up: which rules each of them meets, and
//! whether these can be changed so.

use std::collections::BTreeSet;
use std::ops::Range;

use super::change::{Amendment, Change};
use super::load::{Located, Pack};
use crate::phrase::vocabulary::nearest;
use crate::problem::Problem;

/// The kinds of rules, as [`KEYS`] tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Swap,
    Limit,
    Leak,
    Category,
}

/// A key, whether a change writes it, and the kinds that it does something for.
type Key = (&'static str, fn(&Change) -> bool, &'static [Kind]);

/// What of a change fits which kind. `off` fits all.
const KEYS: &[Key] = &[
    ("severity", |one| one.severity.is_some(), &[Kind::Swap, Kind::Limit, Kind::Category]),
    ("say", |one| one.say.is_some(), &[Kind::Swap, Kind::Limit, Kind::Leak]),
    ("fits", |one| one.fits.is_some(), &[Kind::Swap]),
    ("asserts", |one| one.asserts.is_some(), &[Kind::Swap]),
    ("why", |one| !one.why.is_empty(), &[Kind::Swap, Kind::Limit, Kind::Leak]),
    ("message", |one| !one.message.is_empty(), &[Kind::Swap, Kind::Limit, Kind::Leak]),
    ("most", |one| one.most.is_some(), &[Kind::Limit]),
    ("allow", |one| !one.allow.is_empty(), &[Kind::Limit]),
    ("unless", |one| !one.unless.is_empty(), &[Kind::Swap]),
];

impl Kind {
    const fn told(self) -> &'static str {
        match self {
            Self::Swap => "a swap",
            Self::Limit => "a limit",
            Self::Leak => "a leak",
            Self::Category => "a whole category",
        }
    }
}

/// A phrase rule that can be changed.
pub(super) struct Swap {
    /// Layer and number within it.
    pub place: (u32, u32),
    /// Id, then the ids it had before.
    pub names: Vec<String>,
    /// Whether it holds a reply back.
    pub hold: bool,
}

/// The names of everything that can be changed.
#[derive(Default)]
pub(super) struct Known {
    pub swaps: Vec<Swap>,
    pub limits: Vec<String>,
    pub leaks: Vec<String>,
    pub categories: Vec<String>,
}

/// Whether a rule of this id belongs to the category.
fn belongs(id: &str, category: &str) -> bool {
    id.strip_prefix(category).is_some_and(|rest| rest.starts_with('.'))
}

impl Known {
    /// The change of `one` with the rules it meets.
    ///
    /// # Errors
    /// What is the matter with it.
    pub fn amend(&self, pack: &Pack, one: &Located<Change>) -> Result<Amendment, Vec<Problem>> {
        let (file, name) = (Faults { pack, one }, one.value.rule.as_str());
        if name.is_empty() {
            return Err(Vec::new());
        }
        let Some((kind, mut out)) = self.find(name) else {
            let what = if name.contains('.') { "rule" } else { "rule or category" };
            let message = format!("no {what} is called {name}");
            return Err(vec![file.at("rule", "unknown-rule", message, self.help(name))]);
        };
        let mut faults = file.keys(kind);
        if kind == Kind::Category && one.value.off == Some(true) {
            let swaps = self.swaps.iter().filter(|swap| swap.hold).map(|swap| swap.place);
            let held: BTreeSet<(u32, u32)> = swaps.collect();
            out.swaps.retain(|place| !held.contains(place));
        }
        if out.swaps.is_empty() && out.extras.is_empty() && faults.is_empty() {
            let message = format!("all rules of {name} hold a reply back");
            let help = "name the one rule that you want to change, one [[change]] for each";
            faults.push(file.at("rule", "change-of-holds", message, help.to_owned()));
        }
        if faults.is_empty() {
            out.change = one.value.clone();
            return Ok(out);
        }
        Err(faults)
    }

    fn find(&self, name: &str) -> Option<(Kind, Amendment)> {
        let met = |target: &str, swaps: Vec<(u32, u32)>, extras: Vec<String>| Amendment {
            change: Change::default(),
            target: target.to_owned(),
            swaps,
            extras,
        };
        if let Some(swap) = self.swaps.iter().find(|swap| swap.names.iter().any(|one| one == name))
        {
            let id = swap.names.first().map_or(name, String::as_str);
            return Some((Kind::Swap, met(id, vec![swap.place], Vec::new())));
        }
        for (kind, ids) in [(Kind::Limit, &self.limits), (Kind::Leak, &self.leaks)] {
            if ids.iter().any(|id| id == name) {
                return Some((kind, met(name, Vec::new(), vec![name.to_owned()])));
            }
        }
        self.categories.iter().find(|id| *id == name)?;
        let own = |swap: &&Swap| swap.names.first().is_some_and(|id| belongs(id, name));
        let swaps = self.swaps.iter().filter(own).map(|swap| swap.place).collect();
        // What holds a reply back is never changed by the dozen.
        let limits = self.limits.iter().filter(|id| belongs(id, name)).cloned().collect();
        Some((Kind::Category, met(name, swaps, limits)))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let swaps = self.swaps.iter().flat_map(|swap| &swap.names);
        let rest = self.limits.iter().chain(&self.leaks).chain(&self.categories);
        swaps.chain(rest).map(String::as_str)
    }

    /// People remember the part after the dot.
    fn help(&self, name: &str) -> String {
        let part = name.rsplit('.').next().unwrap_or_default();
        let short = |id: &&str| id.rsplit('.').next() == Some(part);
        let same = self.names().find(short);
        let near = same.or_else(|| nearest(name, self.names()));
        near.map_or_else(
            || "`kindword rules list` shows the ids there are".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        )
    }
}

/// Faults of one change.
struct Faults<'a> {
    pack: &'a Pack,
    one: &'a Located<Change>,
}

impl Faults<'_> {
    fn at(&self, key: &str, code: &'static str, message: String, help: String) -> Problem {
        let place = self.one.spans.get(key).and_then(|all| all.first());
        let range: Range<usize> = place.unwrap_or(&self.one.place).clone();
        Problem::new(code, self.pack.file.clone(), message).help(help).at(&self.pack.text, range)
    }

    /// Keys that do nothing for a rule of this kind, or nothing at all.
    fn keys(&self, kind: Kind) -> Vec<Problem> {
        let change = &self.one.value;
        let written: Vec<_> = KEYS.iter().filter(|(_, is, _)| is(change)).collect();
        let mut out = Vec::new();
        for (key, _, kinds) in &written {
            if !kinds.contains(&kind) {
                let message = format!("`{key}` does nothing for {}", kind.told());
                out.push(self.at(key, "useless-key", message, help(kind)));
            } else if change.off == Some(true) {
                let message = format!("`{key}` does nothing for a rule that is off");
                let help = format!("leave out `{key}`, or off = true");
                out.push(self.at(key, "useless-key", message, help));
            }
        }
        if written.is_empty() && change.off.is_none() {
            let message = format!("this [[change]] of {} changes nothing", change.rule);
            out.push(self.at("rule", "empty-change", message, help(kind)));
        }
        out
    }
}

/// What can be changed of a kind.
fn help(kind: Kind) -> String {
    let keys = KEYS.iter().filter(|(_, _, kinds)| kinds.contains(&kind)).map(|(key, ..)| *key);
    let keys: Vec<&str> = std::iter::once("off").chain(keys).collect();
    let part = if kind == Kind::Category { "; or name one rule of it" } else { "" };
    format!("{} can change: {}{part}", kind.told(), keys.join(", "))
}

/// A rule that one pack changes twice.
pub(super) fn twice(pack: &Pack, one: &Located<Change>) -> Problem {
    let message = format!("this pack has another [[change]] of {}", one.value.rule);
    let help = "write both in one [[change]]".to_owned();
    Faults { pack, one }.at("rule", "changed-twice", message, help)
}

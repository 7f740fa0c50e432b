//! `kindword rules off` and `on`: rules and categories switched in the right
//! `kindword.toml`, with the reason.

use std::path::{Path, PathBuf};

use super::super::args::{OffArgs, OnArgs, RuleArgs};
use super::super::ask::{Asker, one_line};
use super::super::card::{self, Card};
use super::super::config::{Config, Off};
use super::super::console::{Console, Problems};
use super::super::exit::Exit;
use super::super::known::Known;
use super::super::page::Page;
use super::super::write::Original;
use super::super::{edit, homes, packs};
use crate::check::prove::Example;
use crate::problem::Problem;
use crate::render::paint::Tint;
use crate::rule::RuleSet;

/// Switches off.
///
/// # Errors
/// When nothing is called so, nobody says why, or the file cannot be changed.
pub fn off(args: &OffArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let path = target(args.user, &args.rules)?;
    let told = args.rules.config.as_deref().filter(|path| path.exists());
    let config = if args.rules.config.is_some() && told.is_none() {
        Config::default()
    } else {
        Config::load(told)?
    };
    let rules = packs::rules(&args.rules, &config)?;
    let known = Known::new(&rules);
    let id = named(&args.id, &known)?;
    let style = console.style();
    let mut page = Page::new(&style);
    if let Some(off) = switches(&path, &id, &known)?.first() {
        already(&mut page, &id, off, &path);
    } else {
        known_there(&path, &id, args, &rules)?;
        let because = reason(args.because.as_deref(), &id)?;
        let original = Original::open(&path)?;
        let text = edit::switch_off(&original.text, &id, &because, original.newline());
        let text = text.ok_or_else(|| by_hand(&path, &id, &because))?;
        original.replace(&path, &text)?;
        done(&mut page, &id, &because, &path, &rules);
    }
    back(&mut page, &id, args);
    console.write(&page.finish())?;
    Ok(Exit::Fine)
}

/// Switches on again what was switched off.
///
/// # Errors
/// When nothing is called so, or a file cannot be changed.
pub fn on(args: &OnArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.rules.config.as_deref())?;
    let rules = packs::rules(&args.rules, &config)?;
    let known = Known::new(&rules);
    let id = named(&args.id, &known)?;
    let paths = match &args.rules.config {
        Some(path) => vec![path.clone()],
        None => homes::all(),
    };
    let style = console.style();
    let mut page = Page::new(&style);
    let mut any = false;
    for path in paths {
        let off = switches(&path, &id, &known)?;
        if off.is_empty() {
            continue;
        }
        any = true;
        let original = Original::open(&path)?;
        let names: Vec<&str> = off.iter().map(|off| off.rule.name.as_str()).collect();
        let text = edit::switch_on(&original.text, &names);
        original.replace(&path, &text.ok_or_else(|| out_by_hand(&path, &id))?)?;
        page.line(&format!("{id} is on again: taken out of {}.", path.display()), Tint::Good);
    }
    if !any {
        page.line(&format!("{id} is on: no kindword.toml that counts here names it."), Tint::Plain);
    }
    let category = id.split_once('.').map(|(category, _)| category).unwrap_or_default();
    if config.off.iter().any(|off| off.rule.name == category) {
        let hint = format!("Its whole category is off. Next: kindword rules on {category}");
        page.line(&hint, Tint::Plain);
    }
    console.write(&page.finish())?;
    Ok(Exit::Fine)
}

/// The file that takes the switch: the one that was told, else the project's,
/// else the user's own.
fn target(user: bool, rules: &RuleArgs) -> Result<PathBuf, Problems> {
    let near = || rules.config.clone().or_else(homes::project);
    let path = if user { None } else { near() };
    path.or_else(homes::user).ok_or_else(|| {
        let message = "This system tells no folder for your own settings.";
        let help = "Name the file to write: --config kindword.toml";
        Problem::new("no-home", "kindword", message).help(help).into()
    })
}

/// A file that switches off what it does not know would stop every review
/// where nothing else brings that rule.
fn known_there(path: &Path, id: &str, args: &OffArgs, rules: &RuleSet) -> Result<(), Problems> {
    let listed = if path.exists() { Config::open(path)?.packs } else { Vec::new() };
    let own = packs::layered(&listed, packs::base(args.rules.no_builtin))?;
    if Known::new(&own).resolve(id).is_some() {
        return Ok(());
    }
    let cards = card::all(rules);
    let pack = cards.iter().find(|card| card.id == id || card.category == id);
    let pack = pack.map(|card| card.pack.as_str()).unwrap_or_default();
    let name = path.to_string_lossy();
    let message = format!("{id} is in the pack {pack}, which {name} does not list.");
    let help = "List it there first, packs = [\"...\"], or name the kindword.toml that does: --config FILE";
    Err(Problem::new("unlisted-pack", &*name, message).help(help).into())
}

/// The id that is meant.
fn named(name: &str, known: &Known) -> Result<String, Problems> {
    let name = name.trim();
    let id = known.resolve(name).or_else(|| known.short(name));
    id.ok_or_else(|| {
        let message = format!("No rule or category is called {name}.");
        known.help(name, Problem::new("unknown-rule", "kindword", message)).into()
    })
}

/// How a file switches a rule off, under any of its names.
fn switches(path: &Path, id: &str, known: &Known) -> Result<Vec<Off>, Problems> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut off = Config::open(path)?.off;
    off.retain(|off| known.resolve(&off.rule.name).as_deref() == Some(id));
    Ok(off)
}

/// Why, as was told or is now asked for.
fn reason(told: Option<&str>, id: &str) -> Result<String, Problems> {
    let question = format!("Why is {id} off? One line, for your colleagues:");
    let answer = match told {
        Some(told) => Some(one_line(told)).filter(|told| !told.is_empty()),
        None => Asker::terminal().need(&question),
    };
    answer.ok_or_else(|| {
        let message = "A switch needs a reason, so that colleagues know later.";
        let help = format!("Run: kindword rules off {id} --because \"our legal team asks for it\"");
        Problem::new("missing-reason", "kindword", message).help(help).into()
    })
}

fn already(page: &mut Page<'_>, id: &str, off: &Off, path: &Path) {
    page.line(&format!("{id} is off already, in {}.", path.display()), Tint::Good);
    if !off.because.is_empty() {
        page.entry("Why", &off.because, Tint::Plain);
    }
}

fn done(page: &mut Page<'_>, id: &str, because: &str, path: &Path, rules: &RuleSet) {
    page.line(&format!("{id} is off now, in {}.", path.display()), Tint::Good);
    page.entry("Why", because, Tint::Plain);
    let cards = card::all(rules);
    let own: Vec<&Card> =
        cards.iter().filter(|card| card.id == id || card.category == id).collect();
    if own.iter().any(|card| card.hold) {
        let note = "A reply with such words is held back no longer. Please read it twice.";
        page.entry("Note", note, Tint::High);
    }
    let sentence = own.first().and_then(|card| card.bad.first());
    let sentence = sentence.map(|raw| format!("\"{}\"", Example::read(raw).text));
    let more = match own.len() {
        0 | 1 => String::new(),
        many => format!(" and what else its {many} rules look for"),
    };
    page.entry("Passes", &format!("{}{more}", sentence.unwrap_or_default()), Tint::Plain);
}

/// How to take it back.
fn back(page: &mut Page<'_>, id: &str, args: &OffArgs) {
    let file = args.rules.config.as_ref();
    let file = file.map(|path| format!(" --config {}", path.display())).unwrap_or_default();
    page.entry("Undo", &format!("kindword rules on {id}{file}"), Tint::Plain);
}

fn by_hand(path: &Path, id: &str, because: &str) -> Problems {
    let name = path.to_string_lossy();
    let message = format!("{name} is written in a way that this switch does not fit into.");
    let help = format!(
        "Add this by hand: [rules.off] and under it {} = {}",
        edit::quoted(id),
        edit::quoted(because)
    );
    Problem::new("no-place", &*name, message).help(help).into()
}

fn out_by_hand(path: &Path, id: &str) -> Problems {
    let name = path.to_string_lossy();
    let message = format!("{id} could not be taken out of {name} without touching the rest.");
    Problem::new("no-place", &*name, message).help("Open it and take the line out by hand.").into()
}

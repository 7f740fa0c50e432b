//! `kindword rules new`: a rule written into a pack. It is proved before the
//! file is touched, and shown at work.

use std::io::BufRead;
use std::path::Path;

use super::super::args::NewArgs;
use super::super::ask::Asker;
use super::super::config::Config;
use super::super::console::{Console, Problems, note};
use super::super::edit::quoted;
use super::super::exit::Exit;
use super::super::page::Page;
use super::attempt::attempt;
use super::desk::{Desk, Outcome, Written};
use super::home::Home;
use crate::check::{Choice, find, findings, masks};
use crate::render::paint::Tint;
use crate::span::Span;

/// Writes a rule.
///
/// # Errors
/// When something is missing and nobody is there to say it, when a pack as it
/// stands has a fault, or when a file cannot be written.
pub fn run(args: &NewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.config.as_deref())?;
    let home = Home::find(args.to.as_deref(), args.config.as_deref(), &config)?;
    let desk = Desk::new(&home)?;
    let mut asker = Asker::terminal();
    let (sketch, frame) = desk.sketch(args, &mut asker)?;
    match desk.prove(sketch, &frame, args, &mut asker)? {
        Outcome::Sound(written) => {
            desk.original.replace(&home.path, &written.text)?;
            console.write(&attempt(&written.sentence, &written.rules, &console.style()))?;
            console.flush()?;
            let listed = enlist(&home, &mut asker)?;
            report(&written, &home, listed.as_deref(), console)?;
            Ok(Exit::Fine)
        }
        Outcome::Faulty(problems) => {
            console.show(&problems)?;
            let place = home.path.display();
            note(&format!("The rule is not sound yet, so {place} is as it was.\n"));
            Ok(Exit::Stop)
        }
    }
}

/// Lists a new pack in the nearest settings, where that is agreed to. Gives
/// the settings that list it now.
fn enlist<R: BufRead>(home: &Home, asker: &mut Asker<R>) -> Result<Option<String>, Problems> {
    let Some(settings) = home.settings.as_deref().filter(|_| !home.listed) else {
        return Ok(None);
    };
    let question = format!("List the pack in {}, so that it is in use?", settings.display());
    // What is the user's own is not changed unasked.
    let agreed = asker.agrees(&question).unwrap_or(!home.own);
    Ok((agreed && home.enlist(settings)?).then(|| settings.display().to_string()))
}

/// Says what was done and what comes next.
fn report(
    written: &Written,
    home: &Home,
    listed: Option<&str>,
    console: &mut Console,
) -> anyhow::Result<()> {
    console.show(&written.warnings)?;
    let style = console.style();
    let mut page = Page::new(&style);
    let (id, file, line) = (&written.id, shown(&home.path), written.line);
    page.blank();
    page.line(&format!("Written to {file}, line {line}: {id}"), Tint::Good);
    match (listed, &home.settings) {
        (Some(settings), _) => {
            page.entry("In use", &format!("{settings} lists it now"), Tint::Plain);
        }
        (None, _) if home.listed => {}
        (None, settings) => {
            let settings = settings.as_deref().unwrap_or_else(|| Path::new("kindword.toml"));
            let line = format!("packs = [{}]", quoted(&home.name_from(settings)));
            page.entry("Once", &format!("kindword --rules {file} reply.txt"), Tint::Plain);
            page.entry("Always", &format!("{line} in {}", settings.display()), Tint::Plain);
        }
    }
    if let Some(stronger) = stronger(written) {
        let note = format!(
            "{stronger} is stronger and speaks first here. To hear yours: kindword rules off {stronger}"
        );
        page.entry("Note", &note, Tint::Plain);
    }
    page.entry("Next", &format!("kindword rules test {file}"), Tint::Plain);
    console.write(&page.finish())?;
    Ok(())
}

/// The rule that is shown instead of the new one where both fire.
fn stronger(written: &Written) -> Option<String> {
    let (text, rules) = (&written.sentence, &written.rules);
    let found = find(text, &[Span::new(0, text.len())], &masks::of(text), rules);
    let (kept, lost) = findings(text, &found, rules, &Choice::default());
    let own = lost.iter().find(|raw| raw.record.id == written.id)?;
    let over = kept.iter().find(|raw| raw.span.overlaps(own.span))?;
    Some(over.record.id.clone())
}

/// A path for the command line.
fn shown(path: &Path) -> String {
    let name = path.to_string_lossy();
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.into_owned() }
}

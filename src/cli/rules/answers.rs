//! What the author of a rule says of it, on the command line or when asked.

use std::io::BufRead;

use super::super::args::NewArgs;
use super::super::ask::{Asker, one_line};
use super::super::choices::SeverityName;
use super::super::console::Problems;
use crate::problem::Problem;
use crate::report::Severity;

/// Words that mean no words, where a better wording is asked for.
const NOTHING: &str = "leave the words out";

/// Words that were told, each in one line.
#[must_use]
pub fn told(words: &[String]) -> Vec<String> {
    words.iter().map(|words| one_line(words)).filter(|words| !words.is_empty()).collect()
}

/// A sentence in which the rule should fire.
///
/// # Errors
/// That nobody answers.
pub fn asked_bad<R: BufRead>(asker: &mut Asker<R>) -> Result<Vec<String>, Problems> {
    let question = "A sentence to reword (put « » or * * round the words that hurt):";
    let answer = asker.need(question).map(|raw| vec![starred(&raw)]);
    answer.ok_or_else(|| missing("--bad", "a sentence in which it should fire"))
}

/// A sentence whose words are marked with stars, which every keyboard has.
#[must_use]
pub fn starred(raw: &str) -> String {
    let parts: Vec<&str> = raw.split('*').collect();
    match parts.as_slice() {
        [before, words, after] => format!("{before}«{words}»{after}"),
        _ => raw.to_owned(),
    }
}

/// What to say instead; nothing leaves the words out.
///
/// # Errors
/// That nobody answers, where how it fits was not told either.
pub fn asked_say<R: BufRead>(
    args: &NewArgs,
    asker: &mut Asker<R>,
) -> Result<Vec<String>, Problems> {
    match asker.ask("What to say instead?", NOTHING) {
        Some(answer) if answer == NOTHING => Ok(Vec::new()),
        Some(answer) => Ok(vec![answer]),
        None if args.fits.is_some() => Ok(Vec::new()),
        None => {
            let why = "what to say instead (or --fits anywhere, to leave the words out)";
            Err(missing("--say", why))
        }
    }
}

/// How much a hit matters; none where nobody answers.
pub fn asked_severity<R: BufRead>(asker: &mut Asker<R>) -> Option<Severity> {
    use clap::ValueEnum as _;
    loop {
        let answer = asker.ask("How much does it matter: high, medium or polish?", "medium")?;
        if let Ok(severity) = SeverityName::from_str(&answer, true) {
            return Some(severity.into());
        }
    }
}

/// A sentence that looks alike and is fine; `best` is offered.
///
/// # Errors
/// That there is none to offer and nobody answers.
pub fn asked_good<R: BufRead>(
    best: Option<String>,
    asker: &mut Asker<R>,
) -> Result<String, Problems> {
    let question = "A sentence that looks alike and is fine:";
    let answer = match best {
        Some(best) => asker.ask(question, &best).or(Some(best)),
        None => asker.need(question),
    };
    answer.ok_or_else(|| {
        let message = "A rule needs a sentence that looks alike and is fine.";
        let help = "Add it: --good \"...\"";
        Problem::new("missing-good", "kindword", message).help(help).into()
    })
}

fn missing(flag: &str, what: &str) -> Problems {
    let message = format!("{flag} is missing: {what}.");
    let help = "For example: kindword rules new --bad \"Send me «the SKU».\" --say \"the number on the label\"";
    Problem::new("missing-argument", "kindword", message).help(help).into()
}

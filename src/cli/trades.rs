//! The overlays that are chosen, by name: those of the settings, then those of
//! the command line. Each is taken once.

use std::sync::Arc;

use super::config::Config;
use super::console::Problems;
use super::near;
use super::packs::Source;
use crate::problem::Problem;
use crate::rule::overlay;

/// The texts of the overlays that the settings and the command line name.
///
/// # Errors
/// Every name that no overlay has, with those there are.
pub fn chosen(told: &[String], config: &Config) -> Result<Vec<Source>, Problems> {
    let (mut sources, mut problems) = (Vec::new(), Vec::new());
    for named in &config.overlays {
        if !take(&named.name, &mut sources) {
            let fault = named.fault("unknown-overlay", &message(&named.name));
            problems.push(near::help(fault, &help(&named.name)));
        }
    }
    for name in told.iter().filter(|name| !take(name, &mut sources)) {
        problems.push(unknown(name));
    }
    if problems.is_empty() { Ok(sources) } else { Err(Problems(problems)) }
}

/// The texts of the overlays of these names, in this order.
///
/// # Errors
/// Every name that no overlay has, with those there are.
pub fn named(names: &[String]) -> Result<Vec<Source>, Problems> {
    chosen(names, &Config::default())
}

/// Adds an overlay unless it is there; whether there is one of that name.
fn take(name: &str, sources: &mut Vec<Source>) -> bool {
    let Some(one) = overlay::named(name) else { return false };
    if sources.iter().all(|(file, _)| file != one.file) {
        sources.push((one.file.to_owned(), Arc::from(one.text)));
    }
    true
}

fn unknown(name: &str) -> Problem {
    let problem = Problem::new("unknown-overlay", "kindword", format!("{}.", message(name)));
    problem.help(help(name))
}

fn message(name: &str) -> String {
    format!("no overlay is called {name}")
}

fn help(name: &str) -> String {
    let names: Vec<String> = overlay::OVERLAYS.iter().map(|one| one.name.to_owned()).collect();
    let all = || format!("The overlays are: {}.", names.join(", "));
    near::question(name, &names).unwrap_or_else(all)
}

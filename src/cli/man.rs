//! `kindword man`: the manual page of the program or of a command.

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::args::Line;
use super::console::{Console, Problems};
use super::exit::Exit;
use super::near;
use crate::problem::Problem;

/// Prints the page.
///
/// # Errors
/// When there is no such command, or the page cannot be written.
pub fn run(path: &[String], console: &mut Console) -> anyhow::Result<Exit> {
    let mut whole = Line::command();
    whole.build();
    let mut command = &whole;
    for name in path {
        command = match command.find_subcommand(name) {
            Some(inner) => inner,
            None => return Err(Problems::from(unknown(name, command)).into()),
        };
    }
    // The page says everything; the short help need not.
    let command = command.clone().mut_args(|arg| arg.hide_short_help(false));
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    console.write(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Fine)
}

fn unknown(name: &str, command: &Command) -> Problem {
    let names: Vec<String> =
        command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let message = format!("There is no command {name} here.");
    let all = || match names.as_slice() {
        [] => "It has no commands of its own.".to_owned(),
        names => format!("The commands are: {}.", names.join(", ")),
    };
    let help = near::question(name, &names).unwrap_or_else(all);
    Problem::new("unknown-command", "kindword", message).help(help)
}

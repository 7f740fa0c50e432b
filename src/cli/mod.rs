//! The command line: what is asked for, and the commands that do it. With
//! [`crate::source`] this is all that touches files, the environment and the
//! screen.

pub mod args;
pub mod ask;
mod card;
mod check;
pub mod choices;
mod completions;
pub mod config;
mod console;
pub mod edit;
mod exit;
mod explain;
mod files;
mod homes;
mod known;
mod man;
mod names;
mod near;
mod packs;
mod page;
mod rules;
mod settings;
mod trades;
mod walk;
mod write;

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use self::args::{Command, Line};
use self::choices::ColorChoice;
use self::console::{Console, Problems, note};
use self::exit::Exit;

/// Reads the command line of this process, does what it asks, and says how
/// it went.
#[must_use]
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(asked) => {
            // Help and version come this way too. A closed pipe is no matter.
            let _ = asked.print();
            return if asked.use_stderr() { Exit::Failed } else { Exit::Fine }.into();
        }
    };
    let mut console = Console::new(line.color());
    let done = line.run(&mut console).and_then(|exit| Ok(console.flush().map(|()| exit)?));
    let exit = done.unwrap_or_else(|error| failed(&error, &mut console));
    exit.into()
}

/// Says what kept the job from being done. A closed pipe is nobody's fault.
fn failed(error: &anyhow::Error, console: &mut Console) -> Exit {
    if let Some(Problems(all)) = error.downcast_ref() {
        return match console.show(all) {
            Err(error) => failed(&error.into(), console),
            Ok(()) => Exit::Failed,
        };
    }
    let closed = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    if error.downcast_ref().is_some_and(closed) {
        return Exit::Fine;
    }
    note(&format!("kindword: {error}\n"));
    Exit::Failed
}

impl Line {
    /// What is asked for on how to colour.
    fn color(&self) -> ColorChoice {
        let screen = match &self.command {
            None => self.check.screen,
            Some(Command::Check(args)) => args.screen,
            Some(Command::Explain(args)) => args.screen,
            Some(Command::Rules(rules)) => rules.screen(),
            Some(Command::Completions { .. } | Command::Man { .. }) => return ColorChoice::Auto,
        };
        screen.color
    }

    fn run(&self, console: &mut Console) -> anyhow::Result<Exit> {
        match &self.command {
            None if is_bare() => Ok(console.write(&short_help()).map(|()| Exit::Fine)?),
            None => check::run(&self.check, console),
            Some(Command::Check(args)) => check::run(args, console),
            Some(Command::Explain(args)) => explain::run(args, console),
            Some(Command::Rules(asked)) => rules::run(asked, console),
            Some(Command::Completions { shell }) => completions::run(*shell, console),
            Some(Command::Man { command }) => man::run(command, console),
        }
    }
}

/// Whether nothing at all is asked for, by somebody who sits at a terminal.
fn is_bare() -> bool {
    std::env::args_os().len() <= 1 && io::stdin().is_terminal()
}

fn short_help() -> String {
    Line::command().render_help().to_string()
}

//! `kindword rules`: the rules themselves.

pub mod attempt;
mod carets;
pub mod list;
pub mod switch;
pub mod test;

use super::args::{RulesCommand, ScreenArgs};
use super::console::Console;
use super::exit::Exit;

/// Does what is asked of the rules.
///
/// # Errors
/// What keeps it from being done.
pub fn run(asked: &RulesCommand, console: &mut Console) -> anyhow::Result<Exit> {
    match asked {
        RulesCommand::List(args) => list::run(args, console),
        RulesCommand::Test(args) => test::run(args, console),
        RulesCommand::Try(args) => attempt::run(args, console),
        RulesCommand::Off(args) => switch::off(args, console),
        RulesCommand::On(args) => switch::on(args, console),
    }
}

impl RulesCommand {
    /// How to write on the screen.
    #[must_use]
    pub const fn screen(&self) -> ScreenArgs {
        match self {
            Self::List(args) => args.screen,
            Self::Test(args) => args.screen,
            Self::Try(args) => args.screen,
            Self::Off(args) => args.screen,
            Self::On(args) => args.screen,
        }
    }
}

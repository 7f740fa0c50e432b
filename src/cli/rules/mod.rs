//! `kindword rules`: the rules themselves.

mod answers;
pub mod attempt;
mod carets;
mod desk;
mod hints;
mod home;
pub mod list;
pub mod new;
pub mod schema;
mod sketch;
mod stats;
pub mod switch;
pub mod test;

use super::args::{RulesCommand, ScreenArgs};
use super::choices::ColorChoice;
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
        RulesCommand::New(args) => new::run(args, console),
        RulesCommand::Off(args) => switch::off(args, console),
        RulesCommand::On(args) => switch::on(args, console),
        RulesCommand::Schema(args) => schema::run(args, console),
    }
}

impl RulesCommand {
    /// How to write on the screen.
    #[must_use]
    pub const fn screen(&self) -> ScreenArgs {
        match self {
            Self::Schema(_) => ScreenArgs { color: ColorChoice::Never },
            Self::List(args) => args.screen,
            Self::Test(args) => args.screen,
            Self::Try(args) => args.screen,
            Self::New(args) => args.screen,
            Self::Off(args) => args.screen,
            Self::On(args) => args.screen,
        }
    }
}

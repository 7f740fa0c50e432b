//! `kindword completions`: completions for a shell.

use clap::CommandFactory as _;
use clap_complete::{Generator as _, Shell};

use super::args::Line;
use super::console::Console;
use super::exit::Exit;

/// Prints completions.
///
/// # Errors
/// When they cannot be written.
pub fn run(shell: Shell, console: &mut Console) -> anyhow::Result<Exit> {
    let mut command = Line::command();
    command.set_bin_name("kindword");
    command.build();
    let mut page = Vec::new();
    shell.try_generate(&command, &mut page)?;
    console.write(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Fine)
}

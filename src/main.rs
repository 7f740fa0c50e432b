//! The `kindword` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    kindword::cli::run()
}

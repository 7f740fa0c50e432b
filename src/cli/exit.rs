//! How a run ends, for scripts.

use std::process::ExitCode;

/// What a run leaves with. Ordered: the greater wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Exit {
    /// Nothing to stop for: 0.
    #[default]
    Fine,
    /// A finding, a hold or a score to stop for: 1.
    Stop,
    /// The job could not be done: 2.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Stop => 1,
            Exit::Failed => 2,
        })
    }
}

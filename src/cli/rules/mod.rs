//! `kindword rules`: the rules themselves.

pub mod attempt;
mod carets;
pub mod list;
mod stats;
pub mod test;

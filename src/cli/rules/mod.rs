//! `kindword rules`: the rules themselves.

pub mod attempt;
pub mod list;
pub mod test;

//! `kindword rules`: the rules themselves.

pub mod attempt;
mod carets;
pub mod list;
pub mod test;

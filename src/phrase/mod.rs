//! The phrase language: read, compile, match.
#![doc = include_str!("language.md")]

pub mod automaton;
pub mod builder;
pub mod oracle;
pub mod path;
pub mod pattern;
pub mod program;
pub mod run;
pub mod search;
pub mod syntax;
pub mod vocabulary;

pub use builder::Builder;
pub use program::{Owner, Program, Use};
pub use search::{Hit, Scan};
pub use syntax::Fault;

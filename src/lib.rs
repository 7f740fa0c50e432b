//! kindword reads a reply before it is sent, shows which words may hurt and
//! what to say instead, and scores the draft against an explainable checklist.
//!
//! [`review`] takes a [`Draft`], a [`rule::RuleSet`] and [`Options`], and
//! returns a [`report::Reply`]: a finished value that [`render`] turns into
//! text. The binary is made of nothing else.

pub mod check;
pub mod checklist;
pub mod cli;
pub mod document;
pub mod guard;
pub mod input;
pub mod line;
pub mod map;
pub mod phrase;
pub mod problem;
pub mod proof;
pub mod render;
pub mod report;
mod review;
pub mod rule;
pub mod source;
pub mod span;

pub use document::draft::Draft;
pub use review::{Options, review};

//! Rule packs: read from TOML, compiled, layered.
#![doc = include_str!("format.md")]

pub mod builtin;
pub mod compile;
pub mod load;
mod merge;
pub mod model;
mod read;
pub mod set;
pub mod slots;
pub mod table;

pub use compile::Layer;
pub use load::{Pack, load};
pub use set::{RuleRef, RuleSet};

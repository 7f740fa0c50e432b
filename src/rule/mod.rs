//! Rule packs: read from TOML, compiled, layered.
#![doc = include_str!("format.md")]

mod amend;
pub mod builtin;
pub mod change;
pub mod compile;
mod effects;
pub mod layer;
pub mod load;
mod merge;
pub mod model;
pub mod overlay;
mod place;
mod read;
pub mod set;
pub mod slots;
pub mod table;

pub use layer::Layer;
pub use load::{Pack, load};
pub use read::SEVERITIES;
pub use set::{RuleRef, RuleSet};

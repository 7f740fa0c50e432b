//! Checks a draft against the rules: hits to findings, limits and leaks, and
//! the proof that every rule does what its examples say.

mod abbreviations;
mod addressed;
pub mod blocks;
mod capitals;
pub mod checksum;
pub mod examine;
pub mod extra;
pub mod finding;
mod folded;
pub mod hits;
mod label;
pub mod leaks;
mod leftovers;
mod lengths;
pub mod limits;
mod loud;
mod loud_words;
pub mod masks;
mod needles;
pub mod prove;
pub mod prove_changes;
pub mod prove_extras;
pub mod prove_guards;
mod prove_unless;
pub mod regexes;
mod said;
mod scope;
pub mod setting;
mod sieve;
mod unfilled;

pub use extra::{Extra, concealed, covered, secrets_starred};
pub use finding::{Choice, Raw, findings};
pub use hits::{Found, find, signs};
pub use leaks::leaks;
pub use limits::limits;
pub use regexes::regexes;
pub use setting::Setting;

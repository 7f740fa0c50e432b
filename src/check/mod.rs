//! Checks a draft against the rules: hits to findings, limits and leaks, and
//! the proof that every rule does what its examples say.

pub mod blocks;
pub mod finding;
pub mod hits;
pub mod masks;
pub mod prove;
mod prove_unless;

pub use finding::{Choice, Raw, findings};
pub use hits::{Found, find};

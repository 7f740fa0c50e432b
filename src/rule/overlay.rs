//! Overlays: packs for one trade each, which ship with kindword and are loaded
//! only when somebody chooses them. They switch off what is a term of the trade
//! and add its jargon that customers do not know.

pub use super::builtin::OVERLAYS;

/// One overlay, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlay {
    /// What it is chosen by: `travel`.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub title: &'static str,
    /// The file it was written in.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The overlay of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Overlay> {
    OVERLAYS.iter().find(|overlay| overlay.name == name)
}

//! Colours, by what they stand for.

use colored::{ColoredString, Colorize as _, control};

use super::Style;

/// What a piece of text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    /// As the terminal has it.
    Plain,
    /// A number or a heading.
    Bold,
    /// Less important.
    Dim,
    /// Praise, and better words.
    Good,
    /// Hold, or likely to hurt.
    High,
    /// Reword it.
    Medium,
    /// Optional.
    Polish,
}

/// `text` in its colour, where `style` asks for colour.
#[must_use]
pub fn paint(text: &str, tint: Tint, style: &Style) -> String {
    if !style.color || tint == Tint::Plain || text.is_empty() {
        return text.to_owned();
    }
    // The caller has decided; `colored` would ask the environment again.
    control::set_override(true);
    tinted(text, tint).to_string()
}

fn tinted(text: &str, tint: Tint) -> ColoredString {
    match tint {
        Tint::Plain => text.normal(),
        Tint::Bold => text.bold(),
        Tint::Dim => text.dimmed(),
        Tint::Good => text.green(),
        Tint::High => text.red().bold(),
        Tint::Medium => text.yellow(),
        Tint::Polish => text.blue(),
    }
}

//! What stands round a reply, for the limits that ask for it: the customer's
//! message and name, who signs, what is attached, what else was found.

use crate::report::Severity;
use crate::span::{Span, Text};

use super::finding::Raw;

/// What is known round a text. By default nothing is, and then the limits that
/// ask for it keep silent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The customer's message; empty when there is none.
    pub customer: &'a str,
    /// The customer's name.
    pub name: Option<&'a str>,
    /// What the message reads as: ids of a profile and of moods.
    pub reads: &'a [String],
    /// The name that the reply greets, without titles.
    pub greeted: Option<Span<Text>>,
    /// The agent's name.
    pub agent: Option<&'a str>,
    /// How many files go out with the reply, where the input tells.
    pub attachments: Option<u32>,
    /// High findings, by category, in order of place.
    pub digs: &'a [(String, Span<Text>)],
}

/// The high findings among `kept`, by category.
#[must_use]
pub fn digs(kept: &[Raw]) -> Vec<(String, Span<Text>)> {
    let high = kept.iter().filter(|raw| raw.severity == Severity::High);
    high.map(|raw| (raw.record.category.clone(), raw.span)).collect()
}

//! What the checklist is told about a reply: plain values that the review
//! fills, so that the checklist knows neither phrases nor formats.
//!
//! Cues arrive as places: `unless` and the negation guard have been applied
//! (a cue that holds its own negation is not guarded by it). Everything else
//! that the checklist needs, it reads from the words themselves.

use crate::report::{Channel, Severity};
use crate::span::{Span, Text};

/// Which of an item's lists a cue stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `cues`.
    Cues,
    /// `with`.
    With,
    /// `half`.
    Half,
    /// `bars`.
    Bars,
}

/// Where the cues of each item stand in the draft.
#[derive(Debug, Clone, Default)]
pub struct CueHits {
    places: Vec<[Vec<Span<Text>>; 4]>,
}

impl CueHits {
    /// No hits yet, for `items` items.
    #[must_use]
    pub fn new(items: usize) -> Self {
        Self { places: vec![<[Vec<Span<Text>>; 4]>::default(); items] }
    }

    /// Adds a hit of item number `item`; a number out of range is ignored.
    pub fn push(&mut self, item: usize, list: List, span: Span<Text>) {
        if let Some(of) = self.places.get_mut(item) {
            let [cues, with, half, bars] = of;
            match list {
                List::Cues => cues.push(span),
                List::With => with.push(span),
                List::Half => half.push(span),
                List::Bars => bars.push(span),
            }
        }
    }

    /// Brings the hits into text order; called once, after the last `push`.
    pub fn sort(&mut self) {
        for list in self.places.iter_mut().flatten() {
            list.sort_unstable();
            list.dedup();
        }
    }

    /// The hits of item number `item`, in text order.
    #[must_use]
    pub fn of(&self, item: usize, list: List) -> &[Span<Text>] {
        self.places.get(item).map_or(&[], |[cues, with, half, bars]| match list {
            List::Cues => cues,
            List::With => with,
            List::Half => half,
            List::Bars => bars,
        })
    }
}

/// A finding, as far as the score needs it.
#[derive(Debug, Clone, Copy)]
pub struct Flag<'a> {
    /// The rule's full id.
    pub rule: &'a str,
    /// How much it matters here (after guards).
    pub severity: Severity,
    /// Where it stands in the draft.
    pub span: Span<Text>,
    /// Whether it holds the reply back; a hold costs no points.
    pub hold: bool,
}

/// What is known of the customer.
#[derive(Debug, Clone, Copy)]
pub struct CustomerFacts<'a> {
    /// The message; empty when only the name or situation was told.
    pub text: &'a str,
    /// The name they gave, or the one the user told.
    pub name: Option<&'a str>,
    /// What they asked, as places in `text`.
    pub requests: &'a [Span<Text>],
    /// Ids of the moods that were read: `hurried`, `hard-day`.
    pub moods: &'a [String],
}

/// Everything the checklist is told about one reply.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "four independent things that are told")]
pub struct Facts<'a> {
    /// The draft as read.
    pub text: &'a str,
    /// The sentences of the agent's own words, in order. Greeting, closing and
    /// signature lines may be among them.
    pub sentences: &'a [Span<Text>],
    /// Where the cues of each item stand; parallel to the items.
    pub cues: &'a CueHits,
    /// The findings, in text order.
    pub flags: &'a [Flag<'a>],
    /// Unfilled placeholders.
    pub placeholders: &'a [Span<Text>],
    /// Words of the draft that are not the agent's: quoted mail, disclaimers.
    pub foreign: &'a [Span<Text>],
    /// The person's name in the greeting, when one was seen.
    pub greeted: Option<Span<Text>>,
    /// The closing line, when one was seen.
    pub closing: Option<Span<Text>>,
    /// The agent's own name at the end, when one was seen.
    pub signed: Option<Span<Text>>,
    /// The agent's own name, when it was told.
    pub agent_name: Option<&'a str>,
    /// Mail or chat.
    pub channel: Channel,
    /// Whether this is a later turn of a chat: greeted and heard already.
    pub later_turn: bool,
    /// Whether placeholders are expected: a library of canned responses.
    pub library: bool,
    /// Items that the helpdesk provides by itself.
    pub provided: &'a [String],
    /// Whether the user said that the trouble is not our fault.
    pub not_our_fault: bool,
    /// The id of the profile that gives the points.
    pub profile: &'a str,
    /// Words of reply; under 10 there is no score.
    pub words: usize,
    /// Whether the reply is English.
    pub english: bool,
    /// The customer, when anything is known of them.
    pub customer: Option<CustomerFacts<'a>>,
}

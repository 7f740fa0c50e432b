//! What the customer's message makes needless: its points are given, and the
//! report says why.

use crate::report::Channel;
use crate::rule::model::Item;

use super::asks::{Ask, kind};
use super::facts::Facts;

/// What only the customer's message could call for: a draft by itself cannot
/// be asked for it.
const DEPENDS: [&str; 7] = [
    "alternative",
    "makes-it-right",
    "reason",
    "empathy",
    "sorry",
    "owns-it",
    "welcomes-complaint",
];

/// Why an item need not be asked for, if so. While a request is `open`, an answer
/// is pending.
#[must_use]
pub(super) fn reason(item: &Item, facts: &Facts<'_>, open: bool) -> Option<&'static str> {
    if facts.provided.contains(&item.id) {
        return Some("your helpdesk adds it");
    }
    let later = facts.later_turn && facts.channel == Channel::Chat;
    match item.id.as_str() {
        id if facts.profile == "snippet" && DEPENDS.contains(&id) => {
            Some("depends on the customer")
        }
        "greets-by-name" | "empathy" | "empathy-first" | "sorry" | "owns-it" if later => {
            Some("said earlier in this chat")
        }
        "owns-it" if facts.not_our_fault => Some("not our fault"),
        "answers-everything" if nothing_asked(facts) => Some("nothing was asked"),
        "empathy-first" if in_mood(facts, "hurried") => Some("in a hurry: no order to keep"),
        "next-step" | "takes-ownership" if !open && nothing_pending(facts) => {
            Some("nothing is pending")
        }
        _ => None,
    }
}

/// Whether the customer is known and asked nothing.
fn nothing_asked(facts: &Facts<'_>) -> bool {
    facts.customer.is_some_and(|customer| customer.requests.is_empty())
}

/// Whether the customer only wants to know something, or wants nothing more:
/// then the answer is all, and no step need follow it.
fn nothing_pending(facts: &Facts<'_>) -> bool {
    let asking = matches!(facts.profile, "enquiry" | "closing" | "refusal");
    let to_do = |text: &str| kind(text) == Ask::Act;
    asking
        && facts.customer.is_some_and(|customer| {
            !customer.requests.iter().any(|request| to_do(request.of(customer.text)))
        })
}

/// Whether the customer shows that mood.
fn in_mood(facts: &Facts<'_>, mood: &str) -> bool {
    facts.customer.is_some_and(|customer| customer.moods.iter().any(|id| id == mood))
}

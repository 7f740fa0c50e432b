//! Matches their pace and length: never scored, only said.

use super::detect::{Found, View};
use crate::report::Channel;

/// Words that any mail may have.
const FLOOR: usize = 40;
/// Words that a mail should not pass, unless it lists steps.
const CEILING: usize = 250;
/// Words that a chat turn should not pass.
const CHAT: usize = 70;

/// Reads the item.
pub(super) fn find(view: &View<'_>, _at: usize) -> Found {
    let words = view.facts.words;
    let most = match view.facts.channel {
        Channel::Chat => CHAT,
        Channel::Email => mail_length(view),
    };
    if words > 0 && words <= most { Found::full(Vec::new()) } else { Found::nothing() }
}

/// The most words for a mail to this customer.
fn mail_length(view: &View<'_>) -> usize {
    let Some(customer) = view.facts.customer else {
        return CEILING;
    };
    let theirs = customer.text.split_whitespace().count();
    let hurried = customer.moods.iter().any(|mood| mood == "hurried");
    let ceiling = if hurried { CEILING / 2 } else { CEILING };
    (theirs * 5 / 2).max(FLOOR * 3).min(ceiling)
}

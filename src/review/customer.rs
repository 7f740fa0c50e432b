//! What is known of the customer: from a message given apart, or from the mail
//! quoted under the draft.

use crate::check;
use crate::checklist::{self, Message};
use crate::document::draft::Draft;
use crate::document::excerpt::Excerpt;
use crate::document::thread::Thread;
use crate::document::{customer, request};
use crate::report::{Basis, Customer, Question};
use crate::rule::RuleSet;
use crate::span::{Span, Text};

use super::secrets::Secrets;

/// The profile of a draft whose customer is unknown.
const UNKNOWN: &str = "snippet";

/// What is known of the customer.
pub(super) struct Known {
    /// Their words; empty when there are none.
    pub(super) text: String,
    /// Their name.
    pub(super) name: Option<String>,
    /// What they asked: the words, and their place in `text`.
    pub(super) requests: Vec<(String, Span<Text>)>,
    /// Moods.
    pub(super) moods: Vec<String>,
    /// The profile.
    pub(super) profile: String,
    /// Where the profile was read.
    pub(super) basis: Basis,
    excerpt: Option<Excerpt>,
}

/// Reads the customer's message, wherever it stands.
pub(super) fn read(draft: &Draft, cut: &Thread, secrets: &Secrets, rules: &RuleSet) -> Known {
    let excerpt = if draft.customer.is_some() { None } else { cut.quoted(&draft.text) };
    let text = match (&draft.customer, &excerpt) {
        (Some(message), _) => message.text.to_string(),
        (None, Some(excerpt)) => excerpt.text.clone(),
        (None, None) => String::new(),
    };
    let text = secrets.cover(draft, &text, rules);
    let requests: Vec<(String, Span<Text>)> =
        request::find(&text).iter().map(|one| (one.span.of(&text).to_owned(), one.span)).collect();
    let (profile, moods) = situation(&text, &requests, rules);
    let basis = match (&draft.profile, &draft.customer, &excerpt) {
        (Some(_), ..) => Basis::Told,
        (_, Some(_), _) => Basis::Message,
        (.., Some(_)) => Basis::Quote,
        _ => Basis::Unknown,
    };
    let sender = cut
        .sender
        .as_ref()
        .filter(|_| excerpt.is_some())
        .map(|name| name.bare.of(&draft.text).to_owned());
    let name = draft
        .customer_name
        .clone()
        .or_else(|| customer::name(&text).map(|span| span.of(&text).to_owned()))
        .or(sender);
    let profile = draft.profile.clone().unwrap_or(profile);
    Known { text, name, requests, moods, profile, basis, excerpt }
}

fn situation(
    text: &str,
    requests: &[(String, Span<Text>)],
    rules: &RuleSet,
) -> (String, Vec<String>) {
    if text.is_empty() {
        return (UNKNOWN.to_owned(), Vec::new());
    }
    let signs = check::signs(text, &check::masks::of(text), rules);
    let requests: Vec<Span<Text>> = requests.iter().map(|(_, span)| *span).collect();
    let message = Message { text, requests: &requests, signs: &signs };
    let reading = checklist::situation(rules.signs(), &message);
    (reading.profile, reading.moods)
}

impl Known {
    /// What the report says of the customer.
    pub(super) fn report(&self, draft: &Draft, answered: &[bool]) -> Option<Customer> {
        if self.text.is_empty() && self.name.is_none() {
            return None;
        }
        let question = |(n, (text, span)): (usize, &(String, Span<Text>))| {
            let place = match &self.excerpt {
                Some(excerpt) => draft.origin.place(excerpt.locate(*span)),
                None => draft
                    .place_of_customer(*span)
                    .unwrap_or_else(|| draft.origin.place(Span::new(0, 0))),
            };
            Question {
                text: text.clone(),
                answered: answered.get(n).copied().unwrap_or(false),
                place,
            }
        };
        let questions = self.requests.iter().enumerate().map(question).collect();
        Some(Customer { name: self.name.clone(), mood: self.moods.clone(), questions })
    }
}

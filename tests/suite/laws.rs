//! Laws of a whole review: deterministic, in bounds, places that slice back,
//! and no punishment for a neutral sentence.

use kindword::rule::builtin;
use kindword::{Draft, Options, review};
use proptest::prelude::*;

const CUSTOMERS: &[&str] = &[
    "The kettle leaks from the base and I have already sent one back. Can I have my money instead? Priya Nair",
    "Do you deliver to the islands, and how long does it take?\n\nThanks, Callum",
    "",
];

const DRAFTS: &[(&str, &str)] = &[
    (
        "Hi Priya,\n\nThank you for telling us about the kettle. A second leak in a month is a nuisance nobody needs, and I'm sorry. \
         This was our mistake. I've refunded £34 this morning, and it reaches your card by Thursday. ",
        "\n\nKind regards,\nOwen",
    ),
    (
        "Hello Callum,\n\nYes, we deliver to the islands: it takes four days from Monday's boat. I can book you on it today if you like. ",
        "\n\nAll the best,\nMarta",
    ),
    (
        "Hi there,\n\nYou should have read the terms. There is nothing we can do. Please send it back. ",
        "\n\nRegards,\nOwen",
    ),
    ("Hello,\n\nWe received your message. Someone will look into it. ", "\n\nBest wishes,\nJo"),
];

const NEUTRAL: &[&str] = &[
    "The box is blue.",
    "Our shop stands on the corner of Mill Lane.",
    "The kettle holds one and a half litres.",
    "This model comes in two sizes.",
    "The boat sails from the north harbour.",
];

fn score(draft: &str, customer: &str) -> Option<u32> {
    let mut draft = Draft::from_text(draft);
    if !customer.is_empty() {
        draft = draft.with_customer(customer);
    }
    review(&draft, builtin::rules(), &Options::default()).unwrap().score
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_neutral_sentence_never_lowers_the_score(
        draft in prop::sample::select(DRAFTS), customer in prop::sample::select(CUSTOMERS), neutral in prop::sample::select(NEUTRAL),
    ) {
        let before = score(&format!("{}{}", draft.0, draft.1), customer);
        let after = score(&format!("{}{neutral}{}", draft.0, draft.1), customer);
        prop_assert!(after >= before, "{before:?} became {after:?} with {neutral:?} in {:?}", draft.0);
    }

    /// No text of any kind panics; every place slices back to its words.
    #[test]
    fn any_text_is_reviewed(text in "\\PC{0,200}|([A-Za-z’' ,.!?>\n-]{0,40}(you|policy|sorry|Hi Maria,|4111 1111 1111 1111|\\{\\{name\\}\\})[ .\n]){0,8}") {
        let draft = Draft::from_text(text.clone());
        let Ok(reply) = review(&draft, builtin::rules(), &Options::default()) else { return Ok(()) };
        let again = review(&draft, builtin::rules(), &Options::default()).unwrap();
        prop_assert_eq!(reply.score, again.score);
        prop_assert!(reply.score.is_none_or(|score| score <= 100));
        for finding in &reply.findings {
            let words = text.get(finding.place.start..finding.place.end);
            prop_assert!(words.is_some(), "{:?}", finding.place);
            prop_assert!(finding.text == words.unwrap() || finding.text.contains('•'), "{} {:?}", finding.text, words);
        }
        for check in &reply.checklist {
            prop_assert!(check.earned <= check.points);
        }
    }
}

//! Fills the slots of tips and praise that the code knows: `{name}` and
//! `{question}`. Other slots stay, for the agent to fill.

use super::detect::View;
use super::greeting;

/// The template with its known slots filled. A `{name}` that nobody knows is
/// taken out with the comma or space before it.
#[must_use]
pub(super) fn fill(template: &str, view: &View<'_>) -> String {
    let named = match view.facts.customer.and_then(|customer| customer.name) {
        Some(name) => template.replace("{name}", greeting::short(name)),
        None => unnamed(template),
    };
    match open_question(view) {
        Some(question) => named.replace("{question}", &question),
        None => named.replace("{question}", "{their question}"),
    }
}

/// The template without its `{name}`.
fn unnamed(template: &str) -> String {
    [", {name}", " {name}", "{name}, ", "{name}"]
        .iter()
        .fold(template.to_owned(), |text, slot| text.replace(slot, ""))
}

/// The first request that seems open, in the customer's words on one line.
fn open_question(view: &View<'_>) -> Option<String> {
    let customer = view.facts.customer?;
    let open = view.answered.iter().position(Option::is_none)?;
    let words = customer.requests.get(open)?.of(customer.text);
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

//! Names that are not the customer's: in the greeting, and where somebody is
//! spoken to in the reply. Only a clearly different name counts; a misspelt
//! one is a matter of its own.

use super::limits::{Ask, Count};
use super::needles::Needles;
use super::scope::{Scope, after};
use crate::document::name::{self, Form};
use crate::document::namesake;
use crate::document::{cue, lines};
use crate::span::{Span, Text};

/// How much of a line is read for more names: "Hi Ana, Ben and Tom," in bytes.
const LINE: usize = 80;

/// The name in the greeting, when it is clearly not the customer's.
pub fn greeted(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let (Some(greeted), Some(known)) = (scope.setting.greeted, scope.setting.name) else {
        return Vec::new();
    };
    let row = after(scope.text, greeted.start, LINE).split('\n').next().unwrap_or_default();
    let joined = row.split(['!', '.', ':']).next().unwrap_or_default();
    let foreign = is_foreign(scope, greeted, known) && !names_one_of(joined, known);
    let surname = is_titled(scope.text, greeted) && name::words(known).len() == 1;
    if foreign && !surname { vec![Count { span: greeted, amount: 1 }] } else { Vec::new() }
}

/// "Mr Okafor" can be a Daniel of whom no surname is known.
fn is_titled(text: &str, name: Span<Text>) -> bool {
    let start = name.start.saturating_sub(12);
    let from = (start..=name.start).find(|at| text.is_char_boundary(*at)).unwrap_or(name.start);
    let head = text.get(from..name.start).unwrap_or_default().trim_end();
    head.split_whitespace().next_back().is_some_and(|word| name::words(word).is_empty())
}

/// Whether a name is clearly neither `known` nor the agent's, and the customer
/// never wrote it.
fn is_foreign(scope: &Scope<'_>, span: Span<Text>, known: &str) -> bool {
    let called = span.of(scope.text);
    let agent = scope.setting.agent.is_some_and(|agent| !namesake::differs(called, agent));
    namesake::differs(called, known) && !agent && !names_one_of(scope.setting.customer, called)
}

/// Whether `text` holds one of the words of a name.
fn names_one_of(text: &str, name: &str) -> bool {
    let names = name::words(name);
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || cue::is_apostrophe(c)));
    words.any(|word| name::words(word).iter().any(|word| names.contains(word)))
}

/// Names that are spoken to behind one of the listed words ("Thanks, Ben."),
/// when the reply greets somebody else.
pub fn called(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let greeted = scope.setting.greeted.map(|span| span.of(scope.text));
    let known: Vec<&str> = [greeted, scope.setting.name].into_iter().flatten().collect();
    if known.is_empty() {
        return Vec::new();
    }
    let end = scope.stretches.last().map_or(0, |stretch| stretch.end);
    let mut out = Vec::new();
    for frame in Needles::new(ask.words.iter().map(String::as_str)).find(scope) {
        let Some(name) = spoken_to(scope.text, frame.end) else {
            continue;
        };
        // The last name of a reply is the one it is signed with.
        let last =
            scope.text.get(name.end..end).is_none_or(|rest| !rest.contains(char::is_alphanumeric));
        if !last && known.iter().all(|known| is_foreign(scope, name, known)) {
            out.push(Count { span: name, amount: 1 });
        }
    }
    out
}

/// The name of one or two words behind byte `at` that a mark or its line ends.
fn spoken_to(text: &str, at: usize) -> Option<Span<Text>> {
    let rest = after(text, at, LINE).split('\n').next().unwrap_or_default();
    let bare = rest.trim_start_matches([',', ' ', '\u{A0}']);
    let start = at + rest.len() - bare.len();
    let found = name::first(text, Span::new(start, at + rest.len()))?;
    let short = found.bare.of(text).split_whitespace().count() <= 2;
    let closed =
        matches!(lines::char_at(text, found.span.end), None | Some('.' | '!' | '?' | '\n' | '\r'));
    (start > at && short && closed && found.form == Form::Written).then_some(found.bare)
}

//! Placeholders that nobody filled: what a help desk would have replaced, and
//! what a person should have. Brackets have other uses, and `%appdata%` is a
//! folder, so the loose ways of writing one are looked at twice.

use super::scope::Scope;
use crate::document::lines;
use crate::document::placeholder::{self, Dialect, Placeholder};
use crate::document::shape::Kind;
use crate::span::{Span, Text};

/// Words that stand in square brackets for other reasons: things left out on
/// purpose, and a word added to a quotation.
const FILLED: &[&str] = &[
    "removed", "redacted", "hidden", "withheld", "protected", "deleted", "blurred", "masked",
    "omitted", "edited", "attached", "image", "photo", "screenshot", "logo", "cid", "sic", "https",
    "http", "edit", "external", "via",
];

/// Words alone in square brackets that are no gap to fill.
const ADDED: &[&str] = &["your", "their", "no", "my", "our", "first", "last", "day", "time", "team"];

/// Words before a button or a page: `tap [Order details]`.
const BUTTON_BEFORE: &[&str] = &[
    "click", "tap", "press", "select", "choose", "open", "hit", "button", "menu", "tab", "under",
    "to", "the", "then", ">", "»", "→", "field", "box", "page",
];

/// Words after a button or a page.
const BUTTON_AFTER: &[&str] =
    &["button", "tab", "menu", "page", "link", "icon", "field", "box", "screen", ">", "»", "→", "section"];

/// The unfilled placeholders of the own stretches, in order.
pub fn find(scope: &Scope<'_>) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    for stretch in &scope.stretches {
        let mut at = stretch.start;
        while let Some(start) = next(scope.text, at, stretch.end) {
            let found = placeholder::at(scope.text, start)
                .filter(|found| found.span.end <= stretch.end && is_unfilled(scope, found));
            at = found.map_or(start + 1, |found| found.span.end);
            out.extend(found.map(|found| found.span));
        }
    }
    out
}

/// The next byte that may open a placeholder.
fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    let rest = text.get(from..end)?.as_bytes();
    let opens = |b: &u8| matches!(b, b'{' | b'$' | b'%' | b'#' | b'[' | b'<' | b'*');
    rest.iter().position(opens).map(|at| from + at)
}

fn is_unfilled(scope: &Scope<'_>, found: &Placeholder) -> bool {
    let key = found.key.of(scope.text);
    // In code and in links the signs are the program's own.
    let masked = scope.masked(found.span).filter(|mask| mask.kind != Kind::Placeholder);
    if masked.is_some() || key.chars().any(|c| c.is_ascii_digit()) && found.dialect == Dialect::Square {
        return false;
    }
    match found.dialect {
        Dialect::Square => !is_link(scope.text, found) && !is_filled(scope.text, found),
        Dialect::Percent | Dialect::DollarBrace | Dialect::Brace => {
            key.contains(['.', '_', ' ']) || found.who(scope.text).is_some()
        }
        _ => true,
    }
}

/// `[Track it](https://...)` and its kin: the text of a link.
fn is_link(text: &str, found: &Placeholder) -> bool {
    let rest = text.get(found.span.end..).unwrap_or_default();
    let next = rest.trim_start_matches(' ');
    next.starts_with(['(', '[', '<']) || next.starts_with("http") || rest.starts_with(':')
}

/// Whether the words in square brackets are no gap: a note, a word added to a
/// quotation, the name of a button.
fn is_filled(text: &str, found: &Placeholder) -> bool {
    let key = found.key.of(text).to_lowercase();
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let noted = words.clone().any(|word| FILLED.contains(&word));
    let added = words.next().is_some_and(|word| ADDED.contains(&word)) && words.next().is_none();
    noted || added || is_button(text, found)
}

fn is_button(text: &str, found: &Placeholder) -> bool {
    let near = |words: Option<&str>| {
        let word = words.unwrap_or_default();
        word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '>').to_lowercase()
    };
    let head = text.get(..found.span.start).unwrap_or_default();
    let tail = text.get(found.span.end..).unwrap_or_default();
    let before = near(line_of(head.rsplit('\n').next()).split_whitespace().next_back());
    let after = near(line_of(tail.split('\n').next()).split_whitespace().next());
    let capital = lines::char_at(text, found.key.start).is_some_and(char::is_uppercase);
    let shouted = !found.key.of(text).contains(char::is_lowercase);
    let told = BUTTON_BEFORE.contains(&before.as_str()) && capital && !shouted;
    told && !is_person(found, text) || BUTTON_AFTER.contains(&after.as_str())
}

fn line_of(line: Option<&str>) -> &str {
    line.unwrap_or_default()
}

/// Whether a name belongs there: "to [Customer Name]" is no button.
fn is_person(found: &Placeholder, text: &str) -> bool {
    found.who(text).is_some()
}

//! Placeholders that nobody filled: what a help desk would have replaced, and
//! what a person should have. Brackets have other uses, and `%appdata%` is a
//! folder, so the loose ways of writing one are looked at twice.

use super::scope::{Scope, after, before};
use crate::document::placeholder::{self, Dialect, Placeholder};
use crate::document::shape::Kind;
use crate::span::{Span, Text};

/// Words that stand in square brackets for other reasons: things left out on
/// purpose, and a word added to a quotation.
const FILLED: &[&str] = &[
    "removed",
    "redacted",
    "hidden",
    "withheld",
    "protected",
    "deleted",
    "blurred",
    "masked",
    "omitted",
    "edited",
    "attached",
    "image",
    "photo",
    "screenshot",
    "logo",
    "cid",
    "sic",
    "https",
    "http",
    "edit",
    "external",
    "via",
];

/// Words alone in square brackets that are no gap to fill.
const ADDED: &[&str] = &["your", "their", "no", "my", "our"];

/// What one does with a button or a page: `tap [Order details]`.
const PRESSED: &[&str] = &[
    "click", "tap", "press", "select", "choose", "open", "hit", "go", "pick", "button", "menu",
    "tab", "under", "field", "page", ">", "»", "→",
];

/// Words between that and the button: `go to the [Order details] page`.
const BETWEEN: &[&str] = &["to", "the", "then", "on", "your", "and"];

/// Words after a button or a page.
const BUTTON_AFTER: &[&str] = &[
    "button", "tab", "menu", "page", "link", "icon", "field", "box", "screen", ">", "»", "→",
    "section",
];

/// How far round brackets a button's words are looked for, in bytes.
const NEAR: usize = 40;

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
    if masked.is_some()
        || key.chars().any(|c| c.is_ascii_digit()) && found.dialect == Dialect::Square
    {
        return false;
    }
    match found.dialect {
        Dialect::Square => !is_link(scope.text, found) && !is_filled(scope.text, found),
        // %JAVA_HOME% and ${HOME} are a computer's own.
        Dialect::Percent | Dialect::DollarBrace | Dialect::HashBrace | Dialect::Brace => {
            let shouted = !key.contains(char::is_lowercase) && found.dialect != Dialect::Brace;
            key.contains(['.', ' '])
                || key.contains('_') && !shouted
                || found.who(scope.text).is_some()
        }
        _ => true,
    }
}

/// `[Track it](https://...)` and its kin: the text of a link; `x = [name]`.
fn is_link(text: &str, found: &Placeholder) -> bool {
    let rest = after(text, found.span.end, NEAR);
    let next = rest.trim_start_matches(' ');
    let head = before(text, found.span.start, NEAR);
    let code = head.trim_end_matches(' ').ends_with('=') || head.ends_with(char::is_alphanumeric);
    code || next.starts_with(['(', '[', '<']) || next.starts_with("http") || rest.starts_with(':')
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

/// Whether the words are written on a button or over a page. A name is not:
/// "open to [Customer Name]".
fn is_button(text: &str, found: &Placeholder) -> bool {
    let bare = |word: &str| {
        word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '>').to_lowercase()
    };
    let line = before(text, found.span.start, NEAR).rsplit('\n').next().unwrap_or_default();
    let mut words = line.split_whitespace().rev().map(bare);
    let mut near = words.next().unwrap_or_default();
    let mut steps = 0;
    while steps < 3 && BETWEEN.contains(&near.as_str()) {
        near = words.next().unwrap_or_default();
        steps += 1;
    }
    let next = after(text, found.span.end, NEAR).split('\n').next().unwrap_or_default();
    let next = next.split_whitespace().next().map(bare).unwrap_or_default();
    let shouted = !found.key.of(text).contains(char::is_lowercase);
    let pressed = PRESSED.contains(&near.as_str()) && !shouted && found.who(text).is_none();
    pressed || BUTTON_AFTER.contains(&next.as_str())
}

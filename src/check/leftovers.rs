//! Left-overs of an earlier reply: a second greeting, a second sign-off, a
//! paragraph that stood before.

use std::collections::BTreeSet;

use super::blocks::blocks;
use super::limits::{Ask, Count};
use super::scope::Scope;
use crate::document::{closing, cue, greeting, lines};
use crate::span::{Span, Text};

/// The most characters of a line that is read as a greeting or sign-off; more
/// of it says nothing new.
const LINE: usize = 400;

/// The lines of all own stretches that hold a word, in order.
fn rows<'s>(scope: &'s Scope<'_>) -> impl Iterator<Item = Span<Text>> + 's {
    let all = scope.stretches.iter().flat_map(|stretch| lines::down(scope.text, *stretch));
    all.map(|row| lines::trim(scope.text, row)).filter(|row| !row.is_empty())
}

/// Whether one of the listed words is the first of `row`.
fn begins(row: &str, listed: &[String]) -> bool {
    let first = row.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    first.is_some_and(|first| listed.iter().any(|word| word.eq_ignore_ascii_case(first)))
}

/// Each greeting at the head of a line that begins with one of the listed
/// words, numbered. The one after a greeting on the same line counts, too:
/// "Hi Ana, Hi Ben,".
pub fn greetings(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    for row in rows(scope) {
        let mut rest = row;
        while let Some(span) = greeted(scope.text, rest, ask.words) {
            out.push(Count { span: lines::trim(scope.text, span), amount: out.len() + 1 });
            rest = lines::trim(scope.text, Span::new(span.end.min(row.end), row.end));
        }
    }
    out
}

/// The greeting that `row` begins with, when a name or a mark ends it.
fn greeted(text: &str, row: Span<Text>, listed: &[String]) -> Option<Span<Text>> {
    if row.is_empty() || !begins(row.of(text), listed) {
        return None;
    }
    let found = greeting::read(text, row).filter(|found| !found.bare)?;
    let words = found.span.of(text);
    let closed = words.ends_with([',', '!', '.', ':']) || found.span.end == row.end;
    (closed && words.split_whitespace().count() <= 6).then_some(found.span)
}

/// Each closing line that holds one of the listed words, numbered. Closings
/// that follow one another are one, unless they say the same twice.
pub fn sign_offs(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    let mut last: Option<String> = None;
    for row in rows(scope) {
        let words = row.of(scope.text);
        if words.len() > LINE || !closing::is_closing(scope.text, row) {
            last = None;
            continue;
        }
        let plain = plain(words);
        let listed = plain.split(' ').any(|word| ask.words.iter().any(|one| one == word));
        let new = last.as_ref().is_none_or(|last| *last == plain);
        if listed && new {
            out.push(Count { span: row, amount: out.len() + 1 });
        }
        last = Some(plain);
    }
    out
}

/// The words of `text`, folded and parted by single spaces.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || cue::is_apostrophe(c)));
    words.filter(|word| !word.is_empty()).map(cue::fold).collect::<Vec<_>>().join(" ")
}

/// Words in each paragraph or line that stood before.
pub fn repeated(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out = Vec::new();
    let (mut whole, mut single) = (BTreeSet::new(), BTreeSet::new());
    for block in scope.stretches.iter().flat_map(|stretch| blocks(scope.text, *stretch)) {
        let block = lines::trim(scope.text, block);
        if let Some(count) = seen(scope, block, &mut whole) {
            out.push(count);
            continue;
        }
        out.extend(lines::down(scope.text, block).filter_map(|row| seen(scope, row, &mut single)));
    }
    out
}

/// `place` with its number of words when its words are known; else they are
/// from now on.
fn seen(scope: &Scope<'_>, place: Span<Text>, known: &mut BTreeSet<String>) -> Option<Count> {
    let span = lines::trim(scope.text, place);
    let words = plain(span.of(scope.text));
    let amount = words.split(' ').count();
    (!words.is_empty() && !known.insert(words)).then_some(Count { span, amount })
}

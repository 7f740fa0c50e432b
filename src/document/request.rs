//! What the customer asks: questions with and without a question mark, and
//! requests, each as a clause of its own.
//!
//! Read clause by clause: words that begin a question or a request are looked
//! for where a clause begins, a few that cannot mistake ("could you", "I'd
//! like") anywhere. Reproaches in the form of questions, courtesies, quoted
//! words and the signature are left out.

use crate::document::clause::{Line, Start};
use crate::document::cue::{self, Word};
use crate::document::{asking, lines, quote, sentence, signature};
use crate::span::{Span, Text};

/// The longest sentence that is read at once, in bytes.
const LONGEST: usize = 4096;
/// The longest quotation inside a sentence, in bytes.
const SAYING: usize = 400;

/// Something the customer asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// The clause.
    pub span: Span<Text>,
    /// Question or request.
    pub kind: Kind,
}

/// The kinds of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It wants an answer.
    Question,
    /// It wants something done.
    Request,
}

/// Everything `message` asks, in text order.
#[must_use]
pub fn find(message: &str) -> Vec<Request> {
    let mut out = Vec::new();
    for range in own(message) {
        let words = range.of(message);
        let said = quoted(message, range);
        for sentence in sentence::split(words) {
            for piece in pieces(message, sentence.shift(range.start)) {
                read(message, piece, &said, &mut out);
            }
        }
    }
    out
}

/// The customer's own words: without quoted mail, closing and signature.
fn own(message: &str) -> Vec<Span<Text>> {
    let quotes = quote::find(message).spans;
    let mut out = Vec::new();
    let mut start = 0;
    for quote in quotes.iter().copied().chain([Span::new(message.len(), message.len())]) {
        let span = lines::trim(message, Span::new(start, quote.start));
        if !span.is_empty() {
            out.push(span);
        }
        start = quote.end;
    }
    if let Some(last) = out.last_mut() {
        let ending = signature::read(message, *last);
        let block = ending.closing.filter(|_| ending.postscript.is_none()).or(ending.signature);
        let one_line = !last.of(message).contains('\n');
        if let Some(block) = block.filter(|part| part.start > last.start && !one_line) {
            last.end = block.start;
        }
    }
    out
}

/// The words between double quotation marks: somebody else's.
fn quoted(message: &str, range: Span<Text>) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in range.of(message).char_indices() {
        let at = range.start + at;
        match (c, open) {
            ('"' | '“' | '”' | '«' | '»', Some(start)) if at - start < SAYING => {
                out.push(Span::new(start, at));
                open = None;
            }
            ('"' | '“' | '«', _) => open = Some(at),
            ('\n', _) => open = None,
            _ => {}
        }
    }
    out
}

/// A sentence, cut where it is too long to be one.
fn pieces(text: &str, sentence: Span<Text>) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let mut end = start + LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(start..end).unwrap_or_default();
        let end = head.rfind(char::is_whitespace).filter(|at| *at > 0).map_or(end, |at| start + at);
        out.push(Span::new(start, end));
        start = end;
    }
    out.push(Span::new(start, sentence.end));
    out
}

/// Reads what one sentence asks.
fn read(text: &str, sentence: Span<Text>, said: &[Span<Text>], out: &mut Vec<Request>) {
    let words = cue::words(text, sentence);
    let near = said.partition_point(|quote| quote.end <= sentence.start);
    let said = said.get(near..).unwrap_or_default();
    let inside = |at: usize| said.iter().take(8).any(|quote| quote.start <= at && at < quote.end);
    let mark = sentence.of(text).rfind(['?', '？', '؟']).map(|at| sentence.start + at);
    let asks = mark.is_some_and(|at| !inside(at) && is_end(text.get(at..sentence.end)));
    let line = Line { words: &words, asks };
    let mut starts: Vec<Start> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let quoted = words.get(at).is_some_and(|word| inside(word.span.start));
        match line.start(at, starts.last()).filter(|_| !quoted) {
            Some(start) => {
                at = start.at + start.taken.max(1);
                merge(&mut starts, start);
            }
            None => at += 1,
        }
    }
    let open = asking::ends_open(&words) && said.is_empty();
    if starts.is_empty() && (asks || open) && !line.is_idle() {
        let first = line.first_clause();
        starts.push(Start { at: first, taken: 1, kind: Kind::Question });
    }
    emit(text, sentence, &words, &starts, out);
}

/// Whether only marks follow a question mark.
fn is_end(rest: Option<&str>) -> bool {
    rest.is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() == 0)
}

/// Adds a start; one that follows a cue without content continues it: "I am
/// begging you, unblock it".
fn merge(starts: &mut Vec<Start>, start: Start) {
    match starts.last_mut() {
        Some(last) if last.at + last.taken >= start.at => {
            last.taken = start.at + start.taken - last.at;
        }
        _ => starts.push(start),
    }
}

/// The starts of one sentence, as spans up to the next start.
fn emit(
    text: &str,
    sentence: Span<Text>,
    words: &[Word],
    starts: &[Start],
    out: &mut Vec<Request>,
) {
    for (at, start) in starts.iter().enumerate() {
        let Some(first) = words.get(start.at) else {
            continue;
        };
        let next = starts.get(at + 1).map(|next| next.at);
        let end = next.map_or(sentence.end, |next| {
            let joint =
                |word: &&Word| matches!(word.low.as_str(), "and" | "or" | "but" | "also" | "so");
            let kept = words.get(..next).unwrap_or_default().iter().rev().find(|word| !joint(word));
            kept.map_or(sentence.end, |word| word.span.end)
        });
        let span = lines::trim(text, Span::new(first.span.start, end.max(first.span.end)));
        out.push(Request { span, kind: start.kind });
    }
}

//! The customer's name, from what they wrote: the sign-off, or "my name is".

use std::sync::LazyLock;

use crate::document::cue::{self, Table, Word};
use crate::document::name::{self, Form, Name};
use crate::document::{closing, greeting, lines, nameless, quote, sentence, signature};
use crate::span::{Span, Text};

/// Words before a name by which its bearer gives it.
static INTRODUCTIONS: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "my|full|first|own name ?still|there|on|is|s|remains|here ?file|it|account ?is",
        "my|first|full names",
        "name",
        "this is|s",
        "its",
        "it is",
        "i am",
        "im",
        "name is",
        "i|we go by",
        "i am called",
        "speaking is",
    ])
});

/// How much of a message is searched for an introduction, in bytes.
const HEAD: usize = 8192;

/// The customer's name in `message`, with its title; none when they gave none.
///
/// A sign-off wins; an introduction that says more of the same name wins over
/// it. A name in small letters is taken from a sign-off as it is written.
#[must_use]
pub fn name(message: &str) -> Option<Span<Text>> {
    let quotes = quote::find(message).spans;
    let own = own(message, &quotes)?;
    let greeted = greeting::read(message, own).and_then(|greeting| greeting.name);
    let agent = |name: &Name| {
        greeted.is_some_and(|greeted| name::fits(greeted.bare.of(message), name.bare.of(message)))
    };
    let signed = signature::read(message, own).name.filter(|name| name.form != Form::Placeholder);
    let signed = signed.or_else(|| last_sentence(message, own)).filter(|name| !agent(name));
    let introduced = introduced(message, own).filter(|name| !agent(name));
    let fuller = introduced.filter(|name| {
        signed.is_none_or(|signed| {
            name.span.len() > signed.span.len()
                && name::fits(signed.bare.of(message), name.bare.of(message))
        })
    });
    fuller.or(signed).map(|name| name.span)
}

/// The last range of own words that holds any; the first when a mail is
/// quoted below.
fn own(message: &str, quotes: &[Span<Text>]) -> Option<Span<Text>> {
    let mut end = message.len();
    for quote in quotes.iter().rev() {
        let span = lines::trim(message, Span::new(quote.end, end));
        if !span.is_empty() {
            return Some(span);
        }
        end = quote.start;
    }
    let span = lines::trim(message, Span::new(0, end));
    (!span.is_empty()).then_some(span)
}

/// A name as the last sentence of the last line: "... right now. Fatou".
fn last_sentence(message: &str, own: Span<Text>) -> Option<Name> {
    let line = lines::up(message, own).find(|line| !lines::is_blank(message, *line))?;
    let mut start = line.start.max(line.end.saturating_sub(400));
    while !message.is_char_boundary(start) {
        start += 1;
    }
    let tail = message.get(start..line.end)?;
    let sentences = sentence::split(tail);
    let (last, before) = sentences.split_last()?;
    let span = last.shift(start);
    let signed = before.last().and_then(|_| closing::signed(message, span));
    let found = signed.or_else(|| tagged(message, span))?;
    let words = found.span.of(message).split_whitespace().count();
    let small = found.form == Form::Small;
    let single = words == 1 && found.span.end == span.end;
    (words <= 5 && (!small || single)).then_some(found)
}

/// Words after which a name may end a message without any mark: "money back
/// please Shaz".
const TAGS: [&str; 17] = [
    "please", "pls", "plz", "thanks", "thanx", "thx", "ty", "ta", "cheers", "lol", "back", "asap",
    "today", "tomorrow", "soon", "now", "regards",
];

/// The name at the end of a sentence: after a tag, or after the comma of a
/// close with more words in it ("Kind greetings from Utrecht, Ilse van Dijk").
fn tagged(message: &str, sentence: Span<Text>) -> Option<Name> {
    let words = cue::words(message, sentence);
    let tag = words.iter().rposition(|word| TAGS.contains(&word.low.as_str()));
    let near = tag.filter(|at| words.len() - at <= 4).and_then(|at| words.get(at + 1));
    let closes = words.iter().take(2).any(|word| {
        ["greetings", "regards", "wishes", "thanks", "love"].contains(&word.low.as_str())
    });
    let comma = sentence.of(message).rfind(',').filter(|_| closes);
    let start =
        near.map(|word| word.span.start).or_else(|| comma.map(|at| sentence.start + at + 1))?;
    let found = name::whole(message, Span::new(start, sentence.end))?;
    (found.form == Form::Written).then_some(found)
}

/// A name that its bearer gives: "my name is Maria Lopez", "O'Neil here".
fn introduced(message: &str, own: Span<Text>) -> Option<Name> {
    let mut end = own.end.min(own.start + HEAD);
    while !message.is_char_boundary(end) {
        end -= 1;
    }
    let head = Span::new(own.start, end);
    let words = cue::words(message, head);
    let here = here(message, head, &words);
    here.or_else(|| this_side(message, head, &words))
        .or_else(|| (0..words.len()).find_map(|at| introduction(message, head, &words, at)))
}

/// "O'Neil here." at the start of the message.
fn here(message: &str, head: Span<Text>, words: &[Word]) -> Option<Name> {
    let skip = words.iter().take_while(|word| nameless::is_common(&word.low)).count();
    let first = words.get(skip).filter(|_| skip <= 3)?;
    let found = name::first(message, Span::new(first.span.start, head.end))?;
    let rest = message.get(found.span.end..head.end)?.trim_start();
    let after = rest.strip_prefix("here")?;
    let ends = after.trim_start().starts_with([',', '.', '!', '-', '–', '—', ';', ':']);
    (ends || after.starts_with(" from ") || after.starts_with(" again")).then_some(found)
}

/// "Rohit this side", as is said in India.
fn this_side(message: &str, head: Span<Text>, words: &[Word]) -> Option<Name> {
    let at = words.windows(2).position(|pair| match pair {
        [left, right] => left.low == "this" && right.low == "side",
        _ => false,
    })?;
    let end = words.get(at)?.span.start;
    (1..=3usize).rev().find_map(|back| {
        let start = words.get(at.checked_sub(back)?)?.span.start;
        let found = name::first(message, Span::new(start, head.end))?;
        (message.get(found.span.end..end)?.trim().is_empty()).then_some(found)
    })
}

/// The name after an introduction that begins at word `at`.
fn introduction(message: &str, head: Span<Text>, words: &[Word], at: usize) -> Option<Name> {
    let rest = words.get(at..)?;
    let taken = INTRODUCTIONS.longest(rest)?;
    let named = rest.iter().take(taken).any(|word| word.low == "name" || word.low == "names");
    let start = rest.get(taken)?.span.start;
    let gap = message.get(rest.get(taken - 1)?.span.end..start)?;
    let joined =
        gap.chars().all(|c| c.is_whitespace() || (named && matches!(c, ',' | ':' | '-' | '\'')));
    let theirs = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| {
        matches!(word.low.as_str(), "his" | "her" | "their" | "if" | "that" | "think" | "whose")
    });
    let form = taken == 1 && named;
    let listed = !form || (gap.contains(':') && heads_line(message, rest.first()?.span.start));
    let fits = joined && !theirs && listed;
    let found = name::first(message, Span::new(start, head.end)).filter(|_| fits)?;
    let after = message.get(found.span.end..head.end)?;
    let calls = rest.first().is_some_and(|word| word.low == "its" || word.low == "it");
    let here = ["here", "again", "from", "calling"]
        .iter()
        .any(|word| after.trim_start().starts_with(word));
    (named || (is_introduced(after) && (here || !calls))).then_some(found)
}

/// Whether a form's "Name:" begins its line.
fn heads_line(message: &str, at: usize) -> bool {
    let head = message.get(..at).unwrap_or_default();
    let line = head.trim_end_matches([' ', '\t', '*', '-', '•']);
    line.is_empty() || line.ends_with('\n')
}

/// Whether what follows a name after "I'm" or "this is" lets it be one.
fn is_introduced(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{A0}']);
    let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    rest.is_empty()
        || rest.starts_with([',', '.', '!', '\n', '\r', '-', '–', '—', '(', ';', ':'])
        || ["from", "here", "at", "and", "again", "with", "of", "speaking"].contains(&next)
}

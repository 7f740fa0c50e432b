//! Blocks of mail headers above a quoted mail: From, Sent, To, Subject.

use crate::document::lines;
use crate::document::name::{self, Name};
use crate::span::{Span, Text};

/// Names of header lines, by what they hold.
const HEADERS: &[(Header, &[&str])] = &[
    (
        Header::From,
        &["from", "von", "de", "da", "van", "från", "fra", "od", "expéditeur", "nadawca"],
    ),
    (
        Header::Date,
        &[
            "sent",
            "date",
            "gesendet",
            "datum",
            "envoyé",
            "enviado",
            "enviada",
            "enviado el",
            "enviado em",
            "fecha",
            "data",
            "inviato",
            "verzonden",
            "wysłano",
            "skickat",
            "sendt",
            "dato",
            "reply-to",
            "received",
        ],
    ),
    (
        Header::To,
        &[
            "to", "cc", "an", "à", "para", "a", "aan", "do", "till", "til", "kopie", "copie", "dw",
            "kopia",
        ],
    ),
    (
        Header::Subject,
        &[
            "subject",
            "betreff",
            "objet",
            "asunto",
            "assunto",
            "oggetto",
            "onderwerp",
            "temat",
            "ämne",
            "emne",
        ],
    ),
];

/// What a header line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Header {
    From,
    Date,
    To,
    Subject,
}

/// Where a block of mail headers that begins at `line` ends.
///
/// It needs a From line, a Subject line and `more` - 1 others within eight
/// lines, so that "From: Leeds / To: York" of an itinerary is left alone.
#[must_use]
pub fn block(text: &str, line: Span<Text>, more: usize) -> Option<usize> {
    if header(line.of(text)) != Some(Header::From) {
        return None;
    }
    let (mut end, mut kinds, mut subject) = (line.end, 0, false);
    for next in lines::down(text, Span::new(line.end.min(text.len()), text.len())).skip(1).take(8) {
        match header(next.of(text)) {
            Some(kind) => {
                subject |= kind == Header::Subject;
                kinds += 1;
                end = next.end;
            }
            None if lines::is_blank(text, next) => break,
            None => {}
        }
    }
    (subject && kinds >= more).then_some(end)
}

/// What a header line holds, from the word before its colon.
fn header(line: &str) -> Option<Header> {
    let head = line.trim_start_matches([' ', '*', '\t', '>']);
    let (word, value) = head.split_once(':').filter(|(word, _)| word.len() <= 16)?;
    let word = word.trim_end_matches(['*', ' ', '\u{A0}']).to_lowercase();
    let spaced = value.is_empty() || value.starts_with([' ', '\t', '*', '\u{A0}']);
    let found = HEADERS.iter().find(|(_, words)| words.contains(&word.as_str()));
    found.filter(|_| spaced).map(|(kind, _)| *kind)
}

/// The display name before the address of a From line.
fn before_address(text: &str, value: Span<Text>) -> Option<Name> {
    let words = value.of(text);
    let stop = words.find(['<', '[', '(']).unwrap_or(words.len());
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '*');
    let start = value.start + words.len() - words.trim_start_matches(quotes).len();
    let end = value.start + words.get(..stop)?.trim_end_matches(quotes).len();
    let span = Span::new(start, end.max(start));
    name::whole(text, span).filter(|found| found.span.end == span.end)
}

/// The name in the From line of the headers that `span` begins with.
#[must_use]
pub fn sender(text: &str, span: Span<Text>) -> Option<Name> {
    let mut head = lines::down(text, span).take(12);
    let line = head.find(|line| header(line.of(text)) == Some(Header::From))?;
    let value = line.start + line.of(text).find(':')? + 1;
    before_address(text, Span::new(value, line.end))
}

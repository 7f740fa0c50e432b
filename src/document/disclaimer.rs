//! Small print under a mail: confidentiality notices, company particulars.

use crate::document::lines;
use crate::span::{Span, Text};

/// How many paragraphs from the bottom up may be small print.
const PARAGRAPHS: usize = 10;
/// How much of a paragraph is looked at, in bytes.
const HEAD: usize = 600;

/// First words of small print. Lower case.
const OPENINGS: &[&str] = &[
    "this e-mail",
    "this email",
    "this message",
    "this communication",
    "this transmission",
    "the information",
    "the content",
    "the contents",
    "disclaimer",
    "confidential",
    "confidentiality",
    "privileged",
    "notice",
    "important notice",
    "legal notice",
    "privacy notice",
    "if you are not the",
    "if you have received this",
    "if you received this",
    "any views",
    "e-mail",
    "emails ",
    "email ",
    "please consider the environment",
    "please think of the environment",
    "think before you print",
    "save paper",
    "registered office",
    "registered in",
    "company number",
    "company registration",
    "vat number",
    "caution:",
    "external email",
    "warning:",
    "no employee",
    "diese e-mail",
    "ce message",
    "este mensaje",
    "questa e-mail",
    "esta mensagem",
    "dit bericht",
];

/// Words of which small print holds one, beside its first words.
const MARKS: &[&str] = &[
    "intended recipient",
    "intended solely",
    "intended only",
    "intended for",
    "confidential",
    "privileged",
    "disclos",
    "in error",
    "registered in",
    "registered office",
    "virus",
    "liability",
    "environment before",
    "before printing",
    "before you print",
    "vat number",
    "company n",
    "company registration",
    "authorised and regulated",
    "authorized and regulated",
    "do not necessarily",
    "outside of the organization",
    "outside the organisation",
    "outside your organization",
    "vertraulich",
    "confidentiel",
    "confidencial",
    "riservat",
    "vertrouwelijk",
];

/// The small print that `span` ends with. Its first paragraph is never any.
#[must_use]
pub fn find(text: &str, span: Span<Text>) -> Option<Span<Text>> {
    let mut found: Option<Span<Text>> = None;
    let mut end = span.end;
    for _ in 0..PARAGRAPHS {
        let start = paragraph(text, Span::new(span.start, end))?;
        let here = lines::trim(text, Span::new(start, end));
        if start <= span.start || !is_small_print(here.of(text)) {
            break;
        }
        found = Some(Span::new(here.start, span.end));
        end = start;
    }
    found
}

/// Where the last paragraph of `span` begins: after a blank line.
fn paragraph(text: &str, span: Span<Text>) -> Option<usize> {
    let bare = Span::new(span.start, span.start + span.of(text).trim_end().len());
    let mut start = None;
    for line in lines::up(text, bare) {
        if lines::is_blank(text, line) {
            break;
        }
        start = Some(line.start);
    }
    start
}

fn is_small_print(words: &str) -> bool {
    let low: String = words.chars().take(HEAD).flat_map(char::to_lowercase).collect();
    let low = low.trim_start_matches(['*', '_', '-', '=', ' ', '\n', '\r', '[', '(']);
    let opens = OPENINGS.iter().any(|opening| low.starts_with(opening));
    let title =
        low.len() <= 40 && ["disclaimer", "confidential", "notice"].iter().any(|w| low.contains(w));
    opens && (title || MARKS.iter().any(|mark| low.contains(mark)))
}

//! Quoted mail: `>` lines, and everything below the line that announces an
//! earlier mail. Replies above, below and between the quoted lines are kept.

use crate::document::lines;
use crate::document::name::Name;
use crate::document::splitter::{self, Split};
use crate::span::{Span, Text};

/// The quotations of a text.
#[derive(Debug, Clone, Default)]
pub struct Quotes {
    /// Where they stand, with the lines that announce them, in text order.
    pub spans: Vec<Span<Text>>,
    /// Whether every one of them is marked by `>`.
    pub marked: bool,
    /// Who wrote the quoted mail, when a line above it says so.
    pub sender: Option<Name>,
}

/// Finds the quotations of `text`.
#[must_use]
pub fn find(text: &str) -> Quotes {
    let mut found = Quotes { marked: true, ..Quotes::default() };
    let mut skip = 0;
    let mut own = true;
    for line in lines::down(text, lines::whole(text)) {
        if line.start < skip || lines::is_blank(text, line) {
            continue;
        }
        let quoted = if is_marked(line.of(text)) { Some(line) } else { announced(text, line) };
        let Some(span) = quoted else {
            own = true;
            continue;
        };
        match found.spans.last_mut().filter(|_| !own) {
            Some(last) => last.end = span.end,
            None => found.spans.push(span),
        }
        own = false;
        skip = span.end;
        if found.spans.len() == 1 && found.sender.is_none() && !is_marked(line.of(text)) {
            found.sender = splitter::sender(text, span);
        }
        if span.end == text.len() && !is_marked(line.of(text)) {
            found.marked = false;
            break;
        }
    }
    found
}

/// Whether a line begins with the mark of quoted text, and is no angry face.
#[must_use]
pub fn is_marked(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    line.starts_with('>')
        && ![">:(", ">_<", ">.<", ">:-("].iter().any(|face| line.starts_with(face))
}

/// The quotation that a line announces: the announcement alone when `>` lines
/// follow it, else everything to the end of the text.
fn announced(text: &str, line: Span<Text>) -> Option<Span<Text>> {
    let rest = Span::new(line.start, text.len());
    match splitter::read(text, line)? {
        Split::Rest(_) => Some(rest),
        Split::Attribution { end, sure } => {
            let below = Span::new(end, text.len());
            let mut next = lines::down(text, below).skip(1).take(3);
            let next = next.find(|line| !lines::is_blank(text, *line));
            if next.is_some_and(|line| is_marked(line.of(text))) {
                return Some(Span::new(line.start, end));
            }
            (sure && next.is_some()).then_some(rest)
        }
    }
}

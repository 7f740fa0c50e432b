//! Quoted text made readable again, with a way back to where it stood.

use crate::document::splitter::{self, Split};
use crate::document::{lines, quote};
use crate::span::{Span, Text};

/// A text put together from pieces of another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text.
    pub text: String,
    /// Runs of bytes copied one to one, in order: where each begins in `text`
    /// and where it begins in the text it was taken from.
    pub runs: Vec<(usize, usize)>,
}

impl Excerpt {
    /// Where byte `at` of the excerpt stands in the text it was taken from.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|(start, _)| *start <= at).checked_sub(1);
        run.and_then(|run| self.runs.get(run)).map_or(0, |(start, source)| source + (at - start))
    }

    /// A span of the excerpt as a span of the text it was taken from. It may
    /// cover marks that the excerpt left out.
    #[must_use]
    pub fn locate(&self, span: Span<Text>) -> Span<Text> {
        let last = span.end.saturating_sub(1).max(span.start);
        let end = self.place(last) + usize::from(span.end > span.start);
        Span::new(self.place(span.start), end)
    }

    fn push(&mut self, words: &str, source: usize) {
        let joins = self
            .runs
            .last()
            .is_some_and(|(start, from)| from + (self.text.len() - start) == source);
        if !joins && !words.is_empty() {
            self.runs.push((self.text.len(), source));
        }
        self.text.push_str(words);
    }
}

/// The quoted words inside `spans`: without the lines that announce them,
/// without `>`, and without what they quote in turn.
#[must_use]
pub fn unquote(text: &str, spans: &[Span<Text>]) -> Excerpt {
    let mut bare = Excerpt::default();
    for span in spans {
        strip(text, *span, &mut bare);
    }
    let nested = quote::find(&bare.text);
    if nested.spans.is_empty() || lines::is_blank(&bare.text, lines::whole(&bare.text)) {
        return bare;
    }
    let kept = without(&bare, &nested.spans);
    if lines::is_blank(&kept.text, lines::whole(&kept.text)) { bare } else { kept }
}

/// Copies the lines of `span` without their announcement and one level of `>`.
fn strip(text: &str, span: Span<Text>, out: &mut Excerpt) {
    let mut skip = span.start;
    let mut headed = false;
    for line in lines::down(text, span) {
        if line.start < skip {
            continue;
        }
        let marked = quote::is_marked(line.of(text));
        if !marked && !headed {
            let announced = splitter::read(text, line);
            headed = announced.is_some();
            if let Some(Split::Attribution { end, .. } | Split::Rest(end)) = announced {
                skip = end;
                continue;
            }
        }
        headed |= marked;
        let words = if marked { unmark(line.of(text)) } else { line.of(text) };
        out.push(words, line.end - words.len());
        let end =
            text.get(line.end..span.end).map_or(0, |rest| rest.find('\n').map_or(0, |at| at + 1));
        out.push(text.get(line.end..line.end + end).unwrap_or_default(), line.end);
    }
    if !out.text.is_empty() && !out.text.ends_with('\n') {
        out.text.push('\n');
    }
}

/// A line without its first mark of quotation.
fn unmark(line: &str) -> &str {
    let rest = line.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix('>').unwrap_or(rest);
    rest.strip_prefix(' ').unwrap_or(rest)
}

/// The excerpt without some of its spans.
fn without(whole: &Excerpt, cut: &[Span<Text>]) -> Excerpt {
    let mut kept = Excerpt::default();
    let mut at = 0;
    for span in cut.iter().copied().chain([Span::new(whole.text.len(), whole.text.len())]) {
        copy(whole, Span::new(at, span.start), &mut kept);
        at = span.end;
    }
    kept
}

/// Copies a span of one excerpt to another, run by run.
fn copy(whole: &Excerpt, span: Span<Text>, kept: &mut Excerpt) {
    let mut at = span.start;
    while at < span.end {
        let next = whole.runs.partition_point(|(start, _)| *start <= at);
        let end = whole.runs.get(next).map_or(span.end, |(start, _)| *start).min(span.end);
        kept.push(whole.text.get(at..end).unwrap_or_default(), whole.place(at));
        at = end;
    }
}

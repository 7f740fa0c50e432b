//! A reply cut into its parts: greeting, the agent's own words, closing,
//! signature, quoted mail, disclaimer.
//!
//! Nothing is ever lost: where a cut would leave nothing of the reply, the
//! whole text is the reply; only a text of nothing but `>` lines is a quote.

use crate::document::excerpt::{self, Excerpt};
use crate::document::greeting::{self, Greeting};
use crate::document::name::Name;
use crate::document::region::{self, MaskKind};
use crate::document::signature::{self, Ending};
use crate::document::{lines, quote};
use crate::report::PartKind;
use crate::span::{Span, Text};

/// A text cut into its parts.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// The parts in text order, none overlapping, without the white space
    /// round them.
    pub parts: Vec<(PartKind, Span<Text>)>,
    /// The agent's own words to be judged: reply, greeting and closing without
    /// the masked places, in text order.
    pub own: Vec<Span<Text>>,
    /// Places inside these that are no words, in text order.
    pub masked: Vec<(MaskKind, Span<Text>)>,
    /// From the first quoted word to the last; own words may stand between.
    pub quote: Option<Span<Text>>,
    /// The name greeted; see [`Greeting::bare`] for `greeted_bare`.
    pub greeted: Option<Name>,
    /// Whether [`Thread::greeted`] stands without a greeting ("Maria, I'm
    /// sorry") and counts only if it is the customer's.
    pub greeted_bare: bool,
    /// A name spoken to in the first sentences ("Thank you, Priya."), which
    /// counts only if it is the customer's.
    pub addressed: Option<Name>,
    /// The agent's own name under the reply.
    pub agent: Option<Name>,
    /// Who wrote the quoted mail, from the lines that announce it.
    pub sender: Option<Name>,
    /// Whether the text is nothing but quoted lines.
    pub only_quoted: bool,
}

impl Thread {
    /// The quoted words, to be read as the customer's message; none when
    /// nothing is quoted.
    #[must_use]
    pub fn quoted(&self, text: &str) -> Option<Excerpt> {
        let spans: Vec<_> = self.all(PartKind::Quote).collect();
        (!spans.is_empty()).then(|| excerpt::unquote(text, &spans))
    }

    /// The parts of one kind, in text order.
    pub fn all(&self, kind: PartKind) -> impl Iterator<Item = Span<Text>> {
        self.parts.iter().filter(move |(each, _)| *each == kind).map(|(_, span)| *span)
    }

    /// A text of which everything is the agent's own.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        let mut thread = Self::default();
        cut_own(&mut thread, text, &[lines::trim(text, lines::whole(text))]);
        thread.parts.sort_unstable_by_key(|(_, span)| span.start);
        mask(&mut thread, text);
        thread
    }

    fn push(&mut self, text: &str, kind: PartKind, span: Span<Text>) {
        let span = lines::trim(text, span);
        if !span.is_empty() {
            self.parts.push((kind, span));
        }
    }
}

/// Cuts `text` into its parts. Linear in its length.
#[must_use]
pub fn cut(text: &str) -> Thread {
    let whole = lines::whole(text);
    let mut quotes = quote::find(text);
    let mut own = between(text, whole, &quotes.spans);
    let only_quoted = own.is_empty() && quotes.marked && !quotes.spans.is_empty();
    if own.is_empty() && !only_quoted {
        quotes = quote::Quotes::default();
        own = between(text, whole, &[]);
    }
    let mut thread = Thread { only_quoted, sender: quotes.sender, ..Thread::default() };
    for span in &quotes.spans {
        thread.push(text, PartKind::Quote, *span);
    }
    let first = quotes.spans.first().zip(quotes.spans.last());
    thread.quote = first.map(|(first, last)| lines::trim(text, Span::new(first.start, last.end)));
    cut_own(&mut thread, text, &own);
    thread.parts.sort_unstable_by_key(|(_, span)| span.start);
    mask(&mut thread, text);
    thread
}

/// What lies between the quotations and holds words, trimmed.
fn between(text: &str, whole: Span<Text>, quotes: &[Span<Text>]) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let mut start = whole.start;
    for quote in quotes.iter().copied().chain([Span::new(whole.end, whole.end)]) {
        let span = lines::trim(text, Span::new(start, quote.start));
        if !span.is_empty() {
            out.push(span);
        }
        start = quote.end;
    }
    out
}

/// Cuts the own ranges: the greeting heads the first, and the last that holds
/// more than a signature ends the mail.
fn cut_own(thread: &mut Thread, text: &str, own: &[Span<Text>]) {
    let greeting = own.first().and_then(|first| greet(text, *first));
    let head = greeting.map(|greeting| greeting.span);
    thread.greeted = greeting.and_then(|greeting| greeting.name);
    thread.greeted_bare = greeting.is_some_and(|greeting| greeting.bare);
    let mut ended = false;
    for (at, span) in own.iter().enumerate().rev() {
        let head = head.filter(|_| at == 0);
        let body = Span::new(head.map_or(span.start, |head| head.end), span.end);
        let ending = if ended { Ending::default() } else { end(text, *span, head, at > 0) };
        ended |= cut_body(thread, text, body, ending);
        if let Some(head) = head {
            thread.push(text, PartKind::Reply, Span::new(span.start, head.start));
            thread.push(text, PartKind::Greeting, head);
            thread.addressed =
                greeting::addressed(text, Span::new(head.end.min(span.end), span.end));
        } else if at == 0 {
            thread.addressed = greeting::addressed(text, *span);
        }
    }
}

/// The greeting of the first own range, behind a subject line if it has one.
fn greet(text: &str, span: Span<Text>) -> Option<Greeting> {
    let line = lines::down(text, span).next()?;
    let head = line.of(text).trim_start().to_ascii_lowercase();
    let subject =
        ["subject:", "re:", "sub:", "fwd:", "fw:"].iter().any(|mark| head.starts_with(mark));
    let body = Span::new(if subject { line.end } else { span.start }, span.end);
    greeting::read(text, body).filter(|greeting| greeting.span.end <= span.end)
}

/// The ending of an own range; its first line is never signature, unless own
/// words stand above the quotation before it (`later`).
fn end(text: &str, span: Span<Text>, head: Option<Span<Text>>, later: bool) -> Ending {
    let ending = signature::read(text, span);
    let floor = head.map_or(span.start, |head| head.end);
    let line = lines::down(text, span).next().map_or(span.start, |line| line.end);
    let kept = |part: &Span<Text>| part.start >= floor && (later || part.start >= line);
    let closing = ending.closing.filter(|part| part.start >= floor);
    Ending {
        closing,
        signature: ending.signature.filter(kept),
        disclaimer: ending.disclaimer.filter(kept),
        postscript: ending.postscript.filter(kept),
        name: ending.name.filter(|name| name.span.start >= floor),
    }
}

/// Adds the parts of one own range; tells whether it held more than an ending.
fn cut_body(thread: &mut Thread, text: &str, body: Span<Text>, ending: Ending) -> bool {
    let stops = [ending.closing, ending.signature, ending.postscript, ending.disclaimer];
    let stop = stops.iter().flatten().map(|part| part.start).min().unwrap_or(body.end);
    let reply = Span::new(body.start, stop.max(body.start));
    thread.push(text, PartKind::Reply, reply);
    let mut at = reply.end;
    let tail = [
        (PartKind::Closing, ending.closing),
        (PartKind::Signature, ending.signature),
        (PartKind::Reply, ending.postscript),
        (PartKind::Disclaimer, ending.disclaimer),
    ];
    for (kind, part) in tail {
        let Some(part) = part.filter(|part| part.start >= at) else {
            continue;
        };
        let later =
            tail.iter().filter_map(|(_, next)| *next).filter(|next| next.start > part.start);
        let stop = later.map(|next| next.start).min().unwrap_or(part.end).min(part.end);
        thread.push(text, kind, Span::new(part.start, stop));
        at = stop;
    }
    thread.agent = thread.agent.or(ending.name);
    !lines::is_blank(text, reply)
}

/// Finds the masked places of the own parts, and what they leave.
fn mask(thread: &mut Thread, text: &str) {
    for (kind, span) in &thread.parts {
        if matches!(kind, PartKind::Greeting | PartKind::Reply | PartKind::Closing) {
            let from = thread.masked.len();
            region::masks(text, *span, &mut thread.masked);
            let masks = thread.masked.get(from..).unwrap_or_default();
            region::unmasked(*span, masks, &mut thread.own);
        }
    }
}

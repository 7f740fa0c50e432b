//! Places inside the agent's own words that are no words: links, addresses,
//! code, handles, placeholders. Phrase rules do not enter them.

use crate::document::{lines, placeholder};
use crate::span::{Span, Text};

/// The kinds of masked places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MaskKind {
    /// `https://example.com/x`, `www.example.com`, `example.com/x`.
    Link,
    /// `help@example.com`.
    Address,
    /// Between backticks, or a fenced block.
    Code,
    /// `{{ticket.requester.first_name}}`, `[Your Name]`.
    Placeholder,
    /// `@maria`.
    Handle,
}

/// Ends of host names that are told as links without `www.` or `://`.
const DOMAINS: &str = "com org net io uk de fr es pl se dk eu au nz ca ie app dev info biz shop \
    store online gov edu example test ai";

/// Ends of host names that are words, too, and need a path after them.
const WORDY_DOMAINS: &str = "co me no in it us so is be at to tv";

/// The longest code between backticks, in bytes.
const CODE: usize = 200;

/// The masked places inside `span`, in text order, none overlapping.
pub fn masks(text: &str, span: Span<Text>, out: &mut Vec<(MaskKind, Span<Text>)>) {
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        let Some(b) = bytes.get(at) else { return };
        let found = match b {
            b'`' | b'~' => code(text, at, span.end),
            b'{' | b'$' | b'%' | b'#' | b'[' | b'<' | b'*' => {
                placeholder::at(text, at).map(|found| (MaskKind::Placeholder, found.span))
            }
            b'@' => handle(text, at),
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => {
                let end = run(text, at);
                let found = link(text, Span::new(at, end), span.end);
                at = if found.is_none() { end.max(at + 1) } else { at };
                found
            }
            _ => None,
        };
        let plain = !b.is_ascii_alphanumeric() && *b < 0x80;
        at = match found {
            Some((kind, place)) => {
                let place = Span::new(place.start, place.end.min(span.end));
                out.push((kind, place));
                place.end.max(at + 1)
            }
            None => at + usize::from(plain),
        };
    }
}

/// The end of the run of host, scheme or mailbox characters from `at` on.
fn run(text: &str, at: usize) -> usize {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !inside(c)).unwrap_or(rest.len())
}

/// A link or an address whose first run of characters is `head`.
fn link(text: &str, head: Span<Text>, end: usize) -> Option<(MaskKind, Span<Text>)> {
    let words = head.of(text);
    let rest = text.get(head.end..end)?;
    let low = words.len() <= 6;
    let scheme = low && ["http", "https", "ftp", "tel", "sms"].contains(&words);
    if rest.starts_with("://") && words.chars().all(|c| c.is_ascii_alphabetic()) {
        return Some((MaskKind::Link, Span::new(head.start, token_end(text, head.end, end))));
    }
    if rest.starts_with(':') && (scheme || words == "mailto") && !rest.starts_with(": ") {
        return Some((MaskKind::Link, Span::new(head.start, token_end(text, head.end, end))));
    }
    if rest.starts_with('@') {
        let host_end = run(text, head.end + 1);
        let host: Span<Text> = Span::new(head.end + 1, host_end.min(end));
        let bare = host.of(text).trim_end_matches(['.', '-', '_']);
        let dotted = bare.contains('.') || bare.len() > 1;
        let address = Span::new(head.start, host.start + bare.len());
        return dotted.then_some((MaskKind::Address, address));
    }
    let path = rest.starts_with('/')
        || rest.starts_with([':', '?']) && {
            rest.chars().nth(1).is_some_and(char::is_alphanumeric)
        };
    is_host(words, path).then(|| {
        let bare = head.start + words.trim_end_matches(['.', '-', '_']).len();
        let link_end = if path { token_end(text, head.end, end) } else { bare };
        (MaskKind::Link, Span::new(head.start, link_end))
    })
}

/// Whether a run of characters is the name of a host.
fn is_host(words: &str, path: bool) -> bool {
    let bare = words.trim_end_matches(['.', '-', '_']);
    let Some((head, last)) = bare.rsplit_once('.') else {
        return false;
    };
    let good = !head.is_empty() && bare.is_ascii() && !bare.contains("..");
    let listed = |list: &str| list.split(' ').any(|end| end == last);
    let letters = head.chars().any(|c| c.is_ascii_alphabetic());
    let known = listed(DOMAINS) || (path && listed(WORDY_DOMAINS));
    good && letters && (bare.len() > 4 && bare.starts_with("www.") || known)
}

/// The end of a link's token: up to white space or a bracket that is not its
/// own, without the marks of the sentence round it.
fn token_end(text: &str, from: usize, end: usize) -> usize {
    let rest = text.get(from..end).unwrap_or_default();
    let stop = rest.find(|c: char| c.is_whitespace() || "<>\"`{}|”»".contains(c));
    let token = rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default();
    let mut bare = token.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '’']);
    if bare.ends_with(')') && !bare.contains('(') {
        bare = bare.trim_end_matches([')', '.', ',', ';', ':', '!', '?']);
    }
    from + bare.len()
}

/// `@maria`, where no word runs into the sign.
fn handle(text: &str, at: usize) -> Option<(MaskKind, Span<Text>)> {
    let glued = lines::char_before(text, at).is_some_and(|c| c.is_alphanumeric() || c == '@');
    let rest = text.get(at + 1..)?;
    let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    (!glued && len >= 2).then(|| (MaskKind::Handle, Span::new(at, at + 1 + len)))
}

/// Code from the backticks (or the tildes of a fence) at `at` on.
fn code(text: &str, at: usize, end: usize) -> Option<(MaskKind, Span<Text>)> {
    let rest = text.get(at..end)?;
    let tick = rest.chars().next()?;
    let ticks = rest.len() - rest.trim_start_matches(tick).len();
    if ticks >= 3 && begins_line(text, at) {
        let marks = rest.get(..3)?;
        let body = rest.get(ticks..)?;
        let fence = format!("\n{marks}");
        let shut = body.find(&fence).map(|shut| ticks + shut + fence.len());
        let close = shut
            .and_then(|shut| rest.get(shut..))
            .map(|tail| rest.len() - tail.len() + tail.find('\n').unwrap_or(tail.len()));
        return Some((MaskKind::Code, Span::new(at, at + close.unwrap_or(rest.len()))));
    }
    let glued = lines::char_before(text, at).is_some_and(char::is_alphanumeric);
    (tick == '`' && !glued)
        .then(|| inline(rest, ticks))
        .flatten()
        .map(|len| (MaskKind::Code, Span::new(at, at + len)))
}

/// Whether only a few spaces stand before `at` on its line.
fn begins_line(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let bare = head.trim_end_matches(' ');
    head.len() - bare.len() <= 3 && (bare.is_empty() || bare.ends_with('\n'))
}

/// The length of code between backticks at the start of `rest`. A backtick
/// that a letter follows closes nothing: it is somebody's apostrophe.
fn inline(rest: &str, ticks: usize) -> Option<usize> {
    let marks = rest.get(..ticks)?;
    let stop = rest.char_indices().skip(ticks).take_while(|(at, c)| *at < CODE && *c != '\n');
    let last = stop.last().map(|(at, c)| at + c.len_utf8())?;
    let body = rest.get(ticks..last)?;
    let shut = body.find(marks).filter(|shut| *shut > 0)?;
    let end = ticks + shut + ticks;
    let next = rest.get(end..)?.chars().next();
    (!next.is_some_and(|c| c.is_alphanumeric() || c == '`')).then_some(end)
}

/// `whole` without the masked places: what is left of it, in text order.
pub fn unmasked(whole: Span<Text>, masks: &[(MaskKind, Span<Text>)], out: &mut Vec<Span<Text>>) {
    let mut start = whole.start;
    let first = masks.partition_point(|(_, mask)| mask.end <= whole.start);
    let inside = masks.iter().skip(first).take_while(|(_, mask)| mask.start < whole.end);
    for (_, mask) in inside {
        if mask.start > start {
            out.push(Span::new(start, mask.start));
        }
        start = start.max(mask.end);
    }
    if start < whole.end {
        out.push(Span::new(start, whole.end));
    }
}

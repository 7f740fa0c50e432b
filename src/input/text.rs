//! Plain text: the whole file is one draft, or, with `--paste`, the
//! customer's message and the draft.

use std::sync::Arc;

use super::{Format, decode, empty};
use crate::document::draft::{Draft, Message};
use crate::line::Page;
use crate::map::{Map, Origin};
use crate::problem::Problem;
use crate::report::Id;
use crate::source::Stream;
use crate::span::{Span, Text};

/// The row of this format.
pub(super) const FORMAT: Format = Format {
    name: "text",
    endings: &["txt", "text"],
    about: "plain text, one draft a file",
    library: false,
    many: false,
    looks: |_| false,
    read: |stream, options| Box::new(std::iter::once_with(move || draft(stream, options.paste))),
};

/// The customer's message from a file of its own, as `--customer` gives it.
///
/// # Errors
/// A problem `unreadable`, `too-large`, `binary` or `empty`.
pub fn message(stream: Stream) -> Result<Message, Problem> {
    let page = page(stream)?;
    if page.text().trim().is_empty() {
        let problem = Problem::new("empty", page.name(), "There is no message here.");
        return Err(problem.help("Put the customer's words in this file."));
    }
    let text = Arc::clone(page.text());
    Ok(Message { text, origin: Origin::new(page, Map::default()) })
}

fn draft(stream: Stream, paste: bool) -> Result<Draft, Problem> {
    let page = page(stream)?;
    let all = Span::new(0, page.text().len());
    let (customer, reply) = if paste { divide(&page)? } else { (Span::new(0, 0), all) };
    let (text, origin) = part(&page, reply);
    if text.trim().is_empty() {
        return Err(empty(page.name()));
    }
    let mut draft = Draft::new(Id::Number(1), text, origin);
    let (text, origin) = part(&page, customer);
    draft.customer = (!text.trim().is_empty()).then_some(Message { text, origin });
    Ok(draft)
}

fn page(stream: Stream) -> Result<Arc<Page>, Problem> {
    let name = Arc::clone(&stream.name);
    let bytes = stream.read_all()?;
    let page = decode::page(Arc::clone(&name), bytes).ok_or_else(|| super::binary(&name))?;
    Ok(Arc::new(page))
}

/// What lies before and after the first line of three hyphens.
fn divide(page: &Page) -> Result<(Span<Text>, Span<Text>), Problem> {
    let mut start = 0;
    for line in page.text().split_inclusive('\n') {
        let end = start + line.len();
        // Some editors turn the first two hyphens into a dash.
        if matches!(line.trim(), "---" | "\u{2014}-") {
            return Ok((Span::new(0, start), Span::new(end, page.text().len())));
        }
        start = end;
    }
    let message = "No line of three hyphens divides the customer's message from the draft.";
    let problem = Problem::new("no-divider", page.name(), message);
    Err(problem.help("Put --- on a line of its own: their message above it, your draft below."))
}

/// A part of a page as a text of its own; the whole page is shared.
fn part(page: &Arc<Page>, span: Span<Text>) -> (Arc<str>, Origin) {
    let text = page.text();
    let text = if span.len() == text.len() { Arc::clone(text) } else { span.of(text).into() };
    (text, Origin::new(Arc::clone(page), Map::shift(span.start)))
}

//! A text with numbered carets under some of its words.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::render::{Style, clean};
use crate::span::{Span, Text};

/// Columns that the frame of a line of text takes.
pub const FRAME: usize = 10;

/// Narrowest screen on which carets can be read.
const NARROWEST: usize = 40;

/// The text with carets under `spans`, numbered from 1.
#[must_use]
pub fn carets(text: &str, spans: &[Span<Text>], style: &Style) -> String {
    let (shown, places) = screen(text, style.width.saturating_sub(FRAME).max(FRAME));
    let place = |at: usize| places.get(at).copied().unwrap_or(shown.len());
    let marks = spans.iter().enumerate().map(|(nth, span)| {
        let range = place(span.start)..place(span.end);
        AnnotationKind::Primary.span(range).label((nth + 1).to_string())
    });
    let snippet = Snippet::source(shown.as_str()).fold(false).annotations(marks);
    let group = Group::with_level(Level::NOTE).element(snippet);
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(NARROWEST));
    format!("{}\n", renderer.render(&[group]))
}

/// A text as the screen shows it, broken into lines of at most `room` columns,
/// and where each of its bytes is then.
fn screen(text: &str, room: usize) -> (String, Vec<usize>) {
    let mut shown = String::with_capacity(text.len());
    let mut places = vec![0; text.len() + 1];
    let (mut filled, mut last) = (0, None);
    let mut kept = clean::chars(text).peekable();
    for at in 0..text.len() {
        if let Some(place) = places.get_mut(at) {
            *place = shown.len();
        }
        let Some((_, sign)) = kept.next_if(|(from, _)| *from == at) else {
            continue;
        };
        match sign {
            '\n' => (filled, last) = (0, None),
            ' ' => last = Some(shown.len()),
            _ => {}
        }
        filled += usize::from(sign != '\n');
        shown.push(sign);
        if let Some(space) = last.filter(|_| filled > room) {
            // A space and a line feed are as long as each other.
            shown.replace_range(space..=space, "\n");
            (filled, last) = (shown.len() - space - 1, None);
        }
    }
    if let Some(place) = places.last_mut() {
        *place = shown.len();
    }
    (shown, places)
}

//! Problems, as a person reads them: with the place under a caret where the
//! text may be shown, else on one line.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::paint::{Tint, paint};
use super::{Style, clean, wrap};
use crate::problem::{self, Problem};

/// Narrowest width at which a snippet can still be read.
const NARROWEST: usize = 40;

/// All problems, each with its place and the way to mend it, for standard
/// error. Empty for none.
#[must_use]
pub fn show(problems: &[Problem], style: &Style) -> String {
    let mut out = String::new();
    for problem in problems {
        match &problem.snippet {
            Some(snippet) => out.push_str(&pointed(problem, snippet, style)),
            None => out.push_str(&line(problem, style)),
        }
    }
    out
}

/// `inbox.jsonl:17: This line is no JSON. Close the string with a quote.`
fn line(problem: &Problem, style: &Style) -> String {
    let mut text = name(&problem.source);
    if let Some(spot) = problem.place {
        let _ = write!(text, ":{}", spot.line);
        if spot.column > 1 {
            let _ = write!(text, ":{}", spot.column);
        }
    }
    let message = clean::line(&problem.message);
    let note = if problem.warning { "note: " } else { "" };
    let _ = write!(text, ": {note}{message}");
    if let Some(help) = &problem.help {
        let stop = if message.ends_with(['.', '!', '?']) { "" } else { "." };
        let _ = write!(text, "{stop} {}", clean::line(help));
    }
    let tint = if problem.warning { Tint::Plain } else { Tint::Bold };
    let mut out = String::new();
    for line in wrap::wrap(&text, style.width.max(NARROWEST)) {
        out.push_str(&paint(&line, tint, style));
        out.push('\n');
    }
    out
}

/// With the line of the file and carets under the place.
fn pointed(problem: &Problem, snippet: &problem::Snippet, style: &Style) -> String {
    let (line, range) = excerpt(&snippet.text, &snippet.range);
    let number = problem.place.map_or(1, |spot| spot.line);
    let level = if problem.warning {
        Level::WARNING.with_name("note")
    } else {
        Level::ERROR.with_name("problem")
    };
    let title = level.primary_title(clean::line(&problem.message)).id(problem.code);
    let source = Snippet::source(line)
        .line_start(number)
        .path(name(&problem.source))
        .annotation(AnnotationKind::Primary.span(range));
    let mut group: Group<'_> = title.element(source);
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(clean::line(help)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(NARROWEST));
    format!("{}\n\n", renderer.render(&[group]))
}

/// The line where the place begins, safe to print, and the place within it.
/// Signs that a terminal would act on become one sign that it shows, so that
/// columns stay.
fn excerpt(text: &str, range: &Range<usize>) -> (String, Range<usize>) {
    let at = text.floor_char_boundary(range.start);
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    let mut shown = String::with_capacity(line.len());
    let (mut from, mut to) = (None, None);
    for (offset, c) in line.char_indices() {
        let place = start + offset;
        if place >= at {
            from.get_or_insert(shown.len());
        }
        if place >= range.end {
            to.get_or_insert(shown.len());
        }
        let act = clean::hidden(c) || matches!(c, '\u{2028}' | '\u{2029}');
        shown.push(if act { char::REPLACEMENT_CHARACTER } else { c });
    }
    let from = from.unwrap_or(shown.len());
    let to = to.unwrap_or(shown.len()).max(from);
    (shown, from..to)
}

/// The file's name; standard input has none.
fn name(source: &str) -> String {
    if source == "-" { "standard input".to_owned() } else { clean::line(source) }
}

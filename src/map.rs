//! Maps: from a text as read back to the file it was read from.
//!
//! Every change that reading makes (an escape decoded, markup left out) is
//! recorded while it is made, so that a place is never found by searching for
//! the words again. A [`Map`] leads from a text to the text it was made of;
//! several stack up with [`Map::over`]. An [`Origin`] ends the stack at a
//! [`Page`], which knows the stored bytes and the lines.

mod builder;
mod steps;

use std::sync::Arc;

pub use self::builder::Builder;
use self::steps::Steps;
use crate::line::{Encoding, Page};
use crate::report::Place;
use crate::span::{Source, Span, Text};

/// Leads from a text back to the text it was made of. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Map {
    steps: Steps,
    /// The map of the text below, when that was made of another one.
    below: Option<Arc<Map>>,
}

/// Where a span of text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapped {
    /// The nearest enclosing bytes.
    pub span: Span<Source>,
    /// Whether those bytes are the span and nothing else: no part of an
    /// escape, no markup between. Only such a place can be edited.
    pub exact: bool,
}

impl Map {
    /// The map of a text that lies unchanged in its source, from the byte
    /// `start` on. Allocates nothing.
    #[must_use]
    pub const fn shift(start: usize) -> Self {
        Self { steps: Steps::Shift(start), below: None }
    }

    /// This map, where its source was itself read through `below`.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        if let (Steps::Shift(by), None, Steps::Shift(start)) =
            (&self.steps, &self.below, &below.steps)
        {
            return Self { steps: Steps::Shift(by + start), below: below.below };
        }
        let below = match self.below {
            Some(own) => Arc::unwrap_or_clone(own).over(below),
            None => below,
        };
        Self { steps: self.steps, below: Some(Arc::new(below)) }
    }

    /// The bytes that `span` was read from. An empty span is the place before
    /// the unit at its start. Takes time with what the span covers.
    #[must_use]
    pub fn to_source(&self, span: Span<Text>) -> Mapped {
        let near = self.steps.to_source(span);
        let Some(below) = &self.below else {
            return near;
        };
        let far = below.to_source(Span::new(near.span.start, near.span.end));
        Mapped { exact: near.exact && far.exact, ..far }
    }
}

impl Mapped {
    /// The place before a byte.
    const fn point(at: usize) -> Self {
        Self { span: Span::new(at, at), exact: true }
    }
}

/// Where a text comes from: its page and the map that leads there. Cheap to
/// clone.
#[derive(Debug, Clone)]
pub struct Origin {
    page: Arc<Page>,
    map: Map,
}

impl Origin {
    /// The origin of a text that was read from `page` through `map`.
    #[must_use]
    pub const fn new(page: Arc<Page>, map: Map) -> Self {
        Self { page, map }
    }

    /// The file's name, `-` for standard input.
    #[must_use]
    pub fn name(&self) -> &str {
        self.page.name()
    }

    /// How the file is stored, for writing an edit back.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.page.encoding()
    }

    /// The line of the file where the text begins, 1-based.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place(Span::new(0, 0)).line
    }

    /// The bytes of the file as stored that `span` was read from, and whether
    /// they can be edited.
    #[must_use]
    pub fn to_source(&self, span: Span<Text>) -> Mapped {
        let Mapped { span, exact } = self.map.to_source(span);
        let (start, end) = (self.page.locate(span.start), self.page.locate(span.end));
        Mapped { span: Span::new(start.byte, end.byte), exact }
    }

    /// Where `span` stands in the file: bytes as stored, lines and columns of
    /// the file as text.
    #[must_use]
    pub fn place(&self, span: Span<Text>) -> Place {
        let Mapped { span, .. } = self.map.to_source(span);
        let (start, end) = (self.page.locate(span.start), self.page.locate(span.end));
        Place {
            source: None,
            start: start.byte,
            end: end.byte,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            utf16_column: start.utf16_column,
            utf16_end_column: end.utf16_column,
        }
    }
}

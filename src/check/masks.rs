//! What phrases do not enter: links, addresses, code, placeholders.

use crate::document::region::{self, MaskKind};
use crate::document::shape::Kind;
use crate::document::words::Mask;
use crate::span::{Span, Text};

/// The masks of a text without parts.
#[must_use]
pub fn of(text: &str) -> Vec<Mask> {
    let mut found = Vec::new();
    region::masks(text, Span::new(0, text.len()), &mut found);
    from(&found)
}

/// The masks that a cut text has.
#[must_use]
pub fn from(found: &[(MaskKind, Span<Text>)]) -> Vec<Mask> {
    let kind = |kind: MaskKind| {
        if kind == MaskKind::Placeholder { Kind::Placeholder } else { Kind::Opaque }
    };
    found.iter().map(|(one, span)| Mask { range: span.range(), kind: kind(*one) }).collect()
}

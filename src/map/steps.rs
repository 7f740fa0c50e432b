//! The steps of a map, packed: some bytes as they stand, then a unit that was
//! changed, and so on.
//!
//! A step takes three bytes as a rule, so that the map of a text that is full
//! of escapes is not larger than the text. Marks among the steps make finding
//! a place a short walk.

use std::sync::Arc;

use super::Mapped;
use crate::span::{Span, Text};

/// Steps from one mark to the next.
pub(super) const STRETCH: usize = 32;

/// How a text lies in its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Steps {
    /// As it stands, from this byte on.
    Shift(usize),
    /// In pieces.
    Packed(Arc<Packed>),
}

/// Steps, three numbers each: bytes that are the same in both, then the
/// unit's bytes in the text, then its bytes in the source.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Packed {
    pub(super) numbers: Box<[u8]>,
    /// At every [`STRETCH`] steps.
    pub(super) marks: Box<[Mark]>,
    /// The source's byte at the end of the text.
    pub(super) end: usize,
}

/// Where a step begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Byte of the text.
    pub(super) text: usize,
    /// Byte of the source.
    pub(super) source: usize,
    /// Byte among the numbers.
    pub(super) number: usize,
}

/// A stretch of text and the source that it stands for.
#[derive(Debug, Clone, Copy)]
struct Piece {
    text: Span<Text>,
    /// First byte in the source.
    source: usize,
    /// Bytes in the source.
    length: usize,
    /// Whether it can only be taken as a whole.
    is_unit: bool,
}

/// The pieces from a mark on, in text order.
struct Walk<'p> {
    numbers: &'p [u8],
    text: usize,
    source: usize,
    /// The unit of the step at hand, when its bytes before are done.
    unit: Option<(usize, usize)>,
}

impl Default for Steps {
    fn default() -> Self {
        Self::Shift(0)
    }
}

impl Steps {
    /// The bytes of the source that `span` stands for.
    pub(super) fn to_source(&self, span: Span<Text>) -> Mapped {
        match self {
            Self::Shift(by) => {
                let start = span.start.saturating_add(*by);
                let span = Span::new(start, start.saturating_add(span.len()));
                Mapped { span, exact: true }
            }
            Self::Packed(packed) if span.is_empty() => packed.point(span.start),
            Self::Packed(packed) => packed.cover(span),
        }
    }
}

impl Packed {
    /// The place before the unit that begins at `offset`, or around the one
    /// that holds it.
    fn point(&self, offset: usize) -> Mapped {
        let holds = |piece: &Piece| piece.text.end > offset;
        let Some(piece) = self.walk(offset).find(holds) else {
            return Mapped::point(self.end);
        };
        if piece.is_unit && piece.text.start < offset {
            let span = Span::new(piece.source, piece.source + piece.length);
            return Mapped { span, exact: false };
        }
        Mapped::point(piece.start(offset))
    }

    fn cover(&self, span: Span<Text>) -> Mapped {
        let mut covered = self
            .walk(span.start)
            .skip_while(|piece| piece.text.end <= span.start)
            .take_while(|piece| piece.text.start < span.end);
        let Some(first) = covered.next() else {
            return Mapped::point(self.end);
        };
        let (mut last, mut exact) = (first, first.is_whole_in(span));
        for piece in covered {
            exact &= piece.is_whole_in(span);
            last = if piece.text.is_empty() { last } else { piece };
        }
        let span = Span::new(first.start(span.start), last.end(span.end));
        Mapped { span, exact }
    }

    /// The pieces from the last mark before `offset` on.
    fn walk(&self, offset: usize) -> Walk<'_> {
        let after = self.marks.partition_point(|mark| mark.text <= offset);
        let mark = self.marks.get(after.saturating_sub(1)).copied().unwrap_or_default();
        Walk {
            numbers: self.numbers.get(mark.number..).unwrap_or_default(),
            text: mark.text,
            source: mark.source,
            unit: None,
        }
    }
}

impl Piece {
    /// The source's byte for the text from `offset` on.
    fn start(&self, offset: usize) -> usize {
        let passed = offset.saturating_sub(self.text.start);
        self.source + if self.is_unit { 0 } else { passed.min(self.length) }
    }

    /// The source's byte for the text up to `offset`.
    fn end(&self, offset: usize) -> usize {
        if self.is_unit { self.source + self.length } else { self.start(offset) }
    }

    /// Whether editing `span` leaves this piece whole: it is no unit cut in
    /// two, no text without source and no source without text.
    fn is_whole_in(&self, span: Span<Text>) -> bool {
        let has_both = self.text.is_empty() == (self.length == 0);
        has_both && (!self.is_unit || span.contains(self.text))
    }
}

impl Iterator for Walk<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let is_unit = self.unit.is_some();
        let (text, length) = if let Some(unit) = self.unit.take() {
            unit
        } else {
            let same = unpack(&mut self.numbers)?;
            self.unit = Some((unpack(&mut self.numbers)?, unpack(&mut self.numbers)?));
            (same, same)
        };
        let piece = Piece {
            text: Span::new(self.text, self.text + text),
            source: self.source,
            length,
            is_unit,
        };
        self.text += text;
        self.source += length;
        Some(piece)
    }
}

/// Appends a number, seven bits a byte, the lowest first.
pub(super) fn pack(numbers: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return numbers.push(low);
        }
        numbers.push(low | 0x80);
    }
}

fn unpack(numbers: &mut &[u8]) -> Option<usize> {
    let length = numbers.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let (number, rest) = numbers.split_at_checked(length)?;
    *numbers = rest;
    Some(number.iter().rev().fold(0, |high, byte| high << 7 | usize::from(byte & 0x7F)))
}

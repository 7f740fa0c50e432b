//! Byte ranges that know which text they belong to.
//!
//! kindword keeps two texts apart: the file as it is stored ([`Source`]) and
//! the prose a person reads ([`Text`]). A `Span<Text>` can only become a
//! `Span<Source>` through a [`Map`](crate::map::Map).

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// Marks a span of the file as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {}

/// Marks a span of the text as read: decoded, unescaped, without markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {}

/// A half-open range of bytes of one of the two texts.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<K> {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    kind: PhantomData<K>,
}

impl<K> Span<K> {
    /// A span from `start` to `end`, in bytes.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end, kind: PhantomData }
    }

    /// The length in bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// The span as a plain range of bytes.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(&self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(&self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span, `by` bytes further on.
    #[must_use]
    pub const fn shift(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// The words of this span in `text`, empty where the span does not fit.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl<K> Clone for Span<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Span<K> {}

impl<K> fmt::Debug for Span<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

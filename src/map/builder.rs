//! Recording a map while a text is being made.

use std::sync::Arc;

use super::Map;
use super::steps::{Mark, Packed, STRETCH, Steps, pack};

/// Records a map while a text is being made.
///
/// ```
/// use kindword::map::Builder;
/// use kindword::span::Span;
///
/// // `"A\u0042C"` read as `ABC`: the literal begins at 0, its text at 1.
/// let mut builder = Builder::at(1);
/// builder.copy(1);
/// builder.unit(1, 6);
/// builder.copy(1);
/// let mapped = builder.finish().to_source(Span::new(1, 3));
/// assert_eq!(mapped.span, Span::new(2, 9));
/// assert!(mapped.exact);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Builder {
    numbers: Vec<u8>,
    marks: Vec<Mark>,
    /// How many steps are packed.
    steps: usize,
    /// Bytes that are the same in both since the last step.
    same: usize,
    text: usize,
    source: usize,
    /// Where the last text ends in the source.
    end: usize,
}

impl Builder {
    /// Begins a text whose source begins at the byte `source`.
    #[must_use]
    pub fn at(source: usize) -> Self {
        Self { source, end: source, ..Self::default() }
    }

    /// The next `len` bytes of the source are text as they stand.
    pub fn copy(&mut self, len: usize) {
        self.same += len;
        self.text += len;
        self.source += len;
        self.end = self.source;
    }

    /// The next `source` bytes stand for `text` bytes of text, as a whole. No
    /// source is text that reading made up.
    pub fn unit(&mut self, text: usize, source: usize) {
        self.step(text, source);
        self.end = self.source;
    }

    /// The next `len` bytes of the source are no text.
    pub fn skip(&mut self, len: usize) {
        self.step(0, len);
    }

    /// The map of the text so far.
    #[must_use]
    pub fn finish(mut self) -> Map {
        if self.steps == 0 {
            return Map::shift(self.source - self.same);
        }
        self.step(0, 0);
        let packed =
            Packed { numbers: self.numbers.into(), marks: self.marks.into(), end: self.end };
        Map { steps: Steps::Packed(Arc::new(packed)), below: None }
    }

    /// Packs what was the same and the unit after it.
    fn step(&mut self, text: usize, source: usize) {
        if self.steps.is_multiple_of(STRETCH) {
            self.marks.push(Mark {
                text: self.text - self.same,
                source: self.source - self.same,
                number: self.numbers.len(),
            });
        }
        for number in [self.same, text, source] {
            pack(&mut self.numbers, number);
        }
        self.steps += 1;
        self.same = 0;
        self.text += text;
        self.source += source;
    }
}

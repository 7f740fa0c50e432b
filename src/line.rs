//! Pages: a piece of a stored file as decoded text, which knows its bytes,
//! lines and columns.
//!
//! A page counts once, when it is first asked, and keeps a mark for every
//! kilobyte. A look-up counts from the nearest mark, so that it costs the same
//! in a file of one long line, and the marks take 2 % of the text at most,
//! however short the lines are. In each encoding that is read, the stored
//! offset follows from the same counts, so that no table of bytes is kept.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Bytes of text between two marks.
const BLOCK: usize = 1024;

/// How the characters of a file are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    #[default]
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, one byte for each character.
    Windows1252,
}

/// A piece of a stored file: the whole of a text file, one line of JSONL.
#[derive(Debug)]
pub struct Page {
    name: Arc<str>,
    text: Arc<str>,
    encoding: Encoding,
    bytes: Range<usize>,
    line: usize,
    marks: OnceLock<Box<[Mark]>>,
}

/// A place in a page, in every unit that readers use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Byte in the file as stored, 0-based.
    pub byte: usize,
    /// Line of the file, 1-based.
    pub line: usize,
    /// Column in Unicode scalar values, 1-based. A byte-order mark is none.
    pub column: usize,
    /// Column in UTF-16 units, 1-based.
    pub utf16_column: usize,
}

/// What lies before a block.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// Line ends.
    lines: u32,
    /// Since the start of the page.
    all: Count,
    /// Since the last line end.
    column: Count,
}

/// An amount of text.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    /// Unicode scalar values.
    scalars: u32,
    /// UTF-16 units.
    units: u32,
}

impl Page {
    /// A whole file of UTF-8 without a byte-order mark.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self {
            name: name.into(),
            encoding: Encoding::Utf8,
            bytes: 0..text.len(),
            line: 1,
            text,
            marks: OnceLock::new(),
        }
    }

    /// Says how the page is stored, and in which bytes of the file. A
    /// byte-order mark before the text is not among them.
    #[must_use]
    pub fn stored(mut self, encoding: Encoding, bytes: Range<usize>) -> Self {
        self.encoding = encoding;
        self.bytes = bytes;
        self
    }

    /// Says on which line of the file the page begins, 1-based.
    #[must_use]
    pub const fn at_line(mut self, line: usize) -> Self {
        self.line = line;
        self
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The line of the file on which the page begins, 1-based.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The page as text.
    #[must_use]
    pub const fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// How the file is stored.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where the byte `offset` of the text stands in the file. An offset
    /// inside a character stands for its start, one past the end for the end.
    #[must_use]
    pub fn locate(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let block = offset / BLOCK;
        let mark = self.marks().get(block).copied().unwrap_or_default();
        let passed = self.text.as_bytes().get(block * BLOCK..offset);
        let mark = mark.advance(passed.unwrap_or_default());
        Position {
            byte: self.byte(offset, mark.all),
            line: self.line + widen(mark.lines),
            column: widen(mark.column.scalars) + 1,
            utf16_column: widen(mark.column.units) + 1,
        }
    }

    /// The stored byte at `offset`, where `passed` is the text before it.
    fn byte(&self, offset: usize, passed: Count) -> usize {
        let within = match self.encoding {
            _ if offset == self.text.len() => self.bytes.len(),
            Encoding::Utf8 => offset,
            Encoding::Utf16Le | Encoding::Utf16Be => widen(passed.units) * 2,
            Encoding::Windows1252 => widen(passed.scalars),
        };
        self.bytes.end.min(self.bytes.start + within)
    }

    fn marks(&self) -> &[Mark] {
        self.marks.get_or_init(|| {
            let mut mark = Mark::default();
            let blocks = self.text.as_bytes().chunks(BLOCK);
            let ends = blocks.map(|block| {
                mark = mark.advance(block);
                mark
            });
            std::iter::once(Mark::default()).chain(ends).collect()
        })
    }
}

impl Mark {
    /// The mark after the bytes `passed` have gone by.
    fn advance(self, passed: &[u8]) -> Self {
        let count = Count::of(passed);
        let all = self.all.plus(count);
        let ends = tally(passed, |byte| byte == b'\n');
        if ends == 0 {
            let column = self.column.plus(count);
            return Self { all, column, ..self };
        }
        let rest = passed.rsplit(|&byte| byte == b'\n').next();
        Self {
            lines: self.lines.saturating_add(ends),
            all,
            column: Count::of(rest.unwrap_or_default()),
        }
    }
}

impl Count {
    /// Counts by first bytes, so that a block may end inside a character.
    fn of(bytes: &[u8]) -> Self {
        if bytes.is_ascii() {
            let all = narrow(bytes.len());
            return Self { scalars: all, units: all };
        }
        let scalars = tally(bytes, |byte| byte & 0xC0 != 0x80);
        let pairs = tally(bytes, |byte| byte >= 0xF0);
        Self { scalars, units: scalars.saturating_add(pairs) }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            scalars: self.scalars.saturating_add(other.scalars),
            units: self.units.saturating_add(other.units),
        }
    }
}

/// How many bytes pass the test. Counts in single bytes where it can, which
/// the compiler turns into sixteen at a time.
fn tally(bytes: &[u8], test: impl Fn(u8) -> bool) -> u32 {
    let row = |row: &[u8]| row.iter().map(|&byte| u8::from(test(byte))).sum::<u8>();
    bytes.chunks(255).map(|bytes| u32::from(row(bytes))).sum()
}

/// An offset in 32 bits, which hold all that [`crate::source`] lets in.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// An offset out of 32 bits.
fn widen(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

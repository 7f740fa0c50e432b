//! Lines of a stream, one at a time: each a [`Page`] of its own, so that what
//! is kept of a file is the line at hand.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

use super::decode;
use crate::line::{Encoding, Page};
use crate::problem::Problem;
use crate::source::{self, LIMIT, Stream};

/// Bytes of a buffer that are worth keeping for the next line.
const KEEP: usize = 1 << 20;

/// The lines of a stream that hold more than white space, without their line
/// ends. UTF-8, or UTF-16 with a byte-order mark.
///
/// A line that is not text is a problem and the next ones follow; a stream
/// that is not text, or breaks off, ends with a problem.
pub(super) struct Lines {
    stream: Stream,
    encoding: Option<Encoding>,
    buffer: Vec<u8>,
    /// Bytes of the file before the line at hand.
    offset: usize,
    /// Number of the line at hand, 1-based.
    number: usize,
    ended: bool,
}

impl Lines {
    /// The lines of `stream`, which stands at its beginning.
    #[must_use]
    pub(super) const fn new(stream: Stream) -> Self {
        Self { stream, encoding: None, buffer: Vec::new(), offset: 0, number: 0, ended: false }
    }

    /// The page of the line in `bytes`; none when it is blank.
    fn page(&mut self, bytes: &[u8]) -> Result<Option<Page>, Problem> {
        let (_, skipped) = if self.number == 1 { decode::mark(bytes) } else { (None, 0) };
        let start = self.offset + skipped;
        self.offset += bytes.len();
        let body = bytes.get(skipped..).unwrap_or_default();
        let encoding = self.encoding.unwrap_or_default();
        let text = match encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => decode::utf16(body, self.encoding),
            _ => Cow::Borrowed(std::str::from_utf8(body).map_err(|_| self.not_utf8(body))?),
        };
        if text.contains('\0') && self.number == 1 {
            self.ended = true;
            return Err(super::binary(&self.stream.name));
        }
        let line = text.strip_suffix('\n').unwrap_or(&text);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let wide = if encoding == Encoding::Utf8 { 1 } else { 2 };
        let end = self.offset - (text.len() - line.len()) * wide;
        let page = Page::new(Arc::clone(&self.stream.name), line);
        let page = page.stored(encoding, start..end).at_line(self.number);
        Ok((!line.trim().is_empty()).then_some(page))
    }

    fn not_utf8(&mut self, body: &[u8]) -> Problem {
        if self.number == 1 && decode::is_binary(body) {
            self.ended = true;
            return super::binary(&self.stream.name);
        }
        let message = "This line has bytes that are not UTF-8.";
        Problem::new("not-utf8", &*self.stream.name, message)
            .help("Save the file as UTF-8 and try again.")
            .line(self.number)
    }

    /// Appends the next line with its line end to `bytes`.
    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let room = LIMIT.saturating_sub(u64::try_from(bytes.len()).unwrap_or(LIMIT));
            let read = self.stream.bytes.by_ref().take(room).read_until(b'\n', bytes)?;
            let encoding =
                *self.encoding.get_or_insert_with(|| decode::mark(bytes).0.unwrap_or_default());
            let ends = match encoding {
                _ if read == 0 => true,
                Encoding::Utf16Le => bytes.len() % 2 == 1 && self.read_high_byte(bytes)?,
                Encoding::Utf16Be => matches!(bytes.as_chunks().0.last(), Some([0, b'\n'])),
                _ => true,
            };
            if ends {
                return Ok(());
            }
        }
    }

    /// Reads the other half of what may be a line end; whether it is one.
    fn read_high_byte(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let read = self.stream.bytes.by_ref().take(1).read_to_end(bytes)?;
        Ok(read == 0 || bytes.last() == Some(&0))
    }
}

impl Iterator for Lines {
    type Item = Result<Arc<Page>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut bytes = std::mem::take(&mut self.buffer);
            if let Err(error) = self.read(&mut bytes) {
                self.ended = true;
                return Some(Err(source::unreadable(&self.stream.name, &error)));
            }
            self.number += 1;
            if source::is_too_large(bytes.len()) {
                self.ended = true;
                return Some(Err(source::too_large(&self.stream.name).line(self.number)));
            }
            self.ended = bytes.is_empty();
            let page = self.page(&bytes);
            if bytes.capacity() <= KEEP {
                bytes.clear();
                self.buffer = bytes;
            }
            if let Some(page) = page.transpose() {
                return Some(page.map(Arc::new));
            }
        }
        None
    }
}

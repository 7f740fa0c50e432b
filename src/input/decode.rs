//! Bytes to characters: UTF-8, UTF-16 with a byte-order mark, else
//! Windows-1252, which older mail and helpdesk exports use.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::line::{Encoding, Page};

/// The byte-order mark of UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Bytes that are enough to tell text from other things.
const SAMPLE: usize = 64 * 1024;

/// The encoding that a byte-order mark announces, and the mark's length.
#[must_use]
pub fn mark(bytes: &[u8]) -> (Option<Encoding>, usize) {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (Some(Encoding::Utf8), BOM.len()),
        [0xFF, 0xFE, ..] => (Some(Encoding::Utf16Le), 2),
        [0xFE, 0xFF, ..] => (Some(Encoding::Utf16Be), 2),
        _ => (None, 0),
    }
}

/// A whole file as a page; none when its bytes are not text.
#[must_use]
pub fn page(name: Arc<str>, bytes: Vec<u8>) -> Option<Page> {
    let (marked, start) = mark(&bytes);
    let stored = start..bytes.len();
    let (encoding, text) = text(&bytes, marked, stored.clone())?;
    // Of the bytes and the two copies of decoded text, two stand at a time.
    let text: Arc<str> = match text {
        Cow::Borrowed(text) => text.into(),
        Cow::Owned(text) => {
            drop(bytes);
            text.into()
        }
    };
    Some(Page::new(name, text).stored(encoding, stored))
}

/// The beginning of a file as text, for telling its format. What is broken
/// off at the end is left out or replaced.
#[must_use]
pub fn head(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, start) = mark(bytes);
    let body = bytes.get(start..).unwrap_or_default();
    match encoding {
        Some(Encoding::Utf16Le | Encoding::Utf16Be) => utf16(body, encoding),
        _ => String::from_utf8_lossy(body),
    }
}

/// UTF-16 as text; half a pair is U+FFFD. Other encodings are read as little
/// endian too.
#[must_use]
pub fn utf16(bytes: &[u8], encoding: Option<Encoding>) -> Cow<'_, str> {
    let reader = match encoding {
        Some(Encoding::Utf16Be) => encoding_rs::UTF_16BE,
        _ => encoding_rs::UTF_16LE,
    };
    reader.decode_without_bom_handling(bytes).0
}

/// Whether the bytes are no prose: there is a NUL, or controls make up over a
/// twentieth of the beginning. Terminal colours and page breaks are let
/// through.
#[must_use]
pub fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| matches!(byte, 0x01..=0x07 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    bytes.contains(&0) || sample.iter().filter(is_control).count() > sample.len() / 20
}

fn text(
    bytes: &[u8],
    marked: Option<Encoding>,
    stored: Range<usize>,
) -> Option<(Encoding, Cow<'_, str>)> {
    let body = bytes.get(stored).unwrap_or_default();
    let (encoding, text) = match marked {
        Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) => (encoding, utf16(body, marked)),
        _ => match std::str::from_utf8(body) {
            Ok(text) => (Encoding::Utf8, Cow::Borrowed(text)),
            Err(_) if is_binary(body) => return None,
            Err(_) => (Encoding::Windows1252, Cow::Owned(windows1252(body))),
        },
    };
    (!is_binary(text.as_bytes())).then_some((encoding, text))
}

/// Windows-1252 as text, a piece at a time, since the decoder takes room for
/// the worst case and fills it.
fn windows1252(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for piece in bytes.chunks(SAMPLE) {
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(piece).0);
    }
    text
}

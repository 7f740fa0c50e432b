//! JSON string literals: the text they stand for, and the map back.

use std::sync::Arc;

use crate::map::{Builder, Map};

/// The text of a string literal, quotes included, that begins at the byte
/// `start` of its page; none when it is no string. Expects JSON that was
/// checked before; half a surrogate pair is U+FFFD.
#[must_use]
pub(super) fn decode(literal: &str, start: usize) -> Option<(Arc<str>, Map)> {
    let body = literal.strip_prefix('"')?.strip_suffix('"')?;
    if !body.contains('\\') {
        return Some((body.into(), Map::shift(start + 1)));
    }
    let mut text = String::with_capacity(body.len());
    let mut map = Builder::at(start + 1);
    let mut rest = body;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        map.copy(plain.len());
        let (character, length) = escape(escaped);
        text.push(character);
        map.unit(character.len_utf8(), length + 1);
        rest = escaped.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    map.copy(rest.len());
    Some((text.into(), map.finish()))
}

/// The character of the escape that follows a backslash, and its length in
/// bytes.
fn escape(escaped: &str) -> (char, usize) {
    let Some(sign) = escaped.chars().next() else {
        return (char::REPLACEMENT_CHARACTER, 0);
    };
    let character = match sign {
        'u' => return unicode(escaped),
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        other => other,
    };
    (character, sign.len_utf8())
}

/// The character of `u00e9`, or of the pair `ud83d\ude00`, and its length.
fn unicode(escaped: &str) -> (char, usize) {
    let first = escaped.get(..5).and_then(unit);
    let second = escaped.get(5..11).and_then(|pair| unit(pair.strip_prefix('\\')?));
    let units = [first.unwrap_or(0xD800), second.unwrap_or(0)];
    match char::decode_utf16(units).next() {
        Some(Ok(character)) => (character, if character.len_utf16() == 2 { 11 } else { 5 }),
        _ => (char::REPLACEMENT_CHARACTER, if first.is_some() { 5 } else { 1 }),
    }
}

/// The value of `u00e9`.
fn unit(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix('u')?, 16).ok()
}

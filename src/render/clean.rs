//! Other people's text made safe for a terminal.
//!
//! A draft may hold bytes that move the cursor, change colours or turn the
//! reading direction (CVE-2021-42574). Nothing of that kind reaches the
//! screen: control characters, whole escape sequences, bidirectional controls
//! and invisible format characters are left out, line separators become
//! spaces. Joiners stay, because emoji and several scripts need them.

use std::str::CharIndices;

/// Longest escape sequence that is left out whole, in characters. One that
/// does not end by then is no sequence, and only its first sign is left out.
const LONGEST: usize = 256;

/// The safe characters of `text`, each with its byte offset in `text`. Tabs
/// and line feeds stay; every other line separator becomes a space.
#[must_use]
pub const fn chars(text: &str) -> Chars<'_> {
    Chars { text, at: 0 }
}

/// `text` as one safe line: runs of white space become one space, the ends
/// are trimmed.
#[must_use]
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for (_, c) in chars(text) {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && !line.is_empty() {
            line.push(' ');
        }
        space = false;
        line.push(c);
    }
    line
}

/// Whether a character could act on a terminal or hide on it.
#[must_use]
pub fn hidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{feff}')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

/// Iterator of [`chars`].
#[derive(Debug, Clone)]
pub struct Chars<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Chars<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.get(self.at..)?;
            let c = rest.chars().next()?;
            let here = self.at;
            self.at += sequence(rest).unwrap_or(c.len_utf8());
            match c {
                '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    return Some((here, ' '));
                }
                c if !hidden(c) => return Some((here, c)),
                _ => {}
            }
        }
    }
}

/// The length in bytes of the escape sequence that `rest` begins with. Of the
/// one-sign introducers only `CSI` with parameters counts as one: alone, they
/// are what is left of a quotation mark that was decoded amiss, and words
/// follow.
fn sequence(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    match chars.next()?.1 {
        '\u{1b}' => match chars.next()?.1 {
            '[' => control(chars),
            ']' | 'P' | 'X' | '^' | '_' => string(chars),
            _ => None,
        },
        '\u{9b}' if !rest.get(2..)?.starts_with(char::is_alphabetic) => control(chars),
        _ => None,
    }
}

/// Where a control sequence ends: parameters and one final sign.
fn control(chars: CharIndices<'_>) -> Option<usize> {
    for (at, c) in chars.take(LONGEST) {
        match c {
            '\u{30}'..='\u{3f}' => {}
            '\u{40}'..='\u{7e}' => return Some(at + 1),
            _ => return None,
        }
    }
    None
}

/// Where a command string ends: at a bell or a string terminator.
fn string(chars: CharIndices<'_>) -> Option<usize> {
    let mut chars = chars.take(LONGEST);
    while let Some((at, c)) = chars.next() {
        match c {
            '\u{7}' | '\u{9c}' => return Some(at + c.len_utf8()),
            '\u{1b}' => {
                return chars.next().filter(|next| next.1 == '\\').map(|next| next.0 + 1);
            }
            '\n' => return None,
            _ => {}
        }
    }
    None
}

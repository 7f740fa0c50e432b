//! Text cut into words. Phrases are cut by the same code as drafts, so that
//! they agree by construction: case, apostrophes, hyphens, contractions and
//! spelling are brought to one form, and each word knows its bytes.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::marks;
use super::shape::{self, Kind};
use super::spelling::{AFTER_YOUR, ENDINGS};

/// One word, number, emoji or run of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The word's id in the lexicon, [`UNKNOWN`] when no phrase knows it.
    pub id: u32,
    /// What stands between the word before and this one: bits of [`marks`].
    pub before: u16,
    /// What it is.
    pub kind: Kind,
}

/// The id of a word that no phrase knows.
pub const UNKNOWN: u32 = 0;

/// The words a written form stands for: `can't` gives two ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Ids in order, [`UNKNOWN`] after the last.
    pub ids: [u32; 3],
}

/// What knows words by their compared form.
pub trait Lexicon {
    /// The words that `form` stands for.
    fn look(&self, form: &str) -> Option<Entry>;
}

/// A part of the text that is one opaque word: a link, a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Cuts `range` of `text` into words, appended to `out`, and closes it with
/// one empty word of [`Kind::End`] that carries the last boundary. `masks`
/// are in order and do not overlap.
pub fn cut<L: Lexicon>(
    text: &str,
    range: Range<usize>,
    masks: &[Mask],
    lexicon: &L,
    out: &mut Vec<Word>,
) {
    let first = out.len();
    let mut cutter = Cutter {
        text,
        at: range.start,
        end: range.end,
        lexicon,
        out,
        before: marks::PARA,
        form: String::new(),
        line: Line::default(),
    };
    let mut ahead = masks.iter().skip_while(|mask| mask.range.end <= range.start).peekable();
    while cutter.at < cutter.end {
        match ahead.peek() {
            Some(mask) if mask.range.start <= cutter.at => {
                cutter.mask(mask);
                ahead.next();
            }
            Some(mask) => cutter.step(mask.range.start.min(range.end)),
            None => cutter.step(range.end),
        }
    }
    let before = cutter.before | marks::PARA;
    out.push(Word { start: range.end, end: range.end, id: UNKNOWN, before, kind: Kind::End });
    super::start::mark(text, out.get_mut(first..).unwrap_or_default());
}

/// The line that is being cut, to tell a wrapped line from a new one.
#[derive(Default)]
struct Line {
    words: usize,
    last: u8,
}

struct Cutter<'a, L> {
    text: &'a str,
    at: usize,
    end: usize,
    lexicon: &'a L,
    out: &'a mut Vec<Word>,
    before: u16,
    form: String,
    line: Line,
}

impl<L: Lexicon> Cutter<'_, L> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().filter(|_| at < self.end).unwrap_or(0)
    }

    fn mask(&mut self, mask: &Mask) {
        let end = mask.range.end.min(self.end);
        self.push(self.at, end, UNKNOWN, mask.kind);
        self.at = end;
    }

    /// Takes one word or mark; never goes past `limit` unless a word does.
    fn step(&mut self, limit: usize) {
        let byte = self.byte(self.at);
        match byte {
            b'\n' => self.newline(),
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => self.at += 1,
            b'a'..=b'z' | b'A'..=b'Z' => self.word(limit),
            b'0'..=b'9' => self.number(self.at, limit),
            b'$' | b'#' if self.byte(self.at + 1).is_ascii_digit() => {
                self.number(self.at + 1, limit);
            }
            0x80.. => self.wide(limit),
            _ => self.mark(byte, limit),
        }
    }

    fn newline(&mut self) {
        self.at += 1;
        let wrapped = self.at;
        while matches!(self.byte(self.at), b' ' | b'\t' | b'\r') {
            self.at += 1;
        }
        if self.byte(self.at) == b'\n' {
            self.before |= marks::PARA;
        }
        self.at = self.at.max(wrapped);
        let closed = matches!(self.line.last, b',' | b':' | b'.' | b'!' | b'?' | b';');
        let short = self.line.words <= 4 && self.byte(self.at).is_ascii_uppercase();
        self.before |= if closed || short || self.bullet() { marks::LINE } else { 0 };
        self.line = Line::default();
    }

    /// Skips "- ", "* ", "1. " at the start of a line.
    fn bullet(&mut self) -> bool {
        let digits = (self.at..).take_while(|at| self.byte(*at).is_ascii_digit()).take(3).count();
        let sign = self.byte(self.at + digits);
        let numbered = (1..=2).contains(&digits) && matches!(sign, b'.' | b')');
        let dashed = digits == 0 && matches!(sign, b'-' | b'*' | b'+');
        let spaced = matches!(self.byte(self.at + digits + 1), b' ' | b'\t');
        if (numbered || dashed) && spaced {
            self.at += digits + 1;
            self.before |= marks::BULLET;
            return true;
        }
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with('•'))
    }

    fn push(&mut self, start: usize, end: usize, id: u32, kind: Kind) {
        self.out.push(Word { start, end, id, before: self.before, kind });
        self.before = 0;
        self.line.words += 1;
        self.line.last = self.byte(end.saturating_sub(1));
    }

    /// A run of letters, with the apostrophes between them.
    fn word(&mut self, limit: usize) {
        let start = self.at;
        self.form.clear();
        let mut plain = true;
        while self.at < limit {
            let byte = self.byte(self.at);
            if byte.is_ascii_alphanumeric() {
                self.form.push(char::from(byte.to_ascii_lowercase()));
                self.at += 1;
            } else if byte == b'\'' && self.byte(self.at + 1).is_ascii_alphabetic() {
                self.form.push('\'');
                self.at += 1;
            } else if byte >= 0x80 {
                plain = false;
                if !self.wide_letter() {
                    break;
                }
            } else {
                break;
            }
        }
        if !plain && !self.form.is_ascii() && !is_nfc(&self.form) {
            self.form = self.form.nfc().collect();
        }
        self.dotted(start, limit);
        self.hyphened(limit);
        self.look(start);
    }

    /// One letter, mark or joiner outside ASCII; false where the word ends.
    fn wide_letter(&mut self) -> bool {
        let Some(letter) = self.text.get(self.at..self.end).and_then(|rest| rest.chars().next())
        else {
            return false;
        };
        let next = self.at + letter.len_utf8();
        if shape::is_apostrophe(letter) {
            let inside = self
                .text
                .get(next..self.end)
                .and_then(|rest| rest.chars().next())
                .is_some_and(char::is_alphabetic);
            if !inside {
                return false;
            }
            self.form.push('\'');
        } else if shape::is_part_of_word(letter) {
            self.form.extend(letter.to_lowercase());
        } else if !shape::is_invisible(letter) {
            return false;
        }
        self.at = next;
        true
    }

    /// `p.m.` and `e.g.` are one word each.
    fn dotted(&mut self, start: usize, limit: usize) {
        if self.at != start + 1 {
            return;
        }
        let mut at = self.at;
        while at + 1 < limit
            && self.byte(at) == b'.'
            && self.byte(at + 1).is_ascii_alphabetic()
            && !self.byte(at + 2).is_ascii_alphanumeric()
        {
            self.form.push(char::from(self.byte(at + 1).to_ascii_lowercase()));
            at += 2;
        }
        if at == self.at {
            return;
        }
        if self.form == "us" {
            self.form.replace_range(.., "u.s");
        }
        self.at = if self.byte(at) == b'.' && at < limit { at + 1 } else { at };
    }

    /// `mis-understood` is the word it would be without the hyphen, if there
    /// is one; else the hyphen parts two words.
    fn hyphened(&mut self, limit: usize) {
        if self.byte(self.at) != b'-' || !self.byte(self.at + 1).is_ascii_alphabetic() {
            return;
        }
        let more =
            (self.at + 1..limit).take_while(|at| self.byte(*at).is_ascii_alphabetic()).count();
        let kept = self.form.len();
        let tail =
            self.text.get(self.at + 1..self.at + 1 + more).unwrap_or_default().to_ascii_lowercase();
        self.form.push_str(&tail);
        if self.lexicon.look(&self.form).is_some() {
            self.at += 1 + more;
        } else {
            self.form.truncate(kept);
        }
    }

    fn look(&mut self, start: usize) {
        let form = std::mem::take(&mut self.form);
        if let Some(entry) = self.lexicon.look(&form) {
            self.expand(start, self.at, entry);
        } else if form.contains('\'') {
            self.split(start, self.at, &form);
        } else {
            self.push(start, self.at, UNKNOWN, Kind::Word);
        }
        self.form = form;
        self.slip();
    }

    /// Pushes the words of a contraction; they share out its bytes.
    fn expand(&mut self, start: usize, end: usize, entry: Entry) {
        let ids = entry.ids.iter().take_while(|id| **id != UNKNOWN).count().max(1);
        let width = end - start;
        let mut from = start;
        for (n, id) in entry.ids.iter().take(ids).enumerate() {
            let to =
                if n + 1 == ids { end } else { self.border(start, start + width * (n + 1) / ids) };
            self.before |= if n > 0 { marks::JOINED } else { 0 };
            self.push(from, to, *id, Kind::Word);
            from = to;
        }
    }

    /// The next character border at or after `at`.
    fn border(&self, start: usize, at: usize) -> usize {
        (at.max(start)..=self.end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.end)
    }

    /// Splits what the lexicon does not know whole: `someone'll`, `John's`.
    fn split(&mut self, start: usize, end: usize, form: &str) {
        let found =
            ENDINGS.iter().find_map(|(ending, word)| Some((form.strip_suffix(ending)?, *word)));
        let Some((stem, word)) = found.filter(|(stem, _)| !stem.is_empty()) else {
            self.push(start, end, UNKNOWN, Kind::Word);
            return;
        };
        let head = self.lexicon.look(stem).unwrap_or_default();
        let tail = self.lexicon.look(word).unwrap_or_default();
        let middle = self.border(start, start + stem.len().min(end - start));
        self.expand(start, middle, head);
        self.before |= marks::JOINED;
        self.push(middle, end, *tail.ids.first().unwrap_or(&UNKNOWN), Kind::Word);
    }

    /// "your wrong" is "you're wrong".
    fn slip(&mut self) {
        let [.., your, next] = self.out.as_slice() else {
            return;
        };
        let (your, next) = (*your, *next);
        if next.id == UNKNOWN
            || next.before != 0
            || self.text.get(your.start..your.end).is_none_or(|w| !matches!(w.len(), 2 | 4))
        {
            return;
        }
        let is = |form: &str, id: u32| {
            self.lexicon.look(form).is_some_and(|entry| entry.ids.first() == Some(&id))
        };
        if !is("your", your.id) || !AFTER_YOUR.iter().any(|form| is(form, next.id)) {
            return;
        }
        let id = |form| {
            self.lexicon.look(form).and_then(|entry| entry.ids.first().copied()).unwrap_or(UNKNOWN)
        };
        let middle = self.border(your.start, (your.start + your.end).div_ceil(2));
        let you = Word { end: middle, id: id("you"), ..your };
        let are = Word { start: middle, id: id("are"), before: marks::JOINED, ..your };
        self.out.truncate(self.out.len() - 2);
        self.out.extend([you, are, next]);
    }

    /// Digits with what belongs to them: `£42.00`, `3-5`, `10:30`, `2nd`, `3pm`.
    fn number(&mut self, digits: usize, limit: usize) {
        let start = self.at;
        let end = shape::number_end(self.text.as_bytes(), digits, limit);
        let raw = self.text.get(digits..end).unwrap_or_default();
        self.form.clear();
        self.form.push_str(&raw.to_ascii_lowercase());
        let id = self.lexicon.look(&self.form).map_or(UNKNOWN, |entry| entry.ids[0]);
        self.push(start, end, id, shape::number_kind(raw));
        self.at = end;
    }

    /// A character outside ASCII that starts something.
    fn wide(&mut self, limit: usize) {
        let Some(letter) = self.text.get(self.at..self.end).and_then(|rest| rest.chars().next())
        else {
            self.at += 1;
            return;
        };
        let next = self.at + letter.len_utf8();
        if letter.is_alphabetic() {
            self.word(limit.max(next));
        } else if letter.is_whitespace() || shape::is_invisible(letter) {
            self.at = next;
        } else if matches!(letter, '£' | '€' | '₹' | '¥') && self.byte(next).is_ascii_digit()
        {
            self.number(next, limit);
        } else if let Some(mark) = marks::of(letter) {
            self.before |= mark;
            self.at = next;
        } else {
            self.symbol(limit.max(next));
        }
    }

    /// An emoji with its joiners and modifiers.
    fn symbol(&mut self, limit: usize) {
        let start = self.at;
        let rest = self.text.get(start..limit).unwrap_or_default();
        self.at += shape::symbol_len(rest);
        let id = self
            .lexicon
            .look(self.text.get(start..self.at).unwrap_or_default())
            .map_or(UNKNOWN, |entry| entry.ids[0]);
        self.push(start, self.at, id, Kind::Symbol);
    }

    /// A mark of ASCII.
    fn mark(&mut self, byte: u8, limit: usize) {
        let rest = self.text.get(self.at..limit).unwrap_or_default();
        let run = rest.bytes().take_while(|b| matches!(b, b'!' | b'?')).count();
        if run >= 2 {
            let id = self
                .lexicon
                .look(rest.get(..run).unwrap_or_default())
                .map_or(UNKNOWN, |entry| entry.ids[0]);
            self.push(self.at, self.at + run, id, Kind::Symbol);
            self.before |= marks::STOP;
            self.at += run;
            return;
        }
        if let Some(width) = shape::emoticon_len(self.text, self.at, limit) {
            let id = self
                .lexicon
                .look(rest.get(..width).unwrap_or_default())
                .map_or(UNKNOWN, |entry| entry.ids[0]);
            self.push(self.at, self.at + width, id, Kind::Symbol);
            self.at += width;
            return;
        }
        if self.line.words == 0 && self.bullet() {
            return;
        }
        self.before |= self.ascii_mark(byte);
        self.line.last = byte;
        self.at += 1;
    }

    fn ascii_mark(&self, byte: u8) -> u16 {
        let open = !matches!(self.byte(self.at + 1), b' ' | b'\n' | b'\r' | 0);
        match byte {
            b'.' if self.byte(self.at + 1) == b'.'
                || (self.at > 0 && self.byte(self.at - 1) == b'.') =>
            {
                marks::CLAUSE
            }
            b'.' if open && self.byte(self.at + 1).is_ascii_alphanumeric() => 0,
            b'.' if shape::is_abbreviation(self.last_word()) => marks::PERIOD,
            b'.' => marks::PERIOD | marks::STOP,
            b'-' => {
                let between = self.at > 0 && self.byte(self.at - 1).is_ascii_alphanumeric() && open;
                if between { 0 } else { marks::CLAUSE }
            }
            b'"' | b'\'' => {
                let fresh = self.at == 0 || matches!(self.byte(self.at - 1), b' ' | b'\n' | b'(');
                if fresh && open { marks::QUOTE | marks::OPEN } else { marks::QUOTE }
            }
            _ => marks::of(char::from(byte)).unwrap_or(0),
        }
    }

    fn last_word(&self) -> &str {
        self.out.last().and_then(|word| self.text.get(word.start..word.end)).unwrap_or_default()
    }
}

//! A paragraph as the patterns for secrets read it: digits of any script and
//! width as ASCII, every space as one kind, dashes as hyphens, and nothing of
//! zero width, so that no odd spelling hides a number.

use std::borrow::Cow;

use crate::span::{Span, Text};

/// The first digit of each row of ten that stands for 0 to 9.
const ZEROS: &[char] = &[
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
];

/// A paragraph with the way back to its place in the text.
pub struct Folded<'t> {
    /// The folded words.
    pub text: Cow<'t, str>,
    /// Where the paragraph begins.
    start: usize,
    /// From which folded byte on which byte of the paragraph stands there.
    steps: Vec<(usize, usize)>,
}

impl<'t> Folded<'t> {
    /// Folds the paragraph `block` of `text`; most need nothing.
    #[must_use]
    pub fn read(text: &'t str, block: Span<Text>) -> Self {
        let raw = block.of(text);
        let mut folded = Self { text: Cow::Borrowed(raw), start: block.start, steps: Vec::new() };
        if !raw.is_ascii() && raw.chars().any(|c| fold(c) != Some(c)) {
            folded.write(raw);
        }
        folded
    }

    fn write(&mut self, raw: &str) {
        let mut out = String::with_capacity(raw.len());
        for (at, letter) in raw.char_indices() {
            let plain = fold(letter);
            let last = self.steps.last().map_or(0, |(folded, raw)| out.len() - folded + raw);
            if at != last {
                self.steps.push((out.len(), at));
            }
            out.extend(plain);
        }
        self.steps.push((out.len(), raw.len()));
        self.text = Cow::Owned(out);
    }

    /// Where the folded bytes `start..end` stand in the text.
    #[must_use]
    pub fn locate(&self, start: usize, end: usize) -> Span<Text> {
        Span::new(self.start + self.raw(start), self.start + self.raw(end))
    }

    fn raw(&self, at: usize) -> usize {
        let next = self.steps.partition_point(|(folded, _)| *folded <= at);
        let step = next.checked_sub(1).and_then(|before| self.steps.get(before));
        step.map_or(at, |(folded, raw)| at - folded + raw)
    }
}

/// The plain form of a letter; none for one of no width.
fn fold(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7F}' => Some(letter),
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}' => None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' => Some('-'),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0),
        _ => Some(digit(letter).unwrap_or(letter)),
    }
}

fn digit(letter: char) -> Option<char> {
    let zero = ZEROS.iter().rfind(|zero| **zero <= letter)?;
    let value = u32::from(letter) - u32::from(*zero);
    if value < 10 { char::from_digit(value, 10) } else { None }
}

/// The same words in small letters and folded, for what stands round a match.
#[must_use]
pub fn small(text: &str) -> String {
    text.chars().filter_map(fold).collect::<String>().to_lowercase()
}

//! Whether a text is English: by the small words that every English sentence
//! has and other languages do not share.

use crate::span::{Span, Text};

/// Frequent English words that are none in the languages near it.
const SMALL: &[&str] = &[
    "the", "and", "to", "you", "your", "of", "is", "it", "that", "this", "for", "we", "our", "are",
    "have", "be", "with", "will", "can", "if", "not", "please", "i", "my", "was", "but", "from",
    "at", "thank", "thanks", "sorry", "i'm", "i'll", "i've", "it's", "you're", "we're", "don't",
    "can't", "has", "been", "what", "how", "when", "would", "should", "could", "an", "by", "or",
    "as", "u", "ur", "any", "there", "here", "on", "let", "know",
];

/// Words that are read: enough to be sure, and no more.
const ENOUGH: usize = 400;

/// The share of small words, in hundredths, under which a text is not English.
const LEAST: usize = 8;

/// Whether the `ranges` of `text` are English. A text of few words is taken
/// to be, so that a short chat turn is never turned away.
#[must_use]
pub fn is_english(text: &str, ranges: &[Span<Text>]) -> bool {
    let letters = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
    let (mut words, mut small, mut foreign) = (0, 0, 0);
    for range in ranges {
        for word in
            range.of(text).split(|c| !letters(c)).filter(|word| !word.is_empty()).take(ENOUGH)
        {
            words += 1;
            let plain = word.to_lowercase().replace('’', "'");
            small += usize::from(SMALL.contains(&plain.as_str()));
            foreign += usize::from(!word.chars().any(|c| c.is_ascii_alphabetic()));
        }
    }
    words < 8 || (small * 100 >= words * LEAST && foreign * 2 < words)
}

//! Abbreviations in a row of running text: which of them a reader outside the
//! house can hardly know.
//!
//! One unknown abbreviation may be a name. Two in one sentence are the house's
//! own language: "the RMA is with L2".

use super::hits::Layers;
use super::limits::{Ask, Count};
use super::scope::Scope;
use crate::document::words::Lexicon;
use crate::span::{Span, Text};

/// The unknown abbreviations of each sentence, from the first to the last.
/// Neighbours count once: "HP ENVY" is a name.
pub fn count(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let programs = scope.rules.programs();
    let reader = Reader { scope, allow: &ask.allow, words: Layers(&programs) };
    scope.sentences().iter().filter_map(|sentence| reader.sentence(*sentence)).collect()
}

struct Reader<'a, 's> {
    scope: &'a Scope<'s>,
    allow: &'a [&'a str],
    words: Layers<'a>,
}

impl Reader<'_, '_> {
    fn sentence(&self, sentence: Span<Text>) -> Option<Count> {
        let text = self.scope.text;
        let mut found: Option<Count> = None;
        let mut seen: Vec<&str> = Vec::new();
        let mut beside = false;
        for chunk in self.scope.chunks(sentence) {
            let word = bare(text, chunk);
            let unknown = word.filter(|word| self.is_unknown(*word));
            let counts = unknown.filter(|word| !beside && !seen.contains(&word.of(text)));
            if let Some(word) = counts {
                seen.push(word.of(text));
                let count = found.get_or_insert(Count { span: word, amount: 0 });
                *count = Count { span: Span::new(count.span.start, word.end), amount: seen.len() };
            }
            beside = word.is_some_and(|word| is_capital(word.of(text)));
        }
        found
    }

    fn is_unknown(&self, word: Span<Text>) -> bool {
        let text = self.scope.text;
        let raw = word.of(text);
        if !is_capital(raw) || self.scope.masked(word).is_some() || self.allow.contains(&raw) {
            return false;
        }
        // What the rules know in small letters is a word said loudly.
        let spoken = raw.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
        let loud = spoken && self.words.look(&raw.to_lowercase()).is_some();
        let rest = text.get(word.end..).unwrap_or_default();
        let explained = rest.trim_start_matches([' ', ',']).starts_with('(');
        let coded = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        !loud && !explained && !coded
    }
}

/// A chunk without its punctuation and its plural or genitive; none where it
/// stands in brackets or quotation marks, which explain or name it.
fn bare(text: &str, chunk: Span<Text>) -> Option<Span<Text>> {
    let raw = chunk.of(text);
    if raw.starts_with(['(', '"', '“', '‘', '`', '#', '@', '/', '$', '<']) || raw.contains(':')
    {
        return None;
    }
    let word = raw.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = ["'s", "’s", "s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    (!word.is_empty()).then(|| Span::new(chunk.start, chunk.start + word.len()))
}

/// Whether a word is two to five capitals, one digit or hyphen among them: L2,
/// RMA, EOW-3. More digits are a code, and a name has small letters.
fn is_capital(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    let hyphens = word.bytes().filter(|byte| *byte == b'-').count();
    let begins = word.starts_with(|c: char| c.is_ascii_uppercase());
    begins
        && (2..=5).contains(&(letters + digits))
        && digits <= 1
        && hyphens <= digits
        && letters + digits + hyphens == word.len()
}

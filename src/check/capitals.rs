//! Words in capital letters: which of them shout.
//!
//! Names, acronyms, codes and the words on a button are in capitals for a
//! reason. What shouts is an ordinary word, and ordinary are the words that the
//! rules in use know, and those with an English ending: KALLAX is none.

use super::hits::Layers;
use super::label::{Loud, Place};
use super::limits::{Ask, Count};
use super::loud_words::{ANSWERS, EMPHASIS, ENDINGS, SHORT, STRONG, is_listed};
use super::scope::Scope;
use crate::document::words::Lexicon;
use crate::document::{lines, sentence};
use crate::span::{Span, Text};

/// The words in a row that shout, with their number. One word alone counts
/// when it is one that people stress.
pub fn count(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let programs = scope.rules.programs();
    let words = Layers(&programs);
    let mut reader = Reader { scope, allow: &ask.allow, words, out: Vec::new(), last_label: 0 };
    for stretch in &scope.stretches {
        reader.stretch(*stretch);
    }
    reader.out
}

/// A chunk of the text.
enum Chunk {
    /// A word in capitals.
    Loud(Loud),
    /// A dash, a number or a single letter, which parts no row.
    Bridge,
    /// Anything else.
    Other,
}

/// Words in capitals in a row, with the chunks before them.
#[derive(Default)]
struct Row {
    words: Vec<Loud>,
    /// Nearest last.
    before: [Option<Span<Text>>; 2],
}

struct Reader<'a, 's> {
    scope: &'a Scope<'s>,
    allow: &'a [&'a str],
    words: Layers<'a>,
    out: Vec<Count>,
    last_label: usize,
}

impl Reader<'_, '_> {
    fn stretch(&mut self, stretch: Span<Text>) {
        let mut row = Row::default();
        let mut last: Option<Span<Text>> = None;
        for chunk in self.scope.chunks(stretch) {
            if last.is_some_and(|last| self.parts(last, chunk)) {
                self.judge(&row, None);
                row = Row::default();
            }
            match self.chunk(chunk) {
                Chunk::Loud(word) => row.words.push(word),
                Chunk::Bridge if !row.words.is_empty() => {}
                _ => {
                    self.judge(&row, Some(chunk));
                    row.words.clear();
                    row.before = [row.before[1], Some(chunk)];
                }
            }
            last = Some(chunk);
        }
        self.judge(&row, None);
    }

    /// Whether a blank line or a list item parts two chunks.
    fn parts(&self, last: Span<Text>, next: Span<Text>) -> bool {
        let gap = self.scope.text.get(last.end..next.start).unwrap_or_default();
        match gap.matches('\n').take(2).count() {
            0 => false,
            1 => {
                let rest = self.scope.text.get(next.start..).unwrap_or_default();
                sentence::is_item(rest.split('\n').next().unwrap_or_default())
            }
            _ => true,
        }
    }

    fn chunk(&self, chunk: Span<Text>) -> Chunk {
        let raw = chunk.of(self.scope.text);
        // Most chunks are words in small letters.
        if matches!(raw.as_bytes(), [b'a'..=b'z', b'a'..=b'z', ..]) {
            return Chunk::Other;
        }
        let joins = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | '&' | ',');
        if raw.chars().all(joins) {
            return Chunk::Bridge;
        }
        let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
        let code = raw.starts_with(['^', '@', '#', '/', '$', '<', '[', '{', '.'])
            || bare.contains(|c: char| !(c.is_uppercase() || matches!(c, '\'' | '’' | '-')));
        if code || bare.is_empty() || self.scope.masked(chunk).is_some() {
            return Chunk::Other;
        }
        if bare.chars().nth(1).is_none() {
            return if matches!(bare, "I" | "A") { Chunk::Bridge } else { Chunk::Other };
        }
        let start = chunk.start + raw.find(bare).unwrap_or(0);
        let span = Span::new(start, start + bare.len());
        let word = bare.to_lowercase();
        let plain = word.len() >= 4 && self.is_free(&word);
        Chunk::Loud(Loud { span, ordinary: self.is_ordinary(&word), plain })
    }

    fn is_ordinary(&self, word: &str) -> bool {
        let mut endings = ENDINGS.split_ascii_whitespace();
        let mut ends = || word.len() > 5 && endings.any(|ending| word.ends_with(ending));
        let contracted = word.contains(['\'', '’']);
        let known = || word.split('-').all(|part| self.words.look(part).is_some());
        self.is_free(word) && (contracted || is_listed(EMPHASIS, word) || known() || ends())
    }

    /// Whether a word can be spoken and is not allowed by a rule.
    fn is_free(&self, word: &str) -> bool {
        let allowed = self.allow.iter().any(|allowed| allowed.eq_ignore_ascii_case(word));
        !allowed && word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    }

    fn judge(&mut self, row: &Row, after: Option<Span<Text>>) {
        let several = row.words.iter().filter(|word| word.ordinary).count() > 1;
        let first = row.words.iter().position(|word| word.ordinary);
        let last = row.words.iter().rposition(|word| word.ordinary || several && word.plain);
        let range = first.zip(last).unwrap_or((0, row.words.len().saturating_sub(1)));
        let words = row.words.get(range.0..=range.1).unwrap_or_default();
        let ([head, ..], [.., tail]) = (words, words) else {
            return;
        };
        let place = Place {
            text: self.scope.text,
            words,
            span: Span::new(head.span.start, tail.span.end),
            before: row.before,
            after,
            alone: words.len() == row.words.len(),
            last_label: self.last_label,
        };
        let label = place.is_label();
        if label {
            self.last_label = row.words.last().map_or(0, |word| word.span.end);
        }
        let shouts = match words {
            _ if first.is_none() => false,
            [_] => !label && is_stressed(&place),
            _ => is_loud(words) && !place.is_tame(label, self.allow),
        };
        if shouts {
            self.out.push(Count { span: place.span, amount: words.len() });
        }
    }
}

/// Whether a row of words is mostly ordinary ones.
fn is_loud(words: &[Loud]) -> bool {
    let ordinary = words.iter().filter(|word| word.ordinary);
    let long = words.iter().any(|word| word.ordinary && word.span.len() >= 3);
    ordinary.count() * 2 >= words.len() && long
}

/// Whether one word is stressed in running text.
fn is_stressed(place: &Place<'_>) -> bool {
    let text = place.text;
    let form = place.span.of(text).to_lowercase().replace('’', "'");
    let [_, before] = place.before.map(|chunk| chunk.map(|chunk| chunk.of(text)));
    let after = place.after.map(|chunk| chunk.of(text));
    let next = lines::char_at(text, place.span.end);
    let stressed = if form.len() == 2 {
        let spaced = next.is_some_and(char::is_whitespace);
        is_listed(SHORT, &form) && spaced && before.is_some_and(is_low) && after.is_some_and(is_low)
    } else {
        let strong = is_listed(STRONG, &form) || form.starts_with("non-");
        strong || place.alone && is_listed(EMPHASIS, &form)
    };
    let answer = matches!(before, Some("or" | "and")) && is_listed(ANSWERS, &form);
    let runs = |chunk: Option<&str>| chunk.is_some_and(|chunk| chunk.contains(char::is_lowercase));
    stressed && next != Some(':') && !answer && (runs(before) || runs(after))
}

/// Whether a chunk is a word in small letters.
fn is_low(chunk: &str) -> bool {
    let bare = chunk.trim_end_matches(['.', ',', '!', '?']);
    !bare.is_empty() && bare.chars().all(char::is_lowercase)
}

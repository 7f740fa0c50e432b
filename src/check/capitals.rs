//! Words in capital letters: which of them shout.
//!
//! Names, acronyms, codes and the words on a button are in capitals for a
//! reason. What shouts is an ordinary word, and ordinary are the words that the
//! rules in use know, and those with an English ending: KALLAX is none.

use super::hits::Layers;
use super::limits::Count;
use super::loud_words::{ADDRESS, EMPHASIS, ENDINGS, LABEL_AFTER, LABEL_BEFORE, SHORT, SIGNS, STRONG};
use super::scope::Scope;
use crate::document::words::Lexicon;
use crate::document::{lines, sentence};
use crate::span::{Span, Text};

/// A label, a heading or a quoted sign has so many words at most.
const LABEL: usize = 4;

/// The words in a row that shout, with their number. One word alone counts
/// when it is one that people stress.
pub fn count(scope: &Scope<'_>, allow: &[&str]) -> Vec<Count> {
    let programs = scope.rules.programs();
    let mut reader = Reader { scope, allow, words: Layers(&programs), out: Vec::new() };
    for stretch in &scope.stretches {
        reader.stretch(*stretch);
    }
    reader.out
}

/// A word in capitals, without the marks round it.
#[derive(Clone, Copy)]
struct Loud {
    span: Span<Text>,
    ordinary: bool,
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

/// Words in capitals in a row, with the chunks on both sides.
#[derive(Default)]
struct Row {
    words: Vec<Loud>,
    /// The three chunks before, nearest last.
    before: [Option<Span<Text>>; 3],
}

struct Reader<'a, 's> {
    scope: &'a Scope<'s>,
    allow: &'a [&'a str],
    words: Layers<'a>,
    out: Vec<Count>,
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
                    row.before.rotate_left(1);
                    row.before[2] = Some(chunk);
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
            1 => sentence::is_item(self.line_from(next.start)),
            _ => true,
        }
    }

    fn line_from(&self, at: usize) -> &str {
        let rest = self.scope.text.get(at..).unwrap_or_default();
        rest.split('\n').next().unwrap_or_default()
    }

    fn chunk(&self, chunk: Span<Text>) -> Chunk {
        let raw = chunk.of(self.scope.text);
        if raw.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | '&' | ',')) {
            return Chunk::Bridge;
        }
        // Most chunks are words in small letters.
        if raw.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_lowercase)) {
            return Chunk::Other;
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
        Chunk::Loud(Loud { span, ordinary: self.is_ordinary(&bare.to_lowercase()) })
    }

    fn is_ordinary(&self, word: &str) -> bool {
        let allowed = self.allow.iter().any(|allowed| allowed.eq_ignore_ascii_case(word));
        let sounds = word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let ends = || word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending));
        let known = || {
            word.split('-').all(|part| self.words.look(part).is_some()) || word.contains(['\'', '’'])
        };
        !allowed && sounds && (is_listed(EMPHASIS, word) || known() || ends())
    }

    fn judge(&mut self, row: &Row, after: Option<Span<Text>>) {
        let first = row.words.iter().position(|word| word.ordinary);
        let last = row.words.iter().rposition(|word| word.ordinary);
        let Some((first, last)) = first.zip(last) else { return };
        let words = row.words.get(first..=last).unwrap_or_default();
        let alone = words.len() == row.words.len();
        let place = Place { row, words, after, alone };
        let shouts = match words {
            [word] => self.is_stressed(word.span, &place),
            _ => self.is_loud(&place),
        };
        if let ([head, ..], [.., tail], true) = (words, words, shouts) {
            let span = Span::new(head.span.start, tail.span.end);
            self.out.push(Count { span, amount: words.len() });
        }
    }

    /// Whether one word is stressed in running text.
    fn is_stressed(&self, word: Span<Text>, place: &Place<'_>) -> bool {
        let text = self.scope.text;
        let form = word.of(text).to_lowercase().replace('’', "'");
        let before = place.row.before.last().copied().flatten();
        let runs = |chunk: Option<Span<Text>>| chunk.is_some_and(|one| is_small(one.of(text)));
        let short = || {
            let tight = |chunk: Span<Text>| chunk.of(text).chars().all(char::is_lowercase);
            let mark = lines::char_at(text, word.end).is_some_and(|c| !c.is_whitespace());
            let listed = before.is_some_and(|chunk| matches!(chunk.of(text), "or" | "and"));
            before.is_some_and(tight) && place.after.is_some_and(tight) && !mark && !listed
        };
        let stressed = if form.len() == 2 {
            is_listed(SHORT, &form) && short()
        } else {
            is_listed(STRONG, &form) || place.alone && is_listed(EMPHASIS, &form)
        };
        let title = lines::char_at(text, word.end) == Some(':');
        stressed && !title && (runs(before) || runs(place.after)) && !self.is_label(place)
    }

    /// Whether words in a row are loud: mostly ordinary ones, and no label.
    fn is_loud(&self, place: &Place<'_>) -> bool {
        let text = self.scope.text;
        let ordinary = place.words.iter().filter(|word| word.ordinary).count();
        let long = place.words.iter().any(|word| word.ordinary && word.span.len() >= 3);
        let address = place.words.iter().any(|word| is_listed(ADDRESS, word.span.of(text)));
        let tame = place.words.len() <= LABEL
            && (address || self.is_label(place) || self.is_title(place) || self.is_allowed(place));
        ordinary * 2 >= place.words.len() && long && !tame
    }

    /// What is written on a button or typed: `press RESET`, `the "NO ENTRY" sign`.
    fn is_label(&self, place: &Place<'_>) -> bool {
        let text = self.scope.text;
        let bare = |chunk: &Span<Text>| {
            chunk.of(text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
        };
        let near = place.row.before.iter().rev().take(2).flatten();
        let told = near
            .take_while(|chunk| !chunk.of(text).ends_with(['.', '!', '?', ';', ',']))
            .any(|chunk| is_listed(LABEL_BEFORE, &bare(chunk)));
        let after = place.after.as_ref().map(bare).unwrap_or_default();
        let strong = || place.words.iter().any(|word| is_listed(STRONG, word.span.of(text)));
        let named = is_listed(SIGNS, &after) || is_listed(LABEL_AFTER, &after) && !strong();
        told || named || self.is_quoted(place)
    }

    fn is_quoted(&self, place: &Place<'_>) -> bool {
        let ([head, ..], [.., tail]) = (place.words, place.words) else { return false };
        let quote = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' | '`');
        let open = lines::char_before(self.scope.text, head.span.start).is_some_and(quote);
        let rest = self.scope.text.get(tail.span.end..).unwrap_or_default();
        open && rest.trim_start_matches(['.', '!', ',', '?']).starts_with(quote)
    }

    /// A heading or the name of a field, unless its words are urgent.
    fn is_title(&self, place: &Place<'_>) -> bool {
        let ([head, ..], [.., tail]) = (place.words, place.words) else { return false };
        let text = self.scope.text;
        let line = text.get(..head.span.start).unwrap_or_default().rsplit('\n').next();
        let opens = line.is_some_and(|line| !line.contains(char::is_alphabetic));
        let rest = self.line_from(tail.span.end).trim();
        let urgent = place.words.iter().any(|word| is_listed(EMPHASIS, word.span.of(text)));
        opens && !urgent && (rest.is_empty() || rest.starts_with(':'))
    }

    /// Whether `allow` holds the words together: `THANK YOU`.
    fn is_allowed(&self, place: &Place<'_>) -> bool {
        let ([head, ..], [.., tail]) = (place.words, place.words) else { return false };
        let words = Span::<Text>::new(head.span.start, tail.span.end).of(self.scope.text);
        self.allow.iter().any(|allowed| allowed.eq_ignore_ascii_case(words))
    }
}

/// The ordinary words of a row and what stands round them.
struct Place<'r> {
    row: &'r Row,
    words: &'r [Loud],
    after: Option<Span<Text>>,
    /// Whether no name or acronym in capitals stands beside them.
    alone: bool,
}

fn is_small(chunk: &str) -> bool {
    chunk.chars().any(char::is_lowercase)
}

fn is_listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

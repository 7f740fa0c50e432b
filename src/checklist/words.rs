//! The words of the draft and of the customer's message, folded so that two
//! texts can be compared: case, accents, endings, numbers in words, and words
//! of the same meaning ([`super::kin`]). Words without content of their own
//! fold to nothing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::facts::Facts;
use super::{kin, ranges};
use crate::report::Severity;
use crate::span::{Span, Text};

/// Bytes before the first sentence in which a greeting is looked for.
const LONGEST_HEAD: usize = 400;

/// Findings about how a word is written or whom it addresses, which leave what is
/// said: "thx, mate" thanks.
const MANNER: [&str; 2] = ["text-speak.", "assumed."];

/// Whether a rule is about the manner alone.
fn is_manner(rule: &str) -> bool {
    MANNER.iter().any(|category| rule.starts_with(category))
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands.
    pub span: Span<Text>,
    /// Lower case, without accents, apostrophes straight.
    pub plain: String,
    /// What it stands for; empty for a word without content.
    pub key: String,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// The draft's words by sentence, and the customer's.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Words before the first sentence: a greeting on its own line.
    pub head: Vec<Word>,
    /// Words that findings of medium or high want changed, merged.
    pub flagged: Vec<Span<Text>>,
    /// Parallel to [`Facts::sentences`].
    pub sentences: Vec<Vec<Word>>,
    /// Content of the customer's message, sorted.
    pub customer: Vec<String>,
}

impl Draft {
    /// Reads the words. Without a customer nothing is compared, so then only
    /// the sentences are cut.
    pub(super) fn read(facts: &Facts<'_>) -> Self {
        let first = facts.sentences.first().map_or(facts.text.len(), |span| span.start);
        let head = cut(facts.text, Span::new(0, first.min(LONGEST_HEAD)));
        let hurts = facts
            .flags
            .iter()
            .filter(|flag| flag.severity >= Severity::Medium && !is_manner(flag.rule));
        let flagged = ranges::merge(hurts.map(|flag| flag.span).collect());
        let sentences = facts.sentences.iter().map(|span| cut(facts.text, *span)).collect();
        let customer =
            facts.customer.map_or_else(Vec::new, |customer| content(&all(customer.text)));
        Self { head, flagged, sentences, customer }
    }
}

/// The words of a whole text.
pub(super) fn all(text: &str) -> Vec<Word> {
    cut(text, Span::new(0, text.len()))
}

/// The words of a part of a text.
pub(super) fn cut(text: &str, part: Span<Text>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let of = part.of(text);
    let mut chars = of.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let inside = c.is_alphanumeric()
            || (start.is_some() && joins(of.get(..at).and_then(|s| s.chars().last()), c, next));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(word(of, from, at, part.start));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(word(of, from, of.len(), part.start));
    }
    kin::join_pairs(&mut words);
    words
}

/// Whether a mark belongs to the word round it: `you're`, `9.40`, `1,500`.
fn joins(before: Option<char>, mark: char, after: Option<char>) -> bool {
    let digits =
        before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
    match mark {
        '\'' | '\u{2019}' => after.is_some_and(char::is_alphanumeric),
        '.' | ',' | ':' => digits,
        _ => is_combining_mark(mark),
    }
}

/// One word, folded.
fn word(of: &str, from: usize, to: usize, offset: usize) -> Word {
    let raw = of.get(from..to).unwrap_or_default();
    let plain = fold(raw);
    let key = key(&plain);
    let capital = raw.chars().next().is_some_and(char::is_uppercase);
    Word { span: Span::new(from + offset, to + offset), plain, key, capital }
}

/// Lower case, without accents, with straight apostrophes.
pub(super) fn fold(raw: &str) -> String {
    if raw.is_ascii() {
        return raw.to_ascii_lowercase();
    }
    raw.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == '\u{2019}' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a folded word stands for.
fn key(plain: &str) -> String {
    let bare = plain.split('\'').next().unwrap_or_default();
    if kin::is_empty(bare) || kin::is_empty(plain) {
        return String::new();
    }
    if bare.starts_with(|c: char| c.is_ascii_digit()) {
        return number(bare);
    }
    if let Some(same) = kin::of(bare) {
        return same.to_owned();
    }
    let stem = stem(bare);
    kin::of(&stem).map_or(stem, str::to_owned)
}

/// A number in one form: `1,500.00` and `1500`, `2nd` and `2`.
fn number(bare: &str) -> String {
    let digits: String = bare.chars().filter(|c| *c != ',').collect();
    let tail = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let whole = tail.strip_suffix(".00").unwrap_or(tail);
    if whole.is_empty() { digits } else { whole.to_owned() }
}

/// A word without its ending, in a rough way that is the same for both texts.
pub(super) fn stem(bare: &str) -> String {
    let mut stem = bare.to_owned();
    if stem.len() >= 5 && stem.ends_with("ies") {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if stem.len() >= 4 && stem.ends_with('s') && !ends(&stem, &["ss", "us", "is"]) {
        stem.pop();
    }
    for (ending, least) in [("ing", 6), ("ed", 5)] {
        if stem.len() >= least && stem.ends_with(ending) {
            stem.truncate(stem.len() - ending.len());
            undouble(&mut stem);
            break;
        }
    }
    if stem.len() >= 4 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() >= 4 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
}

/// Whether a word ends in one of these.
fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// `stopp` to `stop`; words in `ll` and `ss` keep both.
fn undouble(stem: &mut String) {
    let mut back = stem.chars().rev();
    let (last, before) = (back.next(), back.next());
    if last == before && last.is_some_and(|c| !matches!(c, 'l' | 's' | 'z' | 'f')) {
        stem.pop();
    }
}

/// The distinct content of some words, sorted.
pub(super) fn content(words: &[Word]) -> Vec<String> {
    let mut keys: Vec<String> =
        words.iter().filter(|word| !word.key.is_empty()).map(|word| word.key.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How many distinct keys of `left` stand in `right`; both sorted.
pub(super) fn shared(left: &[String], right: &[String]) -> usize {
    left.iter().filter(|key| right.binary_search(key).is_ok()).count()
}

impl Word {
    /// Whether the word begins with a digit.
    pub(super) fn is_number(&self) -> bool {
        self.plain.starts_with(|c: char| c.is_ascii_digit())
    }
}

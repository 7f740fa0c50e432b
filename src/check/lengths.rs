//! Long sentences and paragraphs, and how often a reply says sorry.

use super::blocks::blocks;
use super::limits::{Ask, Count};
use super::scope::Scope;
use crate::document::{lines, sentence};
use crate::span::{Span, Text};

/// A line of so many characters is a full one.
const FULL_LINE: usize = 45;

/// What a full line counts at least, in words: six make a paragraph of ninety.
const LINE_WORDS: usize = 15;

/// Words in each sentence.
pub fn sentences(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let count = |span: &Span<Text>| Count { span: *span, amount: words(scope, *span) };
    scope.sentences().iter().map(count).collect()
}

/// Words in each paragraph, a list item being one of its own. The place is the
/// sentence at which a new paragraph could begin.
pub fn paragraphs(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out = Vec::new();
    for stretch in &scope.stretches {
        for block in blocks(scope.text, *stretch) {
            for part in parts(scope.text, block) {
                let full = lines::down(scope.text, part);
                let full = full.filter(|line| line.of(scope.text).chars().count() >= FULL_LINE);
                let amount = words(scope, part).max(LINE_WORDS * full.count());
                out.push(Count { span: middle(scope, part), amount });
            }
        }
    }
    out
}

/// A block without its list items, and each of these.
fn parts(text: &str, block: Span<Text>) -> Vec<Span<Text>> {
    let mut out: Vec<Span<Text>> = Vec::new();
    for line in lines::down(text, block) {
        match out.last_mut().filter(|_| !sentence::is_item(line.of(text))) {
            Some(last) => last.end = line.end,
            None => out.push(line),
        }
    }
    out
}

/// The first sentence that begins past the middle, else the whole.
fn middle(scope: &Scope<'_>, part: Span<Text>) -> Span<Text> {
    let half = part.start + part.len() / 2;
    let all = scope.sentences();
    let next = all.get(all.partition_point(|sentence| sentence.start < half));
    next.copied().filter(|one| part.contains(*one)).unwrap_or(part)
}

/// How many chunks hold a letter or digit.
fn words(scope: &Scope<'_>, span: Span<Text>) -> usize {
    let full = |chunk: &Span<Text>| chunk.of(scope.text).chars().any(char::is_alphanumeric);
    scope.chunks(span).filter(full).count()
}

/// Words before "sorry" that take it back, or make it somebody else's.
const NOT_OURS: &[&str] = &[
    "no",
    "not",
    "never",
    "without",
    "your",
    "his",
    "her",
    "their",
    "don't",
    "don’t",
    "needn't",
    "needn’t",
    "nothing",
    "safe",
];

/// Each place that says sorry, numbered.
pub fn apologies(scope: &Scope<'_>, _: &Ask<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    for stretch in &scope.stretches {
        let mut before = [""; 4];
        for chunk in scope.chunks(*stretch) {
            let word = chunk.of(scope.text).trim_matches(|c: char| !c.is_alphanumeric());
            if says_sorry(word) && !before.iter().any(|word| is_listed(NOT_OURS, word)) {
                let start = chunk.start + chunk.of(scope.text).find(word).unwrap_or(0);
                let span = Span::new(start, start + word.len());
                out.push(Count { span, amount: out.len() + 1 });
            }
            before.rotate_left(1);
            if let Some(last) = before.last_mut() {
                *last = word;
            }
        }
    }
    out
}

fn says_sorry(word: &str) -> bool {
    let head = |head: &str| word.get(..head.len()).is_some_and(|w| w.eq_ignore_ascii_case(head));
    word.eq_ignore_ascii_case("sorry") || head("apolog")
}

fn is_listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

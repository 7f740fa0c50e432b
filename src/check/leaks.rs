//! What must not leave the house: card and identity numbers, keys, private
//! links, and placeholders that nobody filled. The shapes are rules; a match
//! must also pass its checksum, and the words before it must agree.

use super::blocks::blocks;
use super::checksum::{self, Checksum};
use super::extra::Extra;
use super::finding::Choice;
use super::folded::{Folded, small};
use super::scope::{Scope, after, before};
use super::sieve::{Patterns, Sieve};
use super::unfilled;
use crate::document::shape::Kind;
use crate::document::words::Mask;
use crate::rule::RuleSet;
use crate::rule::model::Leak;
use crate::span::{Span, Text};

/// How far before a match its context is looked for, in bytes.
const NEAR: usize = 40;

/// The leaks in the own words of a text, in order of place.
///
/// `ranges` are all parts that go out under our name, greeting to signature,
/// and `masks` the places in them that are no words: secrets are found there,
/// too. In a `library` the rules with `library_ok` keep silent.
#[must_use]
pub fn leaks(
    text: &str,
    ranges: &[Span<Text>],
    masks: &[Mask],
    rules: &RuleSet,
    choice: &Choice,
    library: bool,
) -> Vec<Extra> {
    let scope = Scope::new(text, ranges, masks, rules);
    let takes = |leak: &&Leak| choice.takes(&leak.id) && !(library && leak.library_ok);
    let wanted: Vec<&Leak> = rules.leaks().iter().filter(takes).collect();
    let mut sieve = Sieve::new(wanted.iter().map(|leak| leak.only_if.as_slice()));
    let searches: Vec<Search<'_>> =
        wanted.iter().enumerate().map(|(number, leak)| Search::new(&scope, leak, number)).collect();
    let mut all = Vec::new();
    for block in scope.stretches.iter().flat_map(|stretch| blocks(text, *stretch)) {
        let folded = Folded::read(text, block);
        sieve.read(&folded.text);
        for search in sieve.open().filter_map(|number| searches.get(number)) {
            search.read(&folded, &mut all);
        }
    }
    for search in searches.iter().filter(|search| search.leak.placeholders) {
        let gaps = unfilled::find(&scope).into_iter();
        all.extend(gaps.filter_map(|span| search.judge(span, span.of(text))));
    }
    settle(all)
}

/// One rule at work.
struct Search<'a> {
    scope: &'a Scope<'a>,
    leak: &'a Leak,
    number: usize,
    patterns: Patterns<'a>,
    sum: Option<&'static Checksum>,
}

impl<'a> Search<'a> {
    fn new(scope: &'a Scope<'a>, leak: &'a Leak, number: usize) -> Self {
        let patterns = Patterns::new(&leak.find_regex);
        Self { scope, leak, number, patterns, sum: checksum::named(&leak.checksum) }
    }

    fn read(&self, block: &Folded<'_>, out: &mut Vec<(usize, Extra)>) {
        for regex in self.patterns.get() {
            for found in regex.captures_iter(&block.text) {
                // A group is the secret, the rest is what tells it apart.
                let group = found.iter().skip(1).flatten().next();
                let Some(secret) = group.or_else(|| found.get(0)) else {
                    continue;
                };
                let span = block.locate(secret.start(), secret.end());
                out.extend(self.judge(span, secret.as_str()));
            }
        }
    }

    /// `words` are those of `span`, folded.
    fn judge(&self, span: Span<Text>, words: &str) -> Option<(usize, Extra)> {
        let passes = self.sum.is_none_or(|sum| (sum.holds)(words));
        let stands = passes && !self.is_id_in_link(span) && self.context(span);
        let tail = self.sum.map_or(0, |sum| sum.tail);
        stands.then(|| (self.number, Extra::of_leak(self.leak, span, tail)))
    }

    /// A bare number inside a link is the id of something.
    fn is_id_in_link(&self, span: Span<Text>) -> bool {
        let bare = self.leak.near.is_empty() && !self.leak.checksum.is_empty();
        let digits = || span.of(self.scope.text).bytes().all(|b| !b.is_ascii_alphabetic());
        let link = || self.scope.masked(span).is_some_and(|mask| mask.kind == Kind::Opaque);
        bare && digits() && link()
    }

    fn context(&self, span: Span<Text>) -> bool {
        if self.leak.near.is_empty() && self.leak.not_near.is_empty() {
            return true;
        }
        let mut words = small(before(self.scope.text, span.start, NEAR));
        let any = |near: &str, words: &[String]| words.iter().any(|word| holds_word(near, word));
        let named = self.leak.near.is_empty() || any(&words, &self.leak.near);
        if self.leak.placeholders {
            // "Put {name} into the template" speaks of placeholders, too.
            words.push('\n');
            words.push_str(&small(after(self.scope.text, span.end, NEAR)));
        }
        named && !any(&words, &self.leak.not_near)
    }
}

/// Whether `text` holds `word` whole, or its plural.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let head = text.get(..at).unwrap_or_default();
        let tail = text.get(at + word.len()..).unwrap_or_default();
        let tail = tail.strip_prefix('s').unwrap_or(tail);
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(head.chars().next_back()) && !letter(tail.chars().next())
    })
}

/// Of two leaks in one place the longer stands, then the earlier rule.
fn settle(mut all: Vec<(usize, Extra)>) -> Vec<Extra> {
    let key = |(number, extra): &(usize, Extra)| {
        (extra.span.start, usize::MAX - extra.span.len(), *number)
    };
    all.sort_by_key(key);
    let mut out: Vec<Extra> = Vec::new();
    for (_, extra) in all {
        match out.last_mut().filter(|last| last.span.overlaps(extra.span)) {
            Some(last) if extra.span.len() > last.span.len() => *last = extra,
            Some(_) => {}
            None => out.push(extra),
        }
    }
    out
}

//! Personal names, of any script and culture, told from the words around them.
//!
//! No list of names could be complete, so a name is what looks like one: words
//! with a capital (or of a script without capitals), initials, particles (van
//! der, bin, de la) and titles, none of them a word that stands where names
//! stand and is none: Team, Customer, Monday, Thanks, Ltd.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::document::cue::{self, is_apostrophe};
use crate::document::{lines, nameless};
use crate::span::{Span, Text};

/// How a name came into the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Written out: "Maria".
    Written,
    /// Written in small letters: a name only if a name told apart says so, or
    /// where nothing but a name can stand.
    Small,
    /// A placeholder that hold a name.
    Placeholder,
}

/// A name with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The name with its title: "Mrs Beryl Stubbs".
    pub span: Span<Text>,
    /// The name without titles: "Beryl Stubbs".
    pub bare: Span<Text>,
    /// How it is written.
    pub form: Form,
}

impl Name {
    /// The title before the name, if there is one.
    #[must_use]
    pub fn title(&self) -> Option<Span<Text>> {
        (self.bare.start > self.span.start).then(|| Span::new(self.span.start, self.bare.start))
    }
}

/// One word of a name.
struct Token {
    span: Span<Text>,
    /// Folded, without full stops.
    low: String,
    /// Whether it ends in a full stop.
    stopped: bool,
}

/// The word at the start of `span`, with the marks that names have inside:
/// apostrophes and hyphens between letters, a full stop after an initial.
fn token(text: &str, span: Span<Text>) -> Option<Token> {
    let words = span.of(text);
    let mut end = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins = (is_apostrophe(c) || matches!(c, '-' | '‐' | '‑')) && at > 0;
        let dotted = c == '.' && at > 0 && next == Some('-');
        if !(is_letter(c) || (joins || dotted) && next.is_some_and(|n| is_letter(n) || n == '-')) {
            break;
        }
        end = at + c.len_utf8();
    }
    let word = words.get(..end).filter(|word| !word.is_empty())?;
    let low = cue::fold(&word.replace(['.', '-', '‐', '‑'], ""));
    let short = word.chars().count() == 1 || nameless::is_title(&low);
    let stopped = short && words.get(end..).is_some_and(|rest| rest.starts_with('.'));
    Some(Token { span: Span::new(span.start, span.start + end), low, stopped })
}

fn is_letter(c: char) -> bool {
    cue::is_word(c) && !c.is_numeric()
}

/// Whether `word` is written as names are: with a capital, or in a script that
/// has none, or with a capital after a particle ("al-Sayed", "d'Arc").
fn is_proper(word: &str) -> bool {
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let first = word.chars().next();
    let inner = word.split(['-', '\'', '’']).nth(1).and_then(|part| part.chars().next());
    let after = inner.is_some_and(char::is_uppercase)
        && word.split(['-', '\'', '’']).next().is_some_and(|part| part.len() <= 3);
    first.is_some_and(|c| c.is_uppercase() || caseless(c)) || after
}

/// The name that `span` begins with.
///
/// Titles, up to five words, initials and particles are taken as far as they
/// go; what follows the name is the caller's to judge.
#[must_use]
pub fn first(text: &str, span: Span<Text>) -> Option<Name> {
    let span = lines::trim(text, span);
    let bare = skip_titles(text, span);
    let (mut at, mut end, mut real, mut words) = (bare, None, false, 0);
    while let Some(token) = token(text, Span::new(at, span.end)) {
        let word = token.span.of(text);
        let particle = nameless::is_particle(&token.low) && !is_proper(word);
        if words == 5 || !(particle || is_part(word, &token)) {
            break;
        }
        if !particle {
            words += 1;
            let whole = word.chars().count() > 1;
            real |= whole;
            end = Some(token.span.end + usize::from(token.stopped && (!whole || words == 1)));
            if token.stopped && whole {
                break;
            }
        }
        at = token.span.end + usize::from(token.stopped);
        match next_word(text, Span::new(at, span.end)) {
            Some(next) => at = next,
            None => break,
        }
    }
    let titled = bare > span.start;
    let end = end.filter(|_| real || (titled && words > 0))?;
    let name = Span::new(bare, end);
    Some(Name { span: Span::new(span.start, end), bare: name, form: Form::Written })
}

/// Where the next word begins, when only spaces stand before it.
fn next_word(text: &str, span: Span<Text>) -> Option<usize> {
    let rest = span.of(text);
    let gap = rest.len() - rest.trim_start_matches([' ', '\t', '\u{A0}']).len();
    (gap > 0 && gap < rest.len()).then_some(span.start + gap)
}

fn is_part(word: &str, token: &Token) -> bool {
    let initial = token.stopped && word.chars().count() == 1;
    let common = nameless::is_plain(&token.low) || nameless::is_organisation(&token.low);
    is_proper(word) && (initial || !common)
}

/// Where the name begins behind its titles.
fn skip_titles(text: &str, span: Span<Text>) -> usize {
    let mut at = span.start;
    while let Some(token) = token(text, Span::new(at, span.end)) {
        let end = token.span.end + usize::from(token.stopped);
        let titled = nameless::is_title(&token.low) && token.low.len() < token.span.len() + 1;
        let Some(next) = next_word(text, Span::new(end, span.end)).filter(|_| titled) else {
            break;
        };
        at = next;
    }
    at
}

/// The name that `span` is, whole: nothing may follow but what may follow a
/// name in a sign-off: a comma, a bracket, a bar, `@`, kisses, an emoji.
///
/// Names in small letters are read, too, and marked [`Form::Small`].
#[must_use]
pub fn whole(text: &str, span: Span<Text>) -> Option<Name> {
    let span = strip_proxy(text, lines::trim(text, span));
    let found = first(text, span).or_else(|| small(text, span))?;
    let rest = text.get(found.span.end..span.end)?.trim_start();
    let marked = is_aside(rest);
    let full_stop = rest.trim_end() == ".";
    let kisses = rest.trim().chars().all(|c| matches!(c, 'x' | 'X' | 'o') || !c.is_alphanumeric());
    let ends = rest.is_empty() || marked || full_stop || kisses;
    ends.then_some(found)
}

/// Whether what follows a name is no more of a sentence: a place, a role, a
/// number, a remark in brackets.
fn is_aside(rest: &str) -> bool {
    let marks = [',', '(', '|', '@', '[', '<', '/', ';', '·', '•', '–', '—', '-'];
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = words.split(|c: char| !cue::is_word(c) && !is_apostrophe(c)).next();
    let pair = rest.strip_prefix("and ").or_else(|| rest.strip_prefix("& "));
    if pair.is_some_and(|other| is_proper(other) && other.chars().nth(40).is_none()) {
        return true;
    }
    let begins = first.is_some_and(|word| nameless::is_plain(&cue::fold(word)));
    let brief = rest.chars().nth(60).is_none() && !rest.contains(['?', '!']);
    let bracket = rest.starts_with(['(', '[']);
    brief && rest.starts_with(marks) && (bracket || !begins)
}

/// `span` without the marks of one who signs for another: "i.A.", "p.p.".
fn strip_proxy(text: &str, span: Span<Text>) -> Span<Text> {
    let words = span.of(text);
    let mut rest = ["i.A.", "i. A.", "i.V.", "i. V.", "p.p.", "pp "].iter();
    let rest = rest.find_map(|mark| words.strip_prefix(mark)).unwrap_or(words);
    lines::trim(text, Span::new(span.end - rest.len(), span.end))
}

/// A name of one or two words in small letters: "nadia", "maria lopez".
fn small(text: &str, span: Span<Text>) -> Option<Name> {
    let first = token(text, span)?;
    let plain = |token: &Token| {
        let word = token.span.of(text);
        (2..=14).contains(&word.chars().count())
            && word.starts_with(char::is_lowercase)
            && !nameless::is_common(&token.low)
            && !nameless::is_particle(&token.low)
    };
    let next = next_word(text, Span::new(first.span.end, span.end));
    let second = next.and_then(|at| token(text, Span::new(at, span.end)));
    let second = second.filter(|token| plain(token) && token.low != "xx" && token.low != "xo");
    let end = second.map_or(first.span.end, |token| token.span.end);
    let bare = Span::new(first.span.start, end);
    plain(&first).then_some(Name { span: bare, bare, form: Form::Small })
}

/// Whether `called` may be how somebody named `full` is called: the same
/// words, or some of them in order, letter case, accents, titles and polite
/// endings ("ji", "-san") aside. "Mr Okafor" fits "Daniel Okafor".
#[must_use]
pub fn fits(called: &str, full: &str) -> bool {
    let (called, full) = (words(called), words(full));
    let mut rest = full.iter();
    let within = !called.is_empty() && called.iter().all(|word| rest.any(|other| other == word));
    let mut rest = called.iter();
    within || (!full.is_empty() && full.iter().all(|word| rest.any(|other| other == word)))
}

/// The words of a name, folded, without accents, titles and polite endings.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.'));
    let words = words.map(cue::fold).map(|word| match word.strip_suffix("-san") {
        Some(bare) => bare.to_owned(),
        None => word,
    });
    let polite = |word: &String| matches!(word.as_str(), "ji" | "san" | "sir" | "");
    words.filter(|word| !polite(word) && !nameless::is_title(word)).collect()
}

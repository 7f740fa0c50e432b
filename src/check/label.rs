//! Capital letters that are there for a reason: the words on a button or a
//! sign, a heading, an address, the name of a product.

use super::loud_words::{
    ADDRESS, BEFORE_NAME, BETWEEN, EMPHASIS, JOINING, LABEL_AFTER, LABEL_BEFORE, NAMED_BEFORE,
    SIGNS, SMALL, STRONG, is_listed,
};
use super::scope::{after, before};
use crate::document::lines;
use crate::span::{Span, Text};

/// A label, a heading or a quoted sign has so many words at most.
const MOST: usize = 4;

/// How far before and after a heading is looked at, in bytes.
const LINE: usize = 60;

/// A word in capitals, without the marks round it.
#[derive(Clone, Copy)]
pub struct Loud {
    /// The word.
    pub span: Span<Text>,
    /// Whether it is a common word.
    pub ordinary: bool,
    /// Whether it could be a word that no rule knows, and is no acronym.
    pub plain: bool,
}

/// Words in capitals in a row and what stands round them.
pub struct Place<'a> {
    /// The text.
    pub text: &'a str,
    /// The words that may be loud; never empty.
    pub words: &'a [Loud],
    /// All of them.
    pub span: Span<Text>,
    /// The two chunks before, nearest last.
    pub before: [Option<Span<Text>>; 2],
    /// The chunk after.
    pub after: Option<Span<Text>>,
    /// Whether no name or acronym in capitals stands beside them.
    pub alone: bool,
    /// Where the last label ended; 0 for none.
    pub last_label: usize,
}

impl Place<'_> {
    /// Whether so many words are told by a reason other than loudness.
    /// `label` is what [`Place::is_label`] said.
    pub fn is_tame(&self, label: bool, allow: &[&str]) -> bool {
        let address = || self.any(ADDRESS);
        let allowed = || allow.iter().any(|one| one.eq_ignore_ascii_case(self.span.of(self.text)));
        let reason = || label || address() || self.is_title() || self.is_name() || allowed();
        self.words.len() <= MOST && reason()
    }

    /// What is written on a button or typed: `press RESET`, `the "NO ENTRY" sign`.
    pub fn is_label(&self) -> bool {
        let closed = |one: &Span<Text>| one.of(self.text).ends_with(['.', '!', '?', ';', ',']);
        let [far, near] = self.before.map(|chunk| self.bare(chunk.filter(|one| !closed(one))));
        let told = is_listed(LABEL_BEFORE, &near)
            || is_listed(NAMED_BEFORE, &near)
            || is_listed(BETWEEN, &near) && is_listed(LABEL_BEFORE, &far)
            || self.joins();
        let next = self.bare(self.after);
        let strong = self.any(STRONG);
        let named = is_listed(SIGNS, &next) || is_listed(LABEL_AFTER, &next) && !strong;
        // "Press ONLY the red one" and "you MUST sign" are no labels.
        let stressed = self.words.len() == 1 && strong;
        (told || named) && !stressed || self.is_quoted()
    }

    /// A chunk without its marks, unless it is nothing but marks.
    fn bare(&self, chunk: Option<Span<Text>>) -> String {
        let raw = chunk.map(|chunk| chunk.of(self.text)).unwrap_or_default();
        let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() { raw.to_owned() } else { bare.to_lowercase() }
    }

    fn any(&self, list: &str) -> bool {
        self.words.iter().any(|word| is_listed(list, word.span.of(self.text)))
    }

    /// Whether only "and" and its like stand between the last label and this.
    fn joins(&self) -> bool {
        let gap = self.text.get(self.last_label..self.span.start).unwrap_or_default();
        if self.last_label == 0 || gap.len() > LINE / 2 {
            return false;
        }
        let words = gap.split([' ', ',', '"', '“', '”', '*']);
        words.filter(|word| !word.is_empty()).all(|word| is_listed(JOINING, word))
    }

    fn is_quoted(&self) -> bool {
        let quote = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' | '`');
        let open = lines::char_before(self.text, self.span.start).is_some_and(quote);
        let rest = after(self.text, self.span.end, LINE);
        open && rest.trim_start_matches(['.', '!', ',', '?']).starts_with(quote)
    }

    /// A heading or the name or value of a field, unless its words are urgent.
    fn is_title(&self) -> bool {
        if self.any(EMPHASIS) {
            return false;
        }
        let head = before(self.text, self.span.start, LINE);
        let line = head.rsplit('\n').next().unwrap_or_default();
        let starts = line.len() < head.len() || head.len() == self.span.start;
        let opens = starts && !line.contains(char::is_alphabetic);
        let rest =
            after(self.text, self.span.end, LINE).split('\n').next().unwrap_or_default().trim();
        let line = line.trim();
        let field = starts && line.ends_with(':') && !line.contains(' ') && rest.is_empty();
        opens && (rest.is_empty() || rest.starts_with(':')) || field
    }

    /// The name of a product (`your SUPER SAVER`, `an AirPods MAX`), or a row of
    /// values: `RED, BLUE`.
    fn is_name(&self) -> bool {
        let [far, near] = self.before.map(|chunk| chunk.map(|chunk| chunk.of(self.text)));
        let determined = near.is_some_and(|near| is_listed(BEFORE_NAME, near));
        let inside = far.is_some_and(|far| !far.ends_with(['.', '!', '?', ':']));
        let brand = |near: &str| near.starts_with(char::is_uppercase) && is_word(near);
        let named = determined || inside && near.is_some_and(brand);
        let head = self.words.first().map(|word| word.span.of(self.text).to_lowercase());
        let done = head.is_some_and(|head| head.ends_with("ed") || head.ends_with("ing"));
        let parted = |pair: &[Loud]| {
            let [one, next] = pair else { return false };
            let gap = self.text.get(one.span.end..next.span.start);
            gap.is_some_and(|gap| gap.starts_with(','))
        };
        let name = named && !done && !self.any(SMALL);
        !self.any(EMPHASIS) && (name || self.words.windows(2).all(parted))
    }
}

/// Whether a chunk is a word with no mark at its end.
fn is_word(chunk: &str) -> bool {
    chunk.ends_with(char::is_alphanumeric)
}

//! Which patterns are worth trying on a paragraph: those whose words or digits
//! it holds. A usual draft holds none, so that no regular expression is
//! compiled for it at all, and a long text is not read once for each.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use regex::Regex;

/// The begin of a condition on digits: `digits:13`.
const DIGITS: &str = "digits:";

/// The begin of a condition on a shape: `shape:000-00-0000`, 0 for any digit.
const SHAPE: &str = "shape:";

/// The begin of a condition on a whole word: `word:lol`.
const WORD: &str = "word:";

/// Bytes that may part two digits of one number: " - ".
const LONGEST_GAP: usize = 3;

/// What `only_if` lists ask of a text, read in one pass.
pub struct Sieve<'r> {
    /// The needles with the number of their list, by first byte.
    by_first: Vec<Vec<(Needle<'r>, usize)>>,
    /// The lists that are always open.
    always: Vec<bool>,
    open: Vec<bool>,
    /// Least digits in a row, with the number of the list.
    digits: Vec<(usize, usize)>,
}

/// What a word of the text may begin with.
#[derive(Clone, Copy)]
struct Needle<'r> {
    bytes: &'r [u8],
    /// Whether 0 stands for any digit.
    shape: bool,
    /// Whether the word ends with it.
    whole: bool,
}

impl<'r> Sieve<'r> {
    /// Reads the lists; an empty one is always open.
    pub fn new(lists: impl Iterator<Item = &'r [String]>) -> Self {
        let by_first = vec![Vec::new(); 256];
        let mut sieve = Self { by_first, always: Vec::new(), open: Vec::new(), digits: Vec::new() };
        for (number, list) in lists.enumerate() {
            sieve.always.push(list.is_empty());
            for needle in list {
                sieve.add(needle, number);
            }
        }
        sieve
    }

    fn add(&mut self, entry: &'r str, number: usize) {
        if let Some(least) = entry.strip_prefix(DIGITS).and_then(|least| least.parse().ok()) {
            self.digits.push((least, number));
            return;
        }
        let shape = entry.strip_prefix(SHAPE);
        let word = entry.strip_prefix(WORD);
        let bytes = shape.or(word).unwrap_or(entry).as_bytes();
        let needle = Needle { bytes, shape: shape.is_some(), whole: word.is_some() };
        let first = needle.bytes.first().copied().unwrap_or_default();
        let digits = needle.shape && first == b'0';
        for byte in if digits { b'0'..=b'9' } else { first..=first } {
            self.post(byte, needle, number);
        }
        if first.is_ascii_lowercase() {
            self.post(first.to_ascii_uppercase(), needle, number);
        }
    }

    fn post(&mut self, byte: u8, needle: Needle<'r>, number: usize) {
        if let Some(list) = self.by_first.get_mut(usize::from(byte)) {
            list.push((needle, number));
        }
    }

    /// Looks through a text; what was read before is forgotten.
    pub fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.open.clone_from(&self.always);
        let longest = if self.digits.is_empty() { 0 } else { longest_number(bytes) };
        let enough = self.digits.iter().filter(|(least, _)| longest >= *least);
        let mut found: Vec<usize> = enough.map(|(_, number)| *number).collect();
        let mut inside = false;
        for (at, byte) in bytes.iter().enumerate() {
            let word = byte.is_ascii_alphanumeric();
            let middle = word && inside;
            inside = word;
            let needles = self.by_first.get(usize::from(*byte)).filter(|list| !list.is_empty());
            let Some(needles) = needles.filter(|_| !middle) else {
                continue;
            };
            let rest = bytes.get(at..).unwrap_or_default();
            found.extend(needles.iter().filter(|(one, _)| one.begins(rest)).map(|(_, list)| *list));
        }
        for number in found {
            if let Some(open) = self.open.get_mut(number) {
                *open = true;
            }
        }
    }

    /// The lists that the text read last opens.
    pub fn open(&self) -> impl Iterator<Item = usize> {
        self.open.iter().enumerate().filter(|(_, open)| **open).map(|(number, _)| number)
    }
}

impl Needle<'_> {
    fn begins(self, rest: &[u8]) -> bool {
        let fits = || rest.iter().zip(self.bytes).all(|(byte, wanted)| self.fits(*byte, *wanted));
        let ends = || rest.get(self.bytes.len()).is_none_or(|next| !next.is_ascii_alphanumeric());
        rest.len() >= self.bytes.len() && fits() && (!self.whole || ends())
    }

    /// Small letters stand for both cases.
    const fn fits(self, byte: u8, wanted: u8) -> bool {
        byte == wanted
            || wanted.is_ascii_lowercase() && byte.to_ascii_lowercase() == wanted
            || self.shape && wanted == b'0' && byte.is_ascii_digit()
    }
}

/// How many digits the longest number has, spaces, hyphens and a line
/// break inside it aside.
fn longest_number(bytes: &[u8]) -> usize {
    let (mut run, mut gap, mut longest) = (0, 0, 0);
    for byte in bytes {
        if byte.is_ascii_digit() {
            run = if gap > LONGEST_GAP { 1 } else { run + 1 };
            gap = 0;
            longest = longest.max(run);
        } else {
            // The two bytes of a space that does not break are one gap, too.
            let parts = matches!(byte, b' ' | b'-' | b'.' | b'\n' | b'\r' | 0xC2 | 0xA0);
            gap += if parts { 1 } else { LONGEST_GAP + 1 };
        }
    }
    longest
}

/// The patterns of a rule, compiled when they are first asked for.
pub struct Patterns<'r> {
    written: &'r [String],
    compiled: OnceCell<Vec<Arc<Regex>>>,
}

impl<'r> Patterns<'r> {
    /// The patterns as they are written in a pack.
    #[must_use]
    pub const fn new(written: &'r [String]) -> Self {
        Self { written, compiled: OnceCell::new() }
    }

    /// The compiled patterns, without those that cannot be read: loading a
    /// pack reports them.
    pub fn get(&self) -> &[Arc<Regex>] {
        self.compiled.get_or_init(|| self.written.iter().filter_map(|one| compiled(one)).collect())
    }
}

/// The compiled form of a pattern; each is compiled once in a process.
fn compiled(pattern: &str) -> Option<Arc<Regex>> {
    static CACHE: LazyLock<Mutex<BTreeMap<String, Option<Arc<Regex>>>>> =
        LazyLock::new(Mutex::default);
    let mut cache = CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = cache.get(pattern) {
        return known.clone();
    }
    let regex = Regex::new(&plain_borders(pattern)).ok().map(Arc::new);
    cache.insert(pattern.to_owned(), regex.clone());
    regex
}

/// The pattern with word borders of ASCII letters in place of those of all
/// letters, which make a search many times slower in text with an accent or a
/// curly apostrophe.
fn plain_borders(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        let next = if letter == '\\' { letters.next() } else { None };
        match (letter, next) {
            ('\\', Some('b')) => out.push_str(r"(?-u:\b)"),
            (letter, next) => out.extend([letter].into_iter().chain(next)),
        }
    }
    out
}

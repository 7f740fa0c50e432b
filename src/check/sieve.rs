//! Which patterns are worth compiling for a text: those whose words or digits
//! it holds. A usual draft holds none, so that no regular expression is
//! compiled for it at all.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use regex::Regex;

/// The begin of a condition on digits: `digits:13`.
const DIGITS: &str = "digits:";

/// What `only_if` lists ask of a text, read in one pass.
pub struct Sieve<'r> {
    /// The needles with the number of their list, by first byte.
    by_first: Vec<Vec<(&'r [u8], usize)>>,
    open: Vec<bool>,
    /// Least digits in a row, with the number of the list.
    digits: Vec<(usize, usize)>,
    longest: usize,
}

impl<'r> Sieve<'r> {
    /// Reads the lists; an empty one is always open.
    pub fn new(lists: impl Iterator<Item = &'r [String]>) -> Self {
        let mut sieve = Self {
            by_first: vec![Vec::new(); 256],
            open: Vec::new(),
            digits: Vec::new(),
            longest: 0,
        };
        for (number, list) in lists.enumerate() {
            sieve.open.push(list.is_empty());
            for needle in list {
                sieve.add(needle, number);
            }
        }
        sieve
    }

    fn add(&mut self, needle: &'r str, number: usize) {
        if let Some(least) = needle
            .strip_prefix(DIGITS)
            .and_then(|least| least.parse().ok())
        {
            self.digits.push((least, number));
            return;
        }
        let Some(first) = needle.bytes().next() else {
            return;
        };
        let other = if first.is_ascii_lowercase() {
            first.to_ascii_uppercase()
        } else {
            first
        };
        for byte in [first, other]
            .into_iter()
            .take(1 + usize::from(first != other))
        {
            if let Some(list) = self.by_first.get_mut(usize::from(byte)) {
                list.push((needle.as_bytes(), number));
            }
        }
    }

    /// Looks through a text.
    pub fn read(&mut self, text: &str) {
        self.longest = self.longest.max(longest_number(text.as_bytes()));
        let bytes = text.as_bytes();
        let mut inside = false;
        for (at, byte) in bytes.iter().enumerate() {
            let word = byte.is_ascii_alphanumeric();
            let middle = word && inside;
            inside = word;
            let needles = self
                .by_first
                .get(usize::from(*byte))
                .filter(|list| !list.is_empty());
            let Some(needles) = needles.filter(|_| !middle) else {
                continue;
            };
            let rest = bytes.get(at..).unwrap_or_default();
            for (_, number) in needles.iter().filter(|(needle, _)| begins(rest, needle)) {
                if let Some(open) = self.open.get_mut(*number) {
                    *open = true;
                }
            }
        }
    }

    /// Whether the list of that number is open after what was read.
    #[must_use]
    pub fn is_open(&self, number: usize) -> bool {
        let enough = |(least, of): &(usize, usize)| *of == number && self.longest >= *least;
        self.open.get(number).copied().unwrap_or(true) || self.digits.iter().any(enough)
    }
}

/// Bytes that may part two digits of one number.
const LONGEST_GAP: usize = 2;

/// How many digits the longest number has, spaces and hyphens inside it aside.
fn longest_number(bytes: &[u8]) -> usize {
    let (mut run, mut gap, mut longest) = (0, 0, 0);
    for byte in bytes {
        if byte.is_ascii_digit() {
            run = if gap > LONGEST_GAP { 1 } else { run + 1 };
            gap = 0;
            longest = longest.max(run);
        } else {
            // The two bytes of a space that does not break are one gap, too.
            let parts = matches!(byte, b' ' | b'-' | b'.' | 0xC2 | 0xA0);
            gap += if parts { 1 } else { LONGEST_GAP + 1 };
        }
    }
    longest
}

/// Small letters of a needle stand for both cases.
fn begins(rest: &[u8], needle: &[u8]) -> bool {
    rest.len() >= needle.len()
        && rest.iter().zip(needle).all(|(byte, wanted)| {
            byte == wanted || wanted.is_ascii_lowercase() && byte.to_ascii_lowercase() == *wanted
        })
}

/// The compiled form of a pattern; each is compiled once in a process. None
/// for a pattern that cannot be read, which loading a pack reports.
#[must_use]
pub fn compiled(pattern: &str) -> Option<Regex> {
    static CACHE: LazyLock<Mutex<BTreeMap<String, Option<Regex>>>> = LazyLock::new(Mutex::default);
    let mut cache = CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = cache.get(pattern) {
        return known.clone();
    }
    let regex = Regex::new(pattern).ok();
    cache.insert(pattern.to_owned(), regex.clone());
    regex
}

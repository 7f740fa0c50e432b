//! Sentences of support mail.
//!
//! The ends are those of Unicode's rules (UAX 29): a terminator, its closing
//! quotes and brackets, and the space after them. Four things differ, because
//! people who write to a help desk differ from the books: a wrapped line does
//! not end a sentence, an abbreviation or a list number does not either, a
//! small letter may begin the next sentence ("no charger. i need one"), and
//! the space after a full stop may be missing ("my bill.Please send it").
//!
//! One pass over the bytes, looking only at terminators and line ends, so time
//! grows with the text whatever its shape.

use crate::document::{closing, greeting, lines};
use crate::span::{Span, Text};

/// A line this long, in characters, was probably wrapped by the mailer.
const WRAPPED: usize = 45;

/// Never end a sentence: titles, and words that point forward.
const FORWARD: &[&str] = &[
    "approx", "attn", "capt", "cf", "col", "dr", "e.g", "eg", "est", "ext", "fig", "fr", "gen",
    "hon", "i.a", "i.e", "ie", "incl", "ing", "jr", "lt", "max", "md", "min", "misc", "mme", "mob",
    "mr", "mrs", "ms", "mx", "nr", "p.s", "prof", "ps", "ref", "rev", "rs", "sgt", "sr", "sra",
    "srta", "tel", "temp", "vs", "w.r.t",
];

/// End a sentence only when a usual first word follows.
const EITHER: &[&str] = &[
    "a.m", "acc", "am", "apr", "aug", "ave", "b.v", "co", "corp", "dec", "dept", "feb", "fri",
    "inc", "jan", "jul", "jun", "ltd", "mar", "mon", "nov", "oct", "p.m", "pm", "rd", "s.a", "sat",
    "sep", "sept", "st", "sun", "thu", "thurs", "tue", "tues", "u.k", "u.s", "wed",
];

/// Words that often begin a sentence and are no names.
const STARTERS: &[&str] = &[
    "a", "all", "also", "an", "and", "any", "are", "as", "at", "but", "can", "could", "did", "do",
    "does", "for", "has", "have", "he", "hope", "how", "however", "i", "if", "in", "is", "it",
    "its", "just", "kindly", "let", "my", "no", "nobody", "not", "now", "on", "once", "our",
    "please", "she", "should", "since", "so", "sorry", "thank", "thanks", "that", "the", "their",
    "then", "there", "these", "they", "this", "to", "was", "we", "what", "when", "where", "which",
    "who", "why", "will", "with", "would", "yes", "you", "your",
];

/// Cuts `text` into sentences, without the white space round them.
#[must_use]
pub fn split(text: &str) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let (mut start, mut line, mut at) = (0, 0, 0);
    while let Some(stop) = next_stop(text.as_bytes(), at) {
        let is_line_end = text.as_bytes().get(stop) == Some(&b'\n');
        let end = if is_line_end {
            at = stop + 1;
            let ends = breaks(text, Span::new(line, stop));
            line = at;
            ends.then_some(stop)
        } else {
            let (end, after) = terminator(text, stop, line);
            at = after;
            end.then_some(after)
        };
        if let Some(end) = end {
            push(&mut out, text, start, end);
            start = end;
        }
    }
    push(&mut out, text, start, text.len());
    out
}

fn push(out: &mut Vec<Span<Text>>, text: &str, start: usize, end: usize) {
    let span = lines::trim(text, Span::new(start, end));
    if !span.is_empty() {
        out.push(span);
    }
}

/// The next byte that may end a sentence: a line end, an ASCII terminator, or
/// the first byte of a terminator of another script.
fn next_stop(bytes: &[u8], from: usize) -> Option<usize> {
    let found = bytes
        .get(from..)?
        .iter()
        .position(|b| matches!(b, b'\n' | b'.' | b'!' | b'?' | 0xD8 | 0xE0 | 0xE2 | 0xE3 | 0xEF));
    found.map(|at| from + at)
}

const fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '。' | '！' | '？' | '؟' | '।')
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '*' | '_' | '~')
}

/// Whether a sentence ends at the terminators from `stop` on, and where to go
/// on reading.
fn terminator(text: &str, stop: usize, line: usize) -> (bool, usize) {
    let rest = text.get(stop..).unwrap_or_default();
    let run = rest.len() - rest.trim_start_matches(is_terminator).len();
    if run == 0 {
        return (false, stop + rest.chars().next().map_or(1, char::len_utf8));
    }
    let marks = rest.get(..run).unwrap_or_default();
    let after = rest.get(run..).unwrap_or_default();
    let closed = after.len() - after.trim_start_matches(is_closer).len();
    let end = stop + run + closed;
    let follow = rest.get(run + closed..).unwrap_or_default();
    let ends = match follow.chars().next() {
        None => true,
        Some(c) if c.is_whitespace() => spaced(text, Span::new(line, stop), marks, closed, follow),
        Some(c) => unspaced(text, stop, marks, c, follow),
    };
    (ends, end)
}

/// Whether terminators with white space after them end the sentence.
fn spaced(text: &str, before: Span<Text>, marks: &str, closed: usize, follow: &str) -> bool {
    let gap = follow.len() - follow.trim_start().len();
    let blank = follow.get(..gap).unwrap_or_default();
    if blank.matches('\n').count() > 1 {
        return true;
    }
    let next = follow.get(gap..).unwrap_or_default();
    let small = next.starts_with(char::is_lowercase);
    let pause = marks != "." && !marks.contains(['!', '?', '！', '？', '؟', '。', '।']);
    if small && (closed > 0 || pause) {
        return false;
    }
    marks != "." || closed > 0 || !abbreviates(before.of(text), next)
}

/// Whether terminators run into the next word end the sentence: they do where
/// a capital follows a plain word, and always in scripts without spaces.
fn unspaced(text: &str, stop: usize, marks: &str, next: char, follow: &str) -> bool {
    if marks.ends_with(['。', '！', '？', '؟', '।']) {
        return true;
    }
    let mut before = text.get(..stop).unwrap_or_default().chars().rev();
    let plain = before.by_ref().take(3).filter(|c| c.is_alphabetic()).count() == 3;
    let capital = next.is_uppercase() && follow.chars().nth(1).is_some_and(char::is_lowercase);
    let low = lines::char_before(text, stop).is_some_and(char::is_lowercase);
    if marks == "." { plain && low && capital && !is_domain_end(follow) } else { plain && capital }
}

/// Whether `follow` begins with the last part of a brand: "Booking.Com".
fn is_domain_end(follow: &str) -> bool {
    let word = follow.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    ["Com", "Net", "Org", "Js", "Io", "Co", "Ai", "Uk", "De"].contains(&word)
}

/// Whether the full stop after `before` (the line up to it) belongs to an
/// abbreviation, an initial or a list number.
fn abbreviates(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || "([/“\"".contains(c)).next();
    let word = word.filter(|word| word.len() <= 8).unwrap_or_default();
    if word.chars().all(|c| c.is_ascii_digit()) {
        return !word.is_empty() && before.trim_start().len() == word.len();
    }
    let low = word.to_lowercase();
    let number = matches!(low.as_str(), "no" | "nos" | "art" | "cl" | "para" | "p" | "pp");
    if number {
        return next.starts_with(|c: char| c.is_ascii_digit() || c == '#');
    }
    if FORWARD.binary_search(&low.as_str()).is_ok() {
        return true;
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let either = initial || EITHER.binary_search(&low.as_str()).is_ok();
    let small = next.starts_with(char::is_lowercase) && low.contains('.');
    small
        || matches!(low.as_str(), "etc" | "al") && next.starts_with(char::is_lowercase)
        || either && !starts_sentence(next)
}

fn starts_sentence(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() <= 8 && STARTERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Whether the line end after `line` ends a sentence, too.
fn breaks(text: &str, line: Span<Text>) -> bool {
    let next = text.get(line.end + 1..).unwrap_or_default();
    let next = next.split('\n').next().unwrap_or_default().trim();
    let words = line.of(text).trim();
    let Some(first) = next.chars().next() else {
        return true;
    };
    if words.is_empty() || is_item(next) || first == '>' {
        return true;
    }
    if words.chars().nth(WRAPPED - 1).is_some() {
        return false;
    }
    let stands = || {
        let line = lines::trim(text, line);
        is_item(words) || greeting::is_line(text, line) || closing::is_closing(text, line)
    };
    !first.is_lowercase() || stands()
}

/// Whether a line begins with a bullet or a list number.
#[must_use]
pub fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let bullet = line.strip_prefix(['-', '*', '+', '•', '·', '–', '▪', '◦', '●', '→']);
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = line.len() - digits.len();
    let number = (1..=3).contains(&numbered).then(|| digits.strip_prefix(['.', ')'])).flatten();
    let letter = line.strip_prefix(['(']).and_then(|rest| rest.find(')').map(|at| at <= 3));
    bullet.or(number).is_some_and(|rest| rest.starts_with([' ', '\t'])) || letter == Some(true)
}

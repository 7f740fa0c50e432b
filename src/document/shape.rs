//! The shapes of characters and numbers: what belongs to a word, where a
//! number ends, which runs of signs are one emoticon.

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters.
    Word,
    /// A number, with its sign: `42`, `£42.00`, `3-5`, `50%`.
    Number,
    /// A time of day: `10:30`, `3pm`.
    Time,
    /// A date: `12/05`, `2nd`, `2026-05-01`.
    Date,
    /// An emoji, an emoticon, a run such as `!!!`.
    Symbol,
    /// A placeholder that the helpdesk fills.
    Placeholder,
    /// A link, an address, a handle, code: nothing that phrases read.
    Opaque,
    /// After the last word.
    End,
}

/// Apostrophes of every keyboard and mail client.
#[must_use]
pub const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '＇')
}

/// Characters that have no width and no meaning between letters.
#[must_use]
pub const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
}

/// Letters, digits and combining marks.
#[must_use]
pub fn is_part_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{d7f}')
}

/// Where the number ends whose digits begin at `at`.
#[must_use]
pub fn number_end(bytes: &[u8], at: usize, limit: usize) -> usize {
    let byte = |at: usize| bytes.get(at).copied().filter(|_| at < limit).unwrap_or(0);
    let mut end = at;
    loop {
        while byte(end).is_ascii_digit() {
            end += 1;
        }
        let joins =
            matches!(byte(end), b'.' | b',' | b':' | b'/' | b'-') && byte(end + 1).is_ascii_digit();
        let dash =
            bytes.get(end..end + 3) == Some("–".as_bytes()) && byte(end + 3).is_ascii_digit();
        match (joins, dash) {
            (true, _) => end += 1,
            (_, true) => end += 3,
            _ => break,
        }
    }
    let letters = (end..limit).take_while(|at| byte(*at).is_ascii_alphabetic()).count();
    end += if letters <= 3 { letters } else { 0 };
    if byte(end) == b'%' { end + 1 } else { end }
}

/// What a number is, by its shape.
#[must_use]
pub fn number_kind(raw: &str) -> Kind {
    let lower = raw.to_ascii_lowercase();
    let ends = |list: &[&str]| list.iter().any(|end| lower.ends_with(end));
    if ends(&["am", "pm", "hrs"]) || (lower.contains(':') && lower.len() <= 8) {
        Kind::Time
    } else if ends(&["st", "nd", "rd", "th"])
        || lower.contains('/')
        || lower.matches(['-', '.']).count() == 2
    {
        Kind::Date
    } else {
        Kind::Number
    }
}

/// The bytes of the first symbol of `rest`, with joiners and modifiers.
#[must_use]
pub fn symbol_len(rest: &str) -> usize {
    let mut joined = true;
    let mut len = 0;
    for letter in rest.chars() {
        let glue =
            matches!(letter, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}');
        let flag = matches!(letter, '\u{1f1e6}'..='\u{1f1ff}');
        if !(joined || glue) {
            break;
        }
        joined = letter == '\u{200d}' || (flag && len == 0);
        len += letter.len_utf8();
    }
    len
}

/// The bytes of an emoticon such as `:-)` at `at`.
#[must_use]
pub fn emoticon_len(text: &str, at: usize, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().filter(|_| at < limit).unwrap_or(b' ');
    if !matches!(byte(at), b':' | b';' | b'=')
        || (at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric))
    {
        return None;
    }
    let nose = usize::from(byte(at + 1) == b'-');
    let mouth =
        matches!(byte(at + 1 + nose), b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|' | b']' | b'[');
    let closed = !byte(at + 2 + nose).is_ascii_alphanumeric() && byte(at + 2 + nose) != b'/';
    (mouth && closed).then_some(2 + nose)
}

/// Words whose full stop ends no sentence.
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    const LIST: &[&str] = &[
        "mr", "mrs", "ms", "mx", "dr", "prof", "st", "no", "approx", "eg", "ie", "vs", "inc",
        "ltd", "co", "dept", "est", "tel", "ext", "jr", "sr", "rs", "md", "sq", "fig", "ref",
        "vol", "ave", "rd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
        "nov", "dec",
    ];
    // "No." before a number is an abbreviation, "no." in lower case is an answer.
    word != "no" && word.len() <= 6 && LIST.contains(&word.to_ascii_lowercase().as_str())
}

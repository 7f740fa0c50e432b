//! The greeting at the head of a mail or a turn, and the name in it.

use std::sync::LazyLock;

use crate::document::closing;
use crate::document::cue::{self, Table, Word, Words};
use crate::document::lines;
use crate::document::name::{self, Form, Name};
use crate::document::placeholder::{self, Who};
use crate::span::{Span, Text};

/// The most characters a line that only greets may have.
const LINE: usize = 44;
/// How far into the text a greeting can reach, in bytes.
const REACH: usize = 240;

/// Words that greet, in the folded form of [`cue::words`].
static GREETINGS: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "hi|hello|hey|hiya|heya|hallo|hullo|helo|helloo|howdy|yo|hoi|hej|hola|salut|ciao|ola|olá",
        "dear|dearest|respected|esteemed|beste|geachte|liebe|lieber|werte|werter|estimado|estimada",
        "querido|querida|cher|chère|caro|cara|gentile|prezado|prezada|kära|kære|kjære|szanowny",
        "szanowna|szanowni|drogi|droga|cześć|witam|hei|god",
        "sehr geehrte|geehrter|geehrter|geehrtes",
        "good|gud morning|afternoon|evening|day|night",
        "a|wishing ?you ?a ?very good morning|afternoon|evening|day",
        "morning|afternoon|evening|greetings ?of|from ?the ?day",
        "gday|namaste|namaskar|aloha|shalom|salaam|salam|vanakkam|bonjour|bonsoir|buongiorno|buonasera",
        "assalamu|assalamualaikum|asalam|salamu ?alaikum|alaykum",
        "guten tag|morgen|abend",
        "grüß gott|dich",
        "buenos|buenas días|dias|tardes|noches",
        "bom|boa dia|tarde|noite",
        "dzień dobry",
        "god dag|morgon|morgen|kväll|aften",
        "kia ora",
        "tēnā koe",
        "welcome ?back",
        "to whom it may concern",
    ])
});

/// Words between the greeting and the name.
static FILLERS: LazyLock<Words> =
    LazyLock::new(|| Words::new("there again all and my once to you welcome back"));

/// Words before a name spoken to in the middle of a line.
static CALLS: LazyLock<Words> = LazyLock::new(|| {
    Words::new("sorry thanks you problem worries welcome again pleasure bother apologies")
});

/// The greeting of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Greeting {
    /// From the first word of the greeting to its comma.
    pub span: Span<Text>,
    /// The name greeted.
    pub name: Option<Name>,
    /// Whether the text opens with the bare name: "Maria, I'm sorry". Such a
    /// name is only a candidate, to be held against the customer's.
    pub bare: bool,
}

/// The greeting that the first line inside `span` begins with.
#[must_use]
pub fn read(text: &str, span: Span<Text>) -> Option<Greeting> {
    let line = lines::down(text, lines::trim(text, span)).next()?;
    let line = lines::trim(text, clip(text, line));
    let words = cue::words(text, line);
    greets(text, line, &words).or_else(|| opens(text, line))
}

/// `line`, cut after [`REACH`] bytes.
fn clip(text: &str, line: Span<Text>) -> Span<Text> {
    let mut end = line.end.min(line.start + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(line.start, end)
}

/// Whether the line does nothing but greet.
#[must_use]
pub fn is_line(text: &str, line: Span<Text>) -> bool {
    let words = line.of(text);
    words.chars().nth(LINE).is_none()
        && read(text, line).is_some_and(|greeting| lines::trim(text, line).end == greeting.span.end)
}

/// A greeting by a word that greets.
fn greets(text: &str, line: Span<Text>, words: &[Word]) -> Option<Greeting> {
    let taken = GREETINGS.longest(words)?;
    let fillers =
        words.iter().skip(taken).take_while(|word| word.mark.is_none() && FILLERS.has(&word.low));
    let taken = taken + fillers.count();
    let end = words.get(taken - 1)?.span.end;
    let rest = Span::new(end, line.end);
    let direct = called(text, rest, false);
    let name = direct.or_else(|| after_comma(text, rest));
    let end = name.map_or_else(|| nameless(text, rest), |name| close(text, name, line.end));
    Some(Greeting { span: Span::new(line.start, end), name, bare: false })
}

/// The name called right at the start of `rest`.
///
/// A name in small letters is taken where a mark or the line's end closes it;
/// `strict` asks the same of any name.
fn called(text: &str, rest: Span<Text>, strict: bool) -> Option<Name> {
    let gap = rest.of(text).len() - rest.of(text).trim_start_matches([' ', '\u{A0}']).len();
    let span = Span::new(rest.start + gap, rest.end);
    let found = placed(text, span.start).or_else(|| name::first(text, span));
    if let Some(name) = found {
        return (!strict || is_closed(text, name, rest.end)).then_some(name);
    }
    let small = name::whole(text, until_mark(text, span))?;
    (small.form == Form::Small && is_closed(text, small, rest.end)).then_some(small)
}

/// A placeholder that holds the customer's name.
fn placed(text: &str, at: usize) -> Option<Name> {
    let found = placeholder::at(text, at)?;
    let who = found.who(text)?;
    let named = Name { span: found.span, bare: found.span, form: Form::Placeholder };
    (who != Who::Agent).then_some(named)
}

/// "Hello again, Tom!": a name between the comma and the next mark.
fn after_comma(text: &str, rest: Span<Text>) -> Option<Name> {
    let tail = rest.of(text).trim_start().strip_prefix([',', '!'])?;
    let rest = Span::new(rest.end - tail.len(), rest.end);
    called(text, rest, true).filter(|name| name.form != Form::Small)
}

/// The words of `span` up to the first mark that closes a greeting.
fn until_mark(text: &str, span: Span<Text>) -> Span<Text> {
    let end = span.of(text).find([',', '!', '.', ':', ';', '?', '\n', '—', '–']);
    Span::new(span.start, end.map_or(span.end, |end| span.start + end))
}

fn is_closed(text: &str, name: Name, end: usize) -> bool {
    let rest = text.get(name.span.end..end).unwrap_or_default();
    rest.trim().is_empty()
        || rest.trim_start().starts_with([',', '!', '.', ':', '-', '–', '—', ';'])
}

/// Where the greeting of a name ends: behind its comma, when there is one.
fn close(text: &str, name: Name, end: usize) -> usize {
    let rest = text.get(name.span.end..end).unwrap_or_default();
    let head = rest.split_whitespace().next().unwrap_or_default();
    let polite = ["ji", "ji,", "san", "san,", "sir", "sir,", "Sir", "Sir,", "Ma'am,", "Madam,"];
    let skip = if polite.contains(&head) {
        rest.len() - rest.trim_start().len() + head.trim_end_matches(',').len()
    } else {
        rest.len() - rest.trim_start_matches("-san").len()
    };
    let rest = rest.get(skip..).unwrap_or_default();
    let mark = rest.chars().next().filter(|c| matches!(c, ',' | '!' | '.' | ':' | ';'));
    name.span.end + skip + mark.map_or(0, char::len_utf8)
}

/// Where a greeting without a name ends: at the first mark within six words.
fn nameless(text: &str, rest: Span<Text>) -> usize {
    let until = until_mark(text, rest);
    let near = until.of(text).split_whitespace().count() <= 5;
    match lines::char_at(text, until.end) {
        Some(c @ (',' | '!' | '.' | ':' | ';')) if near => until.end + c.len_utf8(),
        _ if near && until.end == rest.end => rest.end,
        _ => rest.start,
    }
}

/// A text that opens with the bare name: "Maria,", "Oh Chloe, that's",
/// "Yamamoto-san, thank you".
fn opens(text: &str, line: Span<Text>) -> Option<Greeting> {
    let head = line.of(text);
    let sigh = ["Oh ", "oh ", "Ah ", "Aw ", "Oh no, ", "Oh, ", "So sorry, ", "Sorry, "].iter();
    let skip = sigh.filter(|word| head.starts_with(**word)).map(|word| word.len()).max();
    let rest = Span::new(line.start + skip.unwrap_or(0), line.end);
    let name = name::first(text, rest)?;
    let end = close(text, name, line.end);
    let comma = lines::char_before(text, end) == Some(',') && !closing::is_closing(text, line);
    let short = name.bare.of(text).split_whitespace().count() <= 3;
    (comma && short).then_some(Greeting {
        span: Span::new(line.start, end),
        name: Some(name),
        bare: true,
    })
}

/// A name spoken to inside the first two sentences: "Thank you for the photos,
/// Priya." A candidate, to be held against the customer's name.
#[must_use]
pub fn addressed(text: &str, span: Span<Text>) -> Option<Name> {
    let line = lines::down(text, lines::trim(text, span)).next()?;
    let line = clip(text, line);
    let words = cue::words(text, line);
    let mut pairs = words.windows(2).filter_map(|pair| match pair {
        [before, next] => Some((before, next)),
        _ => None,
    });
    pairs.find_map(|(before, next)| {
        let spoken = next.mark == Some(',') || CALLS.has(&before.low);
        let rest: Span<Text> = Span::new(before.span.end, line.end);
        let tail = rest.of(text).trim_start_matches([',', ' ', '\u{A0}']);
        let found = called(text, Span::new(line.end - tail.len(), line.end), true);
        let found = found.filter(|_| spoken)?;
        let alone = found.bare.of(text).split_whitespace().count() <= 2;
        (alone && found.form == Form::Written).then_some(found)
    })
}

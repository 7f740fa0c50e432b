//! The lines that stand above a quoted mail: "On Monday, Maria wrote:",
//! "-----Original Message-----", a block of From, Sent, To and Subject, "reply
//! above this line", in the languages that mailers of Europe write them in.

use crate::document::name::{self, Name};
use crate::document::{header, lines};
use crate::span::{Span, Text};

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 400;

/// First words of "On ... wrote:". Lower case, each with its space.
const LEADS: &[&str] = &[
    "on ", "am ", "le ", "el ", "em ", "il ", "op ", "w dniu ", "dnia ", "den ", "på ", "d. ",
    "fra ", "from ", "in ", "at ", "a ", "ons", "tor", "fre", "man", "lør", "søn", "tir", "mån",
    "tis", "lör", "sön", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "lun", "mar", "mer",
    "gio", "ven", "sab", "dom", "jue", "vie",
];

/// Words of writing, before the colon.
const VERBS: &[&str] = &[
    "wrote",
    "writes",
    "sent",
    "schrieb",
    "a écrit",
    "a ecrit",
    "escribió",
    "escribio",
    "escreveu",
    "ha scritto",
    "scrisse",
    "scritto",
    "schreef",
    "geschreven",
    "napisał",
    "napisał(a)",
    "napisała",
    "pisze",
    "skrev",
    "skrev følgende",
    "said",
    "geschrieben",
];

/// Lines between dashes above a quoted or forwarded mail.
const BANNERS: &[&str] = &[
    "original message",
    "original mail",
    "reply message",
    "forwarded message",
    "begin forwarded message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "weitergeleitete nachricht",
    "anfang der weitergeleiteten",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "mensaje original",
    "mensaje reenviado",
    "mensagem original",
    "mensagem encaminhada",
    "messaggio originale",
    "messaggio inoltrato",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "wiadomość przekazana",
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "original meddelelse",
    "oprindelig meddelelse",
    "videresendt meddelelse",
    "opprinnelig melding",
    "videresendt melding",
];

/// What begins at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// An attribution that ends at this byte. Followed by `>` lines it belongs
    /// to them; a sure one (with date and address or time) heads a quotation
    /// even without.
    Attribution {
        /// One past its last byte.
        end: usize,
        /// Whether it cannot be the writer's own sentence.
        sure: bool,
    },
    /// Everything from here on is another mail. Its headers end at this byte.
    Rest(usize),
}

/// What the line `line` of `text` begins, if it begins a quotation.
#[must_use]
pub fn read(text: &str, line: Span<Text>) -> Option<Split> {
    let words = line.of(text).trim();
    let first = words.chars().next()?;
    if words.len() > LONGEST || first == '>' {
        return None;
    }
    let ruled = matches!(first, '-' | '_' | '#' | '=' | '*' | '~' | '–' | '—');
    let split = banner(text, line, words).filter(|_| ruled || words.starts_with("Begin"));
    if split.is_some() {
        return split;
    }
    let header = || header::block(text, line, 2).map(Split::Rest);
    let above = || is_marker(words).then_some(Split::Rest(line.end));
    attribution(text, line).or_else(header).or_else(above)
}

/// "-----Original Message-----", "reply above this line", Outlook's underscores.
fn banner(text: &str, line: Span<Text>, words: &str) -> Option<Split> {
    let low = words.to_lowercase();
    let dashed = words.starts_with("--") || low.starts_with("begin") || words.starts_with("__");
    let named = BANNERS.iter().any(|banner| low.contains(banner));
    let ruled = words.len() >= 20 && words.chars().all(|c| matches!(c, '_' | '-' | '='));
    let after = || after_blank(text, line.end);
    if dashed && named {
        let next = after();
        return Some(Split::Rest(
            next.and_then(|next| header::block(text, next, 1)).unwrap_or(line.end),
        ));
    }
    if ruled {
        return after().and_then(|next| header::block(text, next, 2)).map(Split::Rest);
    }
    is_marker(words).then_some(Split::Rest(line.end))
}

/// The next line that holds words, at most two blank ones away.
fn after_blank(text: &str, end: usize) -> Option<Span<Text>> {
    let rest = Span::new(text.get(end..)?.find('\n')? + end + 1, text.len());
    lines::down(text, rest).take(3).find(|line| !lines::is_blank(text, *line))
}

/// "Please type your reply above this line".
fn is_marker(words: &str) -> bool {
    let low = words.to_ascii_lowercase();
    words.len() <= 120
        && (low.contains("above this line") || low.contains("above the line"))
        && ["reply", "respond", "type", "write", "antwort"].iter().any(|verb| low.contains(verb))
}

/// "On Tue, 5 Mar 2024 at 10:12, Maria Lopez <maria@example.com> wrote:", on up
/// to three lines.
fn attribution(text: &str, line: Span<Text>) -> Option<Split> {
    let words = line.of(text).trim_start();
    let lead = words.chars().take(8).collect::<String>().to_lowercase();
    let opens = LEADS.iter().any(|first| lead.starts_with(first));
    let reach = if opens { 3 } else { 1 };
    let rest = Span::new(line.start, text.len());
    for next in lines::down(text, rest).take(reach) {
        let whole = text.get(line.start..next.end).filter(|whole| whole.len() <= LONGEST)?;
        if lines::is_blank(text, next) || next.of(text).starts_with('>') {
            return None;
        }
        if let Some(said) = writes(whole) {
            let sure = (opens || said.contains('@')) && is_dated(said);
            return Some(Split::Attribution { end: next.end, sure });
        }
    }
    None
}

/// What stands before the verb of writing and its colon.
fn writes(whole: &str) -> Option<&str> {
    let head = whole.trim_end().strip_suffix([':', '：'])?.trim_end();
    let low = head.to_lowercase();
    let verb = VERBS.iter().find(|verb| low.ends_with(*verb));
    let turned = [" schrieb ", " skrev ", " schreef ", " pisze ", " napisał ", " escribió "];
    let inverted = turned.iter().any(|verb| low.contains(verb));
    match verb {
        Some(verb) => head.get(..head.len().checked_sub(verb.len())?),
        None => inverted.then_some(head),
    }
}

/// Whether it holds a date with a year or an hour, or an address.
fn is_dated(said: &str) -> bool {
    let digits = said.chars().filter(char::is_ascii_digit).count();
    let runs = said.split(|c: char| !c.is_ascii_digit());
    let year = runs.into_iter().any(|run| run.len() == 4);
    digits >= 1 && (year || said.contains('@') || (digits >= 3 && said.contains(':')))
}

/// The name of the one who wrote the quoted mail, from the lines above it.
#[must_use]
pub fn sender(text: &str, span: Span<Text>) -> Option<Name> {
    if let Some(name) = header::sender(text, span) {
        return Some(name);
    }
    let line = lines::down(text, span).find(|line| !lines::is_blank(text, *line))?;
    let Some(Split::Attribution { end, .. }) = attribution(text, line) else {
        return None;
    };
    let whole: Span<Text> = Span::new(line.start, end);
    let said = writes(whole.of(text))?;
    let head = Span::new(whole.start, whole.start + said.find(['<', '[']).unwrap_or(said.len()));
    last_name(text, head)
}

/// The name that `head` ends with: after the last comma, time or "at".
fn last_name(text: &str, head: Span<Text>) -> Option<Name> {
    let head: Span<Text> = Span::new(head.start, head.start + head.of(text).trim_end().len());
    let words = head.of(text);
    let starts = words.match_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    let starts: Vec<usize> = starts.collect();
    starts.iter().rev().take(6).rev().find_map(|at| {
        let span = Span::new(head.start + at, head.end);
        name::first(text, span)
            .filter(|found| found.span.end == head.end && found.form == name::Form::Written)
    })
}

//! The end of a mail: closing words, the name under them, the block of names
//! and numbers, phone signatures and disclaimers.

use crate::document::name::{Form, Name};
use crate::document::{closing, disclaimer, lines};
use crate::span::{Span, Text};

/// How many lines from the bottom up may belong to a signature.
const ROWS: usize = 14;
/// The longest line of a signature, in characters.
const LINE: usize = 72;
/// The end of a mail or a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ending {
    /// "Kind regards," with the name when both share a line.
    pub closing: Option<Span<Text>>,
    /// The block under the closing, up to the disclaimer.
    pub signature: Option<Span<Text>>,
    /// The paragraphs of small print.
    pub disclaimer: Option<Span<Text>>,
    /// "P.S. ..." under the signature: own words again.
    pub postscript: Option<Span<Text>>,
    /// The name signed with.
    pub name: Option<Name>,
}

/// Starts of lines that a phone or a mailer adds. Lower case.
const DEVICES: &[&str] = &[
    "sent from",
    "sent via",
    "sent by",
    "sent with",
    "get outlook for",
    "von meinem",
    "gesendet von",
    "envoyé de",
    "envoyé depuis",
    "enviado desde",
    "enviado do",
    "enviado de",
    "inviato da",
    "verzonden vanaf",
    "verstuurd vanaf",
    "wysłane z",
    "skickat från",
    "sendt fra",
    "scanned by",
];

/// Reads the end of `span`. Its first line is never signature.
#[must_use]
pub fn read(text: &str, span: Span<Text>) -> Ending {
    let whole = lines::trim(text, span);
    let disclaimer = disclaimer::find(text, whole);
    let end = disclaimer.map_or(whole.end, |found| found.start);
    let body = lines::trim(text, Span::new(whole.start, end));
    let rows: Vec<Span<Text>> = lines::up(text, body)
        .map(|row| lines::trim(text, row))
        .filter(|row| !row.is_empty())
        .take(ROWS + 1)
        .collect();
    let after = rows.iter().take(6).position(|row| is_postscript(row.of(text)));
    let postscript = after.and_then(|at| rows.get(at)).map(|row| Span::new(row.start, body.end));
    let rows = rows.get(after.map_or(0, |at| at + 1)..).unwrap_or_default();
    let ending = rows_ending(text, rows);
    let found = ending.signature.is_some() || ending.closing.is_some();
    Ending { disclaimer, postscript: postscript.filter(|_| found), ..ending }
}

fn is_postscript(row: &str) -> bool {
    let head = row.get(..2).unwrap_or_default().eq_ignore_ascii_case("ps");
    let dotted = row.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("p.s"));
    dotted || (head && row.get(2..).is_some_and(|rest| rest.starts_with([' ', ':', '.', ','])))
}

/// The ending told from the lowest rows, last first.
fn rows_ending(text: &str, rows: &[Span<Text>]) -> Ending {
    let Some(last) = rows.first() else {
        return Ending::default();
    };
    let block = |from: Span<Text>| Some(Span::new(from.start, last.end));
    let devices = rows.iter().take(2).take_while(|row| is_device(row.of(text))).count();
    let cut = rows.iter().skip(devices).position(|row| is_rule(text, *row)).map(|at| at + devices);
    let ruled = cut.filter(|at| *at + 1 < rows.len() && is_block(text, rows.get(..*at)));
    if let Some(at) = ruled {
        let upper = rows.get(at + 1..).map(|rows| closed(text, rows)).unwrap_or_default();
        let below = rows.get(..at).and_then(|rows| top_name(text, rows));
        let top = upper.signature.or_else(|| rows.get(at).copied());
        return Ending { signature: top.and_then(block), name: upper.name.or(below), ..upper };
    }
    let device =
        devices.checked_sub(1).and_then(|at| rows.get(at)).filter(|_| devices < rows.len());
    let upper = rows.get(device.map_or(0, |_| devices)..).unwrap_or_default();
    let ending = closed(text, upper);
    let ending = if ending == Ending::default() { unclosed(text, upper) } else { ending };
    let top = ending.signature.or(device.copied());
    Ending { signature: top.and_then(block), ..ending }
}

/// A line that a phone adds: "Sent from my iPhone".
fn is_device(row: &str) -> bool {
    let low: String = row.chars().take(24).flat_map(char::to_lowercase).collect();
    row.chars().count() <= LINE && DEVICES.iter().any(|start| low.starts_with(start))
}

/// The line above a signature: `-- `, a long dash, a rule.
fn is_rule(text: &str, row: Span<Text>) -> bool {
    let words = row.of(text);
    words.chars().count() >= 2 && words.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '='))
        || words == "—"
}

fn is_block(text: &str, rows: Option<&[Span<Text>]>) -> bool {
    rows.is_some_and(|rows| !rows.is_empty() && rows.iter().all(|row| is_entry(text, *row)))
}

/// Whether a row may stand in a signature: short, and no sentence.
fn is_entry(text: &str, row: Span<Text>) -> bool {
    let words = row.of(text);
    let bare = words.split(" (").next().unwrap_or_default();
    let count = bare.split_whitespace().count();
    let marked = words.contains(['|', '@', '+', '·', '•']) || words.contains("://");
    let sentence = words.ends_with(['.', '!', '?']) && count >= 5;
    !words.ends_with('?') && words.chars().count() <= LINE && (marked || !sentence && count <= 9)
}

/// An ending with closing words: on a row of their own, or before the name.
fn closed(text: &str, rows: &[Span<Text>]) -> Ending {
    for (at, row) in rows.iter().enumerate() {
        let below = rows.get(..at).unwrap_or_default();
        let block = below.last().map(|top| Span::new(top.start, rows.first().map_or(0, |r| r.end)));
        if closing::is_closing(text, *row) && closing::dashed(text, *row).is_none() {
            let above =
                rows.iter().skip(at + 1).take_while(|row| closing::is_closing(text, **row)).last();
            let above = above.filter(|row| !greets(text, **row));
            let start = above.map_or(row.start, |above| above.start);
            let closing = Some(Span::new(start, row.end));
            return Ending {
                closing,
                signature: block,
                name: top_name(text, below),
                ..Ending::default()
            };
        }
        if let Some((closing, name)) = closing::inline(text, *row) {
            let (closing, name) = (Some(closing), Some(name));
            return Ending { closing, signature: block, name, ..Ending::default() };
        }
        if !is_entry(text, *row) {
            break;
        }
    }
    Ending::default()
}

fn greets(text: &str, row: Span<Text>) -> bool {
    row.of(text).trim_start().to_lowercase().starts_with("thank") && row.len() > 30
}

/// The name in the two highest rows of a block.
fn top_name(text: &str, rows: &[Span<Text>]) -> Option<Name> {
    rows.iter().rev().take(2).find_map(|row| closing::signed(text, *row))
}

/// An ending without closing words: a name, alone on a row under a sentence,
/// perhaps with a block under it.
fn unclosed(text: &str, rows: &[Span<Text>]) -> Ending {
    let entries = rows.iter().take_while(|row| is_entry(text, **row)).count();
    for at in (0..entries.min(7)).rev() {
        let (Some(row), Some(above)) = (rows.get(at), rows.get(at + 1)) else {
            continue;
        };
        let Some(name) =
            closing::signed(text, *row).filter(|name| at == 0 || name.form != Form::Small)
        else {
            continue;
        };
        let gap = text.get(above.end..row.start).unwrap_or_default().matches('\n').count() > 1;
        let short = above.of(text).chars().nth(44).is_none() && at == 0;
        let ends = above.of(text).ends_with(|c: char| !c.is_alphanumeric());
        if !(gap || ends || short) {
            continue;
        }
        let comma = above.of(text).ends_with(',') && is_entry(text, *above);
        let closing = comma.then_some(*above);
        let signature = Some(Span::new(row.start, rows.first().map_or(row.end, |last| last.end)));
        return Ending { closing, signature, name: Some(name), ..Ending::default() };
    }
    let last = rows
        .first()
        .and_then(|row| closing::inline(text, *row).or_else(|| closing::dashed(text, *row)));
    let name = last.map(|(_, name)| name);
    Ending { name, ..Ending::default() }
}

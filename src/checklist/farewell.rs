//! Signs off: a friendly close and the agent's own name, half each.

use super::detect::{Found, View};
use super::facts::List;
use super::ranges;
use super::words::fold;
use crate::span::{Span, Text};

/// The last lines of the agent's words in which a close is looked for.
const LAST_LINES: usize = 9;

/// Words that make a line a department and not a person.
const NOBODY: &str = "the a an all our your team teams support service services customer customers care agent agents \
    department dept desk bot supportbot chatbot robot help helpdesk helpline office bank centre center pharmacy \
    payroll billing accounts sales lettings facilities relations experience success delight management manager \
    operations network queries query section highways cell executive appeals complaints enquiries claims \
    returns notices collections registry admissions correspondence welcome front house \
    admin administration reception company ltd inc llc llp plc gmbh store shop group crew staff \
    regards thanks thank cheers best sincerely faithfully yours wishes kind warm warmly here this that it we you i \
    please order reference ref ticket case hours monday tuesday wednesday thursday friday saturday sunday \
    and or but not no yes is are was will phone tel email";

/// Words between a name and where its bearer works: "Moira at the desk".
const PLACES: [&str; 5] = [" at ", " from ", " in ", " with ", " on "];

/// Reads the item.
pub(super) fn find(view: &View<'_>, at: usize) -> Found {
    let lines = own_lines(view);
    let tail = lines.len().saturating_sub(LAST_LINES);
    let last = lines.get(tail..).unwrap_or_default();
    let from = last.first().map_or(usize::MAX, |line| line.start);
    let close = view.cues(at, List::Cues).into_iter().rev().find(|cue| cue.start >= from);
    let name = own_name(view, last, close);
    match (close, name) {
        (Some(close), Some(name)) if name.start >= close.start => Found::full(vec![close, name]),
        (_, Some(name)) if is_own_line(view, last, name) => Found::full(vec![name]),
        (Some(one), _) | (None, Some(one)) => Found::half(vec![one]),
        (None, None) => Found::nothing(),
    }
}

/// The agent's lines: trimmed, not empty, nobody else's words.
fn own_lines(view: &View<'_>) -> Vec<Span<Text>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in view.facts.text.split_inclusive('\n') {
        let body = raw.trim();
        let lead = raw.len() - raw.trim_start().len();
        let span = Span::new(start + lead, start + lead + body.len());
        start += raw.len();
        if !body.is_empty() && ranges::covered(view.facts.foreign, span) == 0 {
            lines.push(span);
        }
    }
    lines
}

/// The agent's name at the end: on a line of its own, or after the close on
/// the same line.
fn own_name(view: &View<'_>, last: &[Span<Text>], close: Option<Span<Text>>) -> Option<Span<Text>> {
    if let Some(close) = close {
        let end = last.iter().find(|line| line.contains(close)).map_or(close.end, |line| line.end);
        let rest = Span::new(close.end, end);
        if let Some(name) = trailing(view, rest) {
            return Some(name);
        }
    }
    let after = close.map_or(0, |close| close.end);
    let lone = last.iter().skip(usize::from(close.is_none())).filter(|line| line.start >= after);
    lone.copied().rfind(|line| is_person(view, *line)).or_else(|| dashed(view, last))
}

/// The name after a dash that ends the last line: "Let me know! - Tess".
fn dashed(view: &View<'_>, last: &[Span<Text>]) -> Option<Span<Text>> {
    let line = last.last()?;
    let text = line.of(view.facts.text);
    let (before, name) = text.rsplit_once(['-', '\u{2013}', '\u{2014}', '~'])?;
    let apart = before.ends_with(' ') && before.trim_end().ends_with(['.', '!', '?', ')']);
    let lead = name.len() - name.trim_start().len();
    let start = line.end - name.len() + lead;
    let span = Span::new(start, start + name.trim().len());
    (apart && is_person(view, span)).then_some(span)
}

/// Whether the name makes a close of its own: with its place behind it or a dash
/// before it ("Nia, Front of House", "- Mo"), or under a short line that leads
/// to it ("Mit Gruß,").
fn is_own_line(view: &View<'_>, last: &[Span<Text>], name: Span<Text>) -> bool {
    let Some(at) = last.iter().position(|line| line.contains(name)) else {
        return false;
    };
    let line = last.get(at).map_or("", |line| line.of(view.facts.text));
    let marks = ['-', '\u{2013}', '\u{2014}', '~'];
    let to_name = view.facts.text.get(..name.start).unwrap_or_default().trim_end();
    let dashed = to_name.ends_with(marks) || line.starts_with(marks);
    let placed = line.split_once([',', '|', '(']).is_some_and(|(_, place)| place.trim().len() > 3);
    let above = at.checked_sub(1).and_then(|at| last.get(at));
    let led = above.is_some_and(|above| {
        let above = above.of(view.facts.text);
        let open = !above.ends_with(['.', '!', '?', ':', ';']) && at > 1;
        (above.ends_with(',') || open) && above.split_whitespace().count() <= 4
    });
    let alone = name.start > 0 && (dashed || placed || led || warmly(view, last, at));
    (dashed || alone) && at + 2 >= last.len()
}

/// Whether the line over the name ends in a kind word: thanks, a wish, an open
/// door.
fn warmly(view: &View<'_>, last: &[Span<Text>], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).and_then(|at| last.get(at)) else {
        return false;
    };
    let sentence =
        view.facts.sentences.iter().rfind(|of| above.contains(**of) || of.contains(*above));
    let Some(sentence) = sentence else {
        return false;
    };
    let kind = ["thanks", "warmth", "invites-reply"].into_iter().filter_map(|id| view.item(id));
    let mut cues = kind.flat_map(|item| view.cues(item, List::Cues));
    cues.any(|cue| sentence.contains(cue))
}

/// A name after the close on its line: "Kindest regards, Dr Farah Aziz",
/// "Have a good weekend when it comes - Lucy".
fn trailing(view: &View<'_>, rest: Span<Text>) -> Option<Span<Text>> {
    let words = rest.of(view.facts.text);
    let mut from = 0;
    let mut pieces = words.split_inclusive(MARKS).map(|piece| {
        let start = from;
        from += piece.len();
        let body = piece.trim_end_matches(MARKS);
        let lead = body.len() - body.trim_start().len();
        let at = rest.start + start + lead;
        Span::new(at, at + body.trim().len())
    });
    pieces.find(|piece| !piece.is_empty() && is_person(view, *piece))
}

/// Marks between a close and a name.
const MARKS: [char; 8] = [',', '-', '\u{2013}', '\u{2014}', '.', '!', '~', '|'];

/// Whether a short line is a person's name.
fn is_person(view: &View<'_>, line: Span<Text>) -> bool {
    let text = line.of(view.facts.text);
    let text = text.strip_prefix("from ").unwrap_or(text);
    let holds = view.facts.placeholders.iter().find(|place| place.overlaps(line));
    if let Some(place) = holds {
        return view.facts.library && names_agent(place.of(view.facts.text));
    }
    let name = text.split(['|', ',', '(', '\u{2022}']).next().unwrap_or_default();
    let name =
        PLACES.iter().find_map(|place| name.split_once(place)).map_or(name, |(name, _)| name);
    let name =
        name.split_once(" and ").or_else(|| name.split_once(" & ")).map_or(name, |(name, _)| name);
    let name = name.trim_end().trim_end_matches([':', ')', ';']);
    let name = name.trim_end().trim_end_matches([' ', 'x', 'X']);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let parts: Vec<&str> = name.split_whitespace().collect();
    let told = view.facts.agent_name.is_some_and(|told| fold(told) == fold(name));
    told || ((1..=4).contains(&parts.len()) && parts.iter().all(|part| is_name(part)))
}

/// Whether a placeholder stands for the agent's name.
fn names_agent(placeholder: &str) -> bool {
    let plain = fold(placeholder);
    plain.contains("name") || plain.contains("agent") || plain.contains("signature")
}

/// Whether one word can be part of a person's name.
fn is_name(part: &str) -> bool {
    let plain = fold(part.trim_end_matches('.'));
    let capital = part.chars().next().is_some_and(char::is_uppercase);
    let letters =
        part.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '\u{2019}' | '-'));
    let shouted = part.chars().count() > 3 && part.chars().all(char::is_uppercase);
    let initial = plain.chars().count() == 1 && part.ends_with('.');
    let nobody = !initial && NOBODY.split_ascii_whitespace().any(|word| word == plain);
    let small = matches!(plain.as_str(), "van" | "von" | "de" | "der" | "al" | "bin");
    letters && !nobody && !plain.ends_with("bot") && !shouted && (capital || small)
}

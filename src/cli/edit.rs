//! Small changes of a `kindword.toml` that leave every other byte of it as it
//! stands: comments, order, blanks. Each change is read again before it
//! counts; where the file is written in a way that a change does not fit, there
//! is none.

use std::ops::Range;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// A text as TOML writes it, in one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The text with a rule or category switched off; none where no place for it
/// was found.
#[must_use]
pub fn switch_off(text: &str, id: &str, because: &str, newline: &str) -> Option<String> {
    let entry = format!("{} = {}", quoted(id), quoted(because));
    let table = DeTable::parse(text).ok()?;
    let rules = value(table.get_ref(), "rules");
    let off = rules.and_then(|(_, rules)| value(rules.get_ref().as_table()?, "off"));
    let candidates = match (rules, off) {
        (_, Some((key, off))) => beside(text, key, off, id, because, newline),
        (Some((_, rules)), None) if is_inline(text, rules) => {
            vec![first_in(text, rules.span(), &format!("off = {{ {entry} }}"))]
        }
        _ => vec![section(text, &format!("[rules.off]{newline}{entry}"), newline)],
    };
    let before = plain(text, &[id])?;
    let fits = |new: &String| {
        switched(new).iter().any(|one| one == id) && plain(new, &[id]).as_ref() == Some(&before)
    };
    candidates.into_iter().find(fits)
}

/// The text without these switches; none where they cannot be taken out.
#[must_use]
pub fn switch_on(text: &str, ids: &[&str]) -> Option<String> {
    let mut new = text.to_owned();
    for id in ids {
        new = without(&new, id)?;
    }
    (plain(&new, ids)? == plain(text, ids)?).then_some(new)
}

/// The text with one more pack; none where no place for it was found.
#[must_use]
pub fn add_pack(text: &str, pack: &str, newline: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let new = match value(table.get_ref(), "packs") {
        Some((_, packs)) => match packs.get_ref() {
            DeValue::Array(all) => match all.last() {
                Some(last) => insert(text, last.span().end, &format!(", {}", quoted(pack))),
                None => insert(text, packs.span().start + 1, &quoted(pack)),
            },
            DeValue::String(_) => {
                let one = text.get(packs.span())?;
                replace(text, packs.span(), &format!("[{one}, {}]", quoted(pack)))
            }
            _ => return None,
        },
        None => {
            top(text, table.get_ref(), &format!("packs = [{}]{newline}", quoted(pack)), newline)
        }
    };
    let read: Table = new.parse().ok()?;
    let listed = read.get("packs")?.as_array()?;
    let mut old: Table = text.parse().ok()?;
    let mut rest = read.clone();
    old.remove("packs");
    rest.remove("packs");
    (old == rest && listed.iter().any(|one| one.as_str() == Some(pack))).then_some(new)
}

type Entry<'t> = (&'t Spanned<toml::de::DeString<'t>>, &'t Spanned<DeValue<'t>>);

fn value<'t>(table: &'t DeTable<'t>, key: &str) -> Option<Entry<'t>> {
    table.iter().find(|(name, _)| name.get_ref().as_ref() == key)
}

fn is_inline(text: &str, value: &Spanned<DeValue<'_>>) -> bool {
    value.get_ref().is_table() && text.get(value.span()).is_some_and(|raw| raw.starts_with('{'))
}

/// The ways to add a switch where there are some already.
fn beside(
    text: &str,
    key: &Spanned<toml::de::DeString<'_>>,
    off: &Spanned<DeValue<'_>>,
    id: &str,
    because: &str,
    newline: &str,
) -> Vec<String> {
    let entry = format!("{} = {}", quoted(id), quoted(because));
    // A list has no room for reasons but in its comments.
    let listed = format!("{newline}    # {because}{newline}    {}", quoted(id));
    match off.get_ref() {
        DeValue::Array(_) => vec![first_in(text, off.span(), &listed)],
        DeValue::String(_) => {
            let one = text.get(off.span()).unwrap_or_default();
            vec![replace(text, off.span(), &format!("[{listed}, {one}]"))]
        }
        _ if is_inline(text, off) => vec![first_in(text, off.span(), &entry)],
        DeValue::Table(rows) => {
            let last = rows.iter().map(|(_, value)| value.span().end).max();
            let at = line_end(text, last.unwrap_or(key.span().end));
            let heads = ["", "off.", "rules.off."];
            heads.map(|head| line_at(text, at, &format!("{head}{entry}"), newline)).to_vec()
        }
        _ => Vec::new(),
    }
}

/// The text with one more element in a list or inline table, before the
/// others, so that their comments stay with them.
fn first_in(text: &str, place: Range<usize>, element: &str) -> String {
    let inside = text.get(place.start + 1..place.end.saturating_sub(1)).unwrap_or_default();
    let comma = if inside.trim().is_empty() { "" } else { "," };
    let gap = if element.starts_with(char::is_whitespace) { "" } else { " " };
    let after = if inside.is_empty() { " " } else { "" };
    insert(text, place.start + 1, &format!("{gap}{element}{comma}{after}"))
}

/// The text with a table at its end.
fn section(text: &str, table: &str, newline: &str) -> String {
    let gap = match text {
        "" => String::new(),
        text if text.ends_with('\n') => newline.to_owned(),
        _ => newline.repeat(2),
    };
    format!("{text}{gap}{table}{newline}")
}

/// The text with a line of settings before its first table, after the settings
/// that are there.
fn top(text: &str, table: &DeTable<'_>, line: &str, newline: &str) -> String {
    let settings = table.iter().filter(|(_, value)| !value.get_ref().is_table());
    if let Some(last) = settings.map(|(_, value)| value.span().end).max() {
        return line_at(text, line_end(text, last), line.trim_end(), newline);
    }
    let head = heading(text);
    let gap = if text.get(head..).is_some_and(|rest| !rest.is_empty()) { newline } else { "" };
    insert(text, head, &format!("{line}{gap}"))
}

/// Where the comment that heads a file ends: one that a blank line parts from
/// what follows, or that speaks to an editor.
fn heading(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        match line.trim() {
            "" => return at,
            note if note.starts_with("#:") => end = at,
            note if note.starts_with('#') => {}
            _ => return end,
        }
    }
    if text.ends_with('\n') { at } else { end }
}

/// The end of the line in which a byte stands, its line feed counted.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |feed| at + feed + 1)
}

/// The text with one more line, which begins at `at`.
fn line_at(text: &str, at: usize, line: &str, newline: &str) -> String {
    let open = at == text.len() && !text.is_empty() && !text.ends_with('\n');
    let before = if open { newline } else { "" };
    insert(text, at, &format!("{before}{line}{newline}"))
}

fn insert(text: &str, at: usize, more: &str) -> String {
    replace(text, at..at, more)
}

fn replace(text: &str, place: Range<usize>, more: &str) -> String {
    let (before, after) = (text.get(..place.start), text.get(place.end..));
    format!("{}{more}{}", before.unwrap_or_default(), after.unwrap_or_default())
}

/// The text without one switch.
fn without(text: &str, id: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let (_, rules) = value(table.get_ref(), "rules")?;
    let (_, off) = value(rules.get_ref().as_table()?, "off")?;
    let mut places: Vec<(bool, Range<usize>)> = match off.get_ref() {
        DeValue::Array(all) => {
            all.iter().map(|one| (one.get_ref().as_str() == Some(id), one.span())).collect()
        }
        DeValue::Table(rows) => rows
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref() == id, key.span().start..value.span().end))
            .collect(),
        _ => return None,
    };
    places.sort_by_key(|(_, place)| place.start);
    let at = places.iter().position(|(is, _)| *is)?;
    let place = places.get(at).map(|(_, place)| place.clone())?;
    let lines = off.get_ref().is_table() && !is_inline(text, off);
    let next = places.get(at + 1).map(|(_, place)| place.start).filter(|_| !lines);
    let before = at.checked_sub(1).and_then(|at| places.get(at)).map(|(_, place)| place.end);
    let cut = match (next, before) {
        (Some(next), _) => place.start..next,
        (None, Some(before)) if !lines => before..place.end,
        _ if lines => {
            let start = text.get(..place.start)?.rfind('\n').map_or(0, |feed| feed + 1);
            start..line_end(text, place.end)
        }
        _ => place,
    };
    Some(replace(text, cut, ""))
}

/// The rules and categories that a text switches off.
fn switched(text: &str) -> Vec<String> {
    let read = || {
        let table: Table = text.parse().ok()?;
        let off = table.get("rules")?.as_table()?.get("off")?.clone();
        Some(match off {
            Value::Table(rows) => rows.keys().cloned().collect(),
            Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Value::String(one) => vec![one],
            _ => Vec::new(),
        })
    };
    read().unwrap_or_default()
}

/// What a text says, but for these switches and for tables that are empty
/// without them.
fn plain(text: &str, ids: &[&str]) -> Option<Table> {
    let mut table: Table = text.parse().ok()?;
    if let Some(rules) = table.get_mut("rules").and_then(Value::as_table_mut) {
        match rules.get_mut("off") {
            Some(Value::Table(rows)) => rows.retain(|id, _| !ids.contains(&id)),
            Some(Value::Array(all)) => {
                all.retain(|one| one.as_str().is_none_or(|id| !ids.contains(&id)));
            }
            // One text stands for a list of one.
            Some(one) => *one = Value::Array(vec![one.clone()]),
            None => {}
        }
        let empty = |off: &Value| {
            off.as_table().is_some_and(Table::is_empty) || off.as_array().is_some_and(Vec::is_empty)
        };
        if rules.get("off").is_some_and(empty) {
            rules.remove("off");
        }
        if rules.is_empty() {
            table.remove("rules");
        }
    }
    Some(table)
}

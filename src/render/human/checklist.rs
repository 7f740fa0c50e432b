//! The checklist on the screen: what is missing, with a sentence to try, and
//! in a few words what is there.

use std::cmp::Reverse;

use super::matters;
use super::sheet::{Columns, Entry, HEADING, Sheet};
use crate::render::paint::{Tint, paint};
use crate::render::{clean, words, wrap};
use crate::report::{Check, Reply, Target};

/// The item that asks for an answer to every question.
const ANSWERS: &str = "answers-everything";

/// Questions quoted without `--all`.
const QUOTED: usize = 2;

/// What gives way when the screen is full, by place: the rows of the item,
/// and its tip. The third and later items may go, the first two stay.
const SPARE: [(u8, u8); 5] = [(0, 0), (0, 0), (0, 3), (5, 7), (9, 9)];

/// An item that would gain points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missing<'r> {
    pub(super) check: &'r Check,
    /// Points that the pool still has room for.
    gain: u32,
}

/// The items to ask for, the most valuable first.
pub(super) fn missing(reply: &Reply) -> Vec<Missing<'_>> {
    let next = match reply.next.as_ref().map(|step| &step.target) {
        Some(Target::Item(item)) => Some(item.as_str()),
        _ => None,
    };
    let open = |check: &&Check| check.applies && !check.met && check.given.is_none();
    let open = reply.checklist.iter().filter(open);
    let mut missing: Vec<_> =
        open.map(|check| Missing { check, gain: gain(reply, check) }).collect();
    missing.retain(|missing| missing.gain > 0);
    missing.sort_by_key(|ask| Reverse((next == Some(ask.check.item.as_str()), ask.gain)));
    missing
}

/// What meeting an item in full would add: its pool may be full already.
fn gain(reply: &Reply, check: &Check) -> u32 {
    let pool = reply.pools.iter().find(|pool| pool.kind == check.pool);
    let room = pool.map_or(0, |pool| pool.cap.saturating_sub(pool.earned));
    check.points.saturating_sub(check.earned).min(room)
}

/// What an item has earned, and its id.
pub(super) fn right(check: &Check) -> (String, String) {
    (format!("{} of {}", check.earned, check.points), clean::line(&check.item))
}

/// Writes the missing items, numbered on from the findings.
pub(super) fn write(
    sheet: &mut Sheet<'_>,
    reply: &Reply,
    asked: &[Missing<'_>],
    before: usize,
    columns: &Columns,
) {
    for (place, missing) in asked.iter().enumerate() {
        let check = missing.check;
        let (spare, spare_tip) = SPARE.get(place).copied().unwrap_or((9, 9));
        let number = before + place + 1;
        let message = title(reply, check);
        let right = right(check);
        let entry = Entry { number, tint: Tint::Bold, message: &message, right: &right };
        sheet.entry(spare, &entry, columns);
        questions(sheet, reply, check, spare, columns.indent);
        if let Some(evidence) = check.evidence.first().filter(|_| check.earned > 0) {
            let room = sheet.width.saturating_sub(columns.indent + 5);
            let quote = quote(&evidence.text, room);
            sheet.field(spare.max(8), columns.indent, "Has", &quote, Tint::Plain);
        }
        if let Some(tip) = check.tip.as_deref().filter(|tip| !tip.is_empty()) {
            sheet.field(spare_tip, columns.indent, "Try", tip, Tint::Good);
        }
    }
    sheet.blank(0);
}

/// How many of the items shown gave way when rows from the spare `gone` up
/// were left out.
pub(super) fn dropped(asked: &[Missing<'_>], gone: u8) -> usize {
    asked.iter().zip(SPARE).filter(|(_, (spare, _))| *spare >= gone).count()
}

/// The title; for open questions, who asked.
fn title(reply: &Reply, check: &Check) -> String {
    let customer = reply.customer.as_ref().filter(|_| check.item == ANSWERS);
    let Some(customer) = customer.filter(|it| it.questions.iter().any(|asked| !asked.answered))
    else {
        return clean::line(&check.title);
    };
    let name = customer.name.as_deref().map(clean::line).unwrap_or_default();
    let first = name.split(' ').next().filter(|first| !first.ends_with('.')).unwrap_or(&name);
    let who = if first.is_empty() { "The customer" } else { first };
    let some = customer.questions.iter().any(|asked| asked.answered);
    format!("{who} {}", if some { "also asked" } else { "asked" })
}

/// The questions that are still open, in the customer's words.
fn questions(sheet: &mut Sheet<'_>, reply: &Reply, check: &Check, spare: u8, indent: usize) {
    let Some(customer) = reply.customer.as_ref().filter(|_| check.item == ANSWERS) else {
        return;
    };
    let most = if sheet.style.all { usize::MAX } else { QUOTED };
    let room = sheet.width.saturating_sub(indent);
    for open in customer.questions.iter().filter(|asked| !asked.answered).take(most) {
        sheet.row(spare, format!("{}{}", wrap::pad(indent), quote(&open.text, room)));
    }
}

/// Somebody's words on one line, in quotation marks.
pub(super) fn quote(words: &str, room: usize) -> String {
    format!("\"{}\"", wrap::cut(&clean::line(words), room.saturating_sub(2)))
}

/// Writes what is there already, what was given, and what is optional, with
/// `items` missing items and `findings` findings not shown.
pub(super) fn covered(sheet: &mut Sheet<'_>, reply: &Reply, items: usize, findings: usize) {
    let applies = || reply.checklist.iter().filter(|check| check.applies);
    let own = || applies().filter(|check| check.given.is_none());
    let met: Vec<_> = own().filter(|check| check.met).map(small).collect();
    let given: Vec<_> = applies().filter_map(given).collect();
    let full = own().filter(|check| !check.met && gain(reply, check) == 0);
    let mut optional: Vec<_> = full.map(small).collect();
    let polish = reply.findings.iter().filter(|finding| !matters(finding)).count();
    optional.extend(count(polish, "small touch", "small touches"));
    if !met.is_empty() {
        sheet.note(0, "Covered", &met.join(", "));
    }
    if !given.is_empty() {
        sheet.note(0, "Given", &given.join(", "));
    }
    let hidden = [count(findings, "finding", "findings"), count(items, "item", "items")];
    let hidden: Vec<_> = hidden.into_iter().flatten().collect();
    more(sheet, &optional.join(", "), &hidden.join(", "));
    sheet.blank(0);
}

/// The optional things, and where to see the rest.
fn more(sheet: &mut Sheet<'_>, optional: &str, hidden: &str) {
    let (all, aside) = match hidden {
        "" => ("--all".to_owned(), "more: --all".to_owned()),
        hidden => (format!("{hidden}: --all"), format!("more: {hidden}, --all")),
    };
    let room = sheet.width.saturating_sub(HEADING + wrap::width(&aside) + 2);
    let wide = wrap::width(optional);
    if !optional.is_empty() && wide <= room {
        let gap = wrap::pad(HEADING.saturating_sub("Optional".len()));
        let label = paint("Optional", Tint::Dim, sheet.style);
        let aside = paint(&aside, Tint::Dim, sheet.style);
        let between = wrap::pad(room - wide + 2);
        sheet.row(0, format!("{label}{gap}{optional}{between}{aside}"));
        return;
    }
    if !optional.is_empty() {
        sheet.note(0, "Optional", optional);
    }
    if !(optional.is_empty() && hidden.is_empty()) {
        sheet.note(0, "More", &all);
    }
}

/// "2 small touches"; nothing for none.
fn count(number: usize, one: &str, many: &str) -> Option<String> {
    (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
}

/// "sorry (nothing to be sorry for)".
fn given(check: &Check) -> Option<String> {
    let given = check.given.as_deref()?;
    Some(format!("{} ({})", small(check), clean::line(given)))
}

/// The title as it stands within a sentence.
fn small(check: &Check) -> String {
    words::lowered(&clean::line(&check.title))
}

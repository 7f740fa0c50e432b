//! What `--all` adds: every item with what it earned and the words that show
//! it, by pool; what was read of the customer; and the weaker findings.

use super::checklist::quote;
use super::sheet::{HEADING, Sheet};
use crate::render::paint::{Tint, paint};
use crate::render::{clean, words, wrap};
use crate::report::{Check, Customer, Pool, PoolKind, Reply};

/// Columns for `not asked` and its like.
const STATE: usize = 11;

/// Columns for `10 of 20`.
const POINTS: usize = 8;

/// Pools, in the order of the sum.
const POOLS: [PoolKind; 4] =
    [PoolKind::Help, PoolKind::Understanding, PoolKind::Courtesy, PoolKind::None];

/// Writes everything else there is to see.
pub(super) fn write(sheet: &mut Sheet<'_>, reply: &Reply) {
    let widest = reply.checklist.iter().map(|check| wrap::width(&clean::line(&check.item))).max();
    for kind in POOLS {
        let items: Vec<_> = reply.checklist.iter().filter(|check| check.pool == kind).collect();
        if items.is_empty() {
            continue;
        }
        sheet.blank(0);
        sheet.text(0, &heading(kind, &reply.pools), Tint::Bold);
        for check in items {
            item(sheet, check, widest.unwrap_or(0));
        }
    }
    sheet.blank(0);
    if let Some(customer) = &reply.customer {
        person(sheet, customer);
        sheet.blank(0);
    }
    for finding in &reply.shadowed {
        let quote = quote(&finding.text, sheet.width.saturating_sub(HEADING));
        let place = format!("line {}, {}: {quote}", finding.place.line, finding.rule);
        sheet.note(0, "Also seen", &place);
    }
    sheet.blank(0);
}

/// `help 32 of 50`.
fn heading(kind: PoolKind, pools: &[Pool]) -> String {
    let pool = pools.iter().find(|pool| pool.kind == kind);
    match (words::pool(kind), pool) {
        (Some(name), Some(pool)) => format!("{name} {} of {}", pool.earned, pool.cap),
        (Some(name), None) => name.to_owned(),
        (None, _) => "not scored".to_owned(),
    }
}

/// ` met          8 of 8  thanks   "Thank you for"`.
fn item(sheet: &mut Sheet<'_>, check: &Check, widest: usize) {
    let points = format!("{} of {}", check.earned, check.points);
    let id = clean::line(&check.item);
    let gap = wrap::pad(widest.saturating_sub(wrap::width(&id)));
    let head = format!(" {:<STATE$}{points:>POINTS$}  {id}{gap}  ", state(check));
    let beside = sheet.width.saturating_sub(wrap::width(&head));
    let proof = |room| match &check.given {
        Some(given) => Some(wrap::cut(&clean::line(given), room)),
        None => check.evidence.first().map(|evidence| quote(&evidence.text, room)),
    };
    if beside >= HEADING * 2 {
        let proof = proof(beside).unwrap_or_default();
        let row = format!("{head}{}", paint(&proof, Tint::Dim, sheet.style));
        sheet.row(0, row);
        return;
    }
    let head = format!(" {:<STATE$}{points:>POINTS$}  {id}", state(check));
    sheet.row(0, wrap::cut(&head, sheet.width));
    if let Some(proof) = proof(sheet.width.saturating_sub(STATE + 1)) {
        let row = format!("{}{}", wrap::pad(STATE + 1), paint(&proof, Tint::Dim, sheet.style));
        sheet.row(0, row);
    }
}

/// How an item stands, in words.
const fn state(check: &Check) -> &'static str {
    match (check.applies, &check.given, check.met, check.earned) {
        (false, ..) => "not asked",
        (_, Some(_), ..) => "given",
        (_, _, true, _) => "met",
        (_, _, _, 0) => "open",
        _ => "in part",
    }
}

/// What was read of the customer.
fn person(sheet: &mut Sheet<'_>, customer: &Customer) {
    if let Some(name) = &customer.name {
        sheet.note(0, "Customer", name);
    }
    if !customer.mood.is_empty() {
        sheet.note(0, "Mood", &customer.mood.join(", "));
    }
    for asked in &customer.questions {
        let answer = if asked.answered { "answered" } else { "open" };
        let room = sheet.width.saturating_sub(HEADING + answer.len() + 2);
        sheet.note(0, "Asked", &format!("{}, {answer}", quote(&asked.text, room)));
    }
}

//! What went well, said first and specifically.

use super::sheet::Sheet;
use crate::render::clean;
use crate::render::paint::Tint;
use crate::report::{Check, Reply, Verdict};

/// Good things named; more would only be skipped.
const MOST: usize = 3;

/// Writes one or two sentences of praise, and an honest cheer where nothing
/// is left to change.
pub(super) fn write(sheet: &mut Sheet<'_>, reply: &Reply) {
    let mut said = sentence(&praises(reply));
    if said.is_empty() {
        said.push_str("Good that you take a second look before sending.");
    }
    if reply.findings.is_empty() && !reply.hold && reply.verdict != Verdict::OtherLanguage {
        said.push_str(" The wording is kind as it is.");
    }
    sheet.text(0, &said, Tint::Good);
    sheet.blank(0);
}

/// The praises worth most points, in the checklist's order.
fn praises(reply: &Reply) -> Vec<String> {
    let earned = |check: &&Check| check.applies && check.met && check.given.is_none();
    let mut best: Vec<_> = reply.checklist.iter().filter(earned).enumerate().collect();
    best.retain(|(_, check)| check.praise.as_deref().is_some_and(|praise| !praise.is_empty()));
    best.sort_by_key(|(_, check)| std::cmp::Reverse(check.points));
    best.truncate(MOST);
    best.sort_by_key(|(place, _)| *place);
    let praise = |(_, check): (usize, &Check)| check.praise.as_deref().map(clean::line);
    best.into_iter().filter_map(praise).collect()
}

/// "You greeted Maria by name, thanked her and said sorry." from praises that
/// each begin with "You"; others become sentences of their own.
fn sentence(praises: &[String]) -> String {
    let bare = praises.iter().map(|praise| praise.trim_end_matches(['.', ' ', '!']));
    let (you, others): (Vec<&str>, Vec<&str>) = bare.partition(|praise| praise.starts_with("You "));
    let mut did: Vec<&str> = you.iter().filter_map(|praise| praise.strip_prefix("You ")).collect();
    let last = did.pop();
    let mut sentences = Vec::new();
    match last {
        Some(last) if did.is_empty() => sentences.push(format!("You {last}.")),
        Some(last) => sentences.push(format!("You {} and {last}.", did.join(", "))),
        None => {}
    }
    sentences.extend(others.iter().map(|other| format!("{other}.")));
    sentences.join(" ")
}

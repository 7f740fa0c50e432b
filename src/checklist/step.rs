//! The next step: the one change that gains most points.

use crate::report::{Check, Pool, PoolKind, Step, Target};

use super::facts::Facts;
use super::score::{MOST_DEDUCTED, raw_costs};

/// The step that gains most, none when nothing is left to gain. On a tie a
/// finding goes first, because words that hurt undo the rest; then the
/// checklist's order decides.
#[must_use]
pub fn next(checklist: &[Check], pools: &[Pool], facts: &Facts<'_>) -> Option<Step> {
    let earned = pools.iter().map(|pool| pool.earned).sum();
    let worst = worst_finding(facts, earned);
    let best = best_item(checklist, pools, facts, earned);
    match (worst, best) {
        (Some(finding), Some(item)) if item.gain > finding.gain => Some(item),
        (None, item) => item,
        (finding, _) => finding,
    }
}

/// The score that so many earned points and such costs give.
fn total(earned: u32, raw: u32) -> u32 {
    earned.saturating_sub(raw.min(MOST_DEDUCTED))
}

/// The finding whose removal gains most.
fn worst_finding(facts: &Facts<'_>, earned: u32) -> Option<Step> {
    let raw = raw_costs(facts.flags);
    let sum = raw.iter().fold(0u32, |sum, cost| sum.saturating_add(*cost));
    let before = total(earned, sum);
    let mut best: Option<(usize, u32)> = None;
    for (at, cost) in raw.iter().enumerate() {
        let gain = total(earned, sum - cost) - before;
        if gain > best.map_or(0, |(_, most)| most) {
            best = Some((at, gain));
        }
    }
    let (at, gain) = best?;
    let words = facts.flags.get(at)?.span.of(facts.text);
    Some(Step { text: format!("Reword \"{words}\""), gain, target: Target::Finding(at) })
}

/// The item whose missing points gain most, its pool's cap considered.
fn best_item(checklist: &[Check], pools: &[Pool], facts: &Facts<'_>, earned: u32) -> Option<Step> {
    let raw = raw_costs(facts.flags).iter().fold(0u32, |sum, cost| sum.saturating_add(*cost));
    let mut best: Option<(&Check, u32)> = None;
    for check in checklist.iter().filter(|check| check.earned < check.points) {
        let missing = check.points - check.earned;
        let added = missing.min(room(checklist, pools, check.pool));
        let gain = total(earned.saturating_add(added), raw) - total(earned, raw);
        if gain > best.map_or(0, |(_, most)| most) {
            best = Some((check, gain));
        }
    }
    let (check, gain) = best?;
    let text = check.tip.clone().unwrap_or_else(|| check.title.clone());
    Some(Step { text, gain, target: Target::Item(check.item.clone()) })
}

/// Points that still fit into a pool.
fn room(checklist: &[Check], pools: &[Pool], kind: PoolKind) -> u32 {
    let in_pool = checklist.iter().filter(|check| check.pool == kind);
    let sum = in_pool.fold(0u32, |sum, check| sum.saturating_add(check.earned));
    let cap = pools.iter().find(|pool| pool.kind == kind).map_or(0, |pool| pool.cap);
    cap.saturating_sub(sum)
}

//! From earned points and findings to the score and its verdict.
//!
//! Integers only, halves rounded down, so that the printed line adds up.
//! Three pools with caps keep politeness from paying for help: any three
//! courtesies fill theirs. The laws in `tests/suite/score.rs` hold by
//! construction: points only add, costs only take away, and both are clipped
//! at the ends.

use crate::report::{Check, Pool, PoolKind, Severity, Verdict};

use super::facts::{Facts, Flag};

/// Points that a high finding costs.
pub const HIGH: u32 = 8;
/// Points that a medium finding costs.
pub const MEDIUM: u32 = 4;
/// The most that findings may cost together.
pub const MOST_DEDUCTED: u32 = 40;
/// A reply under so many words is not scored.
pub const FEWEST_WORDS: usize = 10;

/// The pools and their caps, in points.
pub const CAPS: [(PoolKind, u32); 3] =
    [(PoolKind::Help, 50), (PoolKind::Understanding, 30), (PoolKind::Courtesy, 20)];

/// The part of an item's points that is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Parts earned.
    pub part: u32,
    /// Parts there are; never 0.
    pub whole: u32,
}

impl Share {
    /// Nothing.
    pub const NONE: Self = Self { part: 0, whole: 1 };
    /// Half.
    pub const HALF: Self = Self { part: 1, whole: 2 };
    /// Everything.
    pub const FULL: Self = Self { part: 1, whole: 1 };

    /// The points earned out of `points`, rounded down.
    #[must_use]
    pub fn of(self, points: u32) -> u32 {
        let earned = u64::from(points) * u64::from(self.part) / u64::from(self.whole.max(1));
        u32::try_from(earned).unwrap_or(points).min(points)
    }
}

/// The pools, filled from the checklist up to their caps.
#[must_use]
pub fn pools(checklist: &[Check]) -> Vec<Pool> {
    CAPS.iter()
        .map(|&(kind, cap)| {
            let in_pool = checklist.iter().filter(|check| check.pool == kind);
            let sum = in_pool.fold(0u32, |sum, check| sum.saturating_add(check.earned));
            Pool { kind, earned: sum.min(cap), cap }
        })
        .collect()
}

/// What each finding costs, parallel to `flags`: a repeat of a rule costs half
/// each time, and together they take no more than 40 points and no more than
/// was earned.
#[must_use]
pub fn costs(flags: &[Flag<'_>], earned: u32) -> Vec<u32> {
    let mut left = earned.min(MOST_DEDUCTED);
    let mut costs = raw_costs(flags);
    for cost in &mut costs {
        *cost = (*cost).min(left);
        left -= *cost;
    }
    costs
}

/// The costs before they are clipped. Of one rule, the most severe hit is the
/// first, so that taking any hit away never makes the others dearer in sum.
pub(super) fn raw_costs(flags: &[Flag<'_>]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..flags.len()).collect();
    let key =
        |at: &usize| flags.get(*at).map(|flag| (flag.rule, std::cmp::Reverse(price(flag)), *at));
    order.sort_by_key(key);
    let mut costs = vec![0; flags.len()];
    let (mut rule, mut repeats) = ("", 0u32);
    for at in order {
        let Some(flag) = flags.get(at) else { continue };
        repeats = if flag.rule == rule { repeats.saturating_add(1) } else { 0 };
        rule = flag.rule;
        if let Some(cost) = costs.get_mut(at) {
            *cost = price(flag).checked_shr(repeats).unwrap_or(0);
        }
    }
    costs
}

/// What a finding costs when it is alone.
fn price(flag: &Flag<'_>) -> u32 {
    match flag.severity {
        _ if flag.hold => 0,
        Severity::High => HIGH,
        Severity::Medium => MEDIUM,
        Severity::Polish => 0,
    }
}

/// The verdict on a score. An open main question caps it at "worth another
/// pass", however polite the rest is.
#[must_use]
pub fn verdict(facts: &Facts<'_>, score: u32, main_open: bool) -> Verdict {
    if facts.flags.iter().any(|flag| flag.hold) {
        Verdict::Hold
    } else if !facts.english {
        Verdict::OtherLanguage
    } else if facts.words < FEWEST_WORDS {
        Verdict::Unscored
    } else {
        match score {
            0..50 => Verdict::Rework,
            50..70 => Verdict::AnotherPass,
            _ if main_open => Verdict::AnotherPass,
            70..85 => Verdict::Nearly,
            _ => Verdict::Ready,
        }
    }
}

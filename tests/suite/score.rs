//! The laws of the score: bounded, deterministic, every line adds up, and no
//! improvement is ever punished.

use kindword::checklist::{CueHits, CustomerFacts, Facts, Flag, List, Outcome, check};
use kindword::report::{Channel, Place, PoolKind, Severity, Verdict};
use kindword::rule::model::{Item, Profile};
use kindword::span::{Span, Text};
use proptest::prelude::*;

const TEXT: &str = "Hi Maria, thank you for the photos. I am sorry the second lamp came cracked. \
                    I have sent a new one today and it arrives on Friday. Kind regards, Ana";
const RULES: [&str; 4] = ["blame.one", "blame.two", "policy.one", "privacy.one"];
const POOLS: [PoolKind; 4] =
    [PoolKind::Help, PoolKind::Understanding, PoolKind::Courtesy, PoolKind::None];

/// One case: items with points, which of them have a cue, and findings.
#[derive(Debug, Clone)]
struct Case {
    items: Vec<(usize, u32, bool, bool)>,
    flags: Vec<(usize, u8, usize, bool)>,
}

fn case() -> impl Strategy<Value = Case> {
    let item = (0..POOLS.len(), 0u32..60, any::<bool>(), any::<bool>());
    let flag = (0..RULES.len(), 0u8..3, 0..TEXT.len() - 12, prop::bool::weighted(0.1));
    (prop::collection::vec(item, 0..20), prop::collection::vec(flag, 0..12))
        .prop_map(|(items, flags)| Case { items, flags })
}

fn item(at: usize, pool: PoolKind) -> Item {
    Item {
        id: format!("item-{at}"),
        title: String::new(),
        pack: String::new(),
        pool,
        detector: "cue".to_owned(),
        cues: Vec::new(),
        with: Vec::new(),
        half: Vec::new(),
        bars: Vec::new(),
        unless: Vec::new(),
        concrete: false,
        praise: String::new(),
        tip: String::new(),
        why: String::new(),
        source: String::new(),
        good: Vec::new(),
        bad: Vec::new(),
    }
}

fn nowhere(span: Span<Text>) -> Place {
    Place {
        source: None,
        start: span.start,
        end: span.end,
        line: 1,
        column: 1,
        end_line: 1,
        end_column: 1,
        utf16_column: 1,
        utf16_end_column: 1,
    }
}

fn severity(level: u8) -> Severity {
    match level {
        0 => Severity::Polish,
        1 => Severity::Medium,
        _ => Severity::High,
    }
}

/// The outcome of a case. Each item's cue is its own word of the text.
fn outcome(case: &Case) -> Outcome {
    let items: Vec<Item> =
        case.items.iter().enumerate().map(|(at, (pool, ..))| item(at, POOLS[*pool])).collect();
    let points: Vec<(String, u32)> = items
        .iter()
        .zip(&case.items)
        .map(|(item, (_, points, ..))| (item.id.clone(), *points))
        .collect();
    let profile = Profile {
        id: "complaint".to_owned(),
        title: String::new(),
        email: points.clone(),
        chat: points,
    };
    let mut cues = CueHits::new(items.len());
    for (at, (_, _, full, half)) in case.items.iter().enumerate() {
        let span = Span::new(at * 6, at * 6 + 5);
        if *full {
            cues.push(at, List::Cues, span);
        }
        if *half {
            cues.push(at, List::Half, span);
        }
    }
    cues.sort();
    let mut flags: Vec<Flag<'_>> = case
        .flags
        .iter()
        .map(|(rule, level, start, hold)| Flag {
            rule: RULES[*rule],
            severity: severity(*level),
            span: Span::new(*start, start + 12),
            hold: *hold,
        })
        .collect();
    flags.sort_by_key(|flag| flag.span);
    let sentences = [Span::new(0, TEXT.len())];
    let facts = Facts {
        text: TEXT,
        sentences: &sentences,
        cues: &cues,
        flags: &flags,
        placeholders: &[],
        foreign: &[],
        greeted: None,
        closing: None,
        signed: None,
        agent_name: None,
        channel: Channel::Email,
        later_turn: false,
        library: false,
        provided: &[],
        not_our_fault: false,
        profile: "complaint",
        words: 32,
        english: true,
        customer: Some(CustomerFacts {
            text: "My lamp is cracked.",
            name: None,
            requests: &[],
            moods: &[],
        }),
    };
    check(&items, &[profile], &facts, &nowhere)
}

fn score(case: &Case) -> u32 {
    outcome(case).score.expect("a reply of 32 English words is scored")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_explanation_sums_to_the_score(case in case()) {
        let out = outcome(&case);
        let pools: u32 = out.pools.iter().map(|pool| pool.earned).sum();
        let costs: u32 = out.costs.iter().sum();
        prop_assert_eq!(out.earned, pools);
        prop_assert_eq!(out.deducted, costs);
        prop_assert_eq!(out.score, Some(out.earned - out.deducted));
        prop_assert!(out.deducted <= 40 && out.deducted <= out.earned && out.earned <= 100);
        for pool in &out.pools {
            let sum: u32 = out.checklist.iter().filter(|c| c.pool == pool.kind).map(|c| c.earned).sum();
            prop_assert_eq!(pool.earned, sum.min(pool.cap));
        }
    }

    #[test]
    fn the_same_reply_has_the_same_score(case in case()) {
        let (one, two) = (outcome(&case), outcome(&case));
        prop_assert_eq!(one.score, two.score);
        prop_assert_eq!(one.costs, two.costs);
        prop_assert_eq!(one.next, two.next);
    }

    #[test]
    fn removing_a_finding_never_lowers_the_score(case in case(), at in any::<prop::sample::Index>()) {
        prop_assume!(!case.flags.is_empty());
        let mut better = case.clone();
        better.flags.remove(at.index(case.flags.len()));
        prop_assert!(score(&better) >= score(&case));
    }

    #[test]
    fn meeting_one_more_item_never_lowers_the_score(case in case(), at in any::<prop::sample::Index>()) {
        prop_assume!(!case.items.is_empty());
        let mut better = case.clone();
        better.items[at.index(case.items.len())].2 = true;
        prop_assert!(score(&better) >= score(&case));
    }

    #[test]
    fn the_next_step_gains_what_it_says(case in case()) {
        let out = outcome(&case);
        if let Some(step) = out.next {
            prop_assert!(step.gain > 0 && step.gain + out.score.unwrap_or(0) <= 100);
        }
    }

    #[test]
    fn a_hold_costs_nothing_and_decides_the_verdict(case in case()) {
        let out = outcome(&case);
        for (flag, cost) in case_flags(&case).iter().zip(&out.costs) {
            prop_assert!(!flag || *cost == 0);
        }
        let holds = case.flags.iter().any(|flag| flag.3);
        prop_assert_eq!(holds, out.verdict == Verdict::Hold);
    }
}

/// Which flags hold, in text order as [`outcome`] sorts them.
fn case_flags(case: &Case) -> Vec<bool> {
    let mut flags = case.flags.clone();
    flags.sort_by_key(|flag| flag.2);
    flags.iter().map(|flag| flag.3).collect()
}

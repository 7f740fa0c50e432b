//! The overlays that ship: each proves itself, alone and with the others, and
//! each does what its sentences say.

use std::sync::Arc;

use kindword::check::examine::compile;
use kindword::check::{Choice, Setting, find, findings, limits, masks};
use kindword::proof::examine;
use kindword::report::Severity;
use kindword::rule::overlay::{OVERLAYS, named};
use kindword::rule::{Pack, RuleSet, builtin, load};
use kindword::span::Span;

type Source = (String, Arc<str>);

fn sources() -> Vec<Source> {
    OVERLAYS.iter().map(|one| (one.file.to_owned(), Arc::from(one.text))).collect()
}

fn packs() -> Vec<Pack> {
    let read =
        |(name, text): &Source| load(name, text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    sources().iter().map(read).collect()
}

/// The heaviest that fires, if anything does.
fn heaviest(text: &str, rules: &RuleSet) -> Option<Severity> {
    let (ranges, masks, all) = ([Span::new(0, text.len())], masks::of(text), Choice::default());
    let found = find(text, &ranges, &masks, rules);
    let swaps = findings(text, &found, rules, &all).0.into_iter().map(|raw| raw.severity);
    let limits = limits(text, &ranges, &masks, rules, &all, Setting::default()).into_iter();
    swaps.chain(limits.map(|extra| extra.severity)).max()
}

#[test]
fn the_trades_of_the_readme_are_there() {
    let names: Vec<&str> = OVERLAYS.iter().map(|one| one.name).collect();
    assert_eq!(names, ["health", "insurance", "public-service", "software", "telecom", "travel"]);
    for one in OVERLAYS {
        assert_eq!(named(one.name), Some(one));
        assert_eq!(one.file, format!("rules/overlays/{}.toml", one.name));
        assert!(!one.title.is_empty());
    }
    assert_eq!(named("nosuch"), None);
}

#[test]
fn every_overlay_proves_itself() {
    for source in sources() {
        let done = examine(std::slice::from_ref(&source), builtin::rules(), true);
        let lines: Vec<String> = done
            .problems
            .iter()
            .map(|one| {
                format!("{}:{}: {}", one.source, one.place.map_or(0, |at| at.line), one.message)
            })
            .collect();
        assert!(lines.is_empty(), "{}", lines.join("\n"));
    }
}

#[test]
fn overlays_lie_side_by_side() {
    let done = compile(&sources(), builtin::rules());
    assert_eq!(done.problems, []);
    let all = done.rules.unwrap();
    let changes: usize = packs().iter().map(|pack| pack.changes.len()).sum();
    assert_eq!(all.changes().count(), changes);
}

/// Seen from outside: what fired at medium or above does so no more.
#[test]
fn every_change_is_worth_its_place() {
    for (source, pack) in sources().iter().zip(packs()) {
        let with = compile(std::slice::from_ref(source), builtin::rules()).rules.unwrap();
        assert!(pack.changes.len() >= 5, "{}", pack.name);
        for change in pack.changes.iter().map(|one| &one.value) {
            assert!(!change.good.is_empty(), "{}: {}", pack.name, change.rule);
            assert!(!change.bad.is_empty() || change.off == Some(true), "{}", change.rule);
            for text in &change.good {
                let (before, after) = (heaviest(text, builtin::rules()), heaviest(text, &with));
                assert!(before > after, "{}: {text}: {before:?}, {after:?}", pack.name);
                let lowered = change.severity;
                assert!(after <= lowered.or(Some(Severity::Polish)), "{}: {text}", pack.name);
            }
        }
        for rule in pack.rules.iter().map(|one| &one.value) {
            assert!(rule.bad.len() >= 3 && rule.good.len() >= 3, "{}", rule.id);
        }
    }
}

/// What an overlay says of itself is held to the rules, like all else.
#[test]
fn the_words_of_the_overlays_follow_the_rules() {
    for pack in packs() {
        let changes = pack.changes.iter().map(|one| &one.value);
        let rules = pack.rules.iter().map(|one| &one.value);
        let said = changes.map(|one| &one.because).chain(rules.map(|one| &one.why));
        for text in said {
            assert!(text.len() <= 140 && text.ends_with('.'), "{text}");
            let own: String = text.split('"').step_by(2).collect::<Vec<_>>().join("it");
            assert!(heaviest(&own, builtin::rules()) <= Some(Severity::Polish), "{text}");
        }
    }
}

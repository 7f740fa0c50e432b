//! What a pack changes of rules that other packs wrote.

use std::sync::Arc;

use kindword::check::examine::{Examined, compile};
use kindword::check::{Choice, Setting, find, findings, leaks, limits, masks};
use kindword::proof::examine;
use kindword::report::{Apply, Severity};
use kindword::rule::{RuleSet, builtin};
use kindword::span::Span;

fn source(name: &str, tables: &str) -> (String, Arc<str>) {
    let head = format!("[pack]\nschema = 1\nname = \"{name}\"\n\n");
    (format!("{name}.toml"), Arc::from(head + tables))
}

/// The built-in rules with packs on top, one layer.
fn set(packs: &[&str]) -> RuleSet {
    let names = ["one", "two", "three"];
    let sources: Vec<_> = packs.iter().zip(names).map(|(text, name)| source(name, text)).collect();
    let done = compile(&sources, builtin::rules());
    done.rules.unwrap_or_else(|| panic!("{:#?}", done.problems))
}

fn proved(tables: &str) -> Examined {
    examine(&[source("team", tables)], builtin::rules(), false)
}

/// Codes of the faults, with the line each stands in, less the header.
fn faults(tables: &str) -> Vec<(String, usize)> {
    let problems = proved(tables).problems.into_iter().filter(|one| !one.warning);
    problems.map(|one| (one.code.to_owned(), one.place.unwrap().line - 4)).collect()
}

/// What fires: ids and severities.
fn fires(text: &str, rules: &RuleSet) -> Vec<(String, Severity)> {
    let (ranges, masks, all) = ([Span::new(0, text.len())], masks::of(text), Choice::default());
    let found = find(text, &ranges, &masks, rules);
    let (kept, _) = findings(text, &found, rules, &all);
    let mut out: Vec<_> =
        kept.into_iter().map(|raw| (raw.record.id.clone(), raw.severity)).collect();
    let extras = limits(text, &ranges, &masks, rules, &all, Setting::default()).into_iter();
    let extras = extras.chain(leaks(text, &ranges, &masks, rules, &all, false));
    out.extend(extras.map(|extra| (extra.id, extra.severity)));
    out
}

fn is_in(id: &str, text: &str, rules: &RuleSet) -> bool {
    fires(text, rules).iter().any(|(one, _)| one == id)
}

const WRONG: &str = "No, you're wrong.";

#[test]
fn a_rule_is_off_and_the_others_stay() {
    let rules =
        set(&["[[change]]\nrule = \"blame.youre-wrong\"\noff = true\nbecause = \"A test.\"\n"]);
    assert!(is_in("blame.youre-wrong", WRONG, builtin::rules()));
    assert!(!is_in("blame.youre-wrong", WRONG, &rules));
    let other = "You should have told us sooner.";
    assert_eq!(fires(other, &rules), fires(other, builtin::rules()));
    let count = |rules: &RuleSet| rules.refs().filter(|at| rules.is_off(*at)).count();
    assert_eq!((count(&rules), count(builtin::rules())), (1, 0));
}

#[test]
fn a_rule_changes_its_severity_wording_and_usage() {
    let rules = set(&[r#"
[[change]]
rule = "blame.youre-wrong"
severity = "polish"
say = ["I read it another way"]
message = "We say it softly here"
why = "Soft words win."
because = "A test."
"#]);
    let found = find(WRONG, &[Span::new(0, WRONG.len())], &[], &rules);
    let (kept, lost) = findings(WRONG, &found, &rules, &Choice::default());
    let raw = kept.iter().chain(&lost).find(|raw| raw.record.id == "blame.youre-wrong").unwrap();
    assert_eq!(raw.severity, Severity::Polish);
    assert_eq!(raw.record.message, "We say it softly here");
    assert_eq!(raw.record.why, "Soft words win.");
    assert_eq!(raw.suggestions[0].text, "I read it another way");
    // The rule asserts that content follows, and still does.
    assert_eq!(raw.suggestions[0].apply, Apply::Ask);
}

#[test]
fn an_unless_of_a_team_saves_what_it_holds_and_no_more() {
    let rules = set(&[r#"
[[change]]
rule = "blame.should-have"
unless = ["you should have told us before the fair"]
because = "A test."

[[change]]
rule = "text-speak.swearing-short"
unless = ["=FFS club"]
because = "A test."
"#]);
    let id = "blame.should-have";
    let fair = "You should have told us before the fair.";
    assert!(is_in(id, fair, builtin::rules()));
    assert!(!is_in(id, fair, &rules));
    assert!(is_in(id, "You should have told us sooner.", &rules));
    let letters = |text: &str, rules: &RuleSet| {
        fires(text, rules).iter().any(|(id, _)| id.starts_with("text-speak."))
    };
    assert!(letters("The FFS club meets on Monday.", builtin::rules()));
    assert!(!letters("The FFS club meets on Monday.", &rules));
    assert!(letters("It's late, ffs.", &rules));
}

#[test]
fn the_later_pack_wins_and_may_switch_on_again() {
    let off = "[[change]]\nrule = \"blame.youre-wrong\"\noff = true\nbecause = \"First.\"\n";
    let on = "[[change]]\nrule = \"blame.youre-wrong\"\noff = false\nseverity = \"medium\"\nbecause = \"Second.\"\n";
    let severity = |rules: &RuleSet| {
        fires(WRONG, rules).into_iter().find(|(id, _)| id == "blame.youre-wrong").map(|one| one.1)
    };
    assert_eq!(severity(&set(&[off, on])), Some(Severity::Medium));
    assert_eq!(severity(&set(&[on, off])), None);
    let rules = set(&[off, on]);
    let because: Vec<&str> = rules.changes().map(|(change, _)| change.because.as_str()).collect();
    assert_eq!(because, ["First.", "Second."]);
    // One pack is compiled on top of the other, too.
    let below = set(&[off]);
    let done = compile(&[source("upper", on)], &below);
    assert_eq!(severity(&done.rules.unwrap()), Some(Severity::Medium));
}

#[test]
fn limits_and_leaks_are_changed_by_their_ids() {
    let loud = "Thanks! Great! It is on its way! Enjoy it! Bye!";
    let card = "The card is 4111 1111 1111 1111.";
    assert!(is_in("shouting.exclamation-marks", loud, builtin::rules()));
    let change = |tables: &str| set(&[tables]);
    let more = change(
        "[[change]]\nrule = \"shouting.exclamation-marks\"\nmost = 9\nbecause = \"A test.\"\n",
    );
    assert!(!is_in("shouting.exclamation-marks", loud, &more));
    let off = change(
        "[[change]]\nrule = \"shouting.exclamation-marks\"\noff = true\nbecause = \"A test.\"\n",
    );
    assert!(!is_in("shouting.exclamation-marks", loud, &off));
    let word = "We are the LAMPERY shop, and it MUST be so.";
    let allow = change(
        "[[change]]\nrule = \"shouting.capital-word\"\nallow = [\"MUST\"]\nbecause = \"A test.\"\n",
    );
    assert!(is_in("shouting.capital-word", word, builtin::rules()));
    assert!(!is_in("shouting.capital-word", word, &allow));
    assert!(is_in("privacy.card-number", card, builtin::rules()));
    let leak =
        change("[[change]]\nrule = \"privacy.card-number\"\noff = true\nbecause = \"A test.\"\n");
    assert!(!is_in("privacy.card-number", card, &leak));
    assert!(!leak.leaks().iter().any(|one| one.id == "privacy.card-number"));
    assert!(leak.details().leaks.iter().any(|one| one.id == "privacy.card-number"));
}

/// A category is a broom: what holds a reply back stays.
#[test]
fn a_category_goes_off_without_what_holds() {
    let off = |category: &str| {
        set(&[&format!("[[change]]\nrule = \"{category}\"\noff = true\nbecause = \"A test.\"\n")])
    };
    let jargon = off("jargon");
    let swaps = jargon.refs().filter(|at| jargon.is_off(*at)).filter_map(|at| jargon.rule(at));
    let swaps: Vec<String> = swaps.map(|rule| rule.category).collect();
    assert!(swaps.len() > 5 && swaps.iter().all(|category| category == "jargon"), "{swaps:?}");
    let shouting = off("shouting");
    assert!(!shouting.limits().iter().any(|limit| limit.id.starts_with("shouting.")));
    let privacy = off("privacy");
    assert_eq!(privacy.leaks().len(), builtin::rules().leaks().len());
}

#[test]
fn an_alias_stands_for_its_rule() {
    let pack = r#"
[[category]]
id = "time"
title = "Time"

[[swap]]
id = "late"
category = "time"
severity = "high"
find = ["you're late"]
say = ["it's past the hour"]
fits = "anywhere"
why = "They know the hour."
bad = ["You're late."]
good = ["We're late."]
aliases = ["time.tardy"]
"#;
    let change =
        "[[change]]\nrule = \"time.tardy\"\nseverity = \"polish\"\nbecause = \"A test.\"\n";
    let rules = set(&[pack, change]);
    assert_eq!(fires("You're late.", &rules), [("time.late".to_owned(), Severity::Polish)]);
    // In the same pack, with nothing below, it works as well.
    let alone = compile(&[source("alone", &format!("{pack}\n{change}"))], &RuleSet::empty());
    let alone = alone.rules.unwrap();
    assert_eq!(fires("You're late.", &alone), [("time.late".to_owned(), Severity::Polish)]);
}

#[test]
fn the_same_word_in_two_layers_is_one() {
    // The layer of the change knows words that the built-in layer does not.
    let rules = set(&[r#"
[[change]]
rule = "blame.youre-wrong"
unless = ["zyxomat says you're wrong"]
because = "A test."
"#]);
    assert!(!is_in("blame.youre-wrong", "Zyxomat says you're wrong.", &rules));
    assert!(is_in("blame.youre-wrong", "Zyxomats say you're wrong.", &rules));
}

#[test]
fn what_cannot_be_is_told_with_its_line() {
    let one = |rest: &str| faults(&format!("[[change]]\n{rest}"));
    let is = |code: &str, line: usize| vec![(code.to_owned(), line)];
    assert_eq!(one("rule = \"blame.youre-wrong\"\noff = true\n"), is("missing-key", 1));
    assert_eq!(one("off = true\nbecause = \"x\"\n"), is("missing-key", 1));
    assert_eq!(one("rule = \"blame.youre-wrong\"\nbecause = \"x\"\n"), is("empty-change", 2));
    assert_eq!(one("because = \"x\"\noff = true\nrule = \"blme\"\n"), is("unknown-rule", 4));
    let useless = |rest: &str| one(&format!("because = \"x\"\n{rest}"));
    assert_eq!(
        useless("rule = \"blame.youre-wrong\"\noff = true\nsay = [\"x\"]\n"),
        is("useless-key", 5)
    );
    assert_eq!(useless("rule = \"blame.youre-wrong\"\nmost = 3\n"), is("useless-key", 4));
    assert_eq!(useless("rule = \"jargon\"\nunless = [\"x\"]\n"), is("useless-key", 4));
    assert_eq!(
        useless("rule = \"shouting.exclamation-marks\"\nunless = [\"x\"]\n"),
        is("useless-key", 4)
    );
    assert_eq!(
        useless("rule = \"privacy.card-number\"\nseverity = \"polish\"\n"),
        is("useless-key", 4)
    );
    assert_eq!(
        useless("rule = \"blame.youre-wrong\"\nunless = [\"you (are\"]\n"),
        is("bad-phrase", 4)
    );
    assert_eq!(
        useless("rule = \"blame.youre-wrong\"\nsay = [\"about {this}\"]\n"),
        is("empty-slot", 4)
    );
    assert_eq!(useless("rule = \"blame.youre-wrong\"\nunles = [\"x\"]\noff = true\n").len(), 1);
    let twice = "rule = \"blame.youre-wrong\"\nbecause = \"x\"\noff = true\n";
    assert_eq!(faults(&format!("[[change]]\n{twice}[[change]]\n{twice}")), is("changed-twice", 6));
}

#[test]
fn the_nearest_name_is_offered() {
    let help = |name: &str| {
        let done = proved(&format!("[[change]]\nrule = \"{name}\"\noff = true\nbecause = \"x\"\n"));
        done.problems[0].help.clone().unwrap()
    };
    assert_eq!(help("blame.youre-wrng"), "did you mean \"blame.youre-wrong\"?");
    assert_eq!(help("youre-wrong"), "did you mean \"blame.youre-wrong\"?");
    assert_eq!(help("jargn"), "did you mean \"jargon\"?");
    assert_eq!(help("zzz"), "`kindword rules list` shows the ids there are");
}

const SHOULD: &str = "[[change]]\nrule = \"blame.should-have\"\nbecause = \"x\"\n";

#[test]
fn a_change_proves_what_it_says() {
    let codes = |rest: &str| -> Vec<String> {
        faults(&format!("{SHOULD}{rest}")).into_iter().map(|(code, _)| code).collect()
    };
    let unless = "unless = [\"you should have told us before the fair\"]\n";
    let good = "good = [\"You should have told us before the fair opened.\"]\n";
    let fine = format!("{unless}{good}bad = [\"«You should have told» us sooner.\"]\n");
    assert_eq!(codes(&fine), [""; 0], "{:#?}", proved(&format!("{SHOULD}{fine}")).problems);
    assert_eq!(codes(unless), ["unless-saves-nothing"]);
    let idle = "good = [\"You did well before the fair.\"]\n";
    assert_eq!(
        codes(&format!("{unless}{idle}")),
        ["good-needs-no-change", "unless-saves-nothing"].into_iter().rev().collect::<Vec<_>>()
    );
    let wide = format!("{unless}{good}bad = [\"You should have told us before the fair.\"]\n");
    assert_eq!(codes(&wide), ["bad-does-not-fire"]);
    let still = format!(
        "{unless}good = [\"You should have told us before the fair, and you should have told them.\"]\n"
    );
    assert_eq!(codes(&still), ["good-fires"]);
    assert_eq!(codes("off = true\nbad = [\"You should have told us.\"]\n"), ["bad-does-not-fire"]);
    assert_eq!(codes("off = true\ngood = [\"You should have told us.\"]\n"), [""; 0]);
    assert_eq!(codes("off = true\ngood = [\"You told us.\"]\n"), ["good-needs-no-change"]);
    assert_eq!(codes("say = [\"you're wrong\"]\n"), ["say-fires"]);
    let softer = "severity = \"polish\"\ngood = [\"You should have told us.\"]\n";
    assert_eq!(codes(softer), [""; 0]);
    let louder = "severity = \"high\"\ngood = [\"You should have told us.\"]\n";
    assert_eq!(codes(louder), ["good-fires"]);
}

/// The pages show changes that hold.
#[test]
fn the_changes_on_the_pages_are_true() {
    let pages = [include_str!("../../src/rule/format.md"), include_str!("../../README.md")];
    for page in pages {
        let block = page.split("```").find(|block| block.contains("[[change]]\nrule"));
        let (_, change) = block.unwrap().split_once('\n').unwrap();
        let done = proved(change);
        assert_eq!(done.problems, []);
        assert_eq!(done.packs[0].changes.len(), 1);
    }
}

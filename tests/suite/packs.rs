//! The built-in packs: prepared as they would be compiled, and every rule true
//! to its examples.

use kindword::check::{Choice, find, findings, masks, prove, signs};
use kindword::proof::prove_all;
use kindword::report::Severity;
use kindword::rule::{RuleSet, builtin, load};
use kindword::span::Span;

fn packs() -> Vec<kindword::rule::Pack> {
    let read = |(name, text): &(&str, &str)| {
        load(name, text).unwrap_or_else(|problems| panic!("{problems:#?}"))
    };
    builtin::PACKS.iter().map(read).collect()
}

#[test]
fn the_prepared_tables_are_what_compiling_gives() {
    let layer = kindword::rule::compile::compile(&packs(), None)
        .unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(layer == builtin::LAYER, "the artefact of the build script is stale");
}

#[test]
fn every_built_in_rule_proves_itself() {
    let problems = prove_all(&packs(), builtin::rules(), true);
    let lines: Vec<String> = problems
        .iter()
        .map(|one| format!("{}:{}: {}", one.source, one.place.map_or(0, |at| at.line), one.message))
        .collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn guards_and_items_have_examples_enough() {
    for pack in packs() {
        for guard in &pack.guards {
            let (good, bad) = (guard.value.good.len(), guard.value.bad.len());
            assert!(good >= 3 && bad >= 3, "{}: {good} good, {bad} bad", guard.value.id);
        }
        for item in &pack.items {
            // A reply out of pace is long, and two such are enough to read.
            let few = if item.value.detector == "pace" { 2 } else { 5 };
            let (good, bad) = (item.value.good.len(), item.value.bad.len());
            assert!(good >= 5 && bad >= few, "{}: {good} good, {bad} bad", item.value.id);
        }
    }
}

/// The messages of a pack over the built-in ones, each with its line.
fn faults(pack: &str) -> Vec<String> {
    let text = format!("[pack]\nschema = 1\nname = \"team\"\n{pack}");
    let sources = [("team.toml".to_owned(), std::sync::Arc::from(text.as_str()))];
    let examined = kindword::proof::examine(&sources, builtin::rules(), false);
    let line = |one: &kindword::problem::Problem| one.place.map_or(0, |at| at.line);
    examined.problems.iter().map(|one| format!("{}: {}", line(one) - 3, one.message)).collect()
}

#[test]
fn a_guard_that_spares_nothing_is_told() {
    let guard = r#"
[[guard]]
id = "in-a-song"
cues = ["in the song"]
reach = "after"
categories = ["text-speak"]
good = ["In the song, that sucks.", "The song is short.", "It is a song, and that sucks."]
bad = ["That sucks.", "In the song, that sucks."]
[[category]]
id = "team"
title = "Team"
[[swap]]
id = "sucks"
category = "team"
severity = "medium"
find = ["it bites"]
guards = ["in-a-song"]
why = "Say what is wrong."
bad = ["It bites."]
good = ["In the song it bites."]
"#;
    assert_eq!(
        faults(guard),
        [
            "7: in-a-song: it spares nothing here",
            "7: in-a-song: nothing would fire here without it",
            "7: in-a-song: it spares nothing here",
            "8: in-a-song: no phrase that it speaks for fires here",
            "8: in-a-song: no phrase that it speaks for fires here",
        ]
    );
}

#[test]
fn an_item_or_limit_is_held_to_its_customer() {
    let faulty = r#"
[[item]]
id = "thanks"
good = ["Your lamp is here.", { customer = "Is it here?", draft = "Thank you for the photo." }]
bad = [{ customer = "Is it here?", draft = "Thank you for the photo." }]
[[category]]
id = "team"
title = "Team"
[[limit]]
id = "party"
category = "team"
count = "words"
most = 0
severity = "medium"
words = ["confetti"]
when = ["complaint"]
why = "Not now."
bad = [
  { customer = "It is broken and I want my money back.", draft = "«Confetti» for you." },
  { customer = "Is it here?", draft = "Confetti for you." },
  "Confetti for you.",
]
good = [
  { customer = "Is it here?", draft = "Confetti for you." },
  { customer = "It is broken and I want my money back.", draft = "Confetti for you." },
]
"#;
    assert_eq!(
        faults(faulty),
        [
            "4: thanks: this passage does not meet it",
            "5: thanks: this near miss meets it",
            "20: team.party: it does not fire in this text",
            "21: team.party: it does not fire in this text",
            "25: team.party: team.party fires here, on \"Confetti\"",
        ]
    );
}

#[test]
fn a_misspelt_key_of_an_example_is_told() {
    let faulty = r#"
[[category]]
id = "team"
title = "Team"
[[limit]]
id = "party"
category = "team"
count = "words"
most = 0
severity = "medium"
when = ["complain"]
beside = ["blam"]
why = "Not now."
bad = [{ custmer = "It is broken.", draft = "Confetti for you." }]
good = [{ customer = "Is it here?" }, 7]
"#;
    assert_eq!(
        faults(faulty),
        [
            "5: this [[limit]] has no `words`",
            "11: there is no when \"complain\"",
            "12: there is no beside \"blam\"",
            "14: an example has no key `custmer`",
            "15: this example has no `draft`",
            "15: `good` wants a list of texts",
        ]
    );
}

#[test]
fn every_rule_has_a_known_category_and_a_reason() {
    for rule in builtin::rules().rules() {
        assert!(
            builtin::rules().categories().iter().any(|category| category.id == rule.category),
            "{}",
            rule.id
        );
        assert!(!rule.why.is_empty() && rule.why.len() <= 140, "{}: {}", rule.id, rule.why);
    }
}

/// What the tool itself says is held to its own rules.
#[test]
fn the_words_of_the_rules_follow_the_rules() {
    let rules = builtin::rules();
    let mut texts: Vec<(String, String)> = Vec::new();
    for rule in rules.rules() {
        texts.push((rule.id.clone(), rule.why.clone()));
        texts.push((rule.id.clone(), rule.message.clone()));
    }
    for item in rules.items() {
        texts.extend(
            [&item.tip, &item.why, &item.praise].map(|text| (item.id.clone(), text.clone())),
        );
    }
    let mut loud = Vec::new();
    for (id, text) in texts {
        // Words in quotation marks are shown, not said.
        let said: String = text.split('"').step_by(2).collect::<Vec<_>>().join("it");
        let said = said
            .split(" '")
            .enumerate()
            .map(
                |(n, part)| {
                    if n == 0 { part } else { part.split_once('\'').map_or("", |(_, rest)| rest) }
                },
            )
            .collect::<Vec<_>>()
            .join(" it");
        let found = find(&said, &[Span::new(0, said.len())], &masks::of(&said), rules);
        let (kept, _) = findings(&said, &found, rules, &Choice::default());
        loud.extend(
            kept.iter()
                .filter(|raw| raw.severity > Severity::Polish)
                .map(|raw| format!("{id}: {} in: {said}", raw.record.id)),
        );
    }
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

#[test]
fn a_team_pack_lies_on_top() {
    let pack = load(
        "team.toml",
        r#"
[pack]
schema = 1
name = "team"

[[class]]
id = "upset"
extend = true
words = ["flumped"]

[[swap]]
id = "chum"
category = "dismissive"
severity = "medium"
find = ["listen, chum"]
say = ["let me check that"]
fits = "clause"
why = "It sounds chummy."
bad = ["Listen, chum."]
good = ["Do listen to the tape."]

[[item]]
id = "thanks"
tip = "Cheers for writing."

[profile]
"#
        .trim_end_matches("[profile]\n"),
    )
    .unwrap();
    let set = builtin::rules().with(std::slice::from_ref(&pack)).unwrap();
    assert_eq!(prove::prove(&[pack], &set, false), []);
    let tip = set.items().iter().find(|item| item.id == "thanks").map(|item| item.tip.as_str());
    assert_eq!(tip, Some("Cheers for writing."));
    assert_eq!(set.items().len(), builtin::rules().items().len());
    let fires = |set: &RuleSet, text: &str| {
        let found = find(text, &[Span::new(0, text.len())], &[], set);
        findings(text, &found, set, &Choice::default())
            .0
            .into_iter()
            .map(|raw| raw.record.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fires(&set, "Why are you so flumped?").len(),
        1,
        "a class of the built-in packs was extended"
    );
    assert_eq!(fires(builtin::rules(), "Why are you so flumped?").len(), 0);
}

/// Each sign is seen in the messages that show it, and in none that do not.
#[test]
fn signs_prove_themselves() {
    let rules = builtin::rules();
    let packs = packs();
    let written: Vec<_> = packs.iter().flat_map(|pack| &pack.signs).map(|one| &one.value).collect();
    assert!(written.len() > 20);
    let mut wrong = Vec::new();
    for sign in written {
        let number = rules.signs().iter().position(|one| one.id == sign.id).unwrap();
        let shows = |text: &String| signs(text, &masks::of(text), rules).contains(&number);
        let lost =
            sign.good.iter().filter(|text| !shows(text)).map(|text| (&sign.id, "not in", text));
        let vain = sign.bad.iter().filter(|text| shows(text)).map(|text| (&sign.id, "in", text));
        wrong.extend(lost.chain(vain).map(|found| format!("{found:?}")));
        let shaped = sign.when.is_some();
        assert!(
            shaped || !sign.good.is_empty() && !sign.bad.is_empty(),
            "{} has no examples",
            sign.id
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

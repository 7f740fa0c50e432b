//! The self-portrait: what kindword says of sixty-four replies, in one reviewed
//! snapshot, and forty pairs of replies that the score must rank right.
//!
//! After a change of rules: `SNAPSHOTS=overwrite cargo test --test all --
//! suite::portrait`, and read the difference.

use std::fmt::Write as _;

use kindword::document::draft::Draft;
use kindword::report::{Channel, Check, Reply};
use kindword::{Options, review, rule::builtin};
use serde::Deserialize;
use snapbox::{Assert, file};

#[derive(Deserialize)]
struct Replies {
    reply: Vec<One>,
}

#[derive(Deserialize)]
struct One {
    id: String,
    trade: String,
    channel: String,
    name: Option<String>,
    customer: String,
    draft: String,
}

#[derive(Deserialize)]
struct Pairs {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    id: String,
    situation: String,
    channel: String,
    name: Option<String>,
    customer: String,
    better: String,
    worse: String,
}

fn draft(text: &str, customer: &str, name: Option<&str>, channel: &str) -> Draft {
    let channel = if channel == "chat" { Channel::Chat } else { Channel::Email };
    let draft = Draft::from_text(text).with_customer(customer).with_channel(channel);
    match name {
        Some(name) => draft.with_customer_name(name),
        None => draft,
    }
}

fn reviewed(draft: &Draft) -> Reply {
    review(draft, builtin::rules(), &Options::default()).expect("there is a reply")
}

#[test]
fn looks_like_this() {
    let replies: Replies = toml::from_str(include_str!("../portrait/replies.toml")).unwrap();
    assert!(replies.reply.len() >= 60);
    let mut portrait = String::new();
    for one in &replies.reply {
        let draft = draft(&one.draft, &one.customer, one.name.as_deref(), &one.channel);
        sketch(&mut portrait, one, &reviewed(&draft)).unwrap();
    }
    Assert::new().action_env("SNAPSHOTS").eq(portrait, file!["../portrait/snapshot.txt"].raw());
}

/// A reply in a few lines: what was read, its score, its findings, its checklist.
fn sketch(out: &mut String, one: &One, reply: &Reply) -> std::fmt::Result {
    let score = reply.score.map_or_else(|| "no score".to_owned(), |score| score.to_string());
    writeln!(out, "{} {}, {}: {}, {score}", one.id, one.trade, one.channel, reply.profile)?;
    for finding in &reply.findings {
        let words = finding.text.replace('\n', "⏎");
        writeln!(out, "   {:6} {} «{words}»", finding.severity.name(), finding.rule)?;
    }
    let asked = || reply.checklist.iter().filter(|check| check.applies);
    let list = |out: &mut String, name: &str, wanted: &dyn Fn(&Check) -> bool| {
        let items: Vec<&str> =
            asked().filter(|check| wanted(check)).map(|check| check.item.as_str()).collect();
        if items.is_empty() { Ok(()) } else { writeln!(out, "   {name:6} {}", items.join(" ")) }
    };
    list(out, "met", &|check| check.met)?;
    list(out, "half", &|check| !check.met && check.given.is_none() && check.earned > 0)?;
    list(out, "given", &|check| !check.met && check.given.is_some())?;
    list(out, "open", &|check| !check.met && check.given.is_none() && check.earned == 0)?;
    writeln!(out)
}

/// A crisp reply that helps beats a polite one that does not.
#[test]
fn ranks_help_over_politeness() {
    let pairs: Pairs = toml::from_str(include_str!("../portrait/pairs.toml")).unwrap();
    assert_eq!(pairs.pair.len(), 40);
    let score = |pair: &Pair, text: &str| {
        let draft = draft(text, &pair.customer, pair.name.as_deref(), &pair.channel);
        reviewed(&draft.with_profile(&pair.situation)).score.unwrap_or(0)
    };
    let wrong: Vec<String> = pairs
        .pair
        .iter()
        .map(|pair| (&pair.id, score(pair, &pair.better), score(pair, &pair.worse)))
        .filter(|(_, better, worse)| better <= worse)
        .map(|(id, better, worse)| format!("pair {id}: {better} against {worse}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

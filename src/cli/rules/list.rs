//! `kindword rules list`: which rules there are.

use std::fmt::Write as _;

use serde::Serialize;

use super::super::args::ListArgs;
use super::super::card::{self, Card, Changed};
use super::super::choices::ListFormat;
use super::super::config::Config;
use super::super::console::{Console, Problems};
use super::super::exit::Exit;
use super::super::page::Page;
use super::super::{near, packs};
use super::stats::{self, Fired, Stats};
use crate::check::prove::Example;
use crate::problem::Problem;
use crate::render::paint::Tint;
use crate::render::{Style, clean, wrap};
use crate::report::Severity;
use crate::rule::RuleSet;

/// The version of the list's shape in JSON. Fields may be added within it.
const VERSION: u32 = 1;

/// Columns of the severity.
const SEVERITY: usize = 8;

/// The list as one object.
#[derive(Serialize)]
struct List<'c> {
    version: u32,
    /// How many replies were read to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    replies: Option<usize>,
    rules: Vec<Row<'c>>,
}

/// One rule, and how often it fired when that was counted.
#[derive(Serialize)]
struct Row<'c> {
    #[serde(flatten)]
    card: &'c Card,
    #[serde(skip_serializing_if = "Option::is_none")]
    fired: Option<Fired>,
}

/// Lists.
///
/// # Errors
/// When a pack or category does not exist, or the list cannot be written.
pub fn run(args: &ListArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.rules.config.as_deref())?;
    let rules = packs::rules(&args.rules, &config)?;
    check(args, &rules)?;
    let severities: Vec<Severity> = args.severity.iter().map(|name| (*name).into()).collect();
    let mut cards = card::all(&rules);
    cards.retain(|card| {
        (args.pack.is_empty() || args.pack.contains(&card.pack))
            && (args.category.is_empty() || args.category.contains(&card.category))
            && (severities.is_empty() || severities.contains(&card.severity))
    });
    let counted = !args.stats.is_empty();
    let counted = counted.then(|| stats::count(&args.stats, &rules, console)).transpose()?;
    let text = match (args.format, &counted) {
        (ListFormat::Json, counted) => json(&cards, counted.as_ref().map(|(stats, _)| stats))?,
        (ListFormat::Text, Some((stats, _))) => stats.text(&cards, &rules, &console.style()),
        (ListFormat::Text, None) => text(&cards, &rules, &console.style()),
    };
    console.write(&text)?;
    Ok(counted.map_or(Exit::Fine, |(_, exit)| exit))
}

/// Names that filter for nothing are mistakes.
fn check(args: &ListArgs, rules: &RuleSet) -> Result<(), Problems> {
    let packs: Vec<String> = rules.packs().iter().map(|(name, _)| name.clone()).collect();
    let categories: Vec<String> = rules.categories().iter().map(|one| one.id.clone()).collect();
    let mut problems = Vec::new();
    for (what, told, known) in
        [("pack", &args.pack, &packs), ("category", &args.category, &categories)]
    {
        for name in told.iter().filter(|name| !known.contains(name)) {
            let message = format!("--{what}: no {what} is called {name}.");
            let all = || format!("There are: {}.", known.join(", "));
            let help = near::question(name, known).unwrap_or_else(all);
            problems.push(Problem::new("unknown-filter", "kindword", message).help(help));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
}

/// One object; signs that a terminal would act on are written as escapes.
fn json(cards: &[Card], stats: Option<&Stats>) -> serde_json::Result<String> {
    let row = |card| Row { card, fired: stats.map(|stats| stats.of(&card.id)) };
    let rules = cards.iter().map(row).collect();
    let list = List { version: VERSION, replies: stats.map(|stats| stats.replies), rules };
    let mut safe = String::new();
    for sign in serde_json::to_string(&list)?.chars() {
        if clean::hidden(sign) {
            let _ = write!(safe, "\\u{:04x}", u32::from(sign));
        } else {
            safe.push(sign);
        }
    }
    safe.push('\n');
    Ok(safe)
}

/// By category, each rule with a sentence in which it fires.
fn text(cards: &[Card], rules: &RuleSet, style: &Style) -> String {
    let mut page = Page::new(style);
    let ids = cards.iter().map(|card| wrap::width(&card.id));
    let column = SEVERITY + ids.max().unwrap_or(0) + 2;
    for category in rules.categories() {
        let own: Vec<&Card> = cards.iter().filter(|card| card.category == category.id).collect();
        if own.is_empty() {
            continue;
        }
        page.line(&category.title, Tint::Bold);
        for card in own {
            let weight = if card.off { "off" } else { card.severity.name() };
            let label = format!("{weight:<SEVERITY$}{}", clean::line(&card.id));
            let bad = card.bad.first().map(|raw| Example::read(raw).text);
            entry(&mut page, column, &label, &bad.unwrap_or_default(), style);
            for change in &card.changes {
                let Changed { pack, what, because } = change;
                let text = format!("changed by {pack} ({what}): {because}");
                page.hanging(SEVERITY + 2, "", &text, Tint::Dim);
            }
        }
        page.blank();
    }
    let packs: std::collections::BTreeSet<&str> =
        cards.iter().map(|card| card.pack.as_str()).collect();
    let count = match (cards.len(), packs.len()) {
        (0, _) => "No rule is like that.".to_owned(),
        (1, _) => "1 rule. `kindword explain RULE` says more.".to_owned(),
        (rules, 1) => {
            format!("{rules} rules in 1 pack. `kindword explain RULE` says more of each.")
        }
        (rules, packs) => {
            format!("{rules} rules in {packs} packs. `kindword explain RULE` says more of each.")
        }
    };
    page.line(&count, Tint::Plain);
    page.finish()
}

/// On a narrow screen the sentence stands under the id.
fn entry(page: &mut Page<'_>, column: usize, label: &str, text: &str, style: &Style) {
    if column * 3 > style.width * 2 {
        page.hanging(0, label, "", Tint::Plain);
        page.hanging(SEVERITY, "", text, Tint::Plain);
    } else {
        page.hanging(column, label, text, Tint::Plain);
    }
}

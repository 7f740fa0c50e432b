//! `kindword explain`: one rule or one item of the checklist, for a person who
//! wants to know why.

use super::args::ExplainArgs;
use super::card::{self, Card};
use super::config::Config;
use super::console::{Console, Problems};
use super::exit::Exit;
use super::page::Page;
use super::{near, packs};
use crate::check::prove::Example;
use crate::check::{Choice, find, findings, masks};
use crate::problem::Problem;
use crate::render::paint::Tint;
use crate::render::words;
use crate::report::{Apply, Asserts, Fits, Suggestion};
use crate::rule::RuleSet;
use crate::rule::model::{Case, Item, Profile};
use crate::span::Span;

/// The articles that rules and items come from, by their id.
const ARTICLES: &[(&str, &str)] = &[
    ("000_97b54079f19ae1df", "article 000, on treating the customer first"),
    ("001_70191d76cd6be55d", "article 001, \"My 3 Tips for Customer Service Success\""),
    (
        "002_f875e9222c0563a7",
        "article 002, \"The customer may not always be right, but they're always the customer!\"",
    ),
    ("003_520d017fab3c05f3", "article 003, \"Is the Customer always right?\""),
    ("004_b04734e7f213efcc", "article 004, \"The key to great customer service\""),
];

/// Explains.
///
/// # Errors
/// When nothing is called so, or the page cannot be written.
pub fn run(args: &ExplainArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.rules.config.as_deref())?;
    let rules = packs::rules(&args.rules, &config)?;
    let style = console.style();
    let mut page = Page::new(&style);
    let cards = card::all(&rules);
    let name = args.name.trim();
    if let Some(card) = named(&cards, name) {
        rule(&mut page, card, &rules);
    } else if let Some(one) = rules.details().items.iter().find(|item| item.id == name) {
        item(&mut page, one, &rules);
    } else {
        return Err(Problems::from(unknown(name, &cards, &rules)).into());
    }
    console.write(&page.finish())?;
    Ok(Exit::Fine)
}

/// The rule of that id, of an id it had before, or of the part after the dot
/// where only one has it.
fn named<'c>(cards: &'c [Card], name: &str) -> Option<&'c Card> {
    let is = |card: &&Card| card.id == name || card.aliases.iter().any(|alias| alias == name);
    let ends = |card: &&Card| card.id.rsplit('.').next() == Some(name);
    cards.iter().find(is).or_else(|| {
        let mut short = cards.iter().filter(ends);
        short.next().filter(|_| short.next().is_none())
    })
}

fn unknown(name: &str, cards: &[Card], rules: &RuleSet) -> Problem {
    let message = format!("No rule or checklist item is called {name}.");
    let problem = Problem::new("unknown-rule", "kindword", message);
    if rules.categories().iter().any(|one| one.id == name) {
        let list =
            format!("It is a category: `kindword rules list --category {name}` shows its rules.");
        return problem.help(list);
    }
    let aliases = cards.iter().flat_map(|card| card.aliases.iter().cloned());
    let ids = cards.iter().map(|card| card.id.clone());
    let items = rules.items().iter().map(|item| item.id.clone());
    let names: Vec<String> = ids.chain(aliases).chain(items).collect();
    let list = || "`kindword rules list` shows the rules.".to_owned();
    problem.help(near::question(name, &names).unwrap_or_else(list))
}

fn rule(page: &mut Page<'_>, card: &Card, rules: &RuleSet) {
    page.line(&card.id, Tint::Bold);
    page.line(&card.message, Tint::Plain);
    page.blank();
    page.entry("Weight", card.weight(), Tint::Plain);
    for change in &card.changes {
        let text = format!("by {}: {}. {}", pack(&change.pack, rules), change.what, change.because);
        page.entry("Changed", &text, Tint::Plain);
    }
    why(page, &card.why, &card.source, &card.pack, rules);
    if !card.aliases.is_empty() {
        page.entry("Once", &card.aliases.join(", "), Tint::Plain);
    }
    page.blank();
    better(page, card, rules);
    if !card.good.is_empty() {
        page.blank();
        list(page, "Fine", &card.good);
    }
}

fn why(page: &mut Page<'_>, why: &str, source: &str, name: &str, rules: &RuleSet) {
    page.entry("Why", why, Tint::Plain);
    if !source.is_empty() {
        let article = ARTICLES.iter().find(|(id, _)| *id == source);
        page.entry("From", article.map_or(source, |(_, title)| title), Tint::Plain);
    }
    page.entry("Pack", &pack(name, rules), Tint::Plain);
}

/// A pack's name with its title: `travel (Overlay: travel and transport)`.
fn pack(name: &str, rules: &RuleSet) -> String {
    let title = rules.packs().iter().find(|(one, _)| one == name);
    let title = title.map(|(_, title)| title).filter(|title| *title != name);
    title.map_or_else(|| name.to_owned(), |title| format!("{name} ({title})"))
}

/// A sentence before and after, else the better words by themselves.
fn better(page: &mut Page<'_>, card: &Card, rules: &RuleSet) {
    let swaps: Vec<Swap> = card.bad.iter().filter_map(|raw| swap(card, raw, rules)).collect();
    let drops = swaps.iter().position(|swap| swap.after.is_some());
    let shown = swaps.get(drops.unwrap_or(0));
    let before = match (shown, card.bad.first()) {
        (Some(swap), _) => Some(swap.before.clone()),
        (None, raw) => raw.map(|raw| Example::read(raw).text),
    };
    page.entry("Before", &before.unwrap_or_default(), Tint::Medium);
    let after = shown.and_then(|swap| swap.after.as_deref());
    let mut say = card.say.iter();
    match (after, say.next()) {
        (Some(after), _) => page.entry("After", after, Tint::Good),
        (None, Some(first)) => page.entry("Instead", first, Tint::Good),
        (None, None) if card.kind == "swap" && card.fits != Fits::Advice => {
            page.entry("After", "(leave it out)", Tint::Good);
        }
        (None, None) => {}
    }
    for say in say {
        page.entry("Or", say, Tint::Good);
    }
    note(page, card);
}

fn note(page: &mut Page<'_>, card: &Card) {
    if card.fits == Fits::Slot {
        page.entry("Note", "Fill in what stands in braces before you send it.", Tint::Plain);
    }
    let note = match card.asserts {
        Some(Asserts::Fault) => "The better words admit a fault. Use them when that is so.",
        Some(Asserts::Commitment) => {
            "The better words promise something. Use them when you will do it."
        }
        Some(Asserts::Content) => "The better words announce something. Let it follow.",
        None => return,
    };
    page.entry("Note", note, Tint::Plain);
}

/// A bad sentence, and the same with the better words in it where they fit.
struct Swap {
    before: String,
    after: Option<String>,
}

fn swap(card: &Card, raw: &str, rules: &RuleSet) -> Option<Swap> {
    let before = Example::read(raw).text;
    let found = find(&before, &[Span::new(0, before.len())], &masks::of(&before), rules);
    let only = Choice { only: vec![card.id.clone()], ..Choice::default() };
    let (kept, _) = findings(&before, &found, rules, &only);
    let raw = kept.into_iter().next()?;
    let best = raw.suggestions.first().filter(|one| one.apply != Apply::Show);
    let after = best.filter(|one| !one.text.is_empty());
    let after = after.and_then(|best| applied(&before, raw.span.range(), best));
    Some(Swap { before, after })
}

/// The sentence with the better words; a mark of their own replaces its mark.
fn applied(text: &str, range: std::ops::Range<usize>, best: &Suggestion) -> Option<String> {
    let (head, mut tail) = (text.get(..range.start)?, text.get(range.end..)?);
    if best.text.ends_with(['.', '?', '!']) {
        tail = tail.trim_start_matches(['.', '?', '!']);
    }
    Some(format!("{head}{}{tail}", best.text))
}

fn item(page: &mut Page<'_>, item: &Item, rules: &RuleSet) {
    page.line(&item.id, Tint::Bold);
    page.line(&item.title, Tint::Plain);
    page.blank();
    let pool = words::pool(item.pool).unwrap_or("none, it is never scored");
    page.entry("Pool", pool, Tint::Plain);
    page.entry("Points", &points(&item.id, rules.profiles()), Tint::Plain);
    if item.concrete {
        let note = "All its points need something concrete beside it: their word, a product, a number, a day.";
        page.entry("Note", note, Tint::Plain);
    }
    why(page, &item.why, &item.source, &item.pack, rules);
    page.blank();
    page.entry("Try", &item.tip, Tint::Good);
    if !item.good.is_empty() {
        page.blank();
        list(page, "Counts", &shown(&item.good));
    }
    if !item.bad.is_empty() {
        page.blank();
        list(page, "Does not", &shown(&item.bad));
    }
}

fn shown(cases: &[Case]) -> Vec<String> {
    cases.iter().map(Case::shown).collect()
}

fn list(page: &mut Page<'_>, label: &str, sentences: &[String]) {
    for (nth, sentence) in sentences.iter().enumerate() {
        let label = if nth == 0 { label } else { "" };
        page.entry(label, sentence, Tint::Plain);
    }
}

/// `complaint 8 (chat 6), refusal 8`.
fn points(item: &str, profiles: &[Profile]) -> String {
    let of = |table: &[(String, u32)]| {
        let row = table.iter().find(|(id, _)| id == item);
        row.map_or(0, |(_, points)| *points)
    };
    let said = profiles.iter().filter_map(|profile| {
        let (email, chat) = (of(&profile.email), of(&profile.chat));
        match (email, chat) {
            (0, 0) => None,
            (email, chat) if email == chat || profile.chat.is_empty() => {
                Some(format!("{} {email}", profile.id))
            }
            (email, chat) => Some(format!("{} {email} (chat {chat})", profile.id)),
        }
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { "none in any profile".to_owned() } else { said.join(", ") }
}

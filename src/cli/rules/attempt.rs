//! `kindword rules try`: what fires in a text, what was spared and why, for
//! writing rules in front of people.

use std::path::Path;

use super::super::args::TryArgs;
use super::super::config::Config;
use super::super::console::Console;
use super::super::exit::Exit;
use super::super::page::Page;
use super::super::{files, packs};
use super::carets::{FRAME, carets};
use crate::check::hits::RuleHit;
use crate::check::setting::digs;
use crate::check::{
    Choice, Extra, Found, Raw, Setting, concealed, find, findings, leaks, limits, masks,
};
use crate::render::paint::Tint;
use crate::render::{Style, clean, wrap};
use crate::report::{Apply, Asserts, Fits, Suggestion};
use crate::rule::RuleSet;
use crate::rule::model::{Guard, Reach};
use crate::source::STDIN;
use crate::span::{Span, Text};

/// Better wordings shown for one hit.
const FEW: usize = 3;

/// Column of a rule's id, after its number.
const NUMBER: usize = 4;

/// Column of what is said of it.
const WORDS: usize = 9;

/// Tries.
///
/// # Errors
/// When the text or a pack cannot be read, or nothing can be written.
pub fn run(args: &TryArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.rules.config.as_deref())?;
    let rules = packs::rules(&args.rules, &config)?;
    let text = match args.text.as_deref() {
        Some(text) if text != STDIN => text.to_owned(),
        _ => files::text(Path::new(STDIN))
            .map_err(super::super::console::Problems::from)?
            .1
            .to_string(),
    };
    console.write(&attempt(&text, &rules, &console.style()))?;
    Ok(Exit::Fine)
}

/// What fires in `text`, as a page.
#[must_use]
pub fn attempt(text: &str, rules: &RuleSet, style: &Style) -> String {
    let (whole, masks, all) = ([Span::new(0, text.len())], masks::of(text), Choice::default());
    let found = find(text, &whole, &masks, rules);
    let leaks = leaks(text, &whole, &masks, rules, &all, false);
    let safe = concealed(text, &leaks);
    let (kept, lost) = findings(&safe, &found, rules, &all);
    let digs = digs(&kept);
    let setting = Setting { digs: &digs, ..Setting::default() };
    let limits = limits(text, &whole, &masks, rules, &all, setting);
    let mut shown: Vec<Shown<'_>> = kept.iter().map(Shown::Swap).collect();
    shown.extend(leaks.iter().chain(&limits).map(Shown::Extra));
    shown.sort_by_key(Shown::span);
    let view = View { text: &safe, rules, found: &found, style };
    view.write(&shown, &lost)
}

/// Something that fires.
enum Shown<'f> {
    /// A phrase.
    Swap(&'f Raw),
    /// A count gone over, or a leak.
    Extra(&'f Extra),
}

impl Shown<'_> {
    const fn span(&self) -> Span<Text> {
        match self {
            Self::Swap(raw) => raw.span,
            Self::Extra(extra) => extra.span,
        }
    }
}

struct View<'a> {
    text: &'a str,
    rules: &'a RuleSet,
    found: &'a Found,
    style: &'a Style,
}

impl View<'_> {
    fn write(&self, kept: &[Shown<'_>], lost: &[Raw]) -> String {
        let mut page = Page::new(self.style);
        let spans: Vec<_> = kept.iter().map(Shown::span).collect();
        page.raw(&carets(self.text, &spans, self.style));
        for (nth, one) in kept.iter().enumerate() {
            page.blank();
            match one {
                Shown::Swap(raw) => self.hit(&mut page, nth + 1, raw),
                Shown::Extra(extra) => over(&mut page, nth + 1, extra),
            }
        }
        if kept.is_empty() {
            page.blank();
            page.line("Nothing fires here.", Tint::Good);
        }
        self.lost(&mut page, lost);
        self.spared(&mut page);
        self.cues(&mut page);
        page.finish()
    }

    fn hit(&self, page: &mut Page<'_>, nth: usize, raw: &Raw) {
        let rule = &raw.record;
        let head = format!("{} ({})", rule.id, weight(raw));
        page.hanging(NUMBER, &format!("{nth:>2}"), &head, Tint::Bold);
        for one in raw.suggestions.iter().take(FEW) {
            let say = if one.text.is_empty() { "(leave it out)" } else { &one.text };
            page.hanging(WORDS, "    Try", say, Tint::Good);
            page.hanging(WORDS, "", &format!("({})", how(one, rule.fits)), Tint::Dim);
        }
        page.hanging(WORDS, "    Why", &rule.why, Tint::Plain);
        if raw.severity < rule.severity {
            let text = self.softer(raw).map(reason);
            let text = format!("softer {}", text.unwrap_or_default());
            page.hanging(WORDS, "", &text, Tint::Plain);
        }
    }

    /// The guard that made a hit softer.
    fn softer(&self, raw: &Raw) -> Option<&Guard> {
        let spared = self.hits().find(|hit| hit.rule == raw.rule && hit.span == raw.span);
        let bits = spared.map_or(0, |hit| hit.spared);
        let own = self.rules.guard_bits(raw.rule);
        self.guards(bits)
            .next()
            .or_else(|| self.guards(own).find(|guard| guard.soften && guard.reach == Reach::Near))
    }

    fn guards(&self, bits: u32) -> impl Iterator<Item = &Guard> {
        let all = self.rules.guards().iter().take(32).enumerate();
        all.filter(move |(nth, _)| bits >> nth & 1 != 0).map(|(_, guard)| guard)
    }

    /// Each hit once.
    fn hits(&self) -> impl Iterator<Item = &RuleHit> {
        let all = &self.found.rules;
        let first = |nth: usize, hit: &RuleHit| {
            let before = all.get(..nth).unwrap_or_default();
            !before.iter().any(|one| one.rule == hit.rule && one.span == hit.span)
        };
        all.iter().enumerate().filter(move |(nth, hit)| first(*nth, hit)).map(|(_, hit)| hit)
    }

    fn lost(&self, page: &mut Page<'_>, lost: &[Raw]) {
        if lost.is_empty() {
            return;
        }
        page.blank();
        page.line("Also fires, behind a stronger one:", Tint::Bold);
        for raw in lost {
            page.hanging(
                2,
                "",
                &format!("{} on {}", raw.record.id, self.quoted(raw.span)),
                Tint::Plain,
            );
        }
    }

    /// What a guard or an `unless` dropped, and why.
    fn spared(&self, page: &mut Page<'_>) {
        let soft = self.rules.guards().iter().take(32).enumerate();
        let soft = soft.fold(0u32, |bits, (nth, guard)| bits | u32::from(guard.soften) << nth);
        let spared = self.hits().filter(|hit| hit.saved || hit.spared & !soft != 0);
        for (nth, hit) in spared.enumerate() {
            if nth == 0 {
                page.blank();
                page.line("Spared:", Tint::Bold);
            }
            let id = self.rules.rule(hit.rule).map(|rule| rule.id).unwrap_or_default();
            page.hanging(2, "", &format!("{id} on {}", self.quoted(hit.span)), Tint::Plain);
            if hit.saved {
                page.hanging(4, "", &self.savers(hit), Tint::Dim);
            }
            for guard in self.guards(hit.spared & !soft) {
                page.hanging(4, "", &reason(guard), Tint::Dim);
            }
        }
    }

    /// Why a hit is dropped before any guard: the rule is off, or an `unless`.
    fn savers(&self, hit: &RuleHit) -> String {
        if !self.rules.is_off(hit.rule) {
            let added = self.rules.changed(hit.rule).filter(|change| !change.unless.is_empty());
            let packs: Vec<&str> = added.map(|change| change.pack.as_str()).collect();
            let also = |packs: &[&str]| format!(", or one that {} added", packs.join(" or "));
            let also = if packs.is_empty() { String::new() } else { also(&packs) };
            return format!("by an unless of its own{also}");
        }
        let off = self.rules.changed(hit.rule).filter(|change| change.off == Some(true)).last();
        off.map_or_else(String::new, |change| {
            format!("switched off by {}: {}", change.pack, change.because)
        })
    }

    /// The cues of the checklist.
    fn cues(&self, page: &mut Page<'_>) {
        let mut any = false;
        for (number, item) in self.rules.items().iter().enumerate() {
            let own = self
                .found
                .items
                .iter()
                .filter(|cue| cue.number == number && matches!(cue.list, 0 | 2));
            let mut said: Vec<String> = Vec::new();
            for cue in own {
                let mut words = self.quoted(cue.span);
                if cue.list == 2 {
                    words.push_str(" (half)");
                }
                if cue.negated {
                    words.push_str(" (taken back by a \"not\")");
                }
                if !said.contains(&words) {
                    said.push(words);
                }
            }
            if said.is_empty() {
                continue;
            }
            if !any {
                page.blank();
                page.line("Seen for the checklist:", Tint::Bold);
                any = true;
            }
            page.hanging(2, "", &format!("{}: {}", item.id, said.join(", ")), Tint::Plain);
        }
    }

    fn quoted(&self, span: Span<Text>) -> String {
        let room = self.style.width.saturating_sub(FRAME).max(FRAME);
        format!("\"{}\"", wrap::cut(&clean::line(span.of(self.text)), room))
    }
}

/// A count gone over, or a leak.
fn over(page: &mut Page<'_>, nth: usize, extra: &Extra) {
    let weight = if extra.hold { "hold" } else { extra.severity.name() };
    let head = format!("{} ({weight}, pack {})", extra.id, extra.pack);
    page.hanging(NUMBER, &format!("{nth:>2}"), &head, Tint::Bold);
    for say in extra.say.iter().take(FEW) {
        page.hanging(WORDS, "    Try", say, Tint::Good);
    }
    page.hanging(WORDS, "    Why", &extra.why, Tint::Plain);
}

fn weight(raw: &Raw) -> String {
    let name = raw.severity.name();
    if raw.severity < raw.record.severity {
        format!("{name} here, else {}", raw.record.severity.name())
    } else {
        format!("{name}, pack {}", raw.record.pack)
    }
}

fn reason(guard: &Guard) -> String {
    if guard.why.is_empty() {
        format!("by the guard {}", guard.id)
    } else {
        format!("by the guard {}: {}", guard.id, guard.why)
    }
}

/// How a better wording can be used here.
const fn how(one: &Suggestion, meant: Fits) -> &'static str {
    match (one.apply, one.fits, one.asserts) {
        (Apply::Safe, ..) => "drops in",
        (Apply::Ask, Fits::Slot, _) => "drops in once you filled what stands in braces",
        (Apply::Ask, _, Some(Asserts::Fault)) => "drops in if you say so: it admits a fault",
        (Apply::Ask, _, Some(Asserts::Commitment)) => {
            "drops in if you say so: it promises something"
        }
        (Apply::Ask, ..) => "drops in if you say so: something must follow it",
        (Apply::Show, ..) if matches!(meant, Fits::Advice) => "is advice",
        (Apply::Show, ..) => "is advice here: the sentence goes on",
    }
}

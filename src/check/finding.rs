//! From hits to findings: guards and overlaps are settled, and the better
//! wordings are put into the draft's own shape.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::document::sentence;
use crate::report::{Apply, Fits, Severity, Suggestion};
use crate::rule::model::{Reach, Rule};
use crate::rule::{RuleRef, RuleSet};
use crate::span::{Span, Text};

use super::hits::{CueHit, Found, MOST_HITS, RuleHit};

/// Words to reword, before their place in the file is known.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The rule.
    pub rule: RuleRef,
    /// Its record.
    pub record: Rc<Rule>,
    /// How much it matters here.
    pub severity: Severity,
    /// The words.
    pub span: Span<Text>,
    /// How often it fired, where it is told once: a polish rule, or one that
    /// passed the bound of a very long text.
    pub count: usize,
    /// Better words.
    pub suggestions: Vec<Suggestion>,
}

/// What is chosen over the rules' own settings.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only these rules or categories; empty means all.
    pub only: Vec<String>,
    /// Not these rules or categories.
    pub ignore: Vec<String>,
    /// Whether the reply goes to a chat.
    pub chat: bool,
}

impl Choice {
    /// Whether a rule of this id takes part.
    #[must_use]
    pub fn takes(&self, id: &str) -> bool {
        let is = |name: &String| {
            id == name || id.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        (self.only.is_empty() || self.only.iter().any(is)) && !self.ignore.iter().any(is)
    }

    /// How much a hit of `rule` matters on this channel.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Severity {
        rule.in_chat.filter(|_| self.chat).unwrap_or(rule.severity)
    }
}

/// The findings of a text, and those that lost their place to a stronger one.
#[must_use]
pub fn findings(
    text: &str,
    found: &Found,
    rules: &RuleSet,
    choice: &Choice,
) -> (Vec<Raw>, Vec<Raw>) {
    let curly = text.matches('’').count() > text.matches('\'').count();
    let mut way = WayForward { text, cues: &found.near, sentences: None };
    let mut all = Vec::new();
    let mut records: BTreeMap<RuleRef, Option<Rc<Rule>>> = BTreeMap::new();
    for hit in &found.rules {
        if hit.saved || hit.spared & !soft_bits(rules) != 0 {
            continue;
        }
        let record = records.entry(hit.rule).or_insert_with(|| {
            rules.rule(hit.rule).filter(|record| choice.takes(&record.id)).map(Rc::new)
        });
        let Some(record) = record.as_ref().map(Rc::clone) else {
            continue;
        };
        let soft = hit.spared != 0 || way.softens(hit, rules);
        let severity = if soft { Severity::Polish } else { choice.severity(&record) };
        let suggestions =
            record.say.iter().map(|say| suggestion(text, hit, &record, say, curly)).collect();
        let whole = if record.say.is_empty() && record.fits != Fits::Advice {
            vec![leave_out(hit)]
        } else {
            suggestions
        };
        all.push(Raw {
            rule: hit.rule,
            record,
            severity,
            span: hit.span,
            count: 1,
            suggestions: whole,
        });
    }
    let (kept, lost) = settle(all);
    let mut kept = once(kept);
    // What was only counted is told with the last finding of its rule.
    for (rule, count) in found.counts.iter().filter(|(_, count)| **count > MOST_HITS) {
        if let Some(last) = kept.iter_mut().rev().find(|raw| raw.rule == *rule) {
            last.count += count - MOST_HITS;
        }
    }
    (kept, lost)
}

fn soft_bits(rules: &RuleSet) -> u32 {
    let soft = rules.guards().iter().take(32).enumerate().filter(|(_, guard)| guard.soften);
    soft.fold(0, |bits, (n, _)| bits | 1 << n)
}

/// How far before a hit, in bytes, a way forward still counts.
const BEFORE: usize = 200;
/// How far after a hit, in bytes, the next two sentences can reach.
const AFTER: usize = 1000;

/// Whether an answer, option or date stands within two sentences.
struct WayForward<'a> {
    text: &'a str,
    cues: &'a [CueHit],
    sentences: Option<Vec<Span<Text>>>,
}

impl WayForward<'_> {
    fn softens(&mut self, hit: &RuleHit, rules: &RuleSet) -> bool {
        let bits = rules.guard_bits(hit.rule);
        let near = |guard: usize| {
            rules
                .guards()
                .get(guard)
                .is_some_and(|guard| guard.reach == Reach::Near && guard.soften)
        };
        let from = hit.span.start.saturating_sub(BEFORE);
        let cues = self
            .cues
            .get(self.cues.partition_point(|cue| cue.span.start < from)..)
            .unwrap_or_default();
        let ours =
            |cue: &&CueHit| cue.number < 32 && bits >> cue.number & 1 != 0 && near(cue.number);
        let mut candidates = cues
            .iter()
            .take_while(|cue| cue.span.start < hit.span.end + AFTER)
            .filter(ours)
            .peekable();
        if candidates.peek().is_none() {
            return false;
        }
        let text = self.text;
        let sentences = self.sentences.get_or_insert_with(|| sentence::split(text));
        let index = |at: usize| sentences.partition_point(|sentence| sentence.end <= at);
        let here = index(hit.span.start);
        candidates.any(|cue| {
            !cue.span.overlaps(hit.span) && (here..=here + 2).contains(&index(cue.span.start))
        })
    }
}

/// The most severe wins, then the longest, the leftmost, the id.
fn settle(mut all: Vec<Raw>) -> (Vec<Raw>, Vec<Raw>) {
    all.sort_by(|a, b| {
        let key = |raw: &Raw| {
            (std::cmp::Reverse(raw.severity), std::cmp::Reverse(raw.span.len()), raw.span.start)
        };
        key(a).cmp(&key(b)).then_with(|| a.record.id.cmp(&b.record.id))
    });
    let mut kept: BTreeMap<usize, Raw> = BTreeMap::new();
    let mut lost = Vec::new();
    for raw in all {
        let before = kept.range(..raw.span.end).next_back();
        if before.is_some_and(|(_, other)| other.span.overlaps(raw.span)) {
            lost.push(raw);
        } else {
            kept.insert(raw.span.start, raw);
        }
    }
    lost.sort_by_key(|raw| (raw.span, raw.record.id.clone()));
    (kept.into_values().collect(), lost)
}

/// A polish rule is reported once, with a count.
fn once(all: Vec<Raw>) -> Vec<Raw> {
    let mut out: Vec<Raw> = Vec::with_capacity(all.len());
    let mut first: BTreeMap<RuleRef, usize> = BTreeMap::new();
    for raw in all {
        if raw.severity == Severity::Polish {
            if let Some(earlier) = first.get(&raw.rule).and_then(|at| out.get_mut(*at)) {
                earlier.count += 1;
                continue;
            }
            first.insert(raw.rule, out.len());
        }
        out.push(raw);
    }
    out
}

const fn leave_out(hit: &RuleHit) -> Suggestion {
    let apply = if hit.widened { Apply::Show } else { Apply::Safe };
    Suggestion { text: String::new(), fits: Fits::Anywhere, apply, asserts: None }
}

/// One better wording in the draft's own shape.
fn suggestion(text: &str, hit: &RuleHit, rule: &Rule, say: &str, curly: bool) -> Suggestion {
    let mut words = fill(text, hit, say);
    if curly {
        words = words.replace('\'', "’");
    }
    if hit.capital {
        words = capitalised(&words);
    }
    let sentence = say.ends_with(['.', '?', '!']);
    let drops_in = match rule.fits {
        Fits::Anywhere => !sentence || hit.ends_sentence,
        Fits::Clause => hit.ends_clause && (!sentence || hit.ends_sentence),
        Fits::Slot => true,
        Fits::Advice => false,
    } && !hit.widened;
    let apply = match (drops_in, rule.fits, rule.asserts) {
        (false, ..) => Apply::Show,
        (true, Fits::Slot, _) | (true, _, Some(_)) => Apply::Ask,
        _ => Apply::Safe,
    };
    let fits = if drops_in { rule.fits } else { Fits::Advice };
    Suggestion { text: words, fits, apply, asserts: rule.asserts }
}

/// Fills the slots that the phrase remembers.
fn fill(text: &str, hit: &RuleHit, say: &str) -> String {
    let mut out = say.to_owned();
    for (name, span) in &hit.captures {
        out = out.replace(&format!("{{{name}}}"), span.of(text));
    }
    out
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

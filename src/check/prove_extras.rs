//! Limits and leaks prove themselves, too: each fires in its `bad` texts, on
//! the marked words, and not in its `good` ones.

use std::ops::Range;

use super::checksum;
use super::extra::Extra;
use super::finding::{Choice, findings};
use super::hits::find;
use super::leaks::leaks;
use super::limits::{COUNTERS, limits};
use super::masks;
use super::prove::Example;
use super::setting::{Setting, digs};
use crate::phrase::vocabulary::nearest;
use crate::problem::Problem;
use crate::report::Severity;
use crate::rule::RuleSet;
use crate::rule::load::Pack;
use crate::rule::model::{Case, Leak, Limit};
use crate::rule::table::Spans;
use crate::span::Span;

/// Proves every limit and leak of `packs`, which are part of `rules`.
#[must_use]
pub fn prove_extras(packs: &[Pack], rules: &RuleSet) -> Vec<Problem> {
    let mut problems = names(packs, rules);
    for pack in packs {
        let limits = pack.limits.iter();
        let limits = limits.map(|one| (Own::of_limit(&one.value), &one.spans, &one.place));
        let leaks = pack.leaks.iter();
        let leaks = leaks.map(|one| (Own::of_leak(&one.value), &one.spans, &one.place));
        for (own, spans, place) in limits.chain(leaks) {
            let changed = rules.changed_extra(own.id).next().is_some();
            let unchanged = changed.then(|| rules.unchanged_extra(own.id));
            let rules = unchanged.as_ref().unwrap_or(rules);
            Proof { pack, own, spans, place, rules, problems: &mut problems }.prove();
        }
    }
    problems
}

/// Limits and leaks of `packs` that name a counter, checksum or category that
/// there is not. Loading a pack cannot know this, using it would skip them.
#[must_use]
pub fn names(packs: &[Pack], rules: &RuleSet) -> Vec<Problem> {
    let mut out = Vec::new();
    let categories: Vec<&str> = rules.categories().iter().map(|one| one.id.as_str()).collect();
    let counters: Vec<&str> = COUNTERS.iter().map(|counter| counter.name).collect();
    let profiles = rules.profiles().iter().map(|one| one.id.as_str());
    let reads: Vec<&str> =
        profiles.chain(rules.signs().iter().map(|one| one.id.as_str())).collect();
    let sums: Vec<&str> = checksum::CHECKSUMS.iter().map(|sum| sum.name).collect();
    for pack in packs {
        for one in &pack.limits {
            let named = Named { pack, spans: &one.spans, place: &one.place };
            out.extend(named.check("count", &one.value.count, &counters));
            out.extend(
                one.value
                    .when
                    .iter()
                    .enumerate()
                    .filter_map(|(n, name)| named.nth("when", n, name, &reads)),
            );
            out.extend(
                one.value
                    .beside
                    .iter()
                    .enumerate()
                    .filter_map(|(n, name)| named.nth("beside", n, name, &categories)),
            );
            out.extend(named.words(&one.value));
            out.extend(named.check("category", head(&one.value.id), &categories));
        }
        for one in &pack.leaks {
            let named = Named { pack, spans: &one.spans, place: &one.place };
            let sum = Some(one.value.checksum.as_str()).filter(|sum| !sum.is_empty());
            out.extend(sum.and_then(|sum| named.check("checksum", sum, &sums)));
            out.extend(named.check("category", head(&one.value.id), &categories));
        }
    }
    out
}

fn head(id: &str) -> &str {
    id.split('.').next().unwrap_or_default()
}

struct Named<'a> {
    pack: &'a Pack,
    spans: &'a Spans,
    place: &'a Range<usize>,
}

impl Named<'_> {
    fn check(&self, key: &str, name: &str, known: &[&str]) -> Option<Problem> {
        self.nth(key, 0, name, known)
    }

    /// A counter that looks for words must be told which.
    fn words(&self, limit: &Limit) -> Option<Problem> {
        let counter = COUNTERS.iter().find(|counter| counter.name == limit.count)?;
        if counter.words != limit.words.is_empty() {
            return None;
        }
        let (message, help) = if counter.words {
            ("this [[limit]] has no `words`", "add words = [\"the words to look for\"]")
        } else {
            ("this counter looks for no `words`", "remove them, or write count = \"words\"")
        };
        let range = place(self.spans, "words", 0, self.place);
        let problem = Problem::new("missing-key", self.pack.file.clone(), message);
        Some(problem.help(help).at(&self.pack.text, range))
    }

    fn nth(&self, key: &str, nth: usize, name: &str, known: &[&str]) -> Option<Problem> {
        if known.contains(&name) {
            return None;
        }
        let near = nearest(name, known.iter().copied());
        let all = || format!("the choices are: {}", known.join(", "));
        let help = near.map_or_else(all, |near| format!("did you mean \"{near}\"?"));
        let range = place(self.spans, key, nth, self.place);
        let message = format!("there is no {key} \"{name}\"");
        Some(
            Problem::new("unknown-name", self.pack.file.clone(), message)
                .help(help)
                .at(&self.pack.text, range),
        )
    }
}

fn place(spans: &Spans, key: &str, index: usize, whole: &Range<usize>) -> Range<usize> {
    spans.get(key).and_then(|all| all.get(index)).unwrap_or(whole).clone()
}

/// What limits and leaks have in common.
struct Own<'a> {
    id: &'a str,
    bad: Vec<&'a str>,
    good: Vec<&'a str>,
    say: &'a [String],
}

impl<'a> Own<'a> {
    fn of_limit(limit: &'a Limit) -> Self {
        Self { id: &limit.id, bad: plain(&limit.bad), good: plain(&limit.good), say: &limit.say }
    }

    fn of_leak(leak: &'a Leak) -> Self {
        let all = |texts: &'a [String]| texts.iter().map(String::as_str).collect();
        Self { id: &leak.id, bad: all(&leak.bad), good: all(&leak.good), say: &leak.say }
    }
}

/// The drafts of cases; one that needs its customer is proved with a whole
/// review, and is empty here so that the others keep their numbers.
fn plain(cases: &[Case]) -> Vec<&str> {
    cases.iter().map(|case| if case.is_plain() { case.draft.as_str() } else { "" }).collect()
}

struct Proof<'a> {
    pack: &'a Pack,
    own: Own<'a>,
    spans: &'a Spans,
    place: &'a Range<usize>,
    rules: &'a RuleSet,
    problems: &'a mut Vec<Problem>,
}

impl Proof<'_> {
    fn prove(&mut self) {
        self.bad();
        self.good();
        self.say();
    }

    fn fault(&mut self, code: &'static str, key: &str, index: usize, message: &str, help: &str) {
        let range = place(self.spans, key, index, self.place);
        let message = format!("{}: {message}", self.own.id);
        let problem = Problem::new(code, self.pack.file.clone(), message);
        self.problems.push(problem.help(help).at(&self.pack.text, range));
    }

    fn bad(&mut self) {
        let bad = self.own.bad.clone();
        for (n, raw) in bad.iter().enumerate().filter(|(_, raw)| !raw.is_empty()) {
            let example = Example::read(raw);
            let found = read(&example.text, self.rules, false);
            let own: Vec<&Extra> = found.iter().filter(|one| one.id == self.own.id).collect();
            if own.iter().any(|one| !example.marked || one.span == example.span) {
                continue;
            }
            let (message, help) = match own.first() {
                Some(one) => {
                    let words = one.span.of(&example.text);
                    let message = format!("it fires here on \"{words}\", not on the marked words");
                    (message, format!("mark these words: «{words}»"))
                }
                None => (
                    "it does not fire in this text".to_owned(),
                    "compare it with the shape, the bound and the words before it".to_owned(),
                ),
            };
            self.fault("bad-does-not-fire", "bad", n, &message, &help);
        }
    }

    fn good(&mut self) {
        let good = self.own.good.clone();
        for (n, text) in good.iter().enumerate() {
            let loud = |one: &&Extra| one.id == self.own.id || one.severity > Severity::Polish;
            let extras = read(text, self.rules, false);
            if let Some(one) = extras.iter().find(loud) {
                let message = format!("{} fires here, on \"{}\"", one.id, one.span.of(text));
                let help =
                    "make the shape narrower, or add the words before it to not_near or allow";
                self.fault("good-fires", "good", n, &message, help);
            }
            if let Some(message) = phrase(text, self.rules) {
                self.fault("good-fires-other", "good", n, &message, "change the sentence");
            }
        }
    }

    fn say(&mut self) {
        for (n, text) in self.own.say.iter().enumerate() {
            let extras = read(text, self.rules, true);
            let loud = extras.iter().find(|one| one.severity > Severity::Polish);
            let message = loud.map(|one| format!("{} fires in this wording", one.id));
            if let Some(message) = message.or_else(|| phrase(text, self.rules)) {
                self.fault("say-fires", "say", n, &message, "reword it");
            }
        }
    }
}

/// The limits and leaks of a text without parts. A better wording may have
/// slots, as texts of a `library` do.
fn read(text: &str, rules: &RuleSet, library: bool) -> Vec<Extra> {
    let (ranges, masks) = ([Span::new(0, text.len())], masks::of(text));
    let found = find(text, &ranges, &masks, rules);
    let digs = digs(&findings(text, &found, rules, &Choice::default()).0);
    let setting = Setting { digs: &digs, ..Setting::default() };
    let mut out = limits(text, &ranges, &masks, rules, &Choice::default(), setting);
    out.extend(leaks(text, &ranges, &masks, rules, &Choice::default(), library));
    out
}

/// A phrase rule of medium or higher that fires in a text.
fn phrase(text: &str, rules: &RuleSet) -> Option<String> {
    let found = find(text, &[Span::new(0, text.len())], &masks::of(text), rules);
    let (kept, _) = findings(text, &found, rules, &Choice::default());
    let raw = kept.iter().find(|raw| raw.severity > Severity::Polish)?;
    Some(format!("{} fires here, on \"{}\"", raw.record.id, raw.span.of(text)))
}

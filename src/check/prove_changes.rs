//! Changes prove themselves, too: the rule speaks in every `good` sentence
//! without the change and lets it pass with it, and it still fires in `bad`.

use super::finding::{Choice, findings};
use super::hits::find;
use super::leaks::leaks;
use super::limits::limits;
use super::masks;
use super::prove::{Example, in_place, shapes};
use super::prove_unless::matches;
use super::setting::Setting;
use crate::problem::Problem;
use crate::report::Severity;
use crate::rule::RuleSet;
use crate::rule::change::Change;
use crate::rule::load::{Located, Pack};
use crate::rule::model::Fits;
use crate::span::{Span, Text};

/// Proves every change of `packs`, which are part of `rules`.
#[must_use]
pub fn prove_changes(packs: &[Pack], rules: &RuleSet, built_in: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    for pack in packs {
        for one in &pack.changes {
            let same = |change: &Change| change.pack == pack.name && change.rule == one.value.rule;
            let Some((_, target)) = rules.changes().find(|(change, _)| same(change)) else {
                continue;
            };
            let before = rules.without_change(&pack.name, &one.value.rule);
            let problems = &mut problems;
            Proof { pack, one, target, rules, before: &before, built_in, problems }.prove();
        }
    }
    problems
}

/// Something that speaks in a sentence.
struct Voice {
    id: String,
    severity: Severity,
    span: Span<Text>,
    /// Whether no stronger rule speaks there.
    first: bool,
}

/// Everything that speaks in a text without parts.
fn voices(text: &str, rules: &RuleSet) -> Vec<Voice> {
    let (ranges, masks, all) = ([Span::new(0, text.len())], masks::of(text), Choice::default());
    let (kept, lost) = findings(text, &find(text, &ranges, &masks, rules), rules, &all);
    let swaps =
        kept.into_iter().map(|raw| (raw, true)).chain(lost.into_iter().map(|raw| (raw, false)));
    let mut out: Vec<Voice> = swaps
        .map(|(raw, first)| Voice {
            id: raw.record.id.clone(),
            severity: raw.severity,
            span: raw.span,
            first,
        })
        .collect();
    let mut extras = limits(text, &ranges, &masks, rules, &all, Setting::default());
    extras.extend(leaks(text, &ranges, &masks, rules, &all, false));
    out.extend(extras.into_iter().map(|extra| Voice {
        id: extra.id,
        severity: extra.severity,
        span: extra.span,
        first: true,
    }));
    out
}

struct Proof<'a> {
    pack: &'a Pack,
    one: &'a Located<Change>,
    /// The full id of the rule, or the category.
    target: &'a str,
    rules: &'a RuleSet,
    /// The rules without this change.
    before: &'a RuleSet,
    built_in: bool,
    problems: &'a mut Vec<Problem>,
}

impl Proof<'_> {
    fn prove(&mut self) {
        for (n, raw) in self.one.value.bad.iter().enumerate() {
            self.bad(n, &Example::read(raw));
        }
        for (n, text) in self.one.value.good.iter().enumerate() {
            self.good(n, text);
            self.others(n, text);
        }
        self.unless();
        self.say();
    }

    fn fault(&mut self, code: &'static str, key: &str, n: usize, message: &str, help: &str) {
        let place = self.one.spans.get(key).and_then(|all| all.get(n));
        let range = place.unwrap_or(&self.one.place).clone();
        let message = format!("{}: {message}", self.target);
        let problem = Problem::new(code, self.pack.file.clone(), message);
        self.problems.push(problem.help(help).at(&self.pack.text, range));
    }

    fn is_target(&self, id: &str) -> bool {
        let rest = id.strip_prefix(self.target);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    fn own(&self, text: &str, rules: &RuleSet) -> Vec<Voice> {
        voices(text, rules).into_iter().filter(|voice| self.is_target(&voice.id)).collect()
    }

    /// The rule still fires, on the marked words where some are marked.
    fn bad(&mut self, n: usize, example: &Example) {
        let own = self.own(&example.text, self.rules);
        if own.iter().any(|voice| !example.marked || voice.span == example.span) {
            return self.variants(n, example);
        }
        let (message, help) = match own.first() {
            Some(voice) => {
                let words = voice.span.of(&example.text);
                let message = format!("it fires here on \"{words}\", not on the marked words");
                (message, format!("mark these words: «{words}»"))
            }
            None if self.one.value.off == Some(true) => (
                "a rule that is off fires nowhere".to_owned(),
                "write the sentence under `good`, or leave it out".to_owned(),
            ),
            None => (
                "with this change it does not fire in this sentence".to_owned(),
                "make the unless narrower, or choose another sentence".to_owned(),
            ),
        };
        self.fault("bad-does-not-fire", "bad", n, &message, &help);
    }

    /// What does not matter to the rule does not matter to the change.
    fn variants(&mut self, n: usize, example: &Example) {
        let record = self.rules.rules().find(|rule| rule.id == self.target);
        let Some(record) = record.filter(|rule| !rule.find.is_empty()) else { return };
        if record.find.iter().any(|phrase| phrase.contains('=')) {
            return;
        }
        let anchored = record.find.iter().any(|phrase| phrase.contains(['^', '$']));
        for (name, text) in shapes(&example.text, anchored) {
            if self.own(&text, self.rules).is_empty() {
                let message = format!("it does not fire in this sentence with {name}");
                let help = "write the unless without signs that depend on it";
                self.fault("variant-does-not-fire", "bad", n, &message, help);
            }
        }
    }

    /// The rule speaks here without the change and is silent, or at least
    /// softer, with it.
    fn good(&mut self, n: usize, text: &str) {
        let (was, is) = (self.own(text, self.before), self.own(text, self.rules));
        let strongest = |all: &[Voice]| all.iter().map(|voice| voice.severity).max();
        let words = |all: &[Voice]| {
            all.first().map(|voice| voice.span.of(text).to_owned()).unwrap_or_default()
        };
        if was.is_empty() {
            let message = "it does not fire in this sentence even without the change";
            let help = "choose a sentence that the change saves";
            self.fault("good-needs-no-change", "good", n, message, help);
            return;
        }
        let lower = self.one.value.severity.is_some() && strongest(&is) < strongest(&was);
        if !is.is_empty() && !lower {
            let message = format!("with this change it still fires here, on \"{}\"", words(&is));
            let help = "add these words to unless, or move the sentence to bad";
            self.fault("good-fires", "good", n, &message, help);
        }
    }

    /// A good sentence is one that may be sent.
    fn others(&mut self, n: usize, text: &str) {
        let mut all = voices(text, self.rules);
        let loud = |voice: &Voice| voice.first && voice.severity > Severity::Polish;
        all.retain(|voice| loud(voice) && !self.is_target(&voice.id));
        for voice in all {
            let words = voice.span.of(text);
            let message = format!("{} fires in this good sentence, on \"{words}\"", voice.id);
            let help = "change the sentence, or that rule, too";
            self.fault("good-fires-other", "good", n, &message, help);
            if let Some(last) = self.problems.last_mut().filter(|_| !self.built_in) {
                last.warning = true;
            }
        }
    }

    /// Each `unless` must save one `good`.
    fn unless(&mut self) {
        let change = &self.one.value;
        for (n, phrase) in change.unless.iter().enumerate() {
            if change.good.iter().any(|text| matches(phrase, text, self.rules)) {
                continue;
            }
            let message = format!("this unless is in none of the good sentences: {phrase}");
            let help = "add a good sentence that it saves, or remove it";
            self.fault("unless-saves-nothing", "unless", n, &message, help);
        }
    }

    /// No better wording needs rewording itself.
    fn say(&mut self) {
        let record = self.rules.rules().find(|rule| rule.id == self.target);
        let drops_in = record.filter(|rule| rule.fits != Fits::Advice);
        let bad = drops_in.map(|rule| rule.bad).unwrap_or_default();
        for (n, say) in self.one.value.say.iter().flatten().enumerate() {
            let found = in_place(say, &bad).into_iter().find_map(|(text, place)| {
                let all = voices(&text, self.rules);
                let loud = |voice: &&Voice| voice.first && voice.severity > Severity::Polish;
                let voice = all.iter().filter(loud).find(|voice| voice.span.overlaps(place))?;
                Some((voice.id.clone(), voice.span.of(&text).to_owned()))
            });
            if let Some((id, words)) = found {
                let message = format!("{id} fires in this better wording, on \"{words}\"");
                self.fault("say-fires", "say", n, &message, "reword it");
            }
        }
    }
}

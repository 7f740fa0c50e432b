//! Every rule proves itself: it fires in its `bad` sentences, on the marked
//! words, and not in its `good` ones; and a better wording does not itself
//! need rewording.

use super::finding::{Choice, findings};
use super::hits::{Found, RuleHit, find};
use crate::problem::Problem;
use crate::report::Severity;
use crate::rule::load::{Located, Pack};
use crate::rule::model::{Fits, Rule};
use crate::rule::{RuleRef, RuleSet};
use crate::span::{Span, Text};

/// A sentence with the words between « » marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence without the marks.
    pub text: String,
    /// The marked words; the sentence less its final punctuation when nothing
    /// is marked.
    pub span: Span<Text>,
    /// Whether anything was marked.
    pub marked: bool,
}

impl Example {
    /// Reads a sentence of `bad`.
    #[must_use]
    pub fn read(raw: &str) -> Self {
        if let Some((before, rest)) = raw.split_once('«')
            && let Some((words, after)) = rest.split_once('»')
        {
            let span = Span::new(before.len(), before.len() + words.len());
            return Self { text: format!("{before}{words}{after}"), span, marked: true };
        }
        let end = raw.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let start = raw.len() - raw.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        Self { text: raw.to_owned(), span: Span::new(start, end.max(start)), marked: false }
    }
}

/// Proves every rule of `packs`, which are part of `rules`.
#[must_use]
pub fn prove(packs: &[Pack], rules: &RuleSet, built_in: bool) -> Vec<Problem> {
    let ids: std::collections::BTreeMap<String, RuleRef> =
        rules.refs().filter_map(|at| Some((rules.rule(at)?.id, at))).collect();
    let mut problems = Vec::new();
    for pack in packs {
        for one in &pack.rules {
            if let Some(at) = ids.get(&one.value.id) {
                // A rule stands for itself; who changes it proves the change.
                let changed = rules.changed(*at).next().is_some();
                let own = changed.then(|| rules.unchanged(*at));
                let rules = own.as_ref().unwrap_or(rules);
                let mut proof =
                    Proof { pack, one, at: *at, rules, built_in, problems: &mut problems };
                proof.bad();
                proof.good();
                proof.unless();
                proof.say();
            }
        }
    }
    problems
}

struct Proof<'a> {
    pack: &'a Pack,
    one: &'a Located<Rule>,
    at: RuleRef,
    rules: &'a RuleSet,
    built_in: bool,
    problems: &'a mut Vec<Problem>,
}

impl Proof<'_> {
    fn fault(
        &mut self,
        code: &'static str,
        key: &str,
        index: usize,
        message: &str,
        help: impl Into<String>,
    ) {
        let range = self
            .one
            .spans
            .get(key)
            .and_then(|all| all.get(index))
            .cloned()
            .unwrap_or_else(|| self.one.place.clone());
        let message = format!("{}: {message}", self.one.value.id);
        self.problems.push(
            Problem::new(code, self.pack.file.clone(), message)
                .help(help)
                .at(&self.pack.text, range),
        );
    }

    fn bad(&mut self) {
        for (n, raw) in self.one.value.bad.iter().enumerate() {
            let example = Example::read(raw);
            let found = read(&example.text, self.rules);
            let own: Vec<&RuleHit> = found.rules.iter().filter(|hit| hit.rule == self.at).collect();
            let fires: Vec<&&RuleHit> =
                own.iter().filter(|hit| self.stands(&example.text, &found, hit)).collect();
            if fires.iter().any(|hit| hit.span == example.span || self.by_regex()) {
                self.variants(n, &example);
                continue;
            }
            let (message, help) = explain(&example, &own, &fires, self.rules);
            self.fault("bad-does-not-fire", "bad", n, &message, help);
        }
    }

    fn by_regex(&self) -> bool {
        self.one.value.find.is_empty()
    }

    /// Whether a hit survives `unless` and its silencing guards.
    fn stands(&self, text: &str, found: &Found, hit: &RuleHit) -> bool {
        let only = Found { rules: vec![hit.clone()], near: Vec::new(), ..found.clone() };
        !findings(text, &only, self.rules, &Choice::default()).0.is_empty()
    }

    /// Curly apostrophes, a non-breaking space, a line break, CRLF, capitals
    /// and a sentence before it change nothing.
    fn variants(&mut self, n: usize, example: &Example) {
        if self.by_regex() || self.one.value.find.iter().any(|phrase| phrase.contains('=')) {
            return;
        }
        for (name, text) in shapes(&example.text, self.anchored()) {
            let found = read(&text, self.rules);
            let fires = found
                .rules
                .iter()
                .any(|hit| hit.rule == self.at && self.stands(&text, &found, hit));
            if !fires {
                self.fault(
                    "variant-does-not-fire",
                    "bad",
                    n,
                    &format!("it does not fire in this sentence with {name}"),
                    "write the phrase without signs that depend on it",
                );
            }
        }
    }

    fn anchored(&self) -> bool {
        self.one.value.find.iter().any(|phrase| phrase.contains('^') || phrase.contains("$$"))
    }

    fn good(&mut self) {
        for (n, text) in self.one.value.good.iter().enumerate() {
            let found = read(text, self.rules);
            let (kept, lost) = findings(text, &found, self.rules, &Choice::default());
            if let Some(own) = kept.iter().chain(&lost).find(|raw| raw.rule == self.at) {
                let words = own.span.of(text).to_owned();
                self.fault(
                    "good-fires",
                    "good",
                    n,
                    &format!("it fires here, on \"{words}\""),
                    "make the phrase narrower, or add these words to unless",
                );
            }
            let at = self.at;
            for raw in kept.iter().filter(|raw| raw.rule != at && raw.severity > Severity::Polish) {
                let (id, words) = (raw.record.id.clone(), raw.span.of(text).to_owned());
                self.fault(
                    "good-fires-other",
                    "good",
                    n,
                    &format!("{id} fires in this good sentence, on \"{words}\""),
                    "change the sentence, or mend that rule",
                );
                self.soften_last();
            }
        }
    }

    /// In a team's pack a hit of a foreign rule is only a warning.
    fn soften_last(&mut self) {
        if let Some(last) = self.problems.last_mut().filter(|_| !self.built_in) {
            last.warning = true;
        }
    }

    /// Each `unless` must save one `good`.
    fn unless(&mut self) {
        for n in 0..self.one.value.unless.len() {
            let Some(phrase) = self.one.value.unless.get(n).cloned() else {
                continue;
            };
            let saves = self
                .one
                .value
                .good
                .iter()
                .any(|text| super::prove_unless::matches(&phrase, text, self.rules));
            if !saves {
                self.fault(
                    "unless-saves-nothing",
                    "unless",
                    n,
                    &format!("this unless is in none of the good sentences: {phrase}"),
                    "add a good sentence that it saves, or remove it",
                );
            }
        }
    }

    /// No better wording needs rewording itself.
    fn say(&mut self) {
        for n in 0..self.one.value.say.len() {
            let Some(say) = self.one.value.say.get(n).cloned() else {
                continue;
            };
            let advice = self.one.value.fits == Fits::Advice;
            let bad = if advice { &[][..] } else { &self.one.value.bad };
            for (text, place) in in_place(&say, bad) {
                let found = read(&text, self.rules);
                let (kept, _) = findings(&text, &found, self.rules, &Choice::default());
                let hit = kept
                    .iter()
                    .find(|raw| raw.severity > Severity::Polish && raw.span.overlaps(place));
                if let Some(raw) = hit {
                    let (id, words) = (raw.record.id.clone(), raw.span.of(&text).to_owned());
                    self.fault(
                        "say-fires",
                        "say",
                        n,
                        &format!("{id} fires in this better wording, on \"{words}\""),
                        "reword it",
                    );
                    break;
                }
            }
        }
    }
}

/// A better wording by itself, then in each of the sentences; with its place.
pub(super) fn in_place(say: &str, bad: &[String]) -> Vec<(String, Span<Text>)> {
    let put = |raw: &String| {
        let example = Example::read(raw);
        let head = example.text.get(..example.span.start).unwrap_or_default();
        let tail = example.text.get(example.span.end..).unwrap_or_default();
        let place = Span::new(head.len(), head.len() + say.len());
        (format!("{head}{say}{tail}"), place)
    };
    let alone = (say.to_owned(), Span::new(0, say.len()));
    std::iter::once(alone).chain(bad.iter().map(put)).collect()
}

fn read(text: &str, rules: &RuleSet) -> Found {
    find(text, &[Span::new(0, text.len())], &super::masks::of(text), rules)
}

fn explain(
    example: &Example,
    own: &[&RuleHit],
    fires: &[&&RuleHit],
    rules: &RuleSet,
) -> (String, String) {
    if let Some(hit) = fires.first() {
        let words = hit.span.of(&example.text);
        let help = if example.marked {
            format!("mark these words: «{words}»")
        } else {
            format!("mark the words it finds: «{words}»")
        };
        return (format!("it fires here on \"{words}\", and these are not the marked words"), help);
    }
    let Some(hit) = own.first() else {
        return (
            "it does not fire in this sentence".to_owned(),
            "compare the phrase with the sentence word by word, or try `kindword rules try`"
                .to_owned(),
        );
    };
    if hit.saved {
        return (
            "an unless of its own saves this sentence".to_owned(),
            "make that unless narrower".to_owned(),
        );
    }
    let names: Vec<&str> = rules
        .guards()
        .iter()
        .enumerate()
        .filter(|(n, _)| hit.spared >> n & 1 != 0)
        .map(|(_, guard)| guard.id.as_str())
        .collect();
    (
        format!("the guard \"{}\" spares this sentence", names.join("\", \"")),
        "choose a plainer sentence, or write guards = [...] without it".to_owned(),
    )
}

/// A sentence in the ways that mail programs and people write it.
pub(super) fn shapes(text: &str, anchored: bool) -> Vec<(&'static str, String)> {
    let mut out = vec![
        ("curly apostrophes", text.replace('\'', "’")),
        ("non-breaking spaces", text.replace(' ', "\u{a0}")),
        ("capitals", text.to_uppercase()),
    ];
    let wrapped = wrap(text);
    out.push(("Windows line ends", wrapped.replace('\n', "\r\n")));
    out.push(("a line break inside", wrapped));
    if !anchored {
        out.push(("a sentence before it", format!("Hello there. {text}")));
    }
    out
}

/// Breaks each line before a word in lower case, as mail programs do.
fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((_, letter)) = letters.next() {
        let wraps = letter == ' '
            && out.ends_with(char::is_alphanumeric)
            && letters.peek().is_some_and(|(_, next)| next.is_lowercase());
        out.push(if wraps { '\n' } else { letter });
    }
    out
}

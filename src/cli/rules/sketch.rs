//! A rule as it is being written: what was said of it, what follows from
//! that, and the TOML it becomes.

use super::super::edit::quoted;
use crate::check::prove::Example;
use crate::phrase::syntax::escape;
use crate::render::words;
use crate::report::{Asserts, Fits, Severity};
use crate::rule::slots;

/// Columns that a list may take in one line.
const ROOM: usize = 88;

/// Words of an id, at most.
const ID_WORDS: usize = 4;

/// Better wordings that must not be put in unasked, by words they hold. A
/// first guess only, so it is on the safe side; the file may say otherwise.
const ASSERTING: &[(&str, Asserts)] = &[
    ("our mistake", Asserts::Fault),
    ("my mistake", Asserts::Fault),
    ("our fault", Asserts::Fault),
    ("my fault", Asserts::Fault),
    ("we got this wrong", Asserts::Fault),
    ("we let you down", Asserts::Fault),
    ("i'll ", Asserts::Commitment),
    ("i will ", Asserts::Commitment),
    ("we'll ", Asserts::Commitment),
    ("we will ", Asserts::Commitment),
    ("let me ", Asserts::Commitment),
    ("refund", Asserts::Commitment),
    ("guarantee", Asserts::Commitment),
    ("promise", Asserts::Commitment),
    ("may i offer", Asserts::Content),
    ("here's what", Asserts::Content),
    ("here is what", Asserts::Content),
];

/// What stands for a slot in a made-up sentence, by a word of its name.
const SLOTS: &[(&str, &str)] = &[
    ("day", "Friday"),
    ("date", "3 May"),
    ("time", "noon"),
    ("name", "Maria"),
    ("amount", "$20"),
    ("price", "$20"),
    ("number", "3"),
];

/// A rule as it is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// The part of its id after the dot.
    pub id: String,
    /// The category.
    pub category: String,
    /// How much a hit matters.
    pub severity: Severity,
    /// Phrases that find it.
    pub find: Vec<String>,
    /// Better wordings, best first.
    pub say: Vec<String>,
    /// How they can be used.
    pub fits: Fits,
    /// One line of why.
    pub why: String,
    /// Sentences in which it fires.
    pub bad: Vec<String>,
    /// Sentences in which it does not.
    pub good: Vec<String>,
}

impl Sketch {
    /// The rule as TOML, with comments for whoever opens the file next.
    #[must_use]
    pub fn toml(&self, newline: &str) -> String {
        let mut lines = vec![
            "# kindword compares words: capitals, apostrophes and small words in between"
                .to_owned(),
            "# never matter. `kindword rules test` proves the sentences under bad and good."
                .to_owned(),
            "[[swap]]".to_owned(),
            format!("id = {}", quoted(&self.id)),
            format!("category = {}", quoted(&self.category)),
            format!("severity = {:<16} # high | medium | polish", quoted(self.severity.name())),
        ];
        lines.extend(list("find", &self.find));
        lines.extend(list("say", &self.say));
        lines.push(format!("# {}", reason(self.fits)));
        let fits = quoted(words::fits(self.fits));
        lines.push(format!("fits = {fits:<20} # anywhere | clause | slot | advice"));
        if let Some(asserts) = asserts(&self.say) {
            lines.push(format!("# {}", caution(asserts)));
            lines.push(format!("asserts = {}", quoted(words::asserts(asserts))));
        }
        lines.push(format!("why = {}", quoted(&self.why)));
        lines.extend(list("bad", &self.bad));
        lines.extend(list("good", &self.good));
        lines.join(newline) + newline
    }

    /// Fine sentences that could stand for `good`: the bad ones with the better
    /// words in place, then the better words by themselves.
    #[must_use]
    pub fn better(&self) -> Vec<String> {
        let say = self.say.first().map(|say| filled(say)).unwrap_or_default();
        let alone = Some(sentence(&say, ".")).filter(|_| !say.is_empty());
        // Advice need not read well in place, so it stands by itself first.
        let first = alone.clone().filter(|_| self.fits == Fits::Advice);
        let swapped = self.bad.iter().map(|raw| swap(&Example::read(raw), &say));
        first.into_iter().chain(swapped).chain(alone).collect()
    }
}

/// How a better wording can be used, when nobody said: where it surely reads
/// well, and nowhere else.
#[must_use]
pub fn fits(bad: &[String], say: &[String]) -> Fits {
    let examples: Vec<Example> = bad.iter().map(|raw| Example::read(raw)).collect();
    let whole = |one: &Example| {
        let ends =
            |text: Option<&str>| text.is_some_and(|text| !text.contains(char::is_alphanumeric));
        ends(one.text.get(..one.span.start)) && ends(one.text.get(one.span.end..))
    };
    let ends_clause = |one: &Example| {
        let after = one.text.get(one.span.end..).unwrap_or_default().trim_start();
        after.starts_with(['.', ',', '!', '?', ';', ':']) || after.is_empty()
    };
    let sentences = say.iter().filter(|say| is_sentence(say)).count();
    let complete = examples.iter().all(whole);
    match () {
        () if say.iter().any(|say| slots::names(say).next().is_some()) => Fits::Slot,
        () if say.is_empty() && !complete => Fits::Anywhere,
        () if say.is_empty() => Fits::Advice,
        // A sentence stands for a sentence, and words for words.
        () if complete && sentences == say.len() => Fits::Clause,
        () if complete || sentences > 0 => Fits::Advice,
        () if examples.iter().all(ends_clause) => Fits::Clause,
        () => Fits::Anywhere,
    }
}

/// The phrases for what is marked in sentences.
#[must_use]
pub fn phrases(bad: &[String]) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::new();
    for raw in bad {
        let example = Example::read(raw);
        let phrase = escape(&words::lowered(example.span.of(&example.text)));
        if !phrase.is_empty() && !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}

/// A short name for the words.
#[must_use]
pub fn identity(words: &str) -> String {
    let plain: String = words
        .to_lowercase()
        .chars()
        .filter(|sign| !matches!(sign, '\'' | '’'))
        .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { ' ' })
        .collect();
    plain.split_whitespace().take(ID_WORDS).collect::<Vec<_>>().join("-")
}

/// What a better wording asserts, as far as its words tell.
fn asserts(say: &[String]) -> Option<Asserts> {
    let said = |say: &String| say.to_lowercase().replace('’', "'");
    let said: Vec<String> = say.iter().map(said).collect();
    let mut rows = ASSERTING.iter();
    let row = rows.find(|(words, _)| said.iter().any(|say| say.contains(words)));
    row.map(|(_, asserts)| *asserts)
}

const fn reason(fits: Fits) -> &'static str {
    match fits {
        Fits::Anywhere => "The better words drop in wherever these stand.",
        Fits::Clause => {
            "The better words drop in where these end their clause; elsewhere they are advice."
        }
        Fits::Slot => "The agent fills what stands in braces.",
        Fits::Advice => "The better words are shown and never put in: they may not fit in place.",
    }
}

const fn caution(asserts: Asserts) -> &'static str {
    match asserts {
        Asserts::Fault => "They admit a fault, so they are put in only when asked for.",
        Asserts::Commitment => "They promise something, so they are put in only when asked for.",
        Asserts::Content => "Something must follow them, so they are put in only when asked for.",
    }
}

/// `key = [...]`, in one line where it fits.
fn list(key: &str, texts: &[String]) -> Vec<String> {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let line = format!("{key} = [{}]", texts.join(", "));
    if line.chars().count() <= ROOM || texts.len() < 2 {
        return vec![line];
    }
    let rows = texts.into_iter().map(|text| format!("  {text},"));
    std::iter::once(format!("{key} = [")).chain(rows).chain(["]".to_owned()]).collect()
}

/// A sentence with other words in place of the marked ones.
fn swap(bad: &Example, say: &str) -> String {
    let (before, after) = (bad.text.get(..bad.span.start), bad.text.get(bad.span.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let tail = if is_closed(say) { after.trim_start_matches(['.', '!', '?']) } else { after };
    let text = format!("{before}{say}{tail}");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text =
        [" .", " ,", " !", " ?"].iter().fold(text, |text, gap| text.replace(gap, gap.trim()));
    sentence(&text, "")
}

/// Words as a sentence: a capital first, and `mark` last where there is none.
fn sentence(words: &str, mark: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mark = if is_closed(words) { "" } else { mark };
    first.chain(letters).chain(mark.chars()).collect()
}

/// A wording with something in its slots.
fn filled(say: &str) -> String {
    let mut out = say.to_owned();
    for name in slots::names(say) {
        let row = SLOTS.iter().find(|(word, _)| name.contains(word));
        let value = row.map_or_else(|| name.replace('_', " "), |(_, value)| (*value).to_owned());
        out = out.replace(&format!("{{{name}}}"), &value);
    }
    out
}

fn is_closed(words: &str) -> bool {
    words.trim_end().ends_with(['.', '!', '?'])
}

/// Whether a wording is a sentence and not a part of one: it ends like one,
/// or begins with a capital that no name asks for.
fn is_sentence(say: &str) -> bool {
    let first = say.split_whitespace().next().unwrap_or_default();
    is_closed(say)
        || (first != "I" && !first.starts_with("I'") && first.starts_with(char::is_uppercase))
}

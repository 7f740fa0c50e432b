//! Counts and lengths with a bound: loud writing, long sentences, one sorry
//! too many. What is counted is a row of [`COUNTERS`]; the bounds are rules.

use super::extra::Extra;
use super::finding::Choice;
use super::scope::Scope;
use super::setting::Setting;
use super::{abbreviations, addressed, capitals, leftovers, lengths, loud, said};
use crate::document::words::Mask;
use crate::report::Severity;
use crate::rule::RuleSet;
use crate::rule::model::Limit;
use crate::span::{Span, Text};

/// A place with the number that was counted there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The words.
    pub span: Span<Text>,
    /// The number.
    pub amount: usize,
}

/// What limits ask of a counter.
#[derive(Debug, Clone, Default)]
pub struct Ask<'a> {
    /// Words that are left alone.
    pub allow: Vec<&'a str>,
    /// Words to look for.
    pub words: &'a [String],
    /// Categories of findings.
    pub beside: &'a [String],
}

/// Something that can be counted.
pub struct Counter {
    /// The name in rule files.
    pub name: &'static str,
    /// What is counted, in a few words.
    pub about: &'static str,
    /// Counts it.
    pub count: fn(&Scope<'_>, &Ask<'_>) -> Vec<Count>,
    /// Whether it looks for the `words` of a limit: then each limit counts by
    /// itself.
    pub words: bool,
    /// Whether it adds up over the whole reply: then only the first place over
    /// the bound is a finding.
    pub total: bool,
}

/// The counters there are.
pub const COUNTERS: &[Counter] = &[
    Counter {
        name: "capitals",
        about: "words in a row in capital letters",
        count: capitals::count,
        words: false,
        total: false,
    },
    Counter {
        name: "marks",
        about: "exclamation and question marks in a row, or full stops above three",
        count: loud::marks,
        words: false,
        total: false,
    },
    Counter {
        name: "exclamations",
        about: "exclamation marks in the reply",
        count: loud::exclamations,
        words: false,
        total: true,
    },
    Counter {
        name: "chopped",
        about: "exclaimed sentences of three words at most in a row",
        count: loud::chopped,
        words: false,
        total: false,
    },
    Counter {
        name: "stretched",
        about: "times a letter is repeated in a word",
        count: loud::stretched,
        words: false,
        total: false,
    },
    Counter {
        name: "sentence",
        about: "words in a sentence",
        count: lengths::sentences,
        words: false,
        total: false,
    },
    Counter {
        name: "paragraph",
        about: "words in a paragraph; a line counts as fifteen at least",
        count: lengths::paragraphs,
        words: false,
        total: false,
    },
    Counter {
        name: "abbreviations",
        about: "abbreviations in a sentence that are not in everyday use",
        count: abbreviations::count,
        words: false,
        total: false,
    },
    Counter {
        name: "apologies",
        about: "times the reply says sorry",
        count: lengths::apologies,
        words: false,
        total: true,
    },
    Counter {
        name: "words",
        about: "places of the listed words",
        count: said::words,
        words: true,
        total: true,
    },
    Counter {
        name: "greetings",
        about: "greetings that begin with the listed words",
        count: leftovers::greetings,
        words: true,
        total: true,
    },
    Counter {
        name: "sign-offs",
        about: "closing lines with one of the listed words",
        count: leftovers::sign_offs,
        words: true,
        total: true,
    },
    Counter {
        name: "repeated",
        about: "words in a paragraph that stands there twice",
        count: leftovers::repeated,
        words: false,
        total: false,
    },
    Counter {
        name: "greeted",
        about: "names greeted that are clearly not the customer's",
        count: addressed::greeted,
        words: false,
        total: false,
    },
    Counter {
        name: "called",
        about: "names behind the listed words that are clearly not the one greeted",
        count: addressed::called,
        words: true,
        total: false,
    },
    Counter {
        name: "unattached",
        about: "places of the listed words where the input says that nothing is attached",
        count: said::unattached,
        words: true,
        total: true,
    },
    Counter {
        name: "beside",
        about: "high findings of the categories `beside`, where the listed words stand too",
        count: said::beside,
        words: true,
        total: false,
    },
];

/// The limits that the own words of a text pass, in order of place. Limits of
/// one counter are steps: the highest that is passed speaks.
///
/// `ranges` are the agent's own words (greeting, reply, closing), `masks` the
/// places that are no words; both in order. `setting` is what stands round
/// them.
#[must_use]
pub fn limits(
    text: &str,
    ranges: &[Span<Text>],
    masks: &[Mask],
    rules: &RuleSet,
    choice: &Choice,
    setting: Setting<'_>,
) -> Vec<Extra> {
    let scope = Scope::new(text, ranges, masks, rules).within(setting);
    let mut out = Vec::new();
    for counter in COUNTERS {
        let wanted = |limit: &&Limit| {
            limit.count == counter.name && choice.takes(&limit.id) && is_time(limit, setting)
        };
        let steps: Vec<&Limit> = rules.limits().iter().filter(wanted).collect();
        let size = if counter.words { 1 } else { steps.len().max(1) };
        for steps in steps.chunks(size) {
            passed(counter, steps, &scope, &mut out);
        }
    }
    out.sort_by_key(|extra: &Extra| (extra.span, extra.id.clone()));
    out
}

/// Whether the customer's message reads as one that the limit is for.
fn is_time(limit: &Limit, setting: Setting<'_>) -> bool {
    limit.when.is_empty() || limit.when.iter().any(|one| setting.reads.contains(one))
}

fn passed(counter: &Counter, steps: &[&Limit], scope: &Scope<'_>, out: &mut Vec<Extra>) {
    let Some(first) = steps.first() else {
        return;
    };
    let allow = steps.iter().flat_map(|limit| &limit.allow).map(String::as_str).collect();
    let ask = Ask { allow, words: &first.words, beside: &first.beside };
    let from = out.len();
    let counts = (counter.count)(scope, &ask);
    if counts.is_empty()
        || steps.iter().any(|limit| limit.mirrored) && is_theirs(counter, scope, &ask)
    {
        return;
    }
    for count in counts {
        let highest = steps.iter().filter(|limit| count.amount > limit.most);
        let Some(limit) = highest.max_by_key(|limit| limit.most) else {
            continue;
        };
        let again = limit.severity == Severity::Polish || counter.total;
        let earlier = out.iter_mut().skip(from).find(|extra| again && extra.id == limit.id);
        match earlier {
            Some(earlier) => earlier.count += 1,
            None => out.push(Extra::of_limit(limit, count.span)),
        }
    }
}

/// Whether the customer's message has it, too.
fn is_theirs(counter: &Counter, scope: &Scope<'_>, ask: &Ask<'_>) -> bool {
    let text = scope.setting.customer;
    let theirs = Scope::new(text, &[Span::new(0, text.len())], &[], scope.rules);
    !(counter.count)(&theirs, ask).is_empty()
}

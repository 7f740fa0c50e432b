//! Items, and limits whose examples have a customer, prove themselves: each
//! example is reviewed as a draft would be.

use std::ops::Range;

use crate::check::prove::Example;
use crate::document::draft::Draft;
use crate::problem::Problem;
use crate::report::{Reply, Severity};
use crate::review::{Options, review};
use crate::rule::RuleSet;
use crate::rule::load::Pack;
use crate::rule::model::Case;
use crate::rule::table::Spans;

/// The limits of `packs`, in the examples that tell what is answered.
pub(super) fn limits(packs: &[Pack], rules: &RuleSet) -> Vec<Problem> {
    let mut out = Vec::new();
    for pack in packs {
        for one in &pack.limits {
            let proof = Proof { pack, id: &one.value.id, spans: &one.spans, place: &one.place };
            let told = |cases: &'_ [Case]| -> Vec<(usize, Case)> {
                cases.iter().cloned().enumerate().filter(|(_, case)| !case.is_plain()).collect()
            };
            for (n, case) in told(&one.value.bad) {
                out.extend(proof.fires(n, &case, rules));
            }
            for (n, case) in told(&one.value.good) {
                out.extend(proof.silent(n, &case, rules));
            }
        }
    }
    out
}

/// The items of `packs`: met in each `good`, not met in each `bad`.
pub(super) fn items(packs: &[Pack], rules: &RuleSet) -> Vec<Problem> {
    let mut out = Vec::new();
    for pack in packs {
        for one in &pack.items {
            let proof = Proof { pack, id: &one.value.id, spans: &one.spans, place: &one.place };
            for (n, case) in one.value.good.iter().enumerate() {
                out.extend(proof.meets("good", n, case, rules, true));
            }
            for (n, case) in one.value.bad.iter().enumerate() {
                out.extend(proof.meets("bad", n, case, rules, false));
            }
        }
    }
    out
}

struct Proof<'a> {
    pack: &'a Pack,
    id: &'a str,
    spans: &'a Spans,
    place: &'a Range<usize>,
}

impl Proof<'_> {
    fn fires(&self, n: usize, case: &Case, rules: &RuleSet) -> Option<Problem> {
        let example = Example::read(&case.draft);
        let reply = reviewed(&example.text, case, rules)?;
        let mut own = reply.findings.iter().filter(|one| one.rule == self.id).peekable();
        let first = own.peek().map(|one| one.text.clone());
        if own.any(|one| !example.marked || one.span == example.span) {
            return None;
        }
        let (message, help) = match first {
            Some(words) => (
                format!("it fires here on \"{words}\", not on the marked words"),
                format!("mark these words: «{words}»"),
            ),
            None => (
                "it does not fire in this text".to_owned(),
                format!("compare it with its words, its bound and `when`; {}", situation(&reply)),
            ),
        };
        Some(self.fault("bad-does-not-fire", "bad", n, &message, &help))
    }

    fn silent(&self, n: usize, case: &Case, rules: &RuleSet) -> Option<Problem> {
        let reply = reviewed(&case.draft, case, rules)?;
        let loud =
            |one: &&crate::report::Finding| one.rule == self.id || one.severity > Severity::Polish;
        let one = reply.findings.iter().find(loud)?;
        let message = format!("{} fires here, on \"{}\"", one.rule, one.text);
        Some(self.fault("good-fires", "good", n, &message, "change the text, or the words"))
    }

    fn meets(
        &self,
        key: &str,
        n: usize,
        case: &Case,
        rules: &RuleSet,
        wanted: bool,
    ) -> Option<Problem> {
        let reply = reviewed(&case.draft, case, rules)?;
        let check = reply.checklist.iter().find(|check| check.item == self.id)?;
        if check.met == wanted {
            return None;
        }
        let (code, message) = if wanted {
            ("good-is-not-met", "this passage does not meet it")
        } else {
            ("bad-is-met", "this near miss meets it")
        };
        let seen: Vec<String> =
            check.evidence.iter().map(|one| format!("\"{}\"", one.text)).collect();
        let help = match (wanted, seen.is_empty()) {
            (true, true) => "add a cue that finds it, or choose another passage".to_owned(),
            (true, false) => format!("only a part is earned, by {}", seen.join(", ")),
            (false, _) => format!("it is met by {}", seen.join(", ")),
        };
        Some(self.fault(code, key, n, message, &help))
    }

    fn fault(&self, code: &'static str, key: &str, n: usize, message: &str, help: &str) -> Problem {
        let listed = self.spans.get(key).and_then(|all| all.get(n)).cloned();
        let range = listed.unwrap_or_else(|| self.place.clone());
        let problem = Problem::new(code, self.pack.file.clone(), format!("{}: {message}", self.id));
        problem.help(help.to_owned()).at(&self.pack.text, range)
    }
}

/// What the customer's message was taken for.
fn situation(reply: &Reply) -> String {
    let moods = reply.customer.as_ref().map(|customer| customer.mood.join(", "));
    let moods = moods.filter(|moods| !moods.is_empty());
    let moods = moods.map_or_else(String::new, |moods| format!(" ({moods})"));
    format!("the message reads as {}{moods}", reply.profile)
}

/// The reply of a case; none where there is nothing to review.
fn reviewed(text: &str, case: &Case, rules: &RuleSet) -> Option<Reply> {
    let mut draft = Draft::from_text(text);
    if !case.customer.is_empty() {
        draft = draft.with_customer(case.customer.as_str());
    }
    draft.attachments = case.attachments;
    review(&draft, rules, &Options::default()).ok()
}

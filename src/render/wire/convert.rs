//! From the values inside to the shapes of the report.

use serde_json::value::RawValue;

use super::{
    Check, Customer, Evidence, Finding, Name, Part, Pool, Pools, Problem, Question, Reply,
    Severities, Span, Spot, Step, Suggestion, Summary,
};
use crate::problem;
use crate::render::{summary, words};
use crate::report::{self, Id, PoolKind, Target};

impl<'r> From<&'r report::Reply> for Reply<'r> {
    fn from(reply: &'r report::Reply) -> Self {
        Self {
            id: Name::from(&reply.id),
            source: &reply.source,
            title: reply.title.as_deref(),
            line: reply.line,
            channel: words::channel(reply.channel),
            profile: &reply.profile,
            basis: words::basis(reply.basis),
            score: reply.score,
            verdict: words::verdict(reply.verdict).to_lowercase(),
            hold: reply.hold,
            customer: reply.customer.as_ref().map(Customer::from),
            parts: reply.parts.iter().map(Part::from).collect(),
            findings: reply.findings.iter().map(Finding::from).collect(),
            shadowed: reply.shadowed.iter().map(Finding::from).collect(),
            checklist: reply.checklist.iter().map(Check::from).collect(),
            pools: Pools::from(reply.pools.as_slice()),
            earned: reply.earned,
            deducted: reply.deducted,
            next: reply.next.as_ref().map(Step::from),
        }
    }
}

impl From<&Id> for Name {
    fn from(id: &Id) -> Self {
        match id {
            Id::Number(number) => Self::Number(*number),
            // A line break in JSON text can only be white space, and would
            // cut a line of JSONL in two.
            Id::Json(json) => RawValue::from_string(json.replace(['\n', '\r'], " "))
                .map_or_else(|_| Self::Text(json.clone()), Self::Raw),
        }
    }
}

impl<'r> From<&'r report::Customer> for Customer<'r> {
    fn from(customer: &'r report::Customer) -> Self {
        Self {
            name: customer.name.as_deref(),
            mood: &customer.mood,
            questions: customer.questions.iter().map(Question::from).collect(),
        }
    }
}

impl<'r> From<&'r report::Question> for Question<'r> {
    fn from(question: &'r report::Question) -> Self {
        Self {
            text: &question.text,
            answered: question.answered,
            span: Span::from(&question.place),
        }
    }
}

impl<'r> From<&'r report::Part> for Part<'r> {
    fn from(part: &'r report::Part) -> Self {
        Self { kind: words::part(part.kind), span: Span::from(&part.place) }
    }
}

impl<'r> From<&'r report::Place> for Span<'r> {
    fn from(place: &'r report::Place) -> Self {
        Self {
            source: place.source.as_deref(),
            start: place.start,
            end: place.end,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            utf16_column: place.utf16_column,
            utf16_end_column: place.utf16_end_column,
        }
    }
}

impl<'r> From<&'r report::Finding> for Finding<'r> {
    fn from(finding: &'r report::Finding) -> Self {
        Self {
            rule: &finding.rule,
            pack: &finding.pack,
            severity: finding.severity.name(),
            category: &finding.category,
            text: &finding.text,
            span: Span::from(&finding.place),
            text_start: finding.span.start,
            text_end: finding.span.end,
            message: &finding.message,
            why: &finding.why,
            source: Some(finding.source.as_str()).filter(|source| !source.is_empty()),
            cost: finding.cost,
            hold: finding.hold,
            count: finding.count,
            suggestions: finding.suggestions.iter().map(Suggestion::from).collect(),
        }
    }
}

impl<'r> From<&'r report::Suggestion> for Suggestion<'r> {
    fn from(suggestion: &'r report::Suggestion) -> Self {
        Self {
            text: &suggestion.text,
            fits: words::fits(suggestion.fits),
            apply: words::apply(suggestion.apply),
            asserts: suggestion.asserts.map(words::asserts),
        }
    }
}

impl<'r> From<&'r report::Check> for Check<'r> {
    fn from(check: &'r report::Check) -> Self {
        Self {
            item: &check.item,
            title: &check.title,
            pool: words::pool(check.pool),
            applies: check.applies,
            met: check.met,
            earned: check.earned,
            points: check.points,
            given: check.given.as_deref(),
            evidence: check.evidence.iter().map(Evidence::from).collect(),
            tip: check.tip.as_deref(),
        }
    }
}

impl<'r> From<&'r report::Evidence> for Evidence<'r> {
    fn from(evidence: &'r report::Evidence) -> Self {
        Self { text: &evidence.text, span: Span::from(&evidence.place) }
    }
}

impl From<&[report::Pool]> for Pools {
    fn from(pools: &[report::Pool]) -> Self {
        let of = |kind: PoolKind| {
            let pool = pools.iter().find(|pool| pool.kind == kind);
            pool.map(|pool| Pool { earned: pool.earned, cap: pool.cap }).unwrap_or_default()
        };
        Self {
            help: of(PoolKind::Help),
            understanding: of(PoolKind::Understanding),
            courtesy: of(PoolKind::Courtesy),
        }
    }
}

impl<'r> From<&'r report::Step> for Step<'r> {
    fn from(step: &'r report::Step) -> Self {
        let (finding, item) = match &step.target {
            Target::Finding(index) => (Some(*index), None),
            Target::Item(item) => (None, Some(item.as_str())),
        };
        Self { text: &step.text, gain: step.gain, finding, item }
    }
}

impl<'r> From<&'r problem::Problem> for Problem<'r> {
    fn from(problem: &'r problem::Problem) -> Self {
        let range = problem.snippet.as_ref().map(|snippet| &snippet.range);
        Self {
            code: problem.code,
            message: &problem.message,
            help: problem.help.as_deref(),
            warning: problem.warning,
            source: &problem.source,
            span: problem.place.map(|place| Spot {
                start: range.map(|range| range.start),
                end: range.map(|range| range.end),
                line: place.line,
                column: place.column,
            }),
        }
    }
}

impl From<&summary::Summary> for Summary {
    fn from(summary: &summary::Summary) -> Self {
        Self {
            replies: summary.replies,
            findings: Severities {
                high: summary.high,
                medium: summary.medium,
                polish: summary.polish,
            },
            holds: summary.holds,
            lowest: summary.lowest(),
            median: summary.median(),
        }
    }
}

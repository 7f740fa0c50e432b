//! The public shape of the report in JSON, version 1, kept apart from the
//! values inside: these may change, that may only grow.
//!
//! Field names and their order are part of the contract. An empty text for
//! "there is none" inside is `null` here.

mod convert;

use serde::Serialize;
use serde_json::value::RawValue;

/// One reply.
#[derive(Debug, Serialize)]
pub(super) struct Reply<'r> {
    id: Name,
    source: &'r str,
    title: Option<&'r str>,
    line: usize,
    channel: &'static str,
    profile: &'r str,
    basis: &'static str,
    score: Option<u32>,
    verdict: String,
    hold: bool,
    customer: Option<Customer<'r>>,
    parts: Vec<Part<'r>>,
    findings: Vec<Finding<'r>>,
    shadowed: Vec<Finding<'r>>,
    checklist: Vec<Check<'r>>,
    pools: Pools,
    earned: u32,
    deducted: u32,
    next: Option<Step<'r>>,
}

/// An id, with the type it had in the input.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Name {
    Number(u64),
    Raw(Box<RawValue>),
    Text(String),
}

#[derive(Debug, Serialize)]
struct Customer<'r> {
    name: Option<&'r str>,
    mood: &'r [String],
    questions: Vec<Question<'r>>,
}

#[derive(Debug, Serialize)]
struct Question<'r> {
    text: &'r str,
    answered: bool,
    span: Span<'r>,
}

#[derive(Debug, Serialize)]
struct Part<'r> {
    kind: &'static str,
    span: Span<'r>,
}

#[derive(Debug, Serialize)]
struct Span<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'r str>,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    utf16_column: usize,
    utf16_end_column: usize,
}

#[derive(Debug, Serialize)]
struct Finding<'r> {
    rule: &'r str,
    pack: &'r str,
    severity: &'static str,
    category: &'r str,
    text: &'r str,
    span: Span<'r>,
    text_start: usize,
    text_end: usize,
    message: &'r str,
    why: &'r str,
    source: Option<&'r str>,
    cost: u32,
    hold: bool,
    count: usize,
    suggestions: Vec<Suggestion<'r>>,
}

#[derive(Debug, Serialize)]
struct Suggestion<'r> {
    text: &'r str,
    fits: &'static str,
    apply: &'static str,
    asserts: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Check<'r> {
    item: &'r str,
    title: &'r str,
    pool: Option<&'static str>,
    applies: bool,
    met: bool,
    earned: u32,
    points: u32,
    given: Option<&'r str>,
    evidence: Vec<Evidence<'r>>,
    tip: Option<&'r str>,
}

#[derive(Debug, Serialize)]
struct Evidence<'r> {
    text: &'r str,
    span: Span<'r>,
}

#[derive(Debug, Default, Serialize)]
struct Pools {
    help: Pool,
    understanding: Pool,
    courtesy: Pool,
}

#[derive(Debug, Default, Serialize)]
struct Pool {
    earned: u32,
    cap: u32,
}

/// The next step, with the finding (an index) or the item that it mends.
#[derive(Debug, Serialize)]
struct Step<'r> {
    text: &'r str,
    gain: u32,
    finding: Option<usize>,
    item: Option<&'r str>,
}

/// A problem.
#[derive(Debug, Serialize)]
pub(super) struct Problem<'r> {
    code: &'static str,
    message: &'r str,
    help: Option<&'r str>,
    warning: bool,
    source: &'r str,
    span: Option<Spot>,
}

/// A place of which perhaps only the line is known.
#[derive(Debug, Serialize)]
struct Spot {
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    line: usize,
    column: usize,
}

/// What the run adds up to.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    replies: u64,
    findings: Severities,
    holds: u64,
    lowest: Option<u32>,
    median: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Severities {
    high: u64,
    medium: u64,
    polish: u64,
}

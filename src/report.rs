//! What was found in a reply: a finished value that every renderer reads and
//! none changes. Its public shape in JSON is written apart, in `render`.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::span::{Span, Text};

/// Everything one run found out.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The reviewed replies, in input order.
    pub replies: Vec<Reply>,
    /// What a user can mend, in input order.
    pub problems: Vec<Problem>,
}

/// The name a reply goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Id {
    /// The number of the line or reply, when the input gave no id.
    Number(u64),
    /// An id from the input, as JSON text, so that its type is echoed.
    Json(String),
}

/// Where the reply is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Channel {
    /// Mail and everything like it.
    #[default]
    Email,
    /// A turn of a live chat.
    Chat,
}

/// How much a finding matters. Ordered: high is greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Optional, costs no points.
    Polish,
    /// Reword it; costs 4 points.
    Medium,
    /// Likely to hurt; costs 8 points.
    High,
}

/// A place in a file, in every unit that readers of the report use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, when it is not the reply's own (the customer's message).
    pub source: Option<String>,
    /// First byte in the file as stored.
    pub start: usize,
    /// One past the last byte in the file as stored.
    pub end: usize,
    /// 1-based line.
    pub line: usize,
    /// 1-based column in Unicode scalars.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column one past the end.
    pub end_column: usize,
    /// 1-based column in UTF-16 units.
    pub utf16_column: usize,
    /// UTF-16 column one past the end.
    pub utf16_end_column: usize,
}

/// The outcome for one reply.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The id from the input, else a number.
    pub id: Id,
    /// The file's name, `-` for standard input.
    pub source: String,
    /// The macro's title, when it has one.
    pub title: Option<String>,
    /// Line of the file where the reply begins, 1-based.
    pub line: usize,
    /// The draft as read; renderers cut their lines from it.
    pub text: String,
    /// Mail or chat.
    pub channel: Channel,
    /// The id of the profile that gave the points: `complaint`.
    pub profile: String,
    /// Where the profile was read.
    pub basis: Basis,
    /// 0 to 100; none under 10 words and for replies that are not English.
    pub score: Option<u32>,
    /// The verdict in words.
    pub verdict: Verdict,
    /// Whether the reply must not go out as it is.
    pub hold: bool,
    /// What is known of the customer; none when nothing is.
    pub customer: Option<Customer>,
    /// The parts of the mail.
    pub parts: Vec<Part>,
    /// What to change, in text order.
    pub findings: Vec<Finding>,
    /// Findings that lost their place to a stronger one.
    pub shadowed: Vec<Finding>,
    /// Every item of the checklist, in the checklist's order.
    pub checklist: Vec<Check>,
    /// Points by pool.
    pub pools: Vec<Pool>,
    /// Sum of the pools, in points.
    pub earned: u32,
    /// Points taken off for findings.
    pub deducted: u32,
    /// The one step that gains most; none when nothing is left to gain.
    pub next: Option<Step>,
}

/// Where the profile of a reply was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The user said so (`-p`, a JSONL field).
    Told,
    /// From a message given apart (`--customer`, a JSONL field).
    Message,
    /// From the mail quoted under the draft.
    Quote,
    /// No customer is known.
    Unknown,
}

/// The verdict on a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A gate: something must be fixed before sending.
    Hold,
    /// 85 and more.
    Ready,
    /// 70 to 84.
    Nearly,
    /// 50 to 69, and the most an open main question allows.
    AnotherPass,
    /// Under 50.
    Rework,
    /// Too short to score.
    Unscored,
    /// Not English: not reviewed.
    OtherLanguage,
}

/// What is known of the customer.
#[derive(Debug, Clone, Default)]
pub struct Customer {
    /// The name they gave, or the one the user told.
    pub name: Option<String>,
    /// `complaint`, `hurried`, `hard-day`, `light`: all that apply.
    pub mood: Vec<String>,
    /// What they asked or requested.
    pub questions: Vec<Question>,
}

/// Something the customer asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// Their words.
    pub text: String,
    /// Whether a sentence of the draft seems to answer it.
    pub answered: bool,
    /// Where it stands.
    pub place: Place,
}

/// A part of a mail.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which part.
    pub kind: PartKind,
    /// Bytes of the draft as read.
    pub span: Span<Text>,
    /// Where it stands.
    pub place: Place,
}

/// The kinds of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// The agent's own words.
    Reply,
    /// Somebody else's words, quoted.
    Quote,
    /// The block of names under the closing.
    Signature,
    /// "Hi Maria,".
    Greeting,
    /// "Kind regards,".
    Closing,
    /// "This email and any attachments are confidential".
    Disclaimer,
}

/// Words that may hurt, or that must not go out.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule's full id: `blame.youre-wrong`.
    pub rule: String,
    /// The pack it comes from.
    pub pack: String,
    /// How much it matters.
    pub severity: Severity,
    /// The category: `blame`.
    pub category: String,
    /// The words, verbatim; a secret is masked.
    pub text: String,
    /// Bytes of the draft as read.
    pub span: Span<Text>,
    /// Where it stands.
    pub place: Place,
    /// A few words over the finding: "May land as blame".
    pub message: String,
    /// One line of why.
    pub why: String,
    /// The article or study, empty when there is none.
    pub source: String,
    /// Points it costs here.
    pub cost: u32,
    /// Whether it holds the reply back.
    pub hold: bool,
    /// How often it fired, where it is told once: a polish rule, or one that
    /// passed the bound of a very long text.
    pub count: usize,
    /// Better words, best first.
    pub suggestions: Vec<Suggestion>,
}

/// Better words for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The words; empty means "leave it out".
    pub text: String,
    /// How they can be used.
    pub fits: Fits,
    /// Whether they may be applied without asking.
    pub apply: Apply,
    /// What they assert, if they do.
    pub asserts: Option<Asserts>,
}

/// How a better wording can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fits {
    /// Drops in wherever the hit stands.
    Anywhere,
    /// Drops in where the hit ends its clause.
    Clause,
    /// Has a slot for the agent to fill.
    Slot,
    /// Shown, never applied.
    Advice,
}

/// Whether a wording may be applied. Ordered: `Safe` is greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apply {
    /// Only shown.
    Show,
    /// Applied when the agent says yes.
    Ask,
    /// Applied without asking.
    Safe,
}

/// What a wording says that the draft did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Asserts {
    /// It admits a fault.
    Fault,
    /// It promises or reports an action.
    Commitment,
    /// It announces content that must follow.
    Content,
}

/// One item of the checklist.
#[derive(Debug, Clone)]
pub struct Check {
    /// The item's id: `greets-by-name`.
    pub item: String,
    /// The item in a few words.
    pub title: String,
    /// The pool its points go to.
    pub pool: PoolKind,
    /// Whether the profile asks for it.
    pub applies: bool,
    /// Full marks; computed also where it does not apply.
    pub met: bool,
    /// Points earned here.
    pub earned: u32,
    /// Points there are here.
    pub points: u32,
    /// Points given because the customer's message makes it needless.
    pub given: Option<String>,
    /// The words that show it.
    pub evidence: Vec<Evidence>,
    /// What the report says first when it is met: "You greeted Maria by name".
    pub praise: Option<String>,
    /// One sentence to try, when it is not met.
    pub tip: Option<String>,
}

/// Words that show an item is met.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The words, verbatim.
    pub text: String,
    /// Bytes of the draft as read.
    pub span: Span<Text>,
    /// Where they stand.
    pub place: Place,
}

/// The three pools of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PoolKind {
    /// What the reply does for the customer.
    Help,
    /// That the customer was heard.
    Understanding,
    /// Good manners.
    Courtesy,
    /// Not scored.
    None,
}

/// The points of one pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    /// Which pool.
    pub kind: PoolKind,
    /// Points earned, at most `cap`.
    pub earned: u32,
    /// Points the pool holds.
    pub cap: u32,
}

/// The one step that gains most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do, in a few words.
    pub text: String,
    /// Points it gains.
    pub gain: u32,
    /// What it mends.
    pub target: Target,
}

/// What a step mends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Index into `findings`.
    Finding(usize),
    /// An item's id.
    Item(String),
}

impl Severity {
    /// The name in rule files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Polish => "polish",
        }
    }

    /// The severity of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::High, Self::Medium, Self::Polish].into_iter().find(|s| s.name() == name)
    }
}

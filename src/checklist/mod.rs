//! The checklist: which good habits a reply shows, and the points they earn.
//!
//! The items, their cues and their points are rules (`rules/checklist.toml`, `rules/profiles.toml`);
//! here is the code that reads the cues ([`detect`]), compares the reply with
//! what the customer wrote (`answers`, `says_back`), and adds up
//! ([`score`]). Everything is a pure function of [`Facts`].

mod answers;
mod asks;
mod concrete;
pub mod detect;
mod facts;
mod farewell;
mod frame;
mod framed;
mod greeting;
mod kin;
mod needless;
mod offer;
mod order;
mod pace;
mod profile;
mod ranges;
mod readable;
mod says_back;
pub mod score;
mod signals;
mod situation;
mod step;
mod tip;
mod words;

pub use asks::{Ask, kind};
pub use detect::DETECTORS;
pub use facts::{CueHits, CustomerFacts, Facts, Flag, List};
pub use profile::points;
pub use situation::{Message, Reading, situation};

use crate::report::{Check, Evidence, Place, Pool, Step, Verdict};
use crate::rule::model::{Item, Profile};
use crate::span::{Span, Text};

use detect::{Found, View};

/// The checklist and the score of one reply.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Every item, in the checklist's order.
    pub checklist: Vec<Check>,
    /// The three pools.
    pub pools: Vec<Pool>,
    /// Sum of the pools, in points.
    pub earned: u32,
    /// Points taken off for findings.
    pub deducted: u32,
    /// Points each finding costs, parallel to [`Facts::flags`].
    pub costs: Vec<u32>,
    /// 0 to 100; none for a reply that is too short or not English.
    pub score: Option<u32>,
    /// The verdict in words.
    pub verdict: Verdict,
    /// The one step that gains most.
    pub next: Option<Step>,
    /// Whether each request of the customer seems answered, parallel to
    /// [`CustomerFacts::requests`].
    pub answered: Vec<bool>,
}

/// Goes through the checklist for one reply and adds up.
///
/// `place` turns a place in the draft into one in the file. An unknown profile
/// gives no points to anything.
#[must_use]
pub fn check(
    items: &[Item],
    profiles: &[Profile],
    facts: &Facts<'_>,
    place: &dyn Fn(Span<Text>) -> Place,
) -> Outcome {
    // Packs without a checklist need no words of the draft.
    let draft = if items.is_empty() { words::Draft::default() } else { words::Draft::read(facts) };
    let answered = answers::answered(facts, &draft);
    let view = View { items, facts, draft: &draft, answered: &answered };
    let checklist: Vec<Check> = (0..items.len())
        .filter_map(|at| {
            let item = items.get(at)?;
            let points = points(profiles, facts.profile, facts.channel, &item.id);
            Some(line(&view, item, detect::found(&view, at), points, place))
        })
        .collect();
    let pools = score::pools(&checklist);
    let earned = pools.iter().map(|pool| pool.earned).sum();
    let costs = score::costs(facts.flags, earned);
    let deducted = costs.iter().sum();
    let next = step::next(&checklist, &pools, facts);
    let verdict = score::verdict(facts, earned - deducted, answers::main_open(&answered));
    let scored = facts.english && facts.words >= score::FEWEST_WORDS;
    let score = scored.then_some(earned - deducted);
    let answered = answered.iter().map(Option::is_some).collect();
    Outcome { checklist, pools, earned, deducted, costs, score, verdict, next, answered }
}

/// One line of the checklist.
fn line(
    view: &View<'_>,
    item: &Item,
    found: Found,
    points: u32,
    place: &dyn Fn(Span<Text>) -> Place,
) -> Check {
    let open = view.answered.iter().any(Option::is_none);
    let needless =
        if found.met || points == 0 { None } else { needless::reason(item, view.facts, open) };
    let earned = if needless.is_some() { points } else { found.share.of(points) };
    let evidence = found.evidence.into_iter().map(|span| Evidence {
        text: span.of(view.facts.text).to_owned(),
        span,
        place: place(span),
    });
    let wanted = points > 0 && !found.met && needless.is_none();
    Check {
        item: item.id.clone(),
        title: item.title.clone(),
        pool: item.pool,
        applies: points > 0,
        met: found.met,
        earned,
        points,
        given: needless.map(str::to_owned),
        evidence: evidence.collect(),
        praise: found.met.then(|| tip::fill(&item.praise, view)),
        tip: wanted.then(|| tip::fill(&item.tip, view)),
    }
}

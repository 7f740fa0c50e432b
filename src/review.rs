//! One draft, reviewed: the function that the binary and other programs call.

use crate::check::Choice;
use crate::document::draft::Draft;
use crate::problem::Problem;
use crate::report::Reply;
use crate::rule::RuleSet;

/// What the user chose for a review.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which rules take part.
    pub choice: Choice,
    /// Whether drafts are macros of a library, where placeholders are expected.
    pub library: bool,
    /// Items that the helpdesk adds by itself: `signs-off`.
    pub provided: Vec<String>,
    /// Whether the fault is not ours, so that owning it is not asked for.
    pub not_our_fault: bool,
}

/// Reviews one draft.
///
/// # Errors
/// When there is nothing to review: the text is only quoted mail, or the
/// profile does not exist.
pub fn review(draft: &Draft, rules: &RuleSet, options: &Options) -> Result<Reply, Problem> {
    todo!()
}

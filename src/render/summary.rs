//! What a run adds up to, in constant memory, so that a stream of any length
//! can be summed while it is written.

use crate::report::{Reply, Severity};

/// Scores run from 0 to 100.
const SCORES: usize = 101;

/// Counts over all replies of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Replies reviewed.
    pub replies: u64,
    /// Findings of high severity.
    pub high: u64,
    /// Findings of medium severity.
    pub medium: u64,
    /// Findings of polish.
    pub polish: u64,
    /// Replies held back.
    pub holds: u64,
    /// How many replies got each score.
    scores: [u64; SCORES],
}

impl Default for Summary {
    fn default() -> Self {
        Self { replies: 0, high: 0, medium: 0, polish: 0, holds: 0, scores: [0; SCORES] }
    }
}

impl Summary {
    /// Counts one more reply.
    pub fn add(&mut self, reply: &Reply) {
        self.replies += 1;
        self.holds += u64::from(reply.hold);
        for finding in &reply.findings {
            match finding.severity {
                Severity::High => self.high += 1,
                Severity::Medium => self.medium += 1,
                Severity::Polish => self.polish += 1,
            }
        }
        let score = reply.score.and_then(|score| usize::try_from(score).ok());
        if let Some(slot) = score.and_then(|score| self.scores.get_mut(score.min(SCORES - 1))) {
            *slot += 1;
        }
    }

    /// The lowest score, none where nothing was scored.
    #[must_use]
    pub fn lowest(&self) -> Option<u32> {
        self.nth(0)
    }

    /// The median score; between two scores their mean, rounded down.
    #[must_use]
    pub fn median(&self) -> Option<u32> {
        let scored: u64 = self.scores.iter().sum();
        let low = self.nth(scored.saturating_sub(1) / 2)?;
        let high = self.nth(scored / 2)?;
        Some(u32::midpoint(low, high))
    }

    /// The score at place `rank` when all are sorted, counted from 0.
    fn nth(&self, rank: u64) -> Option<u32> {
        let mut before = 0;
        for (score, count) in (0u32..).zip(&self.scores) {
            before += count;
            if rank < before {
                return Some(score);
            }
        }
        None
    }
}

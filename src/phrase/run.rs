//! One run of an automaton from one word: its states are bits, and each is
//! visited once for each word, so that no pattern can blow up.

use super::program::{Automaton, Op, Program, Step};
use super::search::{Scan, WINDOW};
use super::vocabulary::FILLER;
use crate::document::marks;
use crate::document::shape::Kind;
use crate::document::words::{UNKNOWN, Word};

/// The states of a run, word by word; kept so that it is cleared only as far
/// as it was used.
pub(super) struct Sets([u64; WINDOW + 1]);

impl Default for Sets {
    fn default() -> Self {
        Self([0; WINDOW + 1])
    }
}

impl Sets {
    pub(super) fn run(
        &mut self,
        scan: &Scan<'_>,
        program: &Program,
        automaton: &Automaton<'_>,
        start: usize,
    ) -> Option<usize> {
        let mut run =
            Run { scan, program, automaton, start, sets: &mut self.0, tops: 0, best: None };
        run.go();
        let (tops, best) = (run.tops, run.best);
        self.0.iter_mut().take(tops + 1).for_each(|set| *set = 0);
        best
    }
}

/// One run of an automaton from one word.
struct Run<'r, 'a> {
    scan: &'r Scan<'a>,
    program: &'r Program,
    automaton: &'r Automaton<'r>,
    start: usize,
    sets: &'r mut [u64; WINDOW + 1],
    tops: usize,
    best: Option<usize>,
}

impl Run<'_, '_> {
    fn go(&mut self) {
        self.put(0, self.automaton.first());
        let mut offset = 0;
        while offset <= self.tops && offset < WINDOW {
            self.visit(offset);
            offset += 1;
        }
    }

    fn put(&mut self, offset: usize, states: u64) {
        if let Some(set) = self.sets.get_mut(offset) {
            *set |= states;
            self.tops = self.tops.max(offset);
        }
    }

    /// Visits each state once, and once more when a mark that was asked for
    /// lets it stand behind that mark.
    fn visit(&mut self, offset: usize) {
        let (mut done, mut free) = (0u64, 0u64);
        loop {
            let pending = self.sets.get(offset).copied().unwrap_or(0) & !done;
            if pending == 0 {
                return;
            }
            let state = pending.trailing_zeros();
            done |= 1 << state;
            let mut step = self.automaton.step(state as usize);
            let behind = free >> state & 1 != 0;
            if behind {
                step.allow |= marks::BLOCKING;
            }
            let reached = self.take(offset, state, &step);
            if step.op == Op::Mark && reached || step.op == Op::Place && reached && behind {
                done &= !(step.follow & !free);
                free |= step.follow;
            }
        }
    }

    /// Takes a step; whether it could be taken.
    fn take(&mut self, offset: usize, state: u32, step: &Step) -> bool {
        let at = self.start + offset;
        let scan = self.scan;
        let mut reached = false;
        each_end(scan, self.program, step, at, offset > 0, |end| {
            reached = true;
            self.reach(end, state, step.follow);
        });
        if offset > 0 && !self.automaton.tight() && !matches!(step.op, Op::Mark | Op::Place) {
            each_filler(scan, at, |end| self.put(end - self.start, 1 << state));
        }
        reached
    }

    fn reach(&mut self, end: usize, state: u32, follow: u64) {
        self.put(end - self.start, follow);
        if self.automaton.last() >> state & 1 != 0 && end > self.start {
            self.best = self.best.max(Some(end));
        }
    }
}

/// Where one step that begins at `at` can end. `inside` says that words of
/// the match stand before it.
#[must_use]
pub fn step_ends(
    scan: &Scan<'_>,
    program: &Program,
    step: &Step,
    at: usize,
    inside: bool,
) -> Vec<usize> {
    let mut out = Vec::new();
    each_end(scan, program, step, at, inside, |end| out.push(end));
    out
}

/// Calls `each` with every end that [`step_ends`] names, and keeps no list.
fn each_end(
    scan: &Scan<'_>,
    program: &Program,
    step: &Step,
    at: usize,
    inside: bool,
    mut each: impl FnMut(usize),
) {
    let width = match step.op {
        Op::Mark if u32::from(scan.before(at)) & step.arg != 0 || mark_run(scan, at, step.arg) => {
            Some(0)
        }
        Op::Place if scan.holds(step.arg, at) => Some(0),
        Op::Mark | Op::Place => None,
        _ => {
            let Some(word) = scan.words.get(at).filter(|word| word.kind != Kind::End) else {
                return;
            };
            if inside && !crosses(scan, at, step.allow) {
                return;
            }
            match step.op {
                Op::Class => {
                    return scan
                        .member_ends(at, u16::try_from(step.arg).unwrap_or(u16::MAX))
                        .for_each(each);
                }
                Op::Rest => return each(scan.clause_end(at)),
                _ => takes(scan, program, step, word).then_some(1),
            }
        }
    };
    if let Some(width) = width {
        each(at + width);
    }
}

/// Whether a step of one word takes `word`.
fn takes(scan: &Scan<'_>, program: &Program, step: &Step, word: &Word) -> bool {
    match step.op {
        Op::Word => word.id == step.arg && word.id != UNKNOWN,
        Op::Set => word.id != UNKNOWN && program.set(step.arg).binary_search(&word.id).is_ok(),
        Op::Any => word.kind != Kind::Symbol,
        Op::Exact => scan.text.get(word.start..word.end) == Some(program.exact(step.arg)),
        _ => false,
    }
}

/// `!!!` also counts as the mark `!`.
fn mark_run(scan: &Scan<'_>, at: usize, bits: u32) -> bool {
    let Some(word) = scan.words.get(at).filter(|word| word.kind == Kind::Symbol) else {
        return false;
    };
    let raw = scan.text.get(word.start..word.end).unwrap_or_default();
    (bits & u32::from(marks::QUESTION) != 0 && raw.contains('?'))
        || (bits & u32::from(marks::EXCLAIM) != 0 && raw.contains('!'))
}

/// Whether a match may go on from the word before to `at`.
fn crosses(scan: &Scan<'_>, at: usize, allow: u16) -> bool {
    let blocked = scan.before(at) & marks::BLOCKING & !allow;
    if blocked == 0 {
        return true;
    }
    // Commas may stand round a small word that steps aside.
    blocked == marks::COMMA
        && at > 0
        && scan.aside.get(at - 1).copied().unwrap_or(false)
        && filler_before(scan, at)
}

/// Whether small words of several end just before `at`.
fn filler_before(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|from| scan.member_ends(from, FILLER).any(|end| end == at))
}

/// Where small words that begin at `at` end.
#[must_use]
pub fn filler_ends(scan: &Scan<'_>, at: usize) -> Vec<usize> {
    let mut out = Vec::new();
    each_filler(scan, at, |end| out.push(end));
    out
}

fn each_filler(scan: &Scan<'_>, at: usize, each: impl FnMut(usize)) {
    if scan.aside.get(at).copied().unwrap_or(false)
        && scan.before(at) & marks::BLOCKING & !marks::COMMA == 0
    {
        scan.member_ends(at, FILLER).for_each(each);
    }
}

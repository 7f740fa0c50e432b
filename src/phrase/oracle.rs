//! The plain, slow matcher, written from the grammar alone. It says what the
//! automaton must find; property tests and fuzzing compare the two.

use std::collections::BTreeSet;

use super::builder::place_number;
use super::pattern::{Pattern, Take};
use super::program::{Op, Program, Step};
use super::run::{filler_ends, step_ends};
use super::search::Scan;
use crate::document::marks;

/// Every end of a match of `pattern` that begins at word `start`.
#[must_use]
pub fn ends(scan: &Scan<'_>, pattern: &Pattern, tight: bool, start: usize) -> BTreeSet<usize> {
    let plain = Plain { scan, tight, start };
    let first = State { at: start, allow: 0, behind: false };
    let states = plain.part(pattern, &BTreeSet::from([first]));
    states.into_iter().map(|state| state.at).filter(|end| *end > start).collect()
}

/// A place in the text, with the marks that may be crossed from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    at: usize,
    allow: u16,
    /// Whether a mark that the pattern asks for stands here.
    behind: bool,
}

impl State {
    fn allowed(self) -> u16 {
        if self.behind { marks::BLOCKING } else { self.allow }
    }
}

struct Plain<'r, 'a> {
    scan: &'r Scan<'a>,
    tight: bool,
    start: usize,
}

impl Plain<'_, '_> {
    /// All states that `pattern` leads to from `from`.
    fn part(&self, pattern: &Pattern, from: &BTreeSet<State>) -> BTreeSet<State> {
        match pattern {
            Pattern::Seq(parts) => {
                parts.iter().fold(from.clone(), |states, part| self.part(part, &states))
            }
            Pattern::Alt(parts) => {
                shared(parts.iter().flat_map(|part| self.part(part, from)).collect())
            }
            Pattern::Opt(inner) => {
                let mut out = self.part(inner, from);
                out.extend(from);
                shared(out)
            }
            Pattern::Capture(_, inner) => self.part(inner, from),
            Pattern::Comma => from
                .iter()
                .map(|state| State { allow: state.allow | marks::COMMA, ..*state })
                .collect(),
            Pattern::Mark(bits) => {
                let step = plain_step(Op::Mark, u32::from(*bits));
                let here = |state: &&State| {
                    !step_ends(
                        self.scan,
                        &Program::default(),
                        &step,
                        state.at,
                        state.at > self.start,
                    )
                    .is_empty()
                };
                from.iter().filter(here).map(|state| State { behind: true, ..*state }).collect()
            }
            Pattern::Place(place) => from
                .iter()
                .filter(|state| self.scan.holds(place_number(*place), state.at))
                .copied()
                .collect(),
            Pattern::Take(take) => from.iter().flat_map(|state| self.take(take, *state)).collect(),
        }
    }

    /// What one step takes, directly or after small words.
    fn take(&self, take: &Take, state: State) -> BTreeSet<State> {
        let mut out = self.here(take, state);
        if state.at > self.start && !self.tight {
            for end in filler_ends(self.scan, state.at) {
                out.extend(self.take(take, State { at: end, behind: false, ..state }));
            }
        }
        out
    }

    fn here(&self, take: &Take, state: State) -> BTreeSet<State> {
        let (op, arg) = match take {
            Take::Class(class) => (Op::Class, u32::from(*class)),
            Take::Rest => (Op::Rest, 0),
            Take::Words(_) | Take::Exact(..) | Take::Any => (Op::Any, 0),
        };
        let step = Step { allow: state.allowed(), ..plain_step(op, arg) };
        let fits = match take {
            Take::Words(ids) => {
                self.scan.words.get(state.at).is_some_and(|word| ids.contains(&word.id))
            }
            Take::Exact(word, _) => {
                self.scan.words.get(state.at).and_then(|at| self.scan.text.get(at.start..at.end))
                    == Some(word)
            }
            _ => true,
        };
        let symbol = matches!(take, Take::Words(_) | Take::Exact(..));
        let ends = if fits && symbol {
            self.one(state)
        } else if fits {
            self.many(&step, state)
        } else {
            Vec::new()
        };
        ends.into_iter().map(|at| State { at, allow: 0, behind: false }).collect()
    }

    fn one(&self, state: State) -> Vec<usize> {
        // A word is a class of one: ask for it as any member of <word>.
        let step = Step { allow: state.allowed(), ..plain_step(Op::Any, 0) };
        let ends = self.many(&step, state);
        let sign = self
            .scan
            .words
            .get(state.at)
            .is_some_and(|word| word.kind == crate::document::shape::Kind::Symbol);
        if ends.is_empty() && sign { vec![state.at + 1] } else { ends }
    }

    fn many(&self, step: &Step, state: State) -> Vec<usize> {
        step_ends(self.scan, &Program::default(), step, state.at, state.at > self.start)
    }
}

/// A comma that one choice allows, all choices allow.
fn shared(states: BTreeSet<State>) -> BTreeSet<State> {
    let allow = states.iter().fold(0, |allow, state| allow | state.allow);
    states.into_iter().map(|state| State { allow, ..state }).collect()
}

const fn plain_step(op: Op, arg: u32) -> Step {
    Step { op, arg, allow: 0, capture: 0, follow: 0 }
}

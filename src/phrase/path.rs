//! The way that a match took, to know what its captures hold.

use super::program::{Automaton, Op, Program, Step};
use super::run::{filler_ends, step_ends};
use super::search::{Hit, Scan};

/// The words of each capture of a hit: number and range of words.
#[must_use]
pub fn captures(scan: &Scan<'_>, programs: &[&Program], hit: &Hit) -> Vec<(u32, usize, usize)> {
    let Some(program) = programs.get(hit.layer) else {
        return Vec::new();
    };
    let automaton = program.automaton(hit.pattern);
    let mut path = Path {
        scan,
        program,
        automaton: &automaton,
        hit,
        seen: std::collections::BTreeSet::new(),
        out: Vec::new(),
    };
    let mut states = automaton.first();
    while states != 0 {
        let state = states.trailing_zeros();
        states &= states - 1;
        if path.walk(state, hit.start) {
            break;
        }
    }
    path.out.sort_unstable();
    let mut merged: Vec<(u32, usize, usize)> = Vec::new();
    for (number, from, to) in path.out {
        match merged.last_mut() {
            Some(last) if last.0 == number => last.2 = last.2.max(to),
            _ => merged.push((number, from, to)),
        }
    }
    merged
}

/// Walks back the way that a match took; each state once for each word.
struct Path<'r, 'a> {
    scan: &'r Scan<'a>,
    program: &'r Program,
    automaton: &'r Automaton<'r>,
    hit: &'r Hit,
    seen: std::collections::BTreeSet<(u32, usize)>,
    out: Vec<(u32, usize, usize)>,
}

impl Path<'_, '_> {
    fn walk(&mut self, state: u32, at: usize) -> bool {
        if !self.seen.insert((state, at)) {
            return false;
        }
        let step = self.automaton.step(state as usize);
        let inside = at > self.hit.start;
        for end in step_ends(self.scan, self.program, &step, at, inside) {
            if self.on(state, &step, end) {
                if step.capture != 0 && end > at {
                    self.out.push((step.capture, at, end));
                }
                return true;
            }
        }
        let skips = inside && !self.automaton.tight() && !matches!(step.op, Op::Mark | Op::Place);
        skips && filler_ends(self.scan, at).into_iter().any(|end| self.walk(state, end))
    }

    fn on(&mut self, state: u32, step: &Step, end: usize) -> bool {
        if end == self.hit.end && self.automaton.last() >> state & 1 != 0 {
            return true;
        }
        let mut next = step.follow;
        while next != 0 && end <= self.hit.end {
            let state = next.trailing_zeros();
            next &= next - 1;
            if self.walk(state, end) {
                return true;
            }
        }
        false
    }
}

//! Finds the patterns of all layers in a text that is cut into words.
//!
//! Every word is looked at once. The patterns posted under it are tried from
//! the few words before it, by an automaton whose states are bits: each state
//! is visited once for each word, so no pattern can blow up.

use super::program::{Automaton, Owner, Program};
use super::run::Sets;
use super::vocabulary::{DATE, FILLER, NAME, NUMBER, PLACEHOLDER, TIME, WORD};
use crate::document::marks;
use crate::document::shape::Kind;
use crate::document::words::{UNKNOWN, Word};

/// The most words one match can span.
pub const WINDOW: usize = 72;

/// A place where a pattern matched: a range of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Who the pattern belongs to, within its layer.
    pub owner: Owner,
    /// The layer, 0 for the first.
    pub layer: usize,
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// The pattern, within its layer.
    pub pattern: u32,
}

/// A text cut into words, with the members of classes found in it.
pub struct Scan<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words, the closing one of [`Kind::End`] included.
    pub words: &'a [Word],
    programs: &'a [&'a Program],
    /// Per word: the first class that begins there, as index + 1.
    heads: Vec<u32>,
    /// Per word: whether it is, or stands within, small words that step aside.
    pub(super) aside: Vec<bool>,
    /// Classes found: class, one past the last word, next of the same word.
    classes: Vec<(u16, u32, u32)>,
}

impl<'a> Scan<'a> {
    /// Finds the members of classes in `words`.
    #[must_use]
    pub fn new(text: &'a str, words: &'a [Word], programs: &'a [&'a Program]) -> Self {
        let mut scan = Self {
            text,
            words,
            programs,
            heads: vec![0; words.len()],
            aside: vec![false; words.len()],
            classes: Vec::new(),
        };
        scan.mark_aside();
        // A team's members of several words may belong to a class that built-in
        // classes use: with two layers everything is read twice.
        for _ in 0..programs.len() {
            for layer in 0..programs.len() {
                scan.find_members(layer);
            }
            scan.mark_aside();
        }
        scan
    }

    fn mark_aside(&mut self) {
        for at in 0..self.words.len() {
            let end = self.member_ends(at, FILLER).max().unwrap_or(at);
            self.aside.iter_mut().take(end).skip(at).for_each(|aside| *aside = true);
        }
    }

    fn find_members(&mut self, layer: usize) {
        let Some(program) = self.programs.get(layer).copied().filter(|program| program.levels > 0)
        else {
            return;
        };
        let mut levels: Vec<Vec<(usize, u32)>> = vec![Vec::new(); program.levels as usize];
        let mut sets = Sets::default();
        for (at, word) in self.words.iter().enumerate() {
            self.each_class(at, word, |class| post(&mut levels, at, program.class_members(class)));
            if word.id != UNKNOWN {
                post(&mut levels, at, program.members(word.id));
            }
        }
        for level in 0..levels.len() {
            let tried = levels.get_mut(level).map(std::mem::take).unwrap_or_default();
            let mut found = Vec::new();
            for (at, pattern) in tried {
                let automaton = program.automaton(pattern);
                self.around(program, &automaton, at, &mut sets, |start, end| {
                    found.push((start, end, automaton.owner().index()));
                });
            }
            for (start, end, class) in found {
                if self.note(start, u16::try_from(class).unwrap_or(u16::MAX), end) {
                    post(&mut levels, start, program.class_members(class));
                }
            }
        }
    }

    /// The classes that the word at `at` is known to be in or to begin.
    fn each_class(&self, at: usize, word: &Word, mut each: impl FnMut(u32)) {
        if word.id != UNKNOWN {
            self.programs.iter().flat_map(|one| one.classes(word.id)).for_each(|one| each(*one));
        }
        self.chain(self.heads.get(at).copied().unwrap_or(0))
            .for_each(|(one, _)| each(u32::from(one)));
        match word.kind {
            Kind::Number => each(u32::from(NUMBER)),
            Kind::Time => each(u32::from(TIME)),
            Kind::Date => each(u32::from(DATE)),
            Kind::Placeholder => each(u32::from(PLACEHOLDER)),
            _ => {}
        }
        if self.is_name(at) {
            each(u32::from(NAME));
        }
    }

    /// Notes a member of a class; false when it was known.
    fn note(&mut self, start: usize, class: u16, end: usize) -> bool {
        let Some(head) = self.heads.get(start).copied() else {
            return false;
        };
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        if self.chain(head).any(|one| one == (class, end)) {
            return false;
        }
        self.classes.push((class, end, head));
        if let (Some(slot), Ok(at)) = (self.heads.get_mut(start), u32::try_from(self.classes.len()))
        {
            *slot = at;
        }
        true
    }

    fn chain(&self, head: u32) -> impl Iterator<Item = (u16, u32)> {
        let mut next = head;
        std::iter::from_fn(move || {
            let (class, end, after) = *self.classes.get(next.checked_sub(1)? as usize)?;
            next = after;
            Some((class, end))
        })
    }

    /// All matches of indexed patterns, leftmost and longest for each owner,
    /// in order of their owner and place.
    #[must_use]
    pub fn hits(&self) -> Vec<Hit> {
        self.hits_of(|_| true)
    }

    /// The matches of those owners that are wanted; the others cost nothing.
    #[must_use]
    pub fn hits_of(&self, wanted: impl Fn(Owner) -> bool) -> Vec<Hit> {
        let mut out = Vec::new();
        let mut sets = Sets::default();
        for (at, word) in self.words.iter().enumerate() {
            for (layer, program) in self.programs.iter().enumerate() {
                let mut tried = |pattern: u32| {
                    let automaton = program.automaton(pattern);
                    if !wanted(automaton.owner()) {
                        return;
                    }
                    self.around(program, &automaton, at, &mut sets, |start, end| {
                        out.push(Hit { owner: automaton.owner(), layer, start, end, pattern });
                    });
                };
                if word.id != UNKNOWN {
                    program.posts(word.id).iter().for_each(|pattern| tried(*pattern));
                }
                if !program.class_posts.is_empty() {
                    self.each_class(at, word, |class| {
                        program.class_posts(class).iter().for_each(|pattern| tried(*pattern));
                    });
                }
            }
        }
        settle(out)
    }

    /// The compiled phrases of a layer.
    #[must_use]
    pub fn program(&self, layer: usize) -> Option<&'a Program> {
        self.programs.get(layer).copied()
    }

    /// Tries a pattern from each word before `at` from which it can still
    /// reach it. Small words that step aside do not count.
    fn around(
        &self,
        program: &Program,
        automaton: &Automaton<'_>,
        at: usize,
        sets: &mut Sets,
        mut each: impl FnMut(usize, usize),
    ) {
        let mut start = at;
        let mut left = automaton.back();
        let hard = if automaton.crosses() {
            marks::PARA
        } else {
            marks::PARA | marks::STOP | marks::BULLET
        };
        loop {
            if let Some(end) = sets.run(self, program, automaton, start).filter(|end| *end > at) {
                each(start, end);
            }
            let border = self.words.get(start).is_none_or(|word| word.before & hard != 0);
            if border || start == 0 {
                return;
            }
            start -= 1;
            if automaton.tight() || !self.aside.get(start).copied().unwrap_or(false) {
                let Some(fewer) = left.checked_sub(1) else {
                    return;
                };
                left = fewer;
            }
        }
    }

    /// Whether a match of `pattern` that begins at `from` or later holds the hit.
    #[must_use]
    pub fn saves(&self, layer: usize, pattern: u32, from: usize, hit: &Hit) -> bool {
        let Some(program) = self.programs.get(layer) else {
            return false;
        };
        let automaton = program.automaton(pattern);
        (from..=hit.start)
            .any(|start| self.longest(program, &automaton, start).is_some_and(|end| end >= hit.end))
    }

    /// Whether a match of `pattern` shares a word with the hit.
    #[must_use]
    pub fn touches(&self, layer: usize, pattern: u32, from: usize, hit: &Hit) -> bool {
        let Some(program) = self.programs.get(layer) else {
            return false;
        };
        let automaton = program.automaton(pattern);
        (from..hit.end).any(|start| {
            self.longest(program, &automaton, start).is_some_and(|end| end > hit.start)
        })
    }

    /// Where a match that begins at `start` can end, at its longest.
    #[must_use]
    pub fn longest(
        &self,
        program: &Program,
        automaton: &Automaton<'_>,
        start: usize,
    ) -> Option<usize> {
        Sets::default().run(self, program, automaton, start)
    }

    /// Whether the word can be a name: a capital, not merely at the start.
    #[must_use]
    pub fn is_name(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        match word.kind {
            Kind::Placeholder => true,
            Kind::Word => {
                let raw = self.text.get(word.start..word.end).unwrap_or_default();
                let upper = raw.chars().next().is_some_and(char::is_uppercase)
                    && raw.chars().nth(1).is_some_and(char::is_lowercase);
                upper && !NOT_NAMES.iter().any(|one| one.eq_ignore_ascii_case(raw))
            }
            _ => false,
        }
    }

    /// Whether the word alone is a member of the class.
    #[must_use]
    pub fn is_member(&self, at: usize, class: u16) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let by_shape = match class {
            NAME => return self.is_name(at),
            WORD => return word.kind == Kind::Word,
            NUMBER => word.kind == Kind::Number,
            TIME => word.kind == Kind::Time,
            DATE => word.kind == Kind::Date,
            PLACEHOLDER => return word.kind == Kind::Placeholder,
            _ => false,
        };
        by_shape
            || (word.id != UNKNOWN
                && self.programs.iter().any(|one| one.classes(word.id).contains(&u32::from(class))))
    }

    /// Where members of the class that begin at `at` end.
    pub fn member_ends(&self, at: usize, class: u16) -> impl Iterator<Item = usize> {
        let single = self.is_member(at, class).then_some(at + 1);
        let longer = self.chain(self.heads.get(at).copied().unwrap_or(0));
        single
            .into_iter()
            .chain(longer.filter(move |(one, _)| *one == class).map(|(_, end)| end as usize))
    }

    /// What stands before a word; borders past the end.
    #[must_use]
    pub fn before(&self, at: usize) -> u16 {
        self.words.get(at).map_or(marks::PARA, |word| word.before)
    }

    /// Whether a place without width is at this word.
    #[must_use]
    pub fn holds(&self, place: u32, at: usize) -> bool {
        let before = self.before(at);
        let word = self.words.get(at);
        match place {
            0 => before & marks::START != 0,
            1 => {
                let sign = word.is_none_or(|word| matches!(word.kind, Kind::End | Kind::Symbol));
                let turn = word
                    .and_then(|word| self.text.get(word.start..word.end))
                    .is_some_and(|raw| TURNS.iter().any(|one| one.eq_ignore_ascii_case(raw)));
                sign || turn || before & marks::CLAUSE_END != 0
            }
            2 => before & marks::PARA != 0 || at == 0 || self.newline_before(at),
            _ => {
                word.is_none_or(|word| word.kind == Kind::End)
                    || before & marks::PARA != 0
                    || self.newline_before(at)
            }
        }
    }

    fn newline_before(&self, at: usize) -> bool {
        let from = at.checked_sub(1).and_then(|at| self.words.get(at)).map_or(0, |word| word.end);
        let to = self.words.get(at).map_or(from, |word| word.start);
        self.text.get(from..to).is_some_and(|between| between.contains('\n'))
    }

    /// The end of the clause that `at` stands in, 40 words at most.
    #[must_use]
    pub fn clause_end(&self, at: usize) -> usize {
        (at + 1..at + 40)
            .find(|at| self.holds(1, *at))
            .unwrap_or(at + 40)
            .min(self.words.len().saturating_sub(1))
    }
}

/// Words after which a new clause begins.
const TURNS: &[&str] = &["but", "because", "although", "though"];

/// Capitalised words that are no names.
const NOT_NAMES: &[&str] = &[
    "i",
    "sir",
    "madam",
    "ma'am",
    "customer",
    "customers",
    "team",
    "all",
    "there",
    "everyone",
    "valued",
    "folks",
    "guest",
    "member",
    "hi",
    "hello",
    "dear",
    "hey",
    "thanks",
    "thank",
    "please",
    "sorry",
    "you",
    "we",
    "the",
    "if",
    "it",
    "this",
    "that",
    "your",
    "our",
];

/// Keeps the leftmost, longest hit of each owner where they overlap.
fn settle(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_unstable_by_key(|hit| {
        (hit.layer, hit.owner, hit.start, std::cmp::Reverse(hit.end), hit.pattern)
    });
    let mut out: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let taken = out.last().is_some_and(|last| {
            (last.layer, last.owner) == (hit.layer, hit.owner) && hit.start < last.end
        });
        if !taken {
            out.push(hit);
        }
    }
    out
}

/// Puts the patterns of `rows` down to be tried at a word, level by level.
fn post(levels: &mut [Vec<(usize, u32)>], at: usize, rows: &[[u32; 2]]) {
    for [level, pattern] in rows {
        if let Some(level) = levels.get_mut(*level as usize) {
            level.push((at, *pattern));
        }
    }
}

//! Puts patterns, words and classes together into a [`Program`].

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::automaton::{Built, Costs, Key, Kind, MOST_STEPS, build, lookup, width};
use super::pattern::{Pattern, Phrase, Take, resolve};
use super::program::{Op, Owner, Program, Use, hash};
use super::syntax::{Fault, Place, parse};
use super::vocabulary::{FILLER, NAME, Vocabulary, WORD};
use crate::document::words::UNKNOWN;

/// Collects what one layer adds.
pub struct Builder<'b> {
    /// The words so far.
    pub vocabulary: Vocabulary<'b>,
    base: Option<&'b Program>,
    built: Vec<Built>,
    unless: Vec<(Owner, u32)>,
    /// Words of classes: class, word.
    singles: Vec<(u16, u32)>,
    /// Members of several words: class, pattern, classes they use.
    members: Vec<(u16, u32, Vec<u16>)>,
    /// The most words of a member, by class.
    widths: BTreeMap<u16, usize>,
}

impl Costs for Builder<'_> {
    fn word(&self, id: u32) -> u32 {
        self.vocabulary.commonness(id)
    }

    fn class(&self, class: u16) -> u32 {
        match class {
            WORD => u32::MAX,
            NAME => 600,
            _ => 150,
        }
    }

    fn width(&self, class: u16) -> usize {
        // Classes of the layer below keep no widths: allow for a long member.
        let known = self.base.map_or(0, |base| base.class_names().count());
        let below = if usize::from(class) < known { 10 } else { 1 };
        self.widths.get(&class).copied().unwrap_or(1).max(below)
    }
}

impl<'b> Builder<'b> {
    /// A builder on top of `base`, or the first one.
    #[must_use]
    pub fn new(base: Option<&'b Program>) -> Self {
        Self::over(base.as_slice())
    }

    /// A builder on top of the layers `below`, the lowest first.
    #[must_use]
    pub fn over(below: &[&'b Program]) -> Self {
        let base = below.last().copied();
        Self {
            vocabulary: Vocabulary::over(below),
            base,
            built: Vec::new(),
            unless: Vec::new(),
            singles: Vec::new(),
            members: Vec::new(),
            widths: BTreeMap::new(),
        }
    }

    /// Adds a member of a class.
    ///
    /// # Errors
    /// A fault in the phrase.
    pub fn member(&mut self, class: u16, phrase: &str) -> Result<(), Fault> {
        let read = self.read(phrase)?;
        if let Pattern::Take(Take::Words(ids)) = &read.pattern {
            self.singles.extend(ids.iter().map(|id| (class, *id)));
            return Ok(());
        }
        let uses = classes_in(&read.pattern);
        let words = width(&read.pattern, self).min(20);
        self.widths.entry(class).and_modify(|most| *most = words.max(*most)).or_insert(words);
        let owner = Owner::new(Use::Class, 0, u32::from(class));
        for number in self.add(owner, &read, phrase.len(), class == FILLER, true)? {
            self.members.push((class, number, uses.clone()));
        }
        Ok(())
    }

    /// Adds a phrase that the index finds.
    ///
    /// # Errors
    /// A fault in the phrase.
    pub fn find(&mut self, owner: Owner, phrase: &str, tight: bool) -> Result<(), Fault> {
        let read = self.read(phrase)?;
        self.add(owner, &read, phrase.len(), tight, true).map(drop)
    }

    /// Adds a phrase that saves a hit of `owner`.
    ///
    /// # Errors
    /// A fault in the phrase.
    pub fn unless(&mut self, owner: Owner, phrase: &str) -> Result<(), Fault> {
        let read = self.read(phrase)?;
        for number in self.add(owner, &read, phrase.len(), false, false)? {
            self.unless.push((Owner::new(owner.kind(), 0, owner.index()), number));
        }
        Ok(())
    }

    /// What a phrase remembers.
    ///
    /// # Errors
    /// A fault in the phrase.
    pub fn captures(&mut self, phrase: &str) -> Result<Vec<String>, Fault> {
        Ok(self.read(phrase)?.names)
    }

    fn read(&mut self, phrase: &str) -> Result<Phrase, Fault> {
        resolve(&parse(phrase)?, phrase.len(), &mut self.vocabulary)
    }

    /// Adds a phrase, in parts where one automaton cannot hold it.
    fn add(
        &mut self,
        owner: Owner,
        phrase: &Phrase,
        length: usize,
        tight: bool,
        posted: bool,
    ) -> Result<Vec<u32>, Fault> {
        let whole = |message: &str, help: &str| Fault {
            at: 0,
            len: length.max(1),
            message: message.into(),
            help: help.into(),
        };
        let Some((steps, first, last)) = build(&phrase.pattern) else {
            let Some((left, right)) = halve(&phrase.pattern) else {
                let message = format!("this phrase names more than {MOST_STEPS} words in a row");
                return Err(whole(&message, "split it in two; find may hold several phrases"));
            };
            let mut out = Vec::new();
            for pattern in [left, right] {
                let part = Phrase { pattern, names: phrase.names.clone() };
                out.extend(self.add(owner, &part, length, tight, posted)?);
            }
            return Ok(out);
        };
        let mut built = Built {
            owner,
            tight,
            steps,
            first,
            last,
            names: phrase.names.clone(),
            keys: Vec::new(),
            back: 0,
        };
        if posted {
            let Some(mut found) =
                lookup(&phrase.pattern, self).filter(|found| found.cost < u32::MAX)
            else {
                return Err(whole(
                    "this phrase has no word of its own to look it up by",
                    "write at least one word or class besides <word>",
                ));
            };
            found.keys.sort();
            found.keys.dedup();
            (built.keys, built.back) = (found.keys, found.back);
        }
        self.built.push(built);
        Ok(vec![small(self.built.len() - 1)])
    }

    /// The finished program.
    #[must_use]
    pub fn finish(mut self) -> Program {
        let mut out = Program { known: self.vocabulary.words_known(), ..Program::default() };
        let mut text = String::new();
        let mut sets = Vec::new();
        self.write_code(&mut out, &mut text, &mut sets);
        self.write_words(&mut out, text);
        out.sets = Cow::Owned(sets);
        self.write_posts(&mut out);
        self.unless.sort_unstable();
        out.unless = Cow::Owned(
            self.unless.iter().flat_map(|(owner, pattern)| [owner.0, *pattern]).collect(),
        );
        out.class_names = Cow::Owned(self.vocabulary.classes.join("\n"));
        out.capture_names =
            Cow::Owned(self.built.iter().map(|one| one.names.join(" ") + "\n").collect());
        self.write_members(&mut out);
        out
    }

    fn write_code(&self, out: &mut Program, text: &mut String, sets: &mut Vec<u32>) {
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let (mut code, mut patterns) = (Vec::new(), Vec::new());
        for built in &self.built {
            patterns.push(small(code.len()));
            let crosses =
                built.steps.iter().any(|step| step.allow & !crate::document::marks::COMMA != 0);
            let flags = u32::from(built.tight)
                | u32::from(crosses) << 1
                | u32::from(!built.names.is_empty()) << 2
                | small(built.back.min(60)) << 8;
            let [a, b] = halves(built.first);
            let [c, d] = halves(built.last);
            code.extend([built.owner.0, flags, a, b, c, d]);
            for step in &built.steps {
                let (op, arg) = argument(&step.take, text, sets, &mut known);
                let [low, high] = halves(step.follow);
                code.extend([
                    op as u32 | u32::from(step.allow) << 8 | step.capture << 24,
                    arg,
                    low,
                    high,
                ]);
            }
        }
        out.code = Cow::Owned(code);
        out.patterns = Cow::Owned(patterns);
    }

    fn write_words(&self, out: &mut Program, mut text: String) {
        let entries = &self.vocabulary.entries;
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let (mut slots, mut forms) = (vec![0; size], Vec::new());
        for (n, (form, entry)) in entries.iter().enumerate() {
            forms.extend([small(text.len()), small(form.len())]);
            forms.extend(entry.ids);
            text.push_str(form);
            let mut slot = hash(form) as usize & (size - 1);
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = small(n + 1);
            }
        }
        out.forms = Cow::Owned(forms);
        out.slots = Cow::Owned(slots);
        out.text = Cow::Owned(text);
        let mut by_word: Vec<(u32, u32)> = self
            .singles
            .iter()
            .map(|(class, word)| (*word, u32::from(*class)))
            .filter(|(word, _)| *word != UNKNOWN)
            .collect();
        by_word.sort_unstable();
        by_word.dedup();
        let (at, items) = table(&by_word, self.vocabulary.words_known());
        out.classes_at = Cow::Owned(at);
        out.classes = Cow::Owned(items);
    }

    fn write_posts(&self, out: &mut Program) {
        let (mut words, mut classes) = (Vec::new(), Vec::new());
        for (number, built) in self.built.iter().enumerate() {
            // Members of classes are run apart, level by level.
            for key in built.keys.iter().filter(|_| built.owner.kind() != Use::Class) {
                match key {
                    Key::Word(id) => words.push((*id, small(number))),
                    Key::Class(class) => classes.push((u32::from(*class), small(number))),
                }
            }
        }
        words.sort_unstable();
        classes.sort_unstable();
        let (at, items) = table(&words, self.vocabulary.words_known());
        out.posts_at = Cow::Owned(at);
        out.posts = Cow::Owned(items);
        let (at, items) = table(&classes, small(self.vocabulary.classes.len()));
        out.class_posts_at = Cow::Owned(at);
        out.class_posts = Cow::Owned(items);
    }

    /// Posts the members of classes, each with its level: a class stands above
    /// those that its members use.
    fn write_members(&self, out: &mut Program) {
        let level = self.levels();
        let (mut words, mut classes) = (Vec::new(), Vec::new());
        for (class, number, _) in &self.members {
            let own = level.get(class).copied().unwrap_or(0);
            let keys = self
                .built
                .get(*number as usize)
                .map(|built| built.keys.as_slice())
                .unwrap_or_default();
            for key in keys {
                match key {
                    Key::Word(id) => words.push((*id, [own, *number])),
                    Key::Class(used) => classes.push((u32::from(*used), [own, *number])),
                }
            }
        }
        words.sort_unstable();
        classes.sort_unstable();
        let (at, items) = table(&words, self.vocabulary.words_known());
        (out.members_at, out.members) = (doubled(&at), Cow::Owned(items.into_flattened()));
        let (at, items) = table(&classes, small(self.vocabulary.classes.len()));
        (out.class_members_at, out.class_members) =
            (doubled(&at), Cow::Owned(items.into_flattened()));
        out.levels = level.values().max().map_or(0, |most| most + 1);
    }

    fn levels(&self) -> BTreeMap<u16, u32> {
        let mut level: BTreeMap<u16, u32> = BTreeMap::new();
        for _ in 0..self.vocabulary.classes.len() {
            let mut changed = false;
            for (class, _, uses) in &self.members {
                let least = uses
                    .iter()
                    .filter(|used| *used != class)
                    .map(|used| level.get(used).map_or(0, |one| one + 1))
                    .max()
                    .unwrap_or(0);
                let entry = level.entry(*class).or_insert(0);
                changed |= least > *entry && least < MOST_LEVELS;
                *entry = least.max(*entry).min(MOST_LEVELS - 1);
            }
            if !changed {
                break;
            }
        }
        level
    }
}

/// Classes in classes in classes: more is a circle.
const MOST_LEVELS: u32 = 9;

/// Places of pairs, from places of items.
fn doubled(at: &[u32]) -> super::program::Table {
    Cow::Owned(at.iter().map(|at| at * 2).collect())
}

fn argument(
    take: &Kind,
    text: &mut String,
    sets: &mut Vec<u32>,
    known: &mut BTreeMap<Vec<u32>, u32>,
) -> (Op, u32) {
    match take {
        Kind::Take(Take::Words(ids)) if ids.len() == 1 => {
            (Op::Word, ids.first().copied().unwrap_or(UNKNOWN))
        }
        Kind::Take(Take::Words(ids)) => {
            let at = *known.entry(ids.clone()).or_insert_with(|| {
                let at = small(sets.len());
                sets.push(small(ids.len()));
                sets.extend(ids);
                at
            });
            (Op::Set, at)
        }
        Kind::Take(Take::Exact(word, _)) => {
            let at = small(sets.len());
            sets.extend([small(text.len()), small(word.len())]);
            text.push_str(word);
            (Op::Exact, at)
        }
        Kind::Take(Take::Class(class)) => (Op::Class, u32::from(*class)),
        Kind::Take(Take::Any | Take::Rest) => (take.op(), 0),
        Kind::Mark(bits) => (Op::Mark, u32::from(*bits)),
        Kind::Place(place) => (Op::Place, place_number(*place)),
    }
}

/// The number of a place in the tables.
#[must_use]
pub const fn place_number(place: Place) -> u32 {
    match place {
        Place::Start => 0,
        Place::End => 1,
        Place::LineStart => 2,
        Place::LineEnd => 3,
    }
}

/// The same pattern in two: its largest choice shared out.
fn halve(pattern: &Pattern) -> Option<(Pattern, Pattern)> {
    let both = |make: fn(Box<Pattern>) -> Pattern, inner: &Pattern| {
        let (left, right) = halve(inner)?;
        Some((make(Box::new(left)), make(Box::new(right))))
    };
    match pattern {
        Pattern::Alt(parts) if parts.len() > 1 => {
            let (left, right) = parts.split_at(parts.len() / 2);
            Some((Pattern::Alt(left.to_vec()), Pattern::Alt(right.to_vec())))
        }
        Pattern::Alt(parts) => parts.first().and_then(halve),
        Pattern::Opt(inner) => both(Pattern::Opt, inner),
        Pattern::Capture(number, inner) => {
            let (left, right) = halve(inner)?;
            Some((
                Pattern::Capture(*number, Box::new(left)),
                Pattern::Capture(*number, Box::new(right)),
            ))
        }
        Pattern::Seq(parts) => {
            let widest = (0..parts.len())
                .filter(|n| parts.get(*n).is_some_and(|part| halve(part).is_some()))
                .max_by_key(|n| parts.get(*n).map_or(0, steps_of))?;
            let (left, right) = halve(parts.get(widest)?)?;
            let with = |part: Pattern| {
                Pattern::Seq(
                    parts
                        .iter()
                        .enumerate()
                        .map(|(n, one)| if n == widest { part.clone() } else { one.clone() })
                        .collect(),
                )
            };
            Some((with(left), with(right)))
        }
        _ => None,
    }
}

/// How many steps a pattern needs.
fn steps_of(pattern: &Pattern) -> usize {
    match pattern {
        Pattern::Seq(parts) | Pattern::Alt(parts) => parts.iter().map(steps_of).sum(),
        Pattern::Opt(inner) | Pattern::Capture(_, inner) => steps_of(inner),
        Pattern::Comma => 0,
        _ => 1,
    }
}

fn classes_in(pattern: &Pattern) -> Vec<u16> {
    match pattern {
        Pattern::Seq(parts) | Pattern::Alt(parts) => parts.iter().flat_map(classes_in).collect(),
        Pattern::Opt(inner) | Pattern::Capture(_, inner) => classes_in(inner),
        Pattern::Take(Take::Class(class)) => vec![*class],
        _ => Vec::new(),
    }
}

/// Pairs in order as two tables: where each key begins, and the values.
fn table<T: Copy>(pairs: &[(u32, T)], keys: u32) -> (Vec<u32>, Vec<T>) {
    let mut at = Vec::with_capacity(keys as usize + 1);
    let mut from = 0;
    for key in 0..=keys {
        from += pairs.get(from..).unwrap_or_default().iter().take_while(|(k, _)| *k < key).count();
        at.push(small(from));
    }
    (at, pairs.iter().map(|(_, value)| *value).collect())
}

fn halves(bits: u64) -> [u32; 2] {
    [bits & 0xffff_ffff, bits >> 32].map(|half| u32::try_from(half).unwrap_or(0))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

//! Compiled phrases as flat tables. The tables of the built-in packs lie in
//! the binary as they are used; those of a team's packs are built at start, on
//! top of them.

use std::borrow::Cow;

use crate::document::words::{Entry, Lexicon, UNKNOWN};

/// A table of numbers, in the binary or built.
pub type Table = Cow<'static, [u32]>;

/// Compiled phrases with their words and classes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// All forms and names, one after the other.
    pub text: Cow<'static, str>,
    /// Per form: offset and length in `text`, then three ids.
    pub forms: Table,
    /// Hash table over the forms: index + 1, or 0.
    pub slots: Table,
    /// The number of words, those of the layer below included.
    pub known: u32,
    /// Per word: where its classes begin in `classes`; one more at the end.
    pub classes_at: Table,
    /// Numbers of classes.
    pub classes: Table,
    /// Per word: where the patterns to try begin in `posts`; one more.
    pub posts_at: Table,
    /// Numbers of patterns.
    pub posts: Table,
    /// Per class: where the patterns to try begin in `class_posts`; one more.
    pub class_posts_at: Table,
    /// Numbers of patterns.
    pub class_posts: Table,
    /// Per pattern: where it begins in `code`.
    pub patterns: Table,
    /// The automata, see [`Automaton`].
    pub code: Table,
    /// Sets of words: length, then ids in order.
    pub sets: Table,
    /// Pairs of owner and pattern, in order: what saves a hit.
    pub unless: Table,
    /// Names of all classes, one a line.
    pub class_names: Cow<'static, str>,
    /// Names of captures, one a line, as `owner` and `number` find them.
    pub capture_names: Cow<'static, str>,
    /// Per word: where the members of classes to try begin in `members`.
    pub members_at: Table,
    /// Pairs of level and pattern.
    pub members: Table,
    /// Per class: where the members of other classes to try begin.
    pub class_members_at: Table,
    /// Pairs of level and pattern.
    pub class_members: Table,
    /// How many levels of classes there are: a class stands above those that
    /// its members use.
    pub levels: u32,
}

/// Numbers before the steps of an automaton.
pub const HEAD: usize = 6;
/// Numbers of one step.
pub const STEP: usize = 4;

/// One pattern's automaton, in place.
#[derive(Debug, Clone, Copy)]
pub struct Automaton<'p> {
    code: &'p [u32],
}

/// What a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Op {
    /// The word `arg`.
    Word,
    /// A word of the set at `arg`.
    Set,
    /// A member of class `arg`.
    Class,
    /// Any word.
    Any,
    /// The exact word at `arg` in the sets: offset and length in the text.
    Exact,
    /// The rest of the clause.
    Rest,
    /// A mark: bits `arg`.
    Mark,
    /// The place `arg`.
    Place,
}

const OPS: [Op; 8] =
    [Op::Word, Op::Set, Op::Class, Op::Any, Op::Exact, Op::Rest, Op::Mark, Op::Place];

/// One step of an automaton.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What it takes.
    pub op: Op,
    /// The word, set, class, mark or place.
    pub arg: u32,
    /// Marks it may stand behind.
    pub allow: u16,
    /// The capture it belongs to, 0 for none.
    pub capture: u32,
    /// The steps that may follow, as bits.
    pub follow: u64,
}

impl Automaton<'_> {
    fn at(&self, index: usize) -> u32 {
        self.code.get(index).copied().unwrap_or(0)
    }

    fn wide(&self, index: usize) -> u64 {
        u64::from(self.at(index)) | u64::from(self.at(index + 1)) << 32
    }

    /// Who put it there.
    #[must_use]
    pub fn owner(&self) -> Owner {
        Owner(self.at(0))
    }

    /// Whether small words may not stand in between.
    #[must_use]
    pub fn tight(&self) -> bool {
        self.at(1) & 1 != 0
    }

    /// Whether it crosses marks.
    #[must_use]
    pub fn crosses(&self) -> bool {
        self.at(1) & 2 != 0
    }

    /// The steps it can begin with, as bits.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.wide(2)
    }

    /// The steps it can end with, as bits.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.wide(4)
    }

    /// The most words that can stand before the word it is looked up by.
    #[must_use]
    pub fn back(&self) -> usize {
        (self.at(1) >> 8) as usize
    }

    /// Whether it remembers anything.
    #[must_use]
    pub fn captures(&self) -> bool {
        self.at(1) & 4 != 0
    }

    /// Step `index`.
    #[must_use]
    pub fn step(&self, index: usize) -> Step {
        let from = HEAD + index * STEP;
        let first = self.at(from);
        Step {
            op: OPS.get((first & 0xff) as usize).copied().unwrap_or(Op::Any),
            allow: u16::try_from(first >> 8 & 0xffff).unwrap_or(0),
            capture: first >> 24,
            arg: self.at(from + 1),
            follow: self.wide(from + 2),
        }
    }
}

/// Who a pattern belongs to: a kind, a list and an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner(pub u32);

/// What a pattern is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Use {
    /// A member of a class.
    Class,
    /// A phrase rule.
    Rule,
    /// A guard.
    Guard,
    /// An item of the checklist.
    Item,
    /// A sign in the customer's message.
    Sign,
    /// A change of a rule of this layer or one below: what it spares.
    Change,
}

const USES: [Use; 6] = [Use::Class, Use::Rule, Use::Guard, Use::Item, Use::Sign, Use::Change];

impl Owner {
    /// The owner of `kind` with the number `index`, in its list `list`.
    #[must_use]
    pub const fn new(kind: Use, list: u8, index: u32) -> Self {
        Self((kind as u32) << 28 | (list as u32) << 24 | index)
    }

    /// What it is for.
    #[must_use]
    pub fn kind(self) -> Use {
        USES.get((self.0 >> 28) as usize).copied().unwrap_or(Use::Rule)
    }

    /// The list: for items 0 cues, 1 with, 2 half, 3 bars.
    #[must_use]
    pub const fn list(self) -> u8 {
        (self.0 >> 24 & 0xf) as u8
    }

    /// The number within the layer.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.0 & 0x00ff_ffff
    }
}

impl Program {
    /// The number of words, those of the layer below included.
    #[must_use]
    pub const fn words(&self) -> u32 {
        self.known
    }

    /// Names of all classes, by number.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.class_names.lines()
    }

    /// The automaton of a pattern.
    #[must_use]
    pub fn automaton(&self, pattern: u32) -> Automaton<'_> {
        let from = self.patterns.get(pattern as usize).copied().unwrap_or(0) as usize;
        Automaton { code: self.code.get(from..).unwrap_or_default() }
    }

    /// Names of what a pattern remembers, by number less one.
    #[must_use]
    pub fn capture_names(&self, pattern: u32) -> Vec<&str> {
        let line = self.capture_names.lines().nth(pattern as usize).unwrap_or_default();
        line.split_whitespace().collect()
    }

    /// The patterns to try at a word.
    #[must_use]
    pub fn posts(&self, word: u32) -> &[u32] {
        slice(&self.posts_at, &self.posts, word)
    }

    /// The patterns to try at a member of a class.
    #[must_use]
    pub fn class_posts(&self, class: u32) -> &[u32] {
        slice(&self.class_posts_at, &self.class_posts, class)
    }

    /// The members of classes to try at a word: pairs of level and pattern.
    #[must_use]
    pub fn members(&self, word: u32) -> &[[u32; 2]] {
        slice(&self.members_at, &self.members, word).as_chunks().0
    }

    /// The members of classes to try at a member of a class.
    #[must_use]
    pub fn class_members(&self, class: u32) -> &[[u32; 2]] {
        slice(&self.class_members_at, &self.class_members, class).as_chunks().0
    }

    /// The classes of a word.
    #[must_use]
    pub fn classes(&self, word: u32) -> &[u32] {
        slice(&self.classes_at, &self.classes, word)
    }

    /// The set of words at `at`.
    #[must_use]
    pub fn set(&self, at: u32) -> &[u32] {
        let at = at as usize;
        let len = self.sets.get(at).copied().unwrap_or(0) as usize;
        self.sets.get(at + 1..at + 1 + len).unwrap_or_default()
    }

    /// The text of the exact word at `at`.
    #[must_use]
    pub fn exact(&self, at: u32) -> &str {
        let pair = self.sets.get(at as usize..at as usize + 2).unwrap_or_default();
        let [from, len] = pair else { return "" };
        self.text.get(*from as usize..(*from + *len) as usize).unwrap_or_default()
    }

    /// The patterns that save a hit of `owner`.
    pub fn unless(&self, owner: Owner) -> impl Iterator<Item = u32> {
        // Lists of one owner share their `unless`.
        let key = Owner::new(owner.kind(), 0, owner.index()).0;
        let pairs = self.unless.as_chunks::<2>().0;
        let from = pairs.partition_point(|[who, _]| *who < key);
        pairs
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |[who, _]| *who == key)
            .map(|[_, pattern]| *pattern)
    }
}

fn slice<'p>(at: &'p [u32], items: &'p [u32], index: u32) -> &'p [u32] {
    let index = index as usize;
    let (Some(from), Some(to)) = (at.get(index), at.get(index + 1)) else {
        return &[];
    };
    items.get(*from as usize..*to as usize).unwrap_or_default()
}

impl Lexicon for Program {
    fn look(&self, form: &str) -> Option<Entry> {
        let mask = u32::try_from(self.slots.len()).ok()?.checked_sub(1)?;
        let mut slot = hash(form) & mask;
        loop {
            let index = self.slots.get(slot as usize)?.checked_sub(1)? as usize;
            let [from, len, a, b, c] = self.forms.as_chunks::<5>().0.get(index)?;
            if *len as usize == form.len()
                && self.text.as_bytes().get(*from as usize..(*from + *len) as usize)
                    == Some(form.as_bytes())
            {
                return Some(Entry { ids: [*a, *b, *c] });
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// FNV-1a over eight bytes at a time: short words, one multiplication each.
#[must_use]
pub fn hash(form: &str) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for chunk in form.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        for (to, from) in bytes.iter_mut().zip(chunk) {
            *to = *from;
        }
        hash = (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    u32::try_from(hash >> 16 & 0xffff_ffff).unwrap_or(UNKNOWN)
}

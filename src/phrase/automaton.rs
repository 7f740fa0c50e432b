//! From a pattern to its automaton: one step for each word the pattern names,
//! with the steps that may follow as bits (Glushkov's construction, which
//! needs no empty moves).

use super::pattern::{Pattern, Take};
use super::program::{Op, Owner};
use super::syntax::Place;
use crate::document::marks;

/// Steps that one automaton can hold.
pub const MOST_STEPS: usize = 64;

/// One step while it is being built.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it takes.
    pub take: Kind,
    /// Marks it may stand behind.
    pub allow: u16,
    /// The capture it belongs to.
    pub capture: u32,
    /// The steps that may follow.
    pub follow: u64,
}

/// What a step takes, before it is numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Take(Take),
    /// A mark.
    Mark(u16),
    /// A place.
    Place(Place),
}

/// An automaton that is not yet in a program.
#[derive(Debug, Clone)]
pub struct Built {
    /// Who it belongs to.
    pub owner: Owner,
    /// Whether small words may not stand in between.
    pub tight: bool,
    /// The steps.
    pub steps: Vec<Draft>,
    /// Where it can begin.
    pub first: u64,
    /// Where it can end.
    pub last: u64,
    /// Names of what it remembers.
    pub names: Vec<String>,
    /// What the index posts it under.
    pub keys: Vec<Key>,
    /// The most words before the word it is posted under.
    pub back: usize,
}

/// What the index posts a pattern under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A word.
    Word(u32),
    /// A member of a class.
    Class(u16),
}

/// A part's first and last steps.
struct Ends {
    first: u64,
    last: u64,
    empty: bool,
    /// Marks that may stand after it.
    allow: u16,
}

#[derive(Default)]
struct Builder {
    steps: Vec<Draft>,
    capture: u32,
}

/// The steps of `pattern`, with its first and last ones; none when it needs
/// more than [`MOST_STEPS`].
#[must_use]
pub fn build(pattern: &Pattern) -> Option<(Vec<Draft>, u64, u64)> {
    let mut builder = Builder::default();
    let ends = builder.part(pattern);
    (builder.steps.len() <= MOST_STEPS).then_some((builder.steps, ends.first, ends.last))
}

impl Builder {
    fn part(&mut self, pattern: &Pattern) -> Ends {
        match pattern {
            Pattern::Seq(parts) => self.seq(parts),
            Pattern::Alt(parts) => {
                let mut all = Ends { first: 0, last: 0, empty: false, allow: 0 };
                for part in parts {
                    let one = self.part(part);
                    all = Ends {
                        first: all.first | one.first,
                        last: all.last | one.last,
                        empty: all.empty || one.empty,
                        allow: all.allow | one.allow,
                    };
                }
                all
            }
            Pattern::Opt(inner) => Ends { empty: true, ..self.part(inner) },
            Pattern::Capture(number, inner) => {
                let outer = std::mem::replace(&mut self.capture, *number);
                let ends = self.part(inner);
                self.capture = outer;
                ends
            }
            Pattern::Take(take) => self.step(Kind::Take(take.clone())),
            Pattern::Mark(bits) => self.step(Kind::Mark(*bits)),
            Pattern::Place(place) => self.step(Kind::Place(*place)),
            Pattern::Comma => Ends { first: 0, last: 0, empty: true, allow: marks::COMMA },
        }
    }

    fn step(&mut self, take: Kind) -> Ends {
        let bit =
            1u64.checked_shl(u32::try_from(self.steps.len()).unwrap_or(u32::MAX)).unwrap_or(0);
        self.steps.push(Draft { take, allow: 0, capture: self.capture, follow: 0 });
        Ends { first: bit, last: bit, empty: false, allow: 0 }
    }

    fn seq(&mut self, parts: &[Pattern]) -> Ends {
        let mut all = Ends { first: 0, last: 0, empty: true, allow: 0 };
        for part in parts {
            let one = self.part(part);
            self.each(one.first, |step| step.allow |= all.allow);
            self.each(all.last, |step| step.follow |= one.first);
            all = Ends {
                first: if all.empty { all.first | one.first } else { all.first },
                last: if one.empty { all.last | one.last } else { one.last },
                empty: all.empty && one.empty,
                allow: one.allow | if one.empty { all.allow } else { 0 },
            };
        }
        all
    }

    fn each(&mut self, bits: u64, mut change: impl FnMut(&mut Draft)) {
        for (n, step) in self.steps.iter_mut().enumerate().take(MOST_STEPS) {
            if bits >> n & 1 != 0 {
                change(step);
            }
        }
    }
}

/// Words that are in almost every sentence, the commonest first: bad words to
/// look a pattern up by.
pub const COMMON: &[&str] = &[
    "the", "you", "to", "i", "we", "and", "a", "your", "is", "it", "for", "of", "in", "that",
    "this", "have", "be", "are", "our", "on", "will", "can", "with", "not", "please", "if", "was",
    "do", "as", "my", "us", "me", "at", "or", "by", "so", "an", "but", "has", "been", "any",
    "from", "would", "what", "there", "all", "'s", "no", "thank", "thanks", "get", "when", "know",
    "had", "did", "'d", "am", "were", "let", "more", "out", "up", "how", "should", "need", "here",
    "they", "just", "could", "sorry", "help", "order", "time", "order", "see", "one", "make",
    "does", "who", "why", "which", "about", "may", "must", "being", "take", "than", "then",
];

/// How common a word is, as a cost of posting under it.
#[must_use]
pub fn commonness(word: &str) -> u32 {
    let at = COMMON.iter().position(|one| *one == word);
    at.map_or(1, |at| 20 + 4 * u32::try_from(COMMON.len() - at).unwrap_or(0))
}

/// Where a pattern is looked up.
#[derive(Debug, Clone)]
pub struct Lookup {
    /// How common its keys are.
    pub cost: u32,
    /// Every match holds one of these.
    pub keys: Vec<Key>,
    /// The most words that stand before it.
    pub back: usize,
}

/// What is known of words and classes while patterns are posted.
pub trait Costs {
    /// How common a word is.
    fn word(&self, id: u32) -> u32;
    /// How common the members of a class are; `u32::MAX` for no use at all.
    fn class(&self, class: u16) -> u32;
    /// The most words of a member.
    fn width(&self, class: u16) -> usize;
}

/// The cheapest keys under which every match of `pattern` is found.
pub fn lookup(pattern: &Pattern, costs: &impl Costs) -> Option<Lookup> {
    match pattern {
        Pattern::Seq(parts) => {
            let mut before = 0;
            let mut best: Option<Lookup> = None;
            for part in parts {
                if let Some(found) = lookup(part, costs)
                    .filter(|found| best.as_ref().is_none_or(|best| found.cost < best.cost))
                {
                    best = Some(Lookup { back: before + found.back, ..found });
                }
                before += width(part, costs);
            }
            best
        }
        Pattern::Alt(parts) => {
            let mut all = Lookup { cost: 0, keys: Vec::new(), back: 0 };
            for part in parts {
                let one = lookup(part, costs)?;
                all.cost = all.cost.saturating_add(one.cost);
                all.back = all.back.max(one.back);
                all.keys.extend(one.keys);
            }
            Some(all)
        }
        Pattern::Capture(_, inner) => lookup(inner, costs),
        Pattern::Take(Take::Words(ids) | Take::Exact(_, ids)) => {
            let cost = ids.iter().map(|id| costs.word(*id)).fold(0u32, u32::saturating_add);
            Some(Lookup { cost, keys: ids.iter().map(|id| Key::Word(*id)).collect(), back: 0 })
        }
        Pattern::Take(Take::Class(class)) => {
            // The key may be any word of a member, so all of it may lie before.
            Some(Lookup { cost: costs.class(*class), keys: vec![Key::Class(*class)], back: 0 })
        }
        _ => None,
    }
}

/// The most words a pattern takes.
pub fn width(pattern: &Pattern, costs: &impl Costs) -> usize {
    match pattern {
        Pattern::Seq(parts) => parts.iter().map(|part| width(part, costs)).sum(),
        Pattern::Alt(parts) => parts.iter().map(|part| width(part, costs)).max().unwrap_or(0),
        Pattern::Opt(inner) | Pattern::Capture(_, inner) => width(inner, costs),
        Pattern::Take(Take::Class(class)) => costs.width(*class),
        Pattern::Take(Take::Rest) => 40,
        Pattern::Take(_) => 1,
        Pattern::Comma | Pattern::Mark(_) | Pattern::Place(_) => 0,
    }
}

impl Kind {
    /// The operation of this step.
    #[must_use]
    pub const fn op(&self) -> Op {
        match self {
            Self::Take(Take::Words(_)) => Op::Set,
            Self::Take(Take::Exact(..)) => Op::Exact,
            Self::Take(Take::Class(_)) => Op::Class,
            Self::Take(Take::Any) => Op::Any,
            Self::Take(Take::Rest) => Op::Rest,
            Self::Mark(_) => Op::Mark,
            Self::Place(_) => Op::Place,
        }
    }
}

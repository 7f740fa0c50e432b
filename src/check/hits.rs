//! The phrases found in a draft, a paragraph at a time, with the guards that
//! speak for each.

use std::collections::BTreeMap;

use crate::document::shape::Kind;
use crate::document::words::{Mask, Word, cut};
use crate::document::{marks, words};
use crate::guard;
use crate::phrase::path::captures;
use crate::phrase::{Hit, Owner, Program, Scan, Use};
use crate::rule::model::Reach;
use crate::rule::{RuleRef, RuleSet};
use crate::span::{Span, Text};

/// A rule's phrase in the text.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "five independent things that were seen")]
pub struct RuleHit {
    /// The rule.
    pub rule: RuleRef,
    /// The words, widened to whole ones.
    pub span: Span<Text>,
    /// Whether an edge fell inside a contraction: then it is only advice.
    pub widened: bool,
    /// Whether the hit ends its clause.
    pub ends_clause: bool,
    /// Whether the hit ends its sentence.
    pub ends_sentence: bool,
    /// Whether it begins a sentence with a capital.
    pub capital: bool,
    /// What the phrase remembers, by name.
    pub captures: Vec<(String, Span<Text>)>,
    /// The guards that spare it, as bits.
    pub spared: u32,
    /// Whether an `unless` saves it, of its own or of a pack that changes it,
    /// or the rule is off.
    pub saved: bool,
}

/// A cue of an item or a guard that reaches over sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueHit {
    /// The item or guard, as a number in the rule set.
    pub number: usize,
    /// Which list of an item it is.
    pub list: u8,
    /// Where it stands.
    pub span: Span<Text>,
    /// Whether a negation speaks for it.
    pub negated: bool,
}

/// Everything found in one text.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Phrase rules, spared ones included.
    pub rules: Vec<RuleHit>,
    /// Items of the checklist.
    pub items: Vec<CueHit>,
    /// Guards that reach over sentences.
    pub near: Vec<CueHit>,
    /// How many words were cut.
    pub words: usize,
    /// Hits of each rule, those past [`MOST_HITS`] included.
    pub counts: BTreeMap<RuleRef, usize>,
}

/// Hits of one rule that are kept apart; more of them are only counted.
pub const MOST_HITS: usize = 500;

/// Finds all phrases in the `ranges` of `text`, as bytes. `masks` are in order.
#[must_use]
pub fn find(text: &str, ranges: &[Span<Text>], masks: &[Mask], rules: &RuleSet) -> Found {
    let programs = rules.programs();
    let mut out = Found::default();
    each_paragraph(text, ranges, masks, &programs, |scan| {
        let counts = |word: &&Word| {
            matches!(word.kind, Kind::Word | Kind::Number) && word.before & marks::JOINED == 0
        };
        out.words += scan.words.iter().filter(counts).count();
        Paragraph { text, rules, programs: &programs, scan }.read(&mut out);
    });
    out.near.sort_by_key(|cue| cue.span);
    for (rule, span) in super::regexes(text, ranges, masks, rules) {
        out.rules.push(shaped(text, rule, span, masks, rules));
    }
    out
}

/// The numbers of the signs that a customer's message shows.
#[must_use]
pub fn signs(text: &str, masks: &[Mask], rules: &RuleSet) -> Vec<usize> {
    let mut out = Vec::new();
    each_paragraph(text, &[Span::new(0, text.len())], masks, &rules.programs(), |scan| {
        let hits = scan.hits_of(|owner| owner.kind() == Use::Sign);
        let shown = hits.iter().filter(|hit| !guard::touched(&scan, hit));
        out.extend(shown.filter_map(|hit| rules.sign_at(hit.layer, hit.owner.index())));
    });
    out.sort_unstable();
    out.dedup();
    out
}

/// Calls `each` with every paragraph of the `ranges`, cut into words.
fn each_paragraph(
    text: &str,
    ranges: &[Span<Text>],
    masks: &[Mask],
    programs: &[&Program],
    mut each: impl FnMut(Scan<'_>),
) {
    let lexicon = Layers(programs);
    let mut words = Vec::new();
    for block in ranges.iter().flat_map(|range| super::blocks::blocks(text, *range)) {
        words.clear();
        let near = masks.partition_point(|mask| mask.range.end <= block.start);
        cut(text, block.range(), masks.get(near..).unwrap_or_default(), &lexicon, &mut words);
        each(Scan::new(text, &words, programs));
    }
}

/// How far round a hit of a regular expression its context is read, in bytes.
const CONTEXT: usize = 160;

/// A hit of a regular expression, with what its context says.
fn shaped(text: &str, rule: RuleRef, span: Span<Text>, masks: &[Mask], rules: &RuleSet) -> RuleHit {
    let after = text.get(span.end..).unwrap_or_default().trim_start_matches([' ', '"', ')']);
    let next = after.chars().next();
    let ends_sentence = next.is_none_or(|c| matches!(c, '.' | '?' | '!' | '\n' | '\r'))
        || span.of(text).ends_with(['.', '?', '!', '…']);
    let ends_clause = ends_sentence || next.is_some_and(|c| matches!(c, ',' | ';' | ':'));
    let border = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let around =
        border(span.start.saturating_sub(CONTEXT))..border(text.len().min(span.end + CONTEXT));
    let near = masks.partition_point(|mask| mask.range.end <= around.start);
    let programs = rules.programs();
    let mut words = Vec::new();
    cut(text, around, masks.get(near..).unwrap_or_default(), &Layers(&programs), &mut words);
    let context = Scan::new(text, &words, &programs);
    let start = words.partition_point(|word| word.end <= span.start);
    let end = words.partition_point(|word| word.start < span.end).max(start + 1);
    let hit = Hit {
        owner: Owner::new(Use::Rule, 0, rule.index),
        layer: rule.layer,
        start,
        end,
        pattern: u32::MAX,
    };
    let guards = guard::ranges(&context, &context.hits(), rules);
    RuleHit {
        rule,
        span,
        widened: false,
        ends_clause,
        ends_sentence,
        capital: false,
        captures: Vec::new(),
        spared: guard::over(&guards, rules, rules.guard_bits(rule), start, end),
        saved: guard::excused(&context, &hit, rules),
    }
}

/// The lexicon of all layers.
pub struct Layers<'p>(pub &'p [&'p Program]);

impl words::Lexicon for Layers<'_> {
    fn look(&self, form: &str) -> Option<words::Entry> {
        self.0.iter().find_map(|program| program.look(form))
    }
}

/// The id of the guard that also speaks for checklist cues.
const NEGATION: &str = "negation";

struct Paragraph<'a> {
    text: &'a str,
    rules: &'a RuleSet,
    programs: &'a [&'a Program],
    scan: Scan<'a>,
}

impl Paragraph<'_> {
    fn read(&self, out: &mut Found) {
        let hits = self.scan.hits_of(|owner| owner.kind() != Use::Sign);
        if hits.is_empty() {
            return;
        }
        let guards = guard::ranges(&self.scan, &hits, self.rules);
        let negation = self
            .rules
            .guards()
            .iter()
            .position(|guard| guard.id == NEGATION)
            .map_or(0, |at| 1 << at);
        for hit in &hits {
            match hit.owner.kind() {
                Use::Rule => {
                    let at = RuleRef { layer: hit.layer, index: hit.owner.index() };
                    let count = out.counts.entry(at).or_insert(0);
                    *count += 1;
                    if *count <= MOST_HITS {
                        out.rules.push(self.rule(hit, &guards));
                    }
                }
                Use::Item => {
                    let number = self.rules.item_at(hit.layer, hit.owner.index());
                    out.items
                        .extend(number.and_then(|number| self.cue(hit, number, negation, &guards)));
                }
                Use::Sign | Use::Guard | Use::Class | Use::Change => {}
            }
        }
        for range in &guards {
            if self.rules.guards().get(range.guard).is_some_and(|guard| guard.reach == Reach::Near)
            {
                let span = self.span(range.cue, range.cue_end);
                out.near.push(CueHit { number: range.guard, list: 0, span, negated: false });
            }
        }
    }

    fn cue(
        &self,
        hit: &Hit,
        number: usize,
        negation: u32,
        guards: &[guard::Range],
    ) -> Option<CueHit> {
        if guard::touched(&self.scan, hit) {
            return None;
        }
        let negated = guard::over(guards, self.rules, negation, hit.start, hit.end) != 0;
        Some(CueHit {
            number,
            list: hit.owner.list(),
            span: self.span(hit.start, hit.end),
            negated,
        })
    }

    fn word(&self, at: usize) -> Word {
        let end = Word {
            start: self.text.len(),
            end: self.text.len(),
            id: 0,
            before: marks::PARA,
            kind: Kind::End,
        };
        self.scan.words.get(at).copied().unwrap_or(end)
    }

    fn span(&self, start: usize, end: usize) -> Span<Text> {
        Span::new(self.word(start).start, self.word(end.saturating_sub(1)).end)
    }

    fn rule(&self, hit: &Hit, guards: &[guard::Range]) -> RuleHit {
        let rule = RuleRef { layer: hit.layer, index: hit.owner.index() };
        let (mut start, mut end) = (hit.start, hit.end);
        while start > 0 && self.word(start).before & marks::JOINED != 0 {
            start -= 1;
        }
        while self.word(end).before & marks::JOINED != 0 {
            end += 1;
        }
        let first = self.word(start);
        let raw = self.text.get(first.start..first.end).unwrap_or_default();
        let next = self.word(end);
        let names = self
            .programs
            .get(hit.layer)
            .is_some_and(|program| program.automaton(hit.pattern).captures());
        let closed = next.kind == Kind::End
            || next.before & (marks::STOP | marks::PARA | marks::LINE) != 0
            || next.kind == Kind::Symbol;
        RuleHit {
            rule,
            span: self.span(start, end),
            widened: (start, end) != (hit.start, hit.end),
            ends_clause: self.scan.holds(1, end),
            ends_sentence: closed,
            capital: first.before & marks::START != 0
                && raw.chars().next().is_some_and(char::is_uppercase),
            captures: if names { self.captures(hit) } else { Vec::new() },
            spared: guard::over(
                guards,
                self.rules,
                self.rules.guard_bits(rule),
                hit.start,
                hit.end,
            ),
            saved: guard::excused(&self.scan, hit, self.rules),
        }
    }

    fn captures(&self, hit: &Hit) -> Vec<(String, Span<Text>)> {
        let Some(program) = self.programs.get(hit.layer) else {
            return Vec::new();
        };
        let names = program.capture_names(hit.pattern);
        captures(&self.scan, self.programs, hit)
            .into_iter()
            .filter_map(|(number, from, to)| {
                let name = names.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
                Some(((*name).to_owned(), self.span(from, to)))
            })
            .collect()
    }
}

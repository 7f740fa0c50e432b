//! A phrase whose words are ids: what the automaton is made from, and what
//! the plain matcher reads.

use super::syntax::{Fault, Node, Place};
use super::vocabulary::Vocabulary;
use crate::document::marks;

/// A phrase over word ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// One after the other.
    Seq(Vec<Pattern>),
    /// One of these.
    Alt(Vec<Pattern>),
    /// This or nothing.
    Opt(Box<Pattern>),
    /// Takes words.
    Take(Take),
    /// Remembers what matched, by number.
    Capture(u32, Box<Pattern>),
    /// A comma that may be missing.
    Comma,
    /// A mark that must stand here: bits of `marks`.
    Mark(u16),
    /// A place without width.
    Place(Place),
}

/// What one step takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Take {
    /// One word of these ids, in order.
    Words(Vec<u32>),
    /// One word in exactly this spelling.
    Exact(String, Vec<u32>),
    /// A member of a class.
    Class(u16),
    /// Any word, for gaps.
    Any,
    /// The rest of the clause.
    Rest,
}

/// A phrase ready to be compiled, with the names it remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The pattern.
    pub pattern: Pattern,
    /// Names of the captures, by number less one.
    pub names: Vec<String>,
}

/// Resolves the words and classes of a tree.
///
/// # Errors
/// An unknown class, a gap at an edge, or a phrase that can match nothing.
pub fn resolve(
    node: &Node,
    length: usize,
    vocabulary: &mut Vocabulary<'_>,
) -> Result<Phrase, Fault> {
    let mut names = Vec::new();
    let pattern = simplify(walk(node, vocabulary, &mut names)?);
    let whole = |message: &str, help: &str| Fault {
        at: 0,
        len: length.max(1),
        message: message.into(),
        help: help.into(),
    };
    if nullable(&pattern) {
        return Err(whole(
            "this phrase can match nothing at all",
            "put at least one word outside the square brackets",
        ));
    }
    if gap_at_edge(&pattern, true) || gap_at_edge(&pattern, false) {
        return Err(whole(
            "a gap stands between words, not at an edge",
            "remove the `...` at the beginning or the end",
        ));
    }
    Ok(Phrase { pattern, names })
}

fn walk(
    node: &Node,
    vocabulary: &mut Vocabulary<'_>,
    names: &mut Vec<String>,
) -> Result<Pattern, Fault> {
    let mut all = |nodes: &[Node]| {
        nodes.iter().map(|one| walk(one, vocabulary, names)).collect::<Result<Vec<_>, _>>()
    };
    Ok(match node {
        Node::Seq(nodes) => Pattern::Seq(all(nodes)?),
        Node::Alt(nodes) => Pattern::Alt(all(nodes)?),
        Node::Opt(inner) => Pattern::Opt(Box::new(walk(inner, vocabulary, names)?)),
        Node::Text(text) => Pattern::Seq(
            vocabulary.words(text).into_iter().map(|ids| Pattern::Take(Take::Words(ids))).collect(),
        ),
        Node::Forms(word, form) => Pattern::Take(Take::Words(vocabulary.forms(word, *form))),
        Node::Exact(word) => {
            let ids = vocabulary.words(word).into_iter().next().unwrap_or_default();
            Pattern::Take(Take::Exact(word.clone(), ids))
        }
        Node::Class(name, at) => Pattern::Take(Take::Class(vocabulary.class(name, *at)?)),
        Node::Gap(most) => {
            Pattern::Seq(vec![Pattern::Opt(Box::new(Pattern::Take(Take::Any))); usize::from(*most)])
        }
        Node::Capture(name, inner) => {
            let number = number(name, names);
            Pattern::Capture(number, Box::new(walk(inner, vocabulary, names)?))
        }
        Node::Rest(name) => {
            Pattern::Capture(number(name, names), Box::new(Pattern::Take(Take::Rest)))
        }
        Node::Comma => Pattern::Comma,
        Node::Mark(mark) => Pattern::Mark(*mark),
        Node::Place(place) => Pattern::Place(*place),
    })
}

fn number(name: &str, names: &mut Vec<String>) -> u32 {
    let at = names.iter().position(|one| one == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    });
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// Joins sequences in sequences, and choices between single words.
fn simplify(pattern: Pattern) -> Pattern {
    match pattern {
        Pattern::Seq(parts) => {
            let mut flat = Vec::new();
            for part in parts.into_iter().map(simplify) {
                match part {
                    Pattern::Seq(inner) => flat.extend(inner),
                    other => flat.push(other),
                }
            }
            if flat.len() == 1 { flat.remove(0) } else { Pattern::Seq(flat) }
        }
        Pattern::Alt(parts) => join_words(parts.into_iter().map(simplify).collect()),
        Pattern::Opt(inner) => Pattern::Opt(Box::new(simplify(*inner))),
        Pattern::Capture(n, inner) => Pattern::Capture(n, Box::new(simplify(*inner))),
        other => other,
    }
}

fn join_words(parts: Vec<Pattern>) -> Pattern {
    let mut ids = Vec::new();
    let mut out = Vec::new();
    let mut bits = 0;
    for part in parts {
        match part {
            // A comma that is a choice of its own must be there: "(,|and)".
            Pattern::Comma => bits |= marks::COMMA,
            Pattern::Mark(more) => bits |= more,
            Pattern::Take(Take::Words(more)) => ids.extend(more),
            Pattern::Alt(inner) => out.extend(inner),
            other => out.push(other),
        }
    }
    if !ids.is_empty() {
        ids.sort_unstable();
        ids.dedup();
        out.insert(0, Pattern::Take(Take::Words(ids)));
    }
    if bits != 0 {
        out.push(Pattern::Mark(bits));
    }
    if out.len() == 1 { out.remove(0) } else { Pattern::Alt(out) }
}

/// Whether the pattern can match no word.
#[must_use]
pub fn nullable(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Seq(parts) => parts.iter().all(nullable),
        Pattern::Alt(parts) => parts.iter().any(nullable),
        Pattern::Opt(_) | Pattern::Comma | Pattern::Mark(_) | Pattern::Place(_) => true,
        Pattern::Take(_) => false,
        Pattern::Capture(_, inner) => nullable(inner),
    }
}

fn gap_at_edge(pattern: &Pattern, front: bool) -> bool {
    match pattern {
        Pattern::Seq(parts) => {
            let solid = |part: &&Pattern| {
                !matches!(part, Pattern::Comma | Pattern::Mark(_) | Pattern::Place(_))
            };
            let edge =
                if front { parts.iter().find(solid) } else { parts.iter().rev().find(solid) };
            edge.is_some_and(|part| gap_at_edge(part, front))
        }
        Pattern::Alt(parts) => parts.iter().any(|part| gap_at_edge(part, front)),
        Pattern::Opt(inner) | Pattern::Capture(_, inner) => gap_at_edge(inner, front),
        Pattern::Take(take) => *take == Take::Any,
        _ => false,
    }
}

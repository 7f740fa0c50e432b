//! Words that only their setting makes wrong: a joke to somebody upset, files
//! that are announced and not there, thanks beside a dig.

use super::limits::{Ask, Count};
use super::needles::Needles;
use super::scope::Scope;
use crate::span::{Span, Text};

fn numbered(places: Vec<Span<Text>>) -> Vec<Count> {
    places.into_iter().zip(1..).map(|(span, amount)| Count { span, amount }).collect()
}

/// The listed words of a limit without those it leaves alone.
fn places(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Span<Text>> {
    let allowed = |word: &&str| ask.allow.iter().any(|one| one == word);
    Needles::new(ask.words.iter().map(String::as_str).filter(|word| !allowed(word))).find(scope)
}

/// Each of the listed words, numbered.
pub fn words(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    numbered(places(scope, ask))
}

/// The same where the input tells that nothing is attached.
pub fn unattached(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    if scope.setting.attachments == Some(0) { words(scope, ask) } else { Vec::new() }
}

/// The first high finding of the named categories, where one of the listed
/// words stands outside of all of them.
pub fn beside(scope: &Scope<'_>, ask: &Ask<'_>) -> Vec<Count> {
    let digs: Vec<Span<Text>> = scope
        .setting
        .digs
        .iter()
        .filter(|(category, _)| ask.beside.contains(category))
        .map(|(_, span)| *span)
        .collect();
    let Some(first) = digs.first() else {
        return Vec::new();
    };
    let kind = |said: &Span<Text>| !digs.iter().any(|dig| dig.overlaps(*said));
    let says = places(scope, ask).iter().any(kind);
    if says { vec![Count { span: *first, amount: 1 }] } else { Vec::new() }
}

//! Small steps from what was found to what the report and the checklist hold.

use crate::check::finding::Raw;
use crate::check::{Extra, Setting};
use crate::document::draft::Draft;
use crate::document::name::{self, Form, Name};
use crate::document::region::MaskKind;
use crate::document::thread::Thread;
use crate::report::{Apply, Finding, Fits, PartKind, Suggestion};
use crate::rule::RuleSet;
use crate::span::{Span, Text};

use super::customer::Known;

/// A finding with its place in the file. `safe` is the draft with every secret
/// starred out.
pub(super) fn finding(draft: &Draft, safe: &str, raw: Raw, rules: &RuleSet) -> Finding {
    let rule = &*raw.record;
    let category = rules.categories().iter().find(|category| category.id == rule.category);
    let message = if rule.message.is_empty() {
        category.map_or_else(String::new, |one| one.message.clone())
    } else {
        rule.message.clone()
    };
    Finding {
        rule: rule.id.clone(),
        pack: rule.pack.clone(),
        severity: raw.severity,
        category: rule.category.clone(),
        text: raw.span.of(safe).to_owned(),
        span: raw.span,
        place: draft.origin.place(raw.span),
        message,
        why: rule.why.clone(),
        source: rule.source.clone(),
        cost: 0,
        hold: rule.hold,
        count: raw.count,
        suggestions: raw.suggestions,
    }
}

/// A limit or leak with its place in the file.
pub(super) fn extra(draft: &Draft, safe: &str, extra: &Extra, rules: &RuleSet) -> Finding {
    let category = rules.categories().iter().find(|category| category.id == extra.category);
    let message = if extra.message.is_empty() {
        category.map_or_else(String::new, |one| one.message.clone())
    } else {
        extra.message.clone()
    };
    let say = |text: &String| Suggestion {
        text: text.clone(),
        fits: Fits::Advice,
        apply: Apply::Show,
        asserts: None,
    };
    Finding {
        rule: extra.id.clone(),
        pack: extra.pack.clone(),
        severity: extra.severity,
        category: extra.category.clone(),
        // A long sentence may hold a secret; the secret itself shows its tail.
        text: if extra.mask { extra.words(&draft.text) } else { extra.words(safe) },
        span: extra.span,
        place: draft.origin.place(extra.span),
        message,
        why: extra.why.clone(),
        source: extra.source.clone(),
        cost: 0,
        hold: extra.hold,
        count: extra.count,
        suggestions: extra.say.iter().map(say).collect(),
    }
}

/// What stands round the agent's own words.
pub(super) fn setting<'a>(draft: &'a Draft, cut: &'a Thread, known: &'a Known) -> Setting<'a> {
    let written = |name: &&Name| name.form == Form::Written;
    let signed = cut.agent.as_ref().filter(written).map(|name| name.bare.of(&draft.text));
    Setting {
        customer: &known.text,
        name: known.name.as_deref(),
        greeted: cut
            .greeted
            .as_ref()
            .filter(|_| !cut.greeted_bare)
            .filter(written)
            .map(|name| name.bare),
        agent: draft.agent_name.as_deref().or(signed),
        attachments: draft.attachments,
        ..Setting::default()
    }
}

/// Placeholders that nobody filled.
pub(super) fn placeholders(cut: &Thread) -> Vec<Span<Text>> {
    cut.masked
        .iter()
        .filter(|(kind, _)| *kind == MaskKind::Placeholder)
        .map(|(_, span)| *span)
        .collect()
}

/// Words that are not the agent's.
pub(super) fn foreign(cut: &Thread) -> Vec<Span<Text>> {
    let kinds = |kind: &PartKind| matches!(kind, PartKind::Quote | PartKind::Disclaimer);
    cut.parts.iter().filter(|(kind, _)| kinds(kind)).map(|(_, span)| *span).collect()
}

/// The name in the greeting. One that stands without a greeting counts only
/// when it is the customer's.
pub(super) fn greeted(
    cut: &Thread,
    known: &Known,
    library: bool,
    text: &str,
) -> Option<Span<Text>> {
    let counts = |name: &&Name| library || name.form != Form::Placeholder;
    let customers = |name: &&Name| {
        known.name.as_deref().is_some_and(|known| name::fits(name.bare.of(text), known))
    };
    let greeted =
        cut.greeted.as_ref().filter(counts).filter(|name| !cut.greeted_bare || customers(name));
    greeted
        .or_else(|| cut.addressed.as_ref().filter(counts).filter(customers))
        .map(|name| name.span)
}

/// The agent's own name under the reply.
pub(super) fn signed(cut: &Thread, library: bool) -> Option<Span<Text>> {
    cut.agent
        .as_ref()
        .filter(|name| library || name.form != Form::Placeholder)
        .map(|name| name.span)
}

//! One draft, reviewed: the function that the binary and other programs call.

use crate::check::finding::Raw;
use crate::check::setting::digs;
use crate::check::{self, Choice, Found, Setting};
use crate::checklist::{self, CueHits, CustomerFacts, Facts, Flag, List, Outcome};
use crate::document::draft::Draft;
use crate::document::thread::{self, Thread};
use crate::document::{language, sentence};
use crate::problem::Problem;
use crate::report::{Basis, Channel, Finding, Part, PartKind, Reply, Verdict};
use crate::rule::RuleSet;
use crate::span::{Span, Text};

mod customer;
mod fill;
mod secrets;

use customer::Known;
use secrets::Secrets;

/// What the user chose for a review.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which rules take part.
    pub choice: Choice,
    /// Whether drafts are macros of a library, where placeholders are expected.
    pub library: bool,
    /// Items that the helpdesk adds by itself: `signs-off`.
    pub provided: Vec<String>,
    /// Whether the fault is not ours, so that owning it is not asked for.
    pub not_our_fault: bool,
}

/// Reviews one draft.
///
/// ```
/// use kindword::{Draft, Options, review, rule::builtin};
///
/// let draft = Draft::from_text("Hi Maria,\n\nYou should have told us sooner.").with_customer_name("Maria");
/// let reply = review(&draft, builtin::rules(), &Options::default()).unwrap();
/// assert!(reply.findings.iter().any(|finding| finding.category == "blame"));
/// assert!(reply.checklist.iter().any(|check| check.item == "greets-by-name" && check.met));
/// ```
///
/// # Errors
/// When there is nothing to review: the text is only quoted mail, or the
/// profile that was told does not exist.
pub fn review(draft: &Draft, rules: &RuleSet, options: &Options) -> Result<Reply, Problem> {
    let mut cut = thread::cut(&draft.text);
    if cut.only_quoted && draft.own {
        cut = Thread::whole(&draft.text);
    }
    if cut.only_quoted {
        let message = "there are only quoted lines here, and no reply to review";
        return Err(Problem::new("only-quoted", draft.origin.name(), message)
            .help("write the reply above the quoted mail")
            .line(draft.origin.line()));
    }
    known_profile(draft, rules)?;
    let secrets = Secrets::read(draft, &cut, rules, options);
    let known = customer::read(draft, &cut, &secrets, rules);
    let title = draft.title.as_deref().map(|title| secrets.cover(draft, title, rules));
    let own = Own::read(draft, &cut, &known, secrets, rules, options);
    let reply = assemble(draft, &cut, own, &known, rules, options);
    Ok(Reply { title, ..reply })
}

fn known_profile(draft: &Draft, rules: &RuleSet) -> Result<(), Problem> {
    let Some(told) = draft.profile.as_deref() else {
        return Ok(());
    };
    if rules.profiles().is_empty() || rules.profiles().iter().any(|profile| profile.id == told) {
        return Ok(());
    }
    let ids = || rules.profiles().iter().map(|profile| profile.id.as_str());
    let near = crate::phrase::vocabulary::nearest(told, ids());
    let help = near.map_or_else(
        || format!("the profiles are: {}", ids().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean {near}?"),
    );
    Err(Problem::new("unknown-profile", draft.origin.name(), "no pack has a profile of this name")
        .help(help)
        .line(draft.origin.line()))
}

/// What was found in the agent's own words.
struct Own {
    /// The draft with every secret starred out, byte for byte.
    text: String,
    sentences: Vec<Span<Text>>,
    found: Found,
    findings: Vec<Finding>,
    shadowed: Vec<Finding>,
    english: bool,
}

impl Own {
    fn read(
        draft: &Draft,
        cut: &Thread,
        known: &Known,
        secrets: Secrets,
        rules: &RuleSet,
        options: &Options,
    ) -> Self {
        let text = &draft.text;
        let ranges = own_ranges(cut);
        let masks = check::masks::from(&cut.masked);
        let mut found = check::find(text, &ranges, &masks, rules);
        let english = language::is_english(text, &ranges);
        let judged = |span: Span<Text>| {
            english && !cut.all(PartKind::Signature).any(|part| part.overlaps(span))
        };
        found.rules.retain(|hit| judged(hit.span));
        let chat = draft.channel == Some(Channel::Chat);
        let choice = Choice { chat, ..options.choice.clone() };
        let Secrets { mut leaks, safe } = secrets;
        leaks.retain(|leak| options.choice.takes(&leak.id));
        let (kept, lost) = check::findings(&safe, &found, rules, &choice);
        let limits = if english {
            let (reads, digs) = (known.reads(), digs(&kept));
            let setting =
                Setting { reads: &reads, digs: &digs, ..fill::setting(draft, cut, known) };
            let ranges = judged_ranges(cut, &ranges);
            check::limits(text, &ranges, &masks, rules, &choice, setting)
        } else {
            Vec::new()
        };
        let place = |raw: Raw| fill::finding(draft, &safe, raw, rules);
        let mut findings: Vec<Finding> = kept.into_iter().map(place).collect();
        findings.extend(
            leaks.iter().chain(&limits).map(|extra| fill::extra(draft, &safe, extra, rules)),
        );
        findings.sort_by_key(|finding| (finding.span, finding.rule.clone()));
        let shadowed = lost.into_iter().map(place).collect();
        let sentences = ranges
            .iter()
            .flat_map(|range| {
                sentence::split(range.of(text)).into_iter().map(|one| one.shift(range.start))
            })
            .collect();
        Self { text: safe, sentences, found, findings, shadowed, english }
    }
}

/// The agent's own words, as ranges that only foreign words part.
fn own_ranges(cut: &Thread) -> Vec<Span<Text>> {
    let mut out: Vec<Span<Text>> = Vec::new();
    let mut joins = false;
    for (kind, span) in &cut.parts {
        let own = !matches!(kind, PartKind::Quote | PartKind::Disclaimer);
        match out.last_mut().filter(|_| own && joins) {
            Some(last) => last.end = span.end,
            None if own => out.push(*span),
            None => {}
        }
        joins = own;
    }
    out
}

/// The own ranges without the signature, which limits leave alone.
fn judged_ranges(cut: &Thread, ranges: &[Span<Text>]) -> Vec<Span<Text>> {
    let signature = cut.all(PartKind::Signature).map(|part| part.start).min();
    let ends = |range: &Span<Text>| {
        Span::new(range.start, signature.map_or(range.end, |at| range.end.min(at.max(range.start))))
    };
    ranges.iter().map(ends).filter(|range| !range.is_empty()).collect()
}

/// Items whose cues are about a "no" or a feeling, which a "not" before them
/// does not take back.
const NOT_TAKEN_BACK: &[&str] =
    &["alternative", "empathy", "empathy-first", "welcomes-complaint", "choice", "says-back"];

fn cues(found: &Found, rules: &RuleSet) -> CueHits {
    let mut out = CueHits::new(rules.items().len());
    for cue in &found.items {
        let item = rules.items().get(cue.number).map_or("", |item| item.id.as_str());
        if cue.negated && cue.list == 0 && !NOT_TAKEN_BACK.contains(&item) {
            continue;
        }
        let list = match cue.list {
            0 => List::Cues,
            1 => List::With,
            2 => List::Half,
            _ => List::Bars,
        };
        out.push(cue.number, list, cue.span);
    }
    out.sort();
    out
}

fn assemble(
    draft: &Draft,
    cut: &Thread,
    own: Own,
    known: &Known,
    rules: &RuleSet,
    options: &Options,
) -> Reply {
    let flags: Vec<Flag<'_>> = own
        .findings
        .iter()
        .map(|finding| Flag {
            rule: &finding.rule,
            severity: finding.severity,
            span: finding.span,
            hold: finding.hold,
        })
        .collect();
    let placeholders = if options.library { Vec::new() } else { fill::placeholders(cut) };
    let foreign = fill::foreign(cut);
    let cues = cues(&own.found, rules);
    let requests: Vec<Span<Text>> = known.requests.iter().map(|(_, span)| *span).collect();
    let told = known.is_known().then(|| CustomerFacts {
        text: &known.text,
        name: known.name.as_deref(),
        requests: &requests,
        moods: &known.moods,
    });
    let facts = Facts {
        text: &own.text,
        sentences: &own.sentences,
        cues: &cues,
        flags: &flags,
        placeholders: &placeholders,
        foreign: &foreign,
        greeted: fill::greeted(cut, known, options.library, &draft.text),
        closing: cut.all(PartKind::Closing).last(),
        signed: fill::signed(cut, options.library),
        agent_name: draft.agent_name.as_deref(),
        channel: draft.channel.unwrap_or_default(),
        later_turn: false,
        library: options.library,
        provided: &options.provided,
        not_our_fault: options.not_our_fault,
        profile: &known.profile,
        words: own.found.words,
        english: own.english,
        customer: told,
    };
    let outcome =
        checklist::check(rules.items(), rules.profiles(), &facts, &|span| draft.origin.place(span));
    reply(draft, cut, own, known, outcome)
}

fn reply(draft: &Draft, cut: &Thread, own: Own, known: &Known, outcome: Outcome) -> Reply {
    let mut findings = own.findings;
    for (finding, cost) in findings.iter_mut().zip(&outcome.costs) {
        finding.cost = *cost;
    }
    let hold = findings.iter().any(|finding| finding.hold);
    let parts = cut
        .parts
        .iter()
        .map(|(kind, span)| Part { kind: *kind, span: *span, place: draft.origin.place(*span) })
        .collect();
    let mut checklist = outcome.checklist;
    for check in &mut checklist {
        check.praise = check
            .praise
            .take()
            .filter(|praise| !praise.is_empty())
            .map(|praise| format!("You {praise}"));
    }
    Reply {
        id: draft.id.clone(),
        source: draft.origin.name().to_owned(),
        title: None,
        line: draft.origin.line(),
        text: own.text,
        channel: draft.channel.unwrap_or_default(),
        profile: known.profile.clone(),
        basis: known.basis,
        score: outcome.score,
        verdict: if hold { Verdict::Hold } else { outcome.verdict },
        hold,
        customer: known.report(draft, &outcome.answered),
        parts,
        findings,
        shadowed: own.shadowed,
        checklist,
        pools: outcome.pools,
        earned: outcome.earned,
        deducted: outcome.deducted,
        next: outcome.next,
    }
}

impl Known {
    /// The situation and the moods, by their ids; none where nothing is known.
    fn reads(&self) -> Vec<String> {
        let told = self.basis != Basis::Unknown;
        self.moods.iter().chain(told.then_some(&self.profile)).cloned().collect()
    }

    /// Whether anything is known of the customer.
    fn is_known(&self) -> bool {
        self.basis == Basis::Message
            || self.basis == Basis::Quote
            || self.name.is_some()
            || !self.text.is_empty()
    }
}

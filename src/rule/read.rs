//! The tables of a pack, key by key: what each must hold and may hold.

use super::change::Change;
use super::model::{
    Asserts, Category, Class, Fits, Guard, Item, Leak, Limit, PoolKind, Profile, Reach, Rule,
    Severity, Shape, Sign,
};
use super::table::Reader;

/// The severities, as files write them.
pub const SEVERITIES: &[(&str, Severity)] =
    &[("high", Severity::High), ("medium", Severity::Medium), ("polish", Severity::Polish)];
const FITS: &[(&str, Fits)] = &[
    ("anywhere", Fits::Anywhere),
    ("clause", Fits::Clause),
    ("slot", Fits::Slot),
    ("advice", Fits::Advice),
];
const ASSERTS: &[(&str, Asserts)] = &[
    ("fault", Asserts::Fault),
    ("commitment", Asserts::Commitment),
    ("content", Asserts::Content),
];
const POOLS: &[(&str, PoolKind)] = &[
    ("help", PoolKind::Help),
    ("understanding", PoolKind::Understanding),
    ("courtesy", PoolKind::Courtesy),
    ("none", PoolKind::None),
];
const REACHES: &[(&str, Reach)] = &[
    ("after", Reach::After),
    ("clause", Reach::Clause),
    ("sentence", Reach::Sentence),
    ("quote", Reach::Quote),
    ("cover", Reach::Cover),
    ("near", Reach::Near),
];

/// `[[swap]]`
pub(super) fn rule(reader: &mut Reader<'_>, pack: &str) -> Rule {
    let category = reader.need(
        "category",
        "add category = \"blame\", or another of the categories that `rules list` shows",
    );
    let id = identity(reader, &category);
    let (find, find_regex) = (reader.list("find"), reader.list("find_regex"));
    reader.needs(&["find", "find_regex"]);
    if find.is_empty() && find_regex.is_empty() {
        reader.missing("find", "add find = [\"the words to look for\"]");
    }
    let severity = severity(reader);
    let say = reader.list("say");
    let fits = reader.choice("fits", FITS).unwrap_or(Fits::Advice);
    let (bad, good) = examples(reader);
    // No guards at all is not the same as those of the category.
    let written = reader.has("guards");
    let guards = Some(reader.list("guards")).filter(|_| written);
    Rule {
        id,
        pack: pack.to_owned(),
        category,
        severity,
        in_chat: reader.choice("in_chat", SEVERITIES),
        find,
        find_regex,
        only_if: reader.list("only_if"),
        say,
        fits,
        asserts: reader.choice("asserts", ASSERTS),
        unless: reader.list("unless"),
        guards,
        tight: reader.flag("tight"),
        hold: reader.flag("hold"),
        message: reader.text("message").unwrap_or_default(),
        why: reader.need("why", "add why = \"one friendly line that the agent reads\""),
        source: reader.text("source").unwrap_or_default(),
        bad,
        good,
        aliases: reader.list("aliases"),
    }
}

/// The full id, from `id` and the category.
fn identity(reader: &mut Reader<'_>, category: &str) -> String {
    let id = reader.need("id", "add id = \"a-short-name\"");
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !plain {
        let place = reader
            .spans
            .get("id")
            .and_then(|all| all.first())
            .cloned()
            .unwrap_or_else(|| reader.place());
        reader.fault(
            "bad-id",
            place,
            format!("the id \"{id}\" has other signs than a-z, 0-9 and -"),
            "write it like \"youre-wrong\"",
        );
    }
    format!("{category}.{id}")
}

fn severity(reader: &mut Reader<'_>) -> Severity {
    if !reader.has("severity") {
        reader.missing("severity", "add severity = \"high\", \"medium\" or \"polish\"");
    }
    let severity = reader.choice("severity", SEVERITIES).unwrap_or(Severity::Medium);
    reader.needs(&["severity"]);
    severity
}

/// `bad` and `good`, both of which every rule must have.
fn examples(reader: &mut Reader<'_>) -> (Vec<String>, Vec<String>) {
    let (bad, good) = (reader.list("bad"), reader.list("good"));
    both(reader, bad.is_empty(), good.is_empty());
    (bad, good)
}

fn both(reader: &mut Reader<'_>, no_bad: bool, no_good: bool) {
    reader.needs(&["bad"]);
    reader.needs(&["good"]);
    if no_bad {
        reader.missing("bad", "add bad = [\"a sentence in which it should fire\"]");
    }
    if no_good {
        reader.missing("good", "add good = [\"a sentence that looks alike and is fine\"]");
    }
}

/// `[[class]]`
pub(super) fn class(reader: &mut Reader<'_>) -> Class {
    let id = reader.need("id", "add id = \"refund-words\"");
    let words = reader.list("words");
    reader.needs(&["words"]);
    if words.is_empty() {
        reader.missing("words", "add words = [\"refund~\", \"money back\"]");
    }
    Class { id, words, extend: reader.flag("extend") }
}

/// `[[category]]`
pub(super) fn category(reader: &mut Reader<'_>) -> Category {
    let id = reader.need("id", "add id = \"blame\"");
    let title = reader.need("title", "add title = \"Blame\"");
    Category { message: reader.text("message").unwrap_or_else(|| title.clone()), id, title }
}

/// `[[guard]]`
pub(super) fn guard(reader: &mut Reader<'_>) -> Guard {
    let id = reader.need("id", "add id = \"negation\"");
    let cues = reader.list("cues");
    reader.needs(&["cues"]);
    if cues.is_empty() {
        reader.missing("cues", "add cues = [\"the words that open it\"]");
    }
    Guard {
        id,
        cues,
        unless: reader.list("unless"),
        reach: reader.choice("reach", REACHES).unwrap_or(Reach::After),
        words: reader.number("words").unwrap_or(0) as usize,
        stop: reader.list("stop"),
        soften: reader.flag("soften"),
        categories: reader.list("categories"),
        why: reader.text("why").unwrap_or_default(),
        good: reader.list("good"),
        bad: reader.list("bad"),
    }
}

/// `[[item]]`; a team's pack may write only what it changes.
pub(super) fn item(reader: &mut Reader<'_>, pack: &str) -> Item {
    let mut text = |key| reader.text(key).unwrap_or_default();
    let (title, detector, praise) = (text("title"), text("detector"), text("praise"));
    let (tip, why, source) = (text("tip"), text("why"), text("source"));
    Item {
        id: reader.need("id", "add id = \"thanks\""),
        title,
        pack: pack.to_owned(),
        pool: reader.choice("pool", POOLS).unwrap_or(PoolKind::None),
        detector,
        cues: reader.list("cues"),
        with: reader.list("with"),
        half: reader.list("half"),
        bars: reader.list("bars"),
        unless: reader.list("unless"),
        concrete: reader.flag("concrete"),
        praise,
        tip,
        why,
        source,
        good: reader.cases("good"),
        bad: reader.cases("bad"),
    }
}

/// `[[profile]]`
pub(super) fn profile(reader: &mut Reader<'_>) -> Profile {
    let id = reader.need("id", "add id = \"complaint\"");
    let title = reader.text("title").unwrap_or_default();
    Profile { id, title, email: reader.points("email"), chat: reader.points("chat") }
}

const SHAPES: &[(&str, Shape)] =
    &[("always", Shape::Always), ("no-request", Shape::NoRequest), ("loud", Shape::Loud)];

/// `[[sign]]`
pub(super) fn sign(reader: &mut Reader<'_>) -> Sign {
    Sign {
        id: reader.need("id", "add id = \"a-short-name\""),
        situation: reader.text("situation"),
        weight: reader.number("weight").unwrap_or(1),
        when: reader.choice("when", SHAPES),
        cues: reader.list("cues"),
        unless: reader.list("unless"),
        good: reader.list("good"),
        bad: reader.list("bad"),
    }
}

/// `[[limit]]`
pub(super) fn limit(reader: &mut Reader<'_>, pack: &str) -> Limit {
    let category = reader.need("category", "add category = \"shouting\"");
    let id = identity(reader, &category);
    let severity = severity(reader);
    let (bad, good) = (reader.cases("bad"), reader.cases("good"));
    both(reader, bad.is_empty(), good.is_empty());
    Limit {
        id,
        pack: pack.to_owned(),
        count: reader.need("count", "add count = \"capitals\", or another counter"),
        most: reader.number("most").unwrap_or(0) as usize,
        severity,
        allow: reader.list("allow"),
        words: reader.list("words"),
        when: reader.list("when"),
        mirrored: reader.flag("mirrored"),
        beside: reader.list("beside"),
        message: reader.text("message").unwrap_or_default(),
        say: reader.list("say"),
        why: reader.need("why", "add why = \"one friendly line\""),
        source: reader.text("source").unwrap_or_default(),
        bad,
        good,
    }
}

/// `[[leak]]`
pub(super) fn leak(reader: &mut Reader<'_>, pack: &str) -> Leak {
    let category = reader.need("category", "add category = \"privacy\"");
    let id = identity(reader, &category);
    let find_regex = reader.list("find_regex");
    let placeholders = reader.flag("placeholders");
    reader.needs(&["find_regex", "placeholders"]);
    if find_regex.is_empty() && !placeholders {
        reader.missing("find_regex", "add find_regex = ['a pattern']");
    }
    let (bad, good) = examples(reader);
    Leak {
        id,
        pack: pack.to_owned(),
        find_regex,
        placeholders,
        only_if: reader.list("only_if"),
        checksum: reader.text("checksum").unwrap_or_default(),
        near: reader.list("near"),
        not_near: reader.list("not_near"),
        mask: reader.flag("mask"),
        library_ok: reader.flag("library_ok"),
        message: reader.text("message").unwrap_or_default(),
        say: reader.list("say"),
        why: reader.need("why", "add why = \"one friendly line\""),
        source: reader.text("source").unwrap_or_default(),
        bad,
        good,
    }
}

/// `[[change]]`; which keys a rule can take is settled when it is known.
pub(super) fn change(reader: &mut Reader<'_>, pack: &str) -> Change {
    let (off, say) = (reader.flag("off"), reader.list("say"));
    Change {
        rule: reader.need("rule", "add rule = \"refusal.cant\", the id that a review shows"),
        pack: pack.to_owned(),
        off: reader.has("off").then_some(off),
        severity: reader.choice("severity", SEVERITIES),
        say: reader.has("say").then_some(say),
        fits: reader.choice("fits", FITS),
        asserts: reader.choice("asserts", ASSERTS),
        why: reader.text("why").unwrap_or_default(),
        message: reader.text("message").unwrap_or_default(),
        most: reader.number("most").map(|most| most as usize),
        allow: reader.list("allow"),
        unless: reader.list("unless"),
        because: reader.need("because", "add because = \"why your team wants it so\""),
        bad: reader.list("bad"),
        good: reader.list("good"),
    }
}

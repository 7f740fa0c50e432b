//! From packs to one layer of compiled rules: the phrases to a program, the
//! rest to records that are read when they are needed.

mod changes;
mod names;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::layer::{HOLD, Layer, ROW, Tables, slim};
use super::load::{Located, Pack};
use super::model::{Rule, Severity};
use super::place::inside;
use super::set::RuleSet;
use super::table::Spans;
use crate::phrase::{Builder, Fault, Owner, Use};
use crate::problem::Problem;

/// Compiles packs on top of `base`.
///
/// # Errors
/// Every fault of every pack.
pub fn compile(packs: &[Pack], base: Option<&RuleSet>) -> Result<Layer, Vec<Problem>> {
    let mut compiler = Compiler::new(base);
    for pack in packs {
        compiler.declare(pack);
    }
    for pack in packs {
        compiler.classes(pack);
    }
    for pack in packs {
        compiler.tables(pack);
    }
    for pack in packs {
        compiler.rules(pack);
    }
    compiler.changes(packs);
    if compiler.problems.is_empty() { Ok(compiler.finish()) } else { Err(compiler.problems) }
}

struct Compiler<'b> {
    builder: Builder<'b>,
    base: Option<&'b RuleSet>,
    tables: Tables,
    records: String,
    names: String,
    rows: Vec<u32>,
    ids: BTreeMap<String, String>,
    own_classes: BTreeMap<String, String>,
    problems: Vec<Problem>,
}

impl<'b> Compiler<'b> {
    fn new(base: Option<&'b RuleSet>) -> Self {
        let mut ids = BTreeMap::new();
        for rule in base.iter().flat_map(|base| base.rule_ids()) {
            ids.insert(rule.to_owned(), "the built-in packs".to_owned());
        }
        Self {
            builder: Builder::over(&base.map(RuleSet::programs).unwrap_or_default()),
            base,
            tables: Tables::default(),
            records: String::new(),
            names: String::new(),
            rows: Vec::new(),
            ids,
            own_classes: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    fn report(
        &mut self,
        pack: &Pack,
        code: &'static str,
        range: Range<usize>,
        message: String,
        help: impl Into<String>,
    ) {
        self.problems
            .push(Problem::new(code, pack.file.clone(), message).help(help).at(&pack.text, range));
    }

    fn phrase(
        &mut self,
        pack: &Pack,
        spans: &Spans,
        key: &str,
        index: usize,
        place: &Range<usize>,
        result: Result<(), Fault>,
    ) {
        let Err(fault) = result else { return };
        let range =
            spans.get(key).and_then(|all| all.get(index)).cloned().unwrap_or_else(|| place.clone());
        let range = inside(&pack.text, &range, fault.at, fault.len);
        self.report(pack, "bad-phrase", range, fault.message, fault.help);
    }

    fn declare(&mut self, pack: &Pack) {
        self.tables.packs.push((pack.name.clone(), pack.title.clone()));
        for class in &pack.classes {
            let id = class.value.id.clone();
            let known = self.builder.vocabulary.classes.contains(&id);
            if known && !class.value.extend && !id.is_empty() {
                let owner = self
                    .own_classes
                    .get(&id)
                    .cloned()
                    .unwrap_or_else(|| "the built-in classes".to_owned());
                let message = format!("the class <{id}> is already in {owner}");
                self.report(
                    pack,
                    "duplicate-class",
                    class.place.clone(),
                    message,
                    "choose another id, or write extend = true to add words to it",
                );
            }
            self.own_classes.entry(id.clone()).or_insert_with(|| pack.file.clone());
            self.builder.vocabulary.declare(&id);
        }
    }

    fn classes(&mut self, pack: &Pack) {
        for class in &pack.classes {
            let number = self.builder.vocabulary.declare(&class.value.id);
            for (n, word) in class.value.words.iter().enumerate() {
                let result = self.builder.member(number, word);
                self.phrase(pack, &class.spans, "words", n, &class.place, result);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a phrase with its place and its owner")]
    fn find(
        &mut self,
        pack: &Pack,
        spans: &Spans,
        place: &Range<usize>,
        owner: Owner,
        key: &str,
        phrases: &[String],
        tight: bool,
    ) {
        for (n, phrase) in phrases.iter().enumerate() {
            let result = self.builder.find(owner, phrase, tight);
            self.phrase(pack, spans, key, n, place, result);
        }
    }

    fn unless(
        &mut self,
        pack: &Pack,
        spans: &Spans,
        place: &Range<usize>,
        owner: Owner,
        phrases: &[String],
    ) {
        for (n, phrase) in phrases.iter().enumerate() {
            let result = self.builder.unless(owner, phrase);
            self.phrase(pack, spans, "unless", n, place, result);
        }
    }

    /// Everything but rules.
    fn tables(&mut self, pack: &Pack) {
        for one in &pack.guards {
            let owner = Owner::new(Use::Guard, 0, number(self.tables.guards.len()));
            self.find(pack, &one.spans, &one.place, owner, "cues", &one.value.cues, false);
            self.unless(pack, &one.spans, &one.place, owner, &one.value.unless);
            self.tables.guards.push(one.value.clone());
        }
        for one in &pack.items {
            let index = number(self.tables.items.len());
            let item = &one.value;
            let lists = [
                ("cues", &item.cues),
                ("with", &item.with),
                ("half", &item.half),
                ("bars", &item.bars),
            ];
            for (list, (key, phrases)) in (0u8..).zip(lists) {
                self.find(
                    pack,
                    &one.spans,
                    &one.place,
                    Owner::new(Use::Item, list, index),
                    key,
                    phrases,
                    false,
                );
            }
            self.unless(
                pack,
                &one.spans,
                &one.place,
                Owner::new(Use::Item, 0, index),
                &one.value.unless,
            );
            self.tables.items.push(one.value.clone());
        }
        for one in &pack.signs {
            let owner = Owner::new(Use::Sign, 0, number(self.tables.signs.len()));
            self.find(pack, &one.spans, &one.place, owner, "cues", &one.value.cues, false);
            self.unless(pack, &one.spans, &one.place, owner, &one.value.unless);
            self.tables.signs.push(one.value.clone());
        }
        self.tables.categories.extend(pack.categories.iter().map(|one| one.value.clone()));
        self.tables.profiles.extend(pack.profiles.iter().map(|one| one.value.clone()));
        for one in &pack.limits {
            self.name(pack, &one.value.id, &one.spans, &one.place);
            self.tables.limits.push(one.value.clone());
        }
        for one in &pack.leaks {
            self.name(pack, &one.value.id, &one.spans, &one.place);
            self.regexes(pack, &one.spans, &one.place, &one.value.find_regex);
            self.tables.leaks.push(one.value.clone());
        }
    }

    /// Notes an id; the same id twice is a fault.
    fn name(&mut self, pack: &Pack, id: &str, spans: &Spans, place: &Range<usize>) {
        if let Some(owner) = self.ids.insert(id.to_owned(), pack.file.clone()) {
            let range = spans
                .get("id")
                .and_then(|all| all.first())
                .cloned()
                .unwrap_or_else(|| place.clone());
            self.report(
                pack,
                "duplicate-id",
                range,
                format!("the id {id} is already in {owner}"),
                "choose another id",
            );
        }
    }

    fn regexes(&mut self, pack: &Pack, spans: &Spans, place: &Range<usize>, patterns: &[String]) {
        for (n, pattern) in patterns.iter().enumerate() {
            if let Err(error) = regex::Regex::new(pattern) {
                let range = spans
                    .get("find_regex")
                    .and_then(|all| all.get(n))
                    .cloned()
                    .unwrap_or_else(|| place.clone());
                let reason = error.to_string();
                let last = reason
                    .lines()
                    .last()
                    .unwrap_or_default()
                    .trim_start_matches("error: ")
                    .to_owned();
                self.report(
                    pack,
                    "bad-regex",
                    range,
                    format!("this regular expression cannot be read: {last}"),
                    "write plain words under `find` where words will do",
                );
            }
        }
    }

    fn rules(&mut self, pack: &Pack) {
        for one in &pack.rules {
            self.rule(pack, one);
        }
    }

    fn rule(&mut self, pack: &Pack, one: &Located<Rule>) {
        let rule = &one.value;
        let index = number(self.rows.len() / ROW);
        let owner = Owner::new(Use::Rule, 0, index);
        self.name(pack, &rule.id, &one.spans, &one.place);
        for alias in &rule.aliases {
            self.name(pack, alias, &one.spans, &one.place);
        }
        self.find(pack, &one.spans, &one.place, owner, "find", &rule.find, rule.tight);
        self.unless(pack, &one.spans, &one.place, owner, &rule.unless);
        self.regexes(pack, &one.spans, &one.place, &rule.find_regex);
        if !rule.find_regex.is_empty() {
            self.tables.regexes.push((index, rule.find_regex.clone(), rule.only_if.clone()));
        }
        self.category(pack, one);
        super::slots::check(pack, one, &mut self.builder, &mut self.problems);
        let guards = self.guard_bits(pack, one);
        let record = serde_json::to_string(rule).unwrap_or_default();
        let severity = match rule.severity {
            Severity::Polish => 0,
            Severity::Medium => 1,
            Severity::High => 2,
        };
        self.rows.extend([
            number(self.records.len()),
            number(record.len()),
            severity | if rule.hold { HOLD } else { 0 },
            guards,
        ]);
        self.records.push_str(&record);
        self.names.push_str(&rule.id);
        for alias in &rule.aliases {
            self.names.push(' ');
            self.names.push_str(alias);
        }
        self.names.push('\n');
    }

    fn finish(self) -> Layer {
        let details = serde_json::to_string(&self.tables).unwrap_or_default();
        let tables = serde_json::to_string(&slim(self.tables)).unwrap_or_default();
        Layer {
            program: self.builder.finish(),
            records: Cow::Owned(self.records),
            names: Cow::Owned(self.names),
            rows: Cow::Owned(self.rows),
            tables: Cow::Owned(tables),
            details: Cow::Owned(details),
        }
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

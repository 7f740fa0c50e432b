//! `kindword rules schema`: what a pack or a `kindword.toml` may hold, as a
//! JSON Schema that editors complete from. The keys and their kinds are those
//! that the readers ask for; only the words of help stand here. It keeps to
//! what draft 4 and draft 7 both know, because editors of TOML know no more.

use serde_json::{Map, Value, json};

use super::super::args::SchemaArgs;
use super::super::choices::SchemaOf;
use super::super::config;
use super::super::console::Console;
use super::super::exit::Exit;
use super::hints;
use crate::check::{checksum, limits};
use crate::checklist::DETECTORS;
use crate::rule::table::{Asked, Shape};
use crate::rule::{RuleSet, builtin, load};

/// The dialect.
const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// Prints a schema.
///
/// # Errors
/// When it cannot be written.
pub fn run(args: &SchemaArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let schema = match args.of {
        SchemaOf::Pack => pack(),
        SchemaOf::Config => settings(),
    };
    console.write(&(serde_json::to_string_pretty(&schema)? + "\n"))?;
    Ok(Exit::Fine)
}

/// The schema of a pack.
#[must_use]
pub fn pack() -> Value {
    let known = Words::new(builtin::rules());
    let mut tables = Map::new();
    for (name, asked) in load::tables() {
        let table = object(name, &asked, &known);
        let mut described = match name {
            "pack" => table,
            _ => json!({ "type": "array", "items": table }),
        };
        describe(&mut described, hints::table(name));
        tables.insert(name.to_owned(), described);
    }
    if let Some(schema) =
        tables.get_mut("pack").and_then(|one| one.pointer_mut("/properties/schema"))
    {
        *schema = json!({ "enum": [1], "description": hints::key("pack", "schema") });
    }
    json!({
        "$schema": DIALECT,
        "title": "A rule pack of kindword",
        "type": "object",
        "properties": tables,
        "required": ["pack"],
        "additionalProperties": false,
    })
}

/// The schema of a `kindword.toml`.
#[must_use]
pub fn settings() -> Value {
    let known = Words::new(builtin::rules());
    let mut schema = object("settings", &config::asked(), &known);
    if let Some(all) = schema.as_object_mut() {
        all.insert("$schema".to_owned(), json!(DIALECT));
        all.insert("title".to_owned(), json!("Settings of kindword"));
    }
    if let Some(score) = schema.pointer_mut("/properties/min_score").and_then(Value::as_object_mut)
    {
        score.insert("maximum".to_owned(), json!(100));
    }
    schema
}

/// Words that keys take, or are likely to take.
struct Words {
    /// By key: the words, and whether there may be others.
    rows: Vec<(&'static str, Vec<String>, bool)>,
    rules: Vec<String>,
}

impl Words {
    fn new(rules: &RuleSet) -> Self {
        let categories: Vec<String> = rules.categories().iter().map(|one| one.id.clone()).collect();
        let ids: Vec<String> =
            rules.rule_ids().map(str::to_owned).chain(categories.iter().cloned()).collect();
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let guards = rules.guards().iter().map(|one| one.id.clone()).collect();
        let profiles: Vec<String> = rules.profiles().iter().map(|one| one.id.clone()).collect();
        let items = rules.items().iter().map(|one| one.id.clone()).collect();
        let counters = owned(limits::COUNTERS.iter().map(|one| one.name).collect());
        let checksums = owned(checksum::CHECKSUMS.iter().map(|one| one.name).collect());
        let detectors = owned(DETECTORS.iter().map(|(name, _)| *name).collect());
        let rows = vec![
            ("category", categories.clone(), true),
            ("categories", categories, true),
            ("guards", guards, true),
            ("profile", profiles.clone(), true),
            ("situation", profiles, true),
            ("provided", items, true),
            ("count", counters, false),
            ("checksum", checksums, false),
            ("detector", detectors, false),
            ("only", ids.clone(), true),
        ];
        Self { rows, rules: ids }
    }

    /// The schema of a text under a key.
    fn text(&self, key: &str) -> Value {
        match self.rows.iter().find(|(name, ..)| *name == key) {
            Some((_, words, true)) => json!({ "anyOf": [{ "enum": words }, { "type": "string" }] }),
            Some((_, words, false)) => json!({ "enum": words }),
            None => json!({ "type": "string" }),
        }
    }

    /// A table whose keys are rules.
    fn rules(&self, value: &Value) -> Value {
        let known = self.rules.iter().map(|id| (id.clone(), value.clone()));
        let known: Map<String, Value> = known.collect();
        json!({ "type": "object", "properties": known, "additionalProperties": value })
    }
}

/// A table with these keys and no others.
fn object(table: &str, asked: &[Asked], words: &Words) -> Value {
    let mut properties = Map::new();
    for one in asked {
        let mut schema = value(table, one, words);
        describe(&mut schema, hints::key(table, one.key));
        properties.insert(one.key.to_owned(), schema);
    }
    let groups = asked.iter().map(|one| &one.one_of);
    let required: Vec<&str> =
        groups.clone().filter(|keys| keys.len() == 1).flatten().copied().collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let Some(all) = schema.as_object_mut() else { return schema };
    if !required.is_empty() {
        all.insert("required".to_owned(), json!(required));
    }
    for keys in groups.filter(|keys| keys.len() > 1) {
        let either: Vec<Value> = keys.iter().map(|key| json!({ "required": [key] })).collect();
        all.insert("anyOf".to_owned(), json!(either));
    }
    schema
}

/// What a key holds.
fn value(table: &str, asked: &Asked, words: &Words) -> Value {
    let one = words.text(asked.key);
    let list = |least: usize| json!({ "type": "array", "items": one, "minItems": least });
    // A list that must be there must hold something.
    let least = usize::from(asked.one_of.len() == 1);
    match &asked.shape {
        Shape::Text => one,
        Shape::Texts => json!({ "anyOf": [list(least), { "type": "string" }] }),
        Shape::Cases(inner) => {
            let told = object(&format!("{table}.{}", asked.key), inner, words);
            let either = json!({ "anyOf": [one, told] });
            let all = json!({ "type": "array", "items": either, "minItems": least });
            json!({ "anyOf": [all, one] })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Choice(choices) => json!({ "enum": choices }),
        Shape::Points => json!({
            "type": "object",
            "additionalProperties": { "type": "integer", "minimum": 0 },
        }),
        Shape::Reasons => {
            let texts = json!({ "type": "array", "items": { "type": "string" } });
            let reasons = words.rules(&json!({ "type": "string" }));
            json!({ "anyOf": [reasons, texts, { "type": "string" }] })
        }
        Shape::Choices(choices) => words.rules(&json!({ "enum": choices })),
        Shape::Section(inner) => object(&format!("{table}.{}", asked.key), inner, words),
    }
}

fn describe(schema: &mut Value, words: &str) {
    if let Some(all) = schema.as_object_mut() {
        all.insert("description".to_owned(), json!(words));
    }
}

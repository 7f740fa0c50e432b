//! Reads a pack from TOML. All faults of a file are found at once; a pack
//! with a fault is not used.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::change::Change;
use super::model::{Category, Class, Guard, Item, Leak, Limit, Profile, Rule, Sign};
use super::read as tables;
use super::table::{Asked, File, Reader, Spans};
use crate::phrase::vocabulary::nearest;
use crate::problem::Problem;

/// A table of a pack with the places of its values.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where the table begins.
    pub place: Range<usize>,
    /// Where the values stand.
    pub spans: Spans,
}

/// A pack as it was written.
#[derive(Debug, Clone)]
pub struct Pack {
    /// `articles`.
    pub name: String,
    /// "Swaps from the five articles".
    pub title: String,
    /// The file.
    pub file: String,
    /// The file's text, to show places in.
    pub text: Arc<str>,
    /// `[[swap]]`
    pub rules: Vec<Located<Rule>>,
    /// `[[class]]`
    pub classes: Vec<Located<Class>>,
    /// `[[category]]`
    pub categories: Vec<Located<Category>>,
    /// `[[guard]]`
    pub guards: Vec<Located<Guard>>,
    /// `[[item]]`, with the keys that were written.
    pub items: Vec<Located<Item>>,
    /// `[[profile]]`
    pub profiles: Vec<Located<Profile>>,
    /// `[[sign]]`
    pub signs: Vec<Located<Sign>>,
    /// `[[limit]]`
    pub limits: Vec<Located<Limit>>,
    /// `[[leak]]`
    pub leaks: Vec<Located<Leak>>,
    /// `[[change]]`
    pub changes: Vec<Located<Change>>,
}

/// A table's name and what reads it.
type Row = (&'static str, fn(&mut Reader<'_>));

/// The tables a pack may hold.
const TABLES: &[Row] = &[
    ("swap", |reader| drop(tables::rule(reader, ""))),
    ("class", |reader| drop(tables::class(reader))),
    ("category", |reader| drop(tables::category(reader))),
    ("guard", |reader| drop(tables::guard(reader))),
    ("item", |reader| drop(tables::item(reader, ""))),
    ("profile", |reader| drop(tables::profile(reader))),
    ("sign", |reader| drop(tables::sign(reader))),
    ("limit", |reader| drop(tables::limit(reader, ""))),
    ("leak", |reader| drop(tables::leak(reader, ""))),
    ("change", |reader| drop(tables::change(reader, ""))),
];

/// The tables of a pack with the keys that their readers ask for, the header
/// first.
#[must_use]
pub fn tables() -> Vec<(&'static str, Vec<Asked>)> {
    let header: Row = ("pack", |reader| drop(titles(reader)));
    let all = [header].into_iter().chain(TABLES.iter().copied());
    all.map(|(name, read)| (name, Reader::keys(read))).collect()
}

/// The names of the tables.
fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}

/// Reads a pack.
///
/// # Errors
/// Every fault of the file, each with line, caret and remedy.
pub fn load(name: &str, text: &str) -> Result<Pack, Vec<Problem>> {
    let (pack, problems) = read(name, text);
    if problems.iter().any(|problem| !problem.warning) {
        return Err(problems);
    }
    Ok(pack)
}

/// Reads what can be read of a pack, with every fault of the file.
#[must_use]
pub fn read(name: &str, text: &str) -> (Pack, Vec<Problem>) {
    let file = File { name: name.to_owned(), text: Arc::from(text) };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| {
            let range = error.span().unwrap_or(0..0);
            Problem::new("bad-toml", name, format!("this is not TOML: {}", error.message()))
                .help("check quotes, brackets and commas near here")
                .at(&file.text, range)
        })
        .collect();
    let pack = sections(&file, &table, &mut problems);
    problems.sort_by_key(|problem| problem.place.map_or(0, |place| place.line));
    (pack, problems)
}

fn sections(file: &File, table: &Spanned<DeTable<'_>>, problems: &mut Vec<Problem>) -> Pack {
    let (name, title) = header(file, table, problems);
    for (key, _) in table.get_ref() {
        let known = key.get_ref().as_ref() == "pack" || names().any(|name| name == key.get_ref());
        if !known {
            let near = nearest(key.get_ref(), names());
            let help = near.map_or_else(
                || format!("the tables are: {}", names().collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean [[{near}]]?"),
            );
            let message = format!("a pack has no table `{}`", key.get_ref());
            problems.push(
                Problem::new("unknown-table", file.name.clone(), message)
                    .help(help)
                    .at(&file.text, key.span()),
            );
        }
    }
    let mut section = Section { file, table: table.get_ref(), problems };
    let pack = name.as_str();
    Pack {
        rules: section.read("swap", "[[swap]]", |reader| tables::rule(reader, pack)),
        classes: section.read("class", "[[class]]", tables::class),
        categories: section.read("category", "[[category]]", tables::category),
        guards: section.read("guard", "[[guard]]", tables::guard),
        items: section.read("item", "[[item]]", |reader| tables::item(reader, pack)),
        profiles: section.read("profile", "[[profile]]", tables::profile),
        signs: section.read("sign", "[[sign]]", tables::sign),
        limits: section.read("limit", "[[limit]]", |reader| tables::limit(reader, pack)),
        leaks: section.read("leak", "[[leak]]", |reader| tables::leak(reader, pack)),
        changes: section.read("change", "[[change]]", |reader| tables::change(reader, pack)),
        name: name.clone(),
        title,
        file: file.name.clone(),
        text: Arc::clone(&file.text),
    }
}

fn header(
    file: &File,
    table: &Spanned<DeTable<'_>>,
    problems: &mut Vec<Problem>,
) -> (String, String) {
    let pack = table.get_ref().iter().find(|(key, _)| key.get_ref().as_ref() == "pack");
    let Some((key, DeValue::Table(inner))) = pack.map(|(key, value)| (key, value.get_ref())) else {
        let help =
            "begin the file with [pack], schema = 1, name = \"our-words\", title = \"Our words\"";
        problems.push(
            Problem::new("missing-pack", file.name.clone(), "this file has no [pack]")
                .help(help)
                .at(&file.text, 0..0),
        );
        return (String::new(), String::new());
    };
    let mut reader = Reader::new(file, "[pack]", inner, key.span());
    let (name, title) = titles(&mut reader);
    reader.finish();
    problems.append(&mut reader.problems);
    (name, title)
}

/// `[pack]`: name and title.
fn titles(reader: &mut Reader<'_>) -> (String, String) {
    let name = reader.need("name", "add name = \"our-words\"");
    let title = reader.text("title").unwrap_or_else(|| name.clone());
    match reader.number("schema") {
        Some(1) => {}
        Some(_) => {
            let place =
                reader.spans.get("schema").and_then(|all| all.first()).cloned().unwrap_or(0..0);
            reader.fault(
                "bad-schema",
                place,
                "this kindword reads schema 1",
                "write schema = 1, or use a newer kindword",
            );
        }
        None if reader.has("schema") => {}
        None => reader.missing("schema", "add schema = 1"),
    }
    reader.needs(&["schema"]);
    (name, title)
}

struct Section<'t> {
    file: &'t File,
    table: &'t DeTable<'t>,
    problems: &'t mut Vec<Problem>,
}

impl<'t> Section<'t> {
    fn read<T>(
        &mut self,
        key: &'static str,
        kind: &'static str,
        one: impl Fn(&mut Reader<'t>) -> T,
    ) -> Vec<Located<T>> {
        let Some((name, value)) =
            self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key)
        else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            let message = format!("`{key}` wants double brackets");
            self.problems.push(
                Problem::new("wrong-type", self.file.name.clone(), message)
                    .help(format!("write {kind}"))
                    .at(&self.file.text, name.span()),
            );
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            if let DeValue::Table(table) = item.get_ref() {
                let mut reader = Reader::new(self.file, kind, table, item.span());
                let value = one(&mut reader);
                reader.finish();
                self.problems.append(&mut reader.problems);
                out.push(Located {
                    value,
                    place: reader.place(),
                    spans: std::mem::take(&mut reader.spans),
                });
            }
        }
        out
    }
}

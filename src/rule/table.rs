//! One TOML table, read key by key: what is missing, misspelt or of the
//! wrong type becomes a problem with its place, and all are collected.

mod cases;
mod nested;
mod shape;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use self::nested::Mention;
pub use self::shape::{Asked, Shape};
use crate::phrase::vocabulary::nearest;
use crate::problem::Problem;

/// A rule file being read.
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: Arc<str>,
}

/// Where the values of a table stand in the file, by key; lists have one
/// range for each element.
pub type Spans = BTreeMap<String, Vec<Range<usize>>>;

/// A table while it is read.
pub struct Reader<'t> {
    file: &'t File,
    /// What it is, for messages: `[[swap]]`.
    kind: &'static str,
    table: &'t DeTable<'t>,
    span: Range<usize>,
    /// The faults so far.
    pub problems: Vec<Problem>,
    /// Places of what was read.
    pub spans: Spans,
    /// Every key that was asked for, which tells what the table may hold.
    pub asked: Vec<Asked>,
}

impl<'t> Reader<'t> {
    /// Begins to read a table.
    #[must_use]
    pub fn new(
        file: &'t File,
        kind: &'static str,
        table: &'t DeTable<'t>,
        span: Range<usize>,
    ) -> Self {
        Self {
            file,
            kind,
            table,
            span,
            problems: Vec::new(),
            spans: Spans::new(),
            asked: Vec::new(),
        }
    }

    /// Where the table begins.
    #[must_use]
    pub fn place(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Adds a fault at `range`.
    pub fn fault(
        &mut self,
        code: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let problem = Problem::new(code, self.file.name.clone(), message)
            .help(help)
            .at(&self.file.text, range);
        self.problems.push(problem);
    }

    fn get(&mut self, key: &'static str, shape: Shape) -> Option<&'t Spanned<DeValue<'t>>> {
        self.ask(key, shape);
        let (_, value) = self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key)?;
        self.spans.entry(key.to_owned()).or_default().push(value.span());
        Some(value)
    }

    fn wrong(&mut self, key: &str, range: Range<usize>, wanted: &str) {
        self.fault(
            "wrong-type",
            range,
            format!("`{key}` wants {wanted}"),
            format!("write {key} = {}", sample(wanted)),
        );
    }

    /// A text, when the key is there.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.worded(key, Shape::Text)
    }

    fn worded(&mut self, key: &'static str, shape: Shape) -> Option<String> {
        let value = self.get(key, shape)?;
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.clone().into_owned());
        }
        self.wrong(key, value.span(), "a text in quotes");
        None
    }

    /// A text that must be there and not be empty.
    pub fn need(&mut self, key: &'static str, why: &str) -> String {
        let text = self.text(key);
        self.needs(&[key]);
        match text {
            Some(text) if !text.trim().is_empty() => text,
            _ if self.spans.contains_key(key) => String::new(),
            _ => {
                self.missing(key, why);
                String::new()
            }
        }
    }

    /// Notes a missing key.
    pub fn missing(&mut self, key: &str, why: &str) {
        let range = self.span.clone();
        self.fault("missing-key", range, format!("this {} has no `{key}`", self.kind), why);
    }

    /// A list of texts; one text stands for a list of one.
    pub fn list(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.get(key, Shape::Texts) else {
            return Vec::new();
        };
        if let DeValue::String(text) = value.get_ref() {
            return vec![text.clone().into_owned()];
        }
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value.span(), "a list of texts");
            return Vec::new();
        };
        let (mut out, mut ranges) = (Vec::new(), Vec::new());
        for item in items {
            if let DeValue::String(text) = item.get_ref() {
                out.push(text.clone().into_owned());
                ranges.push(item.span());
            } else {
                self.wrong(key, item.span(), "a list of texts");
            }
        }
        self.spans.insert(key.to_owned(), ranges);
        out
    }

    /// Whether the key is there at all.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.get_ref().as_ref() == key)
    }

    /// A yes or no; no when the key is not there.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key, Shape::Flag) else {
            return false;
        };
        if let DeValue::Boolean(yes) = value.get_ref() {
            return *yes;
        }
        self.wrong(key, value.span(), "true or false");
        false
    }

    /// A whole number from 0.
    pub fn number(&mut self, key: &'static str) -> Option<u32> {
        let value = self.get(key, Shape::Number)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => {
                u32::from_str_radix(&digits.as_str().replace('_', ""), digits.radix()).ok()
            }
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, value.span(), "a whole number");
        }
        number
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.worded(key, Shape::choice(choices))?;
        let found = choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let place = self.spans.get(key).and_then(|all| all.first());
            let place = place.cloned().unwrap_or_else(|| self.place());
            self.unknown_choice(key, &text, place, choices);
        }
        found
    }

    fn unknown_choice<T>(
        &mut self,
        key: &str,
        text: &str,
        place: Range<usize>,
        choices: &[(&str, T)],
    ) {
        let all = choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let help = nearest(text, choices.iter().map(|(name, _)| *name)).map_or_else(
            || format!("choose one of: {all}"),
            |near| format!("did you mean \"{near}\"? The choices are: {all}"),
        );
        self.fault("bad-value", place, format!("`{key}` cannot be \"{text}\""), help);
    }

    /// The whole numbers of a table inside this one, by key.
    pub fn points(&mut self, key: &'static str) -> Vec<(String, u32)> {
        let Some(value) = self.get(key, Shape::Points) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(key, value.span(), "a table of points");
            return Vec::new();
        };
        let mut inner = Reader::new(self.file, self.kind, table, value.span());
        let mut rows: Vec<_> = table.iter().collect();
        rows.sort_by_key(|(name, _)| name.span().start);
        let mut out = Vec::new();
        for (name, value) in rows {
            let number = match value.get_ref() {
                DeValue::Integer(digits) => digits.as_str().parse().ok(),
                _ => None,
            };
            match number {
                Some(number) => out.push((name.get_ref().to_string(), number)),
                None => inner.wrong(name.get_ref(), value.span(), "a whole number"),
            }
        }
        self.problems.append(&mut inner.problems);
        out
    }

    /// Ends the table: a key that nobody asked for is a fault.
    pub fn finish(&mut self) {
        let strange: Vec<(String, Range<usize>)> = self
            .table
            .iter()
            .filter(|(name, _)| !self.asked.iter().any(|one| one.key == name.get_ref().as_ref()))
            .map(|(name, _)| (name.get_ref().to_string(), name.span()))
            .collect();
        for (name, range) in strange {
            let mut keys: Vec<&str> = self.asked.iter().map(|one| one.key).collect();
            keys.sort_unstable();
            let near = nearest(&name, keys.iter().copied());
            let all = keys.join(", ");
            let help = near.map_or_else(
                || format!("the keys are: {all}"),
                |near| format!("did you mean `{near}`?"),
            );
            self.fault(
                "unknown-key",
                range,
                format!("{} {} has no key `{name}`", article(self.kind), self.kind),
                help,
            );
        }
    }
}

fn article(kind: &str) -> &'static str {
    if kind.starts_with('e') { "an" } else { "a" }
}

fn sample(wanted: &str) -> &'static str {
    match wanted {
        "a list of texts" => "[\"one\", \"two\"]",
        "true or false" => "true",
        "a whole number" => "3",
        "a table of points" => "{ thanks = 8 }",
        "a table of rules with reasons" => "{ \"blame.your-fault\" = \"why\" }",
        "a table of rules with severities" => "{ \"blame.your-fault\" = \"polish\" }",
        "a severity in quotes" => "\"polish\"",
        "a table of settings" => "{ only = [\"blame\"] }",
        _ => "\"words\"",
    }
}

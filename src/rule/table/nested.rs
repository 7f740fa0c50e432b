//! Tables and lists inside a table, with the place of each of their words.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Reader, Shape};

/// Words of a file, with the bytes where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub text: String,
    /// Where.
    pub place: Range<usize>,
}

/// A row of a table: its key, and its value with the place.
type Row<'t> = (Mention, &'t Spanned<DeValue<'t>>);

impl<'t> Reader<'t> {
    /// A text with its place, when the key is there.
    pub fn mention(&mut self, key: &'static str) -> Option<Mention> {
        let text = self.text(key)?;
        let place = self.spans.get(key).and_then(|all| all.first()).cloned();
        Some(Mention { text, place: place.unwrap_or_else(|| self.place()) })
    }

    /// A list of texts, each with its place.
    pub fn mentions(&mut self, key: &'static str) -> Vec<Mention> {
        let texts = self.list(key);
        let places = self.spans.get(key).cloned().unwrap_or_default();
        let all = texts.into_iter().zip(places);
        all.map(|(text, place)| Mention { text, place }).collect()
    }

    /// A table inside this one, read by `read`. Where it is not there, `read`
    /// sees an empty table, and what it misses there is no fault.
    pub fn section(
        &mut self,
        key: &'static str,
        kind: &'static str,
        read: impl FnOnce(&mut Reader<'_>),
    ) {
        let place = self.asked.len();
        let found = self.get(key, Shape::Section(Vec::new()));
        let empty = DeTable::new();
        let table = match found.map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Table(table), span)) => Some((table, span)),
            Some((_, span)) => {
                self.wrong(key, span, "a table of settings");
                None
            }
            None => None,
        };
        let there = table.is_some();
        let (table, span) = table.unwrap_or((&empty, 0..0));
        let mut inner = Reader::new(self.file, kind, table, span);
        read(&mut inner);
        inner.finish();
        if there {
            self.problems.append(&mut inner.problems);
        }
        if let Some(one) = self.asked.get_mut(place) {
            one.shape = Shape::Section(inner.asked);
        }
    }

    /// The rows of a table of reasons; a list of names has none.
    pub fn reasons(&mut self, key: &'static str) -> Vec<(Mention, String)> {
        let listed =
            self.value(key).is_some_and(|value| value.as_str().is_some() || value.is_array());
        if listed {
            let names = self.mentions(key);
            if let Some(one) = self.asked.iter_mut().find(|one| one.key == key) {
                one.shape = Shape::Reasons;
            }
            return names.into_iter().map(|name| (name, String::new())).collect();
        }
        let mut reasons = Vec::new();
        for (rule, value) in self.rows(key, Shape::Reasons, "a table of rules with reasons") {
            match value.get_ref().as_str() {
                Some(why) => reasons.push((rule, why.to_owned())),
                None => self.wrong(&quoted(&rule), value.span(), "a text in quotes"),
            }
        }
        reasons
    }

    /// The rows of a table whose values are each one of a few words.
    pub fn choices<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Vec<(Mention, T)> {
        let wanted = "a table of rules with severities";
        let mut chosen = Vec::new();
        for (rule, value) in self.rows(key, Shape::choices(choices), wanted) {
            let Some(word) = value.get_ref().as_str() else {
                self.wrong(&quoted(&rule), value.span(), "a severity in quotes");
                continue;
            };
            match choices.iter().find(|(name, _)| *name == word) {
                Some((_, choice)) => chosen.push((rule, *choice)),
                None => self.unknown_choice(&quoted(&rule), word, value.span(), choices),
            }
        }
        chosen
    }

    /// The rows of a table, in the order of the file.
    fn rows(&mut self, key: &'static str, shape: Shape, wanted: &str) -> Vec<Row<'t>> {
        let Some(value) = self.get(key, shape) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(key, value.span(), wanted);
            return Vec::new();
        };
        let row = |(name, value): (&Spanned<_>, &'t Spanned<DeValue<'t>>)| {
            let text: &std::borrow::Cow<'_, str> = name.get_ref();
            (Mention { text: text.clone().into_owned(), place: name.span() }, value)
        };
        let mut rows: Vec<Row<'t>> = table.iter().map(row).collect();
        rows.sort_by_key(|(name, _)| name.place.start);
        rows
    }

    fn value(&self, key: &str) -> Option<&'t DeValue<'t>> {
        let mut rows = self.table.iter();
        let (_, value) = rows.find(|(name, _)| name.get_ref().as_ref() == key)?;
        Some(value.get_ref())
    }
}

/// An id as a key; its dot asks for quotes.
fn quoted(rule: &Mention) -> String {
    format!("\"{}\"", rule.text)
}

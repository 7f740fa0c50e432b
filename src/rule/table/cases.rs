//! Examples that say what they answer.

use toml::Spanned;
use toml::de::DeValue;

use super::super::model::Case;
use super::{Reader, Shape};

impl<'t> Reader<'t> {
    /// A list of texts, each a text or a table with the text as `draft` and
    /// what it answers: `{ customer = "...", draft = "..." }`.
    pub fn cases(&mut self, key: &'static str) -> Vec<Case> {
        let keys = Reader::keys(|inner| {
            fields(inner);
        });
        let Some(value) = self.get(key, Shape::Cases(keys)) else {
            return Vec::new();
        };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let (mut out, mut ranges) = (Vec::new(), Vec::new());
        for item in items {
            if let Some(case) = self.case(key, item) {
                out.push(case);
                ranges.push(item.span());
            }
        }
        self.spans.insert(key.to_owned(), ranges);
        out
    }

    fn case(&mut self, key: &'static str, item: &'t Spanned<DeValue<'t>>) -> Option<Case> {
        let table = match item.get_ref() {
            DeValue::String(text) => {
                return Some(Case { draft: text.clone().into_owned(), ..Case::default() });
            }
            DeValue::Table(table) => table,
            _ => {
                self.wrong(key, item.span(), "a list of texts");
                return None;
            }
        };
        let mut inner = Reader::new(self.file, "example", table, item.span());
        let case = fields(&mut inner);
        inner.finish();
        self.problems.append(&mut inner.problems);
        Some(case)
    }
}

/// The keys of an example.
fn fields(reader: &mut Reader<'_>) -> Case {
    Case {
        draft: reader.need("draft", "add draft = \"the reply\""),
        customer: reader.text("customer").unwrap_or_default(),
        attachments: reader.number("attachments"),
    }
}

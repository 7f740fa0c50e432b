//! What a table may hold, as its reader asks for it: an empty table that is
//! read tells all its keys, so that a schema cannot say other than the reader.

use toml::de::DeTable;

use super::{File, Reader};

/// What a key holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A list of texts; one text stands for a list of one.
    Texts,
    /// A list of texts, or of tables with these keys.
    Cases(Vec<Asked>),
    /// True or false.
    Flag,
    /// A whole number from 0.
    Number,
    /// One of these words.
    Choice(Vec<String>),
    /// A table of whole numbers.
    Points,
    /// A table of texts, or a list of its keys.
    Reasons,
    /// A table whose values are each one of these words.
    Choices(Vec<String>),
    /// A table with these keys.
    Section(Vec<Asked>),
}

/// A key that a reader asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The key.
    pub key: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Keys of which one must be there, this one first; empty when it may be
    /// left out.
    pub one_of: Vec<&'static str>,
}

impl Shape {
    pub(super) fn choice<T>(choices: &[(&str, T)]) -> Self {
        Self::Choice(words(choices))
    }

    pub(super) fn choices<T>(choices: &[(&str, T)]) -> Self {
        Self::Choices(words(choices))
    }
}

fn words<T>(choices: &[(&str, T)]) -> Vec<String> {
    choices.iter().map(|(name, _)| (*name).to_owned()).collect()
}

impl Reader<'_> {
    /// The keys that `read` asks for.
    #[must_use]
    pub fn keys(read: impl FnOnce(&mut Reader<'_>)) -> Vec<Asked> {
        let file = File { name: String::new(), text: "".into() };
        let table = DeTable::new();
        let mut reader = Reader::new(&file, "", &table, 0..0);
        read(&mut reader);
        reader.asked
    }

    /// Notes that one of these keys, which were asked for, must be there.
    pub fn needs(&mut self, keys: &[&'static str]) {
        let first = keys.first();
        if let Some(one) = self.asked.iter_mut().find(|one| Some(&one.key) == first) {
            one.one_of = keys.to_vec();
        }
    }

    pub(super) fn ask(&mut self, key: &'static str, shape: Shape) {
        if !self.asked.iter().any(|one| one.key == key) {
            self.asked.push(Asked { key, shape, one_of: Vec::new() });
        }
    }
}

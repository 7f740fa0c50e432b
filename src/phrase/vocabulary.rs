//! The words that phrases know, while packs are being compiled: it grows with
//! each phrase, on top of the words of the layer below.

use std::collections::BTreeMap;

use super::automaton::{COMMON, commonness};
use super::program::Program;
use super::syntax::Fault;
use crate::document::forms::{Form, forms};
use crate::document::shape::Kind;
use crate::document::spelling::{AFTER_YOUR, CONTRACTIONS, ENDINGS, canonical, variants};
use crate::document::words::{Entry, Lexicon, UNKNOWN, Word, cut};

/// Classes that the shape of a word decides, by number.
pub const BUILT_IN: &[&str] = &["name", "number", "time", "date", "placeholder", "word", "filler"];
/// The class of capitalised words that can be names.
pub const NAME: u16 = 0;
/// The class of numbers.
pub const NUMBER: u16 = 1;
/// The class of times of day.
pub const TIME: u16 = 2;
/// The class of dates.
pub const DATE: u16 = 3;
/// The class of placeholders.
pub const PLACEHOLDER: u16 = 4;
/// The class of all words.
pub const WORD: u16 = 5;
/// The class of small words that may stand between the words of a phrase.
pub const FILLER: u16 = 6;

/// Words and classes while packs are compiled.
pub struct Vocabulary<'b> {
    /// The layers below, the lowest first.
    below: Vec<&'b Program>,
    next: u32,
    /// Entries that this layer adds, by compared form.
    pub entries: BTreeMap<String, Entry>,
    /// Names of all classes, by number.
    pub classes: Vec<String>,
    /// How common the commonest words are, by id.
    common: BTreeMap<u32, u32>,
}

impl Lexicon for Vocabulary<'_> {
    fn look(&self, form: &str) -> Option<Entry> {
        self.below
            .iter()
            .find_map(|layer| layer.look(form))
            .or_else(|| self.entries.get(form).copied())
    }
}

impl<'b> Vocabulary<'b> {
    /// A vocabulary on top of the layers `below`, the lowest first; the first
    /// one where there are none.
    #[must_use]
    pub fn over(below: &[&'b Program]) -> Self {
        let top = below.last();
        let classes = match top {
            Some(top) => top.class_names().map(str::to_owned).collect(),
            None => BUILT_IN.iter().map(|&name| name.to_owned()).collect(),
        };
        let next = top.map_or(1, |top| top.words());
        let mut out = Self {
            below: below.to_vec(),
            next,
            entries: BTreeMap::new(),
            classes,
            common: BTreeMap::new(),
        };
        if below.is_empty() {
            out.learn_contractions();
        }
        let id = |word: &str| out.look(word).and_then(|entry| entry.ids.first().copied());
        out.common = COMMON.iter().filter_map(|word| Some((id(word)?, commonness(word)))).collect();
        out
    }

    /// The cost of looking a pattern up by this word.
    #[must_use]
    pub fn commonness(&self, id: u32) -> u32 {
        self.common.get(&id).copied().unwrap_or(1)
    }

    /// How many words there are, those of the base included.
    #[must_use]
    pub const fn words_known(&self) -> u32 {
        self.next
    }

    fn learn_contractions(&mut self) {
        for word in ["you", "your", "are"].iter().chain(AFTER_YOUR).chain(COMMON) {
            self.intern(word);
        }
        for (_, word) in ENDINGS {
            self.intern(word);
        }
        for (form, words) in CONTRACTIONS {
            let mut ids = [UNKNOWN; 3];
            for (slot, word) in ids.iter_mut().zip(words.split(' ')) {
                *slot = self.intern(word);
            }
            self.entries.insert((*form).to_owned(), Entry { ids });
        }
    }

    /// The id of a compared form, new when it was not known.
    pub fn intern(&mut self, word: &str) -> u32 {
        let form = canonical(word);
        if let Some(entry) = self.look(&form) {
            return entry.ids.first().copied().unwrap_or(UNKNOWN);
        }
        let id = self.next;
        self.next += 1;
        let entry = Entry { ids: [id, UNKNOWN, UNKNOWN] };
        for variant in variants(&form) {
            self.entries.entry(variant).or_insert(entry);
        }
        self.entries.insert(form, entry);
        id
    }

    /// The words of a literal, each as the ids that count as this word.
    pub fn words(&mut self, text: &str) -> Vec<Vec<u32>> {
        // A hyphen parts words, or the cutter would learn them joined.
        let text = text.replace('-', " ");
        for known in self.missing(&text) {
            self.intern(&known);
        }
        let mut words: Vec<Word> = Vec::new();
        cut(&text, 0..text.len(), &[], self, &mut words);
        words
            .iter()
            .filter(|word| word.kind != Kind::End)
            .map(|word| self.senses(word.id))
            .collect()
    }

    /// Forms in `text` that no entry knows yet.
    fn missing(&self, text: &str) -> Vec<String> {
        let recorder = Recorder { inner: self, missing: std::cell::RefCell::default() };
        let mut words = Vec::new();
        cut(text, 0..text.len(), &[], &recorder, &mut words);
        recorder.missing.into_inner()
    }

    /// `is` is also written `'s`, which is also "has".
    fn senses(&self, id: u32) -> Vec<u32> {
        let of = |form: &str| {
            self.look(form).and_then(|entry| entry.ids.first().copied()).filter(|id| *id != UNKNOWN)
        };
        let group = |form: &str| -> &[&str] {
            match form {
                "is" => &["is", "'s"],
                "has" => &["has", "'s"],
                "would" => &["would", "'d"],
                "had" => &["had", "'d"],
                "'s" => &["is", "has", "'s"],
                "'d" => &["would", "had", "'d"],
                _ => &[],
            }
        };
        let form =
            ["is", "has", "would", "had", "'s", "'d"].into_iter().find(|form| of(form) == Some(id));
        let mut out: Vec<u32> =
            form.map_or(&[][..], group).iter().filter_map(|form| of(form)).collect();
        if out.is_empty() {
            out.push(id);
        }
        out.sort_unstable();
        out
    }

    /// The forms of a word, as ids.
    pub fn forms(&mut self, word: &str, form: Form) -> Vec<u32> {
        let mut out: Vec<u32> = forms(word, form)
            .iter()
            .flat_map(|one| {
                let id = self.intern(one);
                self.senses(id)
            })
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The number of a class.
    ///
    /// # Errors
    /// When no pack has it; says which are close.
    pub fn class(&self, name: &str, at: usize) -> Result<u16, Fault> {
        let found =
            self.classes.iter().position(|one| one == name).and_then(|at| u16::try_from(at).ok());
        found.ok_or_else(|| Fault {
            at,
            len: name.len() + 2,
            message: format!("no pack has a word class <{name}>"),
            help: nearest(name, self.classes.iter().map(String::as_str)).map_or_else(
                || "add a [[class]] table with this id".to_owned(),
                |near| format!("did you mean <{near}>?"),
            ),
        })
    }

    /// The number of a class, new when it was not known.
    pub fn declare(&mut self, name: &str) -> u16 {
        let at = self.classes.iter().position(|one| one == name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.classes.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}

/// The candidate that is most like `name`, when one is close.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|one| (strsim::jaro_winkler(name, one), one))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, one)| one)
}

/// Notes the forms that the cutter asks for in vain.
struct Recorder<'a, 'b> {
    inner: &'a Vocabulary<'b>,
    missing: std::cell::RefCell<Vec<String>>,
}

impl Lexicon for Recorder<'_, '_> {
    fn look(&self, form: &str) -> Option<Entry> {
        let found = self.inner.look(form).or_else(|| self.inner.look(&canonical(form)));
        let ending = ENDINGS.iter().any(|(ending, _)| form.ends_with(ending) && form != *ending);
        if found.is_none() && !ending {
            self.missing.borrow_mut().push(form.to_owned());
        }
        found
    }
}

//! What a pack holds, once it is read and found right: plain owned values.
//! Phrases are kept as written; the compiled form lies beside them in the
//! [`Program`](crate::phrase::Program).

use serde::{Deserialize, Serialize};

pub use crate::report::{Asserts, Fits, PoolKind, Severity};

/// A phrase rule: words to reword, and what to say instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Full id, `category.id`.
    pub id: String,
    /// Name of the pack.
    pub pack: String,
    /// The category.
    pub category: String,
    /// How much a hit matters.
    pub severity: Severity,
    /// How much it matters in a chat, where that differs.
    pub in_chat: Option<Severity>,
    /// Phrases that find it.
    pub find: Vec<String>,
    /// Regular expressions that find it.
    pub find_regex: Vec<String>,
    /// A word of the text must begin with one of these, or it must hold so many
    /// digits in a row (`digits:13`), before a regular expression is tried.
    pub only_if: Vec<String>,
    /// Better wordings, best first.
    pub say: Vec<String>,
    /// How they can be used.
    pub fits: Fits,
    /// What they assert.
    pub asserts: Option<Asserts>,
    /// Phrases that save a hit inside them.
    pub unless: Vec<String>,
    /// Ids of the guards; none means those of the category.
    pub guards: Option<Vec<String>>,
    /// Whether small words may not stand in between.
    pub tight: bool,
    /// Whether a hit holds the reply back.
    pub hold: bool,
    /// A few words over the finding; empty means the category's.
    pub message: String,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// Sentences in which the rule fires.
    pub bad: Vec<String>,
    /// Sentences in which it does not.
    pub good: Vec<String>,
    /// Ids it had before.
    pub aliases: Vec<String>,
}

/// A group of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// `blame`.
    pub id: String,
    /// "Blame and accusation".
    pub title: String,
    /// "May land as blame".
    pub message: String,
}

/// A word class that phrases use as `<id>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// The name between `<` and `>`.
    pub id: String,
    /// Its members, as phrases.
    pub words: Vec<String>,
    /// Whether it adds to a class of another pack.
    pub extend: bool,
}

/// How far a guard's cue speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// From the cue to the end of its clause, `words` at most.
    After,
    /// The whole if-clause that the cue opens.
    Clause,
    /// From the cue to the end of the sentence.
    Sentence,
    /// The quotation that follows the cue.
    Quote,
    /// The cue itself: a hit inside it is spared.
    Cover,
    /// This sentence and the two that follow the hit.
    Near,
}

/// A context that silences or softens rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// `negation`.
    pub id: String,
    /// Phrases that open it.
    pub cues: Vec<String>,
    /// A cue inside one of these opens nothing.
    pub unless: Vec<String>,
    /// How far it speaks.
    pub reach: Reach,
    /// At most so many words; 0 for no bound.
    pub words: usize,
    /// Words that end it.
    pub stop: Vec<String>,
    /// Whether a hit becomes polish instead of silent.
    pub soften: bool,
    /// Categories that have it unless a rule says otherwise.
    pub categories: Vec<String>,
    /// One line of why.
    pub why: String,
    /// Sentences in which it saves a hit.
    pub good: Vec<String>,
    /// Sentences in which the hit stands.
    pub bad: Vec<String>,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// `greets-by-name`.
    pub id: String,
    /// "Greets by name".
    pub title: String,
    /// Name of the pack.
    pub pack: String,
    /// The pool its points go to.
    pub pool: PoolKind,
    /// How its cues are read: a row of `checklist::DETECTORS`.
    pub detector: String,
    /// Phrases that meet it.
    pub cues: Vec<String>,
    /// Phrases that must stand near a cue (a time near an action).
    pub with: Vec<String>,
    /// Phrases that earn half at most.
    pub half: Vec<String>,
    /// Phrases that take back every cue in their sentence: "if you do manage".
    pub bars: Vec<String>,
    /// A cue inside one of these does not count.
    pub unless: Vec<String>,
    /// Whether full points need something concrete in the cue's sentence.
    pub concrete: bool,
    /// What the report says first when it is met.
    pub praise: String,
    /// One sentence to try when it is not.
    pub tip: String,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// Passages that meet it.
    pub good: Vec<Case>,
    /// Near misses.
    pub bad: Vec<Case>,
}

/// A text that proves an item or a limit, with what it answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The reply, or a passage of one.
    pub draft: String,
    /// The customer's message; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer: String,
    /// How many files go out with it, where that is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<u32>,
}

impl Case {
    /// Whether the draft stands by itself.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.customer.is_empty() && self.attachments.is_none()
    }

    /// The case on one line, for people.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.customer.is_empty() {
            return self.draft.clone();
        }
        format!("To \"{}\": {}", self.customer, self.draft)
    }
}

/// A situation with the points it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// `complaint`.
    pub id: String,
    /// "Complaint".
    pub title: String,
    /// Points by item id, for mail.
    pub email: Vec<(String, u32)>,
    /// Points by item id, for chat.
    pub chat: Vec<(String, u32)>,
}

/// Something to be read in the customer's message: a situation or a mood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// Its name; of a mood, the mood's: `hurried`.
    pub id: String,
    /// The situation that it speaks for (a profile's id); none for a mood.
    pub situation: Option<String>,
    /// How much it says, in points.
    pub weight: u32,
    /// What the message is like as a whole, instead of cues.
    pub when: Option<Shape>,
    /// Phrases that show it.
    pub cues: Vec<String>,
    /// A cue inside one of these does not count.
    pub unless: Vec<String>,
    /// Messages that show it.
    pub good: Vec<String>,
    /// Messages that do not.
    pub bad: Vec<String>,
}

/// What a customer's message is like before a word of it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Like any message.
    Always,
    /// Nothing is asked.
    NoRequest,
    /// Said loudly: words in capitals, runs of marks, angry faces.
    Loud,
}

/// A count or a length with a bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Full id, `category.id`.
    pub id: String,
    /// Name of the pack.
    pub pack: String,
    /// How it is counted: a row of `check::limits::COUNTERS`.
    pub count: String,
    /// The greatest number allowed.
    pub most: usize,
    /// How much going over matters.
    pub severity: Severity,
    /// Words left alone.
    pub allow: Vec<String>,
    /// Words that are looked for, by the counters that look for words.
    pub words: Vec<String>,
    /// Situations and moods of the customer it is for; empty for any.
    pub when: Vec<String>,
    /// Whether it keeps silent where the customer wrote such words, too.
    pub mirrored: bool,
    /// Categories of the findings that the words stand beside.
    pub beside: Vec<String>,
    /// A few words over the finding.
    pub message: String,
    /// What to write instead.
    pub say: Vec<String>,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// Texts that go over.
    pub bad: Vec<Case>,
    /// Texts that do not.
    pub good: Vec<Case>,
}

/// Something that must not leave the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leak {
    /// Full id, `category.id`.
    pub id: String,
    /// Name of the pack.
    pub pack: String,
    /// The shape. What a group holds is the secret, else the whole match.
    pub find_regex: Vec<String>,
    /// Whether unfilled placeholders of every help desk are found, too.
    pub placeholders: bool,
    /// A word of the text must begin with one of these, or it must hold so many
    /// digits in a row (`digits:13`), before a pattern is compiled at all.
    pub only_if: Vec<String>,
    /// The checksum: a row of `check::leaks::CHECKSUMS`, or empty.
    pub checksum: String,
    /// Words that must stand within 40 bytes before, unless empty.
    pub near: Vec<String>,
    /// Words that must not stand within 40 bytes before.
    pub not_near: Vec<String>,
    /// Whether the text is shown masked.
    pub mask: bool,
    /// Whether libraries expect it (a placeholder).
    pub library_ok: bool,
    /// A few words over the finding.
    pub message: String,
    /// What to write instead.
    pub say: Vec<String>,
    /// One line of why.
    pub why: String,
    /// The article or study; may be empty.
    pub source: String,
    /// Texts that leak.
    pub bad: Vec<String>,
    /// Texts that do not.
    pub good: Vec<String>,
}

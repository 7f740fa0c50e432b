//! Text for the screen in labelled, wrapped paragraphs, for the commands that
//! talk about rules. What packs say is cleaned like what drafts say.

use crate::render::paint::{Tint, paint};
use crate::render::{Style, clean, wrap};

/// Columns of a label with the space after it.
const LABEL: usize = 10;

/// Narrowest text that still reads.
const NARROWEST: usize = 20;

/// A page that is being written.
pub struct Page<'s> {
    text: String,
    style: &'s Style,
}

impl<'s> Page<'s> {
    /// An empty page.
    #[must_use]
    pub const fn new(style: &'s Style) -> Self {
        let text = String::new();
        Self { text, style }
    }

    /// The page as text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// A line left free.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph from the first column.
    pub fn line(&mut self, text: &str, tint: Tint) {
        self.hanging(0, "", text, tint);
    }

    /// A paragraph after a label; the same label need not be said again.
    pub fn entry(&mut self, label: &str, text: &str, tint: Tint) {
        self.hanging(LABEL, label, text, tint);
    }

    /// Ready lines, as they are.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A paragraph in column `from`, with `label` before its first line. The
    /// label is written as it is.
    pub fn hanging(&mut self, from: usize, label: &str, text: &str, tint: Tint) {
        let text = clean::line(text);
        let room = self.style.width.saturating_sub(from).max(NARROWEST);
        for (nth, line) in wrap::wrap(&text, room).iter().enumerate() {
            let label = if nth == 0 { label } else { "" };
            let gap = from.saturating_sub(wrap::width(label));
            let gap = if label.is_empty() { from } else { gap.max(1) };
            self.text.push_str(&paint(label, Tint::Dim, self.style));
            self.text.push_str(&wrap::pad(gap));
            self.text.push_str(&paint(line, tint, self.style));
            self.text.push('\n');
        }
    }
}

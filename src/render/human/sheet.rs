//! Rows of one screen, laid out to its width.

use crate::render::paint::{Tint, paint};
use crate::render::{Style, clean, wrap};

/// Nobody likes to read lines that are longer than this.
const MEASURE: usize = 100;

/// On a narrower screen than this the terminal may do the breaking.
const NARROWEST: usize = 40;

/// A message narrower than this gives the points a line of their own.
const TIGHT: usize = 18;

/// Columns of `Try` and its like, with the space after it.
const LABEL: usize = 5;

/// Columns of `Covered` and its like.
pub(super) const HEADING: usize = 10;

/// One row of the screen, painted.
#[derive(Debug)]
pub(super) struct Row {
    text: String,
    /// What gives way when the screen is full: the greatest first, 0 never.
    pub(super) spare: u8,
}

/// Where the parts of a numbered row stand, in columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    /// Up to the message: the number and the spaces round it.
    pub(super) indent: usize,
    points: usize,
    id: usize,
}

/// A numbered row: what it is about, what it is worth, and its id.
#[derive(Debug)]
pub(super) struct Entry<'e> {
    pub(super) number: usize,
    pub(super) tint: Tint,
    pub(super) message: &'e str,
    pub(super) right: &'e (String, String),
}

/// A screen in the making.
#[derive(Debug)]
pub(super) struct Sheet<'s> {
    pub(super) style: &'s Style,
    /// Columns in use.
    pub(super) width: usize,
    rows: Vec<Row>,
}

impl<'s> Sheet<'s> {
    pub(super) fn new(style: &'s Style) -> Self {
        Self { style, width: style.width.clamp(NARROWEST, MEASURE), rows: Vec::new() }
    }

    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row as it is: painted, and no wider than the sheet.
    pub(super) fn row(&mut self, spare: u8, text: String) {
        self.rows.push(Row { text, spare });
    }

    /// An empty row, unless the screen begins here or one stands there.
    pub(super) fn blank(&mut self, spare: u8) {
        if self.rows.last().is_some_and(|row| !row.text.is_empty()) {
            self.row(spare, String::new());
        }
    }

    /// Words over the whole width.
    pub(super) fn text(&mut self, spare: u8, text: &str, tint: Tint) {
        for line in wrap::wrap(text, self.width) {
            self.row(spare, paint(&line, tint, self.style));
        }
    }

    /// `    Try  better words`, hanging.
    pub(super) fn field(&mut self, spare: u8, indent: usize, label: &str, text: &str, tint: Tint) {
        self.hanging(spare, indent, LABEL, label, (text, tint));
    }

    /// `Covered   name, thanks`, hanging.
    pub(super) fn note(&mut self, spare: u8, label: &str, text: &str) {
        self.hanging(spare, 0, HEADING, label, (text, Tint::Plain));
    }

    fn hanging(
        &mut self,
        spare: u8,
        indent: usize,
        label_width: usize,
        label: &str,
        (text, tint): (&str, Tint),
    ) {
        let text = clean::line(text);
        let room = self.width.saturating_sub(indent + label_width);
        let gap = wrap::pad(label_width.saturating_sub(wrap::width(label)));
        let mut head = format!("{}{}{gap}", wrap::pad(indent), paint(label, Tint::Dim, self.style));
        for line in wrap::wrap(&text, room) {
            self.row(spare, format!("{head}{}", paint(&line, tint, self.style)));
            head = wrap::pad(indent + label_width);
        }
    }

    /// ` 1  May land as blame      -8  blame.should-have`.
    pub(super) fn entry(&mut self, spare: u8, entry: &Entry<'_>, columns: &Columns) {
        let (points, id) = entry.right;
        let aside = columns.points + 2 + columns.id;
        let room = self.width.saturating_sub(columns.indent + aside + 2);
        let number = format!("{:>1$}  ", entry.number, columns.indent.saturating_sub(2));
        let mut head = paint(&number, entry.tint, self.style);
        let stacked = room < TIGHT;
        let room = if stacked { self.width.saturating_sub(columns.indent) } else { room };
        let points = format!("{points:>0$}", if stacked { 0 } else { columns.points });
        let mut right = Some(format!("{points}  {}", paint(id, Tint::Dim, self.style)));
        for line in wrap::wrap(&clean::line(entry.message), room) {
            let mut text = format!("{head}{}", paint(&line, Tint::Bold, self.style));
            head = wrap::pad(columns.indent);
            if let Some(right) = right.take_if(|_| !stacked) {
                text.push_str(&wrap::pad((room + 2).saturating_sub(wrap::width(&line))));
                text.push_str(&right);
            }
            self.row(spare, text);
        }
        if stacked {
            let plain = wrap::cut(&format!("{points}  {id}"), room);
            self.row(spare, format!("{head}{}", paint(&plain, Tint::Dim, self.style)));
        }
    }

    /// Columns for the numbered rows with these points and ids.
    pub(super) fn columns(rows: &[(String, String)]) -> Columns {
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        Columns {
            indent: rows.len().to_string().len().max(2) + 2,
            points: widest(&mut rows.iter().map(|row| wrap::width(&row.0))),
            id: widest(&mut rows.iter().map(|row| wrap::width(&row.1))),
        }
    }

    /// Lets rows go, the most spare first, until `most` are left. All rows
    /// from the returned spare up are gone.
    pub(super) fn trim(&mut self, most: usize) -> u8 {
        let mut gone = u8::MAX;
        while self.rows.len() > most {
            let spare = self.rows.iter().map(|row| row.spare).max().unwrap_or(0);
            if spare == 0 {
                break;
            }
            self.rows.retain(|row| row.spare < spare);
            gone = spare;
        }
        gone
    }

    /// Adds another sheet under this one.
    pub(super) fn append(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// The rows as text.
    pub(super) fn finish(self, out: &mut String) {
        for row in self.rows {
            out.push_str(row.text.trim_end());
            out.push('\n');
        }
    }
}

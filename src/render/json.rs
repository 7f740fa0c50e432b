//! The report as one JSON object, version 1, a reply a line within it, so
//! that a run of any length is written as it goes.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::ser::Formatter;

use super::{Style, Summary, clean, wire};
use crate::problem::Problem;
use crate::report::Reply;

/// The version of the report's shape. Fields may be added within it.
const VERSION: u32 = 1;

/// Opens the object.
pub(super) fn begin(out: &mut String, _: &Style) {
    let tool = concat!("kindword ", env!("CARGO_PKG_VERSION"));
    let _ = write!(out, "{{\"version\":{VERSION},\"tool\":\"{tool}\",\n\"replies\":[");
}

/// One element of `replies`.
pub(super) fn reply(out: &mut String, nth: usize, reply: &Reply, _: &Style) {
    out.push_str(if nth == 0 { "\n" } else { ",\n" });
    out.push_str(&object(&wire::Reply::from(reply)));
}

/// The problems and the summary.
pub(super) fn end(out: &mut String, summary: &Summary, problems: &[Problem], _: &Style) {
    let problems: Vec<_> = problems.iter().map(wire::Problem::from).collect();
    out.push_str("\n],\n\"problems\":");
    out.push_str(&object(&problems));
    out.push_str(",\n\"summary\":");
    out.push_str(&object(&wire::Summary::from(summary)));
    out.push_str("}\n");
}

/// A value as JSON on one line, safe to show on a terminal.
pub(super) fn object<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Safe);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => "null".to_owned(),
    }
}

/// Compact JSON that also escapes what JSON allows but a terminal acts on:
/// C1 controls, the characters that turn the reading direction, and the line
/// separators that some readers of JSONL would break at.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> std::io::Result<()>
    where
        W: ?Sized + std::io::Write,
    {
        let mut plain = 0;
        let acts = |c: char| clean::hidden(c) || matches!(c, '\u{2028}' | '\u{2029}');
        for (at, c) in fragment.char_indices().filter(|&(_, c)| acts(c)) {
            writer.write_all(fragment.get(plain..at).unwrap_or_default().as_bytes())?;
            write!(writer, "\\u{:04x}", u32::from(c))?;
            plain = at + c.len_utf8();
        }
        writer.write_all(fragment.get(plain..).unwrap_or_default().as_bytes())
    }

    fn write_raw_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> std::io::Result<()>
    where
        W: ?Sized + std::io::Write,
    {
        // Outside strings such a character would be no JSON, so it is inside.
        self.write_string_fragment(writer, fragment)
    }
}

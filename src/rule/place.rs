//! Where a fault inside a phrase stands in the rule file.

use std::ops::Range;
use std::sync::Arc;

/// The bytes of the file where `at` of the text in `range` stands: after the
/// opening quotes, each escape counted as what it stands for.
pub(super) fn inside(text: &Arc<str>, range: &Range<usize>, at: usize, len: usize) -> Range<usize> {
    let raw = text.get(range.clone()).unwrap_or_default();
    let quotes = raw.chars().take_while(|c| matches!(c, '"' | '\'')).count();
    let open = if quotes >= 6 || quotes % 2 == 1 && quotes < 3 { 1 } else { quotes.min(3) };
    let basic = raw.starts_with('"');
    let (mut decoded, mut stored) = (0, open);
    let mut starts = None;
    let mut letters = raw.get(open..).unwrap_or_default().chars();
    while decoded < at + len {
        if decoded >= at && starts.is_none() {
            starts = Some(stored);
        }
        let Some(letter) = letters.next() else { break };
        stored += letter.len_utf8();
        if basic && letter == '\\' {
            let Some(next) = letters.next() else { break };
            stored += next.len_utf8();
            decoded += 1;
        } else {
            decoded += letter.len_utf8();
        }
    }
    let start = range.start + starts.unwrap_or(open).min(raw.len());
    start..(range.start + stored).clamp(start + 1, range.end.max(start + 1))
}

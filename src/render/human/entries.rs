//! Findings on the screen: the excerpt, and under it what each is about, the
//! better words, and why.

use std::borrow::Cow;
use std::collections::HashSet;

use super::excerpt::{self, Carets, Excerpt, Mark};
use super::findings::{Group, Shown, gutter};
use super::lines::Lines;
use super::sheet::{Columns, Entry, Sheet};
use crate::render::paint::{Tint, paint};
use crate::render::{clean, wrap};
use crate::report::{Asserts, Finding, Reply, Severity, Suggestion};

/// Gives way first: the empty row between two excerpts.
const SPARE_BLANK: u8 = 10;

/// What gives way when the screen is full, by place: the reason. That of the
/// first finding stays.
const SPARE_WHY: [u8; 4] = [0, 4, 6, 8];

/// What a finding costs, and its rule.
pub(super) fn right(finding: &Finding) -> (String, String) {
    let cost = match (finding.hold, finding.cost, finding.severity) {
        (true, ..) => "hold".to_owned(),
        (_, 0, Severity::Polish) => "optional".to_owned(),
        (_, 0, severity) => severity.name().to_owned(),
        (_, cost, _) => format!("-{cost}"),
    };
    (cost, clean::line(&finding.rule))
}

/// Writes the excerpts, each followed by its findings.
pub(super) fn write(sheet: &mut Sheet<'_>, reply: &Reply, groups: &[Group<'_>], columns: &Columns) {
    if groups.is_empty() {
        return;
    }
    let lines = Lines::new(&reply.text);
    let text = masked(reply);
    let in_file = file_lines(reply, groups);
    let number = |shown: &Shown<'_>| {
        if in_file { shown.finding.place.line } else { shown.line + 1 }
    };
    let last = groups.iter().flatten().map(number).max().unwrap_or(1);
    let mut said = HashSet::new();
    let mut count = 0;
    for group in groups {
        sheet.blank(SPARE_BLANK);
        let Some(first) = group.first() else { continue };
        let mark = |(place, shown): (usize, &Shown<'_>)| Mark {
            bytes: shown.bytes.clone(),
            number: count + place + 1,
        };
        let marks: Vec<Mark> = group.iter().enumerate().map(mark).collect();
        let gutter = gutter(last);
        let room = sheet.width.saturating_sub(gutter + 3);
        let drawn = excerpt::draw(&text, &lines.line(&text, first.line), &marks, room);
        place(sheet, &drawn, number(first), gutter, (group, count));
        for shown in group {
            count += 1;
            let fresh = said.insert(shown.finding.rule.as_str());
            entry(sheet, shown, (count, fresh), columns);
        }
    }
    sheet.blank(0);
}

/// The line and its carets, behind the line's number.
fn place(
    sheet: &mut Sheet<'_>,
    drawn: &Excerpt,
    line: usize,
    gutter: usize,
    (group, count): (&Group<'_>, usize),
) {
    let style = sheet.style;
    let head = paint(&format!("{line:>gutter$} | "), Tint::Dim, style);
    sheet.row(0, format!("{head}{}", drawn.text));
    let margin = paint(&format!("{} | ", wrap::pad(gutter)), Tint::Dim, style);
    for row in &drawn.rows {
        let mut text = margin.clone();
        let mut filled = 0;
        for carets in row {
            text.push_str(&wrap::pad(carets.column.saturating_sub(filled)));
            let shown = carets.number.checked_sub(count + 1).and_then(|at| group.get(at));
            let tint = shown.map_or(Tint::Plain, |shown| tint(shown.finding));
            let label = label(carets);
            text.push_str(&paint(&label, tint, style));
            filled = carets.column + wrap::width(&label);
        }
        sheet.row(0, text);
    }
}

/// `^^^^ 1`.
fn label(carets: &Carets) -> String {
    format!("{} {}", "^".repeat(carets.width), carets.number)
}

/// The finding's own rows: what it is about, better words, and why.
fn entry(
    sheet: &mut Sheet<'_>,
    shown: &Shown<'_>,
    (number, fresh): (usize, bool),
    columns: &Columns,
) {
    let finding = shown.finding;
    let message = message(finding);
    let right = right(finding);
    let tint = tint(finding);
    sheet.entry(0, &Entry { number, tint, message: &message, right: &right }, columns);
    let most = if sheet.style.all { usize::MAX } else { 1 };
    for suggestion in finding.suggestions.iter().take(most) {
        sheet.field(0, columns.indent, "Try", &words(suggestion), Tint::Good);
    }
    if fresh && !finding.why.is_empty() {
        let spare = SPARE_WHY.get(number - 1).or(SPARE_WHY.last()).copied().unwrap_or(0);
        sheet.field(spare, columns.indent, "Why", &finding.why, Tint::Plain);
    }
    if sheet.style.all {
        sheet.field(0, columns.indent, "From", &origin(finding), Tint::Dim);
    }
}

/// The few words over a finding, with how often it was seen.
fn message(finding: &Finding) -> String {
    let message = clean::line(&finding.message);
    let message = if message.is_empty() { clean::line(&finding.category) } else { message };
    if finding.count > 1 { format!("{message} ({} times)", finding.count) } else { message }
}

/// The better words, with what they ask of the agent.
fn words(suggestion: &Suggestion) -> String {
    let text = clean::line(&suggestion.text);
    if text.is_empty() {
        return "(leave it out)".to_owned();
    }
    match suggestion.asserts {
        Some(Asserts::Fault) => format!("{text} (if so)"),
        Some(Asserts::Commitment) => format!("{text} (if you can)"),
        Some(Asserts::Content) => format!("{text} (then say it)"),
        None => text,
    }
}

/// Severity, pack and source.
fn origin(finding: &Finding) -> String {
    let mut origin = format!("{}, pack {}", finding.severity.name(), finding.pack);
    if !finding.source.is_empty() {
        origin.push_str(", ");
        origin.push_str(&finding.source);
    }
    origin
}

/// The colour of a finding's number and carets.
const fn tint(finding: &Finding) -> Tint {
    match (finding.hold, finding.severity) {
        (true, _) | (_, Severity::High) => Tint::High,
        (_, Severity::Medium) => Tint::Medium,
        (_, Severity::Polish) => Tint::Polish,
    }
}

/// Whether the file's line numbers tell the lines of the draft apart. Where a
/// draft is one string of a larger file, its own lines are counted instead.
fn file_lines(reply: &Reply, groups: &[Group<'_>]) -> bool {
    let plain = |shown: &Shown<'_>| shown.finding.place.line >= reply.line + shown.line;
    groups.iter().flatten().all(plain)
}

/// The draft with its secrets covered, byte for byte as long. A finding whose
/// words differ from the draft's is a masked one.
fn masked(reply: &Reply) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(reply.text.as_str());
    for finding in reply.findings.iter().chain(&reply.shadowed) {
        let range = finding.span.range();
        let Some(words) = reply.text.get(range.clone()) else {
            continue;
        };
        if words == finding.text {
            continue;
        }
        if words.len() == finding.text.len() && !finding.text.contains('\n') {
            text.to_mut().replace_range(range, &finding.text);
        } else {
            let star = |c: char| {
                if c == '\n' { "\n".to_owned() } else { "*".repeat(c.len_utf8()) }
            };
            let stars: String = words.chars().map(star).collect();
            text.to_mut().replace_range(range, &stars);
        }
    }
    text
}

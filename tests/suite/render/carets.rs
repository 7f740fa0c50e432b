//! Carets stand exactly under the words, whatever the line is made of.

use kindword::render::Style;
use kindword::report::{Reply, Severity};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use super::sample::{bare, finding, ranged, render};
use super::screen::text;

/// The excerpts of a screen: each line of the draft as shown, with its rows of
/// carets, both without the gutter.
pub fn excerpts(screen: &str) -> Vec<(String, Vec<String>)> {
    let mut excerpts: Vec<(String, Vec<String>)> = Vec::new();
    for row in screen.lines() {
        let Some((gutter, rest)) = row.split_once('|') else {
            continue;
        };
        let rest = rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        if gutter.trim().is_empty() {
            excerpts.last_mut().unwrap().1.push(rest);
        } else if gutter.trim().chars().all(|c| c.is_ascii_digit()) {
            excerpts.push((rest, Vec::new()));
        }
    }
    excerpts
}

/// Columns before the carets with `number`, and how many carets there are.
pub fn carets(rows: &[String], number: usize) -> (usize, usize) {
    let places = rows.iter().flat_map(|row| {
        let mut at = 0;
        let mut found = Vec::new();
        for word in row.split(' ') {
            if word.starts_with('^') {
                let label = row[at + word.len() + 1..].split(' ').next().unwrap();
                found.push((label.parse::<usize>().unwrap(), at, word.len()));
            }
            at += word.len() + 1;
        }
        found
    });
    let found = places.filter(|(label, ..)| *label == number).collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "carets {number} once in {rows:?}");
    (found[0].1, found[0].2)
}

fn one(text: &str, words: &str) -> Reply {
    let mut reply = bare(text);
    reply.findings.push(finding(text, words, "blame.should-have", Severity::High));
    reply
}

/// Asserts that the carets cover `shown`, the words as they stand on screen.
fn exact(text: &str, words: &str, shown: &str, width: usize) {
    let screen = render("human", &one(text, words), &Style { width, ..Style::default() });
    let excerpts = excerpts(&screen);
    let (line, rows) = &excerpts[0];
    let at = line.find(shown).unwrap_or_else(|| panic!("{shown:?} in {line:?}"));
    let want = (line[..at].width(), shown.width());
    assert_eq!(carets(rows, 1), want, "{screen}");
}

#[test]
fn stand_under_plain_words() {
    exact("Well, you should have read it.", "you should have", "you should have", 80);
}

#[test]
fn stand_under_words_after_emoji() {
    let text = "😡🙄 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 ❤️ you should have read it 🙏";
    exact(text, "you should have", "you should have", 80);
    exact(text, "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦", 80);
    exact(text, "read it 🙏", "read it 🙏", 80);
}

#[test]
fn stand_under_words_with_accents_and_wide_letters() {
    exact("Cafe\u{301} re\u{301}sume\u{301}: you failed", "you failed", "you failed", 80);
    exact(
        "Cafe\u{301} re\u{301}sume\u{301}: ok",
        "re\u{301}sume\u{301}",
        "re\u{301}sume\u{301}",
        80,
    );
    exact("お客様、you failed ですよ", "you failed", "you failed", 80);
    exact("ご注文は間違いです", "間違い", "間違い", 80);
    exact("नमस्ते you failed", "you failed", "you failed", 80);
}

#[test]
fn stand_under_words_after_tabs() {
    exact("\tyou failed", "you failed", "you failed", 80);
    exact("ab\t日\tyou\tfailed\tit", "failed", "failed", 80);
}

#[test]
fn stand_under_words_after_hidden_signs() {
    exact("a\u{200b}b\u{202e}c \u{1b}[31mred\u{1b}[0m you failed", "you failed", "you failed", 80);
    exact("x \u{7}\u{feff}you \u{2066}failed\u{2069} y", "you \u{2066}failed", "you failed", 80);
}

#[test]
fn stand_under_words_cut_from_a_long_line() {
    let before = "We sent it on Monday, as you know. ".repeat(9);
    let after = " And we will send it again if need be.".repeat(9);
    for width in 40..130 {
        exact(
            &format!("{before}You should have read it.{after}"),
            "You should have",
            "You should have",
            width,
        );
        exact(
            &format!("You should have read it.{after}"),
            "You should have",
            "You should have",
            width,
        );
        exact(
            &format!("{before}You should have read it."),
            "You should have",
            "You should have",
            width,
        );
        let wide = "日本語の文章です。".repeat(20);
        exact(&format!("{wide}you failed{wide}"), "you failed", "you failed", width);
    }
}

#[test]
fn a_long_line_is_cut_between_words() {
    let text = format!("{0} you should have read it {0}", "alpha beta gamma delta".repeat(8));
    let screen = render("human", &one(&text, "you should have"), &Style::default());
    let (line, _) = &excerpts(&screen)[0];
    let inner = line.strip_prefix('…').unwrap().strip_suffix('…').unwrap();
    assert!(text.contains(&format!(" {inner} ")), "{line}");
    assert!(line.width() > 50, "{line}");
}

#[test]
fn several_findings_share_a_line() {
    let text = "You failed to read it, you must pay now and that is our policy.";
    let mut reply = one(text, "You failed");
    reply.findings.push(finding(text, "you must pay", "command.must", Severity::Medium));
    reply.findings.push(finding(text, "must pay now", "command.now", Severity::Medium));
    let screen = render("human", &reply, &Style::default());
    let excerpts = excerpts(&screen);
    assert_eq!(excerpts.len(), 1);
    let rows = &excerpts[0].1;
    assert_eq!(rows.len(), 2, "overlapping words get a second row: {screen}");
    assert_eq!(carets(rows, 1), (0, 10));
    assert_eq!(carets(rows, 2), (text.find("you must").unwrap(), 12));
    assert_eq!(carets(rows, 3), (text.find("must pay").unwrap(), 12));
}

#[test]
fn a_finding_over_several_lines_shows_the_first() {
    let text = "Hi,\n\nyou should\nhave read it";
    let screen = render("human", &one(text, "\nyou should\nhave"), &Style::default());
    let excerpts = excerpts(&screen);
    assert_eq!(excerpts[0].0, "you should");
    assert_eq!(carets(&excerpts[0].1, 1), (0, 10));
    assert!(screen.contains(" 3 | you should\n"), "{screen}");
}

#[test]
fn lines_are_numbered_as_in_the_file_or_else_as_in_the_draft() {
    let text = "Hi,\r\n\r\nyou failed\r\n";
    let mut reply = one(text, "you failed");
    reply.line = 7;
    reply.findings[0].place.line = 9;
    let screen = render("human", &reply, &Style::default());
    assert!(screen.contains(" 9 | you failed\n"), "{screen}");
    // A draft that is one string on line 7 of a JSONL file.
    reply.findings[0].place.line = 7;
    let screen = render("human", &reply, &Style::default());
    assert!(screen.contains(" 3 | you failed\n"), "{screen}");
}

#[test]
fn a_masked_secret_is_masked_in_the_excerpt_too() {
    let text = "Your card 4111 1111 1111 1111 was charged, you failed. Pin 12345!";
    let mut reply = one(text, "you failed");
    let start = text.find("4111").unwrap();
    let mut leak = ranged(text, start, start + 19, "leak.card", Severity::High);
    leak.text = "**** **** **** 1111".to_owned();
    leak.hold = true;
    let mut pin = finding(text, "12345", "leak.pin", Severity::High);
    pin.text = "(masked)".to_owned();
    reply.shadowed.push(pin);
    reply.findings.push(leak);
    for format in ["human", "json", "jsonl"] {
        let screen = render(format, &reply, &Style { all: true, ..Style::default() });
        assert!(!screen.contains("4111"), "{screen}");
        assert!(!screen.contains("12345"), "{screen}");
    }
}

#[test]
fn a_very_long_line_is_shown_at_once() {
    let text = format!("{}you failed {}", "word ".repeat(200_000), "word ".repeat(200_000));
    let screen = render("human", &one(&text, "you failed"), &Style::default());
    assert!(screen.len() < 2000);
    let (line, rows) = &excerpts(&screen)[0];
    assert_eq!(carets(rows, 1).0, line[..line.find("you failed").unwrap()].width());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn stand_exactly_in_any_line(before in text(), after in text(), width in 40..160usize) {
        let flat = |text: String| text.replace('\n', " ").replace("you", "we");
        let text = format!("{} you failed {}", flat(before), flat(after));
        exact(&text, "you failed", "you failed", width);
    }
}

//! Problems as a person reads them.

use std::sync::Arc;

use kindword::problem::Problem;
use kindword::render::{Style, clean, problems};
use proptest::prelude::*;

const PACK: &str = "[pack]\nname = \"team\"\n\n[[swap]]\nidd = \"late\"\nfind = [\"(late\"]\n";

fn pointed() -> Problem {
    let text: Arc<str> = Arc::from(PACK);
    let start = PACK.find("idd").unwrap();
    Problem::new("unknown-key", "team.toml", "A swap has no key `idd`")
        .help("Did you mean `id`?")
        .at(&text, start..start + 3)
}

#[test]
fn a_place_is_shown_with_a_caret() {
    let want = "\
problem[unknown-key]: A swap has no key `idd`
 --> team.toml:5:1
  |
5 | idd = \"late\"
  | ^^^
  |
  = help: Did you mean `id`?

";
    assert_eq!(problems::show(&[pointed()], &Style::default()), want);
}

#[test]
fn without_a_text_it_is_one_line() {
    let line = Problem::new("bad-json", "-", "This line is no JSON").line(17).help("Mend it.");
    let note = Problem::new("empty", "mail\u{1b}[2J.txt", "Nothing to read here.").warning();
    let want = "standard input:17: This line is no JSON. Mend it.\nmail.txt: note: Nothing to read here.\n";
    assert_eq!(problems::show(&[line, note], &Style::default()), want);
    assert_eq!(problems::show(&[], &Style::default()), "");
}

#[test]
fn colour_is_asked_for() {
    let color = problems::show(&[pointed()], &Style { color: true, ..Style::default() });
    assert!(color.contains('\u{1b}'));
}

proptest! {
    #[test]
    fn any_text_and_range_is_shown_safely(
        text in "(\\PC|[\\x00-\\x20\u{85}\u{9b}\u{202e}\u{2028}\u{200f}日👩‍👧])*",
        start in 0..80usize,
        length in 0..40usize,
    ) {
        let text: Arc<str> = Arc::from(text);
        let problem = Problem::new("any", "x.toml", "It is so").at(&text, start..start + length);
        let shown = problems::show(&[problem], &Style::default());
        prop_assert!(!shown.contains(|c: char| clean::hidden(c)), "{shown:?}");
    }
}

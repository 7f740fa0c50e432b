//! The phrase language: every line of its page, and the automaton against the
//! plain matcher.

use kindword::document::words::cut;
use kindword::phrase::pattern::resolve;
use kindword::phrase::syntax::parse;
use kindword::phrase::vocabulary::FILLER;
use kindword::phrase::{Builder, Owner, Program, Scan, Use, oracle};
use proptest::prelude::*;

const OWNER: Owner = Owner::new(Use::Rule, 0, 0);

fn program(phrase: &str) -> Program {
    let mut builder = Builder::new(None);
    for word in ["really", "just", "simply", "once", "even", "of course"] {
        builder.member(FILLER, word).unwrap();
    }
    let class = builder.vocabulary.declare("thing");
    for member in ["box", "parcel~", "pen knife"] {
        builder.member(class, member).unwrap();
    }
    builder.find(OWNER, phrase, false).unwrap_or_else(|fault| panic!("{phrase}: {fault:?}"));
    builder.finish()
}

fn found(phrase: &str, text: &str) -> Vec<String> {
    let program = program(phrase);
    let mut words = Vec::new();
    cut(text, 0..text.len(), &[], &program, &mut words);
    let programs = [&program];
    let scan = Scan::new(text, &words, &programs);
    scan.hits()
        .iter()
        .map(|hit| text[words[hit.start].start..words[hit.end - 1].end].to_owned())
        .collect()
}

#[test]
fn every_line_of_the_language_page_holds() {
    let page = include_str!("../../src/phrase/language.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() >= 15, "the table is missing");
    for row in rows {
        let inner = row.trim_matches('|').trim();
        let (rest, innocent) = inner.rsplit_once(" | ").unwrap();
        let (phrase, marked) = rest.rsplit_once(" | ").unwrap();
        let phrase = phrase.trim().trim_matches('`');
        let words = marked.split_once('«').unwrap().1.split_once('»').unwrap().0;
        assert_eq!(
            found(phrase, &marked.replace(['«', '»'], "")),
            [words],
            "{phrase} in: {marked}"
        );
        assert_eq!(found(phrase, innocent), [""; 0], "{phrase} in: {innocent}");
    }
}

#[test]
fn folds_never_matter() {
    for text in [
        "You're wrong",
        "YOU’RE WRONG",
        "youre wrong",
        "your wrong",
        "you  are\u{a0}wrong",
        "you're\r\nwrong",
        "you\u{200b}'re wro\u{ad}ng",
        "youʼre **wrong**",
    ] {
        assert_eq!(found("you're wrong", text).len(), 1, "{text:?}");
    }
    assert_eq!(
        found("apologise for the cancelled café", "We APOLOGIZE for the canceled cafe\u{301}")
            .len(),
        1
    );
    assert_eq!(found("in our defence", "In our defense, it rained.").len(), 1);
    assert_eq!(found("follow up", "a follow-up call").len(), 1);
}

#[test]
fn words_are_whole_words() {
    for text in ["casino problems", "no problematic", "no. Problem solved"] {
        assert_eq!(found("no problem", text), [""; 0], "{text}");
    }
    assert_eq!(found("its fault", "it's fault"), [""; 0]);
    assert_eq!(found("we are late", "were late"), [""; 0]);
}

#[test]
fn a_longer_class_member_is_one_step() {
    assert_eq!(
        found("your <thing> broke", "Your pen knife broke, your parcels broke."),
        ["Your pen knife broke", "your parcels broke"]
    );
}

#[test]
fn small_words_step_aside_with_their_commas() {
    assert_eq!(
        found("you failed to", "you, of course, simply failed to sign"),
        ["you, of course, simply failed to"]
    );
    assert_eq!(found("you failed to", "you, failed to sign"), [""; 0]);
}

#[test]
fn faults_point_at_the_place() {
    for (phrase, at) in [
        ("you (are|were wrong", 4),
        ("a [b", 2),
        ("<nothing> here", 0),
        ("a | b", 2),
        ("... wrong", 0),
        ("[a|b]", 0),
        ("a ~", 2),
    ] {
        let mut builder = Builder::new(None);
        let fault = builder.find(OWNER, phrase, false).expect_err(phrase);
        assert_eq!(fault.at, at, "{phrase}: {fault:?}");
        assert!(!fault.help.is_empty());
    }
}

#[test]
fn a_phrase_too_long_for_one_automaton_still_works() {
    let letters: Vec<String> = ('a'..='z').map(|c| format!("{c}{c} x{c}")).collect();
    let phrase = format!("stop ({}) ({}) now", letters.join("|"), letters.join("|"));
    assert_eq!(found(&phrase, "stop mm xm qq xq now").len(), 1);
}

/// Phrases over few words, so that they often match.
fn phrases() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "red", "blue", "can't", "it's", "box", "you", "fail~", "<thing>", "...", "...2", ",",
        "really",
    ]);
    let leaf = word.prop_map(str::to_owned);
    let part = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| parts.join(" ")),
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|parts| format!("({})", parts.join("|"))),
            prop::collection::vec(inner, 1..3).prop_map(|parts| format!("[{}]", parts.join("|"))),
        ]
    });
    (prop::collection::vec(part, 1..5), any::<bool>(), any::<bool>()).prop_map(
        |(parts, start, end)| {
            format!(
                "{}{}{}",
                if start { "^ " } else { "" },
                parts.join(" "),
                if end { " $" } else { "" }
            )
        },
    )
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "red",
        "blue",
        "can't",
        "cannot",
        "it's",
        "it is",
        "box",
        "pen knife",
        "you",
        "failed",
        "failing",
        "really",
        "of course",
        "just",
        "Red",
        "so,",
        ",",
        ".",
        "!",
        "\n",
        "- ",
        "\"",
        "grey",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    /// The automaton ends where the grammar says, from every word.
    #[test]
    fn the_automaton_agrees_with_the_plain_matcher(phrase in phrases(), text in texts()) {
        let mut builder = Builder::new(None);
        for word in ["really", "just", "of course"] {
            builder.member(FILLER, word).unwrap();
        }
        let class = builder.vocabulary.declare("thing");
        builder.member(class, "box").unwrap();
        builder.member(class, "pen knife").unwrap();
        let Ok(read) = parse(&phrase).and_then(|node| resolve(&node, phrase.len(), &mut builder.vocabulary)) else { return Ok(()) };
        if builder.find(OWNER, &phrase, false).is_err() {
            return Ok(());
        }
        let program = builder.finish();
        let own: Vec<u32> = (0..u32::try_from(program.patterns.len()).unwrap()).filter(|n| program.automaton(*n).owner() == OWNER).collect();
        prop_assume!(own.len() == 1);
        let mut words = Vec::new();
        cut(&text, 0..text.len(), &[], &program, &mut words);
        let programs = [&program];
        let scan = Scan::new(&text, &words, &programs);
        let hits = scan.hits();
        for start in 0..words.len() {
            let fast = scan.longest(&program, &program.automaton(own[0]), start);
            let slow = oracle::ends(&scan, &read.pattern, false, start).last().copied();
            prop_assert_eq!(fast, slow, "{} at {} in {:?}", phrase, start, text);
            if let Some(end) = fast {
                prop_assert!(hits.iter().any(|hit| hit.start < end && start < hit.end), "{} is not found by the index at {} in {:?}", phrase, start, text);
            }
        }
    }

    /// No text of any kind makes the cutter panic, lose its place or overlap.
    #[test]
    fn cutting_never_panics_and_keeps_its_places(text in "\\PC*|[ -~\n\r\t’‘…–]*") {
        let program = program("you're wrong");
        let mut words = Vec::new();
        cut(&text, 0..text.len(), &[], &program, &mut words);
        let mut last = 0;
        for word in &words {
            prop_assert!(word.start >= last && word.end >= word.start && text.get(word.start..word.end).is_some(), "{:?}", word);
            last = word.end;
        }
    }
}

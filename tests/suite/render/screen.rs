//! The screen as a whole: what it says, how wide it is, and that nothing of
//! other people's text acts on the terminal.

use kindword::render::{Style, Summary, by_name, clean, wrap};
use kindword::report::{
    Basis, Check, Fits, PoolKind, Reply, Severity, Step, Suggestion, Target, Verdict,
};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use super::sample::{bare, check, finding, middling, pool, ranged, render, suggestion};

const STYLE: Style =
    Style { color: false, width: 80, all: false, quiet: false, many: false, min_score: None };

#[test]
fn the_middling_draft_fits_one_screen() {
    let want = "\
You greeted Maria by name and said sorry for the second cracked lamp.

 4 | You should have reported it within 48 hours, but I'll send a new one soon.
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1
 1  May land as blame                                     -8  blame.should-have
    Try  (leave it out)
    Why  She can't change that now. Your next move counts.

 2  Maria also asked                                10 of 20  answers-everything
    \"Do I have to pay to send it back?\"
    Try  Sending it back costs you {amount}.
 3  Says what happens next, and when                 8 of 16  next-step
    Has  \"I'll send a new one soon\"
    Try  Your new lamp leaves today and is with you by {day}.
 4  Empathy                                           0 of 5  empathy
    Try  A sentence to try for empathy.

Covered   greets by name, her words, sorry, a remedy, sign-off
Given     thanks (thanked in the first mail)
Optional  own our part                                               more: --all

help 32/50 + understanding 25/30 + courtesy 20/20 - wording 8 = 69
Worth another pass. Next: 2, answer Maria's question (+10).
Read as complaint, from the quoted mail. Not so? -p enquiry
";
    assert_eq!(render("human", &middling(), &STYLE), want);
}

#[test]
fn nothing_to_change_is_a_short_cheer() {
    let want = "\
Good that you take a second look before sending. The wording is kind as it is.

help 50/50 + understanding 30/30 + courtesy 20/20 = 100
Ready to send.
Read as complaint, from the quoted mail. Not so? -p enquiry
";
    assert_eq!(render("human", &bare("Hi Maria"), &STYLE), want);
}

#[test]
fn holds_come_first_then_high_then_medium_and_polish_is_counted() {
    let text = "one.\ntwo.\nthree.\nfour.\nfive.\nsix.\nseven.\neight.\n";
    let mut reply = bare(text);
    for (words, severity) in [
        ("one", Severity::Polish),
        ("two", Severity::Medium),
        ("three", Severity::Medium),
        ("four", Severity::High),
        ("five", Severity::Medium),
        ("six", Severity::Medium),
        ("seven", Severity::Medium),
        ("eight", Severity::High),
    ] {
        reply.findings.push(finding(text, words, &format!("rule.{words}"), severity));
    }
    reply.findings[7].hold = true;
    let screen = render("human", &reply, &STYLE);
    let places = ["rule.eight", "rule.four", "rule.two", "rule.three", "rule.five"]
        .map(|rule| screen.find(rule).unwrap());
    assert!(places.is_sorted(), "{screen}");
    assert!(!screen.contains("rule.six"));
    assert!(screen.contains("hold  rule.eight"));
    assert!(screen.contains("1 small touch"));
    assert!(screen.contains("2 findings"), "{screen}");
    let all = render("human", &reply, &Style { all: true, ..STYLE });
    for finding in &reply.findings {
        assert!(all.contains(&finding.rule), "{all}");
    }
    assert!(all.contains("optional  rule.one"));
}

/// Five findings on lines of their own and nothing met.
fn crowded() -> Reply {
    let text = "one more.\n\ntwo more.\n\nthree more.\n\nfour more.\n\nfive more.\n";
    let mut reply = middling();
    text.clone_into(&mut reply.text);
    reply.findings.clear();
    for words in ["one", "two", "three", "four", "five"] {
        let mut found = finding(text, words, &format!("rule.{words}"), Severity::High);
        found.why = format!("A reason for {words}.");
        reply.findings.push(found);
    }
    for check in &mut reply.checklist {
        (check.earned, check.met, check.praise) = (0, false, None);
        check.tip = Some(format!("Say something for {}.", check.item));
    }
    for pool in &mut reply.pools {
        pool.earned = 0;
    }
    reply
}

#[test]
fn a_crowded_screen_lets_the_least_useful_rows_go() {
    let reply = crowded();
    let screen = render("human", &reply, &STYLE);
    assert!(screen.lines().count() <= 38, "{} rows:\n{screen}", screen.lines().count());
    assert!(screen.contains("A reason for one."));
    assert!(!screen.contains("A reason for five."));
    assert!(screen.contains("6  Maria also asked"));
    assert!(screen.contains("6 items: --all"), "{screen}");
    let all = render("human", &reply, &Style { all: true, ..STYLE });
    assert!(all.contains("A reason for five."));
    assert!(all.contains("Say something for owns-it."));
}

#[test]
fn the_next_step_is_on_the_screen_with_its_number() {
    let mut reply = crowded();
    let step = |target| Some(Step { text: "Say sorry.".to_owned(), gain: 7, target });
    reply.next = step(Target::Item("signs-off".to_owned()));
    let screen = render("human", &reply, &STYLE);
    assert!(screen.contains(" 6  Sign-off"), "{screen}");
    assert!(screen.contains("Next: 6, say sorry (+7)."), "{screen}");
    reply.next = step(Target::Finding(4));
    let screen = render("human", &reply, &STYLE);
    assert!(screen.contains("Next: 1, say sorry (+7)."), "{screen}");
    reply.next = step(Target::Item("nowhere".to_owned()));
    assert!(render("human", &reply, &STYLE).contains("Next: say sorry (+7)."));
}

#[test]
fn every_verdict_reads_well() {
    let mut reply = middling();
    let mut says = |verdict, score, words: &str| {
        (reply.verdict, reply.score) = (verdict, score);
        let screen = render("human", &reply, &STYLE);
        assert!(screen.contains(words), "{words} in {screen}");
    };
    says(Verdict::Hold, Some(69), "Hold: please fix before sending (score 69). Next: 2,");
    says(Verdict::Ready, Some(77), "Ready to send. If you like: 2,");
    says(Verdict::Nearly, Some(70), "Nearly there. Next: 2,");
    says(Verdict::Rework, Some(30), "Let's rework this together. Next: 2,");
    says(Verdict::Unscored, None, "Too short to score (under ten words). Next: 2,");
    says(Verdict::OtherLanguage, None, "Not in English, so not scored. Next: 2,");
    (reply.verdict, reply.score) = (Verdict::Unscored, None);
    assert!(!render("human", &reply, &STYLE).contains(" = "));
}

#[test]
fn what_was_read_is_said_and_can_be_corrected() {
    let mut reply = middling();
    let mut says = |basis, profile: &str, words: &str| {
        reply.basis = basis;
        profile.clone_into(&mut reply.profile);
        let screen = render("human", &reply, &STYLE);
        assert!(screen.contains(words), "{words} in {screen}");
    };
    says(Basis::Message, "enquiry", "from the customer's message. Not so? -p complaint");
    says(Basis::Quote, "refusal", "Read as refusal, from the quoted mail. Not so? -p enquiry");
    says(Basis::Unknown, "snippet", "No customer message given; scored as snippet.");
    reply.basis = Basis::Told;
    assert!(!render("human", &reply, &STYLE).contains("Not so?"));
}

#[test]
fn quiet_is_one_line_and_many_replies_have_headings() {
    let mut reply = middling();
    let quiet = Style { quiet: true, ..STYLE };
    let want = "69 Worth another pass. Next: answer Maria's question (+10).\n";
    assert_eq!(render("human", &reply, &quiet), want);
    let aim = Style { min_score: Some(80), ..quiet };
    assert!(render("human", &reply, &aim).contains("You aim for 80."));
    reply.source = "macros.json".to_owned();
    reply.title = Some("Late parcel".to_owned());
    reply.id = kindword::report::Id::Json("\"a17\"".to_owned());
    let many = render("human", &reply, &Style { many: true, ..STYLE });
    assert!(many.starts_with("== macros.json:1 [a17] Late parcel\n\nYou greeted"), "{many}");
    let many = render("human", &reply, &Style { many: true, ..quiet });
    assert!(many.starts_with("macros.json:1 [a17] Late parcel: 69 Worth"), "{many}");
}

#[test]
fn the_summary_counts_in_constant_memory() {
    let mut summary = Summary::default();
    assert_eq!((summary.lowest(), summary.median()), (None, None));
    for score in [Some(90), Some(45), None, Some(71), Some(72)] {
        summary.add(&Reply { score, ..middling() });
    }
    assert_eq!((summary.lowest(), summary.median()), (Some(45), Some(71)));
    assert_eq!((summary.replies, summary.high, summary.medium), (5, 5, 0));
    let mut out = String::new();
    (by_name("human").unwrap().end)(&mut out, &summary, &[], &Style { many: true, ..STYLE });
    assert_eq!(out, "\n5 replies: 5 high, 0 medium, 0 polish. Lowest 45, median 71.\n");
}

#[test]
fn colour_adds_nothing_but_colour() {
    for all in [false, true] {
        let plain = render("human", &middling(), &Style { all, ..STYLE });
        let color = render("human", &middling(), &Style { all, color: true, ..STYLE });
        assert!(color.contains('\u{1b}'));
        let bare: String = clean::chars(&color).map(|(_, c)| c).collect();
        assert_eq!(bare, plain);
    }
}

#[test]
fn escape_sequences_go_and_words_stay() {
    let say = |text: &str| clean::line(text);
    assert_eq!(say("a \u{1b}[1;31mred\u{1b}[0m b"), "a red b");
    assert_eq!(say("\u{1b}]0;title\u{7}b \u{1b}]8;;http://x\u{1b}\\link"), "b link");
    assert_eq!(say("\u{9b}2Jx \u{1b}Pq\u{9c}y"), "x y");
    assert_eq!(say("\u{9b}you \u{9d}said\u{9c} \u{9b} so"), "you said so");
    assert_eq!(say("\u{1b}[\nkept \u{1b}]kept too"), "[ kept ]kept too");
    assert_eq!(say("a\tb\r\n\r\n c\u{2028}d "), "a b c d");
    assert_eq!(say("\u{202e}evil\u{2066}\u{200f}\u{61c}"), "evil");
    assert_eq!(say("👩\u{200d}👧"), "👩\u{200d}👧");
}

#[test]
fn wrapping_keeps_every_word() {
    assert_eq!(wrap::wrap("one two three", 7), ["one two", "three"]);
    assert_eq!(wrap::wrap("", 7), [""]);
    assert_eq!(wrap::wrap("日本語日本語", 5), ["日本", "語日", "本語"]);
    assert_eq!(wrap::cut("one two three", 9), "one two…");
    assert_eq!(wrap::cut("onetwothree", 5), "onet…");
    assert_eq!(wrap::cut("fits", 4), "fits");
}

/// Text with everything that is hard on a terminal in it.
pub fn text() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "you should have ",
        "word ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "日本語",
        "👩‍👩‍👧‍👦",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "e\u{301}",
        "\u{301}",
        "\u{1b}[31m",
        "\u{1b}]0;t\u{7}",
        "\u{9b}",
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{200b}",
        "\u{fe0f}",
        "नमस्ते",
        "السلام لا",
        "\u{1100}\u{1100}\u{1100}\u{1100}\u{1100}\u{1161}",
        "averyveryveryveryveryveryveryverylongwordwithoutend",
        " ",
        "  ",
        "{day}",
        "^^^ 1",
        "| ",
    ]);
    let piece = prop_oneof![4 => hard.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn found(draft: String)(
        span in (0..draft.len() + 3, 0..draft.len() + 9),
        line in prop_oneof![Just(1), 0..2_000_000usize],
        (rule, message, why, better) in (text(), text(), text(), text()),
        severity in prop::sample::select(vec![Severity::High, Severity::Medium, Severity::Polish]),
        (cost, hold, count) in (0..9u32, any::<bool>(), 0..3usize),
    ) -> kindword::report::Finding {
        let mut finding = ranged(&draft, span.0, span.1, "a.b", severity);
        finding.place.line = line;
        (finding.rule, finding.message, finding.why) = (rule, message, why);
        (finding.cost, finding.hold, finding.count) = (cost, hold, count);
        finding.suggestions.push(suggestion(&better, Fits::Advice, None));
        finding
    }
}

prop_compose! {
    fn item()(
        (item, title, tip, praise) in (text(), text(), text(), text()),
        (earned, points, applies) in (0..20u32, 0..20u32, any::<bool>()),
        given in prop::option::of(text()),
        kind in prop::sample::select(vec![PoolKind::Help, PoolKind::Courtesy, PoolKind::None]),
    ) -> Check {
        let mut check = check(&item, &title, kind, earned, points);
        (check.tip, check.praise) = (Some(tip), Some(praise));
        (check.applies, check.given) = (applies, given);
        check
    }
}

fn arbitrary() -> impl Strategy<Value = Reply> {
    text()
        .prop_flat_map(|draft| {
            let findings = prop::collection::vec(found(draft.clone()), 0..8);
            (Just(draft), findings, prop::collection::vec(item(), 0..8), text())
        })
        .prop_map(|(draft, findings, checklist, other)| {
            let mut reply = middling();
            reply.text = draft;
            reply.findings.clone_from(&findings);
            reply.shadowed = findings;
            reply.checklist.extend(checklist);
            (reply.profile, reply.source, reply.title) =
                (other.clone(), other.clone(), Some(other.clone()));
            let customer = reply.customer.as_mut().unwrap();
            customer.name = Some(other.clone());
            customer.questions[1].text = other;
            reply
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_is_wider_than_the_screen(reply in arbitrary(), width in 40..200usize, all: bool, quiet: bool) {
        let style = Style { width, all, quiet, many: true, ..STYLE };
        let screen = render("human", &reply, &style);
        for line in screen.lines() {
            prop_assert!(line.width() <= width, "{} of {width}: {line:?}", line.width());
        }
    }

    #[test]
    fn nothing_acts_on_the_terminal(reply in arbitrary(), all: bool) {
        let style = Style { all, many: true, ..STYLE };
        for format in ["human", "json", "jsonl"] {
            let screen = render(format, &reply, &style);
            prop_assert!(!screen.contains(|c: char| clean::hidden(c)), "{screen:?}");
            prop_assert!(!screen.contains('\t') || format != "human");
        }
    }

    #[test]
    fn colour_never_changes_the_words(reply in arbitrary(), all: bool) {
        let plain = render("human", &reply, &Style { all, ..STYLE });
        let color = render("human", &reply, &Style { all, color: true, ..STYLE });
        let bare: String = clean::chars(&color).map(|(_, c)| c).collect();
        let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(trimmed(&bare), trimmed(&plain));
    }

    #[test]
    fn the_sum_adds_up(help in 0..51u32, heard in 0..31u32, manners in 0..21u32, deducted in 0..41u32) {
        let earned = help + heard + manners;
        let mut reply = bare("Hi Maria");
        reply.pools = vec![
            pool(PoolKind::Help, help, 50),
            pool(PoolKind::Understanding, heard, 30),
            pool(PoolKind::Courtesy, manners, 20),
        ];
        (reply.earned, reply.deducted) = (earned, deducted.min(earned));
        reply.score = Some(earned - reply.deducted);
        let screen = render("human", &reply, &STYLE);
        let line = screen.lines().find(|line| line.starts_with("help ")).unwrap();
        let (sum, score) = line.split_once(" = ").unwrap();
        let (plus, minus) = sum.split_once(" - wording ").unwrap_or((sum, "0"));
        let pools = plus.split(" + ").map(|pool| {
            let (_, points) = pool.rsplit_once(' ').unwrap();
            points.split('/').next().unwrap().parse::<u32>().unwrap()
        });
        prop_assert_eq!(pools.sum::<u32>() - minus.parse::<u32>().unwrap(), score.parse::<u32>().unwrap());
    }

    #[test]
    fn wrapped_lines_hold_all_that_was_said(words in text(), width in 8..60usize) {
        let line = clean::line(&words);
        let lines = wrap::wrap(&line, width);
        let joined: String = lines.concat();
        prop_assert_eq!(joined.replace(' ', ""), line.replace(' ', ""));
        prop_assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
        prop_assert!(wrap::cut(&line, width).width() <= width);
    }
}

#[test]
fn the_empty_suggestion_says_leave_it_out() {
    let mut reply = middling();
    reply.findings[0].suggestions =
        vec![Suggestion { text: String::new(), ..suggestion("", Fits::Anywhere, None) }];
    assert!(render("human", &reply, &STYLE).contains("Try  (leave it out)\n"));
}

#[test]
fn nothing_is_called_wrong_or_bad() {
    let all = Style { all: true, min_score: Some(90), many: true, ..STYLE };
    for reply in [middling(), crowded(), bare("Hi")] {
        let screen = render("human", &reply, &all).to_lowercase();
        for scold in ["wrong", "bad", "error", "violation", "fail", "must not", "missing"] {
            assert!(!screen.contains(scold), "{scold} in {screen}");
        }
    }
}

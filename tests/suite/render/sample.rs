//! Reports built by hand.

use kindword::render::{Style, by_name};
use kindword::report::{
    Apply, Asserts, Basis, Channel, Check, Customer, Evidence, Finding, Fits, Id, Place, Pool,
    PoolKind, Question, Reply, Severity, Step, Suggestion, Target, Verdict,
};
use kindword::span::Span;

/// A draft with two phrases to reword on one line.
pub const DRAFT: &str = "Hi Maria,\n\nI'm sorry that the second lamp came cracked.\n\
    You should have reported it within 48 hours, but I'll send a new one soon.\n\nKind regards,\nAna\n";

/// The place of a range of bytes, as for a plain text file.
pub fn place(text: &str, start: usize, end: usize) -> Place {
    let point = |at: usize| {
        let before = &text[..text.floor_char_boundary(at)];
        let line = before.rsplit('\n').next().unwrap();
        let number = before.matches('\n').count() + 1;
        (number, line.chars().count() + 1, line.encode_utf16().count() + 1)
    };
    let (line, column, utf16_column) = point(start);
    let (end_line, end_column, utf16_end_column) = point(end);
    Place {
        source: None,
        start,
        end,
        line,
        column,
        end_line,
        end_column,
        utf16_column,
        utf16_end_column,
    }
}

/// A finding on the words `words` of `text`.
pub fn finding(text: &str, words: &str, rule: &str, severity: Severity) -> Finding {
    let start = text.find(words).unwrap();
    ranged(text, start, start + words.len(), rule, severity)
}

/// A finding on a range of bytes.
pub fn ranged(text: &str, start: usize, end: usize, rule: &str, severity: Severity) -> Finding {
    Finding {
        rule: rule.to_owned(),
        pack: "articles".to_owned(),
        severity,
        category: rule.split('.').next().unwrap().to_owned(),
        text: text.get(start..end).unwrap_or_default().to_owned(),
        span: Span::new(start, end),
        place: place(text, start.min(text.len()), end.min(text.len())),
        message: "May land as blame".to_owned(),
        why: "She can't change that now. Your next move counts.".to_owned(),
        source: "002_f875e9222c0563a7".to_owned(),
        cost: match severity {
            Severity::High => 8,
            Severity::Medium => 4,
            Severity::Polish => 0,
        },
        hold: false,
        count: 1,
        suggestions: vec![suggestion("", Fits::Anywhere, None)],
    }
}

/// Better words.
pub fn suggestion(text: &str, fits: Fits, asserts: Option<Asserts>) -> Suggestion {
    let apply = if asserts.is_some() { Apply::Ask } else { Apply::Safe };
    Suggestion { text: text.to_owned(), fits, apply, asserts }
}

/// An item of the checklist.
pub fn check(item: &str, title: &str, pool: PoolKind, earned: u32, points: u32) -> Check {
    Check {
        item: item.to_owned(),
        title: title.to_owned(),
        pool,
        applies: true,
        met: earned == points,
        earned,
        points,
        given: None,
        evidence: Vec::new(),
        praise: None,
        tip: (earned < points).then(|| format!("A sentence to try for {item}.")),
    }
}

/// A reply with nothing found in it.
pub fn bare(text: &str) -> Reply {
    Reply {
        id: Id::Number(1),
        source: "-".to_owned(),
        title: None,
        line: 1,
        text: text.to_owned(),
        channel: Channel::Email,
        profile: "complaint".to_owned(),
        basis: Basis::Quote,
        score: Some(100),
        verdict: Verdict::Ready,
        hold: false,
        customer: None,
        parts: Vec::new(),
        findings: Vec::new(),
        shadowed: Vec::new(),
        checklist: Vec::new(),
        pools: vec![
            pool(PoolKind::Help, 50, 50),
            pool(PoolKind::Understanding, 30, 30),
            pool(PoolKind::Courtesy, 20, 20),
        ],
        earned: 100,
        deducted: 0,
        next: None,
    }
}

/// A pool.
pub fn pool(kind: PoolKind, earned: u32, cap: u32) -> Pool {
    Pool { kind, earned, cap }
}

/// The middling draft of the design's screen.
pub fn middling() -> Reply {
    let mut reply = bare(DRAFT);
    reply.score = Some(69);
    reply.verdict = Verdict::AnotherPass;
    reply.findings =
        vec![finding(DRAFT, "You should have reported it", "blame.should-have", Severity::High)];
    reply.findings[0].suggestions = vec![suggestion("", Fits::Anywhere, None)];
    reply.customer = Some(customer());
    reply.checklist = checklist();
    reply.pools = vec![
        pool(PoolKind::Help, 32, 50),
        pool(PoolKind::Understanding, 25, 30),
        pool(PoolKind::Courtesy, 20, 20),
    ];
    reply.earned = 77;
    reply.deducted = 8;
    reply.next = Some(Step {
        text: "answer Maria's question".to_owned(),
        gain: 10,
        target: Target::Item("answers-everything".to_owned()),
    });
    reply
}

fn customer() -> Customer {
    let message = "My lamp is cracked. Do I have to pay to send it back?";
    let question = |text: &str, answered| Question {
        text: text.to_owned(),
        answered,
        place: place(message, 20, message.len()),
    };
    Customer {
        name: Some("Maria Lopez".to_owned()),
        mood: vec!["complaint".to_owned()],
        questions: vec![
            question("Can I have a new one?", true),
            question("Do I have to pay to send it back?", false),
        ],
    }
}

fn checklist() -> Vec<Check> {
    let praised = |mut check: Check, praise: &str| {
        check.praise = Some(praise.to_owned());
        check
    };
    let mut next = check("next-step", "Says what happens next, and when", PoolKind::Help, 8, 16);
    let start = DRAFT.find("I'll send").unwrap();
    next.tip = Some("Your new lamp leaves today and is with you by {day}.".to_owned());
    next.evidence = vec![Evidence {
        text: "I'll send a new one soon".to_owned(),
        span: Span::new(start, start + 24),
        place: place(DRAFT, start, start + 24),
    }];
    let mut answers = check("answers-everything", "Answers every question", PoolKind::Help, 10, 20);
    answers.tip = Some("Sending it back costs you {amount}.".to_owned());
    let mut order = check("reason", "Says why", PoolKind::Help, 0, 4);
    order.applies = false;
    let mut given = check("thanks", "Thanks", PoolKind::Courtesy, 8, 8);
    given.given = Some("thanked in the first mail".to_owned());
    vec![
        praised(
            check("greets-by-name", "Greets by name", PoolKind::Courtesy, 6, 6),
            "You greeted Maria by name",
        ),
        given,
        check("says-back", "Her words", PoolKind::Understanding, 10, 10),
        check("empathy", "Empathy", PoolKind::Understanding, 0, 5),
        praised(
            check("sorry", "Sorry", PoolKind::Understanding, 7, 7),
            "You said sorry for the second cracked lamp.",
        ),
        check("owns-it", "Own our part", PoolKind::Courtesy, 0, 4),
        check("makes-it-right", "A remedy", PoolKind::Help, 14, 14),
        next,
        answers,
        order,
        check("signs-off", "Sign-off", PoolKind::Courtesy, 6, 6),
    ]
}

/// One reply in one format, without what stands before and after it.
pub fn render(format: &str, reply: &Reply, style: &Style) -> String {
    let mut out = String::new();
    (by_name(format).unwrap().reply)(&mut out, 0, reply, style);
    out
}

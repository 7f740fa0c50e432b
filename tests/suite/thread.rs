//! Cutting a text into its parts, and reading the customer's message.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where it fails"
)]

use kindword::document::excerpt;
use kindword::document::name::{self, Form};
use kindword::document::placeholder::{self, Dialect, Who};
use kindword::document::region::MaskKind;
use kindword::document::request::{self, Kind};
use kindword::document::thread::{self, Thread};
use kindword::document::{customer, sentence};
use kindword::report::PartKind;
use kindword::span::{Span, Text};
use proptest::prelude::*;

fn parts(text: &str) -> Vec<(PartKind, &str)> {
    thread::cut(text).parts.iter().map(|(kind, span)| (*kind, span.of(text))).collect()
}

fn sentences(text: &str) -> Vec<&str> {
    sentence::split(text).iter().map(|span| span.of(text)).collect()
}

fn greeted(text: &str) -> Option<&str> {
    thread::cut(text).greeted.map(|name| name.span.of(text))
}

fn agent(text: &str) -> Option<&str> {
    thread::cut(text).agent.map(|name| name.span.of(text))
}

fn customer_name(text: &str) -> Option<&str> {
    customer::name(text).map(|span| span.of(text))
}

fn asked(text: &str) -> Vec<&str> {
    request::find(text).iter().map(|request| request.span.of(text)).collect()
}

fn masked(text: &str) -> Vec<(MaskKind, &str)> {
    thread::cut(text).masked.iter().map(|(kind, span)| (*kind, span.of(text))).collect()
}

fn quoted(text: &str) -> String {
    thread::cut(text).quoted(text).map(|quoted| quoted.text).unwrap_or_default()
}

#[test]
fn a_mail_is_cut_into_its_parts() {
    let text = "Hi Maria,\n\nThe kettle ships today.\nIt comes by van.\n\nKind regards,\nTom Reed\n\
                Acme Support\n\nThis email and any attachments are confidential.\n\n\
                On Tue, 5 Mar 2024 at 10:12, Maria Lopez <maria@example.com> wrote:\n\
                > Where is my kettle?\n>\n> Maria\n";
    assert_eq!(
        parts(text),
        [
            (PartKind::Greeting, "Hi Maria,"),
            (PartKind::Reply, "The kettle ships today.\nIt comes by van."),
            (PartKind::Closing, "Kind regards,"),
            (PartKind::Signature, "Tom Reed\nAcme Support"),
            (PartKind::Disclaimer, "This email and any attachments are confidential."),
            (
                PartKind::Quote,
                "On Tue, 5 Mar 2024 at 10:12, Maria Lopez <maria@example.com> wrote:\n\
                 > Where is my kettle?\n>\n> Maria"
            ),
        ]
    );
    let cut = thread::cut(text);
    assert_eq!(cut.greeted.map(|name| name.span.of(text)), Some("Maria"));
    assert_eq!(cut.agent.map(|name| name.span.of(text)), Some("Tom Reed"));
    assert_eq!(cut.sender.map(|name| name.span.of(text)), Some("Maria Lopez"));
    assert_eq!(quoted(text), "Where is my kettle?\n\nMaria\n");
}

#[test]
fn quoted_words_lead_back_to_their_place() {
    let text = "Sure.\n\n> Where is\n> my kettle?\n> > We ship daily.\n";
    let quoted = thread::cut(text).quoted(text).unwrap();
    assert_eq!(quoted.text.trim_end(), "Where is\nmy kettle?");
    let at = quoted.text.find("kettle").unwrap();
    assert_eq!(quoted.locate(Span::new(at, at + 6)).of(text), "kettle");
    let whole = Span::new(0, quoted.text.trim_end().len());
    assert_eq!(quoted.locate(whole).of(text), "Where is\n> my kettle?");
    assert!(excerpt::unquote(text, &[]).text.is_empty());
}

#[test]
fn replies_below_and_between_quotes_are_own_words() {
    use PartKind::{Greeting, Quote, Reply, Signature};
    let below = "On Monday, Maria wrote:\n> Where is it?\n\nHi Maria,\nIt left today.\n";
    assert_eq!(
        parts(below),
        [
            (PartKind::Quote, "On Monday, Maria wrote:\n> Where is it?"),
            (PartKind::Greeting, "Hi Maria,"),
            (PartKind::Reply, "It left today."),
        ]
    );
    let between = "Hi Maria,\n> Is it in stock?\nYes, it is.\n> And in blue?\nNot yet.\n\nTom\n";
    let kinds: Vec<PartKind> = parts(between).iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Greeting, Quote, Reply, Quote, Reply, Signature]);
    assert_eq!(quoted(between), "Is it in stock?\nAnd in blue?\n");
}

#[test]
fn attributions_of_many_languages_head_a_quote() {
    for line in [
        "On Tue, 5 Mar 2024 at 10:12, Maria Lopez <maria@example.com> wrote:",
        "On 5 March 2024 at 10:12, Maria Lopez\n<maria@example.com> wrote:",
        "Am 05.03.2024 um 10:12 schrieb Maria Lopez <maria@example.com>:",
        "Le mar. 5 mars 2024 à 10:12, Maria Lopez <maria@example.com> a écrit :",
        "El mar, 5 mar 2024 a las 10:12, Maria Lopez (<maria@example.com>) escribió:",
        "Em ter., 5 de mar. de 2024 às 10:12, Maria Lopez <maria@example.com> escreveu:",
        "Il giorno mar 5 mar 2024 alle ore 10:12 Maria Lopez <maria@example.com> ha scritto:",
        "Op di 5 mrt 2024 om 10:12 schreef Maria Lopez <maria@example.com>:",
        "W dniu 5.03.2024 o 10:12, Maria Lopez <maria@example.com> pisze:",
        "Den tis 5 mars 2024 kl 10:12 skrev Maria Lopez <maria@example.com>:",
        "Den 5. mars 2024 kl. 10.12 skrev Maria Lopez <maria@example.com>:",
        "-----Original Message-----\nFrom: Maria Lopez\nSent: Tuesday\nTo: Help\nSubject: Kettle",
        "-----Ursprüngliche Nachricht-----\nVon: Maria Lopez\nBetreff: Kettle",
        "________________________________\nFrom: Maria Lopez\nSent: Tuesday\nSubject: Kettle",
        "From: Maria Lopez <maria@example.com>\nDate: Tuesday\nTo: Help\nSubject: Kettle",
        "*De :* Maria Lopez\n*Envoyé :* mardi\n*À :* Help\n*Objet :* Kettle",
        "Begin forwarded message:\n\nFrom: Maria Lopez\nSubject: Kettle",
        "##- Please type your reply above this line -##",
    ] {
        let text = format!("It left today.\n\n{line}\n\nWhere is my kettle?\n");
        assert_eq!(parts(&text).first(), Some(&(PartKind::Reply, "It left today.")), "{line}");
        assert_eq!(quoted(&text).trim(), "Where is my kettle?", "{line}");
        let marked = format!("It left today.\n\n{line}\n> Where is my kettle?\n");
        assert_eq!(quoted(&marked).trim(), "Where is my kettle?", "{line}");
    }
}

#[test]
fn own_words_are_not_taken_for_a_quote() {
    for text in [
        "On Monday you wrote:\nI will call you about that today.",
        "From: Leeds\nTo: York\nDate: 5 May\n\nThat is your new ticket.",
        "Here is what I wrote:\nthe lamp ships today.",
        "-----Original Message-----\nFrom: Maria\nSubject: x\nWhere is it?",
    ] {
        assert!(thread::cut(text).quote.is_none(), "{text}");
        assert!(!thread::cut(text).own.is_empty());
    }
}

#[test]
fn nothing_but_marked_lines_is_only_quoted() {
    let cut = thread::cut("On Monday, Maria wrote:\n> Where is it?\n>\n> Maria\n");
    assert!(cut.only_quoted && cut.own.is_empty());
    assert!(!thread::cut("> Where is it?\nHere.").only_quoted);
    assert!(!thread::cut("").only_quoted);
}

#[test]
fn names_are_greeted() {
    for (text, name) in [
        ("Hi Maria,\nthanks.", "Maria"),
        ("Dear Ms Lopez,\nthanks.", "Ms Lopez"),
        ("Hello again, Tom! Good to hear from you.", "Tom"),
        ("Good morning Priya,", "Priya"),
        ("Maria,\n\nit left today.", "Maria"),
        ("Hi Jo! I'm sorry about this.", "Jo"),
        ("Dear José,", "José"),
        ("Hi O\u{2019}Neil,", "O\u{2019}Neil"),
        ("Dear Mr van der Berg,", "Mr van der Berg"),
        ("Hello Nguyễn Thị Lan,", "Nguyễn Thị Lan"),
        ("Hi 美咲,", "美咲"),
        ("HELLO MARIA,", "MARIA"),
        ("Hi Will, it ships today.", "Will"),
        ("Hi Mary-Jane - it ships today.", "Mary-Jane"),
        ("Subject: Your kettle\n\nHi Maria,\nit ships today.", "Maria"),
        ("hi maria, it ships today", "maria"),
        ("Hi {{ticket.requester.first_name}},", "{{ticket.requester.first_name}}"),
        ("Hi [First Name],", "[First Name]"),
    ] {
        assert_eq!(greeted(text), Some(name), "{text}");
    }
    assert_eq!(thread::cut("hi maria, hello").greeted.unwrap().form, Form::Small);
    assert!(thread::cut("Maria, it left.").greeted_bare);
    let text = "Dear Dr. Ada Obi,";
    let name = thread::cut(text).greeted.unwrap();
    assert_eq!(name.bare.of(text), "Ada Obi");
    assert_eq!(name.title().unwrap().of(text).trim(), "Dr.");
}

#[test]
fn nobody_is_greeted_by_a_role() {
    for text in [
        "Dear Sir/Madam,",
        "Dear Sir or Madam,",
        "Dear Customer,",
        "Dear valued customer,",
        "Dear Valued Guest,",
        "Hi all,",
        "Hi there,",
        "Hi there! It ships today.",
        "Hello everyone,",
        "Hello Team,",
        "Hi folks,",
        "Hi mate, it ships today.",
        "To whom it may concern,",
        "Hello, thank you for writing.",
        "Hi, I've seen it.",
        "Unfortunately, it is gone.",
        "Thanks, that helps.",
        "Hi {{current_user.first_name}} here,",
    ] {
        assert_eq!(greeted(text), None, "{text}");
    }
}

#[test]
fn names_spoken_to_are_offered() {
    for (text, name) in [
        ("Thank you for the photos, Priya. They help.", "Priya"),
        ("I'm so sorry Oliver, a whole day is long.", "Oliver"),
    ] {
        assert_eq!(thread::cut(text).addressed.map(|name| name.span.of(text)), Some(name));
    }
    let text = "Your room is ready, and the pool, too.";
    assert!(thread::cut(text).addressed.is_none());
}

#[test]
fn the_agents_name_is_signed() {
    for (text, name) in [
        ("It ships today.\n\nKind regards,\nTom", "Tom"),
        ("It ships today.\n\nBest\nTom Reed\nSupport Team", "Tom Reed"),
        ("It ships today.\nThanks, Leo", "Leo"),
        ("It ships today. Thanks, Leo", "Leo"),
        ("It ships today.\n\nTom\n\nSent from my iPhone", "Tom"),
        ("It ships today.\n\n-- \nTom Reed\nAcme | 0123 456", "Tom Reed"),
        ("It ships today.\n\nRegards,\n\n--\nTom Reed", "Tom Reed"),
        ("Have a good one - Lucy", "Lucy"),
        ("It ships today.\n\nMit freundlichen Grüßen\nJürgen Groß", "Jürgen Groß"),
        ("It ships today.\n\nMany thanks and happy knitting,\nRuth", "Ruth"),
        ("It ships today.\n\nWarmly,\nMd. Karim Uddin", "Md. Karim Uddin"),
        ("It ships today.\n\nBest,\nTom\n\nP.S. The blue one is back in stock, too.", "Tom"),
        ("It ships today.\n\nBest,\n{{current_user.first_name}}", "{{current_user.first_name}}"),
    ] {
        assert_eq!(agent(text), Some(name), "{text}");
    }
    for text in [
        "It ships today.\n\nKind regards,\nThe Support Team",
        "It ships today.\n\nKind regards,\nCustomer Care",
        "It ships today.\n\nKind regards,",
        "It ships today. Have a lovely weekend.",
        "Thanks for the photos.",
        "Is it the red one or the blue one",
    ] {
        assert_eq!(agent(text), None, "{text}");
    }
}

#[test]
fn the_end_of_a_mail_is_found() {
    let text = "It ships today.\n\nBest,\nTom\n\nP.S. The blue one is back.";
    assert_eq!(
        parts(text),
        [
            (PartKind::Reply, "It ships today."),
            (PartKind::Closing, "Best,"),
            (PartKind::Signature, "Tom"),
            (PartKind::Reply, "P.S. The blue one is back."),
        ]
    );
    let text = "This email is confidential, as you asked.\nI told nobody.";
    assert_eq!(parts(text), [(PartKind::Reply, text)]);
    let text = "Tom";
    assert_eq!(parts(text), [(PartKind::Reply, text)]);
    assert_eq!(parts("Sent from my iPhone"), [(PartKind::Reply, "Sent from my iPhone")]);
}

#[test]
fn what_is_no_word_is_masked() {
    use MaskKind::{Address, Code, Handle, Link, Placeholder};
    let text = "See https://example.com/a?b=c. Or www.example.com, help.example.co.uk/x (or \
                bob.o@example.com), type `kw check` for @maria, {{ticket.id}} and [Order Number].\n\
                ```\ncode here\n```\nDone.";
    assert_eq!(
        masked(text),
        [
            (Link, "https://example.com/a?b=c"),
            (Link, "www.example.com"),
            (Link, "help.example.co.uk/x"),
            (Address, "bob.o@example.com"),
            (Code, "`kw check`"),
            (Handle, "@maria"),
            (Placeholder, "{{ticket.id}}"),
            (Placeholder, "[Order Number]"),
            (Code, "```\ncode here\n```"),
        ]
    );
    let text = "I`m sure you don`t mind.I see [it](x), [sic], 5% or 6% and e.g. this {} at 5.30.";
    assert_eq!(masked(text), []);
    let own: Vec<&str> = {
        let cut = thread::cut("Ask @maria now.");
        cut.own.iter().map(|span| span.of("Ask @maria now.")).collect()
    };
    assert_eq!(own, ["Ask ", " now."]);
}

#[test]
fn placeholders_of_every_dialect_are_read() {
    for (text, dialect, who) in [
        ("{{{Recipient.FirstName}}}", Dialect::TripleBrace, Some(Who::Customer)),
        ("{{ticket.requester.first_name}}", Dialect::DoubleBrace, Some(Who::Customer)),
        ("{{current_user.first_name}}", Dialect::DoubleBrace, Some(Who::Agent)),
        ("{{user.first_name}}", Dialect::DoubleBrace, Some(Who::Either)),
        ("{{ticket.id}}", Dialect::DoubleBrace, None),
        ("{%customer.firstName,fallback=there%}", Dialect::BracePercent, Some(Who::Customer)),
        ("${Contacts.First Name}", Dialect::DollarBrace, Some(Who::Customer)),
        ("${User.First Name}", Dialect::DollarBrace, Some(Who::Either)),
        ("{!Contact.FirstName, Friend}", Dialect::BangBrace, Some(Who::Customer)),
        ("%{recipient.name}", Dialect::PercentBrace, Some(Who::Customer)),
        ("%{staff.name}", Dialect::PercentBrace, Some(Who::Agent)),
        ("#{ticket.customer.firstname}", Dialect::HashBrace, Some(Who::Customer)),
        ("[[ticket.requester.first_name]]", Dialect::DoubleSquare, Some(Who::Customer)),
        ("<attribute key=\"user.name\" default=\"there\"/>", Dialect::Attribute, Some(Who::Either)),
        ("<cs:parser>x</cs:parser>", Dialect::Parser, None),
        ("{$ticket.title}", Dialect::BraceDollar, None),
        ("{nick}", Dialect::Brace, Some(Who::Either)),
        ("{operator}", Dialect::Brace, Some(Who::Agent)),
        ("{customer_name}", Dialect::Brace, Some(Who::Customer)),
        ("[Your Name]", Dialect::Square, Some(Who::Agent)),
        ("[Customer Name]", Dialect::Square, Some(Who::Customer)),
    ] {
        let found = placeholder::at(text, 0).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(found.span.of(text), text);
        assert_eq!((found.dialect, found.who(text)), (dialect, who), "{text}");
    }
    for (text, fallback) in [
        ("{{contact.first_name || 'there'}}", Some("there")),
        ("{{first_name | fallback: \"there\"}}", Some("there")),
        ("{%customer.firstName,fallback= there%}", Some("there")),
        ("{!Contact.FirstName, Friend}", Some("Friend")),
        ("<attribute key=\"user.name\" default=\"there\"/>", Some("there")),
        ("{{user.name}}", None),
    ] {
        let found = placeholder::at(text, 0).unwrap();
        assert_eq!(found.fallback.map(|span| span.of(text)), fallback, "{text}");
    }
}

#[test]
fn sentences_end_where_readers_end_them() {
    for (text, count) in [
        ("I called Dr. Shah. She was kind.", 2),
        ("We open at 9 a.m. on Mondays. See you!", 2),
        ("Call us before 5 p.m. Please have the number ready.", 2),
        ("It costs Rs. 500 in all.", 1),
        ("P.S. The lid is blue.", 1),
        ("It is at no. 5 on the list.", 1),
        ("Is it no. No, it is not.", 2),
        ("Bring e.g. Your card. Thanks.", 2),
        ("no charger came. i need one", 2),
        ("Well... not quite.", 1),
        ("Please check my bill.Please send it.", 2),
        ("Write to help@example.com or see example.com today.", 1),
        ("\"Why?\" she asked.", 1),
        ("J. Brown will call you.", 1),
        ("Hi Maria,\nthank you for waiting.", 2),
        ("This line was wrapped by the mailer because it is\nLong and goes on here.", 1),
        ("A short\nline goes on here.", 1),
        ("Two things\nFirst one", 2),
        ("You need:\n- a card\n- a pen", 3),
        ("1. Please open it.\n2. Close it.", 2),
        ("Kind regards,\ntom", 2),
        ("One.\n\ntwo", 2),
        ("今日は。ありがとう。", 2),
    ] {
        assert_eq!(sentences(text).len(), count, "{:?}", sentences(text));
    }
}

#[test]
fn the_customers_name_is_read() {
    for (text, name) in [
        ("My lamp broke.\n\nThanks,\nMaria Lopez\nFlat 4", "Maria Lopez"),
        ("My lamp broke. Thanks, Maria", "Maria"),
        ("my lamp broke\n\n-- \nsam", "sam"),
        ("My lamp broke.\nnadia", "nadia"),
        ("My lamp broke. Can you help? - Wren", "Wren"),
        ("My name is Md. Arif Hossain and my lamp broke.", "Md. Arif Hossain"),
        ("This is José from Acme, my lamp broke.", "José"),
        ("Hi, I'm Aoife, and my lamp broke.", "Aoife"),
        ("O'Hara here. My lamp broke.", "O'Hara"),
        ("My lamp broke.\n\nMrs Edith Hale\n01472 555 0100", "Mrs Edith Hale"),
        ("My lamp broke.\n\nRegards,\nProf. Jan van der Berg", "Prof. Jan van der Berg"),
        ("My lamp broke.\n\nKind regards\nMaria\n\n> On it goes\n", "Maria"),
        ("My lamp broke. Please help. Ana", "Ana"),
        ("My lamp broke.\n\nYours faithfully,\n(Miss) P. A. Thorne", "P. A. Thorne"),
        ("Name: Otto Kranz\nOrder: 77\nThe lamp broke.", "Otto Kranz"),
        ("My lamp broke. Best, Annika & Jonas", "Annika"),
    ] {
        assert_eq!(customer_name(text), Some(name), "{text}");
    }
    for text in [
        "",
        "My lamp broke. Please help. Thanks",
        "thanks mate",
        "@lampfan: my lamp broke",
        "my lamp broke. unbelievable",
        "Hi Tom, that worked. Thanks Tom",
        "My lamp broke.\n\nRegards,\nThe Facilities Team",
        "I'm so sorry, this is ridiculous.",
    ] {
        assert_eq!(customer_name(text), None, "{text}");
    }
}

#[test]
fn what_is_asked_is_found() {
    for (text, clauses) in [
        ("My lamp broke. Can you send a new one?", vec!["Can you send a new one?"]),
        ("how do i fit the bulb", vec!["how do i fit the bulb"]),
        (
            "Is it dimmable, what bulb does it take, and will it fit a low table?",
            vec!["Is it dimmable", "what bulb does it take", "will it fit a low table?"],
        ),
        (
            "I'd like a new shade, and please tell me how it clips on.",
            vec!["I'd like a new shade", "please tell me how it clips on."],
        ),
        ("Let me know if it can be mended.", vec!["Let me know if it can be mended."]),
        ("Just wanted to know if it dims.", vec!["Just wanted to know if it dims."]),
        ("The lamp broke. Refund me.", vec!["Refund me."]),
        ("lamp broke 😡 refund pls", vec!["refund pls"]),
        ("Any update on my lamp?", vec!["Any update on my lamp?"]),
        (
            "Could you check\nwhether it ships today?",
            vec!["Could you check\nwhether it ships today?"],
        ),
    ] {
        assert_eq!(asked(text), clauses, "{text}");
    }
    let kinds = |text| request::find(text).iter().map(|found| found.kind).collect::<Vec<_>>();
    assert_eq!(kinds("Can you call me? When does it ship?"), [Kind::Request, Kind::Question]);
}

#[test]
fn what_is_asked_for_show_is_left_out() {
    for text in [
        "Are you kidding me?",
        "What kind of company does this?",
        "Seriously?",
        "Why should I pay for your mistake?",
        "How are you?",
        "You asked \"Has it arrived?\" Yes, it has.",
        "All good now, thanks so much!",
        "I want to thank your driver.",
        "Nobody let me know.",
        "> Can you send a photo?",
        "Please find attached the photo.",
        "I don't want a voucher.",
        "She said I need to wait.",
    ] {
        assert_eq!(asked(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn names_are_compared_as_people_do() {
    for (called, full) in [
        ("Maria", "Maria Lopez"),
        ("Mr Okafor", "Daniel Okafor"),
        ("Siobhán", "Siobhan Kelly"),
        ("Yamamoto-san", "Ken Yamamoto"),
        ("maria", "MARIA LOPEZ"),
        ("O\u{2019}Neil", "O'Neil"),
    ] {
        assert!(name::fits(called, full), "{called}");
    }
    assert!(!name::fits("Marina", "Maria Lopez"));
    assert!(!name::fits("", "Maria"));
}

/// Pieces that mails are made of, to be put together at random.
const PIECES: &[&str] = &[
    "Hi Maria,",
    "\n",
    "\n\n",
    "> quoted",
    "> > deeper",
    "On Tue, 5 Mar 2024 at 10:12, A <a@b.c> wrote:",
    "It ships today.",
    "Kind regards,",
    "Tom",
    "-- ",
    "{{a.b}}",
    "[First Name]",
    "`code`",
    "```",
    "https://x.example/a",
    "@tom",
    "can you help?",
    "-----Original Message-----",
    "From: A",
    "Subject: x",
    "é🙂",
    "\r\n",
    "P.S. More.",
    " ",
    "This email is confidential.",
    "Dr.",
    "?!",
    "{",
    "\"",
    "Sent from my iPhone",
    "thanks",
    ",",
    "-",
    "\u{a0}",
    "\u{301}",
    "。",
];

fn check(text: &str, cut: &Thread) {
    let mut at = 0;
    for (_, span) in &cut.parts {
        assert!(span.start >= at && span.end > span.start && span.end <= text.len());
        assert!(!span.of(text).trim().is_empty(), "a part is cut between characters or empty");
        at = span.end;
    }
    let inside = |span: &Span<Text>| cut.parts.iter().any(|(_, part)| part.contains(*span));
    assert!(cut.own.iter().all(inside) && cut.masked.iter().all(|(_, span)| inside(span)));
    assert!(cut.own.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.start)));
    assert!(cut.own.iter().all(|own| cut.masked.iter().all(|(_, mask)| !mask.overlaps(*own))));
    let lost = (0..text.len()).filter(|at| text.as_bytes()[*at].is_ascii_alphanumeric());
    for at in lost {
        assert!(inside(&Span::new(at, at + 1)), "byte {at} is in no part");
    }
    if let Some(quoted) = cut.quoted(text) {
        let pieces = quoted.text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        for (at, c) in pieces {
            assert!(text[quoted.place(at)..].starts_with(c));
        }
    }
}

fn read(text: &str) {
    check(text, &thread::cut(text));
    let mut at = 0;
    for span in sentence::split(text) {
        assert!(span.start >= at && !span.of(text).is_empty());
        assert!(text[at..span.start].trim().is_empty(), "no words between sentences");
        at = span.end;
    }
    assert!(text[at..].trim().is_empty());
    assert!(customer::name(text).is_none_or(|span| !span.of(text).is_empty()));
    for found in request::find(text) {
        assert!(!found.span.of(text).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        read(&text);
    }

    #[test]
    fn any_mail_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        read(&pieces.concat());
    }
}

/// Shapes that a careless scan reads again and again: with a square of time
/// this test would not end.
#[test]
fn no_shape_of_text_is_read_again_and_again() {
    for piece in [
        "a",
        "{",
        "[",
        "<",
        "`",
        "`a",
        "`` ",
        "\n",
        ">\n",
        "> a\nb\n",
        "((",
        "a.",
        "? ",
        "a@",
        "http://",
        "On a\n",
        "From: a\n",
        "- ",
        "\"",
        "%",
        "please ",
        "can you ",
        "Tom, ",
        "_",
        "\n\n-- \n",
        "1. ",
        " ",
        "```\n",
        "{{",
        "*|",
        "w\u{301}",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let cut = thread::cut(&text);
        assert!(cut.parts.len() <= text.len());
        assert!(sentence::split(&text).len() <= text.len());
        assert!(customer::name(&text).is_none_or(|name| name.end <= text.len()));
        assert!(request::find(&text).len() <= text.len());
    }
}

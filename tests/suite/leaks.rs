//! Limits and leaks: each true to its examples, look-alikes left alone, and no
//! secret ever shown.

use kindword::check::checksum::{CHECKSUMS, named};
use kindword::check::prove_extras::names;
use kindword::check::{
    Choice, Extra, Setting, concealed, find, findings, leaks, limits, masks, regexes,
};
use kindword::document::thread;
use kindword::report::Severity;
use kindword::rule::{Pack, RuleSet, builtin, load};
use kindword::span::{Span, Text};
use kindword::{Draft, Options, review};
use proptest::prelude::*;

fn whole(text: &str) -> [Span<Text>; 1] {
    [Span::new(0, text.len())]
}

fn leaked_in(text: &str, library: bool) -> Vec<Extra> {
    let all = Choice::default();
    leaks(text, &whole(text), &masks::of(text), builtin::rules(), &all, library)
}

fn leaked(text: &str) -> Vec<Extra> {
    leaked_in(text, false)
}

fn limited(text: &str) -> Vec<Extra> {
    let all = Choice::default();
    limits(text, &whole(text), &masks::of(text), builtin::rules(), &all, Setting::default())
}

/// The ids found, with the words as they may be shown.
fn seen(text: &str, found: &[Extra]) -> Vec<(String, String)> {
    found.iter().map(|one| (one.id.clone(), one.words(text))).collect()
}

/// What the tool says about them is held to its own rules.
#[test]
fn their_own_words_follow_the_rules() {
    let rules = builtin::rules();
    let limits = rules.limits().iter().flat_map(|one| [&one.why, &one.message]);
    let leaks = rules.leaks().iter().flat_map(|one| [&one.why, &one.message]);
    for text in limits.chain(leaks) {
        let found = find(text, &whole(text), &masks::of(text), rules);
        let (kept, _) = findings(text, &found, rules, &Choice::default());
        let loud = kept.iter().find(|raw| raw.severity > Severity::Polish);
        assert!(loud.is_none(), "{} in: {text}", loud.map_or("", |raw| &raw.record.id));
        assert!(limited(text).is_empty() && leaked(text).is_empty(), "{text}");
        assert!(text.len() <= 100, "{text}");
    }
}

#[test]
fn a_secret_is_never_shown() {
    let secrets = [
        ("Your card 4111 1111 1111 1111 was charged.", "4111 1111 1111 ", "••••1111"),
        ("Your Amex 3782 822463 10005 was charged.", "3782 822463 ", "••••0005"),
        ("Your SSN is 123-45-6789.", "123-45-6789", "••••••••"),
        ("Your password is tulip_99.", "tulip_99", "••••••••"),
        ("Your password is Zoë-Tülip9.", "Zoë-Tülip9", "••••••••"),
        ("The key is AKIAIOSFODNN7EXAMPLE, as you said.", "AKIAIOSFODNN7EXAMPLE", "••••••••"),
        ("See https://example.com/reset?token=8f3a9c1d7e5b.", "8f3a9c1d7e5b", "••••••••"),
        ("The code `sk_live_4eC39HqLyjWDarjtT1zdp7dc` works.", "sk_live_4eC39H", "••••••••"),
    ];
    for (text, secret, shown) in secrets {
        let found = leaked(text);
        assert_eq!(found.len(), 1, "{text}: {:?}", seen(text, &found));
        assert!(found[0].hold && found[0].mask && found[0].severity == Severity::High);
        assert_eq!(found[0].words(text), shown);
        let safe = concealed(text, &found);
        assert_eq!(safe.len(), text.len(), "{safe}");
        assert!(!safe.contains(secret), "{safe}");
        let rest = |text: &str| text[..found[0].span.start].to_owned() + &text[found[0].span.end..];
        assert_eq!(rest(&safe), rest(text));
    }
}

/// Spellings that hide a number from a plain search, with what must not be seen.
const ODD: &[(&str, &str)] = &[
    ("card 4111.1111.1111.1111", "4111.1111.1111"),
    ("card 4111\u{a0}1111\u{a0}1111\u{a0}1111", "1111\u{a0}1111"),
    ("card 4111 1111\n1111 1111 on file", "4111 1111"),
    ("card 4111 1111\r\n1111 1111 on file", "4111 1111"),
    ("card ４１１１ １１１１ １１１１ １１１１", "４１１１"),
    ("card 4111\u{200b}1111\u{200b}1111\u{200b}1111", "4111\u{200b}1111"),
    ("card 41\u{ad}11111111111111 ok", "11111111111111"),
    ("card 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4 1 1 1 1"),
    ("card 4111 - 1111 - 1111 - 1111", "4111 - 1111"),
    ("card 4111–1111–1111–1111", "4111–1111"),
    ("card: 4111 1111 1111 1111 exp 09/27 cvv 123", "cvv 123"),
    ("Visa ٤١١١١١١١١١١١١١١١", "٤١١١١"),
    ("4111111111111111 is the card you paid with", "411111111111"),
    ("the three digits on the back of your card, 482", "482"),
    ("IBAN: DE89 3704 0044 0532 0130 00", "3704 0044"),
    ("Your iban fr14 2004 1010 0505 0001 3m02 606 is saved", "2004 1010"),
    ("IBAN ES91-2100-0418-4502-0005-1332", "2100-0418"),
    ("IBAN\nNL91 ABNA\n0417 1643 00", "ABNA"),
    ("Refund to NO93 8601 1117 947", "8601 1117"),
    ("IBAN: ＧＢ２９ ＮＷＢＫ ６０１６ １３３１ ９２６８ １９", "６０１６"),
    ("NINO: ab-12-34-56-c", "12-34-56"),
    ("social security number – 123–45–6789", "45–6789"),
    ("Your social is 219.45.6789", "45.6789"),
    ("Aadhaar २३४१ २३४१ २३४६", "२३४१"),
    ("PAN no ABCPE 1234 F", "ABCPE 1234"),
    ("TFN 123 456 782", "123 456"),
    ("SIN 046-454-286", "046-454"),
    ("nhs no: 9434765919", "9434765919"),
    ("JWT eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYXJsYSJ9.c2lnbmF0dXJlMTIz", "eyJzdWIi"),
    ("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtn"),
    ("https://b.example.com/a.pdf?X-Amz-Signature=8f3a9c1d7e5b4f2a8f3a9c1d", "8f3a9c1d"),
    ("https://example.com/login?email=a@b.c&password=tulip_99", "tulip_99"),
    ("I reset your PIN to 4821", "4821"),
    ("your one-time code is 482913", "482913"),
    ("I changed your password to Blue-99", "Blue-99"),
];

#[test]
fn no_odd_spelling_hides_a_secret_or_shows_it() {
    for (words, secret) in ODD {
        let text = format!("Hi Ana, thank you for the photo of the lamp. {words}");
        let reply = review(&Draft::from_text(text.as_str()), builtin::rules(), &Options::default());
        let reply = reply.unwrap();
        assert!(reply.hold, "{words}");
        // Everything that any format could print of it.
        assert!(!format!("{reply:?}").contains(secret), "{words}");
    }
}

/// A secret stays covered where its rule is off, where it is said again, where
/// a better wording repeats the words, in the title and in the customer's
/// message.
#[test]
fn a_secret_is_shown_nowhere_else() {
    let secret = "tulip_99";
    let text = "Hi Ana, your password is tulip_99. You claim the code tulip_99 was refused. \
                You should have typed tulip_99 again.\n\n> Why was tulip_99 refused?";
    let mut draft = Draft::from_text(text)
        .with_customer("My password is tulip_99 and it was refused. Why does it not work?");
    draft.title = Some("The password is tulip_99".to_owned());
    let ignored = Choice {
        only: vec!["blame".to_owned()],
        ignore: vec!["privacy".to_owned()],
        ..Choice::default()
    };
    for choice in [Choice::default(), ignored] {
        let options = Options { choice, ..Options::default() };
        let reply = review(&draft, builtin::rules(), &options).unwrap();
        assert!(reply.text.contains("********") && reply.title.is_some());
        assert!(!format!("{reply:?}").contains(secret), "{reply:#?}");
    }
}

/// A secret in the signature or in a link is found with the parts of a mail.
#[test]
fn secrets_are_found_in_every_part_that_goes_out() {
    let text = "Hi Ana,\n\nSee https://example.com/x?token=8f3a9c1d7e5b now.\n\nKind regards,\n\
                {{agent.name}}\nSupport";
    let cut = thread::cut(text);
    let parts: Vec<Span<Text>> = cut.parts.iter().map(|(_, span)| *span).collect();
    let hidden = masks::from(&cut.masked);
    let found = leaks(text, &parts, &hidden, builtin::rules(), &Choice::default(), false);
    let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["privacy.private-link", "privacy.unfilled-placeholder"]);
    let own = leaks(text, &cut.own, &hidden, builtin::rules(), &Choice::default(), false);
    assert_eq!(own.first(), found.first(), "own words alone find the link, too");
}

#[test]
fn a_placeholder_of_every_dialect_holds_a_draft_and_no_macro() {
    let dialects = [
        "{{ticket.requester.first_name}}",
        "{{{Recipient.FirstName}}}",
        "{%customer.firstName,fallback=there%}",
        "{{ contact.first_name || 'there' }}",
        "{{user.name | fallback: \"there\"}}",
        "<attribute key=\"user.name\" default=\"there\"/>",
        "<cs:parser>customer</cs:parser>",
        "${Contacts.First Name}",
        "{!Contact.FirstName}",
        "%{ticket.name.first}",
        "#{ticket.customer.firstname}",
        "[[MISSING TOKEN - FIRST NAME]]",
        "{$ticket.title}",
        "*|FNAME|*",
        "<%= name %>",
        "%customer.firstname%",
        "{customer_name}",
        "{nick}",
        "[First Name]",
        "[CUSTOMER NAME]",
        "<insert name>",
        "<<CUSTOMER_NAME>>",
        "«First_Name»",
    ];
    for dialect in dialects {
        let text = format!("Hi {dialect}, your lamp is on its way.");
        let found = leaked(&text);
        let wanted = ("privacy.unfilled-placeholder".to_owned(), dialect.to_owned());
        assert_eq!(seen(&text, &found), [wanted], "{text}");
        assert!(found[0].hold && !found[0].mask);
        assert!(leaked_in(&text, true).is_empty(), "{text}");
    }
}

#[test]
fn look_alikes_hold_nothing() {
    let innocent = [
        "Your tracking number is 4539148803436467.",
        "Order 4111 1111 1111 1111 left the shop today.",
        "The IMEI is 35-693803-564380-9 and the EAN 4006381333931.",
        "Ring us on +44 20 7946 0958 or 0800 111 1111.",
        "It ran at 1588886400000, build 20200401224734.",
        "It left on 2026-03-01T10:15:00Z and came on 05/03/2026 at 10:30.",
        "See https://example.com/help?visit_id=4111111111111111-1508462322.",
        "The ISBN is 978-3-16-148410-0, the VIN 1HGCM82633A004352.",
        "Sort code 20-00-00, ABN 51 824 753 556, EIN 12-3456789.",
        "Our IBAN is DE89 3704 0044 0532 0130 00.",
        "Your password must have eight letters and a number!",
        "Meeting ID 823 4567 8901, passcode: 448812.",
        "Your PIN code is 560034, and your pin is a silver one.",
        "Here's the survey: https://example.com/s?code=AB12CD34.",
        "See https://zoom.us/j/82345678901?pwd=abcDEF123456.",
        "Go to the [Order details] page, then [Returns].",
        "[Update] [1] [sic] [your] parcel came [Ticket #4821].",
        "Read [the delivery date](https://example.com/d) and [Track order] https://example.com.",
        "Type %appdata% or %JAVA_HOME% and press Enter.",
        "Put {name} into the template; the tag {{first_name}} works as well.",
        "Run `echo {{first_name}}` once.",
        "Write to Ana <ana@example.com>. I <3 it. Love, Jo xx",
        "The T-shirt comes in XS and XXL; the card ends in XXXX.",
        "Hi Nan, none of it is broken.",
        "Your card **** **** **** 1234 was charged.",
        "VAT number GB 123 4567 82, invoice 4242424242424242 is paid.",
        "Invoice no. 5105105105105100 is paid.",
        "The wifi password is Sunny2026, and the locker PIN is 4821.",
        "Your card was charged on 12 03 2026 15 30 00 for 2 items.",
        "The ticket is 550e8400-e29b-41d4-a716-446655440000.",
        "Call between 0900 1700 and 0900 1300 on 2026 03 12.",
        "Size 38 40 42 44 46 48 50 is in stock.",
        "The card costs 25 and the order is 100200300400500.",
        "See https://track.example.com/?trackingid=4539148803436467.",
        "Your one-time code comes by text, and the CVV stays with you.",
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\nsteps",
        "Your parcel RR123456785GB is at RG1 1AF, and flight LH4412 is on time.",
    ];
    for text in innocent {
        let found = leaked(text);
        assert!(found.is_empty(), "{text}: {:?}", seen(text, &found));
    }
}

#[test]
fn limits_of_one_counter_are_steps() {
    let ids = |text: &str| -> Vec<String> { limited(text).into_iter().map(|one| one.id).collect() };
    assert_eq!(ids("Could you look again??"), ["shouting.double-marks"]);
    assert_eq!(ids("Could you look again???"), ["shouting.many-marks"]);
    assert_eq!(ids("You MUST sign it."), ["shouting.capital-word"]);
    assert_eq!(ids("You MUST SIGN it."), ["shouting.capitals"]);
    assert_eq!(ids("YOU MUST SIGN IT TODAY."), ["shouting.all-capitals"]);
    let only = Choice { only: vec!["shouting.capitals".to_owned()], ..Choice::default() };
    let text = "YOU MUST SIGN IT TODAY.";
    let found = limits(text, &whole(text), &[], builtin::rules(), &only, Setting::default());
    assert_eq!(found[0].id, "shouting.capitals", "a step that is off lets the next one speak");
}

/// A name is another customer's only when nothing speaks for it.
#[test]
fn nicknames_initials_and_slips_are_the_same_person() {
    use kindword::document::namesake::differs;
    let same = [
        ("Bob", "Robert Lane"),
        ("Robert", "Bob"),
        ("Liz", "Elizabeth"),
        ("D.", "Daniel Okafor"),
        ("Daniel", "D. Okafor"),
        ("Mr Okafor", "Daniel Okafor"),
        ("Okafor Daniel", "Daniel Okafor"),
        ("Jose", "José"),
        ("Katherine", "Catherine"),
        ("Sam", "Samantha"),
        ("Tanaka-san", "Keiko Tanaka"),
        ("Anne-Marie", "Anne"),
        ("Jon", "John"),
        ("Katya", "Катя"),
        ("Maria", "maria.lopez@example.com"),
        ("Мария", "Anna"),
        ("user4711", "Anna"),
    ];
    for (called, full) in same {
        assert!(!differs(called, full), "{called} and {full}");
    }
    let other = [
        ("Mateo", "Anouk Faye"),
        ("Ms Mbeki", "Keiko Tanaka"),
        ("Daniel", "Brigitte"),
        ("Ben", "Anna"),
    ];
    for (called, full) in other {
        assert!(differs(called, full), "{called} and {full}");
    }
}

#[test]
fn a_role_that_is_greeted_is_no_name() {
    for role in ["Policyholder", "Cardholder", "Homeowner", "Parent", "Customer", "Team"] {
        let text = format!("Dear {role},\n\nThe plan is on page two.");
        assert!(thread::cut(&text).greeted.is_none(), "{role}");
    }
}

/// Nothing about the customer is known: the limits that ask for it are silent.
#[test]
fn limits_for_a_setting_are_silent_without_one() {
    let text = "Hi Ben, whoopsie 😊 I've attached the label. Thanks, Tom. It comes at noon.";
    assert_eq!(limited(text), []);
    let upset = ["complaint".to_owned()];
    let setting = Setting { reads: &upset, ..Setting::default() };
    let ids = |setting: Setting<'_>| -> Vec<String> {
        let all = Choice::default();
        let found = limits(text, &whole(text), &[], builtin::rules(), &all, setting);
        found.into_iter().map(|one| one.id).collect()
    };
    assert_eq!(ids(setting), ["dismissive.joke-in-complaint", "dismissive.smile-in-complaint"]);
    let mirrored = Setting { customer: "Oops, I broke it 😉", ..setting };
    assert_eq!(ids(mirrored), Vec::<String>::new());
    let bare = Setting { attachments: Some(0), ..Setting::default() };
    assert_eq!(ids(bare), ["left-over.missing-attachment"]);
    let greeted = Some(Span::new(3, 6));
    let known = Setting { name: Some("Anna Lindt"), greeted, ..Setting::default() };
    assert_eq!(ids(known), ["left-over.another-customer", "left-over.another-name"]);
}

#[test]
fn a_polish_limit_is_one_finding_with_a_count() {
    let found = limited("It's here!! It fits?? It shines!!");
    assert_eq!((found.len(), found[0].count), (1, 3));
}

/// A link inside a sentence does not part it.
#[test]
fn sentences_are_counted_over_their_links() {
    let text = format!("Please read {} and tell me.", "one https://example.com/a ".repeat(18));
    let cut = thread::cut(&text);
    let hidden = masks::from(&cut.masked);
    let found =
        limits(&text, &cut.own, &hidden, builtin::rules(), &Choice::default(), Setting::default());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].span.of(&text), text);
}

const TEAM: &str = r#"
[pack]
schema = 1
name = "team"

[[category]]
id = "ours"
title = "Ours"

[[swap]]
id = "old-ticket"
category = "ours"
severity = "medium"
find_regex = ['\bT-[0-9]{4}\b']
only_if = ["digits:4"]
why = "The old numbers are gone."
bad = ["See «T-1234»."]
good = ["See T-12."]

[[swap]]
id = "never-tried"
category = "ours"
severity = "medium"
find_regex = ['[a-z]+']
only_if = ["zebra"]
why = "It sleeps until a word begins with zebra."
bad = ["zebras"]
good = ["123"]

[[limit]]
id = "loud"
category = "our"
count = "capitols"
most = 1
severity = "medium"
why = "Two names that there are not."
bad = ["A B"]
good = ["a b"]

[[leak]]
id = "number"
category = "ours"
find_regex = ['[0-9]{9}']
checksum = "lun"
why = "A name that there is not."
bad = ["123456789"]
good = ["12"]
"#;

fn team() -> (Vec<Pack>, RuleSet) {
    let pack = load("team.toml", TEAM).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let rules = RuleSet::empty().with(std::slice::from_ref(&pack));
    (vec![pack], rules.unwrap_or_else(|problems| panic!("{problems:#?}")))
}

#[test]
fn a_pattern_sleeps_until_its_words_are_there() {
    let (_, rules) = team();
    let hits = |text: &str| -> Vec<String> {
        let found = regexes(text, &whole(text), &masks::of(text), &rules);
        found.iter().map(|(_, span)| span.of(text).to_owned()).collect()
    };
    assert_eq!(hits("see T-1234 and T-12"), ["T-1234"]);
    assert_eq!(hits("see T-12"), Vec::<String>::new());
    assert_eq!(hits("ab Zebras"), ["ab", "ebras"]);
    assert_eq!(hits("`T-1234` and https://example.com/T-1234"), Vec::<String>::new());
}

#[test]
fn an_unknown_counter_checksum_or_category_is_told() {
    let (packs, rules) = team();
    let told: Vec<(String, Option<String>)> =
        names(&packs, &rules).into_iter().map(|one| (one.message, one.help)).collect();
    let messages: Vec<&str> = told.iter().map(|(message, _)| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "there is no count \"capitols\"",
            "there is no category \"our\"",
            "there is no checksum \"lun\"",
        ]
    );
    assert!(
        told.iter()
            .all(|(_, help)| { help.as_deref().is_some_and(|help| help.contains("did you mean")) })
    );
}

#[test]
fn checksums_tell_right_from_wrong() {
    let cases = [
        ("card", "4111111111111111", "4111111111111112"),
        ("card", "5555 5555 5555 4444", "9555 5555 5555 4444"),
        ("card", "3782 822463 10005", "3782 822463 1000"),
        ("card", "6011000990139424", "1234567812345670"),
        ("iban", "GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 18"),
        ("iban", "MT84MALT011000012345MTLCAST001S", "XX84MALT011000012345MTLCAST001S"),
        ("luhn", "046 454 286", "000 000 000"),
        ("nhs", "943 476 5919", "943 476 5918"),
        ("verhoeff", "2341 2341 2346", "2341 2341 2364"),
        ("tfn", "123 456 782", "123 456 789"),
        ("ssn", "219-09-9999", "666-09-9999"),
        ("nino", "AB123456C", "GB123456C"),
        ("mixed", "a1b2c3", "certificates"),
        ("password", "tulip99", "ready!"),
        ("password", "8812345", "90-day"),
    ];
    for (name, right, wrong) in cases {
        let sum = named(name).unwrap_or_else(|| panic!("no checksum {name}"));
        assert!((sum.holds)(right), "{name} {right}");
        assert!(!(sum.holds)(wrong), "{name} {wrong}");
    }
    assert!(CHECKSUMS.iter().all(|sum| cases.iter().any(|(name, ..)| *name == sum.name)));
}

proptest! {
    /// Any text: no panic, spans inside it on characters, secrets starred out
    /// without moving a byte.
    #[test]
    fn any_text_is_read(text in "(?:[A-Z]{2,6}|[a-zé😀]{1,6}|[0-9]{1,5}|[０-９]{1,5}|\u{200b}|–|hi ana,|thanks, ben|password is|card|[!?.]{1,4}|\\{\\{|\\}\\}|[\\[\\]<>%_«»X:/@-]|\\n| |\u{a0}){0,60}") {
        let found = leaked(&text);
        prop_assert!(concealed(&text, &found).len() == text.len());
        let all = found.iter().chain(&limited(&text)).cloned().collect::<Vec<_>>();
        for one in &all {
            prop_assert!(text.get(one.span.range()).is_some_and(|words| !words.is_empty()));
        }
        let safe = concealed(&text, &found);
        prop_assert_eq!(safe.len(), text.len());
        prop_assert!(found.iter().all(|one| !one.mask || safe.get(one.span.range()).is_some()));
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}

//! What a sentence of the reply brings: a time, a sum, a reason, a yes or no,
//! a deed. Read from its words, for [`super::answers`].

use super::asks::{is_point, is_unit};
use super::words::Word;

/// What a sentence brings.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent signs, each read by name")]
pub(super) struct Signals {
    /// A day, an hour, a duration.
    pub time: bool,
    /// A sum, or that there is none to pay.
    pub money: bool,
    /// A place.
    pub place: bool,
    /// How a thing is moving: "it went on Monday".
    pub moves: bool,
    /// Somebody.
    pub person: bool,
    /// A reason.
    pub reason: bool,
    /// What may be a reason beside the request's own words.
    pub excuse: bool,
    /// A number.
    pub number: bool,
    /// A way to do it.
    pub way: bool,
    /// A yes or a no.
    pub verdict: bool,
    /// A deed, done or promised.
    pub done: bool,
    /// A no.
    pub refuses: bool,
    /// An answer to all at once: "both are fine".
    pub sweeping: bool,
    /// Begins with its yes or no: "We do, ...".
    pub opens: bool,
    /// Asks something.
    pub asks: bool,
    /// A time that is none: "in due course".
    pub vague: bool,
    /// No answer: "it depends", "I'll get back to you".
    pub puts_off: bool,
}

const PLACES: &str = "near|opposite|behind|beside|inside|street|road|floor|desk|stop|platform|gate|link|depot|\
    warehouse|moved";
const MOVES: &str = "went|left|arrived|arrives|arriving|due|sent|dispatched|despatched|shipped|way|delivered|\
    returned|transit|landed|reach|reaches|moved|posted|refunded";
/// Openings of a sentence that is only kind, or only praises the house.
const COURTESIES: &str = "thank|thanks|sorry|i'm sorry|i'm so sorry|we're sorry|we're so sorry|aww|oh no|i understand|we understand|\
    i can imagine|i know how|we know how|i hope|we hope|hope|i do hope|we do hope|i trust|how lovely|\
    what a|it can be|we always|we aim|we strive|we pride|we do our best|we try|we love|we'd love|\
    we'd be delighted|we'd be thrilled|we welcome|our team|our crew|our prices|we work with|we are proud|\
    we're proud|please know|rest assured|your satisfaction";
/// Openings of a sentence that only asks for more, or wishes well.
const INVITES: &str = "let me know|let us know|do let me know|just let me know|feel free|if you have any|\
    if there's anything|please don't hesitate|have a|take care|keep an";
/// What such a sentence holds when it does answer.
const TURNS: &str =
    "yes|no,| but |so we|so i|we can |i can |we've |i've |i'll |we'll |isn't|doesn't";

const REASONS: &str = "because|since|reason|caused|cause|causes|mistake|mistakenly|error|fault|meant|means|mean|swapped|\
    mixed|wrongly|owing|triggered|explains";
const EXCUSES: &str = "as|due|wrong|hadn't|didn't|wasn't|saved|when";
const WAYS: &str = "open|click|tap|go|choose|select|enter|press|type|pick|call|ring|reply|send|bring|visit|\
    here's|follow|use|email|fill|book|add|change|attached|link|hold|push|pull|turn|switch|slide|twist|lift|\
    swipe|drag|plug|unplug|set|take|put|keep|remove|insert|screw|wait|head|pop|log|scroll|tick|download|\
    install|update|ask|write|text|sign|register|apply|complete|upload|scan|wash|rinse|wipe|charge|restart|\
    reset|hang|pour|mix|warm|leave|print|return|drop";
const YES_NO: &str = "yes|no|yep|yeah|nope|sure|certainly|absolutely|indeed|afraid|sorry|unfortunately|\
    confirmed|not|can't|cannot|won't|don't|doesn't|isn't|aren't|unable|possible|included|\
    covered|free|fine|can|do|does|welcome|course|unavailable|booked|ready|yours";
const DEEDS: &str = "i've|i'll|we've|we'll|refunded|sent|cancelled|canceled|changed|updated|added|removed|\
    reversed|booked|arranged|attached|fixed|replaced|sorted|stopped|stops|credited|waived|\
    reset|here's|moved|reopened|confirmed|yours|ordered|someone'll";
const REFUSALS: &str = "no can do|not possible|n't possible|impossible|unable|not able|not allowed|we don't|\
    we do not|i can't|i cannot|we can't|we cannot|can't be|cannot be|we won't|won't be|\
    unfortunately|i'm afraid|say no|sorry to say|we aren't|not something we|not available|\
    unavailable|sold out|no longer|held liable|not supposed|not really supposed|\
    wish i could|wish we could|isn't one|say you nay|must decline|will not be|against the|\
    not authorised|unsuccessful|rejected|turned down|declined|not upheld|decision stands";
const OPENS: &str = "it's|it'll|they're|that's|yes|no,|no |yep|yeah|sure|of course|certainly|absolutely|\
    we do|we don't|it is|it does|it isn't|it doesn't|you can|you can't|not |confirmed|\
    afraid|i'm afraid|unfortunately";
const VAGUE: &str = "in due course|at the earliest|at some stage|at some point|fairly quickly|as soon as|\
    hopefully|shortly|when we get to it|eventually|soon as possible|in the near future|\
    when we can|before long|asap|next time round";
const PUTS_OFF: &str = "depends|not sure|couldn't say|don't know|wouldn't know|idk|probably|as far as i know|\
    get back to you|come back to you|look into|be in touch|no idea|can't say|\
    couldn't tell you|better off|in line with our|our control|case by case|\
    check the website|try again|your guess|not certain|no clue|being looked into|\
    has been escalated|has been forwarded|bear in mind|for the latest updates|eye out for";

/// Reads a sentence.
pub(super) fn signals(words: &[Word], text: &str) -> Signals {
    let any = |list: &str| words.iter().any(|word| list.split('|').any(|one| one == word.plain));
    let plain = text.to_lowercase().replace('\u{2019}', "'");
    let has = |list: &str| list.split('|').any(|part| plain.contains(part));
    let asks = text.trim_end().ends_with('?');
    let head = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins = |list: &str| list.split('|').any(|open| greeted(head).starts_with(open));
    let kind = begins(INVITES) || begins(COURTESIES) && !has(TURNS);
    let refuses = !asks && !kind && has(REFUSALS);
    Signals {
        time: has_time(words) || has_clock(words),
        money: has_money(text, &plain),
        place: any(PLACES) || has("http|www.|outside the|outside our|right outside"),
        moves: any(MOVES),
        person: has_person(words),
        reason: any(REASONS)
            || has("that was|that's because|due to|turned back|on us|, so |calculated"),
        excuse: any(EXCUSES),
        number: words.iter().any(Word::is_number),
        way: any(WAYS) || has("you can|you could|you'd need|you need"),
        verdict: !asks && !kind && (any(YES_NO) || refuses),
        done: !asks && !kind && (any(DEEDS) || has(PROMISES)),
        refuses,
        sweeping: has(SWEEPING),
        opens: !asks && !kind && OPENS.split('|').any(|open| head.starts_with(open)),
        asks,
        vague: has(VAGUE),
        puts_off: has(PUTS_OFF) || kind && !words.iter().any(Word::is_number),
    }
}

/// A sentence without the greeting it begins with: "Hi Wendy, ...".
fn greeted(head: &str) -> &str {
    const GREETINGS: [&str; 6] = ["hi", "hey", "hello", "dear", "good day", "good morning"];
    let greets = GREETINGS.iter().any(|greeting| head.starts_with(greeting));
    let rest = head.split_once(',').filter(|(name, _)| greets && name.len() < 30);
    rest.map_or(head, |(_, rest)| rest.trim_start())
}

const PROMISES: &str = "has been|have been|is on its way|will be|i have|we have|i'm |i can |we can |i send|\
    all done";
const SWEEPING: &str =
    "both are|to both|all done|both of those|all three|neither|yes to all|no to all|both fine";

/// Whether a sum is named, or that there is none to pay.
fn has_money(text: &str, plain: &str) -> bool {
    const FREE: &str = "free|no charge|nothing to pay|nothing extra to pay|no cost|included|rs |rs.|a penny|\
    refund|be charged|no extra|cost you|costs|comes to|per month|a month| quid|pence|cents|\
    dollars|pounds|euros|rupees";
    text.contains(['£', '$', '€', '₹', '¥'])
        || has_code(plain)
        || FREE.split('|').any(|part| plain.contains(part))
}

/// Whether a sum carries the letters of its currency: `R95`, `95kr`, `AED 40`.
fn has_code(plain: &str) -> bool {
    const CODES: [&str; 16] = [
        "r", "rs", "inr", "kr", "sek", "nok", "dkk", "usd", "eur", "gbp", "aed", "zar", "sgd",
        "aud", "nzd", "p",
    ];
    let mut before = "";
    plain.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        let code =
            if digits.is_empty() { "" } else { word.trim_matches(|c: char| c.is_ascii_digit()) };
        let apart =
            code.is_empty() && !digits.is_empty() && before.len() > 1 && CODES.contains(&before);
        before = word;
        apart || (!code.is_empty() && CODES.contains(&code))
    })
}

impl Signals {
    /// Whether it says yes or no, or does the thing; a deed counts only for a
    /// question that stands alone.
    pub(super) const fn says_so(&self, alone: bool) -> bool {
        self.opens || self.refuses || (alone && (self.verdict || self.done))
    }
}

/// Whether a time is named; a unit needs its number ("three weeks").
fn has_time(words: &[Word]) -> bool {
    const COUNTS: &str =
        "a an one the next same half few couple every each per this business working another";
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let counted = before.is_some_and(|before| {
            before.key.starts_with(|c: char| c.is_ascii_digit())
                || COUNTS.split_ascii_whitespace().any(|count| count == before.plain)
        });
        is_point(word) || (is_unit(word) && counted)
    })
}

/// Whether a number looks like a clock: `9.40`, `10:15`, `6am`.
fn has_clock(words: &[Word]) -> bool {
    words.iter().any(|word| {
        let digits = word.plain.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let tail = word.plain.get(digits.len()..).unwrap_or_default();
        word.is_number()
            && (matches!(tail, "am" | "pm" | "th" | "st" | "nd" | "rd" | "h")
                || digits.contains(':')
                || digits.contains('.'))
    })
}

/// Whether somebody is named, or we ourselves.
fn has_person(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        (at > 0 && word.capital && word.plain != "i")
            || matches!(
                word.plain.as_str(),
                "i" | "we"
                    | "i'll"
                    | "i've"
                    | "we'll"
                    | "our"
                    | "by"
                    | "company"
                    | "us"
                    | "me"
                    | "team"
                    | "office"
                    | "department"
            )
    })
}

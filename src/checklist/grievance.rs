//! Whether a message tells of something gone wrong, without a word of anger:
//! what was done to them, what was promised, how long it has gone on, what is
//! to be put right.

use super::frame::{denies, within};
use super::words::{Word, all};

/// Words of somebody who has waited for what was promised, or has seen it go wrong.
const WAITS: &str = "smoke smelled smelt raw hairs soaked crumbs delivered rolled burnt spilled peeling \
    refused ignored hung fobbed rude promised supposed wrong late still again yet \
    instead worse expected explained declined blocked failed failing collapsed leaking dripping flickering \
    drifting faded shrunk shrank stained filthy dirty smelly cold soggy stale spoiled torn loose wobbly jammed \
    stuck crashed crashes frozen freezes drained overheated rattling buzzing noisy crooked bent short wilted dead \
    cancelled delayed overdue missed missing twice collections debt stranded soaking dumped thrown ate \
    misled mis-sold overcharged unsafe dangerous unsigned incorrect inaccurate faulty defective useless wasted";

/// What was done to them, in the passive.
const SUFFERED: &str = "charged billed debited told promised assured quoted declined blocked refused ignored \
    cancelled sent left given kept made cut lost delayed removed closed rejected denied hung taken deducted \
    double-charged overcharged misled advised transferred passed bounced downgraded bumped locked suspended \
    disconnected moved swapped collected stood served treated spoken shouted";

/// What is to be put right.
const REMEDY: &str = "refund compensation compensate apology apologise reverse reversed reinstate correct corrected \
    withdrawn removed restore unblock explain explanation responsible procedure remedy owed reimburse resolve propose \
    steps answerable";

/// Words that set what came against what was said.
const CONTRAST: &str = "though although yet instead despite however supposedly apparently whereas";

/// Points for a story of something gone wrong.
pub(super) fn grievance(text: &str) -> u32 {
    let words = all(text);
    let any = |list: &str| words.iter().any(|word| within(list, &word.plain));
    let denials = words.iter().filter(|word| denies(word)).count();
    let told = did_to_them(&words) || suffered(&words);
    u32::from(told) * 2
        + u32::from(any(WAITS)) * 2
        + u32::from(any(REMEDY))
        + u32::from(any(CONTRAST) || turned(&words))
        + u32::from(lasts(&words))
        + u32::try_from(denials.min(4).div_ceil(2)).unwrap_or(0)
}

/// "You charged me", "your man left".
fn did_to_them(words: &[Word]) -> bool {
    words.windows(3).any(|three| match three {
        [who, next, last] => {
            let yours = who.plain == "your" && is_past(&last.plain);
            let you = matches!(who.plain.as_str(), "you" | "you've" | "they" | "u");
            yours || (you && (is_past(&next.plain) || is_past(&last.plain)))
        }
        _ => false,
    })
}

/// "I was told", "we were left", "my card got declined".
fn suffered(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let be = matches!(word.plain.as_str(), "was" | "were" | "been" | "got" | "being");
        let before = words.get(at.saturating_sub(4)..at).unwrap_or_default();
        let mine = before.iter().any(|word| within("i we my our i've we've me us", &word.plain));
        let mut after = words.iter().skip(at + 1).take(2);
        be && mine && after.any(|word| within(SUFFERED, &word.plain))
    })
}

/// "but the bill is", "and there was no": a turn in the story, told of a thing.
fn turned(words: &[Word]) -> bool {
    words.windows(2).any(|pair| match pair {
        [left, right] => left.plain == "but" && !within("i if can could do is would", &right.plain),
        _ => false,
    })
}

/// How often or how long: "on the 4th, the 11th, the 18th", "nineteen days".
fn lasts(words: &[Word]) -> bool {
    let dates = words.iter().filter(|word| {
        word.is_number() && ["th", "st", "nd", "rd"].iter().any(|end| word.plain.ends_with(end))
    });
    let long = words.windows(2).any(|pair| match pair {
        [left, right] => {
            left.key.starts_with(|c: char| c.is_ascii_digit())
                && within("days weeks months hours times hrs", &right.plain)
        }
        _ => false,
    });
    dates.count() >= 3 || long
}

/// Whether a word tells of what somebody did.
fn is_past(plain: &str) -> bool {
    const NO_DEED: &str = "need asked wanted needed based used offered listed";
    const PAST: &str = "sent took lost broke left cut told gave came forgot didn't said made put sold kept rang hung";
    !within(NO_DEED, plain) && (plain.ends_with("ed") || within(PAST, plain))
}

//! Questions that invite, and glad exclamations.

use super::super::words::Word;
use super::{denies, within};

/// Whether a sentence asks for anything but an account of the customer.
pub(in super::super) fn asks_kindly(words: &[Word], text: &str) -> bool {
    if !text.trim_end().ends_with('?') || words.is_empty() {
        return false;
    }
    let head: Vec<&str> = words.iter().take(3).map(|word| word.plain.as_str()).collect();
    let (first, second) =
        (head.first().copied().unwrap_or_default(), head.get(1).copied().unwrap_or_default());
    let third = head.get(2).copied().unwrap_or_default();
    !match first {
        "why" | "who" | "where" | "since" | "whose" | "what's" | "when's" | "where's" | "sorry"
        | "pardon" | "maybe" | "perhaps" => true,
        "what" | "when" | "how" => !matches!(
            second,
            "do" | "does"
                | "would"
                | "about"
                | "else"
                | "can"
                | "could"
                | "shall"
                | "will"
                | "time"
                | "day"
                | "suits"
                | "works"
        ),
        "are" | "were" => {
            matches!(third, "sure" | "certain" | "aware" | "seriously" | "even" | "really")
        }
        "did" | "didn't" | "haven't" | "hadn't" | "don't" | "wasn't" | "weren't" => second == "you",
        "have" => {
            second == "you" && matches!(third, "even" | "read" | "not" | "tried" | "actually")
        }
        "do" => {
            second == "you"
                && matches!(
                    third,
                    "realise" | "realize" | "understand" | "know" | "honestly" | "really"
                )
        }
        "can" | "may" => second == "i" && matches!(third, "just" | "remind" | "ask" | "point"),
        "could" | "would" => second == "you" && matches!(third, "please" | "kindly" | "not"),
        _ => false,
    }
}

/// Words of a question about what somebody would like.
const LIKING: &str = "prefer preferred like rather want suit suits work works best better easier easiest ok okay happy fine \
    mind fancy objection or either alright convenient handy handier sooner";

/// Whether a question leaves something to the customer.
pub(in super::super) fn leaves_open(words: &[Word], text: &str) -> bool {
    asks_kindly(words, text)
        && words.iter().any(|word| within(LIKING, &word.plain))
        && !words
            .iter()
            .any(|word| matches!(word.plain.as_str(), "questions" | "else" | "questioned"))
}

/// Words of joy, liking and good wishes.
const JOY: &str = "lovely wonderful brilliant fantastic gorgeous fabulous splendid marvellous delighted thrilled chuffed \
    stoked love loved loving adore adored enjoy enjoyed hope hoping luck laugh laughed laughing smile smiled smiling \
    chuckle chuckled giggle giggled grin grinned hero star legend gem proud cheering rooting congratulations congrats \
    happiness joy joyful treat treasure sweet adorable cute beautiful cosy hug hugs cuddle cuddles cracking admire \
    admired admiration impressed impressive envy envious jealous fond tickled glad nice charming delightful excited \
    exciting celebrate celebrating bless mend recover recovery fun funny hilarious magic magical dream happy kind \
    kindly thoughtful pleasure warmed touched heart heartwarming brave clever spirit generous";

/// Words of business, which take the warmth out of the sentence.
const BUSINESS: &str = "inform advise confirm announce survey note proceed required must needed please supply terms \
    conditions policy offer subject selected customers report say consider discuss corrected sorry unfortunately \
    apologise regret if payment pay account refund resolve assist hear inconvenience understand reply charge charged \
    invoice once form satisfied kindly help but custom value loan booking answer clarify clears matter late resolves resolved settles clarifies query queries enquiry";

/// Whether a sentence speaks to the customer with joy, liking or a good wish,
/// and of no business.
pub(in super::super) fn warms(words: &[Word], text: &str) -> bool {
    let you = |word: &Word| {
        let head = word.plain.split('\'').next().unwrap_or_default();
        within("you your yours ya u", head)
    };
    let business = |word: &Word| denies(word) || within(BUSINESS, &word.plain);
    let asks = text.trim_end().ends_with('?');
    !asks
        && words.iter().any(you)
        && words.iter().any(|word| within(JOY, &word.plain))
        && !words.iter().any(business)
}

/// Words that make an exclamation an order or a reproach.
const STERN: &str = "must now asap immediately stop wrong pay late final warning read never late \
    again thank thanks thx clears clear hope sorry apologies apologise please urgent careful not";

/// Words that begin a greeting, an invitation or a request, which an exclamation
/// mark alone does not warm.
const NO_CHEER: &str = "hi hello hey hiya dear greetings good morning afternoon evening welcome let just \
    feel reply call ring contact any send use click visit check see yes no ok okay sure done sorry";

/// Whether a sentence ends in one glad exclamation mark.
pub(in super::super) fn cheers(words: &[Word], text: &str) -> bool {
    let text = text.trim_end();
    let glad = text.ends_with('!') && !text.ends_with("!!") && !text.ends_with("?!");
    let stern = |word: &Word| denies(word) || within(STERN, &word.plain);
    let greets = words.first().is_some_and(|word| within(NO_CHEER, &word.plain));
    glad && words.len() >= 2 && !greets && !words.iter().any(stern)
}

//! A reason that stands beside what it explains, without a "because": "please
//! don't bleach it, it eats the seal", "the price went up: flour is dearer".

use super::super::words::Word;
use super::{denies, within};

/// What calls for a reason: a no, a delay, a change, a request.
const PUZZLING: &str = "late delayed closed shut off out stopped stop held holding hold moved move put took taken \
    asking ask asked need needs please keep wait waiting only can't cannot missing short slower higher dearer \
    longer up down leave leaving week bring wear use add try check tested swap swapped lower raised \
    rerouted cheaper dearer best better cancelled changed gone limited slow early split sent chose picked booked left kept";

/// Words that begin a clause of its own about somebody or something else.
const SUBJECTS: &str = "it it's its they they're there there's the our that that's he he's she she's one two some \
    each every both this these those we we've i've another";

/// Words that begin an answer, a condition or an order instead.
const TURNS: &str =
    "if but or and so please then when once unless thanks thank sorry you your you'll";

/// Words of which a clause has one: without it, it is a list or a name.
const VERBS: &str = "is are was were has have had does do did gets get got needs need can could would will might \
    may it's that's there's they're he's she's i've we've makes made takes took comes came goes went costs cost \
    eats holds held lets kept keeps dries stops burns leaks melts breaks fell ran runs lost blocked shows said";

/// The words of a reason set beside what it explains: from, to.
pub(in super::super) fn beside(
    words: &[Word],
    text: &str,
    offset: usize,
) -> Option<(usize, usize)> {
    if text.trim_end().ends_with('?') {
        return None;
    }
    (3..words.len().saturating_sub(2)).find_map(|at| {
        let (before, rest) = (words.get(..at)?, words.get(at..)?);
        let (last, first) = (before.last()?, rest.first()?);
        let between =
            text.get(last.span.end.checked_sub(offset)?..first.span.start.checked_sub(offset)?)?;
        let strong =
            between.contains([':', ';', '\u{2013}', '\u{2014}']) || between.contains(" - ");
        let weak = between.contains(',') && PRONOUNS.contains(&first.plain.as_str());
        let starts = within(SUBJECTS, &first.plain) || (strong && !within(TURNS, &first.plain));
        let asks = before.iter().any(|word| denies(word) || within(PUZZLING, &word.plain));
        let says = rest.iter().take(7).any(|word| within(VERBS, &word.plain) || ends_in_s(word));
        let found = (strong || weak) && starts && asks && says && rest.len() >= 4;
        found.then_some((at, words.len() - 1))
    })
}

/// Words that carry on about the thing before a mere comma.
const PRONOUNS: [&str; 12] = [
    "it", "it's", "they", "they're", "there's", "he's", "she's", "he", "she", "that's", "one",
    "the",
];

/// Whether a word may be a verb of the present: "eats".
fn ends_in_s(word: &Word) -> bool {
    word.plain.len() > 3 && word.plain.ends_with('s') && !word.plain.ends_with("ss")
}

//! An opening after a "no".

use super::super::asks::is_point;
use super::super::words::Word;
use super::{denies, within};

/// Words of the present and of what may be: a clause that has one of them after
/// a "no" tells what there is instead.
const AHEAD: &str = "can could may might will would is are does do has have there's it's he's she's that's here's \
    i'm i've i'll i'd we're we've we'll we'd you're you'll you'd it'll that'd they'll they're they'd she'll he'll \
    let's lets let why try happy glad welcome free open available possible nearest closest instead alternatively";

/// Words that close it again: regret, reasons, duties, what is over.
const CLOSES: &str = "thank thanks sorry sympathise sympathize understand apologise apologize apologies appeal \
    elsewhere future policy policies rules rule terms unfortunately regret regrettably afraid asked told must \
    only aware withheld was were been had did used hope hopefully inconvenience disappointment disappointing \
    frustrating appreciate because reason required requirement law legal strict closed full patience soon note \
    reply read final decision stands apply applies nature standard unable disappointed obliged shame pity";

/// Words that begin a remark on the "no" itself.
const REMARKS: &str =
    "that's this that these those it's it which as so since given hence therefore both i";

/// Verbs that, first in a sentence, point to another way.
const POINTS: &str = "add try ring pop ask use come book bring choose call visit take swap order pick have go maybe \
    perhaps how what might could would should fancy alternatively instead pay wait borrow download search look leave";

/// The words of an opening among words that follow a "no".
pub(in super::super) fn opening(words: &[Word], text: &str) -> Option<(usize, usize)> {
    let closed = |word: &Word| denies(word) || within(CLOSES, &word.plain);
    let first = words.first().map_or("", |word| word.plain.as_str());
    let asks = text.trim_end().ends_with('?');
    let wishes = first == "have" && words.get(1).is_some_and(|word| within("a an", &word.plain));
    if words.len() < 3 || wishes || words.iter().any(closed) || orders(words) {
        return None;
    }
    let points = within(POINTS, first);
    if within(REMARKS, first) && !asks && !offers(words) {
        return None;
    }
    let by_word = words.iter().position(|word| {
        within(AHEAD, &word.plain)
            || is_point(word)
            || (word.plain.ends_with('s') && word.plain.len() > 3)
    });
    let sum = text.contains(['£', '$', '€', '₹']);
    let at = by_word.or((asks || sum || points).then_some(0))?;
    Some((at, (at + 2).min(words.len() - 1)))
}

/// Whether a sentence asks something of the customer: "please", "you need".
fn orders(words: &[Word]) -> bool {
    words.windows(2).any(|pair| match pair {
        [left, right] => {
            matches!(left.plain.as_str(), "please" | "kindly")
                || (left.plain == "you"
                    && within("need have should ought agreed signed", &right.plain))
        }
        _ => false,
    })
}

/// Whether somebody can or will do something: "it runs", "that can", "I could".
fn offers(words: &[Word]) -> bool {
    let second = words.get(1).map_or("", |word| word.plain.as_str());
    let third = words.get(2).map_or("", |word| word.plain.as_str());
    // "It can be tricky" offers nothing.
    if third == "be"
        && within("it that this these those", words.first().map_or("", |word| word.plain.as_str()))
    {
        return false;
    }
    within("can could will would does works runs fits may might happily gladly also", second)
}

/// Where the rest of a sentence begins after a "no" that ends at `end`: behind
/// "but", a semicolon or a comma.
pub(in super::super) fn turn(
    words: &[Word],
    end: usize,
    text: &str,
    offset: usize,
) -> Option<usize> {
    words.iter().enumerate().find_map(|(at, word)| {
        if word.span.start < end {
            return None;
        }
        let before = at.checked_sub(1).and_then(|at| words.get(at))?;
        let from = before.span.end.checked_sub(offset)?;
        let between = text.get(from..word.span.start.checked_sub(offset)?)?;
        let conjunction = within("but though yet however although", &word.plain);
        let mark =
            between.contains([';', ':', ',', '\u{2013}', '\u{2014}']) || between.contains(" - ");
        (conjunction || mark).then_some(if conjunction { at + 1 } else { at })
    })
}

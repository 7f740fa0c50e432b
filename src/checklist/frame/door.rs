//! An opening after a "no".

use super::super::words::Word;
use super::{denies, within};

/// Words that open a door after a "no".
const OPENS: &str = "can could may might there there's welcome free open available possible nearest closest \
    earliest gladly happily works work fits covers cover prints instead other another alternative alternatively try would found i've we've i'll \
    we'll runs does swap either offer else left spare suggest recommend next still";

/// Words that close it again.
const CLOSES: &str = "thank thanks sorry sympathise understand please appeal elsewhere future policy rules unfortunately \
    afraid regret ask asked check told need needs must only if aware note charged charge fee fees withheld been was were had able";

/// Verbs that, first in a sentence, point to another way.
const POINTS: &str =
    "add try ring pop ask use come book bring choose call visit take swap order pick have go";

/// The words of an opening among words that follow a "no".
pub(in super::super) fn opening(words: &[Word], text: &str) -> Option<(usize, usize)> {
    if words.len() < 4
        || words
            .iter()
            .any(|word| denies(word) || within(CLOSES, &word.plain))
    {
        return None;
    }
    let first = words.first().map_or("", |word| word.plain.as_str());
    if matches!(first, "that's" | "this" | "that" | "it's") && !text.ends_with('?') {
        return None;
    }
    let by_word = words.iter().position(|word| within(OPENS, &word.plain));
    let asks = text.trim_end().ends_with('?');
    let sum = text.contains(['£', '$', '€', '₹']);
    let at = by_word.or((asks || sum || within(POINTS, first)).then_some(0))?;
    Some((at, (at + 2).min(words.len() - 1)))
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

//! An event with a time still to come.

use super::super::asks::{is_point, is_unit};
use super::super::words::Word;
use super::{OVER, denies, within};

/// Words that make a time a rule and not an event.
const RULES: &str = "most usually normally always generally typically often open opens opening closes hours \
    must required unless if customers pay payable guarantee warranty until expires valid any every \
    should would lodged claims deadline terms policy per offer sale costs cost price";

/// The words of an event with a time still to come.
pub(in super::super) fn to_come(words: &[Word]) -> Option<(usize, usize)> {
    let off = |word: &Word| {
        let plain = word.plain.as_str();
        denies(word)
            || within(OVER, plain)
            || within(RULES, plain)
            || (plain.ends_with("ed") && !within(SET, plain))
    };
    if words.len() < 4 || words.iter().any(off) {
        return None;
    }
    let orders = words.first().is_some_and(|word| {
        matches!(
            word.plain.as_str(),
            "please"
                | "kindly"
                | "ensure"
                | "bring"
                | "return"
                | "submit"
                | "complete"
                | "hi"
                | "hello"
                | "thanks"
                | "thank"
        )
    });
    if orders
        || words
            .iter()
            .any(|word| matches!(word.plain.as_str(), "need" | "please" | "we're" | "sorry"))
            && !words.iter().any(is_promise)
    {
        return None;
    }
    let from = words.iter().position(|word| is_promise(word) || is_present(word))?;
    let when = words.iter().enumerate().position(|(at, word)| is_future(words, at, word))?;
    Some((from.min(when), from.max(when)))
}

/// Participles of what is settled for a day.
const SET: &str = "booked scheduled arranged confirmed expected reserved pencilled planned needed promised delivered collected";

/// Whether a word promises: "will", "I'll", "going", "booked", "due".
fn is_promise(word: &Word) -> bool {
    let plain = word.plain.as_str();
    plain.ends_with("'ll")
        || within(SET, plain)
        || matches!(plain, "will" | "shall" | "going" | "due" | "set" | "ready" | "expect")
}

/// Whether a word may be the verb of a timetable: "lands", "is coming".
fn is_present(word: &Word) -> bool {
    let plain = word.plain.as_str();
    let third =
        plain.len() > 3 && plain.ends_with('s') && !plain.ends_with("ss") && !plain.contains('\'');
    third
        || plain.ends_with("'s")
        || matches!(plain, "is" | "are" | "i'm" | "they're" | "you're" | "get" | "you'll")
}

/// Whether a time that may lie ahead begins here.
fn is_future(words: &[Word], at: usize, word: &Word) -> bool {
    let plain = word.plain.as_str();
    let before =
        at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |word| word.plain.as_str());
    let ahead = matches!(
        plain,
        "tomorrow" | "tonight" | "today" | "noon" | "overnight" | "lunchtime" | "teatime"
    );
    let part = is_point(word) && word.plain != "weekend"
        || (is_point(word) && matches!(before, "this" | "next" | "the"));
    let next =
        plain == "next" && words.get(at + 1).is_some_and(|word| is_unit(word) || is_point(word));
    let within_so = matches!(plain, "within" | "inside" | "under" | "in")
        && words.get(at + 1..).is_some_and(|rest| rest.iter().take(3).any(is_unit));
    let by = matches!(plain, "by" | "before")
        && words.get(at + 1).is_some_and(|word| {
            word.is_number()
                || is_point(word)
                || matches!(word.plain.as_str(), "the" | "close" | "end")
        });
    ahead || part || next || within_so || by
}

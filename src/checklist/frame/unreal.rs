//! Deeds that did not or will not happen: "we would have refunded it", "I was
//! going to", "normally we'd suggest", "if it is our fault, we will".

use super::super::words::Word;
use super::within;

/// Words that make a deed unreal with the one after them.
const PAIRS: [(&str, &str); 12] = [
    ("would", "have"),
    ("could", "have"),
    ("might", "have"),
    ("was", "going"),
    ("were", "going"),
    ("about", "to"),
    ("meant", "to"),
    ("supposed", "to"),
    ("used", "to"),
    ("had", "you"),
    ("wish", "i"),
    ("wish", "we"),
];

/// Words that do so alone.
const ALONE: &str = "normally usually would've could've might've";

/// Words that end what was unreal.
const BACK: &str = "but so however instead though now today";

/// What a customer wishes, which is no doubt about the deed: "if you like".
const WISHES: &str = "like want prefer rather wish need d would fancy can't cannot ever still that helps easier suits";

/// Whether a deed in the words from `from` on is unreal: a marker before it that
/// nothing ended, or one behind it that takes it back.
pub(in super::super) fn unreal(words: &[Word], from: usize, to: usize) -> bool {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    let marks = |at: usize| {
        within(ALONE, plain(at))
            || PAIRS.contains(&(plain(at), plain(at + 1)))
            || (plain(at).ends_with("'d") && plain(at + 1) == "have")
    };
    let before = (0..=to).rfind(|at| marks(*at));
    let stands = before.is_some_and(|at| !(at..from).any(|at| within(BACK, plain(at))));
    stands
        || (to + 1..words.len())
            .any(|at| PAIRS.get(9).is_some_and(|pair| *pair == (plain(at), plain(at + 1))))
}

/// Whether the deed hangs on something that is not the customer's wish: "if it
/// is our fault, we will".
pub(in super::super) fn doubted(words: &[Word], from: usize) -> bool {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    (0..from).rfind(|at| matches!(plain(*at), "if" | "unless" | "whether")).is_some_and(|at| {
        let mut rest = (at + 1..(at + 5).min(from)).map(plain);
        !rest.any(|word| within(WISHES, word) || word.ends_with("'d"))
    })
}

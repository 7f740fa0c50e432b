//! Constructions that no list of phrases can hold, read from the words of a
//! sentence: "I" with a deed, a deed that brings something, an event with a
//! day still to come, an opening after a "no", a question that asks for
//! anything but blame, a feeling that is theirs, a fault that is ours.

mod cause;
mod deed;
mod door;
mod question;
mod regard;
mod time;
mod unreal;

pub(super) use cause::beside;
pub(super) use deed::{benefit, own_deed};
pub(super) use door::{opening, turn};
pub(super) use question::{asks_kindly, cheers, leaves_open, warms};
pub(super) use regard::{felt, ours, welcomes};
pub(super) use time::to_come;
pub(super) use unreal::{doubted, unreal};

use super::words::Word;

/// Words that tell of what is over.
const OVER: &str = "was were had left reached arrived used ago last yesterday came went happened \
    already been started ended closed became ordered told received noted missed";

/// Whether a list of words holds this one.
pub(super) fn within(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// Whether a word denies.
pub(super) fn denies(word: &Word) -> bool {
    word.plain.ends_with("n't")
        || matches!(
            word.plain.as_str(),
            "not"
                | "cannot"
                | "never"
                | "no"
                | "without"
                | "nor"
                | "unable"
                | "nothing"
                | "neither"
                | "nobody"
                | "none"
                | "cant"
                | "dont"
                | "wont"
        )
}

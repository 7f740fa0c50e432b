//! Orders: sentences that begin with their verb, "cancel it", "put me back".

use std::sync::LazyLock;

use crate::document::cue::{self, Table, Word, Words};

/// Verbs that order something whatever follows.
static STRONG: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    advise amend arrange cancel clarify compensate confirm deactivate delete escalate explain fix \
    forward investigate notify postpone provide reactivate rebook reimburse reinstate reissue \
    remedy reopen replace reply reprint reschedule resend resolve respond restore revert send \
    specify suggest tell unblock unlock unsubscribe verify waive refund quote downgrade",
    )
});

/// Verbs that order something when an object follows.
static WEAK: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    activate add adjust allow answer apply approve book block bring call change chase check close \
    collect consider contact correct credit deliver email enable ensure exchange extend find give \
    guide help hold honour honor issue leave let mail make mark match message move open pause pay \
    pick print process push put release remove renew rename reset return reverse review ring save \
    schedule set settle share ship show sort stop swap switch take text transfer turn update upgrade \
    upload walk withdraw work write",
    )
});

/// Words an order's object begins with.
static OBJECTS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    me us it this that them these those my our the a an your him her one someone somebody all both \
    back up out off over into in on to with whether which why what how if when where sure for \
    everything something",
    )
});

/// Orders with a usage of their own.
static ORDERS: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "come ?back and|get|here|over|out|round|pick|collect|fix",
        "get me|us|it|them|someone|somebody|back|your|my|on|in ?*",
        "look into|at it|this|that|the|my|our|what|why",
        "do something|your|it|this|the|whatever",
        "have someone|somebody|them|him|her|a|your ?* call|ring|contact|phone|email|come|manager|team|*",
        "keep me|us|my",
        "see if|whether|to|what you|we|there|it",
        "phone|ring|call|email|text me|us|my|back|him|her",
        "make it|this|sure|that|them|my",
    ])
});

/// Nouns and verbs that show an order's verb to be a noun: "refund not received".
static NOUNS_FOLLOW: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    is was has not never still status request requests of number policy issue problem received \
    pending failed are were hasnt isnt wasnt said says and button link form option charge fee been \
    came comes didnt again came amount i we you by",
    )
});

/// How many words an order takes: its verb, and its object's first word.
#[must_use]
pub fn order(words: &[Word]) -> Option<usize> {
    let (verb, rest) = words.split_first()?;
    if let Some(taken) = ORDERS.longest(words) {
        return Some(taken);
    }
    let next = rest.first().map(|word| word.low.as_str());
    let object = next.is_some_and(|next| OBJECTS.has(next));
    let noun = next.is_some_and(|next| NOUNS_FOLLOW.has(next));
    let strong = STRONG.has(&verb.low) && !noun && next.is_some();
    (strong || (WEAK.has(&verb.low) && object)).then_some(1)
}

/// "don't take the money".
#[must_use]
pub fn forbids(rest: &[Word]) -> Option<usize> {
    cue::longest(
        &[
            "dont|never take|charge|send|call|use|bill|renew|ship|deliver|contact|email|close|cancel|give|let|put|tell|make|ask",
        ],
        rest,
    )
}

/// The words that begin an order, in no order.
pub fn first_words() -> impl Iterator<Item = &'static str> {
    STRONG.iter().chain(WEAK.iter()).chain(ORDERS.first_words())
}

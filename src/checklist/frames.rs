//! Constructions that no list of phrases can hold, read from the words of a
//! sentence: "I" with a deed, a deed that brings something, an event with a
//! day still to come, an opening after a "no", a question that asks for
//! anything but blame.

use super::asks::{is_point, is_unit};
use super::words::Word;

/// Small words that may stand between "I" and its verb.
const BETWEEN: &str = "also just already now then still personally happily gladly certainly \
    definitely immediately only even really have been ve always quickly since all both so had";

/// Verbs that are no deed for the customer after "I".
const NO_DEED: &str = "need needed hope hoped hoping wish wished think thought guess suppose believe \
    understand understood know knew see saw seen hear heard feel felt appreciate apologise apologize \
    suggest suggested recommend recommended advise advised mean meant agree disagree assume assumed \
    expect wonder wondering doubt love loved like liked want wanted prefer regret fear afraid sorry \
    sure sorry glad happy pleased told say said no not nothing never to a an the be been being have \
    has had going go honest noticed tell explain explained mentioned remind leave only but was were \
    is wait waiting confused surprised unable aware certain writing asking require required insist \
    insisted refuse refused decline declined lack dispute disputed question object used thinking \
    imagine realise realised trust remain stand do did done does quite too in of on at as";

/// Past forms that do not end in -ed.
const PAST: &str = "sent rang spoke put took made found went sat got gave wrote drove brought built held \
    kept caught dug chose met read ran stood rebuilt redid undid fought bought sold paid began cut set \
    reset let lent drew fed flew hung laid led lit rode shook slid sought stuck swept tore won wound";

/// Whether a list of words holds this one.
fn within(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// Whether a word denies.
fn denies(word: &Word) -> bool {
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

/// The words of "I" and its deed: from, to.
pub(super) fn own_deed(words: &[Word]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| deed_at(words, at).map(|to| (at, to)))
}

/// Where a deed of "I" that begins at `at` ends.
fn deed_at(words: &[Word], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let before = at
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .map_or("", |word| word.plain.as_str());
    if matches!(
        before,
        "if" | "unless"
            | "should"
            | "else"
            | "can"
            | "could"
            | "may"
            | "shall"
            | "whether"
            | "might"
            | "when"
            | "until"
            | "as"
            | "had"
    ) {
        return None;
    }
    let (mut next, help) = match word.plain.as_str() {
        "i'll" | "i've" | "i'm" | "ive" | "im" => (at + 1, true),
        "i'd" => (at + 1, false),
        "i" => match words.get(at + 1).map_or("", |word| word.plain.as_str()) {
            "will" | "shall" | "have" | "am" | "can" | "could" => (at + 2, true),
            _ => (at + 1, false),
        },
        _ => return None,
    };
    let gerund = matches!(word.plain.as_str(), "i'm" | "im")
        || words.get(at + 1).is_some_and(|word| word.plain == "am");
    while words
        .get(next)
        .is_some_and(|word| within(BETWEEN, &word.plain))
        && next < at + 5
    {
        next += 1;
    }
    let verb = words.get(next)?;
    let plain = verb.plain.as_str();
    if within(NO_DEED, plain) || denies(verb) || !plain.chars().all(char::is_alphabetic) {
        return None;
    }
    let onto_you = words.get(next + 1).is_some_and(|word| word.plain == "you")
        && matches!(
            plain,
            "ask"
                | "tell"
                | "need"
                | "charge"
                | "bill"
                | "remind"
                | "asked"
                | "told"
                | "warn"
                | "advise"
        );
    let past = plain.ends_with("ed") || within(PAST, plain);
    let doing = plain.ends_with("ing");
    let fits = if gerund {
        doing
    } else if help {
        true
    } else {
        past
    };
    (fits && !onto_you).then_some(next)
}

/// What brings the customer something.
const BENEFITS: &str = "free refund refunded refunding credit credited voucher discount replacement replace replacing \
    compensation compensate reimburse reimbursed waive waived waiving complimentary exchange swap goodwill \
    another new fresh again gratis upgrade upgraded redo remake treat trouble instead half extra \
    right correct missing";

/// Deeds that can bring it.
const BRINGS: &str = "give gives giving gave given send sending sent bring bringing brought put putting add adding added \
    arrange arranging arranged offer offering offered treat cover covering covered pay paying paid take taking taken \
    knock knocking knocked redo redoing fix fixing fixed clean mend repair make making made get getting have \
    pop popped order ordered ordering deliver delivering replace replacing post posting ship shipping issue issued \
    issuing refund refunding refunded credit crediting credited waive waived waiving book booked cancel cancelled \
    remove removed lift lifted reverse reversed throw organise organised organising set fit fitting remake rebook \
    deduct deducted frame wipe wiped drop dropped swap swapping collect pick move moved extend extended";

/// The words of a deed of ours that brings the customer something.
pub(super) fn benefit(words: &[Word], money: bool) -> Option<(usize, usize)> {
    if words.iter().any(|word| {
        denies(word)
            || matches!(
                word.plain.as_str(),
                "if" | "unless" | "plans" | "past" | "might" | "should" | "customers" | "terms"
            )
    }) {
        return None;
    }
    let ours = words.iter().position(is_ours)?;
    let tail = words.get(ours + 1..)?;
    let act = tail
        .iter()
        .take(7)
        .position(|word| within(BRINGS, &word.plain))?;
    let gain = tail
        .iter()
        .skip(act)
        .position(|word| within(BENEFITS, &word.plain))
        .or_else(|| money.then(|| tail.len().saturating_sub(1 + act)))?;
    Some((ours, (ours + 1 + act + gain).min(words.len() - 1)))
}

/// Whether a word is "we" or "I" about to do or having done: not the plain
/// present, which only says what we sell.
fn is_ours(word: &Word) -> bool {
    matches!(
        word.plain.as_str(),
        "i'll"
            | "i've"
            | "i'm"
            | "i'd"
            | "we'll"
            | "we've"
            | "we're"
            | "we'd"
            | "let"
            | "i"
            | "shall"
    )
}

/// Words that tell of what is over.
const OVER: &str = "was were had left reached arrived used ago last yesterday came went happened \
    already been started ended closed became ordered told received noted missed";

/// Words that make a time a rule and not an event.
const RULES: &str = "most usually normally always generally typically often open opens opening closes hours \
    must required unless if customers pay payable guarantee warranty until expires valid any every \
    should would lodged claims deadline terms policy per offer sale costs cost price";

/// The words of an event with a time still to come.
pub(super) fn to_come(words: &[Word]) -> Option<(usize, usize)> {
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
    let from = words
        .iter()
        .position(|word| is_promise(word) || is_present(word))?;
    let when = words
        .iter()
        .enumerate()
        .position(|(at, word)| is_future(words, at, word))?;
    Some((from.min(when), from.max(when)))
}

/// Participles of what is settled for a day.
const SET: &str = "booked scheduled arranged confirmed expected reserved pencilled planned needed promised delivered collected";

/// Whether a word promises: "will", "I'll", "going", "booked", "due".
fn is_promise(word: &Word) -> bool {
    let plain = word.plain.as_str();
    plain.ends_with("'ll")
        || within(SET, plain)
        || matches!(
            plain,
            "will" | "shall" | "going" | "due" | "set" | "ready" | "expect"
        )
}

/// Whether a word may be the verb of a timetable: "lands", "is coming".
fn is_present(word: &Word) -> bool {
    let plain = word.plain.as_str();
    let third =
        plain.len() > 3 && plain.ends_with('s') && !plain.ends_with("ss") && !plain.contains('\'');
    third
        || plain.ends_with("'s")
        || matches!(
            plain,
            "is" | "are" | "i'm" | "they're" | "you're" | "get" | "you'll"
        )
}

/// Whether a time that may lie ahead begins here.
fn is_future(words: &[Word], at: usize, word: &Word) -> bool {
    let plain = word.plain.as_str();
    let before = at
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .map_or("", |word| word.plain.as_str());
    let ahead = matches!(
        plain,
        "tomorrow" | "tonight" | "today" | "noon" | "overnight" | "lunchtime" | "teatime"
    );
    let part = is_point(word) && word.plain != "weekend"
        || (is_point(word) && matches!(before, "this" | "next" | "the"));
    let next = plain == "next"
        && words
            .get(at + 1)
            .is_some_and(|word| is_unit(word) || is_point(word));
    let within_so = matches!(plain, "within" | "inside" | "under" | "in")
        && words
            .get(at + 1..)
            .is_some_and(|rest| rest.iter().take(3).any(is_unit));
    let by = matches!(plain, "by" | "before")
        && words.get(at + 1).is_some_and(|word| {
            word.is_number()
                || is_point(word)
                || matches!(word.plain.as_str(), "the" | "close" | "end")
        });
    ahead || part || next || within_so || by
}

/// Words that open a door after a "no".
const OPENS: &str = "can could may might there there's welcome free open available possible nearest closest \
    earliest instead other another alternative alternatively try would have has found i've we've i'll \
    we'll runs does swap either offer else left spare suggest recommend next still";

/// Words that close it again.
const CLOSES: &str = "thank thanks sorry sympathise understand please appeal elsewhere future policy rules unfortunately \
    afraid regret ask asked check told need needs must only if";

/// The words of an opening in a sentence that follows a "no".
pub(super) fn opening(words: &[Word]) -> Option<(usize, usize)> {
    if words
        .iter()
        .any(|word| denies(word) || within(CLOSES, &word.plain))
    {
        return None;
    }
    let at = words.iter().position(|word| within(OPENS, &word.plain))?;
    (words.len() >= 4).then(|| (at, (at + 2).min(words.len() - 1)))
}

/// Whether a sentence asks for anything but an account of the customer.
pub(super) fn asks_kindly(words: &[Word], text: &str) -> bool {
    if !text.trim_end().ends_with('?') || words.is_empty() {
        return false;
    }
    let head: Vec<&str> = words
        .iter()
        .take(3)
        .map(|word| word.plain.as_str())
        .collect();
    let (first, second) = (
        head.first().copied().unwrap_or_default(),
        head.get(1).copied().unwrap_or_default(),
    );
    let third = head.get(2).copied().unwrap_or_default();
    !match first {
        "why" | "who" | "where" | "since" | "whose" => true,
        "what's" | "when's" | "where's" => true,
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
        "are" | "were" => matches!(
            third,
            "sure" | "certain" | "aware" | "seriously" | "even" | "really"
        ),
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
        "sorry" | "pardon" => true,
        _ => false,
    }
}

/// Words of a question about what somebody would like.
const LIKING: &str = "prefer preferred like rather want suit suits work works best better easier easiest ok okay happy fine \
    mind fancy objection or either which alright convenient handy handier sooner";

/// Whether a question leaves something to the customer.
pub(super) fn leaves_open(words: &[Word], text: &str) -> bool {
    asks_kindly(words, text)
        && words.iter().any(|word| within(LIKING, &word.plain))
        && !words
            .iter()
            .any(|word| matches!(word.plain.as_str(), "questions" | "else" | "questioned"))
}

//! "I" with a deed for the customer, and a deed of ours that brings something.

use super::super::words::Word;
use super::{denies, within};

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

/// The words of "I" and its deed: from, to.
pub(in super::super) fn own_deed(words: &[Word]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| deed_at(words, at).map(|to| (at, to)))
}

/// Words before "I" that make it a condition or a question.
const NOT_BEFORE: &str =
    "if unless should else can could may shall whether might when until as had";

/// Deeds that turn on the customer when "you" follows: "I told you".
const ONTO_YOU: &str = "ask tell need charge bill remind asked told warn advise";

/// Where a deed of "I" that begins at `at` ends.
fn deed_at(words: &[Word], at: usize) -> Option<usize> {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    if at.checked_sub(1).is_some_and(|before| within(NOT_BEFORE, plain(before))) {
        return None;
    }
    let (mut next, help) = help_at(words, at)?;
    let gerund = matches!(plain(at), "i'm" | "im") || plain(at + 1) == "am";
    while within(BETWEEN, plain(next)) && next < at + 5 {
        next += 1;
    }
    let verb = words.get(next)?;
    let deed = verb.plain.as_str();
    if within(NO_DEED, deed) || denies(verb) || !deed.chars().all(char::is_alphabetic) {
        return None;
    }
    let after = plain(next + 1);
    let idle = (help && deed == "got") || (deed == "pulled" && after == "up");
    let onto_you = after == "you" && within(ONTO_YOU, deed);
    let fits = match (gerund, help) {
        (true, _) => deed.ends_with("ing"),
        (false, true) => true,
        (false, false) => deed.ends_with("ed") || within(PAST, deed),
    };
    (fits && !onto_you && !idle).then_some(next)
}

/// Where the words after "I" and its helping verb begin, and whether there is
/// such a verb.
fn help_at(words: &[Word], at: usize) -> Option<(usize, bool)> {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    Some(match plain(at) {
        "i'll" | "i've" | "i'm" | "ive" | "im" => (at + 1, true),
        "i" if matches!(plain(at + 1), "will" | "shall" | "have" | "am" | "can" | "could") => {
            (at + 2, true)
        }
        "i'd" | "i" => (at + 1, false),
        _ => return None,
    })
}

/// What brings the customer something.
const BENEFITS: &str = "free refund refunded refunding credit credited voucher discount replacement replace replacing \
    compensation compensate reimburse reimbursed waive waived waiving complimentary exchange swap goodwill \
    another new fresh again gratis upgrade upgraded redo remake treat trouble instead half extra \
    right correct missing back off month months night nights flowers lunch dinner meal lesson session class \
    difference amount interest fare fee fees charge charges cost costs bill fine penalty price deposit postage \
    points spare part parts second earlier priority front top deadline renewal subscription membership gift hamper \
    chocolates bottle taxi cab room seat seats table loan courtesy temporary bonus allowance rate cleaner \
    electrician plumber engineer technician fitter apology proper properly afresh scratch";

/// Deeds that mend by themselves, whatever they bring.
const MENDS: &str = "refund refunded refunding credit credited crediting waive waived waiving reimburse reimbursed \
    compensate compensated replace replaced replacing resend resent resending redo redone redoing remake remade \
    reverse reversed reversing reinstate reinstated restore restored rebook rebooked upgrade upgraded honour \
    honoured honouring deduct deducted swap swapped exchange exchanged extend extended reprint reprinted reissue \
    reissued redeliver repaint retile refit repair repaired repairing repay repaid recalculate recalculated \
    rewire rehang resole reglaze recut resew wipe wiped scrap scrapped halve halved double doubled unblock \
    unblocked reopen reopened correct corrected";

/// Deeds that can bring it.
const BRINGS: &str = "give gives giving gave given send sending sent bring bringing brought put putting add adding added \
    arrange arranging arranged offer offering offered treat cover covering covered pay paying paid take taking taken \
    knock knocking knocked redo redoing fix fixing fixed clean mend repair make making made get getting have \
    pop popped order ordered ordering deliver delivering replace replacing post posting ship shipping issue issued \
    issuing refund refunding refunded credit crediting credited waive waived waiving book booked cancel cancelled \
    remove removed lift lifted reverse reversed throw organise organised organising set fit fitting remake rebook \
    plate plating lay laying lift lifting hang hanging sew sewing stitch stitching bake baking cook cooking print \
    printing paint painting cut cutting build building rebuild rewrite rewriting restore making preparing drive driving \
    deduct deducted frame wipe wiped drop dropped swap swapping collect pick move moved extend extended";

/// The words of a deed of ours that brings the customer something.
pub(in super::super) fn benefit(words: &[Word], money: bool) -> Option<(usize, usize)> {
    const BARS: &str =
        "if unless plans past might should customers customer terms would've used once theory";
    if words.iter().any(|word| within(BARS, &word.plain)) || refuses(words) {
        return None;
    }
    let ours = words.iter().position(is_ours).or_else(|| sent_by_us(words))?;
    let tail = words.get(ours + 1..)?;
    // "The charge is correct" is no deed, though "correct" can be one.
    let said = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tail.get(at));
        before.is_some_and(|word| matches!(word.plain.as_str(), "is" | "was" | "are" | "were"))
    };
    let act = (0..tail.len().min(7)).find(|at| {
        let word = tail.get(*at).map_or("", |word| word.plain.as_str());
        within(MENDS, word) && !said(*at) || within(BRINGS, word)
    })?;
    let mends = tail.get(act).is_some_and(|word| within(MENDS, &word.plain));
    let gain = tail
        .iter()
        .skip(act)
        .position(|word| within(BENEFITS, &word.plain))
        .or(mends.then_some(0))
        .or_else(|| money.then(|| tail.len().saturating_sub(1 + act)))?;
    Some((ours, (ours + 1 + act + gain).min(words.len() - 1)))
}

/// Whether a sentence denies something other than a cost: "you won't be
/// charged" denies nothing that they want.
fn refuses(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let mut after = words.iter().skip(at + 1).take(3);
        denies(word)
            && !after
                .any(|word| within("charge charged charges pay cost owe billed extra", &word.plain))
    })
}

/// People who act for us: "the chef is plating it again".
const FOLK: &str = "chef kitchen joiner tiler plumber fitter engineer technician team crew driver courier colleague \
    workshop warehouse electrician builder decorator painter tailor seamstress baker bakery lab printer printers depot \
    cleaner cleaners physio nurse teacher tutor mechanic gardener carpenter van";

/// The place of somebody who acts for us and is about to.
fn sent_by_us(words: &[Word]) -> Option<usize> {
    words.windows(3).position(|three| match three {
        [whose, who, acts] => {
            let acts = acts.plain.as_str();
            within("our the my a", &whose.plain)
                && within(FOLK, &who.plain)
                && (within("will is are comes has have can", acts) || acts.ends_with("'ll"))
        }
        _ => false,
    })
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

//! A feeling that is theirs, a fault that is ours, a word of theirs that is
//! welcome: each needs two kinds of words in one sentence.

use super::super::words::Word;
use super::{denies, within};

/// What hurts, and how it feels.
const HARDSHIP: &str = "heartbreaking heartbroken awful dreadful horrible horrid miserable rotten nightmare \
    ordeal furious livid fuming gutted upset upsetting frustrating frustrated maddening disappointed \
    disappointing stressful stressed worrying worried anxious distressing distressed exhausting exhausted \
    scary frightening frightened terrifying humiliating embarrassing painful infuriating unbearable \
    endless shame misery hurt hurts stings stung stranded sleepless heartache grief scared shaken \
    devastating devastated gruelling unfair lonely annoyed annoying angry cross hassle agony chaos \
    worse worst sickening appalling exasperating dispiriting disheartening crushing bitter shock shocking \
    anguish trauma ghastly wretched grim lousy tough rough struggle struggling suffering suffered panic \
    despair tears cried helpless powerless cheated robbed betrayed dismay dread dreading turmoil";

/// Words that make the feeling a guess, a rule or somebody else's.
const DISTANT: &str = "if any every may might customers our drivers staff calm reason policy terms fee \
    surprised inconvenience unhappy most people only weather";

/// Whether a sentence speaks to the customer.
fn speaks(words: &[Word]) -> bool {
    words.iter().any(|word| {
        let head = word.plain.split('\'').next().unwrap_or_default();
        within("you your yours u ur yourself", head)
    })
}

/// The words of what it was like for the customer.
pub(in super::super) fn felt(words: &[Word]) -> Option<(usize, usize)> {
    let distant = |word: &Word| within(DISTANT, &word.plain);
    if words.len() < 6 || words.iter().any(distant) || !speaks(words) {
        return None;
    }
    let calming = words.windows(2).any(|pair| match pair {
        [left, right] => {
            denies(left) && within("worry reason need upset cross angry", &right.plain)
        }
        _ => false,
    });
    let at = words.iter().position(|word| within(HARDSHIP, &word.plain))?;
    (!calming).then_some((at, at))
}

/// What went wrong.
const FAULT: &str = "wrong wrongly mistake mistakes mistaken error errors fault blame blew forgot forgotten missed \
    messed failed fail failure overlooked overslept muddled mixed lapse oversight slipped careless sloppy botched \
    misread misled misquoted mislaid overcharged undercharged neglected bungled fumbled fluffed blundered \
    mishandled mismanaged misjudged misplaced misprinted guilty responsible apologetic clumsy inexcusable \
    unacceptable shoddy rude badly poorly misleading misworded confusing unclear inaccurate outdated slow \
    late delayed mislabelled miscounted miskeyed mistyped mispriced misinformed misjudgement remiss neglectful \
    muddle slip slips lapses hash mess shambles disarray unanswered untested unchecked substandard broke \
    damaged lost scratched spoiled spoilt ruined double-booked overbooked duplicated omitted ignored dropped \
    confused mixed-up mix-up short-changed stumbled tripped failing failings shortcoming shortcomings owe";

/// After "we didn't", what is no duty of ours.
const NO_DUTY: &str = "get receive have see know find hear need want promise say offer guarantee agree charge cause \
    break believe think advertise claim ask expect suggest recommend like wish hope do anything own accept \
    doubt mind complain intend sell make got received said saw heard knew found agreed promised offered \
    claimed meant accepted asked expected suggested recommended guaranteed charged caused advertised believed";

/// A deed of ours that was not done: "we never passed it on", "nobody here
/// rang you". From, to.
fn undone(words: &[Word]) -> Option<(usize, usize)> {
    let past = |word: &Word| {
        matches!(
            word.plain.as_str(),
            "didn't" | "never" | "hadn't" | "haven't" | "failed" | "forgot" | "neglected"
        )
    };
    let parted = |at: usize| {
        words.get(at).is_some_and(|word| matches!(word.plain.as_str(), "did" | "had" | "have"))
            && words.get(at + 1).is_some_and(|word| word.plain == "not")
    };
    let at = (0..words.len()).find(|at| words.get(*at).is_some_and(past) || parted(*at))?;
    let before = words.get(at.saturating_sub(4)..at)?;
    let we = before.iter().rposition(is_us)?;
    let theirs = before
        .get(we + 1..)?
        .iter()
        .any(|word| within("you your they he she it customer", &word.plain));
    let verb = words.get(at + 1 + usize::from(parted(at)))?;
    let duty = !within(NO_DUTY, &verb.plain);
    (!theirs && duty).then_some((at.saturating_sub(4).min(at) + we, at + 1))
}

/// Whether a word is "we", "I", "our" or "my", or stands for us.
fn is_us(word: &Word) -> bool {
    let head = word.plain.split('\'').next().unwrap_or_default();
    within("we i our my nobody", head)
}

/// The words of a fault that is ours: we first, the fault near, nobody else
/// between, nothing denied; or a deed of ours that was not done.
pub(in super::super) fn ours(words: &[Word]) -> Option<(usize, usize)> {
    let supposed = |word: &Word| {
        within("if whether may might could unless policy any regret until", &word.plain)
    };
    if words.iter().any(supposed) {
        return None;
    }
    if let Some(found) = undone(words) {
        return Some(found);
    }
    let at = words.iter().position(|word| within(FAULT, &word.plain))?;
    let near = words.get(at.saturating_sub(7)..at)?;
    let from = near.iter().rposition(is_us)?;
    let between = near.get(from..).unwrap_or_default();
    let theirs = between.iter().any(|word| {
        let head = word.plain.split('\'').next().unwrap_or_default();
        denies(word)
            || within(
                "you they he she it's see think hear believe understand sorry bank supplier show shows shown \
                 suggest suggests indicate indicates say says found noticed notice",
                head,
            )
    });
    let denied = words.iter().take(at).any(|word| within("don't cannot can't not", &word.plain));
    let begin = at.saturating_sub(7).min(at) + from;
    (!theirs && !denied).then_some((begin, at))
}

/// What a customer does who complains.
const VOICE: &str = "tell told telling say said saying write wrote writing written raise raised raising point pointed \
    pointing flag flagged flagging spot spotted spotting notice noticed mention mentioned mentioning complain \
    complained complaining complaint complaints comments feedback speak spoke speaking spoken report reported \
    reporting honest honesty frank frankness candid candour straight criticism bringing brought highlight highlighted \
    catching caught criticism critical blunt bluntness heads-up alert alerting alerted nudge persistence persisting \
    persevering observations remarks chasing warned warning review objection objections push pushing challenge \
    challenged questioning queried querying letter candidly plainly outspoken shouting";

/// What makes it welcome.
const VALUE: &str = "thank thanks thankful grateful glad pleased respect appreciate appreciated useful helps helped \
    helpful taught teach teaches learn learned learnt learning better improve improved improving change changed \
    changing brave favour keep wiser effort sooner rather lucky fair nerve courage gift valuable right clearly \
    needed matters counts welcome welcomed welcoming spare spares instead exactly relieved obliged bless \
    invaluable sharper safer kinder fixed because";

/// Words that make it a form or a dig.
const COLD: &str = "off pity chose closed logged received reference seriously patience sorry already otherwise \
    important regulator ombudsman survey within handled previously uphold upheld policy procedure if stage doubt \
    birth password postcode";

/// The words of a complaint that is welcome.
pub(in super::super) fn welcomes(words: &[Word]) -> Option<(usize, usize)> {
    let voice = words.iter().position(|word| within(VOICE, &word.plain))?;
    let value = words
        .iter()
        .enumerate()
        .position(|(at, word)| at != voice && within(VALUE, &word.plain))?;
    let cold = words.iter().any(|word| within(COLD, &word.plain));
    let own = words.get(voice.saturating_sub(2)..voice).unwrap_or_default();
    let ours = own.iter().any(|word| within("i we to i've we've i'd", &word.plain))
        && !words.iter().any(|word| within("right rather sooner keep", &word.plain));
    (!cold && !ours && speaks_or_thanks(words)).then_some((voice.min(value), voice.max(value)))
}

/// Whether a sentence speaks to the customer or thanks.
fn speaks_or_thanks(words: &[Word]) -> bool {
    speaks(words) || words.iter().any(|word| within("thanks keep", &word.plain))
}

//! The forms of English words: `fail~` in a phrase stands for fail, fails,
//! failed and failing. Regular endings by rule, the rest from a list.

/// Verbs whose past or participle no rule gives: base, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "was were", "been"),
    ("have", "had", "had"),
    ("do", "did", "done"),
    ("go", "went", "gone"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bend", "bent", "bent"),
    ("bite", "bit", "bitten"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("burst", "burst", "burst"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("drop", "dropped", "dropped"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "got gotten"),
    ("give", "gave", "given"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lie", "lied", "lied"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("mislay", "mislaid", "mislaid"),
    ("mislead", "misled", "misled"),
    ("misread", "misread", "misread"),
    ("mistake", "mistook", "mistaken"),
    ("misunderstand", "misunderstood", "misunderstood"),
    ("overlook", "overlooked", "overlooked"),
    ("oversee", "oversaw", "overseen"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("redo", "redid", "redone"),
    ("rerun", "reran", "rerun"),
    ("resend", "resent", "resent"),
    ("reset", "reset", "reset"),
    ("rewrite", "rewrote", "rewritten"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sit", "sat", "sat"),
    ("sleep", "slept", "slept"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("spill", "spilled spilt", "spilled spilt"),
    ("split", "split", "split"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"),
    ("undo", "undid", "undone"),
    ("upset", "upset", "upset"),
    ("wake", "woke", "woken"),
    ("wear", "wore", "worn"),
    ("win", "won", "won"),
    ("write", "wrote", "written"),
];

/// Verbs of more than one syllable that double their last letter.
const DOUBLING: &[&str] = &[
    "admit",
    "begin",
    "commit",
    "control",
    "forget",
    "format",
    "occur",
    "omit",
    "permit",
    "prefer",
    "program",
    "refer",
    "regret",
    "rebut",
    "submit",
    "transfer",
    "transmit",
    "unsubscrib",
    "upset",
    "reset",
    "defer",
    "compel",
    "expel",
    "patrol",
    "equip",
    "handicap",
    "outrun",
    "rerun",
    "debug",
    "unplug",
    "unzip",
];

/// Plurals that no rule gives.
const PLURALS: &[(&str, &str)] = &[
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("half", "halves"),
];

/// Which forms of a word are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `fail~`: every form.
    Any,
    /// `fill~ed`: the past and the participle.
    Past,
    /// `fill~ing`: the -ing form.
    Ing,
}

/// The forms of `word` that `form` asks for, the word itself first for
/// [`Form::Any`]. The word comes in lower case.
#[must_use]
pub fn forms(word: &str, form: Form) -> Vec<String> {
    let mut out = match form {
        Form::Any => every(word),
        Form::Past => past(word),
        Form::Ing => vec![ing(word)],
    };
    let mut seen = Vec::new();
    out.retain(|one| {
        let new = !seen.contains(one);
        seen.push(one.clone());
        new
    });
    out
}

fn every(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if word == "be" {
        out.extend(["am", "is", "are", "was", "were", "been", "being"].map(str::to_owned));
        return out;
    }
    out.push(third(word));
    out.extend(PLURALS.iter().filter(|(one, _)| *one == word).map(|(_, many)| (*many).to_owned()));
    out.extend(past(word));
    out.push(ing(word));
    out
}

/// The -s form: verbs' third person and nouns' plural.
fn third(word: &str) -> String {
    match word {
        "have" => return "has".to_owned(),
        "do" => return "does".to_owned(),
        "go" => return "goes".to_owned(),
        _ => {}
    }
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        return format!("{word}es");
    }
    match word.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

/// Past and participle.
fn past(word: &str) -> Vec<String> {
    if let Some((_, past, participle)) = IRREGULAR.iter().find(|(base, ..)| *base == word) {
        return past.split(' ').chain(participle.split(' ')).map(str::to_owned).collect();
    }
    if word.ends_with('e') {
        return vec![format!("{word}d")];
    }
    match word.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => vec![format!("{stem}ied")],
        _ => vec![format!("{}ed", doubled(word))],
    }
}

/// The -ing form.
fn ing(word: &str) -> String {
    if word == "be" {
        return "being".to_owned();
    }
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
        _ => format!("{}ing", doubled(word)),
    }
}

/// `stop` becomes `stopp` before an ending.
fn doubled(word: &str) -> String {
    match word.chars().last() {
        Some(last) if doubles(word) => format!("{word}{last}"),
        _ => word.to_owned(),
    }
}

fn doubles(word: &str) -> bool {
    if DOUBLING.contains(&word) {
        return true;
    }
    let letters: Vec<char> = word.chars().collect();
    let [rest @ .., middle, last] = letters.as_slice() else {
        return false;
    };
    let short = rest.iter().filter(|c| is_vowel(**c)).count() == 0 && !rest.is_empty();
    let open = rest.last().is_some_and(|c| !is_vowel(*c));
    short && open && is_vowel(*middle) && !is_vowel(*last) && !matches!(last, 'w' | 'x' | 'y')
}

fn ends_in_vowel(word: &str) -> bool {
    word.chars().last().is_some_and(is_vowel)
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::{Form, forms};

    #[test]
    fn forms_follow_english_spelling() {
        let any = |word| forms(word, Form::Any).join(" ");
        assert_eq!(any("fail"), "fail fails failed failing");
        assert_eq!(any("forget"), "forget forgets forgot forgotten forgetting");
        assert_eq!(any("stop"), "stop stops stopped stopping");
        assert_eq!(any("deny"), "deny denies denied denying");
        assert_eq!(any("ignore"), "ignore ignores ignored ignoring");
        assert_eq!(any("visit"), "visit visits visited visiting");
        assert_eq!(forms("fill", Form::Past).join(" "), "filled");
        assert_eq!(forms("lie", Form::Ing).join(" "), "lying");
    }
}

//! Words that are written in more than one way: contractions, British and
//! American spelling, text-speak and usual misspellings. Phrases and drafts
//! are both brought to the same form, so a rule is written once.

/// Contractions that no apostrophe or a pronoun makes certain, with the words
/// they stand for. `'s` is "is" or "has", `'d` is "would" or "had".
pub const CONTRACTIONS: &[(&str, &str)] = &[
    ("can't", "can not"),
    ("won't", "will not"),
    ("shan't", "shall not"),
    ("ain't", "'s not"),
    ("cannot", "can not"),
    ("let's", "let us"),
    ("it's", "it 's"),
    ("that's", "that 's"),
    ("this's", "this 's"),
    ("what's", "what 's"),
    ("who's", "who 's"),
    ("where's", "where 's"),
    ("when's", "when 's"),
    ("why's", "why 's"),
    ("how's", "how 's"),
    ("here's", "here 's"),
    ("there's", "there 's"),
    ("he's", "he 's"),
    ("she's", "she 's"),
    ("everything's", "everything 's"),
    ("everyone's", "everyone 's"),
    ("everybody's", "everybody 's"),
    ("something's", "something 's"),
    ("someone's", "someone 's"),
    ("somebody's", "somebody 's"),
    ("nothing's", "nothing 's"),
    ("nobody's", "nobody 's"),
    ("y'all", "you all"),
    ("dont", "do not"),
    ("doesnt", "does not"),
    ("didnt", "did not"),
    ("cant", "can not"),
    ("wont", "will not"),
    ("isnt", "is not"),
    ("arent", "are not"),
    ("wasnt", "was not"),
    ("werent", "were not"),
    ("havent", "have not"),
    ("hasnt", "has not"),
    ("hadnt", "had not"),
    ("couldnt", "could not"),
    ("wouldnt", "would not"),
    ("shouldnt", "should not"),
    ("mustnt", "must not"),
    ("neednt", "need not"),
    ("im", "i am"),
    ("ive", "i have"),
    ("youre", "you are"),
    ("youve", "you have"),
    ("youll", "you will"),
    ("youd", "you 'd"),
    ("weve", "we have"),
    ("theyre", "they are"),
    ("theyve", "they have"),
    ("theyll", "they will"),
    ("theyd", "they 'd"),
    ("itll", "it will"),
    ("thatll", "that will"),
    ("thats", "that 's"),
    ("whats", "what 's"),
    ("wheres", "where 's"),
    ("hows", "how 's"),
    ("heres", "here 's"),
    ("theres", "there 's"),
    ("hes", "he 's"),
    ("shes", "she 's"),
    ("couldve", "could have"),
    ("shouldve", "should have"),
    ("wouldve", "would have"),
    ("mustve", "must have"),
    ("gonna", "going to"),
    ("wanna", "want to"),
    ("gotta", "got to"),
    ("dunno", "do not know"),
];

/// Endings that stand for a word of their own, longest first.
pub const ENDINGS: &[(&str, &str)] =
    &[("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "'d"), ("'m", "am")];

/// One word in two spellings: as written, and the form kindword compares.
pub const SPELLINGS: &[(&str, &str)] = &[
    // text-speak
    ("u", "you"),
    ("ur", "your"),
    ("pls", "please"),
    ("plz", "please"),
    ("plse", "please"),
    ("thx", "thanks"),
    ("thnx", "thanks"),
    ("ppl", "people"),
    ("tho", "though"),
    ("cos", "because"),
    ("coz", "because"),
    ("cuz", "because"),
    ("ok", "okay"),
    // usual misspellings
    ("inconvience", "inconvenience"),
    ("inconvinience", "inconvenience"),
    ("inconvenince", "inconvenience"),
    ("incovenience", "inconvenience"),
    ("inconveniance", "inconvenience"),
    ("unfortunatly", "unfortunately"),
    ("unfortunetly", "unfortunately"),
    ("unfortunatley", "unfortunately"),
    ("unfortunalty", "unfortunately"),
    ("apolgize", "apologize"),
    ("apolgise", "apologize"),
    ("appologise", "apologize"),
    ("appologize", "apologize"),
    ("apoligise", "apologize"),
    ("apoligize", "apologize"),
    ("appologies", "apologies"),
    ("apoligies", "apologies"),
    ("appology", "apology"),
    ("recieve", "receive"),
    ("recieved", "received"),
    ("reciept", "receipt"),
    ("definately", "definitely"),
    ("definitly", "definitely"),
    ("seperate", "separate"),
    ("seperately", "separately"),
    ("immediatly", "immediately"),
    ("imediately", "immediately"),
    ("responsable", "responsible"),
    ("responsibilty", "responsibility"),
    ("occured", "occurred"),
    ("refered", "referred"),
    ("refering", "referring"),
    ("acording", "according"),
    ("accomodate", "accommodate"),
    ("adress", "address"),
    ("alot", "lot"),
    ("allready", "already"),
    ("alredy", "already"),
    ("beleive", "believe"),
    ("beacuse", "because"),
    ("becuase", "because"),
    ("buisness", "business"),
    ("calender", "calendar"),
    ("clearlly", "clearly"),
    ("comunicate", "communicate"),
    ("departement", "department"),
    ("deparment", "department"),
    ("exlpained", "explained"),
    ("explaind", "explained"),
    ("finaly", "finally"),
    ("frustated", "frustrated"),
    ("frustating", "frustrating"),
    ("fustrating", "frustrating"),
    ("fustrated", "frustrated"),
    ("garantee", "guarantee"),
    ("guarentee", "guarantee"),
    ("gurantee", "guarantee"),
    ("happend", "happened"),
    ("mispelled", "misspelled"),
    ("neccessary", "necessary"),
    ("necesary", "necessary"),
    ("noone", "nobody"),
    ("oblivous", "oblivious"),
    ("obviosly", "obviously"),
    ("obviuosly", "obviously"),
    ("pateint", "patient"),
    ("patiant", "patient"),
    ("polciy", "policy"),
    ("poilcy", "policy"),
    ("posible", "possible"),
    ("previosly", "previously"),
    ("problme", "problem"),
    ("probelm", "problem"),
    ("realy", "really"),
    ("regrads", "regards"),
    ("sincerly", "sincerely"),
    ("shold", "should"),
    ("shoud", "should"),
    ("shuold", "should"),
    ("teh", "the"),
    ("thier", "their"),
    ("tommorow", "tomorrow"),
    ("tomorow", "tomorrow"),
    ("tommorrow", "tomorrow"),
    ("truely", "truly"),
    ("understnad", "understand"),
    ("unacceptible", "unacceptable"),
    ("untill", "until"),
    ("usefull", "useful"),
    ("legel", "legal"),
    ("wich", "which"),
    ("wierd", "weird"),
    ("yuo", "you"),
    ("youself", "yourself"),
    // British and American
    ("centre", "center"),
    ("centres", "centers"),
    ("metre", "meter"),
    ("theatre", "theater"),
    ("licence", "license"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("grey", "gray"),
    ("cheque", "check"),
    ("cheques", "checks"),
    ("programme", "program"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("fulfil", "fulfill"),
    ("fulfils", "fulfills"),
    ("enrol", "enroll"),
    ("instalment", "installment"),
    ("instalments", "installments"),
    ("judgement", "judgment"),
    ("despatch", "dispatch"),
    ("despatched", "dispatched"),
    ("despatching", "dispatching"),
    ("enquire", "inquire"),
    ("enquired", "inquired"),
    ("enquiry", "inquiry"),
    ("enquiries", "inquiries"),
    ("enquiring", "inquiring"),
    ("learnt", "learned"),
    ("spelt", "spelled"),
    ("burnt", "burned"),
    ("spoilt", "spoiled"),
    ("dreamt", "dreamed"),
    ("whilst", "while"),
    ("amongst", "among"),
    ("towards", "toward"),
    ("afterwards", "afterward"),
    ("forwards", "forward"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("cancellation", "cancelation"),
    ("cancellations", "cancelations"),
    ("travelled", "traveled"),
    ("travelling", "traveling"),
    ("labelled", "labeled"),
    ("labelling", "labeling"),
    ("modelled", "modeled"),
    ("signalled", "signaled"),
    ("totalled", "totaled"),
    ("fuelled", "fueled"),
    ("colour", "color"),
    ("colours", "colors"),
    ("coloured", "colored"),
    ("favour", "favor"),
    ("favours", "favors"),
    ("favourite", "favorite"),
    ("behaviour", "behavior"),
    ("honour", "honor"),
    ("honoured", "honored"),
    ("honouring", "honoring"),
    ("labour", "labor"),
    ("neighbour", "neighbor"),
    ("neighbours", "neighbors"),
    ("endeavour", "endeavor"),
    ("endeavouring", "endeavoring"),
    ("humour", "humor"),
    ("rumour", "rumor"),
    ("mum", "mom"),
];

/// Words before which "your" is a slip for "you're".
pub const AFTER_YOUR: &[&str] =
    &["wrong", "mistaken", "incorrect", "welcome", "going", "overreacting", "confused", "lying"];

/// The spelling that is compared: `apologise` and `apologize` give one form.
/// The word comes in lower case with straight apostrophes.
#[must_use]
pub fn canonical(word: &str) -> String {
    if let Some((_, to)) = SPELLINGS.iter().find(|(from, _)| *from == word) {
        return (*to).to_owned();
    }
    fold_ise(word).unwrap_or_else(|| word.to_owned())
}

/// The other ways to write a compared form, so that a draft needs one lookup.
#[must_use]
pub fn variants(word: &str) -> Vec<String> {
    let mut out: Vec<String> = SPELLINGS
        .iter()
        .filter(|(_, to)| *to == word)
        .map(|(from, _)| (*from).to_owned())
        .collect();
    if let Some(at) = ize_at(word, b'z') {
        let (head, tail) = word.split_at(at);
        out.push(format!("{head}s{}", tail.get(1..).unwrap_or_default()));
    }
    out
}

/// `-ise` written as `-ize`. Both sides are folded alike, so that a word that
/// knows only one form ("promise") still meets itself.
fn fold_ise(word: &str) -> Option<String> {
    let at = ize_at(word, b's')?;
    let (head, tail) = word.split_at(at);
    Some(format!("{head}z{}", tail.get(1..)?))
}

/// Where the `s` or `z` of an `-ise` ending stands.
fn ize_at(word: &str, letter: u8) -> Option<usize> {
    if !word.is_ascii() {
        return None;
    }
    ["e", "es", "ed", "er", "ers", "ing", "ation", "ations"].iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let at = stem.len().checked_sub(1)?;
        let bytes = stem.as_bytes();
        let fits = at >= 4 && bytes.get(at) == Some(&letter) && bytes.get(at - 1) == Some(&b'i');
        fits.then_some(at)
    })
}

//! How customers ask: the words that begin a question or a request.
//!
//! Tables in the pattern language of [`cue`]; what is asked only for show is in
//! [`rhetoric`](crate::document::rhetoric).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::document::cue::{self, Table, Word, Words};
use crate::document::ordering;

/// Words that may stand before a question or a request without being part of
/// it.
static LEAD_INS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    and but also so then plus or well ok okay hi hello hey there lol now look right btw sorry thanks \
    team guys again anyway first firstly second secondly third thirdly finally lastly actually \
    honestly seriously yeah urgent really um er oh next meanwhile otherwise \
    quick question additionally furthermore morning afternoon evening dear sir madam maam simple \
    q ps",
    )
});

/// Questions that turn the verb round or begin with a question word.
static QUESTIONS: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "what|when|where|why|who|which|how is|are|was|were|do|does|did|can|could|would|will|should",
        "what|when|where|why|who|which|how shall|am|have|has|cant|dont|didnt|doesnt|wont|isnt|arent",
        "what|when|where|why|who|which|how hasnt|havent|wouldnt|must|may|might",
        "what|how|where i|we can|must|should|need|have to|*",
        "how soon|long|much|many|to|come|about|far|often|big|old|late|early|best|else|likely",
        "what time|size|day|date|hours|price|colour|color|number|happens|happened|about|if|else",
        "which one|of|size|model|version|plan|number|address|day|bus|train|form",
        "why no|not|the|so|my",
        "whats|wheres|hows|whens|whos|whys",
        "who authorised|authorized|approved|decided|told|signed|took|made|pays|handles|owns|gets",
        "is|are|was|were|am i|you|we|he|she|it|they|this|that|these|those|there|the|my|your|our|any",
        "is|are anyone|anybody|someone|somebody|everything|all|some|one|its|his|her|their|a|an",
        "do|does|did|dont|doesnt|didnt i|you|we|he|she|it|they|this|that|these|those|the|my|your|our",
        "do|does|did|dont|doesnt|didnt any|anyone|anybody|all|both|her|his",
        "can|could|would|will|should|shall|may|cant|couldnt|wont|wouldnt|shouldnt i|you|we|he|she|it",
        "can|could|would|will|should|shall|may|cant|couldnt|wont|wouldnt they|this|that|there|the|my",
        "can|could|would|will|should|shall|cant|couldnt|wont your|our|any|anyone|anybody|someone",
        "can|could|would|will|should|shall|cant|couldnt|wont somebody|these|those|his|her|one|both",
        "have|has|havent|hasnt|had you|i|we|they|it|anyone|anybody|he|she|there|your",
        "any|no chance|idea|ideas|update|updates|news|word|way|luck|progress|eta|info|joy|movement",
        "reckon|think|suppose|guess you|we|i|its|it|theres|thats ?* can|could|*",
        "possible|ok|okay|fine|alright|cool to|if|for",
        "mind if|telling|checking|sending|explaining",
        "?also|and whether *",
        "wondering|curious|wonder if|whether|how|what|when|why|about|where|which",
    ])
});

/// Requests told by these words wherever in a sentence they stand.
static REQUESTS: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "can|could|would|will|cant|couldnt|wont|wouldnt you|someone|somebody|anyone|anybody",
        "i|we need|require|demand|insist|request ?on|a|an|to *",
        "i|we ?just|only|really|do|simply|also|still want|need *",
        "i|we expect you|a|an|the|my|to|full|compensation|explanation|your|someone|1|answers|this",
        "i|we am|are|m ?* requesting|demanding|seeking|asking for|that|you|if|whether|a|an|the|to",
        "im|id|we|were|am|are requesting|demanding|seeking|asking for|that|you|if|whether|a|an|the",
        "i|we would|should|d|id ?* ?* like|love|appreciate|ask *",
        "id|wed ?* like|love|appreciate|ask|want *",
        "id|wed ?* be ?* grateful|thankful|obliged|happy|glad|delighted if|for|to|of",
        "i|we|you would|should|shall|will|could ?* be ?* grateful|obliged|thankful|appreciative if|for|to",
        "grateful|appreciate|appreciated|helpful|great|good|nice|lovely|useful if you|someone|we|i|there",
        "appreciate your|any|some|it|a|an help|advice|response|reply|if|update|answer|assistance",
        "i|we wonder|wondered if|whether|how|what|when|why",
        "wondering|curious if|whether|how|what|when|why|about|where|which",
        "hoping you|to|for|someone|that|we|i *",
        "want|wants|wanted|wish|wishes|like|love|need|needs|wanting|wishing|keen|nice|good to know|understand|hear",
        "i|we wanted|want|wish|like to ask|check|find|enquire|inquire|request|confirm|see ?out if|whether|about|for|how|what|when|why|you|that",
        "i|we wish|hope to *",
        "i|we ask|beg|implore|urge|advise for|that|you|to",
        "begging you",
        "id|wed|i|we ?would rather|sooner have|get|receive|you|it",
        "let me|us|him|her|them know",
        "keep me|us posted|updated|informed",
        "looking for|to a|an|some|the|my|any|information|help|advice|buy|book|get|return|change|cancel|upgrade",
        "im|were|am|just ?just after a|an|some|the|information|info",
        "writing|emailing|mailing|calling|contacting|messaging ?you to ask|request|enquire|inquire|cancel|demand|dispute|claim|return|check",
        "it would be ?* good|great|nice|helpful|lovely|ideal|appreciated if|to",
        "do the needful",
        "your advice|help|assistance|guidance|urgent ?* is|would",
    ])
});

/// Requests without a subject, at the start of a sentence.
static BARE: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "need|needing|want|wanting|require|requesting a|an|the|my|to|this|it|some|your|new|help|more|someone|somebody|one|two|another|info|advice|urgent|immediate|refund|your",
        "?just after a|an|some",
        "?just wanted|wanting to ask|know|check|find|see|enquire|inquire if|whether|about|how|what|when|why|out|where",
        "would ?also ?really love|like|appreciate|prefer a|an|the|to|some|my|if|it|your",
        "need|want|needing exchange|replacement|return|cancellation|callback",
        "refund|replacement|update|help|eta|callback|invoice|quote|status|discount|price",
        "looking|hoping|trying to|for",
    ])
});

/// After these words "I need" and its kin tell a story. Folded.
static STORY: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    that if because when which where whether what until unless since whenever as why all thing \
    everything said says whatever than who only dont didnt not never longer so will do does did would should can could",
    )
});

/// Words that follow a verb and are no subject of a question.
static NO_SUBJECT: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "not be been never now still also just only always already so very have \
    love like appreciate a an to in on at too quite really nothing no going being",
    )
});

/// After these words "how to" asks nothing.
static TEACHING: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "know knows knew on out idea me you us about of learn learned understand \
    explain sure instructions video guide tips steps and or figure remember forgot shows clue",
    )
});

/// After these words "let me know" tells a story.
static LETTING: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "had has have having to will would ill hed she theyd did nobody one they he you never",
    )
});

/// What "I want to", "I'd like to", "I need to" may be followed by without
/// asking for anything.
static SAYING: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "to ?* ?* tell|say|thank|mention|express|commend|praise|point|complain|add|apologise|apologize you|how|that|this|my|a|the|thanks|your|our|all|for|everyone|about|how|out|sorry",
        "to ?just let you|people",
        "to ?* share|believe|think|stress|emphasise|raise|flag|start|begin|cry|scream|give|leave|congratulate|acknowledge|be|go|travel|leave|work|feed|recommend|stay|keep|sit|wait|buy|love|like|trust|use|say|thank|complain|apologise|apologize|make|explain",
        "to remind|warn|get|hear it|you|my|from|on|back ?right|to|off",
        "from|nothing|none|no",
        "it|this|that ?* ?be|was|to but|and|if|because",
        "your ?* service|app|shop|products|product|work|team|coffee|site",
    ])
});

/// Courtesies that "please" introduces without asking for anything.
static COURTESIES: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "accept my|our|this|these|the",
        "find attached|enclosed|below|the|my|a",
        "note",
        "see attached|below|enclosed|the|photo|photos|my",
        "keep up|doing",
        "pass ?* ?* my|our|on",
        "thank",
        "excuse|forgive|pardon|bear",
        "be assured|aware|advised",
        "dont|do hesitate|not|worry|feel|get ?hesitate|wrong",
        "give|send|extend|convey ?* my|our",
        "rest assured",
        "yes|no",
        "god|stop lying",
        "tell ?* ?* ?* thank|thanks|great|grateful",
    ])
});

/// Every word that can begin what is asked.
static FIRST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let tables = [&QUESTIONS, &REQUESTS, &BARE].into_iter().flat_map(|t| t.first_words());
    let rest = "please kindly what when where why who which how whose whom whether is are do does did \
        will can would could should dont never";
    tables.chain(ordering::first_words()).chain(rest.split_ascii_whitespace()).collect()
});

/// Whether `word` can begin what is asked: a quick no for most words.
#[must_use]
pub fn begins(word: &Word) -> bool {
    FIRST.contains(word.low.as_str())
}

/// Whether a sentence without a question mark ends in "or not".
#[must_use]
pub fn ends_open(words: &[Word]) -> bool {
    let tail = words.get(words.len().saturating_sub(2)..).unwrap_or_default();
    words.len() <= 12 && cue::fit("or nah|nope|naw|not|no", tail).is_some()
}

/// How many words at the start of `words` lead in without meaning.
#[must_use]
pub fn lead_in(words: &[Word]) -> usize {
    let leads = |word: &&Word| word.mark == Some('@') || LEAD_INS.has(&word.low);
    words.iter().take_while(leads).count()
}

/// How many words a question's first words take.
#[must_use]
pub fn question(words: &[Word]) -> Option<usize> {
    QUESTIONS.longest(words)
}

/// How many words the start of a question takes where its question mark is
/// seen: any question word at the sentence's start (`first`), any subject.
#[must_use]
pub fn loose(words: &[Word], first: bool) -> Option<usize> {
    let tells =
        cue::fit("when|where|which|what i|we|you|he|she|they|it|my|your|the", words).is_some();
    let word = cue::fit("what|when|where|why|who|which|how|whose|whom", words);
    let opens = || word.filter(|_| first && !tells);
    let turned = cue::fit("is|are|do|does|did|will|can|would|could|should *", words);
    let verb = words.get(1).is_some_and(|word| NO_SUBJECT.has(&word.low));
    opens().or_else(|| turned.filter(|_| !verb))
}

/// Whether a question begins that cannot mistake: "how do i".
#[must_use]
pub fn is_plain_question(words: &[Word], before: Option<&Word>) -> bool {
    let pattern = "how|what|where|when|why do|can|could|should|does|did|will i|we|you|it|they";
    let taught = before.is_some_and(|word| TEACHING.has(&word.low));
    cue::fit(pattern, words).is_some() || (!taught && cue::fit("how to", words).is_some())
}

/// Whether a verb stands before its subject, so that a question begins.
#[must_use]
pub fn is_turned(words: &[Word]) -> bool {
    let pattern = "is|do|does|did|can|could|will|would|should i|we|it|you|they|there";
    cue::fit(pattern, words).is_some()
}

/// How many words a request's cue takes; `before` is the word before it.
#[must_use]
pub fn request(words: &[Word], before: Option<&Word>) -> Option<usize> {
    let lets = words.first().is_some_and(|word| word.low == "let");
    let tells = |word: &Word| STORY.has(&word.low) || (lets && LETTING.has(&word.low));
    let formal = cue::fit("i|we wish to", words).is_some();
    let story = !formal && before.is_some_and(tells);
    let taken = REQUESTS.longest(words).filter(|_| !story)?;
    let told = (1..=taken).any(|at| {
        let wants = at.checked_sub(1).and_then(|at| words.get(at));
        let verb = wants.is_some_and(|word| {
            matches!(
                word.low.as_str(),
                "want" | "need" | "like" | "love" | "expect" | "wish" | "wanted"
            )
        });
        verb && words.get(at..).is_some_and(|rest| SAYING.longest(rest).is_some())
    });
    let thanked = words.get(taken.saturating_sub(2)..).is_some_and(|rest| {
        rest.len() <= 3
            && cue::fit("?appreciate|appreciated it|that|this", rest) == Some(rest.len())
    });
    (!told && !thanked).then_some(taken)
}

/// How many words a request without a subject takes at a sentence's start.
#[must_use]
pub fn bare(words: &[Word]) -> Option<usize> {
    let taken = BARE.longest(words)?;
    let lone = taken == 1;
    let told = words.get(1..).is_some_and(|rest| SAYING.longest(rest).is_some());
    if told {
        return None;
    }
    (!lone || words.len() == 1).then_some(taken)
}

/// Whether "please" and its kin only pay respect here.
#[must_use]
pub fn is_courtesy(after: &[Word]) -> bool {
    COURTESIES.longest(after).is_some()
}

//! Questions that want no answer: anger with a question mark, greetings,
//! calls for attention.

use std::sync::LazyLock;

use crate::document::cue::{Table, Word, Words};

/// Starts of questions that are reproaches.
static REPROACHES: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "are you ?all|even|guys|people|lot|actually kidding|joking|serious|mad|insane|blind|deaf|stupid|having|proud|idiots",
        "are you people|lot|seriously|honestly|for",
        "you kidding|joking|serious|people|lot",
        "is|was this|that|it some|supposed|meant|really|seriously|even",
        "is|was this|that ?* ?* ?* joke|wind|scam|idea",
        "is this|that how|all|what you|your",
        "is it|that ?really|so too|that|asking hard|difficult|much",
        "is it any wonder|surprise",
        "since when",
        "what kind|sort|type|kinda ?of ?a ?* company|business|people|place|outfit|joke|organisation|organization|shop|bank|airline|hotel|nonsense|operation|person|shambles|circus|idiot|excuse",
        "what kind|sort|type of ?customer service|support is|are|do|does|was",
        "what part of",
        "what is|was|exactly ?is ?the point|purpose",
        "what is|are wrong with you|your|this|these|them",
        "whats ?the wrong|matter|point with|of|in|you ?* ?* ?* ?*",
        "what ?the|on|in hell|heck|earth|planet|fuck|actual|gods",
        "what a|an|gives",
        "what in|on the|earth",
        "what am i paying|supposed|meant|even",
        "what more|else must|am i|we",
        "what do you people|even|lot|take|actually",
        "what have you people|got|all",
        "what happened to ?good|old|proper customer|service|manners|standards|quality",
        "what are you people|lot|guys even|all|doing|playing|paid",
        "who treats|knew|cares|thought|would|even|in|on|does|hires|behaves ?* ?*",
        "who runs|trains|designs|designed this|you|your|these",
        "how hard|difficult can|is|could it|that|this",
        "how dare",
        "how many|much times|more ?times|chances|calls ?do|must|have|will|does i|we",
        "how many times",
        "how is|was|are that|they|you ?* ?* ?*",
        "how is this|it ?* fair|ok|okay|acceptable|right|possible|even|legal|service|allowed|good|still",
        "how can|could|do you|anyone|anybody|someone|somebody|people ?* ?* be|treat|let|charge|justify|sleep|expect|think|live|stay|lose|mess|run|get",
        "how can|could it|this|that a|be|take|even|happen",
        "how would you feel|like",
        "how stupid|rude|pathetic|ridiculous",
        "why should|must|bother ?on ?earth ?i|we|customers|anyone",
        "why the|on|in hell|heck|earth|world",
        "why oh",
        "why cant you|they|your ?people|lot just|people|ever|do|get|read",
        "why would i|anyone|anybody|we",
        "why am i paying|even|still|always|bothering",
        "why do i|we even|always|bother|have",
        "why do you people|even|bother|lot",
        "why is it|this|that ?always so|always|never|such",
        "why does nobody|nothing|everything|no",
        "why is nobody|no|everything|nothing",
        "do you people|lot|even|ever|actually|realise|realize|understand|care|honestly|seriously|call",
        "do you guys even|ever|actually|really|care",
        "do you really|honestly think|expect|believe",
        "do you know how many|long ?hours|i|hard|much|bad|frustrating|embarrassing|stressful|upset ?*",
        "do you think im|i|we|people|thats|its ?a ?am|are|have|stupid|fair|funny|acceptable|ok",
        "do i|we look|really|seriously|even|matter",
        "do i|we have|need to ?* spell|beg|shout|chase|repeat|remind|cry",
        "does|did anyone|anybody|nobody|someone even|actually|care|read|work|check|bother|listen|there|ever|look",
        "does this|that|it seem|look|sound|strike ?me|you ?as ?a ?bit ?like normal|right|fair|ok|okay|acceptable|good|you|a",
        "does nobody|no",
        "am i|are|we we|i|supposed ?just|meant|expected ?to ?just sit|wait|live|believe|beg|guess|starve|sleep",
        "am i invisible|mad|losing|talking|asking|speaking|stupid",
        "can you believe|imagine|even|people|lot|seriously|honestly",
        "can it|this|things get ?any worse",
        "could you be|have|people any|been|even",
        "would you accept|tolerate|believe it|this|that",
        "would you like|want ?it it|to|your if|be|pay|mother|mum|family|kids",
        "would you be happy|pleased|satisfied|ok|okay",
        "have you people|lot|ever|no|even|actually|seriously|lost",
        "did you even|actually|people|bother|lot|honestly",
        "didnt|dont|doesnt|isnt|arent|wasnt|shouldnt|havent|hasnt|couldnt you|they|i|anyone|anybody|we people|think|care|even|bother|deserve|matter|realise|just",
        "should i|we|customers really|be|have|just surprised|to|laugh|thank|accept|expect",
        "where do|did i|we even|begin|start",
        "where is|are|has the|your|all ?* logic|respect|sense|service|justice|manners|humanity|dignity|shame",
        "when will you|they people|learn|ever",
        "will you ever|people|lot",
        "guess|know|see what",
        "so what|much",
        "sound|sounds familiar",
        "wtf|wth",
        "is nobody|noone|no",
        "is anyone|anybody even|actually|there|here|home|reading|listening|awake|alive|around",
        "where were|was you|the ?* when",
    ])
});

/// Reproaches only when hardly anything follows.
static CURT: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "is this|that|it ?* ok|okay|right|acceptable|normal|fair|it|what|allowed|usual",
        "why is|are this|that|it",
        "how is this|that",
        "what is this|that",
        "whats this|that",
        "remember me|us",
        "make|makes sense",
        "coincidence",
        "anyone else",
        "ring ?* bell|bells",
    ])
});

/// Greetings and calls for attention.
static ATTENTION: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "how are|r you|things|u|we|ya",
        "how do you do",
        "hows|how ?is it|things|life|everything|your|you ?going|today|day|*",
        "are you|u well|ok|okay|there|still|alright|a|real ?there|with|bot|robot|human|person|*",
        "you there|ok|still",
        "anyone|anybody|somebody|someone there|here|home|around|alive|awake|reading|listening",
        "can|do you ?* hear|read|see me|this|us",
        "whats up|new|happening",
        "sup|alright|hello|hi|hey|yo",
        "hope you|all|this",
        "can|could|may i|we ?just ask you|a|something ?a ?quick|question|something",
        "is this a|the real|human|bot|person|robot",
        "am i talking|speaking|chatting to|with",
    ])
});

/// Single words that ask nothing even with a question mark.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    what really seriously hello hi hey right ok okay yes no huh eh sorry pardon lol hmm see you me \
    why who how remember excuse understand understood correct again wow oh",
    )
});

/// Whether the question that `words` ask wants no answer. `words` begin at the
/// question's first word.
#[must_use]
pub fn is_empty_question(words: &[Word]) -> bool {
    let short = words.len() == 1 && words.iter().all(|word| WORDS.has(&word.low));
    let curt = words.len() <= 5 && CURT.longest(words).is_some();
    short || curt || is_reproach(words) || (words.len() <= 6 && ATTENTION.longest(words).is_some())
}

/// Whether `words` begin like a reproach.
#[must_use]
pub fn is_reproach(words: &[Word]) -> bool {
    REPROACHES.longest(words).is_some()
}

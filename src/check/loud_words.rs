//! Lists for capital letters: words that people stress, and what stands round
//! the words on a button.

/// Words that are stressed when they stand alone in capitals.
pub const EMPHASIS: &[&str] = &[
    "not", "must", "never", "now", "all", "only", "always", "you", "your", "yours", "yourself",
    "our", "their", "very", "every", "any", "each", "both", "none", "nothing", "nobody",
    "immediately", "immediate", "urgent", "urgently", "important", "warning", "attention", "final",
    "finally", "again", "still", "already", "before", "after", "until", "unless", "today",
    "tomorrow", "twice", "once", "first", "last", "same", "different", "wrong", "correct",
    "incorrect", "exactly", "sharp", "really", "please", "cannot", "can't", "don't", "won't",
    "didn't", "doesn't", "isn't", "aren't", "wasn't", "weren't", "couldn't", "shouldn't",
    "wouldn't", "haven't", "hasn't", "mustn't", "too", "own", "entire", "whole", "fully", "actual",
    "actually", "definitely", "absolutely", "strictly", "mandatory", "compulsory", "required",
    "prohibited", "forbidden", "read", "listen", "know", "why", "what", "when", "this", "that",
    "these", "those", "are", "was", "were", "did", "does", "have", "has", "had", "will", "would",
    "should", "could", "can", "and", "but", "also", "than", "more", "less", "much", "many", "ever",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "times", "reminder",
    "notice", "deadline", "stop", "wait", "asap",
];

/// Those that are stressed beside an acronym, too: "your PIN MUST match".
pub const STRONG: &[&str] = &[
    "not", "must", "never", "only", "always", "your", "every", "both", "immediately", "cannot",
    "can't", "don't", "won't", "urgent", "urgently", "definitely", "strictly", "already",
];

/// Words of two letters that are stressed between small words.
pub const SHORT: &[&str] = &["no", "is", "do", "my", "we", "if"];

/// Endings of English words.
pub const ENDINGS: &[&str] = &[
    "ing", "tion", "sion", "ment", "ness", "able", "ible", "ful", "less", "ous", "ive", "ally",
    "edly", "ity", "ance", "ence", "days", "ates", "ised", "ized", "ated", "ered", "cked", "tted",
];

/// Words before what is pressed, typed or written on something.
pub const LABEL_BEFORE: &[&str] = &[
    "press", "pressed", "pressing", "hit", "click", "clicked", "clicking", "tap", "tapped",
    "tapping", "select", "selected", "selecting", "choose", "chose", "choosing", "pick", "type",
    "typed", "typing", "text", "texting", "texted", "reply", "answer", "enter", "entered", "say",
    "says", "said", "saying", "reads", "reading", "show", "shows", "showing", "shown", "display",
    "displays", "displayed", "marked", "mark", "labelled", "labeled", "called", "named", "titled",
    "entitled", "printed", "stamped", "set", "switch", "turn", "turned", "button", "key", "option",
    "menu", "tab", "folder", "field", "mode", "word", "words", "keyword", "heading", "voucher",
    "coupon", "promo", "use", "using", "search", "under", "subject", "status", "message", "as",
];

/// Words after what is written on something, or after a product's name.
pub const LABEL_AFTER: &[&str] = &[
    "option", "options", "tab", "menu", "page", "section", "field", "fields", "light", "mode",
    "folder", "folders", "icon", "link", "code", "screen", "status", "setting", "plan", "account",
    "card", "ticket", "tickets", "package", "membership", "tariff", "bundle", "fare", "app",
    "subscription", "range", "model", "router", "hub", "series", "sofa", "shelf", "set", "file",
    "department", "team", "website", "store", "shop", "command",
];

/// Things that bear words of every kind: `a DO NOT BEND sticker`.
pub const SIGNS: &[&str] = &[
    "sign", "signs", "label", "labels", "sticker", "stickers", "stamp", "button", "buttons", "key",
    "keys", "switch", "notice", "banner", "message", "warning",
];

/// Words that make capitals an address.
pub const ADDRESS: &[&str] = &[
    "street", "road", "avenue", "lane", "drive", "court", "house", "park", "square", "terrace",
    "crescent", "floor", "building", "suite", "box", "limited", "ltd",
];

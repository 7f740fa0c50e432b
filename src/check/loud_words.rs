//! Lists for capital letters: words that people stress, and what stands round
//! the words on a button. Parted by spaces, in small letters.

/// Words that are stressed when they stand alone in capitals.
pub const EMPHASIS: &str = "\
    not must never now all only always you your yours yourself our their note every any each \
    both none nothing nobody immediately immediate urgent urgently important warning attention \
    final finally again still already before after until unless today tomorrow twice once first \
    last same different wrong correct incorrect exactly sharp please cannot can't don't won't \
    didn't doesn't isn't aren't wasn't weren't couldn't shouldn't wouldn't haven't hasn't \
    mustn't too own entire whole fully actual actually definitely absolutely strictly mandatory \
    compulsory required prohibited forbidden read listen know why what when this that these \
    those are was were did does have has had will would should could can and but also than more \
    less much many ever two three four five six seven eight nine ten times reminder notice \
    deadline stop wait asap";

/// Those that are stressed beside an acronym, too: "your PIN MUST match".
pub const STRONG: &str = "\
    not must never only always your every both immediately cannot can't don't won't urgent \
    urgently definitely strictly already";

/// Words before the name of a product: "your SUPER SAVER".
pub const BEFORE_NAME: &str = "\
    the your our my a an this";

/// Small words, of which a name has none.
pub const SMALL: &str = "\
    the a an of to in on at by for with from we i he she it they me us him her them is be been am \
    no so as or if then there here";

/// Words of two letters that are stressed between small words.
pub const SHORT: &str = "\
    no is do my we if";

/// Words to be typed as an answer: "YES or NO".
pub const ANSWERS: &str = "\
    stop no all none";

/// Words between a button and the one who presses it.
pub const BETWEEN: &str = "\
    the on to your a an in for with it word button";

/// Endings of English words.
pub const ENDINGS: &str = "\
    ing tion sion ment ness able ible ful less ous ive ally edly ity ance ence days ates ised \
    ized ated ered cked tted";

/// Words before what is pressed, typed or written on something.
pub const LABEL_BEFORE: &str = "\
    press pressed pressing hit click clicked clicking tap tapped tapping select selected \
    selecting choose chose choosing pick type typed typing text texting texted reply answer \
    enter entered say says said saying reads reading show shows showing shown display displays \
    displayed marked mark labelled labeled called named titled entitled printed stamped set \
    switch turn turned button key option menu tab folder field mode word words keyword heading \
    voucher coupon promo use using search under subject status go open visit";

/// Words that name what directly follows them.
pub const NAMED_BEFORE: &str = "\
    code codes tabs page setting settings > » → ›";

/// Words that join a label to the one before it.
pub const JOINING: &str = "\
    and or then the > » → › / & - – +";

/// Words after what is written on something, or after a product's name.
pub const LABEL_AFTER: &str = "\
    option options tab menu page section field fields offer deal folder folders icon link code \
    screen status setting plan account card ticket tickets package membership tariff bundle \
    fare app subscription range model router hub series sofa shelf set file department team \
    website store shop command version edition";

/// Things that bear words of every kind: `a DO NOT BEND sticker`.
pub const SIGNS: &str = "\
    sign signs label labels sticker stickers stamp button buttons key keys switch notice banner \
    message warning mode light error";

/// Words that make capitals an address.
pub const ADDRESS: &str = "\
    street road avenue lane drive court house park square terrace crescent floor building suite \
    box limited ltd";

/// Whether a list holds a word, in whatever case.
#[must_use]
pub fn is_listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed.eq_ignore_ascii_case(word))
}

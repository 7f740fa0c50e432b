//! Closing words, and the name behind them: "Many thanks and best wishes, Ana".

use std::sync::LazyLock;

use crate::document::cue::{self, Table, Word, Words};
use crate::document::name::{self, Form, Name};
use crate::document::{lines, nameless, placeholder};
use crate::span::{Span, Text};

/// How far back a sign-off inside the last line is sought, in bytes.
const TAIL: usize = 160;

/// Words of which a closing must hold one.
static CORE: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    regards rgds regrads reguards sincerely faithfully truly wishes cheers thanks thank thanking ta \
    ty tysm best warmly cordially respectfully love yours bye goodbye xx xxx xo xoxo hugs gratefully \
    obliged mvg lg kr br grüßen grüsse grüße gruß gruss grussen cordialement sincèrement \
    salutations atentamente saludos saludo abrazo abrazos saluti groet groeten groetjes pozdrawiam \
    poważaniem hälsningar hilsen hilsner atenciosamente abraços cumprimentos merci gracias danke tack bedankt \
    grazie obrigado obrigada peace ciao namaste hooroo tara sláinte slán mihi manaakitanga travels \
    regard greetings jazakallah shukran diolch salamat mahalo aloha dank dankie dankjewel arigato hvala \
    tak kiitos dziękuję dziekuje shukriya dhanyavaad dhanyawad asante köszönöm aciu paldies efharisto spasibo dyakuyu \
    teşekkürler tesekkurler cám mulțumesc multumesc xiexie terima shabash wassalam mabuhay vinaka fa'afetai \
    bless blessings solidarity kindly later onwards toodles tot adieu gratitude appreciation tidings",
    )
});

/// Words that a closing may hold beside.
static FILL: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    with my our kind kindest warm warmest very many all the and to you your so much a lots again in \
    advance for now happy most good great lovely nice have take talk speak see until then next till \
    sent wish wishing from us here family everyone team hope mit freundlichen freundliche viele \
    liebe beste herzliche un una cordial med vänliga venlig vennlig vennlige bien à vous met \
    vriendelijke distinti cordiali z meilleures amicales bästa mvh be of on behalf this season \
    greetings big beaucoup mille muchas vielen hartelijk så mycket safe god look after yourself very respect ever as always help patience time \
    understanding custom order choosing writing message mes meus melhores los mejores ngā nga ra",
    )
});

/// Words that a closing before a name does not end with.
static OPEN: LazyLock<Words> = LazyLock::new(|| {
    Words::new("for the your to a an of with my and our from on be have in at until")
});

/// First words of "have a lovely day", "speak soon", "take care".
static WISHES: LazyLock<Table> = LazyLock::new(|| {
    Table::new(&[
        "have|enjoy|wishing|hope|happy|merry ?you ?have ?a|an|the|your|all ?* ?* ?* day|weekend|evening",
        "have|enjoy|wishing|hope ?you ?have ?a|an|the|your ?* ?* week|one|trip|holiday|night|afternoon",
        "have|enjoy|wishing|happy|merry ?you ?a|an|the|your ?* ?* time|christmas|easter|new|journey ?year",
        "have|enjoy|wishing ?you ?a|an|the|your ?* ?* visit|stay|flight|summer|winter|break",
        "speak|talk|see|chat|catch ?to|you|up ?with ?you soon|then|later|tomorrow|next ?time",
        "until|till then|soon|later|tomorrow|next ?time",
        "take|stay|keep|be ?very ?good care|safe|well",
        "all the|my best",
        "much obliged|appreciated|love",
        "bye ?for ?now",
        "looking forward to hearing from you ?soon",
    ])
});

/// Whether the line is a closing and nothing else: "Many thanks and best
/// wishes,". Told by its words, all of which closings are made of.
#[must_use]
pub fn is_closing(text: &str, line: Span<Text>) -> bool {
    let line = lines::trim(text, line);
    let words = line.of(text);
    if words.len() > 90 || words.ends_with('?') {
        return false;
    }
    let words = cue::words(text, line);
    let sentence = line.of(text).ends_with('.') && words.len() > 4;
    !sentence && is_closing_words(&words)
}

fn is_closing_words(words: &[Word]) -> bool {
    let known = |word: &Word| CORE.has(&word.low) || FILL.has(&word.low);
    let core = words.iter().any(|word| CORE.has(&word.low));
    let wish = WISHES.longest(words) == Some(words.len());
    (1..=10).contains(&words.len()) && ((core && words.iter().all(known)) || wish)
}

/// A closing and a name on one line, at its end: "Best regards, Ioana", "ta,
/// Dmitri", "... on Thursday. Until then, all good wishes, Helen". The span is
/// that of the closing with the name.
#[must_use]
pub fn inline(text: &str, row: Span<Text>) -> Option<(Span<Text>, Name)> {
    let mut start = row.start.max(row.end.saturating_sub(TAIL));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let words = cue::words(text, Span::new(start, row.end));
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let head = rest.first()?;
        let opens = at == 0 && start == row.start || head.mark.is_some();
        let loud = matches!(head.low.as_str(), "thanks" | "cheers" | "ta" | "ty" | "regards");
        (opens || loud)
            .then(|| after_closing(text, rest, row.end, head.mark.is_some() || at == 0))
            .flatten()
    })
}

/// The longest closing at the start of `words` that a name follows to the end.
fn after_closing(
    text: &str,
    words: &[Word],
    end: usize,
    opens: bool,
) -> Option<(Span<Text>, Name)> {
    let start = words.first()?.span.start;
    (1..words.len().min(9)).rev().find_map(|taken| {
        let closing = words.get(..taken).filter(|words| is_closing_words(words))?;
        let open = closing.last().is_some_and(|word| OPEN.has(&word.low));
        if open {
            return None;
        }
        let next = words.get(taken)?;
        let rest: Span<Text> = Span::new(closing.last()?.span.end, end);
        let tail = rest
            .of(text)
            .trim_start_matches([',', '.', '!', ' ', '-', '–', '—', ';', '~', ':', '\u{A0}']);
        let name = signed(text, Span::new(end - tail.len(), end))?;
        let small = name.form == Form::Small;
        let lone = words.len() == taken + 1;
        let marked = next.mark.is_some_and(|mark| !matches!(mark, '.' | '!' | '?'));
        let loud = taken == 1 && opens;
        let sure = !small || (lone && (marked || loud));
        sure.then_some((Span::new(start, end), name))
    })
}

/// A dash and a name at the end of a line: "have a good weekend - Lucy".
#[must_use]
pub fn dashed(text: &str, row: Span<Text>) -> Option<(Span<Text>, Name)> {
    let words = row.of(text);
    let (at, dash) = words.char_indices().rev().take(80).find(|(at, c)| {
        let before = words.get(..*at).unwrap_or_default();
        let free = before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric());
        matches!(c, '–' | '—' | '~') || (*c == '-' && free)
    })?;
    let span = Span::new(row.start + at + dash.len_utf8(), row.end);
    let name = signed(text, lines::trim(text, span))?;
    Some((Span::new(row.start + at, row.end), name))
}

/// The name that a row of a signature is, with or without a dash before it.
#[must_use]
pub fn signed(text: &str, row: Span<Text>) -> Option<Name> {
    let words = row.of(text);
    let bare = words.trim_start_matches(['-', '–', '—', '~', '*', '_', '(', ' ', '/', '\u{A0}']);
    let bare = ["xo ", "xx ", "love ", "Love "]
        .iter()
        .find_map(|kiss| bare.strip_prefix(kiss))
        .unwrap_or(bare);
    let bracket = bare.split_once(')').filter(|(title, _)| title.len() <= 8 && words.contains('('));
    let bare = bracket.map_or(bare, |(_, name)| name.trim_start());
    let span = Span::new(row.end - bare.len(), row.end);
    if let Some(found) = placeholder::at(text, span.start) {
        let who = found.who(text)?;
        let form = Form::Placeholder;
        let agent = who != placeholder::Who::Customer;
        return agent.then_some(Name { span: found.span, bare: found.span, form });
    }
    let found = name::whole(text, span)?;
    let team = found
        .span
        .of(text)
        .split_whitespace()
        .any(|word| nameless::is_organisation(&cue::fold(word)));
    (!team).then_some(found)
}

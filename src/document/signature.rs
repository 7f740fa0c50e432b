//! The end of a mail: closing words, the name under them, the block of names
//! and numbers, phone signatures and disclaimers.

use crate::document::cue::{self, Word};
use crate::document::lines;
use crate::document::name::{self, Form, Name};
use crate::document::{disclaimer, placeholder};
use crate::span::{Span, Text};

/// How many lines from the bottom up may belong to a signature.
const ROWS: usize = 14;
/// The longest line of a signature, in characters.
const LINE: usize = 72;
/// How far back a sign-off inside the last line is sought, in bytes.
const TAIL: usize = 160;

/// The end of a mail or a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ending {
    /// "Kind regards," with the name when both share a line.
    pub closing: Option<Span<Text>>,
    /// The block under the closing, up to the disclaimer.
    pub signature: Option<Span<Text>>,
    /// The paragraphs of small print.
    pub disclaimer: Option<Span<Text>>,
    /// "P.S. ..." under the signature: own words again.
    pub postscript: Option<Span<Text>>,
    /// The name signed with.
    pub name: Option<Name>,
}

/// Words of which a closing must hold one.
const CORE: &str = "\
    regards rgds regrads reguards sincerely faithfully truly wishes cheers thanks thank thanking ta \
    ty tysm best warmly cordially respectfully love yours bye goodbye xx xxx xo xoxo hugs gratefully \
    obliged mvg lg kr br grüßen grüsse grüße gruß gruss grussen cordialement sincèrement \
    salutations atentamente saludos saludo abrazo abrazos saluti groet groeten groetjes pozdrawiam \
    poważaniem hälsningar hilsen hilsner atenciosamente abraços cumprimentos merci gracias danke tack bedankt \
    grazie obrigado obrigada peace ciao namaste hooroo tara sláinte slán mihi manaakitanga travels \
    bless blessings solidarity kindly later onwards toodles tot adieu gratitude appreciation tidings";

/// Words that a closing may hold beside.
const FILL: &str = "\
    with my our kind kindest warm warmest very many all the and to you your so much a lots again in \
    advance for now happy most good great lovely nice have take talk speak see until then next till \
    sent wish wishing from us here family everyone team hope mit freundlichen freundliche viele \
    liebe beste herzliche un una cordial med vänliga venlig vennlig vennlige bien à vous met \
    vriendelijke distinti cordiali z meilleures amicales bästa mvh be of on behalf this season \
    greetings big beaucoup mille muchas vielen hartelijk så mycket safe god look after yourself very respect ever as always help patience time \
    understanding custom order choosing writing message mes meus melhores los mejores ngā nga ra";

/// Words that a closing before a name does not end with.
const OPEN: &str = "for the your to a an of with my and our from on be have in at until";

/// First words of "have a lovely day", "speak soon", "take care".
const WISHES: &[&str] = &[
    "have|enjoy|wishing|hope|happy|merry ?you ?a|an|the|your|have * ?* ?* ?*",
    "speak|talk|see|chat|catch|hear|until|till ?to|you|from|up ?you soon|then|later|tomorrow|next ?time",
    "take|stay|keep|be care|safe|well",
    "all the|my best",
    "much obliged|appreciated|love",
    "bye ?for ?now",
    "looking forward to hearing from you ?soon",
];

/// Starts of lines that a phone or a mailer adds. Lower case.
const DEVICES: &[&str] = &[
    "sent from", "sent via", "sent by", "sent with", "get outlook for", "von meinem", "gesendet von",
    "envoyé de", "envoyé depuis", "enviado desde", "enviado do", "enviado de", "inviato da",
    "verzonden vanaf", "verstuurd vanaf", "wysłane z", "skickat från", "sendt fra", "scanned by",
];

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
    let known = |word: &Word| cue::within(CORE, &word.low) || cue::within(FILL, &word.low);
    let core = words.iter().any(|word| cue::within(CORE, &word.low));
    let wish = cue::longest(WISHES, words) == Some(words.len());
    (1..=10).contains(&words.len()) && ((core && words.iter().all(known)) || wish)
}

/// Reads the end of `span`. Its first line is never signature.
#[must_use]
pub fn read(text: &str, span: Span<Text>) -> Ending {
    let whole = lines::trim(text, span);
    let disclaimer = disclaimer::find(text, whole);
    let end = disclaimer.map_or(whole.end, |found| found.start);
    let body = lines::trim(text, Span::new(whole.start, end));
    let rows: Vec<Span<Text>> = lines::up(text, body)
        .map(|row| lines::trim(text, row))
        .filter(|row| !row.is_empty())
        .take(ROWS + 1)
        .collect();
    let after = rows.iter().take(6).position(|row| is_postscript(row.of(text)));
    let postscript = after.and_then(|at| rows.get(at)).map(|row| Span::new(row.start, body.end));
    let rows = rows.get(after.map_or(0, |at| at + 1)..).unwrap_or_default();
    let ending = rows_ending(text, rows);
    let found = ending.signature.is_some() || ending.closing.is_some();
    Ending { disclaimer, postscript: postscript.filter(|_| found), ..ending }
}

fn is_postscript(row: &str) -> bool {
    let head = row.get(..2).unwrap_or_default().eq_ignore_ascii_case("ps");
    let dotted = row.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("p.s"));
    dotted || (head && row.get(2..).is_some_and(|rest| rest.starts_with([' ', ':', '.', ','])))
}

/// The ending told from the lowest rows, last first.
fn rows_ending(text: &str, rows: &[Span<Text>]) -> Ending {
    let Some(last) = rows.first() else { return Ending::default() };
    let block = |from: Span<Text>| Some(Span::new(from.start, last.end));
    let devices = rows.iter().take(2).take_while(|row| is_device(row.of(text))).count();
    let cut = rows.iter().skip(devices).position(|row| is_rule(text, *row)).map(|at| at + devices);
    let ruled = cut.filter(|at| *at + 1 < rows.len() && is_block(text, rows.get(..*at)));
    if let Some(at) = ruled {
        let upper = rows.get(at + 1..).map(|rows| closed(text, rows)).unwrap_or_default();
        let below = rows.get(..at).and_then(|rows| top_name(text, rows));
        let top = upper.signature.or_else(|| rows.get(at).copied());
        return Ending { signature: top.and_then(block), name: upper.name.or(below), ..upper };
    }
    let device = devices.checked_sub(1).and_then(|at| rows.get(at)).filter(|_| devices < rows.len());
    let upper = rows.get(device.map_or(0, |_| devices)..).unwrap_or_default();
    let ending = closed(text, upper);
    let ending = if ending == Ending::default() { unclosed(text, upper) } else { ending };
    let top = ending.signature.or(device.copied());
    Ending { signature: top.and_then(block), ..ending }
}

/// A line that a phone adds: "Sent from my iPhone".
fn is_device(row: &str) -> bool {
    let low: String = row.chars().take(24).flat_map(char::to_lowercase).collect();
    row.chars().count() <= LINE && DEVICES.iter().any(|start| low.starts_with(start))
}

/// The line above a signature: `-- `, a long dash, a rule.
fn is_rule(text: &str, row: Span<Text>) -> bool {
    let words = row.of(text);
    words.chars().count() >= 2 && words.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '='))
        || words == "—"
}

fn is_block(text: &str, rows: Option<&[Span<Text>]>) -> bool {
    rows.is_some_and(|rows| !rows.is_empty() && rows.iter().all(|row| is_entry(text, *row)))
}

/// Whether a row may stand in a signature: short, and no sentence.
fn is_entry(text: &str, row: Span<Text>) -> bool {
    let words = row.of(text);
    let bare = words.split(" (").next().unwrap_or_default();
    let count = bare.split_whitespace().count();
    let marked = words.contains(['|', '@', '+', '·', '•']) || words.contains("://");
    let sentence = words.ends_with(['.', '!', '?']) && count >= 5;
    !words.ends_with('?') && words.chars().count() <= LINE && (marked || !sentence && count <= 9)
}

/// An ending with closing words: on a row of their own, or before the name.
fn closed(text: &str, rows: &[Span<Text>]) -> Ending {
    for (at, row) in rows.iter().enumerate() {
        let below = rows.get(..at).unwrap_or_default();
        let block = below.last().map(|top| Span::new(top.start, rows.first().map_or(0, |r| r.end)));
        if is_closing(text, *row) {
            let above = rows.iter().skip(at + 1).take_while(|row| is_closing(text, **row)).last();
            let above = above.filter(|row| !greets(text, **row));
            let start = above.map_or(row.start, |above| above.start);
            let closing = Some(Span::new(start, row.end));
            return Ending { closing, signature: block, name: top_name(text, below), ..Ending::default() };
        }
        if at + 1 < rows.len() || at == 0 {
            if let Some((closing, name)) = inline(text, *row) {
                let name = Some(name);
                return Ending { closing: Some(closing), signature: block, name, ..Ending::default() };
            }
        }
        if !is_entry(text, *row) {
            break;
        }
    }
    Ending::default()
}

fn greets(text: &str, row: Span<Text>) -> bool {
    row.of(text).trim_start().to_lowercase().starts_with("thank") && row.len() > 30
}

/// The name in the two highest rows of a block.
fn top_name(text: &str, rows: &[Span<Text>]) -> Option<Name> {
    rows.iter().rev().take(2).find_map(|row| signed(text, *row))
}

/// The name that a row of a signature is, with or without a dash before it.
#[must_use]
pub fn signed(text: &str, row: Span<Text>) -> Option<Name> {
    let words = row.of(text);
    let bare = words.trim_start_matches(['-', '–', '—', '~', '*', '_', '(', ' ', '/', '\u{A0}']);
    let bare = ["xo ", "xx ", "love ", "Love "].iter().find_map(|kiss| bare.strip_prefix(kiss)).unwrap_or(bare);
    let span = Span::new(row.end - bare.len(), row.end);
    if let Some(found) = placeholder::at(text, span.start) {
        let who = found.who(text)?;
        let form = Form::Placeholder;
        let agent = who != placeholder::Who::Customer;
        return agent.then_some(Name { span: found.span, bare: found.span, form });
    }
    let found = name::whole(text, span)?;
    let team = found.span.of(text).split_whitespace().any(|word| name::is_organisation(&cue::fold(word)));
    (!team).then_some(found)
}

/// An ending without closing words: a name, alone on a row under a sentence,
/// perhaps with a block under it.
fn unclosed(text: &str, rows: &[Span<Text>]) -> Ending {
    let entries = rows.iter().take_while(|row| is_entry(text, **row)).count();
    for at in (0..entries.min(7)).rev() {
        let (Some(row), Some(above)) = (rows.get(at), rows.get(at + 1)) else { continue };
        let Some(name) = signed(text, *row).filter(|name| at == 0 || name.form != Form::Small) else {
            continue;
        };
        let gap = text.get(above.end..row.start).unwrap_or_default().matches('\n').count() > 1;
        let short = above.of(text).chars().nth(44).is_none() && at == 0;
        let ends = above.of(text).ends_with(|c: char| !c.is_alphanumeric());
        if !(gap || ends || short) {
            continue;
        }
        let comma = above.of(text).ends_with(',') && is_entry(text, *above);
        let closing = comma.then_some(*above);
        let signature = Some(Span::new(row.start, rows.first().map_or(row.end, |last| last.end)));
        return Ending { closing, signature, name: Some(name), ..Ending::default() };
    }
    let last = rows.first().and_then(|row| inline(text, *row).or_else(|| dashed(text, *row)));
    let name = last.map(|(_, name)| name);
    Ending { name, ..Ending::default() }
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
        (opens || loud).then(|| after_closing(text, rest, row.end, head.mark.is_some() || at == 0)).flatten()
    })
}

/// The longest closing at the start of `words` that a name follows to the end.
fn after_closing(text: &str, words: &[Word], end: usize, opens: bool) -> Option<(Span<Text>, Name)> {
    let start = words.first()?.span.start;
    (1..words.len().min(9)).rev().find_map(|taken| {
        let closing = words.get(..taken).filter(|words| is_closing_words(words))?;
        let open = closing.last().is_some_and(|word| cue::within(OPEN, &word.low));
        if open {
            return None;
        }
        let next = words.get(taken)?;
        let rest: Span<Text> = Span::new(closing.last()?.span.end, end);
        let tail = rest.of(text).trim_start_matches([',', '.', '!', ' ', '-', '–', '—', ';', '~', ':', '\u{A0}']);
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

//! Placeholders of help desks, and whose name they hold.

use crate::document::lines;
use crate::span::{Span, Text};

/// The longest placeholder, in bytes.
const LONGEST: usize = 240;

/// The way a help desk writes its placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// `{{{Recipient.FirstName}}}`: Salesforce Lightning.
    TripleBrace,
    /// `{{ticket.requester.first_name}}`: Zendesk, Freshdesk, Intercom, Front ...
    DoubleBrace,
    /// `{%customer.firstName,fallback=there%}`: Help Scout; Liquid tags.
    BracePercent,
    /// `${Contacts.First Name}`: Zoho.
    DollarBrace,
    /// `{!Contact.FirstName}`: Salesforce Classic.
    BangBrace,
    /// `%{ticket.name.first}`: osTicket.
    PercentBrace,
    /// `#{ticket.customer.firstname}`: Zammad.
    HashBrace,
    /// `[[ticket.requester.first_name]]`; `[[MISSING TOKEN ...]]`: `HubSpot`.
    DoubleSquare,
    /// `<attribute key="user.name" default="there"/>`: Intercom's HTML.
    Attribute,
    /// `<cs:parser>...</cs:parser>`: `SuperOffice`.
    Parser,
    /// `{$ticket.title}`: Helprace.
    BraceDollar,
    /// `*|FNAME|*`: Mailchimp.
    StarBar,
    /// `<%= name %>`: templates of programs.
    AnglePercent,
    /// `%customer.firstname%`: `SuperOffice`.
    Percent,
    /// `{customer_name}`: plain libraries, Live Helper Chat.
    Brace,
    /// `[First Name]`: plain libraries.
    Square,
}

/// Whose name a placeholder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The customer's.
    Customer,
    /// The agent's.
    Agent,
    /// The one's or the other's, depending on the help desk.
    Either,
}

/// A placeholder with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placeholder {
    /// All of it, with its braces.
    pub span: Span<Text>,
    /// What is between the braces, without white space and fallback.
    pub key: Span<Text>,
    /// How it is written.
    pub dialect: Dialect,
    /// The words used when the value is missing.
    pub fallback: Option<Span<Text>>,
}

/// Opening, closing and dialect; the longest opening first.
const FORMS: &[(&str, &str, Dialect)] = &[
    ("{{{", "}}}", Dialect::TripleBrace),
    ("{{", "}}", Dialect::DoubleBrace),
    ("{%", "%}", Dialect::BracePercent),
    ("${", "}", Dialect::DollarBrace),
    ("{!", "}", Dialect::BangBrace),
    ("%{", "}", Dialect::PercentBrace),
    ("#{", "}", Dialect::HashBrace),
    ("[[", "]]", Dialect::DoubleSquare),
    ("<attribute key=\"", "/>", Dialect::Attribute),
    ("<cs:parser>", "</cs:parser>", Dialect::Parser),
    ("{$", "}", Dialect::BraceDollar),
    ("*|", "|*", Dialect::StarBar),
    ("<%", "%>", Dialect::AnglePercent),
    ("%", "%", Dialect::Percent),
    ("{", "}", Dialect::Brace),
    ("[", "]", Dialect::Square),
];

/// Words of which `[such a thing]` must hold one to be a placeholder.
const FILL_INS: &str = "\
    name first last full customer client order number no date day time link url amount price \
    product item company agent your their email phone address insert reason title city code \
    details ref reference id account ticket case team department website signature tracking";

/// Last parts of keys that hold a name, without `_`, spaces and case.
const NAMES: &str = "\
    firstname name nickname nick fullname displayname lastname surname fname lname screenname \
    first last operator";

/// Heads of keys that mean the customer.
const CUSTOMERS: &str = "\
    requester customer customers contact contacts recipient visitor lead client guest subscriber \
    shopper buyer fname";

/// Heads of keys that mean the agent.
const AGENTS: &str = "\
    currentuser agent staff operator sender owner assignee author teammate your my rep employee \
    signature advisor specialist";

/// The placeholder that begins at byte `at`.
///
/// A single pair of braces counts only round a key of letters, a square
/// bracket only round words that are filled in ("[Your Name]") and not before
/// a link's address.
#[must_use]
pub fn at(text: &str, at: usize) -> Option<Placeholder> {
    let rest = text.get(at..)?;
    FORMS.iter().filter(|(open, ..)| rest.starts_with(open)).find_map(|(open, shut, dialect)| {
        let inner = inside(rest.get(open.len()..)?, open, shut)?;
        let start = at + open.len();
        let content = Span::new(start, start + inner);
        let span = Span::new(at, content.end + shut.len());
        let (key, fallback) = parts(text, content, *dialect);
        let found = Placeholder { span, key, dialect: *dialect, fallback };
        found.is_real(text).then_some(found)
    })
}

/// How many bytes lie before `shut`, on one line and without another opening
/// mark, so that a row of unclosed ones costs no more than its length.
fn inside(rest: &str, open: &str, shut: &str) -> Option<usize> {
    let nested = open.chars().next().filter(|c| matches!(c, '[' | '<')).unwrap_or('{');
    let stops = |c: char| c == '\n' || c == nested || shut.starts_with(c);
    let near = rest.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let stop = near.into_iter().find(|(_, c)| stops(*c)).map(|(at, _)| at)?;
    let here = rest.get(stop..)?;
    (stop > 0 && here.starts_with(shut)).then_some(stop)
}

/// The key and the fallback inside the braces.
fn parts(text: &str, content: Span<Text>, dialect: Dialect) -> (Span<Text>, Option<Span<Text>>) {
    let words = content.of(text);
    let cut = match dialect {
        Dialect::Attribute => words.find('"'),
        Dialect::BracePercent => words.find(','),
        _ => words.find(['|', ',']),
    };
    let end = cut.map_or(content.end, |cut| content.start + cut);
    let mut key = lines::trim(text, Span::new(content.start, end));
    while key.of(text).starts_with(['=', '-', '!']) {
        key = lines::trim(text, Span::new(key.start + 1, key.end));
    }
    (key, fallback(text, Span::new(end, content.end)))
}

/// The words to fall back on: quoted, or behind `fallback=`, `|` or a comma.
fn fallback(text: &str, span: Span<Text>) -> Option<Span<Text>> {
    let words = span.of(text);
    let from = words.rfind(['=', ':', '|', ',']).map(|at| at + 1)?;
    let sides = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let tail = words.get(from..)?;
    let bare = tail.trim_matches(sides);
    let start = span.start + from + tail.len() - tail.trim_start_matches(sides).len();
    (!bare.is_empty() && !bare.contains('(')).then(|| Span::new(start, start + bare.len()))
}

impl Placeholder {
    fn is_real(&self, text: &str) -> bool {
        let key = self.key.of(text);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ' ' | '/' | '-');
        match self.dialect {
            Dialect::Brace => {
                key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(plain)
            }
            Dialect::Percent => {
                key.len() > 2
                    && self.key.len() + 2 == self.span.len()
                    && key.starts_with(|c: char| c.is_ascii_alphabetic())
                    && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
            }
            Dialect::Square => self.is_fill_in(text),
            _ => !key.is_empty(),
        }
    }

    /// Whether `[...]` holds words to be filled in.
    fn is_fill_in(&self, text: &str) -> bool {
        let low = self.key.of(text).to_lowercase();
        let words: Vec<&str> = low.split(|c: char| !c.is_alphabetic()).collect();
        let link = lines::char_at(text, self.span.end) == Some('(');
        let letters = low.chars().all(|c| c.is_alphanumeric() || " _-'’/.#:".contains(c));
        let known = |word: &&str| is_listed(FILL_INS, word) || is_listed(NAMES, word);
        !link && letters && words.len() <= 6 && words.iter().any(known)
    }

    /// Whose name it holds; none when it holds no name.
    ///
    /// `user.` is the customer in Intercom and the agent in Front, Zammad, Zoho
    /// and Zendesk's contact centre, so it is [`Who::Either`].
    #[must_use]
    pub fn who(&self, text: &str) -> Option<Who> {
        let key = self.key.of(text).to_lowercase();
        let parts: Vec<String> =
            key.split('.').map(|part| part.replace(['_', '-', ' '], "")).collect();
        let words: Vec<&str> = key.split(|c: char| !c.is_alphanumeric()).collect();
        let last = parts.last().map(String::as_str).unwrap_or_default();
        let tail = words.last().copied().unwrap_or_default();
        if !is_listed(NAMES, last) && !is_listed(NAMES, tail) {
            return None;
        }
        let any = |list| {
            parts.iter().any(|part| is_listed(list, part))
                || words.iter().any(|w| is_listed(list, w))
        };
        Some(match (any(CUSTOMERS), any(AGENTS)) {
            (false, true) => Who::Agent,
            (true, false) => Who::Customer,
            _ => Who::Either,
        })
    }
}

fn is_listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

//! What the customer asks: questions with and without a question mark, and
//! requests, each as a clause of its own.
//!
//! Read clause by clause: words that begin a question or a request are looked
//! for where a clause begins, a few that cannot mistake ("could you", "I'd
//! like") anywhere. Reproaches in the form of questions, courtesies, quoted
//! words and the signature are left out.

use crate::document::cue::{self, Word};
use crate::document::{asking, lines, quote, rhetoric, sentence, signature};
use crate::span::{Span, Text};

/// The longest sentence that is read at once, in bytes.
const LONGEST: usize = 4096;
/// The longest quotation inside a sentence, in bytes.
const SAYING: usize = 400;

/// Something the customer asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// The clause.
    pub span: Span<Text>,
    /// Question or request.
    pub kind: Kind,
}

/// The kinds of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It wants an answer.
    Question,
    /// It wants something done.
    Request,
}

/// Everything `message` asks, in text order.
#[must_use]
pub fn find(message: &str) -> Vec<Request> {
    let mut out = Vec::new();
    for range in own(message) {
        let words = range.of(message);
        let said = quoted(message, range);
        for sentence in sentence::split(words) {
            for piece in pieces(message, sentence.shift(range.start)) {
                read(message, piece, &said, &mut out);
            }
        }
    }
    out
}

/// The customer's own words: without quoted mail, closing and signature.
fn own(message: &str) -> Vec<Span<Text>> {
    let quotes = quote::find(message).spans;
    let mut out = Vec::new();
    let mut start = 0;
    for quote in quotes.iter().copied().chain([Span::new(message.len(), message.len())]) {
        let span = lines::trim(message, Span::new(start, quote.start));
        if !span.is_empty() {
            out.push(span);
        }
        start = quote.end;
    }
    if let Some(last) = out.last_mut() {
        let ending = signature::read(message, *last);
        let block = ending.closing.filter(|_| ending.postscript.is_none()).or(ending.signature);
        let one_line = !last.of(message).contains('\n');
        if let Some(block) = block.filter(|part| part.start > last.start && !one_line) {
            last.end = block.start;
        }
    }
    out
}

/// The words between double quotation marks: somebody else's.
fn quoted(message: &str, range: Span<Text>) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in range.of(message).char_indices() {
        let at = range.start + at;
        match (c, open) {
            ('"' | '“' | '”' | '«' | '»', Some(start)) if at - start < SAYING => {
                out.push(Span::new(start, at));
                open = None;
            }
            ('"' | '“' | '«', _) => open = Some(at),
            ('\n', _) => open = None,
            _ => {}
        }
    }
    out
}

/// A sentence, cut where it is too long to be one.
fn pieces(text: &str, sentence: Span<Text>) -> Vec<Span<Text>> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let mut end = start + LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(start..end).unwrap_or_default();
        let end = head.rfind(char::is_whitespace).filter(|at| *at > 0).map_or(end, |at| start + at);
        out.push(Span::new(start, end));
        start = end;
    }
    out.push(Span::new(start, sentence.end));
    out
}

/// A place where asking begins.
struct Start {
    /// Index of its first word.
    at: usize,
    /// How many words its cue takes.
    taken: usize,
    kind: Kind,
}

/// Reads what one sentence asks.
fn read(text: &str, sentence: Span<Text>, said: &[Span<Text>], out: &mut Vec<Request>) {
    let words = cue::words(text, sentence);
    let near = said.partition_point(|quote| quote.end <= sentence.start);
    let said = said.get(near..).unwrap_or_default();
    let inside = |at: usize| said.iter().take(8).any(|quote| quote.start <= at && at < quote.end);
    let mark = sentence.of(text).rfind(['?', '？', '؟']).map(|at| sentence.start + at);
    let asks = mark.is_some_and(|at| !inside(at) && is_end(text.get(at..sentence.end)));
    let line = Line { words: &words, asks };
    let mut starts: Vec<Start> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let quoted = words.get(at).is_some_and(|word| inside(word.span.start));
        match line.start(at, starts.last()).filter(|_| !quoted) {
            Some(start) => {
                at = start.at + start.taken.max(1);
                merge(&mut starts, start);
            }
            None => at += 1,
        }
    }
    if starts.is_empty() && asks && !line.is_idle() {
        let first = line.first_clause();
        starts.push(Start { at: first, taken: 1, kind: Kind::Question });
    }
    emit(text, sentence, &words, &starts, out);
}

/// Whether only marks follow a question mark.
fn is_end(rest: Option<&str>) -> bool {
    rest.is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() == 0)
}

/// Adds a start; one that follows a cue without content continues it: "I am
/// begging you, unblock it".
fn merge(starts: &mut Vec<Start>, start: Start) {
    match starts.last_mut() {
        Some(last) if last.at + last.taken >= start.at => last.taken = start.at + start.taken - last.at,
        _ => starts.push(start),
    }
}

/// The starts of one sentence, as spans up to the next start.
fn emit(text: &str, sentence: Span<Text>, words: &[Word], starts: &[Start], out: &mut Vec<Request>) {
    for (at, start) in starts.iter().enumerate() {
        let Some(first) = words.get(start.at) else { continue };
        let next = starts.get(at + 1).map(|next| next.at);
        let end = next.map_or(sentence.end, |next| {
            let joint = |word: &&Word| matches!(word.low.as_str(), "and" | "or" | "but" | "also" | "so");
            let kept = words.get(..next).unwrap_or_default().iter().rev().skip_while(joint).next();
            kept.map_or(sentence.end, |word| word.span.end)
        });
        let span = lines::trim(text, Span::new(first.span.start, end.max(first.span.end)));
        out.push(Request { span, kind: start.kind });
    }
}

/// A sentence being read.
struct Line<'w> {
    words: &'w [Word],
    /// Whether it ends in a question mark of its own.
    asks: bool,
}

impl Line<'_> {
    fn from(&self, at: usize) -> &[Word] {
        self.words.get(at..).unwrap_or_default()
    }

    fn before(&self, at: usize) -> Option<&Word> {
        at.checked_sub(1).and_then(|at| self.words.get(at))
    }

    /// Whether a clause may begin at word `at`.
    fn is_clause(&self, at: usize) -> bool {
        let marked = self.words.get(at).is_some_and(|word| word.mark.is_some_and(|c| !matches!(c, '/' | '@' | '#' | '_' | '&')));
        let joined = self.before(at).is_some_and(|word| {
            matches!(word.low.as_str(), "and" | "but" | "also" | "so" | "then" | "plus" | "lol" | "n")
        });
        let led = self.words.get(..at).is_some_and(|head| asking::lead_in(head) == at);
        at == 0 || marked || joined || led
    }

    /// What begins at word `at`; `last` is what began before in the sentence.
    fn start(&self, at: usize, last: Option<&Start>) -> Option<Start> {
        let rest = self.from(at);
        if rhetoric::is_reproach(rest) && self.is_clause(at) {
            return None;
        }
        self.politely(at).or_else(|| self.plainly(at, last))
    }

    /// "please ..." and "... please".
    fn politely(&self, at: usize) -> Option<Start> {
        let rest = self.from(at);
        let first = rest.first()?;
        if !matches!(first.low.as_str(), "please" | "kindly") {
            return None;
        }
        let after = self.from(at + 1);
        let again = after.iter().take_while(|word| word.low == "please" || word.low == "kindly").count();
        let after = after.get(again..)?;
        let followed = after.first().filter(|word| !is_stop(word));
        match followed {
            Some(_) if asking::is_courtesy(after) => None,
            Some(_) => Some(Start { at, taken: again + 1, kind: kind_of(after) }),
            None => {
                let clause = (0..at).rev().find(|at| self.is_clause(*at))?;
                let lead = asking::lead_in(self.words.get(clause..at)?);
                let start = clause + lead;
                (start < at).then_some(Start { at: start, taken: at + 1 - start, kind: Kind::Request })
            }
        }
    }

    /// A question, a request or an order without "please".
    fn plainly(&self, at: usize, last: Option<&Start>) -> Option<Start> {
        let rest = self.from(at);
        let clause = self.is_clause(at);
        let opens = (clause && !self.is_relative(at)) || self.turns(at);
        let question = self.question(at).filter(|_| opens);
        if let Some(taken) = question.filter(|_| self.is_real(at)) {
            let kind = if is_ordering(rest) { Kind::Request } else { Kind::Question };
            return Some(Start { at, taken, kind });
        }
        if let Some(taken) = asking::request(rest, self.before(at)) {
            return Some(Start { at, taken, kind: kind_of(rest) });
        }
        let head = self.words.get(..at).unwrap_or_default();
        let first = asking::lead_in(head) + just(head) >= at;
        if let Some(taken) = asking::bare(rest).filter(|_| first) {
            return Some(Start { at, taken, kind: Kind::Request });
        }
        let indirect = last.is_some() && self.joins(at) && is_indirect(rest);
        if indirect {
            return Some(Start { at, taken: 1, kind: Kind::Question });
        }
        let free = first || last.is_some() || self.is_after_condition(at);
        let ordered = clause || (at > 0 && just(head) > 0 && self.is_clause(at - 1));
        let order = asking::order(rest).or_else(|| forbids(rest).filter(|_| last.is_some()));
        order.filter(|_| free && ordered).map(|taken| Start { at, taken, kind: Kind::Request })
    }

    /// The first words of a question; a sentence with a question mark may ask
    /// with any noun behind its verb: "and will contactless work".
    fn question(&self, at: usize) -> Option<usize> {
        let rest = self.from(at);
        let first = asking::lead_in(self.words) == at;
        let loose = || asking::loose(rest, first).filter(|_| self.asks);
        asking::question(rest).or_else(loose)
    }

    /// Whether a verb turns with its subject where no mark shows a clause: "no
    /// phone to log in with what do i do", "if i upgrade now do i pay twice".
    fn turns(&self, at: usize) -> bool {
        let lead = asking::lead_in(self.words);
        let first = self.words.get(lead).map(|word| word.low.as_str()).unwrap_or_default();
        let condition = matches!(first, "if" | "when" | "once" | "after");
        let rest = self.from(at);
        asking::is_plain_question(rest, self.before(at)) || at > lead + 2 && condition && asking::is_turned(rest)
    }

    /// Whether the clause at `at` only tells of the noun before it: ", who is
    /// eleven".
    fn is_relative(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let tells = matches!(word.low.as_str(), "who" | "which" | "where" | "when" | "whose");
            word.mark == Some(',') && tells && !asking::is_turned(self.from(at + 1))
        })
    }

    /// Whether the question that begins at `at` wants an answer.
    fn is_real(&self, at: usize) -> bool {
        let rest = self.from(at);
        !rhetoric::is_empty_question(rest) && (self.asks || !is_subordinate(rest))
    }

    fn joins(&self, at: usize) -> bool {
        self.before(at).is_some_and(|word| matches!(word.low.as_str(), "and" | "or" | "also"))
            || self.words.get(at).is_some_and(|word| word.mark == Some(','))
    }

    /// Whether `at` follows the comma of "if not, ...".
    fn is_after_condition(&self, at: usize) -> bool {
        let head = self.words.iter().find(|word| asking::lead_in(std::slice::from_ref(word)) == 0 || word.low == "if");
        let condition = head.is_some_and(|word| matches!(word.low.as_str(), "if" | "otherwise" | "unless" | "once" | "when" | "since" | "as"));
        condition && self.words.get(at).is_some_and(|word| word.mark == Some(','))
            || self.before(at).is_some_and(|word| matches!(word.low.as_str(), "just" | "so"))
            || self.words.get(at).is_some_and(|word| matches!(word.mark, Some(';' | ':' | '-' | '–' | '—' | '…' | '.' | ')')))
    }

    /// Whether a sentence with a question mark asks nothing.
    fn is_idle(&self) -> bool {
        let lead = asking::lead_in(self.words);
        let rest = self.from(lead);
        let clauses = (0..self.words.len()).filter(|at| self.is_clause(*at));
        rest.is_empty()
            || rhetoric::is_empty_question(rest)
            || rhetoric::is_empty_question(self.words)
            || clauses.into_iter().any(|at| rhetoric::is_reproach(self.from(at)))
    }

    /// Where the question begins when no word tells: behind a greeting.
    fn first_clause(&self) -> usize {
        asking::lead_in(self.words).min(self.words.len().saturating_sub(1))
    }
}

/// Whether a word after "please" shows that "please" ended its clause.
fn is_stop(word: &Word) -> bool {
    word.mark.is_some_and(|mark| !matches!(mark, ',' | '"' | '\'' | '*')) || matches!(word.low.as_str(), "thanks" | "thank" | "and" | "as" | "lol" | "or" | "because" | "but" | "asap")
}

fn just(head: &[Word]) -> usize {
    usize::from(head.last().is_some_and(|word| matches!(word.low.as_str(), "just" | "simply")))
}

/// A request asks for an act, a question for an answer.
fn kind_of(words: &[Word]) -> Kind {
    let asks = asking::question(words).is_some();
    if asks && !is_ordering(words) { Kind::Question } else { Kind::Request }
}

/// "could you", "can someone": a question in form, a request in fact.
fn is_ordering(words: &[Word]) -> bool {
    let modal = "can|could|would|will|cant|couldnt|wont|wouldnt";
    cue::fit(&format!("{modal} you|someone|somebody|anyone|anybody"), words).is_some()
}

/// "how it works", "whether it is", after something was asked.
fn is_indirect(rest: &[Word]) -> bool {
    rest.first().is_some_and(|word| matches!(word.low.as_str(), "how" | "what" | "when" | "whether" | "where" | "why" | "who" | "which"))
}

/// "when I take a photo", "what I got": no questions without their mark.
fn is_subordinate(rest: &[Word]) -> bool {
    cue::longest(&["when|where|why|who|which i|we|you|the|my", "was|were|had|did the|it|my|this", "have|has the|it|my", "which is|was|didnt|did|doesnt|does|has|had|means|meant|makes|isnt|will|would|cant|i|we", "what|how i|we|you ?did|got|was|*", "is|are|do|does|did|can|will not"], rest).is_some()
        && cue::longest(&["what|how|where i|we can|must|should|need ?to"], rest).is_none()
}

/// "don't take the money".
fn forbids(rest: &[Word]) -> Option<usize> {
    cue::longest(&["dont|never take|charge|send|call|use|bill|renew|ship|deliver|contact|email|close|cancel|give|let|put|tell|make|ask"], rest)
}

//! Where in a sentence a customer begins to ask.

use crate::document::cue::{self, Word};
use crate::document::request::Kind;
use crate::document::{asking, ordering, rhetoric};

/// A place where asking begins.
pub struct Start {
    /// Index of its first word.
    pub at: usize,
    /// How many words its cue takes.
    pub taken: usize,
    /// Question or request.
    pub kind: Kind,
}

/// A sentence being read.
pub struct Line<'w> {
    /// Its words.
    pub words: &'w [Word],
    /// Whether it ends in a question mark of its own.
    pub asks: bool,
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
        let marked = self.words.get(at).is_some_and(|word| {
            word.mark.is_some_and(|c| !matches!(c, '/' | '@' | '#' | '_' | '&'))
        });
        let joined = self.before(at).is_some_and(|word| {
            matches!(
                word.low.as_str(),
                "and" | "but" | "also" | "so" | "then" | "plus" | "lol" | "n"
            )
        });
        let led = self.words.get(..at).is_some_and(|head| asking::lead_in(head) == at);
        at == 0 || marked || joined || led
    }

    /// What begins at word `at`; `last` is what began before in the sentence.
    #[must_use]
    pub fn start(&self, at: usize, last: Option<&Start>) -> Option<Start> {
        let rest = self.from(at);
        if !rest.first().is_some_and(asking::begins) {
            return None;
        }
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
        let again =
            after.iter().take_while(|word| word.low == "please" || word.low == "kindly").count();
        let after = after.get(again..)?;
        let followed = after.first().filter(|word| !is_stop(word));
        match followed {
            Some(_) if asking::is_courtesy(after) => None,
            Some(_) => Some(Start { at, taken: again + 1, kind: kind_of(after) }),
            None => {
                let clause = (0..at).rev().find(|at| self.is_clause(*at))?;
                let lead = asking::lead_in(self.words.get(clause..at)?);
                let start = clause + lead;
                (start < at).then_some(Start {
                    at: start,
                    taken: at + 1 - start,
                    kind: Kind::Request,
                })
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
        let order =
            ordering::order(rest).or_else(|| ordering::forbids(rest).filter(|_| last.is_some()));
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
        asking::is_plain_question(rest, self.before(at))
            || at > lead + 2 && condition && asking::is_turned(rest)
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
        let head = self
            .words
            .iter()
            .find(|word| asking::lead_in(std::slice::from_ref(word)) == 0 || word.low == "if");
        let condition = head.is_some_and(|word| {
            matches!(
                word.low.as_str(),
                "if" | "otherwise" | "unless" | "once" | "when" | "since" | "as"
            )
        });
        condition && self.words.get(at).is_some_and(|word| word.mark == Some(','))
            || self.before(at).is_some_and(|word| matches!(word.low.as_str(), "just" | "so"))
            || self.words.get(at).is_some_and(|word| {
                matches!(word.mark, Some(';' | ':' | '-' | '–' | '—' | '…' | '.' | ')'))
            })
    }

    /// Whether a sentence with a question mark asks nothing.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        let lead = asking::lead_in(self.words);
        let rest = self.from(lead);
        let clauses = (0..self.words.len()).filter(|at| self.is_clause(*at));
        rest.is_empty()
            || rhetoric::is_empty_question(rest)
            || rhetoric::is_empty_question(self.words)
            || clauses.into_iter().any(|at| rhetoric::is_reproach(self.from(at)))
    }

    /// Where the question begins when no word tells: behind a greeting.
    #[must_use]
    pub fn first_clause(&self) -> usize {
        asking::lead_in(self.words).min(self.words.len().saturating_sub(1))
    }
}

/// Whether a word after "please" shows that "please" ended its clause.
fn is_stop(word: &Word) -> bool {
    word.mark.is_some_and(|mark| !matches!(mark, ',' | '"' | '\'' | '*'))
        || matches!(
            word.low.as_str(),
            "thanks" | "thank" | "and" | "as" | "lol" | "or" | "because" | "but" | "asap"
        )
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
    rest.first().is_some_and(|word| {
        matches!(
            word.low.as_str(),
            "how" | "what" | "when" | "whether" | "where" | "why" | "who" | "which"
        )
    })
}

/// "when I take a photo", "what I got": no questions without their mark.
fn is_subordinate(rest: &[Word]) -> bool {
    cue::longest(&["when|where|why|who|which i|we|you|the|my", "was|were|had|did the|it|my|this", "have|has the|it|my", "which is|was|didnt|did|doesnt|does|has|had|means|meant|makes|isnt|will|would|cant|i|we", "what|how i|we|you ?did|got|was|*", "is|are|do|does|did|can|will not"], rest).is_some()
        && cue::longest(&["what|how|where i|we can|must|should|need ?to"], rest).is_none()
}

//! Reads a phrase as written into a tree, with every fault's place.

use crate::document::forms::Form;
use crate::document::marks;

/// A phrase, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// One after the other.
    Seq(Vec<Node>),
    /// One of these.
    Alt(Vec<Node>),
    /// This or nothing.
    Opt(Box<Node>),
    /// Words as written; the cutter takes them apart.
    Text(String),
    /// The forms of a word.
    Forms(String, Form),
    /// A word in exactly this spelling.
    Exact(String),
    /// A word class, with its place in the phrase.
    Class(String, usize),
    /// Up to so many words.
    Gap(u8),
    /// Remembers what matched.
    Capture(String, Box<Node>),
    /// Remembers the rest of the clause.
    Rest(String),
    /// A comma that may be missing.
    Comma,
    /// A mark that must stand here: bits of [`marks`].
    Mark(u16),
    /// A place without width.
    Place(Place),
}

/// A place without width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `^`
    Start,
    /// `$`
    End,
    /// `^^`
    LineStart,
    /// `$$`
    LineEnd,
}

/// A fault in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// First byte of the fault in the phrase.
    pub at: usize,
    /// Bytes to point at, at least one.
    pub len: usize,
    /// What is the matter.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// Reads a phrase.
///
/// # Errors
/// The first fault, with its place in the phrase.
pub fn parse(phrase: &str) -> Result<Node, Fault> {
    let mut reader = Reader { phrase, at: 0 };
    let node = reader.seq(None)?;
    match reader.peek() {
        None => Ok(node),
        Some(sign) => Err(reader.stray(sign)),
    }
}

struct Reader<'a> {
    phrase: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.phrase.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    fn stray(&self, sign: char) -> Fault {
        let (message, help) = match sign {
            '|' => (
                "`|` stands between choices, and there is no bracket open here",
                "write (this|that), or \\| for the sign itself",
            ),
            _ => (
                "this bracket closes nothing",
                "remove it, or open one before it; write \\ before it for the sign itself",
            ),
        };
        fault(self.at, sign.len_utf8(), message, help)
    }

    /// A sequence up to `|`, the closing sign, or the end.
    fn seq(&mut self, close: Option<char>) -> Result<Node, Fault> {
        let mut nodes = Vec::new();
        while let Some(sign) = self.peek() {
            if sign == '|' || matches!(sign, ')' | ']' | '}') {
                if close.is_none() {
                    return Err(self.stray(sign));
                }
                break;
            }
            if sign.is_whitespace() {
                self.at += sign.len_utf8();
            } else {
                nodes.push(self.one(sign)?);
            }
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Seq(nodes) })
    }

    fn one(&mut self, sign: char) -> Result<Node, Fault> {
        match sign {
            '(' => Ok(Node::Alt(self.choices('(', ')')?)),
            '[' => {
                let mut choices = self.choices('[', ']')?;
                let inner = if choices.len() == 1 { choices.remove(0) } else { Node::Alt(choices) };
                Ok(Node::Opt(Box::new(inner)))
            }
            '{' => self.capture(),
            '<' => self.class(),
            '^' => Ok(Node::Place(if self.take("^^") {
                Place::LineStart
            } else {
                self.skip('^', Place::Start)
            })),
            '$' if !self
                .rest()
                .get(1..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) =>
            {
                Ok(Node::Place(if self.take("$$") {
                    Place::LineEnd
                } else {
                    self.skip('$', Place::End)
                }))
            }
            '.' if self.take("...") => self.gap(),
            '=' if self
                .rest()
                .get(1..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) =>
            {
                self.exact()
            }
            ',' => Ok(self.skip(',', Node::Comma)),
            '.' | '?' | '!' | ':' | ';' => Ok(self.mark(sign)),
            _ => self.text(),
        }
    }

    fn skip<T>(&mut self, sign: char, value: T) -> T {
        self.at += sign.len_utf8();
        value
    }

    fn choices(&mut self, open: char, close: char) -> Result<Vec<Node>, Fault> {
        let from = self.at;
        self.at += open.len_utf8();
        let mut out = Vec::new();
        loop {
            let at = self.at;
            let node = self.seq(Some(close))?;
            if node == Node::Seq(Vec::new()) {
                return Err(fault(
                    at.saturating_sub(1),
                    1,
                    "this choice is empty",
                    "put words between the signs; [a|b] already means \"or nothing\"",
                ));
            }
            out.push(node);
            match self.peek() {
                Some('|') => self.at += 1,
                Some(sign) if sign == close => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(sign) => {
                    let message = format!("`{sign}` closes a bracket that `{open}` opened");
                    return Err(fault(self.at, 1, message, format!("close it with `{close}`")));
                }
                None => {
                    let message = format!("`{open}` is never closed");
                    return Err(fault(
                        from,
                        1,
                        message,
                        format!("add `{close}` where the choices end"),
                    ));
                }
            }
        }
    }

    fn capture(&mut self) -> Result<Node, Fault> {
        let from = self.at;
        self.at += 1;
        let name: String =
            self.rest().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        self.at += name.len();
        if name.is_empty() {
            return Err(fault(from, 1, "`{` needs a name", "write {what} or {v:(a|b)}"));
        }
        if self.take("}") {
            return Ok(Node::Rest(name));
        }
        if !self.take(":") {
            return Err(fault(from, 1, "`{` is never closed", "write {what} or {v:(a|b)}"));
        }
        let inner = self.seq(Some('}'))?;
        if !self.take("}") {
            return Err(fault(
                from,
                1,
                "`{` is never closed",
                "add `}` after what is to be remembered",
            ));
        }
        if inner == Node::Seq(Vec::new()) {
            return Err(fault(
                from,
                name.len() + 3,
                "there is nothing to remember here",
                "write {v:(a|b)}",
            ));
        }
        Ok(Node::Capture(name, Box::new(inner)))
    }

    fn class(&mut self) -> Result<Node, Fault> {
        let from = self.at;
        let end = self.rest().find('>');
        let name = end.and_then(|end| self.rest().get(1..end)).filter(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        let Some(name) = name.map(str::to_owned) else {
            return Err(fault(
                from,
                1,
                "`<` begins a word class and finds no `>`",
                "write <name>, or \\< for the sign itself",
            ));
        };
        self.at += name.len() + 2;
        Ok(Node::Class(name, from))
    }

    fn gap(&mut self) -> Result<Node, Fault> {
        let digits: String = self.rest().chars().take_while(char::is_ascii_digit).collect();
        let from = self.at;
        self.at += digits.len();
        match if digits.is_empty() { Ok(3) } else { digits.parse() } {
            Ok(words @ 1..=12) => Ok(Node::Gap(words)),
            _ => Err(fault(
                from,
                digits.len(),
                "a gap is 1 to 12 words",
                "write ... for three words or ...6 for six",
            )),
        }
    }

    fn exact(&mut self) -> Result<Node, Fault> {
        self.at += 1;
        let from = self.at;
        let word: String = self
            .rest()
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
            .collect();
        self.at += word.len();
        if self.peek() == Some('~') {
            return Err(fault(
                from,
                word.len(),
                "a word is either exact or in any form",
                "remove `=` or `~`",
            ));
        }
        Ok(Node::Exact(word))
    }

    fn mark(&mut self, sign: char) -> Node {
        let run: String = self.rest().chars().take_while(|c| matches!(c, '!' | '?')).collect();
        if run.len() > 1 {
            self.at += run.len();
            return Node::Text(run);
        }
        self.at += 1;
        Node::Mark(match sign {
            '?' => marks::QUESTION,
            '!' => marks::EXCLAIM,
            ':' => marks::COLON,
            ';' => marks::SEMICOLON,
            _ => marks::PERIOD,
        })
    }

    /// Words up to a space or a sign.
    fn text(&mut self) -> Result<Node, Fault> {
        let from = self.at;
        let mut text = String::new();
        let mut escaped = false;
        while let Some(sign) = self.peek() {
            let next = self.rest().get(sign.len_utf8()..).and_then(|rest| rest.chars().next());
            let inside = matches!(sign, '.' | ':')
                && next.is_some_and(char::is_alphanumeric)
                && !text.is_empty();
            if sign == '\\' {
                let Some(next) = next else {
                    return Err(fault(
                        self.at,
                        1,
                        "a backslash stands before a sign",
                        "remove it, or write \\\\ for the sign itself",
                    ));
                };
                if let Some(mark) = escaped_mark(next).filter(|_| text.is_empty()) {
                    self.at += 2;
                    return Ok(mark);
                }
                text.push(next);
                escaped = true;
                self.at += 1 + next.len_utf8();
            } else if sign.is_whitespace() || (is_sign(sign) && !inside) {
                break;
            } else {
                text.push(sign);
                self.at += sign.len_utf8();
            }
        }
        if self.take("~") {
            return self.forms(from, &text);
        }
        if text.is_empty()
            || (!escaped
                && !text.chars().any(char::is_alphanumeric)
                && text.is_ascii()
                && text != "&"
                && text != "%")
        {
            return Err(fault(
                from,
                1,
                "this sign means nothing here",
                "write a backslash before it if you mean the sign itself",
            ));
        }
        Ok(Node::Text(text))
    }

    fn forms(&mut self, from: usize, word: &str) -> Result<Node, Fault> {
        let form = if self.take("ing") {
            Form::Ing
        } else if self.take("ed") {
            Form::Past
        } else {
            Form::Any
        };
        if let Some((head, tail)) =
            word.rsplit_once('-').filter(|(head, tail)| !head.is_empty() && !tail.is_empty())
        {
            let tail = Node::Forms(tail.to_lowercase(), form);
            return Ok(Node::Seq(vec![Node::Text(head.to_owned()), tail]));
        }
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return Err(fault(
                from,
                word.len().max(1),
                "`~` follows a word of letters",
                "write fail~ for any form of \"fail\"",
            ));
        }
        Ok(Node::Forms(word.to_lowercase(), form))
    }
}

/// `\?` and its like are marks; other escaped signs are ordinary letters.
const fn escaped_mark(sign: char) -> Option<Node> {
    Some(Node::Mark(match sign {
        '?' => marks::QUESTION,
        '!' => marks::EXCLAIM,
        '.' => marks::PERIOD,
        ';' => marks::SEMICOLON,
        _ => return None,
    }))
}

/// Words as a phrase that means just them: signs of the language lose their
/// meaning.
#[must_use]
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut signs = words.chars().peekable();
    let mut dots = 0;
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        dots = if sign == '.' { dots + 1 } else { 0 };
        let special = match sign {
            '(' | ')' | '[' | ']' | '{' | '}' | '<' | '|' | '^' | '~' | '\\' => true,
            '$' => !next.is_some_and(|next| next.is_ascii_digit()),
            '=' => next.is_some_and(char::is_alphanumeric),
            '.' => dots > 1 || next == Some('.'),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

const fn is_sign(sign: char) -> bool {
    matches!(
        sign,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '|'
            | '^'
            | '~'
            | ','
            | '?'
            | '!'
            | '.'
            | ':'
            | ';'
    )
}

fn fault(at: usize, len: usize, message: impl Into<String>, help: impl Into<String>) -> Fault {
    Fault { at, len: len.max(1), message: message.into(), help: help.into() }
}

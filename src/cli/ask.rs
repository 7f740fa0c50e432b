//! Questions to somebody at a terminal. They stand on standard error, so that
//! what is printed can still be piped on; where nobody is there to answer,
//! nothing is asked.

use std::io::{self, BufRead, IsTerminal as _};

use super::console::note;

/// Asks, and hears the answers.
pub struct Asker<R> {
    /// Where the answers come from; none where nobody would answer.
    answers: Option<R>,
    /// Where the questions go.
    show: fn(&str),
}

impl Asker<io::StdinLock<'static>> {
    /// The person at this terminal, if there is one.
    #[must_use]
    pub fn terminal() -> Self {
        let there = io::stdin().is_terminal() && io::stderr().is_terminal();
        Self { answers: there.then(|| io::stdin().lock()), show: note }
    }
}

impl<R: BufRead> Asker<R> {
    /// Somebody whose answers are lines of `answers`.
    pub const fn new(answers: R, show: fn(&str)) -> Self {
        Self { answers: Some(answers), show }
    }

    /// Whether anybody is there.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.answers.is_some()
    }

    /// The answer to a question, until there is one; none where nobody
    /// answers.
    pub fn need(&mut self, question: &str) -> Option<String> {
        loop {
            let answer = self.line(&format!("{question} "))?;
            if !answer.is_empty() {
                return Some(answer);
            }
        }
    }

    /// The answer to a question; an empty line takes what is shown. None where
    /// nobody answers.
    pub fn ask(&mut self, question: &str, usual: &str) -> Option<String> {
        let answer = self.line(&format!("{question} [{usual}] "))?;
        Some(if answer.is_empty() { usual.to_owned() } else { answer })
    }

    /// Yes or no; an empty line is a yes. None where nobody answers.
    pub fn agrees(&mut self, question: &str) -> Option<bool> {
        let answer = self.line(&format!("{question} [Y/n] "))?.to_lowercase();
        Some(answer.is_empty() || answer.starts_with('y'))
    }

    fn line(&mut self, prompt: &str) -> Option<String> {
        let answers = self.answers.as_mut()?;
        (self.show)(prompt);
        let mut line = String::new();
        if let Ok(1..) = answers.read_line(&mut line) {
            Some(one_line(&line))
        } else {
            // Whoever closed the input is gone for good.
            (self.show)("\n");
            self.answers = None;
            None
        }
    }
}

/// Words in one line, with single spaces.
#[must_use]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

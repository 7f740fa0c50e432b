//! `kindword check`: reviews drafts one by one and writes each review as soon
//! as it is finished, so that a stream of any length takes constant memory.

use std::io::{self, IsTerminal as _};

use clap::CommandFactory as _;

use super::args::{CheckArgs, Line};
use super::config::Config;
use super::console::{Console, Problems, note};
use super::exit::Exit;
use super::files::{self, Input};
use super::settings::Settings;
use super::{near, packs};
use crate::document::draft::{Draft, Message};
use crate::input::{self, choose};
use crate::problem::Problem;
use crate::render::{Style, Summary};
use crate::rule::RuleSet;
use crate::source::{STDIN, Stream};
use crate::{Options, review};

/// Shown to somebody who sits before an empty line.
const HINT: &str = "Paste or write your reply, then press Ctrl-D (on Windows Ctrl-Z, Enter).\n";

/// Reviews.
///
/// # Errors
/// What keeps everything from being reviewed, or that nothing can be written.
pub fn run(args: &CheckArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let config = Config::load(args.rules.config.as_deref())?;
    let rules = packs::rules(&args.rules, &config)?;
    let settings = Settings::new(args, &config, &rules)?;
    let inputs = files::drafts(&settings.paths);
    let customer = customer(&settings, &inputs)?;
    let style = Style {
        all: args.all,
        quiet: args.quiet,
        many: several(&settings, &inputs),
        min_score: settings.gate.min_score,
        ..console.style()
    };
    let mut run = Run {
        settings: &settings,
        rules: &rules,
        customer,
        console,
        style,
        summary: Summary::default(),
        nth: 0,
        problems: Vec::new(),
        exit: Exit::Fine,
        page: String::new(),
    };
    run.all(inputs)
}

/// The customer's message.
fn customer(
    settings: &Settings,
    inputs: &[Result<Input, Problem>],
) -> Result<Option<Message>, Problems> {
    let Some(path) = &settings.customer else {
        return Ok(None);
    };
    let stdin = |input: &Result<Input, Problem>| {
        let path = input.as_ref().ok().map(|input| input.path.as_os_str());
        path.is_some_and(|path| path == STDIN)
    };
    if path.as_os_str() == STDIN && inputs.iter().any(stdin) {
        let message = "The customer's message and the draft cannot both be piped in.";
        let help = "Name a file for one of them, or use --paste.";
        return Err(Problem::new("stdin-twice", STDIN, message).help(help).into());
    }
    Ok(Some(input::message(Stream::open(path)?)?))
}

/// Whether there may be several replies, so that each needs a heading.
fn several(settings: &Settings, inputs: &[Result<Input, Problem>]) -> bool {
    let input = match inputs {
        [Ok(input)] => input,
        [Err(_)] => return false,
        _ => return true,
    };
    let named = || input::by_ending(&input.path.to_string_lossy());
    settings.read_as.or_else(named).is_some_and(|format| format.many)
}

/// A missing file whose name is nearly a command was meant as one.
fn meant(problem: Problem, input: &Input) -> Problem {
    let name = input.path.to_string_lossy();
    if input.path.exists() || name.contains(['.', '/', '\\']) {
        return problem;
    }
    let line = Line::command();
    let names: Vec<String> = line.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    match near::closest(&name, &names).first() {
        Some(command) => problem.help(format!("Did you mean the command `kindword {command}`?")),
        None => problem,
    }
}

/// A run over all inputs.
struct Run<'a> {
    settings: &'a Settings,
    rules: &'a RuleSet,
    customer: Option<Message>,
    console: &'a mut Console,
    style: Style,
    summary: Summary,
    /// Replies written so far.
    nth: usize,
    /// Problems that the format writes at the end.
    problems: Vec<Problem>,
    exit: Exit,
    /// What is yet to be written.
    page: String,
}

impl Run<'_> {
    fn all(&mut self, inputs: Vec<Result<Input, Problem>>) -> anyhow::Result<Exit> {
        let format = self.settings.format;
        (format.begin)(&mut self.page, &self.style);
        for input in inputs {
            match input {
                Ok(input) => self.input(&input)?,
                Err(problem) => self.problem(problem)?,
            }
        }
        (format.end)(&mut self.page, &self.summary, &self.problems, &self.style);
        self.write()?;
        Ok(self.exit)
    }

    fn input(&mut self, input: &Input) -> io::Result<()> {
        let piped = input.path.as_os_str() == STDIN;
        if piped && io::stdin().is_terminal() {
            note(HINT);
        }
        let opened = Stream::open(&input.path).and_then(|mut stream| {
            let format = choose(&mut stream, self.settings.read_as)?;
            Ok((format, stream))
        });
        let (format, stream) = match opened {
            Ok(opened) => opened,
            Err(problem) => return self.problem(meant(problem, input)),
        };
        self.style.many |= format.many;
        let library = self.settings.library.unwrap_or(format.library || input.found);
        let options = Options { library, ..self.settings.options.clone() };
        for draft in (format.read)(stream, self.settings.reading) {
            match draft {
                Ok(draft) => self.draft(draft, &options)?,
                Err(problem) => self.problem(problem)?,
            }
            if piped {
                // Somebody may be waiting for each answer.
                self.write()?;
                self.console.flush()?;
            }
        }
        Ok(())
    }

    fn draft(&mut self, mut draft: Draft, options: &Options) -> io::Result<()> {
        self.settings.complete(&mut draft);
        if let Some(message) = &self.customer {
            draft.customer = Some(message.clone());
        }
        let reply = match review(&draft, self.rules, options) {
            Ok(reply) => reply,
            Err(problem) => return self.problem(problem),
        };
        self.summary.add(&reply);
        if self.settings.gate.stops(&reply) {
            self.exit = self.exit.max(Exit::Stop);
        }
        (self.settings.format.reply)(&mut self.page, self.nth, &reply, &self.style);
        self.nth += 1;
        self.write()
    }

    /// Keeps a problem for the report, or shows it at once.
    fn problem(&mut self, problem: Problem) -> io::Result<()> {
        if !problem.warning {
            self.exit = Exit::Failed;
        }
        if self.settings.format.holds_problems {
            self.problems.push(problem);
            return Ok(());
        }
        self.write()?;
        self.console.show(&[problem])
    }

    fn write(&mut self) -> io::Result<()> {
        self.console.write(&self.page)?;
        self.page.clear();
        Ok(())
    }
}

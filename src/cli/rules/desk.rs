//! The desk at which a rule is put together and proved, before any file is
//! touched.

use std::io::BufRead;
use std::sync::Arc;

use super::super::args::NewArgs;
use super::super::ask::{Asker, one_line};
use super::super::console::Problems;
use super::super::write::Original;
use super::super::{near, packs};
use super::answers::{asked_bad, asked_good, asked_say, asked_severity, starred, told};
use super::home::{Frame, Home};
use super::sketch::{Sketch, fits, identity, phrases};
use crate::check::prove::Example;
use crate::check::{find, masks};
use crate::problem::Problem;
use crate::proof;
use crate::report::{Fits, Severity};
use crate::rule::{Pack, RuleSet, load};
use crate::span::Span;

/// Said of a rule when its author says nothing.
const WHY: &str = "We say it another way here.";

/// What became of a rule.
pub enum Outcome {
    /// It may be written.
    Sound(Box<Written>),
    /// A proof failed.
    Faulty(Vec<Problem>),
}

/// A rule that was proved.
pub struct Written {
    /// The pack with it.
    pub text: String,
    /// Its line in the pack, 1-based.
    pub line: usize,
    /// Its full id.
    pub id: String,
    /// The rules with it.
    pub rules: RuleSet,
    /// A sentence in which it fires.
    pub sentence: String,
    /// What does not stop it, but is worth a look.
    pub warnings: Vec<Problem>,
}

/// The pack on the desk, and the rules beneath it.
pub struct Desk<'h> {
    home: &'h Home,
    /// The pack's file.
    pub original: Original,
    /// The pack as it stands; none where it is to be begun.
    pack: Option<Pack>,
    /// The rules of all other packs.
    base: RuleSet,
    /// These and the pack as it stands.
    rules: RuleSet,
    /// What is the matter with the pack as it stands, which is no fault of
    /// the new rule.
    before: Vec<Problem>,
}

impl<'h> Desk<'h> {
    /// Reads the pack and the rules beneath it.
    ///
    /// # Errors
    /// A fault of the pack as it stands, or of another one in use.
    pub fn new(home: &'h Home) -> Result<Self, Problems> {
        let base = packs::layered(&home.others, packs::base(false))?.into_owned();
        let original = Original::open(&home.path)?;
        if original.text.trim().is_empty() {
            let rules = base.clone();
            return Ok(Self { home, original, pack: None, base, rules, before: Vec::new() });
        }
        let name = home.path.to_string_lossy();
        let source = (name.to_string(), Arc::from(original.text.as_str()));
        let examined = proof::examine(&[source], &base, false);
        let before = examined.problems;
        let faults = || Problems(before.iter().filter(|one| !one.warning).cloned().collect());
        let rules = examined.rules.ok_or_else(faults)?;
        let pack = load::read(&name, &original.text).0;
        Ok(Self { home, original, pack: Some(pack), base, rules, before })
    }

    /// The rule as it was told, what is missing asked for or derived.
    ///
    /// # Errors
    /// What is missing when nobody answers, or a category that is not there.
    pub fn sketch<R: BufRead>(
        &self,
        args: &NewArgs,
        asker: &mut Asker<R>,
    ) -> Result<(Sketch, Frame), Problems> {
        let bad: Vec<String> = told(&args.bad).iter().map(|raw| starred(raw)).collect();
        let bad = if bad.is_empty() { asked_bad(asker)? } else { bad };
        let say = told(&args.say);
        let say = if args.say.is_empty() { asked_say(args, asker)? } else { say };
        let why = args.why.as_deref().map(one_line).filter(|why| !why.is_empty());
        let why = why.or_else(|| asker.ask("Why, in one friendly line for the agent?", WHY));
        let severity = args.severity.map(Severity::from).or_else(|| asked_severity(asker));
        let category = self.category(args.category.as_deref())?;
        let frame = Frame::new(&self.home.path, self.pack.as_ref(), category, &self.rules);
        let find = told(&args.find);
        let fits = args.fits.map_or_else(|| fits(&bad, &say), Fits::from);
        let sketch = Sketch {
            id: self.id(args.id.as_deref(), &bad, &frame.category),
            category: frame.category.clone(),
            severity: severity.unwrap_or(Severity::Medium),
            find: if find.is_empty() { phrases(&bad) } else { find },
            say,
            fits,
            why: why.unwrap_or_else(|| WHY.to_owned()),
            bad,
            good: told(&args.good),
        };
        Ok((sketch, frame))
    }

    /// The category that was told, which must be there.
    fn category<'a>(&self, told: Option<&'a str>) -> Result<Option<&'a str>, Problems> {
        let Some(name) = told else { return Ok(None) };
        let ids: Vec<String> = self.rules.categories().iter().map(|one| one.id.clone()).collect();
        if ids.iter().any(|id| id == name) {
            return Ok(Some(name));
        }
        let all =
            || format!("There are: {}. Without --category it is the pack's own.", ids.join(", "));
        let help = near::question(name, &ids).unwrap_or_else(all);
        let message = format!("--category: no category is called {name}.");
        Err(Problem::new("unknown-category", "kindword", message).help(help).into())
    }

    /// The id that was told, else one from the words that no rule has yet.
    fn id(&self, told: Option<&str>, bad: &[String], category: &str) -> String {
        if let Some(told) = told {
            let short = told.rsplit_once('.').map_or(told, |(_, short)| short);
            return short.to_owned();
        }
        let words = bad.first().map(|raw| Example::read(raw));
        let words = words.map(|one| identity(one.span.of(&one.text))).unwrap_or_default();
        let words = if words.is_empty() { "words".to_owned() } else { words };
        let taken: Vec<String> = self.rules.rule_ids().map(str::to_owned).collect();
        let free = |id: &String| !taken.contains(&format!("{category}.{id}"));
        let numbered = (2..).map(|nth: u32| format!("{words}-{nth}"));
        std::iter::once(words.clone()).chain(numbered).find(free).unwrap_or(words)
    }

    /// Proves the rule where it would stand. What follows from what was said
    /// (the marks, a good sentence, how it fits) is completed on the way.
    ///
    /// # Errors
    /// That a good sentence is missing and nobody answers.
    pub fn prove<R: BufRead>(
        &self,
        mut sketch: Sketch,
        frame: &Frame,
        args: &NewArgs,
        asker: &mut Asker<R>,
    ) -> Result<Outcome, Problems> {
        let guess = Sketch { good: vec![WHY.to_owned()], ..sketch.clone() };
        let guessed = self.examine(&guess, frame);
        let Some(rules) = &guessed.rules else {
            return Ok(guessed.outcome(&guess));
        };
        let bad = marked(&sketch, rules);
        if bad != sketch.bad && args.fits.is_none() {
            sketch.fits = fits(&bad, &sketch.say);
        }
        sketch.bad = bad;
        if sketch.good.is_empty() {
            sketch.good = good(&sketch, rules, asker)?;
        }
        let trial = self.examine(&sketch, frame);
        let faults = |trial: &Trial| trial.problems.iter().filter(|one| !one.warning).count();
        let heard = |one: &Problem| one.warning || one.code == "say-fires";
        let eased = args.fits.is_none() && sketch.fits != Fits::Advice;
        if faults(&trial) > 0 && eased && trial.problems.iter().all(heard) {
            let advice = Sketch { fits: Fits::Advice, ..sketch.clone() };
            let again = self.examine(&advice, frame);
            if faults(&again) == 0 {
                return Ok(again.outcome(&advice));
            }
        }
        Ok(trial.outcome(&sketch))
    }

    fn examine(&self, sketch: &Sketch, frame: &Frame) -> Trial {
        let newline = self.original.newline();
        let old = self.original.text.as_str();
        let gap = match old {
            old if old.trim().is_empty() => "",
            old if old.ends_with('\n') => newline,
            _ => &newline.repeat(2),
        };
        let kept = if self.pack.is_none() { "" } else { old };
        let before = format!("{kept}{gap}{}", frame.text.replace('\n', newline));
        let text = format!("{before}{}", sketch.toml(newline));
        let name = format!("{} (not written yet)", self.home.path.display());
        let source = (name, Arc::from(text.as_str()));
        let mut examined = proof::examine(&[source], &self.base, false);
        let own = |one: &Problem| {
            let new = one.snippet.as_ref().is_none_or(|place| place.range.start >= kept.len());
            new || !self.before.iter().any(|old| old.message == one.message)
        };
        examined.problems.retain(own);
        let line = before.matches('\n').count() + 1;
        Trial { text, line, rules: examined.rules, problems: examined.problems }
    }
}

/// A pack with the rule in it, and what is the matter.
struct Trial {
    text: String,
    /// The line where what was added for the rule begins, 1-based.
    line: usize,
    rules: Option<RuleSet>,
    problems: Vec<Problem>,
}

impl Trial {
    fn outcome(self, sketch: &Sketch) -> Outcome {
        let (warnings, faults): (Vec<_>, Vec<_>) =
            self.problems.into_iter().partition(|one| one.warning);
        let Some(rules) = self.rules.filter(|_| faults.is_empty()) else {
            return Outcome::Faulty(faults);
        };
        let sentence = sketch.bad.first().map(|raw| Example::read(raw).text).unwrap_or_default();
        let (text, line, id) = (self.text, self.line, full(sketch));
        Outcome::Sound(Box::new(Written { text, line, id, rules, sentence, warnings }))
    }
}

fn full(sketch: &Sketch) -> String {
    format!("{}.{}", sketch.category, sketch.id)
}

/// Where a rule finds something in a text.
fn fires(id: &str, text: &str, rules: &RuleSet) -> Vec<Span<crate::span::Text>> {
    let found = find(text, &[Span::new(0, text.len())], &masks::of(text), rules);
    let own = |at| rules.rule(at).is_some_and(|rule| rule.id == id);
    found.rules.iter().filter(|hit| own(hit.rule)).map(|hit| hit.span).collect()
}

/// The bad sentences with the better words in place, where these are fine;
/// else what somebody answers.
fn good<R: BufRead>(
    sketch: &Sketch,
    rules: &RuleSet,
    asker: &mut Asker<R>,
) -> Result<Vec<String>, Problems> {
    let fine = |text: &String| fires(&full(sketch), text, rules).is_empty();
    let best = sketch.better().into_iter().find(fine);
    asked_good(best, asker).map(|good| vec![good])
}

/// The bad sentences, with marks round what the phrases find where that is
/// less than the words that were meant.
fn marked(sketch: &Sketch, rules: &RuleSet) -> Vec<String> {
    let id = full(sketch);
    let mark = |raw: &String| {
        let Example { text, span, .. } = Example::read(raw);
        let spans = fires(&id, &text, rules);
        let inside = |found: &&Span<_>| span.start <= found.start && found.end <= span.end;
        let found = spans.iter().find(inside).filter(|_| !spans.contains(&span))?;
        let (before, after) = (text.get(..found.start)?, text.get(found.end..)?);
        Some(format!("{before}«{}»{after}", found.of(&text)))
    };
    sketch.bad.iter().map(|raw| mark(raw).unwrap_or_else(|| raw.clone())).collect()
}

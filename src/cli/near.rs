//! Names that look like the one that was asked for.

use crate::problem::Problem;
use crate::render::words;

/// How much alike two names must be, from 0 to 1.
const ALIKE: f64 = 0.8;

/// At most so many are offered.
const FEW: usize = 3;

/// The names most like `name`, best first. The part after the dot of a rule's
/// id counts as a name too: people remember `youre-wrong`.
#[must_use]
pub fn closest(name: &str, names: &[String]) -> Vec<String> {
    let asked = name.to_lowercase();
    let mut rated: Vec<(f64, &String)> = names
        .iter()
        .map(|one| (likeness(&asked, one), one))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    rated.dedup_by(|a, b| a.1 == b.1);
    let best = rated.into_iter().take(FEW);
    best.map(|(_, one)| one.clone()).collect()
}

/// `did you mean "a", "b" or "c"?`; none when nothing is like it.
#[must_use]
pub fn question(name: &str, names: &[String]) -> Option<String> {
    let near = closest(name, names);
    let (last, rest) = near.split_last()?;
    if rest.is_empty() {
        return Some(format!("Did you mean {last}?"));
    }
    Some(format!("Did you mean {} or {last}?", rest.join(", ")))
}

/// Adds the way to mend a problem. Under a caret it is no sentence of its own,
/// and begins small.
#[must_use]
pub fn help(problem: Problem, text: &str) -> Problem {
    let small = problem.snippet.is_some();
    problem.help(if small { words::lowered(text) } else { text.to_owned() })
}

fn likeness(asked: &str, name: &str) -> f64 {
    let whole = strsim::jaro_winkler(asked, name);
    let short = |id: &str| id.rsplit('.').next().unwrap_or_default().to_owned();
    let part = strsim::jaro_winkler(&short(asked), &short(name));
    // The part alone says a little less.
    whole.max(part - 0.02)
}

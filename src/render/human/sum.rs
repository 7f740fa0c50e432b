//! How the score comes about, the verdict, and the one next step.

use std::fmt::Write as _;

use super::Numbers;
use super::sheet::Sheet;
use crate::render::paint::Tint;
use crate::render::{Style, Summary, clean, words};
use crate::report::{Basis, Reply, Step, Verdict};

/// Writes the sum, the verdict with the next step, and what the reply was
/// read as.
pub(super) fn write(sheet: &mut Sheet<'_>, reply: &Reply, numbers: &Numbers<'_>) {
    if let Some(sum) = sum(reply) {
        sheet.text(0, &sum, Tint::Bold);
    }
    let number = reply.next.as_ref().and_then(|step| numbers.of(&step.target));
    let verdict = [Some(verdict(reply, sheet.style)), next(reply, number)];
    let verdict: Vec<_> = verdict.into_iter().flatten().collect();
    sheet.text(0, &verdict.join(" "), tint(reply.verdict));
    if let Some(basis) = basis(reply) {
        sheet.text(0, &basis, Tint::Dim);
    }
}

/// `maria.txt:1: 69 Worth another pass. Next: say by when (+8).`
pub(super) fn quiet(reply: &Reply, style: &Style, heading: Option<&str>) -> String {
    let score = reply.score.map(|score| score.to_string());
    let next = next(reply, None);
    let verdict = format!("{}.", words::verdict(reply.verdict));
    let verdict = wish(reply, style).map_or(verdict.clone(), |wish| format!("{verdict} {wish}"));
    let said = next.map_or(verdict.clone(), |next| format!("{verdict} {next}"));
    let heading = heading.map(|heading| format!("{heading}:"));
    [heading, score, Some(said)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `help 32/50 + understanding 25/30 + courtesy 20/20 - wording 8 = 69`.
fn sum(reply: &Reply) -> Option<String> {
    let score = reply.score?;
    let pools = reply.pools.iter().filter_map(|pool| Some((words::pool(pool.kind)?, pool)));
    let pools: Vec<_> = pools.collect();
    let parts = pools.iter().map(|(name, pool)| format!("{name} {}/{}", pool.earned, pool.cap));
    let mut sum = parts.collect::<Vec<_>>().join(" + ");
    // Equal to `deducted` by the law of the score; read back from the score,
    // the line adds up whatever it is given.
    let earned: u32 = pools.iter().map(|(_, pool)| pool.earned).sum();
    let wording = earned.saturating_sub(score);
    if wording > 0 {
        let _ = write!(sum, " - wording {wording}");
    }
    Some(format!("{sum} = {score}"))
}

/// The verdict as a sentence.
fn verdict(reply: &Reply, style: &Style) -> String {
    let words = words::verdict(reply.verdict);
    let sentence = match (reply.verdict, reply.score) {
        (Verdict::Hold, Some(score)) => format!("{words} (score {score})."),
        (Verdict::Unscored, _) => format!("{words} (under ten words)."),
        _ => format!("{words}."),
    };
    wish(reply, style).map_or(sentence.clone(), |wish| format!("{sentence} {wish}"))
}

/// What the user asked for, where it is not reached yet.
fn wish(reply: &Reply, style: &Style) -> Option<String> {
    let wished = style.min_score?;
    let short = reply.score.is_some_and(|score| score < wished);
    short.then(|| format!("You aim for {wished}."))
}

/// `Next: 3, answer her question (+10).`
fn next(reply: &Reply, number: Option<usize>) -> Option<String> {
    let Step { text, gain, .. } = reply.next.as_ref()?;
    let text = words::lowered(&clean::line(text));
    let step = match number {
        Some(number) => format!("{number}, {}", text.trim_end_matches('.')),
        None => text.trim_end_matches('.').to_owned(),
    };
    let gain =
        if *gain > 0 && reply.score.is_some() { format!(" (+{gain})") } else { String::new() };
    let lead = if reply.verdict == Verdict::Ready { "If you like" } else { "Next" };
    Some(format!("{lead}: {step}{gain}."))
}

/// What the reply was read as, and how to correct it.
fn basis(reply: &Reply) -> Option<String> {
    let profile = clean::line(&reply.profile);
    if profile.is_empty() || reply.score.is_none() {
        return None;
    }
    let other = if profile == "enquiry" { "complaint" } else { "enquiry" };
    match reply.basis {
        Basis::Told => None,
        Basis::Message => {
            Some(format!("Read as {profile}, from the customer's message. Not so? -p {other}"))
        }
        Basis::Quote => {
            Some(format!("Read as {profile}, from the quoted mail. Not so? -p {other}"))
        }
        Basis::Unknown => Some(format!(
            "No customer message given; scored as {profile}. Have it? --customer FILE"
        )),
    }
}

/// `12 replies: 3 high, 4 medium, 2 polish. Lowest 45, median 72.`
pub(super) fn total(summary: &Summary) -> String {
    let Summary { replies, high, medium, polish, holds, .. } = summary;
    let noun = if *replies == 1 { "reply" } else { "replies" };
    let mut total = format!("{replies} {noun}: {high} high, {medium} medium, {polish} polish");
    if *holds > 0 {
        let _ = write!(total, ", {holds} on hold");
    }
    total.push('.');
    if let (Some(lowest), Some(median)) = (summary.lowest(), summary.median()) {
        let _ = write!(total, " Lowest {lowest}, median {median}.");
    }
    total
}

/// The colour of a verdict. None is an alarm: only a hold is red.
pub(super) const fn tint(verdict: Verdict) -> Tint {
    match verdict {
        Verdict::Hold => Tint::High,
        Verdict::Ready => Tint::Good,
        Verdict::Nearly | Verdict::AnotherPass | Verdict::Rework => Tint::Bold,
        Verdict::Unscored | Verdict::OtherLanguage => Tint::Plain,
    }
}

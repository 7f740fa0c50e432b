//! What limits and leaks look at: the agent's own stretches of a text, with
//! the links and placeholders inside them.

use std::cell::OnceCell;

use super::setting::Setting;
use crate::document::sentence;
use crate::document::words::Mask;
use crate::rule::RuleSet;
use crate::span::{Span, Text};

/// The own stretches of a text.
pub struct Scope<'a> {
    /// The text as read.
    pub text: &'a str,
    /// The rules in use, whose words tell a common word from a name.
    pub rules: &'a RuleSet,
    /// Stretches of own words with the masked places inside them, in order.
    pub stretches: Vec<Span<Text>>,
    /// What stands round the text.
    pub setting: Setting<'a>,
    masks: &'a [Mask],
    sentences: OnceCell<Vec<Span<Text>>>,
}

impl<'a> Scope<'a> {
    /// The stretches that `ranges` and the `masks` between them make. Both are
    /// in order; ranges may hold masked places or leave them out.
    #[must_use]
    pub fn new(
        text: &'a str,
        ranges: &[Span<Text>],
        masks: &'a [Mask],
        rules: &'a RuleSet,
    ) -> Self {
        let stretches = join(ranges, masks);
        let setting = Setting::default();
        Self { text, rules, stretches, setting, masks, sentences: OnceCell::new() }
    }

    /// The same with what stands round the text.
    #[must_use]
    pub const fn within(mut self, setting: Setting<'a>) -> Self {
        self.setting = setting;
        self
    }

    /// The masked place that shares a byte with `span`.
    #[must_use]
    pub fn masked(&self, span: Span<Text>) -> Option<&'a Mask> {
        let at = self.masks.partition_point(|mask| mask.range.end <= span.start);
        self.masks.get(at).filter(|mask| mask.range.start < span.end)
    }

    /// The sentences of all stretches, in order.
    pub fn sentences(&self) -> &[Span<Text>] {
        self.sentences.get_or_init(|| {
            let one = |stretch: &Span<Text>| {
                let start = stretch.start;
                sentence::split(stretch.of(self.text)).into_iter().map(move |one| one.shift(start))
            };
            self.stretches.iter().flat_map(one).collect()
        })
    }

    /// The sentence round a byte; empty where there is none.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Span<Text> {
        let all = self.sentences();
        let next = all.partition_point(|sentence| sentence.end <= at);
        all.get(next).copied().filter(|one| one.start <= at).unwrap_or_else(|| Span::new(at, at))
    }

    /// What stands between white space, in order.
    pub fn chunks(&self, span: Span<Text>) -> impl Iterator<Item = Span<Text>> + use<'a> {
        let text = self.text;
        let mut at = span.start;
        std::iter::from_fn(move || {
            let start = at + white(text.get(at..span.end)?, true);
            at = start + white(text.get(start..span.end)?, false);
            (at > start).then(|| Span::new(start, at))
        })
    }
}

/// How many bytes at the head of `text` are white space, or are not.
fn white(text: &str, is: bool) -> usize {
    let plain = |byte: &u8| byte.is_ascii() && is == (byte.is_ascii_whitespace() || *byte == 0x0b);
    let quick = text.bytes().take_while(|byte| plain(byte)).count();
    let rest = text.get(quick..).unwrap_or_default();
    if rest.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return quick;
    }
    quick + rest.find(|c: char| c.is_whitespace() != is).unwrap_or(rest.len())
}

/// At most `most` bytes of `text` before byte `at`.
#[must_use]
pub fn before(text: &str, at: usize, most: usize) -> &str {
    let from = (at.saturating_sub(most)..=at).find(|from| text.is_char_boundary(*from));
    text.get(from.unwrap_or(at)..at).unwrap_or_default()
}

/// At most `most` bytes of `text` from byte `at` on.
#[must_use]
pub fn after(text: &str, at: usize, most: usize) -> &str {
    let far = at.saturating_add(most).min(text.len());
    let end = (at..=far).rev().find(|end| text.is_char_boundary(*end));
    text.get(at..end.unwrap_or(at)).unwrap_or_default()
}

fn join(ranges: &[Span<Text>], masks: &[Mask]) -> Vec<Span<Text>> {
    let masks = masks.iter().map(|mask| (Span::new(mask.range.start, mask.range.end), false));
    let mut all: Vec<(Span<Text>, bool)> =
        ranges.iter().map(|range| (*range, true)).chain(masks).collect();
    all.sort_by_key(|(span, own)| (span.start, !own));
    let mut out: Vec<(Span<Text>, bool)> = Vec::new();
    for (span, own) in all {
        match out.last_mut().filter(|(last, _)| span.start <= last.end) {
            Some((last, any)) => {
                last.end = last.end.max(span.end);
                *any |= own;
            }
            None => out.push((span, own)),
        }
    }
    // A masked place that touches no own word is somebody else's.
    out.into_iter().filter(|(_, own)| *own).map(|(span, _)| span).collect()
}

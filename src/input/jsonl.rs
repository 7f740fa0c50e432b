//! JSONL: one draft a line, with what is known of it. Streamed: at any time
//! one line is in memory.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::lines::Lines;
use super::{Drafts, Format, Options, escape};
use crate::document::draft::{Draft, Message};
use crate::line::Page;
use crate::map::{Map, Origin};
use crate::problem::{Problem, Spot};
use crate::report::{Channel, Id};
use crate::source::Stream;

/// The row of this format.
pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "one draft a line: {\"draft\": ..., \"customer\": ..., \"id\": ...}",
    library: false,
    many: true,
    looks,
    read,
};

/// One line, its values as they are written. Null and absent are the same;
/// unknown keys are left alone.
#[derive(Deserialize)]
struct Record<'l> {
    #[serde(borrow)]
    draft: Option<&'l RawValue>,
    #[serde(borrow)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    customer: Option<&'l RawValue>,
    #[serde(borrow)]
    customer_name: Option<&'l RawValue>,
    #[serde(borrow)]
    agent_name: Option<&'l RawValue>,
    #[serde(borrow)]
    channel: Option<&'l RawValue>,
    #[serde(borrow)]
    profile: Option<&'l RawValue>,
    #[serde(borrow)]
    attachments: Option<&'l RawValue>,
}

/// Reads the values of the line on `page`.
struct Reader<'l> {
    page: &'l Arc<Page>,
}

/// Whether the first line is an object on its own.
fn looks(head: &str) -> bool {
    let (line, rest) = head.trim_start().split_once('\n').unwrap_or((head.trim_start(), ""));
    let line = line.trim_end();
    let opens = line.strip_prefix('{').is_some_and(|fields| fields.trim_start().starts_with('"'));
    let goes_on = rest.is_empty() && line.len() > 1000;
    opens && (line.ends_with('}') || goes_on)
}

fn read(stream: Stream, _: Options) -> Drafts {
    Box::new(Lines::new(stream).map(|line| line.and_then(|page| Reader { page: &page }.draft())))
}

impl<'l> Reader<'l> {
    fn draft(&self) -> Result<Draft, Problem> {
        let record = self.record()?;
        let Some((text, map)) = self.string("draft", record.draft)? else {
            let fault = self.problem("bad-record", "This line has no `draft`.");
            return Err(fault.help("Give it the reply: {\"draft\": \"Hello Maria, ...\"}"));
        };
        if text.trim().is_empty() {
            return Err(super::empty(self.page.name()).line(self.page.line()));
        }
        let mut draft = Draft::new(self.id(record.id)?, text, self.origin(map));
        draft.own = true;
        draft.customer = self.message(record.customer)?;
        draft.customer_name = self.told("customer_name", record.customer_name)?;
        draft.agent_name = self.told("agent_name", record.agent_name)?;
        draft.profile = self.told("profile", record.profile)?;
        draft.channel = self.channel(record.channel)?;
        draft.attachments = self.attachments(record.attachments)?;
        Ok(draft)
    }

    fn record(&self) -> Result<Record<'l>, Problem> {
        let line = self.page.text();
        if !line.trim_start().starts_with('{') {
            return Err(self.bad_json("an object in braces is expected"));
        }
        serde_json::from_str(line).map_err(|error| {
            // Only these two kinds of message are free of the user's words.
            if !matches!(error.classify(), Category::Syntax | Category::Eof) {
                return self.bad_json("a key stands twice");
            }
            let cause = error.to_string();
            let cause = cause.split(" at line ").next().unwrap_or_default();
            let mut problem = self.bad_json(cause);
            let place = self.page.locate(error.column().saturating_sub(1));
            problem.place = Some(Spot { line: place.line, column: place.column });
            problem
        })
    }

    /// A text with its place; a value that is no string is a problem.
    fn string(
        &self,
        key: &str,
        value: Option<&RawValue>,
    ) -> Result<Option<(Arc<str>, Map)>, Problem> {
        let Some(value) = value else { return Ok(None) };
        let literal = value.get();
        let start = literal.as_ptr().addr().wrapping_sub(self.page.text().as_ptr().addr());
        let string = escape::decode(literal, start);
        string.map(Some).ok_or_else(|| {
            let message = format!("`{key}` is not a string here.");
            self.problem("bad-record", &message).help("Write it in quotes, or leave it out.")
        })
    }

    /// A short text; a blank one is as good as absent.
    fn told(&self, key: &str, value: Option<&RawValue>) -> Result<Option<String>, Problem> {
        let text = self.string(key, value)?.map(|(text, _)| text.trim().to_owned());
        Ok(text.filter(|text| !text.is_empty()))
    }

    fn message(&self, value: Option<&RawValue>) -> Result<Option<Message>, Problem> {
        let message = self.string("customer", value)?.map(|(text, map)| {
            let origin = self.origin(map);
            Message { text, origin }
        });
        Ok(message.filter(|message| !message.text.trim().is_empty()))
    }

    fn channel(&self, value: Option<&RawValue>) -> Result<Option<Channel>, Problem> {
        match self.told("channel", value)?.as_deref() {
            None => Ok(None),
            Some("email") => Ok(Some(Channel::Email)),
            Some("chat") => Ok(Some(Channel::Chat)),
            Some(_) => {
                let fault = self.problem("bad-record", "`channel` is not one that kindword knows.");
                Err(fault.help("Write \"email\" or \"chat\", or leave it out."))
            }
        }
    }

    /// How many files: a number, or a list with one entry each.
    fn attachments(&self, value: Option<&RawValue>) -> Result<Option<u32>, Problem> {
        let Some(value) = value.map(RawValue::get) else { return Ok(None) };
        let listed = serde_json::from_str::<Vec<IgnoredAny>>(value).map(|list| list.len());
        let counted = serde_json::from_str::<u32>(value).ok();
        let listed = listed.ok().and_then(|count| u32::try_from(count).ok());
        if let Some(count) = counted.or(listed) {
            return Ok(Some(count));
        }
        let fault =
            self.problem("bad-record", "`attachments` is neither a number nor a list here.");
        Err(fault.help("Write 0 or [] when nothing goes out with the reply, or leave it out."))
    }

    fn id(&self, value: Option<&RawValue>) -> Result<Id, Problem> {
        match value.map(RawValue::get) {
            None => Ok(Id::Number(u64::try_from(self.page.line()).unwrap_or(u64::MAX))),
            Some(id) if id.starts_with(['{', '[']) => {
                let fault = self.problem("bad-record", "`id` is a list or an object here.");
                Err(fault.help("Write a string or a number, or leave it out."))
            }
            Some(id) => Ok(Id::Json(id.to_owned())),
        }
    }

    fn origin(&self, map: Map) -> Origin {
        Origin::new(Arc::clone(self.page), map)
    }

    fn bad_json(&self, cause: &str) -> Problem {
        let message = format!("This line could not be read as JSON: {cause}.");
        self.problem("bad-json", &message)
            .help("Each line is one object: {\"draft\": \"Hello Maria, ...\"}")
    }

    fn problem(&self, code: &'static str, message: &str) -> Problem {
        Problem::new(code, self.page.name(), message).line(self.page.line())
    }
}

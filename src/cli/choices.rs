//! The values that options take, with their help. Formats come from the tables
//! of [`input::FORMATS`] and [`render::FORMATS`].

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::report::{Channel, Fits, Severity};
use crate::rule::overlay;
use crate::{input, render};

/// The helpdesks whose placeholders are known, for `--platform`.
pub(super) const PLATFORMS: &[&str] = &[
    "chatwoot",
    "freshdesk",
    "front",
    "github",
    "gorgias",
    "helpscout",
    "hubspot",
    "intercom",
    "kayako",
    "livehelperchat",
    "osticket",
    "rocketchat",
    "salesforce",
    "zammad",
    "zendesk",
    "zendesk-contact-center",
    "zoho",
];

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Where a reply goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChannelName {
    /// Mail and everything like it
    Email,
    /// A turn of a live chat
    Chat,
}

/// The least severity that stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Likely to hurt
    High,
    /// Worth rewording
    Medium,
    /// Small touches
    Polish,
    /// Never stop for findings or holds
    Never,
}

/// A severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityName {
    /// Likely to hurt
    High,
    /// Worth rewording
    Medium,
    /// Small touches
    Polish,
}

/// How better words can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FitsName {
    /// They drop in wherever the words stand
    Anywhere,
    /// They drop in where the words end their clause
    Clause,
    /// They have a {place} for the agent to fill
    Slot,
    /// They are shown, never put in
    Advice,
}

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// A rule pack
    Pack,
    /// A kindword.toml
    Config,
}

/// How to write a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For reading
    Text,
    /// One JSON object
    Json,
}

impl From<ChannelName> for Channel {
    fn from(name: ChannelName) -> Self {
        match name {
            ChannelName::Email => Self::Email,
            ChannelName::Chat => Self::Chat,
        }
    }
}

impl From<SeverityName> for Severity {
    fn from(name: SeverityName) -> Self {
        match name {
            SeverityName::High => Self::High,
            SeverityName::Medium => Self::Medium,
            SeverityName::Polish => Self::Polish,
        }
    }
}

impl From<FitsName> for Fits {
    fn from(name: FitsName) -> Self {
        match name {
            FitsName::Anywhere => Self::Anywhere,
            FitsName::Clause => Self::Clause,
            FitsName::Slot => Self::Slot,
            FitsName::Advice => Self::Advice,
        }
    }
}

impl FailOn {
    /// The severity; none for never.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::High => Some(Severity::High),
            Self::Medium => Some(Severity::Medium),
            Self::Polish => Some(Severity::Polish),
            Self::Never => None,
        }
    }
}

/// The input formats, by name.
pub(super) fn inputs() -> impl TypedValueParser<Value = &'static input::Format> {
    let rows = input::FORMATS.iter();
    PossibleValuesParser::new(rows.map(|row| PossibleValue::new(row.name).help(row.about)))
        .try_map(|name| input::find(&name).ok_or("there is no such format"))
}

/// The output formats, by name.
pub(super) fn outputs() -> impl TypedValueParser<Value = &'static render::Format> {
    let rows = render::FORMATS.iter();
    PossibleValuesParser::new(rows.map(|row| PossibleValue::new(row.name).help(row.about)))
        .try_map(|name| render::by_name(&name).ok_or("there is no such format"))
}

/// The overlays, by name.
pub(super) fn overlays() -> PossibleValuesParser {
    let rows = overlay::OVERLAYS.iter();
    PossibleValuesParser::new(rows.map(|row| PossibleValue::new(row.name).help(row.title)))
}

//! One reply as it comes from an input, with what is known about it.

use std::sync::Arc;

use crate::line::Page;
use crate::map::{Map, Origin};
use crate::report::{Channel, Id, Place};
use crate::span::{Span, Text};

/// A reply before it is sent, and what is known of it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The id from the input, else a number.
    pub id: Id,
    /// The macro's title, when it has one.
    pub title: Option<String>,
    /// The text as read.
    pub text: Arc<str>,
    /// Where its bytes lie in the stored file.
    pub origin: Origin,
    /// The customer's message, when it was given apart.
    pub customer: Option<Message>,
    /// The customer's name, when it was told.
    pub customer_name: Option<String>,
    /// The agent's name, when it was told.
    pub agent_name: Option<String>,
    /// Mail or chat, when it was told.
    pub channel: Option<Channel>,
    /// The id of the profile, when it was told.
    pub profile: Option<String>,
    /// How many files go out with it, where the input tells.
    pub attachments: Option<u32>,
    /// Whether the input names this text the agent's own: then it is read even
    /// where every line looks quoted.
    pub own: bool,
}

/// A message of the customer.
#[derive(Debug, Clone)]
pub struct Message {
    /// The text as read.
    pub text: Arc<str>,
    /// Where its bytes lie in the stored file.
    pub origin: Origin,
}

impl Draft {
    /// A draft of which only the text is known, as an input reads it.
    #[must_use]
    pub const fn new(id: Id, text: Arc<str>, origin: Origin) -> Self {
        Self {
            id,
            title: None,
            text,
            origin,
            customer: None,
            customer_name: None,
            agent_name: None,
            channel: None,
            profile: None,
            attachments: None,
            own: false,
        }
    }

    /// A draft that a program has at hand. Its source is called `draft`, and
    /// its places are those of the text itself.
    ///
    /// ```
    /// use kindword::document::draft::Draft;
    /// use kindword::report::Channel;
    /// use kindword::span::Span;
    ///
    /// let draft = Draft::from_text("Hi Maria,\nthanks for the photo.")
    ///     .with_customer("My lamp arrived cracked. Can I have a new one?")
    ///     .with_customer_name("Maria Lopez")
    ///     .with_channel(Channel::Chat);
    /// assert_eq!(draft.origin.place(Span::new(10, 16)).line, 2);
    /// ```
    #[must_use]
    pub fn from_text(text: impl Into<Arc<str>>) -> Self {
        let (text, origin) = at_hand("draft", text.into());
        Self::new(Id::Number(1), text, origin)
    }

    /// Gives the draft an id, as JSON text (`17`, `"a-17"`).
    #[must_use]
    pub fn with_id(mut self, json: impl Into<String>) -> Self {
        self.id = Id::Json(json.into());
        self
    }

    /// Adds the customer's message. Its source is called `customer`.
    #[must_use]
    pub fn with_customer(mut self, text: impl Into<Arc<str>>) -> Self {
        let (text, origin) = at_hand("customer", text.into());
        self.customer = Some(Message { text, origin });
        self
    }

    /// Adds the customer's name.
    #[must_use]
    pub fn with_customer_name(mut self, name: impl Into<String>) -> Self {
        self.customer_name = Some(name.into());
        self
    }

    /// Adds the agent's name.
    #[must_use]
    pub fn with_agent_name(mut self, name: impl Into<String>) -> Self {
        self.agent_name = Some(name.into());
        self
    }

    /// Says whether it is mail or chat.
    #[must_use]
    pub const fn with_channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Says which profile gives the points, by its id.
    #[must_use]
    pub fn with_profile(mut self, profile: impl Into<String>) -> Self {
        self.profile = Some(profile.into());
        self
    }

    /// Says how many files go out with it.
    #[must_use]
    pub const fn with_attachments(mut self, files: u32) -> Self {
        self.attachments = Some(files);
        self
    }

    /// Where a span of the customer's message stands; the place names the
    /// file when it is not the draft's own. None without a message.
    #[must_use]
    pub fn place_of_customer(&self, span: Span<Text>) -> Option<Place> {
        let origin = &self.customer.as_ref()?.origin;
        let mut place = origin.place(span);
        place.source = (origin.name() != self.origin.name()).then(|| origin.name().to_owned());
        Some(place)
    }
}

fn at_hand(name: &str, text: Arc<str>) -> (Arc<str>, Origin) {
    let page = Page::new(name, Arc::clone(&text));
    (text, Origin::new(Arc::new(page), Map::default()))
}

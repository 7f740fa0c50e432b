//! The points that a profile gives to an item.

use crate::report::Channel;
use crate::rule::model::Profile;

/// The points of `item` in the profile of that id, 0 where there are none.
#[must_use]
pub fn points(profiles: &[Profile], id: &str, channel: Channel, item: &str) -> u32 {
    let Some(profile) = profiles.iter().find(|profile| profile.id == id) else {
        return 0;
    };
    let table = match channel {
        Channel::Email => &profile.email,
        Channel::Chat => &profile.chat,
    };
    table.iter().find(|(name, _)| name == item).map_or(0, |(_, points)| *points)
}

//! A team's item or profile over the built-in one: what it writes counts, what
//! it leaves out stays.

use super::model::{Item, PoolKind, Profile};

/// Merges an item by its id; gives its number.
pub(super) fn item(items: &mut Vec<Item>, new: &Item) -> usize {
    let Some(at) = items.iter().position(|old| old.id == new.id) else {
        items.push(new.clone());
        return items.len() - 1;
    };
    if let Some(old) = items.get_mut(at) {
        replace(&mut old.title, &new.title);
        replace(&mut old.detector, &new.detector);
        replace(&mut old.praise, &new.praise);
        replace(&mut old.tip, &new.tip);
        replace(&mut old.why, &new.why);
        replace(&mut old.source, &new.source);
        if new.pool != PoolKind::None {
            old.pool = new.pool;
        }
        if !new.cues.is_empty() {
            old.pack.clone_from(&new.pack);
            old.cues.clone_from(&new.cues);
        }
    }
    at
}

/// What is written takes the place of what was.
pub(super) fn replace(old: &mut String, new: &str) {
    if !new.is_empty() {
        new.clone_into(old);
    }
}

/// Merges a profile by its id: points item by item.
pub(super) fn profile(profiles: &mut Vec<Profile>, new: Profile) {
    let Some(old) = profiles.iter_mut().find(|old| old.id == new.id) else {
        profiles.push(new);
        return;
    };
    replace(&mut old.title, &new.title);
    points(&mut old.email, new.email);
    points(&mut old.chat, new.chat);
}

fn points(old: &mut Vec<(String, u32)>, new: Vec<(String, u32)>) {
    for (item, points) in new {
        match old.iter_mut().find(|(name, _)| *name == item) {
            Some(row) => row.1 = points,
            None => old.push((item, points)),
        }
    }
}

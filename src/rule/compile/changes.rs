//! The changes of packs: each is looked up among everything that can be
//! changed, and its phrases are compiled into the layer of its pack.

use std::collections::BTreeSet;

use super::{Compiler, number};
use crate::phrase::{Owner, Use};
use crate::rule::amend::{Known, Swap, twice};
use crate::rule::change::{Amendment, Change};
use crate::rule::layer::{HOLD, ROW};
use crate::rule::load::{Located, Pack};
use crate::rule::model::Rule;
use crate::rule::set::{RuleRef, RuleSet};

impl Compiler<'_> {
    /// Changes of rules, of this layer's own or of those below.
    pub(super) fn changes(&mut self, packs: &[Pack]) {
        if packs.iter().all(|pack| pack.changes.is_empty()) {
            return;
        }
        let known = self.known();
        for pack in packs {
            let mut targets = BTreeSet::new();
            for one in &pack.changes {
                match known.amend(pack, one) {
                    Err(problems) => self.problems.extend(problems),
                    Ok(found) if !targets.insert(found.target.clone()) => {
                        self.problems.push(twice(pack, one));
                    }
                    Ok(found) => {
                        let owner = Owner::new(Use::Change, 0, number(self.tables.changes.len()));
                        self.unless(pack, &one.spans, &one.place, owner, &one.value.unless);
                        self.slots(pack, one, &found);
                        self.tables.changes.push(found);
                    }
                }
            }
        }
    }

    /// The `{slots}` of a wording that takes the place of a rule's own.
    fn slots(&mut self, pack: &Pack, one: &Located<Change>, found: &Amendment) {
        let [(layer, index)] = found.swaps[..] else { return };
        let at = RuleRef { layer: layer as usize, index };
        let below = self.base.and_then(|base| base.rule(at));
        let Some(mut value) = below.or_else(|| self.own(index)) else { return };
        one.value.amend(&mut value);
        let (place, spans) = (one.place.clone(), one.spans.clone());
        let changed = Located { value, place, spans };
        if one.value.say.is_some() || one.value.fits.is_some() {
            crate::rule::slots::check(pack, &changed, &mut self.builder, &mut self.problems);
        }
    }

    /// A rule of this layer.
    fn own(&self, index: u32) -> Option<Rule> {
        let [from, len, ..] = *self.rows.as_chunks::<ROW>().0.get(index as usize)?;
        let record = self.records.get(from as usize..(from + len) as usize)?;
        serde_json::from_str(record).ok()
    }

    /// The names of everything that can be changed.
    fn known(&self) -> Known {
        let mut known = Known::default();
        let own = number(self.base.map_or(0, RuleSet::depth));
        let mut swap = |place: (u32, u32), names: &str, flags: u32| {
            let names = names.split(' ').map(str::to_owned).collect();
            known.swaps.push(Swap { place, names, hold: flags & HOLD != 0 });
        };
        for (at, names, flags) in self.base.iter().flat_map(|base| base.named()) {
            swap((number(at.layer), at.index), names, flags);
        }
        let rows = self.rows.as_chunks::<ROW>().0;
        for (index, (names, row)) in (0..).zip(self.names.lines().zip(rows)) {
            swap((own, index), names, row[2]);
        }
        let extras = self.base.map(RuleSet::extra_ids).unwrap_or_default();
        (known.limits, known.leaks) = extras;
        known.limits.extend(self.tables.limits.iter().map(|one| one.id.clone()));
        known.leaks.extend(self.tables.leaks.iter().map(|one| one.id.clone()));
        known.categories = self.categories().map(|one| one.id.clone()).collect();
        known
    }
}

//! Those who hold one competency at one level, counted by profession: the rule of cover, once.

use super::rule::{Missing, Need};
use super::verdict::{Covered, Verdict};

/// A profession by position; `None` where a role has none.
pub(super) type Profession = Option<u16>;

/// People of one profession, in the team and by arrangement.
#[derive(Clone, Copy, Debug)]
struct Group {
    profession: Profession,
    own: u32,
    helping: u32,
}

impl Group {
    const fn people(self, with_help: bool) -> u32 {
        if with_help { self.own + self.helping } else { self.own }
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct Heads(Vec<Group>);

impl Heads {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn add(&mut self, profession: Profession, (own, helping): (u32, u32)) {
        match self.0.iter_mut().find(|group| group.profession == profession) {
            Some(group) => {
                group.own += own;
                group.helping += helping;
            }
            None => self.0.push(Group { profession, own, helping }),
        }
    }

    /// What keeps them from being enough, with those who come by arrangement; nothing where they are.
    pub fn missing(&self, need: Need) -> Missing {
        self.lacks(need, true, |_| 0)
    }

    /// Without how many of them, each alone, it would not be covered.
    pub fn alone(&self, need: Need) -> u32 {
        let hangs = self.0.iter().filter(|group| self.falls(need, group.profession));
        hangs.map(|group| group.people(true)).sum()
    }

    pub fn verdict(&self, need: Need) -> Verdict {
        let covered = if self.meets(need, false, |_| 0) {
            Covered::InTeam
        } else if self.meets(need, true, |_| 0) {
            Covered::ByArrangement
        } else {
            Covered::NotCovered
        };
        let one_person = self.0.iter().any(|group| self.falls(need, group.profession));
        Verdict { covered, one_person }
    }

    /// Whether it is covered, and not if one person of this profession left.
    pub fn falls(&self, need: Need, profession: Profession) -> bool {
        let one_of_it = |group: &Group| u32::from(group.profession == profession);
        self.meets(need, true, |_| 0) && !self.meets(need, true, one_of_it)
    }

    /// Whether there are enough people of enough professions, once some of each group are gone.
    fn meets(&self, need: Need, with_help: bool, gone: impl Fn(&Group) -> u32) -> bool {
        self.lacks(need, with_help, gone) == Missing::default()
    }

    fn lacks(&self, need: Need, with_help: bool, gone: impl Fn(&Group) -> u32) -> Missing {
        let (mut people, mut professions) = (0, 0);
        for group in &self.0 {
            let stay = group.people(with_help).saturating_sub(gone(group));
            people += stay;
            professions += u32::from(stay > 0 && group.profession.is_some());
        }
        need.missing(people, professions)
    }
}

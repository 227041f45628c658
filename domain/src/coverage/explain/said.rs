//! What was said of somebody in each world.

use super::Part;
use super::world::{Between, World};
use crate::coverage::Person;
use crate::standing::Event;

impl Between<'_> {
    /// Whether a part changes what is heard of somebody.
    pub fn is_heard_in(&self, part: Part, person: &Person) -> bool {
        match part {
            Part::LateRecords => person.judgements.iter().any(|event| self.is_late(event)),
            // From then on, later versions are heard for themselves.
            Part::FrameworkVersions => !self.is_of_one_version(),
            Part::Confirmations | Part::Revocations | Part::SelfAssessments | Part::Exemptions => {
                let is_of_part =
                    |event: &Event| self.is_since(event) && Part::of(event.kind) == part;
                person.judgements.iter().any(is_of_part)
            }
            _ => false,
        }
    }

    /// What is heard of somebody in a world, in order. In the version of the earlier day, what was said since of a competency that one of
    /// its own became is heard as said of that: whoever was confirmed under the next version is not told to be met by the version.
    pub fn hear(&self, world: World, person: &Person, said: &mut Vec<Event>) {
        said.clear();
        let events = person.judgements.iter().filter(|event| self.counts(world, event));
        if world.has(Part::FrameworkVersions) || self.is_of_one_version() {
            said.extend(events);
            return;
        }
        said.extend(events.map(|event| match self.is_since(event) {
            true => Event { competency: self.home_of(event.competency), ..*event },
            false => *event,
        }));
        said.sort_by_key(|event| (event.competency, event.day, event.sequence));
    }

    fn counts(&self, world: World, event: &Event) -> bool {
        match self.is_since(event) {
            true => world.has(Part::of(event.kind)),
            false if event.day > self.until => false,
            false => world.has(Part::LateRecords) || !self.is_late(event),
        }
    }

    /// Made after the earlier day, up to the later one.
    fn is_since(&self, event: &Event) -> bool {
        event.day > self.since && event.day <= self.until
    }

    /// Made by the earlier day, and not known then.
    fn is_late(&self, event: &Event) -> bool {
        event.day <= self.since && self.known.is_some_and(|known| !known.judgement(event.sequence))
    }
}

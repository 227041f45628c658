//! The people behind one figure: who is asked what, and where each of them stands.

use super::facts::Facts;
use super::query::{Query, Unit};
use super::standings::Standings;
use super::tally::Frame;
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::requirements::CompetencyIndex;
use crate::standing::Standing;

/// One person's place in a figure: one entry for each competency that is asked of them in the row.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: PersonId,
    pub asked: Vec<MemberAsked>,
}

#[derive(Clone, Copy, Debug)]
pub struct MemberAsked {
    pub competency: CompetencyIndex,
    pub level: Level,
    pub critical: bool,
    /// Exempt ones are listed and do not count.
    pub standing: Standing,
}

/// Everyone with a chosen post in the row of `unit` (and `group`, where the query groups), and what is asked of them,
/// narrowed to one item by its code. The figures of that row are the counts of this list.
pub fn members(
    facts: &Facts,
    query: &Query,
    unit: Unit,
    group: Option<&str>,
    item_code: Option<&str>,
) -> Vec<Member> {
    let Some(frame) = Frame::new(facts, query) else { return Vec::new() };
    let frame = match item_code {
        Some(code) => frame.only(code),
        None => frame,
    };
    let Some(mut standings) = Standings::new(facts) else { return Vec::new() };
    let member = |person| {
        standings.turn_to(person, query.as_at, frame.version);
        let (chosen, _) = frame.place(person);
        let posts = chosen.get(&(unit, group))?;
        let asked = frame.asked_of_posts(posts);
        let asked: Vec<MemberAsked> = asked
            .iter()
            .map(|asked| MemberAsked {
                competency: asked.competency,
                level: asked.level,
                critical: asked.critical,
                standing: *standings.of(asked.competency),
            })
            .collect();
        (!asked.is_empty()).then_some(Member { person: person.id, asked })
    };
    facts.people.iter().filter_map(member).collect()
}

//! Everything a coverage figure is computed from, held by position so that a whole place is counted in one pass.

use crate::codes::Strand;
use crate::coverage::cover::{Arrangement, Item, Rule};
use crate::coverage::named_groups::NamedGroup;
use crate::coverage::query::{GroupBy, Unit};
use crate::coverage::recorded::Recorded;
use crate::frameworks::crosswalk::{Answer, Carried, Crossed, carried};
use crate::frameworks::{Version, in_order, version_at};
use crate::ids::{CompetencyId, PersonId, RoleId};
use crate::organisations::Places;
use crate::people::{Post, Presence, Terms};
use crate::requirements::{Asked, CompetencyIndex, Requirement, asked_at, highest};
use crate::standing::{Event, Standing};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A job role.
#[derive(Clone, Debug)]
pub struct Role {
    pub id: RoleId,
    pub code: String,
    pub title: String,
    /// Blank in the file means the ESR group.
    pub profession: Option<String>,
    pub gpw_staff_group: Option<String>,
    pub esr_staff_group: Option<String>,
    pub mental_health_professional: bool,
    pub requirements: Vec<Requirement>,
}

impl Role {
    /// The group a post in this role belongs to; none where the role has none.
    pub fn group(&self, by: GroupBy) -> Option<&str> {
        match by {
            GroupBy::GpWorkforce => self.gpw_staff_group.as_deref(),
            GroupBy::Esr => self.esr_staff_group.as_deref(),
            GroupBy::Profession => self.profession.as_deref().or(self.esr_staff_group.as_deref()),
            GroupBy::Role => Some(&self.code),
        }
    }
}

/// A competency of one framework version.
#[derive(Clone, Debug)]
pub struct Competency {
    pub id: CompetencyId,
    pub code: String,
    pub title: String,
    pub strand: Strand,
    pub refresh_months: u32,
    pub rare_event: bool,
    /// The position of its framework version.
    pub version: usize,
    /// The position of its domain.
    pub domain: usize,
    /// What it takes over from earlier versions.
    pub carried: Carried,
}

/// A domain of one framework version.
#[derive(Clone, Debug)]
pub struct Domain {
    pub code: String,
    pub title: String,
}

/// A person with everything said of them.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub posts: Vec<Post>,
    /// Ordered by competency, then day, then recording.
    pub judgements: Vec<Event>,
}

/// One consistent state of the installation.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub places: Places,
    pub roles: Vec<Role>,
    pub versions: Vec<Version>,
    pub domains: Vec<Domain>,
    pub competencies: Vec<Competency>,
    /// From each version to the next. [`Facts::carry`] makes it count.
    pub crosswalk: Vec<Answer>,
    /// Ordered by id.
    pub people: Vec<Person>,
    /// In the order in which they were recorded.
    pub cover_rules: Vec<Rule>,
    /// Who helps which team, by its mental health input.
    pub arrangements: Vec<Arrangement>,
    /// Ordered by code.
    pub named_groups: Vec<NamedGroup>,
    /// When it was recorded.
    pub recorded: Recorded,
}

impl Facts {
    /// Whether anything was said or confirmed of anybody by a day, as far as is on record: before that, whatever is asked is not met.
    pub fn is_anything_known(&self, day: NaiveDate) -> bool {
        self.people.iter().any(|person| person.judgements.iter().any(|event| event.day <= day))
    }

    /// Works out what each competency takes over from earlier versions, once all versions and answers are known.
    pub fn carry(&mut self) {
        let crossed =
            |c: &Competency| Crossed { version: c.version, refresh_months: c.refresh_months };
        let crossed: Vec<Crossed> = self.competencies.iter().map(crossed).collect();
        let carried = carried(&self.versions, &crossed, &self.crosswalk);
        for (competency, carried) in self.competencies.iter_mut().zip(carried) {
            competency.carried = carried;
        }
    }

    /// The competency of the version at `day` in which a request or claim made in `at` is open: itself, or the one that
    /// it became. None where it was split, merged or is asked again: then it must be asked anew.
    pub fn open_now(&self, at: CompetencyIndex, day: NaiveDate) -> Option<CompetencyIndex> {
        let version = version_at(&self.versions, day)?;
        let mut of_version =
            self.competencies.iter().enumerate().filter(|(_, c)| c.version == version);
        let (found, _) = of_version
            .find(|(now, c)| *now == usize::from(at) || c.carried.takes_questions_of(at))?;
        CompetencyIndex::try_from(found).ok()
    }

    /// What a code meant to whoever wrote it on `day`: in the version that held, else in the last one before it that had the
    /// code, because a version may be published on the day itself.
    pub fn meant(&self, code: &str, day: NaiveDate) -> Option<CompetencyIndex> {
        let order = in_order(&self.versions);
        let had_begun = |at: &&usize| {
            let from = self.versions.get(**at).and_then(|version| version.published_from);
            from.is_none_or(|from| from <= day)
        };
        let versions = order.iter().filter(had_begun).rev().chain(order.first());
        let of = |version: &usize| {
            self.competencies.iter().position(|c| c.version == *version && c.code == code)
        };
        let found = versions.into_iter().find_map(of)?;
        CompetencyIndex::try_from(found).ok()
    }

    /// The domains of the version that holds at `day`, by position, in their order.
    pub fn domains_at(&self, day: NaiveDate) -> Vec<usize> {
        let version = version_at(&self.versions, day);
        let of_version = self.competencies.iter().filter(|c| Some(c.version) == version);
        let domains: BTreeSet<usize> = of_version.map(|competency| competency.domain).collect();
        domains.into_iter().collect()
    }

    /// What a domain or competency is called in a version; in the first that has it where none is named.
    pub fn title_of(&self, item: &Item, version: Option<usize>) -> Option<&str> {
        let is_meant = |c: &&Competency| version.is_none_or(|version| c.version == version);
        let mut meant = self.competencies.iter().filter(is_meant);
        match item {
            Item::Competency(code) => meant.find(|c| c.code == *code).map(|c| &*c.title),
            Item::Domain(code) => {
                let mut domains = meant.filter_map(|c| self.domains.get(c.domain));
                domains.find(|domain| domain.code == *code).map(|domain| &*domain.title)
            }
        }
    }

    /// The position of a competency of any version.
    pub fn competency_at(&self, id: CompetencyId) -> Option<CompetencyIndex> {
        let at = self.competencies.iter().position(|c| c.id == id)?;
        CompetencyIndex::try_from(at).ok()
    }

    /// The code and name of a row's scope.
    pub fn unit_name(&self, unit: Unit) -> Option<(&str, &str)> {
        match unit {
            Unit::Area(at) => self.places.areas.get(at).map(|a| (&*a.code, &*a.name)),
            Unit::Organisation(at) => {
                self.places.organisations.get(at).map(|o| (&*o.code, &*o.name))
            }
            Unit::Team(at) => self.places.teams.get(at).map(|t| (&*t.code, &*t.name)),
            Unit::NamedGroup(at) => self.named_groups.get(at).map(|g| (&*g.code, &*g.name)),
        }
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.binary_search_by_key(&id, |p| p.id).ok().and_then(|at| self.people.get(at))
    }

    /// The name as people sign: `First name Surname`; empty for somebody who is not known.
    pub fn name_of(&self, id: PersonId) -> String {
        self.person(id).map_or_else(String::new, Person::name)
    }

    /// What a person's posts ask at `day`: bank and locum posts too, since this is about the person and not a figure.
    pub fn asked_of(&self, person: &Person, day: NaiveDate) -> Vec<Asked> {
        self.asked_by(self.posts_in_scope(person, day), day)
    }

    /// What a person's posts in some teams ask at `day`, as figures count them: without bank and locum posts.
    pub fn asked_in(
        &self,
        person: &Person,
        day: NaiveDate,
        teams: impl Fn(usize) -> bool,
    ) -> Vec<Asked> {
        let counted = person.posts.iter().filter_map(|post| {
            match post.presence_at(day, false, |team| self.team_open(team, day)) {
                Presence::InScope(terms) => Some(terms).filter(|terms| teams(terms.team)),
                Presence::Away(_) | Presence::Out => None,
            }
        });
        self.asked_by(counted, day)
    }

    fn asked_by<'a>(&self, posts: impl Iterator<Item = &'a Terms>, day: NaiveDate) -> Vec<Asked> {
        let roles = posts.filter_map(|terms| self.roles.get(terms.role));
        let version = version_at(&self.versions, day);
        let current = |asked: &Asked| {
            let competency = self.competencies.get(usize::from(asked.competency));
            competency.is_some_and(|c| Some(c.version) == version)
        };
        highest(roles.flat_map(|role| asked_at(&role.requirements, day)).filter(current))
    }

    /// The terms of a person's posts in scope at `day`, bank and locum posts among them.
    pub fn posts_in_scope<'a>(
        &'a self,
        person: &'a Person,
        day: NaiveDate,
    ) -> impl Iterator<Item = &'a Terms> {
        person.posts.iter().filter_map(move |post| {
            match post.presence_at(day, true, |team| self.team_open(team, day)) {
                Presence::InScope(terms) => Some(terms),
                Presence::Away(_) | Presence::Out => None,
            }
        })
    }

    pub fn team_open(&self, team: usize, day: NaiveDate) -> bool {
        self.places.teams.get(team).is_some_and(|t| t.open.contains(day))
    }
}

impl Person {
    /// The name as people sign: `First name Surname`.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// The standing in one competency at `day`, with what was carried over from earlier versions.
    pub fn standing_in(&self, at: CompetencyIndex, of: &Competency, day: NaiveDate) -> Standing {
        standing_from(&self.judgements, at, of, day)
    }

    /// The judgements that the confirmed level in one competency at `day` rests on.
    pub fn rests_on(&self, at: CompetencyIndex, of: &Competency, day: NaiveDate) -> Vec<&Event> {
        of.carried.rests_on(at, &|at| said_in(&self.judgements, at), day)
    }

    /// Adds judgements recorded since, keeping the order; they were recorded after all that are here.
    pub fn hear(&mut self, events: impl IntoIterator<Item = Event>) {
        self.judgements.extend(events);
        self.put_in_order();
    }

    /// Orders judgements that were added at the end, in the order in which they were recorded.
    pub fn put_in_order(&mut self) {
        // A stable sort: of one competency and day, what was recorded first stays first.
        self.judgements.sort_by_key(|e| (e.competency, e.day));
        self.judgements.shrink_to_fit();
    }
}

/// The standing in one competency at `day` that judgements lead to, with what was carried over from earlier versions. They
/// are ordered by competency, then day, then recording.
pub fn standing_from(
    judgements: &[Event],
    at: CompetencyIndex,
    of: &Competency,
    day: NaiveDate,
) -> Standing {
    of.carried.standing(at, of.refresh_months, &|at| said_in(judgements, at), day)
}

/// The judgements of one competency among those of a person.
pub fn said_in(judgements: &[Event], at: CompetencyIndex) -> &[Event] {
    let from = judgements.partition_point(|e| e.competency < at);
    let rest = judgements.get(from..).unwrap_or_default();
    let many = rest.partition_point(|e| e.competency == at);
    rest.get(..many).unwrap_or_default()
}

//! One person's share in each row of a coverage query: the rules of section 4, once.

use super::facts::{Competency, Facts, Person};
use super::query::{ItemKind, Query, ScopeKind, Unit, is_among};
use super::row::Counts;
use super::shares::{Share, Shares};
use super::standings::Known;
use crate::codes::JudgementKind;
use crate::frameworks::version_at;
use crate::organisations::{Team, TeamIndex};
use crate::people::{Presence, RoleIndex, Terms};
use crate::requirements::{Asked, CompetencyIndex, asked_at, highest};
use crate::standing::{Confirmed, Standing, Status};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What stays the same for every person of a query.
pub(super) struct Frame<'a> {
    pub facts: &'a Facts,
    pub query: &'a Query,
    /// The position of the framework version that holds at the date.
    pub version: usize,
    /// The day on which roles ask what they ask.
    asked_on: NaiveDate,
    /// What each role asks at the date, item by item.
    asked: Vec<Vec<Asked>>,
    /// The row each team counts in; `None` where it is filtered out or not in any.
    unit_of_team: Vec<Option<Unit>>,
    /// For each competency, the position of its item in a row; `None` outside the version that holds and the strand asked about.
    item_of: Vec<Option<usize>>,
    item_codes: Vec<&'a str>,
}

/// A row a person has posts in, and those posts.
pub(super) type Key<'a> = (Unit, Option<&'a str>);
pub(super) type Placed<'a, 'p> = BTreeMap<Key<'a>, Vec<&'p Terms>>;

impl<'a> Frame<'a> {
    /// `None` where no framework was ever published: then nothing is asked.
    pub fn new(facts: &'a Facts, query: &'a Query) -> Option<Self> {
        let version = version_at(&facts.versions, query.as_at)?;
        Some(Self::of(facts, query, (version, query.as_at)))
    }

    /// The same with what roles ask on another day, in the version at that position.
    pub fn of(facts: &'a Facts, query: &'a Query, (version, asked_on): (usize, NaiveDate)) -> Self {
        let mut item_codes: Vec<&str> = match query.item {
            ItemKind::All => vec!["all"],
            ItemKind::Domain => facts.domains.iter().map(|d| &*d.code).collect(),
            ItemKind::Competency => facts.competencies.iter().map(|c| &*c.code).collect(),
        };
        item_codes.shrink_to_fit();
        let is_asked_about = |competency: &Competency| {
            competency.version == version
                && query.strand.is_none_or(|strand| strand == competency.strand)
        };
        let item_of = facts.competencies.iter().enumerate().map(|(at, competency)| {
            is_asked_about(competency).then(|| position(query.item, at, competency))
        });
        let item_of: Vec<_> = item_of.collect();
        let teams = facts.places.teams.iter().enumerate();
        let unit_of_team = teams.map(|(at, team)| unit_of(facts, query, at, team)).collect();
        let asked = Vec::new();
        let mut frame =
            Self { facts, query, version, asked_on, asked, unit_of_team, item_of, item_codes };
        let roles = facts.roles.iter();
        frame.asked = roles.map(|r| frame.by_item(asked_at(&r.requirements, asked_on))).collect();
        frame
    }

    /// Whether the same posts are asked the same as in another query, and stand to it as there, but for how it is told: item by item
    /// or together. Of queries for [everything asked](Self::new) alone: one that was [narrowed](Self::only) asks less.
    pub fn asks_the_same_as(&self, other: &Self) -> bool {
        let asks = |of: &Self| {
            let Query { as_at, strand, critical_only, .. } = of.query;
            (of.version, of.asked_on, *as_at, *strand, *critical_only)
        };
        asks(self) == asks(other)
    }

    /// Only what is asked in the item with this code.
    #[must_use]
    pub fn only(mut self, item_code: &str) -> Self {
        let mut asked = std::mem::take(&mut self.asked);
        for of_role in &mut asked {
            of_role.retain(|asked| {
                self.item_of(asked.competency).is_some_and(|item| self.item_code(item) == item_code)
            });
        }
        Self { asked, ..self }
    }

    /// What counts at the date, ordered by item.
    fn by_item(&self, mut asked: Vec<Asked>) -> Vec<Asked> {
        asked.retain(|asked| self.item_of(asked.competency).is_some());
        asked.sort_by_key(|asked| self.item_of(asked.competency));
        asked
    }

    pub fn item_code(&self, item: usize) -> &'a str {
        self.item_codes.get(item).copied().unwrap_or_default()
    }

    /// The row a team counts in; `None` where the query leaves it out.
    pub fn unit(&self, team: TeamIndex) -> Option<Unit> {
        *self.unit_of_team.get(team)?
    }

    /// The person's chosen posts by row, and those that only their holder's absence keeps out.
    pub fn place<'p>(&self, person: &'p Person) -> (Placed<'a, 'p>, Placed<'a, 'p>) {
        let (mut chosen, mut away) = (Placed::new(), Placed::new());
        let day = self.query.as_at;
        for post in &person.posts {
            let open = |team| self.facts.team_open(team, day);
            let (terms, into) = match post.presence_at(day, self.query.include_bank, open) {
                Presence::InScope(terms) => (terms, &mut chosen),
                Presence::Away(terms) => (terms, &mut away),
                Presence::Out => continue,
            };
            if let Some(key) = self.key_of(terms) {
                into.entry(key).or_default().push(terms);
            }
        }
        (chosen, away)
    }

    fn key_of(&self, terms: &Terms) -> Option<Key<'a>> {
        let unit = self.unit(terms.team)?;
        match self.query.group {
            None => Some((unit, None)),
            Some(by) => Some((unit, Some(self.facts.roles.get(terms.role)?.group(by)?))),
        }
    }

    /// What a role asks at the date.
    pub fn asked_of(&self, role: RoleIndex) -> &[Asked] {
        self.asked.get(role).map_or(&[], Vec::as_slice)
    }

    /// What the posts ask together, item by item, before exemptions. What is critical shows only once all posts are looked at.
    pub fn asked_of_posts(&self, posts: &[&Terms]) -> Cow<'_, [Asked]> {
        let together = match posts {
            [one] => Cow::Borrowed(self.asked_of(one.role)),
            several => {
                let asked = several.iter().flat_map(|terms| self.asked_of(terms.role)).copied();
                Cow::Owned(self.by_item(highest(asked)))
            }
        };
        if !self.query.critical_only {
            return together;
        }
        Cow::Owned(together.iter().filter(|asked| asked.critical).copied().collect())
    }

    pub fn item_of(&self, competency: CompetencyIndex) -> Option<usize> {
        *self.item_of.get(usize::from(competency))?
    }

    /// The item of a competency of any version. Items of two versions that have one code are told together.
    pub fn item_in_any(&self, competency: CompetencyIndex) -> Option<usize> {
        let at = usize::from(competency);
        self.facts.competencies.get(at).map(|of| position(self.query.item, at, of))
    }

    /// How many items a row has: those of all versions.
    pub const fn items(&self) -> usize {
        self.item_codes.len()
    }
}

/// The position in a row of the item that a competency belongs to.
const fn position(item: ItemKind, at: usize, competency: &Competency) -> usize {
    match item {
        ItemKind::All => 0,
        ItemKind::Domain => competency.domain,
        ItemKind::Competency => at,
    }
}

/// The row a team counts in, once the filters have had their say.
pub(super) fn unit_of(facts: &Facts, query: &Query, at: usize, team: &Team) -> Option<Unit> {
    let day = query.as_at;
    let within = |unit| match unit {
        Unit::NamedGroup(group) => {
            facts.group_members(group, day).any(|one| facts.holds(one, at, day))
        }
        one => facts.holds(one, at, day),
    };
    let chosen = query.organisation.is_none_or(|own| own == team.organisation)
        && query.setting.is_none_or(|setting| setting == team.setting)
        && query.care_level.is_none_or(|level| Some(level) == team.care_level)
        && is_among(query.visible.as_deref(), at)
        && query.within.is_none_or(within);
    match query.scope {
        _ if !chosen => None,
        ScopeKind::Team => Some(Unit::Team(at)),
        ScopeKind::Organisation => Some(Unit::Organisation(team.organisation)),
        ScopeKind::NamedGroup => query.within.filter(|unit| matches!(unit, Unit::NamedGroup(_))),
        area => facts.places.area_of_kind(team, area.area_kind()?, day).map(Unit::Area),
    }
}

/// Adds one person's share to every row of a query in which they count: where they stand, and [where their posts are](Frame::place).
pub(super) fn count<'a, 'p>(
    (at, frame): (usize, &Frame<'a>),
    (known, (chosen, away)): (&Known, (Placed<'a, 'p>, Placed<'a, 'p>)),
    (shares, rows): (&mut Shares<'p>, &mut BTreeMap<Key<'a>, Vec<Counts>>),
) {
    let mut empty = || vec![Counts::default(); frame.items()];
    for (key, posts) in &chosen {
        let counts = rows.entry(*key).or_insert_with(&mut empty);
        shares.add((at, frame), (known, posts), counts);
    }
    for (key, posts) in away.iter().filter(|(key, _)| !chosen.contains_key(*key)) {
        let asked = frame.asked_of_posts(posts);
        let open = asked.iter().filter(|a| !known.of(a.competency).exempt);
        let items: BTreeSet<usize> = open.filter_map(|a| frame.item_of(a.competency)).collect();
        let counts = rows.entry(*key).or_insert_with(&mut empty);
        for item in items {
            if let Some(counts) = counts.get_mut(item) {
                counts.not_in_scope += 1;
            }
        }
    }
}

/// One person's share in one item of a row, of which `of_item` is what their posts in the row ask.
pub(super) fn share(frame: &Frame, known: &Known, posts: &[&Terms], of_item: &[Asked]) -> Counts {
    Share::of(frame, known, posts, of_item).counts(frame.query.item)
}

/// One person and one competency that is asked of them; `None` where they are exempt.
pub(super) fn pair(asked: Asked, standing: &Standing, day: NaiveDate) -> Option<Counts> {
    if standing.exempt {
        return None;
    }
    let Asked { level, critical, .. } = asked;
    let status = standing.status(level, day);
    let met = u32::from(matches!(status, Status::Met | Status::DueSoon));
    let is_recognised =
        matches!(standing.confirmed, Confirmed::At { kind: JudgementKind::Recognised, .. });
    Some(Counts {
        required: 1,
        met_confirmed: met,
        met_recognised: met * u32::from(is_recognised),
        met_self: u32::from(standing.meets_by_self(level)),
        assessed: u32::from(standing.assessed),
        due_soon: u32::from(status == Status::DueSoon),
        expired: u32::from(status == Status::Expired),
        requirements: 1,
        requirements_met: met,
        critical_required: u32::from(critical),
        critical_met: met * u32::from(critical),
        ..Counts::default()
    })
}

impl Counts {
    /// Pair counts of one person's item, read as that person: all must be met, one due soon or expired is enough.
    pub(super) fn as_one_person(self) -> Self {
        let all = |part: u32, whole: u32| u32::from(whole > 0 && part == whole);
        let met = all(self.met_confirmed, self.required);
        Self {
            required: 1,
            people: 1,
            met_confirmed: met,
            met_recognised: met * u32::from(self.met_recognised > 0),
            met_self: all(self.met_self, self.required),
            assessed: all(self.assessed, self.required),
            due_soon: met * u32::from(self.due_soon > 0),
            expired: u32::from(self.expired > 0),
            critical_required: u32::from(self.critical_required > 0),
            critical_met: all(self.critical_met, self.critical_required),
            ..self
        }
    }

    /// Adds all of one person's share.
    pub(super) fn take(&mut self, share: &Self) {
        self.add(share);
        self.exempt += share.exempt;
        self.not_in_scope += share.not_in_scope;
        self.fte_required += share.fte_required;
        self.fte_met_confirmed += share.fte_met_confirmed;
    }

    /// Adds the counts of another row or person; FTE and what is left out are added where they are counted.
    pub(super) fn add(&mut self, share: &Self) {
        self.required += share.required;
        self.people += share.people;
        self.met_confirmed += share.met_confirmed;
        self.met_recognised += share.met_recognised;
        self.met_self += share.met_self;
        self.assessed += share.assessed;
        self.due_soon += share.due_soon;
        self.expired += share.expired;
        self.requirements += share.requirements;
        self.requirements_met += share.requirements_met;
        self.critical_required += share.critical_required;
        self.critical_met += share.critical_met;
    }
}

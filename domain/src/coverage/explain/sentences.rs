//! What is behind a figure and its change, as people read it.

use super::{Change, Changed, Difference, Formula, LeftOut, Outcome, Part, PartOfChange};
use crate::coverage::Facts;
use crate::coverage::forecast::moved;
use crate::coverage::views::Measure;
use crate::dates::{Period, spoken};
use crate::figures::{counted, grouped};
use crate::standing::level_told;
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl Formula {
    /// `Requirements met: 27 of 40 is 67.5%`.
    pub fn sentence(self) -> String {
        let Self { measure, part, whole } = self;
        match self.percent() {
            nothing if nothing.is_empty() => format!("{}: nothing is asked", measure.label()),
            percent => {
                let [part, whole] = [part, whole].map(grouped);
                format!("{}: {part} of {whole} is {percent}%", measure.label())
            }
        }
    }
}

impl Outcome {
    /// `Met: level 3 (recognised), due on 4 May 2026`.
    pub fn sentence(self) -> String {
        match self {
            Self::Met { level, kind, due_on, due_soon } => {
                let soon = if due_soon { ", which is soon" } else { "" };
                format!("Met: level {}, due on {}{soon}", level_told(level, kind), spoken(due_on))
            }
            Self::TooLow { level, kind, .. } => {
                format!("Not met: the last level confirmed is {}", level_told(level, kind))
            }
            Self::Expired { level, kind, due_on } => {
                let level = level_told(level, kind);
                format!("Not met: level {level} was due on {} and has expired", spoken(due_on))
            }
            Self::Revoked { on: Some(on) } => format!("Not met: revoked on {}", spoken(on)),
            Self::Revoked { on: None } => "Not met: revoked".to_owned(),
            Self::SelfAssessed { level } => {
                format!("Not met: self-assessed at level {level}, and nobody has confirmed it")
            }
            Self::NoJudgement => "Not met: not assessed".to_owned(),
            Self::Exempt { since, until } => match (since, until) {
                (None, None) => "Exempt".to_owned(),
                (since, until) => format!("Exempt: {}", lower(&Period::new(since, until).words())),
            },
        }
    }
}

impl LeftOut {
    /// `Away from work since 4 May 2026`.
    pub fn sentence(self) -> String {
        match self {
            Self::Exempt => "Exempt from everything asked here".to_owned(),
            Self::NothingAsked => "Their role asks nothing here".to_owned(),
            Self::Away { since: None } => "Away from work".to_owned(),
            Self::Away { since: Some(day) } => format!("Away from work since {}", spoken(day)),
            Self::OtherGroup => "Their role is not in this group".to_owned(),
            Self::OtherSetting(setting) => {
                format!("Their team's care setting is {}", lower(setting.label()))
            }
            Self::OtherCareLevel(None) => "Their team has no care level".to_owned(),
            Self::OtherCareLevel(Some(level)) => {
                format!("Their team's care level is {}", lower(level.label()))
            }
            Self::Casual(category) => {
                format!("Their post is {}, which this figure leaves out", lower(category.label()))
            }
            Self::TeamClosed { from, to } => {
                let open = lower(&Period::new(from, to).words());
                format!("Their team is not open on this day. Its dates: {open}")
            }
            Self::Ended { on: None } => "Their post has ended".to_owned(),
            Self::Ended { on: Some(day) } => format!("Their post ended on {}", spoken(day)),
            Self::NotStarted { on } => format!("Their post starts on {}", spoken(on)),
        }
    }
}

impl Change {
    /// `Requirements met: 67.5% (27 of 40) on 1 March 2026, 55.0% (22 of 40) on 1 June 2026`.
    pub fn sentence(&self, measure: Measure) -> String {
        let on = |counts, day: NaiveDate| {
            let formula = Formula::of(counts, measure);
            let [part, whole] = [formula.part, formula.whole].map(grouped);
            match formula.percent() {
                nothing if nothing.is_empty() => format!("nothing asked on {}", spoken(day)),
                percent => format!("{percent}% ({part} of {whole}) on {}", spoken(day)),
            }
        };
        let (then, now) = (on(self.then, self.since), on(self.now, self.until));
        format!("{}: {then}, {now}", measure.label())
    }

    /// Where the earlier figure is not what a page of that day showed.
    pub fn caution(&self) -> Option<String> {
        (!self.was_known).then(|| {
            format!(
                "What is on record about {} was loaded after that day, so the earlier figure uses today’s data",
                spoken(self.since)
            )
        })
    }

    /// Each part that moved something, in order: `12 confirmations expired (Emergencies 7, Risk 5)`.
    pub fn sentences(&self, facts: &Facts) -> Vec<String> {
        self.parts
            .iter()
            .flat_map(|part| part.sentences(facts, (self.since, self.of_group)))
            .collect()
    }
}

/// By the code of a domain, its title and a number of pairs.
type ByDomain<'f> = BTreeMap<&'f str, (&'f str, usize)>;

impl PartOfChange {
    /// What this part did since a day to what is asked and met, in a named group or elsewhere; no sentence where it did nothing to anybody.
    pub fn sentences(&self, facts: &Facts, since: (NaiveDate, bool)) -> Vec<String> {
        if self.people == 0 {
            return Vec::new();
        }
        let all = [self.of_levels(facts), self.of_people(since)];
        all.into_iter().flatten().collect()
    }

    /// How many pairs of each domain changed in one way, by code: with its title, since nobody knows the codes of all of them.
    fn by_domain<'f>(
        &self,
        facts: &'f Facts,
        is_one: impl Fn(&Difference) -> bool,
    ) -> ByDomain<'f> {
        let mut domains = ByDomain::new();
        for changed in self.pairs.iter().filter(|changed| is_one(&changed.difference)) {
            let competency = facts.competencies.get(usize::from(changed.competency));
            let domain = competency.and_then(|competency| facts.domains.get(competency.domain));
            let (code, title) = domain.map_or(("", ""), |domain| (&*domain.code, &*domain.title));
            domains.entry(code).or_insert((title, 0)).1 += 1;
        }
        domains
    }

    /// Parts that leave what is asked alone are told by what became of levels.
    fn of_levels(&self, facts: &Facts) -> Vec<String> {
        let told = became(self.part).iter();
        told.filter_map(|(is_one, words)| several(&self.by_domain(facts, is_one), *words)).collect()
    }

    /// Parts that change who is asked, or what, are told by people and by what is asked of them.
    fn of_people(&self, (since, of_group): (NaiveDate, bool)) -> Vec<String> {
        let people = |one, several| counted(self.people, one, several);
        let who = match self.part {
            Part::LateRecords => {
                format!("Records made since about days up to {}", spoken(since))
            }
            Part::Joiners => people("person joined", "people joined"),
            Part::Leavers => people("person left", "people left"),
            Part::Absences if self.is_only(|requirements| requirements < 0) => {
                people("person went away from work", "people went away from work")
            }
            Part::Absences if self.is_only(|requirements| requirements > 0) => {
                people("person came back to work", "people came back to work")
            }
            Part::Absences => people(
                "person went away from work or came back",
                "people went away from work or came back",
            ),
            Part::Moves => people(
                "person changed team, role, hours or kind of post",
                "people changed team, role, hours or kind of post",
            ),
            Part::Requirements => {
                format!("What roles ask changed for {}", people("person", "people"))
            }
            Part::FrameworkVersions => {
                format!(
                    "A new framework version changed what is asked of {}",
                    people("person", "people")
                )
            }
            Part::Organisations if of_group => format!(
                "Members joined or left the group, or their teams opened, closed or changed network, with {}",
                people("person", "people")
            ),
            Part::Organisations => format!(
                "Organisations changed network, or teams opened or closed, with {}",
                people("person", "people")
            ),
            _ => return Vec::new(),
        };
        let Difference { requirements, requirements_met, .. } = self.difference;
        vec![format!("{who}: {}", moved(requirements, requirements_met))]
    }

    fn is_only(&self, holds: impl Fn(i32) -> bool) -> bool {
        self.pairs.iter().all(|changed| holds(changed.difference.requirements))
    }
}

impl Changed {
    /// What became of one person in one competency: `no longer met`.
    pub fn words(&self) -> &'static str {
        let Difference { requirements, requirements_met, self_assessed, assessed, .. } =
            self.difference;
        let Difference { recognised, critical_required, .. } = self.difference;
        match (requirements.signum(), requirements_met.signum()) {
            (1, 1) => "newly asked, and met",
            (1, _) => "newly asked, and not met",
            (-1, -1) => "no longer asked; it was met",
            (-1, _) => "no longer asked; it was not met",
            (_, 1) => "newly met",
            (_, -1) => "no longer met",
            _ => match [self_assessed, recognised, critical_required, assessed].map(i32::signum) {
                [1, ..] => "newly met by their own assessment",
                [-1, ..] => "no longer met by their own assessment",
                [_, 1, ..] => "now met by recognition",
                [_, -1, ..] => "no longer met by recognition alone",
                [_, _, 1, _] => "now critical",
                [_, _, -1, _] => "no longer critical",
                [_, _, _, 1] => "assessed for the first time",
                _ => "no longer assessed",
            },
        }
    }
}

/// What became of levels, by part: which differences are told, of one and of several.
type Became = (fn(&Difference) -> bool, [&'static str; 2]);

/// What is told of a part in which levels changed; nothing of the others.
const fn became(part: Part) -> &'static [Became] {
    match part {
        Part::Confirmations => &[
            (
                |d| d.requirements_met > 0,
                [
                    "requirement was newly met by a confirmation, recognition or acceptance",
                    "requirements were newly met by a confirmation, recognition or acceptance",
                ],
            ),
            (
                |d| d.requirements_met < 0,
                [
                    "requirement was confirmed at a lower level than is asked",
                    "requirements were confirmed at a lower level than is asked",
                ],
            ),
        ],
        Part::Expiries => {
            &[(|d| d.requirements_met < 0, ["confirmation expired", "confirmations expired"])]
        }
        Part::Revocations => &[(
            |d| d.requirements_met < 0,
            ["confirmation was revoked", "confirmations were revoked"],
        )],
        Part::SelfAssessments => &[
            (
                |d| d.self_assessed > 0,
                [
                    "requirement was newly met by self assessment",
                    "requirements were newly met by self assessment",
                ],
            ),
            (
                |d| d.self_assessed < 0,
                [
                    "requirement was self-assessed at a lower level than is asked",
                    "requirements were self-assessed at a lower level than is asked",
                ],
            ),
        ],
        Part::Exemptions => &[
            (
                |d| d.requirements < 0,
                [
                    "requirement was taken out by an exemption",
                    "requirements were taken out by exemptions",
                ],
            ),
            (
                |d| d.requirements > 0,
                [
                    "requirement is asked again after an exemption",
                    "requirements are asked again after exemptions",
                ],
            ),
        ],
        _ => &[],
    }
}

/// `12 confirmations expired (Emergencies 7, Risk 5)`; none where there are none.
fn several(domains: &ByDomain<'_>, [one, several]: [&str; 2]) -> Option<String> {
    let all: usize = domains.values().map(|(_, many)| many).sum();
    let each = domains.values().map(|(title, many)| format!("{title} {}", grouped(*many as u64)));
    let each: Vec<String> = each.collect();
    (all > 0).then(|| format!("{} ({})", counted(all, one, several), each.join(", ")))
}

/// Words as they stand within a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests;

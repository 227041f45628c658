//! The teams that lack cover, and those whose cover changes for the worse with the reasons: by name as far as the asker may see people.

use crate::coverage::one_figure::may_read;
use crate::coverage::units::heading;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::cover::words::{also, hangs_on, hidden_go};
use domain::coverage::cover::{Because, CoverAhead, CoverChange, Gone, Hang, TeamAhead, Verdict};
use domain::coverage::forecast::views::{CoverFall, CoverFalls, Times};
use domain::coverage::forecast::{Forecast, ForecastRow, Lacking, thinnest_first};
use domain::coverage::views::Heading;
use domain::coverage::{Facts, Unit};
use domain::requirements::CompetencyIndex;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// How many teams are told of: what comes first is what matters.
const MOST: usize = 20;
/// How many of those that lack cover already.
const LACKING: usize = 10;

/// The teams that lack cover in one of these domains, and those whose cover in one changes for the worse; `rows` are their forecasts by
/// domain. Where somebody is named, the list is noted once, as `noted`.
pub(super) async fn falls_of_cover(
    ctx: &Ctx,
    facts: &Facts,
    (teams, rows): (&[TeamAhead], &[ForecastRow]),
    (domains, noted): (&[Heading], &str),
) -> Result<CoverFalls> {
    let found = found(facts, (teams, rows), domains);
    let [lost, one_person] =
        [CoverChange::Lost, CoverChange::OnePerson].map(|change| times(&found, change));
    let (mut first, mut names) = (Vec::new(), false);
    for one in found.into_iter().take(MOST) {
        let (because, names_some) = sentences(ctx, facts, &one.ahead.because);
        names |= names_some;
        first.extend(one.told(facts, because));
    }
    if names {
        viewings::note_list(ctx, noted).await?;
    }
    let mut lacking = lacking(facts, (teams, rows), domains);
    let already = lacking.len();
    lacking.truncate(LACKING);
    Ok(CoverFalls { first, lost, one_person, lacking, already })
}

/// In how many teams and domains it changes this way.
fn times(found: &[Found<'_>], change: CoverChange) -> Times {
    let of = || found.iter().filter(move |one| one.change == change);
    let teams: BTreeSet<&str> = of().map(|one| &*one.team.code).collect();
    Times { teams: teams.len(), domains: of().count() }
}

/// The teams that lack cover on the day the forecast looks from, the thinnest first.
fn lacking(
    facts: &Facts,
    (teams, rows): (&[TeamAhead], &[ForecastRow]),
    domains: &[Heading],
) -> Vec<Lacking> {
    let forecasts = by_team_and_domain(rows);
    let lacking = |team: &TeamAhead| {
        let own = heading(facts, Unit::Team(team.team))?;
        let pairs = |domain: &Heading| {
            let forecast = forecasts.get(&(&*own.code, &*domain.code)).copied();
            forecast.unwrap_or_default().today
        };
        let lacks = domains.iter().filter(|domain| {
            let today = team.domains.get(&domain.code).and_then(|ahead| ahead.today);
            today.is_some_and(|today| !today.is_capable())
        });
        let lacks: Vec<_> = lacks.map(|domain| (domain.clone(), pairs(domain))).collect();
        Lacking::of(own.clone(), lacks)
    };
    thinnest_first(teams.iter().filter_map(lacking).collect())
}

fn by_team_and_domain(rows: &[ForecastRow]) -> HashMap<(&str, &str), Forecast> {
    rows.iter().map(|row| ((&*row.scope_code, &*row.item_code), row.forecast)).collect()
}

/// The worst first.
fn found<'a>(
    facts: &Facts,
    (teams, rows): (&'a [TeamAhead], &[ForecastRow]),
    domains: &'a [Heading],
) -> Vec<Found<'a>> {
    let forecasts = by_team_and_domain(rows);
    let mut found: Vec<Found<'_>> = Vec::new();
    for team in teams {
        let Some(heading) = heading(facts, Unit::Team(team.team)) else { continue };
        for domain in domains {
            let Some(ahead) = team.domains.get(&domain.code) else { continue };
            let Some(change) = ahead.change() else { continue };
            let forecast = forecasts.get(&(&*heading.code, &*domain.code)).copied();
            let (team, forecast) = (heading.clone(), forecast.unwrap_or_default());
            found.push(Found { change, team, domain, ahead, forecast });
        }
    }
    found.sort_by_cached_key(Found::rank);
    found
}

/// By the code of a team, what is said of it then in all of some domains together.
pub(super) type CoveredThen<'f> = HashMap<&'f str, Verdict>;

pub(super) fn covered_then<'f>(
    facts: &'f Facts,
    teams: &[TeamAhead],
    domains: &[Heading],
) -> CoveredThen<'f> {
    let covered = teams.iter().filter_map(|team| {
        let (code, _) = facts.unit_name(Unit::Team(team.team))?;
        let then = of_domains(team, domains).filter_map(|ahead| ahead.then);
        Some((code, then.reduce(Verdict::and)?))
    });
    covered.collect()
}

fn of_domains<'t>(
    team: &'t TeamAhead,
    domains: &'t [Heading],
) -> impl Iterator<Item = &'t CoverAhead> {
    domains.iter().filter_map(|domain| team.domains.get(&domain.code))
}

/// A team and a domain in which its cover changes.
struct Found<'a> {
    change: CoverChange,
    team: Heading,
    domain: &'a Heading,
    ahead: &'a CoverAhead,
    forecast: Forecast,
}

type Rank = (CoverChange, Reverse<u64>, Reverse<u32>, String, String, String);

impl Found<'_> {
    fn rank(&self) -> Rank {
        let (fall, lost) = (Reverse(self.forecast.fall()), Reverse(self.forecast.lost()));
        let (title, code) = (self.team.title.clone(), self.team.code.clone());
        (self.change, fall, lost, title, code, self.domain.code.clone())
    }

    fn told(self, facts: &Facts, because: Vec<String>) -> Option<CoverFall> {
        Some(CoverFall {
            change: self.change,
            domain: self.domain.clone(),
            team: self.team,
            today: self.ahead.today?,
            then: self.ahead.then?,
            hangs_today: hang(facts, &self.ahead.hangs_today),
            hangs_then: hang(facts, &self.ahead.hangs_then),
            forecast: self.forecast,
            because,
        })
    }
}

/// A sentence for each reason, then one for those whom it does not hang on, and whether one of them names somebody. Those whom the asker
/// may not see are a number.
fn sentences(ctx: &Ctx, facts: &Facts, because: &[Because]) -> (Vec<String>, bool) {
    let (mut sentences, mut others, mut names) = (Vec::new(), Vec::new(), false);
    for one in because {
        let competencies = named(facts, &one.competencies);
        let (of, names_some) = clauses(ctx, facts, &one.of);
        let (rest, names_others) = clauses(ctx, facts, &one.also);
        names |= names_some || names_others;
        sentences.push(format!("{}: {competencies}", one.fails.words(&of)));
        others.extend((!rest.is_empty()).then(|| format!("{}: {competencies}", also(&rest))));
    }
    sentences.append(&mut others);
    (sentences, names)
}

/// What becomes of each of these, and whether one of them is named: those whom the asker may not see are one number, at the end.
fn clauses(ctx: &Ctx, facts: &Facts, gone: &[Gone]) -> (Vec<String>, bool) {
    let (seen, hidden): (Vec<&Gone>, Vec<&Gone>) =
        gone.iter().partition(|(person, _)| may_read(ctx, facts, *person));
    let told = seen.iter().map(|(person, goes)| goes.words(&facts.name_of(*person)));
    let hidden_ones = (!hidden.is_empty()).then(|| hidden_go(hidden.len()));
    (told.chain(hidden_ones).collect(), !seen.is_empty())
}

/// On whom each of some competencies hangs.
fn hang(facts: &Facts, hangs: &[Hang]) -> Vec<String> {
    hangs.iter().map(|one| hangs_on(one.people, &named(facts, &[one.competency]))).collect()
}

/// Competencies by code and title: nobody knows the codes of all of them.
fn named(facts: &Facts, competencies: &[CompetencyIndex]) -> String {
    let of = competencies.iter().filter_map(|at| facts.competencies.get(usize::from(*at)));
    of.map(|one| format!("{} {}", one.code, one.title)).collect::<Vec<_>>().join("; ")
}

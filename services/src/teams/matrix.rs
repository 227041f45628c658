//! The managers' matrix: the people of a team by the competencies of one domain.

use super::people::{Member, within};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::standing_sign_offs;
use crate::viewings;
use domain::coverage::views::Heading;
use domain::coverage::{Competency, Facts};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::views::AskedLevel;
use domain::people::team_views::{Matrix, MatrixCell, MatrixRow};
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::requirements::{Asked, CompetencyIndex};
use domain::standing::Confirmed;

/// The matrix of the domain with this code (the first, when empty), with the people of the team whose record the asker
/// may read. The list is noted once.
///
/// # Errors
/// Refuses teams in which the asker may read nobody's record, and domains that are not in use, as not found.
pub async fn matrix(ctx: &Ctx, team: &str, domain: &str) -> Result<Matrix> {
    let facts = ctx.facts().await?;
    let (team, members) = within(ctx, &facts, team, Action::ReadRecord)?;
    let not_found = || Refusal::not_found("this page");
    let domains = domains_in_use(ctx, &facts);
    let chosen = domains.iter().find(|d| domain.is_empty() || d.code == domain);
    let chosen = chosen.cloned().ok_or_else(not_found)?;
    viewings::note_list(ctx, &format!("matrix team={} domain={}", team.code, chosen.code)).await?;
    let columns = columns(ctx, &facts, &chosen.code);
    let people: Vec<PersonId> = members.iter().map(|member| member.person.id).collect();
    let signed = standing_sign_offs(ctx, &facts, &people).await?;
    let row = |member: &Member<'_>| MatrixRow {
        signed_off: signed.contains(&(member.person.id, member.terms.role)),
        ..row(ctx, &facts, member, &columns)
    };
    let rows = members.iter().map(row).collect();
    let heading = |competency: &&Competency| Heading {
        code: competency.code.clone(),
        title: competency.title.clone(),
    };
    Ok(Matrix {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        competencies: columns.iter().map(|(_, competency)| heading(competency)).collect(),
        domain: chosen,
        domains,
        rows,
    })
}

type Column<'a> = (CompetencyIndex, &'a Competency);

/// The competencies of the framework version that holds today.
fn in_use<'a>(ctx: &Ctx, facts: &'a Facts) -> impl Iterator<Item = Column<'a>> {
    let version = version_at(&facts.versions, ctx.today);
    let all = facts.competencies.iter().enumerate();
    all.filter(move |(_, c)| Some(c.version) == version).map(|(at, c)| (at as CompetencyIndex, c))
}

fn domains_in_use(ctx: &Ctx, facts: &Facts) -> Vec<Heading> {
    let mut domains: Vec<Heading> = Vec::new();
    for domain in in_use(ctx, facts).filter_map(|(_, c)| facts.domains.get(c.domain)) {
        if domains.iter().all(|known| known.code != domain.code) {
            domains.push(Heading { code: domain.code.clone(), title: domain.title.clone() });
        }
    }
    domains
}

fn columns<'a>(ctx: &Ctx, facts: &'a Facts, domain: &str) -> Vec<Column<'a>> {
    let of_domain = |competency: &Competency| {
        facts.domains.get(competency.domain).is_some_and(|known| known.code == domain)
    };
    in_use(ctx, facts).filter(|(_, competency)| of_domain(competency)).collect()
}

fn row(ctx: &Ctx, facts: &Facts, member: &Member<'_>, columns: &[Column<'_>]) -> MatrixRow {
    let asked = facts.asked_of(member.person, ctx.today);
    let cell = |&(at, competency): &Column<'_>| {
        let standing = member.person.standing_in(at, competency, ctx.today);
        let asked = asked.iter().find(|asked| asked.competency == at);
        let confirmed = match standing.confirmed {
            Confirmed::At { level, kind, .. } => Some((level, kind)),
            Confirmed::Never | Confirmed::Revoked => None,
        };
        let required = asked.filter(|_| !standing.exempt);
        MatrixCell {
            asked: asked.map(|&Asked { level, critical, .. }| AskedLevel { level, critical }),
            exempt: standing.exempt,
            confirmed,
            status: required.map(|required| standing.status(required.level, ctx.today)),
            waits: standing.waits(),
        }
    };
    MatrixRow {
        id: member.person.id,
        name: member.name(),
        role: member.role(facts),
        away: member.away,
        signed_off: false,
        cells: columns.iter().map(cell).collect(),
    }
}

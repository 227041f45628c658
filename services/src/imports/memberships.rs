//! Memberships of networks from a file: a row of its own for each organisation, network and first day.

use super::changes::Changes;
use super::check::Check;
use super::lines::{self, Line};
use super::row::Said;
use crate::error::Result;
use chrono::NaiveDate;
use domain::dates::{Period, spoken};
use domain::ids::{AreaId, MembershipId, OrganisationId};
use domain::imports::{Faults, Sort};
use domain::organisations::memberships::starting_together;
use entities::network_membership;
use sea_orm::EntityTrait;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MembershipLine {
    /// The organisation's code.
    pub code: String,
    pub network: AreaId,
    pub from: Option<NaiveDate>,
    pub to: Said<NaiveDate>,
}

/// A membership as it stands once the file is heard, with the line that names it; none for those on record only.
struct Stated {
    row: network_membership::Model,
    line: Option<u64>,
}

type ByOrganisation = HashMap<OrganisationId, Vec<Stated>>;

/// Every membership on record, by organisation.
pub(super) type OnRecord = HashMap<OrganisationId, Vec<network_membership::Model>>;

pub(super) async fn on_record(check: &Check<'_>) -> Result<OnRecord> {
    let mut by_organisation = OnRecord::new();
    for row in network_membership::Entity::find().all(check.db()).await? {
        by_organisation.entry(row.organisation_id).or_default().push(row);
    }
    Ok(by_organisation)
}

/// Compares the lines with what is on record.
pub(super) async fn plan(
    check: &mut Check<'_>,
    lines: Vec<Line<MembershipLine>>,
    organisations: &HashMap<String, OrganisationId>,
) -> Result<()> {
    let key =
        |says: &MembershipLine| ((says.code.clone(), says.network, says.from), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let rows = on_record(check).await?.into_iter();
    let mut stated: ByOrganisation = rows
        .map(|(id, rows)| (id, rows.into_iter().map(|row| Stated { row, line: None }).collect()))
        .collect();
    for line in lines {
        let Some(&id) = organisations.get(&line.says.code) else { continue };
        settle(check, id, line, stated.entry(id).or_default());
    }
    for memberships in stated.values() {
        clash(memberships, &mut check.report.faults);
    }
    Ok(())
}

/// Notes two memberships of one organisation that start together. What was on record before is not this file's fault.
fn clash(memberships: &[Stated], faults: &mut Faults) {
    let starts: Vec<(AreaId, Period)> = memberships
        .iter()
        .map(|m| (m.row.network_id, Period::new(m.row.starts_on, None)))
        .collect();
    let Some((one, other)) = starting_together(&starts) else { return };
    let (Some(one), Some(other)) = (memberships.get(one), memberships.get(other)) else { return };
    let Some(line) = other.line.or(one.line) else { return };
    let with = match (one.line, other.line) {
        (Some(earlier), Some(_)) => format!("that of line {earlier}"),
        _ => "one on record".to_owned(),
    };
    let since = other.row.starts_on.map_or("the beginning".to_owned(), spoken);
    let message = format!(
        "this membership and {with} both hold from {since}, so nobody can tell which counts; give one a later \
         network_from"
    );
    faults.add(line, "network_code", "", message);
}

fn settle(
    check: &mut Check<'_>,
    organisation_id: OrganisationId,
    Line { number, says }: Line<MembershipLine>,
    stated: &mut Vec<Stated>,
) {
    let same = |m: &&mut Stated| m.row.network_id == says.network && m.row.starts_on == says.from;
    let Some(known) = stated.iter_mut().find(same) else {
        let row = new(organisation_id, &says);
        check.report.count_many("memberships", Sort::New, 1);
        check.plan.memberships.add(row.clone());
        return stated.push(Stated { row, line: Some(number) });
    };
    let before = known.row.ends_on;
    known.row.ends_on = says.to.or(before);
    known.line = Some(number);
    let changes = Changes::default().of_maybe("last day in the network", before, known.row.ends_on);
    if check.corrects("memberships", &says.code, &changes) {
        check.plan.memberships.correct(known.row.clone());
    }
}

fn new(organisation_id: OrganisationId, says: &MembershipLine) -> network_membership::Model {
    network_membership::Model {
        id: MembershipId(Uuid::now_v7()),
        organisation_id,
        network_id: says.network,
        starts_on: says.from,
        ends_on: says.to.said(),
    }
}

//! Organisations from a file: corrected in place by their code, with one row for each membership of a network.

use super::cells::{code, date, text, word};
use super::changes::Changes;
use super::check::Check;
use super::columns::{Column, Layout, may, must};
use super::group_codes::refuse_codes;
use super::known::Codes;
use super::lines::Line;
use super::memberships::{self, MembershipLine};
use super::row::{Row, Said};
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::{AreaKind, Sector};
use domain::ids::{AreaId, OrganisationId};
use domain::imports::Sort;
use entities::{area, organisation};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("name"),
    must("sector"),
    may("network_code"),
    may("network_from"),
    may("network_to"),
    may("opened_on"),
    may("closed_on"),
];

/// What is said of an organisation itself; every row of it repeats this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OrganisationLine {
    pub code: String,
    pub name: String,
    pub sector: Sector,
    pub postcode: Said<String>,
    pub opened_on: Said<NaiveDate>,
    pub closed_on: Said<NaiveDate>,
}

type BothLines = (OrganisationLine, Option<MembershipLine>);

fn read(row: &mut Row<'_>, networks: &Codes<AreaId>) -> Option<BothLines> {
    let (code_, name) = (row.must("code", code), row.must("name", text(200)));
    let sector = row.must("sector", word);
    let (opened_on, closed_on) = (row.may("opened_on", date), row.may("closed_on", date));
    row.in_order("opened_on", "closed_on", (opened_on.said(), closed_on.said()));
    let membership = read_membership(row, networks);
    let organisation = OrganisationLine {
        code: code_?,
        name: name?,
        sector: sector?,
        postcode: Said::Nothing,
        opened_on,
        closed_on,
    };
    let membership = membership.map(|(network, from, to)| MembershipLine {
        code: organisation.code.clone(),
        network,
        from,
        to,
    });
    Some((organisation, membership))
}

fn read_membership(
    row: &mut Row<'_>,
    networks: &Codes<AreaId>,
) -> Option<(AreaId, Option<NaiveDate>, Said<NaiveDate>)> {
    let network = row.may("network_code", |cell| networks.find(cell).copied());
    let (from, to) = (row.may("network_from", date).said(), row.may("network_to", date));
    row.in_order("network_from", "network_to", (from, to.said()));
    if network == Said::Blank {
        for (column, day) in [("network_from", from), ("network_to", to.said())] {
            if day.is_some() {
                row.fault(column, "a day without a network means nothing; fill in network_code");
            }
        }
    }
    Some((network.said()?, from, to))
}

/// The networks on record, by code.
pub(super) async fn networks(db: &DatabaseConnection) -> Result<Codes<AreaId>> {
    let networks = area::Entity::find().filter(area::Column::Kind.eq(AreaKind::Network));
    let rows = networks.all(db).await?.into_iter();
    Ok(Codes::new("a network on record", rows.map(|row| (row.code, row.id))))
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let networks = networks(check.db()).await?;
    let lines = check.lines(Layout::Named(COLUMNS), move |row| read(row, &networks)).await?;
    let (organisations, joined) = agreeing(check, lines);
    let ids = plan(check, organisations).await?;
    memberships::plan(check, joined, &ids).await
}

/// One line for each organisation, and the memberships; notes rows that say different things of an organisation, and
/// rows that say nothing new.
fn agreeing(
    check: &mut Check<'_>,
    lines: Vec<Line<BothLines>>,
) -> (Vec<Line<OrganisationLine>>, Vec<Line<MembershipLine>>) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let (mut organisations, mut joined) = (Vec::<Line<OrganisationLine>>::new(), Vec::new());
    for Line { number, says: (says, membership) } in lines {
        if let Some(earlier) = first.get(&says.code).and_then(|&at| organisations.get(at)) {
            if let Some(message) = disagreement(earlier, &says, membership.as_ref()) {
                check.report.faults.add(number, "code", &says.code, message);
            }
        } else {
            first.insert(says.code.clone(), organisations.len());
            organisations.push(Line { number, says });
        }
        joined.extend(membership.map(|says| Line { number, says }));
    }
    (organisations, joined)
}

fn disagreement(
    earlier: &Line<OrganisationLine>,
    says: &OrganisationLine,
    membership: Option<&MembershipLine>,
) -> Option<String> {
    let line = earlier.number;
    if earlier.says != *says {
        return Some(format!(
            "name, sector and dates differ from line {line}; every row of an organisation repeats them"
        ));
    }
    let repeats = || format!("repeats line {line} without another network; remove one of the two");
    membership.is_none().then(repeats)
}

/// Compares the lines with what is on record; returns the id of every organisation on record or in the file.
pub(super) async fn plan(
    check: &mut Check<'_>,
    lines: Vec<Line<OrganisationLine>>,
) -> Result<HashMap<String, OrganisationId>> {
    let codes = lines.iter().map(|line| (line.number, line.says.code.clone())).collect();
    refuse_codes(check, codes).await?;
    let rows = organisation::Entity::find().all(check.db()).await?;
    let before: HashMap<String, organisation::Model> =
        rows.into_iter().map(|row| (row.code.clone(), row)).collect();
    let mut ids: HashMap<String, OrganisationId> =
        before.iter().map(|(code, row)| (code.clone(), row.id)).collect();
    for Line { says, .. } in lines {
        let on_record = before.get(&says.code);
        let id = on_record.map_or_else(|| OrganisationId(Uuid::now_v7()), |row| row.id);
        ids.insert(says.code.clone(), id);
        settle(check, id, says, on_record);
    }
    Ok(ids)
}

fn settle(
    check: &mut Check<'_>,
    id: OrganisationId,
    says: OrganisationLine,
    before: Option<&organisation::Model>,
) {
    let row = row(id, says, before);
    let Some(before) = before else {
        let sentence = || format!("{} {} ({})", row.sector.label(), row.name, row.code);
        check.report.count("organisations", Sort::New, sentence);
        return check.plan.organisations.add(row);
    };
    let changes = Changes::default()
        .of("name", &before.name, &row.name)
        .of("sector", before.sector.label(), row.sector.label())
        .of_maybe("postcode", before.postcode.as_ref(), row.postcode.as_ref())
        .of_maybe("opened on", before.opened_on, row.opened_on)
        .of_maybe("closed on", before.closed_on, row.closed_on);
    if check.corrects("organisations", &row.code, &changes) {
        check.plan.organisations.correct(row);
    }
}

fn row(
    id: OrganisationId,
    says: OrganisationLine,
    before: Option<&organisation::Model>,
) -> organisation::Model {
    organisation::Model {
        id,
        code: says.code,
        name: says.name,
        sector: says.sector,
        postcode: says.postcode.or(before.and_then(|b| b.postcode.clone())),
        opened_on: says.opened_on.or(before.and_then(|b| b.opened_on)),
        closed_on: says.closed_on.or(before.and_then(|b| b.closed_on)),
    }
}

//! The national file of primary care networks, `ePCN.xlsx`, as it is published: the networks, and which practice
//! belongs to which from when to when.

mod left_out; // what is not taken over
#[cfg(test)]
mod tests;

use super::areas::{self, AreaLine};
use super::cells::{code, text};
use super::changes::Changes;
use super::check::Check;
use super::columns::{Column, may, must};
use super::lines::{Line, aside};
use super::memberships::{self, OnRecord};
use super::ods::day;
use super::organisations;
use super::progress::Watch;
use super::row::{Row, Said};
use super::sheets::Workbook;
use super::source::Source;
use super::table::{self, Reading};
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::AreaKind;
use domain::dates::{Period, spoken};
use domain::ids::{AreaId, MembershipId, OrganisationId};
use domain::imports::Sort;
use domain::organisations::memberships::outlasts;
use entities::network_membership::Model as Membership;
use entities::organisation;
use left_out::{LeftOut, OWN, SHORTER, UNKNOWN_NETWORK, UNKNOWN_PRACTICE};
use sea_orm::EntityTrait;
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// The published file has 640 kB.
const LARGEST: u64 = 64 * 1024 * 1024;

const NETWORKS: &str = "PCNDetails";
const NETWORK_COLUMNS: &[Column] =
    &[must("PCN Code"), must("PCN Name"), may("Open Date"), may("Close Date")];
const PARTNERS: &str = "PCN Core Partner Details";
const START: &str = "Practice to PCN Relationship Start Date";
const END: &str = "Practice to PCN Relationship End Date";
const PARTNER_COLUMNS: &[Column] =
    &[must("Partner Organisation Code"), must("PCN Code"), must(START), must(END)];

#[derive(Clone, Debug, PartialEq, Eq)]
struct Partner {
    practice: String,
    network: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

fn read_network(row: &mut Row<'_>) -> Option<AreaLine> {
    let (code_, name) = (row.must("PCN Code", code), row.must("PCN Name", text(200)));
    let (opened_on, closed_on) = (row.may("Open Date", day), row.may("Close Date", day));
    row.in_order("Open Date", "Close Date", (opened_on.said(), closed_on.said()));
    // An administrator places a network; the national file does not move it.
    let (kind, parent) = (AreaKind::Network, Said::Nothing);
    Some(AreaLine { code: code_?, name: name?, kind, parent, opened_on, closed_on })
}

fn read_partner(row: &mut Row<'_>) -> Option<Partner> {
    let practice = row.must("Partner Organisation Code", code);
    let network = row.must("PCN Code", code);
    let (from, to) = (row.may(START, day).said(), row.may(END, day).said());
    row.in_order(START, END, (from, to));
    Some(Partner { practice: practice?, network: network?, from, to })
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let (source, watch) = (check.source.clone(), check.watch.clone());
    let (networks, partners, reading) = aside(move || read(&source, &watch)).await?;
    check.note(reading);
    let published: HashSet<String> = networks.iter().map(|line| line.says.code.clone()).collect();
    areas::plan(check, networks).await?;
    let places = Places::load(check, published).await?;
    let on_record = memberships::on_record(check).await?;
    let mut left_out = LeftOut::default();
    for partner in one_a_day(partners, &mut left_out) {
        match row(&partner, &places, &on_record) {
            Ok((row, before)) => settle(check, &partner, row, before),
            Err(reason) => left_out.add(reason, partner.to_string()),
        }
    }
    check.report.left_out = left_out.told();
    Ok(())
}

type BothSheets = (Vec<Line<AreaLine>>, Vec<Partner>, Reading);

fn read(source: &Source, watch: &Watch) -> Result<BothSheets> {
    let (bytes, digest) = table::read_whole(source, LARGEST, watch)?;
    let mut reading = Reading { digest, ..Reading::default() };
    let Some(mut workbook) = Workbook::open(bytes, &mut reading.faults) else {
        return Ok((Vec::new(), Vec::new(), reading));
    };
    let faults = &mut reading.faults;
    let networks = workbook.lines(NETWORKS, NETWORK_COLUMNS, faults, read_network);
    let partners = workbook.lines(PARTNERS, PARTNER_COLUMNS, faults, read_partner);
    Ok((networks, partners.into_iter().map(|line| line.says).collect(), reading))
}

/// What memberships refer to.
struct Places {
    practices: HashMap<String, OrganisationId>,
    networks: HashMap<String, AreaId>,
    /// The networks of the national file; all others are the installation's own.
    published: HashSet<AreaId>,
}

impl Places {
    async fn load(check: &Check<'_>, published: HashSet<String>) -> Result<Self> {
        let practices = organisation::Entity::find().all(check.db()).await?;
        let networks = organisations::networks(check.db()).await?;
        let new =
            check.plan.areas.new.iter().map(|row| (row.code.as_ref().clone(), *row.id.as_ref()));
        let networks: HashMap<String, AreaId> = networks.into_iter().chain(new).collect();
        Ok(Self {
            practices: practices.into_iter().map(|row| (row.code, row.id)).collect(),
            published: published.iter().filter_map(|code| networks.get(code).copied()).collect(),
            networks,
        })
    }
}

/// Of several memberships of a practice that start on one day, the one that lasts longest: the others were ended at
/// once, because they had been entered by mistake.
fn one_a_day(partners: Vec<Partner>, left_out: &mut LeftOut) -> Vec<Partner> {
    let mut kept: BTreeMap<(String, Option<NaiveDate>), Partner> = BTreeMap::new();
    for partner in partners {
        let key = (partner.practice.clone(), partner.from);
        let Some(earlier) = kept.remove(&key) else {
            kept.insert(key, partner);
            continue;
        };
        let period = |p: &Partner| Period::new(p.from, p.to);
        let (longer, shorter) = if outlasts(period(&partner), period(&earlier)) {
            (partner, earlier)
        } else {
            (earlier, partner)
        };
        left_out.add(SHORTER, shorter.to_string());
        kept.insert(key, longer);
    }
    kept.into_values().collect()
}

/// What a membership of the file becomes: a row and the one that it corrects, or the reason why it is left out.
fn row(
    partner: &Partner,
    places: &Places,
    on_record: &OnRecord,
) -> std::result::Result<(Membership, Option<Membership>), &'static str> {
    let practice = places.practices.get(&partner.practice).ok_or(UNKNOWN_PRACTICE)?;
    let network = places.networks.get(&partner.network).ok_or(UNKNOWN_NETWORK)?;
    let rows = on_record.get(practice).map_or(&[][..], Vec::as_slice);
    let that_day = || rows.iter().filter(|row| row.starts_on == partner.from);
    let before = that_day().find(|row| row.network_id == *network).or_else(|| that_day().next());
    let moved = before.filter(|row| row.network_id != *network);
    if moved.is_some_and(|row| !places.published.contains(&row.network_id)) {
        return Err(OWN);
    }
    let row = Membership {
        id: before.map_or_else(|| MembershipId(Uuid::now_v7()), |row| row.id),
        organisation_id: *practice,
        network_id: *network,
        starts_on: partner.from,
        ends_on: partner.to,
    };
    Ok((row, before.cloned()))
}

fn settle(check: &mut Check<'_>, partner: &Partner, row: Membership, before: Option<Membership>) {
    let Some(before) = before else {
        check.report.count("memberships", Sort::New, || partner.to_string());
        return check.plan.memberships.add(row);
    };
    let moved = before.network_id != row.network_id;
    let changes = Changes::default()
        .of("network", "", if moved { &partner.network } else { "" })
        .of_maybe("last day in the network", before.ends_on, row.ends_on);
    if check.corrects("memberships", &partner.practice, &changes) {
        check.plan.memberships.correct(row);
    }
}

impl std::fmt::Display for Partner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} in {}", self.practice, self.network)?;
        self.from.iter().try_for_each(|from| write!(f, " from {}", spoken(*from)))
    }
}

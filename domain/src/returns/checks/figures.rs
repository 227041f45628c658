//! What is odd about the figures of a return: how much of them is assessed, recognised or imported, and what has changed much.

use super::{Check, Concern, Severity};
use crate::codes::GrantKind;
use crate::coverage::ScopeKind;
use crate::figures::counted;
use crate::returns::cells::Cell;
use crate::returns::keys::{ALL, CellKey, Measure, Part};
use crate::returns::published::is_under_half;
use crate::returns::rows::ReturnRow;
use std::collections::BTreeMap;

/// A change by more points than this asks for a note.
const POINTS_MOST: u32 = 20;
/// Up to so many counts that could be worked out are named one by one; more are one concern.
const OPEN_MOST: usize = 5;

/// Of the requirements that are met in the place, how many are met by recognition, and how many by what was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    pub met: u32,
    pub recognised: u32,
    pub imported: u32,
}

impl Shares {
    /// Of exact rows; what is imported no row tells.
    pub fn of(rows: &[ReturnRow], imported: u32) -> Self {
        let is_all = |row: &&ReturnRow| {
            row.key.level == ScopeKind::Place && row.key.part == Part::Everybody && row.item == ALL
        };
        let counts = rows.iter().find(is_all).map(|row| row.counts).unwrap_or_default();
        Self { met: counts.met_confirmed, recognised: counts.met_recognised, imported }
    }
}

/// Shares of more than half, changes of more than 20 points since the return before (by what was published: whoever checks sees what readers
/// will see), and counts that could be worked out. `is_first` where no earlier return of the place was submitted.
pub fn in_figures(
    cells: &[Cell],
    before: &[Cell],
    (open, is_first): (&[CellKey], bool),
    shares: Shares,
) -> Vec<Concern> {
    let how = [
        (Check::Recognised, "by recognition", shares.recognised),
        (Check::Imported, "by imported judgements", shares.imported),
    ];
    let shared = how.into_iter().filter_map(|how| shares_concern(how, shares.met));
    let mut concerns: Vec<Concern> = shared.collect();
    concerns.extend(changed(cells, before));
    concerns.extend(open_concerns(open, is_first));
    concerns.sort();
    concerns.dedup();
    concerns
}

/// Organisations of which less than half is assessed, by exact rows: whoever checks is told of each, and readers only of those of which it is
/// published how much is.
pub fn provisional(rows: &[ReturnRow]) -> Vec<Concern> {
    let concern = |row: &ReturnRow| Concern {
        severity: Severity::SayWhy,
        check: Check::Provisional,
        subject: row.key.code.clone(),
        what: format!(
            "{}: less than half of what is asked is assessed, so its figures are provisional",
            row.name
        ),
        way: "Ask its people for their self assessments".to_owned(),
        who: GrantKind::TeamManager,
    };
    rows.iter().filter(|row| is_under_half(row)).map(concern).collect()
}

fn shares_concern((check, how, part): (Check, &str, u32), met: u32) -> Option<Concern> {
    (2 * u64::from(part) > u64::from(met)).then(|| Concern {
        severity: Severity::SayWhy,
        check,
        subject: ALL.to_owned(),
        what: format!("More than half of the requirements that are met are met {how}"),
        way: "Plan confirmations, so that figures rest on what was seen here".to_owned(),
        who: GrantKind::WorkforceLead,
    })
}

fn changed(cells: &[Cell], before: &[Cell]) -> Vec<Concern> {
    let before: BTreeMap<&CellKey, &Cell> = before.iter().map(|cell| (&cell.key, cell)).collect();
    let concern = |cell: &Cell| {
        let (now, then) = (cell.percent()?, before.get(&cell.key)?.percent()?);
        (now.abs_diff(then) > POINTS_MOST).then(|| Concern {
            severity: Severity::SayWhy,
            check: Check::Changed,
            subject: cell.key.to_string(),
            what: format!(
                "{}, {}: {then}% in the return before, {now}% now",
                cell.name,
                cell.key.told()
            ),
            way: "Look at what changed, and say why in a note".to_owned(),
            who: GrantKind::WorkforceLead,
        })
    };
    let is_met =
        |cell: &&Cell| cell.key.measure == Measure::MetConfirmed && !cell.key.row.is_of_role();
    cells.iter().filter(is_met).filter_map(concern).collect()
}

fn open_concerns(open: &[CellKey], is_first: bool) -> Vec<Concern> {
    match open {
        [] => Vec::new(),
        several if several.len() > OPEN_MOST => {
            let these = counted(several.len(), "held count", "held counts");
            vec![open_concern(ALL.to_owned(), &these, is_first)]
        }
        few => few.iter().map(|key| one_open(key, is_first)).collect(),
    }
}

fn one_open(key: &CellKey, is_first: bool) -> Concern {
    let name = format!("{}, {}", key.row.code, key.told());
    open_concern(key.to_string(), &name, is_first)
}

fn open_concern(subject: String, of: &str, is_first: bool) -> Concern {
    let how = match is_first {
        true => "it is not shown that the rest of this return does not give it away",
        false => "beside an earlier return this could be worked out",
    };
    Concern {
        severity: Severity::SayWhy,
        check: Check::Open,
        subject,
        what: format!("{of}: {how}"),
        way: "Decide whether the return can be published as it is, and say why".to_owned(),
        who: GrantKind::InformationGovernance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Counts;
    use crate::disclosure::Shown;
    use crate::returns::keys::{Basis, RowKey};

    fn cell(shown: Shown) -> Cell {
        let row = RowKey::whole(ScopeKind::Network, "C");
        let key = row.cell("A", Measure::MetConfirmed, Basis::Requirements);
        Cell { key, name: "Name".to_owned(), shown, is_provisional: false }
    }

    fn told(now: Shown, then: Shown) -> Vec<String> {
        let [now, then] = [now, then].map(|shown| [cell(shown)]);
        in_figures(&now, &then, (&[], true), Shares::default())
            .into_iter()
            .map(|c| c.what)
            .collect()
    }

    #[test]
    fn more_than_twenty_points_ask_for_a_note() {
        let held = Shown::Held { of: None, band: None };
        assert_eq!(told(Shown::Percent(60), Shown::Percent(40)), [""; 0]);
        assert_eq!(
            told(Shown::Percent(60), held),
            [""; 0],
            "what was held is compared with nothing"
        );
        let expected = "Name, A, requirements: 61% in the return before, 40% now";
        assert_eq!(told(Shown::Percent(40), Shown::Percent(61)), [expected]);
    }

    #[test]
    fn half_is_no_concern_and_more_than_half_is() {
        let told = |recognised, imported| {
            let shares = Shares { met: 10, recognised, imported };
            in_figures(&[], &[], (&[], true), shares)
                .into_iter()
                .map(|c| c.check)
                .collect::<Vec<_>>()
        };
        assert_eq!(told(5, 5), []);
        assert_eq!(told(6, 7), [Check::Recognised, Check::Imported]);
    }

    #[test]
    fn a_provisional_organisation_is_told_once_and_its_teams_are_not() {
        use ScopeKind::{Organisation, Team};
        let row = |level, item: &str, assessed| ReturnRow {
            key: RowKey::whole(level, "C"),
            name: "Name".to_owned(),
            item: item.to_owned(),
            counts: Counts { required: 6, assessed, ..Counts::default() },
            capable: None,
            is_hidden: false,
        };
        // 2 of 6 are less than half, 3 are half.
        let rows = [row(Organisation, ALL, 2), row(Organisation, "A", 2), row(Team, ALL, 2)];
        let concerns = provisional(&rows);
        assert_eq!(concerns.len(), 1);
        assert_eq!(
            (concerns[0].check, concerns[0].who),
            (Check::Provisional, GrantKind::TeamManager)
        );
        assert_eq!(provisional(&[row(Organisation, ALL, 3)]), []);
    }

    #[test]
    fn what_could_be_worked_out_is_named_one_by_one_up_to_five() {
        let key = |at| {
            RowKey::whole(ScopeKind::Team, &format!("T{at}")).cell(
                "A",
                Measure::MetConfirmed,
                Basis::Requirements,
            )
        };
        let told = |many, is_first| {
            let open: Vec<CellKey> = (0..many).map(key).collect();
            let concerns = in_figures(&[], &[], (&open, is_first), Shares::default());
            concerns.into_iter().map(|c| (c.subject, c.what)).collect::<Vec<_>>()
        };
        assert_eq!(told(0, false), []);
        assert_eq!(told(5, false).len(), 5);
        let earlier = "beside an earlier return this could be worked out";
        assert_eq!(told(1, false)[0].1, format!("T0, A, requirements: {earlier}"));
        let many = (ALL.to_owned(), format!("6 held counts: {earlier}"));
        assert_eq!(told(6, false), [many]);
        assert!(!told(1, true)[0].1.contains("earlier return"), "there is none");
    }
}

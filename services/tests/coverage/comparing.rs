//! Figures beside those of another day, from the same facts.

use super::asked;
use crate::ground::{TODAY, day};
use crate::sessions::place::beside;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::Change;
use domain::coverage::views::{Figure, HeatRow, Heatmap, Measure};
use domain::dates::days_after;
use services::coverage::{PageAsk, heatmap};
use services::imports::Kind;
use services::{Ctx, Result};

/// The network's teams today, beside another day.
async fn compared(ctx: &Ctx, with: Option<&str>) -> Result<Heatmap> {
    let address = CoverageAddress {
        within: Some("N1".to_owned()),
        rows: Some(ScopeKind::Team),
        as_at: Some(day(TODAY)),
        compared_with: with.map(day),
        ..CoverageAddress::default()
    };
    Ok(heatmap(ctx, PageAsk::of(address, ctx.today)).await?.expect("a place"))
}

fn row<'m>(map: &'m Heatmap, code: &str) -> &'m HeatRow {
    map.rows.entries.iter().find(|row| row.code == code).expect("a row")
}

/// In asking about risk, the first domain: requirements met, of all, of so many people.
fn risk(cells: &[Option<Figure>]) -> Option<(u32, u32, u32)> {
    cells[0].map(|figure| (figure.requirements_met, figure.requirements, figure.required))
}

#[tokio::test]
async fn each_cell_stands_beside_its_figure_of_the_other_day() {
    let (ground, _, lead) = asked().await;
    // Amina, in T1 and T3, is confirmed in June. Fay joins T1 in July; Gul, alone of hers to be asked anything in M1, left in May.
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date,leaving_date\n\
         E8,Fay,Day,T1,GP,1.00,2026-07-01,\nE9,Gul,Roy,M1,GP,1.00,2024-01-01,2026-05-31\n";
    ground.bring(Kind::Staff, staff).await;
    let judged =
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2026-06-01,2\n";
    ground.bring(Kind::Judgements, judged).await;

    let map = compared(&lead, Some("2026-05-01")).await.unwrap();
    assert_eq!(map.compared_with, Some(day("2026-05-01")));
    let t1 = row(&map, "T1");
    assert_eq!((risk(&t1.cells), risk(&t1.then)), (Some((1, 3, 3)), Some((0, 2, 2))));
    // Risk is all that is asked, so everything asked says the same.
    assert!(map.has_all);
    assert_eq!((risk(&[t1.all]), risk(&[t1.all_then])), (Some((1, 3, 3)), Some((0, 2, 2))));
    let t3 = row(&map, "T3");
    assert_eq!((risk(&t3.cells), risk(&t3.then)), (Some((1, 1, 1)), Some((0, 1, 1))));
    let m1 = row(&map, "M1");
    assert_eq!((risk(&m1.cells), risk(&m1.then)), (None, Some((0, 1, 1))), "it has a row");
    // The network: 1 of Amina, Ben and Fay now; none of Amina, Ben and Gul then.
    let whole = &map.whole[0];
    assert_eq!((risk(&whole.cells), risk(&whole.then)), (Some((1, 3, 3)), Some((0, 3, 3))));
    assert_eq!(
        (risk(&[whole.all]), risk(&[whole.all_then])),
        (risk(&[map.total]), risk(&[map.total_then]))
    );
    let (now, then) = (map.total.unwrap(), map.total_then.unwrap());
    let change = Change::between(&then, &now, Measure::Requirements);
    assert_eq!(change.points, Some(333));
    // What was said since then does not count then: the same figures as on that day itself.
    let address = CoverageAddress {
        within: Some("N1".to_owned()),
        rows: Some(ScopeKind::Team),
        as_at: Some(day("2026-05-01")),
        ..CoverageAddress::default()
    };
    let itself = heatmap(&lead, PageAsk::of(address, lead.today)).await.unwrap().unwrap();
    for row_then in &itself.rows.entries {
        assert_eq!(row(&map, &row_then.code).then, row_then.cells, "{}", row_then.code);
    }
    assert_eq!(itself.total, map.total_then);
}

#[tokio::test]
async fn without_another_day_nothing_stands_beside_and_none_to_come_does() {
    let (_ground, _, lead) = asked().await;
    let map = compared(&lead, None).await.unwrap();
    assert!(map.rows.entries.iter().chain(&map.whole).all(|row| row.then.is_empty()));
    assert_eq!((map.compared_with, map.total_then), (None, None));
    let tomorrow = days_after(lead.today, 1).to_string();
    assert_eq!(beside(compared(&lead, Some(&tomorrow)).await), "compared_with");
}

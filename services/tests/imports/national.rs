//! The national files, whole and as published.

use crate::ground::{Ground, ground, shared, tally};
use domain::codes::{AreaKind, Sector};
use entities::{area, network_membership, organisation};
use services::imports::{Kind, Source};
use std::path::Path;

async fn both(ground: &Ground, folder: &Path) -> Vec<services::imports::Outcome> {
    vec![
        ground.bring_source(Kind::Ods, &Source::Path(folder.join("epraccur.csv"))).await,
        ground.bring_source(Kind::OdsPcn, &Source::Path(folder.join("ePCN.xlsx"))).await,
    ]
}

#[tokio::test]
async fn both_files_come_in_whole_and_a_second_time_change_nothing() {
    let Some(folder) = shared("ods") else { return };
    let ground = ground().await;
    let outcomes = both(&ground, &folder).await;
    assert_eq!(tally(&outcomes[0], "organisations").new, 16_685);
    assert_eq!(tally(&outcomes[1], "areas").new, 1_366);
    // 7,705 rows, of which 9 started on the day another of the practice did, and ended at once.
    assert_eq!(tally(&outcomes[1], "memberships").new, 7_696);
    assert_eq!(outcomes[1].left_out.len(), 1);
    let told = &outcomes[1].left_out[0];
    assert!(told.starts_with("memberships that started on the same day"), "{told}");
    assert!(told.contains("9 in all"), "{told}");

    let organisations = ground.all::<organisation::Entity>().await;
    let practices = organisations.iter().filter(|o| o.sector == Sector::GpPractice).count();
    assert_eq!(practices, 6_618, "status A and setting 4");
    let closed = organisations.iter().find(|o| o.code == "A81003").unwrap();
    assert_eq!((closed.sector, closed.postcode.as_deref()), (Sector::Other, Some("TS26 8DB")));
    assert_eq!(closed.closed_on.unwrap().to_string(), "2017-10-31");
    let networks = ground.all::<area::Entity>().await;
    assert!(networks.iter().all(|a| a.kind == AreaKind::Network && a.parent_id.is_none()));

    // H84031 was put into U84150 for one day and into U96434 from that day on.
    let moved = organisations.iter().find(|o| o.code == "H84031").unwrap();
    let code = |id| networks.iter().find(|a| a.id == id).unwrap().code.as_str();
    let memberships = ground.all::<network_membership::Entity>().await;
    let mut of_it: Vec<_> = memberships
        .iter()
        .filter(|m| m.organisation_id == moved.id)
        .map(|m| (m.starts_on.unwrap().to_string(), code(m.network_id)))
        .collect();
    of_it.sort();
    assert_eq!(of_it, [("2019-10-01".to_owned(), "U62999"), ("2024-10-01".to_owned(), "U96434")]);

    let before = ground.facts().await;
    both(&ground, &folder).await;
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn a_placed_network_keeps_its_place_and_unknown_practices_are_left_out_aloud() {
    let Some(folder) = shared("ods") else { return };
    let ground = ground().await;
    let placed = "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nU89141,Stockton,network,TH\nN1,Own,network,TH\n";
    ground.bring(Kind::Areas, placed).await;
    let practices = "code,name,sector,network_code,network_from\n\
                     A81001,The Densham Surgery,gp_practice,,\n\
                     A81002,Queens Park,gp_practice,N1,2019-10-01\n";
    ground.bring(Kind::Organisations, practices).await;
    let networks = Source::Path(folder.join("ePCN.xlsx"));
    let outcome = ground.bring_source(Kind::OdsPcn, &networks).await;
    assert_eq!((tally(&outcome, "areas").new, tally(&outcome, "areas").corrected), (1_365, 1));
    assert_eq!(tally(&outcome, "memberships").new, 1);
    let told = outcome.left_out.join("\n");
    assert!(
        told.contains("of practices that are not on record (bring in epraccur.csv first"),
        "{told}"
    );
    assert!(
        told.contains("a network of your own, which stays, 1 in all: A81002 in U07032"),
        "{told}"
    );
    let areas = ground.all::<area::Entity>().await;
    let stockton = areas.iter().find(|a| a.code == "U89141").unwrap();
    assert_eq!(stockton.name, "STOCKTON PCN");
    assert!(stockton.parent_id.is_some());
}

#[tokio::test]
async fn what_is_not_the_national_file_is_refused() {
    let ground = ground().await;
    let text = ground.faults(Kind::OdsPcn, "code,name\n").await;
    assert!(text[0].contains("is not an Excel workbook"), "{text:?}");
    let short = ground.faults(Kind::Ods, "A81001,THE DENSHAM SURGERY\n").await;
    assert!(short[0].starts_with("line 1: this line has 2 cells and the file 27 columns"));
    let mut cells = vec![""; 27];
    (cells[0], cells[1], cells[10]) = ("A81001", "The Densham Surgery", "19740231");
    let impossible = ground.faults(Kind::Ods, &cells.join(",")).await;
    assert!(impossible[0].starts_with("line 1, open date '19740231'"), "{impossible:?}");
}

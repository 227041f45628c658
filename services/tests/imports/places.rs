//! Areas, organisations and teams from files.

use super::small_place::{AREAS, ORGANISATIONS, TEAMS, expect, small_place};
use crate::ground::{Ground, day, ground, tally};
use domain::codes::{CareLevel, InputKind};
use entities::{area, mental_health_input, network_membership, organisation, team};
use services::imports::Kind;

async fn with_areas() -> Ground {
    let ground = ground().await;
    ground.bring(Kind::Areas, AREAS).await;
    ground
}

#[tokio::test]
async fn areas_may_come_in_any_order_and_a_second_time_change_nothing() {
    let ground = ground().await;
    let text = "code,name,kind,parent_code\nN1,Network 1,network,L\nL,North,locality,TH\n\
                TH,Place,place,\nN9,Alone,network,\n";
    assert_eq!(tally(&ground.bring(Kind::Areas, text).await, "areas").new, 4);
    let before = ground.facts().await;
    let again = ground.bring(Kind::Areas, text).await;
    assert_eq!(tally(&again, "areas").unchanged, 4);
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn a_changed_value_is_a_correction_and_a_missing_column_says_nothing() {
    let ground = with_areas().await;
    let checked = ground.check(Kind::Areas, "code,name,kind\nN1,Network One,network\n").await;
    assert_eq!(checked.report.tally("areas").corrected, 1);
    assert_eq!(checked.report.examples[0].sentence, "N1: name 'Network 1' becomes 'Network One'");
    ground.merge(checked).await;
    let areas = ground.all::<area::Entity>().await;
    let network = areas.iter().find(|a| a.code == "N1").unwrap();
    let locality = areas.iter().find(|a| a.code == "TH-NW").unwrap();
    assert_eq!(network.name, "Network One");
    assert_eq!(network.parent_id, Some(locality.id), "the file has no column for parents");
    ground.bring(Kind::Areas, "code,name,kind,parent_code\nN1,Network One,network,\n").await;
    let areas = ground.all::<area::Entity>().await;
    assert!(areas.iter().any(|a| a.code == "N1" && a.parent_id.is_none()), "a blank cell is none");
}

#[tokio::test]
async fn areas_lie_in_wider_ones_and_never_in_a_circle() {
    let ground = with_areas().await;
    let text = "code,name,kind,parent_code\n\
                A,A,locality,B\n\
                B,B,locality,A\n\
                C,C,place,N1\n\
                D,D,network,NOWHERE\n\
                E,E,locality,\n\
                N2,Network 2,network,N1\n\
                F,F,place,\n\
                F,F,place,\n\
                G,G,place,\n\
                G,Gee,place,\n";
    expect(
        &ground.faults(Kind::Areas, text).await,
        &[
            "line 2, parent_code 'B': makes a circle of areas (A, B)",
            "line 3, parent_code 'A': makes a circle of areas (B, A)",
            "line 4, parent_code 'N1': a place cannot lie in a network",
            "line 5, parent_code 'NOWHERE': 'NOWHERE' is no area",
            "line 6, parent_code: a locality lies in a place",
            "line 7, parent_code 'N1': a network cannot lie in a network",
            "line 9, code 'F': repeats line 8",
            "line 11, code 'G': is also said in line 10, with other values",
        ],
    );
    let narrowed = ground.faults(Kind::Areas, "code,name,kind\nTH-NW,North West,network\n").await;
    expect(&narrowed, &["line 2, kind: 'N1' lies in", "line 2, kind: 'N2' lies in"]);
}

#[tokio::test]
async fn an_organisation_has_a_row_for_each_membership_and_repeats_itself() {
    let ground = with_areas().await;
    let text = "code,name,sector,network_code,network_from,network_to\n\
                P1,Practice 1,gp_practice,N1,,2026-03-31\n\
                P1,Practice 1,gp_practice,N2,2026-02-01,\n\
                P2,Trust,nhs_trust,,,\n";
    let outcome = ground.bring(Kind::Organisations, text).await;
    assert_eq!(tally(&outcome, "organisations").new, 2);
    assert_eq!(tally(&outcome, "memberships").new, 2);
    let before = ground.facts().await;
    ground.bring(Kind::Organisations, text).await;
    assert_eq!(ground.facts().await, before);

    let ended = text.replace("2026-03-31", "2026-01-31");
    let outcome = ground.bring(Kind::Organisations, &ended).await;
    assert_eq!(tally(&outcome, "memberships").corrected, 1);
    let memberships = ground.all::<network_membership::Entity>().await;
    assert!(memberships.iter().any(|m| m.ends_on == Some(day("2026-01-31"))));
}

#[tokio::test]
async fn two_memberships_must_not_start_together() {
    let ground = with_areas().await;
    ground.bring(Kind::Organisations, ORGANISATIONS).await;
    let text = "code,name,sector,network_code,network_from,network_to\n\
                P1,Practice 1,gp_practice,N2,,\n\
                P3,Practice 3,gp_practice,N1,2026-01-01,\n\
                P3,Practice 3,gp_practice,N2,2026-01-01,\n\
                P4,Practice 4,gp_practice,N1,2026-01-01,2025-12-31\n\
                P5,Practice 5,gp_practice,TH,,\n\
                P6,Practice 6,gp_practice,,2026-01-01,\n\
                P7,Practice 7,gp_practice,N1,,\n\
                P7,Practice Seven,gp_practice,N2,2026-01-01,\n\
                P8,Practice 8,gp_practice,N1,,\n\
                P8,Practice 8,gp_practice,N1,,\n\
                P9,Trust,nhs_trust,,,\n\
                P9,Trust,nhs_trust,,,\n";
    expect(
        &ground.faults(Kind::Organisations, text).await,
        &[
            "line 2, network_code: this membership and one on record both hold from the beginning",
            "line 4, network_code: this membership and that of line 3 both hold from 1 January 2026",
            "line 5, network_to '2025-12-31': is before network_from",
            "line 6, network_code 'TH': is not the code of a network on record",
            "line 7, network_from '2026-01-01': a day without a network means nothing",
            "line 9, code 'P7': name, sector and dates differ from line 8",
            "line 11, code 'P8': repeats line 10",
            "line 13, code 'P9': repeats line 12 without another network",
        ],
    );
}

#[tokio::test]
async fn teams_are_corrected_in_place_and_their_input_is_one_row() {
    let ground = small_place().await;
    let team = |teams: &[team::Model]| teams.iter().find(|t| t.code == "T1").unwrap().clone();
    let before = team(&ground.all::<team::Entity>().await);
    assert_eq!((before.care_level, before.area_id), (Some(CareLevel::OngoingNeeds), None));
    let facts = ground.facts().await;
    ground.bring(Kind::Teams, TEAMS).await;
    assert_eq!(ground.facts().await, facts);

    let changed = TEAMS.replace("ongoing_needs,link_worker", "Complex Needs,embedded");
    let outcome = ground.bring(Kind::Teams, &changed).await;
    assert_eq!((tally(&outcome, "teams").corrected, tally(&outcome, "teams").unchanged), (1, 1));
    assert_eq!(team(&ground.all::<team::Entity>().await).care_level, Some(CareLevel::ComplexNeeds));
    let inputs = ground.all::<mental_health_input::Entity>().await;
    let kinds: Vec<_> = inputs.iter().filter(|i| i.team_id == before.id).map(|i| i.kind).collect();
    assert_eq!(kinds, [InputKind::Embedded], "replaced, not added");

    ground.bring(Kind::Teams, &changed.replace(",embedded", ",")).await;
    let inputs = ground.all::<mental_health_input::Entity>().await;
    assert!(inputs.iter().all(|i| i.team_id != before.id), "a blank cell is none");
}

#[tokio::test]
async fn a_team_refers_to_what_is_on_record() {
    let ground = small_place().await;
    let text = "code,name,setting,organisation_code,area_code,care_level,sessions_due_per_year\n\
                T9,Nine,primary care,P9,N9,high,three\n\
                T8,Eight,surgery,P1,,,400\n";
    expect(
        &ground.faults(Kind::Teams, text).await,
        &[
            "line 2, organisation_code 'P9': is not the code of an organisation on record",
            "line 2, area_code 'N9': is not the code of an area on record",
            "line 2, care_level 'high': 'high' is not a known care level",
            "line 2, sessions_due_per_year 'three': write a whole number from 0 to 366",
            "line 3, setting 'surgery': 'surgery' is not a known care setting",
            "line 3, sessions_due_per_year '400': write a whole number",
        ],
    );
    assert_eq!(ground.all::<organisation::Entity>().await.len(), 2);
}

//! The load of a year, as a workforce lead reads it, and as a file.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;
use http::StatusCode;

/// Ben's own levels run out on 5 January 2028; Amina's in RSK-1 on 1 December 2026, and Eve says she can do RSK-2.
const SAID: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
                    E1,RSK-1,confirmed,2024-12-01,3,observation\nE3,RSK-2,self,2026-10-01,2,\n";

#[tokio::test]
async fn a_lead_sees_what_the_year_asks_and_chooses_how_much_is_too_much() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, SAID).await;
    sign_in(&esteem, "ben").await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/load").await;
    assert!(page.says("2 confirmations take 2 acts"), "{}", page.words());
    // Amina's is confirmed again, by Ben; Eve is on a register, so the lead recognises hers.
    let cells = page.all("td");
    assert_eq!(cells[3..9], ["1", "1", "0", "1", "1", "0"], "reaffirmation, then recognition");
    assert!(page.says("The assessors there are can do them"), "{}", page.words());

    let mut next_door = sign_in(&esteem, "finn").await;
    assert!(next_door.visit("/load").await.says("Nothing is to be confirmed here"));
}

#[tokio::test]
async fn who_is_missing_is_told_with_place_and_competency() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, SAID).await;
    // Nobody has given Ben his grant yet.
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/load?most=1").await;
    assert!(page.says("Network 1: 1 assessor, for 1 acts"), "{}", page.words());
    assert!(page.says("Ask about risk"), "{}", page.words());
}

#[tokio::test]
async fn the_load_is_a_file_for_whoever_sees_the_page() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, SAID).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let file = lead.visit("/load.csv?in=N1&most=50").await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.html.contains("2026-11-02,2027-11-01,50,all,,,2,2,0,"), "{}", file.html);
    assert!(file.html.contains("team,T1,Practice 1 team,2,1,"), "{}", file.html);
    for name in ["amina", "dan", "ben", "yusra"] {
        let mut other = sign_in(&esteem, name).await;
        assert_eq!(other.visit("/load.csv").await.status, StatusCode::NOT_FOUND, "{name}");
    }
    let stranger = esteem.stranger().visit("/load.csv").await;
    assert!(stranger.path.starts_with("/sign-in") || stranger.status == StatusCode::UNAUTHORIZED);
    let nowhere = lead.visit("/load.csv?in=NOWHERE").await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
}

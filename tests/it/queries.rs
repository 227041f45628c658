//! Every page sends a fixed number of statements to the database, however many people there are.

use crate::small::bring;
use crate::sweep::pages::addresses;
use crate::sweep::place::{Place, place};
use domain::imports::Kind;
use http::StatusCode;
use services::db::counted;
use std::collections::BTreeMap;

/// More than any page needs; one in a loop over people would go past it at once.
const MOST: u64 = 24;
const MORE_PEOPLE: usize = 60;

/// What each page sends, the second time: the first reads the facts anew.
async fn sent(place: &mut Place) -> BTreeMap<&'static str, u64> {
    let mut sent = BTreeMap::new();
    for (route, path, whose) in addresses(place) {
        let mut user = match whose.right() {
            Some(name) => place.user(name).clone(),
            None => place.esteem.stranger(),
        };
        user.visit(&path).await;
        let (page, count) = counted(user.visit(&path)).await;
        assert!(
            page.status.is_success() || page.status == StatusCode::GONE,
            "{path}: {}",
            page.status
        );
        sent.insert(route, count);
    }
    sent
}

#[tokio::test]
async fn no_page_sends_more_statements_for_more_people() {
    let mut place = place().await;
    let few = sent(&mut place).await;
    let each = |row: fn(usize) -> String| (0..MORE_PEOPLE).map(row).collect::<String>();
    let teams = "code,name,setting,organisation_code\n".to_owned()
        + &each(|n| format!("X{n},Team {n},primary_care,P1\n"));
    bring(&place.esteem, Kind::Teams, &teams).await;
    let staff = "employee_number,first_name,last_name,work_email,team_code,role_code,fte\n"
        .to_owned()
        + &each(|n| format!("X{n},First{n},Last{n},x{n}@staff.example,T1,PN,1.00\n"));
    bring(&place.esteem, Kind::Staff, &staff).await;
    let judged = "employee_number,competency_code,kind,made_on,level\n".to_owned()
        + &each(|n| format!("X{n},RSK-1,self,2026-01-05,3\n"));
    bring(&place.esteem, Kind::Judgements, &judged).await;
    let many = sent(&mut place).await;
    assert_eq!(few, many);
    let heavy: Vec<_> = many.iter().filter(|(_, count)| **count > MOST).collect();
    assert!(heavy.is_empty(), "{heavy:?}");
    assert!(many["/my/competencies"] > 0, "they are counted at all");
}

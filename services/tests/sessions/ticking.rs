//! Many people of a team, booked a page at a time: what the page shows of them, and what one press of it asks and decides.

use super::place::{DAN, EVE, beside, says, scheduled, with_educator};
use crate::ground::Ground;
use domain::codes::GrantKind::{PracticeLead, TeamManager};
use domain::ids::{PersonId, SessionId};
use domain::release::Minimum;
use domain::release::forms::KeepMinimum;
use domain::sessions::BookingState::{Booked, Requested};
use domain::sessions::forms::DescribeSession;
use domain::sessions::people::told as told_of;
use entities::viewing;
use services::db::counted;
use services::imports::Kind;
use services::{Ctx, release, sessions};

/// A session with room for all, and the manager of both teams of Practice 1.
async fn with_room() -> (Ground, SessionId, Ctx, Ctx) {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { capacity: 99, ..says("Safety plans") }).await;
    let manager = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    (ground, id, manager, cara)
}

/// So many doctors more in team T1, beside Ben, and one in team T3.
async fn doctors(ground: &Ground, many: usize) -> Vec<PersonId> {
    let mut staff =
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number\n\
                     Y1,Faye,Wells,T3,GP,1.00,Y1\n"
            .to_owned();
    for n in 1..=many {
        staff += &format!("X{n},First{n},Last{n},T1,GP,1.00,X{n}\n");
    }
    ground.bring(Kind::Staff, &staff).await;
    let mut ids = Vec::new();
    for n in 1..=many {
        ids.push(ground.person(&format!("X{n}")).await);
    }
    ids
}

async fn keeps_doctors(manager: &Ctx, least: u16) {
    let minimum = Minimum { profession: "Medical".to_owned(), least };
    release::keep_minimum(manager, "T1", &KeepMinimum(minimum)).await.unwrap();
}

#[tokio::test]
async fn a_page_has_fifty_people_and_they_are_searched_by_name_and_by_team() {
    let (ground, id, manager, _cara) = with_room().await;
    let all = doctors(&ground, 60).await;
    let people =
        async |words: &str, page| sessions::people(&manager, id, words, page).await.unwrap().people;
    // Amina, Ben, the 60 and the doctor of the other team.
    let first = people("", 1).await;
    assert_eq!((first.entries.len(), first.total, first.next()), (50, 63, Some(2)));
    let second = people("", 2).await;
    assert_eq!((second.entries.len(), second.previous()), (13, Some(1)));
    let wellbeing = people("wellbeing", 1).await.entries;
    let names: Vec<_> = wellbeing.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Wells, Faye"]);
    assert_eq!(people("practice last7", 1).await.total, 1);
    assert_eq!(people("wellbeing last7", 1).await.total, 0);
    let mut noted = ground.all::<viewing::Entity>().await;
    noted.sort_by_key(|viewing| viewing.id);
    let query = noted.iter().filter_map(|one| one.query.clone()).nth(1).unwrap();
    assert!(query.ends_with("q= page=2"), "{query}");
    assert_eq!(beside(sessions::book_people(&manager, id, &all).await), "people", "60 at once");
}

#[tokio::test]
async fn of_several_at_one_press_the_next_finds_what_those_before_leave_of_their_profession() {
    let (ground, id, manager, _cara) = with_room().await;
    let all = doctors(&ground, 3).await;
    keeps_doctors(&manager, 2).await;
    let lead = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    // Of four doctors two can go; the third is asked for.
    let answers = sessions::book_people(&lead, id, &all).await.unwrap();
    let states: Vec<_> = answers.into_iter().map(|one| one.answer.unwrap()).collect();
    assert_eq!(states, [Booked, Booked, Requested]);
    // The page says the same of Ben.
    let page = sessions::people(&lead, id, "okoro", 1).await.unwrap();
    let note = page.people.entries[0].note.clone().unwrap();
    assert!(note.contains("Fewer than 2 people in Medical would stay"), "{note}");
}

#[tokio::test]
async fn a_manager_is_told_where_several_together_leave_too_few() {
    let (ground, id, manager, _cara) = with_room().await;
    let all = doctors(&ground, 3).await;
    keeps_doctors(&manager, 3).await;
    // Of four doctors one can go: each alone stands against nothing, and the page says how many together.
    let page = sessions::people(&manager, id, "", 1).await.unwrap();
    assert!(page.people.entries.iter().all(|line| line.note.is_none()));
    let told = "keeps at least 3 of Medical: 1 of them can go. To book more is yours";
    assert!(page.warnings.iter().any(|words| words.contains(told)), "{:?}", page.warnings);
    let answers = sessions::book_people(&manager, id, &all).await.unwrap();
    assert!(answers.iter().all(|one| one.answer == Ok(Booked)), "nobody is asked: {answers:?}");
    let below: Vec<_> = answers.iter().map(|one| one.too_few.is_some()).collect();
    assert_eq!(below, [false, true, true]);
    let notice = told_of(&answers);
    assert!(notice.starts_with("Fewer than 3 people in Medical would stay in"), "{notice}");
    assert!(notice.ends_with("3 people have a seat."), "{notice}");
}

#[tokio::test]
async fn one_press_sends_as_many_statements_for_many_people_as_for_few() {
    let (ground, id, manager, cara) = with_room().await;
    let all = doctors(&ground, 40).await;
    keeps_doctors(&manager, 2).await;
    let lead = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    let starts = "2026-12-07T13:00:00".parse().unwrap();
    let later = DescribeSession { starts, capacity: 99, ..says("Recovery") };
    let later = scheduled(&cara, &later).await;
    // The first reads the facts anew.
    sessions::people(&lead, id, "", 1).await.unwrap();
    let (booked, few) = counted(Box::pin(sessions::book_people(&lead, id, &all[..2]))).await;
    assert_eq!(booked.unwrap().len(), 2);
    let (booked, many) = counted(Box::pin(sessions::book_people(&lead, later, &all))).await;
    assert_eq!(booked.unwrap().len(), 40);
    assert_eq!(few, many);
}

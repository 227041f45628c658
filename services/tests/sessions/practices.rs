//! A monthly meeting of practice leads, looked back on by practice: who came from where, and who reads which row.

use super::place::{AMINA, BEN, DAN, EVE, WHY, drafted, is_not_found, on, says, with_educator};
use super::series::{ids, repeated};
use domain::codes::GrantKind::PracticeLead;
use domain::ids::{SessionId, SessionSeriesId};
use domain::sessions::Attendee;
use domain::sessions::format::Format;
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::{Attendance, Mark, TakeRegister, WalkIn};
use domain::sessions::series::forms::RepeatFields;
use domain::sessions::series::views::PracticeRow;
use services::Ctx;
use services::sessions::{self, series};

/// The first Mondays of December, January and February; and the day after each.
const FIRST: &str = "2026-12-07T13:00:00";
const AFTER: [&str; 3] = ["2026-12-08", "2027-01-05", "2027-02-02"];

fn monthly(count: &str) -> RepeatFields {
    let text = str::to_owned;
    RepeatFields {
        pace: text("monthly"),
        every: String::new(),
        count: text(count),
        until: String::new(),
    }
}

/// Takes the register: these did not attend, everybody else did.
async fn takes(ctx: &Ctx, id: SessionId, absent: &[&Ctx]) {
    let mark = |person: &&Ctx| Mark {
        attendee: Attendee::Person(person.actor.person().unwrap()),
        was: None,
        now: Some(Attendance::DidNotAttend),
    };
    let marks = absent.iter().map(mark).collect();
    let says = TakeRegister { marks, service_users: None, everyone_else_arrived: true };
    sessions::take_register(ctx, id, &says).await.unwrap();
}

/// The rows that somebody reads on the last of the days, and whether they keep its actions.
async fn read(ctx: &Ctx, series: SessionSeriesId) -> (Vec<PracticeRow>, bool) {
    let page = series::practices(&on(ctx, AFTER[2]), series).await.unwrap();
    let closed: Vec<bool> = page.sessions.iter().map(|column| column.closed).collect();
    assert_eq!(closed, [true, true, false]);
    let days: Vec<String> =
        page.sessions.iter().map(|column| column.slot.starts.date().to_string()).collect();
    assert_eq!(days, ["2026-12-07", "2027-01-04", "2027-02-01"]);
    (page.practices, page.keeps)
}

fn row(name: &str, came: [Option<u32>; 3]) -> PracticeRow {
    PracticeRow { name: name.to_owned(), came: came.to_vec() }
}

#[tokio::test]
async fn a_practice_lead_reads_who_came_from_their_practice_each_month_and_of_no_other() {
    let (ground, cara) = with_educator().await;
    let meeting = DescribeSession {
        format: Format::LeadsMeeting,
        starts: FIRST.parse().unwrap(),
        held_for: Some("TH".to_owned()),
        ..says("Practice leads")
    };
    let id = drafted(&cara, &meeting, "RSK-1").await;
    for team in ["T1", "T2"] {
        sessions::invite(&cara, id, team).await.unwrap();
    }
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let series = repeated(&cara, id, &monthly("3")).await;
    let [december, january, february]: [SessionId; 3] = ids(&ground).await.try_into().unwrap();
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    let eve = ground.sign_in(EVE, Some((PracticeLead, "T2"))).await;
    let dan = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    let booked = [
        (december, vec![(&amina, "T1"), (&ben, "T1")]),
        (january, vec![(&amina, "T1"), (&ben, "T1"), (&eve, "T2")]),
        (february, vec![(&amina, "T1")]),
    ];
    for (id, people) in booked {
        for (person, team) in people {
            sessions::book(person, id, team, false).await.unwrap();
        }
    }
    let [in_december, in_january, in_february] = AFTER.map(|day| on(&cara, day));
    let ada = WalkIn::Guest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
    };
    sessions::add_walk_in(&in_december, december, &ada).await.unwrap();
    takes(&in_december, december, &[&ben]).await;
    sessions::close_register(&in_december, december).await.unwrap();
    takes(&in_january, january, &[]).await;
    sessions::close_register(&in_january, january).await.unwrap();
    // The last register is still open: it says nothing yet.
    takes(&in_february, february, &[]).await;

    let first = row("Practice 1", [Some(1), Some(2), None]);
    let second = row("Practice 2", [Some(0), Some(1), None]);
    assert_eq!(read(&dan, series).await, (vec![first.clone()], false));
    assert_eq!(read(&eve, series).await, (vec![second.clone()], false));
    let mind = row("Mind", [Some(1), Some(0), None]);
    assert_eq!(read(&cara, series).await, (vec![mind, first, second], true));
    let came_herself = series::practices(&on(&amina, AFTER[2]), series).await;
    assert!(is_not_found(came_herself), "she reads nobody's record");
}

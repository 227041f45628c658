//! Returns that are prepared by themselves: where a lead switched it on, once however many processes there are, and waiting for people.

use crate::outbox::{make_digests, post, send};
use crate::practice::{practice, sign_in};
use crate::small::bring;
use chrono::{NaiveDate, TimeDelta};
use domain::codes::GrantKind::{Approver, WorkforceLead};
use domain::imports::Kind;
use domain::jobs::Job;
use domain::policy::Actor;
use domain::returns::Step;
use http::StatusCode;
use sea_orm::ConnectionTrait;
use services::{Ctx, Services, jobs, return_schedule, returns};
use tests::mail_server::MailServer;
use tests::{Installation, User};

const NEW_YEAR: &str = "2027-01-01";

/// She leads the whole place.
async fn thea(esteem: &Installation) -> User {
    esteem.somebody("thea@staff.example", &[(WorkforceLead, "TH")]).await
}

/// The practice on 2 November 2026, with the returns of its place switched on.
async fn scheduled() -> (Installation, User) {
    let esteem = practice().await;
    let mut thea = thea(&esteem).await;
    assert_eq!(thea.visit("/").await.text("h1"), "Hello", "she has no staff record");
    let page = thea.visit("/returns/schedule").await;
    assert!(page.says("Tower Hamlets (TH)") && page.says("Off"), "{}", page.words());
    assert!(page.says("the return as at 31 December 2026, on 1 January 2027"), "{}", page.words());
    let on = thea.submit(&page, "schedule_returns", &[]).await;
    let told = "The returns of Tower Hamlets are prepared automatically from now on";
    assert!(on.says(told), "{}", on.words());
    assert!(on.says("On since 2 November 2026, by thea@staff.example"), "{}", on.words());
    // The jobs are known from now on.
    jobs::do_what_is_due(&esteem.operator()).await.expect("the jobs");
    (esteem, thea)
}

/// The process itself some days later by the clock that jobs keep, which is not that of the rules.
fn after(process: &Installation, days: i64) -> Ctx {
    let operator = process.operator();
    Ctx { now: operator.now + TimeDelta::days(days), ..operator }
}

async fn works(ctx: &Ctx) -> bool {
    jobs::do_what_is_due(ctx).await.expect("the jobs").contains(&Job::ScheduledReturns)
}

/// Every return there is, and how far it has come.
async fn there(process: &Installation) -> Vec<(String, Step)> {
    let listed = returns::list(&process.operator(), 1).await.expect("returns").lines.entries;
    listed.into_iter().map(|line| (line.id.to_string(), line.stands)).collect()
}

fn prepared(name: &str) -> Vec<(String, Step)> {
    vec![(name.to_owned(), Step::Prepared)]
}

#[tokio::test]
async fn on_the_first_day_after_a_quarter_its_return_is_prepared_once_and_waits() {
    let (esteem, _) = scheduled().await;
    assert!(works(&after(&esteem, 1)).await);
    assert!(there(&esteem).await.is_empty(), "September was over when it was switched on");
    let last_day = esteem.beside_on("2026-12-31").await;
    assert!(works(&after(&last_day, 2)).await);
    assert!(there(&esteem).await.is_empty(), "the quarter is not over");
    let mut works_of = Vec::new();
    for _ in 0..3 {
        let process = esteem.beside_on(NEW_YEAR).await;
        let ctx = after(&process, 3);
        works_of.push(tokio::spawn(async move { works(&ctx).await }));
    }
    let mut did = 0;
    for work in works_of {
        did += usize::from(work.await.expect("a process"));
    }
    assert_eq!(did, 1, "one process does it");
    assert_eq!(there(&esteem).await, prepared("TH-2026-12-31-r1"));
    let new_year = esteem.beside_on(NEW_YEAR).await;
    assert!(works(&after(&new_year, 4)).await);
    assert_eq!(there(&esteem).await, prepared("TH-2026-12-31-r1"), "and nobody again");
}

#[tokio::test]
async fn what_was_missed_is_made_up_for_and_what_a_person_began_is_left_alone() {
    let (esteem, _) = scheduled().await;
    let late = esteem.beside_on("2027-02-14").await;
    assert!(works(&after(&late, 1)).await);
    assert_eq!(there(&esteem).await, prepared("TH-2026-12-31-r1"));
    let april = esteem.beside_on("2027-04-01").await;
    let day: NaiveDate = "2027-03-31".parse().expect("a day");
    let id = returns::prepare(&april.operator(), "TH", day).await.expect("prepared");
    assert!(works(&after(&april, 2)).await);
    let page = returns::one(&april.operator(), &id, 1).await.expect("the return");
    assert_eq!(page.history.len(), 1, "{:?}", page.history);
    assert_eq!(there(&esteem).await.len(), 2);
}

#[tokio::test]
async fn what_is_switched_off_is_not_prepared() {
    let (esteem, mut thea) = scheduled().await;
    let page = thea.visit("/returns/schedule").await;
    let off = thea.submit(&page, "schedule_returns", &[]).await;
    assert!(off.says("are not prepared automatically from now on"), "{}", off.words());
    // The page from before says what is so already.
    let again = thea.submit(&page, "schedule_returns", &[]).await;
    assert!(again.says("Off since 2 November 2026"), "{}", again.words());
    let new_year = esteem.beside_on(NEW_YEAR).await;
    assert!(works(&after(&new_year, 1)).await);
    assert!(there(&esteem).await.is_empty());
}

#[tokio::test]
async fn only_whoever_prepares_returns_of_the_place_says_so() {
    let (esteem, mut thea) = scheduled().await;
    let form = thea.visit("/returns/schedule").await.form("schedule_returns");
    for name in ["dan", "amina", "yusra", "ig"] {
        let mut user = sign_in(&esteem, name).await;
        assert_eq!(user.visit("/returns/schedule").await.status, StatusCode::NOT_FOUND, "{name}");
        let answer = user.post("/returns/schedule", &form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
    // Whoever leads a network prepares no return: that is of the place.
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/returns/schedule").await;
    assert!(page.says("There is no place whose returns you prepare"), "{}", page.words());
    let answer = lead.post("/returns/schedule", &form).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(thea.visit("/returns/schedule").await.says("On since 2 November 2026"));
}

#[tokio::test]
async fn whoever_may_take_the_next_step_is_reminded_of_it() {
    let (esteem, _) = scheduled().await;
    esteem.somebody("ari@staff.example", &[(Approver, "TH")]).await;
    let new_year = esteem.beside_on(NEW_YEAR).await;
    assert!(works(&after(&new_year, 1)).await);
    make_digests(&new_year).await;
    let server = MailServer::start().await;
    send(&new_year, &post(&server)).await;
    let letters = server.taken();
    let of = |name: &str| letters.iter().find(|letter| letter.to.starts_with(name));
    let theas = of("thea").expect("she may check it, though her account is nobody's on record");
    assert_eq!(theas.head("Subject"), "Esteem: 1 return waits for you");
    let text = theas.readable();
    assert!(text.contains("- 1 return waits to be checked:"), "{text}");
    assert!(text.contains("Dear colleague"), "{text}");
    assert!(of("ari").is_none(), "there is nothing to approve yet");
    assert!(of("yusra").is_none(), "and nothing for whoever prepares none");
}

/// The command line in a process that draws no papers: what is tried here does not take the time.
fn plain(process: &Installation) -> Ctx {
    Services { papers: None, ..process.services.clone() }.as_actor(Actor::Operator)
}

/// The return of September as one that was submitted and kept in a way that cannot be read, so that nothing is held against it.
async fn spoil(esteem: &Installation) {
    let day = "2026-09-30".parse().expect("a day");
    returns::prepare(&plain(esteem), "TH", day).await.expect("prepared");
    let submitted = "INSERT INTO return_event (revision_id, sequence, step, by_account_id, by_itself, at, digest) \
                     SELECT revision_id, 2, 'submitted', by_account_id, by_itself, at, digest FROM return_event";
    run(esteem, submitted).await;
    run(esteem, "UPDATE return_kept SET frozen = 'x'").await;
}

async fn run(esteem: &Installation, statement: &str) {
    esteem.services.db.read().execute_unprepared(statement).await.expect("it is done");
}

#[tokio::test]
async fn a_place_that_fails_keeps_no_other_waiting_and_is_tried_again_soon() {
    let (esteem, _) = scheduled().await;
    let areas = "code,name,kind,parent_code\nUH,Upper Hamlets,place,\n";
    bring(&esteem, Kind::Areas, areas).await;
    return_schedule::set(&esteem.operator(), "UH", true).await.expect("switched on");
    spoil(&esteem).await;
    let process = esteem.beside_on(NEW_YEAR).await;
    let operator = plain(&process);
    let at = |minutes: i64| {
        let later = TimeDelta::days(1) + TimeDelta::minutes(minutes);
        Ctx { now: operator.now + later, ..operator.clone() }
    };
    assert!(!works(&at(0)).await, "it failed, of Tower Hamlets");
    let told = |there: Vec<(String, Step)>| -> Vec<String> {
        let quarter = there.into_iter().filter(|(name, _)| name.contains("2026-12-31"));
        let mut names: Vec<String> = quarter.map(|(name, _)| name).collect();
        names.sort();
        names
    };
    assert_eq!(told(there(&process).await), ["UH-2026-12-31-r1"], "which is after it");
    run(&esteem, "UPDATE return_kept SET frozen = '{\"cells\":[],\"families\":[],\"needs\":[]}'")
        .await;
    assert!(works(&at(20)).await, "tried again in the same hour, not the next day");
    assert_eq!(told(there(&process).await), ["TH-2026-12-31-r1", "UH-2026-12-31-r1"]);
    let id = "UH-2026-12-31-r1".parse().expect("a return");
    let page = returns::one(&operator, &id, 1).await.expect("the return");
    assert_eq!(page.history.len(), 1, "what was prepared is left alone");
}

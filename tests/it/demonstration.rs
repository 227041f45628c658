//! The demonstration, loaded as `make run` does: a believable place, and eight people with something before them.

use chrono::NaiveDate;
use domain::codes::GrantKind;
use domain::coverage::{ItemKind, Query, Row, ScopeKind, coverage};
use domain::funding::Pence;
use domain::policy::Actor;
use domain::sessions::browse::SessionsAddress;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::views::SessionLine;
use domain::sessions::{BookingState, SessionState};
use services::{
    Ctx, accounts, demo, funding, judgements, named_groups, protected_time, release, sessions,
};
use tests::Installation;

const TODAY: &str = "2026-11-21";

async fn demonstration(staff: u32) -> Installation {
    let esteem = Installation::on(TODAY).await;
    demo::load(&esteem.operator(), staff, demo::SEED).await.expect("a demonstration");
    esteem
}

/// One of those who can sign in, acting.
async fn signed_in(esteem: &Installation, first_name: &str, password: &str) -> Ctx {
    let operator = esteem.operator();
    let everybody = demo::sign_ins(&operator).await.expect("the list");
    let one = everybody.iter().find(|s| s.name.starts_with(first_name)).expect("one of the eight");
    let nobody = esteem.services.as_actor(Actor::Nobody);
    let token = accounts::sign_in(&nobody, &one.email, password, "test").await.expect("signed in");
    esteem.services.as_actor(accounts::actor_of(&nobody, &token).await.expect("an actor"))
}

#[tokio::test]
async fn the_demonstration_is_loaded_through_the_imports_and_never_over_people() {
    let esteem = demonstration(200).await;
    let operator = esteem.operator();
    let facts = operator.facts().await.expect("facts");
    assert_eq!(facts.people.len(), 200);
    assert!(facts.people.iter().map(|p| p.judgements.len()).sum::<usize>() > 8_000);
    demo::refuse_half_loaded(&operator).await.expect("all of it is there");
    let again = demo::load(&operator, 200, demo::SEED).await.expect_err("refused");
    assert!(again.to_string().contains("never overwrites"), "{again}");
}

#[tokio::test]
async fn a_demonstration_whose_loading_was_interrupted_is_told_from_a_whole_one() {
    let esteem = Installation::on(TODAY).await;
    let operator = esteem.operator();
    demo::refuse_half_loaded(&operator).await.expect("nothing was begun");
    let loading = esteem.operator();
    let loading = tokio::spawn(async move { demo::load(&loading, 1_000, demo::SEED).await });
    while demo::sign_ins(&operator).await.expect("the list").is_empty() {
        tokio::task::yield_now().await;
    }
    loading.abort();
    assert!(loading.await.expect_err("ended before its time").is_cancelled());
    let told = demo::refuse_half_loaded(&operator).await.expect_err("refused").to_string();
    assert!(told.contains("interrupted"), "{told}");
}

#[tokio::test]
async fn eight_people_can_sign_in_with_the_newest_password_only() {
    let esteem = demonstration(60).await;
    let operator = esteem.operator();
    assert_eq!(demo::sign_ins(&operator).await.expect("the list").len(), 8);
    let first = demo::renew_password(&operator).await.expect("a password");
    let grace = signed_in(&esteem, "Grace", &first).await;
    assert!(grace.actor.holds(GrantKind::Assessor) && grace.actor.person().is_some());
    let second = demo::renew_password(&operator).await.expect("a password");
    assert_ne!(first, second);
    let yusra = signed_in(&esteem, "Yusra", &second).await;
    assert!(yusra.actor.holds(GrantKind::Administrator));
    let nobody = esteem.services.as_actor(Actor::Nobody);
    let old = accounts::sign_in(&nobody, "grace.adomako@demo.example", &first, "test").await;
    assert!(old.is_err(), "the old password");
}

#[tokio::test]
async fn work_waits_for_the_nurse_and_the_practice_manager() {
    let esteem = demonstration(600).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let grace = signed_in(&esteem, "Grace", &password).await;
    let open = judgements::to_confirm(&grace).await.expect("her requests").requests;
    assert!(open.len() >= 8, "{} requests wait", open.len());
    let denise = signed_in(&esteem, "Denise", &password).await;
    assert_eq!(judgements::claims(&denise).await.expect("her claims").len(), 1);
}

#[tokio::test]
async fn without_a_demonstration_there_is_no_password_to_renew() {
    let esteem = Installation::on(TODAY).await;
    let operator = esteem.operator();
    assert!(demo::sign_ins(&operator).await.expect("the list").is_empty());
    assert!(demo::renew_password(&operator).await.is_err());
    assert!(demo::load(&operator, 49, demo::SEED).await.is_err(), "too few people");
    let nobody = esteem.services.as_actor(Actor::Nobody);
    assert!(demo::load(&nobody, 60, demo::SEED).await.is_err(), "not by a stranger");
}

async fn rows(esteem: &Installation, scope: ScopeKind, item: ItemKind) -> Vec<Row> {
    let today = esteem.operator().today;
    rows_on(esteem, today, (scope, item)).await
}

async fn rows_on(
    esteem: &Installation,
    day: NaiveDate,
    (scope, item): (ScopeKind, ItemKind),
) -> Vec<Row> {
    let operator = esteem.operator();
    let query = Query::new(day, scope, item);
    coverage(&operator.facts().await.expect("facts"), &query)
}

/// Requirements met, of a hundred.
fn met(row: &Row) -> u32 {
    100 * row.counts.requirements_met / row.counts.requirements
}

#[tokio::test]
async fn the_figures_are_those_of_a_believable_borough() {
    let esteem = demonstration(1_000).await;
    let whole = rows(&esteem, ScopeKind::Place, ItemKind::All).await;
    assert!((35..70).contains(&met(&whole[0])), "{} of 100", met(&whole[0]));
    assert!(whole[0].counts.met_recognised > 0 && whole[0].counts.exempt > 0);
    let domains = rows(&esteem, ScopeKind::Place, ItemKind::Domain).await;
    let emergencies = domains.iter().find(|row| row.item_code == "EMG").expect("emergencies");
    assert!(emergencies.counts.due_soon > 0 && emergencies.counts.expired > 0);
    let teams = rows(&esteem, ScopeKind::Team, ItemKind::All).await;
    let count = |fits: fn(u32) -> bool| teams.iter().filter(|row| fits(met(row))).count();
    assert!(count(|met| met >= 70) >= 4, "some teams are strong");
    assert!(count(|met| met <= 30) >= 8, "some are thin");
    assert!(count(|met| met <= 10) >= 3, "some have hardly started");
}

#[tokio::test]
async fn network_5_is_lower_than_in_march_so_that_a_lead_can_ask_why() {
    let esteem = demonstration(1_000).await;
    let mut figures = Vec::new();
    for day in ["2026-03-31", "2026-11-02", TODAY] {
        let day = day.parse().expect("a day");
        let all = rows_on(&esteem, day, (ScopeKind::Network, ItemKind::All)).await;
        let domains = rows_on(&esteem, day, (ScopeKind::Network, ItemKind::Domain)).await;
        let whole = all.iter().find(|row| row.scope_code == "N5").expect("the network");
        let emergencies =
            domains.iter().find(|row| row.scope_code == "N5" && row.item_code == "EMG");
        figures.push((met(whole), met(emergencies.expect("emergencies"))));
    }
    let [march, early, late] = figures.as_slice() else { panic!("{figures:?}") };
    for now in [early, late] {
        assert!(now.0 + 4 <= march.0, "as a whole: {figures:?}");
        assert!(now.1 + 20 <= march.1, "in emergencies: {figures:?}");
    }
}

#[tokio::test]
async fn the_practice_nurse_finds_her_teams_link_and_colleagues_to_ask() {
    let esteem = demonstration(600).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let farzana = signed_in(&esteem, "Farzana", &password).await;
    let ask = services::help::HelpAsk { page: 1, ..Default::default() };
    let found = services::help::who_can_help(&farzana, &ask).await.expect("whom she can ask");
    let link = found.teams[0].links.first().expect("her practice's link");
    assert!(link.named.words().is_some() && link.times.is_some());
    assert!(found.in_place >= 4, "{} colleagues", found.in_place);
    let names: Vec<&str> = found.people.entries.iter().map(|line| &*line.name).collect();
    assert!(names.contains(&"Grace Adomako"), "{names:?}");
}

#[tokio::test]
async fn the_practice_nurse_has_a_seat_and_waits_and_can_book() {
    let esteem = demonstration(300).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let farzana = signed_in(&esteem, "Farzana", &password).await;
    let own = sessions::mine(&farzana, 1).await.expect("her sessions").coming;
    let stands = |state| own.iter().filter(|line| line.own == Some(state)).count();
    assert!(stands(BookingState::Booked) >= 1 && stands(BookingState::Waitlisted) >= 1, "{own:?}");
    let waits = own.iter().find(|line| line.own == Some(BookingState::Waitlisted)).expect("one");
    assert_eq!((waits.free, waits.waiting >= 1), (0, true), "it is full");
    let open = found(&farzana, "early signs psychosis").await;
    let detail = sessions::session(&farzana, open.id).await.expect("one that she can book");
    assert_eq!((detail.own.state, detail.own.why_not), (None, None));
}

#[tokio::test]
async fn the_psychiatrist_finds_a_full_session_and_a_draft() {
    let esteem = demonstration(300).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let sanjay = signed_in(&esteem, "Sanjay", &password).await;
    let full = found(&sanjay, "emergency telephone").await;
    assert_eq!((full.free, full.waiting), (0, 3));
    assert!(full.leads.contains(&"Helen Marsh".to_owned()), "somebody from elsewhere leads it too");
    let draft = found(&sanjay, "consent capacity changes").await;
    assert_eq!(draft.state, SessionState::Draft);
    let farzana = signed_in(&esteem, "Farzana", &password).await;
    let ask = asked_for("consent capacity changes");
    let seen = sessions::list(&farzana, &ask).await.expect("what she may see").lines.entries;
    assert!(seen.is_empty(), "drafts are for whoever plans them");
    let ask = SessionsAddress { past: true, ..asked_for("") };
    let past = sessions::list(&farzana, &ask).await.expect("what was").lines;
    assert!(past.total > 100, "{} sessions", past.total);
}

#[tokio::test]
async fn a_time_is_found_in_what_educators_were_promised_and_when_teams_let_people_go() {
    let esteem = demonstration(300).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let sanjay = signed_in(&esteem, "Sanjay", &password).await;
    let promised = protected_time::mine(&sanjay, "", 1).await.expect("his time").allocations;
    let [half] = promised.as_slice() else { panic!("{promised:?}") };
    assert_eq!(half.amount.words(), "5 PAs (20 hours a week)");
    let draft = found(&sanjay, "consent capacity changes").await;
    let page = sessions::times(&sanjay, draft.id, &TimesFields::default()).await.expect("times");
    let best = page.times.first().expect("a time");
    assert!(best.protected > 0 && best.protected_of.len() == 1, "{best:?}");
    assert_eq!((&*best.covered, best.lacking.len()), (&["Sanjay Merchant".to_owned()][..], 0));
    let grace = signed_in(&esteem, "Grace", &password).await;
    let promised = protected_time::mine(&grace, "", 1).await.expect("her time").allocations;
    assert_eq!(promised.len(), 1);
}

#[tokio::test]
async fn the_practice_says_when_people_can_go_and_a_scheme_pays_for_it() {
    let esteem = demonstration(300).await;
    let password = demo::renew_password(&esteem.operator()).await.expect("a password");
    let denise = signed_in(&esteem, "Denise", &password).await;
    let says = release::release(&denise, "T-P01").await.expect("her team's release");
    assert_eq!((says.windows.len(), &*says.fields.cover), (1, "buddy_practice"));
    assert_eq!(says.minimums, [("General practitioner".to_owned(), 1)]);
    for team in ["ICHT-NW", "ICHT-SW", "ICHT-NE", "ICHT-SE"] {
        let says = release::release(&esteem.operator(), team).await.expect("a team's release");
        assert_eq!((says.windows.len(), says.minimums.len()), (2, 1), "{team}");
    }
    let maureen = signed_in(&esteem, "Maureen", &password).await;
    let schemes = funding::list(&maureen).await.expect("her schemes");
    let [scheme] = schemes.as_slice() else { panic!("{schemes:?}") };
    let terms = scheme.terms;
    assert_eq!((terms.per_session, terms.per_branch), (Pence(30_000), Pence(10_000)));
    assert_eq!((terms.most_a_year, terms.needs_feedback), (Some(6), true));
    let groups = named_groups::list(&maureen, 1).await.expect("her named groups");
    let [group] = groups.groups.entries.as_slice() else { panic!("{groups:?}") };
    assert_eq!((&*group.code, group.members.len()), ("ICHT", 4), "one integrated team a locality");
}

/// The first session to come whose title holds these words.
async fn found(ctx: &Ctx, words: &str) -> SessionLine {
    sessions::list(ctx, &asked_for(words)).await.expect("sessions").lines.entries.swap_remove(0)
}

fn asked_for(words: &str) -> SessionsAddress {
    SessionsAddress { words: words.to_owned(), ..SessionsAddress::default() }
}

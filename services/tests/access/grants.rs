//! Grants are given and ended by those who may, where they may, and never to oneself.

use super::code_of;
use crate::ground::{Ground, TODAY, day};
use crate::imports::small_place::small_place;
use domain::codes::GrantKind;
use domain::grants::NewGrant;
use domain::grants::views::GrantLine;
use domain::ids::{AccountId, GrantId};
use domain::policy::Actor;
use entities::{grant, viewing};
use services::Ctx;
use services::grants::{Listing, end, give_new, list, offer, receivers};

fn new(kind: GrantKind, place: &str) -> NewGrant {
    NewGrant::of(kind, Some(place.to_owned()).filter(|code| !code.is_empty()))
}

/// A lead of the locality, and somebody else.
async fn lead_and_other(ground: &Ground) -> (Ctx, AccountId) {
    let lead = ground.visitor("lead@staff.example", &[(GrantKind::WorkforceLead, "N1")]).await;
    (lead, ground.account_of("ada.khan@staff.example", &[]).await)
}

async fn listed(ctx: &Ctx, listing: &Listing) -> Vec<GrantLine> {
    list(ctx, listing, 1).await.unwrap().entries
}

async fn grant_of(ground: &Ground, account: AccountId) -> GrantId {
    let rows = ground.all::<grant::Entity>().await;
    rows.iter().find(|row| row.account_id == account).unwrap().id
}

#[tokio::test]
async fn a_lead_gives_inside_their_scope_and_nowhere_else() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    let give = async |kind, place| give_new(&lead, other, &new(kind, place)).await;
    for place in ["N1", "P1", "T1"] {
        assert!(give(GrantKind::Assessor, place).await.unwrap(), "{place}");
    }
    for place in ["N2", "P2", "T2", "TH", ""] {
        assert_eq!(
            code_of(give(GrantKind::Assessor, place).await),
            "grant-out-of-reach",
            "{place}"
        );
    }
    let theirs_to_give = give(GrantKind::WorkforceLead, "N1").await;
    assert_eq!(code_of(theirs_to_give), "grant-out-of-reach");
    assert_eq!(code_of(give(GrantKind::Assessor, "NOWHERE").await), "place");
    assert_eq!(ground.times_done("give grant").await, 4, "the lead's own among them");
}

#[tokio::test]
async fn a_framework_editor_works_everywhere_or_not_at_all() {
    let ground = small_place().await;
    let (_, other) = lead_and_other(&ground).await;
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    for place in ["TH", "P1", "T1"] {
        let given = give_new(&admin, other, &new(GrantKind::FrameworkEditor, place)).await;
        assert_eq!(code_of(given), "place", "{place}");
    }
    assert!(give_new(&admin, other, &new(GrantKind::FrameworkEditor, "")).await.unwrap());
}

#[tokio::test]
async fn nobody_grants_to_themselves() {
    let ground = small_place().await;
    let lead = ground.visitor("lead@staff.example", &[(GrantKind::WorkforceLead, "TH")]).await;
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    for ctx in [&lead, &admin] {
        let own = ctx.actor.account_id().unwrap();
        let given = give_new(ctx, own, &new(GrantKind::Assessor, "TH")).await;
        assert_eq!(code_of(given), "own-grant");
        assert_eq!(code_of(offer(ctx, own, "").await), "own-grant");
    }
    let own = grant_of(&ground, admin.actor.account_id().unwrap()).await;
    assert_eq!(code_of(end(&admin, own).await), "own-grant");
}

#[tokio::test]
async fn whoever_may_give_nothing_learns_nothing() {
    let ground = small_place().await;
    let (_, other) = lead_and_other(&ground).await;
    let assessor = ground.visitor("ben@staff.example", &[(GrantKind::Assessor, "TH")]).await;
    assert_eq!(code_of(list(&assessor, &Listing::default(), 1).await), "not found");
    assert_eq!(code_of(receivers(&assessor, "ada").await), "not found");
    assert_eq!(code_of(offer(&assessor, other, "").await), "not found");
    let given = give_new(&assessor, other, &new(GrantKind::Assessor, "T1")).await;
    assert_eq!(code_of(given), "not found");
    let nobody = give_new(&ground.nobody(), other, &new(GrantKind::Assessor, "T1")).await;
    assert_eq!(code_of(nobody), "sign in");
}

#[tokio::test]
async fn a_grant_ends_at_once_and_stays_in_the_history() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    give_new(&lead, other, &new(GrantKind::Assessor, "T1")).await.unwrap();
    let token = ground.token_of("ada.khan@staff.example").await;
    assert!(ground.again(&token).await.actor.holds(GrantKind::Assessor));
    let id = grant_of(&ground, other).await;
    end(&lead, id).await.unwrap();
    assert!(!ground.again(&token).await.actor.holds(GrantKind::Assessor));
    assert!(listed(&lead, &Listing::default()).await.is_empty());
    let past = listed(&lead, &Listing { past: true, ..Listing::default() }).await;
    let [line] = past.as_slice() else { panic!("{past:?}") };
    assert!(line.is_past && !line.may_end && line.was_ended_at_once());
    assert_eq!(line.given_by, "lead@staff.example");
    assert_eq!(code_of(end(&lead, id).await), "not found", "it is over");
    assert_eq!(ground.times_done("end grant").await, 1);
}

#[tokio::test]
async fn a_lead_sees_and_ends_only_what_they_could_have_given() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    let operator = ground.operator();
    for (kind, place) in [
        (GrantKind::Assessor, "T1"),
        (GrantKind::Assessor, "T2"),
        (GrantKind::Approver, "N1"),
        (GrantKind::Educator, "TH"),
    ] {
        give_new(&operator, other, &new(kind, place)).await.unwrap();
    }
    let seen = listed(&lead, &Listing::default()).await;
    let seen: Vec<_> = seen.iter().map(|l| (l.kind, l.place.as_str())).collect();
    assert_eq!(seen, [(GrantKind::Assessor, "Practice 1 team (T1)")]);
    let rows = ground.all::<grant::Entity>().await;
    let approver = rows.iter().find(|g| g.kind == GrantKind::Approver).unwrap();
    assert_eq!(code_of(end(&lead, approver.id).await), "not found");
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    assert_eq!(listed(&admin, &Listing::default()).await.len(), 6);
    let found = Listing { search: "KHAN ada".into(), ..Listing::default() };
    assert_eq!(listed(&admin, &found).await.len(), 4);
    let by_place = Listing { search: "tower".into(), ..Listing::default() };
    assert_eq!(listed(&admin, &by_place).await.len(), 1);
    end(&admin, approver.id).await.unwrap();
}

#[tokio::test]
async fn giving_what_is_held_changes_nothing_and_lengthening_it_does() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    let until = NewGrant { ends_on: Some(day("2026-12-31")), ..new(GrantKind::Educator, "N1") };
    assert!(give_new(&lead, other, &until).await.unwrap());
    assert!(!give_new(&lead, other, &until).await.unwrap());
    let for_good = new(GrantKind::Educator, "N1");
    assert!(give_new(&lead, other, &for_good).await.unwrap());
    assert!(!give_new(&lead, other, &for_good).await.unwrap());
    assert!(!give_new(&lead, other, &until).await.unwrap(), "already held for longer");
    assert_eq!(ground.times_done("give grant").await, 3);
}

#[tokio::test]
async fn a_founding_assessor_is_named_competencies_and_a_last_day() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    let parse =
        |codes: &[String]| NewGrant::parse_founding("N1", "4", codes, "", day(TODAY)).unwrap();
    let unknown = give_new(&lead, other, &parse(&["NO-1".to_owned()])).await;
    assert_eq!(code_of(unknown), "competencies");
    let codes = ["EMG-1".to_owned(), "RSK-1".to_owned()];
    give_new(&lead, other, &parse(&codes)).await.unwrap();
    let lines = listed(&lead, &Listing::default()).await;
    let founding = lines[0].founding.as_ref().unwrap();
    assert_eq!(
        (founding.highest, founding.competencies.as_str()),
        (4, "RSK-1, EMG-1"),
        "as the framework has them"
    );
    assert_eq!(lines[0].ends_on, Some(day("2027-11-01")));
    let later = Ctx { today: day("2027-11-02"), ..ground.nobody() };
    let token = ground.token_of("ada.khan@staff.example").await;
    let actor = services::accounts::actor_of(&later, &token).await.unwrap();
    assert!(!actor.holds(GrantKind::Assessor), "12 months later it is over");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let ground = small_place().await;
    let only = ground.account_of("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    let id = grant_of(&ground, only).await;
    assert_eq!(code_of(end(&ground.operator(), id).await), "last-administrator");
    let operator = ground.operator();
    let invited = services::accounts::add(&operator, "new@staff.example", None).await.unwrap();
    give_new(&operator, invited, &new(GrantKind::Administrator, "")).await.unwrap();
    assert_eq!(code_of(end(&operator, id).await), "last-administrator", "no password yet");
    let place = ground.account_of("place@staff.example", &[(GrantKind::Administrator, "TH")]).await;
    assert_eq!(code_of(end(&operator, id).await), "last-administrator", "not everywhere");
    end(&operator, grant_of(&ground, place).await).await.unwrap();
    ground.account_of("second@staff.example", &[(GrantKind::Administrator, "")]).await;
    end(&operator, id).await.unwrap();
}

#[tokio::test]
async fn two_administrators_who_end_each_other_leave_one() {
    let ground = small_place().await;
    let administrator = &[(GrantKind::Administrator, "")];
    let one = ground.visitor("one@staff.example", administrator).await;
    let two = ground.visitor("two@staff.example", administrator).await;
    let of = async |ctx: &Ctx| grant_of(&ground, ctx.actor.account_id().unwrap()).await;
    let (ones, twos) = (of(&one).await, of(&two).await);
    let (first, second) = tokio::join!(end(&one, twos), end(&two, ones));
    assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1);
    assert_eq!(code_of(if first.is_err() { first } else { second }), "last-administrator");
}

#[tokio::test]
async fn a_lead_finds_accounts_by_whole_address_or_of_people_within_reach_and_is_noted() {
    let ground = small_place().await;
    let (lead, _) = lead_and_other(&ground).await;
    ground.account_of("cara@home.example", &[]).await;
    let found = async |ctx: &Ctx, search: &str| {
        let found = receivers(ctx, search).await.unwrap();
        found.into_iter().map(|holder| holder.email).collect::<Vec<_>>()
    };
    assert!(found(&lead, "khan").await.is_empty(), "the practice shares figures, not people");
    assert_eq!(found(&lead, "Ada.Khan@staff.example").await, ["ada.khan@staff.example"]);
    assert_eq!(found(&lead, "cara@home.example").await, ["cara@home.example"]);
    assert!(found(&lead, "cara@home").await.is_empty());
    assert!(found(&lead, "lead@staff.example").await.is_empty(), "never oneself");
    let noted = ground.all::<viewing::Entity>().await;
    assert_eq!(noted.len(), 5);
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    assert_eq!(found(&admin, "khan").await, ["ada.khan@staff.example"]);
    assert_eq!(admin.actor.name(), "admin@staff.example");
    assert_ne!(admin.actor, Actor::Nobody);
}

#[tokio::test]
async fn only_places_within_the_scope_are_offered() {
    let ground = small_place().await;
    let (lead, other) = lead_and_other(&ground).await;
    let offered = offer(&lead, other, "").await.unwrap();
    let codes: Vec<_> = offered.places.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!((codes, offered.everywhere), (vec!["N1", "P1", "T1"], false));
    assert_eq!(offered.kinds.len(), 5);
    assert_eq!(offered.competencies.len(), 2);
    let narrowed = offer(&lead, other, "team").await.unwrap();
    assert_eq!((narrowed.places.len(), narrowed.places_in_all), (1, 3));
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    let offered = offer(&admin, other, "").await.unwrap();
    assert_eq!((offered.places.len(), offered.everywhere), (8, true));
}

//! Accounts are added, linked, disabled and enabled by administrators, and by nobody else.

use super::{PASSWORD, code_of};
use crate::imports::small_place::small_place;
use domain::accounts::forms::{AddAccount, StaffNumber};
use domain::accounts::views::AccountState;
use domain::codes::GrantKind;
use domain::policy::Actor;
use services::accounts::{self, detail, disable, enable, invitation, list, open};

const ADMINISTRATOR: &[(GrantKind, &str)] = &[(GrantKind::Administrator, "")];

fn typed(email: &str, number: &str) -> AddAccount {
    AddAccount::parse(email, number, "").unwrap()
}

#[tokio::test]
async fn an_account_comes_with_its_person_and_a_link() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", ADMINISTRATOR).await;
    let by_number = open(&admin, &typed("cara@home.example", "E3")).await.unwrap();
    let shown = invitation(&ground.nobody(), &by_number.invitation).await.unwrap().unwrap();
    assert_eq!(shown.email, "cara@home.example");
    let cara = detail(&admin, by_number.id).await.unwrap();
    assert_eq!(cara.line.holder.name(), "Cara Miah");
    assert!(matches!(cara.line.state, AccountState::Invited { .. }));
    let by_email = open(&admin, &typed("Ada.Khan@staff.example", "")).await.unwrap();
    assert_eq!(detail(&admin, by_email.id).await.unwrap().line.holder.name(), "Ada Khan");
    let found = list(&admin, "khan ada", 1).await.unwrap();
    assert_eq!((found.total, found.entries[0].holder.account), (1, by_email.id));
    assert_eq!(ground.times_done("add account").await, 3, "the administrator's own among them");
    assert_eq!(ground.times_done("invite").await, 2);
}

#[tokio::test]
async fn what_cannot_be_an_account_is_told_by_field() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", ADMINISTRATOR).await;
    let add = async |email: &str, number: &str, employer: &str| {
        let typed = AddAccount::parse(email, number, employer).unwrap();
        open(&admin, &typed).await
    };
    assert_eq!(code_of(add("admin@staff.example", "", "").await), "email");
    assert_eq!(code_of(add("x@staff.example", "E9", "").await), "employee_number");
    assert_eq!(code_of(add("x@staff.example", "E1", "NOWHERE").await), "employer_code");
    add("x@staff.example", "E1", "").await.unwrap();
    assert_eq!(code_of(add("y@staff.example", "E1", "").await), "employee_number");
    let unlinked = add("ada.khan@staff.example", "", "").await.unwrap();
    let holder = detail(&admin, unlinked.id).await.unwrap().line.holder;
    assert_eq!(holder.person_name, None, "Ada Khan has an account already");
    assert_eq!(ground.times_done("add account").await, 3);
}

#[tokio::test]
async fn an_account_is_linked_to_a_person_once() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", ADMINISTRATOR).await;
    let id = ground.account_of("cara@home.example", &[]).await;
    let number = |number: &str| StaffNumber::parse(number, "").unwrap();
    assert_eq!(code_of(accounts::link(&admin, id, &number("E9")).await), "employee_number");
    let own = admin.actor.account_id().unwrap();
    assert_eq!(code_of(accounts::link(&admin, own, &number("E3")).await), "own-link");
    accounts::link(&admin, id, &number("E3")).await.unwrap();
    assert_eq!(detail(&admin, id).await.unwrap().line.holder.name(), "Cara Miah");
    assert_eq!(code_of(accounts::link(&admin, id, &number("E2")).await), "already-linked");
    assert_eq!(ground.times_done("link account").await, 1);
    assert_eq!(code_of(accounts::unlink(&admin, own).await), "own-link");
    accounts::unlink(&admin, id).await.unwrap();
    assert_eq!(detail(&admin, id).await.unwrap().line.holder.person_name, None);
    accounts::link(&admin, id, &number("E2")).await.unwrap();
    assert_eq!(ground.times_done("unlink account").await, 1);
}

#[tokio::test]
async fn a_disabled_account_is_signed_out_and_its_link_stops_until_it_is_enabled() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", ADMINISTRATOR).await;
    let id = ground.account_of("ben@staff.example", &[]).await;
    let token = ground.token_of("ben@staff.example").await;
    let link = accounts::invite(&admin, id).await.unwrap();
    disable(&admin, id).await.unwrap();
    assert_eq!(ground.again(&token).await.actor, Actor::Nobody);
    assert_eq!(invitation(&ground.nobody(), &link).await.unwrap(), None);
    assert_eq!(code_of(accounts::invite(&admin, id).await), "account-disabled");
    enable(&admin, id).await.unwrap();
    assert_eq!(ground.again(&token).await.actor, Actor::Nobody, "sign-ins do not come back");
    let again = accounts::sign_in(&ground.nobody(), "ben@staff.example", PASSWORD, "").await;
    assert!(again.is_ok());
    assert_eq!(
        (ground.times_done("disable account").await, ground.times_done("enable account").await),
        (1, 1)
    );
}

#[tokio::test]
async fn the_last_administrator_and_ones_own_account_stay_open() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", ADMINISTRATOR).await;
    let own = admin.actor.account_id().unwrap();
    assert_eq!(code_of(disable(&admin, own).await), "own-account");
    assert_eq!(code_of(disable(&ground.operator(), own).await), "last-administrator");
    ground.account_of("second@staff.example", ADMINISTRATOR).await;
    disable(&ground.operator(), own).await.unwrap();
}

#[tokio::test]
async fn nobody_else_learns_that_there_are_accounts() {
    let ground = small_place().await;
    let id = ground.account_of("ben@staff.example", &[]).await;
    let lead = ground.visitor("lead@staff.example", &[(GrantKind::WorkforceLead, "TH")]).await;
    assert_eq!(code_of(list(&lead, "", 1).await), "not found");
    assert_eq!(code_of(detail(&lead, id).await), "not found");
    assert_eq!(code_of(open(&lead, &typed("x@staff.example", "")).await), "not found");
    assert_eq!(code_of(disable(&lead, id).await), "not found");
    assert_eq!(code_of(accounts::invite(&ground.nobody(), id).await), "sign in");
}

#[tokio::test]
async fn an_administrator_of_a_part_does_not_reach_everybodys_accounts() {
    let ground = small_place().await;
    let id = ground.account_of("ben@staff.example", ADMINISTRATOR).await;
    let part = ground.visitor("part@staff.example", &[(GrantKind::Administrator, "P1")]).await;
    assert_eq!(code_of(list(&part, "", 1).await), "not found");
    assert_eq!(code_of(accounts::invite(&part, id).await), "not found");
    assert_eq!(code_of(disable(&part, id).await), "not found");
    let password = accounts::Password::parse(PASSWORD, PASSWORD, "ben@staff.example").unwrap();
    assert_eq!(code_of(accounts::set_password(&part, id, password).await), "not found");
}

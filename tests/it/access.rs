//! Who gets in and what they are given: invitations, accounts, grants and sharing, as their users meet them.

use crate::small::small_place;
use domain::codes::GrantKind::{Administrator, InformationGovernance, WorkforceLead};
use http::StatusCode;
use tests::installation::PASSWORD;
use tests::{Installation, Page};

const TODAY: &str = "2026-11-02";
const NEW_PASSWORD: [(&str, &str); 2] =
    [("password", "walnut harbour signal"), ("again", "walnut harbour signal")];

/// The path of the invitation that a page shows.
fn invitation_on(page: &Page) -> String {
    let link = page.text("code.secret-link");
    link.strip_prefix("http://esteem.test").expect("a whole address").to_owned()
}

#[tokio::test]
async fn somebody_is_invited_sets_a_password_and_is_in() {
    let esteem = Installation::on(TODAY).await;
    let mut admin = esteem.somebody("admin@staff.example", &[(Administrator, "")]).await;
    let form = admin.visit("/accounts/add").await;
    let shown = admin.submit(&form, "add_account", &[("email", "amina@staff.example")]).await;
    assert_eq!((shown.status, shown.path.as_str()), (StatusCode::OK, "/accounts/add"));
    let path = invitation_on(&shown);
    let secret = path.rsplit('/').next().unwrap();
    assert!(!format!("{:?}", shown.headers).contains(secret), "in the page and nowhere else");
    assert!(admin.visit("/accounts/add").await.all("code.secret-link").is_empty(), "shown once");

    let mut amina = esteem.stranger();
    for _ in 0..2 {
        let page = amina.visit(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.says("amina@staff.example") && page.says("This link works until"));
        assert_eq!(page.headers["referrer-policy"], "strict-origin");
        assert_eq!(page.headers["cache-control"], "no-store");
    }
    let page = amina.visit(&path).await;
    let short =
        amina.submit(&page, "accept_invitation", &[("password", "x"), ("again", "x")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.says("Use between 12 and 128 characters"));
    let home = amina.submit(&short, "accept_invitation", &NEW_PASSWORD).await;
    assert_eq!(home.path, "/");
    assert!(amina.is_signed_in() && home.says("Your password is set"));

    let late = esteem.stranger().visit(&path).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.says("ask whoever invited you for a new link"), "{}", late.words());
    let unknown = esteem.stranger().visit("/invitation/0123456789").await;
    assert_eq!((unknown.status, unknown.text("h1")), (late.status, late.text("h1")));
}

#[tokio::test]
async fn an_account_is_made_once_and_a_new_link_replaces_the_old() {
    let esteem = Installation::on(TODAY).await;
    let mut admin = esteem.somebody("admin@staff.example", &[(Administrator, "")]).await;
    let form = admin.visit("/accounts/add").await;
    let answers = [("email", "amina@staff.example")];
    let first = invitation_on(&admin.submit(&form, "add_account", &answers).await);
    let again = admin.submit(&form, "add_account", &answers).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("There is already an account for this address"));

    let list = admin.visit("/accounts?search=amina").await;
    assert!(list.says("Invited") && !list.says("admin@staff.example Not linked"));
    let detail = list.links("amina@staff.example").remove(0);
    let detail = admin.visit(&detail).await;
    let shown = admin.submit(&detail, "invite", &[]).await;
    let second = invitation_on(&shown);
    assert_eq!(esteem.stranger().visit(&first).await.status, StatusCode::GONE);
    assert_eq!(esteem.stranger().visit(&second).await.status, StatusCode::OK);
    let disabled = admin.submit(&detail, "disable_account", &[]).await;
    assert!(disabled.says("The account is disabled"), "{}", disabled.words());
    assert_eq!(esteem.stranger().visit(&second).await.status, StatusCode::GONE);
    assert!(admin.submit(&disabled, "enable_account", &[]).await.says("The account is enabled"));
}

#[tokio::test]
async fn my_account_shows_my_browsers_and_signs_them_all_out() {
    let esteem = Installation::on(TODAY).await;
    let mut amina = esteem.somebody("amina@staff.example", &[(Administrator, "")]).await;
    let mut phone = esteem.stranger();
    phone.sign_in("amina@staff.example", PASSWORD).await;
    let page = amina.visit("/account").await;
    assert_eq!(page.all("table tbody tr").len(), 3, "two browsers and a grant: {}", page.words());
    assert!(page.says("This one") && page.says("Everywhere") && page.says("operator"));
    let form = amina.visit("/account/password").await;
    let wrong = amina.submit(&form, "change_password", &NEW_PASSWORD).await;
    assert!(wrong.says("This is not your password now"), "{}", wrong.words());
    let answers = [("current", PASSWORD), NEW_PASSWORD[0], NEW_PASSWORD[1]];
    let changed = amina.submit(&form, "change_password", &answers).await;
    assert_eq!(changed.path, "/account");
    assert!(phone.visit("/account").await.path.starts_with("/sign-in"));
    let out = amina.submit(&changed, "sign_out_everywhere", &[]).await;
    assert!(out.says("You are signed out everywhere") && !amina.is_signed_in());
}

#[tokio::test]
async fn whoever_looks_for_themselves_is_told_that_nobody_gives_grants_to_themselves() {
    let esteem = Installation::on(TODAY).await;
    let mut admin = esteem.somebody("admin@staff.example", &[(Administrator, "")]).await;
    let own = admin.visit("/grants/give?search=admin%40staff.example").await;
    assert!(own.says("Nobody gives a grant to themselves"), "{}", own.words());
    let nobody = admin.visit("/grants/give?search=amina").await;
    assert!(nobody.says("No account found") && nobody.says("add it under Accounts"));
    assert!(!nobody.says("ask an administrator"), "she is one");
}

#[tokio::test]
async fn a_lead_gives_a_grant_in_their_scope_and_ends_it() {
    let esteem = small_place(TODAY).await;
    let mut lead = esteem.somebody("lead@staff.example", &[(WorkforceLead, "N1")]).await;
    esteem.somebody("ada@staff.example", &[]).await;
    let found = lead.visit("/grants/give?search=ada@staff.example").await;
    let give = lead.visit(&found.links("Give a grant").remove(0)).await;
    assert_eq!(give.text("h1"), "Give a grant to ada@staff.example");
    let offered = give.all("select[name=place] option");
    assert_eq!(
        offered,
        ["Choose a place", "Network 1 (N1)", "Practice 1 (P1)", "Practice 1 team (T1)"]
    );
    let nothing = lead.submit(&give, "give_grant", &[]).await;
    assert!(nothing.says("Choose a grant") && nothing.says("Choose where it applies"));
    let outside = [("kind", "assessor"), ("place", "N2")];
    let refused = lead.submit(&give, "give_grant", &outside).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answers = [("kind", "assessor"), ("place", "T1")];
    let list = lead.submit(&give, "give_grant", &answers).await;
    assert!(
        list.says("The grant is given") && list.says("Practice 1 team (T1)"),
        "{}",
        list.words()
    );
    let ask = lead.visit(&list.links("End").remove(0)).await;
    let ended = lead.submit(&ask, "end_grant", &[]).await;
    assert!(ended.says("The grant has ended") && ended.says("No grants found"));
    let past = lead.visit("/grants?past=yes").await;
    assert!(
        past.says("2 November 2026, ended the same day") && past.says("lead@staff.example"),
        "{}",
        past.words()
    );
}

#[tokio::test]
async fn governance_sets_what_a_practice_shares_and_a_lead_reads_it() {
    let esteem = small_place(TODAY).await;
    let mut ig = esteem.somebody("ig@staff.example", &[(InformationGovernance, "")]).await;
    let mut lead = esteem.somebody("lead@staff.example", &[(WorkforceLead, "N1")]).await;
    let list = ig.visit("/sharing").await;
    assert!(list.says("Practice 1") && list.says("Practice 2"));
    let published = "Figures that are published in a return name every organisation";
    assert!(list.says(published), "{}", list.words());
    let page = ig.visit("/sharing/P1").await;
    assert!(page.says("Today: exact team figures") && page.says("Nobody has set a level yet"));
    let yesterday =
        [("level", "none"), ("from-day", "1"), ("from-month", "11"), ("from-year", "2026")];
    let refused = ig.submit(&page, "set_sharing", &yesterday).await;
    assert!(refused.says("past days do not change"), "{}", refused.words());
    let set = ig.submit(&page, "set_sharing", &[("level", "none")]).await;
    assert!(set.says("From 2 November 2026: nothing but published figures"), "{}", set.words());
    let read = lead.visit("/sharing/P1").await;
    assert!(read.says("ig@staff.example") && read.all("form input[name=level]").is_empty());
    assert_eq!(lead.visit("/sharing/P2").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_may_give_nothing_finds_no_such_pages() {
    let esteem = Installation::on(TODAY).await;
    let mut amina = esteem.somebody("amina@staff.example", &[]).await;
    for path in ["/grants", "/grants/give", "/accounts", "/accounts/add", "/sharing"] {
        assert_eq!(amina.visit(path).await.status, StatusCode::NOT_FOUND, "{path}");
        let stranger = esteem.stranger().visit(path).await;
        assert!(stranger.path.starts_with("/sign-in"), "{path} led to {}", stranger.path);
    }
}

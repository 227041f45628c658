//! Pages about teaching: an address of each, and whose it is.

use super::super::Whose::{List, Only, Own};
use super::super::functions::funding::KEEPING_NONE;
use super::super::place::Place;
use super::super::{NOT_PROMISING, NOT_RELEASING, NOT_TEACHING, NOWHERE_TEACHING};
use super::Address;

/// Cara's session, which can be booked.
pub(super) fn about_sessions(place: &Place) -> Vec<Address> {
    let runs = Only("cara", NOT_TEACHING);
    let anywhere = Only("cara", NOWHERE_TEACHING);
    let open = |route: &'static str, rest: &str, whose| {
        (route, format!("/sessions/{}{rest}", place.taught.open), whose)
    };
    let going_on = |route: &'static str, rest: &str, whose| {
        (route, format!("/sessions/{}{rest}", place.taught.going_on), whose)
    };
    vec![
        ("/my/sessions", "/my/sessions".into(), Own),
        ("/my/calendar", "/my/calendar".into(), Own),
        ("/sessions", "/sessions".into(), Own),
        ("/sessions", "/sessions?view=month&month=2026-12&free=yes&mine=yes".into(), Own),
        ("/sessions", "/sessions?view=week&for=N1&builds=RSK".into(), Own),
        ("/sessions/new", "/sessions/new".into(), anywhere),
        ("/sessions/plan", "/sessions/plan".into(), anywhere),
        ("/sessions/plan/:step", "/sessions/plan/seats".into(), anywhere),
        open("/sessions/:id", "", Own),
        open("/sessions/:id/change", "/change", runs),
        open("/sessions/:id/leads", "/leads", runs),
        open("/sessions/:id/competencies", "/competencies", runs),
        open("/sessions/:id/seats", "/seats", runs),
        open("/sessions/:id/teams", "/teams", runs),
        open("/sessions/:id/guests", "/guests", runs),
        ("/sessions/:id/times", format!("/sessions/{}/times", place.taught.draft), runs),
        ("/sessions/record", "/sessions/record".into(), anywhere),
        ("/sessions/figures", "/sessions/figures".into(), anywhere),
        open("/sessions/:id/repeat", "/repeat?pace=weekly&every=1&count=3", runs),
        ("/sessions/:id/series", format!("/sessions/{}/series", place.taught.in_series), runs),
        ("/sessions/series/:id", format!("/sessions/series/{}", place.taught.series), Own),
        (
            "/sessions/series/:id/practices",
            format!("/sessions/series/{}/practices", place.taught.series),
            runs,
        ),
        going_on("/sessions/:id/register", "/register", runs),
        going_on("/sessions/:id/sheet", "/sheet", runs),
        going_on("/sessions/:id/code", "/code", runs),
        going_on("/sessions/:id/confirm", "/confirm", runs),
        (
            "/sessions/:id/feedback",
            format!("/sessions/{}/feedback", place.taught.held),
            Only("eve", &["amina", "finn", "yusra", "cara"]),
        ),
        going_on("/sessions/:id/check-in", "/check-in", Own),
        ("/session-requests", "/session-requests".into(), anywhere),
        (
            "/teams/:code/session-requests",
            "/teams/T1/session-requests".into(),
            Only("dan", NOT_RELEASING),
        ),
        open("/sessions/:id/people", "/people", List("dan", &["eve", "finn", "ben", "yusra"])),
    ]
}

/// Amina's protected time.
pub(super) fn about_time(place: &Place) -> Vec<Address> {
    let amina = &place.amina;
    let leads = Only("lead", NOT_PROMISING);
    vec![
        ("/my/protected-time", "/my/protected-time".into(), Own),
        ("/protected-time", "/protected-time".into(), List("lead", NOT_PROMISING)),
        ("/protected-time/:person", format!("/protected-time/{amina}"), leads),
        (
            "/protected-time/:person/:id/change",
            format!("/protected-time/{amina}/{}/change", place.time[0]),
            leads,
        ),
    ]
}

pub(super) fn about_funding(place: &Place) -> Vec<Address> {
    let keeps = Only("lead", KEEPING_NONE);
    let dans = Only("dan", NOT_RELEASING);
    vec![
        ("/funding-schemes", "/funding-schemes".into(), keeps),
        ("/funding-schemes/add", "/funding-schemes/add".into(), keeps),
        (
            "/funding-schemes/:id/change",
            format!("/funding-schemes/{}/change", place.scheme),
            Only("lead", NOT_PROMISING),
        ),
        (
            "/funding-schemes/:id/claims",
            format!("/funding-schemes/{}/claims", place.scheme),
            Only("lead", NOT_PROMISING),
        ),
        ("/teams/:code/claims", "/teams/T1/claims".into(), dans),
        ("/teams/:code/claims/:id", format!("/teams/T1/claims/{}", place.claim), dans),
    ]
}

//! Cara's sessions: a draft with all that it takes, one whose only seat is offered to Amina and one for which she waits, one with
//! free seats, and series.

use super::place::Place;
use crate::sessions::{WHY, filled, planned, planned_at, scheduled};
use tests::{Page, User};

/// The day on which the sessions of October and November were planned.
pub const BEFORE: &str = "2026-10-05";

/// A guest, as the form asks for them.
pub const ADA: [(&str, &str); 4] = [
    ("name", "Ada"),
    ("organisation", "The charity next door"),
    ("profession", "*"),
    ("other_profession", "Peer support"),
];

/// Sessions by their ids, and what stands in them.
#[derive(Default)]
pub struct Taught {
    /// With all that it takes to be scheduled; Amina's team is invited to it.
    pub draft: String,
    /// Who leads the draft, and the seats that are kept in it for Amina's team.
    pub lead: String,
    pub quota: String,
    /// Eve gave its only seat up, so it is offered to Amina.
    pub offered: String,
    /// Eve has its only seat, and Amina waits.
    pub full: String,
    /// With seats that are free.
    pub open: String,
    /// A guest who has one of them.
    pub guest: String,
    /// A draft that belongs to no series.
    pub single: String,
    /// A series whose sessions are scheduled, and the first of them.
    pub series: String,
    pub in_series: String,
    /// A series of drafts.
    pub drafts: String,
    /// What was agreed in the series whose sessions are scheduled.
    pub action: String,
    /// A draft of a session that is over.
    pub past: String,
    /// It goes on all day, and Eve has a seat.
    pub going_on: String,
    /// It took place in October, and Eve came.
    pub held: String,
}

impl Place {
    pub(super) async fn cara_teaches(&mut self) {
        let cara = self.user("cara");
        let draft = planned(cara, "Asking", ("7", "12")).await;
        let leads = cara.visit(&format!("{draft}/leads")).await;
        let teams = cara.visit(&format!("{draft}/teams")).await;
        cara.submit(&teams, "invite_team", &[("team", "T1")]).await;
        let seats = cara.visit(&format!("{draft}/seats")).await;
        let answers = [
            ("team", "T1"),
            ("least", "2"),
            ("released_on-day", "1"),
            ("released_on-month", "12"),
            ("released_on-year", "2026"),
        ];
        let kept = cara.submit(&seats, "keep_seats", &answers).await;
        assert!(kept.says("2 seats are kept"), "{}", kept.words());
        let offered = planned(cara, "Acting", ("8", "1")).await;
        scheduled(cara, &offered).await;
        let full = planned(cara, "Waiting", ("11", "1")).await;
        scheduled(cara, &full).await;
        let open = planned(cara, "Planning", ("9", "12")).await;
        scheduled(cara, &open).await;
        let guests = cara.visit(&format!("{open}/guests")).await;
        let guests = cara.submit(&guests, "add_guest", &ADA).await;
        assert!(guests.says("Ada has a seat"), "{}", guests.words());
        let single = planned(cara, "Listening", ("16", "12")).await;
        let in_series = planned(cara, "Recovering", ("15", "12")).await;
        scheduled(cara, &in_series).await;
        let series = repeated(cara, &in_series).await;
        let drafts = planned(cara, "Caring", ("14", "12")).await;
        let drafts = repeated(cara, &drafts).await;
        let past = past(cara).await;
        let page = cara.visit(&format!("{series}/practices")).await;
        let answers = [("what", "Ring the link worker"), ("by_whom", "Practice 1")];
        let agreed = cara.submit(&page, "agree_action", &answers).await;
        self.taught = Taught {
            action: hidden(&agreed, "action_done", "id"),
            single: id_in(&single),
            series: id_in(&series),
            in_series: id_in(&in_series),
            drafts: id_in(&drafts),
            past: id_in(&past),
            lead: hidden(&leads, "remove_session_lead", "lead"),
            quota: hidden(&kept, "release_seats", "quota"),
            draft: id_in(&draft),
            offered: id_in(&offered),
            full: id_in(&full),
            open: id_in(&open),
            guest: hidden(&guests, "remove_guest", "guest"),
            ..Taught::default()
        };
        self.amina_waits_behind_eve(&full).await;
        self.amina_waits_behind_eve(&offered).await;
        self.eves_seat_falls_to_amina(&offered).await;
        self.cara_taught().await;
    }

    /// What was planned in October: one session that has taken place, and one that goes on.
    async fn cara_taught(&mut self) {
        let before = self.esteem.beside_on(BEFORE).await;
        let mut cara = self.user("cara").at(&before);
        let mut eve = self.user("eve").at(&before);
        let held = [("day-day", "20"), ("day-month", "10"), ("capacity", "4")];
        let held = planned_at(&mut cara, "Listening", &held).await;
        // From midday of the day before for 40 hours, so that it goes on whatever the time is.
        let going_on = [
            ("day-day", "1"),
            ("day-month", "11"),
            ("time", "midday"),
            ("minutes", "2400"),
            ("capacity", "4"),
        ];
        let going_on = planned_at(&mut cara, "Helping", &going_on).await;
        for at in [&held, &going_on] {
            scheduled(&mut cara, at).await;
            let page = eve.visit(at).await;
            let booked = eve.submit(&page, "book_seat", &[]).await;
            assert!(booked.says("You have a seat"), "{}", booked.words());
        }
        let cara = self.user("cara");
        let register = cara.visit(&format!("{held}/register")).await;
        let taken = cara.submit(&register, "take_register", &[("form", "everyone_arrived")]).await;
        assert!(taken.says("Saved the register for 1 person"), "{}", taken.words());
        self.taught.held = id_in(&held);
        self.taught.going_on = id_in(&going_on);
    }

    async fn amina_waits_behind_eve(&mut self, at: &str) {
        for (name, said) in [("eve", "You have a seat"), ("amina", "You are on the waiting list")] {
            let user = self.user(name);
            let page = user.visit(at).await;
            let booked = user.submit(&page, "book_seat", &[]).await;
            assert!(booked.says(said), "{}", booked.words());
        }
    }

    async fn eves_seat_falls_to_amina(&mut self, at: &str) {
        let eve = self.user("eve");
        let page = eve.visit(at).await;
        eve.submit(&page, "give_up_seat", &[]).await;
    }
}

/// A session is one of three, a week apart; the address of the series.
async fn repeated(educator: &mut User, at: &str) -> String {
    let page = educator.visit(&format!("{at}/repeat?pace=weekly&every=1&count=3")).await;
    let series = educator.submit(&page, "repeat_session", &[WHY]).await;
    assert!(series.says("more session"), "{}", series.words());
    series.path
}

/// A draft of a session that took place before, with all that it takes to be recorded; its address.
async fn past(educator: &mut User) -> String {
    let page = educator.visit("/sessions/record").await;
    let answers = [
        ("title", "Grieving"),
        ("format", "workshop"),
        ("day-day", "14"),
        ("day-month", "10"),
        ("day-year", "2026"),
        ("time", "1pm"),
        ("minutes", "90"),
        ("held_for", "N1"),
        ("venue", "The surgery, room 2"),
        ("capacity", "12"),
    ];
    let draft = educator.submit(&page, "record_session", &answers).await;
    assert!(draft.says("as a draft"), "{}", draft.words());
    filled(educator, &draft.path).await;
    draft.path
}

/// A field of the first form that calls a server function.
fn hidden(page: &Page, function: &str, field: &str) -> String {
    let field = page.form(function).into_iter().find(|(name, _)| name == field);
    field.expect("the field").1
}

fn id_in(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

//! Server functions about sessions: their arguments, and whose they are.

use super::super::Whose::{Only, Own, PastTheDoor};
use super::super::place::Place;
use super::super::{NOT_TEACHING, NOWHERE_TEACHING};
use super::{Call, texts};
use crate::sessions::WHY;

/// Who has nothing offered in the session that offers Amina a seat.
const NOT_OFFERED: &[&str] = &["eve", "finn", "yusra"];

/// Who has no post in Amina's network, or none at all.
const NOT_IN_NETWORK: &[&str] = &["finn", "yusra", "ig"];

/// Cara's sessions in Amina's network.
pub(super) fn about_sessions(place: &Place) -> Vec<Call> {
    let taught = &place.taught;
    let id = |id: &String| vec![("id", id.clone())];
    let of = |session: &String, more: &[(&'static str, &str)]| {
        let mut fields = id(session);
        fields.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        fields
    };
    let draft = |more: &[(&'static str, &str)]| of(&taught.draft, more);
    let going_on = |more: &[(&'static str, &str)]| of(&taught.going_on, more);
    let held = |more: &[(&'static str, &str)]| of(&taught.held, more);
    let runs = Only("cara", NOT_TEACHING);
    let anywhere = Only("cara", NOWHERE_TEACHING);
    let amina = Only("amina", NOT_OFFERED);
    let lead = [id(&taught.draft), vec![("lead", taught.lead.clone())]].concat();
    let quota = [id(&taught.draft), vec![("quota", taught.quota.clone())]].concat();
    let seat = [id(&taught.open), texts([("team", "T1"), ("at_once", "")])].concat();
    let came = Only("eve", &["amina", "finn", "yusra", "cara"]);
    // She does not say that she saw it.
    let seen = [("evidence", "case_discussion"), ("level", "2"), ("codes[]", "RSK-1"), ("saw", "")];
    let seen = [held(&seen), vec![("people[]", place.eve.clone())]].concat();
    let booking = [id(&taught.open), vec![("person", place.amina.clone())]].concat();
    vec![
        ("sessions", texts([("address[words]", ""), ("address[mine]", "true")]), Own),
        ("session_agenda", texts([("address[view]", "month"), ("address[free]", "true")]), Own),
        ("session", id(&taught.open), Own),
        ("session", id(&taught.draft), runs),
        ("session_to_run", id(&taught.open), runs),
        ("session_figures", texts([("within", "N1"), ("from", ""), ("to", "")]), anywhere),
        ("my_sessions", texts([("page", "1")]), Own),
        ("my_calendar", vec![], Own),
        ("make_calendar_feed", vec![], Own),
        ("end_calendar_feed", vec![], Own),
        ("offer_session", texts([("template", "")]), anywhere),
        ("draft_session", texts(DESCRIBED), runs),
        ("session_plan", vec![], anywhere),
        ("keep_session_step", page(&["title", "about", "format"], "what"), anywhere),
        ("keep_session_step", page(&["day", "time", "minutes"], "when"), anywhere),
        ("keep_session_step", page(&["venue", "link"], "where"), anywhere),
        ("keep_session_step", page(&["held_for"], "for-whom"), anywhere),
        ("keep_session_step", page(&["capacity", "booking_ends"], "seats"), anywhere),
        ("draft_planned_session", vec![], anywhere),
        ("session_to_change", draft(&[]), runs),
        ("seat_holders", id(&taught.open), runs),
        ("change_session", draft(&[DESCRIBED.as_slice(), &[WHY]].concat()), runs),
        ("add_session_lead", draft(&LEADS), runs),
        ("remove_session_lead", lead, runs),
        ("session_competencies", draft(&[]), runs),
        ("set_session_outcomes", draft(&[("level[RSK-1]", "2")]), runs),
        ("run_step", draft(&[("step", ""), ("whole_series", "")]), runs),
        ("invite_team", draft(&[("team", "T3")]), runs),
        ("uninvite_team", draft(&[("team", "T3")]), runs),
        ("release_seats", quota, runs),
        ("keep_seats", draft(&KEPT), runs),
        ("schedule_session", draft(&[WHY]), runs),
        ("session_register", going_on(&[]), runs),
        ("take_register", going_on(&[("service_users", "2")]), runs),
        ("everyone_arrived", going_on(&[("service_users", "")]), runs),
        ("add_walk_in", going_on(&WALKED_IN), runs),
        ("check_in_code", going_on(&[]), runs),
        ("check_in_page", going_on(&[]), Own),
        // Eve came: the educator has said so.
        ("check_in", going_on(&[("code", "BCDFGH")]), Only("eve", &["amina", "finn", "yusra"])),
        ("feedback_page", held(&[]), came),
        ("give_feedback", held(&ANSWERED), came),
        ("close_register", held(&[]), runs),
        ("session_seen", held(&[]), runs),
        ("confirm_seen", seen, PastTheDoor("cara", NOT_TEACHING)),
        ("reopen_register", held(&[("reason", "disputed")]), runs),
        ("accept_offer", id(&taught.offered), amina),
        ("change_wish", of(&taught.full, &[("at_once", "yes")]), amina),
        ("give_up_seat", id(&taught.offered), amina),
        ("book_seat", seat, Only("amina", NOT_IN_NETWORK)),
        // The seat that she booked just now.
        ("cancel_booking", booking, runs),
        ("cancel_session", draft(&[("reason", "low_numbers")]), runs),
    ]
}

/// What one page of planning asks of [`DESCRIBED`].
fn page(asked: &[&str], step: &str) -> Vec<(&'static str, String)> {
    let answers = DESCRIBED.into_iter().filter(|(name, _)| asked.contains(name));
    let answers = answers.map(|(name, value)| (name, value.to_owned()));
    [("step", step.to_owned())].into_iter().chain(answers).collect()
}

/// Cara's series, and what took place before anybody wrote it down.
pub(super) fn about_series(place: &Place) -> Vec<Call> {
    let taught = &place.taught;
    let id = |id: &String| vec![("id", id.clone())];
    let runs = Only("cara", NOT_TEACHING);
    let repeat = |more: &[(&'static str, &str)]| {
        let fields = [("pace", "weekly"), ("every", "1"), ("count", "3"), ("until", "")];
        let more = fields.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned()));
        [id(&taught.single), more.collect()].concat()
    };
    let series = |more: &[(&'static str, &str)]| {
        let more = more.iter().map(|(name, value)| (*name, (*value).to_owned()));
        [id(&taught.in_series), more.collect()].concat()
    };
    let seats = [id(&taught.series), texts([("team", "T1"), ("at_once", "")])].concat();
    let action = [vec![("id", taught.action.clone())], texts([("done_on", "2026-11-02")])].concat();
    let agreed = texts([("what", "Meet"), ("by_whom", "Practice 1"), ("due_on", "")]);
    vec![
        ("series_practices", id(&taught.series), runs),
        ("agree_action", [id(&taught.series), agreed].concat(), runs),
        ("action_done", action, runs),
        ("repeat_form", repeat(&[]), runs),
        ("repeat_session", repeat(&[("dates[]", "2026-12-23")]), runs),
        ("session_series", id(&taught.series), Own),
        ("series_to_change", series(&[]), runs),
        ("change_series", series(&SHARED), runs),
        ("book_series", seats, Only("amina", NOT_IN_NETWORK)),
        ("cancel_series", series(&[("part", "later"), ("reason", "low_numbers")]), runs),
        ("schedule_series", [id(&taught.drafts), texts([WHY])].concat(), runs),
        ("record_session", texts(HELD), runs),
        ("session_took_place", [id(&taught.past), texts([WHY])].concat(), runs),
    ]
}

pub(super) const DESCRIBED: [(&str, &str); 12] = [
    ("title", "Asking about risk"),
    ("about", ""),
    ("format", "workshop"),
    ("day", "2026-12-10"),
    ("time", "1pm"),
    ("minutes", "90"),
    ("held_for", "N1"),
    ("venue", "The surgery, room 2"),
    ("link", ""),
    ("capacity", "12"),
    ("booking_ends", ""),
    ("invited_only", ""),
];

/// The same, before the day on which the rules look.
const HELD: [(&str, &str); 12] = [
    ("title", "Asking about risk"),
    ("about", ""),
    ("format", "workshop"),
    ("day", "2026-10-19"),
    ("time", "1pm"),
    ("minutes", "90"),
    ("held_for", "N1"),
    ("venue", "The surgery, room 2"),
    ("link", ""),
    ("capacity", "12"),
    ("booking_ends", ""),
    ("invited_only", ""),
];

/// What becomes of several sessions.
const SHARED: [(&str, &str); 7] = [
    ("part", "all"),
    ("title", "Recovering together"),
    ("about", ""),
    ("time", "2pm"),
    ("venue", "The hall"),
    ("link", ""),
    ("capacity", "10"),
];

const LEADS: [(&str, &str); 5] = [
    ("colleague", ""),
    ("name", "Dr Rao"),
    ("organisation", "The trust next door"),
    ("professional", "yes"),
    ("lived", ""),
];

const ANSWERED: [(&str, &str); 4] =
    [("reaction", "useful"), ("before[RSK-1]", "2"), ("now[RSK-1]", "4"), ("wellbeing", "good")];

const WALKED_IN: [(&str, &str); 4] = [
    ("colleague", ""),
    ("name", "Ada"),
    ("organisation", "The charity next door"),
    ("profession", "Peer support"),
];

const KEPT: [(&str, &str); 5] = [
    ("profession", ""),
    ("team", "T1"),
    ("least", "1"),
    ("most", ""),
    ("released_on", "2026-12-01"),
];

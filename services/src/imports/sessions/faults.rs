//! What stands against what a line makes of a session, each fault with its column.

use super::line::Referred;
use super::settle::Fault;
use crate::ctx::Ctx;
use crate::sessions::Stored;
use crate::sessions::many::{Ruling, keeps_in_vain};
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::PersonId;
use domain::policy::Scope;
use domain::refusal::Refusal;
use domain::sessions::scheduling::{Moved, may_change};
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, SessionState};

const NOT_YOURS: &str =
    "belongs to a session outside the places that you bring sessions for; choose another";
const FOR_ALL: &str = "name the teams that it is for: only whoever runs the sessions of the whole installation can hold one for everybody";
const FOR_OTHERS: &str = "you bring no sessions for a place that holds all of these teams";
const AS_IT_WAS: &str = "is over here and stays as it was; leave the line out";
const NOT_AHEAD_AGAIN: &str =
    "has taken place here; give a session that is to come a code of its own";
const TELL_THEM: &str =
    "people were told of this session as it is: do this on its page, which tells them";
const NO_POST: &str = "has no post here on the day of the session";

/// A session that a line changes or brings.
pub(super) struct Weighed<'a> {
    pub before: Option<&'a Stored>,
    /// What was booked of it.
    pub bookings: &'a [Booking],
    pub after: &'a Stored,
    /// Whom the line names.
    pub lead: PersonId,
}

impl Weighed<'_> {
    /// Everything but clashes.
    pub fn faults(
        &self,
        (ctx, facts): (&Ctx, &Facts),
        known: &Referred,
        ruling: &Ruling,
    ) -> Vec<Fault> {
        let now = ctx.rule_now();
        let mut faults: Vec<Fault> = self.of_places(known).into_iter().collect();
        faults.extend(self.of_what_is_over(now));
        faults.extend(self.of_bookings(now));
        if keeps_in_vain(facts, self.after, now.date()) {
            let message =
                "seats are kept for a team that could not book any more; release them first";
            faults.push(("audience", message.to_owned()));
        }
        if self.after.is_ahead(now) {
            faults.extend(self.of_scheduling((ctx, facts), ruling));
        }
        faults
    }

    fn of_places(&self, known: &Referred) -> Option<Fault> {
        if self.before.is_some_and(|before| !known.within.place(before.host())) {
            return Some(("code", NOT_YOURS.to_owned()));
        }
        let host = self.after.host();
        let message = match host {
            _ if known.within.place(host) => return None,
            Scope::Everywhere if self.after.invited.is_empty() => FOR_ALL,
            _ => FOR_OTHERS,
        };
        Some(("audience", message.to_owned()))
    }

    /// What was planned here and is over stays as it was, as on its page; what came from a file may be put right.
    fn of_what_is_over(&self, now: NaiveDateTime) -> Option<Fault> {
        let before = self.before?;
        let state = before.state(now);
        if before.row.import_id.is_none() && may_change(state).is_err() {
            return Some(("code", AS_IT_WAS.to_owned()));
        }
        let comes_again = state.has_taken_place() && !self.after.state(now).has_taken_place();
        comes_again.then(|| ("starts_at", NOT_AHEAD_AGAIN.to_owned()))
    }

    /// Whoever has a seat, waits or leads is told of what changes, and a file tells nobody.
    fn of_bookings(&self, now: NaiveDateTime) -> Vec<Fault> {
        let Some(before) = self.before else { return Vec::new() };
        let (was, is) = (&before.row, &self.after.row);
        let mut faults: Vec<Fault> = Vec::new();
        let live = |booking: &&Booking| booking.is_live(now);
        // Who leads it was told by mail where it was scheduled here.
        let leads_know = was.import_id.is_none() && before.people().next().is_some();
        let somebody_knows = leads_know || self.bookings.iter().any(|b| live(&b));
        if before.state(now) == SessionState::Scheduled && somebody_knows {
            let told = [
                ("title", was.title != is.title),
                ("lead_employee_number", leads_know && before.leads != self.after.leads),
                ("starts_at", was.starts_at != is.starts_at),
                ("minutes", was.minutes != is.minutes),
                ("location", (&was.venue, &was.link) != (&is.venue, &is.link)),
                ("state", is.cancelled_at.is_some()),
            ];
            let told = told.into_iter().filter(|(_, differs)| *differs);
            faults.extend(told.map(|(column, _)| (column, TELL_THEM.to_owned())));
        }
        let held = self.bookings.iter().filter(|booking| booking.holds_a_seat(now)).count();
        let seats = usize::try_from(is.capacity).unwrap_or_default();
        if is.capacity < was.capacity && held > seats {
            let message = format!("{held} people hold a seat; write as many seats or more");
            faults.push(("capacity", message));
        }
        let lead = Attendee::Person(self.lead);
        if self.bookings.iter().filter(live).any(|booking| booking.attendee == lead) {
            let message = "has a booking in this session; cancel it before they lead it";
            faults.push(("lead_employee_number", message.to_owned()));
        }
        faults
    }

    /// What is to come is scheduled as on its page.
    fn of_scheduling(&self, (ctx, facts): (&Ctx, &Facts), ruling: &Ruling) -> Vec<Fault> {
        let now = ctx.rule_now();
        let scheduled = self.before.filter(|before| before.state(now) == SessionState::Scheduled);
        let starts = self.after.slot().starts;
        let changed = scheduled
            .map(|before| Moved { start: before.slot().starts != starts, booking_ends: false });
        let against = ruling.against(ctx, facts, self.after, changed);
        let mut faults: Vec<Fault> =
            against.iter().map(|refusal| (column_of(refusal), refusal.to_string())).collect();
        let leads_already = scheduled
            .is_some_and(|before| before.is_led_by(self.lead) && before.slot().starts == starts);
        if !leads_already && !Ruling::may_lead(facts, self.after, self.lead) {
            // Why nobody may lead it follows from that.
            faults.retain(|(column, _)| *column != "lead_employee_number");
            faults.push(("lead_employee_number", NO_POST.to_owned()));
        }
        faults
    }
}

/// Where a file says what stands against scheduling.
fn column_of(refusal: &Refusal) -> &'static str {
    let Refusal::Rule { code, .. } = refusal else { return "state" };
    match code.as_str() {
        "no-lead" | "no-professional" => "lead_employee_number",
        "no-place" => "location",
        "no-outcome" => "outcomes",
        "nobody-invited" => "audience",
        "quotas" => "capacity",
        "in-the-past" | "booking-over" | "booking-never-open" => "starts_at",
        _ => "state",
    }
}

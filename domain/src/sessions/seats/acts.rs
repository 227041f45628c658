//! What people do with their own booking, and a team manager with that of their people. After a refusal a seating is to be
//! thrown away: what it had settled before is settled again by whoever looks next.

use super::{Booking, Seating, Step, has_not_ended, is_open};
use crate::dates::spoken_deadline;
use crate::refusal::Refusal;
use crate::sessions::{Attendee, BookingState};

impl Seating {
    /// Books somebody, or puts them on the waiting list: a newcomer never takes a seat that somebody waiting could take.
    /// Somebody who waits takes a seat this way when too little time is left for offers. What `booking` says of its state is
    /// not looked at.
    ///
    /// # Errors
    /// Refuses before booking opens and when it is over, and who has a seat, an offer or an open request here.
    pub fn book(&mut self, booking: Booking) -> Result<Vec<Step>, Refusal> {
        let attendee = booking.attendee;
        self.may_ask(attendee)?;
        let mut steps = self.settle();
        match self.of(attendee).filter(|now| now.is_live(self.now)).map(|now| now.state) {
            // It fell to them at this very moment.
            Some(BookingState::Booked) => {}
            Some(BookingState::Offered) => {
                steps.push(self.comes_to(attendee, BookingState::Booked));
            }
            Some(_) => steps.push(self.take_from_the_list(attendee)?),
            None => {
                self.enter(booking);
                steps.push(self.seat_or_wait(attendee));
            }
        }
        // Whoever fills two quotas at once frees a seat that was kept.
        steps.extend(self.settle());
        Ok(steps)
    }

    /// What asking for a seat now would come to: a seat, a place on the waiting list, or a request where `asks` says that their team
    /// manager is asked first. It does what [`Seating::book`] or [`Seating::request`] does, and keeps nothing of it.
    ///
    /// # Errors
    /// As [`Seating::book`] and [`Seating::request`].
    pub fn would_come_to(&self, booking: Booking, asks: bool) -> Result<BookingState, Refusal> {
        let (mut tried, attendee) = (self.clone(), booking.attendee);
        match asks {
            true => tried.request(booking)?,
            false => tried.book(booking)?,
        };
        Ok(tried.of(attendee).map_or(BookingState::Booked, |own| own.state))
    }

    /// Asks a team manager first, where the team wants that.
    ///
    /// # Errors
    /// As [`Seating::book`].
    pub fn request(&mut self, booking: Booking) -> Result<Vec<Step>, Refusal> {
        self.may_ask(booking.attendee)?;
        let attendee = booking.attendee;
        if self.of(attendee).is_some_and(|now| now.state == BookingState::Waitlisted) {
            return Err(Refusal::rule(
                "already-waiting",
                "You are on the waiting list of this session already.",
            ));
        }
        let mut steps = self.settle();
        self.enter(booking);
        steps.push(self.comes_to(attendee, BookingState::Requested));
        Ok(steps)
    }

    /// Approves a request: it books, or waits in the order of asking. Who asked while booking was open is answered also where its
    /// opening was put off since.
    ///
    /// # Errors
    /// Refuses what is no open request, and when booking is over.
    pub fn approve(&mut self, attendee: Attendee) -> Result<Vec<Step>, Refusal> {
        self.is_requested(attendee)?;
        has_not_ended(self.closes_at, self.now)?;
        let mut steps = self.settle();
        steps.push(self.seat_or_wait(attendee));
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Declines a request.
    ///
    /// # Errors
    /// Refuses what is no open request.
    pub fn decline(&mut self, attendee: Attendee) -> Result<Vec<Step>, Refusal> {
        self.is_requested(attendee)?;
        let mut steps = vec![self.comes_to(attendee, BookingState::Declined)];
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Takes an offer up: also where the opening of booking was put off since they asked.
    ///
    /// # Errors
    /// Refuses without an offer, after its deadline or the end of booking, and where its seat was passed on by a clock that is
    /// ahead of this one.
    pub fn accept(&mut self, attendee: Attendee) -> Result<Vec<Step>, Refusal> {
        let offer = self.of(attendee).filter(|booking| booking.state == BookingState::Offered);
        let Some(offer) = offer else {
            return Err(Refusal::rule("no-offer", "No seat of this session is offered to you."));
        };
        if !offer.holds_a_seat(self.now) {
            let until = offer.answer_by.map(spoken_deadline).unwrap_or_default();
            let sentence =
                format!("This offer held until {until}. Book again to join the waiting list.");
            return Err(Refusal::rule("offer-lapsed", sentence));
        }
        has_not_ended(self.closes_at, self.now)?;
        if self.is_passed_on(offer) {
            let sentence = "This offer has ended, and its seat was offered to somebody else.";
            return Err(Refusal::rule("offer-lapsed", sentence));
        }
        let mut steps = vec![self.comes_to(attendee, BookingState::Booked)];
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Gives a seat, an offer, a place on the waiting list or a request up.
    ///
    /// # Errors
    /// Refuses who has none of them.
    pub fn give_up(&mut self, attendee: Attendee) -> Result<Vec<Step>, Refusal> {
        self.end(attendee, BookingState::CancelledByPerson)
    }

    /// Ends a booking, whoever says so; what it held is given to those who wait.
    ///
    /// # Errors
    /// Refuses who has none.
    pub(super) fn end(
        &mut self,
        attendee: Attendee,
        ended: BookingState,
    ) -> Result<Vec<Step>, Refusal> {
        if self.of(attendee).is_none_or(|booking| !booking.is_live(self.now)) {
            return Err(Refusal::rule("no-booking", "There is no booking to cancel."));
        }
        let mut steps = vec![self.comes_to(attendee, ended)];
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Whether somebody may ask for a seat now.
    fn may_ask(&self, attendee: Attendee) -> Result<(), Refusal> {
        self.is_open()?;
        let live = self.of(attendee).filter(|booking| booking.is_live(self.now));
        let (code, sentence) = match live.map(|booking| booking.state) {
            Some(BookingState::Booked) => ("already-booked", "You have a seat in this session."),
            Some(BookingState::Offered) => {
                ("already-offered", "A seat in this session is offered to you. Accept it.")
            }
            Some(BookingState::Requested) => (
                "already-requested",
                "You have asked for a seat in this session. Your team manager has not answered yet.",
            ),
            _ => return Ok(()),
        };
        Err(Refusal::rule(code, sentence))
    }

    /// # Errors
    /// Refuses before booking opens, and when it is over.
    pub fn is_open(&self) -> Result<(), Refusal> {
        is_open(self.opens_at, self.closes_at, self.now)
    }

    fn is_requested(&self, attendee: Attendee) -> Result<(), Refusal> {
        match self.of(attendee).map(|booking| booking.state) {
            Some(BookingState::Requested) => Ok(()),
            _ => {
                Err(Refusal::rule("not-requested", "This request has been answered or withdrawn."))
            }
        }
    }

    /// Puts a booking in the place of an earlier one.
    pub(super) fn enter(&mut self, booking: Booking) {
        self.bookings.retain(|earlier| earlier.attendee != booking.attendee);
        self.bookings.push(booking);
    }

    /// A seat, unless somebody who waits could take one: then a place on the waiting list.
    fn seat_or_wait(&mut self, attendee: Attendee) -> Step {
        let fits = self.of(attendee).is_some_and(|booking| self.fits(booking));
        match fits && self.next_in_line().is_none() {
            true => self.comes_to(attendee, BookingState::Booked),
            false => self.comes_to(attendee, BookingState::Waitlisted),
        }
    }

    /// A seat for somebody who waits, when too little time is left for offers: whoever of them takes it first has it.
    fn take_from_the_list(&mut self, attendee: Attendee) -> Result<Step, Refusal> {
        if self.of(attendee).is_some_and(|booking| self.could_take(booking)) {
            return Ok(self.comes_to(attendee, BookingState::Booked));
        }
        let sentence =
            "You are on the waiting list of this session. No seat that you could take is free.";
        Err(Refusal::rule("already-waiting", sentence))
    }

    pub(super) fn comes_to(&mut self, attendee: Attendee, state: BookingState) -> Step {
        self.take(Step { attendee, state, answer_by: None })
    }
}

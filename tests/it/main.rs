//! Whole-system tests: the house's rules, and journeys through the router with scripts off.

mod access; // accounts, invitations, grants, sharing
mod architecture; // which room may use which
mod asking_for; // a manager asks for a nurse
mod booking_for; // a manager books for her people
mod bookings; // some of a session's are cancelled, by whoever runs it
mod browsing; // sessions day by day, and by filters
mod calendars; // sessions in them: read from a feed, taken along, told by mail
mod case; // published frameworks for other programs
mod claiming; // a team claims for sessions
mod covering; // which teams are covered, and the rules of it
mod demonstration; // the fictional place, and who signs in to it
mod drafting; // a new version of the framework
mod everywhere; // what takes a grant that holds everywhere
mod evidence; // what somebody shows, and what they may not
mod explaining; // why a figure is what it is, and why it changed
mod figures; // what sessions were
mod finding; // a time for a draft
mod forecasting; // coverage some days ahead
mod grouping; // areas, organisations or teams that are asked about together
mod guarding; // what could identify a patient, in free text
mod guests; // of a session
mod helping; // who can be asked, and who comes to a team
mod importing; // files from the page
mod local_measures; // what places measure besides
mod looking; // coverage, from page to page
mod nudging; // who is due, and is told
mod outbox; // mail, from the job to the mail server
mod passports; // made, checked, withdrawn; and files that are none
mod planning; // the load of a year
mod planning_steps; // a session, one decision a page
mod practice; // two practices, a mental health team, and their people
mod processes; // two on one database
mod protecting; // protected time, and a session beyond it
mod queries; // how many each page sends
mod ranking; // where to look first
mod recognising; // everyone of a role, in one act
mod recurring; // a series in calendars and mails
mod registers; // who came to a session
mod releasing; // when a team lets its people go, and bookings that wait
mod return_annex; // exact figures of teams, for few
mod return_packages; // the files of a return, and whether they are still those
mod return_recipients; // whom returns are for
mod return_schedule; // returns that are prepared by themselves
mod returning; // returns, as they are kept and taken step by step
mod returns_pages; // a return, from its first counting to its correction
mod returns_told; // what its pages tell whoever waits, and what comes next
mod running; // a step of a programme, as a session
mod series; // repeated, booked at one press, changed and cancelled together
mod session_requests; // what a team asks to be taught
mod sessions; // planned, found, booked, given up
mod signing_in; // in, out, and what a stranger sees
mod small; // a place to give grants in
mod staffing; // starters, changes and leavers, and who sees whom
mod supervising; // the log of a team and of a nurse
mod sweep; // everything, by everybody whom it is not for
mod together; // several people are confirmed in one act
mod training; // a training package, from its first word to its end
mod travelling; // a record from one installation to another
mod trends; // a figure month by month
mod who_confirms; // every actor, subject and act of confirming
mod worked_figures; // coverage against figures from the rules alone

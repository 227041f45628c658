//! What forms of sessions take and refuse.

use super::*;
use crate::fields::FieldErrors;
use crate::sessions::CancelReason;
use crate::sessions::format::Format;

fn typed() -> SessionFields {
    let text = str::to_owned;
    SessionFields {
        title: text(" Safety plans "),
        about: String::new(),
        format: text("workshop"),
        day: text("30 November 2026"),
        time: text("1pm"),
        minutes: text("90"),
        held_for: text("TH"),
        venue: text("Room 2"),
        link: String::new(),
        capacity: text("12"),
        booking_opens: String::new(),
        booking_opens_time: String::new(),
        booking_ends: String::new(),
        invited_only: String::new(),
        people_least: String::new(),
        professions_least: String::new(),
    }
}

fn fields(errors: &FieldErrors) -> Vec<&str> {
    errors.0.iter().map(|error| error.field.as_str()).collect()
}

#[test]
fn a_session_is_what_when_where_and_for_whom() {
    let says = DescribeSession::parse(&typed()).unwrap();
    assert_eq!((says.title.as_str(), says.format), ("Safety plans", Format::Workshop));
    assert_eq!(says.starts, "2026-11-30T13:00:00".parse().unwrap());
    assert_eq!((says.minutes, says.capacity, says.held_for.as_deref()), (90, 12, Some("TH")));
    assert_eq!((says.booking_opens, says.booking_ends, says.invited_only), (None, None, false));
    let everybody = SessionFields { held_for: EVERYBODY.to_owned(), ..typed() };
    assert_eq!(DescribeSession::parse(&everybody).unwrap().held_for, None);
    let errors = DescribeSession::parse(&SessionFields::default()).unwrap_err();
    assert_eq!(
        fields(&errors),
        ["title", "format", "day", "time", "minutes", "held_for", "capacity"]
    );
}

#[test]
fn numbers_outside_what_can_be_are_refused() {
    for (minutes, seats) in [("14", "0"), ("2401", "1001"), ("-5", "-1"), ("an hour", "many")] {
        let with =
            SessionFields { minutes: minutes.to_owned(), capacity: seats.to_owned(), ..typed() };
        assert_eq!(
            fields(&DescribeSession::parse(&with).unwrap_err()),
            ["minutes", "capacity"],
            "{minutes}"
        );
    }
}

#[test]
fn a_session_asks_for_no_more_people_than_it_has_seats() {
    let asks = |people: &str, professions: &str| {
        let (people_least, professions_least) = (people.to_owned(), professions.to_owned());
        DescribeSession::parse(&SessionFields { people_least, professions_least, ..typed() })
    };
    let least = asks(" 12 ", "2").unwrap().least;
    assert_eq!((least.people, least.professions), (Some(12), Some(2)));
    let none = asks("", "").unwrap().least;
    assert_eq!((none.people, none.professions), (None, None));
    for (people, professions) in [("13", "21"), ("0", "0"), ("some", "-1")] {
        let errors = asks(people, professions).unwrap_err();
        assert_eq!(fields(&errors), ["people_least", "professions_least"], "{people}");
    }
}

#[test]
fn a_link_is_one_that_a_browser_opens_safely() {
    for link in ["http://example.nhs.uk", "javascript:alert(1)", "teams", "https://a b"] {
        let with = SessionFields { link: link.to_owned(), ..typed() };
        assert_eq!(fields(&DescribeSession::parse(&with).unwrap_err()), ["link"], "{link}");
    }
    let with = SessionFields { link: "https://meet.example.nhs.uk/1".to_owned(), ..typed() };
    assert!(DescribeSession::parse(&with).is_ok());
}

#[test]
fn booking_ends_with_its_last_day_or_when_the_session_starts() {
    let ends = |day: &str| {
        let with = SessionFields { booking_ends: day.to_owned(), ..typed() };
        DescribeSession::parse(&with).map(|says| says.booking_ends)
    };
    assert_eq!(ends("27 November 2026").unwrap(), Some("2026-11-28T00:00:00".parse().unwrap()));
    assert_eq!(ends("30 November 2026").unwrap(), None);
    assert_eq!(fields(&ends("1 December 2026").unwrap_err()), ["booking_ends"]);
}

#[test]
fn booking_opens_on_a_day_at_a_time_before_it_ends() {
    let opens = |day: &str, time: &str, last: &str| {
        let (booking_opens, booking_opens_time) = (day.to_owned(), time.to_owned());
        let booking_ends = last.to_owned();
        let with = SessionFields { booking_opens, booking_opens_time, booking_ends, ..typed() };
        DescribeSession::parse(&with).map(|says| says.booking_opens)
    };
    let table = [
        ("", "", "", None),
        ("4 May 2026", "1:30pm", "", Some("2026-05-04T13:30:00")),
        ("4 May 2026", " ", "", Some("2026-05-04T00:00:00")),
        ("30 November 2026", "12:59", "", Some("2026-11-30T12:59:00")),
        ("27 November 2026", "11:59pm", "27 November 2026", Some("2026-11-27T23:59:00")),
    ];
    for (day, time, last, expected) in table {
        let expected = expected.map(|moment| moment.parse().unwrap());
        assert_eq!(opens(day, time, last), Ok(expected), "{day} {time}");
    }
    let table = [
        ("30 November 2026", "1pm", "", "booking_opens", "the moment at which it starts"),
        ("1 December 2026", "", "", "booking_opens", "after the session"),
        ("28 November 2026", "", "27 November 2026", "booking_opens", "when booking has ended"),
        ("", "9am", "", "booking_opens", "a time of no day"),
        ("soon", "", "", "booking_opens", "no date"),
        ("4 May 2026", "early", "", "booking_opens_time", "no time"),
    ];
    for (day, time, last, field, why) in table {
        assert_eq!(fields(&opens(day, time, last).unwrap_err()), [field], "{why}");
    }
}

#[test]
fn only_what_is_over_is_recorded_as_having_taken_place() {
    let says = DescribeSession::parse(&typed()).unwrap();
    let at = |moment: &str| says.has_taken_place(moment.parse().unwrap());
    assert_eq!(at("2026-11-30T14:30:00"), Ok(()), "the moment of its end");
    assert_eq!(fields(&at("2026-11-30T14:29:00").unwrap_err()), ["day"]);
}

#[test]
fn a_lead_is_a_colleague_or_somebody_from_elsewhere() {
    let text = str::to_owned;
    let colleague =
        LeadFields { colleague: text("E12"), lived: text("yes"), ..LeadFields::default() };
    let expected =
        AddLead::Colleague { written: text("E12"), lived_experience: true, reason: String::new() };
    assert_eq!(AddLead::parse(&colleague), Ok(expected));
    let other = LeadFields {
        name: text("Ada"),
        organisation: text("Mind"),
        professional: text("yes"),
        ..LeadFields::default()
    };
    let expected = AddLead::Other {
        name: text("Ada"),
        organisation: text("Mind"),
        professional: true,
        lived_experience: false,
    };
    assert_eq!(AddLead::parse(&other), Ok(expected));
    let refused = |typed| AddLead::parse(&typed).unwrap_err();
    assert_eq!(fields(&refused(LeadFields::default())), ["colleague"]);
    assert_eq!(
        fields(&refused(LeadFields { colleague: text("E12"), ..other.clone() })),
        ["colleague"]
    );
    assert_eq!(
        fields(&refused(LeadFields { organisation: String::new(), ..other.clone() })),
        ["organisation"]
    );
    assert_eq!(fields(&refused(LeadFields { name: String::new(), ..other })), ["name"]);
}

#[test]
fn seats_are_kept_for_a_profession_or_a_team() {
    let text = str::to_owned;
    let nurses = QuotaFields {
        profession: text("Nursing"),
        least: text("2"),
        released_on: text("16 November 2026"),
        ..QuotaFields::default()
    };
    let kept = KeepSeats::parse(&nurses).unwrap();
    let whom = (kept.profession.as_deref(), kept.team.as_deref());
    assert_eq!((whom, kept.least, kept.most), ((Some("Nursing"), None), 2, None));
    let both = QuotaFields { team: text("T1"), ..nurses.clone() };
    assert_eq!(fields(&KeepSeats::parse(&both).unwrap_err()), ["profession"]);
    let neither = QuotaFields { profession: String::new(), ..nurses.clone() };
    assert_eq!(fields(&KeepSeats::parse(&neither).unwrap_err()), ["profession"]);
    let nothing = QuotaFields { least: String::new(), ..nurses.clone() };
    assert_eq!(fields(&KeepSeats::parse(&nothing).unwrap_err()), ["least"]);
    let words = QuotaFields { most: text("some"), ..nurses.clone() };
    assert_eq!(fields(&KeepSeats::parse(&words).unwrap_err()), ["most"]);
    let many = QuotaFields { least: text("1001"), most: text("1001"), ..nurses };
    assert_eq!(fields(&KeepSeats::parse(&many).unwrap_err()), ["least", "most"]);
    let released = |today: &str| kept.are_kept_from(today.parse().unwrap());
    assert_eq!(released("2026-11-15"), Ok(()));
    assert_eq!(fields(&released("2026-11-16").unwrap_err()), ["released_on"]);
}

#[test]
fn a_session_is_cancelled_for_a_reason_from_the_list() {
    for &reason in CancelReason::ALL {
        assert_eq!(CancelSession::parse(reason.code()), Ok(CancelSession(reason)));
    }
    assert_eq!(fields(&CancelSession::parse("").unwrap_err()), ["reason"]);
}

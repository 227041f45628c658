//! What stands in a digest and when it is sent, as tables.

use super::*;
use crate::codes::JudgementKind;
use crate::dates::days_after;
use crate::judgements::views::{AskedLevel, RecordDomain};
use crate::standing::{Requested, Standing};

const TODAY: &str = "2026-11-02";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

fn ahead(days: i64) -> NaiveDate {
    days_after(day(TODAY), days)
}

/// A competency that is asked at level 3 and was never assessed.
fn line(code: &str) -> RecordLine {
    RecordLine {
        code: code.to_owned(),
        title: format!("The title of {code}"),
        asked: Some(AskedLevel { level: level(3), critical: false }),
        asked_by: Vec::new(),
        standing: Standing::default(),
        status: Some(Status::NotAssessed),
    }
}

/// One that is confirmed at level 3 and due in so many days.
fn due_in(days: i64) -> RecordLine {
    let (kind, due_on) = (JudgementKind::Confirmed, ahead(days));
    let made_on = days_after(due_on, -730);
    let confirmed = Confirmed::At { level: level(3), kind, made_on, due_on };
    let standing = Standing { confirmed, assessed: true, ..Standing::default() };
    let status = Some(standing.status(level(3), day(TODAY)));
    RecordLine { standing, status, ..line(&format!("D{days}")) }
}

fn record(lines: Vec<RecordLine>) -> Record {
    let domain = RecordDomain { competencies: lines, ..RecordDomain::default() };
    Record { domains: vec![domain], ..Record::default() }
}

fn waiting(for_me: bool, lapses_in: i64) -> OpenRequest {
    OpenRequest {
        sequence: 1,
        person_name: "Amina Khan".to_owned(),
        team_name: String::new(),
        competency_code: String::new(),
        competency_title: String::new(),
        level: level(3),
        asked_on: days_after(ahead(lapses_in), -28),
        lapses_on: ahead(lapses_in),
        for_me,
        asked_by: None,
    }
}

/// Told the last time a week ago, of everything that is asked.
fn digest(lines: Vec<RecordLine>) -> Option<Digest> {
    digest_since(lines, Some(ahead(-7)))
}

fn digest_since(lines: Vec<RecordLine>, since: Option<NaiveDate>) -> Option<Digest> {
    let before = lines.iter().filter_map(|l| Some((l.code.clone(), l.asked?.level))).collect();
    let record = record(lines);
    let from = Sources {
        record: &record,
        asked_before: &before,
        asked_for: &[],
        to_confirm: &[],
        claims: 0,
        records: 0,
        seat_requests: 0,
        returns: ReturnsWaiting::default(),
        since,
        today: day(TODAY),
    };
    Digest::of(&from, &Preferences::default())
}

#[test]
fn a_confirmation_is_told_once_within_90_30_and_7_days_and_once_expired() {
    // Days to its end; whether a mail goes out for it alone, a week after the last one.
    let table = [
        (98, false), // 105 a week ago
        (91, false),
        (90, true), // 97
        (84, true), // 91
        (83, false),
        (31, false),
        (30, true), // 37
        (24, true), // 31
        (23, false),
        (8, false),
        (7, true), // 14
        (1, true), // 8
        (0, false),
        (-1, true), // 6
        (-7, true), // 0
        (-8, false),
        (-400, false),
    ];
    for (days, told) in table {
        assert_eq!(digest(vec![due_in(days)]).is_some(), told, "{days} days");
    }
}

#[test]
fn somebody_who_was_never_told_is_told_everything_that_is_open() {
    for days in [-400, 0, 50, 90] {
        assert!(digest_since(vec![due_in(days)], None).is_some(), "{days} days");
    }
    assert_eq!(digest_since(vec![due_in(91)], None), None, "nothing is open yet");
}

#[test]
fn a_digest_lists_all_that_is_open_in_order_of_urgency() {
    use Urgency::{Expired, Month, Quarter, Week};
    let lines = [80, -400, 3, 20, -1, 200].map(due_in).into();
    let due: Vec<_> = digest(lines).unwrap().confirmations;
    let days = |due: &Due| (due.due_on - day(TODAY)).num_days();
    let told: Vec<_> = due.iter().map(|due| (days(due), due.urgency)).collect();
    assert_eq!(told, [(-400, Expired), (-1, Expired), (3, Week), (20, Month), (80, Quarter)]);
}

#[test]
fn what_is_asked_again_already_is_not_told_and_neither_is_what_nobody_asks() {
    let requested = Requested { sequence: 1, asked_on: ahead(-1), level: level(3) };
    let asked_again = |days| {
        let line = due_in(days);
        RecordLine { standing: Standing { requested: Some(requested), ..line.standing }, ..line }
    };
    assert_eq!(digest_since(vec![asked_again(-1), asked_again(5)], None), None);
    let not_asked = |days| RecordLine { asked: None, status: None, ..due_in(days) };
    assert_eq!(digest_since(vec![not_asked(-1)], None), None, "expired, and nobody asks it");
    assert!(digest_since(vec![not_asked(5)], None).is_some(), "it may let them confirm others");
    let exempt = |days| {
        let line = RecordLine { status: None, ..due_in(days) };
        RecordLine { standing: Standing { exempt: true, ..line.standing }, ..line }
    };
    assert_eq!(digest_since(vec![exempt(5), exempt(-1)], None), None, "not part of the post");
}

#[test]
fn own_requests_are_told_in_their_last_week_and_when_sent_back() {
    let asked = |lapses_in: i64| {
        let asked_on = days_after(ahead(lapses_in), -28);
        let requested = Some(Requested { sequence: 1, asked_on, level: level(3) });
        RecordLine { standing: Standing { requested, ..Standing::default() }, ..line("R") }
    };
    for (lapses_in, told) in [(8, false), (7, true), (0, true)] {
        assert_eq!(digest(vec![asked(lapses_in)]).is_some(), told, "lapses in {lapses_in} days");
    }
    let sent_back = |days_ago: i64| {
        let sent_back_on = Some(ahead(-days_ago));
        RecordLine { standing: Standing { sent_back_on, ..Standing::default() }, ..line("S") }
    };
    for (days_ago, told) in [(0, true), (7, true), (8, false)] {
        assert_eq!(digest(vec![sent_back(days_ago)]).is_some(), told, "{days_ago} days ago");
    }
    let both = digest(vec![asked(3), sent_back(30)]).unwrap().requests;
    let states: Vec<_> = both.iter().map(|request| request.state).collect();
    let (on, after) = (ahead(-30), ahead(3));
    assert_eq!(states, [RequestState::SentBack { on }, RequestState::Lapses { after }]);
}

#[test]
fn what_is_newly_asked_is_told_unless_it_is_met_or_not_part_of_the_post() {
    let critical = |line: RecordLine| {
        let asked = Some(AskedLevel { level: level(3), critical: true });
        RecordLine { asked, ..line }
    };
    let exempt = RecordLine { status: None, ..line("EXEMPT") };
    let lines = vec![line("NEW"), line("OLD"), line("HIGHER"), critical(line("CRITICAL"))];
    let record = record([lines, vec![exempt, due_in(400)]].concat());
    let before = [("OLD", 3), ("HIGHER", 2)];
    let before = before.map(|(code, number)| (code.to_owned(), level(number))).into();
    let from = Sources {
        record: &record,
        asked_before: &before,
        asked_for: &[],
        to_confirm: &[],
        claims: 0,
        records: 0,
        seat_requests: 0,
        returns: ReturnsWaiting::default(),
        since: Some(ahead(-7)),
        today: day(TODAY),
    };
    let told = Digest::of(&from, &Preferences::default()).unwrap().newly_asked;
    let titles: Vec<_> = told.iter().map(|asked| asked.title.as_str()).collect();
    assert_eq!(titles, ["The title of CRITICAL", "The title of NEW", "The title of HIGHER"]);
}

#[test]
fn what_others_wait_for_is_told_every_week() {
    let open = [waiting(true, 20), waiting(false, 7), waiting(false, 8)];
    let record = Record::default();
    let nothing = HashMap::new();
    let from = Sources {
        record: &record,
        asked_before: &nothing,
        asked_for: &[],
        to_confirm: &open,
        claims: 0,
        records: 0,
        seat_requests: 0,
        returns: ReturnsWaiting::default(),
        since: Some(day(TODAY)),
        today: day(TODAY),
    };
    let told = Digest::of(&from, &Preferences::default()).unwrap().to_confirm;
    assert_eq!(told, ToConfirm { to_me_by_name: 1, to_any_assessor: 2, lapsing: 1 });
    let claims = Sources { to_confirm: &[], claims: 2, ..from };
    assert_eq!(Digest::of(&claims, &Preferences::default()).unwrap().claims, 2);
    let records = Sources { to_confirm: &[], records: 1, ..from };
    assert_eq!(Digest::of(&records, &Preferences::default()).unwrap().records, 1);
    let seats = Sources { to_confirm: &[], seat_requests: 3, ..from };
    assert_eq!(Digest::of(&seats, &Preferences::default()).unwrap().seat_requests, 3);
    let mut returns = ReturnsWaiting::default();
    for last in [Step::Prepared, Step::Checked, Step::Submitted] {
        returns.count(last);
    }
    let told = ReturnsWaiting { to_check: 1, to_approve: 1, to_submit: 0 };
    let waits = Sources { to_confirm: &[], returns, ..from };
    assert_eq!(Digest::of(&waits, &Preferences::default()).unwrap().returns, told);
    let nothing = Sources { to_confirm: &[], ..from };
    assert_eq!(Digest::of(&nothing, &Preferences::default()), None);
}

#[test]
fn whoever_has_no_record_hears_of_returns_and_of_nothing_else() {
    let returns = ReturnsWaiting { to_approve: 1, ..ReturnsWaiting::default() };
    let told = Digest::of_returns(returns, &Preferences::default()).unwrap();
    assert_eq!(told, Digest { returns, ..Digest::default() });
    assert_eq!(Digest::of_returns(ReturnsWaiting::default(), &Preferences::default()), None);
    for unwanted in [
        Preferences { left_out: vec![DigestPart::ToDecide], ..Preferences::default() },
        Preferences { weekly_digest: false, ..Preferences::default() },
    ] {
        assert_eq!(Digest::of_returns(returns, &unwanted), None);
    }
}

#[test]
fn a_part_that_is_not_wanted_neither_stands_in_it_nor_sends_it() {
    let lines = vec![due_in(5), line("OLD")];
    let before = HashMap::from([("D5".to_owned(), level(3))]);
    let (record, open) = (record(lines), [waiting(true, 20)]);
    let from = Sources {
        record: &record,
        asked_before: &before,
        asked_for: &[],
        to_confirm: &open,
        claims: 1,
        records: 1,
        seat_requests: 1,
        returns: ReturnsWaiting::default(),
        since: Some(ahead(-7)),
        today: day(TODAY),
    };
    let without =
        |parts: &[DigestPart]| Preferences { left_out: parts.into(), ..Preferences::default() };
    let told = Digest::of(&from, &without(&[DigestPart::ToDecide])).unwrap();
    assert_eq!(
        (told.claims, told.records, told.seat_requests, told.to_confirm),
        (0, 0, 0, ToConfirm::default())
    );
    assert_eq!(told.confirmations.len(), 1);
    assert_eq!(Digest::of(&from, &without(DigestPart::ALL)), None);
    let off = Preferences { weekly_digest: false, ..Preferences::default() };
    assert_eq!(Digest::of(&from, &off), None);
}

#[test]
fn what_a_manager_asked_for_somebody_is_told_to_them_once() {
    let open = |asked_days_ago: i64| {
        let asked_on = ahead(-asked_days_ago);
        let requested = Some(Requested { sequence: 7, asked_on, level: level(2) });
        RecordLine { standing: Standing { requested, ..Standing::default() }, ..line("OPEN") }
    };
    let told = |asked_days_ago: i64, asked_for: &[i64]| {
        let record = record(vec![open(asked_days_ago)]);
        let asked_before = HashMap::from([("OPEN".to_owned(), level(3))]);
        let from = Sources {
            record: &record,
            asked_before: &asked_before,
            asked_for,
            to_confirm: &[],
            claims: 0,
            records: 0,
            seat_requests: 0,
            returns: ReturnsWaiting::default(),
            since: Some(ahead(-7)),
            today: day(TODAY),
        };
        Digest::of(&from, &Preferences::default()).map(|digest| digest.requests[0].state)
    };
    assert_eq!(told(3, &[7]), Some(RequestState::AskedFor { on: ahead(-3) }));
    assert_eq!(told(3, &[]), None, "their own request is no news to them");
    assert_eq!(told(8, &[7]), None, "told the week before");
    assert_eq!(told(21, &[7]), Some(RequestState::Lapses { after: ahead(7) }), "more pressing");
}

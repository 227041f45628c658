//! What the files of a return tell besides coverage, counted out by hand.

use super::place::{hands, place, prepare, text};
use crate::small::bring;
use domain::imports::Kind;

/// A workshop of 90 minutes for the first practice, led by a mental health nurse, to which 33 of its 48 nurses came; a short session for
/// which 12 of them waited in vain; and one after the reference date.
async fn with_sessions(esteem: &tests::Installation) {
    let head = "code,title,starts_at,minutes,lead_employee_number,capacity,format,location,outcomes,audience,state\n";
    let lines = "W-1,Safety plans,2026-05-04 13:30,90,M1-1,60,workshop,Room 1,RSK-1:2,T1,closed\n\
         W-2,Asking again,2026-06-04 13:30,60,M1-1,2,short,Room 1,RSK-1:1,T1,closed\n\
         W-3,After the day,2026-10-05 13:30,60,M1-1,60,workshop,Room 1,RSK-1:2,T1,closed\n";
    bring(esteem, Kind::Sessions, &format!("{head}{lines}")).await;
    let came = |n: u32| format!("W-1,T1-{n},attended\n");
    let stayed_away = |n: u32| format!("W-1,T1-{n},did_not_attend\n");
    let lines: String = (1..=33).map(came).chain((34..=48).map(stayed_away)).collect();
    let second: String = (1..=12).map(|n| format!("W-2,T1-{n},waitlisted\n")).collect();
    let third = "W-3,T1-1,attended\n";
    let head = "session_code,employee_number,state\n";
    bring(esteem, Kind::Attendance, &format!("{head}{lines}{second}{third}")).await;
}

#[tokio::test]
async fn sessions_time_input_and_needs_are_those_of_the_twelve_months() {
    let esteem = place().await;
    with_sessions(&esteem).await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let sessions = text(&hands.lena, &of, "sessions.csv").await;
    let months = "TH-2026-09-30-r1,2026-09-30,2025-10-01,2026-09-30,";
    assert!(sessions.lines().skip(1).all(|line| line.starts_with(months)), "{sessions}");
    let expected = [
        "place,TH,Tower Hamlets,delivered,,2,,,",
        "place,TH,Tower Hamlets,delivered,workshop,1,,,",
        "network,N1,Network 1,delivered,,2,,,",
        "network,N2,Network 2,delivered,,0,,,",
        // A mental health nurse led nurses who are none.
        "place,TH,Tower Hamlets,cross_boundary,,1,,,",
        // The three teams are due three each; one session counted, for one of them.
        "place,TH,Tower Hamlets,teams_entitled,,0,3,,",
        // 90 minutes and 60.
        "place,TH,Tower Hamlets,minutes_used,,150,,,",
        "place,TH,Tower Hamlets,minutes_promised,,0,,,",
        // A link worker comes to one of three teams, nobody recorded how much.
        "place,TH,Tower Hamlets,teams_with_input,,1,3,,",
        "place,TH,Tower Hamlets,input_wte,link_worker,,,x,",
        // 33 of 48 by the disclosure rule.
        "place,TH,Tower Hamlets,attended,,35,48,,R5-8",
    ];
    for line in expected {
        assert!(sessions.lines().any(|told| told.ends_with(line)), "{line}\n{sessions}");
    }
    assert!(!sessions.contains("network,N1,Network 1,minutes"), "time is told of the place alone");
    assert!(!sessions.contains("minutes_used,delivery"), "nobody had protected time");

    let needs = text(&hands.lena, &of, "needs.csv").await;
    let expected = [
        "place,TH,Tower Hamlets,assessors,,,1,1,,,,",
        // All that was taught went beyond the time that nobody was promised.
        "place,TH,Tower Hamlets,educators,,,150,150,,,,",
        // 12 of the 48 who asked for a seat waited in vain.
        "place,TH,Tower Hamlets,waiting_list,,,10,48,21,,,R5-8",
        "place,TH,Tower Hamlets,unmet_requests,,,0,0,,,,",
    ];
    for line in expected {
        assert!(needs.lines().any(|told| told.ends_with(line)), "{line}\n{needs}");
    }
}

#[tokio::test]
async fn what_is_recorded_late_about_the_twelve_months_is_counted_and_what_comes_after_is_not() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let before = text(&hands.lena, &of, "sessions.csv").await;
    assert!(before.contains("place,TH,Tower Hamlets,delivered,,0,,,"), "{before}");
    with_sessions(&esteem).await;
    assert_eq!(prepare(&hands.lena).await, of);
    let after = text(&hands.lena, &of, "sessions.csv").await;
    assert!(after.contains("place,TH,Tower Hamlets,delivered,,2,,,"), "{after}");
}

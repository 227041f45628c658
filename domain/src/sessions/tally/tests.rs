//! What makes a session inter-professional and cross-boundary, and what several come to together.

use super::*;
use crate::ids::{GuestId, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

fn present(profession: &str, mental_health: Option<bool>) -> Present {
    let profession = Some(profession.to_owned()).filter(|name| !name.is_empty());
    Present { profession, mental_health, ..Present::default() }
}

fn learner(number: u128, team: u128, profession: &str) -> Learner {
    let from = Present {
        team: Some(TeamId(Uuid::from_u128(team))),
        organisation: Some(format!("Practice {team}")),
        ..present(profession, Some(false))
    };
    let attendee = Attendee::Person(PersonId(Uuid::from_u128(number)));
    Learner { attendee, attendance: Attendance::Attended, present: from }
}

fn held(leads: Vec<Present>, learners: Vec<Learner>) -> Held {
    Held { minutes: 60, leads, learners, ..Held::default() }
}

#[test]
fn two_professions_among_those_who_came_and_led_are_inter_professional() {
    let nurse = || present("Nursing", Some(false));
    let table = [
        (vec![nurse()], vec![learner(1, 1, "Nursing")], None, false),
        (vec![nurse()], vec![learner(1, 1, "Medical")], None, true),
        (vec![nurse()], vec![learner(1, 1, "Nursing"), learner(2, 1, "Medical")], None, true),
        // Nobody knows what the lead counts as.
        (vec![present("", Some(true))], vec![learner(1, 1, "Nursing")], None, false),
        // It asked for more.
        (vec![nurse()], vec![learner(1, 1, "Medical")], Some(3), false),
        (vec![nurse()], vec![learner(1, 1, "Medical"), learner(2, 1, "Pharmacy")], Some(3), true),
        // To ask for one is to ask for no more than the rule does.
        (vec![nurse()], vec![learner(1, 1, "Nursing")], Some(1), false),
    ];
    for (leads, learners, professions_least, expected) in table {
        let session = Held { professions_least, ..held(leads, learners) };
        assert_eq!(session.is_inter_professional(), expected, "{session:?}");
    }
}

#[test]
fn mental_health_and_other_professions_cross_the_boundary_and_unknown_ones_do_not() {
    let (mental, other, unknown) = (Some(true), Some(false), None);
    let table = [
        (vec![mental], false),
        (vec![mental, mental], false),
        (vec![mental, unknown], false),
        (vec![other, unknown], false),
        (vec![mental, other], true),
        (vec![], false),
    ];
    for (leads, expected) in table {
        let session = held(leads.iter().map(|is| present("Nursing", *is)).collect(), vec![]);
        assert_eq!(session.is_cross_boundary(), expected, "{leads:?}");
    }
}

#[test]
fn several_sessions_count_people_teams_and_organisations_once() {
    let mut late = learner(2, 1, "Medical");
    late.attendance = Attendance::PartAttended;
    let guest = Learner {
        attendee: Attendee::Guest(GuestId(Uuid::from_u128(9))),
        attendance: Attendance::Attended,
        present: Present {
            organisation: Some("PRACTICE  2".to_owned()),
            ..present("Housing", None)
        },
    };
    let first = held(vec![present("Nursing", Some(true))], vec![learner(1, 1, "Nursing"), late]);
    let second = Held {
        minutes: 90,
        service_users: 2,
        ..held(vec![], vec![learner(1, 1, "Nursing"), learner(3, 2, "Nursing"), guest])
    };
    let figures = Tally::of([&first, &second]).figures();
    let expected = Figures {
        sessions: 2,
        inter_professional: 2,
        cross_boundary: 1,
        professions: 3,
        teams: 2,
        // The guest’s is a practice that is on record here.
        organisations: 2,
        people: 4,
        attendances: 5,
        service_users: 2,
        minutes: 150,
        // One hour for one of two, since the other came for a part; an hour and a half for three.
        learning_minutes: 60 + 3 * 90,
    };
    assert_eq!(figures, expected);
}

proptest! {
    #[test]
    fn the_order_of_sessions_changes_no_figure_and_parts_never_exceed_the_whole(
        who in proptest::collection::vec((0_u128..6, 0_u128..4, 0_usize..3), 0..20),
    ) {
        let names = ["Nursing", "Medical", "Pharmacy"];
        let one = |(number, team, name): &(u128, u128, usize)| {
            held(vec![], vec![learner(*number, *team, names[*name])])
        };
        let sessions: Vec<Held> = who.iter().map(one).collect();
        let figures = Tally::of(&sessions).figures();
        prop_assert_eq!(Tally::of(sessions.iter().rev()).figures(), figures);
        prop_assert!(figures.people <= figures.attendances);
        prop_assert!(figures.inter_professional <= figures.sessions);
        for part in sessions.chunks(3) {
            let part = Tally::of(part).figures();
            prop_assert!(part.people <= figures.people && part.teams <= figures.teams);
        }
    }
}

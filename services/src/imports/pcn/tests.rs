//! What becomes of memberships that the national file, or the installation, states twice for one day.

use super::*;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A practice, a network of the installation's own and two of the national file.
fn places() -> Places {
    let networks = ["N1", "U1", "U2"].into_iter().zip(1..);
    Places {
        practices: HashMap::from([("P1".to_owned(), OrganisationId(id(9)))]),
        networks: networks.map(|(code, at)| (code.to_owned(), AreaId(id(at)))).collect(),
        published: HashSet::from([AreaId(id(2)), AreaId(id(3))]),
    }
}

fn partner(network: &str, from: &str, to: &str) -> Partner {
    let (practice, network) = ("P1".to_owned(), network.to_owned());
    Partner { practice, network, from: day(from).ok(), to: day(to).ok() }
}

fn on_record(network: u128, from: &str) -> OnRecord {
    let row = Membership {
        id: MembershipId(id(7)),
        organisation_id: OrganisationId(id(9)),
        network_id: AreaId(id(network)),
        starts_on: day(from).ok(),
        ends_on: None,
    };
    HashMap::from([(row.organisation_id, vec![row])])
}

#[test]
fn of_two_from_one_day_the_one_that_lasts_is_taken() {
    let brief = partner("U1", "20241001", "20241001");
    let lasting = partner("U2", "20241001", "");
    let earlier = partner("U1", "20191001", "20240930");
    for order in [[&brief, &lasting, &earlier], [&lasting, &earlier, &brief]] {
        let mut left_out = LeftOut::default();
        let kept = one_a_day(order.map(Partner::clone).to_vec(), &mut left_out);
        assert_eq!(kept, [earlier.clone(), lasting.clone()]);
        let told = left_out.told().join("");
        assert!(told.starts_with("memberships that started on the same day"), "{told}");
        assert!(told.ends_with("P1 in U1 from 1 October 2024"), "{told}");
    }
}

#[test]
fn a_national_membership_that_turns_out_otherwise_is_corrected() {
    let moved = partner("U2", "20241001", "");
    let (row, before) = row(&moved, &places(), &on_record(2, "20241001")).unwrap();
    assert_eq!((row.id, row.network_id), (MembershipId(id(7)), AreaId(id(3))));
    assert!(before.is_some(), "the same row, not a second one of that day");
}

#[test]
fn an_own_network_stays_and_what_is_unknown_is_left_out() {
    let national = partner("U2", "20241001", "");
    assert_eq!(row(&national, &places(), &on_record(1, "20241001")).unwrap_err(), OWN);
    assert!(row(&national, &places(), &on_record(1, "20191001")).is_ok(), "another day");
    let nowhere = partner("U9", "20241001", "");
    assert_eq!(row(&nowhere, &places(), &OnRecord::new()).unwrap_err(), UNKNOWN_NETWORK);
    let nobody = Partner { practice: "P9".to_owned(), ..national };
    assert_eq!(row(&nobody, &places(), &OnRecord::new()).unwrap_err(), UNKNOWN_PRACTICE);
}

//! Fewer seats than are held: who holds one, and whose booking is cancelled.

use super::Attendee;
use crate::fields::FieldErrors;
use crate::figures::counted;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Somebody who holds a seat, for whoever says whose booking is cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatHolder {
    pub attendee: Attendee,
    /// `Surname, First name`; of a guest as it was written.
    pub name: String,
    /// The team they come from, or the organisation of a guest.
    pub from: String,
    /// Until when an offer holds, where they have not answered it.
    pub answer_by: Option<NaiveDateTime>,
}

/// Whom the boxes that were ticked mean; a key that means nobody chooses nobody.
pub fn chosen(keys: &[String]) -> Vec<Attendee> {
    keys.iter().filter_map(|key| Attendee::of_key(key)).collect()
}

/// The refusal of fewer seats than are held, beside `cancelled`: how many of those who hold one must be chosen.
pub fn too_few_chosen(held: usize, seats: u16) -> FieldErrors {
    let must = counted(held.saturating_sub(usize::from(seats)), "person", "people");
    let hold = counted(held, "person holds", "people hold");
    let sentence = format!(
        "Choose at least {must} whose booking is cancelled, or enter more seats: {hold} a seat, and there would be {seats}"
    );
    FieldErrors::one("cancelled", sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{GuestId, PersonId};
    use uuid::Uuid;

    #[test]
    fn people_and_guests_are_chosen_by_their_keys_and_nobody_by_another_word() {
        let [person, guest] = [1, 2].map(Uuid::from_u128);
        let all = [Attendee::Person(PersonId(person)), Attendee::Guest(GuestId(guest))];
        let mut keys: Vec<String> = all.map(Attendee::key).into();
        assert_eq!(chosen(&keys), all);
        keys.extend(["", "person-", "somebody"].map(str::to_owned));
        assert_eq!(chosen(&keys), all);
    }

    #[test]
    fn it_is_said_how_many_must_be_chosen() {
        let sentence = |held, seats| {
            too_few_chosen(held, seats).of("cancelled").map(str::to_owned).unwrap_or_default()
        };
        let two = "Choose at least 2 people whose booking is cancelled, or enter more seats: 5 people hold a seat, and there would \
                   be 3";
        assert_eq!(sentence(5, 3), two);
        assert!(sentence(5, 4).starts_with("Choose at least 1 person whose booking"));
    }
}

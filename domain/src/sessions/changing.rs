//! A session is said anew: whom that concerns is said before, and how many are told of it afterwards.

use crate::figures::counted;

/// What came of saying anew what a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// How many bookings were cancelled.
    pub cancelled: usize,
    /// How many people are told of something, beside whoever changed it.
    pub told: usize,
}

impl Changed {
    /// `Saved Safety plans, and cancelled 2 bookings. 3 people are told`.
    pub fn words(self, title: &str) -> String {
        let cancelled = match self.cancelled {
            0 => String::new(),
            many => format!(", and cancelled {}", counted(many, "booking", "bookings")),
        };
        let told = match self.told {
            0 => String::new(),
            many => format!(". {} told", counted(many, "person is", "people are")),
        };
        format!("Saved {title}{cancelled}{told}")
    }
}

/// Whom a change of a scheduled session concerns, of so many people and guests who have a seat in it; none where nobody has one.
pub fn whom_it_concerns(people: usize, guests: usize) -> Option<String> {
    let people = (people > 0).then(|| {
        let have = counted(people, "person has", "people have");
        format!(
            "{have} a seat: they are told by mail and in their calendar if you change the title, the time or the place. So are \
             those who wait and those who lead it."
        )
    });
    let guests = (guests > 0).then(|| {
        let have = counted(guests, "guest has", "guests have");
        format!("{have} a seat: tell them yourself, because they get no email.")
    });
    let all: Vec<String> = [people, guests].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_how_many_were_cancelled_and_how_many_are_told() {
        let words = |cancelled, told| Changed { cancelled, told }.words("Plans");
        assert_eq!(words(0, 0), "Saved Plans");
        assert_eq!(words(0, 1), "Saved Plans. 1 person is told");
        assert_eq!(words(2, 3), "Saved Plans, and cancelled 2 bookings. 3 people are told");
        assert_eq!(words(1, 0), "Saved Plans, and cancelled 1 booking");
    }

    #[test]
    fn whom_a_change_concerns_is_said_before_and_guests_get_no_mail() {
        assert_eq!(whom_it_concerns(0, 0), None);
        let told = |people, guests| whom_it_concerns(people, guests).unwrap_or_default();
        assert!(told(3, 0).starts_with("3 people have a seat: they are told by mail"));
        assert!(told(1, 0).starts_with("1 person has a seat") && !told(1, 0).contains("guest"));
        assert_eq!(
            told(0, 2),
            "2 guests have a seat: tell them yourself, because they get no email."
        );
        assert!(
            told(3, 1)
                .ends_with("1 guest has a seat: tell them yourself, because they get no email.")
        );
    }
}

//! Pounds and pence, kept in pence.

use serde::{Deserialize, Serialize};

/// The most that a scheme pays for one thing: £100,000.
const PENCE_MOST: u32 = 10_000_000;

/// An amount of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pence(pub u32);

impl Pence {
    /// Reads pounds with or without pence: `300`, `£1,250.50`; blank is nothing.
    ///
    /// # Errors
    /// Returns the message for the field: no such amount, or more than £100,000.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written: String = text.chars().filter(|one| !" ,£".contains(*one)).collect();
        if written.is_empty() {
            return Ok(Self(0));
        }
        let pence = read(&written).filter(|pence| *pence <= PENCE_MOST);
        let wrong = || "Enter an amount in pounds up to 100,000, for example 300 or 300.50";
        pence.map(Self).ok_or_else(|| wrong().to_owned())
    }

    /// Pounds for a form to give back: `300`, `300.50`.
    pub fn number(self) -> String {
        match self.0 % 100 {
            0 => (self.0 / 100).to_string(),
            pence => format!("{}.{pence:02}", self.0 / 100),
        }
    }

    /// `£1,250.50`.
    pub fn words(self) -> String {
        let pounds = crate::figures::grouped(self.0 / 100);
        match self.0 % 100 {
            0 => format!("£{pounds}"),
            pence => format!("£{pounds}.{pence:02}"),
        }
    }

    /// So many times as much.
    #[must_use]
    pub const fn times(self, many: u32) -> Self {
        Self(self.0.saturating_mul(many))
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Digits, and two more behind a point where there is one.
fn read(written: &str) -> Option<u32> {
    let (pounds, pence) = written.split_once('.').unwrap_or((written, "00"));
    let digits = |text: &str| !text.is_empty() && text.chars().all(|one| one.is_ascii_digit());
    if !digits(pounds) || !digits(pence) || pounds.len() > 7 || pence.len() != 2 {
        return None;
    }
    format!("{pounds}{pence}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pounds_are_read_as_people_write_them() {
        let table = [
            ("300", 30_000, "£300", "300"),
            (" £1,250.50 ", 125_050, "£1,250.50", "1250.50"),
            ("0.05", 5, "£0.05", "0.05"),
            ("", 0, "£0", "0"),
            ("100000", PENCE_MOST, "£100,000", "100000"),
        ];
        for (text, pence, words, number) in table {
            let read = Pence::parse(text).unwrap();
            assert_eq!((read.0, read.words().as_str()), (pence, words), "{text}");
            assert_eq!(read.number(), number);
        }
        for text in ["-1", "3.5", "3.555", ".50", "one", "100000.01", "99999999"] {
            assert!(Pence::parse(text).is_err(), "{text}");
        }
        assert_eq!(Pence(30_000).and(Pence(10_000).times(2)), Pence(50_000));
    }

    proptest! {
        #[test]
        fn what_a_form_gives_back_is_the_same_amount(pence in 0..=PENCE_MOST) {
            prop_assert_eq!(Pence::parse(&Pence(pence).number()), Ok(Pence(pence)));
            prop_assert_eq!(Pence::parse(&Pence(pence).words()), Ok(Pence(pence)));
        }
    }
}

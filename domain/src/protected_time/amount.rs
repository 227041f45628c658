//! How much time a week: in PAs, hours or WTE, kept in minutes (rules, section 5).

use super::TimeUnit;
use serde::{Deserialize, Serialize};

/// The most minutes a week: one and a half whole-time posts.
pub const MINUTES_MOST: u32 = 3_375;

impl TimeUnit {
    /// The minutes of one: a PA is 4 hours, a whole-time post is 37.5.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Pa => 240,
            Self::Hours => 60,
            Self::Wte => 2_250,
        }
    }
}

/// An amount of time a week, in the unit in which it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub unit: TimeUnit,
    /// 1 to [`MINUTES_MOST`].
    pub minutes: u32,
}

impl Amount {
    /// Reads a number with at most two decimals; to the nearest minute, half up.
    ///
    /// # Errors
    /// Returns the message for the field: no such number, less than a minute, or more than one and a half whole-time posts.
    pub fn parse(number: &str, unit: TimeUnit) -> Result<Self, String> {
        let hundredths = hundredths(number)
            .ok_or_else(|| "Enter how much as a number, for example 1 or 0.5".to_owned())?;
        let minutes = (hundredths * unit.minutes() + 50) / 100;
        match minutes {
            0 => Err("Enter an amount above 0".to_owned()),
            minutes if minutes > MINUTES_MOST => {
                Err("Enter at most 56.25 hours a week, which is 1.5 WTE".to_owned())
            }
            minutes => Ok(Self { unit, minutes }),
        }
    }

    /// The number in its unit, with at most two decimals, for a form to give back.
    pub fn number(self) -> String {
        let one = self.unit.minutes();
        let hundredths = (self.minutes * 100 + one / 2) / one;
        let (whole, part) = (hundredths / 100, hundredths % 100);
        match part {
            0 => whole.to_string(),
            part => format!("{whole}.{part:02}").trim_end_matches('0').to_owned(),
        }
    }

    /// `1.5 PAs (6 hours a week)`.
    pub fn words(self) -> String {
        let hours = format!("{} a week", crate::dates::spoken_minutes(self.minutes));
        let number = self.number();
        match self.unit {
            TimeUnit::Hours => hours,
            TimeUnit::Pa if number == "1" => format!("1 PA ({hours})"),
            TimeUnit::Pa => format!("{number} PAs ({hours})"),
            TimeUnit::Wte => format!("{number} WTE ({hours})"),
        }
    }
}

/// A number in hundredths: `1.5` is 150. At most three digits before the point and two behind it.
fn hundredths(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits =
        |text: &str, most| text.len() <= most && text.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || !digits(whole, 3) || !digits(part, 2) {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pa_is_four_hours_and_a_whole_time_post_is_thirty_seven_and_a_half() {
        let table = [
            ("1", TimeUnit::Pa, 240, "1 PA (4 hours a week)"),
            ("1.5", TimeUnit::Pa, 360, "1.5 PAs (6 hours a week)"),
            ("3.75", TimeUnit::Hours, 225, "3 hours 45 minutes a week"),
            (".2", TimeUnit::Wte, 450, "0.2 WTE (7 hours 30 minutes a week)"),
            // 0.33 × 37.5 h = 742.5 minutes, half up.
            ("0.33", TimeUnit::Wte, 743, "0.33 WTE (12 hours 23 minutes a week)"),
        ];
        for (number, unit, minutes, words) in table {
            let amount = Amount::parse(number, unit).unwrap();
            assert_eq!((amount.minutes, amount.words().as_str()), (minutes, words), "{number}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for number in ["", ".", "-1", "1.234", "one", "1,5", "0", "0.00", "2000"] {
            assert!(Amount::parse(number, TimeUnit::Pa).is_err(), "{number}");
        }
        assert!(Amount::parse("1.5", TimeUnit::Wte).is_ok());
        assert!(Amount::parse("1.51", TimeUnit::Wte).is_err());
    }

    proptest! {
        #[test]
        fn what_a_form_gives_back_is_the_same_amount(hundredths in 1_u32..150, pa in any::<bool>()) {
            let unit = if pa { TimeUnit::Pa } else { TimeUnit::Wte };
            let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let amount = Amount::parse(&number, unit).unwrap();
            prop_assert_eq!(Amount::parse(&amount.number(), unit), Ok(amount));
        }
    }
}

//! Full-time equivalents, kept as whole millionths so that sums are exact.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A post's full-time equivalent in millionths: above 0 and at most 1.5 (rules, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
pub struct Fte(i32);

const ONE: i32 = 1_000_000;

impl Fte {
    pub const FULL: Self = Self(ONE);

    pub const fn millionths(self) -> i64 {
        self.0 as i64
    }

    /// All its decimals, for a form to give back unchanged: at least two.
    pub fn exact(self) -> String {
        let digits = format!("{:06}", self.0 % ONE);
        let part = digits.trim_end_matches('0');
        format!("{}.{part:0<2}", self.0 / ONE)
    }
}

impl FromStr for Fte {
    type Err = String;

    /// Reads `0.6`, `.6`, `1` or `1.50`; at most six decimal places.
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || {
            format!(
                "'{text}' is not a full-time equivalent; write a number above 0 and at most 1.5, with at most 6 decimal places, for example 0.60"
            )
        };
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
        if (whole.is_empty() && part.is_empty())
            || whole.len() > 4
            || part.len() > 6
            || !digits(whole)
            || !digits(part)
        {
            return Err(fault());
        }
        let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| fault())? };
        let part: i32 = format!("{part:0<6}").parse().map_err(|_| fault())?;
        let millionths = whole * ONE + part;
        if (1..=ONE * 3 / 2).contains(&millionths) { Ok(Self(millionths)) } else { Err(fault()) }
    }
}

impl std::fmt::Display for Fte {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&two_decimals(self.millionths()))
    }
}

/// A sum of millionths with two decimals, rounded once, half up.
pub fn two_decimals(millionths: i64) -> String {
    let hundredths = (millionths + 5_000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ftes_are_read_exactly_and_shown_with_two_decimals() {
        for (text, shown) in
            [("0.6", "0.60"), ("1", "1.00"), (".125", "0.13"), ("1.5", "1.50"), ("0.004", "0.00")]
        {
            assert_eq!(text.parse::<Fte>().unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_a_form_shows_reads_back_as_the_same() {
        for (text, shown) in
            [("0.333", "0.333"), ("0.6", "0.60"), ("1", "1.00"), ("0.000001", "0.000001")]
        {
            let fte: Fte = text.parse().unwrap();
            assert_eq!((fte.exact().as_str(), fte.exact().parse()), (shown, Ok(fte)));
        }
    }

    #[test]
    fn what_is_no_fte_is_refused() {
        for text in ["0", "0.00", "1.51", "-0.5", "", ".", "1e-1", "0,6", "0.1234567", "99999"] {
            assert!(text.parse::<Fte>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_sum_is_rounded_once() {
        // 3 × 0.333 = 0.999, which is 1.00; rounding each first would give 0.99.
        let third = "0.333".parse::<Fte>().unwrap().millionths();
        assert_eq!(two_decimals(3 * third), "1.00");
    }
}

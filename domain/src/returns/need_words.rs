//! How a need is said, on pages and in files alike: which way its number points, and the number in what it counts.

use super::cells::Marker;
use super::shortfalls::{Need, NeedKind, NeedShown};
use crate::dates::spoken_minutes;
use crate::figures::grouped;

impl NeedKind {
    /// What stands before the number, so that nobody takes it for its opposite: in a gap it is who meets what is asked, in every other need
    /// what is short.
    pub const fn counts(self) -> &'static str {
        match self {
            Self::Gap => "Meet it",
            Self::Assessors => "Too few can confirm",
            Self::Educators => "Beyond protected time",
            Self::UnmetRequests => "Still open",
            Self::WaitingList => "Waiting",
            Self::TimeLost => "Lost",
        }
    }

    /// In what the number counts where it stands by itself.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Gap | Self::WaitingList => "People",
            Self::Assessors => "Competencies",
            Self::UnmetRequests => "Requests",
            Self::Educators | Self::TimeLost => "Minutes",
        }
    }
}

impl Need {
    /// What is counted: the label of its kind; of all the time that was lost, also what it is a part of.
    pub fn label(&self) -> &'static str {
        match self.kind {
            NeedKind::TimeLost if self.item.is_empty() => {
                "Protected time lost, of all that was promised"
            }
            kind => kind.label(),
        }
    }

    /// The number and what it counts: `Meet it: 230 of 546, 42%`, `Too few can confirm: 61 of 61`.
    pub fn told(&self) -> String {
        format!("{}: {}", self.kind.counts(), self.numbers())
    }

    /// The number alone: `10 of 60`, `35 of 48, 73%`, `2 hours`, `c of 22`.
    pub fn numbers(&self) -> String {
        let number = |number: u32| match self.kind {
            NeedKind::Educators | NeedKind::TimeLost => spoken_minutes(number),
            _ => grouped(number),
        };
        let NeedShown { numerator, denominator, percent, note } = self.shown;
        let part = match numerator {
            Some(part) => number(part),
            None => note.map_or("—", Marker::code).to_owned(),
        };
        let of = denominator.map(|of| format!(" of {}", number(of))).unwrap_or_default();
        let percent = percent.map(|percent| format!(", {percent}%")).unwrap_or_default();
        [part, of, percent].concat()
    }

    /// Whether it is shown that nothing is needed: everybody meets what is asked, nothing is short, or there is nobody to count. It goes by
    /// what is published alone, so what is held back, like what was not recorded, may always be needed.
    pub fn needs_nothing(&self) -> bool {
        let NeedShown { numerator, denominator, note, .. } = self.shown;
        match (self.kind, numerator) {
            (_, None) => note == Some(Marker::NotApplicable),
            (NeedKind::Gap, Some(met)) => denominator == Some(met),
            (_, Some(short)) => short == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(kind: NeedKind, part: Option<u32>, whole: Option<u32>) -> Need {
        Need::short(("P", "P"), (kind, ""), (part, whole))
    }

    #[test]
    fn each_number_says_what_it_counts() {
        let told = |kind, part, whole| short(kind, part, whole).told();
        // 33 of 48 are told as 35, which are 73 of 100.
        assert_eq!(told(NeedKind::Gap, Some(33), Some(48)), "Meet it: 35 of 48, 73%");
        assert_eq!(told(NeedKind::Gap, Some(3), Some(22)), "Meet it: c of 22");
        assert_eq!(told(NeedKind::Assessors, Some(61), Some(61)), "Too few can confirm: 61 of 61");
        let beyond = "Beyond protected time: 1 hour 30 minutes of 2 hours";
        assert_eq!(told(NeedKind::Educators, Some(90), Some(120)), beyond);
        assert_eq!(
            told(NeedKind::UnmetRequests, Some(1_200), Some(1_500)),
            "Still open: 1,200 of 1,500"
        );
        assert_eq!(told(NeedKind::WaitingList, Some(0), Some(0)), "Waiting: z");
        assert_eq!(told(NeedKind::TimeLost, None, None), "Lost: x");
    }

    #[test]
    fn nothing_is_needed_where_that_is_shown_and_never_where_it_is_held_back() {
        let is_met = |kind, part, whole| short(kind, part, whole).needs_nothing();
        assert!(is_met(NeedKind::Gap, Some(23), Some(23)), "all of 23 are shown");
        assert!(!is_met(NeedKind::Gap, Some(12), Some(12)), "all of fewer than 20 are held");
        assert!(!is_met(NeedKind::Gap, Some(97), Some(105)), "8 of 105 do not");
        assert!(!is_met(NeedKind::Gap, Some(104), Some(105)), "one of 105 is held");
        assert!(!is_met(NeedKind::Gap, Some(0), Some(40)), "none of 40 is the greatest gap");
        assert!(is_met(NeedKind::UnmetRequests, Some(0), Some(0)));
        assert!(is_met(NeedKind::WaitingList, Some(0), Some(1_350)), "nobody waits");
        assert!(!is_met(NeedKind::WaitingList, Some(0), Some(12)), "none of 12 is held");
        assert!(is_met(NeedKind::WaitingList, Some(0), Some(0)), "nobody asked for a seat");
        assert!(is_met(NeedKind::TimeLost, Some(0), Some(600)));
        assert!(!is_met(NeedKind::TimeLost, None, None), "it was not recorded");
        assert!(!is_met(NeedKind::Assessors, Some(1), Some(61)));
    }
}

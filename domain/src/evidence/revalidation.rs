//! The revalidation pack: what a record holds for the NMC, for a GMC appraisal and for the HCPC, under their own headings.
//!
//! The three regulators ask different things over different periods, and only the NMC states numbers. The figures are
//! those that the regulators publish: the NMC's revalidation (three years; 35 hours of continuing professional
//! development, of which 20 participatory; five reflective accounts; five pieces of practice-related feedback), the GMC's
//! supporting information for a yearly appraisal, the HCPC's standards for its two-yearly audit.

mod words; // its sentences

pub use words::{NOTHING, WHAT_IT_IS};

use crate::codes::Evidence;
use crate::macros::codes;
use chrono::{Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

codes! {
    /// Who regulates a profession.
    Regulator, "regulator" {
        Nmc "nmc" "Nursing and Midwifery Council (NMC)",
        Gmc "gmc" "General Medical Council (GMC)",
        Hcpc "hcpc" "Health and Care Professions Council (HCPC)",
    }
}

/// Minutes that the NMC asks for in three years.
const NMC_MINUTES: u32 = 35 * 60;
/// Of them participatory.
const NMC_PARTICIPATORY: u32 = 20 * 60;
/// Reflective accounts, and pieces of feedback, that the NMC asks for in three years.
const NMC_FIVE: usize = 5;

impl Regulator {
    /// How far back it looks, in months.
    pub const fn months(self) -> u32 {
        match self {
            Self::Nmc => 36,
            Self::Gmc => 12,
            Self::Hcpc => 24,
        }
    }

    /// The first day of its period that ends on `last`.
    pub fn first_day(self, last: NaiveDate) -> NaiveDate {
        let before = last.checked_sub_months(Months::new(self.months())).unwrap_or(NaiveDate::MIN);
        before.checked_add_signed(TimeDelta::days(1)).unwrap_or(before)
    }

    const fn headings(self) -> &'static [Heading] {
        use Evidence as E;
        match self {
            Self::Nmc => NMC,
            Self::Gmc => &[
                Heading {
                    title: "Continuing professional development",
                    kinds: LEARNING,
                    asks: Asks::Time { minutes: 0, participatory: 0 },
                },
                Heading {
                    title: "Quality improvement activity",
                    kinds: &[E::CaseDiscussion, E::CaseRecordReview],
                    asks: Asks::Some,
                },
                Heading {
                    title: "Feedback from colleagues and patients",
                    kinds: &[E::MultiSourceFeedback],
                    asks: Asks::Some,
                },
                Heading {
                    title: "Reflective accounts",
                    kinds: &[E::ReflectiveAccount],
                    asks: Asks::Some,
                },
                Heading {
                    title: "Teaching and supervising others",
                    kinds: &[E::Teaching],
                    asks: Asks::Some,
                },
            ],
            Self::Hcpc => &[
                Heading {
                    title: "Work-based learning",
                    kinds: &[
                        E::CaseDiscussion,
                        E::Simulation,
                        E::Observation,
                        E::CaseRecordReview,
                        E::ReflectiveAccount,
                        E::MultiSourceFeedback,
                    ],
                    asks: Asks::Some,
                },
                Heading {
                    title: "Professional activities",
                    kinds: &[E::Teaching],
                    asks: Asks::Some,
                },
                Heading {
                    title: "Formal and educational",
                    kinds: &[E::Attendance, E::Elearning, E::KnowledgeCheck, E::PriorLearning],
                    asks: Asks::Some,
                },
                Heading { title: "Self-directed learning", kinds: &[E::Reading], asks: Asks::Some },
            ],
        }
    }

    /// What else it asks for, which Esteem does not hold.
    pub const fn not_held(self) -> &'static str {
        match self {
            Self::Nmc => {
                "practice hours, the reflective discussion, your health and character declaration, your indemnity \
                 arrangement and your confirmer's form"
            }
            Self::Gmc => {
                "significant events, complaints and compliments, feedback from patients collected elsewhere, and your \
                 appraisal forms"
            }
            Self::Hcpc => {
                "how your learning helped the people who use your service, which you write in your profile"
            }
        }
    }
}

/// What somebody learns by.
const LEARNING: &[Evidence] = &[
    Evidence::PriorLearning,
    Evidence::Reading,
    Evidence::Attendance,
    Evidence::Elearning,
    Evidence::KnowledgeCheck,
    Evidence::CaseDiscussion,
    Evidence::Simulation,
];

#[rustfmt::skip] // a table
const NMC: &[Heading] = &[
    Heading { title: "Continuing professional development", kinds: Evidence::ALL, asks: Asks::Time { minutes: NMC_MINUTES, participatory: NMC_PARTICIPATORY } },
    Heading { title: "Practice-related feedback", kinds: &[Evidence::MultiSourceFeedback], asks: Asks::Pieces(NMC_FIVE) },
    Heading { title: "Written reflective accounts", kinds: &[Evidence::ReflectiveAccount], asks: Asks::Pieces(NMC_FIVE) },
];

/// A heading of a regulator's, with the kinds of evidence that stand under it.
#[derive(Clone, Copy, Debug)]
struct Heading {
    title: &'static str,
    kinds: &'static [Evidence],
    asks: Asks,
}

/// What a regulator asks for under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// Minutes in all, and of them participatory; 0 where it states no number.
    Time {
        minutes: u32,
        participatory: u32,
    },
    Pieces(usize),
    /// Something, without a number.
    Some,
}

/// Something that counts: a piece of evidence, or what a confirmation rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Evidence,
    pub happened_on: NaiveDate,
    pub minutes: Option<u32>,
    pub participatory: bool,
    pub what: String,
    /// Titles of the competencies it is about.
    pub about: Vec<String>,
    /// In words: `Added by its owner`, `Confirmed by Ben Okoro`.
    pub source: String,
}

/// What a record holds for one regulator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    pub regulator: Regulator,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub sections: Vec<Section>,
}

/// One heading with what stands under it, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub asks: Asks,
    pub entries: Vec<Entry>,
    /// Time of all entries, in minutes, exact.
    pub minutes: u32,
    /// Of it participatory.
    pub participatory: u32,
}

/// What the entries come to for each regulator, in the period of each that ends on `last`.
pub fn packs(entries: &[Entry], last: NaiveDate) -> Vec<Pack> {
    Regulator::ALL.iter().map(|regulator| pack(*regulator, entries, last)).collect()
}

fn pack(regulator: Regulator, entries: &[Entry], last: NaiveDate) -> Pack {
    let first_day = regulator.first_day(last);
    let timely = |entry: &&Entry| (first_day..=last).contains(&entry.happened_on);
    let section = |heading: &Heading| {
        // Time is counted, so only what took time stands under it.
        let timed = matches!(heading.asks, Asks::Time { .. });
        let fits = |entry: &&Entry| {
            heading.kinds.contains(&entry.kind) && (!timed || entry.minutes.is_some())
        };
        section(heading, entries.iter().filter(timely).filter(fits).cloned().collect())
    };
    let sections = regulator.headings().iter().map(section).collect();
    Pack { regulator, first_day, last_day: last, sections }
}

fn section(heading: &Heading, mut entries: Vec<Entry>) -> Section {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.happened_on));
    let time = |only_participatory: bool| {
        let counted = entries.iter().filter(|entry| entry.participatory || !only_participatory);
        counted.filter_map(|entry| entry.minutes).sum()
    };
    let (minutes, participatory) = (time(false), time(true));
    let (title, asks) = (heading.title.to_owned(), heading.asks);
    Section { title, asks, entries, minutes, participatory }
}

impl Section {
    /// Whether what the regulator asks for is there; `None` where it states no number.
    pub fn is_enough(&self) -> Option<bool> {
        match self.asks {
            Asks::Time { minutes: 0, .. } | Asks::Some => None,
            Asks::Time { minutes, participatory } => {
                Some(self.minutes >= minutes && self.participatory >= participatory)
            }
            Asks::Pieces(pieces) => Some(self.entries.len() >= pieces),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(kind: Evidence, on: &str, minutes: u32, participatory: bool) -> Entry {
        Entry {
            kind,
            happened_on: on.parse().unwrap(),
            minutes: Some(minutes).filter(|minutes| *minutes > 0),
            participatory,
            what: String::new(),
            about: Vec::new(),
            source: String::new(),
        }
    }

    fn of(regulator: Regulator, entries: &[Entry]) -> Vec<Section> {
        pack(regulator, entries, "2026-11-26".parse().unwrap()).sections
    }

    #[test]
    fn each_period_ends_with_its_last_day() {
        let first = |regulator: Regulator, last: &str| {
            regulator.first_day(last.parse().unwrap()).to_string()
        };
        assert_eq!(first(Regulator::Nmc, "2026-11-26"), "2023-11-27");
        assert_eq!(first(Regulator::Gmc, "2026-03-31"), "2025-04-01");
        assert_eq!(first(Regulator::Hcpc, "2026-11-26"), "2024-11-27");
        assert_eq!(first(Regulator::Gmc, "2024-02-29"), "2023-03-01");
    }

    #[test]
    fn the_first_and_the_last_day_count_and_the_day_before_does_not() {
        let on = |day| entry(Evidence::Reading, day, 60, false);
        let entries = [on("2023-11-26"), on("2023-11-27"), on("2026-11-26"), on("2026-11-27")];
        assert_eq!(of(Regulator::Nmc, &entries)[0].minutes, 120);
        assert_eq!(of(Regulator::Hcpc, &entries)[3].entries.len(), 1);
    }

    #[test]
    fn the_nmc_asks_for_35_hours_of_which_20_participatory() {
        // 15 hours alone and 19 h 59 min together; then a minute more; then the 35 hours without enough together.
        let cases = [
            (15 * 60, 19 * 60 + 59, false),
            (15 * 60, 20 * 60, true),
            (16 * 60, 19 * 60, false),
            (14 * 60 + 59, 20 * 60, false),
            (0, 35 * 60, true),
        ];
        for (alone, together, enough) in cases {
            let entries = [
                entry(Evidence::Elearning, "2026-01-01", alone, false),
                entry(Evidence::Simulation, "2026-01-01", together, true),
            ];
            let development = &of(Regulator::Nmc, &entries)[0];
            assert_eq!(
                (development.minutes, development.participatory),
                (alone + together, together)
            );
            assert_eq!(development.is_enough(), Some(enough), "{alone} and {together}");
        }
    }

    #[test]
    fn five_accounts_and_five_pieces_of_feedback_with_or_without_time() {
        let four = vec![entry(Evidence::ReflectiveAccount, "2026-01-01", 0, false); 4];
        let five = vec![entry(Evidence::MultiSourceFeedback, "2026-01-01", 30, false); 5];
        let sections = of(Regulator::Nmc, &[four, five].concat());
        assert_eq!(sections[1].is_enough(), Some(true));
        assert_eq!(sections[2].is_enough(), Some(false));
        assert_eq!(sections[0].entries.len(), 5, "what took no time is no development");
    }

    #[test]
    fn the_others_state_no_number_and_nothing_is_nothing() {
        for regulator in [Regulator::Gmc, Regulator::Hcpc] {
            for section in of(regulator, &[]) {
                assert_eq!(section.is_enough(), None, "{}", section.title);
                assert!(section.entries.is_empty());
            }
        }
    }

    #[test]
    fn every_kind_stands_under_a_heading_of_the_hcpc() {
        for kind in Evidence::ALL {
            let entries = [entry(*kind, "2026-11-01", 0, false)];
            let under = of(Regulator::Hcpc, &entries);
            assert_eq!(
                under.iter().map(|section| section.entries.len()).sum::<usize>(),
                1,
                "{kind}"
            );
        }
    }

    proptest! {
        #[test]
        fn time_is_summed_exactly(minutes in prop::collection::vec((0_u32..5_000, any::<bool>()), 0..60)) {
            let entries: Vec<Entry> = minutes
                .iter()
                .map(|(minutes, together)| entry(Evidence::Attendance, "2026-06-01", *minutes, *together))
                .collect();
            let development = &of(Regulator::Nmc, &entries)[0];
            prop_assert_eq!(development.minutes, minutes.iter().map(|(m, _)| m).sum::<u32>());
            let together = minutes.iter().filter(|(_, together)| *together);
            prop_assert_eq!(development.participatory, together.map(|(m, _)| m).sum::<u32>());
        }
    }
}

//! How fast and how far people come: by the strength of their team.

use super::super::places::Strength;
use super::super::random::Random;

/// The pace of a team; shares are in a hundred.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// Between which days of the two years the team starts.
    pub(super) starts: (i32, i32),
    /// Of its people, who takes part at all.
    pub(super) takes_part: u32,
    /// Of what is asked of them, what they assess.
    pub(super) assesses: u32,
    /// Of what they have assessed, what they ask to have confirmed.
    pub(super) asks: u32,
    /// Of what falls due, what is renewed.
    pub(super) renews: u32,
    /// Of what was assessed, what is assessed again at the next appraisal.
    pub(super) appraised: u32,
}

impl Pace {
    #[rustfmt::skip] // a table
    pub(super) const fn of(strength: Strength) -> Self {
        match strength {
            Strength::Strong => Self { starts: (10, 110), takes_part: 98, assesses: 97, asks: 95, renews: 92, appraised: 85 },
            Strength::Steady => Self { starts: (40, 260), takes_part: 93, assesses: 92, asks: 86, renews: 80, appraised: 70 },
            Strength::Thin => Self { starts: (150, 460), takes_part: 72, assesses: 78, asks: 62, renews: 55, appraised: 45 },
            // What runs out within a year was confirmed in the summer before last: current in March, and no more in November.
            Strength::Faded => Self { starts: (150, 165), takes_part: 95, assesses: 95, asks: 92, renews: 20, appraised: 30 },
            Strength::HardlyStarted => Self { starts: (430, 690), takes_part: 30, assesses: 50, asks: 25, renews: 30, appraised: 10 },
        }
    }
}

/// The level somebody can show, around the level that is asked.
pub(super) fn reach(strength: Strength, asked: u8, random: &mut Random) -> u8 {
    let difference = match strength {
        Strength::Strong => random.mostly(0, &[(-1, 9), (1, 22)]),
        Strength::Steady | Strength::Faded => random.mostly(0, &[(-1, 20), (1, 14)]),
        Strength::Thin => random.mostly(0, &[(-2, 8), (-1, 34), (1, 6)]),
        Strength::HardlyStarted => random.mostly(0, &[(-2, 18), (-1, 44)]),
    };
    // Nobody becomes a teacher of it by chance: 5 is reached where it is asked.
    level(i32::from(asked) + difference).min(asked.max(4))
}

/// What somebody says of themselves: usually what they can show, or a little above it.
pub(super) fn own_view(reach: u8, random: &mut Random) -> u8 {
    level(i32::from(reach) + random.mostly(0, &[(1, 32), (-1, 8)]))
}

fn level(number: i32) -> u8 {
    number.clamp(1, 5) as u8
}

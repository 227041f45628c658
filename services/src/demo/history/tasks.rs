//! What is going to happen, and where it leaves somebody.

/// Something that is going to happen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task {
    /// Counted from the first day of the history.
    pub(super) day: i32,
    pub(super) person: usize,
    pub(super) competency: usize,
    pub(super) step: Step,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Recognise {
        level: u8,
        why: Why,
    },
    /// Assesses themselves; `ask` where confirmation is asked for afterwards.
    Assess {
        ask: bool,
    },
    /// An assessor looks at it for the n-th time.
    Decide {
        time: u8,
    },
    Revoke,
    Exempt {
        ends: bool,
    },
    EndExemption,
    /// What a script says, with no sequel.
    SaySelf(u8),
    SayConfirmed(u8),
    SaySentBack,
}

/// Why somebody is recognised.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    ProgrammeBegan,
    PostBegan,
    Trained,
}

/// Where somebody stands in one competency.
#[derive(Clone, Copy, Default)]
pub(super) struct Standing {
    /// The level their role asks; 0 where it asks nothing.
    pub(super) asked: u8,
    /// What they can show.
    pub(super) reach: u8,
    pub(super) own_view: u8,
    pub(super) held: Option<Held>,
}

#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) level: u8,
    pub(super) recognised: bool,
    /// The last day on which it is current.
    pub(super) until: i32,
}

impl Standing {
    /// The confirmed level that is current on `day`.
    pub(super) fn current(&self, day: i32) -> Option<u8> {
        self.held.filter(|held| day <= held.until).map(|held| held.level)
    }
}

impl Task {
    /// What a person sets out to do in a competency, before it is arranged for a day.
    pub(super) const fn of(person: usize, competency: usize, step: Step) -> Self {
        Self { day: 0, person, competency, step }
    }
}

//! What is taught: for one team at a time, as in West Cheshire, for a locality once a month, for a borough as simulations.

use domain::sessions::format::Format;

/// Something that is taught again and again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topic {
    pub(super) title: &'static str,
    pub(super) format: Format,
    /// The time of day at which it starts.
    pub(super) time: &'static str,
    pub(super) minutes: u32,
    /// As a file tells them.
    pub(super) outcomes: &'static str,
    pub(super) capacity: usize,
    /// Where it is; blank for the team's own rooms.
    pub(super) place: &'static str,
}

type Row = (&'static str, Format, &'static str, u32, &'static str, usize, &'static str);

const fn topic((title, format, time, minutes, outcomes, capacity, place): Row) -> Topic {
    Topic { title, format, time, minutes, outcomes, capacity, place }
}

const CENTRE: &str = "The health centre, seminar room";
const SUITE: &str = "The education centre, simulation suite";
const ONLINE: &str = "https://meet.example/teaching";

#[rustfmt::skip] // a table
pub(super) const OF_TEAMS: [Topic; 8] = [
    topic(("Distressed behaviour", Format::Workshop, "12:30", 60, "OPC-5:2;ENG-4:2", 16, "")),
    topic(("Assessing cognition", Format::Workshop, "13:00", 60, "OPC-1:2;OPC-2:2", 16, "")),
    topic(("Memory services and how to use them", Format::Short, "12:30", 30, "OPC-3:1", 20, "")),
    topic(("Mood and anxiety in long-term conditions", Format::Workshop, "13:00", 60, "HMS-4:2;LTC-1:2", 16, "")),
    topic(("Capacity and consent", Format::Workshop, "12:30", 60, "OPC-4:2", 16, "")),
    topic(("Case discussion", Format::CaseDiscussion, "12:30", 60, "HMS-2:2;INT-1:2", 12, "")),
    topic(("Making a safety plan", Format::Workshop, "13:00", 90, "RSK-1:2;RSK-3:2", 14, "")),
    topic(("The annual physical health check", Format::Workshop, "13:00", 60, "PHY-1:2;PHY-2:2", 16, "")),
];

#[rustfmt::skip] // a table
pub(super) const OF_LOCALITIES: [Topic; 4] = [
    topic(("Case discussion across teams", Format::CaseDiscussion, "12:30", 60, "INT-1:2;INT-5:2", 18, CENTRE)),
    topic(("Asking about suicide", Format::Short, "12:30", 45, "RSK-1:1", 24, ONLINE)),
    topic(("Recognising psychosis early", Format::Workshop, "14:00", 90, "HMS-5:2", 16, CENTRE)),
    topic(("Handing over risk", Format::Short, "12:30", 45, "RSK-6:1;INT-4:1", 24, ONLINE)),
];

#[rustfmt::skip] // a table
pub(super) const OF_BOROUGHS: [Topic; 2] = [
    topic(("Simulation: a crisis in the waiting room", Format::Simulation, "09:30", 180, "EMG-2:3;EMG-3:3", 10, SUITE)),
    topic(("Simulation: a call in the night", Format::Simulation, "09:30", 180, "EMG-1:3;EMG-4:3", 10, SUITE)),
];

/// What the practice nurse has a seat in, waits for, and can still book; and what the psychiatrist has not finished planning.
#[rustfmt::skip] // a table
pub(super) const OF_THE_CAST: [Topic; 4] = [
    topic(("Safety plans in a ten-minute appointment", Format::Workshop, "13:00", 60, "RSK-3:2", 10, "")),
    topic(("Simulation: an emergency on the telephone", Format::Simulation, "09:30", 180, "EMG-1:3;EMG-4:3", 6, SUITE)),
    topic(("Early signs of psychosis", Format::Workshop, "14:00", 90, "HMS-5:2", 14, CENTRE)),
    topic(("Consent when capacity changes", Format::CaseDiscussion, "12:30", 60, "OPC-4:2", 12, "")),
];

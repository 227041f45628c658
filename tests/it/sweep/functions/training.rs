//! Server functions about training packages: their arguments, and whose they are.

use super::super::Whose::{List, Only, Own};
use super::super::place::Place;
use super::super::{NOT_HERS, NOT_TEACHING, NOWHERE_TEACHING};
use super::{Call, texts};

/// A colleague, an assessor, a manager, an administrator, an editor of frameworks, and who leads next door.
const NOT_DRAFTING: &[&str] = &["eve", "ben", "dan", "yusra", "ed", "finn"];
/// The same without who leads next door, and drafts there.
const NOWHERE_DRAFTING: &[&str] = &["eve", "ben", "dan", "yusra", "ed"];
/// Those who see nobody's figures and read nobody's record.
const NOT_LOOKING: &[&str] = &["eve", "ben", "yusra", "ed"];

/// Its two steps, on two Mondays.
const PLANNED: [(&str, &str); 11] = [
    ("day", "2026-12-07"),
    ("time", "1pm"),
    ("pace", "weekly"),
    ("every", "1"),
    ("minutes", ""),
    ("held_for", "N1"),
    ("venue", "The surgery, room 2"),
    ("link", ""),
    ("capacity", "12"),
    ("dates[]", "2026-12-07"),
    ("dates[]", "2026-12-14"),
];

/// Programme SMI, which runs in Amina's network, with two steps.
pub(super) fn for_training(place: &Place) -> Vec<Call> {
    let smi = |more: &[(&'static str, &str)]| {
        let mut fields = texts([("code", "SMI")]);
        fields.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        fields
    };
    let step =
        |more: &[(&'static str, &str)]| [smi(more), vec![("step", place.step.clone())]].concat();
    let lead = Only("lead", NOT_DRAFTING);
    let described = [
        ("title", "Severe mental illness"),
        ("purpose", "Safer care"),
        ("area", "N1"),
        ("roles[]", "PN"),
        ("from", "2026-11-01"),
        ("ends_on", ""),
    ];
    let new = [texts([("code", "NEW-1")]), texts(described)].concat();
    let changed = [smi(&described), texts([("was", "SMI")])].concat();
    let dated = [
        ("typed[day]", "2026-12-07"),
        ("typed[time]", "1pm"),
        ("typed[pace]", "weekly"),
        ("typed[every]", "1"),
        ("typed[minutes]", ""),
    ];
    let words = [
        ("title", "Asking"),
        ("what_happens", "People talk"),
        ("format", "workshop"),
        ("minutes", "90"),
    ];
    vec![
        ("programmes", texts([("words", ""), ("page", "1")]), Own),
        ("programme", smi(&[]), Own),
        ("my_programmes", vec![], Own),
        ("programme_rows", smi(&[("rows", "team"), ("page", "1")]), Only("dan", NOT_LOOKING)),
        ("programme_team", smi(&[("team", "T1")]), List("dan", NOT_HERS)),
        ("steps_to_plan", smi(&dated), Only("cara", NOWHERE_TEACHING)),
        ("plan_steps", smi(&PLANNED), Only("cara", NOT_TEACHING)),
        ("offer_programme", texts([("code", "")]), Only("lead", NOWHERE_DRAFTING)),
        ("start_programme", new, lead),
        ("change_programme", changed, lead),
        ("programme_to_edit", smi(&[]), lead),
        ("end_programme", smi(&[("ends_on", "2027-12-31")]), lead),
        ("offer_step", smi(&[]), lead),
        ("read_step", step(&[]), lead),
        ("add_step", smi(&words), lead),
        ("change_step", step(&words), lead),
        ("move_step", step(&[("to", "down")]), lead),
        ("read_step_competencies", step(&[]), lead),
        ("set_step_competencies", step(&[("level[RSK-1]", "2")]), lead),
        ("remove_step", step(&[]), lead),
    ]
}

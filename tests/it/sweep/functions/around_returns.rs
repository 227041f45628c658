//! Server functions about whom returns are for, and which are prepared by themselves: their arguments, and whose they are.

use super::super::NOT_ADMINISTRATORS;
use super::super::Whose::Only;
use super::super::around_returns::{NOT_PREPARING, PREPARING_NONE};
use super::{Call, texts};

pub(super) fn about_recipients() -> Vec<Call> {
    let only = Only("yusra", NOT_ADMINISTRATORS);
    let next = texts([("name", "The next one"), ("from", "2027-04-01")]);
    vec![("return_recipients", vec![], only), ("add_return_recipient", next, only)]
}

pub(super) fn about_schedules() -> Vec<Call> {
    let on = texts([("place", "TH"), ("on", "yes")]);
    vec![
        ("list_return_schedules", vec![], Only("thea", PREPARING_NONE)),
        ("schedule_returns", on, Only("thea", NOT_PREPARING)),
    ]
}

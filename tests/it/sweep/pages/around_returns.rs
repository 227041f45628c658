//! Pages about whom returns are for, and which are prepared by themselves: an address of each, and whose it is.

use super::super::NOT_ADMINISTRATORS;
use super::super::Whose::Only;
use super::super::around_returns::PREPARING_NONE;
use super::Address;

pub(super) fn around_returns() -> Vec<Address> {
    let (recipients, schedule) = ("/returns/recipients", "/returns/schedule");
    vec![
        (recipients, recipients.into(), Only("yusra", NOT_ADMINISTRATORS)),
        (schedule, schedule.into(), Only("thea", PREPARING_NONE)),
    ]
}

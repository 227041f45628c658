//! The people whose pages are looked at first: their histories are written, not drawn.

use super::super::cast::PRACTICE_NURSE;
use super::History;
use super::tasks::{Step, Task};

/// The practice nurse's two years: how many days ago, in what, which step. Critical ones among met, due soon, expired,
/// self-assessed and not assessed (EMG-4, EMG-6, ENG-6, REC-4, PHY-6 and LTC-5).
#[rustfmt::skip] // a table
const PRACTICE_NURSE_SAYS: [(i32, &str, Step); 49] = [
    (706, "RSK-1", Step::SaySelf(3)), (692, "RSK-1", Step::SayConfirmed(3)),
    (705, "PHY-4", Step::SaySelf(4)), (684, "PHY-4", Step::SayConfirmed(4)),
    (560, "HMS-1", Step::SaySelf(3)), (538, "HMS-1", Step::SayConfirmed(3)),
    (558, "ENG-1", Step::SaySelf(4)), (540, "ENG-1", Step::SayConfirmed(3)),
    (558, "ENG-2", Step::SaySelf(4)), (540, "ENG-2", Step::SayConfirmed(4)),
    (555, "REC-1", Step::SaySelf(3)), (520, "REC-1", Step::SayConfirmed(3)),
    (490, "HMS-4", Step::SaySelf(3)), (476, "HMS-4", Step::SayConfirmed(3)),
    (450, "EMG-3", Step::SaySelf(3)), (431, "EMG-3", Step::SayConfirmed(3)),
    (430, "EMG-2", Step::SaySelf(3)), (409, "EMG-2", Step::SayConfirmed(3)),
    (402, "INT-3", Step::SaySelf(2)), (390, "INT-3", Step::SayConfirmed(2)),
    (372, "PHY-1", Step::SaySelf(4)), (355, "PHY-1", Step::SayConfirmed(4)),
    (372, "PHY-2", Step::SaySelf(4)), (350, "PHY-2", Step::SayConfirmed(4)),
    (370, "PHY-3", Step::SaySelf(4)), (348, "PHY-3", Step::SayConfirmed(3)),
    (345, "EMG-1", Step::SaySelf(3)), (322, "EMG-1", Step::SayConfirmed(3)),
    (330, "RSK-6", Step::SaySelf(3)), (301, "RSK-6", Step::SayConfirmed(3)),
    (290, "ENG-5", Step::SaySelf(3)), (266, "ENG-5", Step::SayConfirmed(3)),
    (280, "OPC-5", Step::SaySelf(2)), (262, "OPC-5", Step::SayConfirmed(2)),
    (240, "LTC-1", Step::SaySelf(3)), (218, "LTC-1", Step::SayConfirmed(3)),
    (221, "HMS-3", Step::SaySelf(3)), (199, "HMS-3", Step::SayConfirmed(2)),
    (150, "PHY-5", Step::SaySelf(3)), (92, "HMS-5", Step::SaySelf(2)),
    (80, "ENG-3", Step::SaySelf(3)), (77, "INT-4", Step::SaySelf(2)),
    (48, "RSK-3", Step::SaySelf(3)), (27, "RSK-3", Step::SaySentBack), (20, "RSK-3", Step::SaySelf(2)),
    (30, "EMG-2", Step::SaySelf(3)), (30, "EMG-3", Step::SaySelf(3)),
    (25, "RSK-1", Step::SaySelf(4)), (25, "EMG-1", Step::SaySelf(4)),
];

impl History<'_> {
    pub(super) fn practice_nurse(&mut self) {
        for (days_ago, code, step) in PRACTICE_NURSE_SAYS {
            let Some(competency) = self.set.position(code) else { continue };
            let task = Task::of(PRACTICE_NURSE, competency, step);
            self.arrange(self.days_ago(days_ago), task, step);
        }
    }
}

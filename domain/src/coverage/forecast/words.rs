//! A forecast as people read it: shares, ranges and causes.

use super::{Causes, Forecast, Pairs, Shift};
use crate::figures::{counted, grouped};

const NOTHING_ASKED: &str = "Nothing asked";

impl Forecast {
    /// Whether two of the figures would look the same in whole percent, and are not.
    fn is_fine(&self) -> bool {
        let ends = [self.today, self.low, self.high];
        let look_same = |a: Pairs, b: Pairs| a.percent() == b.percent() && a.tenths() != b.tenths();
        ends.iter().any(|a| ends.iter().any(|b| look_same(*a, *b)))
    }

    /// A share in percent: whole, or with one decimal, half up, where the figures would else look the same; none where nothing is
    /// asked.
    fn share(&self, pairs: Pairs) -> Option<String> {
        match self.is_fine() {
            true => pairs.tenths().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
            false => pairs.percent().map(|percent| percent.to_string()),
        }
    }

    /// Today, the low end and the high one, each as [`Pairs::words`] tells it.
    pub fn ends(&self) -> [String; 3] {
        [self.today, self.low, self.high].map(Pairs::words)
    }

    /// The low end to the high one, without the counts behind them: `50% to 67%`, or `50%` where they are the same.
    pub fn range(&self) -> String {
        match (self.share(self.low), self.share(self.high)) {
            (Some(low), Some(high)) if low == high => format!("{low}%"),
            (Some(low), Some(high)) => format!("{low}% to {high}%"),
            _ => NOTHING_ASKED.to_owned(),
        }
    }

    /// The same for a narrow cell: `50–67%`, or a dash where nothing is asked.
    pub fn short(&self) -> String {
        match (self.share(self.low), self.share(self.high)) {
            (Some(low), Some(high)) if low == high => format!("{low}%"),
            (Some(low), Some(high)) => format!("{low}–{high}%"),
            _ => "–".to_owned(),
        }
    }

    /// From today to the low end: `from 69% to 46%`; none where nothing is asked on either day.
    pub fn from_to(&self) -> Option<String> {
        let (today, low) = (self.share(self.today)?, self.share(self.low)?);
        Some(format!("from {today}% to {low}%"))
    }

    /// The counts behind [`Forecast::range`], and where it begins: `6 to 8 of 12 requirements met, falls from 75% today`. `when` is
    /// the day it looks from, in words.
    pub fn counts(&self, when: &str) -> String {
        let [low, high] = [self.low.met, self.high.met].map(grouped);
        let met = if low == high { low } else { format!("{low} to {high}") };
        let met = format!("{met} of {} requirements met", grouped(self.low.requirements));
        match self.share(self.today) {
            None => format!("{met}, nothing asked {when}"),
            Some(today) if self.fall() > 0 => format!("{met}, falls from {today}% {when}"),
            Some(today) => format!("{met}, {today}% {when}"),
        }
    }
}

impl Pairs {
    /// `66.7% (8 of 12)`: with one decimal always, so that one figure looks the same in every row of a table.
    pub fn words(self) -> String {
        let (met, requirements) = (grouped(self.met), grouped(self.requirements));
        let told =
            |tenths: u64| format!("{}.{}% ({met} of {requirements})", tenths / 10, tenths % 10);
        self.tenths().map_or_else(|| NOTHING_ASKED.to_owned(), told)
    }
}

impl Causes {
    /// What lowers the figure: a sentence each.
    pub fn lowers(&self) -> Vec<String> {
        let all = [
            confirmations(self.expiries),
            self.leave().filter(|_| !self.leavers.raises()),
            self.are_away().filter(|_| !self.absences.raises()),
            self.join().filter(|_| self.joiners.lowers()),
            self.come_back().filter(|_| self.returns.lowers()),
            changed(self.changed).filter(|_| self.changed.lowers()),
        ];
        all.into_iter().flatten().collect()
    }

    /// What may raise it: a sentence each.
    pub fn may_raise(&self) -> Vec<String> {
        let all = [
            open(self.requests, ["request is open", "requests are open"]),
            open(self.seats, ["seat is booked or offered", "seats are booked or offered"]),
            self.join().filter(|_| !self.joiners.lowers()),
            self.come_back().filter(|_| !self.returns.lowers()),
            self.leave().filter(|_| self.leavers.raises()),
            self.are_away().filter(|_| self.absences.raises()),
            changed(self.changed).filter(|_| !self.changed.lowers()),
        ];
        all.into_iter().flatten().collect()
    }

    fn leave(&self) -> Option<String> {
        people(self.leavers, ["person leaves", "people leave"])
    }

    fn are_away(&self) -> Option<String> {
        people(self.absences, ["person will be away", "people will be away"])
    }

    fn join(&self) -> Option<String> {
        people(self.joiners, ["person joins", "people join"])
    }

    fn come_back(&self) -> Option<String> {
        people(self.returns, ["person comes back", "people come back"])
    }
}

impl Shift {
    /// Whether fewer requirements are met, or as many of more.
    const fn lowers(&self) -> bool {
        self.met < 0 || self.met == 0 && self.requirements > 0
    }

    /// Whether more requirements are met, or as many of fewer.
    const fn raises(&self) -> bool {
        self.met > 0 || self.met == 0 && self.requirements < 0
    }
}

fn told(count: u32, [one, several]: [&str; 2]) -> Option<String> {
    (count > 0).then(|| counted(count as usize, one, several))
}

/// `12 confirmations run out`.
fn confirmations(shift: Shift) -> Option<String> {
    told(shift.count, ["confirmation runs out", "confirmations run out"])
}

/// `3 people leave: 20 fewer requirements, 7 fewer met`.
fn people(shift: Shift, whom: [&str; 2]) -> Option<String> {
    told(shift.count, whom).map(|whom| format!("{whom}: {}", moved(shift.requirements, shift.met)))
}

/// What became of requirements, and of how many are met: `20 fewer requirements, 7 fewer met`.
pub(in crate::coverage) fn moved(requirements: i32, met: i32) -> String {
    let asked = match requirements {
        0 => "as many requirements".to_owned(),
        1 | -1 => format!("1 {} requirement", more(requirements)),
        many => format!("{} {} requirements", grouped(many.unsigned_abs()), more(many)),
    };
    let met = match met {
        0 if requirements > 0 => "none met yet".to_owned(),
        0 if requirements < 0 => "no fewer met".to_owned(),
        0 => "as many met".to_owned(),
        many => format!("{} {} met", grouped(many.unsigned_abs()), more(many)),
    };
    format!("{asked}, {met}")
}

fn changed(shift: Shift) -> Option<String> {
    people(shift, ["person is asked something else", "people are asked something else"])
}

/// `5 requests are open, which would meet 4 requirements more`.
fn open(shift: Shift, what: [&str; 2]) -> Option<String> {
    let met = match shift.met {
        ..=0 => "no requirement more".to_owned(),
        1 => "1 requirement more".to_owned(),
        many => format!("{} requirements more", grouped(many.unsigned_abs())),
    };
    told(shift.count, what).map(|what| format!("{what}, which would meet {met}"))
}

const fn more(number: i32) -> &'static str {
    if number < 0 { "fewer" } else { "more" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(count: u32, requirements: i32, met: i32) -> Shift {
        Shift { count, requirements, met }
    }

    #[test]
    fn causes_are_told_in_plain_words() {
        let causes = Causes {
            changed: shift(4, 4, 0),
            leavers: shift(3, -20, -7),
            absences: shift(1, -1, -1),
            joiners: shift(2, 12, 3),
            returns: shift(1, 5, 5),
            expiries: shift(12, 0, -12),
            requests: shift(5, 0, 4),
            seats: shift(1, 0, 0),
        };
        let lowers = [
            "12 confirmations run out",
            "3 people leave: 20 fewer requirements, 7 fewer met",
            "1 person will be away: 1 fewer requirement, 1 fewer met",
            "4 people are asked something else: 4 more requirements, none met yet",
        ];
        assert_eq!(causes.lowers(), lowers);
        let may_raise = [
            "5 requests are open, which would meet 4 requirements more",
            "1 seat is booked or offered, which would meet no requirement more",
            "2 people join: 12 more requirements, 3 more met",
            "1 person comes back: 5 more requirements, 5 more met",
        ];
        assert_eq!(causes.may_raise(), may_raise);
        assert!(Causes::default().lowers().is_empty());
        assert!(Causes::default().may_raise().is_empty());
    }

    #[test]
    fn less_that_is_asked_may_raise_the_figure() {
        let causes = Causes { changed: shift(1, -2, 0), ..Causes::default() };
        assert!(causes.lowers().is_empty());
        let told = "1 person is asked something else: 2 fewer requirements, no fewer met";
        assert_eq!(causes.may_raise(), [told]);
        let leavers = Causes { leavers: shift(2, -6, 0), ..Causes::default() };
        assert!(leavers.lowers().is_empty());
        assert_eq!(leavers.may_raise(), ["2 people leave: 6 fewer requirements, no fewer met"]);
    }

    #[test]
    fn whoever_comes_and_meets_nothing_lowers_the_figure() {
        let causes =
            Causes { joiners: shift(16, 418, 0), returns: shift(1, 1, 0), ..Causes::default() };
        let told = [
            "16 people join: 418 more requirements, none met yet",
            "1 person comes back: 1 more requirement, none met yet",
        ];
        assert_eq!(causes.lowers(), told);
        assert!(causes.may_raise().is_empty());
        // Whoever is asked nothing moves nothing: told where such people are looked for.
        let nothing =
            Causes { joiners: shift(1, 0, 0), leavers: shift(1, 0, 0), ..Causes::default() };
        assert_eq!(nothing.lowers(), ["1 person leaves: as many requirements, as many met"]);
        assert_eq!(nothing.may_raise(), ["1 person joins: as many requirements, as many met"]);
    }

    #[test]
    fn a_range_with_one_end_is_one_figure() {
        let pairs = |met, requirements| Pairs { requirements, met };
        let forecast = |today, low, high| Forecast { today, low, high, ..Forecast::default() };
        let falls = forecast(pairs(9, 12), pairs(6, 12), pairs(8, 12));
        assert_eq!((falls.range().as_str(), falls.short().as_str()), ("50% to 67%", "50–67%"));
        assert_eq!(falls.counts("today"), "6 to 8 of 12 requirements met, falls from 75% today");
        assert_eq!(falls.from_to().as_deref(), Some("from 75% to 50%"));
        let same = forecast(pairs(1, 2), pairs(1, 2), pairs(1, 2));
        assert_eq!(same.range(), "50%");
        assert_eq!(same.ends(), ["50.0% (1 of 2)"; 3]);
        assert_eq!(same.counts("on 4 May 2026"), "1 of 2 requirements met, 50% on 4 May 2026");
        let begins = forecast(Pairs::default(), pairs(0, 3), pairs(1, 3));
        assert_eq!(begins.from_to(), None, "nothing is asked today");
        assert_eq!(begins.counts("today"), "0 to 1 of 3 requirements met, nothing asked today");
        assert_eq!((&*begins.ends()[0], &*begins.range()), (NOTHING_ASKED, "0% to 33%"));
        assert_eq!(
            forecast(pairs(1, 2), Pairs::default(), Pairs::default()).range(),
            NOTHING_ASKED
        );
    }

    #[test]
    fn figures_that_would_look_the_same_are_told_with_one_decimal() {
        let pairs = |met, requirements| Pairs { requirements, met };
        let forecast = |today, low, high| Forecast { today, low, high, ..Forecast::default() };
        // 66.67%, 66.52% and 66.67%: whole, all of them are 67%.
        let small = forecast(pairs(458, 687), pairs(457, 687), pairs(458, 687));
        assert_eq!(small.range(), "66.5% to 66.7%");
        assert_eq!(small.short(), "66.5–66.7%");
        assert_eq!(
            small.counts("today"),
            "457 to 458 of 687 requirements met, falls from 66.7% today"
        );
        let ends = ["66.7% (458 of 687)", "66.5% (457 of 687)", "66.7% (458 of 687)"];
        assert_eq!(small.ends(), ends);
        // 50% and 50.001%: with one decimal too, they are the same.
        let least =
            forecast(pairs(50_001, 100_000), pairs(50_000, 100_000), pairs(50_001, 100_000));
        assert_eq!(least.range(), "50%");
    }
}

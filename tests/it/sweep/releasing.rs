//! What Amina's team asks: a time at which people can go, and two bookings of hers that wait for Dan, who asks no more then.

use super::place::Place;
use crate::sessions::{planned, scheduled};
use tests::Page;

impl Place {
    pub(super) async fn dan_is_asked(&mut self) {
        let dan = self.user("dan");
        let page = dan.visit("/teams/T1/release").await;
        let answers = [("weekday", "wednesday"), ("begins", "1pm"), ("ends", "5pm")];
        let page = dan.submit(&page, "add_release_window", &answers).await;
        assert!(page.says("Every Wednesday"), "{}", page.words());
        self.window = hidden(&page, "remove_release_window", "id");
        let dan = self.user("dan");
        let minimum = [("profession", "Nursing and Midwifery Registered"), ("least", "1")];
        let page = dan.submit(&page, "keep_minimum", &minimum).await;
        assert!(page.says("at least 1 stay"), "{}", page.words());
        let christmas = [("day-day", "24"), ("day-month", "12"), ("day-year", "2026")];
        let page = dan.submit(&page, "close_release_day", &christmas).await;
        dan.submit(&page, "keep_release", &[("asks_approval", "yes")]).await;
        for (nth, day) in ["17", "18"].into_iter().enumerate() {
            let cara = self.user("cara");
            let at = planned(cara, "Deciding", (day, "12")).await;
            scheduled(cara, &at).await;
            let amina = self.user("amina");
            let page = amina.visit(&at).await;
            let asked = amina.submit(&page, "book_seat", &[]).await;
            assert!(asked.says("Waiting for your team manager"), "{}", asked.words());
            self.asked[nth] = at.rsplit('/').next().unwrap_or_default().to_owned();
        }
        let dan = self.user("dan");
        let page = dan.visit("/teams/T1/release").await;
        dan.submit(&page, "keep_release", &[("asks_approval", "")]).await;
    }
}

fn hidden(page: &Page, function: &str, field: &str) -> String {
    let field = page.form(function).into_iter().find(|(name, _)| name == field);
    field.expect("the field").1
}

//! A scheme that pays for sessions in Amina's network, and a claim of her team for one to which two of it came.

use super::place::Place;
use super::teaching::BEFORE;
use crate::sessions::{planned_at, scheduled};

impl Place {
    pub(super) async fn dan_claims(&mut self) {
        let lead = self.user("lead");
        let page = lead.visit("/funding-schemes/add").await;
        let answers = [
            ("name", "Protected learning"),
            ("payer", "The board"),
            ("area", "N1"),
            ("per_session", "300"),
            ("starts_on-day", "1"),
            ("starts_on-month", "4"),
        ];
        let added = lead.submit(&page, "add_scheme", &answers).await;
        assert!(added.says("Added Protected learning"), "{}", added.words());
        let change = added.links("Change or end").remove(0);
        self.scheme = change.split('/').nth(2).unwrap_or_default().to_owned();
        let before = self.esteem.beside_on(BEFORE).await;
        let mut cara = self.user("cara").at(&before);
        let when = [("day-day", "21"), ("day-month", "10"), ("capacity", "4")];
        let at = planned_at(&mut cara, "Claiming", &when).await;
        let teams = cara.visit(&format!("{at}/teams")).await;
        cara.submit(&teams, "invite_team", &[("team", "T1")]).await;
        scheduled(&mut cara, &at).await;
        for name in ["eve", "dan"] {
            let mut user = self.user(name).at(&before);
            let page = user.visit(&at).await;
            let booked = user.submit(&page, "book_seat", &[]).await;
            assert!(booked.says("You have a seat"), "{}", booked.words());
        }
        let cara = self.user("cara");
        let page = cara.visit(&format!("{at}/register")).await;
        let page = cara.submit(&page, "take_register", &[("form", "everyone_arrived")]).await;
        let closed = cara.submit(&page, "close_register", &[]).await;
        assert!(closed.says("The register is closed"), "{}", closed.words());
        let dan = self.user("dan");
        let page = dan.visit("/teams/T1/claims").await;
        let made = dan.submit(&page, "make_claim", &[]).await;
        assert!(made.says("Made this claim"), "{}", made.words());
        self.claim = made.path.rsplit('/').next().unwrap_or_default().to_owned();
    }
}

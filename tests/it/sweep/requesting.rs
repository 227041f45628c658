//! What Dan asks for Amina's team: one request to take back, one to plan from, one to decline.

use super::place::Place;

impl Place {
    pub(super) async fn dan_asks_for_sessions(&mut self) {
        let dan = self.user("dan");
        let mut wanted = Vec::new();
        for need in ["Capacity", "Consent", "Grief"] {
            let page = dan.visit("/teams/T1/session-requests").await;
            let answers = [
                ("need", need),
                ("needed_by-day", "31"),
                ("needed_by-month", "1"),
                ("needed_by-year", "2027"),
                ("people", "8"),
            ];
            let sent = dan.submit(&page, "ask_for_session", &answers).await;
            let forms = sent.form("withdraw_session_request").into_iter();
            // The latest stands first.
            wanted.extend(forms.filter(|(name, _)| name == "id").map(|(_, id)| id));
        }
        self.wanted = wanted.try_into().expect("three requests");
    }
}

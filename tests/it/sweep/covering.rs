//! Who comes to Amina's team as its mental health input, how many of its people must hold what, and a named group that it is in.

use super::place::Place;
use tests::Page;

impl Place {
    pub(super) async fn dan_says_who_comes(&mut self) {
        let dan = self.user("dan");
        let mut listed = dan.visit("/teams/T1/input").await;
        for year in ["2026", "2027"] {
            let page = dan.visit("/teams/T1/input/add").await;
            let answers = [
                ("kind", "link_worker"),
                ("from_team", "T3"),
                ("case_discussions", "invited"),
                ("starts_on-year", year),
            ];
            listed = dan.submit(&page, "add_input", &answers).await;
            assert!(listed.says("Added to the team’s mental health input"), "{}", listed.words());
        }
        self.inputs = now_and_ahead(&listed, 4);
    }

    pub(super) async fn lead_keeps_rules(&mut self) {
        let lead = self.user("lead");
        let mut listed = lead.visit("/coverage/rules").await;
        for (item, year) in [("domain:RSK", "2026"), ("domain:EMG", "2027")] {
            let page = lead.visit("/coverage/rules/add?team=T1").await;
            let answers = [("item", item), ("people", "1"), ("starts_on-year", year)];
            listed = lead.submit(&page, "add_cover_rule", &answers).await;
            assert!(listed.says("Added the cover rule"), "{}", listed.words());
        }
        self.cover_rules = now_and_ahead(&listed, 3);
    }

    pub(super) async fn lead_keeps_a_group(&mut self) {
        let lead = self.user("lead");
        let page = lead.visit("/coverage/groups/add?of=teams").await;
        let answers = [("code", "NG1"), ("name", "Both teams"), ("unit", "T1")];
        let kept = lead.submit(&page, "add_named_group", &answers).await;
        assert!(kept.says("Added the named group"), "{}", kept.words());
        let member = kept.links("Change or end").remove(0);
        let part = |at: usize| member.split('/').nth(at).unwrap_or_default().to_owned();
        self.named_group = [part(3), part(5)];
    }
}

/// The ids of two rows, at this place in the addresses on which they are changed.
fn now_and_ahead(listed: &Page, at: usize) -> [String; 2] {
    let links = listed.links("Change or end").into_iter();
    let ids: Vec<String> =
        links.filter_map(|link| link.split('/').nth(at).map(str::to_owned)).collect();
    ids.try_into().expect("two rows: now, and ahead")
}

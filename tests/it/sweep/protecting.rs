//! Protected time of Amina's: promised from today on, and ahead; and an entry in her ledger.

use super::place::Place;

impl Place {
    pub(super) async fn amina_has_time(&mut self) {
        let path = format!("/protected-time/{}", self.amina);
        let lead = self.user("lead");
        for month in ["11", "12"] {
            let page = lead.visit(&path).await;
            let answers = [
                ("amount", "1"),
                ("unit", "pa"),
                ("starts_on-day", "2"),
                ("starts_on-month", month),
                ("source", "Job plan"),
                ("agreed_by", "The medical director"),
            ];
            let given = lead.submit(&page, "give_time", &answers).await;
            assert!(given.says("Saved the protected time"), "{}", given.words());
        }
        let ids = lead.visit(&path).await.links("Change or end").into_iter();
        let ids: Vec<String> =
            ids.filter_map(|link| link.split('/').nth(3).map(str::to_owned)).collect();
        self.time = ids.try_into().expect("two: now, and ahead");
        let amina = self.user("amina");
        let page = amina.visit("/my/protected-time").await;
        let answers = [("kind", "used"), ("time_use", "advice"), ("minutes", "30")];
        let saved = amina.submit(&page, "write_time_entry", &answers).await;
        let id = saved.form("take_time_entry_back").into_iter().find(|(name, _)| name == "id");
        self.time_entry = id.expect("the entry's id").1;
    }
}

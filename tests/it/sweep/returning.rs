//! Three returns of the whole place, for the place: one that is submitted, one on its way, and one whose needs are spoken of.

use super::place::Place;
use domain::codes::GrantKind::{Approver, WorkforceLead};
use tests::Page;

/// Those who read no return before it is submitted: who leads a network of the place among them.
pub const NOT_READING: &[&str] = &["amina", "eve", "ben", "dan", "finn", "lead", "yusra", "ed"];
/// Those who prepare none of the whole place: who approves them among them.
pub const NOT_PREPARING: &[&str] = &["amina", "eve", "dan", "finn", "lead", "yusra", "ig", "ola"];
/// Those who approve none.
pub const NOT_APPROVING: &[&str] = &["amina", "eve", "dan", "finn", "lead", "yusra", "ig", "rosa"];

/// Rosa's returns.
#[derive(Default)]
pub struct Returned {
    pub submitted: String,
    /// Prepared, with what its form of checking sends.
    pub on_its_way: String,
    pub checking: Vec<(String, String)>,
    /// Prepared, and one of its needs.
    pub spoken_of: String,
    pub need: String,
}

impl Place {
    /// Rosa leads the whole place, and Ola approves.
    pub(super) async fn rosa_returns(&mut self) {
        for (name, email, kind) in
            [("rosa", "rosa@staff.example", WorkforceLead), ("ola", "ola@staff.example", Approver)]
        {
            let user = self.esteem.somebody(email, &[(kind, "TH")]).await;
            self.users.insert(name, user);
        }
        let first = self.prepared(["31", "12", "2025"]).await;
        self.returned.submitted = self.submitted(&first).await;
        let second = self.prepared(["31", "3", "2026"]).await;
        self.returned.on_its_way = name_of(&second);
        self.returned.checking = checking(&second);
        let third = self.prepared(["30", "6", "2026"]).await;
        let rosa = self.user("rosa");
        let needs = rosa.visit(&third.links("What the place needs")[0]).await;
        let say = needs.links("Add words").remove(0);
        let (_, query) = say.split_once('?').expect("a need");
        let query: Vec<(String, String)> = serde_urlencoded::from_str(query).expect("a query");
        let need = query.into_iter().find(|(name, _)| name == "about");
        self.returned.need = need.expect("its key").1;
        self.returned.spoken_of = name_of(&third);
    }

    async fn prepared(&mut self, [day, month, year]: [&str; 3]) -> Page {
        let rosa = self.user("rosa");
        let page = rosa.visit("/returns").await;
        let answers = [("day-day", day), ("day-month", month), ("day-year", year)];
        let page = rosa.submit(&page, "prepare_return", &answers).await;
        assert!(page.says("is prepared from what is known today"), "{}", page.words());
        page
    }

    async fn submitted(&mut self, page: &Page) -> String {
        let checking = checking(page);
        self.user("rosa").post(&page.path, &checking).await;
        let ola = self.user("ola");
        let approving = ola.visit(&page.path).await;
        ola.submit(&approving, "approve_return", &[]).await;
        let rosa = self.user("rosa");
        let page = rosa.visit(&page.path).await;
        let done = rosa.submit(&page, "submit_return", &[("sure", "yes")]).await;
        assert!(done.says("submitted and locked"), "{}", done.words());
        name_of(&done)
    }
}

/// What the form of checking sends, with a reason for everything.
fn checking(page: &Page) -> Vec<(String, String)> {
    let reason = |(name, value): (String, String)| match name.starts_with("note[") {
        true => (name, "It is known".to_owned()),
        false => (name, value),
    };
    page.form("check_return").into_iter().map(reason).collect()
}

fn name_of(page: &Page) -> String {
    page.path.trim_start_matches("/returns/").to_owned()
}

//! The practice with something to decide in it: two requests, a claim, an exemption, an upload, a grant; and everybody
//! signed in.

use crate::outbox::make_digests;
use crate::practice::{PEOPLE, TODAY, practice, sign_in};
use crate::small::bring;
use domain::codes::Sharing;
use domain::imports::Kind;
use std::collections::BTreeMap;
use tests::{Installation, Page, User};

/// What calls and addresses are about.
pub struct Place {
    pub esteem: Installation,
    pub users: BTreeMap<&'static str, User>,
    /// The id of Amina's record, and of a colleague's.
    pub amina: String,
    pub eve: String,
    pub post: String,
    /// The sequences of Amina's two requests.
    pub requests: [String; 2],
    /// Amina's account, Eve's, and one that belongs to no person.
    pub account: String,
    pub other_account: String,
    pub unlinked_account: String,
    /// A grant in the network.
    pub grant: String,
    /// An entry of Amina's supervision log.
    pub supervision: String,
    /// Two uploads that wait to be looked at.
    pub imports: [String; 2],
    /// A mail that waits.
    pub mail: String,
}

pub async fn place() -> Place {
    let esteem = practice().await;
    let operator = esteem.operator();
    let level = domain::sharing::SetSharing { level: Sharing::People, from: operator.today };
    services::sharing::set(&operator, "P1", level).await.expect("a sharing level");
    let exempt = "employee_number,competency_code,kind,made_on\nE3,RSK-1,exempted,2026-01-05\n";
    bring(&esteem, Kind::Judgements, exempt).await;
    let mut users = BTreeMap::new();
    for (name, _) in PEOPLE {
        users.insert(name, sign_in(&esteem, name).await);
    }
    let mut place = Place {
        esteem,
        users,
        amina: String::new(),
        eve: String::new(),
        post: String::new(),
        requests: Default::default(),
        account: String::new(),
        other_account: String::new(),
        unlinked_account: String::new(),
        grant: String::new(),
        supervision: String::new(),
        imports: Default::default(),
        mail: String::new(),
    };
    place.amina_asks().await;
    place.amina_is_supervised().await;
    place.find_ids().await;
    place
}

impl Place {
    pub fn user(&mut self, name: &str) -> &mut User {
        self.users.get_mut(name).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// A call by somebody, or by a stranger.
    pub async fn call(
        &mut self,
        name: Option<&str>,
        function: &str,
        fields: &[(String, String)],
    ) -> Page {
        let mut stranger = self.esteem.stranger();
        let user = name.map_or(&mut stranger, |name| self.user(name));
        user.post(&format!("/api/{function}"), fields).await
    }

    async fn amina_asks(&mut self) {
        let amina = self.user("amina");
        for code in ["RSK-1", "RSK-2"] {
            let page = amina.visit(&format!("/my/competencies/{code}")).await;
            let page = amina.submit(&page, "self_assess", &[("level", "2")]).await;
            let answers = [("level", "2"), ("evidence", "observation"), ("note", "On the ward")];
            let asked = amina.submit(&page, "ask_for_confirmation", &answers).await;
            assert!(asked.says("Your request was sent"), "{}", asked.words());
        }
        let page = amina.visit("/my/competencies/EMG-1").await;
        let claimed = amina.submit(&page, "claim_exemption", &[("reason", "Not my post")]).await;
        assert!(claimed.says("Your claim was sent"), "{}", claimed.words());
    }

    async fn amina_is_supervised(&mut self) {
        let amina = self.user("amina");
        let page = amina.visit("/my/supervision").await;
        let answers = [("kind", "clinical"), ("minutes", "60")];
        let log = amina.submit(&page, "log_supervision", &answers).await;
        let entry = log.form("take_supervision_back").into_iter().find(|(name, _)| name == "id");
        self.supervision = entry.expect("the entry's id").1;
    }

    async fn find_ids(&mut self) {
        let people = self.user("dan").visit("/people").await;
        let id = |page: &Page, words: &str| last_part(&page.links(words)[0]);
        (self.amina, self.eve) = (id(&people, "Khan, Amina"), id(&people, "Ali, Eve"));
        let path = format!("/people/{}", self.amina);
        let amina = self.user("dan").visit(&path).await;
        let change = amina.links("Change this post").remove(0);
        self.post = change.split('/').nth(4).expect("the post's id").to_owned();
        let mut requests = self.user("ben").visit("/confirm").await.links("Amina Khan");
        requests.sort();
        self.requests = [last_part(&requests[0]), last_part(&requests[1])];
        let accounts = self.user("yusra").visit("/accounts").await;
        self.account = id(&accounts, "amina@");
        self.other_account = id(&accounts, "eve@");
        self.unlinked_account = id(&accounts, "lead@");
        let grants = self.user("lead").visit("/grants?search=ben").await;
        let end = grants.links("End").remove(0);
        self.grant = end.split('/').nth(2).expect("the grant's id").to_owned();
        self.imports = [self.upload().await, self.upload().await];
        make_digests(&self.esteem).await;
        let outbox = self.user("yusra").visit("/outbox").await.form("try_mail_again");
        let id = outbox.into_iter().find(|(name, _)| name == "id");
        self.mail = id.expect("a mail that waits").1;
    }

    async fn upload(&mut self) -> String {
        let fields = [("kind", "areas"), ("as_at", TODAY)];
        let file = ("areas.csv", "code,name,kind\nTH,Tower Hamlets,place\n");
        let yusra = self.user("yusra");
        let mut run = yusra.upload("/import/upload", &fields, file).await;
        while run.says("See how far it has come") {
            let path = run.path.clone();
            run = yusra.visit(&path).await;
        }
        assert!(run.says("Ready to look at"), "{}", run.words());
        last_part(&run.path)
    }
}

fn last_part(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

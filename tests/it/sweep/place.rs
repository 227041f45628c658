//! The practice with something to decide in it: three requests, two first signatures, a claim, an exemption, an upload, a
//! grant; and everybody signed in.

use super::returning::Returned;
use super::teaching::{BEFORE, Taught};
use crate::outbox::make_digests;
use crate::practice::{PEOPLE, TODAY, practice, sign_in};
use crate::small::bring;
use crate::travelling::fingerprint;
use domain::codes::{GrantKind, Sharing};
use domain::imports::Kind;
use domain::issuers::AddIssuer;
use domain::programmes::StepFormat;
use domain::programmes::forms::{DescribeProgramme, DescribeStep, ProgrammeFields};
use services::programmes;
use std::collections::BTreeMap;
use tests::{Installation, Page, User};

/// Another assessor, who holds what Ben holds, and teaches in the network.
const CARA: &str = "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date\n\
     E6,Cara,Miah,cara@staff.example,T3,MHN,1.00,A6,2024-01-01\n";
const CONFIRMED: &str = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
     E6,RSK-1,confirmed,2026-01-05,4,,observation\nE6,RSK-2,confirmed,2026-01-05,4,,observation\n\
     E2,RSK-2,confirmed,2026-01-05,4,E3,observation\nE2,RSK-1,confirmed,2026-01-05,4,E4,observation\n\
     E2,EMG-1,confirmed,2026-01-05,4,,observation\nE1,EMG-1,confirmed,2025-12-01,2,,simulation\n";

/// What Amina held at an earlier employer.
const HELD_THERE: &str = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
     E1,RSK-1,confirmed,2026-01-31,3,E2,observation\n";
const CERTIFICATE: &str = "employee_number,course,completed_on\nE5,Dementia,2026-05-04\n";

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
    /// The sequence of one of Eve's.
    pub another_request: String,
    /// The sequences of two first signatures, about Amina's colleagues.
    pub signatures: [String; 2],
    /// Amina's account, Eve's, and one that belongs to no person.
    pub account: String,
    pub other_account: String,
    pub unlinked_account: String,
    /// A grant in the network.
    pub grant: String,
    /// An entry of Amina's supervision log.
    pub supervision: String,
    /// Two rows of her team's mental health input: one from today on, and one that is planned.
    pub inputs: [String; 2],
    /// Two cover rules for her team: one from today on, and one that is planned.
    pub cover_rules: [String; 2],
    /// A named group that her team is in, and its membership.
    pub named_group: [String; 2],
    /// Two uploads that wait to be looked at.
    pub imports: [String; 2],
    /// A comment on the draft that Ed has begun, and the token of an invitation to write some.
    pub comment: String,
    pub invited: String,
    /// Two pieces of Amina's evidence: one attached to her first request, with a file, and one to nothing.
    pub evidence: [String; 2],
    /// What the second person proposed to redact.
    pub redaction: String,
    /// A mail that waits.
    pub mail: String,
    /// A passport of Amina's.
    pub passport: String,
    /// The step of programme SMI, which runs in the network.
    pub step: String,
    /// Cara's sessions.
    pub taught: Taught,
    /// A funding scheme of the network, and a claim of Amina's team.
    pub scheme: String,
    pub claim: String,
    /// Protected time of Amina's: from today on, and ahead; and an entry of hers.
    pub time: [String; 2],
    pub time_entry: String,
    /// A time at which Amina's team lets people go, and two sessions for which she waits for her manager.
    pub window: String,
    pub asked: [String; 2],
    /// What her team asks to be taught.
    pub wanted: [String; 3],
    /// A record that Amina brought from another employer, and the issuer who is trusted.
    pub brought: String,
    pub issuer: String,
    /// A course that a file has named.
    pub course: String,
    pub returned: Returned,
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
        another_request: String::new(),
        signatures: Default::default(),
        account: String::new(),
        other_account: String::new(),
        unlinked_account: String::new(),
        grant: String::new(),
        supervision: String::new(),
        inputs: Default::default(),
        cover_rules: Default::default(),
        named_group: Default::default(),
        imports: Default::default(),
        comment: String::new(),
        invited: String::new(),
        evidence: Default::default(),
        redaction: String::new(),
        mail: String::new(),
        passport: String::new(),
        step: String::new(),
        taught: Taught::default(),
        scheme: String::new(),
        claim: String::new(),
        time: Default::default(),
        time_entry: String::new(),
        window: String::new(),
        asked: Default::default(),
        wanted: Default::default(),
        brought: String::new(),
        issuer: String::new(),
        course: String::new(),
        returned: Returned::default(),
    };
    place.ben_signs_first().await;
    place.amina_asks().await;
    place.amina_is_supervised().await;
    place.amina_makes_a_passport().await;
    place.dan_says_who_comes().await;
    place.lead_keeps_rules().await;
    place.lead_keeps_a_group().await;
    place.ed_drafts().await;
    place.a_programme_runs().await;
    place.cara_teaches().await;
    place.dan_claims().await;
    place.dan_is_asked().await;
    place.dan_asks_for_sessions().await;
    place.a_file_names_a_course().await;
    place.amina_brings().await;
    place.find_ids().await;
    place.amina_has_time().await;
    place.thea_leads_the_place().await;
    place.rosa_returns().await;
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

    /// Eve and Dan once confirmed Ben, so what he signs for them waits for Cara, who assesses there too.
    async fn ben_signs_first(&mut self) {
        bring(&self.esteem, Kind::Staff, CARA).await;
        bring(&self.esteem, Kind::Judgements, CONFIRMED).await;
        let held = [(GrantKind::Assessor, "N1"), (GrantKind::Educator, "N1")];
        // She taught in October, so she holds her grants since then.
        let before = self.esteem.beside_on(BEFORE).await;
        let cara = before.somebody("cara@staff.example", &held).await;
        self.users.insert("cara", cara.at(&self.esteem));
        for (name, full_name, code) in [("eve", "Eve Ali", "RSK-2"), ("dan", "Dan Reid", "RSK-1")] {
            let asker = self.user(name);
            let page = asker.visit(&format!("/my/competencies/{code}")).await;
            let answers = [("level", "2"), ("evidence", "observation"), ("note", "On the ward")];
            asker.submit(&page, "ask_for_confirmation", &answers).await;
            let ben = self.user("ben");
            let waiting = ben.visit("/confirm").await;
            let request = ben.visit(&waiting.links(full_name)[0]).await;
            let signed = ben.submit(&request, "confirm_level", &[]).await;
            assert!(signed.says("It counts once"), "{}", signed.words());
        }
        let waiting = self.user("cara").visit("/confirm").await;
        self.signatures = ["Eve Ali", "Dan Reid"].map(|name| last_part(&waiting.links(name)[0]));
        let eve = self.user("eve");
        let page = eve.visit("/my/competencies/EMG-1").await;
        let answers = [("level", "2"), ("evidence", "simulation"), ("note", "In the exercise")];
        eve.submit(&page, "ask_for_confirmation", &answers).await;
    }

    async fn amina_asks(&mut self) {
        self.evidence = [self.amina_adds("certificate").await, self.amina_adds("letter").await];
        let attached = self.evidence[0].clone();
        let amina = self.user("amina");
        for code in ["RSK-1", "RSK-2"] {
            let page = amina.visit(&format!("/my/competencies/{code}")).await;
            let page = amina.submit(&page, "self_assess", &[("level", "2")]).await;
            let mut answers =
                vec![("level", "2"), ("evidence", "observation"), ("note", "On the ward")];
            answers.extend((code == "RSK-1").then_some(("items[]", attached.as_str())));
            let answers = answers.as_slice();
            let asked = amina.submit(&page, "ask_for_confirmation", answers).await;
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

    async fn amina_makes_a_passport(&mut self) {
        let amina = self.user("amina");
        let made = amina.post("/my/passport/issue", &[]).await;
        assert!(made.status.is_success(), "{}", made.words());
        let page = amina.visit("/my/passport").await;
        let id = page.form("withdraw_passport").into_iter().find(|(name, _)| name == "id");
        self.passport = id.expect("the passport's id").1;
    }

    async fn a_programme_runs(&mut self) {
        let typed = ProgrammeFields {
            code: "SMI".to_owned(),
            title: "Severe mental illness".to_owned(),
            purpose: "Safer care".to_owned(),
            area: "N1".to_owned(),
            from: TODAY.to_owned(),
            ends_on: String::new(),
        };
        let says = DescribeProgramme::parse(&typed, vec!["PN".to_owned()], &[]);
        let operator = self.esteem.operator();
        programmes::start(&operator, &says.expect("a programme")).await.expect("started");
        let step = DescribeStep {
            title: "Asking".to_owned(),
            what_happens: "People talk".to_owned(),
            format: StepFormat::Workshop,
            minutes: 90,
        };
        let id = programmes::add_step(&operator, "SMI", &step).await.expect("a step");
        self.step = id.to_string();
        let step = DescribeStep { title: "Acting".to_owned(), ..step };
        programmes::add_step(&operator, "SMI", &step).await.expect("another step");
    }

    /// Version 2, with a domain that nothing stands in, a comment, and somebody invited.
    async fn ed_drafts(&mut self) {
        let ed = self.user("ed");
        let page = ed.visit("/frameworks").await;
        let draft = ed.submit(&page, "start_draft", &[("begin", "copy")]).await;
        assert!(draft.says("Started version 2 as a draft"), "{}", draft.words());
        let page = ed.visit("/frameworks/2/domains/new").await;
        let words = [("code", "NEW"), ("title", "New"), ("origin", "local")];
        ed.submit(&page, "word_domain", &words).await;
        let page = ed.visit("/frameworks/2/comments").await;
        let page = ed.submit(&page, "comment_on_draft", &[("text", "Why?")]).await;
        let form = page.form("resolve_comment");
        let id = form.iter().find(|(name, _)| name == "id");
        self.comment = id.expect("the comment").1.clone();
        let ed = self.user("ed");
        let ends = [("ends_on-day", "1"), ("ends_on-month", "12"), ("ends_on-year", "2026")];
        let invite = [vec![("invited", "Forum")], ends.to_vec()].concat();
        let page = ed.submit(&page, "invite_to_comment", &invite).await;
        let link = page.html.split("/review/").nth(1).and_then(|rest| rest.split('<').next());
        self.invited = link.expect("the link").to_owned();
    }

    /// The last one that was trusted.
    async fn trust(&mut self, fingerprint: &str) {
        let added = AddIssuer::parse("Eastern", "https://e.example", fingerprint);
        let operator = self.esteem.operator();
        let issuer = services::issuers::add(&operator, added.expect("an issuer")).await;
        self.issuer = issuer.expect("added").to_string();
    }

    async fn a_file_names_a_course(&mut self) {
        bring(&self.esteem, Kind::Certificates, CERTIFICATE).await;
        let operator = self.esteem.operator();
        let courses = services::evidence::courses(&operator, "", 1).await.expect("courses");
        self.course = courses.entries[0].id.to_string();
    }

    async fn amina_adds(&mut self, name: &str) -> String {
        let fields =
            [("kind", "simulation"), ("what", name), ("happened_on", TODAY), ("about[]", "RSK-1")];
        let file = (format!("{name}.pdf"), format!("%PDF-1.7\nAmina Khan: {name}\n%%EOF"));
        let amina = self.user("amina");
        let list = amina.upload("/my/evidence/upload", &fields, (&file.0, &file.1)).await;
        assert!(list.says("Added to your evidence"), "{}", list.words());
        let file = list.links(&file.0).remove(0);
        file.split('/').nth(2).expect("the piece's id").to_owned()
    }

    /// A record from a practice like this one, whose framework has other identifiers: there is nothing in it to accept.
    async fn amina_brings(&mut self) {
        let there = practice().await;
        bring(&there, Kind::Judgements, HELD_THERE).await;
        let file = sign_in(&there, "amina").await.post("/my/passport/issue", &[]).await.html;
        self.trust(&fingerprint(&file)).await;
        let amina = self.user("amina");
        let list = amina.upload("/my/record/upload", &[], ("passport.json", &file)).await;
        assert!(list.says("Waits for an assessor"), "{}", list.words());
        let waiting = self.user("ben").visit("/confirm/records").await;
        self.brought = last_part(&waiting.links("Amina Khan")[0]);
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
        let eves = self.user("ben").visit("/confirm").await.links("Eve Ali");
        self.another_request = last_part(&eves[0]);
        let accounts = self.user("yusra").visit("/accounts").await;
        self.account = id(&accounts, "amina@");
        self.other_account = id(&accounts, "eve@");
        self.unlinked_account = id(&accounts, "una@");
        let grants = self.user("lead").visit("/grants?search=ben").await;
        let end = grants.links("End").remove(0);
        self.grant = end.split('/').nth(2).expect("the grant's id").to_owned();
        self.imports = [self.upload().await, self.upload().await];
        self.redaction = self.propose().await;
        make_digests(&self.esteem).await;
        let outbox = self.user("yusra").visit("/outbox").await.form("try_mail_again");
        let id = outbox.into_iter().find(|(name, _)| name == "id");
        self.mail = id.expect("a mail that waits").1;
    }

    async fn propose(&mut self) -> String {
        let path = format!("/redactions/texts/judgement_note/{}", self.requests[1]);
        let una = self.user("una");
        let page = una.visit(&path).await;
        let proposed = una.submit(&page, "propose_redaction", &[("reason", "It tells who")]).await;
        assert!(proposed.says("You proposed this"), "{}", proposed.words());
        let page = self.user("ig").visit(&path).await;
        let form = page.form("decide_redaction");
        form.into_iter().find(|(name, _)| name == "redaction").expect("its id").1
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

//! Redaction of what people show and of what they say about drafts: gone for everybody, and from the file on the disk.

use crate::ground::{Ground, TODAY, day};
use crate::judgements::practice;
use domain::codes::GrantKind::{Assessor, InformationGovernance};
use domain::evidence::forms::{Describe, DescribeFields};
use domain::evidence::views::EvidenceLine;
use domain::frameworks::Level;
use domain::frameworks::drafting::{BeginWith, Comment, InviteToComment, StartDraft};
use domain::ids::EvidenceItemId;
use domain::judgements::forms::AskForConfirmation;
use domain::redactions::TextKind::{EvidenceFile, EvidenceLink, EvidenceText, FrameworkComment};
use domain::redactions::{TextKind, Words};
use domain::refusal::Refusal;
use entities::{evidence_content, evidence_file, evidence_item, framework_comment, redaction};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::evidence::{self, Brought};
use services::{Ctx, Error, frameworks, judgements, redactions};

const EVERYWHERE: &str = "";
const WORDS: &str = "The teacher’s husband, whom I visited on the ward";
const INSIDE: &str = "His letter of discharge from the ward";

/// Amina with a piece of evidence that has a link and a file; and two who may redact.
async fn place() -> (Ground, Ctx, Ctx, Ctx, EvidenceItemId) {
    let ground = practice().await;
    let amina = ground.sign_in("E1", None).await;
    let ben = ground.sign_in("E2", Some((InformationGovernance, EVERYWHERE))).await;
    let cara = ground.sign_in("E3", Some((InformationGovernance, EVERYWHERE))).await;
    let fields = DescribeFields {
        kind: "simulation".to_owned(),
        what: WORDS.to_owned(),
        link: "https://elsewhere.example/the-teachers-husband".to_owned(),
        happened_on: TODAY.to_owned(),
        ..DescribeFields::default()
    };
    let described = Describe::parse(&fields, vec!["RSK-1".to_owned()], day(TODAY)).unwrap();
    let content = format!("%PDF-1.7\n{INSIDE}\n%%EOF").into_bytes();
    let file = Brought { name: "the husband.pdf".to_owned(), content };
    let piece = evidence::add(&amina, described, Some(file)).await.unwrap();
    (ground, amina, ben, cara, piece)
}

async fn redact(one: &Ctx, other: &Ctx, kind: TextKind, row: &str) {
    redactions::propose(one, kind, row, "It tells who the patient is").await.unwrap();
    let proposal = redactions::open(other, kind, row).await.unwrap().proposal.unwrap();
    redactions::decide(other, proposal.id, true).await.unwrap();
}

async fn own(amina: &Ctx) -> EvidenceLine {
    evidence::own(amina, None, "", 1).await.unwrap().lines.entries.remove(0)
}

fn is_redacted(words: &Words) -> bool {
    matches!(words, Words::Redacted(_))
}

fn is_not_found<T: std::fmt::Debug>(result: services::Result<T>) -> bool {
    matches!(result, Err(Error::Refused(Refusal::NotFound(_))))
}

#[tokio::test]
async fn words_link_and_file_are_found_by_person_and_each_is_blanked_by_itself() {
    let (ground, amina, ben, cara, piece) = place().await;
    let row = piece.to_string();
    let found = redactions::of_person(&ben, ground.person("E1").await, 1).await.unwrap();
    let kinds: Vec<TextKind> = found.texts.entries.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [EvidenceText, EvidenceLink, EvidenceFile]);
    assert!(!format!("{found:?}").contains("husband"), "no words before one is opened");

    redact(&ben, &cara, EvidenceText, &row).await;
    let line = own(&amina).await;
    assert!(is_redacted(&line.what) && line.link.is_some());
    assert_eq!(line.file.as_ref().unwrap().name.to_string(), "the husband.pdf");
    redact(&cara, &ben, EvidenceLink, &row).await;
    let line = own(&amina).await;
    assert!(line.link.is_none() && line.link_redacted_on.is_some());
    redact(&ben, &cara, EvidenceFile, &row).await;
    assert!(is_redacted(&own(&amina).await.file.unwrap().name));

    let item = ground.only::<evidence_item::Entity>().await;
    assert_eq!((item.what.as_str(), item.link.as_deref(), item.minutes), ("", Some(""), None));
    assert_eq!(item.happened_on, day(TODAY), "the day stays");
    assert_eq!(ground.only::<evidence_file::Entity>().await.name, "");
    assert!(ground.all::<evidence_content::Entity>().await.is_empty());
    let found = redactions::of_person(&ben, ground.person("E1").await, 1).await.unwrap();
    assert_eq!(found.texts.total, 0);
}

#[tokio::test]
async fn a_redacted_file_is_opened_by_nobody_and_no_file_by_whoever_redacts() {
    let (ground, amina, ben, cara, piece) = place().await;
    let dan = ground.sign_in("E4", Some((Assessor, "N1"))).await;
    let asked = AskForConfirmation {
        level: Level::AWARE,
        items: vec![piece],
        described: None,
        attach_reflection: false,
    };
    judgements::ask(&amina, "RSK-1", asked, "").await.unwrap();
    assert!(evidence::open_file(&amina, piece).await.is_ok());
    assert!(evidence::open_file(&dan, piece).await.is_ok(), "the request is open");
    assert!(is_not_found(evidence::open_file(&ben, piece).await));
    redact(&ben, &cara, EvidenceFile, &piece.to_string()).await;
    for ctx in [&amina, &dan, &ben, &cara, &ground.operator()] {
        assert!(is_not_found(evidence::open_file(ctx, piece).await));
    }
    let sequence = judgements::to_confirm(&dan).await.unwrap().requests[0].sequence;
    let shown = judgements::request(&dan, sequence).await.unwrap().items.remove(0);
    assert!(is_redacted(&shown.file.unwrap().name));
}

#[tokio::test]
async fn a_piece_that_is_removed_leaves_no_proposal_to_decide() {
    let (_ground, amina, ben, cara, piece) = place().await;
    let row = piece.to_string();
    redactions::propose(&ben, EvidenceFile, &row, "It tells who the patient is").await.unwrap();
    assert_eq!(redactions::redactions(&cara, "", 1).await.unwrap().waiting.len(), 1);
    evidence::remove(&amina, piece).await.unwrap();
    assert_eq!(redactions::redactions(&cara, "", 1).await.unwrap().waiting, []);
}

/// A draft, commented on by Amina (who publishes) and by a guest.
async fn commented(ground: &Ground, amina: &Ctx) -> [framework_comment::Model; 2] {
    let operator = ground.operator();
    let start = StartDraft { title: "Set".into(), begin: BeginWith::Copy };
    frameworks::start(&operator, &start).await.unwrap();
    let mut editor = amina.clone();
    if let domain::policy::Actor::Account(account) = &mut editor.actor {
        let (kind, scope) =
            (domain::codes::GrantKind::FrameworkEditor, domain::policy::Scope::Everywhere);
        account.grants.push(domain::policy::Grant { kind, scope });
    }
    let says = |name, text: &str| Comment::parse(name, "", text).unwrap();
    frameworks::comment(&editor, 2, &says(None, "As with the teacher’s husband")).await.unwrap();
    let invite = InviteToComment { invited: "Forum".into(), ends_on: day("2026-12-01") };
    let token = frameworks::invite_to_comment(&operator, 2, &invite).await.unwrap();
    let guest = says(Some("Nadia"), "My son was told so by the nurse");
    frameworks::comment_as_guest(&ground.nobody(), &token, &guest).await.unwrap();
    let mut rows = ground.all::<framework_comment::Entity>().await;
    rows.sort_by_key(|row| row.id);
    rows.try_into().unwrap()
}

#[tokio::test]
async fn comments_are_redacted_those_of_guests_by_whoever_redacts_everywhere() {
    let (ground, amina, ben, cara, _) = place().await;
    let [hers, guests] = commented(&ground, &amina).await;
    let in_part = ground.sign_in("E4", Some((InformationGovernance, "P1"))).await;
    let texts = redactions::of_person(&ben, ground.person("E1").await, 1).await.unwrap().texts;
    assert!(texts.entries.iter().any(|line| line.row == hers.id.to_string()));
    let outside = redactions::redactions(&ben, "", 1).await.unwrap().of_outsiders;
    assert_eq!(
        outside.iter().map(|line| line.row.clone()).collect::<Vec<_>>(),
        [guests.id.to_string()]
    );
    assert!(redactions::redactions(&in_part, "", 1).await.unwrap().of_outsiders.is_empty());
    let row = guests.id.to_string();
    assert!(is_not_found(redactions::open(&in_part, FrameworkComment, &row).await));
    assert!(redactions::open(&in_part, FrameworkComment, &hers.id.to_string()).await.is_ok());

    redact(&ben, &cara, FrameworkComment, &row).await;
    redact(&ben, &cara, FrameworkComment, &hers.id.to_string()).await;
    let lines = frameworks::comments(&ground.operator(), 2).await.unwrap().lines;
    assert!(lines.len() == 2 && lines.iter().all(|line| is_redacted(&line.text)), "{lines:?}");
    assert_eq!(lines[0].name, "Nadia", "who wrote it stays");
    let about = ground.all::<redaction::Entity>().await;
    assert_eq!(about.iter().filter(|row| row.person_id.is_none()).count(), 1);
}

#[tokio::test]
async fn a_proposal_waits_for_whoever_neither_made_it_nor_wrote_the_text() {
    use framework_comment::Column::{AccountId, Id, InvitationId};
    let (ground, amina, ben, cara, _) = place().await;
    let [_, guests] = commented(&ground, &amina).await;
    let row = guests.id.to_string();
    redactions::propose(&ben, FrameworkComment, &row, "It tells of her son").await.unwrap();
    let waits = async |ctx: &Ctx| {
        let listed = redactions::redactions(ctx, "", 1).await.unwrap().waiting.remove(0);
        (listed.mine, listed.wrote, judgements::waiting(ctx).await.unwrap().redactions)
    };
    assert_eq!(waits(&ben).await, (true, false, 0));
    assert_eq!(waits(&cara).await, (false, false, 1));
    assert_eq!(judgements::waiting(&amina).await.unwrap().redactions, 0, "she redacts nothing");
    // Had Cara written it, with an account that was nobody's then.
    framework_comment::Entity::update_many()
        .col_expr(AccountId, Expr::value(cara.actor.account_id()))
        .col_expr(InvitationId, Expr::value(Option::<uuid::Uuid>::None))
        .filter(Id.eq(guests.id))
        .exec(ground.services.db.read())
        .await
        .unwrap();
    assert_eq!(waits(&cara).await, (false, true, 0));
    assert!(is_not_found(redactions::open(&cara, FrameworkComment, &row).await));
}

#[tokio::test]
async fn a_draft_that_is_deleted_takes_its_proposals_along() {
    let (ground, amina, ben, cara, _) = place().await;
    let [_, guests] = commented(&ground, &amina).await;
    let row = guests.id.to_string();
    redactions::propose(&ben, FrameworkComment, &row, "It tells of her son").await.unwrap();
    assert_eq!(redactions::redactions(&cara, "", 1).await.unwrap().waiting.len(), 1);
    let mut editor = ben.clone();
    if let domain::policy::Actor::Account(account) = &mut editor.actor {
        let kind = domain::codes::GrantKind::FrameworkEditor;
        let scope = domain::policy::Scope::Everywhere;
        account.grants.push(domain::policy::Grant { kind, scope });
    }
    frameworks::delete(&editor, 2).await.unwrap();
    assert_eq!(redactions::redactions(&cara, "", 1).await.unwrap().waiting, []);
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// On PostgreSQL nothing is promised of the disk: docs/operate.md says what is to be done there.
#[tokio::test]
async fn what_was_redacted_is_gone_from_the_file_and_its_log() {
    let (ground, amina, ben, cara, piece) = place().await;
    let [hers, _] = commented(&ground, &amina).await;
    let Some(before) = ground.stored_bytes() else { return };
    let all = [WORDS, INSIDE, "the husband.pdf", "the-teachers-husband", "As with the teacher’s"];
    for words in all {
        assert!(holds(&before, words), "{words}");
    }
    let row = piece.to_string();
    for kind in [EvidenceText, EvidenceLink, EvidenceFile] {
        redact(&ben, &cara, kind, &row).await;
    }
    redact(&ben, &cara, FrameworkComment, &hers.id.to_string()).await;
    let after = ground.stored_bytes().unwrap();
    for words in all {
        assert!(!holds(&after, words), "{words}");
    }
    assert!(holds(&after, "My son was told so"), "what nobody redacted stays");
}

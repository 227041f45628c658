//! A draft can be changed and a published version never; neither leaks.

use super::place::{FROM, answer, copy, draft_anew, place, recode};
use crate::ground::{Ground, TODAY, tally};
use domain::codes::GrantKind::{Administrator, FrameworkEditor};
use domain::codes::Necessity;
use domain::frameworks::answering::AnswerOld;
use domain::frameworks::drafting::{
    BeginWith, SetRequirement, StartDraft, WordCompetency, WordDomain,
};
use domain::frameworks::views::{AnswerSaved, Stage};
use domain::policy::Scope;
use domain::refusal::Refusal;
use services::imports::{self, Kind, Options, Source};
use services::{Ctx, frameworks};

/// Somebody with a grant over the whole installation.
async fn holder(ground: &Ground, number: &str, kind: domain::codes::GrantKind) -> Ctx {
    let mut ctx = ground.sign_in(number, None).await;
    if let domain::policy::Actor::Account(account) = &mut ctx.actor {
        account.grants.push(domain::policy::Grant { kind, scope: Scope::Everywhere });
    }
    ctx
}

/// Says of a competency of version 2 what somebody does, in other words.
async fn reword(ctx: &Ctx, code: &str, statement: &str) {
    let mut fields = frameworks::competency_of(ctx, 2, Some(code), "").await.unwrap().fields;
    fields.statement = statement.to_owned();
    let says = WordCompetency::parse(&fields).unwrap();
    frameworks::word_competency(ctx, 2, Some(code), &says).await.unwrap();
}

fn rule<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        services::Error::Refused(Refusal::Rule { code, .. }) => code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_draft_shows_in_no_figure_and_on_no_page_of_those_who_do_not_draft() {
    let ground = place().await;
    let amina = ground.sign_in("E1", None).await;
    let read = async || {
        let record = services::judgements::record(&amina, None, amina.today).await.unwrap();
        let overview = frameworks::overview(&amina).await.unwrap();
        let domain = frameworks::domain(&amina, "TWO").await.unwrap();
        (record, overview, domain, ground.coverage("2027-06-01").await)
    };
    let before = read().await;
    draft_anew(&ground.operator()).await;
    assert_eq!(read().await, before);
    assert!(frameworks::list(&amina).await.is_err(), "she neither drafts nor publishes");
}

#[tokio::test]
async fn a_published_version_never_changes() {
    let ground = place().await;
    let operator = ground.operator();
    let fields = frameworks::competency_of(&operator, 1, Some("A-1"), "").await.unwrap().fields;
    let says = WordCompetency::parse(&fields).unwrap();
    let domain = WordDomain::parse("NEW", "New", "local").unwrap();
    let before = ground.facts().await;
    let asks = [("A-1".to_owned(), None)];
    let never = "published-never-changes";
    assert_eq!(rule(frameworks::word_competency(&operator, 1, Some("A-1"), &says).await), never);
    assert_eq!(rule(frameworks::word_domain(&operator, 1, None, &domain).await), never);
    assert_eq!(rule(frameworks::remove_competency(&operator, 1, "A-1").await), never);
    assert_eq!(rule(frameworks::remove_domain(&operator, 1, "ONE").await), never);
    assert_eq!(rule(frameworks::set_requirements(&operator, 1, "PN", &asks).await), never);
    assert_eq!(rule(frameworks::send_to_review(&operator, 1, true).await), never);
    assert_eq!(rule(frameworks::delete(&operator, 1).await), never);
    assert_eq!(rule(frameworks::publish(&operator, 1, FROM).await), never);
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn a_copy_says_the_same_and_asks_the_same() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    let crosswalk = frameworks::crosswalk(&operator, 2).await.unwrap();
    assert_eq!(crosswalk.open_questions, Vec::<String>::new());
    for line in &crosswalk.lines {
        let same = line.relation == Some(domain::codes::CrosswalkRelation::Same);
        assert!(same && !line.reworded && line.to.len() == 1, "{line:?}");
    }
    let asked = async |number| {
        let role = frameworks::requirements_of(&operator, number, "PN").await.unwrap();
        (role.role, role.domains)
    };
    assert_eq!(asked(2).await, asked(1).await);
    let before = ground.coverage("2027-01-01").await;
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    let after = ground.coverage("2027-01-01").await;
    assert_eq!(after, before.replace(",1,team,", ",2,team,"), "but for the version's number");
}

#[tokio::test]
async fn what_is_worded_anew_must_be_answered_again_before_publishing() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    recode(&operator, "A-1", "A-2").await;
    let still = frameworks::crosswalk(&operator, 2).await.unwrap();
    assert_eq!(still.open_questions, Vec::<String>::new(), "another code is no other meaning");
    reword(&operator, "A-2", "Asks openly, and of carers too").await;
    let open = frameworks::crosswalk(&operator, 2).await.unwrap().open_questions;
    assert_eq!(open, ["Say what becomes of A-1."]);
    assert_eq!(rule(frameworks::publish(&operator, 2, FROM).await), "crosswalk-open");
    answer(&operator, "A-1", "narrower", &["A-2"]).await;
    frameworks::publish(&operator, 2, FROM).await.unwrap();
}

#[tokio::test]
async fn requirements_begin_from_the_crosswalk_and_are_edited_beside_the_draft() {
    let ground = place().await;
    let operator = ground.operator();
    draft_anew(&operator).await;
    let role = frameworks::requirements_of(&operator, 2, "PN").await.unwrap();
    let lines = role.domains.iter().flat_map(|(_, lines)| lines);
    let asked: Vec<(String, Option<u8>, String)> = lines
        .map(|l| (l.code.clone(), l.level.map(domain::frameworks::Level::number), l.way.clone()))
        .collect();
    let line = |code: &str, level, way: &str| (code.to_owned(), Some(level), way.to_owned());
    // B-1 at 2, critical, goes to both parts; of C-1 at 2 and C-2 at 3 the higher holds; R-1 is gone.
    assert_eq!(
        asked,
        [
            line("A-1", 3, "core"),
            line("W-1", 2, "core"),
            line("B-1A", 2, "critical"),
            line("B-1B", 2, "critical"),
            line("C", 3, "core"),
        ]
    );
    let level = domain::frameworks::Level::PRACTISES_INDEPENDENTLY;
    let set = SetRequirement { level, necessity: Necessity::Optional, critical: false };
    let asks = [("A-1".to_owned(), None), ("C".to_owned(), Some(set))];
    frameworks::set_requirements(&operator, 2, "PN", &asks).await.unwrap();
    let role = frameworks::requirements_of(&operator, 2, "PN").await.unwrap().role;
    assert_eq!((role.core, role.critical, role.optional), (3, 2, 1));
}

/// What version 2 asks of practice nurses: codes with levels.
async fn asked(ctx: &Ctx) -> Vec<(String, Option<u8>)> {
    let role = frameworks::requirements_of(ctx, 2, "PN").await.unwrap();
    let lines = role.domains.into_iter().flat_map(|(_, lines)| lines);
    lines.map(|line| (line.code, line.level.map(domain::frameworks::Level::number))).collect()
}

/// Has version 2 ask level 4 in A-1 of practice nurses, 3 in the version before.
async fn ask_more(ctx: &Ctx) {
    let level = domain::frameworks::Level::PRACTISES_INDEPENDENTLY;
    let set = SetRequirement { level, necessity: Necessity::Core, critical: false };
    let asks = [("A-1".to_owned(), Some(set))];
    frameworks::set_requirements(ctx, 2, "PN", &asks).await.unwrap();
}

async fn answered(ctx: &Ctx, old: &str, relation: &str, to: &[&str]) -> AnswerSaved {
    let to: Vec<String> = to.iter().map(|code| (*code).to_owned()).collect();
    let says = AnswerOld::parse(relation, &to, false).unwrap();
    frameworks::answer(ctx, 2, old, &says).await.unwrap()
}

#[tokio::test]
async fn the_answer_that_was_given_already_changes_nothing() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    ask_more(&operator).await;
    let before = (ground.facts().await, asked(&operator).await);
    let times = ground.all::<entities::audit_entry::Entity>().await.len();
    assert_eq!(answered(&operator, "A-1", "same", &["A-1"]).await, AnswerSaved::Unchanged);
    assert_eq!((ground.facts().await, asked(&operator).await), before);
    assert_eq!(ground.all::<entities::audit_entry::Entity>().await.len(), times);
}

#[tokio::test]
async fn another_answer_starts_requirements_again_where_it_leads_otherwise_and_says_of_whom() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    ask_more(&operator).await;
    let edited = asked(&operator).await;
    assert_eq!(edited[0], ("A-1".to_owned(), Some(4)));
    let narrower = answered(&operator, "A-1", "narrower", &["A-1"]).await;
    assert_eq!(narrower, AnswerSaved::Changed(vec![]), "it leads where it led");
    assert_eq!(asked(&operator).await, edited, "what was edited stays");
    let split = answered(&operator, "A-1", "split", &["A-1", "B-1"]).await;
    let nurses = ["Mental health nurse", "Practice nurse"].map(str::to_owned);
    assert_eq!(split, AnswerSaved::Changed(nurses.to_vec()));
    assert!(split.words("A-1").ends_with("Mental health nurse, Practice nurse"));
    let now = asked(&operator).await;
    assert_eq!(now[0], edited[0], "it leads there still");
    assert_eq!(now[2], ("B-1".to_owned(), Some(3)), "of 3 and 2 the higher");
}

#[tokio::test]
async fn what_is_published_or_only_read_is_never_shown_as_something_to_change() {
    let ground = place().await;
    let editor = holder(&ground, "E1", FrameworkEditor).await;
    let administrator = holder(&ground, "E2", Administrator).await;
    copy(&editor).await;
    for (ctx, number, is_open, may_edit) in [
        (&editor, 1, false, false),
        (&editor, 2, true, true),
        (&administrator, 1, false, false),
        (&administrator, 2, true, false),
    ] {
        let one = frameworks::competency_of(ctx, number, Some("A-1"), "").await.unwrap();
        assert_eq!((one.is_open, one.may_edit), (is_open, may_edit));
        let role = frameworks::requirements_of(ctx, number, "PN").await.unwrap();
        assert_eq!((role.is_open, role.may_edit), (is_open, may_edit));
        let comments = frameworks::comments(ctx, number).await.unwrap();
        assert_eq!((comments.stage.is_open(), comments.may_edit), (is_open, may_edit));
        assert_eq!(frameworks::overview_of(ctx, number).await.unwrap().may_edit, may_edit);
        assert_eq!(frameworks::domain_of(ctx, number, Some("ONE")).await.is_ok(), may_edit);
        assert_eq!(frameworks::domain_of(ctx, number, None).await.is_ok(), may_edit);
        assert_eq!(frameworks::competency_of(ctx, number, None, "ONE").await.is_ok(), may_edit);
        assert_eq!(frameworks::crosswalk_of(ctx, number, "A-1").await.is_ok(), may_edit);
    }
    let never = rule(frameworks::domain_of(&editor, 1, Some("ONE")).await);
    assert_eq!(never, "published-never-changes");
    let crosswalk = frameworks::crosswalk(&administrator, 2).await.unwrap();
    assert!(crosswalk.is_open && !crosswalk.may_edit);
}

#[tokio::test]
async fn editors_draft_administrators_publish_and_one_draft_is_open_at_a_time() {
    let ground = place().await;
    let editor = holder(&ground, "E1", FrameworkEditor).await;
    let administrator = holder(&ground, "E2", Administrator).await;
    let start = StartDraft { title: "Anew".into(), begin: BeginWith::Nothing };
    assert!(frameworks::start(&administrator, &start).await.is_err());
    copy(&editor).await;
    assert_eq!(rule(frameworks::start(&editor, &start).await), "draft-open");
    frameworks::send_to_review(&editor, 2, true).await.unwrap();
    let overview = frameworks::overview_of(&administrator, 2).await.unwrap();
    assert_eq!(overview.stage, Stage::InReview);
    assert!(overview.may_publish && !overview.may_edit);
    assert!(frameworks::publish(&editor, 2, FROM).await.is_err());
    assert!(frameworks::remove_competency(&administrator, 2, "A-1").await.is_err());
    let past = frameworks::publish(&administrator, 2, "2026-10-31").await.unwrap_err().to_string();
    assert!(past.contains("no past figure may change"), "{past}");
    frameworks::publish(&administrator, 2, TODAY).await.unwrap();
    let stages: Vec<Stage> =
        frameworks::list(&editor).await.unwrap().lines.iter().map(|line| line.stage).collect();
    assert_eq!(stages, [Stage::InUse, Stage::Past]);
}

#[tokio::test]
async fn a_deleted_draft_leaves_nothing_behind() {
    let ground = place().await;
    let operator = ground.operator();
    let before = ground.facts().await;
    draft_anew(&operator).await;
    let comment = domain::frameworks::drafting::Comment::parse(None, "A-1", "Why?").unwrap();
    frameworks::comment(&operator, 2, &comment).await.unwrap();
    frameworks::delete(&operator, 2).await.unwrap();
    assert_eq!(ground.facts().await, before);
    assert!(ground.all::<entities::crosswalk::Entity>().await.is_empty());
    assert!(ground.all::<entities::framework_comment::Entity>().await.is_empty());
    copy(&operator).await;
}

#[tokio::test]
async fn competencies_stand_where_the_editor_puts_them() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    let mut fields = frameworks::competency_of(&operator, 2, Some("C-2"), "").await.unwrap().fields;
    assert_eq!((fields.domain.as_str(), fields.place.as_str()), ("THREE", "2"));
    (fields.domain, fields.place) = ("ONE".to_owned(), "1".to_owned());
    let says = WordCompetency::parse(&fields).unwrap();
    frameworks::word_competency(&operator, 2, Some("C-2"), &says).await.unwrap();
    let overview = frameworks::overview_of(&operator, 2).await.unwrap();
    let codes = |at: usize| -> Vec<String> {
        overview.domains[at].competencies.iter().map(|line| line.code.clone()).collect()
    };
    assert_eq!(
        (codes(0), codes(2)),
        (vec!["C-2".into(), "A-1".into(), "W-1".into()], vec!["C-1".into()])
    );
    let full = frameworks::remove_domain(&operator, 2, "THREE").await;
    assert_eq!(rule(full), "domain-not-empty");
}

#[tokio::test]
async fn a_file_that_differs_from_the_version_in_use_goes_into_the_draft_that_is_open() {
    let ground = place().await;
    let operator = ground.operator();
    let text = "code,domain_code,title,statement,refresh_months\nA-1,ONE,Asks,Asks of carers too,12\n\
                N-1,NEW,New,Does something new,24\n";
    let faults = ground.faults(Kind::Framework, text).await;
    assert!(
        faults[0].contains("a published version never changes: draft a new version"),
        "{faults:?}"
    );
    copy(&operator).await;
    let outcome = ground.bring(Kind::Framework, text).await;
    let told = tally(&outcome, "competencies");
    assert_eq!((told.new, told.corrected), (1, 1));
    let overview = frameworks::overview_of(&operator, 2).await.unwrap();
    assert_eq!(overview.open_questions, ["Say what becomes of A-1."], "it asks more than before");
    let domains: Vec<_> =
        overview.domains.iter().map(|d| (d.code.as_str(), d.competencies.len())).collect();
    assert_eq!(domains, [("ONE", 2), ("TWO", 2), ("THREE", 2), ("NEW", 1)]);
    let before = ground.facts().await;
    ground.bring(Kind::Framework, text).await;
    assert_eq!(ground.facts().await, before, "a second time changes nothing");
    let fields = frameworks::competency_of(&operator, 1, Some("A-1"), "").await.unwrap().fields;
    assert_eq!(fields.statement, "Asks openly", "what is published stays");
}

#[tokio::test]
async fn a_file_that_says_what_is_published_goes_into_an_open_draft_all_the_same() {
    let ground = place().await;
    let operator = ground.operator();
    let published = frameworks::overview_of(&operator, 1).await.unwrap().title.id;
    let csv = frameworks::as_csv(&operator, published).await.unwrap();
    let csv = String::from_utf8(csv).unwrap();
    let start = StartDraft { title: "Framework".into(), begin: BeginWith::Nothing };
    frameworks::start(&operator, &start).await.unwrap();
    let outcome = ground.bring(Kind::Framework, &csv).await;
    let (domains, told) = (tally(&outcome, "domains"), tally(&outcome, "competencies"));
    assert_eq!((domains.new, told.new, told.unchanged), (3, 6, 0));
    let overview = frameworks::overview_of(&operator, 2).await.unwrap();
    assert_eq!(overview.open_questions, Vec::<String>::new(), "everything is the same");
    let before = ground.facts().await;
    let again = ground.bring(Kind::Framework, &csv).await;
    assert_eq!(tally(&again, "competencies").unchanged, 6);
    assert_eq!(ground.facts().await, before, "a second time changes nothing");

    reword(&operator, "A-1", "Asks of carers too").await;
    let outcome = ground.bring(Kind::Framework, &csv).await;
    let told = tally(&outcome, "competencies");
    assert_eq!((told.corrected, told.unchanged), (1, 5), "it is compared with the draft");
}

#[tokio::test]
async fn whoever_publishes_and_does_not_draft_changes_no_draft_by_a_file() {
    let ground = place().await;
    copy(&ground.operator()).await;
    let before = ground.facts().await;
    let administrator = holder(&ground, "E2", Administrator).await;
    let text =
        "code,domain_code,title,statement,refresh_months\nA-1,ONE,Asks,Asks of carers too,12\n";
    let source = Source::text("framework.csv", text);
    let options = Options::at(crate::ground::day(TODAY));
    let watch = crate::ground::nobody_listens();
    let checked = imports::check(&administrator, Kind::Framework, &source, &options, &watch).await;
    assert!(checked.is_err_and(|refused| refused.to_string().contains("Ask a framework editor")));
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn the_set_that_ships_never_goes_into_a_draft() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    let before = ground.facts().await;
    let refused = services::reference::load(&operator, &crate::ground::nobody_listens()).await;
    assert!(refused.unwrap_err().to_string().contains("never changes"));
    assert_eq!(ground.facts().await, before);
}

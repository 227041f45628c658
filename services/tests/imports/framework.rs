//! The framework, roles and requirements from files, and the set that ships.

use super::merging::with_grant;
use super::small_place::{FRAMEWORK, ROLES, expect, small_place};
use crate::ground::{TODAY, day, ground, nobody_listens, tally};
use domain::codes::{GrantKind, Necessity, Origin, VersionState};
use domain::policy::Scope;
use entities::{
    competency, competency_domain, framework_version, requirement, role, session_template,
};
use services::imports::Kind;
use services::{Error, reference};

#[tokio::test]
async fn the_first_framework_is_version_1_and_in_use_at_once() {
    let ground = ground().await;
    let outcome = ground.bring(Kind::Framework, FRAMEWORK).await;
    assert_eq!((tally(&outcome, "domains").new, tally(&outcome, "competencies").new), (2, 2));
    let version = ground.only::<framework_version::Entity>().await;
    assert_eq!((version.number, version.title.as_str()), (1, "Framework"));
    let published = (VersionState::Published, Some(day(TODAY)));
    assert_eq!((version.state, version.published_from), published);
    let domains = ground.all::<competency_domain::Entity>().await;
    let risk = domains.iter().find(|d| d.code == "RSK").unwrap();
    assert_eq!(
        (risk.title.as_str(), risk.origin),
        ("RSK", Origin::Local),
        "without a title, its code"
    );
}

#[tokio::test]
async fn a_published_version_never_changes() {
    let ground = ground().await;
    ground.bring(Kind::Framework, FRAMEWORK).await;
    let before = ground.facts().await;
    let again = ground.bring(Kind::Framework, FRAMEWORK).await;
    assert_eq!(tally(&again, "competencies").unchanged, 2);
    assert_eq!(ground.facts().await, before);

    let reworded = FRAMEWORK.replace("Asks openly", "Asks") + "NEW-1,RSK,New,New,,12,no\n";
    let found = ground.faults(Kind::Framework, &reworded).await;
    expect(
        &found,
        &[
            "line 2, code 'RSK-1': statement 'Asks openly about suicide and self-harm' becomes",
            "line 4, code 'NEW-1': this competency is new; version 1 is in use",
        ],
    );
    assert!(found[0].contains("a published version never changes: draft a new version"));
    let shorter: String = FRAMEWORK.split_inclusive('\n').take(2).collect();
    let found = ground.faults(Kind::Framework, &shorter).await;
    expect(&found, &["the file: EMG-1 not in the file; version 1 is in use"]);
}

#[tokio::test]
async fn a_framework_says_one_thing_of_each_domain_and_competency() {
    let ground = ground().await;
    let text = "code,domain_code,domain_title,title,statement,refresh_months,strand,rare_event\n\
                A-1,A,Asking,One,One,0,mental_health,no\n\
                A-2,A,Telling,Two,Two,12,both,perhaps\n\
                A-3,A,Asking,Three,,121,,\n\
                B-1,B,,Four,Four,12,,\n\
                B-1,B,,Four,Four,12,,\n\
                B-2,B,Other,Five,Five,12,,\n";
    expect(
        &ground.faults(Kind::Framework, text).await,
        &[
            "line 2, refresh_months '0': write a whole number from 1 to 120",
            "line 3, strand 'both'",
            "line 3, rare_event 'perhaps': write yes or no",
            "line 4, statement: this must not be blank",
            "line 4, refresh_months '121'",
            "line 6, code 'B-1': repeats line 5",
            "line 7, domain_code 'B': title or origin of this domain differ from line 5",
        ],
    );
}

#[tokio::test]
async fn requirements_are_corrected_by_role_competency_and_first_day() {
    let ground = small_place().await;
    let text = "role_code,competency_code,required_level,necessity,critical,effective_from,effective_to\n\
                GP,RSK-1,4,,,,2025-12-31\n\
                GP,RSK-1,3,optional,YES,2026-01-01,\n\
                PN,EMG-1,0,core,0,,\n";
    assert_eq!(tally(&ground.bring(Kind::Requirements, text).await, "requirements").new, 3);
    let before = ground.facts().await;
    ground.bring(Kind::Requirements, text).await;
    assert_eq!(ground.facts().await, before);
    let stricter = text.replace("GP,RSK-1,3,optional", "GP,RSK-1,5,optional");
    let outcome = ground.bring(Kind::Requirements, &stricter).await;
    let tally = tally(&outcome, "requirements");
    assert_eq!((tally.corrected, tally.unchanged), (1, 2));
    let rows = ground.all::<requirement::Entity>().await;
    let dated = rows.iter().find(|r| r.effective_from.is_some()).unwrap();
    assert_eq!(
        (dated.required_level, dated.necessity, dated.critical),
        (5, Necessity::Optional, true)
    );
    let first = rows.iter().find(|r| r.effective_to.is_some()).unwrap();
    assert_eq!(
        (first.necessity, first.critical),
        (Necessity::Core, false),
        "blank is core, not critical"
    );

    let wrong = "role_code,competency_code,required_level,necessity,effective_from,effective_to\n\
                 XX,RSK-9,6,must,,\n\
                 GP,RSK-1,2,,2026-05-01,2026-04-01\n";
    expect(
        &ground.faults(Kind::Requirements, wrong).await,
        &[
            "line 2, role_code 'XX': is not the code of a role on record",
            "line 2, competency_code 'RSK-9': is not the code of a competency of the framework in use",
            "line 2, required_level '6': write a whole number from 0 to 5",
            "line 2, necessity 'must'",
            "line 3, effective_to '2026-04-01': is before effective_from",
        ],
    );
}

#[tokio::test]
async fn roles_are_corrected_in_place() {
    let ground = small_place().await;
    let changed = ROLES.replace("Practice nurse,", "General practice nurse,");
    assert_eq!(tally(&ground.bring(Kind::Roles, &changed).await, "roles").corrected, 1);
    let roles = ground.all::<role::Entity>().await;
    let nurse = roles.iter().find(|r| r.code == "PN").unwrap();
    assert_eq!(
        (nurse.title.as_str(), nurse.profession.as_deref()),
        ("General practice nurse", None)
    );
}

#[tokio::test]
async fn the_set_that_ships_comes_in_whole_and_a_second_time_changes_nothing() {
    let ground = ground().await;
    let operator = ground.operator();
    reference::load(&operator, &nobody_listens()).await.unwrap();
    // 10 domains, 61 competencies, 23 roles, 1,142 requirements and 15 templates: the data's own count.
    assert_eq!(ground.all::<competency_domain::Entity>().await.len(), 10);
    assert_eq!(ground.all::<competency::Entity>().await.len(), 61);
    assert_eq!(ground.all::<role::Entity>().await.len(), 23);
    assert_eq!(ground.all::<requirement::Entity>().await.len(), 1_142);
    assert_eq!(ground.all::<session_template::Entity>().await.len(), 15);
    let version = ground.only::<framework_version::Entity>().await;
    assert_eq!(version.title, "Tower Hamlets competency set");
    let domains = ground.all::<competency_domain::Entity>().await;
    let named = domains.iter().filter(|d| d.origin == Origin::NamedInReport);
    let mut named: Vec<_> = named.map(|d| d.code.as_str()).collect();
    named.sort_unstable();
    assert_eq!(named, ["EMG", "ENG", "HMS", "REC", "RSK"], "the five headings of the report");

    let before = ground.facts().await;
    reference::load(&operator, &nobody_listens()).await.unwrap();
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn an_administrator_may_bring_the_set_in_and_a_framework_editor_alone_may_not() {
    let ground = ground().await;
    let editor = with_grant(&ground, GrantKind::FrameworkEditor, Scope::Everywhere).await;
    assert!(reference::load(&editor, &nobody_listens()).await.is_err(), "it publishes");
    let administrator = with_grant(&ground, GrantKind::Administrator, Scope::Everywhere).await;
    reference::load(&administrator, &nobody_listens()).await.unwrap();
    assert_eq!(ground.all::<session_template::Entity>().await.len(), 15);
}

#[tokio::test]
async fn the_set_that_ships_does_not_replace_another_framework() {
    let ground = ground().await;
    ground.bring(Kind::Framework, FRAMEWORK).await;
    let refused = reference::load(&ground.operator(), &nobody_listens()).await;
    assert!(
        matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("never changes")),
        "{refused:?}"
    );
}

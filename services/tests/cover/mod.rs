//! Which teams are covered: by rules that are kept, by people who come, and as far as somebody may see it.

use crate::ground::{Ground, TODAY, day};
use crate::people::place::{AMINA, EVE, is_not_found, practices, told};
use domain::codes::CareSetting;
use domain::codes::GrantKind::WorkforceLead;
use domain::coverage::cover::forms::{AddCoverRule, CoverAsks, WhoseCode};
use domain::coverage::cover::rule::Missing;
use domain::coverage::cover::{Asks, Covered, Item};
use domain::coverage::{ItemKind, ScopeKind};
use domain::dates::Period;
use domain::fields::FieldErrors;
use domain::ids::CoverRuleId;
use domain::inputs::forms::{InputFields, KeepInput};
use entities::{audit_entry, cover_rule};
use services::clock::Clock;
use services::coverage::{Ask, Shown, cover, why_covered};
use services::imports::Kind;
use services::{Ctx, Services, cover_rules, inputs};

fn asks(people: u32, from: &str) -> CoverAsks {
    let held = Period::new(Some(day(from)), None);
    CoverAsks { asks: Asks { people, ..Asks::ONE }, held }
}

/// A rule for the first practice's team in risk.
fn rule(people: u32, from: &str) -> AddCoverRule {
    let (whose, item) = (WhoseCode::Team("T1".into()), Item::Domain("RSK".into()));
    AddCoverRule { whose, item, says: asks(people, from) }
}

fn of_setting(area: Option<&str>) -> AddCoverRule {
    let (setting, area) = (CareSetting::PrimaryCare, area.map(str::to_owned));
    AddCoverRule { whose: WhoseCode::Setting { setting, area }, ..rule(1, TODAY) }
}

/// Eve leads the network.
async fn lead(ground: &Ground) -> Ctx {
    ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await
}

fn within(code: &str) -> Ask {
    Ask {
        as_at: day(TODAY),
        scope: ScopeKind::Team,
        item: ItemKind::Domain,
        within: Some(code.to_owned()),
        organisation: None,
        setting: None,
        care_level: None,
        strand: None,
        critical_only: false,
        group: None,
        include_bank: false,
    }
}

/// The last two columns of the first team in asking about risk.
async fn capable(ground: &Ground) -> String {
    let csv = ground.coverage(TODAY).await;
    let row = csv.lines().find(|line| line.contains(",T1,") && line.contains(",RSK-1,"));
    let columns: Vec<&str> = row.unwrap().split(',').collect();
    columns[columns.len() - 2..].join(" of ")
}

fn beside(result: services::Result<impl std::fmt::Debug>) -> Vec<String> {
    let FieldErrors(errors) = told(result);
    errors.into_iter().map(|error| error.field).collect()
}

async fn only_rule(ground: &Ground) -> CoverRuleId {
    ground.only::<cover_rule::Entity>().await.id
}

/// How a rule stands, as whoever may change it is shown; nothing for others.
async fn shown(ctx: &Ctx, id: CoverRuleId) -> String {
    cover_rules::change_form(ctx, id).await.map(|form| form.shown).unwrap_or_default()
}

/// Finn comes to the first team, holds a 3, and is of another profession than Amina, who holds a 4; as the team's manager records it.
async fn finn_comes(ground: &Ground, starts_on: &str) -> Ctx {
    let held = "employee_number,employer_code,competency_code,kind,made_on,level,evidence\n\
                E6,P2,RSK-1,confirmed,2026-01-05,3,observation\n";
    ground.bring(Kind::Judgements, held).await;
    let fields = InputFields {
        kind: "link_worker".into(),
        population: "all".into(),
        from_person: "finn.cole@staff.example".into(),
        case_discussions: "all".into(),
        starts_on: starts_on.into(),
        ..InputFields::default()
    };
    let dan = ground.dan().await;
    inputs::add(&dan, "T1", &KeepInput::parse(&fields).unwrap()).await.unwrap();
    dan
}

#[tokio::test]
async fn a_rule_counts_from_its_first_day_to_its_last_and_every_process_knows() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    let clock = Clock::new(Some(day(TODAY)));
    let beside = Services::new(ground.services.db.clone(), clock);
    let rules = async || {
        let operator = beside.as_actor(domain::policy::Actor::Operator);
        operator.facts().await.unwrap().cover_rules.len()
    };
    assert_eq!((capable(&ground).await.as_str(), rules().await), ("0 of 1", 0), "two are asked");
    cover_rules::add(&lead, &rule(1, TODAY)).await.unwrap();
    assert_eq!((capable(&ground).await.as_str(), rules().await), ("1 of 1", 1));
    let id = only_rule(&ground).await;
    cover_rules::change(&lead, id, &asks(2, TODAY), &shown(&lead, id).await).await.unwrap();
    assert_eq!(capable(&ground).await, "0 of 1");
    assert_eq!(only_rule(&ground).await, id, "it began today, so it is put right");
    cover_rules::change(&lead, id, &asks(1, "2026-12-01"), &shown(&lead, id).await).await.unwrap();
    assert_eq!(capable(&ground).await, "0 of 1", "from then on");
    cover_rules::remove(&lead, id).await.unwrap();
    assert_eq!(rules().await, 0);
    let acts = ground.all::<audit_entry::Entity>().await;
    for act in ["add cover rule", "change cover rule", "remove cover rule"] {
        assert!(acts.iter().any(|entry| entry.action == act), "{act}");
    }
}

#[tokio::test]
async fn a_rule_that_has_begun_is_followed_by_another_and_two_never_hold_at_once() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    cover_rules::add(&lead, &rule(1, "2026-09-01")).await.unwrap();
    let id = only_rule(&ground).await;
    assert_eq!(beside(cover_rules::add(&lead, &rule(2, "2027-01-01")).await), ["starts_on"]);
    let competency = Item::Competency("RSK-1".into());
    let other = AddCoverRule { item: competency, ..rule(2, "2027-01-01") };
    cover_rules::add(&lead, &other).await.unwrap();
    cover_rules::change(&lead, id, &asks(2, TODAY), &shown(&lead, id).await).await.unwrap();
    let mut rows = ground.all::<cover_rule::Entity>().await;
    rows.retain(|row| row.domain_code.is_some());
    rows.sort_by_key(|row| row.starts_on);
    let days: Vec<_> = rows.iter().map(|row| (row.people, row.starts_on, row.ends_on)).collect();
    let until = Some(day("2026-10-31"));
    assert_eq!(days, [(1, day("2026-09-01"), until), (2, day(TODAY), None)]);
    assert!(cover_rules::end(&lead, id, "", &shown(&lead, id).await).await.is_err(), "it is over");
    cover_rules::end(&lead, rows[1].id, "2026-11-30", &shown(&lead, rows[1].id).await)
        .await
        .unwrap();
    cover_rules::add(&lead, &rule(3, "2026-12-01")).await.unwrap();
    assert_eq!(
        beside(cover_rules::end(&lead, rows[1].id, "", &shown(&lead, rows[1].id).await).await),
        ["last_day"]
    );
    assert!(cover_rules::remove(&lead, rows[1].id).await.is_err(), "it holds today");
}

#[tokio::test]
async fn a_rule_that_was_begun_by_mistake_never_applied_and_makes_room_for_another() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    cover_rules::add(&lead, &rule(1, "2026-09-01")).await.unwrap();
    let id = only_rule(&ground).await;
    let (dan, first) = (ground.dan().await, shown(&lead, id).await);
    assert!(is_not_found(cover_rules::undo(&dan, id, &first).await));
    // Two tabs: what the second decides was decided without the first.
    cover_rules::end(&lead, id, "2026-12-31", &first).await.unwrap();
    for stale in [
        cover_rules::undo(&lead, id, &first).await,
        cover_rules::change(&lead, id, &asks(2, TODAY), &first).await,
        cover_rules::end(&lead, id, "2026-11-30", &first).await.map(|_| ()),
    ] {
        let told = stale.unwrap_err().to_string();
        assert!(told.contains("From 1 September 2026 to 31 December 2026"), "{told}");
    }
    assert_eq!(capable(&ground).await, "1 of 1");
    cover_rules::undo(&lead, id, &shown(&lead, id).await).await.unwrap();
    assert_eq!(capable(&ground).await, "0 of 1");
    let row = ground.only::<cover_rule::Entity>().await;
    assert_eq!((row.starts_on, row.ends_on), (day("2026-09-01"), Some(day("2026-08-31"))));
    let listed = cover_rules::list(&lead, 1).await.unwrap().rules.entries;
    assert_eq!(listed[0].held.words(), "Ended before it began on 1 September 2026");
    assert!(!listed[0].may_change);
    cover_rules::add(&lead, &rule(1, "2026-09-01")).await.unwrap();
    let acts = ground.all::<audit_entry::Entity>().await;
    assert!(acts.iter().any(|entry| entry.action == "take back cover rule"));
}

#[tokio::test]
async fn whoever_leads_an_area_keeps_the_rules_of_its_teams() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    for area in [Some("TH"), Some("XX"), None] {
        assert_eq!(beside(cover_rules::add(&lead, &of_setting(area)).await), ["area"], "{area:?}");
    }
    cover_rules::add(&lead, &of_setting(Some("N1"))).await.unwrap();
    assert_eq!(capable(&ground).await, "1 of 1");
    let id = only_rule(&ground).await;
    let unknown = AddCoverRule { whose: WhoseCode::Team("XX".into()), ..rule(1, TODAY) };
    assert_eq!(beside(cover_rules::add(&lead, &unknown).await), ["team"]);
    let unknown = AddCoverRule { item: Item::Competency("XX-1".into()), ..rule(1, TODAY) };
    assert_eq!(beside(cover_rules::add(&lead, &unknown).await), ["item"]);
    // A team manager reads them and keeps none; whoever sees no figures is told of nothing.
    let (dan, amina) = (ground.dan().await, ground.sign_in(AMINA, None).await);
    assert_eq!(cover_rules::list(&dan, 1).await.unwrap().rules.total, 1);
    assert!(is_not_found(cover_rules::list(&amina, 1).await));
    for ctx in [&dan, &amina, &ground.operator()] {
        assert!(is_not_found(cover_rules::add(ctx, &rule(1, TODAY)).await));
        assert!(is_not_found(
            cover_rules::change(ctx, id, &asks(2, TODAY), &shown(ctx, id).await).await
        ));
        assert!(is_not_found(cover_rules::end(ctx, id, TODAY, &shown(ctx, id).await).await));
        assert!(is_not_found(cover_rules::remove(ctx, id).await));
        assert!(is_not_found(cover_rules::change_form(ctx, id).await));
    }
}

#[tokio::test]
async fn whoever_comes_to_a_team_covers_it_while_they_come() {
    let ground = practices().await;
    assert_eq!(capable(&ground).await, "0 of 1");
    let dan = finn_comes(&ground, "2026-11-02").await;
    assert_eq!(capable(&ground).await, "0 of 1", "from tomorrow on");
    let tomorrow = Ask { as_at: day("2026-11-02"), ..within("T1") };
    let table = cover(&dan, tomorrow.clone(), Shown::default()).await.unwrap().unwrap();
    let risk = table.rows.entries[0].cells[0].unwrap();
    assert_eq!((risk.covered, risk.one_person), (Covered::ByArrangement, true));
    assert_eq!((table.capable, table.one_person), (0, 1), "nobody holds EMG-1");
    let organisation = Some("P2".to_owned());
    let narrowed = Ask { organisation, critical_only: true, ..tomorrow };
    let same = cover(&dan, narrowed, Shown::default()).await.unwrap().unwrap();
    assert_eq!(same, table, "cover is of all that a team requires");
}

#[tokio::test]
async fn why_a_team_is_covered_names_those_whose_record_the_asker_may_read() {
    let ground = practices().await;
    let dan = finn_comes(&ground, TODAY).await;
    let seen = why_covered(&dan, within("T1"), "RSK").await.unwrap();
    assert_eq!(seen.verdict.unwrap().covered, Covered::ByArrangement);
    let risk = &seen.competencies[0];
    let names: Vec<&str> = risk.holders.iter().map(|one| one.name.as_str()).collect();
    // Finn is of another practice: a team manager here reads no record there.
    assert_eq!((names, risk.hidden(), risk.hidden_alone), (vec!["Amina Khan"], 1, 1));
    assert!(risk.holders[0].alone, "two are needed");
    assert_eq!((risk.professions.len(), risk.more_professions), (1, 1), "his is not told");
    assert_eq!((risk.own, risk.helping, risk.missing()), (1, 1, Missing::default()));
    assert_eq!(seen.helpers, ["Somebody whose name you do not see"]);
    assert!(seen.may_manage_input && !seen.may_keep_rules);
    // Both practices share figures with whoever leads their network, and no people.
    let lead = lead(&ground).await;
    let seen = why_covered(&lead, within("T1"), "RSK-1").await.unwrap();
    assert!(!format!("{seen:?}").contains("Khan"), "{seen:?}");
    assert_eq!((seen.competencies[0].hidden(), seen.may_keep_rules), (2, true));
    let risk = &seen.competencies[0];
    assert_eq!((risk.professions.len(), risk.more_professions), (0, 2));
    assert_eq!(risk.missing(), Missing::default(), "they count all the same");
    for (code, item) in [("T1", "XX"), ("T9", "RSK"), ("P1", "RSK")] {
        assert!(is_not_found(why_covered(&lead, within(code), item).await), "{code} {item}");
    }
    let finn = ground.finn().await;
    assert!(is_not_found(why_covered(&finn, within("T1"), "RSK").await));
    assert!(is_not_found(cover(&finn, within("P1"), Shown::default()).await));
}

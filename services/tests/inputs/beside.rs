//! The input of teams beside their coverage: what is added up, who comes first, and who may see it.

use super::{fields, kept};
use crate::ground::{TODAY, day};
use crate::people::place::{AMINA, EVE, is_not_found, practices};
use domain::codes::CareSetting;
use domain::codes::GrantKind::WorkforceLead;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Covered;
use domain::inputs::beside::{Beside, InputTable};
use domain::inputs::forms::InputFields;
use domain::inputs::sums::InputSum;
use domain::inputs::views::{InputLine, Named};
use services::coverage::{PageAsk, input};
use services::inputs::add;
use services::{Ctx, Result};

fn within(code: &str) -> CoverageAddress {
    let (within, as_at) = (Some(code.to_owned()), Some(day(TODAY)));
    CoverageAddress { within, as_at, ..CoverageAddress::default() }
}

async fn table(ctx: &Ctx, address: CoverageAddress) -> Result<InputTable> {
    Ok(input(ctx, PageAsk::of(address, ctx.today)).await?.expect("a place"))
}

/// Teams, how many of them have input, target, actual and gap.
fn told(sum: &InputSum) -> (u32, u32, String, String, String) {
    (sum.teams, sum.with_input, sum.target_words(), sum.actual_words(), sum.gap_words())
}

fn says(teams: u32, with_input: u32, words: [&str; 3]) -> (u32, u32, String, String, String) {
    let [target, actual, gap] = words.map(str::to_owned);
    (teams, with_input, target, actual, gap)
}

#[tokio::test]
async fn teams_to_which_nobody_comes_are_first_and_what_they_hold_stands_beside() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let wanted = InputFields { target_wte: "0.5".into(), ..fields(TODAY) };
    add(&dan, "T1", &kept(&wanted)).await.unwrap();
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    let seen = table(&lead, within("N1")).await.unwrap();

    let teams: Vec<&str> = seen.rows.entries.iter().map(|row| row.team.code.as_str()).collect();
    assert_eq!(teams, ["T3", "T2", "T1"], "by name where nothing else tells them apart");
    assert!(seen.rows.entries[..2].iter().all(|row| row.says_none && row.lines.is_empty()));
    // The row of the team file says nothing of hours.
    let hours = ["0.50", "0.20, and 1 not recorded", "0.30 short"];
    assert_eq!(told(&seen.rows.entries[2].sum), says(1, 1, hours));
    assert_eq!(told(&seen.whole), says(3, 1, hours));
    assert_eq!(seen.parts_are, Some(ScopeKind::Organisation));
    let parts: Vec<_> = seen.parts.iter().map(|(part, sum)| (&*part.code, told(sum))).collect();
    let nothing = says(1, 0, ["None set", "0.00", "No target"]);
    assert_eq!(parts, [("P1", says(2, 1, hours)), ("P2", nothing)]);

    let domains: Vec<&str> = seen.domains.iter().map(|domain| domain.code.as_str()).collect();
    assert_eq!(domains, ["RSK", "EMG"]);
    // Of the nurse is asked one competency of each; she is confirmed in the one, and two would be needed.
    let [risk, emergencies] = seen.rows.entries[2].beside[..] else { panic!("two domains") };
    assert_eq!((risk.asked, risk.met, emergencies.asked, emergencies.met), (1, 1, 1, 0));
    assert_eq!(risk.verdict.unwrap().covered, Covered::NotCovered);
    assert_eq!(seen.rows.entries[0].beside, [Beside::default(); 2], "nothing is asked there");
}

#[tokio::test]
async fn it_is_told_as_at_a_day_and_of_the_teams_that_are_chosen() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let wanted = InputFields { target_wte: "0.5".into(), ..fields(TODAY) };
    add(&dan, "T1", &kept(&wanted)).await.unwrap();
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    let before = CoverageAddress { as_at: Some(day("2026-10-31")), ..within("N1") };
    let seen = table(&lead, before).await.unwrap();
    assert_eq!(told(&seen.whole), says(3, 1, ["None set", "Not recorded", "No target"]));
    let chosen = CoverageAddress { setting: Some(CareSetting::Wellbeing), ..within("N1") };
    let seen = table(&lead, chosen).await.unwrap();
    assert_eq!((seen.whole.teams, &*seen.rows.entries[0].team.code), (1, "T3"));
    let team = table(&lead, within("T1")).await.unwrap();
    assert_eq!((team.rows.total, team.parts_are, team.parts.len()), (1, None, 0));
    let before_all = CoverageAddress { as_at: Some(day("2009-01-01")), ..within("N1") };
    assert_eq!(table(&lead, before_all).await.unwrap().whole, InputSum::default());
}

#[tokio::test]
async fn who_comes_is_named_to_whoever_may_know_and_teams_are_for_whoever_sees_figures() {
    let ground = practices().await;
    let dan = ground.dan().await;
    add(&dan, "T1", &kept(&fields(TODAY))).await.unwrap();
    let named = |table: &InputTable| -> Vec<Option<String>> {
        let lines = table.rows.entries.iter().flat_map(|row| &row.lines);
        lines.map(|line: &InputLine| line.named.words()).collect()
    };
    let seen = table(&dan, within("T1")).await.unwrap();
    assert_eq!(named(&seen), [None, Some("Finn Cole".to_owned())], "that of the file names nobody");
    // Practice 1 shares figures and no people.
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    let seen = table(&lead, within("N1")).await.unwrap();
    assert_eq!(named(&seen), [None, Named::Hidden.words()]);
    assert!(!format!("{seen:?}").contains("Cole"));

    let (finn, amina) = (ground.finn().await, ground.sign_in(AMINA, None).await);
    let own = table(&finn, within("P2")).await.unwrap();
    assert_eq!((own.whole.teams, &*own.rows.entries[0].team.code), (1, "T2"));
    assert!(is_not_found(table(&finn, within("T1")).await));
    assert!(is_not_found(table(&amina, within("T1")).await));
}

//! Local measures: brought in from the page, corrected with their history kept, and shown beside coverage without touching it.

use crate::importing::{settled, upload};
use crate::practice::{TODAY, practice, sign_in};
use crate::small::bring;
use domain::codes::GrantKind::Educator;
use domain::imports::{Kind, Options};
use domain::returns::rows::place_of;
use sea_orm::{ConnectionTrait, Statement};
use services::imports::{self, Progress, Source, Watch};
use services::local_measures;
use tests::Installation;
use tests::user::is_refused;

const HEAD: &str = "code,definition,source,unit,level,scope_code,from,to,value\n";

/// One measure of a network over the half year before the day of the practice.
fn reviews(value: &str) -> String {
    format!(
        "PHQ-1,People with depression who had a review,Practice systems,%,network,N1,2026-04-01,2026-09-30,{value}\n"
    )
}

/// The faults of a file, as the command line tells them to the operator.
async fn faults(esteem: &Installation, lines: &str) -> Vec<String> {
    let operator = esteem.operator();
    let source = Source::text("measures.csv", &format!("{HEAD}{lines}"));
    let (options, watch) = (Options::at(operator.today), Watch::new(Progress::default()));
    let checked = imports::check(&operator, Kind::LocalMeasures, &source, &options, &watch).await;
    let faults = checked.expect("a check").report.faults;
    faults.listed.iter().map(ToString::to_string).collect()
}

/// How many rows there are in all, and how many that stand.
async fn kept(esteem: &Installation) -> (i64, i64) {
    let db = esteem.services.db.read();
    let asked =
        "SELECT COUNT(*) AS kept, COUNT(*) - COUNT(replaced_at) AS latest FROM local_measure";
    let asked = Statement::from_string(db.get_database_backend(), asked);
    let row = db.query_one_raw(asked).await.expect("an answer").expect("a row");
    (row.try_get("", "kept").expect("a number"), row.try_get("", "latest").expect("a number"))
}

#[tokio::test]
async fn a_lead_brings_measures_that_stand_beside_coverage_and_change_none_of_it() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let before = lead.visit("/coverage?in=N1").await;
    assert!(!before.says("Local measures"), "there are none yet: {}", before.words());
    let team =
        "WAIT,Weeks until a first appointment,Team diary,weeks,team,T1,2026-07-01,2026-09-30,\n";
    let file = format!("{HEAD}{}{team}", reviews("048.50"));
    let preview = upload(&mut lead, "local_measures", "measures.csv", &file).await;
    assert!(preview.says("Ready to look at") && preview.says("PHQ-1 of N1"), "{}", preview.words());
    assert_eq!(kept(&esteem).await, (0, 0), "nothing yet");
    let sent = lead.submit(&preview, "keep_import", &[]).await;
    let done = settled(&mut lead, sent).await;
    assert!(done.text("h1").starts_with("Imported"), "{}", done.words());
    assert!(done.says("A return that is prepared already does not have them"), "{}", done.words());
    assert_eq!(done.links("go to coverage"), ["/coverage"]);
    let help = lead.visit("/import").await;
    assert!(help.says("One of: place, locality, network, system, team"), "{}", help.words());

    let network = lead.visit("/coverage?in=N1").await;
    assert!(network.says("What Network 1 measures besides"), "{}", network.words());
    let told = "People with depression who had a review";
    let measures = network.all("tbody").pop().expect("a table");
    assert!(measures.contains(told) && measures.contains("48.5"), "{measures}");
    assert!(measures.contains("From 1 April 2026 to 30 September 2026"), "{measures}");
    assert!(!measures.contains("WAIT"), "a team's own measures are beside its own coverage");
    let figures = before.all("tbody");
    assert_eq!(network.all("tbody")[..figures.len()], figures[..], "nothing is combined");
    let team = lead.visit("/coverage?in=T1").await;
    assert!(team.says("Weeks until a first appointment") && team.says("Not recorded"));
    assert!(!team.says("PHQ-1"), "{}", team.words());
    let past = lead.visit("/coverage?in=N1&as_at=2026-09-29").await;
    assert!(!past.says("Local measures"), "the period had not ended then");
    let mut dan = sign_in(&esteem, "dan").await;
    assert!(dan.visit("/coverage?in=T1").await.says("Weeks until a first appointment"));
}

#[tokio::test]
async fn another_value_is_a_correction_and_the_one_before_stays_in_the_history() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    bring(&esteem, Kind::LocalMeasures, &format!("{HEAD}{}", reviews("48.5"))).await;
    bring(&esteem, Kind::LocalMeasures, &format!("{HEAD}{}", reviews("48.50"))).await;
    assert_eq!(kept(&esteem).await, (1, 1), "the same file twice changes nothing");
    let file = format!("{HEAD}{}", reviews("49"));
    let preview = upload(&mut lead, "local_measures", "measures.csv", &file).await;
    assert!(preview.says("value '48.5' becomes '49'"), "{}", preview.words());
    let sent = lead.submit(&preview, "keep_import", &[]).await;
    settled(&mut lead, sent).await;
    assert_eq!(kept(&esteem).await, (2, 1));
    let measures = lead.visit("/coverage?in=N1").await.all("tbody").pop().expect("a table");
    assert!(measures.contains("49") && !measures.contains("48.5"), "{measures}");
    // A return's own file comes back as it went out.
    let published = "return_id,reference_date,geography_level,org_code,measure_code,definition,source,unit,period_from,period_to,value,note\n\
         TH-2026-09-30-r1,2026-09-30,network,N1,PHQ-1,People with depression who had a review,Practice systems,%,2026-04-01,2026-09-30,49,\n";
    bring(&esteem, Kind::LocalMeasures, published).await;
    assert_eq!(kept(&esteem).await, (2, 1));
}

#[tokio::test]
async fn every_fault_is_told_at_once_with_its_line_column_and_value() {
    let esteem = practice().await;
    let lines = "PHQ-1,Reviews,Practices,Patients seen,network,N1,2026-04-01,2026-09-30,3\n\
                 ,Reviews,Practices,%,network,N9,2026-04-01,2026-03-31,many\n\
                 PHQ-2,Seen 401 023 2137 at home,Practices,%,person,E1,2026-04-01,2026-09-30,3\n\
                 PHQ-3,=1+1,Practices,%,team,N1,2026-04-01,2026-09-30,3\n";
    let told = faults(&esteem, lines).await;
    let expected = [
        "line 2, value '3': Leave the value blank: fewer than 8 people",
        "line 3, scope_code 'N9': is not the code of a network on record",
        "line 3, code: Enter the code of the measure",
        "line 3, to '2026-03-31': Enter a last day that is not before the first",
        "line 3, value 'many': Enter the value as a number",
        "line 4, definition: holds",
        "line 4, level 'person': Choose place, locality, network, system or team",
        "line 5, definition '=1+1': starts with",
        "line 5, scope_code 'N1': is not the code of a team on record",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for beginning in expected {
        assert!(told.iter().any(|fault| fault.starts_with(beginning)), "{beginning}: {told:#?}");
    }
    assert!(told.iter().all(|fault| !fault.contains("2137")), "{told:#?}");
    let twice = format!("{}{}", reviews("1"), reviews("2"));
    let told = faults(&esteem, &twice).await;
    assert!(told[0].starts_with("line 3, code 'PHQ-1': is also said in line 2"), "{told:#?}");
}

#[tokio::test]
async fn they_come_from_whoever_prepares_returns_of_the_area_keeps_it_or_runs_the_program() {
    let esteem = practice().await;
    let file = format!("{HEAD}{}", reviews("48.5"));
    // A team manager and an educator bring none; whoever leads next door knows no Network 1.
    let educator = esteem.somebody("edu@staff.example", &[(Educator, "N1")]).await;
    for mut user in [sign_in(&esteem, "dan").await, sign_in(&esteem, "ed").await, educator] {
        let fields = [("kind", "local_measures"), ("as_at", TODAY)];
        let answer = user.upload("/import/upload", &fields, ("measures.csv", file.as_str())).await;
        assert!(is_refused(answer.status), "{}", answer.status);
    }
    let mut finn = sign_in(&esteem, "finn").await;
    let answer = upload(&mut finn, "local_measures", "measures.csv", &file).await;
    let unknown = "Is not the code of a network on record";
    assert!(answer.says("Nothing was imported") && answer.says(unknown), "{}", answer.words());
    assert_eq!(kept(&esteem).await, (0, 0));
    let mut yusra = sign_in(&esteem, "yusra").await;
    let preview = upload(&mut yusra, "local_measures", "measures.csv", &file).await;
    let sent = yusra.submit(&preview, "keep_import", &[]).await;
    settled(&mut yusra, sent).await;
    assert_eq!(kept(&esteem).await, (1, 1));
}

#[tokio::test]
async fn a_return_has_the_measures_of_its_place_whose_period_ended_in_the_twelve_months_before() {
    let esteem = practice().await;
    let line = |code: &str, of: &str, to: &str| {
        format!("{code},Reviews,Practices,%,{of},2025-01-01,{to},50\n")
    };
    let lines = [
        line("C", "team,T2", "2026-09-30"),
        line("B", "network,N1", "2026-09-30"),
        line("A", "place,TH", "2026-09-30"),
        // Twelve months up to 30 September 2026 begin with 1 October 2025.
        line("D", "place,TH", "2025-10-01"),
        line("E", "place,TH", "2025-09-30"),
        line("F", "place,TH", "2026-10-01"),
        // The commissioner's team is in no area.
        line("G", "team,T90", "2026-09-30"),
    ];
    bring(&esteem, Kind::LocalMeasures, &format!("{HEAD}{}", lines.concat())).await;
    let operator = esteem.operator();
    let facts = operator.facts().await.expect("facts");
    let place = place_of(&facts, "TH").expect("the place");
    let (db, day) = (esteem.services.db.read(), "2026-09-30".parse().expect("a day"));
    let measures = local_measures::of_return(db, &facts, place, day).await.expect("measures");
    let told = measures.iter().map(|m| format!("{} {} {}", m.level, m.scope_code, m.code));
    let expected = ["place TH A", "place TH D", "network N1 B", "team T2 C"];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

//! The program as a person at a terminal meets it: exit status, what goes to which stream, and what changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

mod returning; // the return of a place, step by step
mod terminal; // where commands are typed

use terminal::{BASE, Ended, Terminal};

const AREAS: &str = "code,name,kind,parent_code,colour\nTH,Tower Hamlets,place,,red\nN1,Network 1,network,TH,blue\n";

#[test]
fn the_set_comes_in_and_figures_go_to_standard_output_alone() {
    let at = Terminal::open("cli-figures");
    let loaded = at.does("import set tower-hamlets");
    assert!(loaded.contains("61 new") && loaded.contains("23 new"), "{loaded}");
    let again = at.does("import set tower-hamlets");
    assert!(again.contains("61 unchanged") && !again.contains("61 new"), "{again}");
    at.file("areas.csv", AREAS);
    at.does("import areas areas.csv");
    let csv = at.does("coverage --as-at 2026-11-01 --scope network --item domain");
    let columns = "as_at,framework_version,scope,scope_code,scope_name,setting,care_level,group,item,item_code,\
                   required,met_confirmed,met_recognised,met_self,assessed,due_soon,expired,exempt,not_in_scope,\
                   requirements,requirements_met,critical_required,critical_met,fte_required,fte_met_confirmed,\
                   percent,capable_teams,teams\n";
    assert_eq!(csv, columns, "nobody works there yet, so no row");
    assert_eq!(
        at.does("coverage --as-at 2026-11-01 --scope team --item all --format json").trim(),
        "[]"
    );
}

#[test]
fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let at = Terminal::open("cli-dry-run");
    at.file("areas.csv", AREAS);
    for _ in 0..2 {
        let Ended { status, out, err } = at.says("import areas areas.csv --dry-run");
        assert_eq!(status, 0, "{err}");
        assert!(out.contains("2 would be new"), "{out}");
        assert!(err.contains("Columns passed over: colour"), "{err}");
    }
    assert_eq!(at.says("import set tower-hamlets --dry-run").status, 2);
    let Ended { status, err, .. } = at.says("import areas areas.csv --leave-out-unknown");
    assert!(
        status == 2 && err.contains("Only esr-competences and certificates"),
        "{status}: {err}"
    );
    assert!(at.does("import areas areas.csv").contains("2 new"));
}

#[test]
fn local_measures_come_in_with_every_fault_told_and_a_correction_said() {
    let at = Terminal::open("cli-measures");
    at.file("areas.csv", AREAS);
    at.does("import areas areas.csv");
    let file = |value: &str| {
        format!(
            "Code,Definition,Source,Unit,Level,Scope code,From,To,Value\n\
             PHQ-1,Reviews,Practices,%,network,N1,01/04/2026,30-Sep-2026,{value}\n"
        )
    };
    at.file("measures.csv", &file("many").replace("N1", "N9"));
    let Ended { status, err, .. } = at.says("import local-measures measures.csv");
    assert_eq!(status, 1, "{err}");
    for told in ["line 2, value 'many'", "line 2, scope_code 'N9'", "Nothing was imported"] {
        assert!(err.contains(told), "{told}: {err}");
    }
    at.file("measures.csv", &file("48.5"));
    let would = at.does("import local-measures measures.csv --dry-run");
    assert!(would.contains("local measures: 1 would be new"), "{would}");
    assert!(at.does("import local-measures measures.csv").contains("local measures: 1 new"));
    assert!(at.does("import local-measures measures.csv").contains("1 unchanged"));
    at.file("measures.csv", &file("49"));
    let would = at.does("import local-measures measures.csv --dry-run");
    assert!(would.contains("value '48.5' becomes '49'"), "{would}");
    assert!(at.does("import local-measures measures.csv").contains("1 corrected"));
}

#[test]
fn bad_data_ends_with_1_and_every_fault_bad_usage_with_2() {
    let at = Terminal::open("cli-faults");
    at.file("areas.csv", "code,name,kind\nTH,Tower Hamlets,place\nX,,borough\n");
    let Ended { status, out, err } = at.says("import areas areas.csv");
    assert_eq!((status, out.as_str()), (1, ""), "{err}");
    assert!(err.contains("line 3") && err.contains("kind") && err.contains("'borough'"), "{err}");
    assert!(err.contains("name") && err.contains("Nothing was imported"), "{err}");
    let missing = at.says("import areas nowhere.csv");
    assert!(missing.status == 1 && missing.err.contains("nowhere.csv"), "{}", missing.err);
    let unknown = at.says("coverage --as-at 2026-11-01 --scope team --item all --in NOWHERE");
    assert!(unknown.status == 1 && unknown.err.contains("NOWHERE"), "{}", unknown.err);

    for wrong in [
        "coverage --as-at 2026-02-31 --scope team --item all",
        "coverage --as-at 2026-11-01 --scope borough --item all",
        "change --since 2026-08-01 --as-at 2026-11-01",
        "forecast --as-at 2026-11-01 --days 45 --scope team --item domain",
        "import dragons areas.csv",
        "sing",
        "--database-url mysql://here migrate",
    ] {
        let Ended { status, out, err } = at.says(wrong);
        assert_eq!((status, out.as_str()), (2, ""), "{wrong}: {err}");
    }
}

#[test]
fn the_first_administrator_gets_a_link_or_a_password() {
    let at = Terminal::open("cli-user");
    let link = at.does("user add yusra@example.org --grant administrator");
    assert!(
        link.starts_with(&format!("{BASE}/invitation/")) && link.lines().count() == 1,
        "{link}"
    );
    let lost = at.does("user add yusra@example.org --grant administrator");
    assert!(lost.starts_with("http") && lost != link, "a link that was lost is replaced: {lost}");
    let add = "user add yusra@example.org --grant administrator --password-stdin";
    let short = at.hears(add, "short");
    assert!(short.status == 1 && short.err.contains("between 12 and 128"), "{}", short.err);
    let set = at.hears(add, "walnut harbour signal 9\n");
    assert_eq!((set.status, set.out.as_str()), (0, ""), "{}", set.err);
    assert!(set.err.contains("yusra@example.org can sign in"), "{}", set.err);
    let nowhere = at.says("user add ann@example.org --grant assessor --in NOWHERE");
    assert!(nowhere.status == 1 && nowhere.err.contains("NOWHERE"), "{}", nowhere.err);
    let nobody = at.says("import areas areas.csv --as nobody@example.org");
    assert!(nobody.status == 1 && nobody.err.contains("nobody@example.org"), "{}", nobody.err);
}

#[test]
fn a_password_that_is_refused_leaves_no_account_behind() {
    let at = Terminal::open("cli-refused-password");
    let add = "user add zoe@example.org --grant administrator --password-stdin";
    let short = at.hears(add, "short");
    assert!(short.status == 1 && short.err.contains("between 12 and 128"), "{}", short.err);
    at.file("areas.csv", AREAS);
    let nobody = at.says("import areas areas.csv --as zoe@example.org");
    assert_eq!(nobody.status, 1);
    assert!(nobody.err.contains("an account for zoe@example.org"), "{}", nobody.err);
    assert_eq!(at.hears(add, "walnut harbour signal 9\n").status, 0);
    at.does("import areas areas.csv --as zoe@example.org");
}

#[test]
fn a_check_says_where_something_stands_and_what_it_may_be_and_not_what_it_says() {
    let at = Terminal::open("cli-check");
    let bare = at.says("check");
    assert_eq!((bare.status, bare.out.as_str()), (1, ""), "{}", bare.err);
    assert!(bare.err.contains("Run esteem migrate"), "{}", bare.err);
    at.does("import set tower-hamlets");
    assert_eq!(at.does("check"), "Nothing is wrong; 0 to look at.\n");
    for (name, text) in [
        ("areas", AREAS),
        ("organisations", "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\n"),
        ("teams", "code,name,setting,organisation_code\nT1,Team 1,primary_care,P1\n"),
        (
            "staff",
            "employee_number,first_name,last_name,team_code,role_code,fte\nE1,Amina,Khan,T1,GP,1.00\n",
        ),
        (
            "judgements",
            "employee_number,competency_code,kind,made_on,level,note\nE1,HMS-1,self,2026-01-05,3,Met pt John\n",
        ),
    ] {
        at.file("file.csv", text);
        at.does(&format!("import {name} file.csv"));
    }
    let told = at.does("check");
    assert!(told.starts_with("judgement 1, note: perhaps a patient’s name."), "{told}");
    assert!(
        told.ends_with("Nothing is wrong; 1 to look at.\n") && !told.contains("John"),
        "{told}"
    );
}

//! The return of a place at a terminal: prepared, checked, approved and submitted by different people, exported, and verified by anybody.

use crate::terminal::{Ended, Terminal};
use std::fs;

const ID: &str = "TH-2026-09-30-r1";

const FILES: [(&str, &str); 5] = [
    ("areas", "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\n"),
    ("organisations", "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\n"),
    ("teams", "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\n"),
    (
        "framework",
        "code,domain_code,title,statement,strand,refresh_months\n\
         RSK-1,RSK,Ask about risk,Asks openly about self-harm,mental_health,24\n",
    ),
    (
        "roles",
        "code,title,setting,esr_staff_group\nPN,Practice nurse,primary_care,Nursing and Midwifery Registered\n",
    ),
];

const PEOPLE: [(&str, &str); 4] = [
    ("lena", "workforce_lead"),
    ("omar", "workforce_lead"),
    ("ada", "approver"),
    ("zoe", "information_governance"),
];

/// 48 practice nurses, of whom the first 33 meet what is asked of them.
fn a_place(name: &str) -> Terminal {
    let at = Terminal::open(name);
    for (kind, text) in FILES {
        bring(&at, kind, text);
    }
    bring(&at, "requirements", "role_code,competency_code,required_level\nPN,RSK-1,2\n");
    let nurse = |n: u32| format!("E{n},Nurse,Number {n},T1,PN,1.00,2024-01-01\n");
    let nurses: String = (1..=48).map(nurse).collect();
    let columns = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n";
    bring(&at, "staff", &format!("{columns}{nurses}"));
    confirm(&at, 1..=33);
    for (name, grant) in PEOPLE {
        at.does(&format!("user add {name}@example.org --grant {grant} --in TH"));
    }
    at
}

fn bring(at: &Terminal, kind: &str, text: &str) {
    at.file("file.csv", text);
    at.does(&format!("import {kind} file.csv"));
}

fn confirm(at: &Terminal, nurses: std::ops::RangeInclusive<u32>) {
    let confirmed = |n| format!("E{n},RSK-1,confirmed,2026-09-01,2,observation\n");
    let lines: String = nurses.map(confirmed).collect();
    let columns = "employee_number,competency_code,kind,made_on,level,evidence\n";
    bring(at, "judgements", &format!("{columns}{lines}"));
}

/// Checks it with a note for each thing that needs one, as the command itself tells it.
fn check_with_notes(at: &Terminal, by: &str) {
    let first = at.says(&format!("return check {ID} --as {by}@example.org"));
    assert_eq!(first.status, 1, "all of it was imported, which needs a note: {}", first.err);
    let email = format!("{by}@example.org");
    let mut arguments = vec!["return", "check", ID, "--as", email.as_str()];
    let asked = first.err.lines().filter_map(|line| line.trim().strip_prefix("--note '"));
    let notes: Vec<String> = asked
        .map(|asked| asked.replace("=WORDS'", "=These are the first figures of the place"))
        .collect();
    assert!(notes.iter().any(|note| note.starts_with("imported:all=")), "{}", first.err);
    for note in &notes {
        arguments.extend(["--note", note.as_str()]);
    }
    let ended = at.runs(&arguments, "");
    assert_eq!(ended.status, 0, "{}", ended.err);
}

fn refused(at: &Terminal, arguments: &str, words: &str) {
    let Ended { status, err, .. } = at.says(arguments);
    assert!(status == 1 && err.contains(words), "{arguments}: {status}, {err}");
}

/// Whoever may not do it: how that is said, policy decides.
fn not_for_them(at: &Terminal, arguments: &str) {
    let Ended { status, out, .. } = at.says(arguments);
    assert_eq!((status, out.as_str()), (1, ""), "{arguments}");
}

/// Submitted by four acts of three people, and exported to `out`.
fn submitted(at: &Terminal) {
    let prepare = "return prepare --place TH --as-at 2026-09-30 --as lena@example.org";
    assert_eq!(at.does(prepare), format!("{ID}\n"));
    assert_eq!(at.does(prepare), format!("{ID}\n"), "the same data is the same revision");
    check_with_notes(at, "omar");
    at.does(&format!("return approve {ID} --as ada@example.org"));
    at.does(&format!("return submit {ID} --as lena@example.org"));
    at.does(&format!("return export {ID} --out out --as lena@example.org"));
}

#[test]
fn a_return_is_made_by_three_people_and_verified_by_anybody() {
    let at = a_place("cli-return");
    submitted(&at);
    let out = at.folder.join("out");
    let mut names: Vec<String> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = [
        "cover.csv",
        "coverage.csv",
        "coverage.xlsx",
        "datapackage.json",
        "local_measures.csv",
        "needs.csv",
        "report.pdf",
        "sessions.csv",
        "submission.json",
    ];
    assert_eq!(names, expected);
    let coverage = fs::read_to_string(out.join("coverage.csv")).unwrap();
    // 33 of 48: 33 to the nearest 5 is 35, and 35 of 48 is 72.9%.
    let line = "TH-2026-09-30-r1,2026-09-30,1,place,TH,Tower Hamlets,all,all,all,RSK,met_confirmed,people_all,35,48,73,,R5-8";
    assert!(coverage.lines().any(|known| known == line), "{coverage}");
    let steps = fs::read_to_string(out.join("submission.json")).unwrap();
    for step in ["prepared", "checked", "approved", "submitted"] {
        assert!(steps.contains(step), "{steps}");
    }
    let sound = at.does("return verify out");
    assert!(sound.contains("is untouched"), "{sound}");
    // Again is nothing new.
    at.does(&format!("return export {ID} --out out"));
    at.does("return verify out --as lena@example.org");
}

#[test]
fn steps_are_refused_to_whoever_may_not_take_them() {
    let at = a_place("cli-return-steps");
    at.does("return prepare --place TH --as-at 2026-09-30 --as lena@example.org");
    // To whoever approves it is there once somebody has checked it.
    refused(&at, &format!("return approve {ID} --as ada@example.org"), "could not find");
    not_for_them(&at, &format!("return check {ID}"));
    not_for_them(&at, "return prepare --place TH --as-at 2026-09-30 --as zoe@example.org");
    not_for_them(&at, "return export XX-2026-09-30-r1 --out out");
    check_with_notes(&at, "omar");
    not_for_them(&at, &format!("return approve {ID}"));
    not_for_them(&at, &format!("return approve {ID} --as lena@example.org"));
    at.does(&format!("return approve {ID} --as ada@example.org"));
    not_for_them(&at, &format!("return submit {ID}"));
    at.does(&format!("return submit {ID} --as lena@example.org"));
    refused(&at, &format!("return check {ID} --as omar@example.org"), "locked");
    for wrong in [
        "return",
        "return submit TH-2026",
        "return prepare --place TH",
        "return export TH-2026-09-30-r1",
        "return check TH-2026-09-30-r1 --note words",
    ] {
        assert_eq!(at.says(wrong).status, 2, "{wrong}");
    }
}

#[test]
fn whatever_was_done_to_the_files_is_told() {
    let at = a_place("cli-return-touched");
    submitted(&at);
    let out = at.folder.join("out");
    let coverage = fs::read_to_string(out.join("coverage.csv")).unwrap();
    let better = coverage.replace("people_all,35,48,73,", "people_all,45,48,94,");
    assert_ne!(coverage, better);
    fs::write(out.join("coverage.csv"), &better).unwrap();
    refused(&at, "return verify out", "coverage.csv is not the file that datapackage.json lists");
    refused(&at, "return verify out", "They are not those that are kept here");
    refused(&at, &format!("return export {ID} --out out"), "choose a folder");
    fs::write(out.join("coverage.csv"), &coverage).unwrap();
    at.does("return verify out");

    fs::remove_file(out.join("sessions.csv")).unwrap();
    refused(&at, "return verify out", "sessions.csv is missing");
    at.does(&format!("return export {ID} --out out"));
    at.does("return verify out");

    let steps = fs::read_to_string(out.join("submission.json")).unwrap();
    fs::write(out.join("submission.json"), steps.replace("\"checked\"", "\"approved\"")).unwrap();
    refused(&at, "return verify out", "submission.json: it tells of something else");
    refused(&at, "return verify nowhere", "nowhere");
}

#[test]
fn data_that_has_changed_since_is_told_and_a_correction_says_what() {
    let at = a_place("cli-return-changed");
    submitted(&at);
    // 40 of 48 meet what is asked, and nobody had said so.
    confirm(&at, 34..=40);
    let Ended { status, err, .. } = at.says("return verify out");
    assert!(status == 1 && err.contains("is untouched, and the data has changed"), "{err}");
    assert!(err.contains("Today’s data would answer differently:"), "{err}");
    assert!(err.contains("coverage.csv: ") && err.contains("lines differ"), "{err}");
    let revise = [
        "return",
        "revise",
        ID,
        "--reason",
        "Seven confirmations came late",
        "--as",
        "lena@example.org",
    ];
    let next = at.runs(&revise, "");
    assert_eq!((next.status, next.out.as_str()), (0, "TH-2026-09-30-r2\n"), "{}", next.err);
    at.does("return export TH-2026-09-30-r2 --out second");
    let changes = fs::read_to_string(at.folder.join("second/changes.csv")).unwrap();
    // Now 40 of 48: 83.3%.
    let line = "TH-2026-09-30-r2,TH-2026-09-30-r1,2026-09-30,place,TH,Tower Hamlets,all,all,all,RSK,met_confirmed,\
                people_all,changed,35,48,73,,,40,48,83,,";
    assert!(changes.lines().any(|known| known == line), "{changes}");
    at.does("return verify second");
    let first = at.says("return verify out");
    assert!(first.err.contains("is untouched"), "the first stays what it was: {}", first.err);
}

//! Files as an administrator brings them in: looked at first, kept whole or not at all, and nobody else is disturbed.

use crate::practice::{TODAY, practice, sign_in};
use crate::small::bring;
use domain::imports::{Kind, Options};
use services::imports::{self, Progress, Source, Watch};
use tests::{Installation, Page, User};

/// Sends a file from the import page and looks until the check has ended.
pub async fn upload(user: &mut User, kind: &str, name: &str, content: &str) -> Page {
    let page =
        user.upload("/import/upload", &[("kind", kind), ("as_at", TODAY)], (name, content)).await;
    settled(user, page).await
}

pub async fn settled(user: &mut User, mut page: Page) -> Page {
    while page.says("See how far it has come") {
        let path = page.path.clone();
        page = user.visit(&path).await;
    }
    page
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_kept() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let text = "code,name,kind,parent_code,colour\nN1,Network One,network,TH,red\nN3,Network 3,network,TH,blue\n";
    let preview = upload(&mut yusra, "areas", "areas.csv", text).await;
    assert!(preview.text("h1").starts_with("Ready to look at"), "{}", preview.words());
    assert!(preview.says("colour") && preview.says("Network 3"), "{}", preview.words());
    assert_eq!(
        areas(&esteem).await,
        ["N1 Network 1", "N2 Network 2", "TH Tower Hamlets"],
        "nothing yet"
    );

    let sent = yusra.submit(&preview, "keep_import", &[]).await;
    let done = settled(&mut yusra, sent).await;
    assert!(done.text("h1").starts_with("Imported"), "{}", done.words());
    let kept = ["N1 Network One", "N2 Network 2", "N3 Network 3", "TH Tower Hamlets"];
    assert_eq!(areas(&esteem).await, kept);
    let again = upload(&mut yusra, "areas", "areas.csv", text).await;
    assert!(again.says("Everything in this file is on record already"), "{}", again.words());
    assert!(yusra.visit("/import").await.says("areas.csv"), "it stands in the list");
}

async fn areas(esteem: &Installation) -> Vec<String> {
    let facts = esteem.operator().facts().await.expect("facts");
    let mut all: Vec<_> =
        facts.places.areas.iter().map(|area| format!("{} {}", area.code, area.name)).collect();
    all.sort();
    all
}

#[tokio::test]
async fn people_who_are_not_on_record_are_left_out_where_the_box_is_ticked() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let text =
        "employee_number,course,completed_on\nE1,Dementia,2026-05-04\nE404,Dementia,2026-05-04\n";
    let refused = upload(&mut yusra, "certificates", "learnt.csv", text).await;
    assert!(refused.says("Nothing was imported"), "{}", refused.words());
    assert!(
        refused.says("tick 'Leave out people who are not on record here'"),
        "{}",
        refused.words()
    );

    let fields = [("kind", "certificates"), ("as_at", TODAY), ("leave_out_unknown", "yes")];
    let page = yusra.upload("/import/upload", &fields, ("learnt.csv", text)).await;
    let preview = settled(&mut yusra, page).await;
    let told = "1 row of 1 person not on record here: E404";
    assert!(preview.says("Ready to look at") && preview.says(told), "{}", preview.words());
    let sent = yusra.submit(&preview, "keep_import", &[]).await;
    let done = settled(&mut yusra, sent).await;
    assert!(done.text("h1").starts_with("Imported"), "{}", done.words());

    let page = yusra.upload("/import/upload", &fields, ("learnt.csv", text)).await;
    let again = settled(&mut yusra, page).await;
    assert!(again.says("Besides what is left out, everything in this file"), "{}", again.words());
}

#[tokio::test]
async fn whoever_makes_a_file_is_told_its_columns_and_given_an_empty_one() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/import").await;
    let asked = page.all("legend");
    assert!(asked.contains(&"Only for a framework file: does it become a draft?".to_owned()));
    assert!(!page.says("staff file"), "he is asked nothing about files that he may not import");
    let kinds = page.all(".nhsuk-details__summary-text");
    assert_eq!(kinds, ["Framework", "Requirements"], "and nothing that he may not import");
    let told = page.all(".nhsuk-summary-list__value");
    assert!(told.contains(&"role_code, competency_code, required_level".to_owned()), "{told:?}");
    let empty = page.links("Download an empty file: Requirements").remove(0);
    let file = ed.visit(&empty).await;
    assert_eq!(file.status, http::StatusCode::OK);
    assert!(file.html.starts_with("role_code,competency_code,required_level,necessity"));
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("requirements.csv"));
    let page = sign_in(&esteem, "yusra").await.visit("/import").await;
    assert!(page.says("Only for a staff file: does it name everybody?"), "{}", page.words());
}

/// What is wrong with a file, and the words by which its page says so.
const BAD: [(&str, &str, &str); 9] = [
    ("areas", "PK\u{3}\u{4}\0\0binary", "workbook"),
    ("areas", "code,name,code,kind\nN9,Nine,N8,network\n", "twice"),
    ("areas", "name\nNine\n", "code"),
    ("areas", "code,name,kind,parent_code\nA,A,place,B\nB,B,place,A\n", "circle"),
    (
        "staff",
        "employee_number,first_name,last_name,team_code,role_code,fte\nE9,A,B,T1,NOBODY,1\n",
        "NOBODY",
    ),
    (
        "staff",
        "employee_number,first_name,last_name,team_code,role_code,fte,start_date\nE9,A,B,T1,PN,1,31/02/2026\n",
        "31/02/2026",
    ),
    (
        "staff",
        "employee_number,first_name,last_name,team_code,role_code,fte\n=cmd|' /C calc'!A0,A,B,T1,PN,1\n",
        "formula",
    ),
    (
        "judgements",
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,self,2026-01-05,6\n",
        "'6'",
    ),
    ("requirements", "role_code,competency_code,required_level\nPN,RSK-9,3\n", "RSK-9"),
];

#[tokio::test]
async fn a_bad_file_is_told_in_words_and_leaves_everything_as_it_was() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let mut faults = Vec::new();
    for (kind, text, words) in BAD {
        let page = upload(&mut yusra, kind, "file.csv", text).await;
        if !page.says("Nothing was imported") || !page.says(words) {
            faults.push(format!("{kind} {text:?}: {} {}", page.status, page.words()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(areas(&esteem).await.len(), 3);
}

#[tokio::test]
async fn a_form_without_its_file_keeps_what_was_chosen() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let day =
        [("kind", "staff"), ("as_at-day", "31"), ("as_at-month", "2"), ("as_at-year", "2026")];
    let page = yusra.upload("/import/upload", &day, ("", "")).await;
    assert_eq!(page.status, http::StatusCode::UNPROCESSABLE_ENTITY);
    let summary = page.text(".nhsuk-error-summary");
    assert!(summary.contains("Choose a file") && summary.contains("day"), "{summary}");
    assert_eq!(page.all("option[selected]"), ["Staff and their posts"]);
    assert!(page.html.contains("value=\"31\""), "what was typed still stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn others_save_while_a_file_is_merged() {
    const PEOPLE: usize = 400;
    let esteem = practice().await;
    let staff =
        (0..PEOPLE).map(|n| format!("X{n},First{n},Last{n},T1,PN,1.00\n")).collect::<String>();
    let head = "employee_number,first_name,last_name,team_code,role_code,fte\n";
    bring(&esteem, Kind::Staff, &(head.to_owned() + &staff)).await;
    let judged =
        (0..PEOPLE * 50).map(|n| format!("X{},RSK-1,self,2026-01-05,{}\n", n % PEOPLE, 1 + n % 4));
    let text = "employee_number,competency_code,kind,made_on,level\n".to_owned()
        + &judged.collect::<String>();
    let mut amina = sign_in(&esteem, "amina").await;
    let ctx = esteem.operator();
    let merging = tokio::spawn(async move {
        let (source, options) = (Source::text("judgements.csv", &text), Options::at(ctx.today));
        imports::bring_in(
            &ctx,
            Kind::Judgements,
            &source,
            &options,
            &Watch::new(Progress::default()),
        )
        .await
    });
    let mut saved = 0;
    while !merging.is_finished() {
        let page = amina.visit("/my/competencies/RSK-1").await;
        let level = (1 + saved % 4).to_string();
        let page = amina.submit(&page, "self_assess", &[("level", &level)]).await;
        assert!(
            page.says(&format!("Saved your own level: {level}")),
            "{}: {}",
            page.status,
            page.words()
        );
        saved += 1;
    }
    merging.await.expect("no panic").expect("the file came in");
    assert!(saved > 0);
}

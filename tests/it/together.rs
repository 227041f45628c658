//! An assessor confirms several people together, from what she saw to everybody who was there.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::codes::Sharing;
use domain::imports::Kind;
use http::StatusCode;

const SEEN: &str = "evidence=case_discussion&seen_on=2026-10-20&level=2&code[]=RSK-1";

#[tokio::test]
async fn an_assessor_names_what_was_seen_ticks_who_was_there_and_confirms_them_in_one_act() {
    let esteem = practice().await;
    let operator = esteem.operator();
    let level = domain::sharing::SetSharing { level: Sharing::People, from: operator.today };
    services::sharing::set(&operator, "P1", level).await.expect("a sharing level");
    let holds_more = "employee_number,competency_code,kind,made_on,level,evidence\n\
                      E4,RSK-1,confirmed,2026-01-05,3,observation\n";
    bring(&esteem, Kind::Judgements, holds_more).await;
    let mut ben = sign_in(&esteem, "ben").await;
    let confirm = ben.visit("/confirm").await;
    let page = ben.visit(&confirm.links("Confirm several people together")[0]).await;
    assert!(page.says("level 2 at most") && page.says("Who was there?"), "{}", page.words());
    let above = ben.visit("/confirm/together?evidence=case_discussion&level=4&q=Khan").await;
    assert!(above.says("Enter the day you saw it") && above.says("Choose at least one competency"));

    let page = ben.visit(&format!("/confirm/together?{SEEN}&q=Khan,+reid,+practice+1")).await;
    let names: Vec<_> = ["Khan, Amina", "Ali, Eve", "Reid, Dan"].map(|n| page.says(n)).into();
    assert_eq!(names, [true; 3], "{}", page.words());
    assert!(page.says("Ask about risk: They hold level 3"), "beside the name: {}", page.words());
    let nobody = ben.submit(&page, "confirm_together", &[]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says("Choose at least one person"));

    let boxes = page.all("input[name='people[]'] + label");
    assert_eq!(boxes.len(), 2, "Dan holds more, so there is none beside his name: {boxes:?}");
    let facts = operator.facts().await.expect("facts");
    let id =
        |name| facts.people.iter().find(|p| p.first_name == name).expect("them").id.to_string();
    let form = page.form("confirm_together");
    assert!(form.contains(&("level".to_owned(), "2".to_owned())));
    let mut both = form;
    both.extend(["Amina", "Eve"].map(|name| ("people[]".to_owned(), id(name))));
    let done = ben.post(&page.path, &both).await;
    let done = ben.visit(&done.location.expect("back to the page")).await;
    assert!(done.says("You confirmed 2 levels"), "{}", done.words());
    assert!(done.says("Level 2 was confirmed today already"));

    let mut amina = sign_in(&esteem, "amina").await;
    let hers = amina.visit("/my/competencies/RSK-1").await;
    assert!(hers.says("of 20 October 2026") && hers.says("by Ben Okoro"), "{}", hers.words());
}

//! A new version of the framework, from its draft to its first day, by the people who make it.

use crate::practice::{practice, sign_in};
use tests::{Page, User};

#[tokio::test]
async fn an_editor_drafts_a_guest_comments_and_an_administrator_publishes() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/frameworks").await;
    let refused = ed.submit(&page, "start_draft", &[("title", "Set of 2027"), ("begin", "")]).await;
    assert!(refused.says("Choose what the draft begins with"), "{}", refused.words());
    assert!(refused.html.contains("Set of 2027"), "what was typed stays");
    let draft = ed.submit(&refused, "start_draft", &[("begin", "copy")]).await;
    assert_eq!(draft.text("h1"), "Set of 2027, version 2");
    assert!(draft.says("3 of 3 answered"), "{}", draft.words());

    // RSK-1 asks more than before, so it must be answered, and levels in it are asked again.
    let page = ed.visit("/frameworks/2/competencies/RSK-1").await;
    let statement = [("statement", "Asks openly about self-harm, and of carers too")];
    let draft = ed.submit(&page, "word_competency", &statement).await;
    assert!(draft.says("Say what becomes of RSK-1."), "{}", draft.words());
    let page = ed.visit("/frameworks/2/crosswalk/RSK-1").await;
    let none = ed.submit(&page, "answer_crosswalk", &[("relation", "wider")]).await;
    assert!(none.says("Choose what it becomes"), "{}", none.words());
    let answer = [("relation", "wider"), ("to[]", "RSK-1")];
    let crosswalk = ed.submit(&none, "answer_crosswalk", &answer).await;
    assert!(crosswalk.says("Asked again"), "{}", crosswalk.words());
    let page = ed.visit("/frameworks/2/requirements/PN").await;
    let asked = [("level[EMG-1]", "3"), ("way[EMG-1]", "critical")];
    let roles = ed.submit(&page, "set_draft_requirements", &asked).await;
    assert!(roles.says("Saved what this role is asked"), "{}", roles.words());

    let page = ed.visit("/frameworks/2/comments").await;
    let ends = [("ends_on-day", "1"), ("ends_on-month", "12"), ("ends_on-year", "2026")];
    let invite = [vec![("invited", "Carers’ forum")], ends.to_vec()].concat();
    let page = ed.submit(&page, "invite_to_comment", &invite).await;
    let link = page.text("code.secret-link");
    let path = link.split_once("/review/").map(|(_, token)| format!("/review/{token}"));
    let mut guest = esteem.stranger();
    let review = guest.visit(&path.expect("the link")).await;
    assert!(review.says("Asks openly about self-harm, and of carers too"), "{}", review.words());
    let said = [("name", "Nadia"), ("text", "Say who counts as a carer")];
    let thanked = guest.submit(&review, "comment_as_guest", &said).await;
    assert!(thanked.says("Your comment is saved"), "{}", thanked.words());
    let comments = ed.visit("/frameworks/2/comments").await;
    assert!(comments.says("Say who counts as a carer") && comments.says("Nadia, invited"));
    let page = ed.visit("/frameworks/2").await;
    let page = ed.submit(&page, "send_draft_to_review", &[]).await;
    assert!(page.says("In review"), "{}", page.words());
    assert!(page.links("See its effect and publish").is_empty(), "she does not publish");

    let mut yusra = sign_in(&esteem, "yusra").await;
    let page = yusra.visit("/frameworks/2/publish?from=2026-11-01").await;
    assert!(page.says("no past figure may change"), "{}", page.words());
    let page = yusra.visit("/frameworks/2/publish?from=2026-11-02").await;
    assert!(page.says("Enter a day after 2 November 2026"), "{}", page.words());
    let page = yusra.visit("/frameworks/2/publish?from=2026-11-03&rows=team&row=T1").await;
    assert!(page.says("Publish from 3 November 2026"), "{}", page.words());
    assert!(page.says("EMG-1") || page.says("Nothing changes here"), "{}", page.words());
    let done = yusra.submit(&page, "publish_draft", &[]).await;
    assert!(done.says("Version 2 is published"), "{}", done.words());
    assert!(done.says("Published, not yet in use"), "{}", done.words());
    let set = ed.visit("/framework").await;
    assert!(set.says("version 1"), "nothing changes before its first day: {}", set.words());
    let late = guest.visit(&review.path).await;
    assert_eq!(late.status, http::StatusCode::GONE);
}

/// How many forms there are that change something.
fn forms(page: &Page) -> usize {
    page.all("main form[method=post]").len()
}

#[tokio::test]
async fn no_form_stands_in_what_is_published_nor_for_whoever_only_reads_a_draft() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/frameworks").await;
    ed.submit(&page, "start_draft", &[("begin", "copy")]).await;
    let list = ed.visit("/frameworks").await;
    assert!(list.says("Version 2 is a draft already"), "{}", list.words());
    assert_eq!((forms(&list), list.links("Version 2").len()), (0, 1), "{}", list.words());

    let mut yusra = sign_in(&esteem, "yusra").await;
    let rests =
        ["", "/competencies/RSK-1", "/requirements", "/requirements/PN", "/comments", "/publish"];
    for rest in rests {
        for user in [&mut ed, &mut yusra] {
            let page = user.visit(&format!("/frameworks/1{rest}")).await;
            assert!(page.status.is_success(), "{rest}: {}", page.status);
            assert_eq!(forms(&page), 0, "{rest}: {}", page.words());
        }
        let page = yusra.visit(&format!("/frameworks/2{rest}")).await;
        let comments = usize::from(["/competencies/RSK-1", "/comments"].contains(&rest));
        assert_eq!(forms(&page), comments, "{rest}: {}", page.words());
    }
    assert_eq!(forms(&yusra.visit("/frameworks/2/crosswalk").await), 0);

    let overview = ed.visit("/frameworks/1").await;
    assert!(overview.says("A published version never changes"), "{}", overview.words());
    let acts = overview.all(".nhsuk-summary-list__actions");
    assert!(!acts.is_empty() && acts.iter().all(|act| act.starts_with("See")), "{acts:?}");
    let written = ed.visit("/frameworks/1/requirements/PN").await;
    assert!(written.says("Level asked"), "{}", written.words());
    for rest in ["/domains/new", "/domains/RSK", "/competencies/new?domain=RSK"] {
        let page = ed.visit(&format!("/frameworks/1{rest}")).await;
        assert!(page.status.is_client_error(), "{rest}: {}", page.status);
        assert!(page.says("a published version never changes"), "{rest}: {}", page.words());
    }
}

#[tokio::test]
async fn an_answer_that_stays_changes_nothing_and_another_says_whose_requirements_begin_again() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/frameworks").await;
    ed.submit(&page, "start_draft", &[("begin", "copy")]).await;
    let page = ed.visit("/frameworks/2/requirements/PN").await;
    let asked = [("level[EMG-1]", "5"), ("way[EMG-1]", "core")];
    ed.submit(&page, "set_draft_requirements", &asked).await;
    let page = ed.visit("/frameworks/2/crosswalk/EMG-1").await;
    let same = ed.submit(&page, "answer_crosswalk", &[]).await;
    assert!(same.says("Nothing changed"), "{}", same.words());
    let page = ed.visit("/frameworks/2/requirements/PN").await;
    let form = page.form("set_draft_requirements");
    let kept = ("level[EMG-1]".to_owned(), "5".to_owned());
    assert!(form.contains(&kept), "{form:?}");
    let page = ed.visit("/frameworks/2/crosswalk/EMG-1").await;
    let retired = ed.submit(&page, "answer_crosswalk", &[("relation", "retired")]).await;
    assert!(retired.says("these roles are asked started again"), "{}", retired.words());
    assert!(retired.says("Practice nurse"), "{}", retired.words());
}

#[tokio::test]
async fn a_day_that_is_missing_is_asked_for_beside_it_and_open_comments_are_told() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/frameworks").await;
    ed.submit(&page, "start_draft", &[("begin", "copy")]).await;
    let page = ed.visit("/frameworks/2/comments").await;
    ed.submit(&page, "comment_on_draft", &[("text", "Why?")]).await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let page = yusra.visit("/frameworks/2/publish").await;
    assert!(page.all(".nhsuk-error-message").is_empty(), "nothing is asked yet");
    let page = yusra.visit("/frameworks/2/publish?from=&rows=team").await;
    assert_eq!(page.all(".nhsuk-error-message").len(), 1, "{}", page.words());
    assert!(page.says("the first day of this version"), "{}", page.words());
    let page = yusra.visit("/frameworks/2/publish?from=2026-11-03&rows=team").await;
    assert!(page.says("1 comment is open"), "{}", page.words());
    assert!(page.says("Publish from 3 November 2026"), "{}", page.words());
}

#[tokio::test]
async fn the_order_of_a_draft_is_changed_by_buttons() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let page = ed.visit("/frameworks").await;
    let draft = ed.submit(&page, "start_draft", &[("begin", "copy")]).await;
    assert_eq!(draft.all("h3"), ["RSK RSK", "EMG EMG"]);
    let moved = ed.submit(&draft, "move_domain-EMG-up", &[]).await;
    assert!(moved.says("Moved EMG up"), "{}", moved.words());
    assert_eq!(moved.all("h3"), ["EMG EMG", "RSK RSK"]);
    assert!(!moved.html.contains("move_domain-EMG-up"), "it stands first");

    let domain = ed.visit("/frameworks/2/domains/RSK").await;
    let before = domain.all("ol.nhsuk-list--border li");
    assert!(before[0].starts_with("RSK-1") && before[1].starts_with("RSK-2"), "{before:?}");
    let moved = ed.submit(&domain, "move_competency-RSK-1-down", &[]).await;
    let after = moved.all("ol.nhsuk-list--border li");
    assert!(after[0].starts_with("RSK-2") && after[1].starts_with("RSK-1"), "{after:?}");
    let again = ed.submit(&domain, "move_competency-RSK-1-down", &[]).await;
    assert!(again.says("It stands at that end already"), "{}", again.words());
}

#[tokio::test]
async fn a_draft_is_started_from_a_file_that_is_looked_at_first() {
    let esteem = practice().await;
    let mut ed = sign_in(&esteem, "ed").await;
    let versions = ed.visit("/frameworks").await;
    let import = ed.visit(&versions.links("start a draft from a file").remove(0)).await;
    assert_eq!(import.all("input[name=draft][checked]").len(), 1, "{}", import.html);
    let file =
        "code,domain_code,title,statement,refresh_months\nNEW-1,NEW,New,Does something new,24\n";
    let fields = [("kind", "framework"), ("as_at", crate::practice::TODAY), ("draft", "yes")];
    let preview = ed.upload("/import/upload", &fields, ("set.csv", file)).await;
    let preview = settled(&mut ed, preview).await;
    assert!(preview.says("version 2, Framework"), "{}", preview.words());
    assert_eq!(ed.visit("/frameworks/2").await.status, http::StatusCode::NOT_FOUND, "not yet");
    let kept = ed.submit(&preview, "keep_import", &[]).await;
    settled(&mut ed, kept).await;
    let draft = ed.visit("/frameworks/2").await;
    assert!(
        draft.says("NEW-1 New") && draft.says("Say what becomes of RSK-1."),
        "{}",
        draft.words()
    );
    assert!(ed.visit("/framework").await.says("version 1"), "what is in use stays");
}

async fn settled(user: &mut User, mut page: Page) -> Page {
    while page.says("See how far it has come") {
        let path = page.path.clone();
        page = user.visit(&path).await;
    }
    page
}

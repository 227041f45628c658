//! Returns as they are kept: prepared from one state of the data, taken step by step by several people, locked, corrected.

mod checked; // what is stored, by the operator's check
mod drafts; // several of a place, and who finds them
mod own; // what somebody brought into one
mod place; // two practices, and who has a hand in their return
mod told; // what stands in the files
mod turns; // one after the other
mod words; // what leads say of needs

use crate::small::bring;
use domain::codes::GrantKind::{Administrator, Approver, Auditor, WorkforceLead};
use domain::codes::Sharing;
use domain::imports::Kind;
use domain::returns::checks::{Check, Note};
use domain::returns::views::{FiguresAsked, MayDo};
use domain::returns::{ReturnId, Step};
use domain::sharing::SetSharing;
use place::{
    ON, approve, check, code, confirm, counted, digest, files, hands, notes, place, plain, prepare,
    prepare_of, somebody, text,
};
use services::{Ctx, returns, sharing};
use std::collections::BTreeMap;

fn id(written: &str) -> ReturnId {
    written.parse().unwrap()
}

/// The steps that were taken, in their order.
async fn steps(ctx: &Ctx, id: &ReturnId) -> Vec<Step> {
    let page = returns::one(ctx, id, 1).await.unwrap();
    page.history.iter().map(|taken| taken.step).collect()
}

#[tokio::test]
async fn the_same_data_makes_the_same_files_whoever_prepares_it_and_adds_nothing() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let first = prepare(&hands.lena).await;
    assert_eq!(first, id("TH-2026-09-30-r1"));
    let (digest_of, kept) = (digest(&hands.lena, &first).await, files(&hands.lena, &first).await);
    let beside = esteem.beside_on("2026-12-24").await;
    let later = plain(&beside).as_actor(hands.omar.actor.clone());
    assert_eq!(prepare(&later).await, first);
    assert_eq!(files(&later, &first).await, kept, "byte by byte, in another process and month");
    assert_eq!(digest(&later, &first).await, digest_of);
    assert_eq!(steps(&later, &first).await, [Step::Prepared], "nothing is added");
    check(&hands.omar, &first).await;
    assert_eq!(prepare(&hands.lena).await, first);
    assert_eq!(steps(&later, &first).await, [Step::Prepared, Step::Checked], "and it stands");
    // No name of a person, and no time of day.
    for file in counted(&hands.lena, &first).await {
        let text = String::from_utf8_lossy(&file.content).into_owned();
        for told in ["lena@", "Nurse", "Cara", "2026-11-02", "T09:", "T10:"] {
            assert!(!text.contains(told), "{told} in {}", file.name);
        }
    }
}

#[tokio::test]
async fn other_data_begins_again_and_nobody_approves_what_they_have_not_seen() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    check(&hands.omar, &of).await;
    let seen = digest(&hands.ada, &of).await;
    confirm(&esteem, "T2", 46..=55).await;
    assert_eq!(prepare(&hands.lena).await, of, "the same revision");
    assert_eq!(steps(&hands.lena, &of).await, [Step::Prepared, Step::Checked, Step::Prepared]);
    let page = returns::one(&hands.ada, &of, 1).await.unwrap();
    assert_eq!(page.history.iter().map(|t| t.is_outdated).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!((page.next, page.may.approve), (Some(Step::Checked), false));
    assert_eq!(code(returns::approve(&hands.ada, &of, &seen).await), "return_order");
    let first = notes(&hands.omar, &of).await;
    assert_eq!(code(returns::check(&hands.omar, &of, &seen, first).await), "return_changed");
    check(&hands.omar, &of).await;
    assert_eq!(code(returns::approve(&hands.ada, &of, &seen).await), "return_changed");
    approve(&hands.ada, &of).await;
}

/// The lines of a file of coverage, by all that names them: what stands in them besides.
fn lines(text: &str) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let lines = reader.records().map(|record| {
        let cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        (cells[3..12].to_vec(), cells[12..].to_vec())
    });
    lines.collect()
}

#[tokio::test]
async fn a_correction_lists_the_cells_that_changed_and_the_first_stays_as_it_was() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let first = prepare(&hands.lena).await;
    hands.submit(&first).await;
    let kept = files(&hands.lena, &first).await;
    confirm(&esteem, "T2", 46..=55).await;
    let locked = returns::prepare(&hands.lena, "TH", ON.parse().unwrap()).await;
    assert_eq!(code(locked), "return_locked");
    assert_eq!(code(returns::revise(&hands.lena, &first, "  ").await), "beside reason");
    let number = "401 023 2137 was missing";
    assert_eq!(code(returns::revise(&hands.lena, &first, number).await), "beside reason");
    let reason = "Ten confirmations came late";
    let second = returns::revise(&hands.lena, &first, reason).await.unwrap();
    assert_eq!(second, id("TH-2026-09-30-r2"));
    assert_eq!(files(&hands.lena, &first).await, kept, "byte by byte");

    let (before, now) = (
        lines(&text(&hands.lena, &first, "coverage.csv").await),
        lines(&text(&hands.lena, &second, "coverage.csv").await),
    );
    let keys = before.keys().chain(now.keys().filter(|key| !before.contains_key(*key)));
    let changed = keys.filter(|key| before.get(*key) != now.get(*key)).count();
    let page = returns::one(&hands.lena, &second, 1).await.unwrap();
    let corrected = page.correction.unwrap();
    assert_eq!((corrected.of, corrected.reason.as_str()), (first.clone(), reason));
    assert_eq!(corrected.changes.total, changed, "exactly those");
    assert!(changed > 0 && changed < before.len());
    // Of 60 nurses in T2, 45 met it before; 55 leave 5, who are held.
    let entries = corrected.changes.entries.iter();
    let told: Vec<_> = entries.map(|c| [&*c.place, &*c.under, &*c.from, &*c.to]).collect();
    let expected = ["Practice 2 team", "Team T2", "45 of 60, 75%", "c of 60, 80% or more"];
    assert!(told.contains(&expected), "{told:#?}");

    let begun = returns::revise(&hands.omar, &first, "The same once more").await;
    assert_eq!(code(begun), "return_begun");
    assert_eq!(prepare(&hands.omar).await, second, "the open revision");
    hands.submit(&second).await;
    let listed = returns::list(&hands.lena, 1).await.unwrap().lines.entries;
    let told: Vec<_> = listed.iter().map(|line| (&line.id, line.is_corrected)).collect();
    assert_eq!(told, [(&second, false), (&first, true)]);
    assert_eq!(files(&hands.lena, &first).await, kept);
}

#[tokio::test]
async fn what_comes_up_after_checking_is_checked_again_though_the_files_are_the_same() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    check(&hands.omar, &of).await;
    let before = digest(&hands.lena, &of).await;
    // A team that is in no area on the day is in no row; its organisation joins a network of the place later, so it has to be answered.
    let own =
        "code,name,sector,network_code,network_from\nP9,Practice 9,gp_practice,N1,2026-10-15\n";
    bring(&esteem, Kind::Organisations, own).await;
    let team = "code,name,setting,organisation_code\nT9,Practice 9 team,primary_care,P9\n";
    bring(&esteem, Kind::Teams, team).await;
    assert_eq!(prepare(&hands.lena).await, of);
    assert_eq!(digest(&hands.lena, &of).await, before, "the same files");
    let again = [Step::Prepared, Step::Checked, Step::Prepared];
    assert_eq!(steps(&hands.lena, &of).await, again);
    assert_eq!(code(returns::approve(&hands.ada, &of, &before).await), "return_order");
    check(&hands.omar, &of).await;
    approve(&hands.ada, &of).await;
    assert_eq!(prepare(&hands.lena).await, of);
    assert_eq!(steps(&hands.lena, &of).await.len(), 5, "what was answered stands");
}

#[tokio::test]
async fn whoever_prepared_or_checked_it_does_not_approve_it() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let both = [(WorkforceLead, "TH"), (Approver, "TH")];
    let zoe = somebody(&esteem, "zoe@staff.example", &both).await;
    let kim = somebody(&esteem, "kim@staff.example", &both).await;
    let of = prepare(&zoe).await;
    check(&kim, &of).await;
    let digest = digest(&zoe, &of).await;
    for own in [&zoe, &kim] {
        assert!(!returns::one(own, &of, 1).await.unwrap().may.approve);
        assert_eq!(code(returns::approve(own, &of, &digest).await), "return_own");
    }
    let waits = returns::one(&zoe, &of, 1).await.unwrap().waits_for.unwrap();
    assert!(waits.contains("somebody else has to approve it"), "{waits}");
    assert_eq!(code(returns::submit(&zoe, &of, &digest).await), "return_order");
    approve(&hands.ada, &of).await;
    returns::submit(&hands.ada, &of, &digest).await.expect("whoever approves may submit too");
    assert_eq!(code(returns::submit(&zoe, &of, &digest).await), "return_locked");
}

#[tokio::test]
async fn what_is_not_submitted_is_there_for_nobody_else() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let seen = digest(&hands.lena, &of).await;
    let part = somebody(&esteem, "part@staff.example", &[(WorkforceLead, "N1")]).await;
    let staff = somebody(&esteem, "staff@staff.example", &[]).await;
    let auditor = somebody(&esteem, "auditor@staff.example", &[(Auditor, "")]).await;
    for other in [&part, &staff] {
        let day = ON.parse().unwrap();
        let unknown = id("TH-2026-09-30-r7");
        for of in [&of, &unknown] {
            assert_eq!(code(returns::one(other, of, 1).await), "not_found");
            assert_eq!(code(returns::files(other, of).await), "not_found");
            assert_eq!(code(returns::file(other, of, "coverage.csv").await), "not_found");
            assert_eq!(
                code(returns::figures(other, of, &FiguresAsked::default()).await),
                "not_found"
            );
            assert_eq!(code(returns::check(other, of, &seen, vec![]).await), "not_found");
            assert_eq!(code(returns::approve(other, of, &seen).await), "not_found");
            assert_eq!(code(returns::submit(other, of, &seen).await), "not_found");
            assert_eq!(code(returns::revise(other, of, "Why not").await), "not_found");
            assert_eq!(code(returns::say(other, of, "assessors//", "Why").await), "not_found");
        }
        assert_eq!(code(returns::prepare(other, "TH", day).await), "not_found");
        let list = returns::list(other, 1).await.unwrap();
        assert!(list.lines.entries.is_empty() && list.places.is_empty());
    }
    for reader in [&auditor, &hands.ada] {
        assert_eq!(code(returns::one(reader, &of, 1).await), "not_found", "nobody checked it");
        assert!(returns::list(reader, 1).await.unwrap().lines.entries.is_empty());
    }
    check(&hands.omar, &of).await;
    let read = returns::one(&auditor, &of, 1).await.unwrap();
    assert!(!read.concerns.is_empty() && read.may == MayDo::default());
    for reader in [&auditor, &hands.ada] {
        assert_eq!(code(returns::check(reader, &of, &seen, vec![]).await), "not_found");
    }
    let nobody = plain(&esteem).as_actor(domain::policy::Actor::Nobody);
    assert_eq!(code(returns::one(&nobody, &of, 1).await), "sign_in");
    assert_eq!(code(returns::one(&staff, &of, 1).await), "not_found", "and for nobody else");
    approve(&hands.ada, &of).await;
    returns::submit(&hands.lena, &of, &seen).await.unwrap();
    let read = returns::one(&staff, &of, 1).await.unwrap();
    assert!(read.concerns.is_empty() && read.may == MayDo::default() && !read.has_annex);
    assert_eq!(counted(&staff, &of).await, counted(&hands.lena, &of).await, "it is published");
    // Lena and the others have no staff record: their addresses are for those who have a hand in it, and for administrators.
    assert!(read.history.iter().all(|taken| taken.by == "somebody without a staff record"));
    assert!(!text(&staff, &of, "submission.json").await.contains('@'));
    let admin = somebody(&esteem, "admin@staff.example", &[(Administrator, "")]).await;
    for reader in [&hands.ada, &auditor, &admin] {
        let history = returns::one(reader, &of, 1).await.unwrap().history;
        assert_eq!(history[0].by, "lena@staff.example");
        assert!(text(reader, &of, "submission.json").await.contains("lena@staff.example"));
    }
    assert_eq!(code(returns::revise(&staff, &of, "Why not").await), "not_found");
}

#[tokio::test]
async fn what_is_odd_needs_a_note_before_it_is_checked() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let seen = digest(&hands.lena, &of).await;
    let checks = |notes: Vec<Note>| returns::check(&hands.omar, &of, &seen, notes);
    let note = |subject: &str, words: &str| Note {
        check: Check::Imported,
        subject: subject.to_owned(),
        words: words.to_owned(),
    };
    // All that is met was brought in by a file.
    let concerns = returns::one(&hands.omar, &of, 1).await.unwrap().concerns;
    assert_eq!(concerns.len(), 1, "{concerns:?}");
    assert_eq!(code(checks(vec![]).await), "return_needs_notes");
    assert_eq!(code(checks(vec![note("all", "  ")]).await), "return_needs_notes");
    assert_eq!(code(checks(vec![note("T1", "A move")]).await), "return_note");
    let patient = checks(vec![note("all", "He is 401 023 2137")]).await;
    assert!(code(patient).starts_with("beside note"));
    let other = returns::check(&hands.omar, &of, "of other files", vec![]).await;
    assert_eq!(code(other), "return_changed");
    assert_eq!(steps(&hands.lena, &of).await, [Step::Prepared], "nothing was kept");
    checks(vec![note("all", " It came from the old system ")]).await.unwrap();
    let noted = returns::one(&hands.ada, &of, 1).await.unwrap().concerns;
    assert_eq!(noted[0].words, "It came from the old system");
}

#[tokio::test]
async fn the_operator_prepares_and_signs_nothing() {
    let esteem = place().await;
    let operator = plain(&esteem).as_actor(domain::policy::Actor::Operator);
    let of = prepare(&operator).await;
    let seen = digest(&operator, &of).await;
    let notes = notes(&operator, &of).await;
    assert_eq!(code(returns::check(&operator, &of, &seen, notes).await), "return_nobody");
    assert_eq!(code(returns::approve(&operator, &of, &seen).await), "return_nobody");
    assert_eq!(code(returns::submit(&operator, &of, &seen).await), "return_nobody");
    let history = returns::one(&operator, &of, 1).await.unwrap().history;
    assert_eq!(history[0].by, "the operator");
    let ahead = returns::prepare(&operator, "TH", "2026-11-03".parse().unwrap()).await;
    assert_eq!(code(ahead), "beside day");
    let network = returns::prepare(&operator, "N1", ON.parse().unwrap()).await;
    assert_eq!(code(network), "not_found", "a network is no place");
}

#[tokio::test]
async fn two_at_once_make_one_revision_one_approval_and_one_correction() {
    let esteem = place().await;
    let (hands, beside) = (hands(&esteem).await, esteem.beside().await);
    let there = |ctx: &Ctx| plain(&beside).as_actor(ctx.actor.clone());
    let omar = there(&hands.omar);
    let (one, other) = tokio::join!(prepare(&hands.lena), prepare(&omar));
    assert_eq!(one, other);
    assert_eq!(steps(&hands.lena, &one).await, [Step::Prepared]);
    check(&hands.omar, &one).await;
    let seen = digest(&hands.ada, &one).await;
    let bea = somebody(&esteem, "bea@staff.example", &[(Approver, "TH")]).await;
    let bea = there(&bea);
    let (first, second) = tokio::join!(
        returns::approve(&hands.ada, &one, &seen),
        returns::approve(&bea, &one, &seen)
    );
    assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
    assert_eq!(code(if first.is_ok() { second } else { first }), "return_order");
    returns::submit(&hands.lena, &one, &seen).await.unwrap();
    let (first, second) = tokio::join!(
        returns::revise(&hands.lena, &one, "A team was missing"),
        returns::revise(&omar, &one, "Somebody was missing")
    );
    assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
    assert_eq!(code(if first.is_ok() { second } else { first }), "return_begun");
    let listed = returns::list(&hands.lena, 1).await.unwrap().lines.entries;
    assert_eq!(listed.len(), 2, "{listed:?}");
}

#[tokio::test]
async fn a_return_is_held_against_all_that_were_submitted_since() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let (june, september) =
        (prepare_of(&hands.lena, "2026-06-30").await, prepare(&hands.lena).await);
    check(&hands.omar, &september).await;
    hands.submit(&june).await;
    let seen = digest(&hands.ada, &september).await;
    assert_eq!(code(returns::approve(&hands.ada, &september, &seen).await), "return_outdated");
    let page = returns::one(&hands.ada, &september, 1).await.unwrap();
    assert!(!page.may.approve && page.waits_for.unwrap().contains("TH-2026-06-30-r1"));
    prepare(&hands.lena).await;
    hands.submit(&september).await;
}

#[tokio::test]
async fn who_shares_nothing_is_counted_all_the_same() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let before = counted(&hands.lena, &of).await;
    let nothing = SetSharing { level: Sharing::None, from: "2026-11-02".parse().unwrap() };
    sharing::set(&esteem.operator(), "P2", nothing).await.unwrap();
    assert_eq!(prepare(&hands.lena).await, of);
    assert_eq!(counted(&hands.lena, &of).await, before);
    let coverage = text(&hands.lena, &of, "coverage.csv").await;
    assert!(coverage.contains(",T2,Practice 2 team,"), "published figures are of everybody");
}

#[tokio::test]
async fn what_a_lead_says_of_a_need_stands_in_the_files_and_begins_again() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    check(&hands.omar, &of).await;
    let figures = returns::figures(&hands.lena, &of, &FiguresAsked::default()).await.unwrap();
    let gap = figures.needs.iter().find(|need| need.key == "gap/PN/RSK-1").unwrap();
    assert_eq!(gap.what, "RSK-1 Ask about risk: PN Practice nurse");
    // 33 of 48 and 45 of 60 are 78 of 108.
    assert_eq!((gap.told.as_str(), gap.words.as_str()), ("Meet it: 80 of 108, 74%", ""));
    let says = |key: &'static str, words: &'static str| returns::say(&hands.lena, &of, key, words);
    assert_eq!(code(says("gap/PN/RSK-9", "x").await), "not_found");
    assert_eq!(code(says("gap/PN/RSK-1", "Ask 401 023 2137").await), "beside words");
    says("gap/PN/RSK-1", " Two courses in May ").await.unwrap();
    assert_eq!(steps(&hands.lena, &of).await, [Step::Prepared, Step::Checked, Step::Prepared]);
    let needs = text(&hands.lena, &of, "needs.csv").await;
    assert!(needs.contains("Two courses in May"), "{needs}");
    says("gap/PN/RSK-1", "").await.unwrap();
    assert!(!text(&hands.lena, &of, "needs.csv").await.contains("Two courses"));
    hands.submit(&of).await;
    assert_eq!(code(says("gap/PN/RSK-1", "Too late").await), "return_locked");
}

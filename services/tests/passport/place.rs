//! A nurse with one confirmed level, and what is said of the passport she makes.

use crate::ground::Ground;
use crate::judgements::place::{AMINA, BEN, ask, confirm, practice, the_request};
use domain::codes::GrantKind::Assessor;
use domain::passport::Since;
use domain::passport::views::Finding;
use domain::refusal::Refusal;
use services::passport::{Issued, issue, read, verify};
use services::{Ctx, Error, judgements};

/// Ben confirmed level 3 in `RSK-1` for Amina, who wrote a reflection and a note with her request.
pub async fn confirmed() -> (Ground, Ctx) {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    (ground, amina)
}

/// What somebody who is not signed in is told of a file.
pub async fn finding(ground: &Ground, file: &[u8]) -> Finding {
    verify(&ground.nobody(), read(file).unwrap()).await.unwrap().finding
}

pub async fn since(ground: &Ground, issued: &Issued) -> Since {
    match finding(ground, &issued.file).await {
        Finding::Ours(since) => since,
        other => panic!("{other:?}"),
    }
}

/// The code of the rule that stands against making a passport.
pub async fn refused(ctx: &Ctx) -> String {
    match issue(ctx).await {
        Err(Error::Refused(Refusal::Rule { code, .. })) => code,
        other => panic!("{other:?}"),
    }
}

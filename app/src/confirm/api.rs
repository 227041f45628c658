//! Server functions: the requests and claims that wait, and the decisions on them.

use crate::error::AppError;
use domain::ids::PersonId;
use domain::judgements::views::{Claim, OpenRequest, RequestDetail};
use leptos::prelude::*;

#[server(endpoint = "open_requests")]
pub async fn open_requests() -> Result<Vec<OpenRequest>, AppError> {
    Ok(services::judgements::open_requests(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "read_request")]
pub async fn read_request(sequence: i64) -> Result<RequestDetail, AppError> {
    Ok(services::judgements::request(&crate::visit::ctx()?, sequence).await?)
}

#[server(endpoint = "confirm_level")]
pub async fn confirm_level(
    sequence: i64,
    level: String,
    #[server(default)] evidence: Vec<String>,
    made_on: String,
    note: String,
) -> Result<(), AppError> {
    use domain::judgements::forms::{DecideFields, Decision};
    use domain::refusal::Refusal;
    let evidence = &evidence;
    let (level, made_on, note) = (&level, &made_on, &note);
    let fields =
        DecideFields { decision: "confirm", level, evidence, made_on, note, ..Default::default() };
    let ctx = crate::visit::ctx()?;
    let decision = Decision::parse(&fields, ctx.today).map_err(Refusal::from)?;
    let decided = services::judgements::decide(&ctx, sequence, decision).await?;
    crate::answer::go_to("/confirm");
    crate::answer::notice(decided.to_string());
    Ok(())
}

#[server(endpoint = "send_back")]
pub async fn send_back(sequence: i64, reason: String) -> Result<(), AppError> {
    use domain::judgements::forms::{DecideFields, Decision};
    use domain::refusal::Refusal;
    let fields = DecideFields { decision: "send_back", reason: &reason, ..Default::default() };
    let ctx = crate::visit::ctx()?;
    let decision = Decision::parse(&fields, ctx.today).map_err(Refusal::from)?;
    let decided = services::judgements::decide(&ctx, sequence, decision).await?;
    crate::answer::go_to("/confirm");
    crate::answer::notice(decided.to_string());
    Ok(())
}

#[server(endpoint = "open_claims")]
pub async fn open_claims() -> Result<Vec<Claim>, AppError> {
    Ok(services::judgements::claims(&crate::visit::ctx()?).await?)
}

/// `agreed` is `yes` or `no`.
#[server(endpoint = "decide_claim")]
pub async fn decide_claim(person: PersonId, code: String, agreed: String) -> Result<(), AppError> {
    let agreed = agreed == "yes";
    let ctx = crate::visit::ctx()?;
    let decided = services::judgements::decide_claim(&ctx, person, &code, agreed).await?;
    crate::answer::notice(decided.to_string());
    Ok(())
}

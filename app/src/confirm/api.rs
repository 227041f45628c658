//! Server functions: the requests and claims that wait, and the decisions on them.

use crate::error::AppError;
use domain::ids::PersonId;
use domain::judgements::countersigning::SignatureDetail;
use domain::judgements::together::{SeenFields, TogetherPage};
use domain::judgements::views::{Claim, ConfirmList, RequestBeside, RequestDetail};
use leptos::prelude::*;

#[server(endpoint = "to_confirm")]
pub async fn to_confirm() -> Result<ConfirmList, AppError> {
    Ok(services::judgements::to_confirm(&crate::visit::ctx()?).await?)
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

#[server(endpoint = "read_signature")]
pub async fn read_signature(sequence: i64) -> Result<SignatureDetail, AppError> {
    Ok(services::judgements::signature(&crate::visit::ctx()?, sequence).await?)
}

#[server(endpoint = "countersign")]
pub async fn countersign(sequence: i64) -> Result<(), AppError> {
    use domain::judgements::countersigning::SecondDecision;
    let decision = SecondDecision::Sign;
    let decided =
        services::judgements::countersign(&crate::visit::ctx()?, sequence, decision).await?;
    crate::answer::go_to("/confirm");
    crate::answer::notice(decided.to_string());
    Ok(())
}

#[server(endpoint = "send_signature_back")]
pub async fn send_signature_back(sequence: i64, reason: String) -> Result<(), AppError> {
    use domain::judgements::countersigning::SecondDecision;
    let decision = SecondDecision::send_back(&reason).map_err(domain::refusal::Refusal::from)?;
    let decided =
        services::judgements::countersign(&crate::visit::ctx()?, sequence, decision).await?;
    crate::answer::go_to("/confirm");
    crate::answer::notice(decided.to_string());
    Ok(())
}

#[server(endpoint = "side_by_side")]
pub async fn side_by_side(sequences: Vec<i64>) -> Result<Vec<RequestBeside>, AppError> {
    Ok(services::judgements::side_by_side(&crate::visit::ctx()?, &sequences).await?)
}

#[server(endpoint = "confirm_several")]
pub async fn confirm_several(#[server(default)] sequences: Vec<i64>) -> Result<(), AppError> {
    let done = services::judgements::confirm_several(&crate::visit::ctx()?, &sequences).await?;
    crate::answer::go_to("/confirm");
    crate::answer::notice(done.to_string());
    Ok(())
}

#[server(endpoint = "whom_to_confirm_together")]
pub async fn whom_to_confirm_together(
    seen: SeenFields,
    words: String,
    page: usize,
) -> Result<TogetherPage, AppError> {
    let ask = services::judgements::TogetherAsk { seen, words, page };
    Ok(services::judgements::together(&crate::visit::ctx()?, &ask).await?)
}

#[server(endpoint = "confirm_together")]
pub async fn confirm_together(
    evidence: String,
    seen_on: String,
    level: String,
    #[server(default)] codes: Vec<String>,
    #[server(default)] people: Vec<PersonId>,
) -> Result<(), AppError> {
    use domain::judgements::together::Seen;
    let ctx = crate::visit::ctx()?;
    let seen = Seen::parse(&SeenFields { evidence, seen_on, level, codes }, ctx.today)?;
    let done = services::judgements::confirm_together(&ctx, &seen, &people).await?;
    crate::answer::notice(done.to_string());
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

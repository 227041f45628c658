//! Server functions: read returns, their figures and their needs; prepare one, check, approve, submit and correct it; say something
//! about a need.

use crate::error::AppError;
use domain::returns::ReturnId;
use domain::returns::views::{
    NeedToSay, ReturnAnnex, ReturnFigures, ReturnNeeds, ReturnPage, Returns,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "list_returns")]
pub async fn list_returns(page: usize) -> Result<Returns, AppError> {
    Ok(services::returns::list(&crate::visit::ctx()?, page).await?)
}

/// `page` is that of the cells which a correction changes; `beside_today` asks whether today's data would make other files.
#[server(endpoint = "one_return")]
pub async fn one_return(
    id: ReturnId,
    page: usize,
    beside_today: bool,
) -> Result<ReturnPage, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(match beside_today {
        true => services::returns::one_beside_today(&ctx, &id, page).await?,
        false => services::returns::one(&ctx, &id, page).await?,
    })
}

#[server(endpoint = "figures_of_return")]
pub async fn figures_of_return(
    id: ReturnId,
    rows: String,
    item: String,
    page: usize,
) -> Result<ReturnFigures, AppError> {
    use domain::returns::views::FiguresAsked;
    let asked = FiguresAsked { rows, item, page };
    Ok(services::returns::figures(&crate::visit::ctx()?, &id, &asked).await?)
}

/// `role` and `item` are codes of a role and of a competency; blank for all.
#[server(endpoint = "needs_of_return")]
pub async fn needs_of_return(
    id: ReturnId,
    role: String,
    item: String,
    page: usize,
) -> Result<ReturnNeeds, AppError> {
    use domain::returns::views::{FiguresAsked, NeedsAsked};
    let ctx = crate::visit::ctx()?;
    let found = services::returns::figures(&ctx, &id, &FiguresAsked::default()).await?;
    Ok(found.into_needs(NeedsAsked { role, item, page }))
}

/// `key` names the need.
#[server(endpoint = "need_of_return")]
pub async fn need_of_return(id: ReturnId, key: String) -> Result<NeedToSay, AppError> {
    use domain::refusal::Refusal;
    use domain::returns::views::FiguresAsked;
    let ctx = crate::visit::ctx()?;
    let found = services::returns::figures(&ctx, &id, &FiguresAsked::default()).await?;
    Ok(found.into_need(&key).ok_or_else(|| Refusal::not_found("this need"))?)
}

/// The return whose annex the reader may open, with who took it.
#[server(endpoint = "annex_of_return")]
pub async fn annex_of_return(id: ReturnId) -> Result<ReturnAnnex, AppError> {
    use domain::refusal::Refusal;
    let ctx = crate::visit::ctx()?;
    let found = services::returns::one(&ctx, &id, 1).await?;
    if !found.has_annex {
        return Err(Refusal::not_found("this annex").into());
    }
    let taken = services::returns::annex_taken(&ctx, &id).await?;
    Ok(ReturnAnnex { line: found.line, taken })
}

/// `place` is the code of the place, `day` the reference date.
#[server(endpoint = "prepare_return")]
pub async fn prepare_return(place: String, day: String) -> Result<(), AppError> {
    use domain::returns::forms::PrepareReturn;
    let says = PrepareReturn::parse(&place, &day).map_err(domain::refusal::Refusal::from)?;
    let id = services::returns::prepare(&crate::visit::ctx()?, &says.place, says.day).await?;
    crate::answer::notice(format!("{id} is prepared from what is known today"));
    crate::answer::go_to(&super::at(&id));
    Ok(())
}

/// `note` is by concern, `of_all` by check: why what it came upon may stand.
#[server(endpoint = "check_return")]
pub async fn check_return(
    id: ReturnId,
    digest: String,
    #[server(default)] note: BTreeMap<String, String>,
    #[server(default)] of_all: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let notes = match domain::returns::forms::notes(&note, &of_all) {
        Ok(notes) => notes,
        Err(errors) => {
            let shown = services::returns::one(&ctx, &id, 1).await?.concerns;
            let shown: Vec<_> = shown.into_iter().map(|noted| noted.concern).collect();
            let told = domain::returns::forms::told_of(errors, &shown);
            return Err(domain::refusal::Refusal::from(told).into());
        }
    };
    services::returns::check(&ctx, &id, &digest, notes).await?;
    crate::answer::notice("You checked this return. Somebody else approves it now");
    Ok(())
}

#[server(endpoint = "approve_return")]
pub async fn approve_return(id: ReturnId, digest: String) -> Result<(), AppError> {
    services::returns::approve(&crate::visit::ctx()?, &id, &digest).await?;
    crate::answer::notice("You approved this return. It can be submitted now");
    Ok(())
}

/// `sure` is `yes` where the box is ticked.
#[server(endpoint = "submit_return")]
pub async fn submit_return(id: ReturnId, digest: String, sure: String) -> Result<(), AppError> {
    domain::returns::forms::is_sure(&sure).map_err(domain::refusal::Refusal::from)?;
    services::returns::submit(&crate::visit::ctx()?, &id, &digest).await?;
    crate::answer::notice("This return is submitted and locked. Its figures are published");
    Ok(())
}

#[server(endpoint = "revise_return")]
pub async fn revise_return(id: ReturnId, reason: String) -> Result<(), AppError> {
    let next = services::returns::revise(&crate::visit::ctx()?, &id, &reason).await?;
    crate::answer::notice(format!("{next} is prepared as a correction"));
    crate::answer::go_to(&super::at(&next));
    Ok(())
}

/// `back` is how the list of needs is looked at which the words are said from, as in its address.
#[server(endpoint = "say_of_need")]
pub async fn say_of_need(
    id: ReturnId,
    key: String,
    words: String,
    back: String,
) -> Result<(), AppError> {
    services::returns::say(&crate::visit::ctx()?, &id, &key, &words).await?;
    crate::answer::notice("Saved what you say of this need. The return is prepared again with it");
    crate::answer::go_to(&super::needs_at(&id, &back));
    Ok(())
}

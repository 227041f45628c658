//! Server functions: read my account, change my password, sign out everywhere.

use crate::error::AppError;
use domain::accounts::views::OwnAccount;
use leptos::prelude::*;

#[server(endpoint = "my_account")]
pub async fn my_account() -> Result<OwnAccount, AppError> {
    let visit = crate::visit::visit()?;
    Ok(services::accounts::mine(&visit.ctx, visit.token.as_ref()).await?)
}

#[server(endpoint = "change_password")]
pub async fn change_password(
    current: String,
    password: String,
    again: String,
) -> Result<(), AppError> {
    use crate::answer;
    use services::accounts::change_password;
    let crate::visit::Visit { ctx, browser, .. } = crate::visit::visit()?;
    let sign_in = change_password(&ctx, &current, &password, &again, &browser).await?;
    answer::sign_in(answer::SignIn::Begins(sign_in.secret().to_owned()));
    answer::notice("Your password is changed. Every other browser is signed out");
    answer::go_to("/account");
    Ok(())
}

#[server(endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Result<(), AppError> {
    use crate::answer;
    services::accounts::sign_out_everywhere(&crate::visit::ctx()?).await?;
    answer::sign_in(answer::SignIn::Ends);
    answer::notice("You are signed out everywhere");
    answer::go_to("/sign-in");
    Ok(())
}

//! Server functions: look at an invitation, take it up.

use crate::error::AppError;
use domain::accounts::views::Invited;
use leptos::prelude::*;

#[server(endpoint = "invitation")]
pub async fn invitation(token: String) -> Result<Option<Invited>, AppError> {
    use services::accounts::{Token, invitation};
    Ok(invitation(&crate::visit::ctx()?, &Token::brought(&token)).await?)
}

#[server(endpoint = "accept_invitation")]
pub async fn accept_invitation(
    token: String,
    password: String,
    again: String,
) -> Result<(), AppError> {
    use crate::answer;
    use services::accounts::{Token, accept};
    let visit = crate::visit::visit()?;
    let token = Token::brought(&token);
    let sign_in = accept(&visit.ctx, &token, &password, &again, &visit.browser).await?;
    answer::sign_in(answer::SignIn::Begins(sign_in.secret().to_owned()));
    answer::notice("Your password is set, and you are signed in");
    answer::go_to("/");
    Ok(())
}

//! Server functions: sign in, sign out.

use crate::error::AppError;
use leptos::prelude::*;

#[server(endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String, then: String) -> Result<(), AppError> {
    use crate::answer;
    use domain::accounts::forms::SignIn;
    use domain::refusal::Refusal;
    use services::accounts;
    let visit = crate::visit::visit()?;
    let typed = SignIn::parse(&email, &password).map_err(Refusal::from)?;
    let token = accounts::sign_in(&visit.ctx, typed.email, typed.password, &visit.browser).await?;
    answer::sign_in(answer::SignIn::Begins(token.secret().to_owned()));
    answer::go_to(&then);
    Ok(())
}

#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    use crate::answer;
    let visit = crate::visit::visit()?;
    if let Some(token) = &visit.token {
        services::accounts::sign_out(&visit.ctx, token).await?;
    }
    answer::sign_in(answer::SignIn::Ends);
    answer::notice("You have signed out");
    answer::go_to("/");
    Ok(())
}

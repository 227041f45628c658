//! Settings by flag or environment; a `.env` file is read where there is one.

use crate::mail::{Post, SmtpUrl};
use chrono::NaiveDate;
use clap::Args;

/// What every command shares.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Where the data is: sqlite://FILE (made when missing) or postgres://…
    #[arg(
        long,
        global = true,
        env = "ESTEEM_DATABASE_URL",
        default_value = "sqlite://esteem.db",
        hide_env_values = true
    )]
    pub database_url: String,

    /// The address people type, with http or https.
    #[arg(long, global = true, env = "ESTEEM_BASE_URL", default_value = "http://127.0.0.1:3000")]
    pub base_url: String,

    /// The mail server: smtps://USER:PASSWORD@HOST, or smtp://HOST:587?tls=required; without it mail waits
    #[arg(long, global = true, env = "ESTEEM_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<SmtpUrl>,

    /// Whom mail is from: Esteem <esteem@example.nhs.uk>
    #[arg(long, global = true, env = "ESTEEM_MAIL_FROM")]
    pub mail_from: Option<String>,

    /// The date the rules call today, for demonstrations and tests; refused when the base URL is https.
    #[arg(long, global = true, env = "ESTEEM_TODAY")]
    pub today: Option<NaiveDate>,
}

impl Settings {
    /// Whether people reach this installation over https.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Every fault of the settings at once, in sentences.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.is_https() && self.today.is_some() {
            faults.push("ESTEEM_TODAY cannot be used with an https base URL: figures would carry a false date. Leave it out.".to_owned());
        }
        if !self.is_https() && !self.base_url.starts_with("http://") {
            faults.push(format!(
                "ESTEEM_BASE_URL is '{}'; it must start with http:// or https://.",
                self.base_url
            ));
        }
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| self.database_url.starts_with(scheme))
        {
            faults.push("ESTEEM_DATABASE_URL must start with sqlite:// or postgres://.".to_owned());
        }
        faults.extend(Post::of(self).err().unwrap_or_default());
        faults
    }
}

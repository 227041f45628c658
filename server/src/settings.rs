//! Settings by flag or environment; a `.env` file is read where there is one.

use crate::mail::{Post, SmtpUrl};
use chrono::NaiveDate;
use clap::Args;
use domain::passport::Issuer;
use services::passport::Issuing;
use std::path::PathBuf;

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

    /// The file of the private key that signs passports; made when missing. With SQLite, beside the database
    #[arg(long, global = true, env = "ESTEEM_SIGNING_KEY")]
    pub signing_key: Option<PathBuf>,

    /// Who issues passports here, as they name it; the host of the base URL without it
    #[arg(long, global = true, env = "ESTEEM_ISSUER_NAME")]
    pub issuer_name: Option<String>,

    /// The date the rules call today, for demonstrations and tests; refused when the base URL is https.
    #[arg(long, global = true, env = "ESTEEM_TODAY")]
    pub today: Option<NaiveDate>,
}

impl Settings {
    /// Whether people reach this installation over https.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Who signs passports here, and with the key in which file.
    pub fn issuing(&self) -> Issuing {
        let address = self.base_url.trim_end_matches('/');
        let host = address.split_once("://").map_or(address, |(_, host)| host);
        let name = self.issuer_name.as_deref().filter(|name| !name.trim().is_empty());
        let issuer = Issuer { name: name.unwrap_or(host).to_owned(), address: address.to_owned() };
        let key_file = self.signing_key.clone().or_else(|| beside(&self.database_url));
        Issuing { issuer, key_file }
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

/// Where the signing key is kept unless a setting says so: beside the file of an SQLite database.
fn beside(database_url: &str) -> Option<PathBuf> {
    let file = database_url.strip_prefix("sqlite:")?;
    let file = file.strip_prefix("//").unwrap_or(file);
    let file = file.split_once('?').map_or(file, |(file, _)| file);
    let is_file = !file.is_empty() && !file.starts_with(':');
    is_file.then(|| PathBuf::from(format!("{file}.signing-key.pem")))
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn the_key_is_beside_an_sqlite_database_and_nowhere_else() {
        let table = [
            ("sqlite://esteem.db", Some("esteem.db.signing-key.pem")),
            ("sqlite:///srv/esteem.db?mode=rwc", Some("/srv/esteem.db.signing-key.pem")),
            ("sqlite::memory:", None),
            ("sqlite:", None),
            ("postgres://localhost/esteem", None),
        ];
        for (url, file) in table {
            assert_eq!(beside(url).as_deref(), file.map(std::path::Path::new), "{url}");
        }
    }
}

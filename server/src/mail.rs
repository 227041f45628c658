//! Mail by SMTP: one letter is handed to the mail server, and what came of it is told in our own words.

use crate::settings::Settings;
use domain::calendar::CalendarObject;
use domain::outbox::{Outcome, Sender};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::Error;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use services::outbox::Letter;
use std::convert::Infallible;
use std::error::Error as _;
use std::io::ErrorKind;
use std::str::FromStr;
use std::time::Duration;
use tokio::time::timeout;

/// How long the mail server may take for one letter.
const PATIENCE: Duration = Duration::from_mins(2);
/// Refusals of our password rather than of a letter.
const OUR_PASSWORD: [u16; 4] = [530, 534, 535, 538];

/// The address of a mail server, which may hold a password: it is never printed.
#[derive(Clone)]
pub struct SmtpUrl(String);

impl FromStr for SmtpUrl {
    type Err = Infallible;
    fn from_str(url: &str) -> Result<Self, Infallible> {
        Ok(Self(url.trim().to_owned()))
    }
}

impl std::fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SmtpUrl(…)")
    }
}

impl SmtpUrl {
    /// Whether it would send a password where others on the way can read it.
    fn shouts_a_password(&self) -> bool {
        let rest = self.0.strip_prefix("smtp://").unwrap_or_default();
        let host = rest.split(['/', '?']).next().unwrap_or_default();
        host.contains('@') && !self.0.contains("tls=required")
    }
}

/// A mail server, and whom mail is from.
#[derive(Clone, Debug)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// `None` where no mail server is set: mail waits.
    ///
    /// # Errors
    /// Returns every fault of the two settings, in sentences.
    pub fn of(settings: &Settings) -> Result<Option<Self>, Vec<String>> {
        let mut faults = Vec::new();
        let transport = settings.smtp_url.as_ref().map(transport).transpose();
        let transport = transport.map_err(|fault| faults.push(fault)).ok().flatten();
        let from = settings.mail_from.as_deref().map(sender).transpose();
        let from = from.map_err(|fault| faults.push(fault)).ok().flatten();
        if settings.smtp_url.is_some() != settings.mail_from.is_some() {
            faults.push("ESTEEM_SMTP_URL and ESTEEM_MAIL_FROM belong together: set both, or neither and mail waits.".to_owned());
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(transport.zip(from).map(|(transport, from)| Self { transport, from }))
    }

    /// From whom letters are, and where they lead.
    pub fn sender<'a>(&'a self, base_url: &'a str) -> Sender<'a> {
        Sender { base_url, address: self.from.email.as_ref() }
    }

    /// Whether the mail server answers, and takes our password.
    pub async fn is_there(&self) -> bool {
        matches!(timeout(PATIENCE, self.transport.test_connection()).await, Ok(Ok(true)))
    }

    /// Hands a letter over. What went wrong is told without what the server said, which may name people.
    pub async fn send(&self, letter: &Letter) -> (Outcome, Option<String>) {
        let Ok(message) = self.message(letter) else {
            return (Outcome::Refused, Some("The address cannot be written to".to_owned()));
        };
        match timeout(PATIENCE, self.transport.send(message)).await {
            Ok(Ok(_)) => (Outcome::Sent, None),
            Ok(Err(error)) => told(&error),
            Err(_) => {
                (Outcome::NotKnown, Some("The mail server did not answer in time".to_owned()))
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, Box<dyn std::error::Error>> {
        let to: Address = letter.to.parse()?;
        // The same in every try: a mailbox that gets it twice knows it for the same.
        let message_id = format!("<{}@{}>", letter.id, self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.words.subject)
            .message_id(Some(message_id))
            .header(ByItself);
        let text = letter.words.text.clone();
        Ok(match &letter.calendar {
            None => message.header(ContentType::TEXT_PLAIN).body(text)?,
            Some(told) => message.multipart(with_calendar(text, told)?)?,
        })
    }
}

/// A text, and beside it what a calendar is told: as another way to say the same, which Outlook and Google read, and as a file for
/// those that read only that.
fn with_calendar(
    text: String,
    told: &CalendarObject,
) -> Result<MultiPart, Box<dyn std::error::Error>> {
    let told_as = format!("text/calendar; charset=UTF-8; method={}", told.method.word());
    let told_as = SinglePart::builder().header(ContentType::parse(&told_as)?);
    let ways = MultiPart::alternative()
        .singlepart(SinglePart::plain(text))
        .singlepart(told_as.body(told.text.clone()));
    let file = Attachment::new("invite.ics".to_owned())
        .body(told.text.clone(), ContentType::parse("application/ics; name=\"invite.ics\"")?);
    Ok(MultiPart::mixed().multipart(ways).singlepart(file))
}

fn transport(url: &SmtpUrl) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    if url.shouts_a_password() {
        return Err("ESTEEM_SMTP_URL would send its password unencrypted: begin it with smtps://, or add ?tls=required.".to_owned());
    }
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url.0).map_err(|_| {
        "ESTEEM_SMTP_URL cannot be used; write it like smtps://USER:PASSWORD@HOST or smtp://HOST:587?tls=required."
            .to_owned()
    })?;
    Ok(transport.timeout(Some(PATIENCE)).build())
}

fn sender(from: &str) -> Result<Mailbox, String> {
    from.parse().map_err(|_| {
        format!("ESTEEM_MAIL_FROM is '{from}'; write it like Esteem <esteem@example.nhs.uk>.")
    })
}

fn told(error: &Error) -> (Outcome, Option<String>) {
    let (outcome, what) = match error.status().map(u16::from) {
        Some(code) if error.is_permanent() && !OUR_PASSWORD.contains(&code) => {
            (Outcome::Refused, format!("The mail server refused it, code {code}"))
        }
        Some(code) => {
            (Outcome::NotNow, format!("The mail server did not take it yet, code {code}"))
        }
        None if nothing_was_sent(error) => {
            (Outcome::NotNow, "The mail server could not be reached".to_owned())
        }
        None => (Outcome::NotKnown, "The connection to the mail server broke off".to_owned()),
    };
    (outcome, Some(what))
}

/// Whether it failed before anything was said of the letter. Where that is not certain, it is no.
fn nothing_was_sent(error: &Error) -> bool {
    use ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};
    let source = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    let unreachable = [ConnectionRefused, HostUnreachable, NetworkUnreachable];
    error.is_client()
        || error.is_tls()
        || source.is_some_and(|source| unreachable.contains(&source.kind()))
}

/// Says that no person wrote it, so that nobody's holiday is answered to us (RFC 3834).
#[derive(Clone, Copy, Debug)]
struct ByItself;

impl Header for ByItself {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: Option<&str> = Some("Esteem <esteem@example.nhs.uk>");

    fn faults(url: Option<&str>, from: Option<&str>) -> Vec<String> {
        let settings = Settings {
            database_url: "sqlite:".to_owned(),
            base_url: "http://127.0.0.1:3000".to_owned(),
            smtp_url: url.map(|url| url.parse().unwrap()),
            mail_from: from.map(str::to_owned),
            signing_key: None,
            issuer_name: None,
            today: None,
        };
        settings.faults()
    }

    #[test]
    fn both_settings_or_neither() {
        assert!(faults(None, None).is_empty());
        assert_eq!(faults(Some("smtp://127.0.0.1:25"), None).len(), 1);
        assert_eq!(faults(None, FROM).len(), 1);
    }

    #[test]
    fn a_password_is_neither_sent_unencrypted_nor_printed() {
        let table = [
            ("smtps://esteem:s3cret@mail.example.nhs.uk", true),
            ("smtp://esteem:s3cret@mail.example.nhs.uk:587?tls=required", true),
            ("smtp://esteem:s3cret@mail.example.nhs.uk:587?tls=opportunistic", false),
            ("smtp://esteem:s3cret@mail.example.nhs.uk", false),
            ("smtp://relay.example.nhs.uk:25", true),
        ];
        for (url, usable) in table {
            let faults = faults(Some(url), FROM);
            assert_eq!(faults.is_empty(), usable, "{url}: {faults:?}");
            assert!(!faults.join(" ").contains("s3cret"), "{faults:?}");
        }
        assert_eq!(format!("{:?}", "smtp://a:b@c".parse::<SmtpUrl>()), "Ok(SmtpUrl(…))");
    }

    #[test]
    fn what_cannot_be_used_is_told_all_at_once() {
        let told = faults(Some("mail.example.nhs.uk:s3cret"), Some("nobody"));
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(!told.join(" ").contains("s3cret"), "{told:?}");
    }
}

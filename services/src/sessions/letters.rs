//! The mails about sessions in words, made when they are sent: what they say holds then. What does not any more is not told, unless
//! a calendar has to be told that there is nothing.

mod news; // what a mail has to tell of one session

use super::feedback::phase_asked;
use super::invitations::still_invited;
use super::lines::place;
use super::mails::items_of;
use super::on_behalf::Actors;
use super::parts::appointment;
use super::times::slot_of;
use super::whole::{Where, Whole};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reminders::{not_invited, not_reminded};
use domain::calendar::{CalendarObject, Entry, Method, Part, Parties, What, message};
use domain::coverage::{Facts, Person};
use domain::ids::AccountId;
use domain::outbox::Sender;
use domain::reminders::words::{Reader, Words};
use domain::sessions::letters::{About, Became, News, words, words_of_several};
use entities::{account, mail, session};
use news::{Own, told_calendar};

/// A mail about sessions in words, with what its reader's calendar is told; `None` where it is not needed any more.
pub(crate) async fn letter_for(
    ctx: &Ctx,
    account: &account::Model,
    mail: &mail::Model,
    sender: Sender<'_>,
) -> Result<Option<(Words, Option<CalendarObject>)>> {
    let items = items_of(mail)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let person = account.person_id.and_then(|person| facts.person(person));
    let (Some(person), Some(first)) = (person, items.first()) else { return Ok(None) };
    let found = Whole::around(db, first.about.session, person.id).await?;
    let Some(whole) = found else { return Ok(None) };
    let told = items.iter().filter_map(|item| {
        let row = whole.row(item.about.session)?;
        let own = Own::of(ctx, row, &whole.parts);
        let news = own.news(ctx, item)?;
        let (place, link) = (place(row), own.link());
        let acted = own.acted_in(news, &item.about);
        let acted = acted.and_then(|event| whole.parts.acted(row.id, event));
        Some(Told { row, news, place, link, ended: item.about.ended, acted, by: None })
    });
    let mut told: Vec<Told<'_>> = told.collect();
    if !is_wanted(ctx, &facts, account, (person, &told)).await? {
        return Ok(None);
    }
    let acted: Vec<AccountId> = told.iter().filter_map(|one| one.acted).collect();
    let actors = Actors::of(&facts, db, acted).await?;
    for one in &mut told {
        one.by = actors.for_another(one.acted, person.id).map(str::to_owned);
    }
    let reader =
        Reader { first_name: &person.first_name, today: ctx.today, base_url: sender.base_url };
    let Some(words) = in_words(&whole, &told, reader) else { return Ok(None) };
    let parties = Parties { organiser: sender.address, attendee: &account.email };
    let calendar = entry(ctx, &whole, &told, mail)?
        .map(|(method, entry)| message(method, &entry, parties, sender.base_url));
    Ok(Some((words, calendar)))
}

/// What a mail tells of one session, as it stands when it is sent.
struct Told<'a> {
    row: &'a session::Model,
    news: News,
    place: String,
    link: Option<&'a str>,
    /// The number under which a calendar is told that it stands there no more.
    ended: Option<i64>,
    /// By which account it was done, where that is to be told.
    acted: Option<AccountId>,
    /// The name of whoever did it for the reader.
    by: Option<String>,
}

/// Whether its reader wants to be told: of what is no news of their own seat, they choose. An invitation has to hold still, and
/// feedback to be asked still.
async fn is_wanted(
    ctx: &Ctx,
    facts: &Facts,
    account: &account::Model,
    (person, told): (&Person, &[Told<'_>]),
) -> Result<bool> {
    let db = ctx.db().read();
    for one in told {
        let wanted = match one.news {
            News::Reminder(_) => not_reminded(db, [account.id]).await?.is_empty(),
            News::Feedback(phase) => {
                let wanted = not_reminded(db, [account.id]).await?.is_empty();
                wanted && phase_asked(ctx, (one.row.id, person.id)).await? == Some(phase)
            }
            News::Invited { .. } => {
                let wanted = not_invited(db, [account.id]).await?.is_empty();
                wanted && still_invited(facts, db, one.row, person).await?
            }
            _ => true,
        };
        if !wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

/// None where there is nothing to tell.
fn in_words(whole: &Whole, told: &[Told<'_>], reader: Reader<'_>) -> Option<Words> {
    let became: Vec<Became<'_>> = told.iter().map(Told::became).collect();
    match (became.as_slice(), whole.series()) {
        ([], _) => None,
        ([Became { news, about }, ..], None) | ([Became { news, about }], Some(_)) => {
            Some(words(*news, about, reader))
        }
        (several, Some(series)) => Some(words_of_several(series, several, reader)),
    }
}

/// What the calendar is told beside the mail, if anything: of a series all that they have of it now, whatever the mail is about; of a
/// session by itself that it is there, or under the number that the mail was made with that it is not.
fn entry(
    ctx: &Ctx,
    whole: &Whole,
    told: &[Told<'_>],
    mail: &mail::Model,
) -> Result<Option<(Method, Entry)>> {
    let mut tells = told
        .iter()
        .filter_map(|one| Some((one.row, one.ended, told_calendar(one.news, one.ended)?)));
    let Some((row, ended, method)) = tells.next() else { return Ok(None) };
    if let (None, Method::Cancel, Some(ended)) = (whole.series(), method, ended) {
        let what = What::Session(appointment(row, Part::Seat));
        let entry = Entry { sequence: ended, recorded_at: mail.made_at, what };
        return Ok(Some((method, entry)));
    }
    let entry = whole.entry(ctx, Where::Mail(mail.made_at))?;
    let with_method = |entry: Entry| {
        let method = if entry.is_empty() { Method::Cancel } else { Method::Request };
        (method, entry)
    };
    Ok(entry.map(with_method))
}

impl Told<'_> {
    fn became(&self) -> Became<'_> {
        let about = About {
            session: self.row.id,
            title: &self.row.title,
            slot: slot_of(self.row),
            place: &self.place,
            link: self.link,
            by: self.by.as_deref(),
        };
        Became { news: self.news, about }
    }
}

//! One mail about what one act has made of several sessions of a series.

use super::{About, Change, News, happened, join};
use crate::figures::counted;
use crate::ids::SessionSeriesId;
use crate::reminders::words::{Reader, Words};

/// What became of one of the sessions, for the reader.
#[derive(Clone, Copy, Debug)]
pub struct Became<'a> {
    pub news: News,
    pub about: About<'a>,
}

/// The mail in words: each session with when and where it is and what became of it, in the order in which they are given.
pub fn words_of_several(
    series: SessionSeriesId,
    became: &[Became<'_>],
    reader: Reader<'_>,
) -> Words {
    let Reader { first_name, base_url, .. } = reader;
    let each: Vec<String> = became.iter().map(|one| paragraph(one, base_url)).collect();
    let text = format!(
        "Dear {first_name}\n\nThis is what has become of {} of a series.\n\n{}\n{}\n{base_url}/sessions/series/{series}\n",
        many(became),
        each.join("\n"),
        next(became)
    );
    Words { subject: format!("Esteem: {}", subject(became)), text }
}

fn many(became: &[Became<'_>]) -> String {
    counted(became.len(), "session", "sessions")
}

fn subject(became: &[Became<'_>]) -> String {
    let title = became.first().map(|one| one.about.title).unwrap_or_default();
    let sessions = format!("{} of {title}", many(became));
    let all = |is: fn(News) -> bool| became.iter().all(|one| is(one.news));
    if all(|news| news == News::Booked) {
        format!("you have a seat in {sessions}")
    } else if all(|news| news == News::Leads) {
        format!("you lead {sessions}")
    } else if all(is_cancelled) {
        format!("{sessions} are cancelled")
    } else if let Some(change) = changed(became) {
        change.subject_of_several(&sessions)
    } else {
        format!("news of {sessions}")
    }
}

/// What has changed of them; none where that is not the same of each.
fn changed(became: &[Became<'_>]) -> Option<Change> {
    let mut changes = became.iter().map(|one| match one.news {
        News::Changed(change, _) => Some(change),
        _ => None,
    });
    let first = changes.next()??;
    changes.all(|change| change == Some(first)).then_some(first)
}

/// Whether the session itself does not take place.
const fn is_cancelled(news: News) -> bool {
    matches!(news, News::Cancelled(Some(_)) | News::LeadsNoMore(Some(_)))
}

fn paragraph(Became { news, about }: &Became<'_>, base_url: &str) -> String {
    let About { session, title, slot, place, link, by } = about;
    // There is nothing to do on the page of one that is cancelled.
    let page = match is_cancelled(*news) {
        true => String::new(),
        false => format!("{base_url}/sessions/{session}\n"),
    };
    let (when, join, happened) = (slot.words(), join(*link), happened(*news, *by));
    format!("What: {title}\nWhen: {when}\nWhere: {place}\n{join}{happened}\n{page}")
}

/// What to do next, up to the address of the series.
fn next(became: &[Became<'_>]) -> &'static str {
    if became.iter().all(|one| is_cancelled(one.news)) {
        return "To see what is left of the series, go to";
    }
    "Removing them from your calendar does not give up your seats. To see all sessions of the series, go to"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::CancelReason;
    use crate::sessions::letters::Kept;
    use crate::sessions::times::Slot;

    const ID: &str = "0198f3c0-0000-7000-8000-000000000001";

    fn told(news: &[News]) -> Words {
        let days = ["2026-12-07T13:00:00", "2026-12-14T13:00:00", "2026-12-21T13:00:00"];
        let became = news.iter().zip(days).map(|(news, starts)| Became {
            news: *news,
            about: About {
                session: ID.parse().unwrap(),
                title: "Safety plans",
                slot: Slot { starts: starts.parse().unwrap(), minutes: 90 },
                place: "The surgery, room 2",
                link: (*news == News::Booked).then_some("https://meet.example/plans"),
                by: None,
            },
        });
        let became: Vec<Became<'_>> = became.collect();
        let today = "2026-11-02".parse().unwrap();
        let reader = Reader { first_name: "Amina", today, base_url: "https://esteem.example" };
        words_of_several("0198f3c0-0000-7000-8000-000000000009".parse().unwrap(), &became, reader)
    }

    #[test]
    fn each_session_is_told_with_what_became_of_it_and_where_to_act() {
        let mail = told(&[News::Booked, News::Waiting]);
        let expected = "Dear Amina

This is what has become of 2 sessions of a series.

What: Safety plans
When: Monday 7 December 2026, 1pm to 2:30pm
Where: The surgery, room 2
Join online: https://meet.example/plans
You have a seat in this session.
https://esteem.example/sessions/0198f3c0-0000-7000-8000-000000000001

What: Safety plans
When: Monday 14 December 2026, 1pm to 2:30pm
Where: The surgery, room 2
No seat that you could take is free, so you are on the waiting list of this session.
https://esteem.example/sessions/0198f3c0-0000-7000-8000-000000000001

Removing them from your calendar does not give up your seats. To see all sessions of the series, go to
https://esteem.example/sessions/series/0198f3c0-0000-7000-8000-000000000009
";
        assert_eq!(mail.text, expected);
        assert_eq!(mail.subject, "Esteem: news of 2 sessions of Safety plans");
    }

    #[test]
    fn the_subject_says_what_they_have_in_common() {
        let reason = Some(CancelReason::LowNumbers);
        let moved = |kept| News::Changed(Change::Moved, kept);
        let renamed = News::Changed(Change::Renamed, Kept::Seat);
        let both = News::Changed(Change::Both, Kept::Seat);
        let table: [(&[News], &str); 8] = [
            (&[News::Booked; 3], "you have a seat in 3 sessions of Safety plans"),
            (&[News::Leads; 2], "you lead 2 sessions of Safety plans"),
            (&[moved(Kept::Seat), moved(Kept::Place)], "2 sessions of Safety plans have moved"),
            (&[renamed; 2], "2 sessions of Safety plans have a new title"),
            (&[both; 2], "2 sessions of Safety plans have moved and have a new title"),
            (&[renamed, both], "news of 2 sessions"),
            (
                &[News::Cancelled(reason), News::LeadsNoMore(reason)],
                "2 sessions of Safety plans are cancelled",
            ),
            // One booking of somebody is over, and the other session with it.
            (&[News::Cancelled(None), News::Cancelled(reason)], "news of 2 sessions"),
        ];
        for (news, subject) in table {
            assert!(told(news).subject.contains(subject), "{news:?}: {}", told(news).subject);
        }
    }

    #[test]
    fn there_is_nothing_to_do_about_what_is_cancelled() {
        let reason = Some(CancelReason::LowNumbers);
        let mail = told(&[News::Cancelled(reason); 2]);
        assert!(!mail.text.contains(ID) && !mail.text.contains("Removing"), "{}", mail.text);
        assert!(mail.text.contains("The reason: Too few people would come."), "{}", mail.text);
    }
}

//! Server functions: plan, change, schedule and cancel a session; its leads, outcomes, kept seats, invited teams, bookings.

use crate::error::AppError;
use domain::ids::{PersonId, SessionId, SessionLeadId, SessionQuotaId};
use domain::sessions::cutting::SeatHolder;
use domain::sessions::forms::{BeginFields, LeadFields, QuotaFields, SessionFields};
use domain::sessions::views::{SessionCompetencies as Competencies, SessionForm};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "offer_session")]
pub async fn offer_session(#[server(flatten)] begin: BeginFields) -> Result<SessionForm, AppError> {
    let begin = services::sessions::Begin::read(begin)?;
    Ok(services::sessions::form_from(&crate::visit::ctx()?, &begin).await?)
}

#[server(endpoint = "session_to_change")]
pub async fn session_to_change(id: SessionId) -> Result<SessionForm, AppError> {
    Ok(services::sessions::form(&crate::visit::ctx()?, Some(id), None).await?)
}

/// Who holds a seat, for whoever says whose booking is cancelled.
#[server(endpoint = "seat_holders")]
pub async fn seat_holders(id: SessionId) -> Result<Vec<SeatHolder>, AppError> {
    Ok(services::sessions::seat_holders(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "draft_session")]
pub async fn draft_session(
    #[server(flatten)] typed: SessionFields,
    #[server(flatten)] begin: BeginFields,
) -> Result<(), AppError> {
    use domain::sessions::forms::DescribeSession;
    let says = DescribeSession::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let begin = services::sessions::Begin::read(begin)?;
    let id = services::sessions::draft_from(&crate::visit::ctx()?, &says, &begin).await?;
    crate::answer::notice(format!("Saved {} as a draft. See below what it lacks", says.title));
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

/// A draft of a session that is over.
#[server(endpoint = "record_session")]
pub async fn record_session(#[server(flatten)] typed: SessionFields) -> Result<(), AppError> {
    use domain::sessions::forms::DescribeSession;
    let says = DescribeSession::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let id = services::sessions::record(&crate::visit::ctx()?, &says).await?;
    crate::answer::notice(format!("Saved {} as a draft. See below what it lacks", says.title));
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

/// A draft whose time has passed is one no more. `reason` is why it took place where its leads' protected time does not cover it.
#[server(endpoint = "session_took_place")]
pub async fn session_took_place(
    id: SessionId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    services::sessions::took_place(&crate::visit::ctx()?, id, &reason).await?;
    crate::answer::notice("Recorded that this session took place");
    Ok(())
}

/// `cancelled` are the keys of those whose booking is cancelled where there are to be fewer seats than are held; `reason` is why a
/// scheduled session goes ahead where it is moved or made longer beyond its leads' protected time.
#[server(endpoint = "change_session")]
pub async fn change_session(
    id: SessionId,
    #[server(flatten)] typed: SessionFields,
    #[server(default)] cancelled: Vec<String>,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use domain::sessions::{cutting, forms::DescribeSession};
    let says = DescribeSession::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let (ctx, named) = (crate::visit::ctx()?, cutting::chosen(&cancelled));
    let changed = services::sessions::change(&ctx, id, &says, (&named, &reason)).await?;
    crate::answer::notice(changed.words(&says.title));
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

/// Then the same page again, for whoever leads it with them.
#[server(endpoint = "add_session_lead")]
pub async fn add_session_lead(
    id: SessionId,
    #[server(flatten)] typed: LeadFields,
) -> Result<(), AppError> {
    use domain::sessions::forms::AddLead;
    let added = AddLead::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::sessions::add_lead(&crate::visit::ctx()?, id, &added).await?;
    crate::answer::notice("Added to those who lead this session");
    Ok(())
}

#[server(endpoint = "remove_session_lead")]
pub async fn remove_session_lead(id: SessionId, lead: SessionLeadId) -> Result<(), AppError> {
    services::sessions::remove_lead(&crate::visit::ctx()?, id, lead).await?;
    crate::answer::notice("Removed from those who lead this session");
    Ok(())
}

#[server(endpoint = "session_competencies")]
pub async fn session_competencies(id: SessionId) -> Result<Competencies, AppError> {
    Ok(services::sessions::competencies(&crate::visit::ctx()?, id).await?)
}

/// `level` is by competency code; an empty one is no part of the session.
#[server(endpoint = "set_session_outcomes")]
pub async fn set_session_outcomes(
    id: SessionId,
    level: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let levels = domain::programmes::forms::intended_levels(&level);
    let levels = levels.map_err(domain::refusal::Refusal::from)?;
    services::sessions::set_outcomes(&crate::visit::ctx()?, id, &levels).await?;
    crate::answer::notice("Saved what this session builds");
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

/// `step` is the id of the step of a programme that it runs; blank where it runs none. `whole_series` is `yes` where it is so for
/// each session of its series that is still to come.
#[server(endpoint = "run_step")]
pub async fn run_step(
    id: SessionId,
    step: String,
    #[server(default)] whole_series: String,
) -> Result<(), AppError> {
    use domain::fields::{FieldErrors, choice};
    let step = match step.trim() {
        "" => None,
        step => Some(choice(step, "a step from the list").map_err(|message| {
            domain::refusal::Refusal::from(FieldErrors::one("step", message))
        })?),
    };
    let ctx = crate::visit::ctx()?;
    let many = services::sessions::run_step(&ctx, id, step, whole_series == "yes").await?;
    let sessions = domain::figures::counted(many, "session", "sessions");
    crate::answer::notice(match step {
        Some(_) => format!("Saved. This step is run by {sessions}"),
        None => format!("Saved. No longer part of a programme: {sessions}"),
    });
    Ok(())
}

#[server(endpoint = "keep_seats")]
pub async fn keep_seats(
    id: SessionId,
    #[server(flatten)] typed: QuotaFields,
) -> Result<(), AppError> {
    let kept = domain::sessions::forms::KeepSeats::parse(&typed);
    let kept = kept.map_err(domain::refusal::Refusal::from)?;
    services::sessions::keep_seats(&crate::visit::ctx()?, id, &kept).await?;
    crate::answer::notice("Saved the seats kept for them");
    Ok(())
}

#[server(endpoint = "release_seats")]
pub async fn release_seats(id: SessionId, quota: SessionQuotaId) -> Result<(), AppError> {
    services::sessions::release_seats(&crate::visit::ctx()?, id, quota).await?;
    crate::answer::notice("Released these seats: everybody can book them now");
    Ok(())
}

#[server(endpoint = "invite_team")]
pub async fn invite_team(id: SessionId, team: String) -> Result<(), AppError> {
    services::sessions::invite(&crate::visit::ctx()?, id, &team).await?;
    crate::answer::notice("Invited the team");
    Ok(())
}

#[server(endpoint = "uninvite_team")]
pub async fn uninvite_team(id: SessionId, team: String) -> Result<(), AppError> {
    services::sessions::uninvite(&crate::visit::ctx()?, id, &team).await?;
    crate::answer::notice("The team is no longer invited");
    Ok(())
}

/// `reason` is why it goes ahead where its leads' protected time does not cover it.
#[server(endpoint = "schedule_session")]
pub async fn schedule_session(
    id: SessionId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let opens = services::sessions::schedule(&crate::visit::ctx()?, id, &reason).await?;
    let booking = match opens.map(domain::dates::spoken_opening) {
        None => "It can be booked now".to_owned(),
        Some(opens) => format!("Booking opens on {opens}"),
    };
    crate::answer::notice(format!("Scheduled this session. {booking}"));
    Ok(())
}

#[server(endpoint = "cancel_session")]
pub async fn cancel_session(id: SessionId, reason: String) -> Result<(), AppError> {
    let why = domain::sessions::forms::CancelSession::parse(&reason);
    let why = why.map_err(domain::refusal::Refusal::from)?;
    let ended = services::sessions::cancel(&crate::visit::ctx()?, id, why).await?;
    crate::answer::notice(match ended {
        0 => "Cancelled this session".to_owned(),
        many => format!(
            "Cancelled this session and {}",
            domain::figures::counted(many, "booking", "bookings")
        ),
    });
    Ok(())
}

/// One of its bookings; the session stays.
#[server(endpoint = "cancel_booking")]
pub async fn cancel_booking(id: SessionId, person: PersonId) -> Result<(), AppError> {
    services::sessions::cancel_booking(&crate::visit::ctx()?, id, person).await?;
    crate::answer::notice("Cancelled this booking");
    Ok(())
}

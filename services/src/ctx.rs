//! Who asks, when, and with what database: the first argument of every use case.

use crate::change::{Change, Touches};
use crate::clock::{self, Clock};
use crate::db::Db;
use crate::error::Result;
use crate::facts::FactStore;
use crate::imports::UnderWay;
use crate::passport::Issuing;
use crate::returns::{Papers, Turns};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::coverage::Facts;
use domain::patient_text::{LetThrough, let_through};
use domain::policy::{Action, Actor, Resource, may, reach};
use domain::refusal::Refusal;
use std::sync::Arc;

/// What a process has one of.
#[derive(Clone, Debug)]
pub struct Services {
    pub db: Db,
    pub clock: Clock,
    pub facts: Arc<FactStore>,
    /// The imports this process is working on.
    pub imports: Arc<UnderWay>,
    /// Whose turn it is to compute a return, or to write one out.
    pub turns: Turns,
    /// Who signs passports here.
    pub issuing: Arc<Issuing>,
    /// How the papers of a return are drawn; a process without them makes the files for programs alone.
    pub papers: Option<Papers>,
}

impl Services {
    pub fn new(db: Db, clock: Clock) -> Self {
        let issuing = Arc::new(Issuing::nothing());
        let (facts, imports, turns) = (Arc::default(), Arc::default(), Turns::default());
        Self { db, clock, facts, imports, turns, issuing, papers: None }
    }

    /// The same for a process that signs.
    #[must_use]
    pub fn issuing(self, issuing: Issuing) -> Self {
        Self { issuing: Arc::new(issuing), ..self }
    }

    /// The same for a process that draws papers.
    #[must_use]
    pub fn papers(self, papers: Papers) -> Self {
        Self { papers: Some(papers), ..self }
    }

    /// A context for one request or command.
    pub fn as_actor(&self, actor: Actor) -> Ctx {
        let (now, today) = (self.clock.now(), self.clock.today());
        let not_a_patient = String::new();
        Ctx { services: self.clone(), actor, now, today, not_a_patient }
    }
}

/// One request or command: it sees one moment and one actor.
#[derive(Clone, Debug)]
pub struct Ctx {
    pub services: Services,
    pub actor: Actor,
    pub now: DateTime<Utc>,
    /// What the rules call today.
    pub today: NaiveDate,
    /// Why what is written is not about a patient, as typed where a form asked for it.
    pub not_a_patient: String,
}

impl Ctx {
    pub const fn db(&self) -> &Db {
        &self.services.db
    }

    /// How this process draws the papers of a return.
    pub const fn papers(&self) -> Option<Papers> {
        self.services.papers
    }

    /// The moment as rules see it, civil time in London: [`Ctx::today`] at the time of day of [`Ctx::now`], so that a date
    /// that is fixed for a demonstration moves what is decided by the hour too.
    pub fn rule_now(&self) -> NaiveDateTime {
        clock::on_day(self.today, self.now)
    }

    /// The moment as rules see it by now: later than [`Ctx::rule_now`] by as much as the clock has moved on since this began.
    /// For what is decided after waiting for somebody else.
    pub fn moment(&self) -> NaiveDateTime {
        let waited = self.services.clock.now().signed_duration_since(self.now);
        let began = self.rule_now();
        began.checked_add_signed(waited.max(TimeDelta::zero())).unwrap_or(began)
    }

    /// The facts as they stand in the database now. One query when nothing has changed.
    ///
    /// # Errors
    /// Fails when the database does.
    pub async fn facts(&self) -> Result<Arc<Facts>> {
        self.services.facts.current(self.db()).await
    }

    /// The name of whoever asks, for the header of a page: from the facts at hand, since the page itself has just read them
    /// or is about to. None where nobody on record asks.
    pub async fn own_name(&self) -> Option<String> {
        let person = self.actor.person()?;
        let named = |facts: &Facts| facts.person(person).map(domain::coverage::Person::name);
        let known = self.services.facts.at_hand().await.and_then(|facts| named(&facts));
        match known {
            Some(name) => Some(name),
            // Without the facts the page itself will fail, and say so better.
            None => self.facts().await.ok().and_then(|facts| named(&facts)),
        }
    }

    /// Opens a change; it ends with [`Change::commit`] or leaves nothing behind.
    ///
    /// # Errors
    /// Fails when the database does.
    pub async fn change(&self, touches: Touches) -> Result<Change<'_>> {
        Change::begin(self, touches).await
    }

    /// Holds free texts, each with the name of its field, against what could identify a patient. The reason belongs in the
    /// entry of the act: [`crate::audit::Entry::let_through`].
    ///
    /// # Errors
    /// Refuses, beside its field, what identifies a patient; and what may do so, until [`Ctx::not_a_patient`] says why
    /// it does not.
    pub fn guard(&self, texts: &[(&str, &str)]) -> Result<LetThrough> {
        Ok(let_through(texts, &self.not_a_patient, self.today)?)
    }

    /// # Errors
    /// Refuses with *not found*: what one may not see or do is never told apart from what is not there.
    pub fn authorise(&self, action: Action, to: Resource<'_>, what: &str) -> Result<()> {
        self.unless_allowed(may(&self.actor, action, to), what)
    }

    /// For lists: passes whoever may do `action` to anything at all.
    ///
    /// # Errors
    /// As [`Ctx::authorise`].
    pub fn authorise_somewhere(&self, action: Action, what: &str) -> Result<()> {
        self.unless_allowed(!reach(&self.actor, action).is_empty(), what)
    }

    fn unless_allowed(&self, allowed: bool, what: &str) -> Result<()> {
        if allowed {
            return Ok(());
        }
        Err(match self.actor {
            Actor::Nobody => Refusal::SignInFirst,
            Actor::Account(_) | Actor::Operator => Refusal::not_found(what),
        }
        .into())
    }
}

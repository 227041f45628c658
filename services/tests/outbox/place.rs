//! The practice, with a confirmation of the nurse's that has expired, and everybody able to sign in.

use crate::ground::Ground;
use crate::judgements::practice;
use chrono::{DateTime, TimeDelta, Utc};
use domain::codes::GrantKind::Assessor;
use domain::ids::{AccountId, MailId};
use domain::outbox::{MailKind, Sender};
use entities::{account, mail};
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Expr;
use sea_orm::{ActiveModelTrait, EntityTrait};
use services::Ctx;
use services::imports::Kind;
use uuid::Uuid;

pub const AMINA: &str = "E1";
pub const BEN: &str = "E2";
pub const CARA: &str = "E3";
pub const DAN: &str = "E4";

pub const SENDER: Sender<'static> =
    Sender { base_url: "https://esteem.example", address: "esteem@example.nhs.uk" };

/// On a Sunday, 1 November 2026.
pub fn noon() -> DateTime<Utc> {
    "2026-11-01T12:00:00Z".parse().unwrap()
}

pub struct Practice {
    pub ground: Ground,
    pub amina: Ctx,
    pub ben: Ctx,
    pub dan: Ctx,
}

/// Amina has something to hear; her assessor and her manager have not, until she asks them; Cara has never.
pub async fn the_practice() -> Practice {
    let ground = practice().await;
    let expired = "employee_number,competency_code,kind,made_on,level,evidence\n\
                   E1,RSK-1,confirmed,2024-10-20,3,observation\n";
    ground.bring(Kind::Judgements, expired).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let dan = ground.sign_in(DAN, None).await;
    ground.sign_in(CARA, None).await;
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .exec(ground.services.db.read())
        .await
        .unwrap();
    Practice { ground, amina, ben, dan }
}

impl Practice {
    /// The process itself, at another moment.
    pub fn at(&self, now: DateTime<Utc>) -> Ctx {
        Ctx { now, ..self.ground.operator() }
    }

    pub fn after(&self, since: TimeDelta) -> Ctx {
        self.at(noon() + since)
    }

    pub async fn mails(&self) -> Vec<mail::Model> {
        self.ground.all::<mail::Entity>().await
    }

    /// The mail that is the only one.
    pub async fn mail(&self) -> mail::Model {
        self.ground.only::<mail::Entity>().await
    }

    /// A digest for Amina that waits since noon.
    pub async fn waits(&self) -> MailId {
        self.puts(waiting(self.amina.actor.account_id().unwrap())).await
    }

    pub async fn puts(&self, row: mail::ActiveModel) -> MailId {
        row.insert(self.ground.services.db.read()).await.unwrap().id
    }
}

pub fn waiting(account: AccountId) -> mail::ActiveModel {
    let id = Uuid::now_v7();
    mail::ActiveModel {
        id: Set(MailId(id)),
        account_id: Set(account),
        kind: Set(MailKind::WeeklyDigest),
        arguments: Set(r#"{"since":null}"#.to_owned()),
        key: Set(id.to_string()),
        made_at: Set(noon()),
        useful_until: Set(None),
        next_try_at: Set(Some(noon())),
        tries: Set(0),
        first_tried_at: Set(None),
        handed_over_at: Set(None),
        sent_at: Set(None),
        given_up_at: Set(None),
        last_error: Set(None),
    }
}

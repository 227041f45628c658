//! Esteem, put together as the server does, over a database of its own.

use crate::database::TestDatabase;
use crate::user::User;
use axum::Router;
use chrono::NaiveDate;
use domain::codes::GrantKind;
use domain::policy::Actor;
use server::{App, Settings, papers, router};
use services::clock::Clock;
use services::db::Db;
use services::{Ctx, Services, accounts, grants};
use std::sync::Arc;

/// The password of everybody in the tests.
pub const PASSWORD: &str = "copper lantern fjord 7";

/// Who issues passports in the tests.
pub const ISSUER: &str = "Tower Hamlets skills passport";

/// A running Esteem without a network: requests go straight to its router.
pub struct Installation {
    pub services: Services,
    pub router: Router,
    database: Arc<TestDatabase>,
    settings: Settings,
}

impl Installation {
    /// An empty installation on the day `today`, for example `2026-11-02`.
    pub async fn on(today: &str) -> Self {
        let day: NaiveDate = today.parse().expect("a date");
        let database = Arc::new(TestDatabase::new().await);
        let settings = Settings {
            database_url: database.url.clone(),
            base_url: "http://esteem.test".to_owned(),
            smtp_url: None,
            mail_from: None,
            signing_key: Some(database.signing_key.clone()),
            issuer_name: Some(ISSUER.to_owned()),
            today: Some(day),
        };
        Self::process(database, settings).await
    }

    /// A second process on the same database, with its own connections and its own copy of the facts.
    pub async fn beside(&self) -> Self {
        Self::process(Arc::clone(&self.database), self.settings.clone()).await
    }

    /// A second process on the same database to which it is another day.
    pub async fn beside_on(&self, today: &str) -> Self {
        let day: NaiveDate = today.parse().expect("a date");
        let settings = Settings { today: Some(day), ..self.settings.clone() };
        Self::process(Arc::clone(&self.database), settings).await
    }

    async fn process(database: Arc<TestDatabase>, settings: Settings) -> Self {
        let db = Db::connect(&settings.database_url).await.expect("the test's database");
        db.migrate().await.expect("the schema");
        let services = Services::new(db, Clock::new(settings.today))
            .issuing(settings.issuing())
            .papers(papers());
        let router = router(App::new(services.clone(), settings.clone()));
        Self { services, router, database, settings }
    }

    /// The command line without `--as`.
    pub fn operator(&self) -> Ctx {
        self.services.as_actor(Actor::Operator)
    }

    /// Somebody with an account and grants, each with the code of its place (empty for everywhere), signed in.
    pub async fn somebody(&self, email: &str, held: &[(GrantKind, &str)]) -> User {
        let operator = self.operator();
        let account = accounts::add(&operator, email, None).await.expect("an account");
        for (kind, code) in held {
            let place = grants::find_place(&operator, Some(*code)).await.expect("a place");
            grants::give(&operator, account, *kind, place).await.expect("a grant");
        }
        let password = accounts::Password::parse(PASSWORD, PASSWORD, email).expect("a password");
        accounts::set_password(&operator, account, password).await.expect("a password set");
        let mut user = self.stranger();
        user.sign_in(email, PASSWORD).await;
        user
    }

    /// Somebody who is not signed in.
    pub fn stranger(&self) -> User {
        User::new(self.router.clone())
    }
}

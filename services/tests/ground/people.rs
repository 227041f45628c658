//! Who asks: a person of the place, signed in with the grants they hold; and the figures that everybody's acts move.

use super::Ground;
use domain::codes::GrantKind;
use domain::coverage::{ItemKind, ScopeKind};
use domain::ids::PersonId;
use domain::policy::{Account, Actor, Grant, Scope};
use entities::{grant, person, post_terms};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::{Ctx, accounts, coverage, grants};

impl Ground {
    pub async fn person(&self, number: &str) -> PersonId {
        let named = person::Entity::find().filter(person::Column::EmployeeNumber.eq(number));
        named.one(self.services.db.read()).await.unwrap().unwrap().id
    }

    /// A person signed in, with a grant over a place where one is given.
    pub async fn sign_in(&self, number: &str, grant: Option<(GrantKind, &str)>) -> Ctx {
        let person = self.person(number).await;
        let email = format!("{}@staff.example", number.to_lowercase());
        let id = accounts::add(&self.operator(), &email, Some(person)).await.unwrap();
        if let Some((kind, place)) = grant {
            let place = grants::find_place(&self.operator(), Some(place)).await.unwrap();
            grants::give(&self.operator(), id, kind, place).await.unwrap();
        }
        let held = grant::Entity::find()
            .filter(grant::Column::AccountId.eq(id))
            .all(self.services.db.read())
            .await
            .unwrap();
        let grants = held.iter().map(|g| Grant { kind: g.kind, scope: scope_of(g) }).collect();
        let named = post_terms::Column::LineManagerId.eq(person);
        let terms = post_terms::Entity::find().filter(named).one(self.services.db.read()).await;
        let manages_posts = terms.unwrap().is_some();
        let account = Account { id, email, person: Some(person), grants, manages_posts };
        self.services.as_actor(Actor::Account(account))
    }

    /// Coverage of every competency by team, as at a day, as the contract writes it.
    pub async fn coverage(&self, day: &str) -> String {
        let ask = coverage::Ask {
            as_at: day.parse().unwrap(),
            scope: ScopeKind::Team,
            item: ItemKind::Competency,
            within: None,
            organisation: None,
            setting: None,
            care_level: None,
            strand: None,
            critical_only: false,
            group: None,
            include_bank: false,
        };
        let figures = coverage::read(&self.operator(), &ask).await.unwrap();
        let mut text = Vec::new();
        coverage::csv(&figures, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }
}

fn scope_of(grant: &grant::Model) -> Scope {
    let team = grant.team_id.map(Scope::Team);
    let organisation = grant.organisation_id.map(Scope::Organisation);
    let scope = team.or(organisation).or(grant.area_id.map(Scope::Area));
    scope.unwrap_or(Scope::Everywhere)
}

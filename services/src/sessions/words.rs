//! Which sessions hold the words that are looked for: decided by the database, so that a page is all that is loaded.

use domain::people::search_words;
use entities::{competency, competency_domain, person, session, session_lead, session_outcome};
use sea_orm::sea_query::{Expr, Func, IntoColumnRef, LikeExpr, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
};

/// Sessions whose title, code, venue, leads or outcome codes hold every one of the words, in any case.
pub(super) fn with_words(words: &str) -> Condition {
    search_words(words).iter().map(|word| with_word(word)).fold(Condition::all(), Condition::add)
}

fn with_word(word: &str) -> Condition {
    Condition::any()
        .add(holds((session::Entity, session::Column::Title), word))
        .add(holds((session::Entity, session::Column::Code), word))
        .add(holds((session::Entity, session::Column::Venue), word))
        .add(session::Column::Id.in_subquery(led_by(word)))
        .add(session::Column::Id.in_subquery(builds(word)))
}

/// The sessions led by somebody whose name holds a word: as on record, or as it was written.
fn led_by(word: &str) -> SelectStatement {
    let people = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(
            Condition::any()
                .add(holds((person::Entity, person::Column::FirstName), word))
                .add(holds((person::Entity, person::Column::LastName), word)),
        )
        .into_query();
    let named = Condition::any()
        .add(holds((session_lead::Entity, session_lead::Column::Name), word))
        .add(session_lead::Column::PersonId.in_subquery(people));
    session_lead::Entity::find()
        .select_only()
        .column(session_lead::Column::SessionId)
        .filter(named)
        .into_query()
}

/// The sessions that build a competency whose code holds a word: the code it had when it was chosen.
fn builds(word: &str) -> SelectStatement {
    let code = holds((competency::Entity, competency::Column::Code), word);
    building(Condition::all().add(code))
}

/// The sessions that build one of the competencies that are meant.
fn building(meant: Condition) -> SelectStatement {
    let competencies = competency::Entity::find()
        .select_only()
        .column(competency::Column::Id)
        .filter(meant)
        .into_query();
    session_outcome::Entity::find()
        .select_only()
        .column(session_outcome::Column::SessionId)
        .filter(session_outcome::Column::CompetencyId.in_subquery(competencies))
        .into_query()
}

/// The sessions that build a competency with this code, or one of a domain with it: the codes they had when they were chosen.
pub(super) fn builds_any_of(code: &str) -> Expr {
    let domains = competency_domain::Entity::find()
        .select_only()
        .column(competency_domain::Column::Id)
        .filter(competency_domain::Column::Code.eq(code))
        .into_query();
    let meant = Condition::any()
        .add(competency::Column::Code.eq(code))
        .add(competency::Column::DomainId.in_subquery(domains));
    session::Column::Id.in_subquery(building(meant))
}

/// Whether a column holds a word, which is in small letters. What a pattern would read as a sign is a letter of the word.
fn holds(column: impl IntoColumnRef, word: &str) -> Expr {
    let word = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let pattern = LikeExpr::new(format!("%{word}%")).escape('!');
    Expr::expr(Func::lower(Expr::col(column))).like(pattern)
}

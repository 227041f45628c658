//! Which competencies pieces of evidence are about, kept for one piece or for a whole file of them.

use crate::error::Result;
use domain::ids::{CompetencyId, EvidenceItemId};
use entities::evidence_about;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Rows added by one statement: two columns each, and SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// Notes of each piece a competency that it is about. None may stand there already.
pub(crate) async fn say_about(
    tx: &impl ConnectionTrait,
    about: impl IntoIterator<Item = (EvidenceItemId, CompetencyId)>,
) -> Result<()> {
    let rows = about.into_iter().map(|(item, competency)| evidence_about::ActiveModel {
        item_id: Set(item),
        competency_id: Set(competency),
    });
    let rows: Vec<_> = rows.collect();
    for some in rows.chunks(AT_ONCE) {
        let insert = evidence_about::Entity::insert_many(some.to_vec());
        insert.exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Says no longer what these pieces are about.
pub(super) async fn forget_about(
    tx: &impl ConnectionTrait,
    items: impl IntoIterator<Item = EvidenceItemId>,
) -> Result<()> {
    let about = evidence_about::Column::ItemId.is_in(items);
    evidence_about::Entity::delete_many().filter(about).exec(tx).await?;
    Ok(())
}

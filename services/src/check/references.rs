//! What foreign keys cannot say: whose a reflection is.

use super::Remark;
use crate::ctx::Ctx;
use crate::error::Result;
use entities::{judgement, reflection};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, RelationTrait,
};

/// A reflection stands beside a judgement about the same person: it decides who may read it.
pub(super) async fn check(ctx: &Ctx, tell: &mut impl FnMut(Remark)) -> Result<()> {
    let strays: Vec<i64> = reflection::Entity::find()
        .select_only()
        .column(reflection::Column::JudgementSequence)
        .join(JoinType::InnerJoin, reflection::Relation::Judgement.def())
        .filter(
            Expr::col((reflection::Entity, reflection::Column::PersonId))
                .ne(judgement::Column::PersonId.into_expr()),
        )
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    for sequence in strays {
        let sentence = format!(
            "reflection {sequence}, person_id: the judgement it stands beside is about somebody else. Restore the last \
             backup without this fault."
        );
        tell(Remark::Wrong(sentence));
    }
    Ok(())
}

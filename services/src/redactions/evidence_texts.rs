//! What pieces of evidence say, where they lead, and their files.

use super::texts::{Beside, Stored, Which, Whose};
use crate::error::Result;
use domain::ids::EvidenceItemId;
use domain::redactions::TextKind;
use entities::{evidence_content, evidence_file, evidence_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// What stands in a column once it was blanked: not null, so that whoever shows it knows that there is something to tell.
const BLANK: &str = "";

fn stored(kind: TextKind, beside: evidence_item::Model, words: Option<String>) -> Stored {
    Stored {
        kind,
        row: beside.id.to_string(),
        whose: Whose::Person(beside.person_id),
        words: words.filter(|words| words != BLANK),
        beside: Beside::Evidence(Box::new(beside)),
    }
}

/// The words or the links.
pub(super) async fn words(
    db: &impl ConnectionTrait,
    kind: TextKind,
    which: Which<'_>,
) -> Result<Vec<Stored>> {
    use evidence_item::Column::{Id, Link, PersonId, What};
    let is_link = kind == TextKind::EvidenceLink;
    let all = evidence_item::Entity::find();
    let meant = match which {
        Which::Row(row) => match row.parse::<EvidenceItemId>() {
            Ok(id) => all.filter(Id.eq(id)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => {
            let written = if is_link { Link.ne(BLANK) } else { What.ne(BLANK) };
            all.filter(PersonId.eq(person)).filter(written)
        }
        // Each is written by itself.
        Which::CopiesOf(_) => return Ok(Vec::new()),
    };
    let text = |row: evidence_item::Model| {
        let words = if is_link { row.link.clone() } else { Some(row.what.clone()) };
        stored(kind, row, words)
    };
    Ok(meant.all(db).await?.into_iter().map(text).collect())
}

/// The files, each by its name: what is in it is opened by nobody but its owner and their assessor.
pub(super) async fn files(db: &impl ConnectionTrait, which: Which<'_>) -> Result<Vec<Stored>> {
    use evidence_file::Column::{ItemId, Name, PersonId};
    let all = evidence_file::Entity::find().find_also_related(evidence_item::Entity);
    let meant = match which {
        Which::Row(row) => match row.parse::<EvidenceItemId>() {
            Ok(id) => all.filter(ItemId.eq(id)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => all.filter(PersonId.eq(person)).filter(Name.ne(BLANK)),
        // Nobody brings a file twice.
        Which::CopiesOf(_) => return Ok(Vec::new()),
    };
    let file = |(file, item): (evidence_file::Model, Option<evidence_item::Model>)| {
        Some(stored(TextKind::EvidenceFile, item?, Some(file.name)))
    };
    Ok(meant.all(db).await?.into_iter().filter_map(file).collect())
}

/// Of a file the content goes and the name; kind, size and digest stay, so that the same file is not brought again.
pub(super) async fn blank(
    tx: &impl ConnectionTrait,
    kind: TextKind,
    id: EvidenceItemId,
) -> Result<()> {
    let item = evidence_item::Entity::update_many().filter(evidence_item::Column::Id.eq(id));
    match kind {
        TextKind::EvidenceFile => {
            evidence_content::Entity::delete_by_id(id).exec(tx).await?;
            let file = evidence_file::Entity::update_many()
                .col_expr(evidence_file::Column::Name, Expr::value(BLANK))
                .filter(evidence_file::Column::ItemId.eq(id));
            file.exec(tx).await?;
        }
        TextKind::EvidenceLink => {
            item.col_expr(evidence_item::Column::Link, Expr::value(BLANK)).exec(tx).await?;
        }
        _ => {
            item.col_expr(evidence_item::Column::What, Expr::value(BLANK)).exec(tx).await?;
        }
    }
    Ok(())
}

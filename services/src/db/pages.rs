//! A page of what a query finds: only its rows are read.

use crate::error::Result;
use domain::paging::{PAGE_SIZE, Paged, within};
use sea_orm::{DatabaseConnection, PaginatorTrait, SelectorTrait};

/// The page of what is found, in its order, or the last where it ends before; two queries.
pub(crate) async fn page_of<'db, Q, S>(
    db: &'db DatabaseConnection,
    found: Q,
    page: usize,
) -> Result<Paged<S::Item>>
where
    Q: PaginatorTrait<'db, DatabaseConnection, Selector = S>,
    S: SelectorTrait + Send + Sync + 'db,
{
    let found = found.paginate(db, PAGE_SIZE as u64);
    let total = found.num_items().await? as usize;
    let page = within(page, PAGE_SIZE, total);
    let entries = found.fetch_page((page - 1) as u64).await?;
    Ok(Paged { entries, page, size: PAGE_SIZE, total })
}

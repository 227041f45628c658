//! Shapes that recur in this schema, said so that SQLite and PostgreSQL understand the same.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{timestamp_with_time_zone, timestamp_with_time_zone_null};

/// A moment, stored in UTC.
pub fn instant(name: &'static str) -> ColumnDef {
    timestamp_with_time_zone(name)
}

/// A moment that may not have come yet.
pub fn instant_null(name: &'static str) -> ColumnDef {
    timestamp_with_time_zone_null(name)
}

/// A number from `low` to `high`. A missing value passes.
pub fn within(column: &'static str, low: i32, high: i32) -> Expr {
    Expr::col(column).between(low, high)
}

/// At most one of two columns has a value.
pub fn not_both(one: &'static str, other: &'static str) -> Expr {
    Expr::col(one).is_null().or(Expr::col(other).is_null())
}

/// One of two columns has a value, and the other has none.
pub fn one_of(one: &'static str, other: &'static str) -> Expr {
    not_both(one, other).and(Expr::col(one).is_not_null().or(Expr::col(other).is_not_null()))
}

/// An index, named after what it covers.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    covering(table, columns, "index")
}

/// Unique `columns` among the rows in which `empty` has no value: both databases take two missing values for different,
/// so a unique constraint over `empty` lets such rows through.
pub fn unique_where_empty(
    table: &'static str,
    columns: &[&'static str],
    empty: &'static str,
) -> IndexCreateStatement {
    let purpose = format!("without_{empty}");
    covering(table, columns, &purpose).unique().and_where(Expr::col(empty).is_null()).take()
}

fn covering(table: &'static str, columns: &[&'static str], purpose: &str) -> IndexCreateStatement {
    let name = format!("{table}_{}_{purpose}", columns.join("_"));
    over(columns).name(name).table(table).take()
}

/// Constraints of a table. They must stand in `CREATE TABLE`: SQLite cannot add them later.
pub trait Constraints {
    /// A column of ids of rows of `table`, which then cannot be deleted.
    fn refers(&mut self, column: ColumnDef, table: &'static str) -> &mut Self;

    /// As `refers`, to a table whose key has another name than `id`.
    fn refers_to(&mut self, column: ColumnDef, table: &'static str, key: &'static str)
    -> &mut Self;

    /// No two rows have the same values.
    fn unique(&mut self, columns: &[&'static str]) -> &mut Self;

    /// The primary key, where it is more than one column.
    fn key(&mut self, columns: &[&'static str]) -> &mut Self;
}

impl Constraints for TableCreateStatement {
    fn refers(&mut self, column: ColumnDef, table: &'static str) -> &mut Self {
        self.refers_to(column, table, "id")
    }

    fn refers_to(
        &mut self,
        column: ColumnDef,
        table: &'static str,
        key: &'static str,
    ) -> &mut Self {
        let name = column.get_column_name();
        self.col(column).foreign_key(ForeignKey::create().from_col(name).to(table, key))
    }

    fn unique(&mut self, columns: &[&'static str]) -> &mut Self {
        self.index(over(columns).unique())
    }

    fn key(&mut self, columns: &[&'static str]) -> &mut Self {
        self.primary_key(&mut over(columns))
    }
}

fn over(columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    for column in columns {
        index.col(*column);
    }
    index
}

/// Creates a table and its indexes.
pub async fn create<const N: usize>(
    manager: &SchemaManager<'_>,
    table: TableCreateStatement,
    indexes: [IndexCreateStatement; N],
) -> Result<(), DbErr> {
    manager.create_table(table).await?;
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

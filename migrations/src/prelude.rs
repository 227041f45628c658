//! What every migration brings in: the builders of statements and the shapes of this schema.

pub use crate::shapes::*;
pub use sea_orm_migration::prelude::*;
pub use sea_orm_migration::schema::{
    big_integer, big_integer_null, big_pk_auto, binary_len, binary_len_null, blob, boolean,
    boolean_null, date, date_null, date_time, date_time_null, integer, integer_null, integer_uniq,
    pk_uuid, text, text_null, text_uniq, uuid, uuid_null,
};

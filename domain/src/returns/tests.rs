//! What tests of returns share.

use serde::de::{Deserialize, Deserializer, Visitor, value::Error};
use serde::forward_to_deserialize_any;

/// The columns of a line as a file has them: the names and the order in which it is read and written.
pub(super) fn columns_of<T: for<'de> Deserialize<'de>>() -> Vec<&'static str> {
    let mut columns = Vec::new();
    let _ = T::deserialize(Columns(&mut columns));
    columns
}

struct Columns<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Columns<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("only structs have columns"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(fields);
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}

//! The canonical form of a JSON value (RFC 8785): what is signed does not depend on white space or on the order of names.

use serde_json::Value;

/// The largest whole number that every reader of JSON takes for the same.
const LARGEST: u64 = (1 << 53) - 1;

/// What is signed of a document: the canonical form of all of it but its signature.
pub(super) fn statement(mut document: Value) -> Option<String> {
    document.as_object_mut()?.remove("signature");
    canonical(&document)
}

/// The value as compact JSON with sorted names; none where it holds what others may write differently: a number that is
/// not whole or too large, or a name that is not ASCII.
fn canonical(value: &Value) -> Option<String> {
    let mut text = String::new();
    write(value, &mut text)?;
    Some(text)
}

fn write(value: &Value, text: &mut String) -> Option<()> {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            list(text, ['{', '}'], members, |(name, value), text| {
                text.push_str(&serde_json::to_string(name).ok().filter(|_| name.is_ascii())?);
                text.push(':');
                write(value, text)
            })
        }
        Value::Array(values) => list(text, ['[', ']'], values, write),
        Value::Number(number) => {
            let whole = number.as_i64().filter(|whole| whole.unsigned_abs() <= LARGEST)?;
            text.push_str(&whole.to_string());
            Some(())
        }
        // Texts are escaped as RFC 8785 has it: what must be, in the shortest way.
        Value::String(_) | Value::Bool(_) | Value::Null => {
            text.push_str(&serde_json::to_string(value).ok()?);
            Some(())
        }
    }
}

fn list<T>(
    text: &mut String,
    [open, close]: [char; 2],
    all: impl IntoIterator<Item = T>,
    one: impl Fn(T, &mut String) -> Option<()>,
) -> Option<()> {
    text.push(open);
    for (at, each) in all.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        one(each, text)?;
    }
    text.push(close);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        canonical(&serde_json::from_str(text).unwrap())
    }

    #[test]
    fn names_are_sorted_white_space_goes_and_texts_are_escaped_in_the_shortest_way() {
        let text = "{ \"b\": [1, -2, true, null],\n \"a\": { \"z\": \"\\u20ac\\u0041\\/\\u000a\\u001f\\\"\" }, \"A\": \"\" }";
        let expected = "{\"A\":\"\",\"a\":{\"z\":\"€A/\\n\\u001f\\\"\"},\"b\":[1,-2,true,null]}";
        assert_eq!(of(text).as_deref(), Some(expected));
        assert_eq!(of(expected).as_deref(), Some(expected));
    }

    #[test]
    fn what_others_may_write_differently_has_no_canonical_form() {
        for text in ["1.5", "[1.0]", "1e2", "-0", "9007199254740992", "{\"é\":1}"] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(of("9007199254740991").as_deref(), Some("9007199254740991"));
    }
}

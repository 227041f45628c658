//! Identifiers of what has no row of its own: always the same for the same thing, in every installation.
//!
//! The rule: the first 16 bytes of SHA-256 over the words below and the identifiers it is about, separated by spaces, made
//! into a UUID of version 8 (RFC 9562: a rule of one's own).

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

fn derived(what: &str, about: &[Uuid]) -> Uuid {
    let mut rule = Sha256::new();
    rule.update(b"esteem case ");
    rule.update(what);
    for identifier in about {
        rule.update(b" ");
        rule.update(identifier.to_string());
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(rule.finalize()).for_each(|(byte, derived)| *byte = derived);
    Builder::from_custom_bytes(bytes).into_uuid()
}

pub(super) fn association(kind: &str, origin: Uuid, destination: Uuid) -> Uuid {
    derived(kind, &[origin, destination])
}

pub(super) fn rubric(version: Uuid) -> Uuid {
    derived("rubric", &[version])
}

/// The criterion that says what the levels mean for any competency.
pub(super) fn general_criterion(version: Uuid) -> Uuid {
    derived("general criterion", &[version])
}

pub(super) fn criterion(competency: Uuid) -> Uuid {
    derived("criterion", &[competency])
}

pub(super) fn level(criterion: Uuid, level: u8) -> Uuid {
    derived(&format!("level {level}"), &[criterion])
}

/// The domain of items that stand in none.
pub(crate) fn loose_domain(document: Uuid) -> Uuid {
    derived("domain", &[document])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_that_of_the_documented_rule() {
        let about = Uuid::from_u128(1);
        // printf 'esteem case rubric 00000000-0000-0000-0000-000000000001' | sha256sum begins with
        // 84fb319b37555ee5f14d7ff91fb12337; the version (8) and the variant (8 to b) are written over two digits.
        assert_eq!(rubric(about).to_string(), "84fb319b-3755-8ee5-b14d-7ff91fb12337");
        assert_ne!(criterion(about), rubric(about));
        assert_ne!(level(about, 1), level(about, 2));
    }
}

//! Signatures by Ed25519, and the fingerprints by which people compare keys.

use base64ct::{Base64UrlUnpadded, Encoding};
use domain::passport::{Curve, KeyType, PublicKey};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// The thumbprint of a key (RFC 7638): SHA-256 over its members in order, in base64url.
pub fn fingerprint(key: &PublicKey) -> String {
    let PublicKey { kty, crv, x } = key;
    digest(&format!("{{\"crv\":\"{crv}\",\"kty\":\"{kty}\",\"x\":\"{x}\"}}"))
}

/// SHA-256 in base64url.
pub(super) fn digest(text: &str) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(text))
}

/// The half that is shown to everybody.
pub(super) fn public_half(key: &SigningKey) -> PublicKey {
    let x = Base64UrlUnpadded::encode_string(key.verifying_key().as_bytes());
    PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x }
}

pub(super) fn sign(key: &SigningKey, statement: &str) -> String {
    Base64UrlUnpadded::encode_string(&key.sign(statement.as_bytes()).to_bytes())
}

/// Whether the key signed the statement. What is no key, a key that would let many texts pass, and what is no signature
/// signed nothing.
pub(super) fn has_signed(key: &PublicKey, statement: &str, signature: &str) -> bool {
    let known = bytes::<32>(&key.x).and_then(|x| VerifyingKey::from_bytes(&x).ok());
    let signature = bytes::<64>(signature).map(|bytes| Signature::from_bytes(&bytes));
    let (Some(key), Some(signature)) = (known, signature) else { return false };
    !key.is_weak() && key.verify_strict(statement.as_bytes(), &signature).is_ok()
}

/// So many bytes, written in base64url in the one way there is.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    Base64UrlUnpadded::decode_vec(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key, the text and the signature of RFC 8037, appendix A.
    const SECRET: &str = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const TEXT: &str = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    const SIGNATURE: &str =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    fn key(x: &str) -> PublicKey {
        PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: x.into() }
    }

    #[test]
    fn keys_fingerprints_and_signatures_are_those_of_the_standard() {
        let secret = SigningKey::from_bytes(&bytes(SECRET).unwrap());
        assert_eq!(public_half(&secret), key(X));
        assert_eq!(fingerprint(&key(X)), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert_eq!(sign(&secret, TEXT), SIGNATURE);
        assert!(has_signed(&key(X), TEXT, SIGNATURE));
    }

    #[test]
    fn what_is_no_key_or_no_signature_signed_nothing() {
        assert!(!has_signed(&key(X), "another text", SIGNATURE));
        // Of the last digit four bits stand for nothing: h instead of g would be the same bytes to a lenient reader.
        let other_way = format!("{}h", &SIGNATURE[..SIGNATURE.len() - 1]);
        for signature in ["", "?", &SIGNATURE[1..], &other_way, &format!("{SIGNATURE}==")] {
            assert!(!has_signed(&key(X), TEXT, signature), "{signature}");
        }
        for x in ["", "AAAA", &X[1..], &format!("{X}=")] {
            assert!(!has_signed(&key(x), TEXT, SIGNATURE), "{x}");
        }
    }

    /// Of a key of small order anybody can make signatures that pass without a strict check.
    #[test]
    fn a_key_of_small_order_is_refused() {
        let neutral = [&[1][..], &[0; 31]].concat();
        let signature = [&neutral[..], &[0; 32]].concat();
        let neutral = key(&Base64UrlUnpadded::encode_string(&neutral));
        let signature = Base64UrlUnpadded::encode_string(&signature);
        assert!(!has_signed(&neutral, "any text", &signature));
    }
}

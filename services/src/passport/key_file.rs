//! The private key in its file: PKCS#8 in PEM, for its owner's eyes alone.

use crate::error::{Error, Result};
use domain::refusal::Refusal;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, KeypairBytes};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Read and written by its owner, and by nobody else.
const OWNER_ALONE: u32 = 0o600;
const OTHERS: u32 = 0o077;

/// The key in the file; none where there is no file.
///
/// # Errors
/// Refuses a file that others can read, and one that holds no Ed25519 key.
pub(super) fn read(path: &Path) -> Result<Option<SigningKey>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::fault("opening the signing key", error)),
    };
    if file.metadata().map_err(unread)?.permissions().mode() & OTHERS != 0 {
        return Err(Refusal::rule(
            "signing-key-open",
            "The file of the signing key can be read by others on its machine, so nothing is signed with it. Whoever runs \
             this installation gives it mode 600, or rotates the key if others may have read it.",
        )
        .into());
    }
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(unread)?;
    let key = SigningKey::from_pkcs8_pem(&text).map_err(|_| {
        Refusal::rule(
            "signing-key-unreadable",
            "The file of the signing key holds no Ed25519 key in PKCS#8. Whoever runs this installation restores it from \
             a backup, or makes a new one with esteem keys rotate.",
        )
    })?;
    Ok(Some(key))
}

fn unread(error: io::Error) -> Error {
    Error::fault("reading the signing key", error)
}

/// Makes the first key. Where another process made one meanwhile, that is the key.
pub(super) fn make(path: &Path) -> Result<SigningKey> {
    let (key, fresh) = written_beside(path)?;
    // A second name for the file, which fails where the name is taken: never half written, never over another.
    let linked = fs::hard_link(&fresh, path);
    let removed = fs::remove_file(&fresh);
    match linked {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return read(path)?.ok_or_else(|| Error::fault("making the signing key", error));
        }
        Err(error) => return Err(Error::fault("making the signing key", error)),
    }
    removed.map_err(|error| Error::fault("making the signing key", error))?;
    Ok(key)
}

/// Puts a new key in the place of the old one, which is gone then.
pub(super) fn replace(path: &Path) -> Result<SigningKey> {
    let (key, fresh) = written_beside(path)?;
    fs::rename(&fresh, path).map_err(|error| Error::fault("replacing the signing key", error))?;
    Ok(key)
}

/// A new key in a file of its own beside the path.
fn written_beside(path: &Path) -> Result<(SigningKey, PathBuf)> {
    let failed = |error: &dyn std::fmt::Display| Error::fault("writing a signing key", error);
    let mut secret_key = [0; 32];
    getrandom::fill(&mut secret_key).map_err(|error| failed(&error))?;
    let key = SigningKey::from_bytes(&secret_key);
    // Without the public half: then every program reads it.
    let pair = KeypairBytes { secret_key, public_key: None };
    let text = pair.to_pkcs8_pem(LineEnding::LF).map_err(|error| failed(&error))?;
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}", Uuid::now_v7().simple()));
    let fresh = PathBuf::from(name);
    let mut options = OpenOptions::new();
    let file = options.write(true).create_new(true).mode(OWNER_ALONE).open(&fresh);
    let mut file = file.map_err(|error| failed(&error))?;
    let kept = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    kept.map_err(|error| failed(&error))?;
    Ok((key, fresh))
}

//! The passport: signed, issued to its owner, and checked for whoever is shown one.
//!
//! What is signed, and how it is told whether something was altered, stands in `docs/decisions/passport.md`.

mod canonical; // the bytes that are signed
mod compose; // what a person's passport holds
mod issue; // made for its owner, listed, withdrawn
mod issuing; // who this installation is when it signs
mod key_file; // the private half
mod keys; // the public halves, old ones among them
mod read; // a file, read as a passport
mod seal; // signatures and fingerprints
mod verify; // what is said of a file

pub use issue::{Issued, issue, mine, withdraw};
pub use issuing::Issuing;
pub use keys::{KeyLine, KeySet, Rotated, compromised, list, public, rotate, to_tell};
pub use read::{Read, read, too_large};
pub use seal::fingerprint;
pub use verify::verify;

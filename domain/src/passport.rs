//! The passport: what is confirmed of a person on a day, as a signed document that goes with them to the next employer.

mod document; // the document and its parts
pub mod views;
mod vouching; // whether its installation still stands by it // what pages show

pub use document::{
    Basis, Curve, Format, Framework, HeldCompetency, HeldPost, Holder, Issuer, KeyType, Passport,
    PublicKey, Signer,
};
pub use vouching::{Issue, Key, Since, revoked_since, since};

/// The most bytes of a file that is read as a passport: a record of more than a thousand competencies.
pub const LARGEST: usize = 1024 * 1024;

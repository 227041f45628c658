//! The passport: what is confirmed of a person on a day, as a signed document that goes with them to the next employer.

mod document; // the document and its parts

pub use document::{
    Basis, Curve, Format, Framework, HeldCompetency, HeldPost, Holder, Issuer, KeyType, Passport,
    PublicKey, Signer,
};

//! Who this installation is when it signs, and where it keeps the key to sign with.

use domain::passport::Issuer;
use std::path::PathBuf;

/// Comes from the settings, once for a process.
#[derive(Clone, Debug)]
pub struct Issuing {
    pub issuer: Issuer,
    /// The file of the private key; without one nothing is signed here.
    pub key_file: Option<PathBuf>,
}

impl Issuing {
    /// For what signs nothing, such as most commands.
    pub fn nothing() -> Self {
        let issuer = Issuer { name: String::new(), address: String::new() };
        Self { issuer, key_file: None }
    }
}

//! Where the parts of a package are found: an address of this installation for each, and links to them.

use super::words::Link;
use uuid::Uuid;

/// The addresses of an installation.
#[derive(Clone, Debug)]
pub struct Addresses {
    base: String,
}

impl Addresses {
    /// `base_url` is the address people type.
    pub fn of(base_url: &str) -> Self {
        Self { base: base_url.trim_end_matches('/').to_owned() }
    }

    /// The installation's own address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address of a part, such as one of `CFItems`.
    pub fn uri(&self, kind: &str, identifier: Uuid) -> String {
        format!("{}/ims/case/v1p0/{kind}/{identifier}", self.base)
    }

    pub(super) fn link(&self, kind: &str, identifier: Uuid, title: &str) -> Link {
        let uri = self.uri(kind, identifier);
        Link { title: title.to_owned(), identifier, uri }
    }
}

//! Whoever prepares returns of the whole place, for the place.

use super::place::Place;
use domain::codes::GrantKind::WorkforceLead;

/// Those who prepare no returns anywhere.
pub(super) const PREPARING_NONE: &[&str] = &["eve", "amina", "dan", "yusra", "ig", "cara"];
/// Those who prepare none of the place: who leads a network of it is not enough.
pub(super) const NOT_PREPARING: &[&str] = &["eve", "amina", "dan", "yusra", "ig", "lead", "finn"];

impl Place {
    pub(super) async fn thea_leads_the_place(&mut self) {
        let thea = self.esteem.somebody("thea@staff.example", &[(WorkforceLead, "TH")]).await;
        self.users.insert("thea", thea);
    }
}

//! Pages about returns: an address of each, and whose it is.

use super::super::Whose::{Only, Own};
use super::super::place::Place;
use super::super::returning::{NOT_PREPARING, NOT_READING};
use super::Address;

/// Rosa's, of the whole place.
pub(super) fn about_returns(place: &Place) -> Vec<Address> {
    let returned = &place.returned;
    let open = |rest: &str| format!("/returns/{}{rest}", returned.on_its_way);
    let say = serde_urlencoded::to_string(vec![("about", &returned.need)]).expect("a query");
    let reads = Only("rosa", NOT_READING);
    vec![
        ("/returns", "/returns".into(), Own),
        ("/returns/:id", open(""), reads),
        ("/returns/:id/figures", open("/figures?rows=organisation"), reads),
        ("/returns/:id/needs", open("/needs"), reads),
        (
            "/returns/:id/needs/say",
            format!("/returns/{}/needs/say?{say}", returned.spoken_of),
            Only("rosa", NOT_PREPARING),
        ),
        ("/returns/:id/annex", format!("/returns/{}/annex", returned.submitted), reads),
    ]
}

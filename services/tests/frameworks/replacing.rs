//! What a version has replaced is told to other programs too, and comes in again with its package.

use super::place::{FROM, draft_anew, place};
use entities::competency;
use services::case::{self, Addresses, Package};
use services::frameworks;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Each pair of what was replaced and what replaced it, by their codes.
fn replaced(package: &Package, codes: &BTreeMap<Uuid, String>) -> Vec<(String, String)> {
    let pairs = package.associations.iter().filter(|one| one.kind == "replacedBy");
    let code = |id: Uuid| codes[&id].clone();
    let mut pairs: Vec<_> =
        pairs.map(|one| (code(one.origin.identifier), code(one.destination.identifier))).collect();
    pairs.sort();
    pairs
}

#[tokio::test]
async fn a_package_says_what_each_competency_has_replaced_in_the_version_before() {
    let ground = place().await;
    let operator = ground.operator();
    draft_anew(&operator).await;
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    let at = Addresses::of("https://esteem.example");
    let nobody = ground.nobody();
    let documents = case::documents(&nobody, &at, 10, 0).await.unwrap().documents;
    let [first, second] = [&documents[0], &documents[1]].map(|document| document.identifier);
    let codes: BTreeMap<Uuid, String> = ground
        .all::<competency::Entity>()
        .await
        .into_iter()
        .map(|row| (row.id.0, row.code))
        .collect();

    let package = case::package(&nobody, &at, second).await.unwrap();
    // A-1 stays as it is; B-1 is split, the Cs are merged, W-1 is widened; R-1 was replaced by nothing.
    let expected = [
        ("A-1", "A-1"),
        ("B-1", "B-1A"),
        ("B-1", "B-1B"),
        ("C-1", "C"),
        ("C-2", "C"),
        ("W-1", "W-1"),
    ];
    let expected: Vec<_> =
        expected.map(|(old, new)| (old.to_owned(), new.to_owned())).into_iter().collect();
    assert_eq!(replaced(&package, &codes), expected);
    let earlier = case::package(&nobody, &at, first).await.unwrap();
    assert_eq!(replaced(&earlier, &codes), [], "the first version replaced nothing");
}

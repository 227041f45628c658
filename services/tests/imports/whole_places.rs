//! The sample place and the edge place, file after file, and then all of it again.

use crate::ground::{Ground, ground, shared, tally};
use domain::imports::Tally;
use entities::{judgement, person, post, post_terms};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::imports::{Kind, Outcome, Source};
use std::path::Path;

const FILES: [Kind; 8] = [
    Kind::Areas,
    Kind::Organisations,
    Kind::Teams,
    Kind::Roles,
    Kind::Framework,
    Kind::Requirements,
    Kind::Staff,
    Kind::Judgements,
];

async fn bring_all(ground: &Ground, folder: &Path) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for kind in FILES {
        let source = Source::Path(folder.join(format!("{kind}.csv")));
        outcomes.push(ground.bring_source(kind, &source).await);
    }
    outcomes
}

/// Counted in the files: people, posts, judgements.
async fn holds(name: &str, people: u64, posts: u64, judgements: u64) {
    let Some(folder) = shared(name) else { return };
    let ground = ground().await;
    let outcomes = bring_all(&ground, &folder).await;
    assert_eq!(tally(&outcomes[6], "people").new, people);
    assert_eq!(tally(&outcomes[6], "posts").new, posts);
    assert_eq!(tally(&outcomes[7], "judgements").new, judgements);
    let db = ground.services.db.read();
    assert_eq!(person::Entity::find().count(db).await.unwrap(), people);
    assert_eq!(post::Entity::find().count(db).await.unwrap(), posts);
    assert_eq!(post_terms::Entity::find().count(db).await.unwrap(), posts);
    assert_eq!(judgement::Entity::find().count(db).await.unwrap(), judgements);

    let before = ground.facts().await;
    let again = bring_all(&ground, &folder).await;
    assert_eq!(ground.facts().await, before);
    let tallies = again.iter().flat_map(|outcome| &outcome.tallies);
    assert!(tallies.clone().all(Tally::changes_nothing), "{:?}", tallies.collect::<Vec<_>>());
}

#[tokio::test]
async fn the_sample_place_comes_in_whole_and_a_second_time_changes_nothing() {
    holds("sample-place", 400, 420, 35_850).await;
}

#[tokio::test]
async fn the_edge_place_comes_in_whole_and_a_second_time_changes_nothing() {
    // Its 1,131 lines that stand there twice are judgements each time.
    holds("edge-place", 120, 140, 11_685).await;
}

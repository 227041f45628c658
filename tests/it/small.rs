//! A place small enough to see at once: two practices in two networks, nobody in them.

use domain::imports::{Kind, Options};
use services::imports::{self, Progress, Source, Watch};
use tests::Installation;

const FILES: [(Kind, &str); 3] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\nT2,Practice 2 team,primary_care,P2\n",
    ),
];

/// An installation that holds it.
pub async fn small_place(today: &str) -> Installation {
    let esteem = Installation::on(today).await;
    for (kind, text) in FILES {
        bring(&esteem, kind, text).await;
    }
    esteem
}

/// Imports a file as the operator, as at the installation's day.
pub async fn bring(esteem: &Installation, kind: Kind, text: &str) {
    let operator = esteem.operator();
    let source = Source::text(&format!("{kind}.csv"), text);
    let (options, watch) = (Options::at(operator.today), Watch::new(Progress::default()));
    imports::bring_in(&operator, kind, &source, &options, &watch)
        .await
        .expect("a file without faults");
}

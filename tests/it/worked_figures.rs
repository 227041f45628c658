//! Coverage against figures that programs computed from the rules alone: every column of every expected file.

use domain::codes::{CareLevel, CareSetting};
use domain::coverage::GroupBy;
use domain::imports::{Kind, Options};
use services::Ctx;
use services::coverage::{self, Ask};
use services::imports::{self, Progress, Source, Watch};
use std::path::Path;
use tests::{Installation, shared};

/// After every judgement of the two places.
const TODAY: &str = "2026-11-21";

const IN_ORDER: [(Kind, &str); 8] = [
    (Kind::Areas, "areas.csv"),
    (Kind::Organisations, "organisations.csv"),
    (Kind::Teams, "teams.csv"),
    (Kind::Roles, "roles.csv"),
    (Kind::Framework, "framework.csv"),
    (Kind::Requirements, "requirements.csv"),
    (Kind::Staff, "staff.csv"),
    (Kind::Judgements, "judgements.csv"),
];

async fn bring_in_all(ctx: &Ctx, folder: &Path) {
    for (kind, file) in IN_ORDER {
        let source = Source::Path(folder.join(file));
        let watch = Watch::new(Progress::default());
        let outcome = imports::bring_in(ctx, kind, &source, &Options::at(ctx.today), &watch).await;
        outcome.unwrap_or_else(|error| panic!("{file}: {error}"));
    }
}

/// `coverage-2026-09-30-place-domain-mental_health.csv`: date, scope, item, and perhaps a group, filter or switch.
fn ask_of(file: &str) -> Ask {
    let stem = file.trim_start_matches("coverage-").trim_end_matches(".csv");
    let (date, rest) = stem.split_at(10);
    let mut words = rest.trim_start_matches('-').splitn(3, '-');
    let mut next = || words.next();
    let mut ask = Ask {
        as_at: date.parse().unwrap(),
        scope: next().unwrap().parse().unwrap(),
        item: next().unwrap().parse().unwrap(),
        within: None,
        organisation: None,
        setting: None,
        care_level: None,
        strand: None,
        critical_only: false,
        group: None,
        include_bank: false,
    };
    if let Some(extra) = next() {
        ask.group = extra.parse::<GroupBy>().ok();
        ask.setting = extra.parse::<CareSetting>().ok();
        ask.care_level = extra.parse::<CareLevel>().ok();
        ask.include_bank = extra == "include-bank";
        let understood = ask.group.is_some()
            || ask.setting.is_some()
            || ask.care_level.is_some()
            || ask.include_bank;
        assert!(understood, "{file}: what is {extra}?");
    }
    ask
}

/// The columns that the expected file has, out of everything that Esteem prints, as text with LF.
fn narrowed(all: &str, expected: &str) -> String {
    let wanted: Vec<&str> = expected.lines().next().unwrap().split(',').collect();
    let mut reader = csv::Reader::from_reader(all.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at =
        |name: &&str| header.iter().position(|h| h == *name).unwrap_or_else(|| panic!("no {name}"));
    let positions: Vec<usize> = wanted.iter().map(at).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&wanted).unwrap();
    for row in reader.records() {
        let row = row.unwrap();
        writer.write_record(positions.iter().map(|&at| &row[at])).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

async fn agrees_with_every_expected_file(place: &str) {
    let Some(folder) = shared::data(place) else { return };
    let esteem = Installation::on(TODAY).await;
    let operator = esteem.operator();
    bring_in_all(&operator, &folder).await;
    let mut compared = 0;
    for entry in std::fs::read_dir(folder.join("expected")).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let figures = coverage::read(&operator, &ask_of(&file)).await.unwrap();
        let mut printed = Vec::new();
        coverage::csv(&figures, &mut printed).unwrap();
        let expected = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let ours = narrowed(&String::from_utf8(printed).unwrap(), &expected);
        for (number, (ours, theirs)) in ours.lines().zip(expected.lines()).enumerate() {
            assert_eq!(ours, theirs, "{place}/{file}, line {}", number + 1);
        }
        assert_eq!(
            ours.lines().count(),
            expected.lines().count(),
            "{place}/{file}: number of rows"
        );
        compared += 1;
    }
    assert!(compared > 8, "only {compared} files were compared");
}

#[tokio::test]
async fn the_sample_place_has_exactly_the_expected_figures() {
    agrees_with_every_expected_file("sample-place").await;
}

#[tokio::test]
async fn the_place_full_of_edges_has_exactly_the_expected_figures() {
    agrees_with_every_expected_file("edge-place").await;
}

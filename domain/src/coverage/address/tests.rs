//! Addresses as they are written and read, and where pages lead.

use super::*;

fn pairs(text: &[(&str, &str)]) -> Vec<(String, String)> {
    text.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn an_address_reads_as_it_was_written() {
    let address = CoverageAddress {
        within: Some("TH & co".into()),
        rows: Some(ScopeKind::Team),
        domain: Some("RSK".into()),
        as_at: "2026-09-30".parse().ok(),
        compared_with: "2026-06-30".parse().ok(),
        days: Some(Horizon::OneHundredAndEighty),
        organisation: Some("MH".into()),
        strand: Some(Strand::IntegratedCare),
        critical_only: true,
        group: Some(GroupBy::Esr),
        measure: Some(Measure::CriticalMet),
        list: Some(Ranking::Falling),
        target: Some(80),
        answer: Some("0123456789abcdef".into()),
        ..CoverageAddress::default()
    };
    let query = "in=TH%20%26%20co&scope=team&domain=RSK&as_at=2026-09-30&compared_with=2026-06-30&days=180&organisation=MH&strand=integrated_care&critical=yes&group=esr&show=critical_met&list=falling&target=80&answer=0123456789abcdef";
    assert_eq!(address.query(), query);
    let read = pairs(&[
        ("in", "TH & co"),
        ("scope", "team"),
        ("domain", "RSK"),
        ("as_at", "2026-09-30"),
        ("compared_with", "2026-06-30"),
        ("days", "180"),
        ("organisation", "MH"),
        ("strand", "integrated_care"),
        ("critical", "yes"),
        ("group", "esr"),
        ("show", "critical_met"),
        ("list", "falling"),
        ("target", "80"),
        ("answer", "0123456789abcdef"),
    ]);
    assert_eq!(CoverageAddress::parse(&read), Ok(address));
}

#[test]
fn figures_lead_to_their_forecast_and_cover_and_a_forecast_to_its_figures() {
    let address = CoverageAddress {
        within: Some("N1".into()),
        as_at: "2026-09-30".parse().ok(),
        compared_with: "2026-06-30".parse().ok(),
        group: Some(GroupBy::Esr),
        page: Some(2),
        ..CoverageAddress::default()
    };
    assert_eq!(address.to_forecast(false).query(), "in=N1&as_at=2026-09-30");
    assert_eq!(address.to_forecast(true).query(), "in=N1");
    let narrowed = CoverageAddress {
        organisation: Some("P1".into()),
        strand: Some(Strand::MentalHealth),
        critical_only: true,
        list: Some(Ranking::Falling),
        target: Some(80),
        ..address.clone()
    };
    assert_eq!(narrowed.to_forecast(true).query(), "in=N1");
    assert_eq!(narrowed.to_cover().query(), "in=N1&as_at=2026-09-30");
    let trend = narrowed.of_domain(Some("RSK")).to_trend(Some("RSK"), true);
    let told = "in=N1&item=RSK&organisation=P1&strand=mental_health&critical=yes&target=80";
    assert_eq!(trend.query(), told);
    let lists = address.to_ranked();
    assert_eq!(lists.query(), "in=N1&as_at=2026-09-30&compared_with=2026-06-30");
    assert_eq!(address.to_trend(Some("RSK"), false).query(), "in=N1&item=RSK&as_at=2026-09-30");
    assert_eq!(address.to_trend(None, true).query(), "in=N1");
    let whole = lists.of_list(Some(Ranking::Thinnest));
    assert_eq!(whole.to_coverage(), lists);
    assert_eq!(address.horizon(), Horizon::Ninety);
    let ahead = address.to_forecast(false).of_days(Horizon::Thirty);
    assert_eq!(ahead.query(), "in=N1&as_at=2026-09-30&days=30");
    assert_eq!(ahead.to_coverage().query(), "in=N1&as_at=2026-09-30");
    let shown = CoverageAddress { measure: Some(Measure::CapableTeams), ..address };
    assert_eq!(shown.to_cover().query(), "in=N1&as_at=2026-09-30");
    let cover = CoverageAddress { only: Some(Only::NotCovered), ..shown.of_domain(Some("RSK")) };
    assert_eq!(cover.to_cover().query(), "in=N1&domain=RSK&as_at=2026-09-30");
    assert_eq!(cover.to_input().query(), "in=N1&as_at=2026-09-30", "of every domain");
    assert_eq!(cover.to_coverage().only, None, "nor are figures of some teams alone");
    let day = "2026-10-30".parse().unwrap();
    let why = ahead.of_unit("T1").to_why_covered("RSK", day);
    assert_eq!(why.query(), "in=T1&item=RSK&as_at=2026-10-30");
    let people = ahead.to_people(Some("RSK"), day);
    assert_eq!(people.query(), "in=N1&item=RSK&as_at=2026-10-30");
    let kept = CoverageAddress { answer: Some("0123456789abcdef".into()), ..people };
    let since = "2026-07-01".parse().ok();
    let change = kept.to_change(Some("RSK"), (since, day));
    assert_eq!(change.query(), "in=N1&item=RSK&as_at=2026-10-30&compared_with=2026-07-01");
    assert_eq!(kept.to_change(None, (None, day)).query(), "in=N1&as_at=2026-10-30");
    assert_eq!(kept.of_unit("T1").answer, None, "of another unit it is another answer");
}

#[test]
fn unknown_words_and_wrong_dates_are_told_and_empty_ones_ask_for_nothing() {
    let wrong = [
        ("scope", "galaxy"),
        ("days", "45"),
        ("as_at", "31/02/2026"),
        ("compared_with", "in spring"),
        ("strand", "both"),
        ("critical", "no"),
        ("include_bank", "no"),
        ("only", "x"),
        ("list", "longest"),
        ("target", "most"),
        ("answer", "0123456789abcde"),
    ];
    let told = CoverageAddress::parse(&pairs(&wrong)).unwrap_err();
    assert_eq!(told.0.len(), wrong.len(), "{told}");
    for (name, _) in wrong {
        assert!(told.of(name).is_some(), "{name}");
    }
    let empty = CoverageAddress::parse(&pairs(&[("setting", ""), ("as_at", "")]));
    assert_eq!(empty, Ok(CoverageAddress::default()));
}

#[test]
fn what_is_typed_wrong_is_told_beside_what_could_be_read() {
    let query = [("in", "N1"), ("target", "150"), ("critical", "yes"), ("as_at", "2026-11-02")];
    let query = query.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (address, errors) = CoverageAddress::read(&query);
    assert!(errors.of("target").is_some() && CoverageAddress::are_typed(&errors), "{errors}");
    assert_eq!(
        (address.within.as_deref(), address.critical_only, address.target),
        (Some("N1"), true, None)
    );
    // A day that is refused later leaves the address, and nothing else does.
    let refused = FieldErrors::one("as_at", "Enter another day");
    assert_eq!(address.without(&refused), CoverageAddress { as_at: None, ..address });
    let chosen = FieldErrors::one("strand", "Choose a strand");
    assert!(
        !CoverageAddress::are_typed(&chosen),
        "figures of everything would be taken for those of a strand"
    );
}

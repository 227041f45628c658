//! A return's report on paper: tagged, in reading order, its figures printed whatever their shade.

use crate::reader::Read;
use crate::returns::{FORMULA, MARKUP, contents, corrected, nothing};
use documents::{pdf, return_report};
use domain::coverage::ScopeKind;
use domain::returns::Contents;
use domain::returns::keys::RowKey;
use domain::returns::shortfalls::{Need, NeedKind};

fn read(contents: &Contents) -> Read {
    Read::of(&return_report(contents))
}

/// Asserts that the texts stand in this order.
fn in_order(text: &str, said: &[&str]) {
    let mut from = 0;
    for said in said {
        let at = text[from..].find(said);
        assert!(at.is_some(), "{said} is not after what precedes it in {text}");
        from += at.unwrap();
    }
}

#[test]
fn it_is_tagged_and_says_its_title_and_its_language() {
    let read = read(&contents());
    assert_eq!(read.says("MarkInfo", "Marked"), "true");
    assert_eq!(read.spoken(read.catalog().get(b"Lang").unwrap()), "en-GB");
    let title = "Mental health skills coverage, Tower Hamlets, 31 March 2026: A local return for NHS England";
    assert_eq!(read.title(), title);
    let properties = read.properties();
    for standard in ["<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<"] {
        assert!(properties.contains(standard), "{standard} is not in {properties}");
    }
}

#[test]
fn its_headings_and_tables_are_known_as_such() {
    let tags = read(&contents()).tags();
    let of = |tag: &str| tags.get(tag).copied().unwrap_or_default();
    // What the figures say, how to read them, the place; areas, teams, organisations, staff groups, settings, levels; cover, sessions,
    // time, input; needs, local measures, completeness, method. Two networks and one role.
    assert_eq!((of("H1"), of("H2"), of("H3")), (1, 17, 3), "{tags:?}");
    // Two of facts, one of domains; areas, two networks, organisations, groups, settings, levels; cover; three of the place and one of
    // the localities' sessions; two of needs, local measures, completeness.
    assert_eq!(of("Table"), 2 + 1 + 7 + 1 + 4 + 2 + 1 + 1, "{tags:?}");
    // Of rows: 4 + 4 facts, 2 domains; 4 areas, 2 teams, 1 organisation, 2 groups, 1 setting, 1 level; 2 of cover; 4 + 3 + 2 + 1 of
    // sessions; 2 + 1 needs, 2 measures, 2 of completeness. Of columns: 5 domains; 7 × 4; 3; 3 × 2 + 3; 2 × 3, 4, 2.
    let rows = 8 + 2 + 11 + 2 + 10 + 3 + 2 + 2;
    let columns = 5 + 28 + 3 + 9 + 6 + 4 + 2;
    assert_eq!(of("TH"), rows + columns, "{tags:?}");
}

#[test]
fn it_reads_from_what_the_figures_say_to_how_they_came_about() {
    let text = read(&contents()).text();
    let said = [
        "Mental health skills coverage, Tower Hamlets, 31 March 2026",
        "No national return asks for these figures",
        "What the figures say",
        "62% of what is asked is assessed.",
        "How to read the figures",
        "a darker background means that more is met",
        "The disclosure rule (R5-8)",
        "the first number is rounded to the nearest 5",
        "Held back, so that nobody can be pointed at",
        "The place by domain",
        "Of everything that is asked in the place, 55% is met.",
        "Psychiatric emergencies EMG 40% 35 of 48, 73% c of 45, 20% or less 10 of 48, 21%",
        "Requirements met by area",
        "Area All EMG RSK",
        "Tower Hamlets Place TH 55% 40% 70%",
        "West Locality L1 50% 45% c",
        "Bow Network N1 60% 30% 80%",
        "Bow (N1)",
        "65% 5% 15%",
        "because too few people are counted, or it would give away what another row holds back: Tiny team (T2).",
        "Mile End (N2)",
        "Mile End team T3 45% c 100%",
        "Requirements met by organisation",
        "35% p 20% p c",
        "Nursing ESR staff group 57% 43% 62%",
        "Teams that are covered",
        "Tower Hamlets Place TH 5 of 8 8 of 8",
        "West Locality L1 c of 2 —",
        "From 1 April 2025 to 31 March 2026.",
        "Too few people would come",
        "Mental health input",
        "2.50 WTE",
        "Needs",
        "so the lower it is, the greater the need",
        "Too few can confirm: 2 of 40",
        "Lost: 1 hour 30 minutes",
        "Practice nurse (PN)",
        "Recognise an emergency EMG-1 35 of 48, 73%",
        "It is held back how many people meet 1 competency: EMG-2.",
        "Local measures",
        "48.5%",
        "How complete the figures are",
        "How the figures came about",
        "People are counted by their active posts.",
    ];
    in_order(&text, &said);
}

#[test]
fn what_is_typed_is_printed_as_it_was_typed() {
    // A line may end within it.
    let text = read(&contents()).text().replace(' ', "");
    for typed in [FORMULA, MARKUP] {
        assert!(text.contains(typed), "{typed} is not in {text}");
    }
}

#[test]
fn a_correction_says_so_first_and_lists_what_differs() {
    let text = read(&corrected()).text();
    let said = [
        "This corrects Revision 1 of 31 March 2026. Why: Records came late",
        "What the figures say",
        "What was corrected",
        "2 figures of coverage differ from TH-2026-03-31-r1.",
        "Other tables that changed: 1 line of needs.csv.",
        "Psychiatric emergencies (EMG)",
        "People with everything met",
        "c of 45, 20% or less 35 of 48, 73%",
        "How the figures came about",
    ];
    in_order(&text, &said);
    assert!(!read(&contents()).text().contains("What was corrected"));
}

#[test]
fn who_meets_by_recognition_stands_under_everybody_who_is_asked() {
    // 12 of the 48 who are asked, as 10: the base is that of who meets everything, 35 of 48.
    let text = read(&contents()).text();
    let head = "People with everything met, some of it by recognition";
    in_order(&text, &["The place by domain", head, "35 of 48, 73%", "10 of 48, 21%"]);
    assert!(!text.contains("Of those with everything met"), "{text}");
}

#[test]
fn what_needs_nothing_is_named_and_what_is_held_stays() {
    let mut contents = contents();
    let short = |kind, part, whole| {
        Need::short(("TH", "Tower Hamlets"), (kind, ""), (Some(part), Some(whole)))
    };
    let gap = |item: &str, met, of| {
        let needed = short(NeedKind::Gap, met, of);
        Need { role: "PN".to_owned(), item: item.to_owned(), ..needed }
    };
    contents.needs = vec![
        // All of 48 meet it; of 12 it is not told that all do.
        gap("EMG-1", 48, 48),
        gap("EMG-2", 12, 12),
        short(NeedKind::UnmetRequests, 0, 0),
        // None of 12 waits, which is not told either.
        short(NeedKind::WaitingList, 0, 12),
        short(NeedKind::TimeLost, 0, 600),
    ];
    let text = read(&contents).text();
    let said = [
        "Waiting: c of 12",
        "Counted, and nothing is short: Teams’ requests for sessions that are still open, of all that were made; Protected time lost, of \
         all that was promised.",
        "What is asked of: Practice nurse (PN)",
        "It is held back how many people meet 1 competency: EMG-2.",
        "Everybody meets 1 competency: EMG-1.",
    ];
    in_order(&text, &said);
    assert!(!text.contains("Still open:") && !text.contains("Lost:"), "{text}");
}

#[test]
fn every_page_of_a_long_heatmap_has_its_head() {
    let mut contents = contents();
    let team = RowKey::whole(ScopeKind::Team, "T1");
    let cells = contents.cells.iter().filter(|cell| cell.key.row == team);
    let cells: Vec<_> = cells.cloned().collect();
    for at in 0..120 {
        let organisation = RowKey::whole(ScopeKind::Organisation, &format!("Y{at:03}"));
        contents.cells.extend(cells.iter().cloned().map(|mut cell| {
            cell.key.row = organisation.clone();
            cell.name = format!("Practice number {at}");
            cell
        }));
    }
    let read = read(&contents);
    let pages = read.pages();
    for page in &pages {
        let rows = page.matches("65% 5% 15%").count();
        assert!(rows < 2 || page.contains("Organisation All EMG RSK"), "{page}");
    }
    assert!(pages.iter().filter(|page| page.contains("65% 5% 15%")).count() > 3);
}

#[test]
fn domains_that_do_not_fit_beside_each_other_follow_below() {
    let mut contents = contents();
    let of_emergencies = contents.cells.iter().filter(|cell| cell.key.item == "EMG");
    let cells: Vec<_> = of_emergencies.cloned().collect();
    for at in 0..20 {
        contents.cells.extend(cells.iter().cloned().map(|mut cell| {
            cell.key.item = format!("D{at:02}");
            cell
        }));
    }
    // 23 columns: 11, 11 and 1.
    in_order(
        &read(&contents).text(),
        &["Area All D00 D01 D02 D03 D04 D05 D06 D07 D08 D09", "Area D10", "Area RSK"],
    );
}

#[test]
fn a_return_of_nothing_says_so() {
    let empty = nothing();
    let said = [
        "Nothing is asked of anybody in this place.",
        "No area has enough teams for this.",
        "Nothing is recorded.",
        "None is recorded.",
        "None was brought in for the twelve months before the reference date.",
    ];
    in_order(&read(&empty).text(), &said);
}

#[test]
fn equal_contents_are_equal_files() {
    let drawn = |contents: &Contents| pdf(&return_report(contents)).unwrap();
    assert!(drawn(&contents()) == drawn(&contents()));
    assert!(drawn(&contents()) != drawn(&corrected()));
}
